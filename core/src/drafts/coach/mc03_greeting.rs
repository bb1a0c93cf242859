//! MC03: the letter greets the person by name, with a name they go by.

use super::called::{Called, Meant};
use super::finding::{CoachLevel, Found, Outcome, args};
use super::greeting::{Greeting, GreetingWords};
use super::letter::{FormOfAddress, Letter};
use super::names::fold;
use super::others::is_somebody_else;
use super::reading::Reading;
use super::words_in::words_in;
use std::ops::Range;

const SOURCE: &str = "fbf2 tip 3";

/// How many words into the letter a name still greets.
const GREETING_WORDS: usize = 15;

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let Some(words) = reading.words else { return Outcome::NotChecked };
    if Called::new(&letter.person).is_empty() || letter.text.trim().is_empty() {
        return Outcome::DoesNotApply;
    }
    let in_first_line = name_in_first_line(letter, reading);
    let Some(greeting) = &reading.greeting else {
        return in_first_line.unwrap_or_else(|| no_greeting(letter, &words.greeting));
    };
    if letter.names.as_deref().is_some_and(|known| greeting.names.iter().any(|name| is_somebody_else(known, name))) {
        // Who is greeted instead is MC05's to say.
        return Outcome::DoesNotApply;
    }
    let is = |meant: &Meant| greeting.names.iter().find(|name| name.meant == *meant);
    if greeting.names.iter().any(|name| matches!(name.meant, Meant::Misspelt(..))) {
        // The name is there; that it is misspelt is MC04's to say.
        return Outcome::DoesNotApply;
    }
    if let Some(name) = is(&Meant::Called) {
        return Outcome::Passed(args([("name", name.written.clone())]));
    }
    if let Some(name) = is(&Meant::Family) {
        let is_right = greeting.has_title || letter.person.given.trim().is_empty();
        if is_right {
            return Outcome::Passed(args([("name", name.written.clone())]));
        }
        let found = Found::new(CoachLevel::Warn, "familyOnly", Some(name.at.clone()), SOURCE)
            .with("written", name.written.as_str());
        return Outcome::Found(vec![named(found, letter, name.at.clone())]);
    }
    match in_first_line {
        Some(passed) if greeting.names.is_empty() => passed,
        _ => Outcome::Found(vec![other_or_none(letter, greeting)]),
    }
}

/// “Hello and welcome, Ana” and “Thank you so much, Ana” greet by name as well.
fn name_in_first_line(letter: &Letter, reading: &Reading<'_>) -> Option<Outcome> {
    let called = Called::new(&letter.person);
    let text = reading.text.trim_start();
    let first = &text[..text.find('\n').unwrap_or(text.len())];
    words_in(first, 0..first.len())
        .iter()
        .take(GREETING_WORDS)
        .map(|word| &first[word.at.clone()])
        .find(|word| called.meant(word) == Meant::Called)
        .map(|name| Outcome::Passed(args([("name", name.to_owned())])))
}

/// The greeting names nobody, everybody or somebody else.
fn other_or_none(letter: &Letter, greeting: &Greeting) -> Found {
    let best = Called::best(&letter.person);
    if let (Some(first), Some(last)) = (greeting.names.first(), greeting.names.last()) {
        let place = first.at.start..last.at.end;
        let written = greeting.names.iter().map(|name| name.written.as_str()).collect::<Vec<_>>().join(" ");
        let is_short = fold(&written).chars().count() >= 3 && fold(&best).starts_with(&fold(&written));
        let variant = if is_short { "shortForm" } else { "otherName" };
        let found = Found::new(CoachLevel::Warn, variant, Some(place.clone()), SOURCE).with("written", written);
        return named(found, letter, place);
    }
    if let Some(generic) = &greeting.generic {
        let found = Found::new(CoachLevel::Warn, "generic", Some(generic.clone()), SOURCE);
        return named(found, letter, generic.clone());
    }
    let end = greeting.word_end.unwrap_or(greeting.at.end);
    Found::new(CoachLevel::Warn, "noName", Some(greeting.at.clone()), SOURCE).with("name", best.as_str()).fix(
        "insertName",
        end..end,
        format!(" {best}"),
    )
}

fn no_greeting(letter: &Letter, lists: &GreetingWords) -> Outcome {
    let best = Called::best(&letter.person);
    let greeting = format!("{}\n\n", lists.sample.replace("{name}", &best));
    Outcome::Found(vec![Found::new(CoachLevel::Warn, "noGreeting", Some(0..0), SOURCE).with("name", best).fix(
        "insertGreeting",
        0..0,
        greeting,
    )])
}

/// Adds the right name, and the edit that puts it there.
fn named(found: Found, letter: &Letter, place: Range<usize>) -> Found {
    let best = Called::best(&letter.person);
    let person = &letter.person;
    let formal =
        person.form_of_address == FormOfAddress::Formal && !person.title.is_empty() && !person.family.is_empty();
    let name = if formal { format!("{} {}", person.title, person.family) } else { best };
    found.with("name", name.as_str()).fix("replaceName", place, name)
}
