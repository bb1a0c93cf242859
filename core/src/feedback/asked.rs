//! The times that a question was asked: when, by whom, and in which touchpoint.

use super::kinds::{asked, question};
use super::questions::{QuestionAsked, QuestionRef, one};
use super::said::{SaidIn, day_said, named, said_in};
use crate::error::{OrNotFound, Result};
use crate::ids::{AskingId, PersonId, QuestionId};
use crate::people::{NamedPerson, kinds::person};
use crate::typed;
use crate::vault::{Vault, Writer};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// As many as are listed with a question.
const MOST: u32 = 200;

/// One time that a question was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Asking {
    /// Names it.
    pub id: AskingId,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// By whom; nothing: nobody of the book.
    pub person: Option<NamedPerson>,
    /// Where.
    pub said: Option<SaidIn>,
}

/// A question that was asked once more.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AskedAgain {
    /// The question.
    pub question: Option<QuestionId>,
    /// By whom; by the first who took part in the touchpoint, when left out.
    pub person: Option<PersonId>,
    /// The touchpoint in which it was asked; empty: none.
    pub touchpoint: Option<String>,
    /// The day, `YYYY-MM-DD`; that of the touchpoint or today, when left out.
    pub day: Option<String>,
}

/// Names one time that a question was asked.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AskingRef {
    /// The time.
    pub id: AskingId,
}

/// The times that the question of a row was asked, the last one first.
pub(super) fn askings(c: &Connection, question: i64) -> Result<Vec<Asking>> {
    let sql = "SELECT a.id, a.day, p.id, p.name, a.touchpoint FROM question_asked a
               LEFT JOIN person p ON p.rid = a.person WHERE a.question = ?1 ORDER BY a.day DESC, a.rid DESC LIMIT ?2";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map((question, MOST), |r| {
        let person = match r.get::<_, Option<PersonId>>(2)? {
            Some(id) => Some(NamedPerson { id, name: r.get(3)? }),
            None => None,
        };
        Ok((Asking { id: r.get(0)?, day: r.get(1)?, person, said: None }, r.get::<_, String>(4)?))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|(asking, touchpoint)| Ok(Asking { said: said_in(c, &touchpoint)?, ..asking })).collect()
}

/// Counts a question once more.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none.
pub fn asked_again(vault: &Vault, input: AskedAgain) -> Result<QuestionAsked> {
    let id = input.question.ok_or_else(|| crate::error::Error::invalid("question", "missing"))?;
    let text = vault.read(|c| one(c, id))?.text;
    let today = vault.clock().today();
    vault.write("askQuestion", &text, |w| insert_asking(w, &input, today))?;
    super::questions::question(vault, QuestionRef { id })
}

/// Counts a question once more inside a larger step.
///
/// # Errors
/// As [`asked_again`].
pub fn insert_asking(w: &mut Writer<'_>, input: &AskedAgain, today: NaiveDate) -> Result<i64> {
    let id = input.question.ok_or_else(|| crate::error::Error::invalid("question", "missing"))?;
    let of = w.rid(&question::KIND, id)?;
    let touchpoint = input.touchpoint.as_deref().unwrap_or_default();
    let at = named(w, touchpoint)?;
    let on = match &input.day {
        Some(day) => day.clone(),
        None => day_said(w.conn(), Some(touchpoint), today)?,
    };
    let by = match input.person {
        Some(id) => Some(w.rid(&person::KIND, id)?),
        None => first_of(w.conn(), touchpoint)?,
    };
    let cells = [
        (asked::QUESTION, of.into()),
        (asked::PERSON, by.into()),
        (asked::DAY, typed::day("day", &on)?.into()),
        (asked::TOUCHPOINT, at),
    ];
    w.insert(&asked::KIND, AskingId::make(), &cells)
}

/// Who took part in a touchpoint first.
fn first_of(c: &Connection, touchpoint: &str) -> Result<Option<i64>> {
    let Ok(id) = Uuid::try_parse(touchpoint.trim()) else { return Ok(None) };
    let sql = "SELECT x.person FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint WHERE t.id = ?1
               ORDER BY x.rid LIMIT 1";
    Ok(c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?)
}

/// Takes back that a question was asked; undo counts it again.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_asking(vault: &Vault, input: AskingRef) -> Result<QuestionAsked> {
    let sql = "SELECT q.id, q.text FROM question_asked a JOIN question q ON q.rid = a.question WHERE a.id = ?1";
    let found: Option<(QuestionId, String)> = vault
        .read(|c| Ok(c.prepare_cached(sql)?.query_row([input.id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?))?;
    let (id, text) = found.or_not_found()?;
    vault.write("removeAsking", &text, |w| {
        let rid = w.rid(&asked::KIND, input.id)?;
        w.remove(&asked::KIND, rid)
    })?;
    super::questions::question(vault, QuestionRef { id })
}

/// Takes out every time that a question was asked, before the question itself goes.
pub(super) fn remove_of(w: &mut Writer<'_>, question: i64) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM question_asked WHERE question = ?1")?;
    for rid in rows.query_map([question], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        w.remove(&asked::KIND, rid)?;
    }
    Ok(())
}
