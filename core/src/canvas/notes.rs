//! Writing on the canvas: adding, changing, moving, binding, putting away. Each is one step.

use super::kinds::note;
use super::plan::Block;
use super::read::{find, note_of};
use super::{Binding, Note};
use crate::error::{Code, Error, Result};
use crate::ids::{CanvasId, NoteId};
use crate::order::key_between;
use crate::vault::{Field, Vault, Writer, rid_of};
use rusqlite::params;
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

/// Longest text of a note, in bytes; more belongs into its detail.
const MAX_TEXT: usize = 4 * 1024;
/// Longest detail of a note, in bytes.
const MAX_DETAIL: usize = 64 * 1024;

/// A note to be put on a canvas.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AddNote {
    /// The id it is to have, so that a page can show it before it is saved; made here when left out.
    #[serde(default)]
    pub id: Option<NoteId>,
    /// The canvas; the first one when left out.
    #[serde(default)]
    pub canvas: Option<CanvasId>,
    /// Into which block.
    pub block: Block,
    /// What it says.
    pub text: String,
    /// More about it.
    #[serde(default)]
    pub detail: Option<String>,
    /// One of the six hues of the palette, 0 for none.
    #[serde(default)]
    pub hue: Option<u8>,
    /// What its figures come from.
    #[serde(default)]
    pub binding: Option<Binding>,
    /// The note it follows; at the end of the block when left out.
    #[serde(default)]
    pub after: Option<NoteId>,
}

/// What a note says, to be changed; what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct EditNote {
    /// The note.
    pub id: NoteId,
    /// What it says.
    #[serde(default)]
    pub text: Option<String>,
    /// More about it.
    #[serde(default)]
    pub detail: Option<String>,
    /// One of the six hues of the palette, 0 for none.
    #[serde(default)]
    pub hue: Option<u8>,
}

/// Where a note goes.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MoveNote {
    /// The note.
    pub id: NoteId,
    /// Into which block.
    pub block: Block,
    /// Behind this note of that block.
    #[serde(default)]
    pub after: Option<NoteId>,
    /// In front of this note of that block. With neither: to the end.
    #[serde(default)]
    pub before: Option<NoteId>,
}

/// What the figures of a note come from, to be changed.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct Bind {
    /// The note.
    pub id: NoteId,
    /// What they come from; nothing takes them away.
    #[serde(default)]
    pub binding: Option<Binding>,
}

/// Names one note.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct NoteRef {
    /// The note.
    pub id: NoteId,
}

/// Puts a note on a canvas.
///
/// # Errors
/// [`Code::Invalid`] when it says nothing or its id is taken; [`Code::TooLarge`]; [`Code::NotFound`].
pub fn add_note(vault: &Vault, input: AddNote) -> Result<Note> {
    let id = input.id.unwrap_or_else(NoteId::make);
    vault.write("addNote", input.text.trim(), |w| insert_note(w, id, &input))?;
    note_of(vault, id)
}

/// Puts a note on a canvas as part of a larger step.
///
/// # Errors
/// As [`add_note`].
pub fn insert_note(w: &mut Writer<'_>, id: NoteId, input: &AddNote) -> Result<i64> {
    let mut cells = content(Some(&input.text), input.detail.as_ref(), input.hue)?;
    let taken = "SELECT EXISTS (SELECT 1 FROM note WHERE id = ?1) OR EXISTS (SELECT 1 FROM parked_note WHERE id = ?1)";
    if w.conn().prepare_cached(taken)?.query_row([id], |r| r.get(0))? {
        return Err(Error::invalid("id", "taken"));
    }
    let canvas = find(w.conn(), input.canvas)?;
    let place = match input.after {
        Some(after) => Place::After(rid_of(w.conn(), &note::KIND, after)?),
        None => Place::Last,
    };
    let key = key_at(w, canvas, input.block, place, id)?;
    cells.extend([
        (note::BINDING, Binding::to_text(input.binding.as_ref())?.into()),
        (note::CANVAS, canvas.into()),
        (note::BLOCK, input.block.as_str().to_owned().into()),
        (note::ORDER_KEY, key.into()),
        (note::CREATED_AT, w.now().into()),
    ]);
    w.insert(&note::KIND, id, &cells)
}

/// Changes what a note says.
///
/// # Errors
/// As [`add_note`].
pub fn edit_note(vault: &Vault, input: EditNote) -> Result<Note> {
    change(vault, "editNote", input.id, content(input.text.as_ref(), input.detail.as_ref(), input.hue)?)
}

/// Binds a note to what its figures come from, or unbinds it.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Invalid`] for a type of relationship that there is not.
pub fn bind(vault: &Vault, input: Bind) -> Result<Note> {
    change(vault, "bindNote", input.id, vec![(note::BINDING, Binding::to_text(input.binding.as_ref())?.into())])
}

/// Puts a note away; it can be brought back.
///
/// # Errors
/// [`Code::NotFound`].
pub fn archive_note(vault: &Vault, input: NoteRef) -> Result<Note> {
    let now = vault.clock().now();
    change(vault, "archiveNote", input.id, vec![(note::ARCHIVED_AT, now.into())])
}

/// Brings a note back that was put away, to where it stood.
///
/// # Errors
/// [`Code::NotFound`].
pub fn restore_note(vault: &Vault, input: NoteRef) -> Result<Note> {
    change(vault, "restoreNote", input.id, vec![(note::ARCHIVED_AT, Value::Null)])
}

