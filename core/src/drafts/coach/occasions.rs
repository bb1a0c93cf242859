//! MC32 to MC35: birthdays, thanks, apologies and “did it work?”, each with what makes it whole and without what spoils it.

use super::anchors::anchors_in;
use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::{Letter, LetterKind};
use super::marks::{Hit, Mark};
use super::reading::{Reading, Sentence};
use std::ops::Range;

/// How many words of thanks are enough.
const THANKS: usize = 90;

/// MC32: a birthday is not only a discount.
pub(super) fn birthday(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::Discount) {
        return Outcome::NotChecked;
    }
    if letter.kind != LetterKind::Birthday {
        return Outcome::DoesNotApply;
    }
    let money = reading.hits(Mark::Discount).map(|hit| hit.at.clone()).next().or_else(|| percent(&reading.text));
    match money {
        Some(at) if anchors_in(letter, reading).is_empty() => {
            let found = Found::new(CoachLevel::Warn, "onlyDiscount", Some(at.clone()), "64de pitfall 1");
            Outcome::Found(vec![found.with("written", reading.at(&at))])
        }
        _ => Outcome::Passed(args([])),
    }
}

/// “20 %”.
fn percent(text: &str) -> Option<Range<usize>> {
    let sign = text.find('%')?;
    let before = text[..sign].trim_end();
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0).then(|| before.len() - digits..sign + 1)
}

/// A sum of money: figures with a sign or a code.
fn price(text: &str) -> Option<Range<usize>> {
    const SIGNS: [&str; 8] = ["€", "$", "£", "EUR", "USD", "GBP", "CHF", "euros"];
    SIGNS.iter().find_map(|sign| {
        text.match_indices(sign).find_map(|(at, _)| {
            let before = text[..at].trim_end_matches([' ', '\u{a0}']).ends_with(|c: char| c.is_ascii_digit());
            let after = text[at + sign.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit());
            (before || after).then(|| at..at + sign.len())
        })
    })
}

/// MC33: thanks for one thing, and nothing else.
pub(super) fn thanks(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "64de cost-benefit";
    if !reading.has_list(Mark::Thanks) {
        return Outcome::NotChecked;
    }
    if letter.kind != LetterKind::ThankYou || reading.sentences.is_empty() {
        return Outcome::DoesNotApply;
    }
    let warn = |variant, at: Option<Range<usize>>| {
        let written = at.as_ref().map_or("", |at| reading.at(at)).to_owned();
        Found::new(CoachLevel::Warn, variant, at, SOURCE).with("written", written)
    };
    let mut all = Vec::new();
    let thanked: Vec<&Hit<'_>> = reading.hits(Mark::Thanks).collect();
    let for_something = |hit: &&Hit<'_>| {
        let words = &reading.sentences[hit.sentence].words;
        let rest = &words[hit.words.end..];
        let lists = reading.words.map(|words| &words.checks.marks);
        let found = |at| lists.is_some_and(|lists| lists.length_at(Mark::ThanksFor, rest, at) > 0);
        rest.len() > 1 && (0..rest.len().min(8)).any(found)
    };
    if thanked.is_empty() {
        all.push(warn("noThanks", None));
    } else if !thanked.iter().any(for_something) {
        all.push(warn("forNothing", thanked.first().map(|hit| hit.at.clone())));
    }
    let link = reading.text.find("http").map(|at| at..at + 4);
    let sells = reading.hits(Mark::Pitch).map(|hit| hit.at.clone()).next();
    all.extend(sells.or(price(&reading.text)).or(percent(&reading.text)).or(link).map(|at| warn("pitch", Some(at))));
    let count: usize = reading.sentences.iter().map(|sentence| sentence.words.len()).sum();
    if count > THANKS {
        all.push(warn("long", None).with("count", count.to_string()));
    }
    Outcome::found_or_passed(all)
}

/// MC34: an apology says what for, takes nothing back and says what happens now.
pub(super) fn apology(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "262e challenge 1.2";
    if !reading.has_list(Mark::Sorry) {
        return Outcome::NotChecked;
    }
    if letter.kind != LetterKind::Apology || reading.sentences.is_empty() {
        return Outcome::DoesNotApply;
    }
    let warn = |variant, at| Found::new(CoachLevel::Warn, variant, at, SOURCE);
    let mut all: Vec<Found> = reading
        .hits(Mark::SorryIf)
        .map(|hit| warn("takenBack", Some(hit.at.clone())).with("written", reading.at(&hit.at)))
        .collect();
    let says_sorry = reading.hits(Mark::Sorry).next().is_some();
    if !says_sorry {
        all.push(warn("noSorry", None));
    }
    let mends = |sentence: &usize| reading.is_in(Mark::Mends, *sentence..*sentence + 1);
    if !(0..reading.sentences.len()).any(|sentence| mends(&sentence)) {
        all.push(warn("noMend", None));
    }
    if says_sorry && reading.sentences.len() < 2 {
        all.push(warn("noIssue", None));
    }
    Outcome::found_or_passed(all)
}

/// MC35: after a problem was solved one asks whether it is.
pub(super) fn did_it_work(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::Worked) {
        return Outcome::NotChecked;
    }
    if letter.kind != LetterKind::SolvedFollowUp || reading.sentences.is_empty() {
        return Outcome::DoesNotApply;
    }
    let asks = |(at, sentence): (usize, &Sentence)| sentence.is_question && reading.is_in(Mark::Worked, at..at + 1);
    if reading.sentences.iter().enumerate().any(asks) {
        return Outcome::Passed(args([]));
    }
    Outcome::Found(vec![Found::new(CoachLevel::Warn, "notAsked", None, "64de step 4")])
}
