//! Gestures from the terminal: what was given and what it cost, giving within what may be given, and beyond it with a reason.

use super::log::camel;
use super::{given, list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::table;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// What is given to people beside what they pay for, and what may be given without asking
#[derive(Debug, Args)]
pub struct Gesture {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List what was given, the last first
    List(Which),
    /// Write down what somebody was given
    Give(Box<Give>),
    /// What may still be given to somebody, or what may be given to anybody
    Budget {
        /// A name, an e-mail address or an id
        #[arg(value_name = "WHO")]
        who: Option<String>,
        /// Set it: "50 EUR"
        #[arg(long, value_name = "MONEY")]
        set: Option<String>,
        /// For so many months
        #[arg(long, value_name = "N", default_value_t = 12)]
        months: u32,
        /// As which of our roles
        #[arg(long = "as", value_name = "ROLE")]
        as_role: Option<String>,
    },
    /// What each role may decide
    Roles,
    /// Whom to thank, and for what
    Thanks,
}

#[derive(Debug, Default, Args)]
struct Which {
    /// To whom: a name, an e-mail address or an id
    #[arg(long = "for", value_name = "WHO")]
    whom: Option<String>,
    /// Rows wanted
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u64,
    /// Rows to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u64,
}

#[derive(Debug, Args)]
struct Give {
    /// To whom: a name, an e-mail address or an id
    #[arg(value_name = "WHO")]
    who: String,
    /// What
    #[arg(value_name = "WHAT", allow_hyphen_values = true)]
    what: String,
    /// gift, card, surprise, discount, upgrade or other
    #[arg(long, default_value = "gift")]
    sort: String,
    /// What it cost: "12.50 EUR"
    #[arg(long, value_name = "MONEY")]
    cost: Option<String>,
    /// On which day: 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Through what: in-person, post, phone ...
    #[arg(long)]
    channel: Option<String>,
    /// Who of us decided
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// As which of our roles
    #[arg(long = "as", value_name = "ROLE")]
    as_role: Option<String>,
    /// How it was taken, from -2 to 2
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    felt: Option<i64>,
    /// What else there is to say
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    note: Option<String>,
    /// Why it goes beyond what may be given
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

pub fn run(desk: &Desk, gesture: Gesture) -> Result<(), Failure> {
    desk.unlock()?;
    match gesture.verb.unwrap_or_else(|| Verb::List(Which { limit: 50, ..Which::default() })) {
        Verb::List(which) => {
            let filter = given(json!({ "person": who(desk, which.whom.as_deref())? }));
            desk.answer(&desk.pages("gestures", "list", &filter, which.offset, which.limit)?, gestures);
        }
        Verb::Give(give) => {
            let (cost, currency) = money(desk, "cost", give.cost.as_deref())?;
            let input = given(json!({
                "person": who(desk, Some(&give.who))?, "what": give.what, "sort": camel(&give.sort), "cost": cost,
                "currency": currency, "day": give.day, "channel": give.channel.as_deref().map(camel), "felt": give.felt,
                "decidedBy": give.by, "asRole": give.as_role, "note": give.note, "overReason": give.reason,
            }));
            desk.answer(&desk.call("gestures", "give", input)?, one);
        }
        Verb::Budget { who: whom, set, months, as_role } => {
            let person = who(desk, whom.as_deref())?;
            if set.is_some() {
                let (amount, currency) = money(desk, "set", set.as_deref())?;
                let input = json!({ "person": person, "amount": amount, "currency": currency, "months": months });
                desk.call("gestures", "saveBudget", given(input))?;
            }
            if person.is_null() {
                desk.answer(&desk.call("gestures", "budgets", Value::Null)?, usual);
            } else {
                let ask = given(json!({ "person": person, "asRole": as_role }));
                desk.answer(&desk.call("gestures", "budget", ask)?, budget);
            }
        }
        Verb::Thanks => desk.answer(&desk.call("care", "thanks", json!({ "limit": 200 }))?, thanks),
        Verb::Roles => desk.answer(&desk.call("gestures", "roles", Value::Null)?, roles),
    }
    Ok(())
}

fn who(desk: &Desk, name: Option<&str>) -> Result<Value, Failure> {
    name.map_or(Ok(Value::Null), |name| Ok(desk.one_called(name)?["id"].clone()))
}

/// "12.50 EUR" as minor units and their currency; nothing, when nothing was said.
fn money(desk: &Desk, field: &str, said: Option<&str>) -> Result<(Value, Value), Failure> {
    let Some(said) = said else { return Ok((Value::Null, Value::Null)) };
    let refused = || Failure::invalid(field, "write an amount and a currency: 12.50 EUR");
    let (amount, code) = said.trim().rsplit_once(' ').ok_or_else(refused)?;
    let all = desk.call("purchases", "currencies", Value::Null)?;
    let known = all.as_array().and_then(|all| all.iter().find(|one| text(one, "/code").eq_ignore_ascii_case(code)));
    let known = known.ok_or_else(refused)?;
    let digits = usize::try_from(known["digits"].as_u64().unwrap_or(2)).unwrap_or(2);
    let (whole, part) = amount.trim().split_once('.').unwrap_or((amount.trim(), ""));
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !figures(whole) || !figures(part) || part.len() > digits {
        return Err(refused());
    }
    let minor: i64 = format!("{whole}{part:0<digits$}").parse().map_err(|_| refused())?;
    Ok((minor.into(), known["code"].clone()))
}

/// "12.50 EUR" of an answer's minor units.
fn written(minor: i64, answer: &Value) -> String {
    let digits = usize::try_from(answer["digits"].as_u64().unwrap_or(2)).unwrap_or(2);
    let bare = format!("{:0>width$}", minor.unsigned_abs(), width = digits + 1);
    let (whole, part) = bare.split_at(bare.len() - digits);
    let (sign, point) = (if minor < 0 { "-" } else { "" }, if digits > 0 { "." } else { "" });
    format!("{sign}{whole}{point}{part} {}", text(answer, "/currency"))
}

fn gestures(page: &Value) -> String {
    let rows: Vec<_> = list(page, "items").iter().map(cells).collect();
    if rows.is_empty() { "Nothing was given yet.".into() } else { table::columns(&rows, 60) }
}

fn one(gesture: &Value) -> String {
    cells(gesture).into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn cells(gesture: &Value) -> Vec<String> {
    let cost = gesture["cost"].as_i64().map_or(String::new(), |cost| written(cost, gesture));
    let felt = gesture["felt"].as_i64().map_or(String::new(), |felt| format!("{felt:+}"));
    let over = text(gesture, "/overReason");
    vec![
        text(gesture, "/day").to_owned(),
        text(gesture, "/person/name").to_owned(),
        table::cut(text(gesture, "/what"), 100),
        cost,
        felt,
        text(gesture, "/decidedBy").to_owned(),
        if over.is_empty() { String::new() } else { format!("beyond: {}", table::cut(over, 80)) },
    ]
}

fn budget(budget: &Value) -> String {
    let minor = |key: &str| written(budget[key].as_i64().unwrap_or(0), budget);
    format!(
        "{} left: {} of {} given since {}\n",
        minor("left"),
        minor("spent"),
        minor("amount"),
        text(budget, "/since")
    )
}

fn usual(budgets: &Value) -> String {
    let line = |of: &Value| format!("{} in {} months", written(of["amount"].as_i64().unwrap_or(0), of), of["months"]);
    let own = list(budgets, "own").iter().map(|own| format!("{}: {}\n", text(own, "/person/name"), line(own)));
    format!("to anybody: {}\n{}", line(budgets), own.collect::<String>())
}

fn thanks(all: &Value) -> String {
    let row = |one: &Value| {
        let reason = match text(one, "/reason") {
            "firstPurchase" => "bought for the first time",
            "referral" => "brought somebody",
            "spoke" => "spoke for us",
            "patience" => "bore with us",
            "feedback" => "told us why",
            "visit" => "came to us",
            "anniversary" => "years with us",
            other => other,
        };
        let detail = table::cut(text(one, "/detail"), 80);
        vec![text(one, "/day").to_owned(), text(one, "/person/name").to_owned(), reason.to_owned(), detail]
    };
    let rows: Vec<_> = list(all, "items").iter().map(row).collect();
    if rows.is_empty() { "Nobody waits to be thanked.".into() } else { table::columns(&rows, 60) }
}

fn roles(all: &Value) -> String {
    let row = |role: &Value| {
        let amount = role["amount"].as_i64();
        let may = amount
            .map_or("as usual".into(), |amount| format!("{} in {} months", written(amount, role), role["months"]));
        vec![text(role, "/role").to_owned(), may, table::cut(text(role, "/text"), 100)]
    };
    let rows: Vec<_> = all.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(row).collect();
    if rows.is_empty() { "No role has anything to decide yet.".into() } else { table::columns(&rows, 60) }
}
