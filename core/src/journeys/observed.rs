//! What was really felt: the touchpoints of a map's people, counted by channel, stage and feeling, and their quartiles.

use super::passes::Passes;
use crate::clock::Millis;
use crate::error::Result;
use crate::segments::Bits;
use crate::vault::Vault;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// What the log says about a step.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct StepObserved {
    /// How many touchpoints there are with its channel and stage.
    pub touches: u32,
    /// Of how many somebody said how they felt.
    pub n: u32,
    /// The middle one of those feelings, −2 … +2; nothing when nobody said.
    pub median: Option<f64>,
    /// Where their middle half begins: the first quartile.
    pub low: Option<f64>,
    /// Where their middle half ends: the third quartile.
    pub high: Option<f64>,
}

/// How many touchpoints felt how: −2 … +2, and those of which nobody said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub felt: [u32; 5],
    pub unsaid: u32,
    /// When the last one was; nothing: there is none.
    pub last: Option<Millis>,
}

/// The log by channel and stage.
#[derive(Debug, Default)]
pub(super) struct Log(HashMap<(String, String), Tally>);

impl Log {
    /// Counts each touchpoint once in which somebody of `people` took part.
    pub fn of(vault: &Vault, people: &Bits) -> Result<Self> {
        let passes = Passes::of(vault)?;
        let mut tallies = vec![Tally::default(); passes.ways.len()];
        let mut counted = false;
        for pass in passes.all() {
            counted &= !pass.first;
            if counted || !people.contains(pass.person) {
                continue;
            }
            counted = true;
            if let Some(tally) = tallies.get_mut(usize::from(pass.way)) {
                tally.count(pass.felt, pass.at);
            }
        }
        Ok(Self(passes.ways.iter().cloned().zip(tallies).filter(|(_, tally)| tally.last.is_some()).collect()))
    }

    /// The ways that were passed: channel and stage, and how they felt.
    pub fn ways(&self) -> impl Iterator<Item = (&str, &str, &Tally)> {
        self.0.iter().map(|((channel, stage), tally)| (channel.as_str(), stage.as_str(), tally))
    }

    /// What the log says about a channel and a stage; empty means any, and nothing is said when both are empty.
    pub fn observed(&self, channel: &str, stage: &str) -> Option<StepObserved> {
        if channel.is_empty() && stage.is_empty() {
            return None;
        }
        let mut sum = Tally::default();
        for (_, tally) in self.0.iter().filter(|((c, s), _)| fits(channel, stage, c, s)) {
            sum.add(tally);
        }
        Some(sum.observed())
    }
}

/// Whether a step that names a channel and a stage is one of that way; empty means any.
pub(super) fn fits(channel: &str, stage: &str, way_channel: &str, way_stage: &str) -> bool {
    let one = |wanted: &str, is: &str| wanted.is_empty() || wanted == is;
    one(channel, way_channel) && one(stage, way_stage)
}

impl Tally {
    fn count(&mut self, felt: Option<i8>, at: Millis) {
        self.last = self.last.max(Some(at));
        match felt.and_then(|f| usize::try_from(f + 2).ok()).and_then(|i| self.felt.get_mut(i)) {
            Some(place) => *place += 1,
            None => self.unsaid += 1,
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.felt.iter_mut().zip(other.felt).for_each(|(mine, theirs)| *mine += theirs);
        self.unsaid += other.unsaid;
        self.last = self.last.max(other.last);
    }

    /// Number, median and quartiles.
    pub fn observed(&self) -> StepObserved {
        let n = self.felt.iter().sum::<u32>();
        StepObserved {
            touches: n + self.unsaid,
            n,
            median: self.quantile(2),
            low: self.quantile(1),
            high: self.quantile(3),
        }
    }

    /// The quartile of that number, between two feelings in proportion (Hyndman and Fan 1996, definition 7).
    fn quantile(&self, quarter: u32) -> Option<f64> {
        let n = self.felt.iter().sum::<u32>();
        let steps = n.checked_sub(1)? * quarter;
        let (low, high) = (self.nth(steps / 4), self.nth(steps.div_ceil(4)));
        Some(low + (high - low) * f64::from(steps % 4) / 4.0)
    }

    /// The feeling at a place of the sorted row, from 0.
    fn nth(&self, place: u32) -> f64 {
        let mut passed = 0;
        for (value, count) in [-2.0, -1.0, 0.0, 1.0, 2.0].into_iter().zip(self.felt) {
            passed += count;
            if place < passed {
                return value;
            }
        }
        2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_the_sorted_row() {
        type Case = (&'static [i8], Option<(f64, f64, f64)>);
        let cases: [Case; 8] = [
            (&[], None),
            (&[1], Some((1.0, 1.0, 1.0))),
            (&[-2, 2], Some((-1.0, 0.0, 1.0))),
            (&[-1, 0, 1], Some((-0.5, 0.0, 0.5))),
            (&[-2, -1, 1, 2], Some((-1.25, 0.0, 1.25))),
            (&[2, 2, 2, 2, -2], Some((2.0, 2.0, 2.0))),
            (&[0, 0, 1, 1, 1, 2], Some((0.25, 1.0, 1.0))),
            (&[-2, -2, -2, -2, -2, -2, 2], Some((-2.0, -2.0, -2.0))),
        ];
        for (felt, wanted) in cases {
            let mut tally = Tally::default();
            felt.iter().for_each(|f| tally.count(Some(*f), 1));
            tally.count(None, 2);
            let seen = tally.observed();
            assert_eq!((seen.touches as usize, seen.n as usize), (felt.len() + 1, felt.len()));
            assert_eq!(seen.low.zip(seen.median).zip(seen.high).map(|((a, b), c)| (a, b, c)), wanted, "{felt:?}");
        }
    }

    #[test]
    fn a_step_takes_what_its_channel_and_stage_name() {
        let one = |i: usize| {
            let mut tally = Tally::default();
            tally.felt[i] = 1;
            tally
        };
        let key = |c: &str, s: &str| (c.to_owned(), s.to_owned());
        let log = Log(HashMap::from([
            (key("phone", "retention"), one(0)),
            (key("phone", ""), one(2)),
            (key("email", "retention"), one(4)),
        ]));
        let n = |c, s| log.observed(c, s).map(|o| (o.n, o.median));
        assert_eq!(n("", ""), None);
        assert_eq!(n("phone", ""), Some((2, Some(-1.0))));
        assert_eq!(n("phone", "retention"), Some((1, Some(-2.0))));
        assert_eq!(n("", "retention"), Some((2, Some(0.0))));
        assert_eq!(n("post", ""), Some((0, None)));
    }
}
