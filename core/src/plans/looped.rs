//! The loyalty loop (seed 64de): where each customer stands, and by which touchpoint their decision to stay was last
//! reinforced.
//!
//! It is a view of the log and no second state: a touchpoint may carry a stage of the loop, the last one that does says
//! where somebody is, and one that did not hurt reinforces.

use crate::error::{Error, Result};
use crate::ids::SegmentId;
use crate::people::{self, Page, PersonRow};
use crate::segments::{self, SegmentName};
use crate::touchpoints::{self, LOOP_STAGES, Touchpoint};
use crate::vault::Vault;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most people at a time.
const MOST: u32 = 200;

/// The loop, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyLoop {
    /// The stages in order, with how many people stand there.
    pub stages: Vec<LoopStageCount>,
    /// How many people stand nowhere in it: no touchpoint of theirs has a stage.
    pub outside: u32,
    /// The same for each segment: people by stage in order, then those outside.
    pub segments: Vec<LoopSegment>,
}

/// A stage of the loop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LoopStageCount {
    /// `engage`, `transact`, `support`, `delight`, `advocate`.
    pub stage: String,
    /// How many people stand there.
    pub people: u32,
    /// How many touchpoints carry that stage.
    pub touches: u32,
    /// Those that felt bad (−1 or −2): at `transact` this is what held a purchase up.
    pub hurt: u32,
    /// Those that felt good (+1 or +2).
    pub liked: u32,
    /// Those that we began: at `support`, what we found first.
    pub by_us: u32,
    /// Those that they began.
    pub by_them: u32,
}

/// A segment's people in the loop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct LoopSegment {
    /// Which.
    pub segment: SegmentName,
    /// How many people, stage by stage.
    pub people: Vec<u32>,
    /// How many stand nowhere in it.
    pub outside: u32,
}

/// Whose places in the loop.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct LoopPeopleInput {
    /// One of the stages.
    pub stage: String,
    /// Only people of this segment.
    pub segment: Option<SegmentId>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 200 at most.
    pub limit: Option<u32>,
}

/// Somebody in the loop.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoopPerson {
    /// Who.
    pub person: PersonRow,
    /// The touchpoint that says where they are.
    pub touch: Touchpoint,
    /// The last one with a stage that did not hurt; nothing when all did.
    pub reinforced: Option<Touchpoint>,
}

/// Which touchpoints of the loop.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct LoopLogInput {
    /// One of the stages.
    pub stage: String,
    /// Only those that felt bad.
    pub hurt: Option<bool>,
    /// Rows wanted; 20 when left out, 200 at most.
    pub limit: Option<u32>,
}

/// Touchpoints of a stage.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoopLog {
    /// The last ones, newest first.
    pub items: Vec<Touchpoint>,
}

/// Where everybody stands.
///
/// # Errors
/// When the vault cannot be read.
pub fn loyalty_loop(vault: &Vault, (): ()) -> Result<LoyaltyLoop> {
    let (places, live, mut stages) = vault.read(|c| {
        let live: u32 = c.query_row("SELECT count(*) FROM person_stat WHERE live = 1", [], |r| r.get(0))?;
        let stages = LOOP_STAGES.into_iter().map(|stage| counted(c, stage)).collect::<Result<Vec<_>>>()?;
        Ok((places(c)?, live, stages))
    })?;
    for &(_, stage) in &places {
        if let Some(stage) = stages.get_mut(stage) {
            stage.people += 1;
        }
    }
    let mut of_segments = Vec::new();
    for segment in segments::list(vault, ())? {
        let Some(rule) = &segment.rule else { continue };
        let group = segments::members(vault, rule)?;
        let mut people = vec![0; LOOP_STAGES.len()];
        for (_, stage) in places.iter().filter(|(person, _)| group.contains(*person)) {
            if let Some(count) = people.get_mut(*stage) {
                *count += 1;
            }
        }
        let inside: u32 = people.iter().sum();
        let name = SegmentName { id: segment.id, name: segment.name, hue: segment.hue };
        of_segments.push(LoopSegment { segment: name, people, outside: group.count().saturating_sub(inside) });
    }
    let outside = live.saturating_sub(u32::try_from(places.len()).unwrap_or(u32::MAX));
    Ok(LoyaltyLoop { stages, outside, segments: of_segments })
}

