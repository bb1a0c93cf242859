//! Questions that customers ask again and again, with an answer in plain language and where they find it themselves (row
//! M086). A gap is one that was asked three times or more and is not to be found by them.

use super::asked::{Asking, askings};
use super::kinds::question;
use super::{MOST, USUAL};
use crate::error::{OrNotFound, Result};
use crate::ids::{PersonId, QuestionId};
use crate::people::Page;
use crate::typed;
use crate::vault::text::fold;
use crate::vault::{Field, Vault, Writer, rid_of};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From so many times on a question that customers cannot answer themselves is a gap.
pub const OFTEN: u32 = 3;

/// A question that customers ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerQuestion {
    /// Names it.
    pub id: QuestionId,
    /// What they ask.
    pub text: String,
    /// The answer in plain language, as it can stand in a letter.
    pub answer: String,
    /// Where they find it themselves; empty: nowhere.
    pub found_at: String,
    /// How often it was asked.
    pub asked: u32,
    /// The last day on which it was, `YYYY-MM-DD`.
    pub last_asked: Option<String>,
    /// Whether it is asked often and to be found nowhere.
    pub gap: bool,
}

/// A question with every time that it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct QuestionAsked {
    /// The question.
    pub question: CustomerQuestion,
    /// When, by whom and where it was asked, the last time first; two hundred at most.
    pub askings: Vec<Asking>,
}

/// Which questions.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct QuestionFilter {
    /// Words in the question or its answer; each of them must be there.
    pub text: Option<String>,
    /// Asked by this person.
    pub person: Option<PersonId>,
    /// Only gaps, or only what is none.
    pub gaps: Option<bool>,
    /// Only those with an answer, or only those without.
    pub answered: Option<bool>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// A question to be saved; with an `id` it changes what is given of that one. A new one needs a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct QuestionInput {
    /// The one to change.
    pub id: Option<QuestionId>,
    /// What they ask.
    pub text: Option<String>,
    /// The answer in plain language.
    pub answer: Option<String>,
    /// Where they find it themselves; empty: nowhere.
    pub found_at: Option<String>,
}

/// Names one question.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct QuestionRef {
    /// The question.
    pub id: QuestionId,
}

/// Each question with how often and when last it was asked.
const COUNTED: &str =
    "SELECT q.id, q.text, q.answer, q.found_at, count(a.rid) AS asked, max(a.day) AS last_asked, q.rid
    FROM question q LEFT JOIN question_asked a ON a.question = q.rid";

fn row(r: &Row<'_>) -> rusqlite::Result<CustomerQuestion> {
    let (found_at, asked): (String, u32) = (r.get(3)?, r.get(4)?);
    Ok(CustomerQuestion {
        id: r.get(0)?,
        text: r.get(1)?,
        answer: r.get(2)?,
        gap: asked >= OFTEN && found_at.is_empty(),
        found_at,
        asked,
        last_asked: r.get(5)?,
    })
}

/// Questions, the most asked first. Answers are found by any words that stand in them or in their question.
///
/// # Errors
/// When the vault cannot be read.
pub fn questions(vault: &Vault, filter: QuestionFilter) -> Result<Page<CustomerQuestion>> {
    let mut all = vec!["1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    for word in fold(filter.text.as_deref().unwrap_or_default()).split_whitespace().take(8) {
        values.push(word.to_owned().into());
        all.push("instr(fold(q.text || ' ' || q.answer), ?)".to_owned());
    }
    if let Some(id) = filter.person {
        values.push(Value::Blob(id.0.as_bytes().to_vec()));
        let by = "SELECT b.question FROM question_asked b JOIN person p ON p.rid = b.person WHERE p.id = ?";
        all.push(format!("q.rid IN ({by})"));
    }
    match filter.answered {
        Some(true) => all.push("q.answer <> ''".to_owned()),
        Some(false) => all.push("q.answer = ''".to_owned()),
        None => {}
    }
    let gap = format!("(count(a.rid) >= {OFTEN} AND q.found_at = '')");
    let having = match filter.gaps {
        Some(true) => gap,
        Some(false) => format!("NOT {gap}"),
        None => "1".to_owned(),
    };
    let wanted = format!("{COUNTED} WHERE {} GROUP BY q.rid HAVING {having}", all.join(" AND "));
    let (limit, offset) = (filter.limit.unwrap_or(USUAL).min(MOST), filter.offset.unwrap_or(0));
    vault.read(|c| {
        let count = format!("SELECT count(*) FROM ({wanted})");
        let total = c.prepare_cached(&count)?.query_row(params_from_iter(&values), |r| r.get(0))?;
        let sql = format!("{wanted} ORDER BY asked DESC, last_asked DESC, q.rid DESC LIMIT {limit} OFFSET {offset}");
        let mut rows = c.prepare(&sql)?;
        let items = rows.query_map(params_from_iter(&values), row)?.collect::<rusqlite::Result<_>>()?;
        Ok(Page { items, total })
    })
}

