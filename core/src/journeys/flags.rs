//! What deserves a look on a map: falls, low steps, steps that nobody passed, steps that felt unlike what we thought.

use super::{JourneyStep, StepObserved};
use serde::Serialize;
use ts_rs::TS;

/// From how many feelings on the log is worth comparing with what we thought.
pub(super) const ENOUGH: u32 = 5;

/// What deserves a look at a step.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "flag", rename_all = "camelCase")]
#[ts(export)]
pub enum StepFlag {
    /// It falls by two or more below the step before of which somebody said how it feels.
    Drop {
        /// By how much; above zero.
        by: i8,
    },
    /// It feels bad: −1 or less.
    Low,
    /// It names a channel or a stage, and the log has no touchpoint with them.
    NoTouch,
    /// At least five people's feelings in the log are one or more away from what we thought.
    Differs {
        /// Observed median less what we thought: above zero when it feels better.
        by: f64,
    },
}

/// Sets the flags of steps that stand in order across all stages.
pub(super) fn set<'s>(steps: impl Iterator<Item = &'s mut JourneyStep>) {
    let mut before = None;
    for step in steps {
        let expected = step.expected.as_ref().map(|felt| felt.value);
        step.flags = of(before, expected, step.observed.as_ref());
        before = expected.or(before);
    }
}

fn of(before: Option<i8>, expected: Option<i8>, observed: Option<&StepObserved>) -> Vec<StepFlag> {
    let mut flags = Vec::new();
    if let (Some(before), Some(now)) = (before, expected)
        && before - now >= 2
    {
        flags.push(StepFlag::Drop { by: before - now });
    }
    if expected.is_some_and(|now| now <= -1) {
        flags.push(StepFlag::Low);
    }
    if observed.is_some_and(|seen| seen.touches == 0) {
        flags.push(StepFlag::NoTouch);
    }
    if let (Some(now), Some(seen)) = (expected, observed)
        && let Some(by) = seen.median.map(|median| median - f64::from(now))
        && seen.n >= ENOUGH
        && by.abs() >= 1.0
    {
        flags.push(StepFlag::Differs { by });
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::StepFlag::{Differs, Drop, Low, NoTouch};
    use super::*;

    #[test]
    fn flags_are_raised_at_their_edges_and_not_before() {
        let seen = |touches, n, median| Some(StepObserved { touches, n, median, low: median, high: median });
        let cases = [
            (None, None, None, vec![]),
            (Some(2), Some(1), None, vec![]),
            (Some(2), Some(0), None, vec![Drop { by: 2 }]),
            (Some(1), Some(-2), None, vec![Drop { by: 3 }, Low]),
            (Some(-2), Some(2), None, vec![]),
            (Some(0), Some(-1), None, vec![Low]),
            (Some(2), None, None, vec![]),
            (None, Some(0), seen(0, 0, None), vec![NoTouch]),
            (None, Some(0), seen(3, 0, None), vec![]),
            (None, Some(1), seen(9, 4, Some(-2.0)), vec![]),
            (None, Some(1), seen(9, 5, Some(0.5)), vec![]),
            (None, Some(1), seen(9, 5, Some(0.0)), vec![Differs { by: -1.0 }]),
            (None, Some(-1), seen(9, 5, Some(1.0)), vec![Low, Differs { by: 2.0 }]),
            (None, None, seen(9, 5, Some(1.0)), vec![]),
        ];
        for (before, expected, observed, wanted) in cases {
            assert_eq!(of(before, expected, observed.as_ref()), wanted, "{before:?} {expected:?} {observed:?}");
        }
    }
}
