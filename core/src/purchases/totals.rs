//! What purchases come to: a sum in each currency, and one in the user's own where every rate for it was given.

use super::currency::digits;
use super::rates::{UsedRate, into_base, rates_in};
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What purchases in one currency come to. What was given back lowers the sum and is no purchase.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CurrencyTotal {
    /// A code of ISO 4217.
    pub currency: String,
    /// How many digits of the sum stand after the point.
    pub digits: u8,
    /// How many purchases.
    pub count: u32,
    /// What they come to, in minor units.
    pub sum: i64,
    /// How many people bought.
    pub buyers: u32,
    /// How many of them bought more than once.
    pub repeat: u32,
    /// The day of the first purchase, `YYYY-MM-DD`; empty: there is none.
    pub first: String,
    /// The day of the last one.
    pub last: String,
}

/// What purchases come to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PurchaseTotals {
    /// In each currency, by code.
    pub currencies: Vec<CurrencyTotal>,
    /// How many purchases in all.
    pub count: u32,
    /// How many people bought, in whatever currency.
    pub buyers: u32,
    /// How many of them bought more than once.
    pub repeat: u32,
    /// The share of buyers who bought more than once, 0–1; nothing without a buyer.
    pub repeat_share: Option<f64>,
    /// All of it in the base currency; nothing when there is no base, or a rate is lacking.
    pub in_base: Option<InBase>,
    /// Currencies without a rate into the base; empty without a base.
    pub lacking: Vec<String>,
}

/// A sum over currencies, and the rates it was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct InBase {
    /// The base currency.
    pub currency: String,
    /// How many digits of the sum stand after the point.
    pub digits: u8,
    /// What it comes to, in minor units.
    pub sum: i64,
    /// The rates that were used.
    pub rates: Vec<UsedRate>,
}

/// What the purchases of some people come to: of those whose row number `among` takes, on and after `since`.
///
/// # Errors
/// When the vault cannot be read.
pub fn totals(
    c: &Connection,
    today: NaiveDate,
    among: impl Fn(i64) -> bool,
    since: Option<NaiveDate>,
) -> Result<PurchaseTotals> {
    Ok(totals_of(c, today, &[among], since)?.pop().unwrap_or_default())
}

/// The same of several groups of people at once, in their order: the purchases are read once for all of them.
///
/// # Errors
/// When the vault cannot be read.
pub fn totals_of<G: Fn(i64) -> bool>(
    c: &Connection,
    today: NaiveDate,
    groups: &[G],
    since: Option<NaiveDate>,
) -> Result<Vec<PurchaseTotals>> {
    let mut sums: Vec<Adding> = groups.iter().map(|_| Adding::default()).collect();
    each_buyer(c, None, since, |person, r| {
        for (group, sum) in groups.iter().zip(&mut sums) {
            if group(person) {
                sum.add(person, r)?;
            }
        }
        Ok(())
    })?;
    finished(c, today, sums)
}

/// What the purchases of one person come to.
pub(super) fn totals_of_person(c: &Connection, today: NaiveDate, person: i64) -> Result<PurchaseTotals> {
    let mut sum = Adding::default();
    each_buyer(c, Some(person), None, |person, r| sum.add(person, r))?;
    Ok(finished(c, today, vec![sum])?.pop().unwrap_or_default())
}

/// Figures of each buyer in each currency, rows of one person next to each other.
fn each_buyer(
    c: &Connection,
    person: Option<i64>,
    since: Option<NaiveDate>,
    mut row: impl FnMut(i64, &Row<'_>) -> rusqlite::Result<()>,
) -> Result<()> {
    const KEPT: &str =
        "SELECT person, currency, purchases, sum, coalesce(first, ''), coalesce(last, '') FROM purchase_stat";
    let (sql, bound): (String, Option<Value>) = match (person, since) {
        (None, None) => (KEPT.to_owned(), None),
        (Some(person), None) => (format!("{KEPT} WHERE person = ?1"), Some(person.into())),
        (_, Some(day)) => {
            let sql = "SELECT person, currency, sum(amount >= 0), sum(amount), coalesce(min(iif(amount >= 0, date, NULL)), ''),
                         coalesce(max(iif(amount >= 0, date, NULL)), '')
                       FROM purchase WHERE date >= ?1 GROUP BY person, currency";
            (sql.to_owned(), Some(day.to_string().into()))
        }
    };
    let mut rows = c.prepare_cached(&sql)?;
    let mut rows = rows.query(params_from_iter(bound))?;
    while let Some(r) = rows.next()? {
        row(r.get(0)?, r)?;
    }
    Ok(())
}

/// The sums, and what they come to in the base currency.
fn finished(c: &Connection, today: NaiveDate, sums: Vec<Adding>) -> Result<Vec<PurchaseTotals>> {
    let rates = rates_in(c, today)?;
    let made = sums.into_iter().map(|sum| {
        let mut totals = sum.finish();
        (totals.in_base, totals.lacking) = into_base(&totals.currencies, &rates);
        totals
    });
    Ok(made.collect())
}

/// Figures of people and currencies while they are added up, rows of one person next to each other.
#[derive(Default)]
struct Adding {
    currencies: BTreeMap<String, CurrencyTotal>,
    of: (i64, u32),
    count: u32,
    buyers: u32,
    repeat: u32,
}

impl Adding {
    fn add(&mut self, person: i64, r: &Row<'_>) -> rusqlite::Result<()> {
        let (count, sum): (u32, i64) = (r.get(2)?, r.get(3)?);
        let code = r.get_ref(1)?.as_str()?;
        if !self.currencies.contains_key(code) {
            let new = CurrencyTotal { currency: code.to_owned(), digits: digits(code), ..CurrencyTotal::default() };
            self.currencies.insert(code.to_owned(), new);
        }
        let Some(total) = self.currencies.get_mut(code) else { return Ok(()) };
        total.count += count;
        total.sum = total.sum.saturating_add(sum);
        total.buyers += u32::from(count > 0);
        total.repeat += u32::from(count > 1);
        let (first, last) = (r.get_ref(4)?.as_str()?, r.get_ref(5)?.as_str()?);
        if !first.is_empty() && (total.first.is_empty() || first < total.first.as_str()) {
            first.clone_into(&mut total.first);
        }
        if last > total.last.as_str() {
            last.clone_into(&mut total.last);
        }
        if self.of.0 != person {
            self.settle();
            self.of = (person, 0);
        }
        self.of.1 += count;
        Ok(())
    }

    /// The person so far is complete.
    fn settle(&mut self) {
        self.count += self.of.1;
        self.buyers += u32::from(self.of.1 > 0);
        self.repeat += u32::from(self.of.1 > 1);
    }

    fn finish(mut self) -> PurchaseTotals {
        self.settle();
        PurchaseTotals {
            currencies: self.currencies.into_values().collect(),
            count: self.count,
            buyers: self.buyers,
            repeat: self.repeat,
            repeat_share: (self.buyers > 0).then(|| f64::from(self.repeat) / f64::from(self.buyers)),
            in_base: None,
            lacking: Vec::new(),
        }
    }
}
