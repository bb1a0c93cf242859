//! What the book says about a note, and beside the answers: counted when the canvas is read, never stored.

use super::Binding;
use crate::error::Result;
use crate::people::{NamedPerson, RELATIONS, ReachKind};
use crate::segments::{self, Condition, Segment, SegmentName, SegmentRule};
use crate::touchpoints::{self, ChannelShare};
use crate::vault::Vault;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

/// How many people are named as examples.
const NAMED: u32 = 3;

/// What the book says about a bound note.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "of", rename_all = "camelCase")]
#[ts(export)]
pub enum NoteFigures {
    /// The people of a segment.
    Segment {
        /// The segment; nothing when it was removed.
        segment: Option<SegmentName>,
        /// How many people are in it; nothing when it was removed or its rule cannot be read.
        count: Option<u32>,
        /// How many people there are.
        people: u32,
    },
    /// The touchpoints of a channel.
    Channel {
        /// Its share of the log.
        share: ChannelShare,
    },
    /// The people served with a type of relationship.
    Relation {
        /// The type.
        relation: String,
        /// How many people.
        count: u32,
        /// How many people there are.
        people: u32,
    },
}

/// What the book says beside the answers.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Facts {
    /// How many people there are.
    pub people: u32,
    /// How many are in no segment.
    pub uncovered: u32,
    /// How many have no phone number.
    pub without_phone: u32,
    /// How many have no e-mail address.
    pub without_email: u32,
    /// All segments, the largest first.
    pub segments: Vec<SegmentCount>,
    /// The channels that were used, the most used first.
    pub channels: Vec<ChannelShare>,
    /// How many people are served with each type of relationship, the six in their order.
    pub relations: Vec<RelationShare>,
    /// Who has been a customer for longest, as far as it is known; three at most.
    pub longest: Vec<Standing>,
    /// With whom there are the most touchpoints; three at most.
    pub most_touched: Vec<Standing>,
}

/// A segment and how many people are in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SegmentCount {
    /// The segment.
    pub segment: SegmentName,
    /// How many; nothing when its rule cannot be read.
    pub count: Option<u32>,
}

/// A type of relationship and how many people are served with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RelationShare {
    /// The type.
    pub relation: String,
    /// How many.
    pub count: u32,
}

/// Somebody who stands out, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Standing {
    /// Who.
    pub person: NamedPerson,
    /// A date as it is written on the person, or a number of touchpoints.
    pub by: String,
}

/// All that notes and answers are told from.
pub(super) struct Figures<'v> {
    vault: &'v Vault,
    people: u32,
    segments: Vec<Segment>,
    shares: Vec<ChannelShare>,
}

impl<'v> Figures<'v> {
    pub fn of(vault: &'v Vault) -> Result<Self> {
        let shares = touchpoints::channels(vault, ())?;
        let people = counted(vault, None)?;
        Ok(Self { vault, people, segments: segments::list(vault, ())?, shares })
    }

    /// What the book says about a note.
    pub fn note(&self, binding: &Binding) -> Result<NoteFigures> {
        Ok(match binding {
            Binding::Segment { segment } => {
                let found = self.segments.iter().find(|s| s.id == *segment);
                let count = found.and_then(|s| s.count);
                NoteFigures::Segment { segment: found.map(short), count, people: self.people }
            }
            Binding::Channel { channel } => {
                let of = self.shares.first().map_or(0, |s| s.of);
                let none = ChannelShare { channel: *channel, touches: 0, of, felt: None, felt_n: 0 };
                NoteFigures::Channel {
                    share: self.shares.iter().find(|s| s.channel == *channel).cloned().unwrap_or(none),
                }
            }
            Binding::Relation { relation } => {
                let count = counted(self.vault, Some(served(relation)))?;
                NoteFigures::Relation { relation: relation.clone(), count, people: self.people }
            }
        })
    }

    /// What the book says beside the answers.
    pub fn facts(&self) -> Result<Facts> {
        let without = |kind| counted(self.vault, Some(Condition::Reach { kind, has: false }));
        let mut segments: Vec<SegmentCount> =
            self.segments.iter().map(|s| SegmentCount { segment: short(s), count: s.count }).collect();
        segments.sort_by_key(|s| std::cmp::Reverse(s.count));
        let relation = |relation: &str| {
            Ok(RelationShare { relation: relation.to_owned(), count: counted(self.vault, Some(served(relation)))? })
        };
        let (longest, most_touched) = self.vault.read(|c| {
            let longest = "SELECT p.id, p.name, p.since FROM person p WHERE p.since <> '' AND p.binned_at IS NULL ORDER BY p.since LIMIT ?1";
            let touched = "SELECT p.id, p.name, CAST(s.touches AS TEXT) FROM person_stat s JOIN person p ON p.rid = s.person
                           WHERE s.live = 1 AND s.touches > 0 ORDER BY s.touches DESC LIMIT ?1";
            Ok((standing(c, longest)?, standing(c, touched)?))
        })?;
        Ok(Facts {
            people: self.people,
            uncovered: segments::uncovered(self.vault, ())?,
            without_phone: without(ReachKind::Phone)?,
            without_email: without(ReachKind::Email)?,
            segments,
            channels: self.shares.clone(),
            relations: RELATIONS.into_iter().map(relation).collect::<Result<_>>()?,
            longest,
            most_touched,
        })
    }
}

fn short(segment: &Segment) -> SegmentName {
    SegmentName { id: segment.id, name: segment.name.clone(), hue: segment.hue }
}

fn served(relation: &str) -> Condition {
    Condition::Relation { relation: relation.to_owned() }
}

/// How many living people there are, or of whom a condition holds.
fn counted(vault: &Vault, condition: Option<Condition>) -> Result<u32> {
    let rule = condition.map_or_else(|| SegmentRule::All(Vec::new()), SegmentRule::One);
    Ok(segments::members(vault, &rule)?.count())
}

fn standing(c: &Connection, sql: &str) -> Result<Vec<Standing>> {
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([NAMED], |r| {
        Ok(Standing { person: NamedPerson { id: r.get(0)?, name: r.get(1)? }, by: r.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
