//! Who was given a perk, and whether they used it.

use super::kinds::{perk, perk_given};
use crate::clock::day_of;
use crate::error::{OrNotFound, Result};
use crate::ids::{GivenPerkId, PerkId, PersonId};
use crate::people::{NamedPerson, kinds::person};
use crate::typed::{day, day_or_none, limited};
use crate::vault::{Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Rows at most.
const MOST: u32 = 500;

/// A perk that somebody was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GivenPerk {
    /// Names it.
    pub id: GivenPerkId,
    /// Which.
    pub perk: PerkId,
    /// What it is called.
    pub name: String,
    /// To whom.
    pub person: NamedPerson,
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
    /// When it was used; empty: not yet.
    pub used_on: String,
    /// What else there is to say.
    pub note: String,
}

/// Which of them.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct GivenPerkFilter {
    /// Of this perk.
    pub perk: Option<PerkId>,
    /// To this person.
    pub person: Option<PersonId>,
}

/// A perk to be given.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct GivePerk {
    /// Which.
    pub perk: PerkId,
    /// To whom.
    pub person: PersonId,
    /// On which day, `YYYY-MM-DD`; today, when left out.
    #[serde(default)]
    pub day: Option<String>,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

/// That a perk was used, or that it was not.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct UsePerk {
    /// The one that was given.
    pub id: GivenPerkId,
    /// On which day; today, when left out; empty: it was not used.
    #[serde(default)]
    pub day: Option<String>,
}

/// Names a perk that was given.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GivenPerkRef {
    /// The one that was given.
    pub id: GivenPerkId,
}

const SELECT: &str = "SELECT g.id, k.id, k.name, p.id, p.name, g.day, g.used_on, g.note FROM perk_given g
    JOIN perk k ON k.rid = g.perk JOIN person p ON p.rid = g.person";

fn row(r: &Row<'_>) -> rusqlite::Result<GivenPerk> {
    Ok(GivenPerk {
        id: r.get(0)?,
        perk: r.get(1)?,
        name: r.get(2)?,
        person: NamedPerson { id: r.get(3)?, name: r.get(4)? },
        day: r.get(5)?,
        used_on: r.get(6)?,
        note: r.get(7)?,
    })
}

/// Who was given what, the last one first; people in the bin only when they are asked for. Five hundred at most.
///
/// # Errors
/// When the vault cannot be read.
pub fn given_perks(vault: &Vault, filter: GivenPerkFilter) -> Result<Vec<GivenPerk>> {
    let blob = |id: uuid::Uuid| Value::Blob(id.as_bytes().to_vec());
    let (mut wanted, mut values) =
        (vec![if filter.person.is_some() { "1" } else { "p.binned_at IS NULL" }], Vec::new());
    if let Some(id) = filter.perk {
        wanted.push("k.id = ?");
        values.push(blob(id.0));
    }
    if let Some(id) = filter.person {
        wanted.push("p.id = ?");
        values.push(blob(id.0));
    }
    let sql = format!("{SELECT} WHERE {} ORDER BY g.day DESC, g.rid DESC LIMIT {MOST}", wanted.join(" AND "));
    vault.read(|c| {
        let mut rows = c.prepare(&sql)?;
        Ok(rows.query_map(params_from_iter(&values), row)?.collect::<rusqlite::Result<_>>()?)
    })
}

/// One of them.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn given_perk(vault: &Vault, id: GivenPerkId) -> Result<GivenPerk> {
    let sql = format!("{SELECT} WHERE g.id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([id], row).optional()?.or_not_found())
}

/// Writes down that somebody was given a perk, inside a larger step. Whether they may have it was looked at before.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none.
pub fn insert_given_perk(w: &mut Writer<'_>, id: GivenPerkId, input: &GivePerk) -> Result<()> {
    let on = match &input.day {
        Some(on) => day("day", on)?,
        None => day_of(w.now()).to_string(),
    };
    let cells = [
        (perk_given::PERK, w.rid(&perk::KIND, input.perk)?.into()),
        (perk_given::PERSON, w.rid(&person::KIND, input.person)?.into()),
        (perk_given::DAY, on.into()),
        (perk_given::NOTE, limited("note", input.note.as_deref().unwrap_or_default())?.into()),
    ];
    w.insert(&perk_given::KIND, id, &cells).map(drop)
}

/// Says that a perk was used, or that it was not.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none.
pub fn use_perk(vault: &Vault, input: UsePerk) -> Result<GivenPerk> {
    let before = given_perk(vault, input.id)?;
    let today = vault.clock().today().to_string();
    let on = day_or_none("day", input.day.as_deref().unwrap_or(&today))?;
    vault.write("usePerk", &before.person.name, |w| {
        let rid = w.rid(&perk_given::KIND, input.id)?;
        w.set(&perk_given::KIND, rid, perk_given::USED_ON, on)
    })?;
    given_perk(vault, input.id)
}

/// Takes back that somebody was given a perk.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_given_perk(vault: &Vault, input: GivenPerkRef) -> Result<()> {
    let before = given_perk(vault, input.id)?;
    vault.write("removeGivenPerk", &before.person.name, |w| {
        let rid = w.rid(&perk_given::KIND, input.id)?;
        w.remove(&perk_given::KIND, rid)
    })
}
