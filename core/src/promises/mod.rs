//! Promises: what is to be done, by when and for whom. A promise is a task that somebody was told of, so both are one
//! kind of record. Beside it stands what everybody may expect of us, who was told so, and what our firm commits itself to.

mod commitments;
mod expectations;
pub mod kinds;
mod list;
mod tasks;
mod told;

pub use commitments::{
    Commitment, CommitmentArea, CommitmentInput, CommitmentRef, commitments, insert_commitment, is_proven,
    remove_commitment, save_commitment,
};
pub use expectations::{
    Expectation, ExpectationInput, ExpectationRef, Statement, ToldTopic, Wording, expectations, holding,
    insert_expectation, remove_expectation, reword, save_expectation,
};
pub use list::{DueInput, DueTasks, TaskFilter, TaskState, due, get, list};
pub use tasks::{EditTask, FinishTask, NewTask, TaskRef, add, edit, finish, insert_task, keep_task, remove, reopen};
pub use told::{TellInput, Told, ToldFilter, ToldRef, insert_told, remove_told, tell, told, told_to};

use crate::clock::Millis;
use crate::ids::TaskId;
use crate::people::NamedPerson;
use crate::vault::Kind;
use serde::Serialize;
use ts_rs::TS;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::task::KIND,
    &kinds::expectation::KIND,
    &kinds::wording::KIND,
    &kinds::told::KIND,
    &kinds::commitment::KIND,
];

/// Something to be done, or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Task {
    /// Names it.
    pub id: TaskId,
    /// What is to be done.
    pub text: String,
    /// By which day, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// For whom.
    pub person: Option<NamedPerson>,
    /// Whether they were told of it: a promise.
    pub promised: bool,
    /// What it is about: `canvasNote:UUID`, `journeyStep:UUID`, …; empty: nothing in particular.
    pub about: String,
    /// Who of us does it; empty: whoever reads it.
    pub owner: String,
    /// When it was done, in milliseconds since 1970; nothing: it is still to be done.
    pub done_at: Option<Millis>,
    /// What came of it.
    pub outcome: String,
    /// Since when it is known, in milliseconds since 1970.
    pub created_at: Millis,
}
