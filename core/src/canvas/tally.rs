//! What went on with everybody in the last year, channel by channel: counted in one go, and kept until the log changes.

use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::segments::Bits;
use crate::topics::Topic;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far it looks back, in days.
pub(super) const DAYS: u32 = 365;
/// An answer is what comes from them in so many days.
pub(super) const ANSWER_DAYS: i64 = 14;
/// Through these one says something and waits; in a call or face to face the answer is part of it.
const WAITS: [&str; 5] = ["email", "chat", "social", "post", "support"];
/// From so many people on a touchpoint counts as one of a group.
const GROUP: u32 = 3;

/// What went on with one person, or with several, through one channel.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Tally {
    /// Touchpoints.
    pub touches: u32,
    /// Those with three people or more.
    pub in_groups: u32,
    /// Those that we began, that wait for an answer, and that are old enough to have had it.
    pub asked: u32,
    /// Those of them after which they were heard from in [`ANSWER_DAYS`].
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

/// Everybody's year: for each channel the people spoken with through it.
#[derive(Debug, Default)]
pub(super) struct Year {
    channels: BTreeMap<&'static str, Vec<(i64, Tally)>>,
}

struct Touch {
    at: Millis,
    channel: &'static str,
    inbound: bool,
    felt: Option<i8>,
    minutes: Option<u32>,
    of: u32,
}

impl Year {
    /// As the log is now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        let now = vault.clock().now();
        vault.cached(&[Topic::Touchpoints, Topic::People], |c| Self::read(c, now))
    }

    fn read(c: &Connection, now: Millis) -> Result<Self> {
        let mut year = Self::default();
        // The next touchpoint of the same person decides whether one was answered: each person's are read together.
        let sql = "SELECT x.person, t.at, t.channel, t.direction, t.felt, t.minutes,
                     (SELECT count(*) FROM participant o WHERE o.touchpoint = t.rid)
                   FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
                   WHERE x.at >= ?1 ORDER BY x.person, x.at";
        let mut rows = c.prepare(sql)?;
        let mut rows = rows.query([now - i64::from(DAYS) * DAY])?;
        let (mut person, mut touches) = (0, Vec::new());
        while let Some(r) = rows.next()? {
            let who: i64 = r.get(0)?;
            if who != person {
                year.close(person, &touches, now);
                touches.clear();
                person = who;
            }
            touches.push(Touch {
                at: r.get(1)?,
                channel: Channel::from_text(r.get_ref(2)?.as_str().unwrap_or_default()).as_str(),
                inbound: r.get_ref(3)?.as_str().is_ok_and(|d| d == "inbound"),
                felt: r.get(4)?,
                minutes: r.get(5)?,
                of: r.get(6)?,
            });
        }
        year.close(person, &touches, now);
        Ok(year)
    }

    fn close(&mut self, person: i64, touches: &[Touch], now: Millis) {
        let mut of: BTreeMap<&'static str, Tally> = BTreeMap::new();
        for (i, touch) in touches.iter().enumerate() {
            let heard = touches[i + 1..].iter().find(|next| next.inbound).map(|next| next.at);
            let until = touch.at + ANSWER_DAYS * DAY;
            let answered = heard.is_some_and(|at| at <= until);
            let waits = !touch.inbound && WAITS.contains(&touch.channel);
            of.entry(touch.channel).or_default().add(&Tally {
                touches: 1,
                in_groups: u32::from(touch.of >= GROUP),
                asked: u32::from(waits && (answered || until <= now)),
                answered: u32::from(waits && answered),
                minutes: f64::from(touch.minutes.unwrap_or(0)) / f64::from(touch.of.max(1)),
                minutes_n: u32::from(touch.minutes.is_some()),
                felt: touch.felt.map_or(0, i32::from),
                felt_n: u32::from(touch.felt.is_some()),
            });
        }
        for (channel, tally) in of {
            self.channels.entry(channel).or_default().push((person, tally));
        }
    }

    /// The channels that were used.
    pub fn used(&self) -> impl Iterator<Item = Channel> {
        self.channels.keys().map(|channel| Channel::from_text(channel))
    }

    /// With how many of some people we spoke through a channel, and what came of it.
    pub fn through(&self, channel: Channel, people: &Bits) -> (u32, Tally) {
        let (mut spoken, mut sum) = (0, Tally::default());
        let of = self.channels.get(channel.as_str()).map_or(&[][..], |of| of);
        for (_, tally) in of.iter().filter(|(person, _)| people.contains(*person)) {
            spoken += 1;
            sum.add(tally);
        }
        (spoken, sum)
    }

    /// With how many of some people we spoke through any channel, and what came of it.
    pub fn with(&self, people: &Bits) -> (u32, Tally) {
        let (mut spoken, mut sum) = (Bits::default(), Tally::default());
        for (person, tally) in self.channels.values().flatten().filter(|(person, _)| people.contains(*person)) {
            spoken.insert(*person);
            sum.add(tally);
        }
        (spoken.count(), sum)
    }
}
