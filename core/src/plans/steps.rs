//! The steps of the work (seed 64de, workflow): map the journey, set goals, write rules, close the loop; and steps of
//! one's own.

use super::kinds::step;
use super::one_of;
use crate::clock::Millis;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::WorkflowStepId;
use crate::promises::{self, NewTask};
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four steps, in order.
const PURPOSES: [&str; 4] = ["map", "goals", "rules", "feedback"];

/// A step of the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WorkflowStep {
    /// Names it.
    pub id: WorkflowStepId,
    /// `map`, `goals`, `rules`, `feedback`; empty: one of the user's own.
    pub purpose: String,
    /// What it is called; empty: as the step of its purpose is.
    pub title: String,
    /// What is meant by it here.
    pub note: String,
    /// Who answers for it.
    pub owner: String,
    /// By which day, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// When it was done, in milliseconds since 1970.
    pub done_at: Option<Millis>,
}

/// A step to be saved; with an `id` it changes that one, and what is left out stays as it is.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct WorkflowStepInput {
    /// The one to change.
    pub id: Option<WorkflowStepId>,
    /// What it is called; needed for a new one.
    pub title: Option<String>,
    /// What is meant by it here.
    pub note: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// By which day, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// The words of the task for that day; without them there is none.
    pub task: Option<String>,
    /// Whether it is done.
    pub done: Option<bool>,
}

/// Names one step.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct WorkflowStepRef {
    /// The step.
    pub id: WorkflowStepId,
}

const COLUMNS: &str = "id, purpose, title, note, owner, due, done_at";

/// All steps, in order.
///
/// # Errors
/// When the vault cannot be read.
pub fn steps(vault: &Vault, (): ()) -> Result<Vec<WorkflowStep>> {
    let sql = format!("SELECT {COLUMNS} FROM workflow_step ORDER BY rid");
    vault.read(|c| Ok(c.prepare_cached(&sql)?.query_map([], step_of)?.collect::<rusqlite::Result<_>>()?))
}

fn one(vault: &Vault, id: WorkflowStepId) -> Result<WorkflowStep> {
    let sql = format!("SELECT {COLUMNS} FROM workflow_step WHERE id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([id], step_of).optional()?.or_not_found())
}

fn step_of(r: &Row<'_>) -> rusqlite::Result<WorkflowStep> {
    let due: String = r.get(5)?;
    Ok(WorkflowStep {
        id: r.get(0)?,
        purpose: r.get(1)?,
        title: r.get(2)?,
        note: r.get(3)?,
        owner: r.get(4)?,
        due: (!due.is_empty()).then_some(due),
        done_at: r.get(6)?,
    })
}

/// Begins the work with those of the four steps that are not there.
///
/// # Errors
/// When the vault cannot be written.
pub fn begin_steps(vault: &Vault, (): ()) -> Result<Vec<WorkflowStep>> {
    let there: Vec<String> = steps(vault, ())?.into_iter().map(|step| step.purpose).collect();
    vault.write("beginSteps", "", |w| {
        for purpose in PURPOSES.iter().filter(|purpose| there.iter().all(|one| one != *purpose)) {
            insert_step(w, WorkflowStepId::make(), purpose, &WorkflowStepInput::default())?;
        }
        Ok(())
    })?;
    steps(vault, ())
}

/// Saves a step.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when a new one is called nothing or a day is none; [`crate::error::Code::TooLarge`];
/// [`crate::error::Code::NotFound`].
pub fn save_step(vault: &Vault, input: WorkflowStepInput) -> Result<Vec<WorkflowStep>> {
    let title = input.title.as_deref().unwrap_or_default().trim();
    match input.id {
        None if title.is_empty() => return Err(Error::invalid("title", "empty")),
        None => vault.write("addStep", title, |w| insert_step(w, WorkflowStepId::make(), "", &input))?,
        Some(id) => {
            let before = one(vault, id)?;
            vault.write("editStep", &before.title, |w| {
                let rid = w.rid(&step::KIND, id)?;
                let mut cells = cells(&input)?;
                match input.done {
                    Some(true) if before.done_at.is_none() => cells.push((step::DONE_AT, w.now().into())),
                    Some(false) => cells.push((step::DONE_AT, Value::Null)),
                    _ => {}
                }
                w.set_all(&step::KIND, rid, cells)?;
                remind(w, id, &input)
            })?;
        }
    }
    steps(vault, ())
}

/// Adds a step inside a larger step.
///
/// # Errors
/// As [`save_step`].
pub fn insert_step(w: &mut Writer<'_>, id: WorkflowStepId, purpose: &str, input: &WorkflowStepInput) -> Result<()> {
    let mut cells = cells(input)?;
    cells.extend([(step::PURPOSE, one_of("purpose", purpose, &PURPOSES)?), (step::CREATED_AT, w.now().into())]);
    if input.done == Some(true) {
        cells.push((step::DONE_AT, w.now().into()));
    }
    w.insert(&step::KIND, id, &cells)?;
    remind(w, id, input)
}

fn cells(input: &WorkflowStepInput) -> Result<Vec<(Field, Value)>> {
    let texts =
        [(step::TITLE, "title", &input.title), (step::NOTE, "note", &input.note), (step::OWNER, "owner", &input.owner)];
    let mut cells = Vec::new();
    for (field, name, text) in texts {
        if let Some(text) = text.as_deref() {
            cells.push((field, typed::limited(name, text)?.into()));
        }
    }
    if let Some(due) = input.due.as_deref() {
        cells.push((step::DUE, typed::day_or_none("due", due)?.into()));
    }
    Ok(cells)
}

fn remind(w: &mut Writer<'_>, id: WorkflowStepId, input: &WorkflowStepInput) -> Result<()> {
    let (Some(text), Some(due)) = (&input.task, &input.due) else { return Ok(()) };
    let new = NewTask {
        text: text.clone(),
        due: Some(due.clone()),
        about: Some(format!("workflow:{id}")),
        owner: input.owner.clone(),
        ..NewTask::default()
    };
    promises::keep_task(w, &new)
}

/// Takes a step out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_step(vault: &Vault, input: WorkflowStepRef) -> Result<Vec<WorkflowStep>> {
    let before = one(vault, input.id)?;
    vault.write("removeStep", &before.title, |w| {
        let rid = w.rid(&step::KIND, input.id)?;
        w.remove(&step::KIND, rid)
    })?;
    steps(vault, ())
}
