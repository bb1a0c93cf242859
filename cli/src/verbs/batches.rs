//! Batches from the terminal: a letter a person of a segment, read and approved one by one. There is no way to approve all.

use super::log::camel;
use super::{given, list, one_of, text};
use crate::desk::Desk;
use crate::failure::{Failure, words};
use crate::{table, when};
use clap::Subcommand;
use serde_json::{Value, json};

/// What is done with batches; without a verb they are listed.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Begin a letter for each member of a segment
    Make {
        /// The segment's name or id
        #[arg(value_name = "SEGMENT")]
        segment: String,
        /// What the letters are for: check-in, thank-you, offer, …
        #[arg(long)]
        kind: String,
        /// A template's key [default: the first for that kind and each one's language]
        #[arg(long)]
        template: Option<String>,
        /// How they go [default: email]
        #[arg(long)]
        channel: Option<String>,
        /// What the batch is called [default: the segment's name]
        #[arg(long)]
        name: Option<String>,
    },
    /// The letters of a batch, each with what the coach says of it
    Show {
        /// The batch's name or id
        batch: String,
    },
    /// Who is held, and why
    Held {
        /// The batch's name or id
        batch: String,
    },
    /// Say that one letter was read and is good
    Approve {
        /// The letter's id
        id: String,
        /// Why, although the coach says stop
        #[arg(long, value_name = "WHY")]
        reason: Option<String>,
    },
    /// Put one letter aside
    Hold {
        /// The letter's id
        id: String,
        /// Why, for yourself
        #[arg(long)]
        why: Option<String>,
    },
    /// Take in a letter that was put aside
    TakeIn {
        /// The letter's id
        id: String,
    },
    /// Say that you saw what happened since a letter was begun
    LookAgain {
        /// The letter's id
        id: String,
    },
    /// Fill one letter's template again; what was written stays
    FillAgain {
        /// The letter's id
        id: String,
    },
    /// Try again to begin the letter of somebody who is held
    Try {
        /// As `held` shows it
        id: String,
        /// Although they had many letters lately or stand in another batch
        #[arg(long)]
        anyway: bool,
    },
    /// Take a batch out with the letters that have not gone
    Remove {
        /// The batch's name or id
        batch: String,
    },
}

/// Runs one of them.
pub fn run(desk: &Desk, verb: Option<Verb>) -> Result<(), Failure> {
    let one = |batch: &str| -> Result<Value, Failure> {
        one_of(&desk.call("drafts", "batches", Value::Null)?, "name", batch).map(|id| json!({ "id": id }))
    };
    let letter = |verb: &str, input: Value| -> Result<(), Failure> {
        desk.answer(&desk.call("drafts", verb, given(input))?, stands);
        Ok(())
    };
    match verb {
        None => desk.answer(&desk.call("drafts", "batches", Value::Null)?, batches),
        Some(Verb::Make { segment, kind, template, channel, name }) => {
            let segment = one_of(&desk.call("segments", "list", Value::Null)?, "name", &segment)?;
            let channel = channel.map(|channel| camel(&channel));
            let input = json!({ "segment": segment, "kind": camel(&kind), "template": template, "channel": channel, "name": name });
            desk.answer(&desk.long("drafts", "makeBatch", given(input))?, batch);
        }
        Some(Verb::Show { batch }) => show(desk, &one(&batch)?)?,
        Some(Verb::Held { batch }) => desk.answer(&desk.call("drafts", "heldPeople", one(&batch)?)?, held),
        Some(Verb::Approve { id, reason }) => letter("approve", json!({ "id": id, "reason": reason }))?,
        Some(Verb::Hold { id, why }) => letter("hold", json!({ "id": id, "why": why }))?,
        Some(Verb::TakeIn { id }) => letter("takeIn", json!({ "id": id }))?,
        Some(Verb::LookAgain { id }) => letter("lookAgain", json!({ "id": id }))?,
        Some(Verb::FillAgain { id }) => letter("fillAgain", json!({ "id": id }))?,
        Some(Verb::Try { id, anyway }) => {
            desk.answer(&desk.call("drafts", "tryHeld", json!({ "id": id, "anyway": anyway }))?, batch);
        }
        Some(Verb::Remove { batch }) => {
            desk.call("drafts", "removeBatch", one(&batch)?)?;
            desk.answer(&Value::Null, |_| "Taken out. `rapport undo` brings it back.".into());
        }
    }
    Ok(())
}

