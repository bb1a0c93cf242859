//! MC12 and MC43: days that can be, promises that can be kept, files and links that are there.

use super::dates::{FoundDay, weekday_named};
use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::marks::Mark;
use super::mc10_promises::{days_in, find_promises};
use super::reading::{Reading, Sentence};
use chrono::{Datelike, NaiveDate, Weekday};
use std::ops::Range;

/// How much one person can promise for one day before it is a lot.
const MUCH: u32 = 5;
/// How many words of an overdue promise a letter has to hold to speak of it.
const MENTIONED: usize = 1;

/// MC12: a promise for a day that is over, that nobody works on, or that is full.
pub(super) fn promises(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "262e challenge 1";
    if !reading.words.is_some_and(|words| words.promises.is_some() && words.dates.is_some()) {
        return Outcome::NotChecked;
    }
    let warn = |variant, at: Option<Range<usize>>| Found::new(CoachLevel::Warn, variant, at, SOURCE);
    let mut all = Vec::new();
    for (at, date) in find_promises(letter, reading).iter().cloned() {
        let Some(date) = date else { continue };
        let sentence = reading.sentences.iter().find(|sentence| sentence.at.contains(&at.start));
        let variant = if date < letter.today {
            "past"
        } else if is_weekend(date) && sentence.is_some_and(|sentence| !names_weekend(letter, reading, sentence)) {
            "weekend"
        } else if letter.book.due.get(&date).is_some_and(|count| *count >= MUCH) {
            "full"
        } else {
            continue;
        };
        let count = letter.book.due.get(&date).copied().unwrap_or(0);
        all.push(warn(variant, Some(at)).with("date", date.to_string()).with("count", count.to_string()));
    }
    all.extend(
        letter
            .book
            .overdue
            .iter()
            .filter(|owed| super::anchors::shared(reading, owed) < MENTIONED)
            .map(|owed| warn("overdue", None).with("what", owed.as_str())),
    );
    Outcome::found_or_passed(all)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Who writes “on Saturday” knows that it is one.
fn names_weekend(letter: &Letter, reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let Some(lists) = reading.words.and_then(|words| words.dates.as_ref()) else { return false };
    days_in(letter, reading, &sentence.words)
        .iter()
        .any(|found| weekday_named(&sentence.words, lists, found).is_some() || lists.names_weekend(&sentence.words))
}

/// MC43: files that are spoken of and not there, links that can be read on the way, weekdays that are another day.
pub(super) fn sane(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "262e 5.1";
    let warn = |variant, at: &Range<usize>| {
        Found::new(CoachLevel::Warn, variant, Some(at.clone()), SOURCE).with("written", reading.at(at))
    };
    let mut all: Vec<Found> = links(&reading.text)
        .into_iter()
        .map(|at| warn("link", &at).fix("say", at.start..at.start + 7, "https://"))
        .collect();
    let Some(words) = reading.words else {
        return if all.is_empty() { Outcome::NotChecked } else { Outcome::Found(all) };
    };
    if letter.is_email() && letter.attachments == 0 {
        all.extend(reading.hits(Mark::Attached).next().map(|hit| warn("attachment", &hit.at)));
    }
    let Some(dates) = &words.dates else { return Outcome::found_or_passed(all) };
    for sentence in &reading.sentences {
        for found in days_in(letter, reading, &sentence.words) {
            let Some((weekday, at)) = weekday_named(&sentence.words, dates, &found) else { continue };
            if !is_on_calendar(&sentence.words, &found, at) || found.day.weekday().num_days_from_monday() == weekday {
                continue;
            }
            let place = &sentence.words[at].at;
            let right = words.weekday(found.day.weekday().num_days_from_monday());
            all.push(warn("weekday", place).with("date", found.day.to_string()).with("better", right.as_str()).fix(
                "say",
                place.clone(),
                right,
            ));
        }
    }
    Outcome::found_or_passed(all)
}

/// Whether the day is told by its number as well, so that the weekday can be wrong.
fn is_on_calendar(words: &[super::words_in::Word], found: &FoundDay, weekday: usize) -> bool {
    found
        .words
        .clone()
        .filter(|at| *at != weekday)
        .any(|at| words[at].text.starts_with(|first: char| first.is_ascii_digit()))
}

fn links(text: &str) -> Vec<Range<usize>> {
    text.match_indices("http://")
        .map(|(at, _)| {
            let rest = &text[at..];
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '”')).unwrap_or(rest.len());
            at..at + rest[..end].trim_end_matches(['.', ',', ';', '!', '?']).len()
        })
        .collect()
}
