//! Feedback: what customers tell us about us. Doubts until each is cleared, reasons why they came, stayed or left, questions
//! asked again and again, and the dossier of a purchase that takes longer (seed fbf2, types of relationship).

mod asked;
mod dossier_parts;
mod dossiers;
mod doubts;
pub mod kinds;
mod listing;
mod questions;
mod reasons;
mod said;
mod tally;

pub use asked::{AskedAgain, Asking, AskingRef, asked_again, insert_asking, remove_asking};
pub use dossier_parts::{
    DossierPaper, DossierStep, DossierStepInput, DossierStepRef, MoveDossierStep, PaperInput, PaperRef, PaperState,
    insert_paper, insert_step, move_step, remove_paper, remove_step, save_paper, save_step,
};
pub use dossiers::{
    CloseDossier, Dossier, DossierFilter, DossierInput, DossierRef, close_dossier, dossiers, insert_dossier,
    late_dossiers, remove_dossier, reopen_dossier, save_dossier,
};
pub use doubts::{
    ClearDoubt, Doubt, DoubtFilter, DoubtInput, DoubtRef, OpenDoubts, clear_doubt, complains, doubts, insert_doubt,
    open_doubts, remove_doubt, reopen_doubt, save_doubt,
};
pub use questions::{
    CustomerQuestion, QuestionAsked, QuestionFilter, QuestionInput, QuestionRef, insert_question, question,
    question_gaps, questions, remove_question, save_question,
};
pub use reasons::{
    GroupReasons, ReasonFilter, ReasonGiven, ReasonInput, ReasonOutcome, ReasonRef, ReasonWords, group_reasons,
    insert_reason, reason_words, reasons, remove_reason, save_reason,
};
pub use said::SaidIn;
pub use tally::{NamedOften, ReasonGroup, ReasonTally, tally_reasons};

use crate::typed::day_of_text;
use crate::vault::Kind;
use chrono::NaiveDate;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::doubt::KIND,
    &kinds::reason::KIND,
    &kinds::question::KIND,
    &kinds::asked::KIND,
    &kinds::dossier::KIND,
    &kinds::dossier_step::KIND,
    &kinds::paper::KIND,
];

/// Rows of a list when nobody says how many, and at most.
const USUAL: u32 = 50;
const MOST: u32 = 500;

/// Whole days from one day to another; nothing when the first is none.
fn days_between(from: &str, to: NaiveDate) -> Option<i64> {
    day_of_text(from).map(|from| (to - from).num_days())
}
