//! Tasks are added, changed, done, opened again and taken out; each is one step that can be undone.

use super::Task;
use super::kinds::task;
use super::list::{get, of_row};
use crate::error::{Error, Result};
use crate::ids::{PersonId, TaskId};
use crate::people::kinds::person;
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Longest text of a task, of its outcome and of its owner's name, in bytes.
const MAX_TEXT: usize = 2_000;

/// A task to be added. What is to be done is needed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct NewTask {
    /// The id it is to have, so that a page can show it before it is saved; made here when left out.
    pub id: Option<TaskId>,
    /// What is to be done.
    pub text: String,
    /// By which day, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// For whom.
    pub person: Option<PersonId>,
    /// Whether they were told of it; needs somebody.
    pub promised: Option<bool>,
    /// What it is about: a word and a UUID, `canvasNote:UUID`.
    pub about: Option<String>,
    /// Who of us does it.
    pub owner: Option<String>,
}

/// What of a task is to be changed; what is left out stays as it is, an empty text takes out what was there.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct EditTask {
    /// The task.
    pub id: TaskId,
    /// What is to be done.
    #[serde(default)]
    pub text: Option<String>,
    /// By which day, `YYYY-MM-DD`.
    #[serde(default)]
    pub due: Option<String>,
    /// For whom.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// For nobody in particular: takes the person out, and with them the promise.
    #[serde(default)]
    pub nobody: Option<bool>,
    /// Whether they were told of it.
    #[serde(default)]
    pub promised: Option<bool>,
    /// Who of us does it.
    #[serde(default)]
    pub owner: Option<String>,
}

/// A task that is done.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct FinishTask {
    /// The task.
    pub id: TaskId,
    /// What came of it.
    #[serde(default)]
    pub outcome: Option<String>,
}

/// Names one task.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct TaskRef {
    /// The task.
    pub id: TaskId,
}

/// Adds a task.
///
/// # Errors
/// [`Code::Invalid`] when it says nothing, a day is none, `about` names nothing, it is promised to nobody or its id is
/// taken; [`Code::TooLarge`]; [`Code::NotFound`] when there is no such person.
pub fn add(vault: &Vault, input: NewTask) -> Result<Task> {
    let id = input.id.unwrap_or_else(TaskId::make);
    vault.write("addTask", input.text.trim(), |w| {
        task::KIND.demand_free(w.conn(), id)?;
        insert_task(w, id, &input)
    })?;
    get(vault, TaskRef { id })
}

/// Adds a task as part of a larger step. Returns its row.
///
/// # Errors
/// As [`add`].
pub fn insert_task(w: &mut Writer<'_>, id: TaskId, new: &NewTask) -> Result<i64> {
    let about = new.about.as_deref().unwrap_or_default();
    if !about.is_empty() && !names_something(about) {
        return Err(Error::invalid("about", "unreadable"));
    }
    let promised = new.promised.unwrap_or_default();
    if promised && new.person.is_none() {
        return Err(Error::invalid("person", "empty"));
    }
    let person = new.person.map(|id| w.rid(&person::KIND, id)).transpose()?;
    let cells = [
        (task::TEXT, typed::needed_to(MAX_TEXT, "text", &new.text)?.into()),
        (task::DUE, typed::day_or_none("due", new.due.as_deref().unwrap_or_default())?.into()),
        (task::PERSON, person.into()),
        (task::PROMISED, promised.into()),
        (task::ABOUT, about.to_owned().into()),
        (task::OWNER, typed::limited_to(MAX_TEXT, "owner", new.owner.as_deref().unwrap_or_default())?.into()),
        (task::CREATED_AT, w.now().into()),
    ];
    w.insert(&task::KIND, id, &cells)
}

