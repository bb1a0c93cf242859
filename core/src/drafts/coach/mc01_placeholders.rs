//! MC01: nothing is left in the letter that should have been filled in.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::reading::Reading;
use super::words_in::{Phrases, words_in};
use regex::Regex;
use serde::Deserialize;
use std::ops::Range;
use std::sync::OnceLock;

const SOURCE: &str = "fbf2 tip 3";

/// What a language writes where something is still to come.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PlaceholderWords {
    /// What stands in brackets for a value: `[first name]`.
    in_brackets: Phrases,
    /// Notes to oneself, in capitals: `TODO`.
    notes: Vec<String>,
}

/// Signs that no letter holds on purpose, whatever its language, and the variant that says so.
const SIGNS: &[(&str, &str)] = &[
    ("marker", r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}|\{\{|\}\}|\{%|%\}"),
    (
        "marker",
        r"<<[^<>\n]{1,40}>>|\$\{[^{}\n]{1,40}\}|#\{[^{}\n]{1,40}\}|\*\|[A-Za-z_:]{2,40}\|\*|%%[A-Za-z_]{2,40}%%",
    ),
    ("marker", r"%(?:[A-Z]{2,}_)*[A-Z]{3,}%|<[A-Z][A-Z _]{2,30}>|\[[A-Z][A-Z _-]{1,30}\]"),
    ("marker", r"\$[A-Z][A-Z_]{2,30}\$|@@[A-Za-z_]{2,30}@@|__[A-Za-z]{2,30}__"),
    ("note", r"(?-u:\b)(?:XXX+|XX[./]XX(?:[./]XX+)?|[Ll]orem ipsum|FIXME)(?-u:\b)"),
    (
        "blank",
        r"[^\S\n]_{3,}|^_{3,}[^_\n]|\u{201C}\s*\u{201D}|\u{201E}\s*\u{201C}|«\s*»|\u{20}\u{22}\s*\u{22}|\u{20}\(\s*\)",
    ),
    ("gap", r"[^\s][^\S\n]{2,}(?:[,;]|\.(?:[^.]|$))"),
    ("badValue", r"\[object Object\]|(?-u:\b)NaN(?-u:\b)"),
];

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let text = reading.text.as_str();
    let mut places: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (variant, sign) in signs() {
        places.extend(sign.find_iter(text).map(|found| (trimmed(text, found.range()), *variant)));
    }
    places.extend(bracketed(text, reading));
    places.extend(notes(text, reading));
    places.extend(empty_greeting(text, reading));
    places.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let mut end = 0;
    let mut found: Vec<Found> = Vec::new();
    for (place, variant) in places {
        if place.start >= end || found.is_empty() {
            end = place.end;
            found.push(stop(variant, Some(place.clone()), &text[place]));
        }
    }
    let subject = signs().iter().find_map(|(_, sign)| sign.find(&letter.subject));
    found.extend(subject.map(|sign| stop("subject", None, sign.as_str().trim())));
    // The signs are the same in all languages, but a greeting without a name is not.
    let has_lists = reading.words.is_some_and(|words| words.placeholders.is_some());
    if found.is_empty() && !has_lists { Outcome::NotChecked } else { Outcome::found_or_passed(found) }
}

fn stop(variant: &'static str, at: Option<Range<usize>>, written: &str) -> Found {
    Found::new(CoachLevel::Stop, variant, at, SOURCE)
        .with("written", written.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn signs() -> &'static [(&'static str, Regex)] {
    static READ: OnceLock<Vec<(&str, Regex)>> = OnceLock::new();
    READ.get_or_init(|| {
        SIGNS.iter().filter_map(|(variant, sign)| Some((*variant, Regex::new(&format!("(?m){sign}")).ok()?))).collect()
    })
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let found = &text[range.clone()];
    let start = range.start + found.len() - found.trim_start().len();
    start..range.end.max(start)
}

/// `[first name]`, `<company>`: a short note in brackets that begins with the name of a value. `[our guide](https…)`
/// is a link.
fn bracketed(text: &str, reading: &Reading<'_>) -> Vec<(Range<usize>, &'static str)> {
    let Some(lists) = reading.words.and_then(|words| words.placeholders.as_ref()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(open) = text[start..].find(['[', '<', '{']).map(|at| start + at) {
        start = open + 1;
        let close = match text.as_bytes()[open] {
            b'[' => ']',
            b'<' => '>',
            _ => '}',
        };
        let inside = &text[start..];
        let end = inside.find(['[', ']', '<', '>', '{', '}', '\n', '@', '/']).unwrap_or(inside.len());
        if end > 40 || !inside[end..].starts_with(close) || inside[end + 1..].starts_with('(') {
            continue;
        }
        let inner = words_in(text, start..start + end);
        let length = lists.in_brackets.length_at(&inner, 0);
        if length > 0 && inner.len() <= length + 3 {
            found.push((open..start + end + 1, "marker"));
        }
    }
    found
}

/// `TODO` and what the language has for it, in capitals.
fn notes(text: &str, reading: &Reading<'_>) -> Vec<(Range<usize>, &'static str)> {
    let Some(lists) = reading.words.and_then(|words| words.placeholders.as_ref()) else { return Vec::new() };
    lists
        .notes
        .iter()
        .flat_map(|note| text.match_indices(note.as_str()).map(|(at, note)| at..at + note.len()))
        .filter(|place| {
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            !is_letter(text[..place.start].chars().next_back()) && !is_letter(text[place.end..].chars().next())
        })
        .map(|place| (place, "note"))
        .collect()
}

/// “Dear ,” and “Hi None,”: a greeting whose name came out empty.
fn empty_greeting(text: &str, reading: &Reading<'_>) -> Option<(Range<usize>, &'static str)> {
    let greeting = reading.greeting.as_ref()?;
    let end = greeting.word_end?;
    let rest = text[end..].split('\n').next().unwrap_or_default();
    let mark = rest.trim_start();
    let is_spaced = mark.len() < rest.len();
    let is_marked = mark.starts_with([',', '!', ':', ';', '.']) || mark.is_empty();
    if greeting.names.is_empty() && greeting.generic.is_none() && is_marked {
        let is_empty = (is_spaced && !mark.is_empty()) || !greeting.can_stand_alone;
        let marked = usize::from(!mark.is_empty());
        return is_empty.then(|| (greeting.at.start..end + rest.len() - mark.len() + marked, "emptyGreeting"));
    }
    let [only] = greeting.names.as_slice() else { return None };
    let is_bad =
        ["none", "null", "nil", "undefined", "unknown", "name"].contains(&only.written.to_lowercase().as_str());
    (is_bad && only.meant == super::called::Meant::Other).then(|| (only.at.clone(), "badValue"))
}
