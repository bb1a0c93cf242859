//! The canvas from the terminal: the sheet block by block with what the book says, and a new note.

use super::{canvas_tables, given, list, one_of, press, text};
use crate::desk::Desk;
use crate::failure::{Failure, words};
use crate::table;
use clap::{Args, Subcommand, ValueEnum};
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Print the canvas with what the book says beside its notes
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Canvas {
    /// A canvas's title or id [default: the first]
    #[arg(value_name = "CANVAS")]
    which: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List the canvases
    List,
    /// What the book answers to the questions of a canvas
    Answers {
        /// A canvas's title or id [default: the first]
        which: Option<String>,
    },
    /// The kinds of canvas there are
    Kinds,
    /// Begin a canvas
    New {
        /// What it is called
        title: String,
        /// businessModel, lean, segmentsSheet, channelsSheet, relationshipsSheet, or the id of a kind of your own
        #[arg(long, default_value = "businessModel")]
        kind: String,
    },
    /// Channel by segment: what is planned beside the log of a year
    Matrix {
        /// A canvas's title or id [default: the first]
        which: Option<String>,
    },
    /// How segments are meant to be served, and how they are
    Served {
        /// A canvas's title or id [default: the first]
        which: Option<String>,
    },
    /// What is worth a look
    Lint {
        /// A canvas's title or id [default: the first]
        which: Option<String>,
    },
    /// The versions that were kept
    Versions {
        /// A canvas's title or id [default: the first]
        which: Option<String>,
    },
    /// Keep the canvas as it stands
    Keep {
        /// What the version is called
        label: String,
        /// Why it is kept
        #[arg(long)]
        why: Option<String>,
        /// A canvas's title or id [default: the first]
        #[arg(long, value_name = "CANVAS")]
        on: Option<String>,
    },
    /// What changed since a version
    Diff {
        /// The version's number or id [default: the last]
        since: Option<String>,
        /// A canvas's title or id [default: the first]
        #[arg(long, value_name = "CANVAS")]
        on: Option<String>,
    },
    /// Put a note into a block
    Add {
        /// A block of the sheet, such as segments, channels or value
        block: String,
        /// What it says
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        note: String,
        /// A canvas's title or id [default: the first]
        #[arg(long, value_name = "CANVAS")]
        on: Option<String>,
    },
    /// Print a canvas on paper: PDF, drawing or picture
    Print {
        #[command(flatten)]
        how: press::Print,
        /// What of it
        #[arg(long, value_enum, default_value_t = Part::Sheet)]
        part: Part,
        /// A canvas's title or id [default: the first]
        #[arg(long, value_name = "CANVAS")]
        on: Option<String>,
        /// The versions that were kept and compared: what has changed since this one (its number)
        #[arg(long, value_name = "NUMBER", conflicts_with = "part")]
        since: Option<u64>,
    },
    /// Write a canvas as text
    Export {
        #[command(flatten)]
        how: press::Export,
        /// A canvas's title or id [default: the first]
        #[arg(long, value_name = "CANVAS")]
        on: Option<String>,
    },
    /// Put the notes of a Markdown file on a canvas: a heading for each block, a bullet for each note
    Take {
        /// The file
        file: PathBuf,
        /// Only say what it would bring
        #[arg(long)]
        dry_run: bool,
        /// A canvas's title or id [default: the first]
        #[arg(long, value_name = "CANVAS")]
        on: Option<String>,
    },
}

/// What of a canvas is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Part {
    /// The sheet with its notes
    Sheet,
    /// The sheet without notes
    Blank,
    /// The questions with their answers
    Questions,
    /// The questions with room to write
    BlankQuestions,
    /// Channels by segment
    Matrix,
}

pub fn run(desk: &Desk, canvas: Canvas) -> Result<(), Failure> {
    desk.unlock()?;
    match canvas.verb {
        None => {
            let input = named(desk, canvas.which.as_deref())?;
            desk.answer(&desk.call("canvas", "get", input)?, sheet);
        }
        Some(Verb::List) => desk.answer(&desk.call("canvas", "list", Value::Null)?, canvases),
        Some(Verb::Answers { which }) => table(desk, "answers", which.as_deref(), canvas_tables::answers)?,
        Some(Verb::Kinds) => desk.answer(&desk.call("canvas", "kinds", Value::Null)?, canvas_tables::kinds),
        Some(Verb::New { title, kind }) => {
            let made = desk.call("canvas", "create", json!({ "title": title, "kind": kind }))?;
            desk.answer(&made, |made| format!("Began {}.", text(made, "/title")));
        }
        Some(Verb::Matrix { which }) => table(desk, "matrix", which.as_deref(), canvas_tables::matrix)?,
        Some(Verb::Served { which }) => table(desk, "service", which.as_deref(), canvas_tables::service)?,
        Some(Verb::Lint { which }) => table(desk, "lint", which.as_deref(), canvas_tables::hints)?,
        Some(Verb::Versions { which }) => table(desk, "snapshots", which.as_deref(), canvas_tables::versions)?,
        Some(Verb::Keep { label, why, on }) => {
            let id = named(desk, on.as_deref())?["id"].clone();
            let kept =
                desk.call("canvas", "takeSnapshot", given(json!({ "canvas": id, "label": label, "reason": why })))?;
            desk.answer(&kept, |kept| format!("Kept version {}.", kept["number"]));
        }
        Some(Verb::Diff { since, on }) => differences(desk, since.as_deref(), on.as_deref())?,
        Some(Verb::Add { block, note, on }) => {
            let which = named(desk, on.as_deref())?;
            let id = which["id"].clone();
            let sheet = desk.call("canvas", "get", which)?;
            let known = list(&sheet, "blocks").iter().map(|plan| text(plan, "/block"));
            let block = known.into_iter().find(|one| one.eq_ignore_ascii_case(&block)).unwrap_or(&block);
            let input = given(json!({ "canvas": id, "block": block, "text": note }));
            let note = desk.call("canvas", "addNote", input)?;
            desk.answer(&note, |note| format!("Added to {}.", text(note, "/block")));
        }
        Some(Verb::Print { how, part, on, since }) => {
            let id = named(desk, on.as_deref())?["id"].clone();
            press::print(desk, printed(desk, &id, part, since)?, &how)?;
        }
        Some(Verb::Export { how, on }) => {
            let id = named(desk, on.as_deref())?["id"].clone();
            press::export(desk, json!({ "sheet": "canvas", "canvas": id }), &how)?;
        }
        Some(Verb::Take { file, dry_run, on }) => {
            press::take(desk, &named(desk, on.as_deref())?["id"], &file, dry_run)?;
        }
    }
    Ok(())
}

