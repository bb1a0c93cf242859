//! The journal of strategies: what is in use, was tried or was dropped, with its result and a test in three lines
//! (seed fbf2, closing question; seed 64de, core frameworks).

use super::kinds::strategy;
use super::{LAYERS, one_of};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::StrategyId;
use crate::promises::{self, NewTask};
use crate::touchpoints::LOOP_STAGES;
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a strategy is for: to win customers, to keep them, to grow with them (seed fbf2, definition).
const AREAS: [&str; 3] = ["acquire", "keep", "expand"];
/// How far it has come.
const STATES: [&str; 3] = ["inUse", "tried", "dropped"];

/// A strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Strategy {
    /// Names it.
    pub id: StrategyId,
    /// What is done.
    pub title: String,
    /// `acquire`, `keep` or `expand`.
    pub area: String,
    /// `inUse`, `tried` or `dropped`.
    pub state: String,
    /// What came of it.
    pub result: String,
    /// First line of the test: which need of the customer it answers.
    pub need: String,
    /// Second line: what they get beyond the product.
    pub beyond: String,
    /// Third line: how we hear from them and learn.
    pub learning: String,
    /// How many lines of the test are answered, 0–3.
    pub passes: u8,
    /// Who answers for it.
    pub owner: String,
    /// Stage of the loyalty loop that it works on; empty: none.
    pub loop_stage: String,
    /// Layer of value that it builds; empty: none.
    pub layer: String,
    /// Since when, `YYYY-MM-DD`.
    pub started_on: Option<String>,
    /// When it is to be looked at again, `YYYY-MM-DD`.
    pub review_on: Option<String>,
}

/// A strategy to be saved; with an `id` it changes that one, and what is left out stays as it is.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct StrategyInput {
    /// The one to change.
    pub id: Option<StrategyId>,
    /// What is done; needed for a new one.
    pub title: Option<String>,
    /// `acquire`, `keep` or `expand`; needed for a new one.
    pub area: Option<String>,
    /// `inUse`, `tried` or `dropped`; a new one is in use.
    pub state: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// Which need of the customer it answers.
    pub need: Option<String>,
    /// What they get beyond the product.
    pub beyond: Option<String>,
    /// How we hear from them and learn.
    pub learning: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Stage of the loyalty loop.
    pub loop_stage: Option<String>,
    /// Layer of value.
    pub layer: Option<String>,
    /// Since when, `YYYY-MM-DD`.
    pub started_on: Option<String>,
    /// When it is to be looked at again, `YYYY-MM-DD`.
    pub review_on: Option<String>,
    /// The words of the task for that day; without them there is none.
    pub task: Option<String>,
}

/// Names one strategy.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct StrategyRef {
    /// The strategy.
    pub id: StrategyId,
}

const COLUMNS: &str =
    "id, title, area, state, result, need, beyond, learning, owner, loop_stage, layer, started_on, review_on";

/// All strategies, oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn strategies(vault: &Vault, (): ()) -> Result<Vec<Strategy>> {
    let sql = format!("SELECT {COLUMNS} FROM strategy ORDER BY rid");
    vault.read(|c| Ok(c.prepare_cached(&sql)?.query_map([], strategy_of)?.collect::<rusqlite::Result<_>>()?))
}

