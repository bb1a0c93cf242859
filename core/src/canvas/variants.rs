//! Variants: a canvas copied to try something else on it, and canvases taken away.

use super::CanvasRow;
use super::blocks::Question;
use super::kinds::{answer, canvas, link, note, proof, snapshot};
use super::read::{find, list, title_of};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{CanvasId, NoteId};
use crate::vault::{Field, Kind, Vault, Writer};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// A canvas to be copied.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MakeVariant {
    /// The canvas; the first one when left out.
    #[serde(default)]
    pub id: Option<CanvasId>,
    /// What the copy is called.
    pub title: String,
}

/// Names one canvas, and not by leaving it out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct NamedCanvas {
    /// The canvas.
    pub id: CanvasId,
}

/// Copies a canvas with its heading, answers and notes; those put away and its versions stay with the first one.
///
/// # Errors
/// [`crate::error::Code::Invalid`] without a title; [`crate::error::Code::NotFound`].
pub fn make_variant(vault: &Vault, input: MakeVariant) -> Result<CanvasRow> {
    let title = input.title.trim();
    if title.is_empty() {
        return Err(Error::invalid("title", "empty"));
    }
    let id = CanvasId::make();
    vault.write("makeVariant", title, |w| {
        let from = find(w.conn(), input.id)?;
        let sql = "SELECT id FROM canvas WHERE rid = ?1";
        let source: CanvasId = w.conn().prepare_cached(sql)?.query_row([from], |r| r.get(0))?;
        let mut cells = cells_of(w, &canvas::KIND, from, &[canvas::TITLE, canvas::VARIANT_OF, canvas::REVIEW_ON])?;
        cells.push((canvas::TITLE, title.to_owned().into()));
        cells.push((canvas::VARIANT_OF, source.to_string().into()));
        let to = w.insert(&canvas::KIND, id, &cells)?;
        copy_answers(w, from, to)?;
        copy_notes(w, from, to)
    })?;
    list(vault, ())?.into_iter().find(|row| row.id == id).or_not_found()
}

/// The notes that stand on the sheet, with the links between them and what speaks for them. Each copy says whose it is, so
/// that the two sheets can be compared; a copy of a copy says the first one.
fn copy_notes(w: &mut Writer<'_>, from: i64, to: i64) -> Result<()> {
    let mut copies: BTreeMap<i64, i64> = BTreeMap::new();
    for rid in rids(w, "SELECT rid FROM note WHERE canvas = ?1 AND archived_at IS NULL ORDER BY rid", from)? {
        let mut cells = cells_of(w, &note::KIND, rid, &[note::CANVAS, note::COPY_OF])?;
        let sql = "SELECT id, copy_of FROM note WHERE rid = ?1";
        let (id, copy_of): (NoteId, String) =
            w.conn().prepare_cached(sql)?.query_row([rid], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let first = if copy_of.is_empty() { id.to_string() } else { copy_of };
        cells.extend([(note::CANVAS, to.into()), (note::COPY_OF, first.into())]);
        copies.insert(rid, w.insert(&note::KIND, NoteId::make(), &cells)?);
    }
    let sql = "SELECT DISTINCT l.a, l.b FROM note_link l JOIN note n ON n.rid = l.a WHERE n.canvas = ?1";
    for (a, b) in pairs(w, sql, from)? {
        if let (Some(a), Some(b)) = (copies.get(&a), copies.get(&b)) {
            w.insert(&link::KIND, Uuid::now_v7(), &[(link::A, (*a).into()), (link::B, (*b).into())])?;
        }
    }
    for (rid, copy) in copies {
        for row in rids(w, "SELECT rid FROM note_proof WHERE note = ?1", rid)? {
            let mut cells = cells_of(w, &proof::KIND, row, &[proof::NOTE])?;
            cells.push((proof::NOTE, copy.into()));
            w.insert(&proof::KIND, Uuid::now_v7(), &cells)?;
        }
    }
    Ok(())
}

/// One row a question, answered or not, as on every canvas.
fn copy_answers(w: &mut Writer<'_>, from: i64, to: i64) -> Result<()> {
    for question in Question::ALL {
        let sql = "SELECT text FROM answer WHERE canvas = ?1 AND question = ?2 ORDER BY rid LIMIT 1";
        let given: Option<String> = w
            .conn()
            .prepare_cached(sql)?
            .query_row(rusqlite::params![from, question.as_str()], |r| r.get(0))
            .optional()?;
        let cells = [
            (answer::CANVAS, to.into()),
            (answer::QUESTION, question.as_str().to_owned().into()),
            (answer::TEXT, given.unwrap_or_default().into()),
        ];
        w.insert(&answer::KIND, Uuid::now_v7(), &cells)?;
    }
    Ok(())
}

/// The cells of a row, without some of them.
fn cells_of(w: &Writer<'_>, kind: &Kind, rid: i64, but: &[Field]) -> Result<Vec<(Field, Value)>> {
    let fields: Vec<Field> = kind.fields.iter().copied().filter(|f| !but.contains(f)).collect();
    let columns: Vec<&str> = fields.iter().map(|f| f.column).collect();
    let sql = format!("SELECT {} FROM {} WHERE rid = ?1", columns.join(", "), kind.table);
    Ok(w.conn().prepare_cached(&sql)?.query_row([rid], |r| {
        fields.iter().enumerate().map(|(i, field)| Ok((*field, r.get(i)?))).collect::<rusqlite::Result<Vec<_>>>()
    })?)
}

fn pairs(w: &Writer<'_>, sql: &str, canvas: i64) -> Result<Vec<(i64, i64)>> {
    let mut rows = w.conn().prepare_cached(sql)?;
    Ok(rows.query_map([canvas], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

fn rids(w: &Writer<'_>, sql: &str, canvas: i64) -> Result<Vec<i64>> {
    let mut rows = w.conn().prepare_cached(sql)?;
    Ok(rows.query_map([canvas], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Takes a canvas away with everything on it.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] for the last one.
pub fn remove(vault: &Vault, input: NamedCanvas) -> Result<()> {
    let title = title_of(vault, Some(input.id))?;
    if list(vault, ())?.len() < 2 {
        return Err(Error::invalid("id", "last"));
    }
    vault.write("removeCanvas", &title, |w| {
        let rid = find(w.conn(), Some(input.id))?;
        // What hangs on a note goes before it.
        let parts: [(&'static Kind, &str); 5] = [
            (&link::KIND, "a IN (SELECT rid FROM note WHERE canvas = ?1)"),
            (&proof::KIND, "note IN (SELECT rid FROM note WHERE canvas = ?1)"),
            (&note::KIND, "canvas = ?1"),
            (&answer::KIND, "canvas = ?1"),
            (&snapshot::KIND, "canvas = ?1"),
        ];
        for (kind, of) in parts {
            for part in rids(w, &format!("SELECT rid FROM {} WHERE {of}", kind.table), rid)? {
                w.remove(kind, part)?;
            }
        }
        w.remove(&canvas::KIND, rid)
    })
}
