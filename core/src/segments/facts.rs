//! What conditions about names and touchpoints are answered from: everybody's folded name and history as columns in
//! memory, and beside them those of the people who have changed since. Asking the tables takes a hundred times as long.

use super::bits::Bits;
use super::rule::{Bound, Condition, Side};
use super::sql::Moment;
use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::people;
use crate::touchpoints::Channel;
use crate::touchpoints::kinds::participant;
use crate::vault::text::fold;
use crate::vault::{Touched, Vault};
use rusqlite::Connection;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// People changed at once from which on reading everybody is no slower.
const MANY: usize = 500;
/// People changed since everybody was read from which on everybody is read again.
const OVERDUE: usize = 2000;

/// Everybody, as they were read, and as they are now.
#[derive(Debug)]
pub(super) struct Facts {
    all: Arc<Columns>,
    /// Who has changed since.
    gone: BTreeSet<i64>,
    fresh: Columns,
}

/// One entry a person in each of the first columns, one entry a touchpoint in the others.
#[derive(Debug, Default)]
struct Columns {
    rids: Vec<i64>,
    /// Folded names, one after another.
    names: String,
    /// Where each name ends.
    name_ends: Vec<usize>,
    last_felt: Vec<Option<i8>>,
    last_at: Vec<Option<Millis>>,
    /// Where each history ends.
    ends: Vec<usize>,
    at: Vec<Millis>,
    channel: Vec<u8>,
    felt: Vec<Option<i8>>,
}

/// One touchpoint of somebody.
type Touch = (Millis, u8, Option<i8>);

impl Facts {
    /// As everybody is now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.followed(Self::load, Self::follow)
    }

    fn load(c: &Connection) -> Result<Self> {
        let mut histories = histories(c)?;
        let mut all = Columns::default();
        // Narrow indexes hold all that is wanted; the rows themselves are ten times as wide.
        let mut names: HashMap<i64, String> = HashMap::new();
        let mut rows = c.prepare("SELECT rid, name FROM person")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            names.insert(r.get(0)?, r.get(1)?);
        }
        let mut rows = c.prepare("SELECT person, last_at, last_felt FROM person_stat WHERE live = 1")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            let rid = r.get(0)?;
            let (name, touches) = (names.get(&rid), histories.remove(&rid).unwrap_or_default());
            all.push(rid, name.map_or("", String::as_str), r.get(1)?, r.get(2)?, &touches);
        }
        Ok(Self { all: Arc::new(all), gone: BTreeSet::new(), fresh: Columns::default() })
    }

    fn follow(c: &Connection, before: &Self, touched: &[Touched]) -> Result<Option<Self>> {
        let Some(mut people) = people::concerned(c, touched, &[&participant::KIND], MANY)? else { return Ok(None) };
        people.extend(&before.gone);
        if people.len() > OVERDUE {
            return Ok(None);
        }
        let mut fresh = Columns::default();
        for rid in &people {
            fresh.read(c, *rid)?;
        }
        Ok(Some(Self { all: Arc::clone(&before.all), gone: people, fresh }))
    }

    /// The living people for whom a condition holds; nothing when it is about something else.
    pub fn holds(&self, condition: &Condition, moment: Moment) -> Option<Bits> {
        let ago = |days: u32| moment.now - i64::from(days) * DAY;
        Some(match condition {
            Condition::Name { text } => {
                let words: Vec<String> = text.split_whitespace().map(fold).collect();
                self.each(|c, i| words.iter().all(|word| c.name(i).contains(word.as_str())))
            }
            Condition::NeverTouched => self.each(|c, i| c.history(i).is_empty()),
            Condition::LastTouch { side, days } => {
                let cut = ago(*days);
                self.each(|c, i| c.last_at[i].is_some_and(|at| (at < cut) == (*side == Side::Before)))
            }
            Condition::LastFelt { bound, felt } => {
                self.each(|c, i| c.last_felt[i].is_some_and(|last| within(*bound, &last, felt)))
            }
            Condition::Touches { bound, count, days } => {
                let cut = days.map_or(Millis::MIN, ago);
                let touches = |c: &Columns, i| c.at[c.history(i)].iter().filter(|at| **at >= cut).count();
                self.each(|c, i| within(*bound, &touches(c, i), &(*count as usize)))
            }
            Condition::MeanFelt { bound, felt, days } => {
                let cut = ago(*days);
                self.each(|c, i| c.mean_felt(i, cut).is_some_and(|mean| within(*bound, &mean, felt)))
            }
            Condition::ChannelUsed { channel, days } => {
                let (cut, number) = (days.map_or(Millis::MIN, ago), number_of(channel.as_str()));
                self.each(|c, i| c.history(i).any(|t| c.channel[t] == number && c.at[t] >= cut))
            }
            _ => return None,
        })
    }

    fn each(&self, holds: impl Fn(&Columns, usize) -> bool) -> Bits {
        let all = &*self.all;
        let same = (0..all.rids.len()).filter(|&i| holds(all, i)).map(|i| all.rids[i]);
        let mut found: Bits = same.collect();
        self.gone.iter().for_each(|rid| found.remove(*rid));
        let fresh = &self.fresh;
        (0..fresh.rids.len()).filter(|&i| holds(fresh, i)).for_each(|i| found.insert(fresh.rids[i]));
        found
    }
}

