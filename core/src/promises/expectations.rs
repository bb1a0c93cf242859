//! What people may expect of us: prices, times, limits, each with the words that hold since a day, so that who was told the
//! words of last year is known (row M048).

use super::kinds::{expectation, wording};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{ExpectationId, WordingId};
use crate::typed;
use crate::vault::{Field, Vault, Writer, rid_of};
use rusqlite::types::{FromSql, FromSqlResult, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an expectation, or something that somebody was told, is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ToldTopic {
    /// What it costs.
    Price,
    /// When it comes.
    Delivery,
    /// When and how we help.
    Support,
    /// For how long we stand by it.
    Warranty,
    /// What it does.
    Feature,
    /// What it does not do.
    Limit,
    /// What nobody likes to say.
    BadNews,
    /// Anything else.
    #[default]
    Other,
}

impl ToldTopic {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Price, "price"),
        (Self::Delivery, "delivery"),
        (Self::Support, "support"),
        (Self::Warranty, "warranty"),
        (Self::Feature, "feature"),
        (Self::Limit, "limit"),
        (Self::BadNews, "badNews"),
        (Self::Other, "other"),
    ];

    /// As it is kept.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(topic, _)| *topic == self).map_or("other", |(_, text)| text)
    }
}

/// A topic that a newer program wrote is any other.
impl FromSql for ToldTopic {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Ok(Self::ALL.iter().find(|(_, known)| *known == text).map_or(Self::Other, |(topic, _)| *topic))
    }
}

/// What holds from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Wording {
    /// Names it.
    pub id: WordingId,
    /// What may be expected.
    pub text: String,
    /// Since when, `YYYY-MM-DD`.
    pub since: String,
}

/// Something that people may expect of us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Expectation {
    /// Names it.
    pub id: ExpectationId,
    /// What it is about.
    pub topic: ToldTopic,
    /// What one calls it.
    pub name: String,
    /// What holds now; before its first day, what will.
    pub text: String,
    /// Since when, `YYYY-MM-DD`.
    pub since: String,
    /// The day on which it ended, `YYYY-MM-DD`; nothing: it holds.
    pub ended_on: Option<String>,
    /// Every wording, the last one first.
    pub wordings: Vec<Wording>,
    /// How many people were told what holds now.
    pub told: u32,
    /// How many were told something else of it, and not what holds now.
    pub told_before: u32,
}

/// An expectation to be saved; with an `id` it changes what is given of that one. A new one needs a name and a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ExpectationInput {
    /// The one to change.
    pub id: Option<ExpectationId>,
    /// What it is about; anything else when left out.
    pub topic: Option<ToldTopic>,
    /// What one calls it.
    pub name: Option<String>,
    /// What may be expected. Other words than before are a new wording, unless they hold since the same day.
    pub text: Option<String>,
    /// Since when they hold, `YYYY-MM-DD`; today when left out.
    pub since: Option<String>,
    /// The day on which it ended, `YYYY-MM-DD`; empty: it holds.
    pub ended_on: Option<String>,
}

/// Names one expectation.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ExpectationRef {
    /// The expectation.
    pub id: ExpectationId,
}

/// Everything that may be expected: what holds by topic and name, then what ended.
///
/// # Errors
/// When the vault cannot be read.
pub fn expectations(vault: &Vault, (): ()) -> Result<Vec<Expectation>> {
    let today = vault.clock().today().to_string();
    vault.read(|c| {
        let mut ids = c.prepare_cached("SELECT id FROM expectation ORDER BY sort_key(name), rid")?;
        let ids = ids.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<ExpectationId>>>()?;
        let mut all = ids.into_iter().map(|id| one(c, id, &today)).collect::<Result<Vec<_>>>()?;
        all.sort_by_key(|one| (one.ended_on.is_some(), one.topic));
        Ok(all)
    })
}

/// One of them.
pub(super) fn one(c: &Connection, id: ExpectationId, today: &str) -> Result<Expectation> {
    let rid = rid_of(c, &expectation::KIND, id)?;
    let mut wordings =
        c.prepare_cached("SELECT id, text, since FROM wording WHERE expectation = ?1 ORDER BY since DESC, rid DESC")?;
    let wordings = wordings.query_map([rid], |r| Ok(Wording { id: r.get(0)?, text: r.get(1)?, since: r.get(2)? }))?;
    let wordings = wordings.collect::<rusqlite::Result<Vec<_>>>()?;
    let now = wordings.iter().find(|w| w.since.as_str() <= today).or(wordings.last());
    let (text, since) = now.map(|w| (w.text.clone(), w.since.clone())).unwrap_or_default();
    // Of each person what they were told last.
    let sql = "SELECT coalesce(sum(text = ?2), 0), coalesce(sum(text <> ?2), 0) FROM (
                 SELECT t.text, max(t.day || printf('%020d', t.rid)) FROM told t JOIN person p ON p.rid = t.person
                 WHERE t.expectation = ?1 AND p.binned_at IS NULL GROUP BY t.person)";
    let (told, told_before) =
        c.prepare_cached(sql)?.query_row((id.0.to_string(), &text), |r| Ok((r.get(0)?, r.get(1)?)))?;
    let sql = "SELECT topic, name, ended_on FROM expectation WHERE rid = ?1";
    let found = c.prepare_cached(sql)?.query_row([rid], |r| {
        let ended: String = r.get(2)?;
        let ended_on = (!ended.is_empty()).then_some(ended);
        Ok(Expectation { id, topic: r.get(0)?, name: r.get(1)?, text, since, ended_on, wordings, told, told_before })
    });
    found.optional()?.or_not_found()
}

