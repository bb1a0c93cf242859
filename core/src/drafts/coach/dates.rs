//! Finds the days a sentence names (“by Friday”, “in two weeks”, “am 3. März”) and works out which day is meant.
//!
//! A stretch of time stands for the last day that still counts: “next week” for its Friday, “in March” for the 31st,
//! “before the 12th” for the 11th. The grammar is one for all languages; the words are in their files.

mod days;
mod periods;
mod read;
#[cfg(test)]
mod tests;

use super::words_in::{PhraseMap, Phrases, Word};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// How a language names days. Months and weekdays that are words of their own too (`May`) begin with a capital.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct DateWords {
    today: Phrases,
    tomorrow: Phrases,
    day_after: Phrases,
    /// Monday first; each with its short forms.
    weekdays: Vec<Names>,
    /// January first.
    months: Vec<Names>,
    /// Written-out numbers.
    numbers: BTreeMap<String, u32>,
    /// What follows the figures of an ordinal: `th`, `.`.
    ordinal_ends: Vec<String>,
    hour: Phrases,
    day: Phrases,
    workday: Phrases,
    week: Phrases,
    month: Phrases,
    quarter: Phrases,
    year: Phrases,
    weekend: Phrases,
    next: Phrases,
    this: Phrases,
    last: Phrases,
    ago: Phrases,
    #[serde(rename = "in")]
    within: Phrases,
    /// What makes a stretch of days after it: “two weeks *from now*”.
    from_now: Phrases,
    start: Phrases,
    middle: Phrases,
    end: Phrases,
    before: Phrases,
    by: Phrases,
    /// What stands between the words of a date: “of”, “the”.
    filler: Phrases,
    /// What may follow a bare day of the month: “the 12th *and*”.
    goes_on: Phrases,
    /// Single expressions for the end of a day, a month, a year: `Monatsende`.
    end_of_day: Phrases,
    end_of_month: Phrases,
    end_of_year: Phrases,
    /// Whether a bare number after a filler can be a day of the month: “antes del 12”.
    #[serde(default)]
    bare_days: bool,
    /// All of the above by their words, made when they are first asked for.
    #[serde(skip)]
    index: OnceLock<PhraseMap<(read::Piece, bool)>>,
}

impl DateWords {
    fn index(&self) -> &PhraseMap<(read::Piece, bool)> {
        self.index.get_or_init(|| read::index(self))
    }
}

impl DateWords {
    /// The number that a word writes out.
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The stretch of time that is named at `words[at]`: how many words it takes, and its hours.
    pub(super) fn stretch_at(&self, words: &[Word], at: usize) -> Option<(usize, f64)> {
        let units = [
            (&self.hour, 1.0),
            (&self.workday, 24.0),
            (&self.day, 24.0),
            (&self.week, 168.0),
            (&self.month, 730.5),
            (&self.quarter, 2191.5),
            (&self.year, 8766.0),
        ];
        units.into_iter().map(|(names, hours)| (names.length_at(words, at), hours)).find(|(length, _)| *length > 0)
    }

    /// Whether these words speak of a weekend.
    pub(super) fn names_weekend(&self, words: &[Word]) -> bool {
        self.weekend.are_in(words)
    }
}

/// The ways to write one name: in a sentence in any case, or only with a capital.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    #[serde(default)]
    any: Phrases,
    #[serde(default)]
    capital: Phrases,
}

/// A day that a sentence names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FoundDay {
    /// The words it takes.
    pub words: Range<usize>,
    /// The day.
    pub day: NaiveDate,
}

/// The days named in these words, in order. `month_first` reads `3/4` as the fourth of March.
pub(super) fn find_days(words: &[Word], lists: &DateWords, today: NaiveDate, month_first: bool) -> Vec<FoundDay> {
    let items = read::read_items(words, lists, month_first);
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match days::day_at(&items, at, words, lists, today) {
            Some((length, day)) => {
                let last = &items[at + length - 1];
                found.push(FoundDay { words: items[at].words.start..last.words.end, day });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The weekday, 0 for Monday, by which a found day is called as well, and which word says it: inside the words of the day
/// or right before them.
pub(super) fn weekday_named(words: &[Word], lists: &DateWords, found: &FoundDay) -> Option<(u32, usize)> {
    (found.words.start.saturating_sub(1)..found.words.end).find_map(|at| {
        let names = |names: &Names| {
            names.any.length_at(words, at) > 0 || (words[at].is_capital && names.capital.length_at(words, at) > 0)
        };
        let weekday = lists.weekdays.iter().position(names)?;
        Some((u32::try_from(weekday).ok()?, at))
    })
}
