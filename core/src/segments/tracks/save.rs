//! Making, changing and removing tracks and their steps, each as one step that can be undone.

use super::preset::Prepared;
use super::walk::track;
use super::{TrackPreset, TrackStart, TrackView};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{SegmentId, TrackId, TrackStepId};
use crate::segments::beside::{known_channel, put, rows};
use crate::segments::kinds::{track as kind, track_mark, track_step};
use crate::segments::rule::SegmentRule;
use crate::typed;
use crate::vault::{Vault, Writer};
use rusqlite::OptionalExtension;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// The longest wait of a track, in days.
const MAX_DAYS: u32 = 3650;

/// What is to be changed of a track. What is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TrackInput {
    /// The one to change; a new one needs a name and a rule for coming in.
    pub id: Option<TrackId>,
    /// What it is called.
    pub name: Option<String>,
    /// Only for people of this segment; empty: everybody.
    pub segment: Option<String>,
    /// Who comes in.
    pub entry: Option<SegmentRule>,
    /// Who leaves before the end.
    pub leave: Option<SegmentRule>,
    /// Nobody leaves before the end: takes that rule out.
    pub never_leave: Option<bool>,
    /// What the first step is counted from.
    pub starts: Option<TrackStart>,
    /// Days after the last step until somebody may come in again; 0: never.
    pub again_days: Option<u32>,
    /// Whether it is switched on.
    pub active: Option<bool>,
}

/// A step of a track; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TrackStepInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<TrackStepId>,
    /// Of which track; a new step comes last.
    pub track: TrackId,
    /// How many days after the step before it.
    pub after_days: u32,
    /// Through what.
    pub channel: String,
    /// What they get.
    pub what: String,
}

/// Names one track.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct TrackRef {
    /// The track.
    pub id: TrackId,
}

/// Names one step of a track.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct TrackStepRef {
    /// The step.
    pub id: TrackStepId,
}

/// One of the three tracks to begin with.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AddTrack {
    /// Which.
    pub preset: TrackPreset,
    /// Only for people of this segment; everybody, when left out.
    #[serde(default)]
    pub segment: Option<SegmentId>,
}

/// Makes a track from one of the three, for everybody or for a segment.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such segment.
pub fn add_preset(vault: &Vault, AddTrack { preset, segment }: AddTrack) -> Result<TrackView> {
    if let Some(id) = segment {
        crate::segments::named(vault, crate::segments::SegmentRef { id })?;
    }
    let id = TrackId::make();
    vault.write("createTrack", preset.prepared().name, |w| insert_preset(w, id, preset, segment))?;
    track(vault, TrackRef { id })
}

/// Makes it as part of a larger step.
///
/// # Errors
/// As [`add_preset`].
pub fn insert_preset(w: &mut Writer<'_>, id: TrackId, preset: TrackPreset, segment: Option<SegmentId>) -> Result<()> {
    let Prepared { name, word, entry, leave, starts, again_days, steps } = preset.prepared();
    let cells = [
        (kind::NAME, name.to_owned().into()),
        (kind::PRESET, word.to_owned().into()),
        (kind::SEGMENT, segment.map(|id| id.to_string()).unwrap_or_default().into()),
        (kind::ENTRY, serde_json::to_string(&entry)?.into()),
        (kind::LEAVE, leave.map(|rule| serde_json::to_string(&rule)).transpose()?.unwrap_or_default().into()),
        (kind::STARTS, starts_word(starts).to_owned().into()),
        (kind::AGAIN_DAYS, i64::from(again_days).into()),
        (kind::ACTIVE, true.into()),
        (kind::CREATED_AT, w.now().into()),
    ];
    let rid = w.insert(&kind::KIND, id, &cells)?;
    for (after, channel, what) in steps {
        let cells = [
            (track_step::TRACK, rid.into()),
            (track_step::AFTER_DAYS, i64::from(after).into()),
            (track_step::CHANNEL, channel.as_str().to_owned().into()),
            (track_step::WHAT, what.to_owned().into()),
        ];
        w.insert(&track_step::KIND, TrackStepId::make(), &cells)?;
    }
    Ok(())
}

fn starts_word(starts: TrackStart) -> &'static str {
    match starts {
        TrackStart::Added => "added",
        TrackStart::Fit => "fit",
    }
}

/// Changes a track, or makes one of one's own.
///
/// # Errors
/// [`crate::error::Code::Invalid`]; [`crate::error::Code::NotFound`].
pub fn save_track(vault: &Vault, input: TrackInput) -> Result<TrackView> {
    let name = match (&input.name, input.id) {
        (Some(name), _) => name.trim().to_owned(),
        (None, Some(id)) => called(vault, id)?,
        (None, None) => return Err(Error::invalid("name", "empty")),
    };
    let id = input.id.unwrap_or_else(TrackId::make);
    let step = if input.id.is_some() { "editTrack" } else { "createTrack" };
    vault.write(step, &name, |w| set(w, id, &input))?;
    track(vault, TrackRef { id })
}

