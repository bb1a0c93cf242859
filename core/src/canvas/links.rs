//! Links between notes: which segment through which channel, which relationship with which value, what it costs.

use super::kinds::{link, note};
use crate::error::{Error, Result};
use crate::ids::NoteId;
use crate::vault::{Vault, Writer};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Two notes of a sheet that belong together; there is no first and second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NoteLink {
    /// One of them.
    pub a: NoteId,
    /// The other one.
    pub b: NoteId,
}

/// Two notes to be linked, or not any more.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct LinkNotes {
    /// One of them.
    pub a: NoteId,
    /// The other one, of the same canvas.
    pub b: NoteId,
}

/// The links between notes that stand on a sheet, each pair once.
pub(super) fn of_canvas(c: &Connection, canvas: i64) -> rusqlite::Result<Vec<NoteLink>> {
    let mut rows = c.prepare_cached(
        "SELECT DISTINCT min(x.id, y.id), max(x.id, y.id) FROM note_link l
         JOIN note x ON x.rid = l.a AND x.archived_at IS NULL JOIN note y ON y.rid = l.b AND y.archived_at IS NULL
         WHERE x.canvas = ?1 AND y.canvas = ?1 ORDER BY 1, 2",
    )?;
    rows.query_map([canvas], |r| Ok(NoteLink { a: r.get(0)?, b: r.get(1)? }))?.collect()
}

/// Links two notes of a canvas.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] for a note and itself, or notes of two canvases.
pub fn link_notes(vault: &Vault, input: LinkNotes) -> Result<()> {
    let name = text_of(vault, input.a)?;
    vault.write("linkNotes", &name, |w| insert_link(w, input))
}

/// Links two notes as part of a larger step. Notes that are linked stay linked.
///
/// # Errors
/// As [`link_notes`].
pub fn insert_link(w: &mut Writer<'_>, LinkNotes { a, b }: LinkNotes) -> Result<()> {
    let (a, b) = (w.rid(&note::KIND, a)?, w.rid(&note::KIND, b)?);
    let canvases: i64 = w
        .conn()
        .prepare_cached("SELECT count(DISTINCT canvas) FROM note WHERE rid IN (?1, ?2)")?
        .query_row([a, b], |r| r.get(0))?;
    if a == b || canvases != 1 {
        return Err(Error::invalid("b", "elsewhere"));
    }
    if rows(w.conn(), a, b)?.is_empty() {
        w.insert(&link::KIND, Uuid::now_v7(), &[(link::A, a.into()), (link::B, b.into())])?;
    }
    Ok(())
}

/// Takes the link between two notes away.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn unlink_notes(vault: &Vault, LinkNotes { a, b }: LinkNotes) -> Result<()> {
    let name = text_of(vault, a)?;
    vault.write("unlinkNotes", &name, |w| unlink_rows(w, LinkNotes { a, b }))
}

/// Takes every row away that links two notes.
pub(super) fn unlink_rows(w: &mut Writer<'_>, LinkNotes { a, b }: LinkNotes) -> Result<()> {
    let (a, b) = (w.rid(&note::KIND, a)?, w.rid(&note::KIND, b)?);
    rows(w.conn(), a, b)?.into_iter().try_for_each(|rid| w.remove(&link::KIND, rid))
}

fn rows(c: &Connection, a: i64, b: i64) -> Result<Vec<i64>> {
    let sql = "SELECT rid FROM note_link WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)";
    Ok(c.prepare_cached(sql)?.query_map([a, b], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn text_of(vault: &Vault, id: NoteId) -> Result<String> {
    vault.read(|c| super::read::plain_note(c, id).map(|note| note.text))
}
