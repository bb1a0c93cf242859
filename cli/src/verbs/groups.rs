//! How segments stand, their tracks and communities, from the terminal.

use super::{list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::table;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// See how segments stand, who is on which track, and which communities there are
#[derive(Debug, Args)]
pub struct Groups {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Size, people in no other segment, answers, and pairs that may be one
    Health,
    /// How many people each two segments share
    Overlap,
    /// Tracks with how many people stand before each step
    Tracks,
    /// Communities with their members and last meeting
    Communities,
}

pub fn run(desk: &Desk, groups: Groups) -> Result<(), Failure> {
    let (room, verb, shown): (&str, &str, fn(&Value) -> String) = match groups.what {
        What::Health => ("segments", "health", health),
        What::Overlap => ("segments", "health", overlap),
        What::Tracks => ("segments", "tracks", tracks),
        What::Communities => ("communities", "list", communities),
    };
    desk.answer(&desk.ask(room, verb, Value::Null)?, shown);
    Ok(())
}

fn name_of<'a>(health: &'a Value, id: &Value) -> &'a str {
    let found = list(health, "segments").iter().find(|row| row["segment"]["id"] == *id);
    found.map_or("", |row| text(row, "/segment/name"))
}

fn health(health: &Value) -> String {
    let mut rows = vec![["segment", "people", "only here", "answered"].map(str::to_owned).to_vec()];
    rows.extend(list(health, "segments").iter().map(|row| {
        let pulse = &row["pulse"];
        let answered = format!("{} of {}", pulse["answered"], pulse["asked"]);
        vec![text(row, "/segment/name").to_owned(), row["count"].to_string(), row["only"].to_string(), answered]
    }));
    let mut page = table::columns(&rows, 60);
    page.push_str(&format!("\nIn no segment: {} of {}\n", health["uncovered"], health["total"]));
    for pair in list(health, "pairs").iter().filter(|pair| pair["maybeOne"] == true) {
        page.push_str(&format!(
            "Maybe one segment: {} and {}\n",
            name_of(health, &pair["a"]),
            name_of(health, &pair["b"])
        ));
    }
    page
}

fn overlap(health: &Value) -> String {
    let rows: Vec<_> = list(health, "pairs")
        .iter()
        .map(|pair| {
            vec![
                name_of(health, &pair["a"]).to_owned(),
                name_of(health, &pair["b"]).to_owned(),
                pair["both"].to_string(),
            ]
        })
        .collect();
    if rows.is_empty() { "Fewer than two segments.".into() } else { table::columns(&rows, 60) }
}

fn tracks(all: &Value) -> String {
    let mut page = String::new();
    for track in list(&json!({ "all": all }), "all") {
        page.push_str(&format!("{} ({} on it)\n", text(track, "/name"), track["people"]));
        let step = |s: &Value| {
            let when = format!("  after {} days", s["afterDays"]);
            vec![when, text(s, "/channel").to_owned(), text(s, "/what").to_owned(), format!("due {}", s["due"])]
        };
        let rows: Vec<_> = list(track, "steps").iter().map(step).collect();
        page.push_str(&table::columns(&rows, 60));
        page.push('\n');
    }
    if page.is_empty() { "No tracks yet.".into() } else { page }
}

fn communities(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let row = |one: &Value| {
        let people = format!("{} people", one["members"]);
        vec![text(one, "/name").to_owned(), people, text(one, "/about").to_owned()]
    };
    let rows: Vec<_> = list(&wrapped, "all").iter().map(row).collect();
    if rows.is_empty() { "No communities yet.".into() } else { table::columns(&rows, 80) }
}
