//! What records beside a segment share: putting them in, taking them out with it, and what their texts may be.

use super::kinds::{need, persona, quote, talk};
use crate::error::{Code, Error, Result};
use crate::touchpoints::Channel;
use crate::vault::{Field, Kind, Writer};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use uuid::Uuid;

/// Longest text that stands beside a segment, in bytes.
const MAX_TEXT: usize = 16 * 1024;

/// What a query finds beside the row `of`.
pub(super) fn rows<T>(c: &Connection, sql: &str, of: i64, row: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    Ok(c.prepare_cached(sql)?.query_map([of], row)?.collect::<rusqlite::Result<_>>()?)
}

/// Changes the record with that id, or makes one. Returns its row.
pub(super) fn put(
    w: &mut Writer<'_>,
    kind: &'static Kind,
    id: Option<Uuid>,
    new: Uuid,
    cells: Vec<(Field, Value)>,
) -> Result<i64> {
    let Some(id) = id else { return w.insert(kind, new, &cells) };
    let rid = w.rid(kind, id)?;
    for (field, value) in cells {
        w.set(kind, rid, field, value)?;
    }
    Ok(rid)
}

/// Takes out what hangs on a segment, so that it can be taken out itself.
pub(super) fn strip(w: &mut Writer<'_>, segment: i64) -> Result<()> {
    let quotes = "SELECT q.rid FROM persona_quote q JOIN persona p ON p.rid = q.persona WHERE p.segment = ?1";
    let hung: [(&'static Kind, &str); 4] = [
        (&quote::KIND, quotes),
        (&persona::KIND, "SELECT rid FROM persona WHERE segment = ?1"),
        (&need::KIND, "SELECT rid FROM segment_need WHERE segment = ?1"),
        (&talk::KIND, "SELECT rid FROM segment_talk WHERE segment = ?1"),
    ];
    for (kind, sql) in hung {
        for rid in rows(w.conn(), sql, segment, |r| r.get(0))? {
            w.remove(kind, rid)?;
        }
    }
    Ok(())
}

/// A text without the space around it.
pub(super) fn limited(field: &str, text: &str) -> Result<String> {
    if text.len() > MAX_TEXT {
        return Err(Error::new(Code::TooLarge).with("field", field).with("limit", MAX_TEXT));
    }
    Ok(text.trim().to_owned())
}

/// A text that says something.
pub(super) fn said(field: &str, text: &str) -> Result<String> {
    let text = limited(field, text)?;
    if text.is_empty() { Err(Error::invalid(field, "empty")) } else { Ok(text) }
}

pub(super) fn day(field: &str, text: &str) -> Result<()> {
    let whole = text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    if whole { Ok(()) } else { Err(Error::invalid(field, "date")) }
}

pub(super) fn known_channel(text: &str) -> Result<()> {
    let known = Channel::ALL.iter().any(|channel| channel.as_str() == text);
    if known { Ok(()) } else { Err(Error::invalid("channel", "unknown")) }
}
