//! What hangs on a person: roles, ties, dates. Each is saved or removed on its own, and so are addresses.

use super::kinds::{important_date, organisation, person, reach, role, tie};
use super::{PersonRef, get};
use crate::error::{Error, Result};
use crate::ids::{DateId, OrgId, PersonId, RoleId, TieId};
use crate::vault::{Field, Kind, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A role to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct RoleInput {
    /// The one to change.
    pub id: Option<RoleId>,
    /// Whose it is; needed when it is saved on its own.
    pub person: Option<PersonId>,
    /// Name of the organisation; made when it does not exist.
    pub organisation: String,
    /// What they are there.
    pub title: Option<String>,
    /// In which part of it.
    pub department: Option<String>,
    /// From, `YYYY[-MM[-DD]]`.
    pub started: Option<String>,
    /// Until, `YYYY[-MM[-DD]]`.
    pub ended: Option<String>,
}

/// A tie to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct TieInput {
    /// The one to change.
    pub id: Option<TieId>,
    /// Whose it is; needed when it is saved on its own.
    pub person: Option<PersonId>,
    /// The other, if they are in the book.
    pub other: Option<PersonId>,
    /// The other's name, if they are not.
    pub name: Option<String>,
    /// What the other is to this person.
    pub label: String,
}

/// A date to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct DateInput {
    /// The one to change.
    pub id: Option<DateId>,
    /// Whose it is; needed when it is saved on its own.
    pub person: Option<PersonId>,
    /// What it is.
    pub label: String,
    /// The year, if it is known.
    pub year: Option<i32>,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
}

/// Saves a role.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the organisation has no name.
pub fn save_role(vault: &Vault, input: RoleInput) -> Result<super::Person> {
    let person = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let name = get::named(vault, PersonRef { id: person })?.name;
    vault.write("saveRole", &name, |w| {
        let owner = w.rid(&person::KIND, person)?;
        let cells = role_cells(w, &input)?;
        put(w, &role::KIND, input.id.map(Into::into), owner, &cells)
    })?;
    get(vault, PersonRef { id: person })
}

/// Saves a tie.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when nobody is named.
pub fn save_tie(vault: &Vault, input: TieInput) -> Result<super::Person> {
    let person = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let name = get::named(vault, PersonRef { id: person })?.name;
    vault.write("saveTie", &name, |w| {
        let owner = w.rid(&person::KIND, person)?;
        let cells = tie_cells(w, &input)?;
        put(w, &tie::KIND, input.id.map(Into::into), owner, &cells)
    })?;
    get(vault, PersonRef { id: person })
}

/// Saves an important date.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no such day.
pub fn save_date(vault: &Vault, input: DateInput) -> Result<super::Person> {
    save(vault, "saveDate", input.person, &important_date::KIND, input.id.map(Into::into), date_cells(&input)?)
}

/// Removes a role.
///
/// # Errors
/// When it does not exist.
pub fn remove_role(vault: &Vault, input: super::RemoveInput<RoleId>) -> Result<()> {
    vault.write("removeRole", "", |w| remove(w, &role::KIND, input.id.into()))
}

/// Removes a tie.
///
/// # Errors
/// When it does not exist.
pub fn remove_tie(vault: &Vault, input: super::RemoveInput<TieId>) -> Result<()> {
    vault.write("removeTie", "", |w| remove(w, &tie::KIND, input.id.into()))
}

/// Removes an important date.
///
/// # Errors
/// When it does not exist.
pub fn remove_date(vault: &Vault, input: super::RemoveInput<DateId>) -> Result<()> {
    vault.write("removeDate", "", |w| remove(w, &important_date::KIND, input.id.into()))
}

pub(crate) fn insert_role(w: &mut Writer<'_>, owner: i64, input: &RoleInput) -> Result<()> {
    let cells = role_cells(w, input)?;
    put(w, &role::KIND, None, owner, &cells)
}

pub(crate) fn insert_tie(w: &mut Writer<'_>, owner: i64, input: &TieInput) -> Result<()> {
    let cells = tie_cells(w, input)?;
    put(w, &tie::KIND, None, owner, &cells)
}

pub(crate) fn insert_date(w: &mut Writer<'_>, owner: i64, input: &DateInput) -> Result<()> {
    let cells = date_cells(input)?;
    put(w, &important_date::KIND, None, owner, &cells)
}

