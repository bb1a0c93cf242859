//! Where a row stands once several devices have spoken: in its table, or in the shadow of it.
//!
//! A row that somebody took out may still be needed: another device wrote something that refers to it. It then stands as long as
//! that does, and goes with the last of it, on every device alike. Merging sees to that, and so must steps made here, once there
//! is such a row in the vault.

use super::kind::{Kind, kind_of};
use super::writer::Writer;
use crate::error::{Code, Error, Result};
use rusqlite::{Connection, OptionalExtension, params};

/// Under this name the vault remembers that a row was once left standing though somebody took it out.
const LEFT_STANDING: &str = "left_standing";

/// A row stands in its table when it is alive or something that stands refers to it; else in the shadow table.
pub(super) fn settle(w: &mut Writer<'_>, kind: u16, rid: i64) -> Result<()> {
    let kind = kind_of(w.kinds, kind).ok_or_else(|| Error::new(Code::NewerVault))?;
    let is_alive = alive(w.conn, kind.number, rid)?;
    let is_needed = !is_alive && is_referred_to(w, kind.number, rid)?;
    if is_needed {
        w.conn.prepare_cached("INSERT OR IGNORE INTO meta(key, value) VALUES (?1, 1)")?.execute([LEFT_STANDING])?;
    }
    let stands = is_alive || is_needed;
    let moved = if stands { w.unpark(kind, rid, rid)? } else { w.park(kind, rid, rid)? };
    if moved > 0 { settle_all_above(w, kind, rid) } else { Ok(()) }
}

/// After a row was moved by a step made here: what it refers to stands or goes with it.
///
/// # Errors
/// When the vault cannot be written.
pub(super) fn settle_above(w: &mut Writer<'_>, kind: &'static Kind, rid: i64) -> Result<()> {
    if is_one_left_standing(w.conn)? { settle_all_above(w, kind, rid) } else { Ok(()) }
}

/// After a cell was changed by a step made here: what it referred to may go.
///
/// # Errors
/// When the vault cannot be written.
pub(super) fn settle_former(w: &mut Writer<'_>, kind: u16, parent: i64) -> Result<()> {
    if is_one_left_standing(w.conn)? { settle(w, kind, parent) } else { Ok(()) }
}

fn settle_all_above(w: &mut Writer<'_>, kind: &Kind, rid: i64) -> Result<()> {
    for field in kind.fields {
        let Some(to) = field.refers_to else { continue };
        for place in [kind.table.to_owned(), format!("parked_{}", kind.table)] {
            let sql = format!("SELECT {} FROM {place} WHERE rid = ?1", field.column);
            let parent: Option<i64> = w.conn.prepare_cached(&sql)?.query_row([rid], |r| r.get(0)).optional()?.flatten();
            if let Some(parent) = parent {
                settle(w, to, parent)?;
            }
        }
    }
    Ok(())
}

/// In a vault that never met another one there is none, and looking for it would cost every step something.
fn is_one_left_standing(conn: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([LEFT_STANDING], |r| r.get(0))?)
}

/// Whether nobody took the row out.
pub(super) fn alive(conn: &Connection, kind: u16, rid: i64) -> Result<bool> {
    let sql = "SELECT value FROM cell_ver WHERE kind = ?1 AND rid = ?2 AND field = 0";
    let value: Option<i64> =
        conn.prepare_cached(sql)?.query_row(params![kind, rid], |r| r.get(0)).optional()?.flatten();
    Ok(value != Some(0))
}

fn is_referred_to(w: &Writer<'_>, kind: u16, rid: i64) -> Result<bool> {
    for child in w.kinds {
        for field in child.fields.iter().filter(|f| f.refers_to == Some(kind)) {
            let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE {} = ?1)", child.table, field.column);
            if w.conn.prepare_cached(&sql)?.query_row([rid], |r| r.get(0))? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
