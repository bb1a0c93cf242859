//! Reading a typed rule: `or` joins what `and` joined, `not` and brackets come first. What was wanted where reading stopped
//! is remembered, for the error and for completion alike.

use super::book::{Book, Named};
use super::heads;
use super::tokens::{Span, Token, What, quote, tokens};
use crate::error::Result;
use crate::segments::rule::{MAX_DEPTH, SegmentRule};
use crate::vault::text::fold;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// Names that are compared for a slip of the finger at most.
const COMPARED: usize = 2000;
/// How deep brackets may stand in brackets while reading; the rule's own limit is said afterwards.
const DEEPEST: usize = 4 * MAX_DEPTH;

/// Why a text cannot be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RuleProblem {
    /// `expected`, `unknownTag`, `unknownOrganisation`, `unknownSegment`, `unknownField`, `unknownStage`, `number`, `amount`,
    /// `date`, `openQuote`, `days`, `tooDeep`, `tooLong` …
    pub why: String,
    /// Where it begins, in UTF-16 units.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What could stand there instead: words as they are, and `<tag>`, `<days>`, `<number>` … for what is named or counted.
    pub expected: Vec<String>,
    /// What was meant, maybe.
    pub meant: Vec<String>,
}

/// A problem at a place in bytes, or a vault that cannot be read.
pub(super) enum Trouble {
    Problem { why: &'static str, at: Span, meant: Vec<String> },
    Broken(crate::error::Error),
}

impl From<crate::error::Error> for Trouble {
    fn from(error: crate::error::Error) -> Self {
        Self::Broken(error)
    }
}

pub(super) type Parsed<T> = std::result::Result<T, Trouble>;

/// Reads a rule.
///
/// # Errors
/// When names cannot be looked up; a text that cannot be read is an answer.
pub(super) fn parse(text: &str, book: &dyn Book) -> Result<std::result::Result<SegmentRule, RuleProblem>> {
    let mut parser = Parser::new(text, book);
    match parser.whole() {
        Ok(rule) => Ok(checked(text, rule)),
        Err(Trouble::Broken(error)) => Err(error),
        Err(Trouble::Problem { why, at, meant }) => Ok(Err(parser.problem(text, why, at, meant))),
    }
}

/// What can be read may still break the limits of rules: then the whole text is the place.
fn checked(text: &str, rule: SegmentRule) -> std::result::Result<SegmentRule, RuleProblem> {
    match rule.check() {
        Ok(()) => Ok(rule),
        Err(error) => {
            let why = error.details.get("why").and_then(|why| why.as_str()).unwrap_or_default().to_owned();
            Err(RuleProblem { why, from: 0, to: utf16(text, text.len()), ..RuleProblem::default() })
        }
    }
}

/// What could stand at a place of a text.
///
/// # Errors
/// When names cannot be looked up.
pub(super) fn complete(text: &str, at: usize, most: usize, book: &dyn Book) -> Result<super::RuleCompletion> {
    let caret = bytes(text, at);
    let before = &text[..caret];
    let all = tokens(before);
    // The word that the caret touches is being typed; an open quote, too.
    let typing = all
        .iter()
        .rev()
        .nth(1)
        .filter(|last| last.at.to == caret && !matches!(last.what, What::Mark(_) | What::Quoted(_)));
    let start = typing.map_or(caret, |word| word.at.from);
    let part = text[start..caret].trim_start_matches(['"', '“', '„', '«']).to_lowercase();
    let mut parser = Parser::new(&text[..start], book);
    match parser.whole() {
        Err(Trouble::Broken(error)) => return Err(error),
        Err(Trouble::Problem { .. }) | Ok(_) => {}
    }
    let reached = parser.wanted_at + 1 >= parser.tokens.len();
    let (mut words, mut wanted) = (Vec::new(), Vec::new());
    for what in if reached { std::mem::take(&mut parser.wanted) } else { Vec::new() } {
        let names = [Named::Tag, Named::Organisation, Named::Segment, Named::Field];
        match names.into_iter().find(|named| named.wanted() == what) {
            Some(named) => words.extend(book.like(named, &part, most)?.iter().map(|name| quote(name))),
            None if what.starts_with('<') && what.len() > 2 => wanted.push(what),
            None if what.to_lowercase().starts_with(&part) && what.to_lowercase() != part => words.push(what),
            None => {}
        }
    }
    words.truncate(most);
    Ok(super::RuleCompletion { from: utf16(text, start), to: at.min(utf16(text, text.len())), words, wanted })
}

/// Reads token by token.
pub(super) struct Parser<'a> {
    pub tokens: Vec<Token>,
    pub at: usize,
    pub book: &'a dyn Book,
    wanted: Vec<String>,
    wanted_at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &str, book: &'a dyn Book) -> Self {
        Self { tokens: tokens(text), at: 0, book, wanted: Vec::new(), wanted_at: 0, depth: 0 }
    }

    fn whole(&mut self) -> Parsed<SegmentRule> {
        let rule = self.either()?;
        if self.peek() == &What::End { Ok(rule) } else { Err(self.unexpected()) }
    }

    fn either(&mut self) -> Parsed<SegmentRule> {
        let mut parts = vec![self.both()?];
        while self.word("or") {
            parts.push(self.both()?);
        }
        Ok(joined(parts, SegmentRule::Any))
    }

    fn both(&mut self) -> Parsed<SegmentRule> {
        let mut parts = vec![self.one()?];
        while self.word("and") {
            parts.push(self.one()?);
        }
        Ok(joined(parts, SegmentRule::All))
    }

    fn one(&mut self) -> Parsed<SegmentRule> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let at = self.here();
            return Err(Trouble::Problem { why: "tooDeep", at, meant: Vec::new() });
        }
        let rule = self.one_inside();
        self.depth -= 1;
        rule
    }

    fn one_inside(&mut self) -> Parsed<SegmentRule> {
        if self.word("not") {
            return Ok(SegmentRule::Not(Box::new(self.one()?)));
        }
        if self.mark("(") {
            let rule = self.either()?;
            return if self.mark(")") { Ok(rule) } else { Err(self.unexpected()) };
        }
        if self.word("everyone") {
            return Ok(SegmentRule::All(Vec::new()));
        }
        if self.word("nobody") {
            return Ok(SegmentRule::Any(Vec::new()));
        }
        let start = self.at;
        for (word, make) in [("all", all as fn(Vec<SegmentRule>) -> SegmentRule), ("any", any), ("none", none)] {
            if self.word(word) {
                if self.word("of") {
                    return Ok(make(self.listed()?));
                }
                if word != "any" {
                    return Err(self.unexpected());
                }
                // "any date in next 7 days" is a condition.
                self.at = start;
                break;
            }
        }
        heads::condition(self)
    }

    /// `(a, b, c)`
    fn listed(&mut self) -> Parsed<Vec<SegmentRule>> {
        if !self.mark("(") {
            return Err(self.unexpected());
        }
        let mut parts = vec![self.either()?];
        while self.mark(",") {
            parts.push(self.either()?);
        }
        if self.mark(")") { Ok(parts) } else { Err(self.unexpected()) }
    }

    pub fn peek(&self) -> &What {
        self.tokens.get(self.at).map_or(&What::End, |token| &token.what)
    }

    pub fn here(&self) -> Span {
        self.tokens.get(self.at).map(|token| token.at).unwrap_or_default()
    }

    /// From the token at `start` to the one before this.
    pub fn since(&self, start: usize) -> Span {
        let last = self.at.saturating_sub(1).max(start);
        match (self.tokens.get(start), self.tokens.get(last)) {
            (Some(first), Some(last)) => Span { from: first.at.from, to: last.at.to },
            _ => self.here(),
        }
    }

    pub fn want(&mut self, what: &str) {
        if self.at > self.wanted_at {
            self.wanted.clear();
            self.wanted_at = self.at;
        }
        if self.at == self.wanted_at && !self.wanted.iter().any(|known| known == what) {
            self.wanted.push(what.to_owned());
        }
    }

    /// Takes this word, if it stands here.
    pub fn word(&mut self, word: &'static str) -> bool {
        self.want(word);
        self.also(word)
    }

    /// The same for a word that is understood, and not offered.
    pub fn also(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), What::Word(here) if here.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    /// Takes this mark, if it stands here.
    pub fn mark(&mut self, mark: &'static str) -> bool {
        self.want(mark);
        let found = matches!(self.peek(), What::Mark(here) if *here == mark);
        self.at += usize::from(found);
        found
    }

    /// Nothing that was wanted stands here.
    pub fn unexpected(&self) -> Trouble {
        let why = if self.peek() == &What::Open { "openQuote" } else { "expected" };
        Trouble::Problem { why, at: self.here(), meant: Vec::new() }
    }

    /// The record that a name means.
    pub fn named(&mut self, what: Named) -> Parsed<Uuid> {
        let start = self.at;
        let name = self.text(what.wanted())?;
        self.called(what, &name, start)
    }

    /// The record of a name that was read since `start`.
    pub fn called(&self, what: Named, name: &str, start: usize) -> Parsed<Uuid> {
        let at = self.since(start);
        if let Some(id) = name.strip_prefix('#').and_then(|id| id.parse().ok()) {
            return Ok(id);
        }
        if let Some(id) = self.book.find(what, name)?.first() {
            return Ok(*id);
        }
        let meant = nearest(name, &self.book.like(what, "", COMPARED)?);
        Err(Trouble::Problem { why: what.unknown(), at, meant: meant.iter().map(|name| quote(name)).collect() })
    }

    fn problem(&self, text: &str, why: &str, at: Span, meant: Vec<String>) -> RuleProblem {
        let stopped = self.wanted_at == self.at && why == "expected";
        let expected = if stopped { self.wanted.clone() } else { Vec::new() };
        let meant = match self.peek() {
            What::Word(word) if stopped && meant.is_empty() => nearest(word, &expected),
            _ => meant,
        };
        // At the end there is nothing to underline: the place behind the last letter is.
        let (from, to) = (utf16(text, at.from), utf16(text, at.to));
        RuleProblem { why: why.to_owned(), from, to, expected, meant }
    }
}

