//! Turns words into the pieces a date is made of.

use super::super::words_in::{Gap, PhraseMap, Phrases, Word};
use super::DateWords;
use chrono::NaiveDate;
use std::ops::Range;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Workday,
    Week,
    Month,
    Quarter,
    Year,
    Weekend,
}

/// One piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    Today,
    Tomorrow,
    DayAfter,
    /// Counted from Monday, 0.
    Weekday(u32),
    /// Counted from January, 0.
    Month(u32),
    /// A number, and whether it is in figures.
    Number(u32, bool),
    Ordinal(u32),
    Full(NaiveDate),
    /// A day and a month, counted from 0.
    DayOfMonth(u32, u32),
    Unit(Unit),
    EndOf(Unit),
    Next,
    This,
    Last,
    Ago,
    Within,
    FromNow,
    Start,
    Middle,
    End,
    Before,
    By,
    Filler,
    /// A word that says nothing about days.
    Other,
}

/// A piece and the words it takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub piece: Piece,
    pub words: Range<usize>,
    /// Whether a comma or more stands before it.
    pub is_apart: bool,
}

/// Reads all words, the longest phrase first.
pub(super) fn read_items(words: &[Word], lists: &DateWords, month_first: bool) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (piece, length) = piece_at(words, at, lists, month_first);
        items.push(Item { piece, words: at..at + length, is_apart: words[at].gap > Gap::Space });
        at += length;
    }
    items
}

fn piece_at(words: &[Word], at: usize, lists: &DateWords, month_first: bool) -> (Piece, usize) {
    let word = &words[at];
    if word.text.starts_with(|first: char| first.is_ascii_digit()) {
        return (figures(&word.text, lists, month_first).unwrap_or(Piece::Other), 1);
    }
    let found = lists.index().longest_at(words, at, |(_, needs_capital)| word.is_capital || !needs_capital);
    found.map_or((Piece::Other, 1), |(length, (piece, _))| (piece, length))
}

/// All words of the lists with the piece each stands for, and whether it has to begin with a capital.
pub(super) fn index(lists: &DateWords) -> PhraseMap<(Piece, bool)> {
    let mut map = PhraseMap::default();
    let mut add = |phrases: &Phrases, piece: Piece, needs_capital: bool| {
        phrases.written().for_each(|phrase| map.add(phrase, (piece, needs_capital)));
    };
    for (names, piece) in [(&lists.weekdays, Piece::Weekday as fn(u32) -> Piece), (&lists.months, Piece::Month)] {
        for (name, nth) in names.iter().zip(0..) {
            add(&name.any, piece(nth), false);
            add(&name.capital, piece(nth), true);
        }
    }
    for (phrases, piece) in [
        (&lists.today, Piece::Today),
        (&lists.tomorrow, Piece::Tomorrow),
        (&lists.day_after, Piece::DayAfter),
        (&lists.hour, Piece::Unit(Unit::Hour)),
        (&lists.day, Piece::Unit(Unit::Day)),
        (&lists.workday, Piece::Unit(Unit::Workday)),
        (&lists.week, Piece::Unit(Unit::Week)),
        (&lists.month, Piece::Unit(Unit::Month)),
        (&lists.quarter, Piece::Unit(Unit::Quarter)),
        (&lists.year, Piece::Unit(Unit::Year)),
        (&lists.weekend, Piece::Unit(Unit::Weekend)),
        (&lists.end_of_day, Piece::EndOf(Unit::Day)),
        (&lists.end_of_month, Piece::EndOf(Unit::Month)),
        (&lists.end_of_year, Piece::EndOf(Unit::Year)),
        (&lists.next, Piece::Next),
        (&lists.this, Piece::This),
        (&lists.last, Piece::Last),
        (&lists.ago, Piece::Ago),
        (&lists.within, Piece::Within),
        (&lists.from_now, Piece::FromNow),
        (&lists.start, Piece::Start),
        (&lists.middle, Piece::Middle),
        (&lists.end, Piece::End),
        (&lists.before, Piece::Before),
        (&lists.by, Piece::By),
        (&lists.filler, Piece::Filler),
    ] {
        add(phrases, piece, false);
    }
    for (word, number) in &lists.numbers {
        map.add(word, (Piece::Number(*number, false), false));
    }
    map
}

/// A word that begins with a figure: `12`, `12th`, `12.`, `12.3.`, `12/03/2026`, `2026-03-12`.
fn figures(word: &str, lists: &DateWords, month_first: bool) -> Option<Piece> {
    let plain = word.trim_end_matches('.');
    if let Ok(number) = plain.parse::<u32>() {
        let has_dot = word.len() > plain.len();
        let counts = has_dot && lists.ordinal_ends.iter().any(|end| end == ".");
        return Some(if counts { Piece::Ordinal(number) } else { Piece::Number(number, true) });
    }
    if let Some(end) = lists.ordinal_ends.iter().find(|end| plain.ends_with(end.as_str())) {
        return Some(Piece::Ordinal(plain[..plain.len() - end.len()].parse().ok()?));
    }
    let parts: Vec<u32> = plain.split(['.', '/', '-']).map(str::parse).collect::<Result<_, _>>().ok()?;
    if plain.contains(':') {
        return None;
    }
    match parts[..] {
        [year, month, day] if year > 999 => {
            Some(Piece::Full(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?))
        }
        [first, second, year] => {
            let (day, month) = day_and_month(first, second, month_first && plain.contains('/'));
            let year = if year < 100 { 2000 + year } else { year };
            Some(Piece::Full(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?))
        }
        // `3.5` is a number; a day and month in dots ends in one, as it does in German.
        [first, second] if plain.contains('/') || (plain.contains('.') && word.len() > plain.len()) => {
            let (day, month) = day_and_month(first, second, month_first && plain.contains('/'));
            ((1..=31).contains(&day) && (1..=12).contains(&month)).then(|| Piece::DayOfMonth(day, month - 1))
        }
        _ => None,
    }
}

fn day_and_month(first: u32, second: u32, month_first: bool) -> (u32, u32) {
    let swaps = (month_first && first <= 12) || second > 12;
    if swaps { (second, first) } else { (first, second) }
}
