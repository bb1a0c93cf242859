//! What is kept in memory because asking the tables each time would be too slow: made when it is first wanted, and made
//! anew, or brought up to date row by row, once something it was made of has changed.

use crate::topics::Topic;
use std::any::{Any, TypeId};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many runs of changed rows are remembered; who is further behind is made anew.
const REMEMBERED: usize = 4096;

/// Rows `from..=to` of one kind that a confirmed write created, changed, hid or showed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    /// The kind's number.
    pub kind: u16,
    /// First row.
    pub from: i64,
    /// Last row.
    pub to: i64,
}

/// A structure, and how far the vault had come when it was made.
type Kept = (u64, Arc<dyn Any + Send + Sync>);

/// Every such structure of a vault. They go with the vault when it is locked.
#[derive(Default)]
pub(super) struct Derived(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    versions: BTreeMap<Topic, u64>,
    kept: HashMap<TypeId, Kept>,
    touched: VecDeque<Touched>,
    /// How many runs were touched before the first that is remembered.
    forgotten: u64,
}

/// What stands in memory of a structure that follows changes.
pub(super) enum Known<T> {
    /// Nothing that could be brought up to date.
    Nothing,
    /// It is up to date.
    Current(Arc<T>),
    /// It was, before these rows were touched.
    Behind(Arc<T>, Vec<Touched>),
}

impl Derived {
    /// How often these topics have changed.
    pub fn version(&self, topics: &[Topic]) -> u64 {
        let inside = self.lock();
        topics.iter().map(|topic| inside.versions.get(topic).copied().unwrap_or(0)).sum()
    }

    /// How many runs of rows were touched so far.
    pub fn place(&self) -> u64 {
        let inside = self.lock();
        inside.forgotten + inside.touched.len() as u64
    }

    /// The structure made at that version.
    pub fn at<T: Send + Sync + 'static>(&self, version: u64) -> Option<Arc<T>> {
        let found = self.lock().kept.get(&TypeId::of::<T>()).filter(|kept| kept.0 == version).map(|k| Arc::clone(&k.1));
        found?.downcast().ok()
    }

    /// The structure as it stands, and what was touched since, up to `place`.
    pub fn known<T: Send + Sync + 'static>(&self, place: u64) -> Known<T> {
        let inside = self.lock();
        let Some((made, kept)) = inside.kept.get(&TypeId::of::<T>()) else { return Known::Nothing };
        let Ok(kept) = Arc::clone(kept).downcast() else { return Known::Nothing };
        // Somebody who looked later may have been faster: what they made knows all that we know.
        if *made >= place {
            return Known::Current(kept);
        }
        match made.checked_sub(inside.forgotten).and_then(|at| usize::try_from(at).ok()) {
            Some(at) => Known::Behind(kept, inside.touched.iter().skip(at).copied().collect()),
            None => Known::Nothing,
        }
    }

    /// Keeps a structure that is true of that version or place.
    pub fn keep<T: Send + Sync + 'static>(&self, at: u64, made: &Arc<T>) {
        self.lock().kept.insert(TypeId::of::<T>(), (at, Arc::clone(made) as _));
    }

    /// After a write was confirmed: which topics are stale.
    pub fn tell(&self, topics: &[Topic]) {
        let mut inside = self.lock();
        for topic in topics {
            *inside.versions.entry(*topic).or_default() += 1;
        }
    }

    /// After a write was confirmed: which rows it touched.
    pub fn touch(&self, rows: Vec<Touched>) {
        let mut inside = self.lock();
        inside.touched.extend(rows);
        while inside.touched.len() > REMEMBERED {
            inside.touched.pop_front();
            inside.forgotten += 1;
        }
    }

    /// Throws away all that stands in memory.
    pub fn forget(&self) {
        self.lock().kept.clear();
    }

    /// A panic in one verb must not lock everybody out.
    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Adds a row to the runs that a step has touched so far.
pub(super) fn add(touched: &mut Vec<Touched>, kind: u16, from: i64, to: i64) {
    // A step goes through kinds in turn: a person, their addresses, the next person. Look back a few runs, not many.
    for run in touched.iter_mut().rev().take(8).filter(|run| run.kind == kind) {
        if (run.from..=run.to + 1).contains(&from) {
            run.to = run.to.max(to);
            return;
        }
    }
    touched.push(Touched { kind, from, to });
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Touched = Touched { kind: 1, from: 5, to: 5 };

    #[test]
    fn who_is_too_far_behind_is_made_anew() {
        let derived = Derived::default();
        derived.keep(derived.place(), &Arc::new(7_u8));
        assert!(matches!(derived.known::<u8>(0), Known::Current(_)));
        derived.touch(vec![ROW; 3]);
        let Known::Behind(_, touched) = derived.known::<u8>(derived.place()) else { panic!("three behind") };
        assert_eq!(touched, [ROW; 3]);
        derived.touch(vec![ROW; REMEMBERED - 3]);
        assert!(matches!(derived.known::<u8>(derived.place()), Known::Behind(_, all) if all.len() == REMEMBERED));
        derived.touch(vec![ROW]);
        assert!(matches!(derived.known::<u8>(derived.place()), Known::Nothing));
        assert!(matches!(derived.known::<u16>(0), Known::Nothing), "never made");
    }

    #[test]
    fn rows_in_turn_make_one_run_of_each_kind() {
        let mut touched = Vec::new();
        for rid in 1..=1000 {
            add(&mut touched, 1, rid, rid);
            add(&mut touched, 3, rid * 2, rid * 2);
            add(&mut touched, 3, rid * 2 + 1, rid * 2 + 1);
        }
        add(&mut touched, 1, 7, 7);
        let run = |kind, from, to| Touched { kind, from, to };
        assert_eq!(touched, [run(1, 1, 1000), run(3, 2, 2001)]);
        add(&mut touched, 1, 2000, 2000);
        assert_eq!(touched.len(), 3);
    }
}
