//! How a segment changed: once a day, when the book is opened, its members are looked at, and who came and who went since
//! the last look is kept. It stays on this computer: it says what this copy of the book saw, and is never merged or undone.

use super::SegmentRef;
use super::bits::Bits;
use super::members::members;
use super::read::rule_of;
use super::rule::SegmentRule;
use crate::error::Result;
use crate::ids::SegmentId;
use crate::people::NamedPerson;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days that are kept.
const KEPT: usize = 800;
/// How many people of a day's comings and goings are kept by name.
const NAMED: usize = 200;
/// How many people an answer names.
const SHOWN: usize = 40;
const LOOKED: &str = "segments/looked";

fn key_of(id: SegmentId) -> String {
    format!("segments/seen/{id}")
}

/// What was seen of one segment so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Seen {
    /// The rule of the last look.
    rule: String,
    /// Who was in it then, as row numbers of this book.
    members: String,
    days: Vec<SeenDay>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct SeenDay {
    day: String,
    count: u32,
    came: u32,
    went: u32,
    who_came: Vec<i64>,
    who_went: Vec<i64>,
    /// The rule had been changed: who came and went by that is not counted.
    changed: bool,
}

/// From which day on the past of a segment is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct PastInput {
    /// The segment.
    pub id: SegmentId,
    /// `YYYY-MM-DD`; everything that was seen, when left out.
    #[serde(default)]
    pub since: Option<String>,
}

/// What was seen of a segment, looking once a day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentPast {
    /// The days it was looked at, oldest first.
    pub days: Vec<SizeDay>,
    /// How often somebody came in since; one who left and returned counts twice.
    pub came: u32,
    /// How often somebody went out since.
    pub went: u32,
    /// Who came, newest first, forty at most.
    pub who_came: Vec<NamedPerson>,
    /// Who went, newest first, forty at most.
    pub who_went: Vec<NamedPerson>,
}

/// How large a segment was on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SizeDay {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// How many people.
    pub count: u32,
    /// Its rule had been changed since the day before: the two numbers do not compare.
    pub changed: bool,
}

/// Looks at every segment, unless that was done today. True when something was kept.
///
/// # Errors
/// When the vault cannot be read or written.
pub fn keep_day(vault: &Vault, (): ()) -> Result<bool> {
    let today = vault.clock().today().to_string();
    if vault.recall(LOOKED)?.is_some_and(|day| day >= today) {
        return Ok(false);
    }
    let all = vault.read(|c| {
        let mut rows = c.prepare_cached("SELECT id, rule FROM segment ORDER BY rid")?;
        let rows = rows.query_map([], |r| Ok((r.get::<_, SegmentId>(0)?, r.get::<_, String>(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    })?;
    for (id, text) in all {
        let Some(rule) = SegmentRule::from_text(&text) else { continue };
        let found = members(vault, &rule)?;
        let seen = looked(kept(vault, id)?, text, &found, &today);
        vault.remember(&key_of(id), serde_json::to_string(&seen)?)?;
    }
    vault.remember(LOOKED, today)?;
    vault.tell(&[Topic::Segments]);
    Ok(true)
}

fn kept(vault: &Vault, id: SegmentId) -> Result<Seen> {
    Ok(vault.recall(&key_of(id))?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// One more day.
fn looked(mut seen: Seen, rule: String, found: &Bits, today: &str) -> Seen {
    let before = Bits::from_text(&seen.members);
    let changed = !seen.rule.is_empty() && seen.rule != rule;
    let mut day = SeenDay { day: today.to_owned(), count: found.count(), changed, ..SeenDay::default() };
    if !changed && !seen.rule.is_empty() {
        let (came, went) = (found.clone().without(&before), before.without(found));
        (day.came, day.went) = (came.count(), went.count());
        (day.who_came, day.who_went) = (came.iter().take(NAMED).collect(), went.iter().take(NAMED).collect());
    }
    seen.days.retain(|kept| kept.day != today);
    seen.days.push(day);
    let over = seen.days.len().saturating_sub(KEPT);
    seen.days.drain(..over);
    Seen { rule, members: found.to_text(), ..seen }
}

/// What was seen of a segment.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn past(vault: &Vault, input: PastInput) -> Result<SegmentPast> {
    vault.read(|c| rule_of(c, input.id).map(|_| ()))?;
    let since = input.since.unwrap_or_default();
    let days: Vec<SeenDay> = kept(vault, input.id)?.days.into_iter().filter(|day| day.day >= since).collect();
    let who = |of: fn(&SeenDay) -> &Vec<i64>| -> Result<Vec<NamedPerson>> {
        vault.read(|c| {
            let mut row = c.prepare_cached(
                "SELECT p.id, p.name FROM person p JOIN person_stat s ON s.person = p.rid WHERE p.rid = ?1 AND s.live = 1",
            )?;
            let named = |rid: &i64| {
                row.query_row([rid], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? })).optional().transpose()
            };
            let rids = days.iter().rev().flat_map(of);
            Ok(rids.filter_map(named).take(SHOWN).collect::<rusqlite::Result<_>>()?)
        })
    };
    Ok(SegmentPast {
        came: days.iter().map(|day| day.came).sum(),
        went: days.iter().map(|day| day.went).sum(),
        who_came: who(|day| &day.who_came)?,
        who_went: who(|day| &day.who_went)?,
        days: days.iter().map(|d| SizeDay { day: d.day.clone(), count: d.count, changed: d.changed }).collect(),
    })
}

/// What the log of a year says about the members of a segment.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn pulse(vault: &Vault, input: SegmentRef) -> Result<super::SegmentPulse> {
    let found = members(vault, &vault.read(|c| rule_of(c, input.id))?)?;
    Ok(super::log::Log::of(vault)?.pulse(&found, vault.clock().now()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_a_day_tells_who_came_and_went_but_not_by_another_rule() {
        let set = |rids: &[i64]| rids.iter().copied().collect::<Bits>();
        let seen = looked(Seen::default(), "a".into(), &set(&[1, 2]), "2026-01-01");
        assert_eq!((seen.days[0].count, seen.days[0].came), (2, 0), "the first look compares with nothing");
        let seen = looked(seen, "a".into(), &set(&[2, 3, 4]), "2026-01-02");
        let day = &seen.days[1];
        assert_eq!((day.came, day.went, &day.who_came, &day.who_went), (2, 1, &vec![3, 4], &vec![1]));
        let seen = looked(seen, "b".into(), &set(&[9]), "2026-01-03");
        assert_eq!((seen.days[2].changed, seen.days[2].came, seen.days[2].count), (true, 0, 1));
        let seen = looked(seen, "b".into(), &set(&[]), "2026-01-04");
        assert_eq!((seen.days[3].changed, seen.days[3].went), (false, 1));
    }
}
