//! Batches as lists: how far each has come, and its letters in their order.

use super::held::held_count;
use crate::clock::Millis;
use crate::drafts::coach::LetterKind;
use crate::drafts::kinds::{batch as kind, draft, held as held_kind};
use crate::drafts::letters::{ANSWERED, DraftStatus};
use crate::drafts::templates::kind_from;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{BatchId, DraftId, SegmentId};
use crate::people::NamedPerson;
use crate::touchpoints::Channel;
use crate::vault::{Vault, rid_of};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest name, in characters.
const LONGEST: usize = 120;

/// A batch, and how far it has come.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Batch {
    /// Names it.
    pub id: BatchId,
    /// What the user calls it.
    pub name: String,
    /// The segment it was begun for, if that is still there.
    pub segment: Option<SegmentId>,
    /// What its letters are for.
    pub kind: LetterKind,
    /// How they go.
    pub channel: Channel,
    /// The template's key; empty: the first for the kind and each one's language.
    pub template: String,
    /// When it was made.
    pub created_at: Millis,
    /// Its letters, without those held.
    pub letters: u32,
    /// Of them: approved, or further.
    pub approved: u32,
    /// Of them: handed over, and not known to have gone.
    pub handed_over: u32,
    /// Of them: gone.
    pub sent: u32,
    /// Of them: answered.
    pub answered: u32,
    /// Of them: not answered by the day one hoped for.
    pub no_answer: u32,
    /// People who get no letter as it stands.
    pub held: u32,
}

/// Names one batch.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct BatchRef {
    /// The batch.
    pub id: BatchId,
}

/// Another name for a batch.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct RenameBatch {
    /// The batch.
    pub id: BatchId,
    /// The name.
    pub name: String,
}

/// A letter of a batch in its list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BatchLetter {
    /// Names it.
    pub id: DraftId,
    /// To whom.
    pub person: NamedPerson,
    /// Its subject.
    pub subject: String,
    /// How its text begins, after the greeting.
    pub preview: String,
    /// How far it has come.
    pub status: DraftStatus,
    /// Whether it was read and found good.
    pub approved: bool,
    /// By which day an answer is hoped for, `YYYY-MM-DD`.
    pub answer_by: Option<String>,
    /// When they answered after it went, in milliseconds since 1970.
    pub answered_at: Option<Millis>,
}

/// Where a letter stands in its batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct InBatch {
    /// The batch.
    pub id: BatchId,
    /// Its name.
    pub name: String,
    /// Whether the letter was read and found good.
    pub approved: bool,
    /// Why it is held, where it is; may be empty.
    pub held_why: Option<String>,
}

/// Every batch, the newest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn batches(vault: &Vault, (): ()) -> Result<Vec<Batch>> {
    let today = vault.clock().today().to_string();
    vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{} ORDER BY b.rid DESC", sql()))?;
        let rows = rows.query_map([&today], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// One batch.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn batch(vault: &Vault, input: BatchRef) -> Result<Batch> {
    let today = vault.clock().today().to_string();
    let sql = format!("{} WHERE b.id = ?2", sql());
    vault.read(|c| c.prepare_cached(&sql)?.query_row((&today, input.id), row).optional()?.or_not_found())
}

fn sql() -> String {
    let held = held_count();
    let counted = "FROM draft d JOIN person p ON p.rid = d.person WHERE d.batch = b.rid AND d.held_at IS NULL AND p.binned_at IS NULL";
    format!(
        "SELECT b.id, b.name, (SELECT s.id FROM segment s WHERE b.segment <> '' AND s.id = unhex(replace(b.segment, '-', ''))), b.kind, b.channel, b.template, b.created_at,
           (SELECT count(*) {counted}),
           (SELECT count(*) {counted} AND (d.approved_at IS NOT NULL OR d.status <> 'writing')),
           (SELECT count(*) {counted} AND d.status = 'handedOver'),
           (SELECT count(*) {counted} AND d.status = 'sent'),
           (SELECT count(*) {counted} AND d.status = 'sent' AND {ANSWERED} IS NOT NULL),
           (SELECT count(*) {counted} AND d.status = 'sent' AND d.answer_by <> '' AND d.answer_by <= ?1 AND {ANSWERED} IS NULL),
           {held}
         FROM batch b"
    )
}

