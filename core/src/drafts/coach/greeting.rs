//! Finds how a letter greets: the word, the names, and whom they can mean.

use super::called::{Called, Meant};
use super::letter::LetterPerson;
use super::names::{Likeness, fold};
use super::words_in::{Gap, Phrases, Word, words_in};
use serde::Deserialize;
use std::ops::Range;

/// How letters of a language begin.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct GreetingWords {
    /// Greetings that can stand alone: “Hello”.
    alone: Phrases,
    /// Greetings that need a name: “Dear”.
    with_name: Phrases,
    /// Words before a family name: “Mr”.
    pub(super) titles: Phrases,
    /// Who is greeted when nobody is: “all”, “customer”.
    generic: Phrases,
    /// Words that join a second addressee: “and”.
    joins: Phrases,
    /// A greeting to put in, with `{name}`.
    pub(super) sample: String,
}

/// One name in a greeting.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GreetedName {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// As it is written.
    pub written: String,
    /// Who it can mean.
    pub meant: Meant,
}

/// How a letter greets.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Greeting {
    /// The greeting with its names, in bytes; without the mark after it.
    pub at: Range<usize>,
    /// Where the greeting word ends and names begin; `None` where the letter begins with the name itself.
    pub word_end: Option<usize>,
    /// Whether that word can stand alone.
    pub can_stand_alone: bool,
    /// The names up to a joining word.
    pub names: Vec<GreetedName>,
    /// Whether a title stands before them.
    pub has_title: bool,
    /// The words that mean nobody in particular.
    pub generic: Option<Range<usize>>,
    /// Where the letter goes on.
    pub end: usize,
}

/// How many words a greeting's names may take.
const LONGEST: usize = 6;

/// The greeting of a letter: its first line with something on it.
pub(super) fn find_greeting(text: &str, lists: &GreetingWords, person: &LetterPerson) -> Option<Greeting> {
    let start = text.len() - text.trim_start().len();
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let words = words_in(text, start..end);
    let stands_alone = lists.alone.length_at(&words, 0);
    let needs_name = lists.with_name.length_at(&words, 0);
    let length = stands_alone.max(needs_name);
    let called = Called::new(person);
    if length == 0 {
        return begins_with_name(text, &words, &called, lists, person);
    }
    let mut names = &words[length..];
    // “Hello, Ana!” has the name behind the comma; “Hello, it was good …” has none.
    let comma = names.first().is_some_and(|word| word.gap > Gap::Space);
    let region = addressee_length(text, names, lists, person);
    if comma && !could_be_names(&names[..region], names.get(region), &called, lists) {
        names = &[];
    }
    let names = &names[..region.min(names.len())];
    let word_end = words[length - 1].at.end;
    let mut greeting = read_names(text, names, lists, &called, person);
    greeting.at = words[0].at.start..names.last().map_or(word_end, |word| word.at.end);
    greeting.word_end = Some(word_end);
    greeting.can_stand_alone = stands_alone >= needs_name;
    greeting.end = greeting.at.end;
    Some(greeting)
}

/// A letter that begins with the name: “Ana, thank you …”.
fn begins_with_name(
    text: &str,
    words: &[Word],
    called: &Called,
    lists: &GreetingWords,
    person: &LetterPerson,
) -> Option<Greeting> {
    let length = addressee_length(text, words, lists, person);
    let is_set_off = words.get(length).is_none_or(|next| next.gap > Gap::Space) && length <= 3;
    let first = words.first().filter(|_| is_set_off && length > 0)?;
    let last = &words[length - 1];
    if !words[..length].iter().any(|word| called.meant(&text[word.at.clone()]) != Meant::Other) {
        return None;
    }
    let mut greeting = read_names(text, &words[..length], lists, called, person);
    greeting.at = first.at.start..last.at.end;
    greeting.end = last.at.end;
    Some(greeting)
}