fn table(desk: &Desk, verb: &str, which: Option<&str>, page: fn(&Value) -> String) -> Result<(), Failure> {
    desk.answer(&desk.call("canvas", verb, named(desk, which)?)?, page);
    Ok(())
}

/// What is printed of a canvas, as the press takes it.
fn printed(desk: &Desk, canvas: &Value, part: Part, since: Option<u64>) -> Result<Value, Failure> {
    if let Some(number) = since {
        let kept = desk.call("canvas", "snapshots", given(json!({ "id": canvas })))?;
        let version = kept.as_array().into_iter().flatten().find(|version| version["number"] == number);
        let from = version.map(|version| version["id"].clone()).ok_or_else(|| Failure::new(Code::NotFound))?;
        return Ok(json!({ "sheet": "versions", "from": from }));
    }
    let sheet = match part {
        Part::Sheet => "canvas",
        Part::Blank => "blankCanvas",
        Part::Questions => "questions",
        Part::BlankQuestions => "blankQuestions",
        Part::Matrix => "matrix",
    };
    Ok(json!({ "sheet": sheet, "canvas": canvas }))
}

/// What changed since a version: the last one, or that with a number or an id.
fn differences(desk: &Desk, since: Option<&str>, on: Option<&str>) -> Result<(), Failure> {
    let all = json!({ "all": desk.call("canvas", "snapshots", named(desk, on)?)? });
    let is = |row: &Value, since: &str| {
        row["id"] == since || row["number"].as_u64() == since.trim_start_matches('v').parse().ok()
    };
    let rows = list(&all, "all");
    let row = since.map_or(rows.first(), |since| rows.iter().find(|row| is(row, since)));
    let Some(row) = row else { return Err(Failure::new(Code::NotFound)) };
    let told = desk.call("canvas", "compareSnapshots", json!({ "from": row["id"] }))?;
    desk.answer(&told, canvas_tables::differences);
    Ok(())
}

/// The input that names a canvas; empty for the first.
fn named(desk: &Desk, which: Option<&str>) -> Result<Value, Failure> {
    let Some(which) = which else { return Ok(json!({})) };
    let id = one_of(&desk.call("canvas", "list", Value::Null)?, "title", which)?;
    Ok(json!({ "id": id }))
}

fn canvases(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let rows: Vec<_> = list(&wrapped, "all")
        .iter()
        .map(|canvas| {
            vec![
                text(canvas, "/title").to_owned(),
                format!("{} notes", canvas["notes"]),
                text(canvas, "/id").to_owned(),
            ]
        })
        .collect();
    table::columns(&rows, 60)
}

fn sheet(canvas: &Value) -> String {
    let mut page = format!("{}\n", table::cut(text(canvas, "/title"), 100));
    for block in list(canvas, "blocks").iter().map(|plan| text(plan, "/block")) {
        let notes = list(canvas, "notes").iter().filter(|note| text(note, "/block") == block);
        let rows: Vec<_> =
            notes.map(|note| vec![format!("  {}", text(note, "/text")), figures(&note["figures"])]).collect();
        page.push_str(&format!("\n{}\n{}", words(block), table::columns(&rows, 70)));
    }
    page
}

/// What the book says about a note, in a few words.
fn figures(figures: &Value) -> String {
    match text(figures, "/of") {
        "segment" => match (figures["count"].as_u64(), text(figures, "/segment/name")) {
            (Some(count), name) => format!("{count} of {} people: {name}", figures["people"]),
            (None, _) => "the segment is gone".into(),
        },
        "channel" => {
            format!("{} touchpoints by {}", figures["share"]["touches"], words(text(figures, "/share/channel")))
        }
        "relation" => {
            format!("{} of {} people: {}", figures["count"], figures["people"], words(text(figures, "/relation")))
        }
        _ => String::new(),
    }
}
