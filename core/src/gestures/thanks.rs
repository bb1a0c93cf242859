//! Prompts to thank that were put aside: this one is not wanted, or it was done elsewhere.

use super::kinds::thanks;
use crate::error::{Error, Result};
use crate::ids::{PersonId, ThanksId};
use crate::people::{self, PersonRef, kinds::person};
use crate::vault::{Vault, Writer};
use rusqlite::Connection;
use serde::Deserialize;
use std::collections::HashSet;
use ts_rs::TS;

/// Longest name of what a prompt is for, in bytes.
const MAX_NAME: usize = 200;

/// A prompt that is not wanted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PutAside {
    /// Whom one could have thanked.
    pub person: PersonId,
    /// What for, as the prompt names it.
    pub for_what: String,
}

/// Puts a prompt to thank aside; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when it names nothing.
pub fn put_aside(vault: &Vault, input: PutAside) -> Result<()> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("putThanksAside", &name, |w| insert_aside(w, &input))
}

/// Puts a prompt aside inside a larger step.
///
/// # Errors
/// As [`put_aside`].
pub fn insert_aside(w: &mut Writer<'_>, input: &PutAside) -> Result<()> {
    if !input.for_what.contains(':') || input.for_what.len() > MAX_NAME {
        return Err(Error::invalid("forWhat", "unreadable"));
    }
    let cells = [
        (thanks::PERSON, w.rid(&person::KIND, input.person)?.into()),
        (thanks::FOR_WHAT, input.for_what.clone().into()),
        (thanks::DAY, crate::clock::day_of(w.now()).to_string().into()),
    ];
    w.insert(&thanks::KIND, ThanksId::make(), &cells).map(drop)
}

/// What was put aside, by the names of the prompts.
///
/// # Errors
/// When the vault cannot be read.
pub fn aside(c: &Connection) -> Result<HashSet<String>> {
    let mut rows = c.prepare_cached("SELECT for_what FROM thanks")?;
    Ok(rows.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}
