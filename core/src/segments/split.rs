//! Trying what two parts of a segment, or two segments as one, would look like; and doing it (seed fbf2, better ways to
//! segment users).

use super::beside::{rows, strip};
use super::health::spent;
use super::kinds::{need, persona, segment, talk};
use super::log::Log;
use super::members::{everyone, members};
use super::pulse::SegmentPulse;
use super::read::rule_of;
use super::rule::SegmentRule;
use super::save::{SegmentInput, insert};
use super::words::{names_in, sentence};
use crate::error::{Error, Result};
use crate::ids::SegmentId;
use crate::people::NamedPerson;
use crate::purchases::InBase;
use crate::typed;
use crate::vault::{Kind, Vault, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many people of a part are named.
const NAMED: usize = 6;

/// A segment, and what it may be split by.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct TrySplit {
    /// The segment.
    pub id: SegmentId,
    /// One part is for whom this holds, the other everybody else.
    pub by: SegmentRule,
}

/// Two segments that may be one.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct TryJoin {
    /// One.
    pub a: SegmentId,
    /// The other.
    pub b: SegmentId,
}

/// A segment to be split.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SplitSegment {
    /// The segment.
    pub id: SegmentId,
    /// What it is split by.
    pub by: SegmentRule,
    /// What the part is called for whom it holds.
    pub inside: String,
    /// What the other part is called.
    pub outside: String,
    /// Whether the first part stays what notes, maps and rules speak of; else the second does.
    pub inside_stays: bool,
}

/// Two segments to be made one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct JoinSegments {
    /// The one that stays, with its plan.
    pub a: SegmentId,
    /// The one that goes; what it needs, hears and its personas go over.
    pub b: SegmentId,
    /// What the whole is called.
    pub name: String,
    /// Whether notes, maps, tracks and rules of the one that goes are pointed at the one that stays.
    pub repoint: bool,
}

/// What both parts of a segment would look like.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SplitPreview {
    /// For whom it holds.
    pub inside: SegmentPart,
    /// Everybody else.
    pub outside: SegmentPart,
}

/// What two segments would be as one.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct JoinPreview {
    /// One of them.
    pub a: SegmentPart,
    /// The other.
    pub b: SegmentPart,
    /// Both together.
    pub whole: SegmentPart,
    /// How many people are in both.
    pub both: u32,
}

/// What some people look like as a segment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SegmentPart {
    /// The rule in plain English.
    pub sentence: String,
    /// What the log of a year says.
    pub pulse: SegmentPulse,
    /// What they spent in all, in the base currency.
    pub spent: Option<InBase>,
    /// The first of them in the order of names, six at most.
    pub first: Vec<NamedPerson>,
}

/// What a segment would look like if it was split.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the rule breaks its limits.
pub fn try_split(vault: &Vault, input: TrySplit) -> Result<SplitPreview> {
    let (inside, outside) = parts(vault.read(|c| rule_of(c, input.id))?, input.by)?;
    Ok(SplitPreview { inside: part(vault, &inside)?, outside: part(vault, &outside)? })
}

/// What two segments would be as one.
///
/// # Errors
/// As [`try_split`].
pub fn try_join(vault: &Vault, input: TryJoin) -> Result<JoinPreview> {
    let (a, b) = vault.read(|c| Ok((rule_of(c, input.a)?, rule_of(c, input.b)?)))?;
    let both = members(vault, &a)?.common(&members(vault, &b)?);
    let (one, other) = (part(vault, &a)?, part(vault, &b)?);
    Ok(JoinPreview { a: one, b: other, whole: part(vault, &joined(a, b)?)?, both })
}

/// The rules of both parts.
fn parts(rule: SegmentRule, by: SegmentRule) -> Result<(SegmentRule, SegmentRule)> {
    let within = |part: SegmentRule| {
        let mut all = match rule.clone() {
            SegmentRule::All(of) => of,
            other => vec![other],
        };
        all.push(part);
        SegmentRule::All(all)
    };
    let (inside, outside) = (within(by.clone()), within(SegmentRule::Not(Box::new(by))));
    inside.check()?;
    outside.check()?;
    Ok((inside, outside))
}