/// Each person in the loop and the number of their stage. Nobody who lies in the bin.
fn places(c: &Connection) -> Result<Vec<(i64, usize)>> {
    let sql = "SELECT l.person, l.stage FROM loop_stat l JOIN person_stat s ON s.person = l.person
               WHERE l.stage IS NOT NULL AND s.live = 1";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([], |r| {
        let stage = r.get_ref(1)?.as_str()?;
        Ok((r.get(0)?, LOOP_STAGES.iter().position(|one| *one == stage).unwrap_or(LOOP_STAGES.len())))
    })?;
    Ok(rows
        .filter(|row| row.as_ref().map_or(true, |(_, at)| *at < LOOP_STAGES.len()))
        .collect::<rusqlite::Result<_>>()?)
}

fn counted(c: &Connection, stage: &str) -> Result<LoopStageCount> {
    let sql = "SELECT count(*), coalesce(sum(felt < 0), 0), coalesce(sum(felt > 0), 0),
                 coalesce(sum(direction <> 'inbound'), 0), coalesce(sum(direction = 'inbound'), 0)
               FROM touchpoint WHERE loop_stage = ?1 AND loop_stage <> ''";
    Ok(c.prepare_cached(sql)?.query_row([stage], |r| {
        Ok(LoopStageCount {
            stage: stage.to_owned(),
            people: 0,
            touches: r.get(0)?,
            hurt: r.get(1)?,
            liked: r.get(2)?,
            by_us: r.get(3)?,
            by_them: r.get(4)?,
        })
    })?)
}

/// Who stands at a stage, the latest first, with the touchpoint that says so.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no such stage; [`crate::error::Code::NotFound`] when there is no such
/// segment.
pub fn loop_people(vault: &Vault, input: LoopPeopleInput) -> Result<Page<LoopPerson>> {
    demand_stage(&input.stage)?;
    let (offset, limit) = (input.offset.unwrap_or(0) as usize, input.limit.unwrap_or(50).min(MOST) as usize);
    let group = match input.segment {
        Some(id) => Some(segments::members(vault, &vault.read(|c| segments::rule_of(c, id))?)?),
        None => None,
    };
    vault.read(|c| {
        let sql =
            "SELECT l.person, l.touchpoint, l.reinforced FROM loop_stat l JOIN person_stat s ON s.person = l.person
                   WHERE l.stage = ?1 AND s.live = 1 ORDER BY l.at DESC, l.person DESC";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([&input.stage], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let all = rows.collect::<rusqlite::Result<Vec<(i64, i64, Option<i64>)>>>()?;
        let fit: Vec<_> =
            all.into_iter().filter(|(person, ..)| group.as_ref().is_none_or(|group| group.contains(*person))).collect();
        let part = fit.iter().skip(offset).take(limit);
        let items = part
            .map(|&(person, touch, reinforced)| {
                Ok(LoopPerson {
                    person: people::row_of(c, person)?,
                    touch: touchpoints::touchpoint_of(c, touch)?,
                    reinforced: reinforced.map(|rid| touchpoints::touchpoint_of(c, rid)).transpose()?,
                })
            })
            .collect::<Result<_>>()?;
        Ok(Page { items, total: u32::try_from(fit.len()).unwrap_or(u32::MAX) })
    })
}

/// The last touchpoints of a stage.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no such stage.
pub fn loop_log(vault: &Vault, input: LoopLogInput) -> Result<LoopLog> {
    demand_stage(&input.stage)?;
    let limit = input.limit.unwrap_or(20).min(MOST);
    let sql = "SELECT rid FROM touchpoint WHERE loop_stage = ?1 AND loop_stage <> '' AND (?2 = 0 OR felt < 0)
               ORDER BY at DESC, rid DESC LIMIT ?3";
    vault.read(|c| {
        let mut rows = c.prepare_cached(sql)?;
        let hurt = input.hurt.unwrap_or_default();
        let rids = rows.query_map(params![input.stage, hurt, limit], |r| r.get(0))?;
        let rids = rids.collect::<rusqlite::Result<Vec<i64>>>()?;
        Ok(LoopLog { items: rids.into_iter().map(|rid| touchpoints::touchpoint_of(c, rid)).collect::<Result<_>>()? })
    })
}

fn demand_stage(stage: &str) -> Result<()> {
    if LOOP_STAGES.contains(&stage) { Ok(()) } else { Err(Error::invalid("stage", "unknown")) }
}
