//! What this device knows, as changes that another device can merge.

use super::kind::{Field, Kind, Kinds, kind_of};
use super::op::{Cell, Op, What};
use super::stamps::Seen;
use crate::error::{Code, Error, Result};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Everything written by device `dev` (its local number) after its running number `after`, oldest rows first.
///
/// # Errors
/// When the vault cannot be read.
pub fn ops_after(conn: &Connection, kinds: Kinds, dev: i64, after: i64) -> Result<Vec<Op>> {
    let mut ops = Vec::new();
    for kind in kinds {
        rows(conn, kinds, kind, dev, after, &mut ops)?;
    }
    cells(conn, kinds, dev, after, &mut ops)?;
    Ok(ops)
}

fn rows(conn: &Connection, kinds: Kinds, kind: &Kind, dev: i64, after: i64, ops: &mut Vec<Op>) -> Result<()> {
    let author = device(conn, dev)?;
    let columns: Vec<&str> = kind.fields.iter().map(|f| f.column).collect();
    for place in [kind.table.to_owned(), format!("parked_{}", kind.table)] {
        let sql = format!(
            "SELECT v.seq_from + t.rid - v.rid_from, v.hlc, t.id, {} FROM row_ver v
             JOIN {place} t ON t.rid BETWEEN v.rid_from AND v.rid_to
             WHERE v.kind = ?1 AND v.dev = ?2 AND v.seq_from + t.rid - v.rid_from > ?3",
            columns.iter().map(|c| format!("t.{c}")).collect::<Vec<_>>().join(", ")
        );
        let mut found = conn.prepare_cached(&sql)?;
        let mut found = found.query(params![kind.number, dev, after])?;
        while let Some(r) = found.next()? {
            let mut row = Vec::with_capacity(columns.len());
            for (i, field) in kind.fields.iter().enumerate() {
                row.push((field.number, to_cell(conn, kinds, Some(field), r.get(i + 3)?)?));
            }
            ops.push(Op {
                kind: kind.number,
                id: r.get(2)?,
                dev: author,
                seq: r.get(0)?,
                hlc: r.get(1)?,
                what: What::Row(row),
            });
        }
    }
    Ok(())
}

fn cells(conn: &Connection, kinds: Kinds, dev: i64, after: i64, ops: &mut Vec<Op>) -> Result<()> {
    let author = device(conn, dev)?;
    let sql = "SELECT kind, rid, field, seq, hlc, ctx, value, 0 FROM cell_ver WHERE dev = ?1 AND seq > ?2
               UNION ALL SELECT kind, rid, field, seq, hlc, ctx, value, 1 FROM sibling WHERE dev = ?1 AND seq > ?2";
    let mut found = conn.prepare_cached(sql)?;
    let mut found = found.query([dev, after])?;
    while let Some(r) = found.next()? {
        let (kind, rid, number): (u16, i64, u16) = (r.get(0)?, r.get(1)?, r.get(2)?);
        // A row that came with its own stamp as a sibling has no context: the row itself carries that value.
        let kind = kind_of(kinds, kind).ok_or_else(|| Error::new(Code::NewerVault))?;
        let Some(id) = id_of(conn, kind, rid)? else { continue };
        let field = kind.field(number);
        let value = match (field, r.get::<_, bool>(7)?) {
            (Some(field), false) => shown(conn, kind, rid, *field)?,
            _ => r.get(6)?,
        };
        let mut ctx = Vec::new();
        for (d, s) in Seen::from_bytes(r.get_ref(5)?.as_blob().unwrap_or_default()).0 {
            ctx.push((device(conn, d)?, s));
        }
        let what = What::Cell(number, to_cell(conn, kinds, field, value)?, ctx);
        ops.push(Op { kind: kind.number, id, dev: author, seq: r.get(3)?, hlc: r.get(4)?, what });
    }
    Ok(())
}

fn shown(conn: &Connection, kind: &Kind, rid: i64, field: Field) -> Result<Value> {
    let (column, table) = (field.column, kind.table);
    let sql = format!(
        "SELECT {column} FROM {table} WHERE rid = ?1 UNION ALL SELECT {column} FROM parked_{table} WHERE rid = ?1"
    );
    Ok(conn.prepare_cached(&sql)?.query_row([rid], |r| r.get(0))?)
}

fn id_of(conn: &Connection, kind: &Kind, rid: i64) -> Result<Option<Uuid>> {
    let table = kind.table;
    let sql = format!("SELECT id FROM {table} WHERE rid = ?1 UNION ALL SELECT id FROM parked_{table} WHERE rid = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([rid], |r| r.get(0)).optional()?)
}

fn to_cell(conn: &Connection, kinds: Kinds, field: Option<&Field>, value: Value) -> Result<Cell> {
    let to = field.and_then(|f| f.refers_to).and_then(|n| kind_of(kinds, n));
    Ok(match (value, to) {
        (Value::Integer(rid), Some(to)) => id_of(conn, to, rid)?.map_or(Cell::Null, Cell::Ref),
        (Value::Null, _) => Cell::Null,
        (Value::Integer(n), None) => Cell::Int(n),
        (Value::Real(x), _) => Cell::Real(x),
        (Value::Text(t), _) => Cell::Text(t),
        (Value::Blob(b), _) => Cell::Blob(b),
    })
}

fn device(conn: &Connection, dev: i64) -> Result<Uuid> {
    Ok(conn.prepare_cached("SELECT id FROM device WHERE dev = ?1")?.query_row([dev], |r| r.get(0))?)
}
