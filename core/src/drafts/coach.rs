//! Reads one finished letter to one person and says what is right, what to look at, and what it could not check.
//!
//! Only facts stop a letter (a placeholder left in, a name misspelt, an opt-out); style never does. Everything is
//! worked out from the letter and fixed lists, so the same letter always gets the same answer.

mod anchors;
mod asking;
mod book;
mod called;
mod check_id;
mod dates;
mod figures;
mod finding;
mod greeting;
mod history;
mod keeping;
mod language;
mod letter;
mod marks;
mod names;
mod occasions;
mod others;
mod phrases;
mod private;
mod reading;
mod reads;
mod tone;
mod voice_rules;
mod words_in;

mod mc01_placeholders;
mod mc02_fallbacks;
mod mc03_greeting;
mod mc04_name_spelling;
mod mc06_we;
mod mc10_promises;
mod mc13_next_step;
mod mc16_sender;
mod mc18_fields;
mod mc24_opt_out;
mod mc38_facts;

pub use book::{AlikeLetter, HeldWords, LastExchange, LetterBook};
pub use check_id::CheckId;
pub(crate) use dates::DateWords;
pub use finding::{CheckPassed, CoachFinding, CoachFix, CoachLevel, CoachReport};
pub(crate) use greeting::GreetingWords;
pub use letter::{FormOfAddress, Letter, LetterConsent, LetterKind, LetterPerson, LetterPurpose, LetterSender};
pub(crate) use marks::MarkWords;
pub(crate) use mc01_placeholders::PlaceholderWords;
pub(crate) use mc06_we::WeWords;
pub(crate) use mc10_promises::PromiseWords;
pub use mc10_promises::{LetterPromise, promises};
pub(crate) use mc13_next_step::NextStepWords;
pub use mc38_facts::KnownFact;
pub(crate) use mc38_facts::{Claim, claims};
pub(crate) use names::fold;
pub(crate) use reading::SentenceWords;
pub(crate) use voice_rules::failed_examples;
pub use voice_rules::{Voice, VoiceRule, VoiceRuleKind};

use finding::Outcome;
use reading::Reading;

/// A check: the letter and how it was read, to what was found.
type Check = fn(&Letter, &Reading<'_>) -> Outcome;

/// The checks, in the order in which they are shown.
const CHECKS: [(CheckId, Check); 47] = [
    (CheckId::Mc24, mc24_opt_out::check),
    (CheckId::Mc01, mc01_placeholders::check),
    (CheckId::Mc47, private::internal),
    (CheckId::Mc04, mc04_name_spelling::check),
    (CheckId::Mc05, others::check),
    (CheckId::Mc03, mc03_greeting::check),
    (CheckId::Mc36, private::public),
    (CheckId::Mc31, history::fits),
    (CheckId::Mc23, history::other_readers),
    (CheckId::Mc18, mc18_fields::sensitive),
    (CheckId::Mc20, private::guessed_event),
    (CheckId::Mc19, private::sensitive),
    (CheckId::Mc17, asking::signed),
    (CheckId::Mc10, mc10_promises::check),
    (CheckId::Mc12, keeping::promises),
    (CheckId::Mc11, phrases::over_promise),
    (CheckId::Mc38, mc38_facts::check),
    (CheckId::Mc43, keeping::sane),
    (CheckId::Mc09, phrases::blame),
    (CheckId::Mc14, phrases::dead_end),
    (CheckId::Mc21, phrases::watching),
    (CheckId::Mc22, mc18_fields::bought),
    (CheckId::Mc32, occasions::birthday),
    (CheckId::Mc33, occasions::thanks),
    (CheckId::Mc34, occasions::apology),
    (CheckId::Mc35, occasions::did_it_work),
    (CheckId::Mc46, history::sent_before),
    (CheckId::Mc30, history::same_to_all),
    (CheckId::Mc45, history::same_firm),
    (CheckId::Mc28, history::too_many),
    (CheckId::Mc29, history::personal),
    (CheckId::Mc25, asking::opt_out_offered),
    (CheckId::Mc07, tone::familiar),
    (CheckId::Mc37, voice_rules::check),
    (CheckId::Mc13, mc13_next_step::check),
    (CheckId::Mc16, mc16_sender::check),
    (CheckId::Mc27, language::check),
    (CheckId::Mc02, mc02_fallbacks::check),
    (CheckId::Mc06, mc06_we::check),
    (CheckId::Mc08, tone::stiff),
    (CheckId::Mc15, asking::one_request),
    (CheckId::Mc26, asking::says_why),
    (CheckId::Mc39, phrases::pressure),
    (CheckId::Mc40, phrases::green),
    (CheckId::Mc41, reads::empty_phrases),
    (CheckId::Mc42, reads::easy),
    (CheckId::Mc44, asking::subject),
];

/// Every check, in the order in which they are shown.
pub fn every_check() -> impl Iterator<Item = CheckId> {
    CHECKS.iter().map(|(id, _)| *id)
}

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
