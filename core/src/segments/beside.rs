//! What records beside a segment share: putting them in, taking them out with it, and what their texts may be.

use super::kinds::{need, persona, quote, talk};
use crate::error::{Error, Result};
use crate::touchpoints::Channel;
use crate::vault::{Field, Kind, Writer};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use uuid::Uuid;

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
    w.set_all(kind, rid, cells)?;
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

pub(super) fn known_channel(text: &str) -> Result<()> {
    let known = Channel::ALL.iter().any(|channel| channel.as_str() == text);
    if known { Ok(()) } else { Err(Error::invalid("channel", "unknown")) }
}
