//! Today: whom nobody has spoken with for longer than a rule says, or than their own usual rhythm, and why.

use super::rules::{self, Rule, Scope};
use crate::clock::{DAY, Millis};
use crate::error::{Code, Result};
use crate::ids::CadenceId;
use crate::people::{self, PersonRow};
use crate::segments::tracks::{self, TrackDue};
use crate::segments::{self, Bits};
use crate::touchpoints::{self, Channel};
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// How much of Today.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct TodayInput {
    /// Rows wanted; 100 when left out and at most.
    pub limit: Option<u32>,
}

/// What waits today.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct Today {
    /// Who, the longest overdue first.
    pub items: Vec<TodayItem>,
    /// True when there are more than were asked for.
    pub more: bool,
}

/// Somebody who waits.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct TodayItem {
    /// Who.
    pub person: PersonRow,
    /// Why.
    pub why: TodayWhy,
    /// Since when nobody has spoken with them, in milliseconds since 1970.
    pub since: Millis,
    /// What was said and felt last.
    pub last: Option<LastWord>,
    /// When the last touchpoints were, oldest first; eight at most.
    pub marks: Vec<Millis>,
}

/// Why somebody waits.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TodayWhy {
    /// The kind of reason.
    pub reason: Reason,
    /// Days since the last touchpoint, or since they came into the book.
    pub silent_days: u32,
    /// The rule that was broken, when one was.
    pub rule: Option<BrokenRule>,
    /// Their own usual gap in days; with at least four touchpoints.
    pub usual_days: Option<f64>,
    /// The step of a track that is due, when one is.
    pub track: Option<TrackDue>,
    /// Since when they are overdue, in milliseconds since 1970.
    pub due: Millis,
}

/// A rule that somebody's silence broke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BrokenRule {
    /// Names it.
    pub id: CadenceId,
    /// The days it allows.
    pub days: u32,
    /// The name of its tag or segment; nothing: the rule for everyone.
    pub name: Option<String>,
}

/// The kinds of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Reason {
    /// Silent for longer than a rule allows.
    Rule,
    /// Silent for longer than twice their own median gap.
    Rhythm,
    /// The next step of a track is due.
    Track,
}

/// The last touchpoint in short.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LastWord {
    /// When.
    pub at: Millis,
    /// Through what.
    pub channel: Channel,
    /// A few words.
    pub title: String,
    /// What was said.
    pub text: String,
    /// How it felt.
    pub felt: Option<i8>,
    /// The word for it.
    pub felt_word: String,
}

struct Candidate {
    person: i64,
    reason: Reason,
    track: Option<TrackDue>,
    /// Which of the rules was broken.
    rule: Option<usize>,
    due: Millis,
}

/// Who waits today.
///
/// # Errors
/// When the vault cannot be read.
pub fn today(vault: &Vault, input: TodayInput) -> Result<Today> {
    let limit = input.limit.unwrap_or(100).min(100) as usize;
    let now = vault.clock().now();
    let rules: Vec<Rule> = rules::rules(vault, ())?.into_iter().filter(|r| r.active).collect();
    let groups = rules.iter().map(|rule| group(vault, rule)).collect::<Result<Vec<_>>>()?;
    let covered = groups.iter().flatten().fold(Bits::default(), |all, group| all.or(group));
    let spared = segments::spared(vault)?;
    let steps = tracks::due(vault, limit + 1)?;
    vault.read(|c| {
        let mut found = rhythm(c, now, limit + 1, |person| !spared.contains(person))?;
        for (at, (rule, group)) in rules.iter().zip(&groups).enumerate() {
            found.extend(overdue(c, (at, rule), now, limit + 1, |person| {
                !spared.contains(person)
                    && match rule.scope {
                        Scope::Everyone => !covered.contains(person),
                        Scope::Tag(_) => true,
                        Scope::Segment(_) => group.as_ref().is_some_and(|group| group.contains(person)),
                    }
            })?);
        }
        found.extend(on_tracks(c, steps, now)?);
        let mut waiting = one_each(found);
        waiting.sort_by_key(|w| (w.due, w.person));
        let more = waiting.len() > limit;
        waiting.truncate(limit);
        let items = waiting.into_iter().map(|w| item(c, w, &rules, now)).collect::<Result<_>>()?;
        Ok(Today { items, more })
    })
}

/// One reason for each person, the one that tells most.
fn one_each(found: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: HashMap<i64, Candidate> = HashMap::new();
    for candidate in found {
        let Some(before) = kept.get_mut(&candidate.person) else {
            kept.insert(candidate.person, candidate);
            continue;
        };
        let broken = before.rule.or(candidate.rule);
        // Their own rhythm says more about a person than a rule for all, and a step that was planned says what to do.
        let (tells, told) = (candidate.reason as u8, before.reason as u8);
        if tells > told || (tells == told && candidate.due < before.due) {
            *before = candidate;
        }
        before.rule = before.rule.or(broken);
    }
    kept.into_values().collect()
}

/// Steps of tracks that are due, for those who are not left in peace.
fn on_tracks(c: &Connection, steps: Vec<(i64, TrackDue, Millis)>, now: Millis) -> Result<Vec<Candidate>> {
    let mut awake = c.prepare_cached(&format!("SELECT {AWAKE} FROM (SELECT ?2 AS person) s"))?;
    let mut found = Vec::new();
    for (person, track, due) in steps {
        if awake.query_row([now, person], |r| r.get(0))? {
            found.push(Candidate { person, reason: Reason::Track, track: Some(track), rule: None, due });
        }
    }
    Ok(found)
}

