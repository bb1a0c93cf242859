//! Reading a canvas: its notes in order, its answers, and what the book says about both.

use super::blocks::{Block, Question};
use super::figures::Figures;
use super::kinds::canvas;
use super::{Answer, Binding, Canvas, CanvasRef, CanvasRow, Judgement, Note};
use super::{links, own, proofs};
use crate::error::{OrNotFound, Result};
use crate::ids::{CanvasId, NoteId};
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, OptionalExtension, Row};

/// All canvases, the oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<CanvasRow>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached(
            "SELECT id, title, (SELECT count(*) FROM note n WHERE n.canvas = k.rid AND n.archived_at IS NULL), variant_of, kind FROM canvas k ORDER BY rid",
        )?;
        let rows = rows.query_map([], |r| {
            let variant_of = r.get_ref(3)?.as_str()?.parse().ok().map(CanvasId);
            Ok(CanvasRow { id: r.get(0)?, title: r.get(1)?, notes: r.get(2)?, variant_of, kind: r.get(4)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// A whole canvas with its live figures.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn get(vault: &Vault, input: CanvasRef) -> Result<Canvas> {
    let figures = Figures::of(vault)?;
    let facts = figures.facts()?;
    let mut found = vault.read(|c| {
        let rid = find(c, input.id)?;
        let sql = "SELECT id, title, designed_for, designed_by, kind, review_on FROM canvas WHERE rid = ?1";
        let kind = kind_of(c, rid)?;
        let blocks = own::blocks_of(c, &kind)?;
        let mut found = c.prepare_cached(sql)?.query_row([rid], |r| {
            Ok(Canvas {
                id: r.get(0)?,
                title: r.get(1)?,
                kind: r.get(4)?,
                designed_for: r.get(2)?,
                designed_by: r.get(3)?,
                review_on: r.get(5)?,
                blocks,
                links: links::of_canvas(c, rid)?,
                notes: notes(c, rid, "archived_at IS NULL ORDER BY order_key, id")?,
                archived: notes(c, rid, "archived_at IS NOT NULL ORDER BY archived_at DESC, rid DESC")?,
                answers: answers(c, rid)?,
                facts,
            })
        })?;
        for note in found.notes.iter_mut().chain(&mut found.archived) {
            (note.speaks_for, note.speaks_against) = proofs::counts(c, note.id)?;
        }
        Ok(found)
    })?;
    for note in &mut found.notes {
        note.figures = note.binding.as_ref().map(|binding| figures.note(binding)).transpose()?;
    }
    found.notes.sort_by_key(|note| found.blocks.iter().position(|b| b.block == note.block));
    Ok(found)
}

const NOTE: &str = "SELECT id, block, text, detail, hue, binding, archived_at,
    evidence, importance, owner, measure, pass_mark, review_on, result FROM note";

fn notes(c: &Connection, canvas: i64, which: &str) -> rusqlite::Result<Vec<Note>> {
    let mut rows = c.prepare_cached(&format!("{NOTE} WHERE canvas = ?1 AND {which}"))?;
    let found = rows.query_map([canvas], note)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// One note with its figures.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub(super) fn note_of(vault: &Vault, id: NoteId) -> Result<Note> {
    let found = vault.read(|c| {
        let mut found = plain_note(c, id)?;
        (found.speaks_for, found.speaks_against) = proofs::counts(c, id)?;
        Ok(found)
    })?;
    let figures = found.binding.as_ref().map(|binding| Figures::of(vault)?.note(binding)).transpose()?;
    Ok(Note { figures, ..found })
}

/// One note without what the book says about it.
pub(super) fn plain_note(c: &Connection, id: NoteId) -> Result<Note> {
    c.prepare_cached(&format!("{NOTE} WHERE id = ?1"))?.query_row([id], note).optional()?.flatten().or_not_found()
}

/// Which sheet a canvas is.
pub(super) fn kind_of(c: &Connection, canvas: i64) -> Result<String> {
    Ok(c.prepare_cached("SELECT kind FROM canvas WHERE rid = ?1")?.query_row([canvas], |r| r.get(0))?)
}

/// A note of a block that this program does not know stays unseen until a newer one shows it.
fn note(r: &Row<'_>) -> rusqlite::Result<Option<Note>> {
    let Some(block) = Block::from_text(r.get_ref(1)?.as_str()?) else { return Ok(None) };
    Ok(Some(Note {
        id: r.get(0)?,
        block,
        text: r.get(2)?,
        detail: r.get(3)?,
        hue: r.get(4)?,
        binding: Binding::from_text(r.get_ref(5)?.as_str()?),
        judgement: Judgement::read(r, 7)?,
        figures: None,
        speaks_for: 0,
        speaks_against: 0,
        archived_at: r.get(6)?,
    }))
}

fn answers(c: &Connection, canvas: i64) -> rusqlite::Result<Vec<Answer>> {
    let mut rows =
        c.prepare_cached("SELECT question, text FROM answer WHERE canvas = ?1 AND text <> '' ORDER BY rid")?;
    let rows = rows.query_map([canvas], |r| Ok((Question::from_text(r.get_ref(0)?.as_str()?), r.get(1)?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(rows.into_iter().filter_map(|(question, text)| Some(Answer { question: question?, text })).collect())
}

/// The row of a canvas; of the first one when none is named.
pub(super) fn find(c: &Connection, id: Option<CanvasId>) -> Result<i64> {
    match id {
        Some(id) => rid_of(c, &canvas::KIND, id),
        None => c
            .prepare_cached("SELECT min(rid) FROM canvas")?
            .query_row([], |r| r.get::<_, Option<i64>>(0))?
            .or_not_found(),
    }
}

/// What a canvas is called.
pub(super) fn title_of(vault: &Vault, id: Option<CanvasId>) -> Result<String> {
    vault.read(|c| {
        let rid = find(c, id)?;
        Ok(c.prepare_cached("SELECT title FROM canvas WHERE rid = ?1")?.query_row([rid], |r| r.get(0))?)
    })
}
