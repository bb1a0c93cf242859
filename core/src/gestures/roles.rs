//! What each of us may decide without asking, role by role (rows M066 and M196).

use super::budget::cells;
use super::kinds::leeway;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::LeewayId;
use crate::purchases::currency::digits;
use crate::typed::{limited, needed};
use crate::vault::{Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What whoever has a role may decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RoleLeeway {
    /// Names it.
    pub id: LeewayId,
    /// The role: "At the counter".
    pub role: String,
    /// What they may decide, in words.
    pub text: String,
    /// What they may give to one person in the period, in minor units; nothing: the usual.
    pub amount: Option<i64>,
    /// In which currency; empty without an amount.
    pub currency: String,
    /// How many digits stand after the point.
    pub digits: u8,
    /// How long the period is, in months.
    pub months: u32,
    /// How many gestures were given as this role.
    pub given: u32,
}

/// A role to be saved; with an `id` it changes what is given of that one.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct RoleLeewayInput {
    /// The one to change.
    pub id: Option<LeewayId>,
    /// The role.
    pub role: Option<String>,
    /// What they may decide, in words.
    pub text: Option<String>,
    /// What they may give to one person, in minor units; needs a currency and months.
    pub amount: Option<i64>,
    /// A code of ISO 4217.
    pub currency: Option<String>,
    /// How long the period is, in months; 12, when left out.
    pub months: Option<u32>,
    /// They may give what is usual: takes the amount out.
    pub usual: Option<bool>,
}

/// Names one role.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct RoleLeewayRef {
    /// The role.
    pub id: LeewayId,
}

const SELECT: &str = "SELECT l.id, l.role, l.text, l.amount, l.currency, coalesce(l.months, 12),
    (SELECT count(*) FROM gesture g WHERE g.as_role = l.role) FROM leeway l WHERE l.scope = 'role'";

fn row(r: &Row<'_>) -> rusqlite::Result<RoleLeeway> {
    let currency: String = r.get(4)?;
    Ok(RoleLeeway {
        id: r.get(0)?,
        role: r.get(1)?,
        text: r.get(2)?,
        amount: r.get(3)?,
        digits: digits(&currency),
        currency,
        months: r.get(5)?,
        given: r.get(6)?,
    })
}

/// What each of us may decide, in the order in which it was written down.
///
/// # Errors
/// When the vault cannot be read.
pub fn roles(vault: &Vault, (): ()) -> Result<Vec<RoleLeeway>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{SELECT} ORDER BY l.rid"))?;
        Ok(rows.query_map([], row)?.collect::<rusqlite::Result<_>>()?)
    })
}

fn one(vault: &Vault, id: LeewayId) -> Result<RoleLeeway> {
    let sql = format!("{SELECT} AND l.id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([id], row).optional()?.or_not_found())
}

/// Writes down what whoever has a role may decide.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is no role's, another line says it of the same one already, or an amount, a
/// currency or months are none; [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_role(vault: &Vault, input: RoleLeewayInput) -> Result<Vec<RoleLeeway>> {
    let subject = match (&input.role, input.id) {
        (Some(role), _) => role.trim().to_owned(),
        (None, Some(id)) => one(vault, id)?.role,
        (None, None) => return Err(Error::invalid("role", "missing")),
    };
    vault.write("saveLeeway", &subject, |w| insert_role(w, input.id.unwrap_or_else(LeewayId::make), &input))?;
    roles(vault, ())
}

/// Writes it down inside a larger step, under an id of its own where it is new.
///
/// # Errors
/// As [`save_role`].
pub fn insert_role(w: &mut Writer<'_>, id: LeewayId, input: &RoleLeewayInput) -> Result<()> {
    let mut changed = Vec::new();
    if let Some(role) = &input.role {
        let sql = "SELECT 1 FROM leeway WHERE scope = 'role' AND role = ?1 AND id <> ?2";
        if w.conn().prepare_cached(sql)?.exists(rusqlite::params![role.trim(), id])? {
            return Err(Error::invalid("role", "known"));
        }
        changed.push((leeway::ROLE, needed("role", role)?.into()));
    }
    if let Some(text) = &input.text {
        changed.push((leeway::TEXT, limited("text", text)?.into()));
    }
    match (input.usual, input.amount) {
        (Some(true), _) => changed.extend([(leeway::AMOUNT, Value::Null), (leeway::CURRENCY, String::new().into())]),
        (_, Some(amount)) => {
            changed.extend(cells(amount, input.currency.as_deref().unwrap_or_default(), input.months.unwrap_or(12))?);
        }
        (_, None) => {}
    }
    if input.id.is_some() {
        let rid = w.rid(&leeway::KIND, id)?;
        return w.set_all(&leeway::KIND, rid, changed).map(drop);
    }
    changed.extend([(leeway::SCOPE, "role".to_owned().into()), (leeway::CREATED_AT, w.now().into())]);
    w.insert(&leeway::KIND, id, &changed).map(drop)
}

/// Takes a role out; what was given as it stays in the ledger. Undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_role(vault: &Vault, input: RoleLeewayRef) -> Result<Vec<RoleLeeway>> {
    let before = one(vault, input.id)?;
    vault.write("removeLeeway", &before.role, |w| {
        let rid = w.rid(&leeway::KIND, input.id)?;
        w.remove(&leeway::KIND, rid)
    })?;
    roles(vault, ())
}