pub(super) fn within<T: PartialOrd>(bound: Bound, is: &T, limit: &T) -> bool {
    match bound {
        Bound::AtLeast => is >= limit,
        Bound::AtMost => is <= limit,
    }
}

/// A channel in one byte; one that a newer program wrote is none of ours.
fn number_of(channel: &str) -> u8 {
    let known = Channel::ALL.iter().position(|c| c.as_str() == channel);
    known.and_then(|n| u8::try_from(n).ok()).unwrap_or(u8::MAX)
}

impl Columns {
    fn push(&mut self, rid: i64, name: &str, last_at: Option<Millis>, last_felt: Option<i8>, touches: &[Touch]) {
        self.rids.push(rid);
        self.names.push_str(&fold(name));
        self.name_ends.push(self.names.len());
        self.last_at.push(last_at);
        self.last_felt.push(last_felt);
        for (at, channel, felt) in touches {
            self.at.push(*at);
            self.channel.push(*channel);
            self.felt.push(*felt);
        }
        self.ends.push(self.at.len());
    }

    /// Adds one person as the tables have them now, unless they are not in the book.
    fn read(&mut self, c: &Connection, rid: i64) -> Result<()> {
        let sql = "SELECT p.name, s.last_at, s.last_felt FROM person_stat s JOIN person p ON p.rid = s.person
                   WHERE s.person = ?1 AND s.live = 1";
        let mut rows = c.prepare_cached(sql)?;
        let mut rows = rows.query([rid])?;
        let Some(r) = rows.next()? else { return Ok(()) };
        let sql = "SELECT t.at, t.channel, t.felt FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint WHERE x.person = ?1";
        let mut touches = c.prepare_cached(sql)?;
        let touches = touches.query_map([rid], |t| Ok((t.get(0)?, number_of(t.get_ref(1)?.as_str()?), t.get(2)?)))?;
        let touches = touches.collect::<rusqlite::Result<Vec<Touch>>>()?;
        let name: String = r.get(0)?;
        self.push(rid, &name, r.get(1)?, r.get(2)?, &touches);
        Ok(())
    }

    fn name(&self, i: usize) -> &str {
        &self.names[before(&self.name_ends, i)..self.name_ends[i]]
    }

    /// The places of somebody's touchpoints.
    fn history(&self, i: usize) -> std::ops::Range<usize> {
        before(&self.ends, i)..self.ends[i]
    }

    fn mean_felt(&self, i: usize, cut: Millis) -> Option<f64> {
        let (mut sum, mut n) = (0_i32, 0_i32);
        for touch in self.history(i).filter(|&t| self.at[t] >= cut) {
            if let Some(felt) = self.felt[touch] {
                sum += i32::from(felt);
                n += 1;
            }
        }
        (n > 0).then(|| f64::from(sum) / f64::from(n))
    }
}

pub(super) fn before(ends: &[usize], i: usize) -> usize {
    i.checked_sub(1).map_or(0, |i| ends[i])
}

/// Everybody's touchpoints, from three narrow indexes instead of the wide rows.
fn histories(c: &Connection) -> Result<HashMap<i64, Vec<Touch>>> {
    let place = |rid: i64| usize::try_from(rid).unwrap_or(usize::MAX);
    let last: i64 = c.query_row("SELECT coalesce(max(rid), 0) FROM touchpoint", [], |r| r.get(0))?;
    let mut touches: Vec<Touch> = vec![(0, u8::MAX, None); place(last) + 1];
    let mut rows = c.prepare("SELECT rid, at, channel FROM touchpoint")?;
    let mut rows = rows.query([])?;
    while let Some(r) = rows.next()? {
        if let Some(touch) = touches.get_mut(place(r.get(0)?)) {
            (touch.0, touch.1) = (r.get(1)?, number_of(r.get_ref(2)?.as_str().unwrap_or_default()));
        }
    }
    let mut rows = c.prepare("SELECT rid, felt FROM touchpoint WHERE felt IS NOT NULL")?;
    let mut rows = rows.query([])?;
    while let Some(r) = rows.next()? {
        if let Some(touch) = touches.get_mut(place(r.get(0)?)) {
            touch.2 = r.get(1)?;
        }
    }
    let mut of: HashMap<i64, Vec<Touch>> = HashMap::new();
    let mut rows = c.prepare("SELECT touchpoint, person FROM participant")?;
    let mut rows = rows.query([])?;
    while let Some(r) = rows.next()? {
        if let Some(touch) = touches.get(place(r.get(0)?)) {
            of.entry(r.get(1)?).or_default().push(*touch);
        }
    }
    Ok(of)
}