/// One question with every time that it was asked.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn question(vault: &Vault, input: QuestionRef) -> Result<QuestionAsked> {
    vault.read(|c| {
        let rid = rid_of(c, &question::KIND, input.id)?;
        Ok(QuestionAsked { question: one(c, input.id)?, askings: askings(c, rid)? })
    })
}

/// A question.
pub(super) fn one(c: &Connection, id: QuestionId) -> Result<CustomerQuestion> {
    let sql = format!("{COUNTED} WHERE q.id = ?1 GROUP BY q.rid");
    c.prepare_cached(&sql)?.query_row([id], row).optional()?.or_not_found()
}

/// The gaps that people whose row is `among` the wanted ones asked; `asked` says how often they did. Most asked first.
///
/// # Errors
/// When the vault cannot be read.
pub fn question_gaps(c: &Connection, among: impl Fn(i64) -> bool) -> Result<Vec<CustomerQuestion>> {
    let sql = format!("{COUNTED} WHERE q.found_at = '' GROUP BY q.rid HAVING count(a.rid) >= {OFTEN} ORDER BY q.rid");
    let mut rows = c.prepare_cached(&sql)?;
    let gaps = rows.query_map([], |r| Ok((row(r)?, r.get::<_, i64>(6)?)))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut by = c.prepare_cached("SELECT person FROM question_asked WHERE question = ?1 AND person IS NOT NULL")?;
    let mut found = Vec::new();
    for (gap, rid) in gaps {
        let people = by.query_map([rid], |r| r.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let asked = u32::try_from(people.into_iter().filter(|person| among(*person)).count()).unwrap_or(u32::MAX);
        if asked > 0 {
            found.push(CustomerQuestion { asked, ..gap });
        }
    }
    found.sort_by_key(|gap| std::cmp::Reverse(gap.asked));
    Ok(found)
}

/// Saves a question.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing; [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_question(vault: &Vault, input: QuestionInput) -> Result<CustomerQuestion> {
    let id = match input.id {
        Some(id) => {
            let before = vault.read(|c| one(c, id))?;
            let cells = cells(&input)?;
            vault.write("editQuestion", &before.text, |w| {
                let rid = w.rid(&question::KIND, id)?;
                w.set_all(&question::KIND, rid, cells).map(drop)
            })?;
            id
        }
        None => {
            let id = QuestionId::make();
            let text = input.text.as_deref().unwrap_or_default().trim();
            vault.write("addQuestion", text, |w| insert_question(w, id, &input))?;
            id
        }
    };
    vault.read(|c| one(c, id))
}

/// Adds a question inside a larger step.
///
/// # Errors
/// As [`save_question`].
pub fn insert_question(w: &mut Writer<'_>, id: QuestionId, input: &QuestionInput) -> Result<i64> {
    let text = Some(input.text.clone().unwrap_or_default());
    let mut cells = cells(&QuestionInput { text, ..input.clone() })?;
    cells.push((question::CREATED_AT, w.now().into()));
    w.insert(&question::KIND, id, &cells)
}

fn cells(input: &QuestionInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(text) = &input.text {
        cells.push((question::TEXT, typed::needed("text", text)?.into()));
    }
    for (name, field, text) in
        [("answer", question::ANSWER, &input.answer), ("foundAt", question::FOUND_AT, &input.found_at)]
    {
        if let Some(text) = text {
            cells.push((field, typed::limited(name, text)?.into()));
        }
    }
    Ok(cells)
}

/// Takes a question out, with every time that it was asked; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_question(vault: &Vault, input: QuestionRef) -> Result<()> {
    let before = vault.read(|c| one(c, input.id))?;
    vault.write("removeQuestion", &before.text, |w| {
        let rid = w.rid(&question::KIND, input.id)?;
        super::asked::remove_of(w, rid)?;
        w.remove(&question::KIND, rid)
    })
}
