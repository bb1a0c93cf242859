//! Fields of the user's own: what they are called, what they hold, and what they hold for a person.

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

/// What a field holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FieldKind {
    /// Words.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of several words.
    Choice,
}

impl FieldKind {
    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
        }
    }

    fn from_text(text: &str) -> Self {
        let all = [Self::Number, Self::Date, Self::Choice];
        all.into_iter().find(|kind| kind.as_str() == text).unwrap_or_default()
    }
}

/// A field of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CustomField {
    /// Names it.
    pub id: FieldId,
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What can be chosen.
    pub choices: Vec<String>,
}

/// A field to be saved; with an `id` it changes what is given of that one. What a field holds is never changed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CustomFieldInput {
    /// The one to change.
    pub id: Option<FieldId>,
    /// What it is called; another than every other field.
    pub name: Option<String>,
    /// What it holds; words, when left out.
    pub kind: Option<FieldKind>,
    /// What can be chosen.
    pub choices: Option<Vec<String>>,
}

/// Names one field.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct FieldRef {
    /// The field.
    pub id: FieldId,
}

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

/// All fields of the user's own, in the order of their names.
///
/// # Errors
/// When the vault cannot be read.
pub fn fields(vault: &Vault, (): ()) -> Result<Vec<CustomField>> {
    vault.read(|c| {
        let mut rows =
            c.prepare_cached("SELECT id, name, kind, choices FROM custom_field ORDER BY sort_key(name), rid")?;
        let rows = rows.query_map([], |r| {
            let choices: String = r.get(3)?;
            let choices = choices.lines().map(str::to_owned).collect();
            Ok(CustomField {
                id: r.get(0)?,
                name: r.get(1)?,
                kind: FieldKind::from_text(r.get_ref(2)?.as_str()?),
                choices,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Saves a field.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the name is empty or taken, or a choice is among nothing.
pub fn save_field(vault: &Vault, input: CustomFieldInput) -> Result<Vec<CustomField>> {
    let name = input.name.as_deref().map(str::trim);
    if name.is_some_and(str::is_empty) || (name.is_none() && input.id.is_none()) {
        return Err(Error::invalid("name", "empty"));
    }
    let known = fields(vault, ())?;
    let taken =
        |name: &str| known.iter().any(|f| Some(f.id) != input.id && f.name.to_lowercase() == name.to_lowercase());
    if name.is_some_and(taken) {
        return Err(Error::invalid("name", "taken"));
    }
    let choices = input.choices.as_ref().map(|all| {
        let all: Vec<&str> = all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
        all.join("\n")
    });
    let before = input.id.and_then(|id| known.iter().find(|f| f.id == id));
    let kind = before.map_or(input.kind.unwrap_or_default(), |f| f.kind);
    if kind == FieldKind::Choice && choices.as_ref().map_or(before.is_none(), String::is_empty) {
        return Err(Error::invalid("choices", "empty"));
    }
    let subject = name.or(before.map(|f| f.name.as_str())).unwrap_or_default().to_owned();
    vault.write("saveField", &subject, |w| {
        let cells = [(custom_field::NAME, name.map(str::to_owned)), (custom_field::CHOICES, choices)];
        let cells = cells.into_iter().filter_map(|(field, text)| text.map(|text| (field, text.into())));
        match input.id {
            Some(id) => {
                let rid = w.rid(&custom_field::KIND, id)?;
                w.set_all(&custom_field::KIND, rid, cells)?;
            }
            None => {
                let mut cells: Vec<_> = cells.collect();
                cells.push((custom_field::KIND_OF, kind.as_str().to_owned().into()));
                cells.push((custom_field::CREATED_AT, w.now().into()));
                w.insert(&custom_field::KIND, FieldId::make(), &cells)?;
            }
        }
        Ok(())
    })?;
    fields(vault, ())
}

/// Removes a field and what it holds for everybody; undo brings both back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_field(vault: &Vault, input: FieldRef) -> Result<Vec<CustomField>> {
    let name = fields(vault, ())?.into_iter().find(|f| f.id == input.id).map(|f| f.name).unwrap_or_default();
    vault.write("removeField", &name, |w| {
        let rid = w.rid(&custom_field::KIND, input.id)?;
        let mut held = w.conn().prepare_cached("SELECT rid FROM custom_value WHERE field = ?1")?;
        for value in held.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            w.remove(&custom_value::KIND, value)?;
        }
        w.remove(&custom_field::KIND, rid)
    })?;
    fields(vault, ())
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
