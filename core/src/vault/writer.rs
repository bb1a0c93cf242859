//! The write door: in one transaction the rows, their stamps, the journal, and the topics that became stale.

use super::derived::{self, Touched};
use super::kind::{Field, Kind, Kinds, kind_of};
use super::settle::{settle_above, settle_former};
use super::stamps::{self, ALIVE, Counter, Seen, Stamp};
use crate::clock::Millis;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::StepId;
use crate::topics::Topic;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a verb may do inside [`super::Vault::write`].
#[derive(Debug)]
pub struct Writer<'c> {
    pub(super) conn: &'c Connection,
    pub(super) kinds: Kinds,
    pub(super) counter: Counter,
    pub(super) step: i64,
    topics: BTreeSet<Topic>,
    touched: Vec<Touched>,
    id: StepId,
    now: Millis,
    changes: i64,
    pub(super) changed: bool,
    runs: Vec<Run>,
}

/// Rows created one after the other in this step.
#[derive(Debug, Clone, Copy)]
struct Run {
    kind: u16,
    from: i64,
    to: i64,
}

impl<'c> Writer<'c> {
    pub(super) fn begin(conn: &'c Connection, kinds: Kinds, now: Millis, name: &str, subject: &str) -> Result<Self> {
        let mut counter = Counter::load(conn)?;
        counter.tick(now);
        let id = StepId::make();
        conn.prepare_cached("UPDATE step SET dropped = 1 WHERE dropped = 0 AND undone_at IS NOT NULL")?.execute([])?;
        conn.prepare_cached("INSERT INTO step(id, name, subject, at, dev) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![id, name, subject, now, counter.dev])?;
        let step = conn.last_insert_rowid();
        Ok(Self {
            conn,
            kinds,
            counter,
            step,
            topics: BTreeSet::new(),
            touched: Vec::new(),
            id,
            now,
            changes: 0,
            changed: false,
            runs: Vec::new(),
        })
    }

    /// For undo and redo, which replay a step that is already written down.
    pub(super) fn resume(conn: &'c Connection, kinds: Kinds, now: Millis) -> Result<Self> {
        let mut counter = Counter::load(conn)?;
        counter.tick(now);
        Ok(Self {
            conn,
            kinds,
            counter,
            step: 0,
            topics: BTreeSet::new(),
            touched: Vec::new(),
            id: StepId::make(),
            now,
            changes: 0,
            changed: false,
            runs: Vec::new(),
        })
    }

    /// Writes down what the step did. False when it did nothing: the caller then rolls back.
    pub(super) fn finish(&mut self) -> Result<bool> {
        for run in std::mem::take(&mut self.runs) {
            let seq_from = self.counter.seq + 1;
            self.counter.seq += run.to - run.from + 1;
            self.conn
                .prepare_cached(
                    "INSERT INTO row_ver(kind, rid_from, rid_to, dev, seq_from, hlc) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![run.kind, run.from, run.to, self.counter.dev, seq_from, self.counter.hlc])?;
            self.note(run.kind, run.from, 0, Value::Null, Value::Integer(run.to))?;
        }
        self.counter.save(self.conn)?;
        Ok(self.changed)
    }

    /// Names this step, for a later undo.
    #[must_use]
    pub fn step_id(&self) -> StepId {
        self.id
    }

    /// When this step is written.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.now
    }

    /// Reads inside the step see what it has written so far.
    #[must_use]
    pub fn conn(&self) -> &'c Connection {
        self.conn
    }

    /// Creates a record and returns its row number.
    ///
    /// # Errors
    /// What the table refuses.
    pub fn insert(&mut self, kind: &'static Kind, id: impl Into<Uuid>, cells: &[(Field, Value)]) -> Result<i64> {
        let rid = self.adopt(kind, id.into(), cells)?;
        match self.runs.iter_mut().rev().find(|r| r.kind == kind.number) {
            Some(run) if run.to + 1 == rid => run.to = rid,
            _ => self.runs.push(Run { kind: kind.number, from: rid, to: rid }),
        }
        Ok(rid)
    }

