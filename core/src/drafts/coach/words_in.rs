//! Cuts a text into words, and finds phrases of word lists among them. Quicker than patterns on text, and the same for
//! every language.

use serde::{Deserialize, Deserializer};
use std::collections::HashMap;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Spaces, a hyphen or one line end.
    Space,
    /// A comma or another mark inside a sentence.
    Mark,
    /// The end of a sentence or paragraph.
    Stop,
}

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// In small letters.
    pub text: String,
    /// Whether it begins with a capital, or in a script without capitals.
    pub is_capital: bool,
    /// What stands before it.
    pub gap: Gap,
}

/// The words of `text[range]`. A date in figures (`12.03.2026`, `12/3`) is one word, with the dot that ends `12.`.
pub(super) fn words_in(text: &str, range: Range<usize>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut gap = Gap::Stop;
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let length = word_length(rest);
        let Some(first) = rest.chars().next() else { break };
        if length == 0 {
            gap = gap.max(gap_of(first, rest));
            at += first.len_utf8();
            continue;
        }
        let word = &rest[..length];
        words.push(Word { at: at..at + length, text: word.to_lowercase(), is_capital: !first.is_lowercase(), gap });
        gap = Gap::Space;
        at += length;
    }
    words
}

fn word_length(rest: &str) -> usize {
    if rest.starts_with(|first: char| first.is_ascii_digit()) {
        return number_length(rest);
    }
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = letter == '\'' && end > 0 && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !letter.is_alphanumeric() && !is_mark(letter) && !joins {
            break;
        }
        end = at + letter.len_utf8();
    }
    // A lone accent is no word.
    if rest.chars().next().is_some_and(char::is_alphanumeric) { end } else { 0 }
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// Figures, with the signs of a date or a time between them and one dot after them; letters as in `3rd`.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let joins =
            matches!(bytes[end], b'.' | b'/' | b'-' | b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[end].is_ascii_alphanumeric() || joins) {
            break;
        }
        end += 1;
    }
    if bytes.get(end) == Some(&b'.') { end + 1 } else { end }
}

fn gap_of(letter: char, rest: &str) -> Gap {
    match letter {
        '\n' if rest[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n') => Gap::Stop,
        '.' | '!' | '?' | '…' => Gap::Stop,
        '-' if !rest[1..].starts_with(char::is_whitespace) => Gap::Space,
        '\'' => Gap::Space,
        space if space.is_whitespace() => Gap::Space,
        _ => Gap::Mark,
    }
}

/// Phrases, each with what it stands for. In the files `*` ends a word of which only the beginning is given, and
/// `{a|b}` stands for either; `{a|}` may be absent.
#[derive(Debug)]
pub(super) struct PhraseMap<T> {
    by_first: HashMap<String, Vec<(Vec<Part>, T)>>,
    /// Those whose first word is only begun, by its first letter.
    by_beginning: HashMap<char, Vec<(Vec<Part>, T)>>,
}

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    text: String,
    is_beginning: bool,
}

impl Part {
    fn fits(&self, word: &Word) -> bool {
        if self.is_beginning { word.text.starts_with(&self.text) } else { word.text == self.text }
    }
}

impl<T> Default for PhraseMap<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new(), by_beginning: HashMap::new() }
    }
}

impl<T: Copy> PhraseMap<T> {
    /// Adds a phrase in the way of the files.
    pub fn add(&mut self, phrase: &str, means: T) {
        for phrase in either(phrase) {
            let parts = parts(&phrase);
            match parts.first() {
                None => {}
                Some(first) if first.is_beginning => {
                    let letter = first.text.chars().next().unwrap_or_default();
                    self.by_beginning.entry(letter).or_default().push((parts, means));
                }
                Some(first) => self.by_first.entry(first.text.clone()).or_default().push((parts, means)),
            }
        }
    }

    /// The longest phrase that begins at `words[at]` and may stand there: how many words it takes, and what it stands
    /// for. Of two as long, the one that was added first.
    pub fn longest_at(&self, words: &[Word], at: usize, may: impl Fn(T) -> bool) -> Option<(usize, T)> {
        let mut longest: Option<(usize, T)> = None;
        for (length, means) in self.all_at(words, at) {
            if longest.is_none_or(|(longest, _)| length > longest) && may(means) {
                longest = Some((length, means));
            }
        }
        longest
    }

