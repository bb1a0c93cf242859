//! A letter as the checks read it: one form of Unicode, its parts, its sentences and its words, each with the way back
//! to the text as it was typed.

use super::finding::Found;
use super::greeting::{Greeting, find_greeting};
use super::letter::Letter;
use super::marks::{Hit, Mark};
use super::mc10_promises::PlacedPromise;
use super::words_in::{Phrases, Word, words_in};
use crate::drafts::words::{Words, words_of};
use serde::Deserialize;
use std::cell::OnceCell;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// What marks the end of a letter and what does not mark the end of a sentence.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SentenceWords {
    /// Words that end in a dot inside a sentence, without the dot.
    abbreviations: Vec<String>,
    /// With which the last lines begin: “Kind regards”.
    closings: Phrases,
    /// Whether a number with a dot counts things (`am 3. März`).
    #[serde(default)]
    counts_with_dots: bool,
}

/// One sentence.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Where it stands, in bytes, without spaces around it.
    pub at: Range<usize>,
    /// Its words.
    pub words: Vec<Word>,
    /// Whether it asks.
    pub is_question: bool,
}

/// A letter as it was read.
pub(super) struct Reading<'a> {
    /// The text, composed, with plain apostrophes and spaces.
    pub text: String,
    /// For each byte of `text` the UTF-16 unit of the letter, and one more for its end.
    places: Vec<usize>,
    /// The lists of its language.
    pub words: Option<&'a Words>,
    /// How it greets.
    pub greeting: Option<Greeting>,
    /// The sentences between the greeting and the last lines.
    pub sentences: Vec<Sentence>,
    /// Where the last lines begin, in bytes.
    pub closing: usize,
    /// What stands in the last lines.
    pub tail: Vec<Sentence>,
    /// The phrases that checks look for, in the sentences.
    hits: Vec<Hit<'a>>,
    /// What it promises, once somebody asked.
    pub promises: OnceCell<Vec<PlacedPromise>>,
}

impl Reading<'_> {
    /// Reads a letter.
    pub fn new(letter: &Letter) -> Self {
        let (text, places) = compose(&letter.text);
        let words = words_of(&letter.language);
        let greeting = words.and_then(|words| find_greeting(&text, &words.greeting, &letter.person));
        let start = greeting.as_ref().map_or(0, |greeting| greeting.end);
        let closing = words.map_or(text.len(), |words| find_closing(&text, start, &words.sentences));
        let cut =
            |range: Range<usize>| words.map_or_else(Vec::new, |words| find_sentences(&text, range, &words.sentences));
        let (sentences, tail) = (cut(start..closing), cut(closing..text.len()));
        let hits = words.map_or_else(Vec::new, |words| words.checks.marks.find(&sentences));
        Self { text, places, words, greeting, sentences, closing, tail, hits, promises: OnceCell::new() }
    }

    /// Whether there is a list of that mark for the letter's language.
    pub fn has_list(&self, mark: Mark) -> bool {
        self.words.is_some_and(|words| words.checks.marks.has(mark))
    }

    /// The phrases of that mark in the body of the letter that its writer says, in order.
    pub fn hits(&self, mark: Mark) -> impl Iterator<Item = &Hit<'_>> {
        self.hits.iter().filter(move |hit| hit.mark == mark && !self.is_quoted(hit.at.start))
    }

    /// Whether a phrase of that mark stands in one of these sentences.
    pub fn is_in(&self, mark: Mark, sentences: Range<usize>) -> bool {
        self.hits.iter().any(|hit| hit.mark == mark && sentences.contains(&hit.sentence))
    }

    /// Whether a phrase of that mark stands anywhere in the letter, its last lines too.
    pub fn is_anywhere(&self, mark: Mark) -> bool {
        let in_words = |words: &[Word]| {
            self.words.is_some_and(|lists| (0..words.len()).any(|at| lists.checks.marks.length_at(mark, words, at) > 0))
        };
        self.hits.iter().any(|hit| hit.mark == mark) || self.tail.iter().any(|sentence| in_words(&sentence.words))
    }

    /// Whether a byte stands inside quotation marks: somebody else said it.
    pub fn is_quoted(&self, at: usize) -> bool {
        let paragraph = self.text[..at].rfind("\n\n").map_or(0, |end| end + 2);
        let before = &self.text[paragraph..at];
        let count = |mark: char| before.matches(mark).count();
        let plain = count('"');
        // German opens with „ and closes with “, which opens in English.
        if count('„') > 0 {
            return count('„') > count('“') + count('”');
        }
        plain % 2 == 1 || count('“') > count('”') || count('«') > count('»')
    }

    /// The finding with the edit that puts `better` in the place of a phrase; nothing at all leaves no gap behind.
    pub fn replaced(&self, found: Found, hit: &Hit<'_>, better: &str) -> Found {
        let sentence = &self.sentences[hit.sentence];
        let begins = hit.words.start == 0;
        if better.is_empty() {
            let Some(next) = sentence.words.get(hit.words.end) else { return found };
            let first = self.at(&next.at).chars().next().map_or(0, char::len_utf8);
            let up_to = next.at.start + if begins { first } else { 0 };
            let letter = if begins { self.at(&(next.at.start..up_to)).to_uppercase() } else { String::new() };
            return found.fix("takeOut", hit.at.start..up_to, letter);
        }
        let better = if begins { with_capital(better) } else { better.to_owned() };
        found.with("better", better.as_str()).fix("say", hit.at.clone(), better)
    }

    /// The place in UTF-16 units of the letter of a place in bytes of `text`.
    pub fn units(&self, at: &Range<usize>) -> (usize, usize) {
        let place = |byte: usize| self.places.get(byte).or(self.places.last()).copied().unwrap_or(0);
        (place(at.start), place(at.end))
    }

    /// The text at a place.
    pub fn at(&self, at: &Range<usize>) -> &str {
        self.text.get(at.clone()).unwrap_or_default()
    }
}

