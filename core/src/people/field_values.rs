//! What fields of the user's own hold for a person, and what of it a letter may mention.

use super::fields::{FieldKind, FieldOrigin};
use super::kinds::{custom_field, custom_value, person};
use super::{PersonRef, get};
use crate::error::{Error, Result};
use crate::ids::{FieldId, PersonId};
use crate::typed::day_of_text;
use crate::vault::{Vault, Writer, rid_of};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Longest value, in bytes.
const MAX_VALUE: usize = 10_000;

/// What a field is to hold for a person.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct SetField {
    /// The person.
    pub person: PersonId,
    /// The field.
    pub field: FieldId,
    /// A text, a number with a point, a date `YYYY-MM-DD`, a choice; empty: nothing.
    pub value: String,
}

/// What a field holds for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CustomValue {
    /// The field.
    pub field: FieldId,
    /// What it holds.
    pub value: String,
}

/// What a field holds for a person, with what letters have to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldField {
    /// What it is called.
    pub name: String,
    /// The word by which templates ask for it; empty where no letter may mention it.
    pub word: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Nobody's business unless they agreed.
    pub sensitive: bool,
    /// How one knows it.
    pub origin: FieldOrigin,
    /// What it holds for them.
    pub value: String,
}

/// What the fields of the user's own hold for a person, by their row.
///
/// # Errors
/// When the vault cannot be read.
pub fn held_fields(c: &Connection, person: i64) -> Result<Vec<HeldField>> {
    let sql = "SELECT f.name, iif(f.mention, f.word, ''), f.kind, f.sensitive, f.origin, v.value
               FROM custom_value v JOIN custom_field f ON f.rid = v.field
               WHERE v.person = ?1 AND v.rid = (SELECT max(rid) FROM custom_value WHERE person = ?1 AND field = v.field) ORDER BY f.rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([person], |r| {
        Ok(HeldField {
            name: r.get(0)?,
            word: r.get(1)?,
            kind: FieldKind::from_text(r.get_ref(2)?.as_str()?),
            sensitive: r.get(3)?,
            origin: FieldOrigin::from_text(r.get_ref(4)?.as_str()?),
            value: r.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the fields of the user's own hold for a person; those that hold nothing are left out.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn values(vault: &Vault, input: PersonRef) -> Result<Vec<CustomValue>> {
    vault.read(|c| {
        let rid = rid_of(c, &person::KIND, input.id)?;
        // Two devices may have filled the same field: the newer one is shown.
        let sql = "SELECT f.id, v.value FROM custom_value v JOIN custom_field f ON f.rid = v.field
                   WHERE v.person = ?1 AND v.rid = (SELECT max(rid) FROM custom_value WHERE person = ?1 AND field = v.field) ORDER BY f.rid";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([rid], |r| Ok(CustomValue { field: r.get(0)?, value: r.get(1)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Says what a field holds for a person.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the field cannot hold that.
pub fn set_field(vault: &Vault, input: SetField) -> Result<Vec<CustomValue>> {
    let name = get::named(vault, PersonRef { id: input.person })?.name;
    vault.write("setField", &name, |w| {
        let owner = w.rid(&person::KIND, input.person)?;
        let field = w.rid(&custom_field::KIND, input.field)?;
        set_value(w, owner, field, &input.value).map(drop)
    })?;
    values(vault, PersonRef { id: input.person })
}

/// Says what a field holds for a person inside a larger step, both by their rows. False when it held that already.
///
/// # Errors
/// As [`set_field`].
pub fn set_value(w: &mut Writer<'_>, owner: i64, field: i64, value: &str) -> Result<bool> {
    let value = value.trim();
    let sql = "SELECT rid FROM custom_value WHERE person = ?1 AND field = ?2 ORDER BY rid DESC";
    let held: Vec<i64> = {
        let mut rows = w.conn().prepare_cached(sql)?;
        rows.query_map(params![owner, field], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    if value.is_empty() {
        for rid in &held {
            w.remove(&custom_value::KIND, *rid)?;
        }
        return Ok(!held.is_empty());
    }
    check(w.conn(), field, value)?;
    if let Some(rid) = held.first() {
        return w.set(&custom_value::KIND, *rid, custom_value::VALUE, value.to_owned());
    }
    let cells = [
        (custom_value::PERSON, owner.into()),
        (custom_value::FIELD, field.into()),
        (custom_value::VALUE, value.to_owned().into()),
    ];
    w.insert(&custom_value::KIND, Uuid::now_v7(), &cells).map(|_| true)
}

fn check(c: &Connection, field: i64, value: &str) -> Result<()> {
    let sql = "SELECT kind, choices FROM custom_field WHERE rid = ?1";
    let found = c.prepare_cached(sql)?.query_row([field], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)));
    let Some((kind, choices)) = found.optional()? else { return Err(Error::invalid("field", "unknown")) };
    let plain = value.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    let right = match FieldKind::from_text(&kind) {
        FieldKind::Text => true,
        FieldKind::Number => plain && value.parse::<f64>().is_ok_and(f64::is_finite),
        FieldKind::Date => day_of_text(value).is_some(),
        FieldKind::Choice => choices.lines().any(|one| one == value),
    };
    if right && value.len() <= MAX_VALUE { Ok(()) } else { Err(Error::invalid("value", "unfit")) }
}
