//! Writing down what was said and felt.

use super::{given, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{table, when};
use clap::Args;
use serde_json::{Value, json};

/// Log a touchpoint; when this ends with 0, it is on the disk
#[derive(Debug, Args)]
pub struct Log {
    /// A name, an e-mail address or an id
    #[arg(value_name = "WHO")]
    who: String,
    /// phone, email, in-person, video, chat, social, post, event or support
    #[arg(long)]
    channel: String,
    /// How it felt to them, from -2 to 2
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    felt: Option<i64>,
    /// What was said
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    note: Option<String>,
    /// The word for how it felt: let down, relieved
    #[arg(long, allow_hyphen_values = true)]
    word: Option<String>,
    /// A few words above the note
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    title: Option<String>,
    /// outbound (we turned to them) or inbound
    #[arg(long)]
    direction: Option<String>,
    /// When: 2026-11-23T09:00:00Z, "2026-11-23 09:00" or 2026-11-23 [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Who else took part; may be given more than once
    #[arg(long, value_name = "WHO")]
    with: Vec<String>,
}

pub fn run(desk: &Desk, log: Log) -> Result<(), Failure> {
    let at = log.at.as_deref().map(when::read).transpose()?;
    desk.unlock()?;
    let mut people = Vec::new();
    let mut names = Vec::new();
    for who in std::iter::once(&log.who).chain(&log.with) {
        let person = desk.one_called(who)?;
        names.push(table::cut(text(&person, "/name"), 40));
        people.push(person["id"].clone());
    }
    let input = given(json!({
        "people": people, "channel": camel(&log.channel), "felt": log.felt, "text": log.note, "feltWord": log.word,
        "title": log.title, "direction": log.direction, "at": at,
    }));
    let logged = desk.call("touchpoints", "log", input)?;
    desk.answer(&json!({ "id": logged["id"] }), |_| {
        format!("Logged with {}, {}.", names.join(", "), when::minute(logged["at"].as_i64()))
    });
    Ok(())
}

/// `in-person`, `in_person`, `In Person` and `inPerson` are one word: `inPerson`.
pub fn camel(word: &str) -> Value {
    let mut text = String::new();
    let mut first_of_word = false;
    for c in word.trim().chars() {
        match c {
            '-' | '_' | ' ' => first_of_word = true,
            c if first_of_word => {
                text.extend(c.to_uppercase());
                first_of_word = false;
            }
            c if text.is_empty() => text.extend(c.to_lowercase()),
            c => text.push(c),
        }
    }
    Value::String(text)
}

#[cfg(test)]
mod tests {
    use super::camel;

    #[test]
    fn a_channel_may_be_spelt_as_people_spell_it() {
        for spelling in ["in-person", "in_person", "In Person", "inPerson", "InPerson"] {
            assert_eq!(camel(spelling), "inPerson");
        }
        assert_eq!(camel("Phone"), "phone");
    }
}
