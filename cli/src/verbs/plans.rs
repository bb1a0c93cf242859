//! Plans from the terminal: strategies and counters, the loyalty loop, layers of value, surprises, the steps of the work.

use super::{given, list, one_of, text};
use crate::desk::Desk;
use crate::failure::{Failure, words};
use crate::{table, when};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// See what is planned for the relationships: strategies, the loop, layers of value, surprises, steps
#[derive(Debug, Args)]
pub struct Plans {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// What is done to win, keep and grow, with its test and what came of it
    Strategies,
    /// How many were won, kept and grew in a period
    Counters {
        /// First day [default: a year ago]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// Last day [default: today]
        #[arg(long, value_name = "DAY")]
        to: Option<String>,
        /// Only people of this segment: a name or an id
        #[arg(long, value_name = "SEGMENT")]
        segment: Option<String>,
    },
    /// Where everybody stands in the loyalty loop, and whether it feeds itself
    Loop {
        /// Who stands at this stage: engage, transact, support, delight, advocate
        #[arg(long, value_name = "STAGE")]
        at: Option<String>,
        /// Rows wanted
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// The layers of value of somebody, or every stack with its weakest layer
    Stack {
        /// A name, an e-mail address or an id
        #[arg(value_name = "WHO", conflicts_with = "segment")]
        who: Option<String>,
        /// Of a segment: a name or an id
        #[arg(long, value_name = "SEGMENT")]
        segment: Option<String>,
    },
    /// Surprises that were given, or who went without one
    Surprises {
        /// Who went without one for so many months
        #[arg(long, value_name = "MONTHS")]
        without: Option<u32>,
        /// Rows wanted
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// The steps of the work, who answers for them and by when
    Steps,
}

pub fn run(desk: &Desk, plans: Plans) -> Result<(), Failure> {
    desk.unlock()?;
    match plans.what {
        What::Strategies => desk.answer(&desk.call("plans", "strategies", Value::Null)?, strategies),
        What::Steps => desk.answer(&desk.call("plans", "steps", Value::Null)?, steps),
        What::Counters { from, to, segment } => {
            let segment = segment_called(desk, segment.as_deref())?;
            let input = given(json!({ "from": from, "to": to, "segment": segment }));
            desk.answer(&desk.call("plans", "counters", input)?, counters);
        }
        What::Loop { at: Some(stage), limit } => {
            desk.answer(&desk.pages("plans", "loopPeople", &json!({ "stage": stage }), 0, limit)?, standing);
        }
        What::Loop { at: None, .. } => {
            let round = desk.call("plans", "loyaltyLoop", Value::Null)?;
            let feeds = desk.call("plans", "conversion", Value::Null)?;
            desk.answer(&json!({ "loop": round, "conversion": feeds }), whole_loop);
        }
        What::Stack { who: None, segment: None } => {
            desk.answer(&desk.call("plans", "stacks", json!({}))?, stacks);
        }
        What::Stack { who, segment } => {
            let subject = match who {
                Some(who) => format!("person:{}", text(&desk.one_called(&who)?, "/id")),
                None => format!("segment:{}", segment_called(desk, segment.as_deref())?.as_str().unwrap_or_default()),
            };
            desk.answer(&desk.call("plans", "stack", json!({ "subject": subject }))?, stack);
        }
        What::Surprises { without: Some(months), limit } => {
            desk.answer(&desk.pages("plans", "unsurprised", &json!({ "months": months }), 0, limit)?, unsurprised);
        }
        What::Surprises { without: None, .. } => {
            desk.answer(&desk.call("plans", "surprises", Value::Null)?, surprises);
        }
    }
    Ok(())
}

fn segment_called(desk: &Desk, which: Option<&str>) -> Result<Value, Failure> {
    let Some(which) = which else { return Ok(Value::Null) };
    one_of(&desk.call("segments", "list", Value::Null)?, "name", which)
}

/// Rows as columns, or what there is to say when there are none.
fn page(rows: &[Vec<String>], empty: &str) -> String {
    if rows.is_empty() { empty.to_owned() } else { table::columns(rows, 60) }
}

fn rows(all: &Value, row: impl Fn(&Value) -> Vec<String>) -> Vec<Vec<String>> {
    all.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(row).collect()
}

fn strategies(all: &Value) -> String {
    let row = |one: &Value| {
        let passes = format!("{} of 3", one["passes"]);
        let cells =
            [words(text(one, "/area")), words(text(one, "/state")), table::cut(text(one, "/title"), 100), passes];
        cells.into_iter().chain(["/owner", "/reviewOn", "/result"].map(|at| text(one, at).to_owned())).collect()
    };
    page(&rows(all, row), "No strategy is written down yet.")
}

fn counters(counted: &Value) -> String {
    let basis = if text(counted, "/basis") == "purchases" { "purchases" } else { "touchpoints: no purchase is known" };
    let expanded = match counted["expanded"].as_u64() {
        Some(expanded) => format!("{expanded} of {} bought for more", counted["boughtBefore"]),
        None => "not known without purchases".into(),
    };
    format!(
        "{} to {}, by {basis}\nwon    {}\nkept   {} of {}\ngrew   {expanded}\n",
        text(counted, "/from"),
        text(counted, "/to"),
        counted["acquired"],
        counted["kept"],
        counted["had"],
    )
}

fn whole_loop(answer: &Value) -> String {
    let row = |stage: &Value| {
        let felt = format!("{} liked, {} hurt", stage["liked"], stage["hurt"]);
        let touches = format!("{} touchpoints", stage["touches"]);
        vec![text(stage, "/stage").to_owned(), format!("{} people", stage["people"]), touches, felt]
    };
    let feeds = &answer["conversion"];
    let mut page = table::columns(&rows(&answer["loop"]["stages"], row), 40);
    page.push_str(&format!("outside the loop: {} people\n", answer["loop"]["outside"]));
    page.push_str(&format!(
        "\n{} delighted, {} of them speak for us, who brought {}, of whom {} became customers\n",
        feeds["delighted"], feeds["advocates"], feeds["referred"], feeds["customers"]
    ));
    page
}

fn standing(answer: &Value) -> String {
    let row = |one: &Value| {
        let said = [text(one, "/touch/title"), text(one, "/touch/text")].into_iter().find(|said| !said.is_empty());
        let day = when::day(one["touch"]["at"].as_i64());
        vec![text(one, "/person/name").to_owned(), day, table::cut(said.unwrap_or_default(), 100)]
    };
    page(&rows(&answer["items"], row), "Nobody stands there.")
}

fn stacks(all: &Value) -> String {
    let row = |one: &Value| {
        let score = |at: usize| one["scores"][at].as_u64().map_or("–".into(), |score| score.to_string());
        let weakest = words(text(one, "/weakest/layer"));
        let weakest = if weakest.is_empty() { weakest } else { format!("weakest: {weakest}") };
        vec![text(one, "/name").to_owned(), format!("{} {} {}", score(0), score(1), score(2)), weakest]
    };
    page(&rows(all, row), "No layers of value are judged yet.")
}

fn stack(stack: &Value) -> String {
    let weakest = text(stack, "/weakest/layer");
    let row = |layer: &Value| {
        let name = text(layer, "/layer");
        let score = layer["score"].as_u64().map_or("–".into(), |score| format!("{score} of 5"));
        let proofs = format!("{} touchpoints speak for it", list(layer, "evidence").len());
        let mark = if name == weakest { "weakest" } else { "" };
        vec![name.to_owned(), score, proofs, mark.to_owned(), table::cut(text(layer, "/note"), 100)]
    };
    page(&rows(&stack["layers"], row), "")
}

fn surprises(all: &Value) -> String {
    let row = |one: &Value| {
        let whom = list(&one["touch"], "people").first().map_or("", |who| text(who, "/name"));
        let cost = match one["cost"].as_i64() {
            Some(cost) => format!("{cost} minor units of {}", text(one, "/currency")),
            None => String::new(),
        };
        let felt = one["touch"]["felt"].as_i64().map_or(String::new(), |felt| format!("{felt:+}"));
        let said = [text(one, "/touch/text"), text(one, "/touch/title")].into_iter().find(|said| !said.is_empty());
        vec![when::day(one["touch"]["at"].as_i64()), whom.to_owned(), said.unwrap_or_default().to_owned(), felt, cost]
    };
    page(&rows(all, row), "No surprise was given yet.")
}

fn unsurprised(answer: &Value) -> String {
    let row = |one: &Value| {
        let since = one["since"].as_i64().map_or("never".into(), |at| format!("last {}", when::day(Some(at))));
        vec![text(one, "/person/name").to_owned(), since]
    };
    page(&rows(&answer["items"], row), "Every customer was delighted by something in that time.")
}

fn steps(all: &Value) -> String {
    let row = |one: &Value| {
        let name = match (text(one, "/title"), text(one, "/purpose")) {
            ("", "map") => "map the journey",
            ("", "goals") => "set goals",
            ("", "rules") => "write rules",
            ("", "feedback") => "close the loop",
            (title, _) => title,
        };
        let done = one["doneAt"].as_i64().map_or(String::new(), |at| format!("done {}", when::day(Some(at))));
        let due = if done.is_empty() { text(one, "/due").to_owned() } else { String::new() };
        vec![table::cut(name, 100), text(one, "/owner").to_owned(), due, done]
    };
    page(&rows(all, row), "The steps are not begun yet.")
}
