//! Reading purchases: one, a person's, and what a line of a file is known by.

use super::currency::digits;
use super::save::{PurchaseInput, PurchaseRef};
use super::totals::{PurchaseTotals, totals_of_person};
use crate::error::{OrNotFound, Result};
use crate::ids::{OrgId, PurchaseId};
use crate::people::{NamedPerson, PersonRef, kinds::person};
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

/// A purchase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Purchase {
    /// Names it.
    pub id: PurchaseId,
    /// Who bought.
    pub person: NamedPerson,
    /// The organisation it was for.
    pub organisation: Option<OrgId>,
    /// What that is called; empty: none.
    pub organisation_name: String,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// How much, in minor units; below zero: given back.
    pub amount: i64,
    /// A code of ISO 4217.
    pub currency: String,
    /// How many digits of the amount stand after the point.
    pub digits: u8,
    /// What it was.
    pub item: String,
    /// The number of the order or the invoice.
    pub reference: String,
}

/// What a person bought.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PersonPurchases {
    /// The newest first.
    pub items: Vec<Purchase>,
    /// What they come to.
    pub totals: PurchaseTotals,
}

const COLUMNS: &str =
    "SELECT b.id, p.id, p.name, o.id, coalesce(o.name, ''), b.date, b.amount, b.currency, b.item, b.reference
    FROM purchase b JOIN person p ON p.rid = b.person LEFT JOIN organisation o ON o.rid = b.organisation";

fn row(r: &Row<'_>) -> rusqlite::Result<Purchase> {
    let currency: String = r.get(7)?;
    Ok(Purchase {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        organisation: r.get(3)?,
        organisation_name: r.get(4)?,
        date: r.get(5)?,
        amount: r.get(6)?,
        digits: digits(&currency),
        currency,
        item: r.get(8)?,
        reference: r.get(9)?,
    })
}

/// One purchase.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn get(vault: &Vault, input: PurchaseRef) -> Result<Purchase> {
    vault.read(|c| {
        c.prepare_cached(&format!("{COLUMNS} WHERE b.id = ?1"))?.query_row([input.id], row).optional()?.or_not_found()
    })
}

/// Everything that people who are not in the bin bought, the oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn all(c: &Connection) -> Result<Vec<Purchase>> {
    let mut rows = c.prepare_cached(&format!("{COLUMNS} WHERE p.binned_at IS NULL ORDER BY b.date, b.rid"))?;
    Ok(rows.query_map([], row)?.collect::<rusqlite::Result<_>>()?)
}

/// What a person bought, and what that comes to.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn of_person(vault: &Vault, input: PersonRef) -> Result<PersonPurchases> {
    vault.read(|c| {
        let rid = rid_of(c, &person::KIND, input.id)?;
        let mut rows = c.prepare_cached(&format!("{COLUMNS} WHERE b.person = ?1 ORDER BY b.date DESC, b.rid DESC"))?;
        let items = rows.query_map([rid], row)?.collect::<rusqlite::Result<_>>()?;
        Ok(PersonPurchases { items, totals: totals_of_person(c, vault.clock().today(), rid)? })
    })
}

/// How many purchases of that person stand in the book that this line could be: those with the same reference and item;
/// where it has no reference, those of the same day, amount, currency and item.
///
/// # Errors
/// When the vault cannot be read.
pub fn known(c: &Connection, person: i64, new: &PurchaseInput) -> Result<u32> {
    let text = |t: &Option<String>| t.as_deref().unwrap_or_default().trim().to_owned();
    let (reference, item) = (text(&new.reference), text(&new.item));
    if !reference.is_empty() {
        let sql =
            "SELECT count(*) FROM purchase WHERE reference = ?1 AND reference <> '' AND person = ?2 AND item = ?3";
        return Ok(c.prepare_cached(sql)?.query_row(params![reference, person, item], |r| r.get(0))?);
    }
    let sql =
        "SELECT count(*) FROM purchase WHERE person = ?1 AND currency = ?2 AND date = ?3 AND amount = ?4 AND item = ?5";
    let values = params![person, text(&new.currency), text(&new.date), new.amount, item];
    Ok(c.prepare_cached(sql)?.query_row(values, |r| r.get(0))?)
}
