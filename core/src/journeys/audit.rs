//! The audit of touchpoints: each kind there is, how it felt, what a plain rule would do with it, and what was decided
//! (seed 64de, synthesis).

use super::flags::ENOUGH;
use super::observed::{StepObserved, Tally, fits};
use super::read::with_log;
use super::verdicts::{self, VerdictSaid};
use super::{JourneyRef, JourneyStep};
use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::ids::{JourneyId, JourneyStepId};
use crate::segments::SegmentName;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A kind of touchpoint of which the last one is longer ago is asleep, in days.
const ASLEEP: i64 = 365;

/// The audit of a map.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct JourneyAudit {
    /// The map.
    pub id: JourneyId,
    /// What it is called.
    pub title: String,
    /// Whose journey it is; nothing: nobody's in particular, or the segment was removed.
    pub segment: Option<SegmentName>,
    /// Whether its segment is gone: then only what the map plans is shown.
    pub segment_gone: bool,
    /// How many people's touchpoints are looked at.
    pub people: u32,
    /// Each kind, in the order of the map; those that stand on no step follow, the most frequent first.
    pub rows: Vec<AuditRow>,
}

/// One kind of touchpoint: through what, in which stage of the relationship.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AuditRow {
    /// Through what.
    pub channel: Channel,
    /// Stage of the relationship; empty: none was named.
    pub lifecycle: String,
    /// The steps of the map at which it happens.
    pub steps: Vec<AuditStep>,
    /// How many there were and how they felt.
    pub observed: StepObserved,
    /// When the last one was, in milliseconds since 1970.
    pub last_at: Option<Millis>,
    /// What a plain rule says.
    pub hint: AuditHint,
    /// What was decided.
    pub said: Option<VerdictSaid>,
}

/// A step of the map by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AuditStep {
    /// Names it.
    pub id: JourneyStepId,
    /// What it is called.
    pub name: String,
}

/// What a plain rule says about a kind of touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum AuditHint {
    /// The map plans it, and nobody ever passed it.
    Unused,
    /// The last one is more than a year ago: stop it, or take it up again.
    Asleep,
    /// Nobody ever said how it felt: ask.
    Ask,
    /// Fewer than five said how it felt: ask on.
    AskOn,
    /// At least five said, and the middle one is −1 or less: fix.
    Fix,
    /// At least five said, and the middle one is above zero: keep.
    Keep,
    /// At least five said, and it leaves them cold: between −1 and zero.
    Even,
}

/// Reads the audit of a map.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn audit(vault: &Vault, input: JourneyRef) -> Result<JourneyAudit> {
    let (map, log) = with_log(vault, input)?;
    let mut said = vault.read(|c| verdicts::of_map(c, input))?;
    let steps: Vec<&JourneyStep> = map.stages.iter().flat_map(|stage| &stage.steps).collect();
    let mut ways: BTreeMap<(Channel, String), Tally> = BTreeMap::new();
    for (channel, stage, tally) in log.iter().flat_map(super::observed::Log::ways) {
        ways.entry((Channel::from_text(channel), stage.to_owned())).or_default().add(tally);
    }
    for step in &steps {
        let Some(channel) = step.channel else { continue };
        let passed = ways.keys().any(|(way, stage)| *way == channel && fits("", &step.lifecycle, "", stage));
        if !passed {
            ways.entry((channel, step.lifecycle.clone())).or_default();
        }
    }
    // What was decided stays in sight, whoever the map belongs to by now.
    for key in said.keys() {
        ways.entry(key.clone()).or_default();
    }
    let now = vault.clock().now();
    let place = |row: &AuditRow| row.steps.first().and_then(|first| steps.iter().position(|step| step.id == first.id));
    let mut rows: Vec<AuditRow> = ways
        .into_iter()
        .map(|((channel, lifecycle), tally)| {
            let said = said.remove(&(channel, lifecycle.clone()));
            let steps = steps.iter().filter(|step| happens_at(step, channel, &lifecycle));
            let steps = steps.map(|step| AuditStep { id: step.id, name: step.name.clone() }).collect();
            let (observed, last_at) = (tally.observed(), tally.last);
            AuditRow { hint: hint(&observed, last_at, now), channel, lifecycle, steps, observed, last_at, said }
        })
        .collect();
    rows.sort_by_key(|row| (place(row).unwrap_or(usize::MAX), Reverse(row.observed.touches)));
    let (title, segment, segment_gone, people) = (map.title, map.segment, map.segment_gone, map.people);
    Ok(JourneyAudit { id: map.id, title, segment, segment_gone, people, rows })
}

fn happens_at(step: &JourneyStep, channel: Channel, lifecycle: &str) -> bool {
    let named = step.channel.map_or("", Channel::as_str);
    (step.channel.is_some() || !step.lifecycle.is_empty()) && fits(named, &step.lifecycle, channel.as_str(), lifecycle)
}

fn hint(seen: &StepObserved, last: Option<Millis>, now: Millis) -> AuditHint {
    let Some(last) = last else { return AuditHint::Unused };
    match seen.median {
        _ if now - last > ASLEEP * DAY => AuditHint::Asleep,
        None => AuditHint::Ask,
        Some(_) if seen.n < ENOUGH => AuditHint::AskOn,
        Some(median) if median <= -1.0 => AuditHint::Fix,
        Some(median) if median > 0.0 => AuditHint::Keep,
        Some(_) => AuditHint::Even,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_changes_its_mind_at_its_edges() {
        let now = 1_000 * DAY;
        let cases = [
            (0, 0, None, None, AuditHint::Unused),
            (9, 9, Some(2.0), Some(366), AuditHint::Asleep),
            (9, 9, Some(2.0), Some(365), AuditHint::Keep),
            (9, 0, None, Some(1), AuditHint::Ask),
            (9, 4, Some(-2.0), Some(1), AuditHint::AskOn),
            (9, 5, Some(-1.0), Some(1), AuditHint::Fix),
            (9, 5, Some(-0.5), Some(1), AuditHint::Even),
            (9, 5, Some(0.0), Some(1), AuditHint::Even),
            (9, 5, Some(0.5), Some(1), AuditHint::Keep),
        ];
        for (touches, n, median, days, wanted) in cases {
            let seen = StepObserved { touches, n, median, low: median, high: median };
            assert_eq!(hint(&seen, days.map(|days| now - days * DAY), now), wanted, "{seen:?} {days:?}");
        }
    }
}
