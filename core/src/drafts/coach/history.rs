//! MC23, MC28 to MC31, MC45 and MC46: what was written before, to them and to others, and what happened since.

use super::anchors::{anchors_in, shared};
use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::{Letter, LetterKind, LetterPurpose};
use super::marks::Mark;
use super::mc16_sender::is_role_mailbox;
use super::reading::Reading;

/// Messages in a row without an answer.
const UNANSWERED: u32 = 2;
/// How much of two letters to two people is the same when they are one letter, in hundredths.
const SAME: u8 = 90;
/// The same for two letters to one person.
const AGAIN: u8 = 80;

/// MC28: not too many messages.
pub(super) fn too_many(letter: &Letter, _reading: &Reading<'_>) -> Outcome {
    let book = &letter.book;
    // Who is owed an answer gets it, however much was written.
    if letter.kind.purpose() == LetterPurpose::Service || letter.consent.answers_request {
        return Outcome::DoesNotApply;
    }
    let warn = |variant, count: u32| {
        let found = Found::new(CoachLevel::Warn, variant, None, "64de “processed”");
        Outcome::Found(vec![found.with("count", count.to_string())])
    };
    if book.sent_week >= letter.habits.cap_week {
        warn("week", book.sent_week)
    } else if book.sent_month >= letter.habits.cap_month {
        warn("month", book.sent_month)
    } else if book.unanswered >= UNANSWERED {
        warn("unanswered", book.unanswered)
    } else {
        Outcome::Passed(args([]))
    }
}

/// MC29: the letter could not go to anybody else.
pub(super) fn personal(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let is_first = matches!(
        letter.kind,
        LetterKind::Welcome | LetterKind::PublicReply | LetterKind::PermissionAsk | LetterKind::Other
    );
    let knows_nothing = letter.book.last.is_none() && letter.book.anchors.is_empty();
    if is_first || knows_nothing || reading.sentences.is_empty() {
        return Outcome::DoesNotApply;
    }
    let anchors = anchors_in(letter, reading);
    match &anchors[..] {
        [] => Outcome::Found(vec![Found::new(CoachLevel::Warn, "none", None, "fbf2 definition; 64de")]),
        [one] => {
            let found = Found::new(CoachLevel::Hint, "one", None, "fbf2 definition; 64de");
            Outcome::Found(vec![found.with("written", one.as_str())])
        }
        many => Outcome::Passed(args([("written", many.iter().take(4).cloned().collect::<Vec<_>>().join(", "))])),
    }
}

/// MC30: others do not get the same letter.
pub(super) fn same_to_all(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let is_same = |alike: &&super::book::AlikeLetter| alike.sent.is_none() && !alike.same_firm && alike.percent >= SAME;
    let Some(alike) = letter.book.alike.iter().find(is_same) else { return Outcome::Passed(args([])) };
    if !anchors_in(letter, reading).is_empty() {
        return Outcome::Passed(args([]));
    }
    let found = Found::new(CoachLevel::Warn, "same", None, "64de “processed”").with("name", alike.name.as_str());
    Outcome::Found(vec![found.with("count", alike.percent.to_string())])
}

/// MC45: two people of one firm talk to each other.
pub(super) fn same_firm(letter: &Letter, _reading: &Reading<'_>) -> Outcome {
    let is_same = |alike: &&super::book::AlikeLetter| alike.sent.is_none() && alike.same_firm && alike.percent >= SAME;
    match letter.book.alike.iter().find(is_same) {
        Some(alike) => {
            let found = Found::new(CoachLevel::Warn, "sameFirm", None, "64de FAQ 4").with("name", alike.name.as_str());
            Outcome::Found(vec![found.with("count", alike.percent.to_string())])
        }
        None => Outcome::Passed(args([])),
    }
}

/// MC46: it was not sent before.
pub(super) fn sent_before(letter: &Letter, _reading: &Reading<'_>) -> Outcome {
    let mut sent = letter.book.alike.iter().filter(|alike| alike.percent >= AGAIN);
    match sent.find_map(|alike| Some((alike.sent?, alike.percent))) {
        Some((day, percent)) => {
            let found = Found::new(CoachLevel::Warn, "sent", None, "64de “processed”").with("date", day.to_string());
            Outcome::Found(vec![found.with("count", percent.to_string())])
        }
        None => Outcome::Passed(args([])),
    }
}

/// MC31: the letter fits what happened last.
pub(super) fn fits(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "64de pitfall 3, Support";
    let wants = letter.kind.purpose() == LetterPurpose::Marketing || letter.kind == LetterKind::Birthday;
    let mut all = Vec::new();
    if letter.book.open_complaint && wants {
        all.push(Found::new(CoachLevel::Stop, "openComplaint", None, SOURCE));
    }
    if let Some(last) = &letter.book.last {
        let found = |variant| Found::new(CoachLevel::Warn, variant, None, SOURCE).with("date", last.day.to_string());
        let answers = matches!(
            letter.kind,
            LetterKind::Apology | LetterKind::ComplaintReply | LetterKind::PublicReply | LetterKind::SolvedFollowUp
        );
        // A letter that speaks of it, or says sorry, knows.
        let knows = || shared(reading, &last.text) > 0 || reading.hits(Mark::Sorry).next().is_some();
        if last.felt <= -1 && !answers && all.is_empty() && !knows() {
            all.push(found("unhappy"));
        }
        if letter.book.is_stale {
            all.push(found("stale"));
        }
    }
    Outcome::found_or_passed(all)
}

/// MC23: where others read along, nothing private is said.
pub(super) fn other_readers(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "64de pitfall 3";
    let is_public = letter.kind == LetterKind::PublicReply;
    let is_shared = letter.is_email() && is_role_mailbox(&letter.to);
    if !is_public && !is_shared {
        return Outcome::DoesNotApply;
    }
    if !reading.has_list(Mark::Sensitive) {
        return Outcome::NotChecked;
    }
    let private = reading.hits(Mark::Sensitive).next();
    match private {
        Some(hit) => {
            let found = Found::new(CoachLevel::Stop, "private", Some(hit.at.clone()), SOURCE);
            Outcome::Found(vec![found.with("written", reading.at(&hit.at))])
        }
        None if is_shared => {
            let found = Found::new(CoachLevel::Warn, "readers", None, SOURCE);
            Outcome::Found(vec![found.with("email", letter.to.as_str())])
        }
        None => Outcome::Passed(args([])),
    }
}
