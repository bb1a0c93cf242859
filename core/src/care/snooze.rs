//! Leaving somebody in peace until a date.

use super::kinds::snooze as kind;
use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::{self, PersonRef, kinds::person};
use crate::vault::{Vault, Writer};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Peace for a person.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct SnoozeInput {
    /// Whom.
    pub person: PersonId,
    /// Until when, in milliseconds since 1970.
    pub until: Millis,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Keeps a person off Today until a date.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the date has passed.
pub fn snooze(vault: &Vault, input: SnoozeInput) -> Result<()> {
    if input.until <= vault.clock().now() {
        return Err(Error::invalid("until", "past"));
    }
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("snooze", &name, |w| insert_snooze(w, &input))
}

/// Keeps a person off Today inside a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn insert_snooze(w: &mut Writer<'_>, input: &SnoozeInput) -> Result<()> {
    let person = w.rid(&person::KIND, input.person)?;
    let reason = input.reason.clone().unwrap_or_default();
    let cells = [(kind::PERSON, person.into()), (kind::UNTIL, input.until.into()), (kind::REASON, reason.into())];
    w.insert(&kind::KIND, Uuid::now_v7(), &cells)?;
    Ok(())
}

/// Ends a person's peace.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn wake(vault: &Vault, input: PersonRef) -> Result<()> {
    let name = people::named(vault, input)?.name;
    vault.write("wake", &name, |w| {
        let person = w.rid(&person::KIND, input.id)?;
        let mut rows = w.conn().prepare_cached("SELECT rid FROM snooze WHERE person = ?1 AND until > ?2")?;
        for rid in rows.query_map([person, w.now()], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            w.remove(&kind::KIND, rid)?;
        }
        Ok(())
    })
}
