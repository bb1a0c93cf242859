//! Putting a step of a track behind somebody: done with a touchpoint, or skipped.

use super::TrackView;
use super::save::{TrackRef, of_step};
use super::walk::track;
use crate::error::{Error, Result};
use crate::ids::{PersonId, TouchId, TrackMarkId, TrackStepId};
use crate::people::{self, PersonRef};
use crate::segments::kinds::{track_mark, track_step};
use crate::touchpoints::{self, LogTouchpoint};
use crate::vault::{Vault, Writer};
use serde::Deserialize;
use ts_rs::TS;

/// A step done: what was said is logged with it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct DoTrackStep {
    /// Which step.
    pub step: TrackStepId,
    /// The touchpoint it was done with; its first person is who did it.
    pub touchpoint: LogTouchpoint,
}

/// A step that somebody does not get.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct SkipTrackStep {
    /// Which step.
    pub step: TrackStepId,
    /// Who.
    pub person: PersonId,
}

/// Logs a touchpoint and puts the step behind its first person.
///
/// # Errors
/// As logging a touchpoint does; [`crate::error::Code::NotFound`].
pub fn do_track_step(vault: &Vault, input: DoTrackStep) -> Result<TrackView> {
    let person = *input.touchpoint.people.first().ok_or_else(|| Error::invalid("people", "empty"))?;
    let (track_id, _) = of_step(vault, input.step)?;
    let name = people::named(vault, PersonRef { id: person })?.name;
    vault.write("doTrackStep", &name, |w| {
        let touch = TouchId::make();
        touchpoints::insert(w, touch, &input.touchpoint)?;
        mark(w, input.step, person, Some(touch))
    })?;
    track(vault, TrackRef { id: track_id })
}

/// Puts a step behind somebody who does not get it.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn skip_track_step(vault: &Vault, input: SkipTrackStep) -> Result<TrackView> {
    let (track_id, _) = of_step(vault, input.step)?;
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("skipTrackStep", &name, |w| mark(w, input.step, input.person, None))?;
    track(vault, TrackRef { id: track_id })
}

fn mark(w: &mut Writer<'_>, step: TrackStepId, person: PersonId, touch: Option<TouchId>) -> Result<()> {
    let step = w.rid(&track_step::KIND, step)?;
    let sql = "SELECT track FROM track_step WHERE rid = ?1";
    let track: i64 = w.conn().prepare_cached(sql)?.query_row([step], |r| r.get(0))?;
    let cells = [
        (track_mark::TRACK, track.into()),
        (track_mark::PERSON, w.rid(&people::kinds::person::KIND, person)?.into()),
        (track_mark::STEP, step.into()),
        (track_mark::SKIPPED, touch.is_none().into()),
        (track_mark::AT, w.now().into()),
        (track_mark::TOUCHPOINT, touch.map(|id| id.to_string()).unwrap_or_default().into()),
    ];
    w.insert(&track_mark::KIND, TrackMarkId::make(), &cells)?;
    Ok(())
}
