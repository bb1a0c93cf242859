//! What other rooms use a segment for, what one wants of it with the task that comes of it, and two segments made one.

use crate::error::{Error, Result};
use crate::promises::{self, NewTask};
use crate::segments::{self, JoinSegments, PlanInput, SegmentPlan, SegmentRef, tracks};
use crate::vault::Vault;
use crate::{canvas, care, communities, journeys};
use serde::Serialize;
use ts_rs::TS;

/// What uses a segment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SegmentUses {
    /// Notes on a canvas that take their figures from it, by what stands on them.
    pub notes: Vec<String>,
    /// Journey maps, by title.
    pub journeys: Vec<String>,
    /// Rules of Today, by the days they allow.
    pub rules: Vec<u32>,
    /// Tracks that are only for it, by name.
    pub tracks: Vec<String>,
    /// Communities within it, by name.
    pub communities: Vec<String>,
}

/// What uses a segment.
///
/// # Errors
/// When the vault cannot be read.
pub fn segment_uses(vault: &Vault, SegmentRef { id }: SegmentRef) -> Result<SegmentUses> {
    vault.read(|c| {
        Ok(SegmentUses {
            notes: canvas::of_segment(c, id)?,
            journeys: journeys::of_segment(c, id)?,
            rules: care::of_segment(c, id)?,
            tracks: tracks::of_segment(c, id)?,
            communities: communities::of_segment(c, id)?,
        })
    })
}

/// Changes what one wants of a segment. The day to look again is a task of that day, where the words for it are given.
///
/// # Errors
/// As [`segments::set_plan`].
pub fn plan_segment(vault: &Vault, input: PlanInput) -> Result<SegmentPlan> {
    let id = input.id.ok_or_else(|| Error::invalid("id", "missing"))?;
    let name = segments::named(vault, SegmentRef { id })?.name;
    vault.write("planSegment", &name, |w| {
        segments::set_plan(w, id, &input)?;
        let Some((text, day)) = input.task.clone().zip(input.review_on.clone()) else { return Ok(()) };
        let about = Some(format!("segment:{id}"));
        promises::keep_task(w, &NewTask { text, due: Some(day.trim().to_owned()), about, ..NewTask::default() })
    })?;
    segments::plan(vault, SegmentRef { id })
}

/// Makes two segments one; what used the one that goes speaks of the other from then on, if that is wished. Returns the
/// one that stays.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`].
pub fn join_segments(vault: &Vault, input: JoinSegments) -> Result<SegmentRef> {
    vault.write("joinSegments", input.name.trim(), |w| {
        segments::join_into(w, &input)?;
        if input.repoint {
            canvas::repoint_segment(w, input.b, input.a)?;
            journeys::repoint_segment(w, input.b, input.a)?;
            care::repoint_segment(w, input.b, input.a)?;
            tracks::repoint_segment(w, input.b, input.a)?;
            communities::repoint_segment(w, input.b, input.a)?;
        }
        Ok(())
    })?;
    Ok(SegmentRef { id: input.a })
}
