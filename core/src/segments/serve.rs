//! How a segment is meant to be served: with which type of relationship, at what cost, with which perks, and who
//! watches what runs by itself.

use super::SegmentRef;
use super::kinds::segment;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::SegmentId;
use crate::people::RELATIONS;
use crate::typed;
use crate::vault::{Vault, Writer, rid_of};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest text, in bytes.
const MAX_TEXT: usize = 4 * 1024;
/// The most minutes a month for one person.
const MAX_MINUTES: u32 = 31 * 24 * 60;
/// The most money a month for one person, in the smallest unit of its currency; JavaScript still counts it exactly.
const MAX_COST: i64 = 1_000_000_000_000;

/// How a segment is meant to be served.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentService {
    /// The type of relationship; empty when nobody said.
    pub relation: String,
    /// Minutes for each person a month.
    pub minutes: Option<u32>,
    /// Money for each person a month, in the smallest unit of the currency.
    pub cost: Option<i64>,
    /// The currency, three letters of ISO 4217; empty when there is no cost.
    pub currency: String,
    /// What they get beyond the product.
    pub perks: String,
    /// Who watches what runs by itself (row M087); empty: nobody.
    pub watched_by: String,
    /// When a person takes over from what runs by itself; empty: nobody said.
    pub takes_over: String,
}

/// How a segment is meant to be served, to be changed; what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ServeSegment {
    /// The segment.
    pub id: SegmentId,
    /// The type of relationship; empty takes it back.
    #[serde(default)]
    pub relation: Option<String>,
    /// Minutes for each person a month; 0 takes it back.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Money for each person a month, in the smallest unit of the currency; 0 takes it back.
    #[serde(default)]
    pub cost: Option<i64>,
    /// The currency, three letters of ISO 4217.
    #[serde(default)]
    pub currency: Option<String>,
    /// What they get beyond the product.
    #[serde(default)]
    pub perks: Option<String>,
    /// Who watches what runs by itself; empty: nobody.
    #[serde(default)]
    pub watched_by: Option<String>,
    /// When a person takes over from what runs by itself.
    #[serde(default)]
    pub takes_over: Option<String>,
}

/// Says how a segment is meant to be served.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Invalid`] for a type that there is not, a cost below nothing, or a currency of other than
/// three letters; [`Code::TooLarge`].
pub fn serve(vault: &Vault, input: ServeSegment) -> Result<SegmentService> {
    let name = super::named(vault, SegmentRef { id: input.id })?.name;
    vault.write("serveSegment", &name, |w| set_service(w, &input))?;
    vault.read(|c| service_of(c, input.id))
}

/// Says how a segment is meant to be served as part of a larger step.
///
/// # Errors
/// As [`serve`].
pub fn set_service(w: &mut Writer<'_>, input: &ServeSegment) -> Result<()> {
    let rid = w.rid(&segment::KIND, input.id)?;
    w.set_all(&segment::KIND, rid, cells(input)?).map(drop)
}

impl ServeSegment {
    /// Nothing yet to be changed about a segment.
    #[must_use]
    pub fn of(id: SegmentId) -> Self {
        Self {
            id,
            relation: None,
            minutes: None,
            cost: None,
            currency: None,
            perks: None,
            watched_by: None,
            takes_over: None,
        }
    }
}

fn cells(input: &ServeSegment) -> Result<Vec<(crate::vault::Field, Value)>> {
    let mut cells = Vec::new();
    if let Some(relation) = &input.relation {
        if !relation.is_empty() && !RELATIONS.contains(&&**relation) {
            return Err(Error::invalid("relation", "unknown"));
        }
        cells.push((segment::RELATION, relation.clone().into()));
    }
    if let Some(minutes) = input.minutes {
        if minutes > MAX_MINUTES {
            return Err(Error::invalid("minutes", "range"));
        }
        cells.push((segment::MINUTES, Some(minutes).filter(|m| *m > 0).map(i64::from).into()));
    }
    if let Some(cost) = input.cost {
        if !(0..=MAX_COST).contains(&cost) {
            return Err(Error::invalid("cost", "range"));
        }
        cells.push((segment::COST, Some(cost).filter(|c| *c > 0).into()));
    }
    if let Some(currency) = &input.currency {
        let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
        if !currency.is_empty() && !is_code {
            return Err(Error::invalid("currency", "unknown"));
        }
        cells.push((segment::CURRENCY, currency.clone().into()));
    }
    for (name, field, text) in [
        ("perks", segment::PERKS, &input.perks),
        ("watchedBy", segment::WATCHED_BY, &input.watched_by),
        ("takesOver", segment::TAKES_OVER, &input.takes_over),
    ] {
        let Some(text) = text else { continue };
        cells.push((field, typed::limited_to(MAX_TEXT, name, text)?.into()));
    }
    Ok(cells)
}

/// How a segment is meant to be served.
///
/// # Errors
/// [`Code::NotFound`].
pub fn service_of(c: &Connection, id: SegmentId) -> Result<SegmentService> {
    let rid = rid_of(c, &segment::KIND, id)?;
    let sql = "SELECT relation, minutes, cost, currency, perks, watched_by, takes_over FROM segment WHERE rid = ?1";
    let found = c.prepare_cached(sql)?.query_row([rid], |r| {
        Ok(SegmentService {
            relation: r.get(0)?,
            minutes: r.get(1)?,
            cost: r.get(2)?,
            currency: r.get(3)?,
            perks: r.get(4)?,
            watched_by: r.get(5)?,
            takes_over: r.get(6)?,
        })
    });
    found.optional()?.or_not_found()
}
