//! What the book says of the people of one segment: what they bring, how long it is since they were heard, how it felt,
//! who among them is drifting away, and who stands out.

use super::figures::Standing;
use super::tally::{DAYS, Year};
use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::people::NamedPerson;
use crate::purchases::{self, PurchaseTotals};
use crate::segments::{self, Bits, SegmentRef};
use crate::vault::Vault;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

/// How many people are named.
const NAMED: usize = 5;

/// What the book says of the people of a segment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MemberFigures {
    /// How many there are.
    pub count: u32,
    /// What they bought in the last year.
    pub bought: PurchaseTotals,
    /// Their share of what everybody bought in the last year, 0–1; nothing when sums cannot be joined.
    pub revenue_share: Option<f64>,
    /// The median of the days since the last touchpoint, of those with one.
    pub silent_days: Option<u32>,
    /// How many have a touchpoint at all.
    pub touched: u32,
    /// How many have been silent for more than twice their usual gap.
    pub at_risk: u32,
    /// How touchpoints of the last year felt on average, −2 … +2.
    pub felt: Option<f64>,
    /// How many said so.
    pub felt_n: u32,
    /// How many days that is.
    pub days: u32,
    /// Who stands out: by purchases where there are any, by touchpoints where not; `by` is how many.
    pub foremost: Vec<Standing>,
    /// True when `foremost` counts purchases.
    pub by_purchases: bool,
}

/// What the book says of the people of a segment.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn members(vault: &Vault, input: SegmentRef) -> Result<MemberFigures> {
    let rule = vault.read(|c| segments::rule_of(c, input.id))?;
    let people = segments::members(vault, &rule)?;
    let year = Year::of(vault)?.with(&people).all;
    let (today, now) = (vault.clock().today(), vault.clock().now());
    let since = today - chrono::Days::new(DAYS.into());
    vault.read(|c| {
        let bought = purchases::totals(c, today, |rid| people.contains(rid), Some(since))?;
        let all = purchases::totals(c, today, |_| true, Some(since))?;
        let (foremost, by_purchases) = foremost(c, &people)?;
        let (mut silences, at_risk) = silences(c, &people, now)?;
        silences.sort_unstable();
        Ok(MemberFigures {
            count: people.count(),
            revenue_share: share(&bought, &all),
            bought,
            silent_days: silences.get(silences.len() / 2).map(|ms| u32::try_from(ms / DAY).unwrap_or_default()),
            touched: u32::try_from(silences.len()).unwrap_or(u32::MAX),
            at_risk,
            felt: year.mean_felt(),
            felt_n: year.felt_n,
            days: DAYS,
            foremost,
            by_purchases,
        })
    })
}

/// The part of all sums that is theirs: in the one currency that there is, or in the base that the user gave rates for.
fn share(part: &PurchaseTotals, all: &PurchaseTotals) -> Option<f64> {
    let sums = match (&part.in_base, &all.in_base, &all.currencies[..]) {
        (Some(part), Some(all), _) => (part.sum, all.sum),
        (_, _, [only]) => (part.currencies.first().map_or(0, |c| c.sum), only.sum),
        _ => return None,
    };
    // Sums of money stay far below what a double counts exactly.
    #[allow(clippy::cast_precision_loss)]
    let share = sums.0 as f64 / sums.1 as f64;
    (sums.1 > 0).then_some(share)
}

/// How long ago each was last heard, and how many are overdue by their own rhythm.
fn silences(c: &Connection, people: &Bits, now: Millis) -> Result<(Vec<Millis>, u32)> {
    let mut rows =
        c.prepare_cached("SELECT person, last_at, rhythm_due FROM person_stat WHERE live = 1 AND last_at IS NOT NULL")?;
    let mut rows = rows.query([])?;
    let (mut found, mut at_risk) = (Vec::new(), 0);
    while let Some(r) = rows.next()? {
        if people.contains(r.get(0)?) {
            found.push((now - r.get::<_, Millis>(1)?).max(0));
            at_risk += u32::from(r.get::<_, Option<Millis>>(2)?.is_some_and(|due| due < now));
        }
    }
    Ok((found, at_risk))
}

/// Who of them bought most often; with nobody who bought, with whom there are the most touchpoints.
fn foremost(c: &Connection, people: &Bits) -> Result<(Vec<Standing>, bool)> {
    let bought =
        "SELECT person, sum(purchases) AS n FROM purchase_stat GROUP BY person HAVING n > 0 ORDER BY n DESC, person";
    let found = first_of(c, bought, people)?;
    if !found.is_empty() {
        return Ok((found, true));
    }
    let touched =
        "SELECT person, touches FROM person_stat WHERE live = 1 AND touches > 0 ORDER BY touches DESC, person";
    Ok((first_of(c, touched, people)?, false))
}

fn first_of(c: &Connection, sql: &str, people: &Bits) -> Result<Vec<Standing>> {
    let mut rows = c.prepare_cached(sql)?;
    let mut rows = rows.query([])?;
    let mut found = Vec::new();
    while let Some(r) = rows.next()? {
        let rid: i64 = r.get(0)?;
        if people.contains(rid) {
            let name = "SELECT id, name FROM person WHERE rid = ?1";
            let named = |r: &rusqlite::Row<'_>| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? });
            let person = c.prepare_cached(name)?.query_row(params![rid], named)?;
            found.push(Standing { person, by: r.get::<_, i64>(1)?.to_string() });
        }
        if found.len() == NAMED {
            break;
        }
    }
    Ok(found)
}
