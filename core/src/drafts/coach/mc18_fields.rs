//! MC18 and MC22: what stands in a field that must not be mentioned, and stands in the letter all the same.

use super::book::HeldWords;
use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::names::fold;
use super::reading::Reading;
use super::words_in::{Word, words_in};
use std::ops::Range;

/// One word of fewer letters is too common to be known by.
const SHORTEST: usize = 4;

/// MC18: a sensitive field, without their word that it may be spoken of.
pub(super) fn sensitive(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    find(&letter.book.unspoken, reading, CoachLevel::Stop, "field", "64de FAQ 1")
}

/// MC22: what others told or sold us.
pub(super) fn bought(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    find(&letter.book.bought, reading, CoachLevel::Warn, "bought", "64de step 3")
}

fn find(
    held: &[HeldWords],
    reading: &Reading<'_>,
    level: CoachLevel,
    variant: &'static str,
    source: &'static str,
) -> Outcome {
    if held.is_empty() {
        return Outcome::DoesNotApply;
    }
    let words = words_in(&reading.text, 0..reading.text.len());
    let mut all: Vec<(Range<usize>, &HeldWords)> = Vec::new();
    for one in held {
        let wanted: Vec<String> =
            words_in(&one.value, 0..one.value.len()).into_iter().map(|word| fold(&word.text)).collect();
        if wanted.is_empty() || (wanted.len() == 1 && wanted[0].chars().count() < SHORTEST) {
            continue;
        }
        let is_it = |run: &&[Word]| run.iter().zip(&wanted).all(|(word, wanted)| fold(&word.text) == *wanted);
        for run in words.windows(wanted.len()).filter(is_it) {
            all.push((run[0].at.start..run[run.len() - 1].at.end, one));
        }
    }
    all.sort_by_key(|(at, _)| at.start);
    let found = all.into_iter().map(|(at, one)| {
        Found::new(level, variant, Some(at.clone()), source).with("written", reading.at(&at)).with("name", &one.field)
    });
    Outcome::found_or_passed(found.collect())
}
