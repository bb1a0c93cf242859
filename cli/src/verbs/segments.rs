//! Segments from the terminal: which there are, who is in one, and whom a rule that is typed would take in.

use super::people::rows_of_people;
use super::{given, list, one_of, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{out, table};
use clap::{Args, Subcommand};
use rapport_core::error::Code;
use serde_json::{Value, json};

/// List the segments, or the people in one; count and keep rules that are typed
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
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
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List the segments
    List,
    /// How many people a segment or a rule takes in
    Count(Of),
    /// The people whom a segment or a rule takes in
    Members {
        #[command(flatten)]
        of: Of,
        /// People wanted
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
        /// People to pass over
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: u64,
    },
    /// Make a segment of a rule
    Make {
        /// What it is called
        name: String,
        /// Who belongs to it: "stage = retention and last touch before 60 days ago"
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        rule: String,
        /// Its colour, 1 to 6
        #[arg(long, value_name = "N")]
        hue: Option<u8>,
    },
    /// The rule of a segment as text
    Rule {
        /// A segment's name or id
        which: String,
    },
}

/// A segment, or a rule.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Of {
    /// A segment's name or id
    #[arg(value_name = "SEGMENT")]
    which: Option<String>,
    /// A rule: "tag = VIP and not permission email = no"
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    rule: Option<String>,
}

pub fn run(desk: &Desk, segment: Segment) -> Result<(), Failure> {
    desk.unlock()?;
    let named =
        |which: &str| -> Result<Value, Failure> { one_of(&desk.call("segments", "list", Value::Null)?, "name", which) };
    let input = |of: &Of| -> Result<Value, Failure> {
        match (&of.which, &of.rule) {
            (_, Some(rule)) => Ok(json!({ "rule": read(desk, rule)? })),
            (which, None) => Ok(json!({ "id": named(which.as_deref().unwrap_or_default())? })),
        }
    };
    let members = |input: &Value, offset, limit| -> Result<(), Failure> {
        desk.answer(&desk.pages("segments", "members", input, offset, limit)?, rows_of_people);
        Ok(())
    };
    match (segment.verb, segment.which) {
        (None, Some(which)) => members(&json!({ "id": named(&which)? }), segment.offset, segment.limit)?,
        (None | Some(Verb::List), _) => desk.answer(&desk.call("segments", "list", Value::Null)?, segments),
        (Some(Verb::Count(of)), _) => {
            let mut one = input(&of)?;
            if let Some(id) = one.get("id") {
                one = json!({ "rule": desk.call("segments", "get", json!({ "id": id }))?["rule"] });
            }
            let found = desk.call("segments", "preview", one)?;
            desk.answer(&found, |found| {
                format!("{} of {} people. {}.", found["count"], found["total"], text(found, "/sentence"))
            });
        }
        (Some(Verb::Members { of, limit, offset }), _) => members(&input(&of)?, offset, limit)?,
        (Some(Verb::Make { name, rule, hue }), _) => {
            let input = given(json!({ "name": name, "rule": read(desk, &rule)?, "hue": hue }));
            let made = desk.call("segments", "save", input)?;
            desk.answer(&made, |made| {
                format!("{}: {} people. {}.", text(made, "/name"), made["count"], text(made, "/sentence"))
            });
        }
        (Some(Verb::Rule { which }), _) => {
            let written = desk.call("segments", "writeText", json!({ "segment": { "id": named(&which)? } }))?;
            desk.answer(&written, |written| text(written, "").to_owned());
        }
    }
    Ok(())
}

/// The rule that a text says; where it cannot be read, the place is shown under it.
fn read(desk: &Desk, rule: &str) -> Result<Value, Failure> {
    let read = desk.call("segments", "readText", json!({ "text": rule }))?;
    if !read["rule"].is_null() {
        return Ok(read["rule"].clone());
    }
    let problem = &read["problem"];
    if !desk.how.json {
        let place = |key: &str| usize::try_from(problem[key].as_u64().unwrap_or_default()).unwrap_or_default();
        let (from, to) = (place("from"), place("to"));
        out::aside(rule);
        out::aside(&format!("{}{}", " ".repeat(from), "^".repeat(to.saturating_sub(from).max(1))));
        for (what, key) in [("It could be", "expected"), ("Did you mean", "meant")] {
            let words: Vec<&str> = list(problem, key).iter().filter_map(Value::as_str).collect();
            if !words.is_empty() {
                out::aside(&format!("{what}: {}", words.join("  ")));
            }
        }
    }
    let failure = Failure::new(Code::Invalid).with("field", "rule");
    Err(["why", "from", "to", "expected", "meant"]
        .iter()
        .fold(failure, |failure, key| failure.with(key, problem[*key].clone())))
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
