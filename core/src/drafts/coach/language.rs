//! MC27: the letter goes the way and in the language its reader likes best, and is written in the language it is marked with.

use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::Letter;
use super::reading::Reading;
use super::words_in::words_in;
use crate::drafts::words::languages;

const SOURCE: &str = "262e 2.1";
/// The shortest text whose language can be told, in words.
const ENOUGH: usize = 15;

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let hint = |variant| Found::new(CoachLevel::Hint, variant, None, SOURCE);
    let (channel, preferred) = (letter.channel.trim(), letter.book.preferred_channel.trim());
    let mut all = Vec::new();
    if !preferred.is_empty() && !channel.eq_ignore_ascii_case(preferred) {
        all.push(hint("channel").with("written", channel).with("better", preferred));
    }
    let (marked, theirs) = (primary(&letter.language), primary(&letter.book.language));
    if !theirs.is_empty() && marked != theirs {
        all.push(hint("language").with("written", marked.as_str()).with("better", theirs));
    }
    if let Some(read) = written_in(&reading.text)
        && read != marked
        && !marked.is_empty()
    {
        all.push(hint("writtenIn").with("written", read).with("better", marked));
    }
    if all.is_empty() { Outcome::Passed(args([("channel", channel.to_owned())])) } else { Outcome::Found(all) }
}

/// The language of a tag.
pub(super) fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().trim().to_lowercase()
}

/// The language whose everyday words fill a text, if it is plainly one of those there are lists for.
fn written_in(text: &str) -> Option<&'static str> {
    let words = words_in(text, 0..text.len());
    if words.len() < ENOUGH {
        return None;
    }
    let mut counts: Vec<(usize, &str)> = languages()
        .map(|(name, lists)| {
            let common = &lists.checks.common;
            ((0..words.len()).filter(|at| common.length_at(&words, *at) > 0).count(), name)
        })
        .collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    match counts[..] {
        [(most, name), (next, _), ..] if most * 6 >= words.len() && most >= 2 * next + 2 => Some(name),
        _ => None,
    }
}
