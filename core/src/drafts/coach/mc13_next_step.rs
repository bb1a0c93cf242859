//! MC13: the letter leads somewhere: it asks, invites, offers days or says what happens next.
//!
//! Not for thanks, good wishes and goodbyes, which want nothing.

use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::{FormOfAddress, Letter, LetterKind};
use super::mc10_promises::{days_in, find_promises};
use super::reading::{Reading, Sentence};
use super::words_in::{Gap, Phrases, Word};
use serde::Deserialize;

const SOURCE: &str = "fbf2 tip 4";

/// How a language leads to a next step.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NextStepWords {
    /// Words that a question to the reader holds.
    asked: Phrases,
    /// Invitations, wherever they stand: “let me know”.
    invitations: Phrases,
    /// Verbs that invite where they begin a clause or follow a lead: “call”.
    verbs: Phrases,
    /// What may stand before such a verb: “please”.
    leads: Phrases,
    /// A question to put at the end.
    sample: String,
    /// The same for people one is familiar with, where the language makes a difference.
    #[serde(default)]
    sample_familiar: Option<String>,
}

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let Some(lists) = reading.words.and_then(|words| words.next_step.as_ref()) else { return Outcome::NotChecked };
    let wants_nothing = matches!(letter.kind, LetterKind::ThankYou | LetterKind::Birthday | LetterKind::Goodbye);
    let Some(last) = reading.sentences.last().filter(|_| !wants_nothing) else { return Outcome::DoesNotApply };
    // The last third, but never less than two sentences: short letters ask early.
    let count = reading.sentences.len();
    let ending = &reading.sentences[count - count.div_ceil(3).max(2).min(count)..];
    let start = ending.first().map_or(0, |first| first.at.start);
    let promised = find_promises(letter, reading).iter().find(|(at, date)| date.is_some() && at.end > start);
    let days: usize = ending.iter().map(|sentence| days_in(letter, reading, &sentence.words).len()).sum();
    let step = ending
        .iter()
        .find(|sentence| leads_on(lists, sentence))
        .map(|sentence| sentence.at.clone())
        .or(promised.map(|(at, _)| at.clone()))
        .or((days >= 2).then(|| last.at.clone()));
    if let Some(step) = step {
        let step = reading.at(&step).split_whitespace().collect::<Vec<_>>().join(" ");
        return Outcome::Passed(args([("step", step)]));
    }
    let is_familiar = letter.person.form_of_address == FormOfAddress::Familiar;
    let sample = lists.sample_familiar.as_ref().filter(|_| is_familiar).unwrap_or(&lists.sample);
    let end = last.at.end;
    Outcome::Found(vec![Found::new(CoachLevel::Warn, "none", Some(last.at.clone()), SOURCE).fix(
        "addQuestion",
        end..end,
        format!("\n\n{sample}"),
    )])
}

/// Whether a sentence asks the reader or invites them.
pub(super) fn leads_on(lists: &NextStepWords, sentence: &Sentence) -> bool {
    let words = &sentence.words;
    (sentence.is_question && lists.asked.are_in(words))
        || lists.invitations.are_in(words)
        || (0..words.len()).any(|at| lists.verbs.length_at(words, at) > 0 && is_led(lists, words, at))
}

/// Whether the verb at `at` invites: it begins its clause, or a lead stands right before it.
fn is_led(lists: &NextStepWords, words: &[Word], at: usize) -> bool {
    words[at].gap > Gap::Space
        || (at.saturating_sub(4)..at).any(|lead| {
            let length = lists.leads.length_at(words, lead);
            length > 0 && lead + length == at
        })
}
