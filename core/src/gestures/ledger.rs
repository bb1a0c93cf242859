//! The ledger: what was given to whom, what it cost, who decided, and how it was taken (rows M148, M197 and M198).

use super::{MOST, USUAL};
use crate::error::{OrNotFound, Result};
use crate::ids::{GestureId, IdeaId, PersonId, TouchId};
use crate::people::{NamedPerson, Page};
use crate::purchases::currency::digits;
use crate::vault::Vault;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What a gesture was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum GestureSort {
    /// Something to keep.
    #[default]
    Gift,
    /// Something off the price.
    Discount,
    /// What nobody expected.
    Surprise,
    /// More than was paid for.
    Upgrade,
    /// A card written by hand.
    Card,
    /// Something else.
    Other,
}

impl GestureSort {
    const ALL: [Self; 6] = [Self::Gift, Self::Discount, Self::Surprise, Self::Upgrade, Self::Card, Self::Other];

    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Discount => "discount",
            Self::Surprise => "surprise",
            Self::Upgrade => "upgrade",
            Self::Card => "card",
            Self::Other => "other",
        }
    }

    /// From how it stands in the vault.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text).unwrap_or(Self::Other)
    }
}

/// Something that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Gesture {
    /// Names it.
    pub id: GestureId,
    /// To whom.
    pub person: NamedPerson,
    /// What.
    pub what: String,
    /// What sort of thing.
    pub sort: GestureSort,
    /// What it cost, in minor units; nothing: it cost nothing, or nobody said.
    pub cost: Option<i64>,
    /// In which currency, a code of ISO 4217; empty: no cost was said.
    pub currency: String,
    /// How many digits of the cost stand after the point.
    pub digits: u8,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// Who of us decided; empty: nobody said.
    pub decided_by: String,
    /// As which of our roles; empty: none.
    pub as_role: String,
    /// The idea it came from.
    pub idea: Option<IdeaId>,
    /// What else there is to say.
    pub note: String,
    /// Why it was given although it went beyond the budget; empty: it did not.
    pub over_reason: String,
    /// Its touchpoint; nothing when that was removed.
    pub touchpoint: Option<TouchId>,
    /// How it was taken, −2 … +2, as its touchpoint says.
    pub felt: Option<i8>,
    /// The word for that.
    pub felt_word: String,
    /// How giving it felt to us, −2 … +2.
    pub our_mood: Option<i8>,
}

/// Which gestures.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct GestureFilter {
    /// To this person; to everybody who is not in the bin when left out.
    pub person: Option<PersonId>,
    /// From this day on, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

const COLUMNS: &str =
    "g.id, p.id, p.name, g.what, g.sort, g.cost, g.currency, g.day, g.decided_by, g.idea, g.note, g.over_reason,
    g.touchpoint, g.our_mood, g.as_role";
const TABLES: &str = "gesture g JOIN person p ON p.rid = g.person";

/// Gestures, the last one first.
///
/// # Errors
/// When the vault cannot be read.
pub fn gestures(vault: &Vault, filter: GestureFilter) -> Result<Page<Gesture>> {
    let mut all = vec!["1"];
    let mut values: Vec<Value> = Vec::new();
    match filter.person {
        Some(id) => {
            values.push(Value::Blob(id.0.as_bytes().to_vec()));
            all.push("p.id = ?");
        }
        None => all.push("p.binned_at IS NULL"),
    }
    if let Some(from) = filter.from {
        values.push(from.into());
        all.push("g.day >= ?");
    }
    let wanted = all.join(" AND ");
    let (limit, offset) = (filter.limit.unwrap_or(USUAL).min(MOST), filter.offset.unwrap_or(0));
    vault.read(|c| {
        let count = format!("SELECT count(*) FROM {TABLES} WHERE {wanted}");
        let total = c.prepare_cached(&count)?.query_row(params_from_iter(&values), |r| r.get(0))?;
        let sql = format!(
            "SELECT {COLUMNS} FROM {TABLES} WHERE {wanted} ORDER BY g.day DESC, g.rid DESC LIMIT {limit} OFFSET {offset}"
        );
        let mut rows = c.prepare(&sql)?;
        let rows = rows.query_map(params_from_iter(&values), row)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let items = rows.into_iter().map(|found| with_touch(c, found)).collect::<Result<_>>()?;
        Ok(Page { items, total })
    })
}

