//! Version stamps: who wrote a cell, and which versions of that cell its writer had seen (dotted version vectors).
//!
//! A row carries one stamp for all it was created with; a cell has a stamp of its own only once it was changed.

use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// A short local number for a device; `device.dev`.
pub type Dev = i64;

/// The versions of one cell that somebody had seen: for each device, up to which of its numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(pub BTreeMap<Dev, i64>);

impl Seen {
    /// Exactly one version.
    #[must_use]
    pub fn only(dev: Dev, seq: i64) -> Self {
        Self(BTreeMap::from([(dev, seq)]))
    }

    /// True if that version was seen.
    #[must_use]
    pub fn covers(&self, dev: Dev, seq: i64) -> bool {
        self.0.get(&dev).is_some_and(|&s| s >= seq)
    }

    /// Adds one version.
    pub fn add(&mut self, dev: Dev, seq: i64) {
        let known = self.0.entry(dev).or_insert(seq);
        *known = (*known).max(seq);
    }

    /// Adds everything `other` had seen.
    pub fn join(&mut self, other: &Self) {
        for (&dev, &seq) in &other.0 {
            self.add(dev, seq);
        }
    }

    /// As stored: pairs of little-endian 64-bit numbers, by device.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|(dev, seq)| [dev.to_le_bytes(), seq.to_le_bytes()]).flatten().collect()
    }

    /// Reads what [`Seen::to_bytes`] wrote; a trailing odd piece is ignored.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let number = |b: &[u8]| b.try_into().map(i64::from_le_bytes).unwrap_or_default();
        Self(bytes.chunks_exact(16).map(|pair| (number(&pair[..8]), number(&pair[8..]))).collect())
    }
}

/// The version of a cell that is shown, and everything that was folded into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Who wrote it.
    pub dev: Dev,
    /// The writer's own running number.
    pub seq: i64,
    /// The writer's hybrid clock: milliseconds × 65536, only used to choose what is shown first.
    pub hlc: i64,
    /// What the writer had seen of this cell.
    pub ctx: Seen,
    /// Every version of this cell that arrived here.
    pub total: Seen,
}

/// Field 0: whether the row is there at all.
pub const ALIVE: u16 = 0;

/// The stamp of a cell: its own, or its row's. `None` when the row never was.
pub(super) fn stamp_of(conn: &Connection, kind: u16, rid: i64, field: u16) -> Result<Option<Stamp>> {
    let own = conn
        .prepare_cached("SELECT dev, seq, hlc, ctx, total FROM cell_ver WHERE kind = ?1 AND rid = ?2 AND field = ?3")?
        .query_row(params![kind, rid, field], |r| {
            Ok(Stamp {
                dev: r.get(0)?,
                seq: r.get(1)?,
                hlc: r.get(2)?,
                ctx: Seen::from_bytes(r.get_ref(3)?.as_blob()?),
                total: Seen::from_bytes(r.get_ref(4)?.as_blob()?),
            })
        })
        .optional()?;
    match own {
        Some(stamp) => Ok(Some(stamp)),
        None => row_stamp(conn, kind, rid),
    }
}

/// The stamp that a row was created with.
pub(super) fn row_stamp(conn: &Connection, kind: u16, rid: i64) -> Result<Option<Stamp>> {
    let found = conn
        .prepare_cached(
            "SELECT rid_from, rid_to, dev, seq_from, hlc FROM row_ver WHERE kind = ?1 AND rid_from <= ?2
             ORDER BY rid_from DESC LIMIT 1",
        )?
        .query_row(params![kind, rid], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get(2)?, r.get::<_, i64>(3)?, r.get(4)?))
        })
        .optional()?;
    Ok(found.filter(|f| rid <= f.1).map(|(from, _, dev, seq_from, hlc)| {
        let seq = seq_from + (rid - from);
        Stamp { dev, seq, hlc, ctx: Seen::default(), total: Seen::only(dev, seq) }
    }))
}

/// Stores the stamp of a cell.
pub(super) fn put_stamp(conn: &Connection, kind: u16, rid: i64, field: u16, stamp: &Stamp) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO cell_ver(kind, rid, field, dev, seq, hlc, ctx, total) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![kind, rid, field, stamp.dev, stamp.seq, stamp.hlc, stamp.ctx.to_bytes(), stamp.total.to_bytes()])?;
    Ok(())
}

/// This device's own counter and clock, as they stand between two steps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counter {
    pub dev: Dev,
    pub seq: i64,
    pub hlc: i64,
}

impl Counter {
    /// As stored with the last step.
    pub fn load(conn: &Connection) -> Result<Self> {
        let number = |key: &str| -> Result<i64> {
            Ok(conn.query_row("SELECT value FROM meta WHERE key = ?1", [key], |r| r.get(0)).optional()?.unwrap_or(0))
        };
        Ok(Self { dev: number("device")?, seq: number("seq")?, hlc: number("hlc")? })
    }

    /// Stores it in the transaction of the step that used it.
    pub fn save(&self, conn: &Connection) -> Result<()> {
        let mut put = conn.prepare_cached("INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)")?;
        put.execute(params!["seq", self.seq])?;
        put.execute(params!["hlc", self.hlc])?;
        Ok(())
    }

    /// The next clock reading: never back, and never earlier than the machine's time.
    pub fn tick(&mut self, now: i64) -> i64 {
        self.hlc = (self.hlc + 1).max(now << 16);
        self.hlc
    }

    /// The next running number.
    pub fn next(&mut self) -> i64 {
        self.seq += 1;
        self.seq
    }
}
