//! Who belongs: each condition asked once, remembered until something it depends on has changed.

use super::bits::Bits;
use super::rule::{Condition, SegmentRule};
use super::sql::{Moment, Set, set_of};
use crate::error::Result;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::params_from_iter;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many conditions are remembered; typing a name makes one with every letter.
const REMEMBERED: usize = 300;

/// Everybody who is not in the bin.
#[derive(Debug)]
pub(super) struct Everyone {
    /// Their row numbers in the order in which names are read.
    pub in_order: Vec<i64>,
    /// The same as a set.
    pub set: Bits,
}

type Known = Mutex<HashMap<String, Arc<Bits>>>;

/// Conditions that only people answer.
#[derive(Default)]
struct OfPeople(Known);

/// Conditions that people and touchpoints answer.
#[derive(Default)]
struct OfTouchpoints(Known);

pub(super) fn everyone(vault: &Vault) -> Result<Arc<Everyone>> {
    vault.cached(&[Topic::People], |c| {
        let mut rows = c.prepare_cached("SELECT person FROM person_stat WHERE live = 1 ORDER BY sort_key, person")?;
        let in_order = rows.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let set = in_order.iter().copied().collect();
        Ok(Everyone { in_order, set })
    })
}

/// The row numbers of the living people whom a rule takes in.
///
/// # Errors
/// When the vault cannot be read.
pub fn members(vault: &Vault, rule: &SegmentRule) -> Result<Bits> {
    let asking = Asking { vault, all: everyone(vault)?, moment: Moment::of(vault.clock()) };
    Ok(asking.rule(rule)?.and(&asking.all.set))
}

struct Asking<'v> {
    vault: &'v Vault,
    all: Arc<Everyone>,
    moment: Moment,
}

impl Asking<'_> {
    fn rule(&self, rule: &SegmentRule) -> Result<Bits> {
        let all = || self.all.set.clone();
        match rule {
            SegmentRule::All(of) => of.iter().try_fold(all(), |so_far, part| Ok(so_far.and(&self.rule(part)?))),
            SegmentRule::Any(of) => {
                of.iter().try_fold(Bits::default(), |so_far, part| Ok(so_far.or(&self.rule(part)?)))
            }
            SegmentRule::Not(of) => Ok(all().without(&self.rule(of)?)),
            SegmentRule::One(condition) => {
                let set = set_of(condition, self.moment);
                let found = self.found(condition, &set)?;
                Ok(if set.outside { all().without(&found) } else { Bits::clone(&found) })
            }
        }
    }

    fn found(&self, condition: &Condition, set: &Set) -> Result<Arc<Bits>> {
        if condition.asks_touchpoints() {
            let known = self.vault.cached(&[Topic::People, Topic::Touchpoints], |_| Ok(OfTouchpoints::default()))?;
            self.remembered(&known.0, set)
        } else {
            let known = self.vault.cached(&[Topic::People], |_| Ok(OfPeople::default()))?;
            self.remembered(&known.0, set)
        }
    }

    fn remembered(&self, known: &Known, set: &Set) -> Result<Arc<Bits>> {
        let key = format!("{} {:?}", set.sql, set.values);
        if let Some(found) = known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(found));
        }
        let found = self.vault.read(|c| {
            let mut rows = c.prepare_cached(&set.sql)?;
            let rids = rows.query_map(params_from_iter(&set.values), |r| r.get(0))?;
            Ok(Arc::new(rids.collect::<rusqlite::Result<Bits>>()?))
        })?;
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key, Arc::clone(&found));
        Ok(found)
    }
}
