//! A map in a workshop, from the terminal: a copy for others, a map from a copy, what everybody feels beside each other.

use super::{given, list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::table;
use clap::Subcommand;
use serde_json::{Value, json};

#[derive(Debug, Subcommand)]
pub enum Workshop {
    /// Write a copy that somebody fills in, or that goes back to whoever leads
    Copy {
        /// The new file
        #[arg(value_name = "FILE")]
        file: String,
        /// Who filled it in, as the others are to see it
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        /// With names of people
        #[arg(long)]
        names: bool,
    },
    /// Begin a map from a copy that somebody sent
    Take {
        /// The file
        #[arg(value_name = "FILE")]
        file: String,
    },
    /// Put copies that came back beside the map
    Compare {
        /// The files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
        /// Take the middle of every step about which they agree
        #[arg(long)]
        take_middle: bool,
    },
}

/// `map` finds the map that is meant; nothing needs one to begin a map from a file.
pub fn run(desk: &Desk, verb: Workshop, map: impl Fn() -> Result<Value, Failure>) -> Result<(), Failure> {
    match verb {
        Workshop::Copy { file, by, names } => {
            let input = given(json!({ "journey": map()?, "by": by, "names": names, "path": file }));
            let written = |answer: &Value| format!("Written: {} bytes", answer["bytes"]);
            desk.answer(&desk.call("press", "writeWorkshop", input)?, written);
        }
        Workshop::Take { file } => {
            let made = desk.call("press", "takeWorkshop", json!({ "path": file }))?;
            desk.answer(&desk.call("journeys", "get", made)?, |map| format!("Begun: {}", text(map, "/title")));
        }
        Workshop::Compare { files, take_middle } => {
            let files: Vec<_> = files.into_iter().map(|path| json!({ "path": path })).collect();
            let input = json!({ "journey": map()?, "files": files });
            let table = desk.call("press", "compareWorkshop", input.clone())?;
            if !take_middle {
                desk.answer(&table, voices);
                return Ok(());
            }
            let agreed = list(&table, "rows").iter().filter(|row| row["apart"] == false && !row["step"].is_null());
            let agreed = agreed.filter(|row| row["n"].as_u64().is_some_and(|n| n > 1));
            let picks: Vec<_> =
                agreed.map(|row| json!({ "key": row["key"], "feeling": { "take": "median" } })).collect();
            let mut merge = input;
            merge["picks"] = picks.into();
            let merged = |answer: &Value| format!("{} steps feel otherwise now", answer["changed"]);
            desk.answer(&desk.call("press", "mergeWorkshop", merge)?, merged);
        }
    }
    Ok(())
}

/// A row a step: what each feels, the middle, and where they disagree.
fn voices(answer: &Value) -> String {
    let mut head = vec!["step".to_owned(), "our map".to_owned()];
    head.extend((1..).zip(list(answer, "voices")).map(|(number, voice)| match text(voice, "/by") {
        "" => format!("copy {number}"),
        by => by.to_owned(),
    }));
    head.push("middle".to_owned());
    let mut rows = vec![head];
    rows.extend(list(answer, "rows").iter().map(|row| {
        let mut cells = vec![format!("{} / {}", text(row, "/stage"), text(row, "/name"))];
        for (felt, has) in list(row, "felt").iter().zip(list(row, "has")) {
            cells.push(match felt["value"].as_i64() {
                Some(value) => format!("{value:+} {}", text(felt, "/word")),
                None if *has == true => "not said".into(),
                None => "–".into(),
            });
        }
        let apart = if row["apart"] == true { format!(", {} apart", row["spread"]) } else { String::new() };
        cells.push(row["median"].as_f64().map_or(String::new(), |median| format!("{median:+}{apart}")));
        cells
    }));
    table::columns(&rows, 30)
}
