//! What conditions about purchases are answered from: everybody's purchases as columns in memory, followed as they change.

use super::bits::Bits;
use super::facts::{before, within};
use super::rule::{Bound, Condition, Side};
use super::sql::Moment;
use crate::error::Result;
use crate::people;
use crate::purchases::kinds::purchase;
use crate::vault::text::fold;
use crate::vault::{Touched, Vault};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, Row};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// People changed at once from which on reading everybody is no slower.
const MANY: usize = 500;
/// People changed since everybody was read from which on everybody is read again.
const OVERDUE: usize = 2000;
/// Before every day.
const EVER: i32 = i32::MIN;

/// Everybody's purchases, as they were read, and as they are now.
#[derive(Debug)]
pub(super) struct Bought {
    all: Arc<Columns>,
    /// Who has changed since.
    gone: BTreeSet<i64>,
    fresh: Columns,
}

/// One entry a buyer in the first two columns, one a purchase in the others.
#[derive(Debug, Default)]
struct Columns {
    rids: Vec<i64>,
    /// Where each one's purchases end.
    ends: Vec<usize>,
    /// Days since the beginning of the calendar.
    day: Vec<i32>,
    currency: Vec<u16>,
    amount: Vec<i64>,
    /// Which of the items.
    item: Vec<u32>,
    codes: Numbered,
    /// Folded names of what was bought.
    items: Numbered,
}

/// Words by number and back: few differ.
#[derive(Debug, Default)]
struct Numbered {
    words: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Numbered {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.numbers.get(word) {
            return *known;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }
}

const READ: &str = "SELECT person, date, currency, amount, item FROM purchase";

impl Bought {
    /// As everybody's purchases are now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.followed(Self::load, Self::follow)
    }

    fn load(c: &Connection) -> Result<Self> {
        let mut all = Columns::default();
        let mut rows = c.prepare(&format!("{READ} ORDER BY person"))?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            all.push(r)?;
        }
        Ok(Self { all: Arc::new(all), gone: BTreeSet::new(), fresh: Columns::default() })
    }

    fn follow(c: &Connection, before: &Self, touched: &[Touched]) -> Result<Option<Self>> {
        let Some(mut people) = people::concerned(c, touched, &[&purchase::KIND], MANY)? else { return Ok(None) };
        people.extend(&before.gone);
        if people.len() > OVERDUE {
            return Ok(None);
        }
        let mut fresh = Columns::default();
        let mut rows = c.prepare_cached(&format!("{READ} WHERE person = ?1"))?;
        for rid in &people {
            let mut rows = rows.query([rid])?;
            while let Some(r) = rows.next()? {
                fresh.push(r)?;
            }
        }
        Ok(Some(Self { all: Arc::clone(&before.all), gone: people, fresh }))
    }

    /// The people for whom a condition holds, or (when the second is true) for whom it does not, be they in the bin or not;
    /// nothing when it is about something else.
    pub fn holds(&self, condition: &Condition, moment: Moment) -> Option<(Bits, bool)> {
        let cut = |days: &Option<u32>| days.map_or(EVER, |d| moment.day_ago(d).num_days_from_ce());
        Some(match condition {
            Condition::NeverBought => (self.each(|c, i| c.purchases(i, EVER).next().is_some()), true),
            Condition::Purchases { bound, count, days } => {
                let (cut, count) = (cut(days), *count as usize);
                match bound {
                    Bound::AtLeast if count == 0 => (Bits::default(), true),
                    Bound::AtLeast => (self.each(|c, i| c.purchases(i, cut).count() >= count), false),
                    Bound::AtMost => (self.each(|c, i| c.purchases(i, cut).count() > count), true),
                }
            }
            Condition::Spent { bound, amount, currency, days } => {
                let cut = cut(days);
                let fits = |sum: i64| within(*bound, &sum, amount);
                // Who bought nothing spent nothing.
                let nothing = fits(0);
                (self.each(|c, i| c.spent(i, currency, cut).is_some_and(|sum| fits(sum) != nothing)), nothing)
            }
            Condition::LastPurchase { side, days } => {
                let cut = cut(&Some(*days));
                let last = |c: &Columns, i| c.purchases(i, EVER).map(|p| c.day[p]).max();
                (self.each(|c, i| last(c, i).is_some_and(|day| (day < cut) == (*side == Side::Before))), false)
            }
            Condition::Bought { text, days } => {
                let words: Vec<String> = text.split_whitespace().map(fold).collect();
                let cut = cut(days);
                let named = |c: &Columns| -> Vec<bool> {
                    c.items.words.iter().map(|item| words.iter().all(|word| item.contains(word.as_str()))).collect()
                };
                let (all, fresh) = (named(&self.all), named(&self.fresh));
                let has = |c: &Columns, named: &[bool], i| {
                    c.purchases(i, cut).any(|p| named.get(c.item[p] as usize).copied().unwrap_or_default())
                };
                (self.both(|c, i| has(c, &all, i), |c, i| has(c, &fresh, i)), false)
            }
            _ => return None,
        })
    }

    fn each(&self, holds: impl Fn(&Columns, usize) -> bool) -> Bits {
        self.both(&holds, &holds)
    }

    fn both(&self, holds: impl Fn(&Columns, usize) -> bool, of_fresh: impl Fn(&Columns, usize) -> bool) -> Bits {
        let all = &*self.all;
        let mut found: Bits = (0..all.rids.len()).filter(|&i| holds(all, i)).map(|i| all.rids[i]).collect();
        self.gone.iter().for_each(|rid| found.remove(*rid));
        let fresh = &self.fresh;
        (0..fresh.rids.len()).filter(|&i| of_fresh(fresh, i)).for_each(|i| found.insert(fresh.rids[i]));
        found
    }
}

impl Columns {
    /// Adds a purchase; those of one person come one after another.
    fn push(&mut self, r: &Row<'_>) -> rusqlite::Result<()> {
        let person = r.get(0)?;
        let day =
            NaiveDate::parse_from_str(r.get_ref(1)?.as_str()?, "%Y-%m-%d").map_or(EVER + 1, |d| d.num_days_from_ce());
        let code = self.codes.number(r.get_ref(2)?.as_str()?);
        let item = self.items.number(&fold(r.get_ref(4)?.as_str()?));
        self.day.push(day);
        self.currency.push(u16::try_from(code).unwrap_or(u16::MAX));
        self.amount.push(r.get(3)?);
        self.item.push(item);
        if self.rids.last() == Some(&person) {
            self.ends.pop();
        } else {
            self.rids.push(person);
        }
        self.ends.push(self.day.len());
        Ok(())
    }

    /// The places of what somebody bought on and after a day; what was given back is not among it.
    fn purchases(&self, i: usize, cut: i32) -> impl Iterator<Item = usize> {
        (before(&self.ends, i)..self.ends[i]).filter(move |&p| self.amount[p] >= 0 && self.day[p] >= cut)
    }

    /// What somebody spent in a currency, what was given back taken off; nothing when there is no such line.
    fn spent(&self, i: usize, code: &str, cut: i32) -> Option<i64> {
        let code = u16::try_from(*self.codes.numbers.get(code)?).ok()?;
        let lines = (before(&self.ends, i)..self.ends[i]).filter(|&p| self.currency[p] == code && self.day[p] >= cut);
        lines.map(|p| self.amount[p]).reduce(i64::saturating_add)
    }
}
