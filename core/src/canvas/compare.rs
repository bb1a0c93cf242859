//! The segments of a canvas side by side: can they be reached, how were they spoken with, how are they served.
//!
//! Answers "which channel works best for each segment" and "is everybody served alike" from the log (seed fbf2).

use super::CanvasRef;
use super::figures::RelationShare;
use super::read::get;
use crate::error::{Error, Result};
use crate::people::{RELATIONS, ReachKind};
use crate::segments::{self, Bits, Condition, Moment, SegmentName, SegmentRule};
use crate::touchpoints::{Channel, ChannelShare};
use crate::vault::Vault;
use rusqlite::params_from_iter;
use serde::Serialize;
use ts_rs::TS;

/// What the book says about the people of one segment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentFigures {
    /// The segment.
    pub segment: SegmentName,
    /// How many people are in it.
    pub count: u32,
    /// How many of them have a phone number.
    pub with_phone: u32,
    /// How many of them have an e-mail address.
    pub with_email: u32,
    /// With which types of relationship they are served; types that nobody has are left out.
    pub relations: Vec<RelationShare>,
    /// Through which channels they were spoken with, the most used first.
    pub channels: Vec<ChannelShare>,
}

/// The segments that notes of a canvas are bound to, side by side, in the order of the notes.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn compare(vault: &Vault, input: CanvasRef) -> Result<Vec<SegmentFigures>> {
    let mut compared: Vec<SegmentFigures> = Vec::new();
    for note in get(vault, input)?.notes {
        if let Some(super::NoteFigures::Segment { segment: Some(segment), count: Some(count), .. }) = note.figures
            && compared.iter().all(|c| c.segment.id != segment.id)
        {
            compared.push(figures(vault, segment, count)?);
        }
    }
    Ok(compared)
}

fn figures(vault: &Vault, segment: SegmentName, count: u32) -> Result<SegmentFigures> {
    let rule = vault.read(|c| segments::rule_of(c, segment.id))?;
    let members = segments::members(vault, &rule)?;
    let holds = |condition| Ok::<_, Error>(both(&members, &segments::members(vault, &SegmentRule::One(condition))?));
    let mut relations = Vec::new();
    for relation in RELATIONS {
        let count = holds(Condition::Relation { relation: relation.to_owned() })?;
        if count > 0 {
            relations.push(RelationShare { relation: relation.to_owned(), count });
        }
    }
    Ok(SegmentFigures {
        count,
        with_phone: holds(Condition::Reach { kind: ReachKind::Phone, has: true })?,
        with_email: holds(Condition::Reach { kind: ReachKind::Email, has: true })?,
        relations,
        channels: channels(vault, &rule)?,
        segment,
    })
}

fn both(one: &Bits, other: &Bits) -> u32 {
    one.clone().and(other).count()
}

/// A touchpoint with several of them counts once.
fn channels(vault: &Vault, rule: &SegmentRule) -> Result<Vec<ChannelShare>> {
    let (members, values) = segments::members_sql(rule, Moment::of(vault.clock()), 1);
    let sql = format!(
        "SELECT channel, count(*), sum(count(*)) OVER (), avg(felt), count(felt) FROM touchpoint
         WHERE rid IN (SELECT touchpoint FROM participant WHERE person IN ({members})) GROUP BY channel ORDER BY 2 DESC, 1"
    );
    vault.read(|c| {
        let mut rows = c.prepare(&sql)?;
        let rows = rows.query_map(params_from_iter(values), |r| {
            Ok(ChannelShare {
                channel: Channel::from_text(r.get_ref(0)?.as_str()?),
                touches: r.get(1)?,
                of: r.get(2)?,
                felt: r.get(3)?,
                felt_n: r.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
