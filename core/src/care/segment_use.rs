//! Rules of Today that are for a segment: which, and making them another segment's.

use super::kinds::cadence;
use crate::error::Result;
use crate::ids::SegmentId;
use crate::vault::Writer;
use rusqlite::Connection;
use rusqlite::types::Value;

/// After how many days the rules of a segment speak.
///
/// # Errors
/// When the vault cannot be read.
pub fn of_segment(c: &Connection, id: SegmentId) -> Result<Vec<u32>> {
    let mut rows = c.prepare_cached("SELECT days FROM cadence WHERE scope = 'segment' AND target = ?1 ORDER BY rid")?;
    Ok(rows.query_map([id], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Makes the rules of one segment another's as part of a larger step.
///
/// # Errors
/// When the vault cannot be written.
pub fn repoint_segment(w: &mut Writer<'_>, from: SegmentId, to: SegmentId) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM cadence WHERE scope = 'segment' AND target = ?1")?;
    for rid in rows.query_map([from], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        w.set(&cadence::KIND, rid, cadence::TARGET, Value::Blob(to.0.as_bytes().to_vec()))?;
    }
    Ok(())
}