/// A statement: what it is about, its name if it has one, its words, and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is about.
    pub topic: ToldTopic,
    /// What one calls it; empty: nothing.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Since when it holds, or when it was said, `YYYY-MM-DD`.
    pub day: String,
}

/// What may be expected today.
///
/// # Errors
/// When the vault cannot be read.
pub fn holding(c: &Connection, today: &str) -> Result<Vec<Statement>> {
    // SQLite takes the other columns from the row that holds the maximum.
    let sql = "SELECT e.topic, e.name, w.text, max(w.since) FROM expectation e JOIN wording w ON w.expectation = e.rid
               WHERE e.ended_on = '' AND w.since <= ?1 GROUP BY e.rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows
        .query_map([today], |r| Ok(Statement { topic: r.get(0)?, name: r.get(1)?, text: r.get(2)?, day: r.get(3)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Saves an expectation.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has no name, says nothing or a day is none; [`crate::error::Code::NotFound`];
/// [`crate::error::Code::TooLarge`].
pub fn save_expectation(vault: &Vault, input: ExpectationInput) -> Result<Expectation> {
    let today = vault.clock().today().to_string();
    let id = input.id.unwrap_or_else(ExpectationId::make);
    if input.id.is_some() {
        let before = vault.read(|c| one(c, id, &today))?;
        vault.write("editExpectation", &before.name, |w| reword(w, id, &input, &today))?;
    } else {
        let name = input.name.clone().unwrap_or_default();
        vault.write("addExpectation", name.trim(), |w| insert_expectation(w, id, &input, &today))?;
    }
    vault.read(|c| one(c, id, &today))
}

/// Adds an expectation as part of a larger step.
///
/// # Errors
/// As [`save_expectation`].
pub fn insert_expectation(w: &mut Writer<'_>, id: ExpectationId, input: &ExpectationInput, today: &str) -> Result<i64> {
    let mut cells = cells(input)?;
    if input.name.is_none() {
        return Err(Error::invalid("name", "missing"));
    }
    if input.topic.is_none() {
        cells.push((expectation::TOPIC, ToldTopic::Other.as_str().to_owned().into()));
    }
    cells.push((expectation::CREATED_AT, w.now().into()));
    let text = input.text.as_deref().ok_or_else(|| Error::invalid("text", "missing"))?;
    let text = typed::needed("text", text)?;
    let since = typed::day("since", input.since.as_deref().unwrap_or(today))?;
    let rid = w.insert(&expectation::KIND, id, &cells)?;
    add_wording(w, rid, text, since)?;
    Ok(rid)
}

/// Changes an expectation as part of a larger step.
///
/// # Errors
/// As [`save_expectation`].
pub fn reword(w: &mut Writer<'_>, id: ExpectationId, input: &ExpectationInput, today: &str) -> Result<()> {
    let before = one(w.conn(), id, today)?;
    let rid = w.rid(&expectation::KIND, id)?;
    w.set_all(&expectation::KIND, rid, cells(input)?)?;
    let Some(text) = &input.text else { return Ok(()) };
    let text = typed::needed("text", text)?;
    let since = typed::day("since", input.since.as_deref().unwrap_or(today))?;
    match before.wordings.iter().find(|wording| wording.since == since) {
        None if text == before.text => Ok(()),
        None => add_wording(w, rid, text, since),
        Some(same_day) => {
            let rid = w.rid(&wording::KIND, same_day.id)?;
            w.set(&wording::KIND, rid, wording::TEXT, text).map(drop)
        }
    }
}

fn cells(input: &ExpectationInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(topic) = input.topic {
        cells.push((expectation::TOPIC, topic.as_str().to_owned().into()));
    }
    if let Some(name) = &input.name {
        cells.push((expectation::NAME, typed::needed("name", name)?.into()));
    }
    if let Some(on) = &input.ended_on {
        cells.push((expectation::ENDED_ON, typed::day_or_none("endedOn", on)?.into()));
    }
    Ok(cells)
}

fn add_wording(w: &mut Writer<'_>, expectation: i64, text: String, since: String) -> Result<()> {
    let cells =
        [(wording::EXPECTATION, expectation.into()), (wording::TEXT, text.into()), (wording::SINCE, since.into())];
    w.insert(&wording::KIND, WordingId::make(), &cells).map(drop)
}

/// Takes an expectation out with its wordings. What people were told of it stays with them; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_expectation(vault: &Vault, input: ExpectationRef) -> Result<()> {
    let today = vault.clock().today().to_string();
    let before = vault.read(|c| one(c, input.id, &today))?;
    vault.write("removeExpectation", &before.name, |w| {
        for wording in &before.wordings {
            let rid = w.rid(&wording::KIND, wording.id)?;
            w.remove(&wording::KIND, rid)?;
        }
        let rid = w.rid(&expectation::KIND, input.id)?;
        w.remove(&expectation::KIND, rid)
    })
}
