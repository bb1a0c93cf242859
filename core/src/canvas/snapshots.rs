//! Frozen versions of a canvas: its notes as they stood, and the numbers they showed then.

use super::kinds::snapshot as kind;
use super::read::{find, get};
use super::{Binding, Block, Canvas, CanvasRef, Evidence, Note, NoteFigures};
use crate::clock::Millis;
use crate::error::{Code, Error, OrNotFound, Result};
use crate::ids::{CanvasId, CanvasSnapshotId, NoteId};
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest label or reason, in bytes.
const MAX_TEXT: usize = 4 * 1024;

/// A frozen version in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SnapshotRow {
    /// Names it.
    pub id: CanvasSnapshotId,
    /// Its place among the versions of its canvas, from 1. The sheet itself is the version after the last one.
    pub number: u32,
    /// What it is called.
    pub label: String,
    /// Why it was kept.
    pub reason: String,
    /// When it was kept.
    pub at: Millis,
}

/// A frozen version with what stood in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Snapshot {
    /// Which version.
    #[serde(flatten)]
    pub row: SnapshotRow,
    /// What the canvas was called.
    pub title: String,
    /// Its notes, block by block, in order.
    pub notes: Vec<FrozenNote>,
}

/// A version to be kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TakeSnapshot {
    /// The canvas; the first one when left out.
    #[serde(default)]
    pub canvas: Option<CanvasId>,
    /// What it is called.
    pub label: String,
    /// Why it is kept.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Names one frozen version.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct SnapshotRef {
    /// The version.
    pub id: CanvasSnapshotId,
}

/// A note as it stood. What is added later must be able to be left out: versions are read for as long as the vault is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FrozenNote {
    /// The note; it may be gone now.
    pub id: NoteId,
    /// The block it was in.
    pub block: Block,
    /// What it said.
    pub text: String,
    /// More about it.
    pub detail: String,
    /// One of the six hues of the palette, 0 for none.
    pub hue: u8,
    /// What its numbers came from.
    pub binding: Option<Binding>,
    /// What spoke for it.
    #[serde(default)]
    pub evidence: Evidence,
    /// How much hung on it.
    #[serde(default)]
    pub importance: u8,
    /// The numbers it showed.
    pub numbers: Option<NoteNumbers>,
}

/// What numbers are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NumbersOf {
    /// The people of a segment.
    Segment,
    /// The touchpoints of a channel.
    Channel,
    /// The people who are served with a type of relationship.
    Relation,
}

/// Numbers as a note showed them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NoteNumbers {
    /// What they are of.
    pub of: NumbersOf,
    /// The segment's name, the channel, or the type of relationship.
    pub name: String,
    /// How many people or touchpoints; nothing when that could not be counted.
    pub count: Option<u32>,
    /// How many there were altogether.
    pub total: u32,
    /// How the touchpoints of a channel felt on average, -2 to 2.
    #[serde(default)]
    pub felt: Option<f64>,
    /// How many of them said so.
    #[serde(default)]
    pub felt_n: u32,
}

/// What is kept in one cell.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Frozen {
    pub title: String,
    #[serde(deserialize_with = "known")]
    pub notes: Vec<FrozenNote>,
}

impl Frozen {
    /// A canvas as it stands, with the numbers of now.
    pub fn of(canvas: Canvas) -> Self {
        Self { title: canvas.title, notes: canvas.notes.into_iter().map(freeze).collect() }
    }
}

/// A note that only a newer program can read is left out; the others are read.
fn known<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Vec<FrozenNote>, D::Error> {
    let notes = Vec::<serde_json::Value>::deserialize(from)?;
    Ok(notes.into_iter().filter_map(|note| serde_json::from_value(note).ok()).collect())
}

fn freeze(note: Note) -> FrozenNote {
    FrozenNote {
        id: note.id,
        block: note.block,
        text: note.text,
        detail: note.detail,
        hue: note.hue,
        binding: note.binding,
        evidence: note.judgement.evidence,
        importance: note.judgement.importance,
        numbers: note.figures.map(NoteNumbers::from),
    }
}

impl From<NoteFigures> for NoteNumbers {
    fn from(figures: NoteFigures) -> Self {
        let numbers = |of, name, count, total| Self { of, name, count, total, felt: None, felt_n: 0 };
        match figures {
            NoteFigures::Segment { segment, count, people } => {
                numbers(NumbersOf::Segment, segment.map(|s| s.name).unwrap_or_default(), count, people)
            }
            NoteFigures::Channel { share } => Self {
                felt: share.felt,
                felt_n: share.felt_n,
                ..numbers(NumbersOf::Channel, share.channel.as_str().to_owned(), Some(share.touches), share.of)
            },
            NoteFigures::Relation { relation, count, people } => {
                numbers(NumbersOf::Relation, relation, Some(count), people)
            }
        }
    }
}

