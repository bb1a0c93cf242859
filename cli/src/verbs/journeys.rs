//! Journey maps from the terminal: the steps stage by stage, with how they feel, how they were felt, and what deserves a look.

use super::{list, one_of, press, text};
use crate::desk::Desk;
use crate::failure::{Failure, words};
use crate::table;
use clap::{Args, Subcommand};
use rapport_core::error::Code;
use serde_json::{Value, json};

/// Print a journey map with what the log says about its steps
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Journey {
    /// A map's title or id [default: the first]
    #[arg(value_name = "MAP")]
    which: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Print a map on paper: PDF, drawing or picture
    Print {
        #[command(flatten)]
        how: press::Print,
        /// An empty map with the same stages, for a workshop
        #[arg(long)]
        blank: bool,
        /// A map's title or id [default: the first]
        #[arg(long, value_name = "MAP")]
        on: Option<String>,
    },
    /// Write a map as text
    Export {
        #[command(flatten)]
        how: press::Export,
        /// A map's title or id [default: the first]
        #[arg(long, value_name = "MAP")]
        on: Option<String>,
    },
}

pub fn run(desk: &Desk, journey: Journey) -> Result<(), Failure> {
    desk.unlock()?;
    match journey.verb {
        None => {
            let id = one(desk, journey.which.as_deref())?;
            desk.answer(&desk.call("journeys", "get", json!({ "id": id }))?, map);
            Ok(())
        }
        // An empty map needs none to begin with.
        Some(Verb::Print { how, blank: true, on }) => {
            let id = one(desk, on.as_deref()).ok();
            press::print(desk, json!({ "sheet": "blankJourney", "journey": id }), &how)
        }
        Some(Verb::Print { how, on, .. }) => {
            let id = one(desk, on.as_deref())?;
            press::print(desk, json!({ "sheet": "journey", "journey": id }), &how)
        }
        Some(Verb::Export { how, on }) => {
            let id = one(desk, on.as_deref())?;
            press::export(desk, json!({ "sheet": "journey", "journey": id }), &how)
        }
    }
}

/// The id of the map that is meant; the first one when none is.
fn one(desk: &Desk, which: Option<&str>) -> Result<Value, Failure> {
    let all = desk.call("journeys", "list", Value::Null)?;
    match which {
        Some(which) => one_of(&all, "title", which),
        None => all.get(0).map(|map| map["id"].clone()).ok_or_else(|| Failure::new(Code::NotFound)),
    }
}

fn map(map: &Value) -> String {
    let whose = match text(map, "/segment/name") {
        "" if map["segmentGone"] == true => "its segment is gone".into(),
        "" => format!("everybody, {} people", map["people"]),
        name => format!("{name}, {} people", map["people"]),
    };
    let mut page = format!("{} ({whose})\n", table::cut(text(map, "/title"), 100));
    for stage in list(map, "stages") {
        let steps = list(stage, "steps").iter();
        let rows: Vec<_> =
            steps.map(|step| vec![format!("  {}", text(step, "/name")), felt(step), seen(step), flags(step)]).collect();
        page.push_str(&format!("\n{}\n{}", text(stage, "/name"), table::columns(&rows, 50)));
    }
    page
}

/// "−1 confused", and what it should be one day.
fn felt(step: &Value) -> String {
    let one = |felt: &Value| felt["value"].as_i64().map(|value| format!("{value:+} {}", text(felt, "/word")));
    match (one(&step["expected"]), one(&step["wished"])) {
        (Some(now), Some(one_day)) if now != one_day => format!("{now} → {one_day}"),
        (Some(now), _) => now,
        (None, Some(one_day)) => format!("→ {one_day}"),
        (None, None) => String::new(),
    }
}

fn seen(step: &Value) -> String {
    let seen = &step["observed"];
    match seen["median"].as_f64() {
        Some(median) => format!("felt {median:+}, n {}", seen["n"]),
        None => "guess".into(),
    }
}

fn flags(step: &Value) -> String {
    let one = |flag: &Value| match text(flag, "/flag") {
        "drop" => format!("falls by {}", flag["by"]),
        "low" => "feels bad".into(),
        "noTouch" => "no touchpoint".into(),
        "differs" if flag["by"].as_f64().is_some_and(|by| by > 0.0) => "better than thought".into(),
        "differs" => "worse than thought".into(),
        other => words(other),
    };
    list(step, "flags").iter().map(one).collect::<Vec<_>>().join(", ")
}
