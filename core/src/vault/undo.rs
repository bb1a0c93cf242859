//! Taking a step back and doing it again. The journal holds enough for both, so they survive a restart.

use super::kind::{Kind, kind_of};
use super::settle::{settle_above, settle_former};
use super::writer::Writer;
use crate::error::{Code, Error, Result};
use crate::ids::StepId;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A step by the name that a person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Step {
    /// Names it.
    pub id: StepId,
    /// A key of the message catalogue: `logTouchpoint`.
    pub name: String,
    /// What it was done to: a person's name, a file's count.
    pub subject: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// What came of an undo or a redo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Undone {
    /// The step.
    pub step: Step,
    /// How many records stayed as they are because they were changed or used since.
    pub kept: u32,
}

/// Which way through the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Undo.
    Back,
    /// Redo.
    Forth,
}

/// The step that undo or redo would take next.
pub(super) fn next(conn: &Connection, way: Way) -> Result<Option<(i64, Step)>> {
    let sql = match way {
        Way::Back => {
            "SELECT rid, id, name, subject, at FROM step WHERE dropped = 0 AND undone_at IS NULL ORDER BY rid DESC LIMIT 1"
        }
        Way::Forth => {
            "SELECT rid, id, name, subject, at FROM step WHERE dropped = 0 AND undone_at IS NOT NULL ORDER BY undone_at DESC LIMIT 1"
        }
    };
    Ok(conn.prepare_cached(sql)?.query_row([], read).optional()?)
}

/// A step that is still done, by its name.
pub(super) fn named(conn: &Connection, id: StepId) -> Result<(i64, Step)> {
    let sql = "SELECT rid, id, name, subject, at FROM step WHERE id = ?1 AND dropped = 0 AND undone_at IS NULL";
    conn.query_row(sql, [id], read).optional()?.ok_or_else(|| Error::new(Code::NothingToUndo))
}

fn read(r: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Step)> {
    Ok((r.get(0)?, Step { id: r.get(1)?, name: r.get(2)?, subject: r.get(3)?, at: r.get(4)? }))
}

struct Change {
    kind: &'static Kind,
    rid: i64,
    field: i64,
    before: Value,
    after: Value,
}

/// Takes step `step` back (or does it again) with new stamps. Returns how many records were left alone.
pub(super) fn replay(w: &mut Writer<'_>, step: i64, way: Way) -> Result<u32> {
    w.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let order = if way == Way::Back { "DESC" } else { "ASC" };
    let sql = format!("SELECT kind, rid, field, before, after FROM change WHERE step = ?1 ORDER BY n {order}");
    let rows = w
        .conn
        .prepare(&sql)?
        .query_map([step], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))?
        .collect::<rusqlite::Result<Vec<(u16, i64, i64, Value, Value)>>>()?;
    let mut changes = Vec::with_capacity(rows.len());
    for (kind, rid, field, before, after) in rows {
        let kind = kind_of(w.kinds, kind).ok_or_else(|| Error::new(Code::NewerVault))?;
        changes.push(Change { kind, rid, field, before, after });
    }
    let kept = if way == Way::Back { used_since(w, step, &changes)? } else { BTreeSet::new() };
    let mut left = 0;
    for change in &changes {
        match (change.field, way) {
            (0, Way::Back) => hide(w, change, &kept)?,
            (0, Way::Forth) => show(w, change.kind, change.rid, end(change))?,
            (-1, Way::Back) => show(w, change.kind, change.rid, change.rid)?,
            (-1, Way::Forth) => hide(w, change, &kept)?,
            _ => left += u32::from(!put(w, change, way)?),
        }
    }
    let people = kept.iter().map(|(kind, _)| kind).min().copied();
    left += u32::try_from(kept.iter().filter(|(kind, _)| Some(*kind) == people).count()).unwrap_or(u32::MAX);
    let undone_at = (way == Way::Back).then_some(w.counter.hlc);
    w.conn.execute("UPDATE step SET undone_at = ?2 WHERE rid = ?1", params![step, undone_at])?;
    Ok(left)
}

fn end(change: &Change) -> i64 {
    match (change.field, &change.after) {
        (0, Value::Integer(to)) => *to,
        _ => change.rid,
    }
}

/// Puts a cell back; false when it was changed since.
fn put(w: &mut Writer<'_>, change: &Change, way: Way) -> Result<bool> {
    let number = u16::try_from(change.field).unwrap_or(u16::MAX);
    let field = *change.kind.field(number).ok_or_else(|| Error::new(Code::NewerVault))?;
    let (expected, wanted) =
        if way == Way::Back { (&change.after, &change.before) } else { (&change.before, &change.after) };
    if w.cell(change.kind, change.rid, field)?.as_ref() != Some(expected) {
        return Ok(false);
    }
    w.put_cell(change.kind, change.rid, field, wanted)?;
    w.stamp(change.kind.number, change.rid, number)?;
    for parent in [expected, wanted] {
        if let (Some(to), &Value::Integer(parent)) = (field.refers_to, parent) {
            settle_former(w, to, parent)?;
        }
    }
    Ok(true)
}

