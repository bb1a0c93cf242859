//! Writing a purchase down, correcting it, taking it out.

use super::currency::{MAX_AMOUNT, code_of};
use super::kinds::purchase;
use super::read::{Purchase, get};
use crate::error::{Error, Result};
use crate::ids::{PersonId, PurchaseId};
use crate::people::{self, PersonRef, kinds::person};
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest item or reference, in bytes.
const MAX_TEXT: usize = 10_000;

/// A purchase to be saved; with an `id` it changes what is given of that one. A new one needs a person, an amount and a
/// currency.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PurchaseInput {
    /// The one to change.
    pub id: Option<PurchaseId>,
    /// Who bought.
    pub person: Option<PersonId>,
    /// Name of the organisation it was for; made when it does not exist; empty: none.
    pub organisation: Option<String>,
    /// The day, `YYYY-MM-DD`; today, when left out.
    pub date: Option<String>,
    /// How much, in minor units of the currency; below zero: given back.
    pub amount: Option<i64>,
    /// A code of ISO 4217.
    pub currency: Option<String>,
    /// What it was.
    pub item: Option<String>,
    /// The number of the order or the invoice.
    pub reference: Option<String>,
}

/// Names one purchase.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct PurchaseRef {
    /// The purchase.
    pub id: PurchaseId,
}

/// Saves a purchase.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the currency, the day or the amount is none.
pub fn save(vault: &Vault, input: PurchaseInput) -> Result<Purchase> {
    let id = match input.id {
        Some(id) => {
            let cells = cells(&input)?;
            let name = get(vault, PurchaseRef { id })?.person.name;
            vault.write("editPurchase", &name, |w| {
                let rid = w.rid(&purchase::KIND, id)?;
                let all = cells.into_iter().chain(who_and_where(w, &input)?);
                w.set_all(&purchase::KIND, rid, all).map(drop)
            })?;
            id
        }
        None => {
            let person = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
            let name = people::named(vault, PersonRef { id: person })?.name;
            let today = vault.clock().today().to_string();
            let input = PurchaseInput { date: input.date.or(Some(today)), ..input };
            let id = PurchaseId::make();
            vault.write("addPurchase", &name, |w| insert(w, id, &input))?;
            id
        }
    };
    get(vault, PurchaseRef { id })
}

/// Adds a purchase inside a larger step.
///
/// # Errors
/// As [`save`].
pub fn insert(w: &mut Writer<'_>, id: PurchaseId, input: &PurchaseInput) -> Result<i64> {
    for (field, missing) in [
        ("person", input.person.is_none()),
        ("date", input.date.is_none()),
        ("amount", input.amount.is_none()),
        ("currency", input.currency.is_none()),
    ] {
        if missing {
            return Err(Error::invalid(field, "missing"));
        }
    }
    let mut cells = cells(input)?;
    cells.extend(who_and_where(w, input)?);
    cells.push((purchase::CREATED_AT, w.now().into()));
    w.insert(&purchase::KIND, id, &cells)
}

/// Takes a purchase out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: PurchaseRef) -> Result<()> {
    let name = get(vault, input)?.person.name;
    vault.write("removePurchase", &name, |w| {
        let rid = w.rid(&purchase::KIND, input.id)?;
        w.remove(&purchase::KIND, rid)
    })
}

fn who_and_where(w: &mut Writer<'_>, input: &PurchaseInput) -> Result<Vec<(Field, Value)>> {
    let mut cells = Vec::new();
    if let Some(id) = input.person {
        cells.push((purchase::PERSON, w.rid(&person::KIND, id)?.into()));
    }
    if let Some(name) = &input.organisation {
        let rid = if name.trim().is_empty() { None } else { Some(people::organisation_called(w, name)?) };
        cells.push((purchase::ORGANISATION, rid.into()));
    }
    Ok(cells)
}

fn cells(input: &PurchaseInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(date) = &input.date {
        cells.push((purchase::DATE, typed::day("date", date)?.into()));
    }
    if let Some(amount) = input.amount {
        if amount.abs() > MAX_AMOUNT {
            return Err(Error::invalid("amount", "range"));
        }
        cells.push((purchase::AMOUNT, amount.into()));
    }
    if let Some(currency) = &input.currency {
        cells.push((purchase::CURRENCY, code_of(currency)?.into()));
    }
    for (name, field, text) in
        [("item", purchase::ITEM, &input.item), ("reference", purchase::REFERENCE, &input.reference)]
    {
        let Some(text) = text else { continue };
        if text.len() > MAX_TEXT {
            return Err(Error::invalid(name, "tooLong"));
        }
        cells.push((field, text.trim().to_owned().into()));
    }
    Ok(cells)
}