    /// Puts a row into its table without a stamp of its own.
    pub(super) fn adopt(&mut self, kind: &'static Kind, id: Uuid, cells: &[(Field, Value)]) -> Result<i64> {
        let mut sql = format!("INSERT INTO {}(id", kind.table);
        for (field, _) in cells {
            sql.push_str(", ");
            sql.push_str(field.column);
        }
        sql.push_str(") VALUES (?1");
        for i in 0..cells.len() {
            sql.push_str(&format!(", ?{}", i + 2));
        }
        sql.push(')');
        let mut insert = self.conn.prepare_cached(&sql)?;
        insert.raw_bind_parameter(1, id)?;
        for (i, (_, value)) in cells.iter().enumerate() {
            insert.raw_bind_parameter(i + 2, value)?;
        }
        insert.raw_execute()?;
        let rid = self.conn.last_insert_rowid();
        self.touch(kind, rid, rid);
        Ok(rid)
    }

    /// Changes one cell. False when it held that value already.
    ///
    /// # Errors
    /// [`crate::error::Code::NotFound`] when there is no such row.
    pub fn set(&mut self, kind: &'static Kind, rid: i64, field: Field, value: impl Into<Value>) -> Result<bool> {
        let value = value.into();
        let before = self.cell(kind, rid, field)?.or_not_found()?;
        if before == value {
            return Ok(false);
        }
        self.put_cell(kind, rid, field, &value)?;
        if !self.is_new(kind, rid) {
            self.stamp(kind.number, rid, field.number)?;
            if let (Some(to), &Value::Integer(parent)) = (field.refers_to, &before) {
                settle_former(self, to, parent)?;
            }
            self.note(kind.number, rid, i64::from(field.number), before, value)?;
        }
        Ok(true)
    }

    /// Changes several cells of a record. False when they held these values already.
    ///
    /// # Errors
    /// As [`Writer::set`].
    pub fn set_all(
        &mut self,
        kind: &'static Kind,
        rid: i64,
        cells: impl IntoIterator<Item = (Field, Value)>,
    ) -> Result<bool> {
        let mut changed = false;
        for (field, value) in cells {
            changed |= self.set(kind, rid, field, value)?;
        }
        Ok(changed)
    }

    /// Takes a record out. It can be brought back by undo; what refers to it must be taken out first.
    ///
    /// # Errors
    /// [`crate::error::Code::NotFound`] when there is no such row.
    pub fn remove(&mut self, kind: &'static Kind, rid: i64) -> Result<()> {
        if self.is_new(kind, rid) {
            return Err(Error::broken("a row created in this step cannot be removed in it"));
        }
        if self.park(kind, rid, rid)? == 0 {
            return Err(Error::new(crate::error::Code::NotFound));
        }
        self.stamp_alive(kind.number, rid, false)?;
        settle_above(self, kind, rid)?;
        self.note(kind.number, rid, -1, Value::Null, Value::Null)
    }

    /// The row number of a record.
    ///
    /// # Errors
    /// [`crate::error::Code::NotFound`] when there is none with that id.
    pub fn rid(&self, kind: &'static Kind, id: impl Into<Uuid>) -> Result<i64> {
        rid_of(self.conn, kind, id)
    }

    /// True when the row was created in this very step, whose stamp then covers all its cells.
    fn is_new(&self, kind: &Kind, rid: i64) -> bool {
        self.runs.iter().any(|r| r.kind == kind.number && (r.from..=r.to).contains(&rid))
    }

    pub(super) fn cell(&self, kind: &Kind, rid: i64, field: Field) -> Result<Option<Value>> {
        let sql = format!("SELECT {} FROM {} WHERE rid = ?1", field.column, kind.table);
        Ok(self.conn.prepare_cached(&sql)?.query_row([rid], |r| r.get(0)).optional()?)
    }

    pub(super) fn put_cell(&mut self, kind: &Kind, rid: i64, field: Field, value: &Value) -> Result<()> {
        if let Some(to) = field.refers_to.and_then(|to| kind_of(self.kinds, to)) {
            // Whom it hung on until now loses something, too.
            for parent in [self.cell(kind, rid, field)?.as_ref(), Some(value)] {
                if let Some(Value::Integer(parent)) = parent {
                    self.touch(to, *parent, *parent);
                }
            }
        }
        let sql = format!("UPDATE {} SET {} = ?2 WHERE rid = ?1", kind.table, field.column);
        self.conn.prepare_cached(&sql)?.execute(params![rid, value])?;
        self.touch(kind, rid, rid);
        Ok(())
    }