fn one(vault: &Vault, id: StrategyId) -> Result<Strategy> {
    let sql = format!("SELECT {COLUMNS} FROM strategy WHERE id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([id], strategy_of).optional()?.or_not_found())
}

fn strategy_of(r: &Row<'_>) -> rusqlite::Result<Strategy> {
    let date = |at| r.get::<_, String>(at).map(|day| Some(day).filter(|day| !day.is_empty()));
    let [need, beyond, learning]: [String; 3] = [r.get(5)?, r.get(6)?, r.get(7)?];
    let answered = [&need, &beyond, &learning].into_iter().filter(|line| !line.is_empty()).count();
    Ok(Strategy {
        id: r.get(0)?,
        title: r.get(1)?,
        area: r.get(2)?,
        state: r.get(3)?,
        result: r.get(4)?,
        passes: u8::try_from(answered).unwrap_or(0),
        need,
        beyond,
        learning,
        owner: r.get(8)?,
        loop_stage: r.get(9)?,
        layer: r.get(10)?,
        started_on: date(11)?,
        review_on: date(12)?,
    })
}

/// Saves a strategy.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing, a word is unknown or a day is none;
/// [`crate::error::Code::TooLarge`]; [`crate::error::Code::NotFound`].
pub fn save_strategy(vault: &Vault, input: StrategyInput) -> Result<Strategy> {
    let Some(id) = input.id else {
        let id = StrategyId::make();
        let title = input.title.clone().unwrap_or_default();
        vault.write("addStrategy", title.trim(), |w| insert_strategy(w, id, &input))?;
        return one(vault, id);
    };
    let before = one(vault, id)?;
    vault.write("editStrategy", &before.title, |w| {
        let rid = w.rid(&strategy::KIND, id)?;
        w.set_all(&strategy::KIND, rid, cells(&input)?)?;
        remind(w, id, &input)
    })?;
    one(vault, id)
}

/// Adds a strategy inside a larger step.
///
/// # Errors
/// As [`save_strategy`].
pub fn insert_strategy(w: &mut Writer<'_>, id: StrategyId, input: &StrategyInput) -> Result<()> {
    for (name, text) in [("title", &input.title), ("area", &input.area)] {
        if text.is_none() {
            return Err(Error::invalid(name, "empty"));
        }
    }
    let mut cells = cells(input)?;
    if input.state.is_none() {
        cells.push((strategy::STATE, "inUse".to_owned().into()));
    }
    cells.push((strategy::CREATED_AT, w.now().into()));
    w.insert(&strategy::KIND, id, &cells)?;
    remind(w, id, input)
}

fn cells(input: &StrategyInput) -> Result<Vec<(Field, Value)>> {
    let mut cells = Vec::new();
    if let Some(title) = &input.title {
        cells.push((strategy::TITLE, typed::needed("title", title)?.into()));
    }
    let words = [
        (strategy::AREA, "area", &input.area, AREAS.as_slice()),
        (strategy::STATE, "state", &input.state, STATES.as_slice()),
    ];
    for (field, name, word, known) in words {
        if let Some(word) = word {
            typed::needed(name, word)?;
            cells.push((field, one_of(name, word, known)?));
        }
    }
    let words = [
        (strategy::LOOP_STAGE, "loopStage", &input.loop_stage, LOOP_STAGES.as_slice()),
        (strategy::LAYER, "layer", &input.layer, LAYERS.as_slice()),
    ];
    for (field, name, word, known) in words {
        if let Some(word) = word.as_deref() {
            cells.push((field, one_of(name, word, known)?));
        }
    }
    let texts = [
        (strategy::RESULT, "result", &input.result),
        (strategy::NEED, "need", &input.need),
        (strategy::BEYOND, "beyond", &input.beyond),
        (strategy::LEARNING, "learning", &input.learning),
        (strategy::OWNER, "owner", &input.owner),
    ];
    for (field, name, text) in texts {
        if let Some(text) = text.as_deref() {
            cells.push((field, typed::limited(name, text)?.into()));
        }
    }
    let days =
        [(strategy::STARTED_ON, "startedOn", &input.started_on), (strategy::REVIEW_ON, "reviewOn", &input.review_on)];
    for (field, name, text) in days {
        if let Some(text) = text.as_deref() {
            cells.push((field, typed::day_or_none(name, text)?.into()));
        }
    }
    Ok(cells)
}

fn remind(w: &mut Writer<'_>, id: StrategyId, input: &StrategyInput) -> Result<()> {
    let (Some(text), Some(due)) = (&input.task, &input.review_on) else { return Ok(()) };
    let new = NewTask {
        text: text.clone(),
        due: Some(due.clone()),
        about: Some(format!("strategy:{id}")),
        owner: input.owner.clone(),
        ..NewTask::default()
    };
    promises::keep_task(w, &new)
}

/// Takes a strategy out; undo brings it back. (One that did not work is better dropped than removed.)
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_strategy(vault: &Vault, input: StrategyRef) -> Result<()> {
    let before = one(vault, input.id)?;
    vault.write("removeStrategy", &before.title, |w| {
        let rid = w.rid(&strategy::KIND, input.id)?;
        w.remove(&strategy::KIND, rid)
    })
}