/// The frozen versions of a canvas, the last one first.
///
/// # Errors
/// [`Code::NotFound`].
pub fn snapshots(vault: &Vault, input: CanvasRef) -> Result<Vec<SnapshotRow>> {
    vault.read(|c| {
        let canvas = find(c, input.id)?;
        let mut rows = c.prepare_cached(&format!("{NUMBERED} WHERE canvas = ?1 ORDER BY number DESC"))?;
        Ok(rows.query_map([canvas], row)?.collect::<rusqlite::Result<_>>()?)
    })
}

/// Two people may each keep a version offline: their numbers follow from when that was, and are told, not stored.
const NUMBERED: &str = "SELECT id, number, label, reason, at FROM
    (SELECT *, row_number() OVER (PARTITION BY canvas ORDER BY at, id) AS number FROM canvas_snapshot)";

fn row(r: &Row<'_>) -> rusqlite::Result<SnapshotRow> {
    Ok(SnapshotRow { id: r.get(0)?, number: r.get(1)?, label: r.get(2)?, reason: r.get(3)?, at: r.get(4)? })
}

pub(super) fn row_of(c: &Connection, id: CanvasSnapshotId) -> Result<SnapshotRow> {
    c.prepare_cached(&format!("{NUMBERED} WHERE id = ?1"))?.query_row([id], row).optional()?.or_not_found()
}

/// Freezes a canvas with the numbers that its notes show.
///
/// # Errors
/// [`Code::Invalid`] without a label; [`Code::TooLarge`]; [`Code::NotFound`].
pub fn take_snapshot(vault: &Vault, input: TakeSnapshot) -> Result<SnapshotRow> {
    let (label, reason) = (input.label.trim(), input.reason.as_deref().unwrap_or_default().trim());
    if label.is_empty() {
        return Err(Error::invalid("label", "empty"));
    }
    if label.len().max(reason.len()) > MAX_TEXT {
        return Err(Error::new(Code::TooLarge).with("limit", MAX_TEXT));
    }
    let frozen = serde_json::to_string(&Frozen::of(get(vault, CanvasRef { id: input.canvas })?))?;
    let id = CanvasSnapshotId::make();
    vault.write("takeSnapshot", label, |w| {
        let canvas = find(w.conn(), input.canvas)?;
        let cells = [
            (kind::CANVAS, canvas.into()),
            (kind::LABEL, label.to_owned().into()),
            (kind::REASON, reason.to_owned().into()),
            (kind::AT, w.now().into()),
            (kind::FROZEN, frozen.into()),
        ];
        w.insert(&kind::KIND, id, &cells)
    })?;
    vault.read(|c| row_of(c, id))
}

/// A frozen version with what stood in it.
///
/// # Errors
/// [`Code::NotFound`].
pub fn snapshot(vault: &Vault, input: SnapshotRef) -> Result<Snapshot> {
    let row = vault.read(|c| row_of(c, input.id))?;
    let Frozen { title, notes } = frozen_of(vault, input.id)?.1;
    Ok(Snapshot { row, title, notes })
}

/// The newest version of a canvas.
pub(super) fn latest(c: &Connection, canvas: CanvasId) -> Result<Option<CanvasSnapshotId>> {
    let sql = "SELECT s.id FROM canvas_snapshot s JOIN canvas k ON k.rid = s.canvas WHERE k.id = ?1 ORDER BY s.at DESC, s.id DESC LIMIT 1";
    Ok(c.prepare_cached(sql)?.query_row([canvas], |r| r.get(0)).optional()?)
}

/// What stood in a version, and on which canvas.
pub(super) fn frozen_of(vault: &Vault, id: CanvasSnapshotId) -> Result<(CanvasId, Frozen)> {
    let sql = "SELECT k.id, s.frozen FROM canvas_snapshot s JOIN canvas k ON k.rid = s.canvas WHERE s.id = ?1";
    let (canvas, text): (CanvasId, String) = vault
        .read(|c| c.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?.or_not_found())?;
    Ok((canvas, serde_json::from_str(&text)?))
}

/// The canvas that a version is of, as it stands now.
///
/// # Errors
/// [`Code::NotFound`].
pub fn of_snapshot(vault: &Vault, input: SnapshotRef) -> Result<Canvas> {
    let (canvas, _) = frozen_of(vault, input.id)?;
    get(vault, CanvasRef { id: Some(canvas) })
}

/// Takes a version away.
///
/// # Errors
/// [`Code::NotFound`].
pub fn remove_snapshot(vault: &Vault, input: SnapshotRef) -> Result<()> {
    let label = vault.read(|c| row_of(c, input.id))?.label;
    vault.write("removeSnapshot", &label, |w| {
        let rid = w.rid(&kind::KIND, input.id)?;
        w.remove(&kind::KIND, rid)
    })
}
