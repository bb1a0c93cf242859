//! Letters as records, and finding them again.

use super::attachments::{self, Attachment};
use super::batch::{self, InBatch};
use super::coach::LetterKind;
use super::compose;
use super::refilling::{self, LetterMake};
use super::templates;
use super::variants::limit;
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

    pub(super) fn from_text(text: &str) -> Self {
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
    /// By which day an answer is hoped for, `YYYY-MM-DD`.
    pub answer_by: Option<String>,
    /// When they answered after it went, in milliseconds since 1970.
    pub answered_at: Option<Millis>,
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
    /// The batch that it belongs to, and how far it has come there.
    pub batch: Option<InBatch>,
    /// The template it was filled from.
    pub made: Option<LetterMake>,
    /// How many characters one sends at most on its way; nothing: as many as one likes.
    pub limit: Option<u32>,
    /// The files that go with it.
    pub attachments: Vec<Attachment>,
    /// The letter that it follows up.
    pub follows: Option<DraftId>,
}

/// Names one letter.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct DraftRef {
    /// The letter.
    pub id: DraftId,
}

/// All letters that have not gone, newest first, then the hundred that went last; not those of batches.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<DraftRow>> {
    vault.read(|c| {
        let row_of = row_sql();
        let sql = format!(
            "SELECT * FROM (
               {row_of} WHERE d.status <> 'sent' AND d.batch IS NULL AND p.binned_at IS NULL
               UNION ALL SELECT * FROM ({row_of} WHERE d.status = 'sent' AND d.batch IS NULL AND p.binned_at IS NULL ORDER BY d.changed_at DESC LIMIT 100)
             ) ORDER BY status = 'sent', changed_at DESC"
        );
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map([], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// The first time after a letter `d` went that its reader said something: a message from them, or a talk with them.
pub(super) const ANSWERED: &str = "(SELECT min(x.at) FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
   WHERE d.touchpoint IS NOT NULL AND x.person = d.person AND x.at > (SELECT at FROM touchpoint WHERE rid = d.touchpoint)
     AND (t.direction = 'inbound' OR t.channel NOT IN ('email', 'post', 'chat', 'social')))";

/// A row of a list: its columns in the order of [`row`].
pub(super) fn row_sql() -> String {
    format!(
        "SELECT d.id, p.id, p.name, d.kind, d.channel, d.subject, d.status, d.changed_at, d.answer_by, {ANSWERED}
         FROM draft d JOIN person p ON p.rid = d.person"
    )
}

pub(super) fn row(r: &Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        kind: templates::kind_from(r.get_ref(3)?.as_str()?),
        channel: Channel::from_text(r.get_ref(4)?.as_str()?),
        subject: r.get(5)?,
        status: DraftStatus::from_text(r.get_ref(6)?.as_str()?),
        changed_at: r.get(7)?,
        answer_by: Some(r.get(8)?).filter(|day: &String| !day.is_empty()),
        answered_at: r.get(9)?,
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
    let sql = format!("{} WHERE d.id = ?1", row_sql());
    let found = c.prepare_cached(&sql)?.query_row([input.id], row).optional()?.or_not_found()?;
    let rid = rid_of(c, &person::KIND, found.person.id)?;
    let sql = "SELECT d.text, d.language, d.ignored, p.note, d.fallbacks, d.override_reason, d.rid, d.follows, s.last_touch
               FROM draft d JOIN person p ON p.rid = d.person JOIN person_stat s ON s.person = d.person WHERE d.id = ?1";
    let (mut draft, own, last) = c.prepare_cached(sql)?.query_row([input.id], |r| {
        let lines =
            |at| -> rusqlite::Result<Vec<String>> { Ok(r.get_ref(at)?.as_str()?.lines().map(str::to_owned).collect()) };
        let draft = Draft {
            row: found,
            text: r.get(0)?,
            language: r.get(1)?,
            to: None,
            last: None,
            remember: r.get(3)?,
            ignored: r.get_ref(2)?.as_str()?.split_whitespace().map(str::to_owned).collect(),
            fallbacks: lines(4)?,
            override_reason: r.get(5)?,
            batch: None,
            made: None,
            limit: None,
            attachments: Vec::new(),
            follows: r.get_ref(7)?.as_str()?.parse().ok().map(DraftId),
        };
        Ok((draft, r.get::<_, i64>(6)?, r.get::<_, Option<i64>>(8)?))
    })?;
    draft.to = compose::address(c, rid, draft.row.channel)?;
    draft.last = last.map(|touch| touchpoints::touchpoint_of(c, touch)).transpose()?;
    draft.batch = batch::of_letter(c, own)?;
    draft.made = refilling::make(c, own)?;
    draft.limit = limit(draft.row.channel);
    draft.attachments = attachments::of_letter(c, own)?;
    Ok(draft)
}
