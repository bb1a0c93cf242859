//! What people may expect, from the terminal: the sheet, who was told, and what somebody was told in two ways.

use super::{given, list, one_of, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::table;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// What people may expect, and who was told
#[derive(Debug, Args)]
pub struct Expect {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List what may be expected
    List,
    /// Write an expectation down
    Add {
        /// What one calls it
        #[arg(value_name = "NAME")]
        name: String,
        /// What may be expected
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        text: String,
        /// price, delivery, support, warranty, feature, limit or other
        #[arg(long, value_name = "TOPIC", default_value = "other")]
        topic: String,
        /// Since which day: 2026-11-27
        #[arg(long, value_name = "DAY")]
        since: Option<String>,
    },
    /// Give an expectation other words
    Reword {
        /// What one calls it, or its id
        #[arg(value_name = "NAME")]
        name: String,
        /// What may be expected
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        text: String,
        /// Since which day: 2026-11-27
        #[arg(long, value_name = "DAY")]
        since: Option<String>,
    },
    /// Note that somebody is told something
    Tell {
        /// Who: a name, an e-mail address or an id
        #[arg(value_name = "WHO")]
        who: String,
        /// What one calls an expectation; or with --topic any words
        #[arg(value_name = "WHAT", allow_hyphen_values = true)]
        what: String,
        /// What the words are about: as above, or badNews
        #[arg(long, value_name = "TOPIC")]
        topic: Option<String>,
        /// On which day: 2026-11-27
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    /// List what somebody was told
    Told {
        /// Who: a name, an e-mail address or an id
        #[arg(value_name = "WHO")]
        who: String,
    },
    /// List what people were told in two ways within a year
    Check {
        /// Only to this person
        #[arg(value_name = "WHO")]
        who: Option<String>,
    },
}

pub fn run(desk: &Desk, expect: Expect) -> Result<(), Failure> {
    desk.unlock()?;
    let all = || desk.call("promises", "expectations", Value::Null);
    let id_of = |who: &str| Ok::<_, Failure>(desk.one_called(who)?["id"].clone());
    match expect.verb.unwrap_or(Verb::List) {
        Verb::List => desk.answer(&all()?, expectations),
        Verb::Add { name, text, topic, since } => {
            let input = given(json!({ "name": name, "text": text, "topic": topic, "since": since }));
            desk.answer(&desk.call("promises", "saveExpectation", input)?, one);
        }
        Verb::Reword { name, text, since } => {
            let id = one_of(&all()?, "name", &name)?;
            let input = given(json!({ "id": id, "text": text, "since": since }));
            desk.answer(&desk.call("promises", "saveExpectation", input)?, one);
        }
        Verb::Tell { who, what, topic, on } => {
            let person = id_of(&who)?;
            let input = match topic {
                Some(topic) => json!({ "person": person, "topic": topic, "text": what, "day": on }),
                None => json!({ "person": person, "expectation": one_of(&all()?, "name", &what)?, "day": on }),
            };
            desk.answer(&desk.call("promises", "tell", given(input))?, told_one);
        }
        Verb::Told { who } => {
            let input = json!({ "person": id_of(&who)?, "limit": 500 });
            desk.answer(&desk.call("promises", "told", input)?, told);
        }
        Verb::Check { who } => {
            let person = who.as_deref().map(id_of).transpose()?;
            desk.answer(&desk.call("drafts", "contradictions", given(json!({ "person": person })))?, two_ways);
        }
    }
    Ok(())
}

fn expectations(all: &Value) -> String {
    let rows: Vec<_> = rows_of(all).iter().map(cells).collect();
    if rows.is_empty() { "Nothing is written down yet.".into() } else { table::columns(&rows, 70) }
}

fn one(expectation: &Value) -> String {
    cells(expectation).join(" · ")
}

fn cells(one: &Value) -> Vec<String> {
    let ended = text(one, "/endedOn");
    let when = if ended.is_empty() { format!("since {}", text(one, "/since")) } else { format!("ended {ended}") };
    let words = table::cut(text(one, "/text"), 100);
    let count = |key: &str| one[key].as_u64().unwrap_or_default();
    let told = format!("{} told, {} know older words", count("told"), count("toldBefore"));
    vec![text(one, "/topic").to_owned(), text(one, "/name").to_owned(), words, when, told]
}

fn rows_of(all: &Value) -> &[Value] {
    all.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn told(page: &Value) -> String {
    let rows: Vec<_> = list(page, "items").iter().map(told_cells).collect();
    if rows.is_empty() { "They were told nothing yet.".into() } else { table::columns(&rows, 70) }
}

fn told_one(one: &Value) -> String {
    told_cells(one).into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn told_cells(one: &Value) -> Vec<String> {
    let holds = if one["holds"] == true { "" } else { "other words hold now" };
    let words = table::cut(text(one, "/text"), 100);
    vec![text(one, "/day").to_owned(), text(one, "/topic").to_owned(), words, holds.to_owned()]
}

fn two_ways(all: &Value) -> String {
    let side = |one: &Value, key: &str| {
        let said = |field: &str| text(one, &format!("/{key}/{field}")).to_owned();
        let how = Some(said("channel")).filter(|channel| !channel.is_empty()).unwrap_or_else(|| "told".into());
        format!("{} ({how}, {})", said("written"), said("day"))
    };
    let cells = |one: &Value| {
        vec![
            text(one, "/person/name").to_owned(),
            text(one, "/topic").to_owned(),
            side(one, "first"),
            side(one, "then"),
        ]
    };
    let rows: Vec<_> = rows_of(all).iter().map(cells).collect();
    if rows.is_empty() { "Nobody was told two things.".into() } else { table::columns(&rows, 70) }
}
