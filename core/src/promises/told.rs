//! What somebody was told, with its day and in its words: what it costs, what it cannot do, the news nobody likes to bring
//! (rows M033 and M048).

use super::expectations::{Statement, ToldTopic, one};
use super::kinds::told;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{ExpectationId, PersonId, ToldId, TouchId};
use crate::people::{self, NamedPerson, Page, PersonRef, kinds::person};
use crate::touchpoints::kinds::touchpoint;
use crate::typed;
use crate::vault::{Vault, Writer};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Something that somebody was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Told {
    /// Names it.
    pub id: ToldId,
    /// Who.
    pub person: NamedPerson,
    /// What it is about.
    pub topic: ToldTopic,
    /// What they were told.
    pub text: String,
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
    /// The expectation they were told; nothing: none of the sheet, or one that was taken out.
    pub expectation: Option<ExpectationId>,
    /// The touchpoint in which they were told.
    pub touchpoint: Option<TouchId>,
    /// False when other words hold now.
    pub holds: bool,
}

/// Who was told what.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ToldFilter {
    /// This person; everybody who is not in the bin when left out.
    pub person: Option<PersonId>,
    /// This expectation.
    pub expectation: Option<ExpectationId>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// Something that somebody is told: an expectation as it holds, or other words.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TellInput {
    /// Who.
    pub person: Option<PersonId>,
    /// The expectation; its topic and words when they are left out.
    pub expectation: Option<ExpectationId>,
    /// What it is about.
    pub topic: Option<ToldTopic>,
    /// What they are told.
    pub text: Option<String>,
    /// On which day, `YYYY-MM-DD`; today when left out.
    pub day: Option<String>,
    /// The touchpoint in which they are told.
    pub touchpoint: Option<TouchId>,
}

/// Names something that somebody was told.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ToldRef {
    /// What they were told.
    pub id: ToldId,
}

const COLUMNS: &str = "t.id, p.id, p.name, t.topic, t.text, t.day, t.expectation, t.touchpoint";
const TABLES: &str = "told t JOIN person p ON p.rid = t.person";

/// What was told, the last first.
///
/// # Errors
/// When the vault cannot be read.
pub fn told(vault: &Vault, filter: ToldFilter) -> Result<Page<Told>> {
    const WANTED: &str = "(?1 IS NULL AND p.binned_at IS NULL OR p.id = ?1) AND (?2 = '' OR t.expectation = ?2)";
    let today = vault.clock().today().to_string();
    let expectation = filter.expectation.map_or_else(String::new, |id| id.0.to_string());
    let (limit, offset) = (filter.limit.unwrap_or(50).min(500), filter.offset.unwrap_or(0));
    vault.read(|c| {
        let count = format!("SELECT count(*) FROM {TABLES} WHERE {WANTED}");
        let total = c.prepare_cached(&count)?.query_row(params![filter.person, expectation], |r| r.get(0))?;
        let sql =
            format!("SELECT {COLUMNS} FROM {TABLES} WHERE {WANTED} ORDER BY t.day DESC, t.rid DESC LIMIT ?3 OFFSET ?4");
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map(params![filter.person, expectation, limit, offset], row)?;
        let items = rows.map(|found| whole(c, found?, &today)).collect::<Result<_>>()?;
        Ok(Page { items, total })
    })
}

/// What stands in a row, and which expectation it names.
fn row(r: &Row<'_>) -> rusqlite::Result<(Told, String)> {
    let touchpoint: String = r.get(7)?;
    let told = Told {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        topic: r.get(3)?,
        text: r.get(4)?,
        day: r.get(5)?,
        expectation: None,
        touchpoint: Uuid::try_parse(&touchpoint).ok().map(TouchId),
        holds: true,
    };
    Ok((told, r.get(6)?))
}

/// With what holds now of the expectation that it names.
fn whole(c: &Connection, (told, expectation): (Told, String), today: &str) -> Result<Told> {
    let Ok(id) = Uuid::try_parse(&expectation) else { return Ok(told) };
    match one(c, ExpectationId(id), today) {
        Ok(now) => {
            Ok(Told { holds: now.ended_on.is_none() && now.text == told.text, expectation: Some(now.id), ..told })
        }
        Err(error) if error.code == crate::error::Code::NotFound => Ok(told),
        Err(error) => Err(error),
    }
}

/// The last things that the person of a row was told.
///
/// # Errors
/// When the vault cannot be read.
pub fn told_to(c: &Connection, person: i64, most: u32) -> Result<Vec<Statement>> {
    let sql = "SELECT topic, text, day FROM told WHERE person = ?1 ORDER BY day DESC LIMIT ?2";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([person, most.into()], |r| {
        Ok(Statement { topic: r.get(0)?, name: String::new(), text: r.get(1)?, day: r.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that somebody is told something.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is nobody, nothing is said or the day is none; [`crate::error::Code::NotFound`];
/// [`crate::error::Code::TooLarge`].
pub fn tell(vault: &Vault, input: TellInput) -> Result<Told> {
    let whom = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let name = people::named(vault, PersonRef { id: whom })?.name;
    let today = vault.clock().today().to_string();
    let id = ToldId::make();
    vault.write("tell", &name, |w| insert_told(w, id, &input, &today))?;
    vault.read(|c| {
        let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE t.id = ?1");
        let found = c.prepare_cached(&sql)?.query_row([id], row).optional()?.or_not_found()?;
        whole(c, found, &today)
    })
}

/// Notes it as part of a larger step.
///
/// # Errors
/// As [`tell`].
pub fn insert_told(w: &mut Writer<'_>, id: ToldId, input: &TellInput, today: &str) -> Result<i64> {
    let whom = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let holds = input.expectation.map(|id| one(w.conn(), id, today)).transpose()?;
    let text = input.text.as_deref().or(holds.as_ref().map(|holds| holds.text.as_str()));
    let topic = input.topic.or(holds.as_ref().map(|holds| holds.topic)).unwrap_or_default();
    if let Some(id) = input.touchpoint {
        w.rid(&touchpoint::KIND, id)?;
    }
    let named = |id: Option<Uuid>| id.map_or_else(String::new, |id| id.to_string());
    let cells = [
        (told::PERSON, w.rid(&person::KIND, whom)?.into()),
        (told::TOPIC, topic.as_str().to_owned().into()),
        (told::TEXT, typed::needed("text", text.unwrap_or_default())?.into()),
        (told::DAY, typed::day("day", input.day.as_deref().unwrap_or(today))?.into()),
        (told::EXPECTATION, named(input.expectation.map(|id| id.0)).into()),
        (told::TOUCHPOINT, named(input.touchpoint.map(|id| id.0)).into()),
        (told::CREATED_AT, w.now().into()),
    ];
    w.insert(&told::KIND, id, &cells)
}

/// Takes it out: they were not told. Undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_told(vault: &Vault, input: ToldRef) -> Result<()> {
    let sql = "SELECT p.name FROM told t JOIN person p ON p.rid = t.person WHERE t.id = ?1";
    let name: String =
        vault.read(|c| c.prepare_cached(sql)?.query_row([input.id], |r| r.get(0)).optional()?.or_not_found())?;
    vault.write("removeTold", &name, |w| {
        let rid = w.rid(&told::KIND, input.id)?;
        w.remove(&told::KIND, rid)
    })
}