/// The rule of both together.
fn joined(a: SegmentRule, b: SegmentRule) -> Result<SegmentRule> {
    let flat = |rule| match rule {
        SegmentRule::Any(of) => of,
        other => vec![other],
    };
    let rule = SegmentRule::Any(flat(a).into_iter().chain(flat(b)).collect());
    rule.check()?;
    Ok(rule)
}

fn part(vault: &Vault, rule: &SegmentRule) -> Result<SegmentPart> {
    let (set, all) = (members(vault, rule)?, everyone(vault)?);
    let pulse = Log::of(vault)?.pulse(&set, vault.clock().now());
    vault.read(|c| {
        let mut person = c.prepare_cached("SELECT id, name FROM person WHERE rid = ?1")?;
        let first = all.in_order.iter().filter(|rid| set.contains(**rid)).take(NAMED);
        let first = first.map(|rid| person.query_row([rid], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? })));
        let names = names_in(c, rule)?;
        Ok(SegmentPart {
            sentence: sentence(rule, &names),
            pulse,
            spent: spent(c, vault, &set)?,
            first: first.collect::<rusqlite::Result<_>>()?,
        })
    })
}

/// Splits a segment in one step: one part stays what others speak of, the other is new. Returns the new one.
///
/// # Errors
/// As [`try_split`]; also when a name says nothing.
pub fn split(vault: &Vault, input: SplitSegment) -> Result<super::SegmentRef> {
    let (inside, outside) = parts(vault.read(|c| rule_of(c, input.id))?, input.by)?;
    let (stays, goes) = if input.inside_stays {
        ((input.inside, inside), (input.outside, outside))
    } else {
        ((input.outside, outside), (input.inside, inside))
    };
    let id = SegmentId::make();
    vault.write("splitSegment", stays.0.trim(), |w| {
        let rid = w.rid(&segment::KIND, input.id)?;
        w.set(&segment::KIND, rid, segment::NAME, typed::needed("name", &stays.0)?)?;
        w.set(&segment::KIND, rid, segment::RULE, serde_json::to_string(&stays.1)?)?;
        let new = SegmentInput { id: None, name: Some(goes.0), hue: Some(0), rule: Some(goes.1) };
        insert(w, id, &new).map(drop)
    })?;
    Ok(super::SegmentRef { id })
}

/// Makes two segments one as part of a larger step: the first takes in everybody, and what stands beside the second goes
/// over to it.
///
/// # Errors
/// As [`try_join`]; also when the name says nothing or both are the same.
pub fn join_into(w: &mut Writer<'_>, input: &JoinSegments) -> Result<()> {
    if input.a == input.b {
        return Err(Error::invalid("b", "same"));
    }
    let rule = joined(rule_of(w.conn(), input.a)?, rule_of(w.conn(), input.b)?)?;
    let (stays, goes) = (w.rid(&segment::KIND, input.a)?, w.rid(&segment::KIND, input.b)?);
    w.set(&segment::KIND, stays, segment::NAME, typed::needed("name", &input.name)?)?;
    w.set(&segment::KIND, stays, segment::RULE, serde_json::to_string(&rule)?)?;
    let moves: [(&'static Kind, crate::vault::Field); 3] =
        [(&persona::KIND, persona::SEGMENT), (&need::KIND, need::SEGMENT), (&talk::KIND, talk::SEGMENT)];
    for (kind, field) in moves {
        for rid in rows(w.conn(), &format!("SELECT rid FROM {} WHERE segment = ?1", kind.table), goes, |r| r.get(0))? {
            w.set(kind, rid, field, stays)?;
        }
    }
    strip(w, goes)?;
    w.remove(&segment::KIND, goes)
}
