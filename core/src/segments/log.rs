//! Everybody's touchpoints as figures read them: when, through what, how it felt, who began it and how long it took, once in
//! memory and then followed as people change.

use super::bits::Bits;
use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::people;
use crate::touchpoints::Channel;
use crate::touchpoints::kinds::participant;
use crate::vault::{Touched, Vault};
use rusqlite::Connection;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use ts_rs::TS;

/// People changed at once, or since everybody was read, from which on everybody is read again.
const MANY: usize = 1000;
/// How far back figures look, in days.
const BACK: i64 = 365;
/// Within how many days a word back counts as an answer.
pub const ANSWER_DAYS: i64 = 30;
/// Channels through which one writes and waits; in a call or face to face the answer is part of it.
const WRITTEN: [Channel; 5] = [Channel::Email, Channel::Chat, Channel::Social, Channel::Post, Channel::Support];

/// One touchpoint of somebody.
#[derive(Debug, Clone, Copy)]
pub struct Touch {
    /// When it was.
    pub at: Millis,
    channel: u8,
    /// How it felt, −2 … +2.
    pub felt: Option<i8>,
    /// They began it.
    pub inbound: bool,
    /// How many minutes it took.
    pub minutes: Option<u16>,
    /// With how many people it was.
    pub of: u16,
}

impl Touch {
    /// The channel; nothing for one that a newer program wrote.
    #[must_use]
    pub fn channel(&self) -> Option<Channel> {
        Channel::ALL.get(usize::from(self.channel)).copied()
    }

    /// Whether one says something through its channel and waits.
    #[must_use]
    pub fn written(&self) -> bool {
        self.channel().is_some_and(|channel| WRITTEN.contains(&channel))
    }
}

/// Everybody's history, oldest first.
#[derive(Debug)]
pub struct Log {
    all: Arc<HashMap<i64, Vec<Touch>>>,
    /// Who has changed since.
    fresh: BTreeMap<i64, Vec<Touch>>,
}

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
    /// As it is now.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.followed(Self::load, Self::follow)
    }

    /// From narrow indexes: the rows themselves are ten times as wide.
    fn load(c: &Connection) -> Result<Self> {
        let place = |rid: i64| usize::try_from(rid).unwrap_or(usize::MAX);
        let last: i64 = c.query_row("SELECT coalesce(max(rid), 0) FROM touchpoint", [], |r| r.get(0))?;
        let blank = Touch { at: 0, channel: u8::MAX, felt: None, inbound: false, minutes: None, of: 0 };
        let mut touches = vec![blank; place(last) + 1];
        let mut each =
            |sql: &str, set: &dyn Fn(&mut Touch, &rusqlite::Row<'_>) -> rusqlite::Result<()>| -> Result<()> {
                let mut rows = c.prepare(sql)?;
                let mut rows = rows.query([])?;
                while let Some(r) = rows.next()? {
                    if let Some(touch) = touches.get_mut(place(r.get(0)?)) {
                        set(touch, r)?;
                    }
                }
                Ok(())
            };
        each("SELECT rid, at, channel FROM touchpoint", &|touch, r| {
            (touch.at, touch.channel) = (r.get(1)?, number_of(r.get_ref(2)?.as_str().unwrap_or_default()));
            Ok(())
        })?;
        each("SELECT rid, felt FROM touchpoint WHERE felt IS NOT NULL", &|touch, r| {
            touch.felt = r.get(1)?;
            Ok(())
        })?;
        each("SELECT rid FROM touchpoint WHERE direction = 'inbound'", &|touch, _| {
            touch.inbound = true;
            Ok(())
        })?;
        each("SELECT rid, minutes FROM touchpoint WHERE minutes IS NOT NULL", &|touch, r| {
            touch.minutes = r.get(1)?;
            Ok(())
        })?;
        each("SELECT touchpoint FROM participant", &|touch, _| {
            touch.of = touch.of.saturating_add(1);
            Ok(())
        })?;
        let mut all: HashMap<i64, Vec<Touch>> = HashMap::new();
        let mut rows = c.prepare("SELECT touchpoint, person FROM participant")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            if let Some(touch) = touches.get(place(r.get(0)?)) {
                all.entry(r.get(1)?).or_default().push(*touch);
            }
        }
        all.values_mut().for_each(|history| history.sort_by_key(|touch| touch.at));
        Ok(Self { all: Arc::new(all), fresh: BTreeMap::new() })
    }

    fn follow(c: &Connection, before: &Self, touched: &[Touched]) -> Result<Option<Self>> {
        let Some(changed) = people::concerned(c, touched, &[&participant::KIND], MANY)? else { return Ok(None) };
        let stale: BTreeSet<i64> = changed.into_iter().collect();
        if before.fresh.len() + stale.len() > MANY {
            return Ok(None);
        }
        let mut fresh = before.fresh.clone();
        let sql = "SELECT t.at, t.channel, t.felt, t.direction = 'inbound', t.minutes,
                     (SELECT count(*) FROM participant o WHERE o.touchpoint = t.rid) FROM participant x
                   JOIN touchpoint t ON t.rid = x.touchpoint WHERE x.person = ?1 ORDER BY t.at";
        for person in stale {
            let mut rows = c.prepare_cached(sql)?;
            let rows = rows.query_map([person], |r| {
                let channel = number_of(r.get_ref(1)?.as_str().unwrap_or_default());
                let (felt, inbound) = (r.get(2)?, r.get(3)?);
                Ok(Touch { at: r.get(0)?, channel, felt, inbound, minutes: r.get(4)?, of: r.get(5)? })
            })?;
            fresh.insert(person, rows.collect::<rusqlite::Result<_>>()?);
        }
        Ok(Some(Self { all: Arc::clone(&before.all), fresh }))
    }

    /// Everything with a person, oldest first.
    #[must_use]
    pub fn history(&self, person: i64) -> &[Touch] {
        self.fresh.get(&person).or_else(|| self.all.get(&person)).map_or(&[], Vec::as_slice)
    }

    /// Everybody with whom there is anything.
    pub fn everybody(&self) -> impl Iterator<Item = i64> {
        self.all.keys().chain(self.fresh.keys().filter(|person| !self.all.contains_key(person))).copied()
    }

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

/// Whether the `i`-th of a history was answered by them, and after how long: within thirty days, before we spoke again. Nothing when it does not wait for an answer, or one may still come.
#[must_use]
pub fn answer(history: &[Touch], i: usize, now: Millis) -> Option<Option<Millis>> {
    let touch = history.get(i).filter(|touch| !touch.inbound && touch.written())?;
    let next = history.get(i + 1).filter(|next| next.at - touch.at <= ANSWER_DAYS * DAY);
    match next {
        Some(next) => Some(next.inbound.then_some(next.at - touch.at)),
        None => (now - touch.at > ANSWER_DAYS * DAY).then_some(None),
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

/// A channel in one byte; one that a newer program wrote is none of ours.
fn number_of(channel: &str) -> u8 {
    let known = Channel::ALL.iter().position(|c| c.as_str() == channel);
    known.and_then(|n| u8::try_from(n).ok()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
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