/// With its first letter as a capital.
pub(super) fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text composed, cluster by cluster, and the UTF-16 unit of each of its bytes.
fn compose(typed: &str) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(typed.len());
    let mut places = Vec::with_capacity(typed.len() + 1);
    let mut units = 0;
    for cluster in typed.graphemes(true) {
        for letter in cluster.nfc() {
            match letter {
                '\u{2019}' | '\u{02BC}' => text.push('\''),
                '\u{A0}' | '\u{202F}' => text.push(' '),
                '\r' => {}
                other => text.push(other),
            }
        }
        places.resize(text.len(), units);
        units += cluster.encode_utf16().count();
    }
    places.push(units);
    (text, places)
}

/// Where the last lines begin: the first line near the end that is a closing, or the end of the text.
fn find_closing(text: &str, start: usize, lists: &SentenceWords) -> usize {
    const LINES: usize = 9;
    let mut at = start;
    let lines: Vec<Range<usize>> = text[start..]
        .split_inclusive('\n')
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .filter(|line| !text[line.clone()].trim().is_empty())
        .collect();
    lines
        .iter()
        .skip(lines.len().saturating_sub(LINES))
        .find(|line| {
            let words = words_in(text, (*line).clone());
            let length = lists.closings.length_at(&words, 0);
            // “Thank you” closes; “Thank you for the long call” opens.
            length > 0 && words.len() <= length + 1
        })
        .map_or(text.len(), |line| line.start)
}

/// The sentences of a text that is no letter: a note, something that was told.
pub(super) fn plain_sentences(text: &str, lists: &SentenceWords) -> Vec<Sentence> {
    find_sentences(text, 0..text.len(), lists)
}

/// Cuts a part of the text into sentences: at their marks, at empty lines and at items of a list.
fn find_sentences(text: &str, range: Range<usize>, lists: &SentenceWords) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    let mut letters = text[range.clone()].char_indices().peekable();
    while let Some((offset, letter)) = letters.next() {
        let after = range.start + offset + letter.len_utf8();
        let is_end = match letter {
            '\n' => breaks_paragraph(&text[after..range.end]),
            '.' | '!' | '?' | '…' => {
                let rest = text[after..range.end].trim_start_matches(['.', '!', '?', '…']);
                let rest = rest.trim_start_matches(['"', '”', '“', '»', '«', '\'', ')', ']']);
                let end = range.end - rest.len();
                let ends = (rest.is_empty() || rest.starts_with(char::is_whitespace))
                    && !(letter == '.' && goes_on(&text[start..after - 1], rest, lists));
                if ends {
                    while letters.peek().is_some_and(|(next, _)| range.start + next < end) {
                        letters.next();
                    }
                    push_sentence(&mut sentences, text, start..end);
                    start = end;
                }
                false
            }
            _ => false,
        };
        if is_end {
            push_sentence(&mut sentences, text, start..after);
            start = after;
        }
    }
    push_sentence(&mut sentences, text, start..range.end);
    sentences
}

/// Whether a line end ends the sentence: an empty line or an item of a list follows.
fn breaks_paragraph(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t']);
    line.starts_with('\n') || ["- ", "* ", "• ", "– "].iter().any(|bullet| line.starts_with(bullet))
}

/// Whether the sentence goes on after a dot: an abbreviation, an initial, a counted thing, a small letter.
fn goes_on(before: &str, rest: &str, lists: &SentenceWords) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '.' | '"' | '“')).next().unwrap_or_default();
    let next = rest.trim_start().chars().next();
    let is_initial = word.chars().count() == 1 && word.chars().all(|c| c.is_alphabetic() && c.is_uppercase());
    let is_count =
        lists.counts_with_dots && !word.is_empty() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    is_initial
        || is_count
        || lists.abbreviations.iter().any(|short| short.eq_ignore_ascii_case(word))
        || next.is_some_and(char::is_lowercase)
}

fn push_sentence(sentences: &mut Vec<Sentence>, text: &str, range: Range<usize>) {
    let written = text[range.clone()].trim();
    let words = words_in(text, range.clone());
    if words.is_empty() {
        return;
    }
    let start = range.start + text[range.clone()].len() - text[range].trim_start().len();
    let is_question = written.trim_end_matches(['"', '”', '»', '«', '\'', ')', '!', '.']).ends_with('?');
    sentences.push(Sentence { at: start..start + written.len(), words, is_question });
}
