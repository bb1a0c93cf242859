//! The one door to change anything: steps, each confirmed as a whole, and taken back or done again by its name.

use super::merge;
use super::op::Op;
use super::store::{Vault, lock};
use super::undo::{self, Step, Undone, Way};
use super::writer::Writer;
use crate::error::{Code, Error, Result};
use crate::ids::StepId;
use rusqlite::TransactionBehavior;

impl Vault {
    /// The one door: runs `f` in a transaction, with stamps, journal and search index, as the step `name` done to
    /// `subject` (a key of the message catalogue, and what a person calls the thing). All of it happens, or nothing.
    ///
    /// # Errors
    /// What `f` fails with; [`Code::DiskFull`] and the like. Nothing is changed then.
    pub fn write<T>(
        &self,
        name: &'static str,
        subject: &str,
        f: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<T> {
        self.step(name, subject, f)
    }

    /// Takes back the last step, or the one named.
    ///
    /// # Errors
    /// [`Code::NothingToUndo`].
    pub fn undo(&self, id: Option<StepId>) -> Result<Undone> {
        self.replay(Way::Back, id)
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// [`Code::NothingToUndo`].
    pub fn redo(&self) -> Result<Undone> {
        self.replay(Way::Forth, None)
    }

    /// What undo and redo would do next.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn next_steps(&self) -> Result<(Option<Step>, Option<Step>)> {
        self.read(|c| Ok((undo::next(c, Way::Back)?.map(|s| s.1), undo::next(c, Way::Forth)?.map(|s| s.1))))
    }

    /// Puts first records into a new vault; not a step that a person could undo.
    ///
    /// # Errors
    /// What `f` fails with.
    pub fn set_up(&self, f: impl FnOnce(&mut Writer<'_>) -> Result<()>) -> Result<()> {
        self.step("setUp", "", |w| {
            f(w)?;
            w.conn.execute("UPDATE step SET dropped = 1 WHERE rid = ?1", [w.step])?;
            Ok(())
        })
    }

    /// Merges what other devices wrote.
    ///
    /// # Errors
    /// [`Code::NewerVault`] when a change is of a kind that this program does not know.
    pub fn merge(&self, ops: &[Op]) -> Result<()> {
        self.step("merge", "", |w| {
            merge::apply(w, ops, self.clock.now())?;
            w.conn.execute("UPDATE step SET dropped = 1 WHERE rid = ?1", [w.step])?;
            Ok(())
        })
    }

    fn replay(&self, way: Way, id: Option<StepId>) -> Result<Undone> {
        let (undone, topics, touched) = {
            let mut conn = lock(&self.writer);
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let found = match id {
                Some(id) => Some(undo::named(&tx, id)?),
                None => undo::next(&tx, way)?,
            };
            let (rid, step) = found.ok_or_else(|| Error::new(Code::NothingToUndo))?;
            let mut w = Writer::resume(&tx, self.kinds, self.clock.now())?;
            let kept = undo::replay(&mut w, rid, way)?;
            w.counter.save(&tx)?;
            let (topics, touched) = w.stale();
            tx.commit()?;
            (Undone { step, kept }, topics, touched)
        };
        self.derived.touch(touched);
        self.tell(&topics);
        Ok(undone)
    }

    fn step<T>(&self, name: &str, subject: &str, f: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        let (answer, topics, touched) = {
            let mut conn = lock(&self.writer);
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut w = Writer::begin(&tx, self.kinds, self.clock.now(), name, subject)?;
            let answer = f(&mut w)?;
            if !w.finish()? {
                return Ok(answer);
            }
            let (topics, touched) = w.stale();
            tx.commit()?;
            (answer, topics, touched)
        };
        self.derived.touch(touched);
        self.tell(&topics);
        Ok(answer)
    }
}