/// How many of these words belong to the addressee: up to the first mark, but over the dot of a title or an initial.
fn addressee_length(text: &str, words: &[Word], lists: &GreetingWords, person: &LetterPerson) -> usize {
    let goes_on = |at: usize| {
        let (before, word) = (&words[at - 1], &words[at]);
        let between = &text[before.at.end..word.at.start];
        let is_short = before.text.chars().count() == 1
            || lists.titles.length_at(words, at - 1) == 1
            || fold(&person.title).contains(&fold(&before.text));
        word.gap == Gap::Space || (between.trim_end() == "." && is_short)
    };
    let end = (1..words.len()).find(|&at| !goes_on(at)).unwrap_or(words.len());
    if end <= LONGEST {
        return end;
    }
    // No mark in sight: the letter goes on in the same line.
    let is_name = |at: usize| {
        let word = &words[at];
        let known = [&lists.titles, &lists.generic, &lists.joins].iter().any(|list| list.length_at(words, at) > 0);
        known || (word.is_capital && word.text != "i" && !word.text.starts_with("i'"))
    };
    (0..LONGEST).find(|&at| !is_name(at)).unwrap_or(LONGEST)
}

/// Whether what follows “Hello,” can be the addressee.
fn could_be_names(words: &[Word], next: Option<&Word>, called: &Called, lists: &GreetingWords) -> bool {
    let is_known = words.iter().any(|word| called.meant(&word.text) != Meant::Other || called.is_theirs(&word.text));
    let is_generic = lists.generic.are_in(words) && words.len() <= 3;
    let is_short = words.len() <= 3 && next.is_none() && words.iter().all(|word| word.is_capital);
    (is_known && words.len() <= 4) || is_generic || is_short
}

fn read_names(text: &str, words: &[Word], lists: &GreetingWords, called: &Called, person: &LetterPerson) -> Greeting {
    let mut greeting = Greeting {
        at: 0..0,
        word_end: None,
        can_stand_alone: true,
        names: Vec::new(),
        has_title: false,
        generic: None,
        end: 0,
    };
    let mut at = 0;
    let mut joined = false;
    while let Some(word) = words.get(at) {
        let (title, generic) = (lists.titles.length_at(words, at), lists.generic.length_at(words, at));
        let is_own_title = !person.title.is_empty()
            && fold(&person.title).split(|c: char| !c.is_alphanumeric()).any(|part| part == fold(&word.text));
        if title > 0 || is_own_title {
            greeting.has_title = true;
            at += title.max(1);
            continue;
        }
        if lists.joins.length_at(words, at) > 0 {
            // Who comes after “and” is somebody else; but “team and Ana” still greets Ana.
            joined = true;
        } else if generic > 0 {
            greeting.generic.get_or_insert(word.at.start..words[at + generic - 1].at.end);
            at += generic;
            continue;
        } else {
            let last = name_end(text, words, at, called);
            let place = word.at.start..words[last].at.end;
            at = last;
            let name = GreetedName {
                written: text[place.clone()].to_owned(),
                meant: called.meant(&text[place.clone()]),
                at: place,
            };
            let is_found = greeting.names.iter().any(|before| before.meant != Meant::Other);
            if !joined || (!is_found && matches!(name.meant, Meant::Called | Meant::Family)) {
                greeting.names.push(name);
            }
        }
        at += 1;
    }
    greeting
}

/// The last word of the name that begins at `words[at]`: more than one where hyphens join them, or where together they
/// are a name on record (“Anne Marie” for “Anne-Marie”).
fn name_end(text: &str, words: &[Word], at: usize, called: &Called) -> usize {
    let whole = (at + 1..words.len().min(at + 4)).rev().find(|&last| {
        let written = &text[words[at].at.start..words[last].at.end];
        match called.meant(written) {
            Meant::Called | Meant::Family => true,
            Meant::Misspelt(_, likeness) => likeness == Likeness::OtherMarks,
            Meant::Other => false,
        }
    });
    whole.unwrap_or_else(|| joined_end(text, words, at))
}

/// The last of the words that hyphens join to `words[at]`.
fn joined_end(text: &str, words: &[Word], at: usize) -> usize {
    let mut end = at;
    while let Some(next) = words.get(end + 1) {
        let between = &text[words[end].at.end..next.at.start];
        if !matches!(between, "-" | "\u{2010}" | "\u{2011}" | "'") {
            break;
        }
        end += 1;
    }
    end
}
