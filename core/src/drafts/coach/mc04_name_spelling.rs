//! MC04: the name in the greeting is spelt as it is on record, down to its accents.

use super::called::Meant;
use super::finding::{CoachLevel, Found, Outcome, args};
use super::letter::Letter;
use super::names::Likeness;
use super::reading::Reading;

const SOURCE: &str = "fbf2 tip 3";

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if reading.words.is_none() {
        return Outcome::NotChecked;
    }
    let Some(greeting) = &reading.greeting else { return Outcome::DoesNotApply };
    let mut found = Vec::new();
    for name in &greeting.names {
        // Another person's name is no slip of the pen: MC05 says it.
        if letter.names.as_deref().is_some_and(|known| super::others::is_somebody_else(known, name)) {
            continue;
        }
        if let Meant::Misspelt(right, likeness) = &name.meant {
            let variant = if *likeness == Likeness::OtherMarks { "marks" } else { "letters" };
            found.push(
                Found::new(CoachLevel::Stop, variant, Some(name.at.clone()), SOURCE)
                    .with("written", name.written.as_str())
                    .with("name", right.as_str())
                    .fix("replaceName", name.at.clone(), right.as_str()),
            );
        }
    }
    if !found.is_empty() {
        return Outcome::Found(found);
    }
    match greeting.names.iter().find(|name| name.meant != Meant::Other) {
        Some(name) => Outcome::Passed(args([("name", name.written.clone())])),
        None => Outcome::DoesNotApply,
    }
}
