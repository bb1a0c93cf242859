//! MC02: where a template took its fall-back, a real value would be better.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::reading::Reading;

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if letter.fallbacks.is_empty() {
        return Outcome::DoesNotApply;
    }
    let is_word = |c: char| c.is_alphanumeric();
    let place = |taken: &str| {
        reading
            .text
            .match_indices(taken)
            .map(|(at, found)| at..at + found.len())
            .find(|at| !reading.text[..at.start].ends_with(is_word) && !reading.text[at.end..].starts_with(is_word))
    };
    let all = letter.fallbacks.iter().filter_map(|taken| {
        let at = place(taken.trim()).filter(|_| !taken.trim().is_empty())?;
        Some(Found::new(CoachLevel::Hint, "fallback", Some(at), "64de step 3").with("written", taken.trim()))
    });
    Outcome::found_or_passed(all.collect())
}
