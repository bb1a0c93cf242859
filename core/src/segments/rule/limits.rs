//! What a condition can mean, and what it cannot.

use super::condition::{Condition, FieldTest};
use crate::people::{RELATIONS, STAGES};
use crate::purchases::{MAX_AMOUNT, currency};
use crate::touchpoints::LOOP_STAGES;
use crate::typed::day_of_text;

/// The longest time a condition may look back or ahead, in days.
pub(in crate::segments) const MAX_DAYS: u32 = 36_500;
/// The oldest that somebody may be asked to be, in years.
const MAX_YEARS: u32 = 150;

impl Condition {
    /// What is wrong with it, if anything is.
    pub(in crate::segments) fn wrong(&self) -> Option<&'static str> {
        let known = |word: &str, words: &[&str]| word.is_empty() || words.contains(&word);
        let some_days = |days: &u32| (1..=MAX_DAYS).contains(days);
        let (right, why) = match self {
            Self::Stage { stage } => (known(stage, &STAGES), "noSuchStage"),
            Self::Relation { relation } => (known(relation, &RELATIONS), "noSuchRelation"),
            Self::LoopStage { stage } => (known(stage, &LOOP_STAGES), "noSuchStage"),
            Self::Language { language: text }
            | Self::Name { text }
            | Self::Source { source: text }
            | Self::Title { text }
            | Self::Place { place: text } => (!text.trim().is_empty(), "empty"),
            Self::LastTouch { days, .. } | Self::Added { days, .. } | Self::LastPurchase { days, .. } => {
                (some_days(days), "days")
            }
            Self::Birthday { days } | Self::Yearly { days, .. } => (*days <= 366, "days"),
            Self::Touches { days, .. } | Self::ChannelUsed { days, .. } | Self::Purchases { days, .. } => {
                (days.as_ref().is_none_or(some_days), "days")
            }
            Self::Bought { text, .. } if text.trim().is_empty() => (false, "empty"),
            Self::Bought { days, .. } => (days.as_ref().is_none_or(some_days), "days"),
            Self::Spent { currency, .. } if currency::digits_of(currency).is_none() => (false, "noSuchCurrency"),
            Self::Spent { amount, days, .. } => {
                (amount.abs() <= MAX_AMOUNT && days.as_ref().is_none_or(some_days), "days")
            }
            Self::LastFelt { felt, .. } => ((-2..=2).contains(felt), "felt"),
            Self::MeanFelt { felt, days, .. } => ((-2.0..=2.0).contains(felt) && some_days(days), "felt"),
            Self::CustomerSince { date, .. } => (is_date(date), "date"),
            Self::Age { years, .. } => (*years <= MAX_YEARS, "years"),
            Self::Field { test, value, .. } => field_value(*test, value),
            Self::Tag { .. }
            | Self::Organisation { .. }
            | Self::Reach { .. }
            | Self::PreferredChannel { .. }
            | Self::Permission { .. }
            | Self::NeverBought
            | Self::InSegment { .. }
            | Self::NeverTouched => (true, ""),
        };
        (!right).then_some(why)
    }
}

/// Whether a field can be asked for this, and why not.
fn field_value(test: FieldTest, value: &str) -> (bool, &'static str) {
    match test {
        FieldTest::Is | FieldTest::Contains => (!value.trim().is_empty(), "empty"),
        FieldTest::AtLeast | FieldTest::AtMost => (number(value).is_some(), "number"),
        FieldTest::Before | FieldTest::After => (day_of_text(value).is_some(), "date"),
        FieldTest::InNext | FieldTest::InLast => (value.parse::<u32>().is_ok_and(|days| days <= MAX_DAYS), "days"),
        FieldTest::Filled => (value.is_empty(), "value"),
    }
}

/// A plain decimal number.
pub(in crate::segments) fn number(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    text.parse().ok().filter(|n: &f64| plain && n.is_finite())
}

/// Whether `text` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub(in crate::segments) fn is_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    day_of_text(&whole).is_some()
}
