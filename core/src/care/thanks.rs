//! Whom to thank and for what, from what the book knows (row M188): a first purchase, somebody they brought, a warm word to
//! others, patience while something went wrong, an answer, a visit, years together.

use crate::clock::{DAY, Millis, day_of};
use crate::error::Result;
use crate::gestures;
use crate::ids::{DraftId, PersonId};
use crate::people::NamedPerson;
use crate::plans;
use crate::vault::Vault;
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;
use uuid::Uuid;

/// For how many days there is something to thank for: a purchase and a word, patience and a newcomer, a visit and a day.
const MONTH: u64 = 30;
const SEASON: u64 = 60;
const FORTNIGHT: u64 = 14;

/// What somebody is to be thanked for. The first ones weigh most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ThankReason {
    /// They brought somebody.
    Referral,
    /// They spoke for us: a review, a recommendation.
    Spoke,
    /// They bought for the first time.
    FirstPurchase,
    /// Something went wrong, and they bore with us until it was right.
    Patience,
    /// They told us why they came or stayed.
    Feedback,
    /// They came to an event.
    Visit,
    /// They have been with us for so many years.
    Anniversary,
}

/// A prompt to thank somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ThankPrompt {
    /// Whom.
    pub person: NamedPerson,
    /// What for.
    pub reason: ThankReason,
    /// More exactly: what they bought, whom they brought, what they said, for how many years.
    pub detail: String,
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
    /// Names the prompt, so that it can be put aside.
    pub for_what: String,
    /// A letter to thank them that is being written already.
    pub draft: Option<DraftId>,
}

/// How many prompts.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ThanksInput {
    /// Prompts wanted; 20 when left out, 200 at most.
    pub limit: Option<u32>,
}

/// Whom to thank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Thanks {
    /// One prompt a person, the newest first.
    pub items: Vec<ThankPrompt>,
    /// How many there are in all.
    pub total: u32,
}

/// Something to thank for.
struct Found {
    person: i64,
    reason: ThankReason,
    detail: String,
    day: NaiveDate,
    for_what: String,
}

/// Whom to thank and for what. Left out are those whom the last word hurt, who are left in peace, who complain, who were
/// thanked since then, and what was put aside.
///
/// # Errors
/// When the vault cannot be read.
pub fn thanks(vault: &Vault, input: ThanksInput) -> Result<Thanks> {
    let now = vault.clock().now();
    let today = vault.clock().today();
    let limit = input.limit.unwrap_or(20).min(200) as usize;
    vault.read(|c| {
        let aside = gestures::aside(c)?;
        let mut all = bought(c, today)?;
        all.extend(brought(c, now)?);
        all.extend(said(c, today)?);
        all.extend(lived(c, now)?);
        let mut best: HashMap<i64, Found> = HashMap::new();
        for found in all {
            if aside.contains(&found.for_what) || !is_open(c, &found, now)? {
                continue;
            }
            match best.get(&found.person) {
                Some(other) if (other.reason, today - other.day) <= (found.reason, today - found.day) => {}
                _ => drop(best.insert(found.person, found)),
            }
        }
        let mut best: Vec<Found> = best.into_values().collect();
        best.sort_unstable_by(|a, b| b.day.cmp(&a.day).then(a.reason.cmp(&b.reason)).then(a.person.cmp(&b.person)));
        let total = u32::try_from(best.len()).unwrap_or(u32::MAX);
        let items = best.into_iter().take(limit).map(|found| prompt(c, found)).collect::<Result<_>>()?;
        Ok(Thanks { items, total })
    })
}

fn prompt(c: &Connection, found: Found) -> Result<ThankPrompt> {
    let Found { person, reason, detail, day, for_what } = found;
    let mut named = c.prepare_cached("SELECT id, name FROM person WHERE rid = ?1")?;
    let whom = named.query_row([person], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?;
    let sql =
        "SELECT id FROM draft WHERE person = ?1 AND kind = 'thankYou' AND status <> 'sent' ORDER BY rid DESC LIMIT 1";
    let draft = c.prepare_cached(sql)?.query_row([person], |r| r.get(0)).optional()?;
    Ok(ThankPrompt { person: whom, reason, detail, day: day.to_string(), for_what, draft })
}

/// Whether a thank-you would be right now.
fn is_open(c: &Connection, found: &Found, now: Millis) -> Result<bool> {
    let sql = "SELECT p.binned_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM snooze s WHERE s.person = p.rid AND s.until > ?2)
        AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.person = p.rid AND d.complaint AND d.cleared_on = '')
        AND NOT EXISTS (SELECT 1 FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
            WHERE x.person = p.rid AND t.purpose IN ('thankYou', 'handwritten', 'gesture', 'surprise')
              AND date(t.at / 1000, 'unixepoch', 'localtime') >= ?3)
        AND coalesce((SELECT t.felt FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
            WHERE x.person = p.rid AND t.felt IS NOT NULL ORDER BY x.at DESC, t.rid DESC LIMIT 1), 0) >= 0
        FROM person p WHERE p.rid = ?1";
    let found = c.prepare_cached(sql)?.query_row(params![found.person, now, found.day.to_string()], |r| r.get(0));
    Ok(found.optional()?.unwrap_or(false))
}

