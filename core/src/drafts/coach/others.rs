//! MC05: a letter names nobody else of the book by mistake: in the greeting never, elsewhere only on purpose.

use super::called::{Called, Meant};
use super::finding::{CoachLevel, Found, Outcome};
use super::greeting::GreetedName;
use super::letter::Letter;
use super::names::fold;
use super::reading::Reading;
use super::words_in::Word;
use crate::drafts::known_names::{KnownNames, Named, joined};
use std::ops::Range;

const SOURCE: &str = "fbf2 tip 3";

/// Names that are words as well, in small letters without accents.
const WORDS: &[&str] = &[
    "will", "mark", "may", "grace", "hope", "joy", "faith", "rose", "bill", "art", "june", "april", "august", "summer",
    "dawn", "frank", "rich", "bob", "pat", "sue", "chase", "grant", "miles", "page", "sol", "luz", "paz", "mar",
    "rosa", "dolores", "pilar", "consuelo", "ernst", "felix", "viola", "mai", "wolf", "stern", "lang", "kurz", "gross",
    "klein", "weiss", "schwarz", "sommer", "winter", "sonntag", "team",
];

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let Some(known) = letter.names.as_deref() else { return Outcome::DoesNotApply };
    let best = Called::best(&letter.person);
    let mut all: Vec<Found> = Vec::new();
    for name in reading.greeting.iter().flat_map(|greeting| &greeting.names) {
        if is_somebody_else(known, name) {
            let found = Found::new(CoachLevel::Stop, "greeting", Some(name.at.clone()), SOURCE)
                .with("written", name.written.as_str())
                .with("name", best.as_str());
            all.push(found.fix("replaceName", name.at.clone(), best.as_str()));
        }
    }
    let theirs = theirs(letter);
    let in_body = reading.sentences.iter().chain(&reading.tail).flat_map(|sentence| {
        named_in(known, &sentence.words).into_iter().map(|(words, named)| {
            let words = &sentence.words[words];
            (words[0].at.start..words[words.len() - 1].at.end, named)
        })
    });
    for (at, named) in in_body {
        let written = reading.at(&at);
        if theirs.iter().any(|own| *own == joined(written)) {
            continue;
        }
        let variant = if named == Named::Person { "person" } else { "firm" };
        // In German every noun has a capital: one word may be any word.
        let may_be_a_word = !written.contains(' ') && super::language::primary(&letter.language) == "de";
        if !may_be_a_word {
            all.push(Found::new(CoachLevel::Warn, variant, Some(at.clone()), SOURCE).with("written", written));
        }
    }
    Outcome::found_or_passed(all)
}

/// Whether a greeted name is another's: nobody's whose letter this is, and on somebody's page.
pub(super) fn is_somebody_else(known: &KnownNames, name: &GreetedName) -> bool {
    let may_be = match &name.meant {
        Meant::Other => true,
        // “Mario” to Maria is no slip of the pen where there is a Mario.
        Meant::Misspelt(_, likeness) => *likeness == super::names::Likeness::Near,
        Meant::Called | Meant::Family => false,
    };
    let folded = joined(&name.written);
    may_be && !WORDS.contains(&folded.as_str()) && (known.is_single(&folded) || known.whole(&folded).is_some())
}

/// Names that may stand in the letter: the reader's, the sender's, their firms and the people they work with.
fn theirs(letter: &Letter) -> Vec<String> {
    let sender = &letter.sender;
    let own = [&letter.person.name, &sender.name, &sender.display_name, &sender.organisation];
    own.into_iter().chain(&letter.book.colleagues).map(|name| joined(name)).filter(|name| !name.is_empty()).collect()
}

/// The whole names among these words, the longest first, none over another.
fn named_in(known: &KnownNames, words: &[Word]) -> Vec<(Range<usize>, Named)> {
    let mut found: Vec<(Range<usize>, Named)> = Vec::new();
    for at in 0..words.len() {
        if !words[at].is_capital || found.last().is_some_and(|(last, _)| at < last.end) {
            continue;
        }
        let first = fold(&words[at].text);
        let reach = known.reach(first.split(' ').next().unwrap_or_default()).min(words.len() - at);
        let longest = (1..=reach).rev().find_map(|count| {
            let run = &words[at..at + count];
            let goes_on = run.iter().skip(1).all(|word| word.gap == super::words_in::Gap::Space);
            let name = run.iter().map(|word| joined(&word.text)).collect::<Vec<_>>().join(" ");
            let is_word = count == 1 && WORDS.contains(&name.as_str());
            Some((at..at + count, known.whole(&name).filter(|_| goes_on && !is_word)?))
        });
        found.extend(longest);
    }
    found
}
