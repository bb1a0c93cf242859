//! Merging what other devices wrote, in any order, any number of times. Causal registers: a write replaces exactly
//! the versions its author had seen; what it had not seen stays beside it as a sibling until a person decides.

use super::kind::{Field, Kind, kind_of};
use super::op::{Cell, Op, What};
use super::settle::{alive, settle};
use super::stamps::{self, ALIVE, Dev, Seen, Stamp};
use super::writer::Writer;
use crate::error::{Code, Error, Result};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

struct Head {
    dev: Dev,
    seq: i64,
    hlc: i64,
    ctx: Seen,
    value: Value,
}

/// Applies what others wrote. Changes that need a row which is not here yet wait for it.
pub(super) fn apply(w: &mut Writer<'_>, ops: &[Op], now: i64) -> Result<()> {
    w.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let tomorrow = (now + crate::clock::DAY) << 16;
    let mut todo: Vec<Op> = ops.iter().rev().cloned().collect();
    while let Some(op) = todo.pop() {
        // A clock far ahead must not drag ours along.
        if op.hlc <= tomorrow {
            w.counter.hlc = w.counter.hlc.max(op.hlc);
        }
        if let Some(needs) = apply_one(w, &op)? {
            w.changed = true;
            w.conn
                .prepare_cached("INSERT OR IGNORE INTO waiting(needs, op) VALUES (?1, ?2)")?
                .execute(params![needs, serde_json::to_vec(&op)?])?;
        } else if matches!(op.what, What::Row(_)) {
            let woken = w
                .conn
                .prepare_cached("DELETE FROM waiting WHERE needs = ?1 RETURNING op")?
                .query_map([op.id], |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<Vec<u8>>>>()?;
            for bytes in woken {
                todo.push(serde_json::from_slice(&bytes)?);
            }
        }
    }
    Ok(())
}

/// Applies one change; answers with the record it must wait for, if any.
fn apply_one(w: &mut Writer<'_>, op: &Op) -> Result<Option<Uuid>> {
    let kind = kind_of(w.kinds, op.kind).ok_or_else(|| Error::new(Code::NewerVault))?;
    let erased = "SELECT EXISTS (SELECT 1 FROM erased WHERE id = ?1)";
    if w.conn.prepare_cached(erased)?.query_row([op.id], |r| r.get(0))? {
        return Ok(None);
    }
    let dev = dev_of(w.conn, op.dev)?;
    let found = find(w.conn, kind, op.id)?;
    match (&op.what, found) {
        (What::Row(_), Some(_)) => Ok(None),
        (What::Row(cells), None) => insert(w, kind, op, dev, cells),
        (What::Cell(..), None) => Ok(Some(op.id)),
        (What::Cell(field, value, ctx), Some(rid)) => {
            let mut seen = Seen::default();
            for (id, seq) in ctx {
                seen.add(dev_of(w.conn, *id)?, *seq);
            }
            let value = match to_value(w, kind, *field, value)? {
                Ok(value) => value,
                Err(needs) => return Ok(Some(needs)),
            };
            let head = Head { dev, seq: op.seq, hlc: op.hlc, ctx: seen, value };
            merge_cell(w, kind, rid, *field, head)?;
            Ok(None)
        }
    }
}

fn insert(w: &mut Writer<'_>, kind: &'static Kind, op: &Op, dev: Dev, cells: &[(u16, Cell)]) -> Result<Option<Uuid>> {
    let mut row = Vec::with_capacity(cells.len());
    let mut parents = Vec::new();
    for (number, cell) in cells {
        let Some(field) = kind.field(*number) else { continue };
        match to_value(w, kind, *number, cell)? {
            Ok(value) => {
                if let (Some(to), Value::Integer(parent)) = (field.refers_to, &value) {
                    parents.push((to, *parent));
                }
                row.push((*field, value));
            }
            Err(needs) => return Ok(Some(needs)),
        }
    }
    let rid = w.adopt(kind, op.id, &row)?;
    w.conn
        .prepare_cached(
            "INSERT INTO row_ver(kind, rid_from, rid_to, dev, seq_from, hlc) VALUES (?1, ?2, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![kind.number, rid, dev, op.seq, op.hlc])?;
    w.note(kind.number, rid, 0, Value::Null, Value::Integer(rid))?;
    for (parent_kind, parent) in parents {
        settle(w, parent_kind, parent)?;
    }
    Ok(None)
}

fn merge_cell(w: &mut Writer<'_>, kind: &'static Kind, rid: i64, number: u16, new: Head) -> Result<()> {
    let field = kind.field(number).copied();
    if field.is_none() && number != ALIVE {
        return Ok(());
    }
    let Some(current) = stamps::stamp_of(w.conn, kind.number, rid, number)? else {
        return Err(Error::broken("a row without a stamp"));
    };
    if current.total.covers(new.dev, new.seq) {
        return Ok(());
    }
    w.changed = true;
    let shown_before = value_of(w, kind, rid, field)?;
    let mut total = current.total.clone();
    total.join(&new.ctx);
    total.add(new.dev, new.seq);
    let mut heads = siblings(w.conn, kind.number, rid, number)?;
    heads.push(Head {
        dev: current.dev,
        seq: current.seq,
        hlc: current.hlc,
        ctx: current.ctx,
        value: shown_before.clone(),
    });
    heads.retain(|h| !new.ctx.covers(h.dev, h.seq) && (h.dev != new.dev || h.seq >= new.seq));
    heads.push(new);
    let shown = first(w.conn, heads.iter(), number)?;
    let head = heads.swap_remove(shown);
    let stamp = Stamp { dev: head.dev, seq: head.seq, hlc: head.hlc, ctx: head.ctx, total };
    stamps::put_stamp(w.conn, kind.number, rid, number, &stamp)?;
    w.conn.prepare_cached("DELETE FROM sibling WHERE kind = ?1 AND rid = ?2 AND field = ?3")?.execute(params![
        kind.number,
        rid,
        number
    ])?;
    for h in heads {
        w.conn
            .prepare_cached("INSERT INTO sibling(kind, rid, field, dev, seq, hlc, ctx, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
            .execute(params![kind.number, rid, number, h.dev, h.seq, h.hlc, h.ctx.to_bytes(), h.value])?;
    }
    match field {
        Some(field) if head.value != shown_before => {
            w.put_cell_anywhere(kind, rid, field, &head.value)?;
            w.note(kind.number, rid, i64::from(number), shown_before.clone(), head.value.clone())?;
            for parent in [&shown_before, &head.value] {
                if let (Some(to), Value::Integer(parent)) = (field.refers_to, parent) {
                    settle(w, to, *parent)?;
                }
            }
        }
        Some(_) => {}
        None => {
            w.conn
                .prepare_cached("UPDATE cell_ver SET value = ?3 WHERE kind = ?1 AND rid = ?2 AND field = 0")?
                .execute(params![kind.number, rid, head.value])?;
            settle(w, kind.number, rid)?;
        }
    }
    Ok(())
}

/// Which head is shown: of "there" and "not there" the first, else the latest clock; ties by device and number.
fn first<'h>(conn: &Connection, heads: impl Iterator<Item = &'h Head>, field: u16) -> Result<usize> {
    let mut best: Option<((bool, i64, Uuid, i64), usize)> = None;
    for (i, h) in heads.enumerate() {
        let id: Uuid = conn.prepare_cached("SELECT id FROM device WHERE dev = ?1")?.query_row([h.dev], |r| r.get(0))?;
        let rank = (field == ALIVE && h.value == Value::Integer(1), h.hlc, id, h.seq);
        if best.as_ref().is_none_or(|(b, _)| rank > *b) {
            best = Some((rank, i));
        }
    }
    Ok(best.map_or(0, |b| b.1))
}

fn siblings(conn: &Connection, kind: u16, rid: i64, field: u16) -> Result<Vec<Head>> {
    let sql =
        "SELECT dev, seq, hlc, ctx, value FROM sibling WHERE kind = ?1 AND rid = ?2 AND field = ?3 ORDER BY dev, seq";
    let mut rows = conn.prepare_cached(sql)?;
    let heads = rows.query_map(params![kind, rid, field], |r| {
        Ok(Head {
            dev: r.get(0)?,
            seq: r.get(1)?,
            hlc: r.get(2)?,
            ctx: Seen::from_bytes(r.get_ref(3)?.as_blob()?),
            value: r.get(4)?,
        })
    })?;
    Ok(heads.collect::<rusqlite::Result<_>>()?)
}

/// The value of a cell, wherever its row stands; of field 0 whether the row is alive.
fn value_of(w: &Writer<'_>, kind: &Kind, rid: i64, field: Option<Field>) -> Result<Value> {
    let Some(field) = field else { return Ok(Value::Integer(alive(w.conn, kind.number, rid)?.into())) };
    if let Some(value) = w.cell(kind, rid, field)? {
        return Ok(value);
    }
    let sql = format!("SELECT {} FROM parked_{} WHERE rid = ?1", field.column, kind.table);
    Ok(w.conn.prepare_cached(&sql)?.query_row([rid], |r| r.get(0))?)
}

fn to_value(w: &Writer<'_>, kind: &Kind, field: u16, cell: &Cell) -> Result<std::result::Result<Value, Uuid>> {
    Ok(Ok(match cell {
        Cell::Null => Value::Null,
        Cell::Int(n) => Value::Integer(*n),
        Cell::Real(x) => Value::Real(*x),
        Cell::Text(t) => Value::Text(t.clone()),
        Cell::Blob(b) => Value::Blob(b.clone()),
        Cell::Ref(id) => {
            let to = kind.field(field).and_then(|f| f.refers_to).and_then(|n| kind_of(w.kinds, n));
            let to = to.ok_or_else(|| Error::new(Code::NewerVault))?;
            match find(w.conn, to, *id)? {
                Some(rid) => Value::Integer(rid),
                None => return Ok(Err(*id)),
            }
        }
    }))
}

/// The row number of a record, whether it stands in its table or in the shadow.
fn find(conn: &Connection, kind: &Kind, id: Uuid) -> Result<Option<i64>> {
    for place in [kind.table.to_owned(), format!("parked_{}", kind.table)] {
        let sql = format!("SELECT rid FROM {place} WHERE id = ?1");
        if let Some(rid) = conn.prepare_cached(&sql)?.query_row([id], |r| r.get(0)).optional()? {
            return Ok(Some(rid));
        }
    }
    Ok(None)
}

fn dev_of(conn: &Connection, id: Uuid) -> Result<Dev> {
    conn.prepare_cached("INSERT OR IGNORE INTO device(id) VALUES (?1)")?.execute([id])?;
    Ok(conn.prepare_cached("SELECT dev FROM device WHERE id = ?1")?.query_row([id], |r| r.get(0))?)
}
