//! Tasks and promises from the terminal: what is to be done, adding to it, ticking off.

use super::{given, list, one_of, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{table, when};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// What is to be done, by when and for whom
#[derive(Debug, Args)]
pub struct Task {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List tasks, whatever is due first first
    List(Which),
    /// Add a task
    Add {
        /// What is to be done
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        text: String,
        /// By which day: 2026-11-27
        #[arg(long, value_name = "DAY")]
        by: Option<String>,
        /// For whom: a name, an e-mail address or an id
        #[arg(long = "for", value_name = "WHO")]
        whom: Option<String>,
        /// They were told of it: it is a promise
        #[arg(long, requires = "whom")]
        promised: bool,
        /// Who of us does it
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
    },
    /// Tick a task off
    Done {
        /// The text or the id of an open task
        #[arg(value_name = "TASK")]
        which: String,
        /// What came of it
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        outcome: Option<String>,
    },
    /// Open a task again that is done
    Reopen {
        /// The text or the id of a task that is done
        #[arg(value_name = "TASK")]
        which: String,
    },
}

#[derive(Debug, Default, Args)]
struct Which {
    /// Those that are done
    #[arg(long)]
    done: bool,
    /// Only what was promised
    #[arg(long)]
    promised: bool,
    /// For whom: a name, an e-mail address or an id
    #[arg(long = "for", value_name = "WHO")]
    whom: Option<String>,
    /// Rows wanted
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u64,
    /// Rows to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u64,
}

pub fn run(desk: &Desk, task: Task) -> Result<(), Failure> {
    desk.unlock()?;
    match task.verb.unwrap_or_else(|| Verb::List(Which { limit: 50, ..Which::default() })) {
        Verb::List(which) => {
            let state = if which.done { "done" } else { "open" };
            let person = who(desk, which.whom.as_deref())?;
            let filter = given(json!({ "state": state, "person": person, "promised": which.promised.then_some(true) }));
            let page = desk.pages("promises", "list", &filter, which.offset, which.limit)?;
            desk.answer(&page, tasks);
        }
        Verb::Add { text, by, whom, promised, owner } => {
            let person = who(desk, whom.as_deref())?;
            let promised = promised.then_some(true);
            let input =
                given(json!({ "text": text, "due": by, "person": person, "promised": promised, "owner": owner }));
            desk.answer(&desk.call("promises", "add", input)?, one);
        }
        Verb::Done { which, outcome } => {
            let id = called(desk, "open", &which)?;
            desk.answer(&desk.call("promises", "finish", given(json!({ "id": id, "outcome": outcome })))?, one);
        }
        Verb::Reopen { which } => {
            let id = called(desk, "done", &which)?;
            desk.answer(&desk.call("promises", "reopen", json!({ "id": id }))?, one);
        }
    }
    Ok(())
}

fn who(desk: &Desk, name: Option<&str>) -> Result<Value, Failure> {
    name.map_or(Ok(Value::Null), |name| Ok(desk.one_called(name)?["id"].clone()))
}

/// The id of the task with this text or id; an id needs no looking up.
fn called(desk: &Desk, state: &str, which: &str) -> Result<Value, Failure> {
    if let Ok(task) = desk.call("promises", "get", json!({ "id": which })) {
        return Ok(task["id"].clone());
    }
    let page = desk.call("promises", "list", json!({ "state": state, "text": which, "limit": 500 }))?;
    one_of(&page["items"], "text", which)
}

fn tasks(page: &Value) -> String {
    let rows: Vec<_> = list(page, "items").iter().map(cells).collect();
    if rows.is_empty() { "Nothing is to be done.".into() } else { table::columns(&rows, 70) }
}

fn one(task: &Value) -> String {
    cells(task).into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn cells(task: &Value) -> Vec<String> {
    let when = match task["doneAt"].as_i64() {
        Some(at) => format!("done {}", when::day(Some(at))),
        None => text(task, "/due").to_owned(),
    };
    let promised = if task["promised"] == true { "promised" } else { "" };
    vec![
        when,
        table::cut(text(task, "/text"), 100),
        text(task, "/person/name").to_owned(),
        promised.to_owned(),
        text(task, "/owner").to_owned(),
        text(task, "/outcome").to_owned(),
    ]
}
