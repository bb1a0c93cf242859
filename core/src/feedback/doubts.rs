//! Doubts: what a customer is not sure of, or complains of, kept open until it is cleared with an answer (row M082: whoever
//! has a person to talk to voices every doubt, in person or from afar).

use super::days_between;
use super::kinds::doubt;
use super::listing::{Listing, Wanted};
use super::said::{SaidIn, day_said, named, said_in};
use crate::error::{Error, Result};
use crate::ids::{DoubtId, PersonId};
use crate::people::{self, NamedPerson, Page, PersonRef, kinds::person};
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Doubt {
    /// Names it.
    pub id: DoubtId,
    /// Whose.
    pub person: NamedPerson,
    /// What they are not sure of.
    pub text: String,
    /// Whether they complain of it.
    pub complaint: bool,
    /// The day on which they said so, `YYYY-MM-DD`.
    pub raised_on: String,
    /// Where they said so.
    pub said: Option<SaidIn>,
    /// What we answered.
    pub answer: String,
    /// The day on which it was cleared, `YYYY-MM-DD`; nothing: it is open.
    pub cleared_on: Option<String>,
}

/// Which doubts.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct DoubtFilter {
    /// Of this person; of everybody who is not in the bin when left out.
    pub person: Option<PersonId>,
    /// Only open ones, or only cleared ones.
    pub open: Option<bool>,
    /// Only complaints, or only doubts that are none.
    pub complaint: Option<bool>,
    /// Letters in the doubt or its answer.
    pub text: Option<String>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// A doubt to be saved; with an `id` it changes what is given of that one. A new one needs a person and a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct DoubtInput {
    /// The one to change.
    pub id: Option<DoubtId>,
    /// Whose.
    pub person: Option<PersonId>,
    /// What they are not sure of.
    pub text: Option<String>,
    /// The day, `YYYY-MM-DD`; that of the touchpoint or today, when left out.
    pub raised_on: Option<String>,
    /// The touchpoint in which they said so; empty: none.
    pub touchpoint: Option<String>,
    /// What we answered.
    pub answer: Option<String>,
    /// Whether they complain of it.
    pub complaint: Option<bool>,
}

/// Names one doubt.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct DoubtRef {
    /// The doubt.
    pub id: DoubtId,
}

/// A doubt that is cleared.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ClearDoubt {
    /// The doubt.
    pub id: DoubtId,
    /// What we answered; what stood there stays when left out.
    #[serde(default)]
    pub answer: Option<String>,
    /// The day, `YYYY-MM-DD`; today when left out.
    #[serde(default)]
    pub on: Option<String>,
}

/// The open doubts of a group of people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OpenDoubts {
    /// How many there are.
    pub count: u32,
    /// How many people have one or more.
    pub people: u32,
    /// For how many days the oldest has been open.
    pub oldest_days: Option<i64>,
}

const LIST: Listing = Listing {
    columns: "x.id, p.id, p.name, x.text, x.raised_on, x.touchpoint, x.answer, x.cleared_on, x.complaint",
    tables: "doubt x JOIN person p ON p.rid = x.person",
    // Open ones first, the oldest of them first; then the ones cleared last.
    order: "x.cleared_on <> '', CASE WHEN x.cleared_on = '' THEN x.raised_on END, x.cleared_on DESC, x.rid",
};

/// Doubts: open ones first, the oldest of them first.
///
/// # Errors
/// When the vault cannot be read.
pub fn doubts(vault: &Vault, filter: DoubtFilter) -> Result<Page<Doubt>> {
    let wanted = Wanted::of(filter.person)
        .filled("x.cleared_on", filter.open.map(|open| !open))
        .is("x.complaint", filter.complaint)
        .saying(&["x.text", "x.answer"], filter.text.as_deref());
    vault.read(|c| LIST.page(c, &wanted, (filter.limit, filter.offset), row, |found| doubt_of(c, found)))
}

fn one(vault: &Vault, id: DoubtId) -> Result<Doubt> {
    vault.read(|c| doubt_of(c, LIST.one(c, id, row)?))
}

/// A doubt, and the touchpoint as it stands in the row.
fn row(r: &Row<'_>) -> rusqlite::Result<(Doubt, String)> {
    let cleared: String = r.get(7)?;
    let doubt = Doubt {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        text: r.get(3)?,
        raised_on: r.get(4)?,
        said: None,
        answer: r.get(6)?,
        cleared_on: (!cleared.is_empty()).then_some(cleared),
        complaint: r.get(8)?,
    };
    Ok((doubt, r.get(5)?))
}

fn doubt_of(c: &Connection, (doubt, touchpoint): (Doubt, String)) -> Result<Doubt> {
    Ok(Doubt { said: said_in(c, &touchpoint)?, ..doubt })
}

/// The open doubts of those whose row is `among` the wanted ones.
///
/// # Errors
/// When the vault cannot be read.
pub fn open_doubts(c: &Connection, today: NaiveDate, among: impl Fn(i64) -> bool) -> Result<OpenDoubts> {
    let sql =
        "SELECT person, count(*), min(raised_on) FROM doubt WHERE cleared_on = '' AND complaint = 0 GROUP BY person";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, u32>(1)?, r.get::<_, String>(2)?)))?;
    let mut found = OpenDoubts::default();
    for row in rows {
        let (person, count, since) = row?;
        if among(person) {
            found.count += count;
            found.people += 1;
            found.oldest_days = found.oldest_days.max(days_between(&since, today));
        }
    }
    Ok(found)
}

