//! Reading maps: stages and steps in order, with what the log says and what deserves a look.

use super::kinds::journey;
use super::observed::Log;
use super::{JourneyMap, JourneyRef, JourneyRoles, JourneyRow, JourneyStage, JourneyStep, StepFeeling, flags};
use crate::error::{Code, Result};
use crate::ids::{JourneyId, JourneyStepId, SegmentId};
use crate::segments::{self, Bits, SegmentName, SegmentRef, SegmentRule};
use crate::touchpoints::Channel;
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, Row};
use uuid::Uuid;

/// All maps, the oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<JourneyRow>> {
    let found = vault.read(|c| {
        let sql =
            "SELECT id, title, segment, (SELECT count(*) FROM journey_step s JOIN journey_stage g ON g.rid = s.stage
                   WHERE g.journey = j.rid) FROM journey j ORDER BY created_at, id";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([], |r| {
            let row = JourneyRow { id: r.get(0)?, title: r.get(1)?, segment: None, steps: r.get(3)? };
            Ok((row, r.get::<_, String>(2)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    })?;
    found
        .into_iter()
        .map(|(row, segment)| {
            let segment = named(vault, segment_of(&segment))?;
            Ok(JourneyRow { segment, ..row })
        })
        .collect()
}

/// A whole map.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(vault: &Vault, input: JourneyRef) -> Result<JourneyMap> {
    Ok(with_log(vault, input)?.0)
}

/// A whole map, and the log of its people; no log when its segment is gone.
pub(super) fn with_log(vault: &Vault, input: JourneyRef) -> Result<(JourneyMap, Option<Log>)> {
    let (mut map, segment) = vault.read(|c| head(c, input))?;
    let people = people_of(vault, &segment)?;
    map.segment = named(vault, segment_of(&segment))?;
    let log = people.as_ref().map(|people| Log::of(vault, people)).transpose()?;
    map.stages = vault.read(|c| stages(c, rid_of(c, &journey::KIND, input.id)?, log.as_ref()))?;
    flags::set(map.stages.iter_mut().flat_map(|stage| &mut stage.steps));
    (map.segment_gone, map.people) = (people.is_none(), people.as_ref().map_or(0, Bits::count));
    Ok((map, log))
}

/// What a map says of itself, and the text that names its segment.
fn head(c: &Connection, input: JourneyRef) -> Result<(JourneyMap, String)> {
    let rid = rid_of(c, &journey::KIND, input.id)?;
    let sql = "SELECT title, review_on, looked_at, leads, writes, speaks, origin, segment FROM journey WHERE rid = ?1";
    Ok(c.prepare_cached(sql)?.query_row([rid], |r| {
        let map = JourneyMap {
            id: input.id,
            title: r.get(0)?,
            segment: None,
            segment_gone: false,
            people: 0,
            review_on: r.get(1)?,
            looked_at: r.get(2)?,
            roles: JourneyRoles { leads: r.get(3)?, writes: r.get(4)?, speaks: r.get(5)? },
            origin: id_in(r, 6)?.map(JourneyId),
            stages: Vec::new(),
        };
        Ok((map, r.get(7)?))
    })?)
}

/// An id that is kept as text; nothing where there is none.
fn id_in(r: &Row<'_>, at: usize) -> rusqlite::Result<Option<Uuid>> {
    Ok(r.get_ref(at)?.as_str()?.parse().ok())
}

/// Whose touchpoints are looked at: everybody's when the map is nobody's; nothing when its segment cannot be asked.
pub(super) fn people_of(vault: &Vault, segment: &str) -> Result<Option<Bits>> {
    let rule = match segment_of(segment) {
        _ if segment.is_empty() => Ok(SegmentRule::All(Vec::new())),
        Some(id) => vault.read(|c| segments::rule_of(c, id)),
        None => return Ok(None),
    };
    match rule {
        Ok(rule) => Ok(Some(segments::members(vault, &rule)?)),
        Err(error) if matches!(error.code, Code::NotFound | Code::NewerVault) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) fn segment_of(text: &str) -> Option<SegmentId> {
    text.parse().ok().map(SegmentId)
}

pub(super) fn named(vault: &Vault, segment: Option<SegmentId>) -> Result<Option<SegmentName>> {
    let Some(id) = segment else { return Ok(None) };
    match segments::named(vault, SegmentRef { id }) {
        Ok(name) => Ok(Some(name)),
        Err(error) if error.code == Code::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) fn stages(c: &Connection, map: i64, log: Option<&Log>) -> Result<Vec<JourneyStage>> {
    let mut rows =
        c.prepare_cached("SELECT rid, id, name FROM journey_stage WHERE journey = ?1 ORDER BY order_key, id")?;
    let rows = rows.query_map([map], |r| {
        Ok((r.get::<_, i64>(0)?, JourneyStage { id: r.get(1)?, name: r.get(2)?, steps: Vec::new() }))
    })?;
    let sql = "SELECT id, name, goal, doing, thinking, channel, lifecycle, our_action, owner, moment_of_truth, pain,
               opportunity, felt, felt_word, wished, wished_word, within_days, origin FROM journey_step WHERE stage = ?1 ORDER BY order_key, id";
    let mut steps = c.prepare_cached(sql)?;
    let mut found = Vec::new();
    for row in rows {
        let (rid, stage) = row?;
        let steps = steps.query_map([rid], |r| step(r, log))?.collect::<rusqlite::Result<_>>()?;
        found.push(JourneyStage { steps, ..stage });
    }
    Ok(found)
}

fn step(r: &Row<'_>, log: Option<&Log>) -> rusqlite::Result<JourneyStep> {
    let (channel, lifecycle): (String, String) = (r.get(5)?, r.get(6)?);
    let observed = log.and_then(|log| log.observed(&channel, &lifecycle));
    let felt = |value: usize, word: usize| -> rusqlite::Result<Option<StepFeeling>> {
        let Some(value) = r.get::<_, Option<i8>>(value)? else { return Ok(None) };
        Ok(Some(StepFeeling { value, word: r.get(word)? }))
    };
    Ok(JourneyStep {
        id: r.get(0)?,
        origin: id_in(r, 17)?.map(JourneyStepId),
        name: r.get(1)?,
        goal: r.get(2)?,
        doing: r.get(3)?,
        thinking: r.get(4)?,
        channel: Channel::ALL.into_iter().find(|known| known.as_str() == channel),
        lifecycle,
        our_action: r.get(7)?,
        owner: r.get(8)?,
        moment_of_truth: r.get(9)?,
        pain: r.get(10)?,
        opportunity: r.get(11)?,
        expected: felt(12, 13)?,
        wished: felt(14, 15)?,
        observed,
        within_days: r.get(16)?,
        flags: Vec::new(),
    })
}
