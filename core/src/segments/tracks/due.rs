//! Who is on a track, and which step is due when: derived from the rules and from the steps that are behind somebody.

use super::{TrackPreset, TrackStart};
use crate::clock::{DAY, Millis};
use crate::error::{Code, Result};
use crate::ids::{SegmentId, TrackId, TrackStepId};
use crate::segments::bits::Bits;
use crate::segments::members::members;
use crate::segments::read::rule_of;
use crate::segments::rule::SegmentRule;
use crate::vault::Vault;
use rusqlite::{Connection, Row};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;
use uuid::Uuid;

/// A step that is due for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrackDue {
    /// On which track.
    pub track: TrackId,
    /// What it is called.
    pub name: String,
    /// Which step.
    pub step: TrackStepId,
    /// The how-manieth step, from 1.
    pub place: u32,
    /// Of how many.
    pub of: u32,
    /// Through what.
    pub channel: String,
    /// What they get.
    pub what: String,
}

/// A track as it stands in its table, with its steps.
pub(super) struct Kept {
    pub rid: i64,
    pub id: TrackId,
    pub name: String,
    pub preset: Option<TrackPreset>,
    pub segment: String,
    pub entry: Option<SegmentRule>,
    pub leave: Option<SegmentRule>,
    pub starts: TrackStart,
    pub again_days: u32,
    pub active: bool,
    pub created_at: Millis,
    pub steps: Vec<KeptStep>,
}

/// A step as it stands in its table.
pub(super) struct KeptStep {
    pub rid: i64,
    pub id: TrackStepId,
    pub after_days: u32,
    pub channel: String,
    pub what: String,
}

/// Who stands where on a track.
#[derive(Default)]
pub(super) struct Standing {
    /// Who has begun: the step before them, and when it is due.
    pub begun: HashMap<i64, (usize, Millis)>,
    /// Who is on it and has no step behind them.
    pub fresh: Bits,
    /// How many have all steps behind them.
    pub finished: u32,
}

pub(super) const COLUMNS: &str =
    "SELECT rid, id, name, preset, segment, entry, leave, starts, again_days, active, created_at FROM track";

pub(super) fn kept(c: &Connection, r: &Row<'_>) -> Result<Kept> {
    let rule = |i| Ok::<_, rusqlite::Error>(SegmentRule::from_text(r.get_ref(i)?.as_str()?));
    let rid = r.get(0)?;
    let sql = "SELECT rid, id, after_days, channel, what FROM track_step WHERE track = ?1 ORDER BY id";
    let step = |r: &Row<'_>| {
        Ok(KeptStep { rid: r.get(0)?, id: r.get(1)?, after_days: r.get(2)?, channel: r.get(3)?, what: r.get(4)? })
    };
    let preset: String = r.get(3)?;
    Ok(Kept {
        rid,
        id: r.get(1)?,
        name: r.get(2)?,
        preset: TrackPreset::ALL.into_iter().find(|one| one.prepared().word == preset),
        segment: r.get(4)?,
        entry: rule(5)?,
        leave: rule(6)?,
        starts: if r.get::<_, String>(7)? == "added" { TrackStart::Added } else { TrackStart::Fit },
        again_days: r.get(8)?,
        active: r.get(9)?,
        created_at: r.get(10)?,
        steps: c.prepare_cached(sql)?.query_map([rid], step)?.collect::<rusqlite::Result<_>>()?,
    })
}

/// All tracks, oldest first.
pub(super) fn all(vault: &Vault) -> Result<Vec<Kept>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{COLUMNS} ORDER BY rid"))?;
        let mut rows = rows.query([])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            found.push(kept(c, r)?);
        }
        Ok(found)
    })
}