    /// The same for a row that may stand in the shadow table.
    pub(super) fn put_cell_anywhere(&mut self, kind: &Kind, rid: i64, field: Field, value: &Value) -> Result<()> {
        self.put_cell(kind, rid, field, value)?;
        let sql = format!("UPDATE parked_{} SET {} = ?2 WHERE rid = ?1", kind.table, field.column);
        self.conn.prepare_cached(&sql)?.execute(params![rid, value])?;
        Ok(())
    }

    /// Stamps a cell as written now, by this device, having seen everything that is known of it.
    pub(super) fn stamp(&mut self, kind: u16, rid: i64, field: u16) -> Result<()> {
        let ctx = stamps::stamp_of(self.conn, kind, rid, field)?.map(|s| s.total).unwrap_or_else(Seen::default);
        let seq = self.counter.next();
        let mut total = ctx.clone();
        total.add(self.counter.dev, seq);
        let stamp = Stamp { dev: self.counter.dev, seq, hlc: self.counter.hlc, ctx, total };
        stamps::put_stamp(self.conn, kind, rid, field, &stamp)?;
        self.conn
            .prepare_cached("DELETE FROM sibling WHERE kind = ?1 AND rid = ?2 AND field = ?3")?
            .execute(params![kind, rid, field])?;
        Ok(())
    }

    /// Stamps "the row is there" or "is not".
    pub(super) fn stamp_alive(&mut self, kind: u16, rid: i64, alive: bool) -> Result<()> {
        self.stamp(kind, rid, ALIVE)?;
        self.conn
            .prepare_cached("UPDATE cell_ver SET value = ?3 WHERE kind = ?1 AND rid = ?2 AND field = 0")?
            .execute(params![kind, rid, alive])?;
        Ok(())
    }

    pub(super) fn note(&mut self, kind: u16, rid: i64, field: i64, before: Value, after: Value) -> Result<()> {
        self.changes += 1;
        self.changed = true;
        self.conn
            .prepare_cached(
                "INSERT INTO change(step, n, kind, rid, field, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![self.step, self.changes, kind, rid, field, before, after])?;
        Ok(())
    }

    fn touch(&mut self, kind: &Kind, from: i64, to: i64) {
        self.topics.insert(kind.topic);
        derived::add(&mut self.touched, kind.number, from, to);
    }

    /// The topics that the step made stale, and the rows it touched.
    pub(super) fn stale(&mut self) -> (Vec<Topic>, Vec<Touched>) {
        (self.topics.iter().copied().chain([Topic::Vault]).collect(), std::mem::take(&mut self.touched))
    }

    /// Moves rows from their table to its shadow. Returns how many.
    pub(super) fn park(&mut self, kind: &Kind, from: i64, to: i64) -> Result<usize> {
        self.shift(kind, kind.table, &format!("parked_{}", kind.table), from, to)
    }

    /// Moves rows from the shadow back to their table. Returns how many.
    pub(super) fn unpark(&mut self, kind: &Kind, from: i64, to: i64) -> Result<usize> {
        self.shift(kind, &format!("parked_{}", kind.table), kind.table, from, to)
    }

    fn shift(&mut self, kind: &Kind, source: &str, target: &str, from: i64, to: i64) -> Result<usize> {
        self.touch(kind, from, to);
        self.conn
            .prepare_cached(&format!("INSERT INTO {target} SELECT * FROM {source} WHERE rid BETWEEN ?1 AND ?2"))?
            .execute([from, to])?;
        Ok(self
            .conn
            .prepare_cached(&format!("DELETE FROM {source} WHERE rid BETWEEN ?1 AND ?2"))?
            .execute([from, to])?)
    }
}

/// The row number of a record.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is none with that id.
pub fn rid_of(conn: &Connection, kind: &Kind, id: impl Into<Uuid>) -> Result<i64> {
    let sql = format!("SELECT rid FROM {} WHERE id = ?1", kind.table);
    conn.prepare_cached(&sql)?.query_row([id.into()], |r| r.get(0)).optional()?.or_not_found()
}
