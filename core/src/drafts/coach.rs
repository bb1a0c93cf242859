//! Reads one finished letter to one person and says what is right, what to look at, and what it could not check.
//!
//! Only facts stop a letter (a placeholder left in, a name misspelt, an opt-out); style never does. Everything is
//! worked out from the letter and fixed lists, so the same letter always gets the same answer.

mod called;
mod dates;
mod finding;
mod greeting;
mod letter;
mod names;
mod reading;
mod words_in;

mod mc01_placeholders;
mod mc03_greeting;
mod mc04_name_spelling;
mod mc06_we;
mod mc10_promises;
mod mc13_next_step;
mod mc16_sender;
mod mc24_opt_out;

pub(crate) use dates::DateWords;
pub use finding::{CheckId, CheckPassed, CoachFinding, CoachFix, CoachLevel, CoachReport};
pub(crate) use greeting::GreetingWords;
pub use letter::{FormOfAddress, Letter, LetterConsent, LetterKind, LetterPerson, LetterPurpose, LetterSender};
pub(crate) use mc01_placeholders::PlaceholderWords;
pub(crate) use mc06_we::WeWords;
pub(crate) use mc10_promises::PromiseWords;
pub use mc10_promises::{LetterPromise, promises};
pub(crate) use mc13_next_step::NextStepWords;
pub(crate) use reading::SentenceWords;

use finding::Outcome;
use reading::Reading;

/// A check: the letter and how it was read, to what was found.
type Check = fn(&Letter, &Reading<'_>) -> Outcome;

/// The checks, in the order in which they are shown.
const CHECKS: [(CheckId, Check); 8] = [
    (CheckId::Mc24, mc24_opt_out::check),
    (CheckId::Mc01, mc01_placeholders::check),
    (CheckId::Mc04, mc04_name_spelling::check),
    (CheckId::Mc03, mc03_greeting::check),
    (CheckId::Mc10, mc10_promises::check),
    (CheckId::Mc06, mc06_we::check),
    (CheckId::Mc13, mc13_next_step::check),
    (CheckId::Mc16, mc16_sender::check),
];

/// Reads `letter` and answers what was found, what is right and what there is no list for.
///
/// A check in `letter.ignored` keeps quiet about warnings and hints; a stop is always said.
#[must_use]
pub fn coach(letter: &Letter) -> CoachReport {
    let reading = Reading::new(letter);
    let mut report = CoachReport::default();
    for (id, check) in CHECKS {
        match check(letter, &reading) {
            Outcome::NotChecked => report.not_checked.push(id),
            Outcome::DoesNotApply => {}
            Outcome::Passed(args) => report.passed.push(CheckPassed { id, args }),
            Outcome::Found(findings) => report.findings.extend(
                findings
                    .into_iter()
                    .filter(|found| found.level == CoachLevel::Stop || !letter.ignored.contains(&id))
                    .map(|found| found.into_finding(id, &reading)),
            ),
        }
    }
    report
}
