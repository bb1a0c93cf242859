//! How long new customers wait for the steps of a map, and which steps come later than they should.

use super::newcomers::Newcomer;
use super::passes::Passes;
use super::{JourneyStep, observed};
use crate::clock::{DAY, Millis};
use crate::ids::JourneyStepId;
use crate::touchpoints::Channel;
use serde::Serialize;
use ts_rs::TS;

/// A step of the map, and how long new customers wait for it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OnboardingStep {
    /// Names it.
    pub id: JourneyStepId,
    /// What it is called.
    pub name: String,
    /// Through what; nothing: through anything.
    pub channel: Option<Channel>,
    /// Within how many days of the step before, or of their start, it is to happen; nothing: nobody said.
    pub within_days: Option<u16>,
    /// How many passed it.
    pub n: u32,
    /// The middle one of their waits, in days; nothing when nobody passed it.
    pub median_days: Option<f64>,
    /// How many have waited for it longer than that, and still do.
    pub waiting: u32,
    /// Whether the middle wait is longer than it should be.
    pub late: bool,
}

/// How long they waited for each step. Everybody walks the steps in order: a step is the first touchpoint of its channel
/// after the step before it, and one that somebody passed over counts for nothing. Since they are new, every touchpoint
/// since their start is one of onboarding, whatever stage it names.
pub(super) fn waits(steps: &[JourneyStep], new: &[Newcomer], passes: &Passes, now: Millis) -> Vec<OnboardingStep> {
    let mut waited: Vec<(Vec<Millis>, u32)> = vec![(Vec::new(), 0); steps.len()];
    let fits: Vec<Vec<bool>> = steps
        .iter()
        .map(|step| {
            let channel = step.channel.map_or("", Channel::as_str);
            passes.ways.iter().map(|(way, _)| observed::fits(channel, "", way, "")).collect()
        })
        .collect();
    for one in new {
        let (mut before, mut from, mut open) = (one.start, 0, Vec::new());
        for (at, fits) in fits.iter().enumerate() {
            let rest = one.touches.get(from..).unwrap_or_default();
            let Some(next) = rest.iter().position(|(_, way)| fits.get(usize::from(*way)) == Some(&true)) else {
                open.push(at);
                continue;
            };
            let when = rest[next].0;
            waited[at].0.push(when - before);
            (before, from) = (when, from + next + 1);
            open.clear();
        }
        // Of what has not come yet they wait for the first that should have.
        let over = |at: &&usize| steps[**at].within_days.is_some_and(|days| now - before > i64::from(days) * DAY);
        if let Some(at) = open.first().filter(over) {
            waited[*at].1 += 1;
        }
    }
    let step = |(step, (mut spans, waiting)): (&JourneyStep, (Vec<Millis>, u32))| {
        spans.sort_unstable();
        let median_days = median(&spans);
        let late = median_days.zip(step.within_days).is_some_and(|(real, wanted)| real > f64::from(wanted));
        let (id, name, n) = (step.id, step.name.clone(), u32::try_from(spans.len()).unwrap_or(u32::MAX));
        OnboardingStep { id, name, channel: step.channel, within_days: step.within_days, n, median_days, waiting, late }
    };
    steps.iter().zip(waited).map(step).collect()
}

/// The middle of a sorted row, in days, to a tenth.
#[allow(clippy::cast_precision_loss, reason = "a span of time in days")]
fn median(spans: &[Millis]) -> Option<f64> {
    let (low, high) = (spans.get(spans.len().checked_sub(1)? / 2)?, spans.get(spans.len() / 2)?);
    Some(((low + high) as f64 / 2.0 / DAY as f64 * 10.0).round() / 10.0)
}
