//! What makes a letter one to this person and to nobody else: words of the last exchange, what they bought, what they said.

use super::letter::Letter;
use super::reading::Reading;
use super::words_in::{Word, words_in};
use std::collections::BTreeSet;

/// The shortest word that says what something is about, in letters.
const SHORTEST: usize = 4;
/// From how many words on a quotation is somebody's own.
const QUOTED: usize = 3;

/// The beginning of a word by which its forms are known: short enough for endings, long enough for meaning.
pub(super) fn stem(word: &str) -> String {
    let letters: Vec<char> = super::names::fold(word).chars().collect();
    let keep = match letters.len() {
        0..=4 => letters.len(),
        5..=7 => letters.len() - 1,
        length => (length - 2).min(8),
    };
    letters[..keep].iter().collect()
}

/// The stems of the words that say what a text is about.
pub(super) fn topic(reading: &Reading<'_>, words: &[Word]) -> BTreeSet<String> {
    let is_stop = |word: &str| reading.words.is_some_and(|lists| lists.checks.is_stop(word));
    words
        .iter()
        .filter(|word| word.text.chars().count() >= SHORTEST && !is_stop(&word.text))
        .filter(|word| word.text.chars().any(char::is_alphabetic))
        .map(|word| stem(&word.text))
        .collect()
}

/// The stems of the letter's body.
fn said(reading: &Reading<'_>) -> BTreeSet<String> {
    reading.sentences.iter().flat_map(|sentence| topic(reading, &sentence.words)).collect()
}

/// How many topic words a text shares with the letter.
pub(super) fn shared(reading: &Reading<'_>, text: &str) -> usize {
    let about = topic(reading, &words_in(text, 0..text.len()));
    let said = said(reading);
    about.intersection(&said).count()
}

/// What in the letter is only about this person, in the words of the book or of the letter; a quotation of their words counts
/// too.
pub(super) fn anchors_in(letter: &Letter, reading: &Reading<'_>) -> Vec<String> {
    let said = said(reading);
    let about = |text: &str| topic(reading, &words_in(text, 0..text.len()));
    let mut found: Vec<String> = Vec::new();
    for anchor in &letter.book.anchors {
        // What somebody bought three times is one thing.
        if !found.contains(anchor) && about(anchor).intersection(&said).next().is_some() {
            found.push(anchor.clone());
        }
    }
    if let Some(last) = &letter.book.last {
        let mut left = about(&last.text);
        let words = reading.sentences.iter().flat_map(|sentence| &sentence.words);
        found.extend(words.filter(|word| left.remove(&stem(&word.text))).map(|word| reading.at(&word.at).to_owned()));
    }
    if quotes(reading) {
        found.push("“”".to_owned());
    }
    found
}

/// Whether the letter holds somebody's own words.
fn quotes(reading: &Reading<'_>) -> bool {
    let quoted = |sentence: &super::reading::Sentence| {
        let inside = sentence.words.iter().filter(|word| reading.is_quoted(word.at.start)).count();
        inside >= QUOTED
    };
    reading.text.contains(['“', '„', '«', '"']) && reading.sentences.iter().any(quoted)
}