impl Kept {
    /// Whom its segment lets in; nothing when that is gone or cannot be read.
    pub fn within(&self, vault: &Vault) -> Result<Option<Bits>> {
        let rule = match self.segment.parse::<Uuid>() {
            _ if self.segment.is_empty() => Ok(SegmentRule::All(Vec::new())),
            Ok(id) => vault.read(|c| rule_of(c, SegmentId(id))),
            Err(_) => return Ok(None),
        };
        match rule {
            Ok(rule) => Ok(Some(members(vault, &rule)?)),
            Err(error) if matches!(error.code, Code::NotFound | Code::NewerVault) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Who stands where now.
    pub fn standing(&self, vault: &Vault) -> Result<Standing> {
        let (Some(entry), Some(within)) = (&self.entry, self.within(vault)?) else { return Ok(Standing::default()) };
        let left = self.leave.as_ref().map(|rule| members(vault, rule)).transpose()?.unwrap_or_default();
        let within = within.without(&left);
        let mut standing = Standing { fresh: members(vault, entry)?.and(&within), ..Standing::default() };
        let now = vault.clock().now();
        let again = i64::from(self.again_days) * DAY;
        for (person, (behind, last)) in self.behind(vault)? {
            let next = self.steps.iter().position(|step| !behind.contains(&step.rid));
            match next {
                Some(at) if within.contains(person) => {
                    standing.begun.insert(person, (at, last + i64::from(self.steps[at].after_days) * DAY));
                }
                None => {
                    standing.finished += 1;
                    if again > 0 && now - last >= again {
                        continue;
                    }
                }
                Some(_) => {}
            }
            standing.fresh.remove(person);
        }
        Ok(standing)
    }

    /// Which steps are behind whom, and when the last of them was. Steps before a new beginning do not count.
    fn behind(&self, vault: &Vault) -> Result<HashMap<i64, (Vec<i64>, Millis)>> {
        let again = i64::from(self.again_days) * DAY;
        let marks = vault.read(|c| {
            let sql = "SELECT person, step, at FROM track_mark WHERE track = ?1 ORDER BY at, rid";
            let mut rows = c.prepare_cached(sql)?;
            let rows = rows.query_map([self.rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
            Ok(rows.collect::<rusqlite::Result<Vec<(i64, i64, Millis)>>>()?)
        })?;
        let mut found: HashMap<i64, (Vec<i64>, Millis)> = HashMap::new();
        for (person, step, at) in marks {
            let (steps, last) = found.entry(person).or_default();
            if again > 0 && at - *last >= again && self.steps.iter().all(|one| steps.contains(&one.rid)) {
                steps.clear();
            }
            steps.push(step);
            *last = at;
        }
        Ok(found)
    }

    /// For whom a step is due: row, place of the step, since when. The longest due first, so many at most.
    pub fn due(&self, vault: &Vault, limit: usize) -> Result<Vec<(i64, usize, Millis)>> {
        let Some(first) = self.steps.first() else { return Ok(Vec::new()) };
        let (standing, now) = (self.standing(vault)?, vault.clock().now());
        let begun = standing.begun.iter().filter(|(_, (_, due))| *due <= now);
        let mut found: Vec<_> = begun.map(|(person, (at, due))| (*person, *at, *due)).collect();
        let wait = i64::from(first.after_days) * DAY;
        match self.starts {
            TrackStart::Fit => found.extend(standing.fresh.iter().take(limit).map(|person| (person, 0, now))),
            TrackStart::Added => {
                let added = added(vault, &standing.fresh, now - wait, limit)?;
                let due = |at: Millis| at.max(self.created_at) + wait;
                found.extend(added.into_iter().map(|(p, at)| (p, 0, due(at))).filter(|(_, _, due)| *due <= now));
            }
        }
        found.sort_by_key(|(person, _, due)| (*due, *person));
        found.truncate(limit);
        Ok(found)
    }

    pub fn words(&self, at: usize) -> Option<TrackDue> {
        let step = self.steps.get(at)?;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(TrackDue {
            track: self.id,
            name: self.name.clone(),
            step: step.id,
            place: number(at + 1),
            of: number(self.steps.len()),
            channel: step.channel.clone(),
            what: step.what.clone(),
        })
    }
}

/// When people came into the book, those before `until`, longest ago first.
pub(super) fn added(vault: &Vault, people: &Bits, until: Millis, limit: usize) -> Result<Vec<(i64, Millis)>> {
    vault.read(|c| {
        let sql = "SELECT rid, created_at FROM person WHERE created_at <= ?1 ORDER BY created_at";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([until], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let counts = rows.filter(|row| row.as_ref().map_or(true, |(person, _)| people.contains(*person)));
        Ok(counts.take(limit).collect::<rusqlite::Result<_>>()?)
    })
}

/// Steps that are due now on any track, with whom they concern and since when; so many of each track at most.
///
/// # Errors
/// When the vault cannot be read.
pub fn due(vault: &Vault, limit: usize) -> Result<Vec<(i64, TrackDue, Millis)>> {
    let mut found = Vec::new();
    for track in all(vault)?.into_iter().filter(|track| track.active) {
        let steps = track.due(vault, limit)?;
        found.extend(steps.into_iter().filter_map(|(person, at, since)| Some((person, track.words(at)?, since))));
    }
    Ok(found)
}