/// Whether somebody complains of something that is not cleared.
///
/// # Errors
/// When the vault cannot be read.
pub fn complains(c: &Connection, person: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM doubt WHERE person = ?1 AND complaint = 1 AND cleared_on = '')";
    Ok(c.prepare_cached(sql)?.query_row([person], |r| r.get(0))?)
}

/// Saves a doubt.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is nobody's, says nothing or its day is none; [`crate::error::Code::NotFound`];
/// [`crate::error::Code::TooLarge`].
pub fn save_doubt(vault: &Vault, input: DoubtInput) -> Result<Doubt> {
    let id = match input.id {
        Some(id) => {
            let name = one(vault, id)?.person.name;
            vault.write("editDoubt", &name, |w| {
                let rid = w.rid(&doubt::KIND, id)?;
                let cells = cells(w, &input)?;
                w.set_all(&doubt::KIND, rid, cells).map(drop)
            })?;
            id
        }
        None => {
            let whose = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
            let name = people::named(vault, PersonRef { id: whose })?.name;
            let id = DoubtId::make();
            let today = vault.clock().today();
            vault.write("addDoubt", &name, |w| insert_doubt(w, id, &input, None, today))?;
            id
        }
    };
    one(vault, id)
}

/// Adds a doubt inside a larger step; with a day for one that is cleared already.
///
/// # Errors
/// As [`save_doubt`].
pub fn insert_doubt(
    w: &mut Writer<'_>,
    id: DoubtId,
    input: &DoubtInput,
    cleared_on: Option<&str>,
    today: NaiveDate,
) -> Result<i64> {
    let whose = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let text = input.text.clone().unwrap_or_default();
    let raised_on = match &input.raised_on {
        Some(day) => day.clone(),
        None => day_said(w.conn(), input.touchpoint.as_deref(), today)?,
    };
    let input = DoubtInput { text: Some(text), raised_on: Some(raised_on), person: Some(whose), ..input.clone() };
    let mut cells = cells(w, &input)?;
    if let Some(on) = cleared_on {
        cells.push((doubt::CLEARED_ON, typed::day("clearedOn", on)?.into()));
    }
    cells.push((doubt::CREATED_AT, w.now().into()));
    w.insert(&doubt::KIND, id, &cells)
}

fn cells(w: &Writer<'_>, input: &DoubtInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(id) = input.person {
        cells.push((doubt::PERSON, w.rid(&person::KIND, id)?.into()));
    }
    if let Some(text) = &input.text {
        cells.push((doubt::TEXT, typed::needed("text", text)?.into()));
    }
    if let Some(on) = &input.raised_on {
        cells.push((doubt::RAISED_ON, typed::day("raisedOn", on)?.into()));
    }
    if let Some(touchpoint) = &input.touchpoint {
        cells.push((doubt::TOUCHPOINT, named(w, touchpoint)?));
    }
    if let Some(answer) = &input.answer {
        cells.push((doubt::ANSWER, typed::limited("answer", answer)?.into()));
    }
    if let Some(complaint) = input.complaint {
        cells.push((doubt::COMPLAINT, complaint.into()));
    }
    Ok(cells)
}

/// Says that a doubt is cleared, and what we answered. One that is cleared already keeps its day unless one is given.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none; [`crate::error::Code::TooLarge`].
pub fn clear_doubt(vault: &Vault, input: ClearDoubt) -> Result<Doubt> {
    let before = one(vault, input.id)?;
    let today = vault.clock().today().to_string();
    let on = input.on.or(before.cleared_on).unwrap_or(today);
    let mut cells = vec![(doubt::CLEARED_ON, typed::day("on", &on)?.into())];
    if let Some(answer) = &input.answer {
        cells.push((doubt::ANSWER, typed::limited("answer", answer)?.into()));
    }
    vault.write("clearDoubt", &before.person.name, |w| {
        let rid = w.rid(&doubt::KIND, input.id)?;
        w.set_all(&doubt::KIND, rid, cells).map(drop)
    })?;
    one(vault, input.id)
}

/// Says that a doubt is not cleared after all; its answer stays.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn reopen_doubt(vault: &Vault, input: DoubtRef) -> Result<Doubt> {
    let name = one(vault, input.id)?.person.name;
    vault.write("reopenDoubt", &name, |w| {
        let rid = w.rid(&doubt::KIND, input.id)?;
        w.set(&doubt::KIND, rid, doubt::CLEARED_ON, String::new()).map(drop)
    })?;
    one(vault, input.id)
}

/// Takes a doubt out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_doubt(vault: &Vault, input: DoubtRef) -> Result<()> {
    let name = one(vault, input.id)?.person.name;
    vault.write("removeDoubt", &name, |w| {
        let rid = w.rid(&doubt::KIND, input.id)?;
        w.remove(&doubt::KIND, rid)
    })
}
