//! Communities within a segment: which, and putting them within another one.

use super::kinds::community;
use crate::error::Result;
use crate::ids::SegmentId;
use crate::vault::Writer;
use rusqlite::Connection;

/// The communities within a segment, by name.
///
/// # Errors
/// When the vault cannot be read.
pub fn of_segment(c: &Connection, id: SegmentId) -> Result<Vec<String>> {
    let mut rows = c.prepare_cached("SELECT name FROM community WHERE segment = ?1 ORDER BY rid")?;
    Ok(rows.query_map([id.to_string()], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Puts the communities of one segment within another as part of a larger step.
///
/// # Errors
/// When the vault cannot be written.
pub fn repoint_segment(w: &mut Writer<'_>, from: SegmentId, to: SegmentId) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM community WHERE segment = ?1")?;
    for rid in rows.query_map([from.to_string()], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        w.set(&community::KIND, rid, community::SEGMENT, to.to_string())?;
    }
    Ok(())
}
