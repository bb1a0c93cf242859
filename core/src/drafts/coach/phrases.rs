//! The checks that are a list and nothing more: what watches, what pushes, what claims to be green, what blames, what
//! says more than can be kept, and what says no and leaves it there.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::marks::Mark;
use super::marks::listed::{Saying, found, outcome};
use super::mc10_promises::find_promises;
use super::reading::Reading;

/// MC21: nobody likes to be watched.
pub(super) fn watching(_letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let saying = Saying { mark: Mark::Watching, level: CoachLevel::Warn, variant: "watched", source: "64de step 3" };
    outcome(reading, &saying)
}

/// MC39: pressure sells once.
pub(super) fn pressure(_letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let saying = Saying { mark: Mark::Pressure, level: CoachLevel::Hint, variant: "pressure", source: "262e ethics" };
    outcome(reading, &saying)
}

/// MC40: a green claim wants proof.
pub(super) fn green(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let source = "262e sustainability";
    if letter.book.is_proven {
        return Outcome::DoesNotApply;
    }
    outcome(reading, &Saying { mark: Mark::Green, level: CoachLevel::Hint, variant: "claim", source })
}

/// MC09: where somebody complains, nothing in the answer puts the blame on them.
pub(super) fn blame(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "fbf2 tip 2";
    let Some(words) = reading.words.filter(|_| reading.has_list(Mark::Blame)) else { return Outcome::NotChecked };
    if !letter.is_complaint() {
        return Outcome::DoesNotApply;
    }
    let saying = Saying { mark: Mark::Blame, level: CoachLevel::Warn, variant: "blame", source: SOURCE };
    let samples = &words.checks.samples;
    let understood = match &letter.book.last {
        Some(last) => samples.on_date.replace("{date}", &words.write_day_month(last.day)),
        None => samples.no_date.clone(),
    };
    let blamed = reading.hits(Mark::Blame).map(|hit| match hit.better {
        Some("{last}") => {
            let found = Found::new(saying.level, saying.variant, Some(hit.at.clone()), SOURCE);
            reading.replaced(found.with("written", reading.at(&hit.at)), hit, &lowered(&understood, hit.words.start))
        }
        _ => found(reading, hit, &saying),
    });
    let mut all: Vec<Found> = blamed.collect();
    // A bare command reads colder than a question (Danescu-Niculescu-Mizil 2013: “please” first, −0.30).
    all.extend(reading.hits(Mark::PleaseStart).filter(|hit| hit.words.start == 0).map(|hit| {
        Found::new(CoachLevel::Hint, "please", Some(hit.at.clone()), SOURCE).with("written", reading.at(&hit.at))
    }));
    Outcome::found_or_passed(all)
}

/// Inside a sentence “In our last conversation” is “in our last conversation”.
fn lowered(text: &str, at: usize) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if at > 0 => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// MC11: more than anybody can keep, and times that are none.
pub(super) fn over_promise(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "fbf2 tip 4";
    if !reading.has_list(Mark::OverPromise) {
        return Outcome::NotChecked;
    }
    let say = |mark, variant| Saying { mark, level: CoachLevel::Warn, variant, source: SOURCE };
    let over = say(Mark::OverPromise, "over");
    let mut all: Vec<Found> = reading.hits(over.mark).map(|hit| found(reading, hit, &over)).collect();
    all.extend(
        hundred(reading)
            .map(|at| Found::new(CoachLevel::Warn, "over", Some(at.clone()), SOURCE).with("written", reading.at(&at))),
    );
    // What MC10 calls a promise without a day needs no second word here; without a promise “soon” is only small talk.
    let vague = say(Mark::Vague, "vague");
    let promises = find_promises(letter, reading);
    let is_dated = |at: usize| promises.iter().any(|(place, date)| date.is_some() && place.contains(&at));
    all.extend(reading.hits(vague.mark).filter(|hit| is_dated(hit.at.start)).map(|hit| found(reading, hit, &vague)));
    let is_spoken = |hit: &&super::marks::Hit<'_>| hit.words.len() > 1 && !is_promise(promises, hit.at.start);
    all.extend(reading.hits(vague.mark).filter(is_spoken).map(|hit| found(reading, hit, &vague)));
    Outcome::found_or_passed(all)
}

fn is_promise(promises: &[super::mc10_promises::PlacedPromise], at: usize) -> bool {
    promises.iter().any(|(place, _)| place.contains(&at))
}

/// “100 %”.
fn hundred(reading: &Reading<'_>) -> Option<std::ops::Range<usize>> {
    reading.text.match_indices("100").find_map(|(at, _)| {
        let rest = &reading.text[at + 3..];
        let sign = rest.len() - rest.trim_start_matches(' ').len();
        let alone = !reading.text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
        (alone && rest[sign..].starts_with('%')).then(|| at..at + 3 + sign + 1)
    })
}

/// MC14: a no comes with what is possible, in the same sentence or the two after it.
pub(super) fn dead_end(_letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::DeadEnd) {
        return Outcome::NotChecked;
    }
    let saying = Saying { mark: Mark::DeadEnd, level: CoachLevel::Warn, variant: "deadEnd", source: "fbf2 tip 4" };
    let mut said = None;
    let mut all = Vec::new();
    for hit in reading.hits(Mark::DeadEnd) {
        let leads_on = reading.is_in(Mark::WayOut, hit.sentence..hit.sentence + 3)
            || reading.sentences[hit.sentence..].iter().take(3).any(|sentence| sentence.is_question);
        if !leads_on && said != Some(hit.sentence) {
            said = Some(hit.sentence);
            all.push(found(reading, hit, &saying));
        }
    }
    Outcome::found_or_passed(all)
}
