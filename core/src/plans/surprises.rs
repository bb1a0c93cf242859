//! Surprises: given to whom, what they cost, how they were taken, and who has gone long without one (seed 64de, delight).

use crate::clock::{DAY, Millis, day_of};
use crate::error::{Error, Result};
use crate::gestures::{self, GestureInput, GestureSort};
use crate::ids::{GestureId, IdeaId, PersonId, SegmentId, TouchId};
use crate::people::{self, Page, PersonRef, PersonRow};
use crate::segments;
use crate::touchpoints::{self, Channel, Touchpoint};
use crate::vault::{Vault, Writer};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most rows at a time.
const MOST: u32 = 200;
/// A month of the list of those who went without, in days.
const MONTH: f64 = 365.2425 / 12.0;

/// A surprise that was given: a gesture, with its touchpoint at the stage `delight`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SurpriseInput {
    /// To whom.
    pub person: PersonId,
    /// What it was.
    pub text: String,
    /// Through what.
    pub channel: Channel,
    /// When, in milliseconds since 1970; now, when left out.
    #[serde(default)]
    pub at: Option<Millis>,
    /// How it was taken, −2 … +2.
    #[serde(default)]
    pub felt: Option<i8>,
    /// The word for that.
    #[serde(default)]
    pub felt_word: Option<String>,
    /// The idea it came from.
    #[serde(default)]
    pub idea: Option<IdeaId>,
    /// What it cost, in minor units of the currency.
    #[serde(default)]
    pub cost: Option<i64>,
    /// A code of ISO 4217; needed with a cost.
    #[serde(default)]
    pub currency: Option<String>,
    /// Why it is given although it goes beyond what may be given to them.
    #[serde(default)]
    pub over_reason: Option<String>,
}

/// A surprise as the list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct GivenSurprise {
    /// Its touchpoint: to whom, when, how it was taken.
    pub touch: Touchpoint,
    /// What it cost, in minor units.
    pub cost: Option<i64>,
    /// In which currency; empty: no cost was said.
    pub currency: String,
}

/// Who has gone without a surprise.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct UnsurprisedInput {
    /// For so many months; 6 when left out.
    pub months: Option<u32>,
    /// Only people of this segment.
    pub segment: Option<SegmentId>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 200 at most.
    pub limit: Option<u32>,
}

/// Somebody who has gone without a surprise.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Unsurprised {
    /// Who.
    pub person: PersonRow,
    /// When they were last delighted, in milliseconds since 1970; nothing: never, as far as the log says.
    pub since: Option<Millis>,
}

/// Writes down a surprise: it goes into the ledger of gestures, within the budget or with a reason.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing, a cost has no currency, or it goes beyond the budget without a
/// reason (`overReason`, `missing`); [`crate::error::Code::NotFound`].
pub fn give_surprise(vault: &Vault, input: SurpriseInput) -> Result<Touchpoint> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    let id = vault.write("giveSurprise", &name, |w| insert_surprise(w, &input))?;
    touchpoints::get(vault, touchpoints::TouchRef { id })
}

/// Writes down a surprise inside a larger step. Tells its touchpoint.
///
/// # Errors
/// As [`give_surprise`].
pub fn insert_surprise(w: &mut Writer<'_>, input: &SurpriseInput) -> Result<TouchId> {
    if input.text.trim().is_empty() {
        return Err(Error::invalid("text", "empty"));
    }
    let today = day_of(w.now());
    let gesture = GestureInput {
        person: Some(input.person),
        what: Some(input.text.clone()),
        sort: Some(GestureSort::Surprise),
        cost: input.cost,
        currency: input.currency.clone(),
        day: input.at.map(|at| day_of(at).to_string()),
        idea: input.idea,
        over_reason: input.over_reason.clone(),
        channel: Some(input.channel),
        felt: input.felt,
        felt_word: input.felt_word.clone(),
        at: input.at,
        ..GestureInput::default()
    };
    gestures::insert_gesture(w, GestureId::make(), &gesture, today)
}

/// The surprises that were given, the last one first: every touchpoint at the stage `delight`, at most two hundred.
///
/// # Errors
/// When the vault cannot be read.
pub fn surprises(vault: &Vault, (): ()) -> Result<Vec<GivenSurprise>> {
    vault.read(|c| {
        let sql = format!(
            "SELECT rid FROM touchpoint WHERE loop_stage = 'delight' AND loop_stage <> '' ORDER BY at DESC LIMIT {MOST}"
        );
        let rids = c.prepare_cached(&sql)?.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let mut cost_of = c.prepare_cached("SELECT cost, currency FROM surprise WHERE touchpoint = ?1")?;
        let given = |rid| {
            let touch = touchpoints::touchpoint_of(c, rid)?;
            // Surprises of books that are older than the ledger keep what they cost in a table of their own.
            let before = cost_of.query_row([touch.id.to_string()], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
            let (cost, currency) = match gestures::cost_at(c, touch.id)? {
                Some((cost, currency)) => (Some(cost), currency),
                None => before.unwrap_or_default(),
            };
            Ok(GivenSurprise { touch, cost, currency })
        };
        rids.into_iter().map(given).collect()
    })
}

/// Customers whom nothing has delighted for so many months, those never delighted first. A customer is whoever bought, or
/// whose stage lies behind the acquisition.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such segment.
pub fn unsurprised(vault: &Vault, input: UnsurprisedInput) -> Result<Page<Unsurprised>> {
    let group = match input.segment {
        Some(id) => Some(segments::members(vault, &vault.read(|c| segments::rule_of(c, id))?)?),
        None => None,
    };
    let (offset, limit) = (input.offset.unwrap_or(0) as usize, input.limit.unwrap_or(50).min(MOST) as usize);
    #[expect(clippy::cast_possible_truncation, reason = "months of days")]
    let days = (f64::from(input.months.unwrap_or(6).min(1200)) * MONTH) as i64;
    let before = vault.clock().now() - days * DAY;
    let sql = "SELECT p.rid, l.delighted_at FROM person p LEFT JOIN loop_stat l ON l.person = p.rid
               WHERE p.binned_at IS NULL AND (l.delighted_at IS NULL OR l.delighted_at < ?1)
                 AND (p.stage IN ('onboarding', 'engagement', 'retention', 'advocacy')
                      OR EXISTS (SELECT 1 FROM purchase_stat u WHERE u.person = p.rid AND u.purchases > 0))
               ORDER BY l.delighted_at, p.rid";
    vault.read(|c| {
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([before], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let all = rows.collect::<rusqlite::Result<Vec<(i64, Option<Millis>)>>>()?;
        let fit: Vec<_> =
            all.into_iter().filter(|(person, _)| group.as_ref().is_none_or(|group| group.contains(*person))).collect();
        let part = fit.iter().skip(offset).take(limit);
        let items = part
            .map(|&(person, since)| Ok(Unsurprised { person: people::row_of(c, person)?, since }))
            .collect::<Result<_>>()?;
        Ok(Page { items, total: u32::try_from(fit.len()).unwrap_or(u32::MAX) })
    })
}
