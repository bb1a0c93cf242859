//! Notes that take their figures from a segment: which, and pointing them at another one.

use super::kinds::note;
use crate::error::Result;
use crate::ids::SegmentId;
use crate::vault::Writer;
use rusqlite::Connection;

/// What stands on the notes that are bound to a segment and not put away.
///
/// # Errors
/// When the vault cannot be read.
pub fn of_segment(c: &Connection, id: SegmentId) -> Result<Vec<String>> {
    let sql = "SELECT text FROM note WHERE instr(binding, ?1) AND archived_at IS NULL ORDER BY rid";
    let mut rows = c.prepare_cached(sql)?;
    Ok(rows.query_map([id.to_string()], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Points every note of one segment at another as part of a larger step, put away or not.
///
/// # Errors
/// When the vault cannot be written.
pub fn repoint_segment(w: &mut Writer<'_>, from: SegmentId, to: SegmentId) -> Result<()> {
    let (from, to) = (from.to_string(), to.to_string());
    let mut rows = w.conn().prepare_cached("SELECT rid, binding FROM note WHERE instr(binding, ?1)")?;
    let bound = rows.query_map([&from], |r| Ok((r.get(0)?, r.get(1)?)))?;
    for (rid, binding) in bound.collect::<rusqlite::Result<Vec<(i64, String)>>>()? {
        w.set(&note::KIND, rid, note::BINDING, binding.replace(&from, &to))?;
    }
    Ok(())
}
