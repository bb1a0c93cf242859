//! Exchange rates that the user gave, each with its day. No sum joins two currencies without one.

use super::currency::{code_of, digits};
use super::kinds::exchange_rate;
use super::totals::{CurrencyTotal, InBase};
use crate::error::{Error, Result};
use crate::ids::RateId;
use crate::topics::Topic;
use crate::typed;
use crate::vault::Vault;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the base currency is kept, on this computer.
const BASE: &str = "base_currency";
/// Digits of a rate accepted at most, on each side of the point.
const MAX_DIGITS: usize = 12;

/// A rate: one unit of `currency` was worth so much of `base` on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ExchangeRate {
    /// Names it.
    pub id: RateId,
    /// The currency that is turned into the other.
    pub currency: String,
    /// The other.
    pub base: String,
    /// How much of `base` one unit was worth, a decimal number.
    pub rate: String,
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
}

/// The base currency, and all rates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Rates {
    /// Sums over currencies are said in this one; empty: there are none.
    pub base: String,
    /// All rates, by currency, the newest first.
    pub rates: Vec<ExchangeRate>,
}

/// A rate that a sum was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct UsedRate {
    /// The currency that was turned into the base.
    pub currency: String,
    /// How much of the base one unit was worth.
    pub rate: String,
    /// On which day.
    pub day: String,
}

/// A rate to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct RateInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<RateId>,
    /// The currency that is turned into the base.
    pub currency: String,
    /// How much of the base currency one unit is worth: a decimal number with a point.
    pub rate: String,
    /// On which day, `YYYY-MM-DD`; today, when left out.
    #[serde(default)]
    pub day: Option<String>,
}

/// Names one rate.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct RateRef {
    /// The rate.
    pub id: RateId,
}

/// The base currency, and all rates.
///
/// # Errors
/// When the vault cannot be read.
pub fn rates(vault: &Vault, (): ()) -> Result<Rates> {
    vault.read(all)
}

fn all(c: &Connection) -> Result<Rates> {
    let sql = "SELECT id, currency, base, rate, day FROM exchange_rate ORDER BY currency, day DESC, rid DESC";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([], |r| {
        Ok(ExchangeRate { id: r.get(0)?, currency: r.get(1)?, base: r.get(2)?, rate: r.get(3)?, day: r.get(4)? })
    })?;
    Ok(Rates { base: base(c)?, rates: rows.collect::<rusqlite::Result<_>>()? })
}

fn base(c: &Connection) -> Result<String> {
    let kept = c.prepare_cached("SELECT value FROM meta WHERE key = ?1")?.query_row([BASE], |r| r.get(0)).optional()?;
    Ok(kept.unwrap_or_default())
}

/// The currency in which sums over currencies are wanted; empty: in none.
///
/// # Errors
/// When the vault cannot be read.
pub fn base_in(c: &Connection) -> Result<String> {
    base(c)
}

/// An amount in another currency, in its minor units: the same one, or the base by the newest rate. Nothing without a rate.
///
/// # Errors
/// When the vault cannot be read.
pub fn turned_into(c: &Connection, today: NaiveDate, (sum, code): (i64, &str), into: &str) -> Result<Option<i64>> {
    if code == into {
        return Ok(Some(sum));
    }
    let rates = rates_in(c, today)?;
    let total = CurrencyTotal { currency: code.to_owned(), digits: digits(code), sum, ..CurrencyTotal::default() };
    Ok(into_base(&[total], &rates).0.filter(|turned| turned.currency == into).map(|turned| turned.sum))
}

/// Says in which currency sums over currencies are wanted; empty: in none.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when ISO 4217 does not list it.
pub fn set_base(vault: &Vault, code: String) -> Result<Rates> {
    if code.trim().is_empty() {
        vault.forget(BASE)?;
    } else {
        vault.remember(BASE, code_of(&code)?)?;
    }
    vault.tell(&[Topic::Purchases]);
    rates(vault, ())
}

/// Saves a rate into the base currency.
///
/// # Errors
/// [`crate::error::Code::Invalid`] without a base, for the base itself, for a rate that is no number above zero, for no day.
pub fn save_rate(vault: &Vault, input: RateInput) -> Result<Rates> {
    let base = vault.read(base)?;
    let currency = code_of(&input.currency)?;
    if base.is_empty() {
        return Err(Error::invalid("base", "missing"));
    }
    if currency == base {
        return Err(Error::invalid("currency", "isBase"));
    }
    let rate = input.rate.trim().trim_start_matches('+').to_owned();
    if parts(&rate).is_none_or(|(number, _)| number == 0) {
        return Err(Error::invalid("rate", "number"));
    }
    let day = match &input.day {
        None => vault.clock().today().to_string(),
        Some(day) => typed::day("day", day)?,
    };
    let cells = [
        (exchange_rate::CURRENCY, currency.clone().into()),
        (exchange_rate::BASE, base.into()),
        (exchange_rate::RATE, rate.into()),
        (exchange_rate::DAY, day.into()),
    ];
    vault.write("saveRate", &currency, |w| match input.id {
        Some(id) => {
            let rid = w.rid(&exchange_rate::KIND, id)?;
            w.set_all(&exchange_rate::KIND, rid, cells).map(drop)
        }
        None => w.insert(&exchange_rate::KIND, RateId::make(), &cells).map(drop),
    })?;
    rates(vault, ())
}

