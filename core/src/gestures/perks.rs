//! Perks and offers: what some people may have, who they are, from when until when, how often, and what it costs us (rows M027
//! and M105).

use super::kinds::{perk, perk_given};
use super::money;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{PerkId, SegmentId};
use crate::purchases::currency::digits;
use crate::typed::{day_or_none, limited, needed};
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Whether a perk can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum PerkState {
    /// Its first day has not come.
    Soon,
    /// It can be given.
    Open,
    /// Its last day is over.
    Over,
    /// It was given as often as it may be.
    UsedUp,
}

/// What some people may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Perk {
    /// Names it.
    pub id: PerkId,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub what: String,
    /// What one costs us, in minor units; nothing: nothing, or nobody said.
    pub cost: Option<i64>,
    /// In which currency; empty: no cost was said.
    pub currency: String,
    /// How many digits of the cost stand after the point.
    pub digits: u8,
    /// Who may have it, in words.
    pub who: String,
    /// Only people of this segment.
    pub segment: Option<SegmentId>,
    /// From which day on, `YYYY-MM-DD`; empty: from the beginning.
    pub valid_from: String,
    /// Until which day; empty: without an end.
    pub valid_until: String,
    /// How often it may be given in all; nothing: as often as one likes.
    pub most: Option<u32>,
    /// How often it was given.
    pub given: u32,
    /// How often of those it was used.
    pub used: u32,
    /// Whether it can be given today.
    pub state: PerkState,
}

/// A perk to be saved; with an `id` it changes what is given of that one. A new one needs a name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PerkInput {
    /// The one to change.
    pub id: Option<PerkId>,
    /// What it is called.
    pub name: Option<String>,
    /// What it is.
    pub what: Option<String>,
    /// What one costs us, in minor units; 0: nothing.
    pub cost: Option<i64>,
    /// A code of ISO 4217; needed with a cost.
    pub currency: Option<String>,
    /// Who may have it, in words.
    pub who: Option<String>,
    /// Only people of this segment.
    pub segment: Option<SegmentId>,
    /// Whoever the words fit: takes the segment out.
    pub anybody: Option<bool>,
    /// From which day on; empty: from the beginning.
    pub valid_from: Option<String>,
    /// Until which day; empty: without an end.
    pub valid_until: Option<String>,
    /// How often it may be given in all; 0: as often as one likes.
    pub most: Option<u32>,
}

/// Names one perk.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PerkRef {
    /// The perk.
    pub id: PerkId,
}

const SELECT: &str = "SELECT k.id, k.name, k.what, k.cost, k.currency, k.who, k.segment, k.valid_from, k.valid_until, k.most,
    (SELECT count(*) FROM perk_given g WHERE g.perk = k.rid), (SELECT count(*) FROM perk_given g WHERE g.perk = k.rid AND g.used_on <> '')
    FROM perk k";

fn row(r: &Row<'_>, today: &str) -> rusqlite::Result<Perk> {
    let currency: String = r.get(4)?;
    let (valid_from, valid_until): (String, String) = (r.get(7)?, r.get(8)?);
    let (most, given): (Option<u32>, u32) = (r.get(9)?, r.get(10)?);
    let state = if !valid_until.is_empty() && valid_until.as_str() < today {
        PerkState::Over
    } else if valid_from.as_str() > today {
        PerkState::Soon
    } else if most.is_some_and(|most| given >= most) {
        PerkState::UsedUp
    } else {
        PerkState::Open
    };
    Ok(Perk {
        id: r.get(0)?,
        name: r.get(1)?,
        what: r.get(2)?,
        cost: r.get(3)?,
        digits: digits(&currency),
        currency,
        who: r.get(5)?,
        segment: Uuid::try_parse(r.get_ref(6)?.as_str()?).ok().map(SegmentId),
        valid_from,
        valid_until,
        most,
        given,
        used: r.get(11)?,
        state,
    })
}

/// All perks, oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn perks(vault: &Vault, (): ()) -> Result<Vec<Perk>> {
    let today = vault.clock().today().to_string();
    vault.read(|c| perks_in(c, &today))
}

