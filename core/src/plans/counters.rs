//! Three counters over a period: who was won, who was kept, with whom business grew (seed fbf2, definition).

use crate::clock::{DAY, Millis};
use crate::error::{Error, Result};
use crate::ids::SegmentId;
use crate::segments::{self, Bits};
use crate::typed::day_of_text;
use crate::vault::Vault;
use chrono::{Days, Local, NaiveDate, NaiveTime, TimeZone};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Which period, and whose.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CountersInput {
    /// First day, `YYYY-MM-DD`; a year ago when left out.
    pub from: Option<String>,
    /// Last day; today when left out.
    pub to: Option<String>,
    /// Only these people.
    pub segment: Option<SegmentId>,
}

/// What the counters are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CountersBasis {
    /// Purchases.
    Purchases,
    /// Touchpoints, because the book knows of no purchase.
    Touchpoints,
}

/// The three counters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Counters {
    /// What they are made of.
    pub basis: CountersBasis,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Whose first purchase (or touchpoint) lies in the period.
    pub acquired: u32,
    /// Who had one before the period: those who could be kept.
    pub had: u32,
    /// Those of them with another one in the period.
    pub kept: u32,
    /// Who bought in the stretch of the same length before: those who could grow.
    pub bought_before: u32,
    /// Those of them who bought for more in the period, in one currency; nothing when the book knows of no purchase.
    pub expanded: Option<u32>,
}

/// Counts. Who lies in the bin is not counted.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when a day is none or the period ends before it begins;
/// [`crate::error::Code::NotFound`] when there is no such segment.
pub fn counters(vault: &Vault, input: CountersInput) -> Result<Counters> {
    let to = read("to", input.to.as_deref(), vault.clock().today())?;
    let from = read("from", input.from.as_deref(), to.checked_sub_days(Days::new(364)).unwrap_or(to))?;
    if from > to {
        return Err(Error::invalid("from", "range"));
    }
    let group = match input.segment {
        Some(id) => Some(segments::members(vault, &vault.read(|c| segments::rule_of(c, id))?)?),
        None => None,
    };
    vault.read(|c| {
        let bought: bool = c.query_row("SELECT EXISTS (SELECT 1 FROM purchase)", [], |r| r.get(0))?;
        let is_in = |person: i64| group.as_ref().is_none_or(|group: &Bits| group.contains(person));
        if bought { by_purchases(c, from, to, is_in) } else { by_touches(c, from, to, is_in) }
    })
}

fn read(field: &str, text: Option<&str>, otherwise: NaiveDate) -> Result<NaiveDate> {
    let Some(text) = text else { return Ok(otherwise) };
    day_of_text(text).ok_or_else(|| Error::invalid(field, "unreadable"))
}

fn empty(basis: CountersBasis, from: NaiveDate, to: NaiveDate) -> Counters {
    let (acquired, had, kept, bought_before) = (0, 0, 0, 0);
    Counters { basis, from: from.to_string(), to: to.to_string(), acquired, had, kept, bought_before, expanded: None }
}

impl Counters {
    /// Counts one person: whether their first lies in the period, whether there is one before, and one within.
    fn add(&mut self, first_within: bool, before: bool, within: bool) {
        self.acquired += u32::from(first_within);
        self.had += u32::from(before);
        self.kept += u32::from(before && within);
    }
}

fn by_purchases(c: &Connection, from: NaiveDate, to: NaiveDate, is_in: impl Fn(i64) -> bool) -> Result<Counters> {
    let mut counted = empty(CountersBasis::Purchases, from, to);
    let length = (to - from).num_days().unsigned_abs() + 1;
    let earlier = from.checked_sub_days(Days::new(length)).unwrap_or(from);
    // One line a person and currency; what was given back lowers a sum and is no purchase.
    let sql = "SELECT u.person, max(u.amount >= 0 AND u.date < ?1), max(u.amount >= 0 AND u.date BETWEEN ?1 AND ?2),
                 sum(iif(u.date BETWEEN ?1 AND ?2, u.amount, 0)), sum(iif(u.date >= ?3 AND u.date < ?1, u.amount, 0))
               FROM purchase u JOIN person p ON p.rid = u.person WHERE p.binned_at IS NULL AND u.date <= ?2
               GROUP BY u.person, u.currency ORDER BY u.person";
    let mut lines = c.prepare_cached(sql)?;
    let lines = lines.query_map(params![from.to_string(), to.to_string(), earlier.to_string()], |r| {
        Ok((r.get::<_, i64>(0)?, r.get::<_, bool>(1)?, r.get::<_, bool>(2)?, r.get::<_, i64>(3)?, r.get::<_, i64>(4)?))
    })?;
    let (mut before, mut within) = (HashSet::new(), HashSet::new());
    let (mut could_grow, mut grew) = (HashSet::new(), HashSet::new());
    for line in lines {
        let (person, had, has, now, then) = line?;
        if !is_in(person) {
            continue;
        }
        let marks =
            [(&mut before, had), (&mut within, has), (&mut could_grow, then > 0), (&mut grew, then > 0 && now > then)];
        for (set, holds) in marks {
            if holds {
                set.insert(person);
            }
        }
    }
    for person in before.union(&within) {
        let (had, has) = (before.contains(person), within.contains(person));
        counted.add(has && !had, had, has);
    }
    counted.bought_before = u32::try_from(could_grow.len()).unwrap_or(u32::MAX);
    counted.expanded = u32::try_from(grew.len()).ok();
    Ok(counted)
}

fn by_touches(c: &Connection, from: NaiveDate, to: NaiveDate, is_in: impl Fn(i64) -> bool) -> Result<Counters> {
    let mut counted = empty(CountersBasis::Touchpoints, from, to);
    let (begin, end) = (midnight(from), midnight(to) + DAY);
    let sql = "SELECT s.person,
                 EXISTS (SELECT 1 FROM participant x WHERE x.person = s.person AND x.at < ?1),
                 EXISTS (SELECT 1 FROM participant x WHERE x.person = s.person AND x.at >= ?1 AND x.at < ?2)
               FROM person_stat s WHERE s.live = 1 AND s.touches > 0";
    let mut lines = c.prepare_cached(sql)?;
    let lines = lines
        .query_map(params![begin, end], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, bool>(1)?, r.get::<_, bool>(2)?)))?;
    for line in lines {
        let (person, before, within) = line?;
        if is_in(person) {
            counted.add(within && !before, before, within);
        }
    }
    Ok(counted)
}

/// The beginning of a day where the machine stands.
fn midnight(day: NaiveDate) -> Millis {
    let at = day.and_time(NaiveTime::MIN);
    Local
        .from_local_datetime(&at)
        .earliest()
        .map_or_else(|| at.and_utc().timestamp_millis(), |at| at.timestamp_millis())
}
