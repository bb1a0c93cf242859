//! Purchases, permissions, the loyalty loop, places, ages and fields of the user's own in plain English.

use super::{DID, Names, by, least, span, within};
use crate::purchases::currency;
use crate::segments::rule::{Bound, Condition, FieldTest, PermissionState, Side};
use crate::touchpoints::Channel;

/// The verb and the rest of the sentence.
pub(super) fn condition_words(condition: &Condition, names: &Names) -> (&'static str, String) {
    let called =
        |id: &uuid::Uuid, gone: &str| names.get(id).map_or_else(|| gone.to_owned(), |name| format!("“{name}”"));
    match condition {
        Condition::LoopStage { stage } if stage.is_empty() => ("has", "no stage of the loyalty loop".to_owned()),
        Condition::LoopStage { stage } => ("is", format!("at “{stage}” in the loyalty loop")),
        Condition::Title { text } => ("has", format!("“{}” in the title of a role", text.trim())),
        Condition::Place { place } => ("has", format!("an address in “{}”", place.trim())),
        Condition::Permission { channel, state } => permission(*channel, *state),
        Condition::Purchases { bound, count, days } => {
            ("has", format!("{} {count} {}{}", least(*bound), plural(*count, "purchase"), within(*days)))
        }
        Condition::Spent { bound, amount, currency: code, days } => {
            (DID, format!("spent {} {} {code}{}", least(*bound), currency::plain(*amount, code), within(*days)))
        }
        Condition::LastPurchase { side: Side::Before, days } => {
            ("has", format!("a last purchase more than {} ago", span(*days)))
        }
        Condition::LastPurchase { side: Side::After, days } => {
            (DID, format!("bought something in the last {}", span(*days)))
        }
        Condition::NeverBought => ("has", "no purchase yet".to_owned()),
        Condition::Bought { text, days } => (DID, format!("bought “{}”{}", text.trim(), within(*days))),
        Condition::Yearly { label, side, days } => {
            let what = match label.trim() {
                "" => "a date of every year".to_owned(),
                label => format!("the date “{label}”"),
            };
            ("has", format!("{what} {}", around(*side, *days)))
        }
        Condition::Age { bound, years } => ("is", format!("{} {years} {} old", least(*bound), plural(*years, "year"))),
        Condition::Field { field, test, value } => {
            ("has", held(&called(&field.0, "a field that is gone"), *test, value.trim()))
        }
        Condition::InSegment { segment } => ("is", format!("in the segment {}", called(&segment.0, "that is gone"))),
        // All others are worded beside this.
        _ => ("has", "what a newer Rapport asks for".to_owned()),
    }
}

fn permission(channel: Option<Channel>, state: PermissionState) -> (&'static str, String) {
    let way = channel.map_or("every way", by);
    match state {
        PermissionState::Agreed => (DID, format!("agreed to hear from us by {way}").replace("by every", "in every")),
        PermissionState::OptedOut => (DID, format!("asked us not to write by {way}").replace("by every", "in every")),
        PermissionState::NotSaid => {
            (DID, format!("said nothing about hearing from us by {way}").replace("by every", "in every"))
        }
    }
}

fn held(name: &str, test: FieldTest, value: &str) -> String {
    let days = || value.parse().map_or_else(|_| value.to_owned(), span);
    match test {
        FieldTest::Is => format!("{name} that is “{value}”"),
        FieldTest::Contains => format!("{name} with “{value}” in it"),
        FieldTest::AtLeast => format!("{name} of {} {value}", least(Bound::AtLeast)),
        FieldTest::AtMost => format!("{name} of {} {value}", least(Bound::AtMost)),
        FieldTest::Before => format!("{name} before {value}"),
        FieldTest::After => format!("{name} on {value} or later"),
        FieldTest::InNext => format!("{name} in the next {}", days()),
        FieldTest::InLast => format!("{name} in the last {}", days()),
        FieldTest::Filled => format!("something in {name}"),
    }
}

fn around(side: Side, days: u32) -> String {
    match (side, days) {
        (_, 0) => "today".to_owned(),
        (Side::After, days) => format!("in the next {}", span(days)),
        (Side::Before, days) => format!("in the last {}", span(days)),
    }
}

fn plural(count: u32, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}
