//! MC07 and MC08: as formal as the person wants it, neither more nor less.

use super::called::Meant;
use super::finding::{CoachLevel, Found, Outcome};
use super::letter::{FormOfAddress, Letter};
use super::marks::listed::{Saying, found};
use super::marks::{Hit, Mark};
use super::names::fold;
use super::reading::Reading;

const SOURCE: &str = "fbf2 tip 2";

/// How many letters a word has, and words a sentence, in a text that is hard to read: the automated readability index.
const HARD: f64 = 12.0;

/// MC07: too familiar.
pub(super) fn familiar(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::Slang) {
        return Outcome::NotChecked;
    }
    let form = letter.person.form_of_address;
    if form == FormOfAddress::Familiar {
        return Outcome::DoesNotApply;
    }
    let say = |mark, variant| Saying { mark, level: CoachLevel::Warn, variant, source: SOURCE };
    let of = |saying: Saying| reading.hits(saying.mark).map(|hit| found(reading, hit, &saying)).collect::<Vec<_>>();
    let mut all = of(say(Mark::Slang, "slang"));
    all.extend(shouted(reading));
    if form == FormOfAddress::Formal {
        all.extend(of(say(Mark::Familiar, "familiar")));
        all.extend(of(say(Mark::TForm, "tForm")).into_iter().take(1));
        all.extend(emoji(reading));
        all.extend(greeted_familiarly(letter, reading));
    }
    Outcome::found_or_passed(all)
}

/// “!!”.
fn shouted(reading: &Reading<'_>) -> Option<Found> {
    let at = reading.text.find("!!").filter(|at| !reading.is_quoted(*at))?;
    let end = at + reading.text[at..].len() - reading.text[at..].trim_start_matches('!').len();
    Some(Found::new(CoachLevel::Warn, "shouted", Some(at..end), SOURCE).fix("say", at..end, "!"))
}

fn emoji(reading: &Reading<'_>) -> Option<Found> {
    let is_emoji = |letter: char| matches!(u32::from(letter), 0x1F300..=0x1FAFF | 0x2600..=0x27BF);
    let (at, letter) = reading.text.char_indices().find(|(_, letter)| is_emoji(*letter))?;
    let at = at..at + letter.len_utf8();
    Some(Found::new(CoachLevel::Warn, "emoji", Some(at.clone()), SOURCE).fix("takeOut", at, ""))
}

/// The first name, or “hey”, for somebody who wants title and family name.
fn greeted_familiarly(letter: &Letter, reading: &Reading<'_>) -> Option<Found> {
    let greeting = reading.greeting.as_ref()?;
    let lists = &reading.words?.checks.marks;
    let words = super::words_in::words_in(&reading.text, greeting.at.clone());
    let person = &letter.person;
    if lists.length_at(Mark::Familiar, &words, 0) > 0 {
        let at = words.first()?.at.clone();
        return Some(
            Found::new(CoachLevel::Warn, "familiar", Some(at.clone()), SOURCE).with("written", reading.at(&at)),
        );
    }
    let whole = |written: &str| fold(written).contains(&fold(person.family.trim()));
    let name = greeting.names.iter().find(|name| name.meant == Meant::Called && !whole(&name.written))?;
    if greeting.has_title || person.family.trim().is_empty() || person.given.trim().is_empty() {
        return None;
    }
    let formal = [person.title.trim(), person.family.trim()].map(str::to_owned).join(" ").trim().to_owned();
    let found = Found::new(CoachLevel::Warn, "firstName", Some(name.at.clone()), SOURCE)
        .with("written", name.written.as_str())
        .with("name", formal.as_str());
    // Without a title there is nothing right to put there: “Dear Reyes” is no better.
    Some(if person.title.trim().is_empty() { found } else { found.fix("replaceName", name.at.clone(), formal) })
}

/// MC08: too stiff.
pub(super) fn stiff(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::Stiff) {
        return Outcome::NotChecked;
    }
    let saying = Saying { mark: Mark::Stiff, level: CoachLevel::Hint, variant: "stiff", source: SOURCE };
    let mut all: Vec<Found> = reading.hits(Mark::Stiff).map(|hit| found(reading, hit, &saying)).collect();
    if letter.person.form_of_address == FormOfAddress::Familiar {
        let distant = |hit: &&Hit<'_>| is_distant(reading, hit);
        all.extend(reading.hits(Mark::VForm).find(distant).map(|hit| {
            Found::new(CoachLevel::Hint, "vForm", Some(hit.at.clone()), SOURCE).with("written", reading.at(&hit.at))
        }));
        all.extend(greeted_stiffly(letter, reading));
    }
    if all.is_empty() && is_learned(reading) {
        all.push(Found::new(CoachLevel::Hint, "learned", None, SOURCE));
    }
    Outcome::found_or_passed(all)
}

/// “Sie” means the reader only with a capital inside a sentence; “usted” always does.
fn is_distant(reading: &Reading<'_>, hit: &Hit<'_>) -> bool {
    let written = reading.at(&hit.at);
    written.starts_with("usted") || (hit.words.start > 0 && written.starts_with(char::is_uppercase))
}

fn greeted_stiffly(letter: &Letter, reading: &Reading<'_>) -> Option<Found> {
    let greeting = reading.greeting.as_ref().filter(|greeting| greeting.has_title)?;
    let given = letter.person.given.trim();
    let name = greeting.names.iter().find(|name| name.meant == Meant::Family).filter(|_| !given.is_empty())?;
    Some(
        Found::new(CoachLevel::Hint, "familyName", Some(greeting.at.clone()), SOURCE)
            .with("written", name.written.as_str())
            .with("name", given),
    )
}

/// No contraction anywhere, and long words in long sentences. English only: other languages have longer words.
fn is_learned(reading: &Reading<'_>) -> bool {
    let is_english = reading.words.is_some_and(|words| words.checks.passive.is_some());
    let spoken = reading.sentences.iter().flat_map(|s| &s.words).any(|word| word.text.contains('\''));
    is_english && !spoken && super::reads::readability(reading).is_some_and(|index| index > HARD)
}
