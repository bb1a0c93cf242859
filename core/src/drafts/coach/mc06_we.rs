//! MC06: where one person speaks for a team, “we will” tells the customer that all of it stands behind them.
//!
//! Not for people who work alone, and not in thanks, apologies and good wishes: there a human “I” is right.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::{Letter, LetterKind};
use super::reading::{Reading, Sentence, with_capital};
use super::words_in::{Gap, Phrases, Word};
use serde::Deserialize;
use std::ops::Range;

const SOURCE: &str = "fbf2 tip 1";

/// How a language says that one will help.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WeWords {
    /// Beginnings that a helping verb has to follow: “I am going to”.
    openings: Vec<Swap>,
    /// Whole sayings: “ich kümmere mich”.
    sayings: Vec<Swap>,
    /// The helping verbs.
    verbs: Phrases,
    /// Words that may stand between; all words where it is absent.
    #[serde(default)]
    between: Option<Phrases>,
    /// How many words may stand between.
    reach: usize,
}

/// What is said and what would be better.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Swap {
    say: Phrases,
    better: String,
}

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let Some(lists) = reading.words.and_then(|words| words.we.as_ref()) else { return Outcome::NotChecked };
    let is_personal =
        matches!(letter.kind, LetterKind::ThankYou | LetterKind::Apology | LetterKind::Birthday | LetterKind::Goodbye);
    if letter.sender.solo || is_personal {
        return Outcome::DoesNotApply;
    }
    let found = reading.sentences.iter().flat_map(|sentence| {
        places(lists, sentence).into_iter().map(|place| as_found(place, sentence, reading)).collect::<Vec<_>>()
    });
    Outcome::found_or_passed(found.collect())
}

/// A saying: its words, those that change, and what they become.
type Place<'a> = (Range<usize>, Range<usize>, &'a str);

fn places<'a>(lists: &'a WeWords, sentence: &Sentence) -> Vec<Place<'a>> {
    let words = &sentence.words;
    let mut found: Vec<Place<'a>> = Vec::new();
    for at in 0..words.len() {
        if found.last().is_some_and(|(whole, ..)| at < whole.end) {
            continue;
        }
        if let Some((length, better)) = longest(&lists.sayings, words, at) {
            found.push((at..at + length, at..at + length, better));
        } else if let Some((length, better)) = longest(&lists.openings, words, at)
            && let Some(end) = verb_after(lists, words, at + length)
        {
            found.push((at..end, at..at + length, better));
        }
    }
    found
}

fn longest<'a>(swaps: &'a [Swap], words: &[Word], at: usize) -> Option<(usize, &'a str)> {
    swaps
        .iter()
        .map(|swap| (swap.say.length_at(words, at), swap.better.as_str()))
        .filter(|(length, _)| *length > 0)
        .max_by_key(|(length, _)| *length)
}

/// Where the helping verb ends that is within reach of `at`.
fn verb_after(lists: &WeWords, words: &[Word], at: usize) -> Option<usize> {
    let mut next = at;
    while next <= at + lists.reach && next < words.len() && words[next].gap == Gap::Space {
        let length = lists.verbs.length_at(words, next);
        if length > 0 {
            return Some(next + length);
        }
        match lists.between.as_ref().map_or(1, |between| between.length_at(words, next)) {
            0 => return None,
            length => next += length,
        }
    }
    None
}

fn as_found((whole, changed, better): Place<'_>, sentence: &Sentence, reading: &Reading<'_>) -> Found {
    let bytes = |words: &Range<usize>| sentence.words[words.start].at.start..sentence.words[words.end - 1].at.end;
    let (whole, changed_at) = (bytes(&whole), bytes(&changed));
    let better = if changed.start == 0 { with_capital(better) } else { better.to_owned() };
    Found::new(CoachLevel::Hint, "we", Some(whole), SOURCE)
        .with("written", reading.at(&changed_at))
        .with("better", better.as_str())
        .fix("say", changed_at, better)
}
