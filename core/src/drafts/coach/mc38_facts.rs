//! MC38: what a letter says of prices, times and warranties is what may be expected, and what they were told. Figures only:
//! what words mean is not guessed.

use super::figures::{Figure, Measure, figures};
use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::Letter;
use super::marks::Mark;
use super::reading::{Reading, Sentence, plain_sentences};
use crate::drafts::words::{Words, languages};
use crate::promises::ToldTopic;
use chrono::NaiveDate;
use serde::Deserialize;

const SOURCE: &str = "262e challenge 1.1; 64de consistency";

/// Topics whose figures are compared, by the mark of their words.
const TOPICS: [(ToldTopic, Mark); 4] = [
    (ToldTopic::Price, Mark::AboutPrice),
    (ToldTopic::Delivery, Mark::AboutDelivery),
    (ToldTopic::Support, Mark::AboutSupport),
    (ToldTopic::Warranty, Mark::AboutWarranty),
];

/// Something that holds, or that somebody was told.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct KnownFact {
    /// What one calls it; empty: nothing.
    pub name: String,
    /// What it says.
    pub text: String,
    /// What it is about; nothing: what its sentences speak of.
    pub topic: Option<ToldTopic>,
    /// Since when it holds, or when they were told.
    pub day: NaiveDate,
    /// Whether they were told; else it stands on the sheet.
    pub told: bool,
}

/// A figure that is said of something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// Of what.
    pub topic: ToldTopic,
    /// How it is written, with its unit.
    pub written: String,
    figure: Figure,
}

impl Claim {
    /// Whether both give the same figure of one thing.
    pub fn agrees(&self, other: &Self) -> bool {
        self.is_like(other) && self.figure.is(&other.figure)
    }

    /// Whether both are of one thing and measured alike: of a price only sums in one currency can differ.
    pub fn is_like(&self, other: &Self) -> bool {
        self.topic == other.topic && self.figure.measure == other.figure.measure
    }
}

/// What is measured of a topic: a price is no stretch of time, and a warranty is no sum.
fn is_of(topic: ToldTopic, figure: &Figure) -> bool {
    match (topic, &figure.measure) {
        (ToldTopic::Price, Measure::Money(_) | Measure::Percent) => true,
        (ToldTopic::Delivery | ToldTopic::Support | ToldTopic::Warranty, Measure::Time) => true,
        (ToldTopic::Price | ToldTopic::Delivery | ToldTopic::Support | ToldTopic::Warranty, _) => false,
        _ => true,
    }
}

/// The figures that a text gives, in whatever language it is: of `topic`, or of what each of its sentences speaks of.
pub(crate) fn claims(text: &str, topic: Option<ToldTopic>) -> Vec<Claim> {
    if !text.contains(|c: char| c.is_ascii_digit()) && topic.is_none() {
        return Vec::new();
    }
    let mut found: Vec<Claim> = Vec::new();
    for (_, lists) in languages() {
        for sentence in plain_sentences(text, &lists.sentences) {
            let topics = topic.map_or_else(|| topics_of(&sentence, lists), |topic| vec![topic]);
            for claim in claims_in(text, &sentence, &topics, lists) {
                if !found.iter().any(|known| known.topic == claim.topic && known.figure == claim.figure) {
                    found.push(claim);
                }
            }
        }
    }
    found
}

fn topics_of(sentence: &Sentence, lists: &Words) -> Vec<ToldTopic> {
    let marks = &lists.checks.marks;
    let says = |mark| (0..sentence.words.len()).any(|at| marks.length_at(mark, &sentence.words, at) > 0);
    TOPICS.iter().filter(|(_, mark)| says(*mark)).map(|(topic, _)| *topic).collect()
}

fn claims_in(text: &str, sentence: &Sentence, topics: &[ToldTopic], lists: &Words) -> Vec<Claim> {
    let Some(dates) = lists.dates.as_ref().filter(|_| !topics.is_empty()) else { return Vec::new() };
    let all = figures(text, &sentence.at, &sentence.words, dates);
    let of = |topic: ToldTopic| {
        all.iter().filter(move |figure| is_of(topic, figure)).map(move |figure| Claim {
            topic,
            written: text[figure.at.clone()].to_owned(),
            figure: figure.clone(),
        })
    };
    topics.iter().flat_map(|topic| of(*topic)).collect()
}

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let facts = &letter.book.facts;
    if facts.is_empty() {
        return Outcome::DoesNotApply;
    }
    let Some(lists) = reading.words.filter(|_| reading.has_list(Mark::AboutPrice)) else { return Outcome::NotChecked };
    let mut known: Option<Vec<(&KnownFact, Vec<Claim>)>> = None;
    let (mut all, mut agreed) = (Vec::new(), Vec::new());
    for sentence in reading.sentences.iter().filter(|sentence| !reading.is_quoted(sentence.at.start)) {
        for claim in claims_in(&reading.text, sentence, &topics_of(sentence, lists), lists) {
            let known =
                known.get_or_insert_with(|| facts.iter().map(|fact| (fact, claims(&fact.text, fact.topic))).collect());
            match differing(&claim, sentence, known) {
                Some((fact, right)) => all.push(found(&claim, fact, right)),
                None if known.iter().any(|(_, said)| said.iter().any(|said| said.is_like(&claim))) => {
                    agreed.push(claim.written.clone());
                }
                None => {}
            }
        }
    }
    if all.is_empty() { Outcome::Passed(args([("written", agreed.join(", "))])) } else { Outcome::Found(all) }
}

/// The statement that a claim contradicts, and its figure: of those that the sentence names where it names one, of the sheet
/// before what was told, the last one first. Nothing when any of them agrees.
fn differing<'k>(
    claim: &Claim,
    sentence: &Sentence,
    known: &'k [(&'k KnownFact, Vec<Claim>)],
) -> Option<(&'k KnownFact, &'k Claim)> {
    let named = |fact: &KnownFact| {
        let name = super::names::fold(&fact.name);
        let mut parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 3).peekable();
        parts.peek().is_some()
            && parts.all(|part| sentence.words.iter().any(|word| super::names::fold(&word.text) == part))
    };
    let of: Vec<_> = known.iter().filter(|(_, said)| said.iter().any(|said| said.is_like(claim))).collect();
    let by_name: Vec<_> = of.iter().copied().filter(|(fact, _)| named(fact)).collect();
    let of = if by_name.is_empty() { of } else { by_name };
    let like = |said: &'k [Claim]| said.iter().find(|said| said.is_like(claim));
    if of.iter().any(|(_, said)| said.iter().any(|said| said.agrees(claim))) {
        return None;
    }
    let first = of.into_iter().min_by_key(|(fact, _)| (fact.told, std::cmp::Reverse(fact.day)))?;
    Some((first.0, like(&first.1)?))
}

fn found(claim: &Claim, fact: &KnownFact, right: &Claim) -> Found {
    let at = claim.figure.at.clone();
    Found::new(CoachLevel::Warn, if fact.told { "told" } else { "sheet" }, Some(at.clone()), SOURCE)
        .with("written", claim.written.as_str())
        .with("what", fact.text.as_str())
        .with("date", fact.day.to_string())
        .with("better", right.written.as_str())
        .fix("say", at, right.written.clone())
}