/// One gesture.
pub(super) fn one(vault: &Vault, id: GestureId) -> Result<Gesture> {
    vault.read(|c| {
        let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE g.id = ?1");
        let found = c.prepare_cached(&sql)?.query_row([id], row).optional()?.or_not_found()?;
        with_touch(c, found)
    })
}

/// A gesture, and its touchpoint as it stands in the row.
fn row(r: &Row<'_>) -> rusqlite::Result<(Gesture, String)> {
    let currency: String = r.get(6)?;
    let gesture = Gesture {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        what: r.get(3)?,
        sort: GestureSort::from_text(&r.get::<_, String>(4)?),
        cost: r.get(5)?,
        digits: digits(&currency),
        currency,
        day: r.get(7)?,
        decided_by: r.get(8)?,
        idea: Uuid::try_parse(&r.get::<_, String>(9)?).ok().map(IdeaId),
        note: r.get(10)?,
        over_reason: r.get(11)?,
        touchpoint: None,
        felt: None,
        felt_word: String::new(),
        our_mood: r.get(13)?,
        as_role: r.get(14)?,
    };
    Ok((gesture, r.get(12)?))
}

fn with_touch(c: &Connection, (gesture, touchpoint): (Gesture, String)) -> Result<Gesture> {
    let Ok(id) = Uuid::try_parse(&touchpoint) else { return Ok(gesture) };
    let sql = "SELECT felt, felt_word FROM touchpoint WHERE id = ?1";
    let found = c.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
    Ok(match found {
        Some((felt, felt_word)) => Gesture { touchpoint: Some(TouchId(id)), felt, felt_word, ..gesture },
        None => gesture,
    })
}

/// The gesture that a touchpoint tells of.
///
/// # Errors
/// When the vault cannot be read.
pub fn of_touchpoint(vault: &Vault, input: crate::touchpoints::TouchRef) -> Result<Option<Gesture>> {
    vault.read(|c| {
        let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE g.touchpoint = ?1 AND g.touchpoint <> ''");
        let found = c.prepare_cached(&sql)?.query_row([input.id.to_string()], row).optional()?;
        found.map(|found| with_touch(c, found)).transpose()
    })
}

/// What a touchpoint cost and in which currency, when a gesture says so.
///
/// # Errors
/// When the vault cannot be read.
pub fn cost_at(c: &Connection, touchpoint: TouchId) -> Result<Option<(i64, String)>> {
    let sql = "SELECT cost, currency FROM gesture WHERE touchpoint = ?1 AND touchpoint <> '' AND cost IS NOT NULL";
    let found = c.prepare_cached(sql)?.query_row([touchpoint.to_string()], |r| Ok((r.get(0)?, r.get(1)?)));
    Ok(found.optional()?)
}

/// How many gestures came from an idea.
///
/// # Errors
/// When the vault cannot be read.
pub fn given_from(c: &Connection, idea: IdeaId) -> Result<u32> {
    let sql = "SELECT count(*) FROM gesture WHERE idea = ?1 AND idea <> ''";
    Ok(c.prepare_cached(sql)?.query_row([idea.to_string()], |r| r.get(0))?)
}

/// How the gesture of a row was taken.
pub(super) fn felt_of(c: &Connection, gesture: i64) -> Result<Option<i8>> {
    let sql = "SELECT touchpoint FROM gesture WHERE rid = ?1";
    let touch: String = c.prepare_cached(sql)?.query_row([gesture], |r| r.get(0))?;
    let Ok(id) = Uuid::try_parse(&touch) else { return Ok(None) };
    let found =
        c.prepare_cached("SELECT felt FROM touchpoint WHERE id = ?1")?.query_row([id], |r| r.get(0)).optional()?;
    Ok(found.flatten())
}
