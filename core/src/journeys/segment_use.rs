//! Maps of a segment's journey: which, and giving them to another segment.

use super::kinds::journey;
use crate::error::Result;
use crate::ids::SegmentId;
use crate::vault::Writer;
use rusqlite::Connection;

/// The maps of a segment, by title.
///
/// # Errors
/// When the vault cannot be read.
pub fn of_segment(c: &Connection, id: SegmentId) -> Result<Vec<String>> {
    let mut rows = c.prepare_cached("SELECT title FROM journey WHERE segment = ?1 ORDER BY rid")?;
    Ok(rows.query_map([id.to_string()], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Gives the maps of one segment to another as part of a larger step.
///
/// # Errors
/// When the vault cannot be written.
pub fn repoint_segment(w: &mut Writer<'_>, from: SegmentId, to: SegmentId) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM journey WHERE segment = ?1")?;
    for rid in rows.query_map([from.to_string()], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        w.set(&journey::KIND, rid, journey::SEGMENT, to.to_string())?;
    }
    Ok(())
}
