//! What a canvas adds up to, as tables for the terminal: channel by segment, how segments are served, what is worth a look,
//! its versions, and the kinds there are.

use super::{list, text};
use crate::failure::words;
use crate::table;
use serde_json::{Value, json};

fn rows<T>(all: &Value, row: impl Fn(&Value) -> T) -> Vec<T> {
    list(&json!({ "all": all }), "all").iter().map(row).collect()
}

/// Channel by segment: a row a channel and segment, what is planned beside what was lived.
pub fn matrix(matrix: &Value) -> String {
    let mut lines = Vec::new();
    for (channel, cells) in list(matrix, "channels").iter().zip(list(matrix, "rows")) {
        let cells = cells.as_array().map_or(&[][..], Vec::as_slice);
        for ((segment, count), cell) in list(matrix, "segments").iter().zip(list(matrix, "counts")).zip(cells) {
            let answered = match cell["asked"].as_u64() {
                Some(asked) if asked > 0 => format!("{} of {asked} answered", cell["answered"]),
                _ => String::new(),
            };
            lines.push(vec![
                words(channel.as_str().unwrap_or_default()),
                text(segment, "/name").to_owned(),
                if cell["planned"] == true { "planned".into() } else { String::new() },
                format!("{} touchpoints with {} of {count}", cell["touches"], cell["people"]),
                answered,
                format!("reaches {} of {count}", cell["reach"]),
            ]);
        }
    }
    if lines.is_empty() { "There are no segments or channels yet.".into() } else { table::columns(&lines, 40) }
}

/// How segments are meant to be served beside how they are.
pub fn service(all: &Value) -> String {
    let said = |relation: &str| if relation.is_empty() { "not said".into() } else { words(relation) };
    let lines = rows(all, |one| {
        let minutes = one["planned"]["minutes"].as_u64().map(|m| format!("{m} min each a month")).unwrap_or_default();
        vec![
            text(one, "/segment/name").to_owned(),
            format!("planned: {}", said(text(one, "/planned/relation"))),
            format!("looks like: {}", said(text(one, "/lived/relation"))),
            minutes,
            format!("spoke with {} of {}", one["lived"]["people"], one["count"]),
        ]
    });
    if lines.is_empty() { "There are no segments yet.".into() } else { table::columns(&lines, 50) }
}

/// What the book answers to the questions, segment by segment.
pub fn answers(answers: &Value) -> String {
    let type_of = |relation: &str| if relation.is_empty() { "not said".into() } else { words(relation) };
    let lines = rows(&answers["segments"], |one| {
        let channel = &one["channel"];
        let best = match channel["asked"].as_u64() {
            None => "not spoken with".into(),
            Some(asked) => {
                format!("{} ({} of {asked} answered)", words(text(channel, "/channel")), channel["answered"])
            }
        };
        vec![
            text(one, "/segment/name").to_owned(),
            format!("{} people", one["count"]),
            best,
            format!("planned: {}", type_of(text(one, "/planned/relation"))),
            format!("looks like: {}", type_of(text(one, "/lived"))),
            format!("{} min a month", one["minutes"]),
        ]
    });
    let of = format!("Linked to the rest of the sheet: {} of {}.", answers["integrated"], answers["relationships"]);
    if lines.is_empty() { of } else { format!("{}\n{of}", table::columns(&lines, 50)) }
}

/// What is worth a look; what may stay is left out.
pub fn hints(all: &Value) -> String {
    let all = json!({ "all": all });
    let open: Vec<_> = list(&all, "all").iter().filter(|hint| hint["atRest"] != true).collect();
    if open.is_empty() {
        return "Nothing is worth a look.".into();
    }
    let lines: Vec<_> = open
        .into_iter()
        .map(|hint| vec![words(text(hint, "/kind")), words(text(hint, "/block")), text(hint, "/text").to_owned()])
        .collect();
    table::columns(&lines, 60)
}

/// The versions that were kept.
pub fn versions(all: &Value) -> String {
    let lines = rows(all, |row| {
        vec![
            format!("v{}", row["number"]),
            text(row, "/label").to_owned(),
            text(row, "/reason").to_owned(),
            text(row, "/id").to_owned(),
        ]
    });
    if lines.is_empty() { "No version was kept yet.".into() } else { table::columns(&lines, 50) }
}

/// The kinds of canvas.
pub fn kinds(all: &Value) -> String {
    let lines = rows(all, |kind| {
        let blocks: Vec<String> = list(kind, "blocks")
            .iter()
            .map(|plan| plan["name"].as_str().map_or_else(|| words(text(plan, "/block")), str::to_owned))
            .collect();
        let name = kind["name"].as_str().map_or_else(|| words(text(kind, "/kind")), str::to_owned);
        vec![name, text(kind, "/kind").to_owned(), blocks.join(", ")]
    });
    table::columns(&lines, 100)
}

/// What differs since a version.
pub fn differences(comparison: &Value) -> String {
    let lines: Vec<_> = list(comparison, "notes")
        .iter()
        .map(|note| {
            let changes: Vec<_> = list(note, "changes").iter().map(|change| words(text(change, "/what"))).collect();
            vec![words(text(note, "/block")), text(note, "/text").to_owned(), changes.join(", ")]
        })
        .collect();
    if lines.is_empty() { "Nothing differs.".into() } else { table::columns(&lines, 60) }
}
