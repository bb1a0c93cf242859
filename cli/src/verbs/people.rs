//! Looking people up: the list, a search over everything, and who waits today.

use super::{given, list, one_of, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{table, when};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// List people, by name
    People(Which),
    /// Search names, notes, touchpoints and everything else
    Find {
        /// Words that all must be there
        #[arg(required = true)]
        words: Vec<String>,
        /// Rows wanted
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
    },
    /// Who waits for a word, and why
    Today {
        /// Rows wanted
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
    },
}

#[derive(Debug, Args)]
pub struct Which {
    /// Words in the name
    words: Vec<String>,
    /// Rows wanted
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u64,
    /// Rows to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u64,
    /// Carrying this tag
    #[arg(long, value_name = "NAME")]
    tag: Option<String>,
    /// At this stage of the relationship
    #[arg(long)]
    stage: Option<String>,
    /// In the organisation of this name
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// Lacking a phone, an email, a touchpoint or a tag
    #[arg(long, value_name = "WHAT")]
    without: Option<String>,
    /// name, lastTouch or added
    #[arg(long)]
    sort: Option<String>,
    /// Those in the bin
    #[arg(long)]
    bin: bool,
}

pub fn run(desk: &Desk, verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::People(which) => people(desk, which),
        Verb::Find { words, limit } => {
            let found = desk.ask("search", "find", given(json!({ "text": words.join(" "), "limit": limit })))?;
            desk.answer(&found, hits);
            Ok(())
        }
        Verb::Today { limit } => {
            let today = desk.ask("care", "today", given(json!({ "limit": limit })))?;
            desk.answer(&today, waiting);
            Ok(())
        }
    }
}

fn people(desk: &Desk, which: Which) -> Result<(), Failure> {
    desk.unlock()?;
    let tag = match &which.tag {
        Some(name) => Some(one_of(&desk.call("people", "tags", Value::Null)?, "name", name)?),
        None => None,
    };
    let filter = given(json!({
        "text": (!which.words.is_empty()).then(|| which.words.join(" ")), "tag": tag, "stage": which.stage,
        "organisation": which.organisation, "without": which.without, "sort": which.sort, "binned": which.bin.then_some(true),
    }));
    let page = desk.pages("people", "list", &filter, which.offset, which.limit)?;
    desk.answer(&page, rows_of_people);
    Ok(())
}

/// A page of people in columns, and how many there are in all.
pub fn rows_of_people(page: &Value) -> String {
    let items = list(page, "items");
    let rows: Vec<_> = items
        .iter()
        .map(|row| {
            let tags: Vec<_> = list(row, "tags").iter().map(|tag| text(tag, "/name")).collect();
            let cells = [
                text(row, "/name"),
                text(row, "/organisation"),
                text(row, "/stage"),
                &when::day(row["lastAt"].as_i64()),
                &tags.join(", "),
            ];
            cells.map(str::to_owned).to_vec()
        })
        .collect();
    let total = page["total"].as_u64().unwrap_or(0);
    let shown = items.len() as u64;
    let end = if shown < total { format!("\n{shown} of {total} people") } else { format!("\n{total} people") };
    table::columns(&rows, 40) + &end
}

fn hits(found: &Value) -> String {
    let rows: Vec<_> = list(found, "hits")
        .iter()
        .map(|hit| [text(hit, "/kind"), text(hit, "/title"), text(hit, "/snippet")].map(str::to_owned).to_vec())
        .collect();
    if rows.is_empty() { "Nothing found.".into() } else { table::columns(&rows, 70) }
}

fn waiting(today: &Value) -> String {
    let rows: Vec<_> = list(today, "items")
        .iter()
        .map(|item| {
            let silent = format!("silent for {} days", item.pointer("/why/silentDays").unwrap_or(&Value::Null));
            let because = match text(item, "/why/reason") {
                "rhythm" => item.pointer("/why/usualDays").and_then(Value::as_f64).map(|d| format!("usually {d:.0}")),
                _ => item.pointer("/why/rule/days").and_then(Value::as_u64).map(|d| format!("the rule says {d}")),
            };
            let last = text(item, "/last/text");
            vec![
                text(item, "/person/name").to_owned(),
                format!("{silent}, {}", because.unwrap_or_default()),
                last.to_owned(),
            ]
        })
        .collect();
    if rows.is_empty() { "Nobody waits today.".into() } else { table::columns(&rows, 50) }
}