/// Changes a task.
///
/// # Errors
/// As [`add`].
pub fn edit(vault: &Vault, input: EditTask) -> Result<Task> {
    let before = get(vault, TaskRef { id: input.id })?;
    let nobody = input.nobody == Some(true);
    let somebody = !nobody && (input.person.is_some() || before.person.is_some());
    if input.promised == Some(true) && !somebody {
        return Err(Error::invalid("person", "empty"));
    }
    vault.write("editTask", &before.text, |w| {
        let rid = w.rid(&task::KIND, input.id)?;
        let mut cells: Vec<(Field, Value)> = Vec::new();
        if let Some(text) = &input.text {
            cells.push((task::TEXT, typed::needed_to(MAX_TEXT, "text", text)?.into()));
        }
        if let Some(due) = &input.due {
            cells.push((task::DUE, typed::day_or_none("due", due)?.into()));
        }
        if let Some(owner) = &input.owner {
            cells.push((task::OWNER, typed::limited_to(MAX_TEXT, "owner", owner)?.into()));
        }
        if nobody {
            cells.extend([(task::PERSON, Value::Null), (task::PROMISED, false.into())]);
        } else {
            if let Some(id) = input.person {
                cells.push((task::PERSON, w.rid(&person::KIND, id)?.into()));
            }
            cells.extend(input.promised.map(|promised| (task::PROMISED, promised.into())));
        }
        w.set_all(&task::KIND, rid, cells).map(drop)
    })?;
    get(vault, TaskRef { id: input.id })
}

/// Says that a task is done, and what came of it. One that is done already keeps its time.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::TooLarge`].
pub fn finish(vault: &Vault, input: FinishTask) -> Result<Task> {
    let before = get(vault, TaskRef { id: input.id })?;
    let outcome = input.outcome.as_deref().map(|text| typed::limited_to(MAX_TEXT, "outcome", text)).transpose()?;
    vault.write("finishTask", &before.text, |w| {
        let rid = w.rid(&task::KIND, input.id)?;
        let mut cells: Vec<(Field, Value)> = Vec::new();
        if before.done_at.is_none() {
            cells.push((task::DONE_AT, w.now().into()));
        }
        cells.extend(outcome.map(|text| (task::OUTCOME, text.into())));
        w.set_all(&task::KIND, rid, cells).map(drop)
    })?;
    get(vault, TaskRef { id: input.id })
}

/// Says that a task is to be done after all.
///
/// # Errors
/// [`Code::NotFound`].
pub fn reopen(vault: &Vault, input: TaskRef) -> Result<Task> {
    let before = get(vault, input)?;
    vault.write("reopenTask", &before.text, |w| {
        let rid = w.rid(&task::KIND, input.id)?;
        w.set(&task::KIND, rid, task::DONE_AT, Value::Null).map(drop)
    })?;
    get(vault, input)
}

/// Takes a task out; undo brings it back.
///
/// # Errors
/// [`Code::NotFound`].
pub fn remove(vault: &Vault, input: TaskRef) -> Result<()> {
    let before = get(vault, input)?;
    vault.write("removeTask", &before.text, |w| {
        let rid = w.rid(&task::KIND, input.id)?;
        w.remove(&task::KIND, rid)
    })
}

/// Keeps a date of another room on the list once, as part of a larger step: moves the open task that has these words and
/// this `about` to `due`, adds it where there is none, and takes it out where `due` is empty.
///
/// # Errors
/// As [`add`].
pub fn keep_task(w: &mut Writer<'_>, new: &NewTask) -> Result<()> {
    let about = new.about.as_deref().unwrap_or_default();
    let sql = "SELECT rid FROM task WHERE about = ?1 AND about <> '' AND done_at IS NULL ORDER BY rid";
    let mut rows = w.conn().prepare_cached(sql)?;
    let open = rows.query_map([about], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    let found = open.into_iter().map(|rid| of_row(w.conn(), rid).map(|task| (rid, task)));
    let found = found.collect::<Result<Vec<_>>>()?.into_iter().find(|(_, task)| task.text == new.text.trim());
    let due = new.due.as_deref().unwrap_or_default();
    match found {
        Some((rid, _)) if due.is_empty() => w.remove(&task::KIND, rid),
        Some((rid, _)) => w.set(&task::KIND, rid, task::DUE, typed::day_or_none("due", due)?).map(drop),
        None if due.is_empty() => Ok(()),
        None => insert_task(w, TaskId::make(), new).map(drop),
    }
}

/// Whether `about` is a word and a UUID.
fn names_something(about: &str) -> bool {
    about.split_once(':').is_some_and(|(word, id)| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric()) && Uuid::try_parse(id).is_ok()
    })
}