fn joined(mut parts: Vec<SegmentRule>, join: fn(Vec<SegmentRule>) -> SegmentRule) -> SegmentRule {
    match parts.len() {
        1 => parts.remove(0),
        _ => join(parts),
    }
}

fn all(parts: Vec<SegmentRule>) -> SegmentRule {
    joined(parts, SegmentRule::All)
}

fn any(parts: Vec<SegmentRule>) -> SegmentRule {
    joined(parts, SegmentRule::Any)
}

fn none(parts: Vec<SegmentRule>) -> SegmentRule {
    SegmentRule::Not(Box::new(any(parts)))
}

/// Up to three words that a slip of the finger turns into this one.
pub(super) fn nearest<S: AsRef<str>>(word: &str, among: &[S]) -> Vec<String> {
    let word = fold(word);
    let far = (word.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = among
        .iter()
        .map(|known| (strsim::osa_distance(&word, &fold(known.as_ref())), known.as_ref()))
        .filter(|(distance, known)| *distance <= far || (word.len() > 2 && fold(known).starts_with(&word)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(3).map(|(_, known)| known.to_owned()).collect()
}

fn utf16(text: &str, at: usize) -> usize {
    text[..at].encode_utf16().count()
}

/// The byte at which so many UTF-16 units end.
fn bytes(text: &str, units: usize) -> usize {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen >= units {
            return at;
        }
        seen += c.len_utf16();
    }
    text.len()
}
