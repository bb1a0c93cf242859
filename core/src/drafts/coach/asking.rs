//! MC15, MC17, MC25, MC26 and MC44: one request, a name under it, a way out, a reason, and a subject that tells it.

use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::{FormOfAddress, Letter, LetterKind, LetterPurpose};
use super::marks::Mark;
use super::mc13_next_step::leads_on;
use super::names::fold;
use super::reading::Reading;
use super::words_in::words_in;

/// How many questions a letter asks before nobody knows which to answer.
const QUESTIONS: usize = 2;
/// The longest subject that is shown whole, in characters.
const SUBJECT: usize = 60;
/// In how many of the last lines a name stands.
const LAST_LINES: usize = 6;

/// MC15: one clear request.
pub(super) fn one_request(_letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let Some(lists) = reading.words.and_then(|words| words.next_step.as_ref()) else { return Outcome::NotChecked };
    let hint = |variant, at: &std::ops::Range<usize>, count: usize| {
        let found = Found::new(CoachLevel::Hint, variant, Some(at.clone()), "fbf2 “confusing”");
        Outcome::Found(vec![found.with("count", count.to_string())])
    };
    let questions: Vec<_> = reading.sentences.iter().filter(|sentence| sentence.is_question).collect();
    if let Some(over) = questions.get(QUESTIONS) {
        return hint("questions", &over.at, questions.len());
    }
    let calls: Vec<_> =
        reading.sentences.iter().filter(|sentence| !sentence.is_question && leads_on(lists, sentence)).collect();
    match calls.get(2) {
        Some(over) => hint("calls", &over.at, calls.len()),
        None => Outcome::Passed(args([])),
    }
}

/// MC17: a human being signs it, and reads what comes back.
pub(super) fn signed(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "64de pitfall 1";
    if !reading.has_list(Mark::Unread) {
        return Outcome::NotChecked;
    }
    if letter.text.trim().is_empty() {
        return Outcome::DoesNotApply;
    }
    let mut all: Vec<Found> = reading
        .hits(Mark::Unread)
        .map(|hit| {
            Found::new(CoachLevel::Stop, "unread", Some(hit.at.clone()), SOURCE).with("written", reading.at(&hit.at))
        })
        .collect();
    if all.is_empty() && reading.is_anywhere(Mark::Unread) {
        all.push(Found::new(CoachLevel::Stop, "unread", None, SOURCE));
    }
    let name = letter.sender.name.trim();
    if !name.is_empty() && !is_signed(&reading.text, name) {
        let end = reading.text.trim_end().len();
        let given = name.split_whitespace().next().unwrap_or(name);
        let found = Found::new(CoachLevel::Warn, "unsigned", None, SOURCE).with("name", given);
        all.push(found.fix("sign", end..end, format!("\n\n{given}")));
    }
    if all.is_empty() { Outcome::Passed(args([("name", name.to_owned())])) } else { Outcome::Found(all) }
}

fn is_signed(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let name = fold(name);
    // The first line greets: a letter to another Ana is not signed by it.
    lines.iter().skip(1).rev().take(LAST_LINES).any(|line| {
        let line = fold(line);
        let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).collect();
        name.split_whitespace().any(|part| part.chars().count() > 1 && words.contains(&part))
    })
}

/// MC25: what wants something says how to get no more of it.
pub(super) fn opt_out_offered(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let Some(words) = reading.words.filter(|_| reading.has_list(Mark::OptOut)) else { return Outcome::NotChecked };
    if letter.kind.purpose() != LetterPurpose::Marketing || letter.text.trim().is_empty() {
        return Outcome::DoesNotApply;
    }
    if reading.is_anywhere(Mark::OptOut) {
        return Outcome::Passed(args([]));
    }
    let samples = &words.checks.samples;
    let is_familiar = letter.person.form_of_address == FormOfAddress::Familiar;
    let sample = samples.opt_out_familiar.as_ref().filter(|_| is_familiar).unwrap_or(&samples.opt_out);
    let end = reading.sentences.last().map_or(reading.text.trim_end().len(), |sentence| sentence.at.end);
    let found = Found::new(CoachLevel::Warn, "noWayOut", None, "64de step 3");
    Outcome::Found(vec![found.fix("addOptOut", end..end, format!("\n\n{sample}"))])
}

/// MC26: an offer says why it goes to this person.
pub(super) fn says_why(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::Because) {
        return Outcome::NotChecked;
    }
    if letter.kind != LetterKind::Offer || reading.sentences.is_empty() {
        return Outcome::DoesNotApply;
    }
    if reading.hits(Mark::Because).next().is_some() {
        return Outcome::Passed(args([]));
    }
    Outcome::Found(vec![Found::new(CoachLevel::Hint, "noReason", None, "64de step 3")])
}

/// MC44: the subject says what it is about.
pub(super) fn subject(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !letter.is_email() || letter.text.trim().is_empty() {
        return Outcome::DoesNotApply;
    }
    let subject = letter.subject.trim();
    let hint = |variant| {
        let found = Found::new(CoachLevel::Hint, variant, None, "mail practice").with("written", subject);
        Outcome::Found(vec![found.with("count", subject.chars().count().to_string())])
    };
    if subject.is_empty() {
        return hint("empty");
    }
    let letters: Vec<char> = subject.chars().filter(|c| c.is_alphabetic()).collect();
    let shouts =
        letters.len() >= 8 && letters.iter().any(|c| c.is_uppercase()) && !letters.iter().any(|c| c.is_lowercase());
    let answers =
        ["re:", "aw:", "fw:", "fwd:", "wg:", "rv:"].iter().any(|mark| subject.to_lowercase().starts_with(mark));
    let replies = matches!(letter.kind, LetterKind::ComplaintReply | LetterKind::Apology | LetterKind::Other);
    let words = words_in(subject, 0..subject.len());
    let is_dull = reading.words.is_some_and(|lists| lists.checks.marks.is_whole(Mark::DullSubject, &words));
    if subject.chars().count() > SUBJECT {
        hint("long")
    } else if shouts {
        hint("shouts")
    } else if answers && !replies && !letter.consent.answers_request {
        hint("falseReply")
    } else if is_dull {
        hint("dull")
    } else {
        Outcome::Passed(args([]))
    }
}