/// Moves a note to a place in its block or in another one. No other note changes.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Invalid`] when the neighbour stands in another block.
pub fn move_note(vault: &Vault, input: MoveNote) -> Result<Note> {
    let text = note_of(vault, input.id)?.text;
    vault.write("moveNote", &text, |w| {
        let rid = w.rid(&note::KIND, input.id)?;
        let sql = "SELECT canvas, block, order_key FROM note WHERE rid = ?1";
        let (canvas, block, own): (i64, String, String) =
            w.conn().prepare_cached(sql)?.query_row([rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let place = match (input.after, input.before) {
            (Some(after), None) => Place::After(w.rid(&note::KIND, after)?),
            (None, Some(before)) => Place::Before(w.rid(&note::KIND, before)?),
            (None, None) => Place::Last,
            _ => return Err(Error::invalid("after", "oneOf")),
        };
        if matches!(place, Place::After(other) | Place::Before(other) if other == rid) {
            return Ok(());
        }
        // Among those on the sheet: a move that nobody would see is no step, whatever was put away beside it.
        let others = standing(w, canvas, input.block, input.id, Which::OnTheSheet)?;
        let stands_at = others.iter().take_while(|n| (&n.1, n.2) < (&own, input.id)).count();
        if block == input.block.as_str() && place.index(&others).is_ok_and(|at| at == stands_at) {
            return Ok(());
        }
        let key = key_at(w, canvas, input.block, place, input.id)?;
        w.set(&note::KIND, rid, note::BLOCK, input.block.as_str().to_owned())?;
        w.set(&note::KIND, rid, note::ORDER_KEY, key)?;
        Ok(())
    })?;
    note_of(vault, input.id)
}

pub(super) fn change(vault: &Vault, name: &'static str, id: NoteId, cells: Vec<(Field, Value)>) -> Result<Note> {
    let text = note_of(vault, id)?.text;
    vault.write(name, &text, |w| {
        let rid = w.rid(&note::KIND, id)?;
        for (field, value) in cells {
            w.set(&note::KIND, rid, field, value)?;
        }
        Ok(())
    })?;
    note_of(vault, id)
}

fn content(text: Option<&String>, detail: Option<&String>, hue: Option<u8>) -> Result<Vec<(Field, Value)>> {
    let mut cells = Vec::new();
    for (field, name, text, limit) in
        [(note::TEXT, "text", text, MAX_TEXT), (note::DETAIL, "detail", detail, MAX_DETAIL)]
    {
        let Some(text) = text else { continue };
        if text.len() > limit {
            return Err(Error::new(Code::TooLarge).with("field", name).with("limit", limit));
        }
        if field == note::TEXT && text.trim().is_empty() {
            return Err(Error::invalid(name, "empty"));
        }
        cells.push((field, text.trim().to_owned().into()));
    }
    match hue {
        Some(hue) if hue > 6 => return Err(Error::invalid("hue", "range")),
        Some(hue) => cells.push((note::HUE, i64::from(hue).into())),
        None => {}
    }
    Ok(cells)
}

/// Where in a block.
#[derive(Debug, Clone, Copy)]
enum Place {
    After(i64),
    Before(i64),
    Last,
}

impl Place {
    /// How many of a block's other notes stand in front of it.
    fn index(self, others: &[Standing]) -> Result<usize> {
        let at = |rid: i64| others.iter().position(|n| n.0 == rid).ok_or_else(|| Error::invalid("after", "elsewhere"));
        match self {
            Self::After(rid) => Ok(at(rid)? + 1),
            Self::Before(rid) => at(rid),
            Self::Last => Ok(others.len()),
        }
    }
}

/// A note in its block: its row, its key, and its id, which decides between equal keys.
type Standing = (i64, String, NoteId);

/// A key for `id` at a place of a block. Notes put away keep their places, so that they can come back to them.
fn key_at(w: &mut Writer<'_>, canvas: i64, block: Block, place: Place, id: NoteId) -> Result<String> {
    let standing = standing(w, canvas, block, id, Which::All)?;
    let index = place.index(&standing)?;
    let before = index.checked_sub(1).and_then(|i| standing.get(i)).map(|n| n.1.as_str());
    // Two keys can only be the same after a merge: those that follow with the same key move on to make room.
    let same = standing[index..].iter().take_while(|n| Some(n.1.as_str()) == before).count();
    let after = standing.get(index + same).map(|n| n.1.as_str());
    let key = key_between(before, after, id.0.as_u128());
    let mut last = key.clone();
    for (rid, ..) in standing.iter().skip(index).take(same) {
        last = key_between(Some(&last), after, u128::from(rid.unsigned_abs()));
        w.set(&note::KIND, *rid, note::ORDER_KEY, last.clone())?;
    }
    Ok(key)
}

/// Which notes of a block.
#[derive(Debug, Clone, Copy)]
enum Which {
    OnTheSheet,
    /// Those put away as well: they keep their places.
    All,
}

/// The other notes of a block with their keys, in order.
fn standing(w: &Writer<'_>, canvas: i64, block: Block, but: NoteId, which: Which) -> Result<Vec<Standing>> {
    let sql = "SELECT rid, order_key, id FROM note WHERE canvas = ?1 AND block = ?2 AND id <> ?3
               AND (?4 OR archived_at IS NULL) ORDER BY order_key, id";
    let all = matches!(which, Which::All);
    let mut rows = w.conn().prepare_cached(sql)?;
    let rows = rows.query_map(params![canvas, block.as_str(), but, all], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
