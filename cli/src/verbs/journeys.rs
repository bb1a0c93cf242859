//! Journey maps from the terminal: the steps stage by stage, with how they feel, how they were felt, and what deserves a look.

use super::workshop::{self, Workshop};
use super::{list, one_of, press, text};
use crate::desk::Desk;
use crate::failure::{Failure, words};
use crate::{table, when};
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
    /// Print how new customers fare: who is left alone, who says they are lost, which steps come late
    Onboarding {
        /// Everybody who is new, not only those left alone
        #[arg(long)]
        everybody: bool,
        /// Rows wanted
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: u64,
        /// A map's title or id [default: the first]
        #[arg(long, value_name = "MAP")]
        on: Option<String>,
    },
    /// Fill in a map together: copies for others, and what they said
    Workshop {
        #[command(subcommand)]
        verb: Workshop,
        /// A map's title or id [default: the first]
        #[arg(long, value_name = "MAP", global = true)]
        on: Option<String>,
    },
    /// Print the audit of touchpoints: each kind, how it felt, what a plain rule says, and what was decided
    Audit {
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
        Some(Verb::Audit { on }) => {
            let id = one(desk, on.as_deref())?;
            desk.answer(&desk.call("journeys", "audit", json!({ "id": id }))?, audited);
            Ok(())
        }
        Some(Verb::Onboarding { everybody, limit, on }) => {
            let id = one(desk, on.as_deref())?;
            let input = json!({ "id": id, "everybody": everybody, "limit": limit });
            desk.answer(&desk.call("journeys", "onboarding", input)?, onboarding);
            Ok(())
        }
        Some(Verb::Workshop { verb, on }) => workshop::run(desk, verb, || one(desk, on.as_deref())),
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

/// "First year (Cafés, 12 people)".
fn head(map: &Value) -> String {
    let whose = match text(map, "/segment/name") {
        "" if map["segmentGone"] == true => "its segment is gone".into(),
        "" => format!("everybody, {} people", map["people"]),
        name => format!("{name}, {} people", map["people"]),
    };
    format!("{} ({whose})\n", table::cut(text(map, "/title"), 100))
}

/// A row a kind of touchpoint: through what, at which steps, how it felt, what the rule says, what was decided and why.
fn audited(audit: &Value) -> String {
    let row = |row: &Value| {
        let stage = text(row, "/lifecycle");
        let steps: Vec<_> = list(row, "steps").iter().map(|step| text(step, "/name")).collect();
        let felt = if row["observed"]["n"] == 0 { String::new() } else { seen(row) };
        let said = match (text(row, "/said/verdict"), text(row, "/said/reason")) {
            ("", _) => format!("({})", hint(text(row, "/hint"))),
            (verdict, "") => verdict.to_uppercase(),
            (verdict, reason) => format!("{}: {reason}", verdict.to_uppercase()),
        };
        let way = [words(text(row, "/channel")), words(stage)];
        let way: Vec<_> = way.into_iter().filter(|word| !word.is_empty()).collect();
        vec![way.join(", "), steps.join(", "), format!("{} times", row["observed"]["touches"]), felt, said]
    };
    let rows: Vec<_> = list(audit, "rows").iter().map(row).collect();
    let empty = "Nothing is logged, and no step of the map names a channel.".into();
    format!("{}\n{}", head(audit), if rows.is_empty() { empty } else { table::columns(&rows, 40) })
}

/// How many are new, the steps with their waits, the words, and a row a person.
fn onboarding(check: &Value) -> String {
    let count = |name: &str| check[name].as_u64().unwrap_or_default();
    let mut page = format!(
        "{}: {} new, {} left alone for {} days or longer, {} heard nothing since their start\n",
        table::cut(text(check, "/title"), 100),
        count("people"),
        count("alone"),
        count("aloneDays"),
        count("unheard")
    );
    let steps = list(check, "steps").iter().map(|step| {
        let within = step["withinDays"].as_u64().map_or(String::new(), |days| format!("within {days} days"));
        let real = step["medianDays"].as_f64().map_or("nobody yet".into(), |days| format!("takes {days} days"));
        let late = if step["late"] == true { "LATE" } else { "" };
        vec![text(step, "/name").to_owned(), within, format!("{real}, n {}", step["n"]), late.to_owned()]
    });
    let steps: Vec<_> = steps.collect();
    let words = list(check, "words").iter();
    let words: Vec<_> = words.map(|word| format!("{} ({})", text(word, "/word"), word["people"])).collect();
    let rows = list(check, "rows").iter().map(|row| {
        let said = text(row, "/word");
        let silent = format!("silent for {} days", row["silentDays"]);
        let longest = format!("longest {}", row["longestDays"]);
        let since = format!("since {}", when::day(row["start"].as_i64()));
        vec![text(row, "/person/name").to_owned(), silent, longest, since, said.to_owned()]
    });
    let rows: Vec<_> = rows.collect();
    for (part, shown) in
        [(table::columns(&steps, 50), !steps.is_empty()), (table::columns(&rows, 40), !rows.is_empty())]
    {
        if shown {
            page.push_str(&format!("\n{part}"));
        }
    }
    if !words.is_empty() {
        page.push_str(&format!("\nThey say: {}\n", words.join(", ")));
    }
    page
}

fn hint(hint: &str) -> String {
    match hint {
        "unused" => "never happened".into(),
        "asleep" => "none for a year: stop?".into(),
        "ask" => "ask how it felt".into(),
        "askOn" => "ask on: fewer than five said".into(),
        "fix" => "fix?".into(),
        "keep" => "keep?".into(),
        "even" => "leaves them cold".into(),
        other => words(other),
    }
}

fn map(map: &Value) -> String {
    let mut page = head(map);
    let looked = text(map, "/reviewOn");
    if !looked.is_empty() {
        page.push_str(&format!("to be looked at on {looked}\n"));
    }
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