/// Removes a rate.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_rate(vault: &Vault, input: RateRef) -> Result<Rates> {
    vault.write("removeRate", "", |w| {
        let rid = w.rid(&exchange_rate::KIND, input.id)?;
        w.remove(&exchange_rate::KIND, rid)
    })?;
    rates(vault, ())
}

/// The base, and of each currency the newest rate into it that is not of a day to come.
pub(super) fn rates_in(c: &Connection, today: NaiveDate) -> Result<Rates> {
    let mut known = all(c)?;
    let today = today.to_string();
    let base = known.base.clone();
    known.rates.retain(|rate| rate.base == base && rate.day <= today);
    known.rates.dedup_by(|later, kept| later.currency == kept.currency);
    Ok(known)
}

/// The sum of all these in the base currency, or the currencies that have no rate into it.
pub(super) fn into_base(totals: &[CurrencyTotal], rates: &Rates) -> (Option<InBase>, Vec<String>) {
    let base = &rates.base;
    if base.is_empty() {
        return (None, Vec::new());
    }
    let (mut sum, mut used, mut lacking) = (0_i128, Vec::new(), Vec::new());
    for total in totals {
        if total.currency == *base {
            sum += i128::from(total.sum);
            continue;
        }
        let rate = rates.rates.iter().find(|rate| rate.currency == total.currency);
        match rate.and_then(|rate| Some((rate, turned(total, base, &rate.rate)?))) {
            Some((rate, part)) => {
                sum += part;
                used.push(UsedRate { currency: rate.currency.clone(), rate: rate.rate.clone(), day: rate.day.clone() });
            }
            None => lacking.push(total.currency.clone()),
        }
    }
    match i64::try_from(sum) {
        Ok(sum) if lacking.is_empty() && !totals.is_empty() => {
            (Some(InBase { currency: base.clone(), digits: digits(base), sum, rates: used }), lacking)
        }
        _ => (None, lacking),
    }
}

/// A sum turned into the base, in its minor units, half a unit away from zero.
fn turned(total: &CurrencyTotal, base: &str, rate: &str) -> Option<i128> {
    let (number, scale) = parts(rate)?;
    let up = 10_i128.pow(digits(base).into());
    let down = 10_i128.pow(scale.checked_add(total.digits.into())?);
    let whole = i128::from(total.sum).checked_mul(number.into())?.checked_mul(up)?;
    let half = if whole < 0 { -down / 2 } else { down / 2 };
    Some((whole + half) / down)
}

/// A decimal number as its digits, and how many of them stand after the point.
fn parts(rate: &str) -> Option<(i64, u32)> {
    let (whole, part) = rate.split_once('.').unwrap_or((rate, ""));
    let plain = |t: &str| t.len() <= MAX_DIGITS && t.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(part) || whole.len() + part.len() > 18 {
        return None;
    }
    Some((format!("{whole}{part}").parse().ok()?, u32::try_from(part.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(currency: &str, sum: i64) -> CurrencyTotal {
        CurrencyTotal { currency: currency.into(), digits: digits(currency), sum, ..CurrencyTotal::default() }
    }

    fn rate(currency: &str, rate: &str) -> ExchangeRate {
        let id = RateId::make();
        ExchangeRate { id, currency: currency.into(), base: "EUR".into(), rate: rate.into(), day: "2026-11-01".into() }
    }

    #[test]
    fn a_sum_over_currencies_needs_every_rate() {
        let rates = Rates { base: "EUR".into(), rates: vec![rate("USD", "0.92"), rate("JPY", "0.0062")] };
        let sums = [total("EUR", 10_000), total("JPY", 10_000), total("USD", 1_055)];
        let (sum, lacking) = into_base(&sums, &rates);
        // 100.00 + 62.00 + 9.706
        assert_eq!((sum.as_ref().map(|s| (s.sum, s.rates.len())), lacking), (Some((17_171, 2)), vec![]));
        let (sum, lacking) = into_base(&[total("EUR", 1), total("KWD", 1)], &rates);
        assert_eq!((sum, lacking), (None, vec!["KWD".to_owned()]));
        assert_eq!(into_base(&sums, &Rates::default()), (None, vec![]));
        assert_eq!(into_base(&[], &rates), (None, vec![]));
    }

    #[test]
    fn half_a_unit_goes_away_from_zero_and_digits_differ() {
        assert_eq!(turned(&total("USD", 1), "EUR", "0.5"), Some(1));
        assert_eq!(turned(&total("USD", -1), "EUR", "0.5"), Some(-1));
        assert_eq!(turned(&total("KWD", 1_000), "JPY", "480.5"), Some(481));
        assert_eq!(turned(&total("JPY", 100), "KWD", "0.002"), Some(200));
        assert_eq!(
            turned(&total("USD", crate::purchases::MAX_AMOUNT), "EUR", "999999.999999999999"),
            Some(899_999_999_999_999_999_100)
        );
    }

    #[test]
    fn a_rate_is_a_plain_decimal_number() {
        assert_eq!(parts("1.0850"), Some((10_850, 4)));
        for wrong in ["", ".5", "1,2", "-1", "1e5", "1.2.3", "1234567890123", "123456789012.1234567"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
