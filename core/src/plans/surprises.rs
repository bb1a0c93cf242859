//! Surprises: given to whom, what they cost, how they were taken, and who has gone long without one (seed 64de, delight).

use super::kinds::surprise;
use crate::clock::{DAY, Millis};
use crate::error::{Error, Result};
use crate::ids::{IdeaId, PersonId, SegmentId, TouchId};
use crate::people::{self, Page, PersonRef, PersonRow};
use crate::segments;
use crate::touchpoints::{self, Channel, LogTouchpoint, Touchpoint};
use crate::vault::{Vault, Writer};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Most rows at a time.
const MOST: u32 = 200;
/// A month of the list of those who went without, in days.
const MONTH: f64 = 365.2425 / 12.0;

/// A surprise that was given. It is a touchpoint at the stage `delight`, with what it cost.
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

/// Writes down a surprise.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing, or a cost has no currency; [`crate::error::Code::NotFound`].
pub fn give_surprise(vault: &Vault, input: SurpriseInput) -> Result<Touchpoint> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    let id = TouchId::make();
    vault.write("giveSurprise", &name, |w| insert_surprise(w, id, &input))?;
    touchpoints::get(vault, touchpoints::TouchRef { id })
}

/// Writes down a surprise inside a larger step.
///
/// # Errors
/// As [`give_surprise`].
pub fn insert_surprise(w: &mut Writer<'_>, id: TouchId, input: &SurpriseInput) -> Result<()> {
    if input.text.trim().is_empty() {
        return Err(Error::invalid("text", "empty"));
    }
    let currency = input.currency.as_deref().unwrap_or_default().trim().to_uppercase();
    let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
    if input.cost.is_some() && !is_code {
        return Err(Error::invalid("currency", "unknown"));
    }
    if input.cost.is_some_and(|cost| cost < 0) {
        return Err(Error::invalid("cost", "range"));
    }
    let touch = LogTouchpoint {
        people: vec![input.person],
        channel: input.channel,
        direction: None,
        at: input.at,
        title: Some(input.text.clone()),
        text: None,
        felt: input.felt,
        felt_word: input.felt_word.clone(),
        stage: None,
        loop_stage: Some("delight".to_owned()),
        purpose: Some("surprise".to_owned()),
        minutes: None,
    };
    touchpoints::insert(w, id, &touch)?;
    let cells = [
        (surprise::TOUCHPOINT, id.to_string().into()),
        (surprise::IDEA, input.idea.map(|id| id.to_string()).unwrap_or_default().into()),
        (surprise::COST, input.cost.into()),
        (surprise::CURRENCY, if input.cost.is_some() { currency } else { String::new() }.into()),
    ];
    w.insert(&surprise::KIND, Uuid::now_v7(), &cells)?;
    Ok(())
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
            let cost = cost_of.query_row([touch.id.to_string()], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
            let (cost, currency) = cost.unwrap_or_default();
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
