//! Letters from the terminal: which wait, beginning one, reading it with the coach, and handing it to a mail program as a file.

use super::log::camel;
use super::{batches, given, list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{table, when};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// List letters, or work on one; nothing is ever sent from here
#[derive(Debug, Args)]
pub struct Draft {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Begin a letter from a template
    Start {
        /// A name, an e-mail address or an id
        #[arg(value_name = "WHO")]
        who: String,
        /// What it is for: check-in, thank-you, apology, …
        #[arg(long)]
        kind: String,
        /// A template's key [default: the first for that kind and the person's language]
        #[arg(long)]
        template: Option<String>,
        /// How it goes [default: email]
        #[arg(long)]
        channel: Option<String>,
    },
    /// Print a letter
    Show {
        /// The letter's id
        id: String,
    },
    /// What the coach says about a letter
    Coach {
        /// The letter's id
        id: String,
    },
    /// Write a letter as a file that mail programs open as a draft
    Eml {
        /// The letter's id
        id: String,
        /// The file to make
        #[arg(value_name = "FILE")]
        out: PathBuf,
        /// Why it goes although the coach says stop
        #[arg(long, value_name = "WHY")]
        reason: Option<String>,
    },
    /// Letters to many, one by one
    Batch {
        #[command(subcommand)]
        verb: Option<batches::Verb>,
    },
    /// Say that a letter went: it becomes a touchpoint
    Went {
        /// The letter's id
        id: String,
    },
}

pub fn run(desk: &Desk, draft: Draft) -> Result<(), Failure> {
    desk.unlock()?;
    match draft.verb {
        None => desk.answer(&desk.call("drafts", "list", Value::Null)?, letters),
        Some(Verb::Start { who, kind, template, channel }) => {
            let person = desk.one_called(&who)?;
            let channel = channel.map(|channel| camel(&channel));
            let input =
                json!({ "person": person["id"], "kind": camel(&kind), "template": template, "channel": channel });
            desk.answer(&desk.call("drafts", "start", given(input))?, letter);
        }
        Some(Verb::Show { id }) => desk.answer(&desk.call("drafts", "get", json!({ "id": id }))?, letter),
        Some(Verb::Coach { id }) => {
            let draft = desk.call("drafts", "get", json!({ "id": id }))?;
            let input = json!({ "id": id, "subject": draft["row"]["subject"], "text": draft["text"] });
            desk.answer(&desk.call("drafts", "coach", input)?, findings);
        }
        Some(Verb::Eml { id, out, reason }) => {
            let input = given(json!({ "id": id, "way": "eml", "reason": reason }));
            eml(desk, input, &out)?;
        }
        Some(Verb::Batch { verb }) => batches::run(desk, verb)?,
        Some(Verb::Went { id }) => {
            let touchpoint = desk.call("drafts", "went", json!({ "id": id }))?;
            desk.answer(&touchpoint, |t| {
                format!("Kept as a touchpoint with {}.", table::cut(text(t, "/people/0/name"), 60))
            });
        }
    }
    Ok(())
}

/// The file is made first: a letter must not count as handed over when there is no place for it.
fn eml(desk: &Desk, input: Value, out: &Path) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(out).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::invalid("file", "exists already").with("path", out.to_string_lossy()),
        _ => Failure::file(&error, out),
    })?;
    let written = desk.call("drafts", "handOver", input).and_then(|handed| {
        let bytes = data_encoding::BASE64.decode(text(&handed, "/eml").as_bytes()).map_err(|_| Failure::broken())?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(|error| Failure::file(&error, out))
    });
    if written.is_err() {
        // The first failure is the one to tell.
        let _ = std::fs::remove_file(out);
    }
    written?;
    let done = json!({ "file": out.to_string_lossy() });
    desk.answer(&done, |_| format!("Written to {}. Say `rapport draft went` when it went.", out.display()));
    Ok(())
}

fn letters(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let rows: Vec<_> = list(&wrapped, "all")
        .iter()
        .map(|row| {
            let changed = when::day(row["changedAt"].as_i64());
            [&changed, text(row, "/status"), text(row, "/person/name"), text(row, "/subject"), text(row, "/id")]
                .map(str::to_owned)
                .to_vec()
        })
        .collect();
    if rows.is_empty() { "No letters yet.".into() } else { table::columns(&rows, 48) }
}

fn letter(draft: &Value) -> String {
    let to = match text(draft, "/to") {
        "" => text(draft, "/row/person/name").to_owned(),
        address => format!("{} <{address}>", text(draft, "/row/person/name")),
    };
    let body: Vec<String> = text(draft, "/text").lines().map(|line| table::cut(line, usize::MAX)).collect();
    let head = [("To", to.as_str()), ("Subject", text(draft, "/row/subject")), ("Letter", text(draft, "/row/id"))];
    let head: Vec<_> = head.iter().map(|(key, value)| format!("{key}: {}\n", table::cut(value, usize::MAX))).collect();
    format!("{}\n{}", head.concat(), body.join("\n"))
}

fn findings(report: &Value) -> String {
    let rows: Vec<_> = list(report, "findings")
        .iter()
        .map(|f| {
            let args = f["args"]
                .as_object()
                .map(|args| args.values().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
            let said = crate::failure::words(text(f, "/variant"));
            vec![text(f, "/level").to_owned(), text(f, "/id").to_owned(), said, args.unwrap_or_default()]
        })
        .collect();
    let passed = list(report, "passed").len();
    format!("{}{passed} checks found nothing wrong", table::columns(&rows, 60))
}