    /// Every phrase that begins at `words[at]`: how many words it takes, and what it stands for.
    pub fn all_at(&self, words: &[Word], at: usize) -> impl Iterator<Item = (usize, T)> {
        let first = words.get(at).map_or("", |word| word.text.as_str());
        let same = self.by_first.get(first).into_iter().flatten();
        let begun = first.chars().next().and_then(|letter| self.by_beginning.get(&letter)).into_iter().flatten();
        same.chain(begun)
            .filter(move |(phrase, _)| fits(phrase, words, at))
            .map(|(phrase, means)| (phrase.len(), *means))
    }
}

fn fits(phrase: &[Part], words: &[Word], at: usize) -> bool {
    words.len() >= at + phrase.len()
        && phrase
            .iter()
            .zip(&words[at..])
            .enumerate()
            .all(|(nth, (part, word))| part.fits(word) && (nth == 0 || word.gap == Gap::Space))
}

/// A list of phrases.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    listed: PhraseMap<()>,
    /// As they stand in the file.
    written: Vec<String>,
}

impl Phrases {
    /// How many words the longest phrase takes that begins at `words[at]`; 0 for none.
    pub fn length_at(&self, words: &[Word], at: usize) -> usize {
        self.listed.longest_at(words, at, |()| true).map_or(0, |(length, ())| length)
    }

    /// Whether a phrase stands anywhere in these words.
    pub fn are_in(&self, words: &[Word]) -> bool {
        (0..words.len()).any(|at| self.length_at(words, at) > 0)
    }

    /// The phrases as they stand in the file.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        self.written.iter().map(String::as_str)
    }
}

impl<S: AsRef<str>> FromIterator<S> for Phrases {
    fn from_iter<I: IntoIterator<Item = S>>(phrases: I) -> Self {
        let mut list = Self::default();
        for phrase in phrases {
            list.listed.add(phrase.as_ref(), ());
            list.written.push(phrase.as_ref().to_owned());
        }
        list
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        Ok(Vec::<String>::deserialize(file)?.into_iter().collect())
    }
}

fn parts(phrase: &str) -> Vec<Part> {
    let phrase: String = phrase.nfc().collect();
    let is_beginning = |at: usize| phrase[at..].starts_with('*');
    words_in(&phrase, 0..phrase.len())
        .into_iter()
        .map(|word| Part { is_beginning: is_beginning(word.at.end), text: word.text })
        .collect()
}

/// The phrase with each of its `{a|b}` chosen.
fn either(phrase: &str) -> Vec<String> {
    let Some((before, rest)) = phrase.split_once('{') else { return vec![phrase.to_owned()] };
    let Some((choices, after)) = rest.split_once('}') else { return vec![phrase.to_owned()] };
    choices.split('|').flat_map(|choice| either(&format!("{before}{choice}{after}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Word> {
        words_in(text, 0..text.len())
    }

    #[test]
    fn cuts_words_and_keeps_dates_whole() {
        let words = all("Hi Ana, I'll be there on 12.03.2026 at 10:30 or the 3rd. Ten-minute call\n\nBye");
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "hi",
                "ana",
                "i'll",
                "be",
                "there",
                "on",
                "12.03.2026",
                "at",
                "10:30",
                "or",
                "the",
                "3rd.",
                "ten",
                "minute",
                "call",
                "bye"
            ]
        );
        assert_eq!(words[2].gap, Gap::Mark);
        assert_eq!(words[13].gap, Gap::Space, "a hyphen joins");
        assert_eq!(words[15].gap, Gap::Stop);
    }

    #[test]
    fn finds_the_longest_phrase_within_a_sentence() {
        let list: Phrases = ["get back", "get back to you", "send*", "we{'ll| will}"].into_iter().collect();
        let words = all("We will get back to you. We send. Get. Back");
        assert_eq!(list.length_at(&words, 0), 2);
        assert_eq!(list.length_at(&words, 2), 4);
        assert_eq!(list.length_at(&words, 7), 1, "“send*” alone");
        assert_eq!(list.length_at(&words, 8), 0, "no phrase runs over a full stop");
    }
}
