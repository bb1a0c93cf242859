//! The pulse of some people: what the log of a year says about them, in numbers that say of how many they are.

use super::bits::Bits;
use super::log::{Log, Touch, answer};
use crate::clock::{DAY, Millis};
use crate::touchpoints::Channel;
use serde::Serialize;
use ts_rs::TS;

/// How far back figures look, in days.
const BACK: i64 = 365;

/// What the log of a year says about some people.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentPulse {
    /// How many people.
    pub people: u32,
    /// How many touchpoints of theirs there are; one with three of them counts three times.
    pub touches: u32,
    /// How many of them went through each channel, most first.
    pub channels: Vec<PulseChannel>,
    /// The middle of everybody's own usual gap, in days, and of how many people that is; those with four touchpoints or more.
    pub usual_days: Option<f64>,
    /// Of how many people.
    pub usual_of: u32,
    /// The middle of how touchpoints felt, −2 … +2.
    pub felt: Option<f64>,
    /// Of how many touchpoints that was said.
    pub felt_of: u32,
    /// How many written words of ours there are whose time for an answer is over, or that were answered.
    pub asked: u32,
    /// How many of them were answered within thirty days, before we wrote again.
    pub answered: u32,
    /// The middle of the days until the answer.
    pub answer_days: Option<f64>,
}

/// How much went through a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PulseChannel {
    /// The channel.
    pub channel: Channel,
    /// How many touchpoints.
    pub touches: u32,
}

impl Log {
    /// What the last year says about these people.
    pub fn pulse(&self, people: &Bits, now: Millis) -> SegmentPulse {
        let mut sum = Sum::default();
        for person in people.iter() {
            sum.add(self.history(person), now);
        }
        sum.finish(people.count())
    }
}

/// Figures while they are added up.
#[derive(Default)]
struct Sum {
    channels: [u32; Channel::ALL.len()],
    touches: u32,
    gaps: Vec<Millis>,
    felt: [u32; 5],
    asked: u32,
    answers: Vec<Millis>,
}

impl Sum {
    fn add(&mut self, history: &[Touch], now: Millis) {
        let from = history.partition_point(|touch| touch.at < now - BACK * DAY);
        let mut gaps: Vec<Millis> = history.windows(2).map(|pair| pair[1].at - pair[0].at).collect();
        if gaps.len() >= 3 {
            self.gaps.extend(middle(&mut gaps));
        }
        for (i, touch) in history.iter().enumerate().skip(from) {
            self.touches += 1;
            if let Some(count) = self.channels.get_mut(usize::from(touch.channel)) {
                *count += 1;
            }
            if let Some(place) = touch.felt.and_then(|felt| usize::try_from(felt + 2).ok()) {
                self.felt[place.min(4)] += 1;
            }
            match answer(history, i, now) {
                Some(Some(after)) => {
                    self.asked += 1;
                    self.answers.push(after);
                }
                Some(None) => self.asked += 1,
                None => {}
            }
        }
    }

    fn finish(mut self, people: u32) -> SegmentPulse {
        let of = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut channels: Vec<PulseChannel> = Channel::ALL
            .into_iter()
            .zip(self.channels)
            .filter(|(_, touches)| *touches > 0)
            .map(|(channel, touches)| PulseChannel { channel, touches })
            .collect();
        channels.sort_by_key(|one| std::cmp::Reverse(one.touches));
        let felt_of = self.felt.iter().sum();
        let (usual_of, answered) = (of(self.gaps.len()), of(self.answers.len()));
        SegmentPulse {
            people,
            touches: self.touches,
            channels,
            usual_days: middle(&mut self.gaps).map(days),
            usual_of,
            felt: middle_felt(&self.felt),
            felt_of,
            asked: self.asked,
            answered,
            answer_days: middle(&mut self.answers).map(days),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a span in milliseconds is far below 2^52")]
fn days(span: Millis) -> f64 {
    span as f64 / DAY as f64
}

/// The middle value; of an even number the mean of the two in the middle.
fn middle(values: &mut [Millis]) -> Option<Millis> {
    let at = values.len() / 2;
    let (_, &mut upper, _) = (at < values.len()).then(|| values.select_nth_unstable(at))?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values[..at].iter().max().copied().unwrap_or(upper);
    Some(lower + (upper - lower) / 2)
}

/// The middle of so many feelings from −2 to +2.
fn middle_felt(felt: &[u32; 5]) -> Option<f64> {
    let n: u32 = felt.iter().sum();
    let nth = |place: u32| {
        let mut passed = 0;
        let at = felt.iter().position(|count| {
            passed += count;
            place < passed
        });
        at.and_then(|at| i8::try_from(at).ok()).map_or(0.0, |at| f64::from(at) - 2.0)
    };
    let last = n.checked_sub(1)?;
    Some((nth(last / 2) + nth(last.div_ceil(2))) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::super::log::number_of;
    use super::*;

    #[test]
    fn middles_are_those_of_the_sorted_row() {
        assert_eq!(middle(&mut []), None);
        assert_eq!(middle(&mut [5]), Some(5));
        assert_eq!(middle(&mut [9, 1]), Some(5));
        assert_eq!(middle(&mut [9, 1, 2, 100]), Some(5));
        assert_eq!(middle_felt(&[0; 5]), None);
        assert_eq!(middle_felt(&[1, 0, 0, 0, 1]), Some(0.0));
        assert_eq!(middle_felt(&[0, 2, 1, 0, 0]), Some(-1.0));
        assert_eq!(middle_felt(&[0, 0, 1, 1, 0]), Some(0.5));
    }

    #[test]
    fn an_answer_is_a_word_back_within_thirty_days_before_we_write_again() {
        let (email, phone) = (number_of("email"), number_of("phone"));
        let touch =
            |day: i64, channel, inbound| Touch { at: day * DAY, channel, felt: None, inbound, minutes: None, of: 1 };
        let asked = |history: &[Touch]| {
            let mut sum = Sum::default();
            sum.add(history, 100 * DAY);
            let pulse = sum.finish(1);
            (pulse.asked, pulse.answered, pulse.answer_days)
        };
        assert_eq!(asked(&[]), (0, 0, None));
        assert_eq!(asked(&[touch(10, email, false), touch(14, email, true)]), (1, 1, Some(4.0)));
        assert_eq!(
            asked(&[touch(10, email, false), touch(14, phone, true)]),
            (1, 1, Some(4.0)),
            "whichever way they come"
        );
        assert_eq!(asked(&[touch(10, email, false), touch(60, email, true)]), (1, 0, None), "too late");
        assert_eq!(
            asked(&[touch(10, email, false), touch(12, email, false), touch(13, email, true)]),
            (2, 1, Some(1.0))
        );
        assert_eq!(asked(&[touch(90, email, false)]), (0, 0, None), "may still come");
        assert_eq!(
            asked(&[touch(10, phone, false), touch(14, email, true)]),
            (0, 0, None),
            "a call is answered at once"
        );
    }
}