fn row(r: &Row<'_>) -> rusqlite::Result<Batch> {
    Ok(Batch {
        id: r.get(0)?,
        name: r.get(1)?,
        segment: r.get(2)?,
        kind: kind_from(r.get_ref(3)?.as_str()?),
        channel: Channel::from_text(r.get_ref(4)?.as_str()?),
        template: r.get(5)?,
        created_at: r.get(6)?,
        letters: r.get(7)?,
        approved: r.get(8)?,
        handed_over: r.get(9)?,
        sent: r.get(10)?,
        answered: r.get(11)?,
        no_answer: r.get(12)?,
        held: r.get(13)?,
    })
}

/// The letters of a batch in their order, without those held.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn letters(vault: &Vault, input: BatchRef) -> Result<Vec<BatchLetter>> {
    let sql = format!(
        "SELECT d.id, p.id, p.name, d.subject, d.text, d.status, d.approved_at IS NOT NULL, d.answer_by, {ANSWERED}
         FROM draft d JOIN person p ON p.rid = d.person
         WHERE d.batch = ?1 AND d.held_at IS NULL AND p.binned_at IS NULL ORDER BY d.rid"
    );
    vault.read(|c| {
        let batch = rid_of(c, &kind::KIND, input.id)?;
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map([batch], |r| {
            Ok(BatchLetter {
                id: r.get(0)?,
                person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
                subject: r.get(3)?,
                preview: preview(r.get_ref(4)?.as_str()?),
                status: DraftStatus::from_text(r.get_ref(5)?.as_str()?),
                approved: r.get(6)?,
                answer_by: Some(r.get(7)?).filter(|day: &String| !day.is_empty()),
                answered_at: r.get(8)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// The first words after the greeting.
fn preview(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let said = lines.next().unwrap_or(first);
    said.chars().take(140).collect()
}

/// Where the letter in that row stands in its batch, if it is in one.
pub(crate) fn of_letter(c: &Connection, letter: i64) -> Result<Option<InBatch>> {
    let sql = "SELECT b.id, b.name, d.approved_at IS NOT NULL, d.held_at IS NOT NULL, d.held_why
               FROM draft d JOIN batch b ON b.rid = d.batch WHERE d.rid = ?1";
    let found = c.prepare_cached(sql)?.query_row([letter], |r| {
        let (held, why): (bool, String) = (r.get(3)?, r.get(4)?);
        Ok(InBatch { id: r.get(0)?, name: r.get(1)?, approved: r.get(2)?, held_why: held.then_some(why) })
    });
    Ok(found.optional()?)
}

/// A batch's name as it is kept.
pub(super) fn tidy_name(name: &str) -> Result<String> {
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(Error::invalid("name", "empty")),
        n if n > LONGEST => Err(Error::invalid("name", "tooLong")),
        _ => Ok(name),
    }
}

/// Gives a batch another name.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when it is empty or too long.
pub fn rename_batch(vault: &Vault, input: RenameBatch) -> Result<Batch> {
    let name = tidy_name(&input.name)?;
    vault.write("renameBatch", &name, |w| {
        let rid = w.rid(&kind::KIND, input.id)?;
        w.set(&kind::KIND, rid, kind::NAME, name.clone())
    })?;
    batch(vault, BatchRef { id: input.id })
}

/// Takes a batch out with every letter of it that has not gone; those that went stay, by themselves. Undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_batch(vault: &Vault, input: BatchRef) -> Result<()> {
    let name = batch(vault, input)?.name;
    vault.write("removeBatch", &name, |w| {
        let rid = w.rid(&kind::KIND, input.id)?;
        let rids = |sql: &str| -> Result<Vec<i64>> {
            let mut rows = w.conn().prepare_cached(sql)?;
            Ok(rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
        };
        let gone = rids("SELECT rid FROM draft WHERE batch = ?1 AND status = 'sent'")?;
        let open = rids("SELECT rid FROM draft WHERE batch = ?1 AND status <> 'sent'")?;
        let held = rids("SELECT rid FROM held WHERE batch = ?1")?;
        for letter in gone {
            w.set(&draft::KIND, letter, draft::BATCH, Value::Null)?;
        }
        for letter in open {
            crate::drafts::writing::take_out(w, letter)?;
        }
        for person in held {
            w.remove(&held_kind::KIND, person)?;
        }
        w.remove(&kind::KIND, rid)
    })
}
