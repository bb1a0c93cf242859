//! Everybody's touchpoints as figures read them: when, through what, how it felt, who began it and how long it took, once in
//! memory and then followed as people change.

use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::people;
use crate::touchpoints::Channel;
use crate::touchpoints::kinds::participant;
use crate::vault::{Touched, Vault};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// People changed at once, or since everybody was read, from which on everybody is read again.
const MANY: usize = 1000;
/// Within how many days a word back counts as an answer.
pub const ANSWER_DAYS: i64 = 30;
/// Channels through which one writes and waits; in a call or face to face the answer is part of it.
const WRITTEN: [Channel; 5] = [Channel::Email, Channel::Chat, Channel::Social, Channel::Post, Channel::Support];

/// One touchpoint of somebody.
#[derive(Debug, Clone, Copy)]
pub struct Touch {
    /// When it was.
    pub at: Millis,
    pub(super) channel: u8,
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

/// A channel in one byte; one that a newer program wrote is none of ours.
pub(super) fn number_of(channel: &str) -> u8 {
    let known = Channel::ALL.iter().position(|c| c.as_str() == channel);
    known.and_then(|n| u8::try_from(n).ok()).unwrap_or(u8::MAX)
}
