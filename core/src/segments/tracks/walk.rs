//! Reading tracks: their rules in words, their steps with how many people stand where, and who is on one.

use super::due::{COLUMNS, Kept, Standing, added, all, kept};
use super::save::TrackRef;
use super::{OnTrack, Track, TrackStart, TrackStep, TrackView};
use crate::clock::{DAY, Millis};
use crate::error::{Code, OrNotFound, Result};
use crate::ids::SegmentId;
use crate::people;
use crate::segments::read::named;
use crate::segments::words::{names_in, sentence};
use crate::segments::{SegmentName, SegmentRef};
use crate::vault::Vault;
use std::collections::HashMap;
use uuid::Uuid;

/// Somebody on a track: their row, the place of the step before them, when it is due.
type Place = (i64, usize, Millis);

/// How many people of a track are shown.
const SHOWN: usize = 200;

/// All tracks, oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn tracks(vault: &Vault, (): ()) -> Result<Vec<Track>> {
    all(vault)?.into_iter().map(|track| Ok(whole(vault, &track)?.0)).collect()
}

/// One track with the people on it.
///
/// # Errors
/// [`Code::NotFound`].
pub fn track(vault: &Vault, input: TrackRef) -> Result<TrackView> {
    let found = vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
        let mut rows = rows.query([input.id])?;
        kept(c, rows.next()?.or_not_found()?)
    })?;
    let (track, mut on) = whole(vault, &found)?;
    on.sort_by_key(|(person, _, due)| (*due, *person));
    on.truncate(SHOWN);
    let on = vault.read(|c| {
        let one = |(person, at, due): Place| {
            let step = found.steps.get(at).or_not_found()?.id;
            Ok(OnTrack { person: people::row_of(c, person)?, step, due })
        };
        on.into_iter().map(one).collect::<Result<_>>()
    })?;
    Ok(TrackView { track, on })
}

/// A track as it is shown, and who is on it: row, place of the step, when it is due.
fn whole(vault: &Vault, kept: &Kept) -> Result<(Track, Vec<Place>)> {
    let standing = kept.standing(vault)?;
    let on = on_it(vault, kept, &standing)?;
    let now = vault.clock().now();
    let mut steps: Vec<TrackStep> = kept
        .steps
        .iter()
        .map(|step| TrackStep {
            id: step.id,
            after_days: step.after_days,
            channel: step.channel.clone(),
            what: step.what.clone(),
            waiting: 0,
            due: 0,
            done: 0,
            skipped: 0,
        })
        .collect();
    for (_, at, due) in &on {
        if let Some(step) = steps.get_mut(*at) {
            step.waiting += 1;
            step.due += u32::from(*due <= now);
        }
    }
    let counts = behind(vault, kept.rid)?;
    for (step, kept) in steps.iter_mut().zip(&kept.steps) {
        (step.done, step.skipped) = counts.get(&kept.rid).copied().unwrap_or_default();
    }
    let (segment, segment_gone) = whose(vault, &kept.segment)?;
    let mut names = vault.read(|c| kept.entry.as_ref().map(|rule| names_in(c, rule)).transpose())?.unwrap_or_default();
    names.extend(vault.read(|c| kept.leave.as_ref().map(|rule| names_in(c, rule)).transpose())?.unwrap_or_default());
    let track = Track {
        id: kept.id,
        name: kept.name.clone(),
        preset: kept.preset,
        segment,
        segment_gone,
        entry_words: kept.entry.as_ref().map(|rule| sentence(rule, &names)).unwrap_or_default(),
        leave_words: kept.leave.as_ref().map(|rule| sentence(rule, &names)).unwrap_or_default(),
        entry: kept.entry.clone(),
        leave: kept.leave.clone(),
        names,
        starts: kept.starts,
        again_days: kept.again_days,
        active: kept.active,
        steps,
        people: u32::try_from(on.len()).unwrap_or(u32::MAX),
        finished: standing.finished,
    };
    Ok((track, on))
}

fn on_it(vault: &Vault, kept: &Kept, standing: &Standing) -> Result<Vec<Place>> {
    let Some(first) = kept.steps.first() else { return Ok(Vec::new()) };
    let wait = i64::from(first.after_days) * DAY;
    let mut on: Vec<_> = standing.begun.iter().map(|(person, (at, due))| (*person, *at, *due)).collect();
    match kept.starts {
        TrackStart::Fit => {
            let now = vault.clock().now();
            on.extend(standing.fresh.iter().map(|person| (person, 0, now)));
        }
        TrackStart::Added => {
            let came = added(vault, &standing.fresh, Millis::MAX, usize::MAX)?;
            on.extend(came.into_iter().map(|(person, at)| (person, 0, at.max(kept.created_at) + wait)));
        }
    }
    Ok(on)
}

/// How often each step of a track was done, and how often skipped.
fn behind(vault: &Vault, track: i64) -> Result<HashMap<i64, (u32, u32)>> {
    vault.read(|c| {
        let sql = "SELECT step, sum(NOT skipped), sum(skipped) FROM track_mark WHERE track = ?1 GROUP BY step";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([track], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// The segment of a track, and whether it had one that is gone.
fn whose(vault: &Vault, text: &str) -> Result<(Option<SegmentName>, bool)> {
    if text.is_empty() {
        return Ok((None, false));
    }
    let Ok(id) = text.parse::<Uuid>() else { return Ok((None, true)) };
    match named(vault, SegmentRef { id: SegmentId(id) }) {
        Ok(name) => Ok((Some(name), false)),
        Err(error) if error.code == Code::NotFound => Ok((None, true)),
        Err(error) => Err(error),
    }
}