/// Letters and their signs in one answer.
fn show(desk: &Desk, batch: &Value) -> Result<(), Failure> {
    let letters = desk.call("drafts", "batchLetters", batch.clone())?;
    let signs = desk.long("drafts", "signs", json!({ "batch": batch["id"] }))?;
    let both = json!({ "letters": letters, "signs": signs });
    desk.answer(&both, |both| {
        let rows: Vec<_> = list(both, "letters")
            .iter()
            .map(|row| {
                let signs = list(both, "signs").iter().find(|sign| sign["id"] == row["id"]);
                let sign = signs.map(lights).unwrap_or_default();
                let state = if row["approved"] == true && row["status"] == "writing" {
                    "approved"
                } else {
                    text(row, "/status")
                };
                [state, text(row, "/person/name"), &sign, text(row, "/preview"), text(row, "/id")]
                    .map(str::to_owned)
                    .to_vec()
            })
            .collect();
        if rows.is_empty() { "No letters in this batch.".into() } else { table::columns(&rows, 40) }
    });
    Ok(())
}

fn lights(sign: &Value) -> String {
    let count = |key: &str, word: &str| match sign["lights"][key].as_u64() {
        None | Some(0) => None,
        Some(n) => Some(format!("{n} {word}")),
    };
    let stale = list(sign, "stale").first().map(|_| "look again".to_owned());
    let same = (sign["sameText"] == true).then(|| "same text".to_owned());
    let all: Vec<String> =
        [count("stops", "stop"), count("warnings", "warn"), stale, same].into_iter().flatten().collect();
    if all.is_empty() { "good".into() } else { all.join(", ") }
}

fn batches(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let rows: Vec<_> = list(&wrapped, "all")
        .iter()
        .map(|one| {
            let made = when::day(one["createdAt"].as_i64());
            let read = format!("{} of {} read", one["approved"], one["letters"]);
            let held = format!("{} held", one["held"]);
            let sent = format!("{} went, {} answered", one["sent"], one["answered"]);
            vec![made, text(one, "/name").to_owned(), read, held, sent, text(one, "/id").to_owned()]
        })
        .collect();
    if rows.is_empty() { "No batches yet.".into() } else { table::columns(&rows, 48) }
}

fn batch(one: &Value) -> String {
    format!("{}: {} letters, {} held", table::cut(text(one, "/name"), 60), one["letters"], one["held"])
}

fn stands(letter: &Value) -> String {
    let state = if letter["batch"]["approved"] == true {
        "approved"
    } else if letter["batch"]["heldWhy"].is_string() {
        "put aside"
    } else {
        "to be read"
    };
    format!("{}: {state}", table::cut(text(letter, "/row/person/name"), 60))
}

fn held(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let rows: Vec<_> = list(&wrapped, "all")
        .iter()
        .map(|one| {
            let detail = ["/detail/field", "/detail/batchName", "/detail/note"].map(|at| text(one, at)).concat();
            let many = one["detail"]["count"].as_u64().map(|n| format!("{n} in {} days", one["detail"]["days"]));
            let id = if one["id"].is_string() { text(one, "/id") } else { text(one, "/letter") };
            vec![text(one, "/person/name").to_owned(), words(text(one, "/why")), many.unwrap_or(detail), id.to_owned()]
        })
        .collect();
    if rows.is_empty() { "Nobody is held.".into() } else { table::columns(&rows, 48) }
}
