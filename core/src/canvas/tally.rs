//! What went on with some people in the last year, channel by channel, from the log that stands in memory.

use super::matrix::segments_of;
use super::read::get;
use super::{Canvas, CanvasRef};
use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::segments::{Bits, Log, SegmentName, answer};
use crate::touchpoints::Channel;
use crate::vault::Vault;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far it looks back, in days.
pub(super) const DAYS: u32 = 365;
/// From so many people on a touchpoint counts as one of a group.
const GROUP: u16 = 3;
/// What follows later than this is not about the same thing, in days.
const SAME: i64 = 14;

/// What went on with one person, or with several, through one channel.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Tally {
    /// With how many people.
    pub people: u32,
    /// Touchpoints.
    pub touches: u32,
    /// Those with three people or more.
    pub in_groups: u32,
    /// Those that we began, that wait for an answer, and that are old enough to have had it.
    pub asked: u32,
    /// Those of them that were answered.
    pub answered: u32,
    /// Minutes they took, where it was said; those of a touchpoint with several people are shared among them.
    pub minutes: f64,
    /// How many said so.
    pub minutes_n: u32,
    /// Sum of how they felt.
    pub felt: i32,
    /// How many said so.
    pub felt_n: u32,
}

impl Tally {
    /// Minutes to be shown.
    pub fn whole_minutes(&self) -> u32 {
        // A person's year of minutes is far below what fits; a negative one cannot be logged.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = self.minutes.round() as u32;
        whole
    }

    /// How it felt on average, −2 … +2; nothing when nobody said.
    pub fn mean_felt(&self) -> Option<f64> {
        (self.felt_n > 0).then(|| f64::from(self.felt) / f64::from(self.felt_n))
    }

    fn add(&mut self, other: &Self) {
        self.touches += other.touches;
        self.in_groups += other.in_groups;
        self.asked += other.asked;
        self.answered += other.answered;
        self.minutes += other.minutes;
        self.minutes_n += other.minutes_n;
        self.felt += other.felt;
        self.felt_n += other.felt_n;
    }
}

/// The last year of the log.
pub(super) struct Year {
    log: Arc<Log>,
    now: Millis,
}

/// A sheet, and what went on with the people of its segments in the last year.
pub(super) struct SheetYear {
    pub canvas: Canvas,
    /// Each segment with its people, as far as they can be counted, and their year.
    pub segments: Vec<(SegmentName, Option<Bits>, YearOf)>,
    pub year: Year,
}

impl SheetYear {
    pub fn of(vault: &Vault, input: CanvasRef) -> Result<Self> {
        let canvas = get(vault, input)?;
        let year = Year::of(vault)?;
        let segments = segments_of(vault, &canvas)?.into_iter().map(|(segment, people)| {
            let lived = people.as_ref().map(|people| year.with(people)).unwrap_or_default();
            (segment, people, lived)
        });
        Ok(Self { segments: segments.collect(), canvas, year })
    }
}

/// The year of some people: through each channel, and in all.
#[derive(Debug, Default)]
pub(super) struct YearOf {
    channels: BTreeMap<&'static str, Tally>,
    pub all: Tally,
}

/// How conversations went on.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Conversations {
    /// From one channel to another within two weeks, and how often.
    pub crossed: BTreeMap<(Channel, Channel), u32>,
    /// What they wrote.
    pub written: u32,
    /// What of it no word of ours followed in time.
    pub left: u32,
}

impl Year {
    /// As the log is now.
    pub fn of(vault: &Vault) -> Result<Self> {
        Ok(Self { log: Log::of(vault)?, now: vault.clock().now() })
    }

    /// What went on with these people.
    pub fn with(&self, people: &Bits) -> YearOf {
        let mut of = YearOf::default();
        for person in people.iter() {
            let history = self.log.history(person);
            let from = history.partition_point(|touch| touch.at < self.now - i64::from(DAYS) * DAY);
            let mut theirs: BTreeMap<&'static str, Tally> = BTreeMap::new();
            for (i, touch) in history.iter().enumerate().skip(from) {
                let answer = answer(history, i, self.now);
                // A channel that a newer program wrote counts in all, and nowhere else.
                let channel = touch.channel().map_or("", |channel| channel.as_str());
                theirs.entry(channel).or_default().add(&Tally {
                    people: 0,
                    touches: 1,
                    in_groups: u32::from(touch.of >= GROUP),
                    asked: u32::from(answer.is_some()),
                    answered: u32::from(answer.flatten().is_some()),
                    minutes: f64::from(touch.minutes.unwrap_or(0)) / f64::from(touch.of.max(1)),
                    minutes_n: u32::from(touch.minutes.is_some()),
                    felt: touch.felt.map_or(0, i32::from),
                    felt_n: u32::from(touch.felt.is_some()),
                });
            }
            of.all.people += u32::from(!theirs.is_empty());
            for (channel, tally) in theirs {
                let sum = of.channels.entry(channel).or_default();
                sum.people += 1;
                sum.add(&tally);
                of.all.add(&tally);
            }
        }
        of
    }

    /// How conversations with everybody went on.
    pub fn conversations(&self) -> Conversations {
        let mut found = Conversations::default();
        for person in self.log.everybody() {
            let history = self.log.history(person);
            let from = history.partition_point(|touch| touch.at < self.now - i64::from(DAYS) * DAY);
            for (i, touch) in history.iter().enumerate().skip(from) {
                let next = history.get(i + 1).filter(|next| next.at - touch.at <= SAME * DAY);
                if let (Some(a), Some(b)) = (touch.channel(), next.and_then(|next| next.channel()))
                    && a != b
                {
                    *found.crossed.entry((a, b)).or_default() += 1;
                }
                if touch.inbound && touch.written() {
                    found.written += 1;
                    let ours = history[i + 1..].iter().find(|next| !next.inbound).map(|next| next.at);
                    let until = touch.at + SAME * DAY;
                    found.left += u32::from(until <= self.now && ours.is_none_or(|at| at > until));
                }
            }
        }
        found
    }
}

impl YearOf {
    /// What went through a channel.
    pub fn through(&self, channel: Channel) -> Tally {
        self.channels.get(channel.as_str()).copied().unwrap_or_default()
    }

    /// The channels that were used.
    pub fn used(&self) -> impl Iterator<Item = &'static str> {
        self.channels.keys().copied().filter(|channel| !channel.is_empty())
    }
}
