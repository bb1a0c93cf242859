//! MC10: what is promised has a date, so that it can be kept, tracked and shown as kept.
//!
//! Finds first-person commitments only: not questions, not what is over, not what somebody else will do, not what
//! hangs on an “if you”. The user confirms each; nothing is tracked by itself.

use super::dates::{FoundDay, find_days};
use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::reading::Reading;
use super::words_in::{Gap, Phrases, Word};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cell::LazyCell;
use std::ops::Range;
use ts_rs::TS;

const SOURCE: &str = "fbf2 tip 4; 262e 5.2";

/// How a language promises.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PromiseWords {
    /// Beginnings that a verb of doing has to follow: “I will”.
    openings: Phrases,
    /// The verbs of doing.
    verbs: Phrases,
    /// Words that may stand between; all words where it is absent.
    #[serde(default)]
    between: Option<Phrases>,
    /// How many words may stand between.
    reach: usize,
    /// Whole promises: “leave it with me”.
    sayings: Phrases,
    /// What is a promise only with a date: “you will have”.
    with_date: Phrases,
    /// Two parts of one promise in a sentence: “let me … and get back to you”.
    pair: (Phrases, Phrases),
    /// What makes a sentence hang on the other side: “if you”.
    conditions: Phrases,
    /// With which a sentence begins whose first part says when: “when I am back on Monday, …”.
    fronts: Phrases,
    /// What makes it no promise: “not”, “would love to”, “herewith”.
    excluded: Phrases,
}

/// Where a promise stands, in bytes, and the last day that keeps it.
pub(super) type PlacedPromise = (Range<usize>, Option<NaiveDate>);

/// Something the letter promises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterPromise {
    /// Where it begins, in UTF-16 units of the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What is promised, in the letter's words.
    pub what: String,
    /// The last day that keeps it; `None` where the letter names none.
    #[ts(optional = nullable)]
    pub date: Option<NaiveDate>,
}

/// The promises in a letter, in order; empty where there is no list for its language.
#[must_use]
pub fn promises(letter: &Letter) -> Vec<LetterPromise> {
    let reading = Reading::new(letter);
    find_promises(letter, &reading)
        .iter()
        .map(|(at, date)| {
            let (from, to) = reading.units(at);
            LetterPromise { from, to, what: what(&reading, at), date: *date }
        })
        .collect()
}

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.words.is_some_and(|words| words.promises.is_some() && words.dates.is_some()) {
        return Outcome::NotChecked;
    }
    let found = find_promises(letter, reading).iter().map(|(at, date)| {
        let (level, variant) = match date {
            Some(_) => (CoachLevel::Hint, "dated"),
            None => (CoachLevel::Warn, "undated"),
        };
        let found = Found::new(level, variant, Some(at.clone()), SOURCE)
            .with("what", what(reading, at))
            .with("owner", letter.sender.name.as_str());
        match date {
            Some(date) => found.with("date", date.to_string()),
            None => found,
        }
    });
    Outcome::found_or_passed(found.collect())
}

/// The days a part of the letter names.
pub(super) fn days_in(letter: &Letter, reading: &Reading<'_>, words: &[Word]) -> Vec<FoundDay> {
    let Some(lists) = reading.words.and_then(|words| words.dates.as_ref()) else { return Vec::new() };
    let month_first = letter.language.to_ascii_uppercase().ends_with("US");
    find_days(words, lists, letter.today, month_first)
}

/// Where each promise stands, in bytes, and its date. At most one a sentence: the user reads sentences.
pub(super) fn find_promises<'r>(letter: &Letter, reading: &'r Reading<'_>) -> &'r [PlacedPromise] {
    reading.promises.get_or_init(|| look_for_promises(letter, reading))
}

fn look_for_promises(letter: &Letter, reading: &Reading<'_>) -> Vec<PlacedPromise> {
    let Some(lists) = reading.words.and_then(|words| words.promises.as_ref()) else { return Vec::new() };
    let mut found = Vec::new();
    for sentence in reading.sentences.iter().filter(|sentence| !sentence.is_question) {
        let words = &sentence.words;
        if lists.conditions.are_in(words) {
            continue;
        }
        let days = LazyCell::new(|| days_in(letter, reading, words));
        let Some(promise) = promise_in(lists, words, || !days.is_empty()) else { continue };
        let start = words[promise.start].at.start;
        if reading.is_quoted(start) {
            continue;
        }
        // A date before the promise counts only where the sentence begins with it (“On Friday we will …”, “When I am
        // back on Friday, …”). Another one (“as we said on Friday”) is what the promise refers to.
        let says_when = lists.fronts.length_at(words, 0) > 0;
        let before = days.first().filter(|day| day.words.start == 0 || says_when);
        let day = days.iter().find(|day| day.words.start >= promise.start).or(before);
        let start = if before.is_some() && day == before { sentence.at.start } else { start };
        found.push((start..sentence.at.end, day.map(|day| day.day)));
    }
    found
}

/// The words with which a promise begins.
fn promise_in(lists: &PromiseWords, words: &[Word], has_day: impl Fn() -> bool) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        if lists.excluded.length_at(words, at) > 0 {
            return None;
        }
        let saying = lists.sayings.length_at(words, at);
        let opening = lists.openings.length_at(words, at);
        let dated = lists.with_date.length_at(words, at);
        let pair = lists.pair.0.length_at(words, at);
        let end = if saying > 0 {
            at + saying
        } else if opening > 0
            && let Some(end) = verb_after(lists, words, at + opening)
        {
            end
        } else if dated > 0 && has_day() {
            at + dated
        } else if pair > 0 && lists.pair.1.are_in(&words[at + pair..]) {
            at + pair
        } else {
            return None;
        };
        let clause = clause_around(words, at, end);
        // What will be ready is named before: “the papers will be ready by Friday”.
        let start = if saying == 0 && opening == 0 && dated > 0 { clause.start } else { at };
        (!lists.excluded.are_in(&words[clause])).then_some(start..end)
    })
}

/// The words between the marks around `at..end`: what is excluded elsewhere in the sentence says nothing here.
fn clause_around(words: &[Word], at: usize, end: usize) -> Range<usize> {
    let start = (1..=at).rev().find(|&word| words[word].gap > Gap::Space).unwrap_or(0);
    let end = (end..words.len()).find(|&word| words[word].gap > Gap::Space).unwrap_or(words.len());
    start..end
}

/// Where the verb of doing ends that is within reach of `at`.
fn verb_after(lists: &PromiseWords, words: &[Word], at: usize) -> Option<usize> {
    let mut next = at;
    while next <= at + lists.reach && next < words.len() {
        let length = lists.verbs.length_at(words, next);
        if length > 0 {
            return Some(next + length);
        }
        let between = lists.between.as_ref().map_or(1, |between| between.length_at(words, next));
        if between == 0 || lists.excluded.length_at(words, next) > 0 {
            return None;
        }
        next += between;
    }
    None
}

fn what(reading: &Reading<'_>, at: &Range<usize>) -> String {
    let written = reading.at(at).split_whitespace().collect::<Vec<_>>().join(" ");
    written.trim_end_matches(['.', '!', '…', ' ']).to_owned()
}
