//! Who belongs: each condition answered from memory, or asked once and then followed as people change.

use super::bits::Bits;
use super::bought::Bought;
use super::facts::Facts;
use super::other::{expanded, names_others};
use super::places::Places;
use super::rule::{Condition, SegmentRule};
use super::sql::{Moment, Set, set_of};
use crate::error::Result;
use crate::topics::Topic;
use crate::vault::{Kind, Touched, Vault};
use crate::{consent, people, touchpoints};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many conditions are remembered.
const REMEMBERED: usize = 300;
/// People changed at once from which on conditions are rather asked again.
const MANY: usize = 100;

/// Everybody who is not in the bin.
#[derive(Debug)]
pub(super) struct Everyone {
    /// Their row numbers in the order in which names are read.
    pub in_order: Arc<Vec<i64>>,
    /// The same as a set.
    pub set: Bits,
}

/// Conditions by what they ask, with whom they found.
type Known = HashMap<String, (Set, Arc<Bits>)>;

/// What conditions that only people answer have found so far.
#[derive(Default)]
struct Remembered(Mutex<Known>);

pub(super) fn everyone(vault: &Vault) -> Result<Arc<Everyone>> {
    let in_order = people::by_name(vault)?;
    let known = vault.cached(&[Topic::People], |_| {
        Ok(Everyone { in_order: Arc::clone(&in_order), set: in_order.iter().copied().collect() })
    })?;
    // Between the two, somebody may have come or gone.
    Ok(if Arc::ptr_eq(&known.in_order, &in_order) {
        known
    } else {
        Arc::new(Everyone { set: in_order.iter().copied().collect(), in_order })
    })
}

/// The row numbers of the living people whom a rule takes in.
///
/// # Errors
/// When the vault cannot be read.
pub fn members(vault: &Vault, rule: &SegmentRule) -> Result<Bits> {
    let asking = Asking { vault, all: everyone(vault)?, moment: Moment::of(vault.clock()) };
    let found =
        if names_others(rule) { asking.rule(&vault.read(|c| expanded(c, rule))?)? } else { asking.rule(rule)? };
    Ok(found.and(&asking.all.set))
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
            SegmentRule::One(condition) => self.condition(condition),
        }
    }

    fn condition(&self, condition: &Condition) -> Result<Bits> {
        if condition.is_of_touches()
            && let Some(found) = Facts::of(self.vault)?.holds(condition, self.moment)
        {
            return Ok(found);
        }
        if condition.is_of_purchases()
            && let Some((found, outside)) = Bought::of(self.vault)?.holds(condition, self.moment)
        {
            return Ok(if outside { self.all.set.clone().without(&found) } else { found });
        }
        if condition.is_of_places()
            && let Some(found) = Places::of(self.vault)?.holds(condition)
        {
            return Ok(found);
        }
        let set = set_of(condition, self.moment);
        let outside = set.outside;
        let found = self.found(set)?;
        Ok(if outside { self.all.set.clone().without(&found) } else { Bits::clone(&found) })
    }

    fn found(&self, set: Set) -> Result<Arc<Bits>> {
        let remembered = self.vault.followed(|_| Ok(Remembered::default()), follow)?;
        let known = || remembered.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = format!("{} {:?}", set.sql, set.values);
        if let Some((_, found)) = known().get(&key) {
            return Ok(Arc::clone(found));
        }
        let found = self.vault.read(|c| {
            let mut rows = c.prepare_cached(&set.sql)?;
            let rids = rows.query_map(params_from_iter(&set.values), |r| r.get(0))?;
            Ok(Arc::new(rids.collect::<rusqlite::Result<Bits>>()?))
        })?;
        let mut known = known();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key, (set, Arc::clone(&found)));
        Ok(found)
    }
}

/// Asks each remembered condition again, of the people who have changed only.
fn follow(c: &Connection, before: &Remembered, touched: &[Touched]) -> Result<Option<Remembered>> {
    let Some(people) = people::concerned(c, touched, people::KINDS, MANY)? else { return Ok(None) };
    let said: Vec<&Kind> = touchpoints::KINDS.iter().chain(consent::KINDS).copied().collect();
    let Some(mut beyond) = people::concerned(c, touched, &said, MANY)? else { return Ok(None) };
    beyond.extend(&people);
    let mut known = before.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    for (set, found) in known.values_mut() {
        let sql = format!("WITH found(person) AS ({}) SELECT EXISTS (SELECT 1 FROM found WHERE person = ?)", set.sql);
        let mut holds = c.prepare_cached(&sql)?;
        for &rid in if set.beyond { &beyond } else { &people } {
            let values = set.values.iter().cloned().chain([Value::Integer(rid)]);
            let holds: bool = holds.query_row(params_from_iter(values), |r| r.get(0))?;
            if holds != found.contains(rid) {
                let found = Arc::make_mut(found);
                if holds { found.insert(rid) } else { found.remove(rid) }
            }
        }
    }
    Ok(Some(Remembered(Mutex::new(known))))
}