/// The row of the organisation of that name, made when there is none.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the name is empty.
pub fn organisation_called(w: &mut Writer<'_>, name: &str) -> Result<i64> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("organisation", "empty"));
    }
    let sql = "SELECT rid FROM organisation WHERE name = ?1 AND binned_at IS NULL ORDER BY rid LIMIT 1";
    match w.conn().prepare_cached(sql)?.query_row([name], |r| r.get(0)).optional()? {
        Some(rid) => Ok(rid),
        None => {
            let now = w.now();
            let cells = [(organisation::NAME, name.to_owned().into()), (organisation::CREATED_AT, now.into())];
            w.insert(&organisation::KIND, OrgId::make(), &cells)
        }
    }
}

pub(super) type Cells = Vec<(Field, Value)>;

fn role_cells(w: &mut Writer<'_>, input: &RoleInput) -> Result<Cells> {
    let organisation = organisation_called(w, &input.organisation)?;
    let text = |t: &Option<String>| Value::Text(t.clone().unwrap_or_default());
    Ok(vec![
        (role::ORGANISATION, organisation.into()),
        (role::TITLE, text(&input.title)),
        (role::DEPARTMENT, text(&input.department)),
        (role::STARTED, text(&input.started)),
        (role::ENDED, text(&input.ended)),
    ])
}

fn tie_cells(w: &Writer<'_>, input: &TieInput) -> Result<Cells> {
    let other = input.other.map(|id| w.rid(&person::KIND, id)).transpose()?;
    let name = input.name.clone().unwrap_or_default();
    if other.is_none() && name.trim().is_empty() {
        return Err(Error::invalid("name", "empty"));
    }
    Ok(vec![(tie::OTHER, other.into()), (tie::OTHER_NAME, name.into()), (tie::LABEL, input.label.clone().into())])
}

fn date_cells(input: &DateInput) -> Result<Cells> {
    // 2000 was a leap year: without a year, 29 February is a day.
    let year = input.year.unwrap_or(2000);
    if chrono::NaiveDate::from_ymd_opt(year, input.month.into(), input.day.into()).is_none() {
        return Err(Error::invalid("day", "noSuchDay"));
    }
    Ok(vec![
        (important_date::LABEL, input.label.clone().into()),
        (important_date::YEAR, input.year.map(i64::from).into()),
        (important_date::MONTH, i64::from(input.month).into()),
        (important_date::DAY, i64::from(input.day).into()),
    ])
}

pub(super) fn save(
    vault: &Vault,
    name: &'static str,
    person: Option<PersonId>,
    kind: &'static Kind,
    id: Option<Uuid>,
    cells: Cells,
) -> Result<super::Person> {
    let id_of = person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let subject = get::named(vault, PersonRef { id: id_of })?.name;
    vault.write(name, &subject, |w| {
        let owner = w.rid(&person::KIND, id_of)?;
        put(w, kind, id, owner, &cells)
    })?;
    get(vault, PersonRef { id: id_of })
}

/// Creates the record for `owner`, or changes the one with that id. Field 1 of all these kinds is the owner. The
/// preferred address is the only one of its kind: the others step back.
pub(super) fn put(
    w: &mut Writer<'_>,
    kind: &'static Kind,
    id: Option<Uuid>,
    owner: i64,
    cells: &[(Field, Value)],
) -> Result<()> {
    let rid = match id {
        Some(id) => {
            let rid = w.rid(kind, id)?;
            w.set_all(kind, rid, cells.iter().cloned())?;
            rid
        }
        None => {
            let mut all = vec![(kind.fields[0], owner.into())];
            all.extend_from_slice(cells);
            w.insert(kind, Uuid::now_v7(), &all)?
        }
    };
    if cells.contains(&(reach::PREFERRED, Value::Integer(1))) && kind.number == reach::KIND.number {
        let sql = "SELECT o.rid FROM reach o JOIN reach n ON n.person = o.person AND n.kind = o.kind
                   WHERE n.rid = ?1 AND o.rid <> n.rid AND o.preferred";
        let others = w
            .conn()
            .prepare_cached(sql)?
            .query_map(params![rid], |r| r.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        for other in others {
            w.set(kind, other, reach::PREFERRED, false)?;
        }
    }
    Ok(())
}

pub(super) fn remove(w: &mut Writer<'_>, kind: &'static Kind, id: Uuid) -> Result<()> {
    let rid = w.rid(kind, id)?;
    w.remove(kind, rid)
}
