//! Who is new: at the stage of onboarding, or a customer for a short while only; since when, and what they heard from us.

use super::passes::Passes;
use crate::clock::{DAY, Millis, day_of};
use crate::error::Result;
use crate::segments::Bits;
use crate::topics::Topic;
use crate::typed::day_of_text;
use crate::vault::Vault;
use chrono::{Local, NaiveDate, TimeZone};
use rusqlite::Connection;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// The stage of the relationship at which somebody is new.
pub(super) const STAGE: &str = "onboarding";

/// What somebody's start is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum StartedBy {
    /// The day of their first purchase.
    Purchase,
    /// The day since which they are a customer, as their page says.
    Since,
    /// Their first touchpoint at the stage of onboarding.
    Touchpoint,
    /// The day they came into the book.
    Book,
}

/// Somebody who is new.
#[derive(Debug, Clone)]
pub(super) struct Newcomer {
    pub person: i64,
    /// Whether they stand at the stage of onboarding.
    pub at_stage: bool,
    pub start: Millis,
    pub by: StartedBy,
    /// Touchpoints since their start: when, and their place in [`Passes::ways`]; in order.
    pub touches: Vec<(Millis, u16)>,
}

/// When everybody bought for the first time. What was given back is no purchase.
struct FirstBought(HashMap<i64, NaiveDate>);

/// Everybody at the stage of onboarding: since when they say they are a customer, and when they came into the book.
struct AtStage(HashMap<i64, (Option<NaiveDate>, Millis)>);

impl Newcomer {
    /// Since when nobody was in contact with them: the last touchpoint, or their start when there was none since.
    pub fn quiet_since(&self) -> Millis {
        self.touches.last().map_or(self.start, |(at, _)| *at)
    }

    /// The longest time without contact since their start, up to now.
    pub fn longest(&self, now: Millis) -> Millis {
        let mut before = self.start;
        let ends = self.touches.iter().map(|(at, _)| *at).chain([now]);
        ends.map(|at| at - std::mem::replace(&mut before, at)).max().unwrap_or_default()
    }
}

/// Everybody of `people` who is new, with what they heard since their start.
pub(super) fn of(vault: &Vault, people: &Bits, new_days: i64) -> Result<Vec<Newcomer>> {
    let now = vault.clock().now();
    let first_day = day_of(now - new_days * DAY);
    let bought = vault.cached(&[Topic::Purchases, Topic::People], first_bought)?;
    let at_stage = vault.cached(&[Topic::People], at_stage)?;
    let mut found: Vec<Newcomer> = Vec::new();
    let new = |person, at_stage, start, by| Newcomer { person, at_stage, start, by, touches: Vec::new() };
    for (&person, &(since, created)) in &at_stage.0 {
        let (start, by) = match (bought.0.get(&person), since) {
            (Some(day), _) => (began(*day), StartedBy::Purchase),
            (None, Some(day)) => (began(day), StartedBy::Since),
            (None, None) => (created, StartedBy::Book),
        };
        found.push(new(person, true, start.min(now), by));
    }
    let recent = bought.0.iter().filter(|(person, day)| **day >= first_day && !at_stage.0.contains_key(person));
    found.extend(recent.map(|(&person, day)| new(person, false, began(*day), StartedBy::Purchase)));
    found.retain(|one| people.contains(one.person) && one.start <= now);
    found.sort_unstable_by_key(|one| one.person);
    hear(&mut found, &*Passes::of(vault)?, now);
    Ok(found)
}

/// Puts down what each heard since their start. Who has no better sign of it started with their first touchpoint at the stage.
fn hear(newcomers: &mut [Newcomer], passes: &Passes, now: Millis) {
    let last = newcomers.last().and_then(|one| usize::try_from(one.person).ok()).unwrap_or_default();
    // By row: a look into a table of its own is ten times as fast as one into a map.
    let mut places = vec![u32::MAX; last + 1];
    for (at, one) in (0_u32..).zip(newcomers.iter()) {
        if let Some(place) = usize::try_from(one.person).ok().and_then(|row| places.get_mut(row)) {
            *place = at;
        }
    }
    for pass in passes.all() {
        let place = usize::try_from(pass.person).ok().and_then(|row| places.get(row));
        let Some(one) = place.and_then(|at| newcomers.get_mut(*at as usize)) else { continue };
        if pass.at <= now && (pass.at >= one.start || one.by == StartedBy::Book) {
            one.touches.push((pass.at, pass.way));
        }
    }
    let is_stage: Vec<bool> = passes.ways.iter().map(|(_, stage)| stage == STAGE).collect();
    for one in newcomers {
        one.touches.sort_unstable();
        if one.by == StartedBy::Book {
            let first = one.touches.iter().find(|(_, way)| is_stage.get(usize::from(*way)) == Some(&true));
            if let Some(&(at, _)) = first {
                (one.start, one.by) = (at, StartedBy::Touchpoint);
            }
            let start = one.start;
            one.touches.retain(|(at, _)| *at >= start);
        }
    }
}

/// When a day begins where the machine stands.
fn began(day: NaiveDate) -> Millis {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    Local
        .from_local_datetime(&midnight)
        .earliest()
        .map_or_else(|| midnight.and_utc().timestamp_millis(), |at| at.timestamp_millis())
}

fn first_bought(c: &Connection) -> Result<FirstBought> {
    // In the order of the table's own key: nothing is sorted, and no person is looked up.
    let mut rows = c.prepare_cached("SELECT person, min(first) FROM purchase_stat GROUP BY person")?;
    let mut rows = rows.query([])?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(day) = day_of_text(row.get_ref(1)?.as_str().unwrap_or_default()) {
            found.insert(row.get(0)?, day);
        }
    }
    Ok(FirstBought(found))
}

fn at_stage(c: &Connection) -> Result<AtStage> {
    let mut rows = c.prepare_cached("SELECT rid, since, created_at FROM person WHERE stage = ?1")?;
    let rows = rows.query_map([STAGE], |r| Ok((r.get(0)?, (day_of_text(r.get_ref(1)?.as_str()?), r.get(2)?))))?;
    Ok(AtStage(rows.collect::<rusqlite::Result<_>>()?))
}
