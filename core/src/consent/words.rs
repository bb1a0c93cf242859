//! A person's word about a channel: the newest counts, older ones stay as evidence.

use super::kinds::consent;
use crate::clock::Millis;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{ConsentId, PersonId};
use crate::people::{self, PersonRef, kinds::person};
use crate::vault::{Vault, Writer, rid_of};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ConsentState {
    /// They agreed.
    Agreed,
    /// They asked us not to.
    OptedOut,
}

/// A person's word to be kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct ConsentInput {
    /// Who said it.
    pub person: PersonId,
    /// About which channel; every channel, when left out.
    #[serde(default)]
    pub channel: Option<String>,
    /// What they said.
    pub state: ConsentState,
    /// How we know.
    #[serde(default)]
    pub how: Option<String>,
    /// When they said it, in milliseconds since 1970; now, when left out.
    #[serde(default)]
    pub at: Option<Millis>,
}

/// Names one word.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct ConsentRef {
    /// The word.
    pub id: ConsentId,
}

/// The newest word about one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Permission {
    /// Names it.
    pub id: ConsentId,
    /// The channel; empty: every channel.
    pub channel: String,
    /// What they said.
    pub state: ConsentState,
    /// How we know.
    pub how: String,
    /// When they said it.
    pub at: Millis,
}

/// What a person's words come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Permissions {
    /// The newest word about each channel that was spoken of.
    pub words: Vec<Permission>,
    /// They asked us not to write at all.
    pub do_not_contact: bool,
}

/// What a word may be about beside a channel: being brought together with others.
pub const INTRODUCTIONS: &str = "introductions";

/// Another such thing: that a letter speaks of what is sensitive, such as their health or where they live (64de FAQ 1).
pub const SENSITIVE: &str = "sensitive";

/// The channels a word may be about.
const CHANNELS: [&str; 9] = ["phone", "email", "inPerson", "video", "chat", "social", "post", "event", "support"];

/// Keeps a person's word.
///
/// # Errors
/// [`crate::error::Code::Invalid`] for a channel that does not exist.
pub fn say(vault: &Vault, input: ConsentInput) -> Result<Permissions> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("saveConsent", &name, |w| {
        let now = w.now();
        if input.at.is_some_and(|at| at > now) {
            return Err(Error::invalid("at", "future"));
        }
        insert(w, &input, input.at.unwrap_or(now))
    })?;
    of_person(vault, PersonRef { id: input.person })
}

/// Takes a word out that they never said; the one before it counts again.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn take_back(vault: &Vault, input: ConsentRef) -> Result<()> {
    let name = vault.read(|c| {
        let sql = "SELECT p.name FROM consent a JOIN person p ON p.rid = a.person WHERE a.id = ?1";
        c.query_row(sql, [input.id], |r| r.get::<_, String>(0)).optional()?.or_not_found()
    })?;
    vault.write("takeBackConsent", &name, |w| {
        let rid = w.rid(&consent::KIND, input.id)?;
        w.remove(&consent::KIND, rid)
    })
}

/// Keeps a person's word of some time inside a larger step.
///
/// # Errors
/// As [`say`].
pub fn insert(w: &mut Writer<'_>, input: &ConsentInput, at: Millis) -> Result<i64> {
    let channel = input.channel.clone().unwrap_or_default();
    if !channel.is_empty()
        && ![INTRODUCTIONS, SENSITIVE].contains(&channel.as_str())
        && !CHANNELS.contains(&channel.as_str())
    {
        return Err(Error::invalid("channel", "unknown"));
    }
    let state = match input.state {
        ConsentState::Agreed => "agreed",
        ConsentState::OptedOut => "optedOut",
    };
    let person = w.rid(&person::KIND, input.person)?;
    let cells = [
        (consent::PERSON, person.into()),
        (consent::CHANNEL, channel.into()),
        (consent::STATE, state.to_owned().into()),
        (consent::HOW, input.how.clone().unwrap_or_default().into()),
        (consent::AT, at.into()),
    ];
    w.insert(&consent::KIND, ConsentId::make(), &cells)
}

/// What a person's words come to.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn of_person(vault: &Vault, input: PersonRef) -> Result<Permissions> {
    vault.read(|c| {
        let rid = rid_of(c, &person::KIND, input.id)?;
        let words = newest(c, rid)?;
        let do_not_contact = words.iter().any(|w| w.channel.is_empty() && w.state == ConsentState::OptedOut);
        Ok(Permissions { words, do_not_contact })
    })
}

/// May this person be written to through that channel? Yes, unless they asked us not to; a later yes takes a no back.
///
/// # Errors
/// When the vault cannot be read.
pub fn may(c: &Connection, person: i64, channel: &str) -> Result<bool> {
    let words = newest(c, person)?;
    let last = words.iter().filter(|w| w.channel.is_empty() || w.channel == channel).max_by_key(|w| (w.at, w.id));
    Ok(last.is_none_or(|w| w.state == ConsentState::Agreed))
}

/// May this person be brought together with others? Only after they agreed to just that, and took nothing back since.
///
/// # Errors
/// When the vault cannot be read.
pub fn may_introduce(c: &Connection, person: i64) -> Result<bool> {
    agreed_to(c, person, INTRODUCTIONS)
}

/// May a letter speak of what is sensitive? Only after they agreed to just that, and took nothing back since.
///
/// # Errors
/// When the vault cannot be read.
pub fn may_speak_of_sensitive(c: &Connection, person: i64) -> Result<bool> {
    agreed_to(c, person, SENSITIVE)
}

fn agreed_to(c: &Connection, person: i64, what: &str) -> Result<bool> {
    let words = newest(c, person)?;
    let agreed = words.iter().find(|w| w.channel == what).filter(|w| w.state == ConsentState::Agreed);
    let no = words.iter().find(|w| w.channel.is_empty() && w.state == ConsentState::OptedOut);
    Ok(agreed.is_some_and(|yes| no.is_none_or(|no| (no.at, no.id) < (yes.at, yes.id))))
}

fn newest(c: &Connection, person: i64) -> Result<Vec<Permission>> {
    let sql = "SELECT id, channel, state, how, at FROM consent a WHERE person = ?1 AND NOT EXISTS (
                 SELECT 1 FROM consent b WHERE b.person = a.person AND b.channel = a.channel AND (b.at, b.rid) > (a.at, a.rid))
               ORDER BY channel";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([person], |r| {
        let state = if r.get_ref(2)?.as_str()? == "agreed" { ConsentState::Agreed } else { ConsentState::OptedOut };
        Ok(Permission { id: r.get(0)?, channel: r.get(1)?, state, how: r.get(3)?, at: r.get(4)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
