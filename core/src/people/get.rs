//! One person with everything their page shows.

use super::kinds::person;
use super::{ImportantDate, Person, PersonRef, PersonRow, Reach, ReachKind, Role, Tie, list};
use crate::error::{Code, Error, OrNotFound, Result};
use crate::ids::PersonId;
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

/// A person by name and id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NamedPerson {
    /// Names the person.
    pub id: PersonId,
    /// As they write it.
    pub name: String,
}

/// Everything about one person.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(vault: &Vault, input: PersonRef) -> Result<Person> {
    vault.read(|c| person_of(c, input.id))
}

/// Everything about one person, as this connection sees them.
pub(super) fn person_of(c: &Connection, id: PersonId) -> Result<Person> {
    let rid = rid_of(c, &person::KIND, id)?;
    let row = row_of(c, rid)?;
    let mut person = fields(c, rid, row)?;
    person.reaches = reaches(c, rid)?;
    person.roles = roles(c, rid)?;
    person.ties = ties(c, rid)?;
    person.dates = dates(c, rid)?;
    person.picture = c
        .prepare_cached("SELECT mime, data FROM picture WHERE person = ?1 ORDER BY rid DESC LIMIT 1")?
        .query_row([rid], |r| {
            let (mime, data): (String, Vec<u8>) = (r.get(0)?, r.get(1)?);
            Ok(format!("data:{mime};base64,{}", data_encoding::BASE64.encode(&data)))
        })
        .optional()?;
    Ok(person)
}

/// A person's name.
///
/// # Errors
/// [`Code::NotFound`].
pub fn named(vault: &Vault, input: PersonRef) -> Result<NamedPerson> {
    vault.read(|c| {
        let name = c
            .prepare_cached("SELECT name FROM person WHERE id = ?1")?
            .query_row([input.id], |r| r.get(0))
            .optional()?;
        Ok(NamedPerson { id: input.id, name: name.or_not_found()? })
    })
}

/// The one person that `who` means: an id, a whole name, an e-mail address, or a name that only one person's begins with.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Ambiguous`] with `candidates` (id and name, twenty at most).
pub fn one_called(vault: &Vault, who: impl AsRef<str>) -> Result<NamedPerson> {
    let who = who.as_ref().trim();
    if let Ok(id) = who.parse() {
        return named(vault, PersonRef { id: PersonId(id) });
    }
    if who.is_empty() {
        return Err(Error::new(Code::NotFound));
    }
    let by = [
        "SELECT p.id, p.name FROM person p WHERE p.name = ?1 AND p.binned_at IS NULL LIMIT 20",
        "SELECT DISTINCT p.id, p.name FROM reach r JOIN person p ON p.rid = r.person
         WHERE r.normal = lower(?1) AND r.normal <> '' AND p.binned_at IS NULL LIMIT 20",
        "SELECT p.id, p.name FROM person p WHERE fold(p.name) = fold(?1) AND p.binned_at IS NULL LIMIT 20",
        "SELECT p.id, p.name FROM person p WHERE instr(' ' || fold(p.name), ' ' || fold(?1)) AND p.binned_at IS NULL
         ORDER BY p.name LIMIT 20",
    ];
    for sql in by {
        let found = vault.read(|c| {
            let mut rows = c.prepare_cached(sql)?;
            let rows = rows.query_map([who], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        })?;
        match &found[..] {
            [] => {}
            [one] => return Ok(one.clone()),
            many => return Err(Error::new(Code::Ambiguous).with("candidates", serde_json::to_value(many)?)),
        }
    }
    Err(Error::new(Code::NotFound))
}

/// A person as a row of a list.
///
/// # Errors
/// [`Code::NotFound`].
pub fn row_of(c: &Connection, rid: i64) -> Result<PersonRow> {
    list::rows(c, &[rid])?.pop().or_not_found()
}

fn fields(c: &Connection, rid: i64, row: PersonRow) -> Result<Person> {
    let sql =
        "SELECT prefix, given, middle, family, suffix, nickname, said, address_as, form_of_address, language, relation,
                      preferred_channel, note, source, since, extra, created_at FROM person WHERE rid = ?1";
    Ok(c.prepare_cached(sql)?.query_row([rid], |r| {
        let extra: String = r.get(15)?;
        Ok(Person {
            row,
            prefix: r.get(0)?,
            given: r.get(1)?,
            middle: r.get(2)?,
            family: r.get(3)?,
            suffix: r.get(4)?,
            nickname: r.get(5)?,
            said: r.get(6)?,
            address_as: r.get(7)?,
            form_of_address: r.get(8)?,
            language: r.get(9)?,
            relation: r.get(10)?,
            preferred_channel: r.get(11)?,
            note: r.get(12)?,
            source: r.get(13)?,
            since: r.get(14)?,
            extra: extra.lines().map(str::to_owned).collect(),
            created_at: r.get(16)?,
            reaches: Vec::new(),
            roles: Vec::new(),
            ties: Vec::new(),
            dates: Vec::new(),
            picture: None,
        })
    })?)
}

fn reaches(c: &Connection, rid: i64) -> Result<Vec<Reach>> {
    let sql = "SELECT id, kind, label, value, parts, preferred FROM reach WHERE person = ?1
               ORDER BY kind = 'address', kind, preferred DESC, rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([rid], |r| {
        let parts: String = r.get(4)?;
        Ok(Reach {
            id: r.get(0)?,
            kind: ReachKind::from_text(r.get_ref(1)?.as_str()?),
            label: r.get(2)?,
            value: r.get(3)?,
            parts: serde_json::from_str(&parts).ok(),
            preferred: r.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn roles(c: &Connection, rid: i64) -> Result<Vec<Role>> {
    let sql = "SELECT r.id, o.id, o.name, r.title, r.department, r.started, r.ended FROM role r
               JOIN organisation o ON o.rid = r.organisation WHERE r.person = ?1
               ORDER BY r.ended <> '', r.started DESC, r.rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([rid], |r| {
        Ok(Role {
            id: r.get(0)?,
            organisation: r.get(1)?,
            organisation_name: r.get(2)?,
            title: r.get(3)?,
            department: r.get(4)?,
            started: r.get(5)?,
            ended: r.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn ties(c: &Connection, rid: i64) -> Result<Vec<Tie>> {
    let sql = "SELECT t.id, p.id, coalesce(p.name, t.other_name), t.label, 0 FROM tie t LEFT JOIN person p ON p.rid = t.other
               WHERE t.person = ?1
               UNION ALL SELECT t.id, p.id, p.name, t.label, 1 FROM tie t JOIN person p ON p.rid = t.person WHERE t.other = ?1";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([rid], |r| {
        Ok(Tie { id: r.get(0)?, other: r.get(1)?, name: r.get(2)?, label: r.get(3)?, reversed: r.get(4)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn dates(c: &Connection, rid: i64) -> Result<Vec<ImportantDate>> {
    let sql = "SELECT id, label, year, month, day FROM important_date WHERE person = ?1 ORDER BY month, day, rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([rid], |r| {
        Ok(ImportantDate { id: r.get(0)?, label: r.get(1)?, year: r.get(2)?, month: r.get(3)?, day: r.get(4)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