fn set(w: &mut Writer<'_>, id: TrackId, input: &TrackInput) -> Result<i64> {
    let is_new = input.id.is_none();
    let mut cells = Vec::new();
    if let Some(name) = &input.name {
        cells.push((kind::NAME, typed::needed("name", name)?.into()));
    }
    if let Some(segment) = input.segment.as_deref().map(str::trim) {
        if !segment.is_empty() {
            let id: Uuid = segment.parse().map_err(|_| Error::invalid("segment", "unreadable"))?;
            w.rid(&crate::segments::kinds::segment::KIND, id)?;
        }
        cells.push((kind::SEGMENT, segment.to_owned().into()));
    }
    if is_new && input.entry.is_none() {
        return Err(Error::invalid("entry", "missing"));
    }
    for (field, rule) in [(kind::ENTRY, &input.entry), (kind::LEAVE, &input.leave)] {
        if let Some(rule) = rule {
            rule.check()?;
            cells.push((field, serde_json::to_string(rule)?.into()));
        }
    }
    if input.never_leave == Some(true) {
        cells.push((kind::LEAVE, String::new().into()));
    }
    if let Some(days) = input.again_days {
        cells.push((kind::AGAIN_DAYS, limited_days("againDays", days)?.into()));
    }
    let starts = input.starts.or(is_new.then_some(TrackStart::Fit));
    cells.extend(starts.map(|starts| (kind::STARTS, starts_word(starts).to_owned().into())));
    cells.extend(input.active.map(|on| (kind::ACTIVE, on.into())));
    if is_new {
        cells.push((kind::CREATED_AT, w.now().into()));
    }
    put(w, &kind::KIND, input.id.map(Uuid::from), id.0, cells)
}

fn limited_days(field: &str, days: u32) -> Result<i64> {
    if days > MAX_DAYS { Err(Error::invalid(field, "range")) } else { Ok(i64::from(days)) }
}

/// Takes a track out with its steps and what was done of them; undo brings all back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_track(vault: &Vault, input: TrackRef) -> Result<()> {
    let name = called(vault, input.id)?;
    vault.write("removeTrack", &name, |w| {
        let rid = w.rid(&kind::KIND, input.id)?;
        for mark in rows(w.conn(), "SELECT rid FROM track_mark WHERE track = ?1", rid, |r| r.get(0))? {
            w.remove(&track_mark::KIND, mark)?;
        }
        for step in rows(w.conn(), "SELECT rid FROM track_step WHERE track = ?1", rid, |r| r.get(0))? {
            w.remove(&track_step::KIND, step)?;
        }
        w.remove(&kind::KIND, rid)
    })
}

/// Saves a step of a track.
///
/// # Errors
/// [`crate::error::Code::Invalid`] for days, a channel or words that cannot be; [`crate::error::Code::NotFound`].
pub fn save_track_step(vault: &Vault, input: TrackStepInput) -> Result<TrackView> {
    let name = called(vault, input.track)?;
    known_channel(&input.channel)?;
    let (days, what) = (limited_days("afterDays", input.after_days)?, typed::needed("what", &input.what)?);
    vault.write("saveTrackStep", &name, |w| {
        let cells = vec![
            (track_step::TRACK, w.rid(&kind::KIND, input.track)?.into()),
            (track_step::AFTER_DAYS, days.into()),
            (track_step::CHANNEL, input.channel.clone().into()),
            (track_step::WHAT, what.into()),
        ];
        put(w, &track_step::KIND, input.id.map(Uuid::from), TrackStepId::make().0, cells)
    })?;
    track(vault, TrackRef { id: input.track })
}

/// Takes a step out of its track, and with it that it was done.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_track_step(vault: &Vault, input: TrackStepRef) -> Result<()> {
    let (_, name) = of_step(vault, input.id)?;
    vault.write("removeTrackStep", &name, |w| {
        let rid = w.rid(&track_step::KIND, input.id)?;
        for mark in rows(w.conn(), "SELECT rid FROM track_mark WHERE step = ?1", rid, |r| r.get(0))? {
            w.remove(&track_mark::KIND, mark)?;
        }
        w.remove(&track_step::KIND, rid)
    })
}

fn called(vault: &Vault, id: TrackId) -> Result<String> {
    vault.read(|c| {
        let sql = "SELECT name FROM track WHERE id = ?1";
        c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.or_not_found()
    })
}

pub(super) fn of_step(vault: &Vault, id: TrackStepId) -> Result<(TrackId, String)> {
    vault.read(|c| {
        let sql = "SELECT t.id, t.name FROM track_step s JOIN track t ON t.rid = s.track WHERE s.id = ?1";
        c.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?.or_not_found()
    })
}
