//! Feedback: what customers tell us about us. Doubts until each is cleared, reasons why they came, stayed or left, questions
//! asked again and again, and the dossier of a purchase that takes longer (seed fbf2, types of relationship).

mod asked;
mod dossier_parts;
mod dossiers;
mod doubts;
pub mod kinds;
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
    ClearDoubt, Doubt, DoubtFilter, DoubtInput, DoubtRef, OpenDoubts, clear_doubt, doubts, insert_doubt, open_doubts,
    remove_doubt, reopen_doubt, save_doubt,
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

use crate::error::{Code, Error, Result};
use crate::vault::{Field, Kind, Writer};
use chrono::NaiveDate;
use rusqlite::types::Value;

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

/// Longest text, in bytes.
const MAX_TEXT: usize = 16 * 1024;
/// Rows of a list when nobody says how many, and at most.
const USUAL: u32 = 50;
const MOST: u32 = 500;

/// A text without the space around it.
fn limited(field: &str, text: &str) -> Result<Value> {
    if text.len() > MAX_TEXT {
        return Err(Error::new(Code::TooLarge).with("field", field).with("limit", MAX_TEXT));
    }
    Ok(text.trim().to_owned().into())
}

/// A text that says something.
fn needed(field: &str, text: &str) -> Result<Value> {
    if text.trim().is_empty() { Err(Error::invalid(field, "empty")) } else { limited(field, text) }
}

/// A day as it stands in the vault.
fn day(field: &str, text: &str) -> Result<Value> {
    let text = text.trim();
    let is_day = text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    if is_day { Ok(text.to_owned().into()) } else { Err(Error::invalid(field, "unreadable")) }
}

/// Whole days from one day to another; nothing when the first is none.
fn days_between(from: &str, to: NaiveDate) -> Option<i64> {
    NaiveDate::parse_from_str(from, "%Y-%m-%d").ok().map(|from| (to - from).num_days())
}

fn set_all(w: &mut Writer<'_>, kind: &'static Kind, rid: i64, cells: Vec<(Field, Value)>) -> Result<()> {
    for (field, value) in cells {
        w.set(kind, rid, field, value)?;
    }
    Ok(())
}
