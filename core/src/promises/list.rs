//! Reading tasks: a page of a list, and what is due.

use super::kinds::task;
use super::{Task, TaskRef};
use crate::error::{OrNotFound, Result};
use crate::ids::PersonId;
use crate::people::{NamedPerson, Page};
use crate::vault::text::fold;
use crate::vault::{Vault, rid_of};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most tasks at a time.
const MOST: u32 = 500;

/// Which tasks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TaskState {
    /// Those still to be done, whatever is due first first; those without a day last.
    #[default]
    Open,
    /// Those that are done, the last one first.
    Done,
}

/// Which tasks, and how many.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TaskFilter {
    /// Open or done; open when left out.
    pub state: Option<TaskState>,
    /// For this person.
    pub person: Option<PersonId>,
    /// About this.
    pub about: Option<String>,
    /// Whose about begins with this word: `canvasNote`.
    pub about_kind: Option<String>,
    /// Promised to somebody, or not.
    pub promised: Option<bool>,
    /// Of this owner.
    pub owner: Option<String>,
    /// Letters in the text.
    pub text: Option<String>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// How much of what is due.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct DueInput {
    /// Up to which day, `YYYY-MM-DD`; today when left out.
    pub day: Option<String>,
    /// Rows wanted; 100 when left out and at most.
    pub limit: Option<u32>,
}

/// What is due.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct DueTasks {
    /// The longest overdue first.
    pub items: Vec<Task>,
    /// True when there are more than were asked for.
    pub more: bool,
}

const COLUMNS: &str =
    "t.id, t.text, t.due, p.id, p.name, t.promised, t.about, t.owner, t.done_at, t.outcome, t.created_at";
const TABLES: &str = "task t LEFT JOIN person p ON p.rid = t.person";
/// Who lies in the bin waits for nothing.
const NOT_BINNED: &str = "p.binned_at IS NULL";

/// One task.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn get(vault: &Vault, input: TaskRef) -> Result<Task> {
    vault.read(|c| of_row(c, rid_of(c, &task::KIND, input.id)?))
}

/// The task in a row.
pub(super) fn of_row(c: &Connection, rid: i64) -> Result<Task> {
    let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE t.rid = ?1");
    c.prepare_cached(&sql)?.query_row([rid], task_of).optional()?.or_not_found()
}

/// A page of tasks. Those for somebody in the bin are shown only where that person is asked for.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, filter: TaskFilter) -> Result<Page<Task>> {
    let (conditions, values) = conditions(&filter);
    let order = match filter.state.unwrap_or_default() {
        TaskState::Open => "t.due = '', t.due, t.rid",
        TaskState::Done => "t.done_at DESC, t.rid DESC",
    };
    let limit = filter.limit.unwrap_or(50).min(MOST);
    let offset = filter.offset.unwrap_or(0);
    vault.read(|c| {
        let count = format!("SELECT count(*) FROM {TABLES} WHERE {conditions}");
        let total = c.prepare_cached(&count)?.query_row(params_from_iter(&values), |r| r.get(0))?;
        let sql =
            format!("SELECT {COLUMNS} FROM {TABLES} WHERE {conditions} ORDER BY {order} LIMIT {limit} OFFSET {offset}");
        let mut rows = c.prepare(&sql)?;
        let items = rows.query_map(params_from_iter(&values), task_of)?.collect::<rusqlite::Result<_>>()?;
        Ok(Page { items, total })
    })
}

fn conditions(filter: &TaskFilter) -> (String, Vec<Value>) {
    let mut all = vec![match filter.state.unwrap_or_default() {
        TaskState::Open => "t.done_at IS NULL".to_owned(),
        TaskState::Done => "t.done_at IS NOT NULL".to_owned(),
    }];
    let mut values: Vec<Value> = Vec::new();
    match filter.person {
        Some(id) => {
            values.push(Value::Blob(id.0.as_bytes().to_vec()));
            all.push("t.person = (SELECT rid FROM person WHERE id = ?)".into());
        }
        None => all.push(NOT_BINNED.into()),
    }
    if let Some(about) = &filter.about {
        values.push(about.clone().into());
        all.push("t.about = ? AND t.about <> ''".into());
    }
    if let Some(kind) = &filter.about_kind {
        // From "word:" up to the sign after the colon, so that the index serves it.
        values.extend([format!("{kind}:").into(), format!("{kind};").into()]);
        all.push("t.about <> '' AND t.about >= ? AND t.about < ?".into());
    }
    if let Some(promised) = filter.promised {
        values.push(promised.into());
        all.push("t.promised = ?".into());
    }
    if let Some(owner) = &filter.owner {
        values.push(fold(owner.trim()).into());
        all.push("fold(t.owner) = ?".into());
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        values.push(fold(text).into());
        all.push("instr(fold(t.text), ?)".into());
    }
    (all.join(" AND "), values)
}

/// What is due on a day or was due before.
///
/// # Errors
/// When the vault cannot be read.
pub fn due(vault: &Vault, input: DueInput) -> Result<DueTasks> {
    let day = input.day.unwrap_or_else(|| vault.clock().today().to_string());
    let limit = input.limit.unwrap_or(100).min(100);
    let sql = format!(
        "SELECT {COLUMNS} FROM {TABLES} WHERE t.done_at IS NULL AND t.due > '' AND t.due <= ?1 AND {NOT_BINNED}
         ORDER BY t.due, t.rid LIMIT ?2"
    );
    vault.read(|c| {
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map(rusqlite::params![day, i64::from(limit) + 1], task_of)?;
        let mut items = rows.collect::<rusqlite::Result<Vec<Task>>>()?;
        let more = items.len() > limit as usize;
        items.truncate(limit as usize);
        Ok(DueTasks { items, more })
    })
}

fn task_of(r: &Row<'_>) -> rusqlite::Result<Task> {
    let due: String = r.get(2)?;
    let person = match r.get::<_, Option<PersonId>>(3)? {
        Some(id) => Some(NamedPerson { id, name: r.get(4)? }),
        None => None,
    };
    Ok(Task {
        id: r.get(0)?,
        text: r.get(1)?,
        due: (!due.is_empty()).then_some(due),
        person,
        promised: r.get(5)?,
        about: r.get(6)?,
        owner: r.get(7)?,
        done_at: r.get(8)?,
        outcome: r.get(9)?,
        created_at: r.get(10)?,
    })
}