/// Left in peace: shown nowhere until the date has passed.
const AWAKE: &str = "NOT EXISTS (SELECT 1 FROM snooze z WHERE z.person = s.person AND z.until > ?1)";

fn rhythm(c: &Connection, now: Millis, limit: usize, of: impl Fn(i64) -> bool) -> Result<Vec<Candidate>> {
    let sql = format!(
        "SELECT s.person, s.rhythm_due FROM person_stat s WHERE s.live = 1 AND s.rhythm_due < ?1 AND {AWAKE}
         ORDER BY s.rhythm_due"
    );
    let mut rows = c.prepare_cached(&sql)?;
    let rows = rows.query_map([now], |r| {
        Ok(Candidate { person: r.get(0)?, reason: Reason::Rhythm, track: None, rule: None, due: r.get(1)? })
    })?;
    first(rows, limit, of)
}

/// The first so many rows whose people count; the query is walked no further.
fn first(
    rows: impl Iterator<Item = rusqlite::Result<Candidate>>,
    limit: usize,
    of: impl Fn(i64) -> bool,
) -> Result<Vec<Candidate>> {
    let counts = rows.filter(|row| row.as_ref().map_or(true, |found| of(found.person)));
    Ok(counts.take(limit).collect::<rusqlite::Result<_>>()?)
}

/// The people of a rule for a segment. A segment that is gone, or whose rule cannot be read, covers nobody.
fn group(vault: &Vault, rule: &Rule) -> Result<Option<Bits>> {
    let Scope::Segment(id) = rule.scope else { return Ok(None) };
    match vault.read(|c| segments::rule_of(c, id)) {
        Ok(rule) => Ok(Some(segments::members(vault, &rule)?)),
        Err(error) if matches!(error.code, Code::NotFound | Code::NewerVault) => Ok(None),
        Err(error) => Err(error),
    }
}

fn overdue(
    c: &Connection,
    (at, rule): (usize, &Rule),
    now: Millis,
    limit: usize,
    of: impl Fn(i64) -> bool,
) -> Result<Vec<Candidate>> {
    let allowed = i64::from(rule.days) * DAY;
    // A narrower rule speaks for those it covers, be it stricter or more patient.
    let covered = "EXISTS (SELECT 1 FROM cadence d JOIN tag t ON d.scope = 'tag' AND d.active AND t.id = d.target
                            JOIN tagging g ON g.tag = t.rid WHERE g.person = s.person)";
    let (scope, target) = match rule.scope {
        Scope::Everyone => (format!("NOT {covered}"), None),
        Scope::Tag(tag) => (
            "s.person IN (SELECT g.person FROM tagging g JOIN tag t ON t.rid = g.tag WHERE t.id = ?3)".to_owned(),
            Some(tag.0),
        ),
        Scope::Segment(_) => ("1".to_owned(), None),
    };
    let sql = format!(
        "SELECT s.person, s.quiet_since FROM person_stat s WHERE s.live = 1 AND s.quiet_since < ?2 AND {scope} AND {AWAKE}
         AND (?3 IS NULL OR 1) ORDER BY s.quiet_since"
    );
    let mut rows = c.prepare_cached(&sql)?;
    let rows = rows.query_map(params![now, now - allowed, target], |r| {
        Ok(Candidate {
            person: r.get(0)?,
            reason: Reason::Rule,
            track: None,
            rule: Some(at),
            due: r.get::<_, i64>(1)? + allowed,
        })
    })?;
    first(rows, limit, of)
}

/// The rule as a person knows it.
fn broken(c: &Connection, rule: &Rule) -> Result<BrokenRule> {
    let named = |sql, id| c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional();
    let name = match rule.scope {
        Scope::Everyone => None,
        Scope::Tag(id) => named("SELECT name FROM tag WHERE id = ?1", id.0)?,
        Scope::Segment(id) => named("SELECT name FROM segment WHERE id = ?1", id.0)?,
    };
    Ok(BrokenRule { id: rule.id, days: rule.days, name })
}

fn item(c: &Connection, candidate: Candidate, rules: &[Rule], now: Millis) -> Result<TodayItem> {
    let Candidate { person: rid, reason, track, rule, due } = candidate;
    let rule = rule.and_then(|at| rules.get(at)).map(|rule| broken(c, rule)).transpose()?;
    let sql = "SELECT quiet_since, usual_gap, last_touch FROM person_stat WHERE person = ?1";
    let (since, usual, last): (Millis, Option<f64>, Option<i64>) =
        c.prepare_cached(sql)?.query_row([rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let last = last.map(|touch| touchpoints::touchpoint_of(c, touch)).transpose()?;
    let mut marks = c.prepare_cached("SELECT at FROM participant WHERE person = ?1 ORDER BY at DESC LIMIT 8")?;
    let mut marks = marks.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<Millis>>>()?;
    marks.reverse();
    let silent_days = u32::try_from((now - since) / DAY).unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "a day in milliseconds is far below 2^52")]
    let usual_days = usual.map(|gap| gap / DAY as f64);
    Ok(TodayItem {
        person: people::row_of(c, rid)?,
        why: TodayWhy { reason, silent_days, rule, usual_days, track, due },
        since,
        last: last.map(|t| LastWord {
            at: t.at,
            channel: t.channel,
            title: t.title,
            text: t.text,
            felt: t.felt,
            felt_word: t.felt_word,
        }),
        marks,
    })
}
