//! How sure one is of a note: what speaks for it, how much hangs on it, and the test that would show it wrong.

use super::Note;
use super::blocks::stands_as;
use super::kinds::note;
use super::notes::change_with;
use crate::error::{Error, Result};
use crate::ids::NoteId;
use crate::promises::{self, NewTask};
use crate::typed;
use crate::vault::Field;
use crate::vault::Vault;
use rusqlite::Row;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest of these texts, in bytes.
const MAX_TEXT: usize = 4 * 1024;
/// The highest importance.
const MOST: u8 = 3;

/// What speaks for a note.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Evidence {
    /// Nobody said.
    #[default]
    Unsaid,
    /// It is believed.
    Assumption,
    /// It was seen, or heard from a customer.
    Observed,
    /// A test speaks for it.
    Supported,
    /// Something speaks against it.
    Contradicted,
    /// It was decided; there is nothing to prove.
    Decided,
}

stands_as!(Evidence {
    Unsaid = "unsaid",
    Assumption = "assumption",
    Observed = "observed",
    Supported = "supported",
    Contradicted = "contradicted",
    Decided = "decided",
});

impl Evidence {
    /// As it stands in its column: nothing where nobody said.
    pub(super) fn said(self) -> String {
        if self == Self::Unsaid { String::new() } else { self.as_str().to_owned() }
    }
}

/// How sure one is of a note.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Judgement {
    /// What speaks for it.
    pub evidence: Evidence,
    /// How much hangs on it, 1 to 3; 0 when nobody said.
    pub importance: u8,
    /// Who looks after it.
    pub owner: String,
    /// What is measured to test it.
    pub measure: String,
    /// The result from which on it holds.
    pub pass_mark: String,
    /// The day on which the test is looked at, `YYYY-MM-DD`, or empty.
    pub review_on: String,
    /// What came out.
    pub result: String,
    /// Importance times how little is proved: 9 for what matters most and is contradicted, 0 for what is proved.
    pub risk: u8,
}

/// How sure one is of a note, to be changed; what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct JudgeNote {
    /// The note.
    pub id: NoteId,
    /// What speaks for it.
    #[serde(default)]
    pub evidence: Option<Evidence>,
    /// How much hangs on it, 1 to 3; 0 takes it back.
    #[serde(default)]
    pub importance: Option<u8>,
    /// Who looks after it.
    #[serde(default)]
    pub owner: Option<String>,
    /// What is measured to test it.
    #[serde(default)]
    pub measure: Option<String>,
    /// The result from which on it holds.
    #[serde(default)]
    pub pass_mark: Option<String>,
    /// The day on which the test is looked at, `YYYY-MM-DD`; empty takes it back.
    #[serde(default)]
    pub review_on: Option<String>,
    /// What came out.
    #[serde(default)]
    pub result: Option<String>,
    /// What the task says that the day is kept with, in the window's words; without it no task is kept.
    #[serde(default)]
    pub task: Option<String>,
}

impl Judgement {
    /// From seven columns of a row, the first of them at `from`. What a newer program wrote counts as not said.
    pub(super) fn read(r: &Row<'_>, from: usize) -> rusqlite::Result<Self> {
        let evidence = Evidence::from_text(r.get_ref(from)?.as_str()?).unwrap_or_default();
        let importance = r.get::<_, i64>(from + 1)?.clamp(0, MOST.into()).try_into().unwrap_or(0);
        Ok(Self {
            evidence,
            importance,
            owner: r.get(from + 2)?,
            measure: r.get(from + 3)?,
            pass_mark: r.get(from + 4)?,
            review_on: r.get(from + 5)?,
            result: r.get(from + 6)?,
            risk: risk(evidence, importance),
        })
    }
}

/// What nobody weighed is a risk only when it is said to be an assumption, or when something speaks against it.
fn risk(evidence: Evidence, importance: u8) -> u8 {
    match evidence {
        Evidence::Contradicted => 3 * importance.max(1),
        Evidence::Assumption => 2 * importance.max(1),
        Evidence::Unsaid => importance,
        Evidence::Observed | Evidence::Supported | Evidence::Decided => 0,
    }
}

/// Says how sure one is of a note.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Invalid`] for an importance or a day that there is not; [`Code::TooLarge`].
pub fn judge_note(vault: &Vault, input: JudgeNote) -> Result<Note> {
    let (id, owner) = (input.id, input.owner.clone());
    let task = input.task.clone().zip(input.review_on.clone());
    let cells = cells(input)?;
    change_with(vault, "judgeNote", id, cells, |w| {
        let Some((text, due)) = task else { return Ok(()) };
        let about = Some(format!("canvasNote:{id}"));
        promises::keep_task(w, &NewTask { text, due: Some(due), about, owner, ..NewTask::default() })
    })
}

fn cells(input: JudgeNote) -> Result<Vec<(Field, Value)>> {
    let mut cells = Vec::new();
    if let Some(evidence) = input.evidence {
        cells.push((note::EVIDENCE, evidence.said().into()));
    }
    if let Some(importance) = input.importance {
        if importance > MOST {
            return Err(Error::invalid("importance", "range"));
        }
        cells.push((note::IMPORTANCE, i64::from(importance).into()));
    }
    if let Some(day) = &input.review_on {
        typed::day_or_none("reviewOn", day)?;
    }
    let texts = [
        (note::OWNER, "owner", input.owner),
        (note::MEASURE, "measure", input.measure),
        (note::PASS_MARK, "passMark", input.pass_mark),
        (note::REVIEW_ON, "reviewOn", input.review_on),
        (note::RESULT, "result", input.result),
    ];
    for (field, name, text) in texts {
        let Some(text) = text else { continue };
        cells.push((field, typed::limited_to(MAX_TEXT, name, &text)?.into()));
    }
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_and_is_not_proved_is_the_risk() {
        assert_eq!(risk(Evidence::Contradicted, 3), 9);
        assert_eq!(risk(Evidence::Assumption, 3), 6);
        assert_eq!((risk(Evidence::Assumption, 0), risk(Evidence::Unsaid, 0)), (2, 0));
        assert!([Evidence::Observed, Evidence::Supported, Evidence::Decided].iter().all(|e| risk(*e, 3) == 0));
    }
}
