//! Segments from the terminal: which there are, and who is in one.

use super::people::rows_of_people;
use super::{list, one_of, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::table;
use clap::Args;
use serde_json::{Value, json};

/// List the segments, or the people in one
#[derive(Debug, Args)]
pub struct Segment {
    /// A segment's name or id
    #[arg(value_name = "SEGMENT")]
    which: Option<String>,
    /// People wanted
    #[arg(long, value_name = "N", default_value_t = 50, requires = "which")]
    limit: u64,
    /// People to pass over
    #[arg(long, value_name = "N", default_value_t = 0, requires = "which")]
    offset: u64,
}

pub fn run(desk: &Desk, segment: Segment) -> Result<(), Failure> {
    let all = desk.ask("segments", "list", Value::Null)?;
    let Some(which) = segment.which else {
        desk.answer(&all, segments);
        return Ok(());
    };
    let id = one_of(&all, "name", &which)?;
    let page = desk.pages("segments", "members", &json!({ "id": id }), segment.offset, segment.limit)?;
    desk.answer(&page, rows_of_people);
    Ok(())
}

fn segments(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let rows: Vec<_> = list(&wrapped, "all")
        .iter()
        .map(|segment| {
            let people = segment["count"].as_u64().map_or_else(|| "?".to_owned(), |n| n.to_string());
            vec![text(segment, "/name").to_owned(), people, text(segment, "/sentence").to_owned()]
        })
        .collect();
    if rows.is_empty() { "No segments yet.".into() } else { table::columns(&rows, 80) }
}
