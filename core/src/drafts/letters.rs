//! Letters as records, and finding them again.

use super::coach::LetterKind;
use super::compose;
use super::templates;
use crate::clock::Millis;
use crate::error::{OrNotFound, Result};
use crate::ids::DraftId;
use crate::people::{NamedPerson, kinds::person};
use crate::touchpoints::{self, Channel, Touchpoint};
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a letter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum DraftStatus {
    /// Being written.
    Writing,
    /// Given to a mail program, or copied; nobody has said yet whether it went.
    HandedOver,
    /// Its writer said that it went.
    Sent,
}

impl DraftStatus {
    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::HandedOver => "handedOver",
            Self::Sent => "sent",
        }
    }

    fn from_text(text: &str) -> Self {
        match text {
            "handedOver" => Self::HandedOver,
            "sent" => Self::Sent,
            _ => Self::Writing,
        }
    }
}

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DraftRow {
    /// Names it.
    pub id: DraftId,
    /// To whom.
    pub person: NamedPerson,
    /// What it is for.
    pub kind: LetterKind,
    /// How it goes.
    pub channel: Channel,
    /// Its subject.
    pub subject: String,
    /// How far it has come.
    pub status: DraftStatus,
    /// When it was last changed.
    pub changed_at: Millis,
}

/// A letter with what its page shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Draft {
    /// What a list shows of it.
    pub row: DraftRow,
    /// The text.
    pub text: String,
    /// Its language.
    pub language: String,
    /// The person's preferred address on that channel, if there is one.
    pub to: Option<String>,
    /// The last exchange with the person.
    pub last: Option<Touchpoint>,
    /// What to remember of the person.
    pub remember: String,
    /// Checks that keep quiet on this letter.
    pub ignored: Vec<String>,
    /// The texts of fall-backs that its template took.
    pub fallbacks: Vec<String>,
    /// Why it was handed over although the coach said stop; empty where it did not.
    pub override_reason: String,
}

/// Names one letter.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct DraftRef {
    /// The letter.
    pub id: DraftId,
}

/// All letters that have not gone, newest first, then the hundred that went last.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<DraftRow>> {
    vault.read(|c| {
        let sql = format!(
            "SELECT * FROM (
               {ROW} WHERE d.status <> 'sent' AND p.binned_at IS NULL
               UNION ALL SELECT * FROM ({ROW} WHERE d.status = 'sent' AND p.binned_at IS NULL ORDER BY d.changed_at DESC LIMIT 100)
             ) ORDER BY status = 'sent', changed_at DESC"
        );
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map([], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

const ROW: &str = "SELECT d.id, p.id, p.name, d.kind, d.channel, d.subject, d.status, d.changed_at
                   FROM draft d JOIN person p ON p.rid = d.person";

fn row(r: &Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        kind: templates::kind_from(r.get_ref(3)?.as_str()?),
        channel: Channel::from_text(r.get_ref(4)?.as_str()?),
        subject: r.get(5)?,
        status: DraftStatus::from_text(r.get_ref(6)?.as_str()?),
        changed_at: r.get(7)?,
    })
}

/// One letter.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn get(vault: &Vault, input: DraftRef) -> Result<Draft> {
    vault.read(|c| one(c, input))
}

fn one(c: &Connection, input: DraftRef) -> Result<Draft> {
    let found =
        c.prepare_cached(&format!("{ROW} WHERE d.id = ?1"))?.query_row([input.id], row).optional()?.or_not_found()?;
    let rid = rid_of(c, &person::KIND, found.person.id)?;
    let sql = "SELECT text, language, ignored, (SELECT note FROM person WHERE rid = ?2), fallbacks, override_reason
               FROM draft WHERE id = ?1";
    let (text, language, ignored, remember, fallbacks, override_reason): (_, _, String, _, String, _) =
        c.prepare_cached(sql)?.query_row(rusqlite::params![input.id, rid], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?))
        })?;
    let last: Option<i64> =
        c.prepare_cached("SELECT last_touch FROM person_stat WHERE person = ?1")?.query_row([rid], |r| r.get(0))?;
    Ok(Draft {
        to: compose::address(c, rid, found.channel)?,
        last: last.map(|touch| touchpoints::touchpoint_of(c, touch)).transpose()?,
        ignored: ignored.split_whitespace().map(str::to_owned).collect(),
        fallbacks: fallbacks.lines().map(str::to_owned).collect(),
        override_reason,
        row: found,
        text,
        language,
        remember,
    })
}