fn hide(w: &mut Writer<'_>, change: &Change, kept: &BTreeSet<(u16, i64)>) -> Result<()> {
    let mut from = change.rid;
    let to = end(change);
    let skip = kept.range((change.kind.number, from)..=(change.kind.number, to)).map(|k| k.1).chain([to + 1]);
    for stop in skip {
        if from < stop {
            w.park(change.kind, from, stop - 1)?;
            for rid in from..stop {
                w.stamp_alive(change.kind.number, rid, false)?;
                settle_above(w, change.kind, rid)?;
            }
        }
        from = stop + 1;
    }
    Ok(())
}

fn show(w: &mut Writer<'_>, kind: &'static Kind, from: i64, to: i64) -> Result<()> {
    let sql = format!("SELECT rid FROM parked_{} WHERE rid BETWEEN ?1 AND ?2", kind.table);
    let rids =
        w.conn.prepare_cached(&sql)?.query_map([from, to], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    w.unpark(kind, from, to)?;
    for rid in rids {
        w.stamp_alive(kind.number, rid, true)?;
        settle_above(w, kind, rid)?;
    }
    Ok(())
}

/// Rows this step created that later steps changed or refer to, and what hangs together with those.
fn used_since(w: &Writer<'_>, step: i64, changes: &[Change]) -> Result<BTreeSet<(u16, i64)>> {
    let newer = "SELECT EXISTS (SELECT 1 FROM step WHERE rid > ?1 AND undone_at IS NULL)";
    let mut kept = BTreeSet::new();
    if !w.conn.query_row(newer, [step], |r| r.get(0))? {
        return Ok(kept);
    }
    let mut created: BTreeMap<u16, Vec<(i64, i64)>> = BTreeMap::new();
    for change in changes.iter().filter(|c| c.field == 0) {
        created.entry(change.kind.number).or_default().push((change.rid, end(change)));
    }
    let is_ours =
        |kind: u16, rid: i64| created.get(&kind).is_some_and(|runs| runs.iter().any(|r| (r.0..=r.1).contains(&rid)));
    let mut found: Vec<(u16, i64)> = Vec::new();
    for (&kind, runs) in &created {
        for &(from, to) in runs {
            let sql = "SELECT DISTINCT c.rid FROM change c JOIN step s ON s.rid = c.step
                       WHERE c.kind = ?1 AND c.rid BETWEEN ?2 AND ?3 AND c.field > 0 AND c.step > ?4 AND s.undone_at IS NULL";
            let changed = w
                .conn
                .prepare_cached(sql)?
                .query_map(params![kind, from, to, step], |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<i64>>>()?;
            found.extend(changed.into_iter().map(|rid| (kind, rid)));
            for (_, _, to_rid) in referring(w, kind, from, to)?.into_iter().filter(|(k, c, _)| !is_ours(*k, *c)) {
                found.push((kind, to_rid));
            }
        }
    }
    // Down from a used row to all that hangs on it; up to what those refer to, but not down again from there.
    let mut open: Vec<((u16, i64), bool)> = found.into_iter().map(|row| (row, true)).collect();
    while let Some(((kind, rid), down)) = open.pop() {
        if !is_ours(kind, rid) || !kept.insert((kind, rid)) {
            continue;
        }
        if down {
            open.extend(referring(w, kind, rid, rid)?.into_iter().map(|(k, c, _)| ((k, c), true)));
        }
        let own = kind_of(w.kinds, kind).ok_or_else(|| Error::new(Code::NewerVault))?;
        for field in own.fields {
            if let (Some(to), Some(Value::Integer(parent))) = (field.refers_to, w.cell(own, rid, *field)?) {
                open.push(((to, parent), false));
            }
        }
    }
    Ok(kept)
}

/// Rows of any kind that refer to rows `from..=to` of `kind`: (their kind, their rid, the row they refer to).
fn referring(w: &Writer<'_>, kind: u16, from: i64, to: i64) -> Result<Vec<(u16, i64, i64)>> {
    let mut found = Vec::new();
    for child in w.kinds {
        for field in child.fields.iter().filter(|f| f.refers_to == Some(kind)) {
            let column = field.column;
            let sql = format!("SELECT rid, {column} FROM {} WHERE {column} BETWEEN ?1 AND ?2", child.table);
            let mut rows = w.conn.prepare_cached(&sql)?;
            for row in rows.query_map([from, to], |r| Ok((r.get(0)?, r.get(1)?)))? {
                let (rid, parent) = row?;
                found.push((child.number, rid, parent));
            }
        }
    }
    Ok(found)
}