/// All perks, as of a day.
///
/// # Errors
/// When the vault cannot be read.
pub fn perks_in(c: &Connection, today: &str) -> Result<Vec<Perk>> {
    let mut rows = c.prepare_cached(&format!("{SELECT} ORDER BY k.rid"))?;
    Ok(rows.query_map([], |r| row(r, today))?.collect::<rusqlite::Result<_>>()?)
}

/// One perk.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn perk(vault: &Vault, input: PerkRef) -> Result<Perk> {
    let today = vault.clock().today().to_string();
    let sql = format!("{SELECT} WHERE k.id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([input.id], |r| row(r, &today)).optional()?.or_not_found())
}

/// Saves a perk.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has no name, a cost has no currency, or a day is none or its last day comes before its first;
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_perk(vault: &Vault, input: PerkInput) -> Result<Perk> {
    let id = input.id.unwrap_or_else(PerkId::make);
    let (step, name) = match input.id {
        Some(id) => ("editPerk", perk(vault, PerkRef { id })?.name),
        None => ("addPerk", input.name.clone().unwrap_or_default().trim().to_owned()),
    };
    vault.write(step, &name, |w| insert_perk(w, id, &input))?;
    perk(vault, PerkRef { id })
}

/// Saves a perk inside a larger step, under an id of its own where it is new.
///
/// # Errors
/// As [`save_perk`].
pub fn insert_perk(w: &mut Writer<'_>, id: PerkId, input: &PerkInput) -> Result<()> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if input.name.is_some() || input.id.is_none() {
        cells.push((perk::NAME, needed("name", input.name.as_deref().unwrap_or_default())?.into()));
    }
    if let Some(what) = &input.what {
        cells.push((perk::WHAT, limited("what", what)?.into()));
    }
    if input.cost.is_some() {
        let (cost, currency) = money(input.cost, input.currency.as_deref())?;
        cells.extend([(perk::COST, cost), (perk::CURRENCY, currency)]);
    }
    if let Some(who) = &input.who {
        cells.push((perk::WHO, limited("who", who)?.into()));
    }
    match (input.anybody, input.segment) {
        (Some(true), _) => cells.push((perk::SEGMENT, String::new().into())),
        (_, Some(segment)) => cells.push((perk::SEGMENT, segment.to_string().into())),
        (_, None) => {}
    }
    if let Some(day) = &input.valid_from {
        cells.push((perk::VALID_FROM, day_or_none("validFrom", day)?.into()));
    }
    if let Some(day) = &input.valid_until {
        cells.push((perk::VALID_UNTIL, day_or_none("validUntil", day)?.into()));
    }
    if let Some(most) = input.most {
        cells.push((perk::MOST, (most > 0).then_some(i64::from(most)).into()));
    }
    let rid = if input.id.is_some() {
        let rid = w.rid(&perk::KIND, id)?;
        w.set_all(&perk::KIND, rid, cells)?;
        rid
    } else {
        cells.push((perk::CREATED_AT, w.now().into()));
        w.insert(&perk::KIND, id, &cells)?
    };
    let sql = "SELECT valid_until <> '' AND valid_until < valid_from FROM perk WHERE rid = ?1";
    if w.conn().prepare_cached(sql)?.query_row([rid], |r| r.get::<_, bool>(0))? {
        return Err(Error::invalid("validUntil", "range"));
    }
    Ok(())
}

/// Takes a perk out, and with it who was given it; undo brings all of it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_perk(vault: &Vault, input: PerkRef) -> Result<()> {
    let before = perk(vault, input)?;
    vault.write("removePerk", &before.name, |w| {
        let rid = w.rid(&perk::KIND, input.id)?;
        let given = {
            let mut rows = w.conn().prepare_cached("SELECT rid FROM perk_given WHERE perk = ?1")?;
            rows.query_map(params![rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?
        };
        for one in given {
            w.remove(&perk_given::KIND, one)?;
        }
        w.remove(&perk::KIND, rid)
    })
}