/// First purchases of a month, and years together that were full in a fortnight.
fn bought(c: &Connection, today: NaiveDate) -> Result<Vec<Found>> {
    let since = back(today, MONTH);
    let days: HashMap<String, NaiveDate> =
        (0..FORTNIGHT).map(|ago| back(today, ago)).map(|day| (day.format("%m-%d").to_string(), day)).collect();
    let sql = "SELECT person, min(first) FROM purchase_stat WHERE purchases > 0 AND first IS NOT NULL GROUP BY person";
    let mut rows = c.prepare_cached(sql)?;
    let mut rows = rows.query([])?;
    let mut found = Vec::new();
    while let Some(r) = rows.next()? {
        let person: i64 = r.get(0)?;
        let first = r.get_ref(1)?.as_str().unwrap_or_default();
        if first <= since.to_string().as_str() {
            let Some(day) = first.get(5..).and_then(|day| days.get(day)) else { continue };
            let years = day.years_since(first.parse().unwrap_or(*day)).unwrap_or(0);
            let id: PersonId =
                c.prepare_cached("SELECT id FROM person WHERE rid = ?1")?.query_row([person], |r| r.get(0))?;
            let for_what = format!("anniversary:{id}:{years}");
            found.push(Found {
                person,
                reason: ThankReason::Anniversary,
                detail: years.to_string(),
                day: *day,
                for_what,
            });
        } else if let Ok(day) = first.parse::<NaiveDate>()
            && day <= today
        {
            let sql =
                "SELECT id, item FROM purchase WHERE person = ?1 AND date = ?2 AND amount >= 0 ORDER BY rid LIMIT 1";
            let purchase = c.prepare_cached(sql)?.query_row(params![person, first], |r| Ok((r.get(0)?, r.get(1)?)));
            let Some((id, detail)): Option<(Uuid, String)> = purchase.optional()? else { continue };
            let for_what = format!("firstPurchase:{id}");
            found.push(Found { person, reason: ThankReason::FirstPurchase, detail, day, for_what });
        }
    }
    Ok(found)
}

/// Whoever brought somebody into the book lately.
fn brought(c: &Connection, now: Millis) -> Result<Vec<Found>> {
    let since = now - i64::try_from(SEASON).unwrap_or(0) * DAY;
    let mut found = Vec::new();
    for (person, whom, at) in plans::referrals(c)? {
        if at < since || at > now {
            continue;
        }
        let sql = "SELECT id, name FROM person WHERE rid = ?1";
        let (id, detail): (PersonId, String) =
            c.prepare_cached(sql)?.query_row([whom], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let for_what = format!("referral:{id}");
        found.push(Found { person, reason: ThankReason::Referral, detail, day: day_of(at), for_what });
    }
    Ok(found)
}

/// Whoever told us in the last month why they came or stayed.
fn said(c: &Connection, today: NaiveDate) -> Result<Vec<Found>> {
    let sql = "SELECT person, id, text, day FROM reason WHERE outcome <> 'left' AND day BETWEEN ?1 AND ?2";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map(params![back(today, MONTH).to_string(), today.to_string()], |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<(i64, Uuid, String, String)>>>()?;
    let made = |(person, id, detail, day): (i64, Uuid, String, String)| {
        let for_what = format!("feedback:{id}");
        Some(Found { person, reason: ThankReason::Feedback, detail, day: day.parse().ok()?, for_what })
    };
    Ok(rows.into_iter().filter_map(made).collect())
}

/// From the log: who spoke for us, who came, and who bore with us until it was right.
fn lived(c: &Connection, now: Millis) -> Result<Vec<Found>> {
    let ago = |days: u64| now - i64::try_from(days).unwrap_or(0) * DAY;
    let asked = [
        (ThankReason::Spoke, "spoke", ago(MONTH), "t.loop_stage = 'advocate' AND coalesce(t.felt, 0) >= 0", "t.at"),
        (ThankReason::Visit, "visit", ago(FORTNIGHT), "t.channel = 'event' AND coalesce(t.felt, 0) >= 0", "t.at"),
        (
            ThankReason::Patience,
            "patience",
            ago(SEASON),
            "t.felt < 0",
            "(SELECT min(y.at) FROM participant y JOIN touchpoint l ON l.rid = y.touchpoint
              WHERE y.person = x.person AND y.at > t.at AND y.at <= ?2 AND l.felt > 0)",
        ),
    ];
    let mut found = Vec::new();
    for (reason, name, since, which, when) in asked {
        let sql = format!(
            "SELECT x.person, t.id, t.title, {when} FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid
             WHERE t.at BETWEEN ?1 AND ?2 AND {which}"
        );
        let mut rows = c.prepare_cached(&sql)?;
        let mut rows = rows.query(params![since, now])?;
        while let Some(r) = rows.next()? {
            let Some(at) = r.get::<_, Option<Millis>>(3)? else { continue };
            let for_what = format!("{name}:{}", r.get::<_, Uuid>(1)?);
            found.push(Found { person: r.get(0)?, reason, detail: r.get(2)?, day: day_of(at), for_what });
        }
    }
    Ok(found)
}

fn back(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}
