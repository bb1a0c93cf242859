//! When somebody will buy again: the last purchase and the median of the gaps between the days on which they bought, once
//! there are three such days (row M114). No model: a middle and its number.

use crate::error::Result;
use crate::people::{NamedPerson, PersonRef, kinds::person};
use crate::typed::day_of_text;
use crate::vault::{Vault, rid_of};
use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As many days of buying are needed before anything is said.
const LEAST: usize = 3;
/// Rows when nobody says how many, and at most.
const USUAL: u32 = 20;
const MOST: u32 = 200;

/// When somebody is expected to buy again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BuysAgain {
    /// Who.
    pub person: NamedPerson,
    /// On how many days they bought.
    pub days: u32,
    /// The median of the gaps between them, in days.
    pub gap: u32,
    /// The last one, `YYYY-MM-DD`.
    pub last: String,
    /// The day that is to be expected.
    pub expected: String,
}

/// Who is to be expected soon.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct FollowUps {
    /// Within so many days from now; 14 when left out.
    pub within: Option<u32>,
    /// Rows wanted; 20 when left out, 200 at most.
    pub limit: Option<u32>,
}

/// When somebody is expected to buy again; nothing before they bought on three days.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn buys_again(vault: &Vault, input: PersonRef) -> Result<Option<BuysAgain>> {
    vault.read(|c| {
        let whose = rid_of(c, &person::KIND, input.id)?;
        let mut rows =
            c.prepare_cached("SELECT DISTINCT date FROM purchase WHERE person = ?1 AND amount >= 0 ORDER BY date")?;
        let rows = rows.query_map([whose], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        estimate(c, whose, &rows.iter().filter_map(|day| day_of_text(day)).collect::<Vec<_>>())
    })
}

/// Whoever is to be expected by now or soon, and has not been silent for longer than twice their gap: the earliest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn follow_ups(vault: &Vault, input: FollowUps) -> Result<Vec<BuysAgain>> {
    let today = vault.clock().today();
    let until = today.checked_add_days(Days::new(input.within.unwrap_or(14).into())).unwrap_or(today);
    let limit = input.limit.unwrap_or(USUAL).min(MOST) as usize;
    vault.read(|c| {
        let sql = "SELECT DISTINCT u.person, u.date FROM purchase u JOIN person p ON p.rid = u.person
                   WHERE u.amount >= 0 AND p.binned_at IS NULL ORDER BY u.person, u.date";
        let mut rows = c.prepare_cached(sql)?;
        let mut rows = rows.query([])?;
        let (mut whose, mut days, mut found) = (0_i64, Vec::new(), Vec::new());
        let mut done = |whose: i64, days: &[NaiveDate]| -> Result<()> {
            if let Some((gap, expected)) = next(days)
                && expected <= until
                && (today - expected).num_days() <= i64::from(gap)
            {
                found.extend(estimate(c, whose, days)?);
            }
            Ok(())
        };
        while let Some(r) = rows.next()? {
            let one: i64 = r.get(0)?;
            if one != whose {
                done(whose, &days)?;
                days.clear();
                whose = one;
            }
            days.extend(day_of_text(r.get_ref(1)?.as_str().unwrap_or_default()));
        }
        done(whose, &days)?;
        found.sort_by(|a, b| a.expected.cmp(&b.expected).then(a.person.name.cmp(&b.person.name)));
        found.truncate(limit);
        Ok(found)
    })
}

/// The gap and the day that is to be expected, from the days in order.
fn next(days: &[NaiveDate]) -> Option<(u32, NaiveDate)> {
    if days.len() < LEAST {
        return None;
    }
    let mut gaps: Vec<i64> =
        days.windows(2).filter_map(|pair| Some((*pair.get(1)? - *pair.first()?).num_days())).collect();
    gaps.sort_unstable();
    let (low, high) = (gaps.get((gaps.len() - 1) / 2)?, gaps.get(gaps.len() / 2)?);
    let gap = u32::try_from((low + high) / 2).ok()?;
    Some((gap, days.last()?.checked_add_days(Days::new(gap.into()))?))
}

fn estimate(c: &Connection, whose: i64, days: &[NaiveDate]) -> Result<Option<BuysAgain>> {
    let (Some((gap, expected)), Some(last)) = (next(days), days.last()) else { return Ok(None) };
    let sql = "SELECT id, name FROM person WHERE rid = ?1";
    let person = c.prepare_cached(sql)?.query_row([whose], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?;
    let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
    Ok(Some(BuysAgain { person, days: count, gap, last: last.to_string(), expected: expected.to_string() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_day_is_the_last_and_the_median_gap() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(next(&[day("2026-01-01"), day("2026-02-01")]), None, "two days are no habit");
        let days = [day("2026-01-01"), day("2026-01-11"), day("2026-03-12"), day("2026-03-22")];
        assert_eq!(next(&days), Some((10, day("2026-04-01"))), "one long pause moves nothing");
        assert_eq!(next(&days[..3]).unwrap().0, 35);
    }
}
