//! What was really felt: the touchpoints of a map's people, counted by channel, stage and feeling, and their quartiles.

use crate::error::Result;
use crate::segments::Bits;
use rusqlite::Connection;
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
}

/// The log by channel and stage.
#[derive(Debug, Default)]
pub(super) struct Log(HashMap<(String, String), Tally>);

impl Log {
    /// Counts each touchpoint once in which somebody of `people` took part.
    pub fn of(c: &Connection, people: &Bits) -> Result<Self> {
        let sql = "SELECT t.rid, t.channel, t.stage, t.felt, p.person FROM touchpoint t
                   JOIN participant p ON p.touchpoint = t.rid ORDER BY t.rid";
        let mut log = Self::default();
        let (mut statement, mut counted) = (c.prepare_cached(sql)?, None);
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let touch: i64 = row.get(0)?;
            if counted == Some(touch) || !people.contains(row.get(4)?) {
                continue;
            }
            counted = Some(touch);
            let tally = log.0.entry((row.get(1)?, row.get(2)?)).or_default();
            tally.count(row.get(3)?);
        }
        Ok(log)
    }

    /// What the log says about a channel and a stage; empty means any, and nothing is said when both are empty.
    pub fn observed(&self, channel: &str, stage: &str) -> Option<StepObserved> {
        if channel.is_empty() && stage.is_empty() {
            return None;
        }
        let fits = |wanted: &str, is: &str| wanted.is_empty() || wanted == is;
        let mut sum = Tally::default();
        for (_, tally) in self.0.iter().filter(|((c, s), _)| fits(channel, c) && fits(stage, s)) {
            sum.add(tally);
        }
        Some(sum.observed())
    }
}

impl Tally {
    fn count(&mut self, felt: Option<i8>) {
        match felt.and_then(|f| usize::try_from(f + 2).ok()).and_then(|i| self.felt.get_mut(i)) {
            Some(place) => *place += 1,
            None => self.unsaid += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        self.felt.iter_mut().zip(other.felt).for_each(|(mine, theirs)| *mine += theirs);
        self.unsaid += other.unsaid;
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
            let mut tally = Tally { felt: [0; 5], unsaid: 0 };
            felt.iter().for_each(|f| tally.count(Some(*f)));
            tally.count(None);
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
