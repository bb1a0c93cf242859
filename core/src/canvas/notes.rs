//! Writing on the canvas: adding, changing, moving, binding, putting away. Each is one step.

use super::blocks::Block;
use super::evidence::Evidence;
use super::kinds::note;
use super::own::blocks_of;
use super::read::{find, kind_of, note_of};
use super::{Binding, Note};
use crate::error::{Error, Result};
use crate::ids::{CanvasId, NoteId};
use crate::typed;
use crate::vault::{Field, Ordered, Place, Vault, Writer, rid_of};
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

/// How notes stand in a block of a canvas.
const NOTES_IN_ORDER: Ordered = Ordered {
    kind: &note::KIND,
    within: &[note::CANVAS, note::BLOCK],
    key: note::ORDER_KEY,
    unseen: Some(note::ARCHIVED_AT),
};

fn in_block(canvas: i64, block: Block) -> [Value; 2] {
    [canvas.into(), block.as_str().to_owned().into()]
}

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
    /// What speaks for it.
    #[serde(default)]
    pub evidence: Option<Evidence>,
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
    note::KIND.demand_free(w.conn(), id)?;
    let canvas = find(w.conn(), input.canvas)?;
    demand_block(w, canvas, input.block)?;
    let place = Place::of(input.after, None, |id| rid_of(w.conn(), &note::KIND, id))?;
    let key = NOTES_IN_ORDER.key_at(w, &in_block(canvas, input.block), place, id.0)?;
    cells.extend([
        (note::BINDING, Binding::to_text(input.binding.as_ref())?.into()),
        (note::CANVAS, canvas.into()),
        (note::BLOCK, input.block.as_str().to_owned().into()),
        (note::ORDER_KEY, key.into()),
        (note::CREATED_AT, w.now().into()),
    ]);
    if let Some(evidence) = input.evidence {
        cells.push((note::EVIDENCE, evidence.said().into()));
    }
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
        let sql = "SELECT canvas FROM note WHERE rid = ?1";
        let canvas: i64 = w.conn().prepare_cached(sql)?.query_row([rid], |r| r.get(0))?;
        demand_block(w, canvas, input.block)?;
        let place = Place::of(input.after, input.before, |id| w.rid(&note::KIND, id))?;
        NOTES_IN_ORDER.put(w, rid, &in_block(canvas, input.block), place)
    })?;
    note_of(vault, input.id)
}

/// Refuses a block that the sheet does not have.
fn demand_block(w: &Writer<'_>, canvas: i64, block: Block) -> Result<()> {
    let blocks = blocks_of(w.conn(), &kind_of(w.conn(), canvas)?)?;
    if blocks.iter().any(|plan| plan.block == block) { Ok(()) } else { Err(Error::invalid("block", "elsewhere")) }
}

pub(super) fn change(vault: &Vault, name: &'static str, id: NoteId, cells: Vec<(Field, Value)>) -> Result<Note> {
    change_with(vault, name, id, cells, |_| Ok(()))
}

/// Changes a note, and something else in the same step.
pub(super) fn change_with(
    vault: &Vault,
    name: &'static str,
    id: NoteId,
    cells: Vec<(Field, Value)>,
    also: impl FnOnce(&mut Writer<'_>) -> Result<()>,
) -> Result<Note> {
    let text = note_of(vault, id)?.text;
    vault.write(name, &text, |w| {
        let rid = w.rid(&note::KIND, id)?;
        w.set_all(&note::KIND, rid, cells)?;
        also(w)
    })?;
    note_of(vault, id)
}

fn content(text: Option<&String>, detail: Option<&String>, hue: Option<u8>) -> Result<Vec<(Field, Value)>> {
    let mut cells = Vec::new();
    for (field, name, text, limit) in
        [(note::TEXT, "text", text, MAX_TEXT), (note::DETAIL, "detail", detail, MAX_DETAIL)]
    {
        let Some(text) = text else { continue };
        let check = if field == note::TEXT { typed::needed_to } else { typed::limited_to };
        cells.push((field, check(limit, name, text)?.into()));
    }
    match hue {
        Some(hue) if hue > 6 => return Err(Error::invalid("hue", "range")),
        Some(hue) => cells.push((note::HUE, i64::from(hue).into())),
        None => {}
    }
    Ok(cells)
}
