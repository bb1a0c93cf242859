//! The sheet itself: its first beginning, its heading, the answers to its questions.

use super::CanvasRow;
use super::blocks::Question;
use super::kinds::{answer as answer_kind, canvas};
use super::own::kinds_of_canvas;
use super::plan::BuiltIn;
use super::read::{find, list, title_of};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::CanvasId;
use crate::promises::{self, NewTask};
use crate::typed;
use crate::vault::{Vault, Writer};
use rusqlite::{OptionalExtension, params};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// The canvas that every vault begins with has the same id everywhere, so that a team's vaults agree on it.
pub const FIRST_CANVAS: Uuid = Uuid::from_u128(0x5261_7070_6f72_7480_8000_0000_0000_0002);
/// What it is called until somebody calls it something else.
const FIRST_TITLE: &str = "How we serve";
/// Longest answer, in bytes.
const MAX_TEXT: usize = 64 * 1024;

/// The heading of a canvas; what is left out stays as it is.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct RenameCanvas {
    /// The canvas; the first one when left out.
    pub id: Option<CanvasId>,
    /// What it is called.
    pub title: Option<String>,
    /// For whom it was made.
    pub designed_for: Option<String>,
    /// Who made it.
    pub designed_by: Option<String>,
    /// The day on which it is looked at again, `YYYY-MM-DD`; empty takes it back.
    pub review_on: Option<String>,
    /// What the task says that the day is kept with, in the window's words; without it no task is kept.
    pub task: Option<String>,
}

/// A canvas to be begun.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct NewCanvas {
    /// What it is called.
    pub title: String,
    /// Which sheet: one of [`BuiltIn`], or the id of a kind of one's own.
    pub kind: String,
}

/// An answer to a guiding question.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct AnswerInput {
    /// The canvas; the first one when left out.
    #[serde(default)]
    pub canvas: Option<CanvasId>,
    /// Which question.
    pub question: Question,
    /// What is answered; empty takes the answer back.
    pub text: String,
}

/// Puts the first canvas into a new vault, without notes.
///
/// # Errors
/// When the vault cannot be written.
pub fn set_up(w: &mut Writer<'_>) -> Result<()> {
    let cells = [
        (canvas::TITLE, FIRST_TITLE.to_owned().into()),
        (canvas::KIND_OF, BuiltIn::BusinessModel.as_str().to_owned().into()),
    ];
    let rid = w.insert(&canvas::KIND, FIRST_CANVAS, &cells)?;
    insert_questions(w, rid, FIRST_CANVAS)
}

/// The rows of the answers; their ids follow from the canvas.
fn insert_questions(w: &mut Writer<'_>, canvas: i64, id: Uuid) -> Result<()> {
    for (n, question) in (1..).zip(Question::ALL) {
        let id = Uuid::from_u128(id.as_u128().wrapping_add(n << 32));
        let cells =
            [(answer_kind::CANVAS, canvas.into()), (answer_kind::QUESTION, question.as_str().to_owned().into())];
        w.insert(&answer_kind::KIND, id, &cells)?;
    }
    Ok(())
}

/// Begins a canvas without notes.
///
/// # Errors
/// [`crate::error::Code::Invalid`] without a title, or for a kind that there is not.
pub fn create(vault: &Vault, input: NewCanvas) -> Result<CanvasRow> {
    let title = input.title.trim();
    if title.is_empty() {
        return Err(Error::invalid("title", "empty"));
    }
    if kinds_of_canvas(vault, ())?.iter().all(|k| k.kind != input.kind) {
        return Err(Error::invalid("kind", "unknown"));
    }
    let id = CanvasId::make();
    vault.write("addCanvas", title, |w| {
        let cells = [(canvas::TITLE, title.to_owned().into()), (canvas::KIND_OF, input.kind.clone().into())];
        let rid = w.insert(&canvas::KIND, id, &cells)?;
        insert_questions(w, rid, id.0)
    })?;
    list(vault, ())?.into_iter().find(|row| row.id == id).or_not_found()
}

/// Changes the heading.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the title says nothing.
pub fn rename(vault: &Vault, input: RenameCanvas) -> Result<()> {
    if input.title.as_ref().is_some_and(|t| t.trim().is_empty()) {
        return Err(Error::invalid("title", "empty"));
    }
    if let Some(day) = &input.review_on {
        typed::day_or_none("reviewOn", day)?;
    }
    let title = title_of(vault, input.id)?;
    vault.write("editCanvas", &title, |w| set_heading(w, &input))
}

/// Changes the heading as part of a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn set_heading(w: &mut Writer<'_>, input: &RenameCanvas) -> Result<()> {
    let rid = find(w.conn(), input.id)?;
    let texts = [
        (canvas::TITLE, &input.title),
        (canvas::DESIGNED_FOR, &input.designed_for),
        (canvas::DESIGNED_BY, &input.designed_by),
        (canvas::REVIEW_ON, &input.review_on),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            w.set(&canvas::KIND, rid, field, text.trim().to_owned())?;
        }
    }
    if let (Some(text), Some(due)) = (&input.task, &input.review_on) {
        let id: CanvasId =
            w.conn().prepare_cached("SELECT id FROM canvas WHERE rid = ?1")?.query_row([rid], |r| r.get(0))?;
        let about = Some(format!("canvas:{id}"));
        let task = NewTask { text: text.clone(), due: Some(due.clone()), about, ..NewTask::default() };
        promises::keep_task(w, &task)?;
    }
    Ok(())
}

/// Answers a guiding question.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn answer(vault: &Vault, input: AnswerInput) -> Result<()> {
    if input.text.len() > MAX_TEXT {
        return Err(Error::new(crate::error::Code::TooLarge).with("limit", MAX_TEXT));
    }
    let title = title_of(vault, input.canvas)?;
    vault.write("answerQuestion", &title, |w| set_answer(w, &input))
}

/// Answers a guiding question as part of a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn set_answer(w: &mut Writer<'_>, input: &AnswerInput) -> Result<()> {
    let canvas = find(w.conn(), input.canvas)?;
    let sql = "SELECT rid FROM answer WHERE canvas = ?1 AND question = ?2 ORDER BY rid LIMIT 1";
    let found: Option<i64> =
        w.conn().prepare_cached(sql)?.query_row(params![canvas, input.question.as_str()], |r| r.get(0)).optional()?;
    w.set(&answer_kind::KIND, found.or_not_found()?, answer_kind::TEXT, input.text.trim().to_owned())?;
    Ok(())
}
