//! What is taken from a workshop: for each step the middle, what one of them said, or nothing; steps that only others have.

use super::WorkshopFile;
use super::table::{Joined, documents};
use crate::error::{Error, Result};
use crate::ids::{JourneyId, JourneyStepId};
use crate::journeys::{self, FeltInput, JourneyRef, StepAdded, StepCopy, StepFeeling, WorkshopSaid};
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// What is to be taken.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct MergeWorkshop {
    /// The leader's map.
    pub journey: JourneyId,
    /// The files, in the order in which they were compared.
    pub files: Vec<WorkshopFile>,
    /// What is taken; rows that are not named stay as they are.
    pub picks: Vec<WorkshopPick>,
}

/// What is taken of one row.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct WorkshopPick {
    /// The row.
    pub key: String,
    /// How it feels from now on. A step that only others have is added with it.
    pub feeling: WorkshopFeeling,
}

/// Whose feeling is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "take", rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub enum WorkshopFeeling {
    /// The middle of what they said.
    Median,
    /// What one of them said.
    Voice {
        /// 0: the leader's map; from 1: the files.
        voice: u32,
    },
    /// None: a step that only others have is added without a feeling.
    Unsaid,
}

/// What was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WorkshopMerged {
    /// Steps that feel otherwise now.
    pub changed: u32,
    /// Steps that were added.
    pub added: u32,
}

/// Takes from the files what was picked, as one step.
///
/// # Errors
/// As [`super::compare_workshop`]; [`crate::error::Code::Invalid`] when a row is not there any more, or when whoever was
/// picked said nothing.
pub fn merge_workshop(vault: &Vault, input: MergeWorkshop) -> Result<WorkshopMerged> {
    let map = journeys::get(vault, JourneyRef { id: input.journey })?;
    let files = documents(&input.files)?;
    let mut picks: HashMap<&str, WorkshopFeeling> =
        input.picks.iter().map(|pick| (pick.key.as_str(), pick.feeling)).collect();
    let mut said = WorkshopSaid::default();
    let mut before: Option<JourneyStepId> = None;
    for (row, theirs) in Joined::of(&map, &files).rows() {
        let pick = picks.remove(row.key.as_str());
        let felt = pick.map(|pick| chosen(pick, &row.felt, row.takes.as_ref())).transpose()?.flatten();
        if let Some(id) = row.step {
            if let Some(felt) = felt.filter(|felt| row.felt.first() != Some(&Some(felt.clone()))) {
                said.feelings.push((id, felt));
            }
            before = Some(id);
        } else if let (Some(_), Some(theirs)) = (pick, theirs) {
            let id = JourneyStepId::make();
            let mut content = theirs.content();
            content.expected = felt.map(|felt| FeltInput { value: Some(felt.value), word: Some(felt.word) });
            let step = StepCopy { origin: theirs.id, content };
            said.added.push(StepAdded { id, stage: row.stage, after: before, step });
            before = Some(id);
        }
    }
    if !picks.is_empty() {
        return Err(Error::invalid("picks", "gone"));
    }
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let merged = WorkshopMerged { changed: count(said.feelings.len()), added: count(said.added.len()) };
    if merged.changed + merged.added > 0 {
        vault.write("mergeWorkshop", &map.title, |w| journeys::insert_said(w, map.id, &said))?;
    }
    Ok(merged)
}

fn chosen(
    pick: WorkshopFeeling,
    felt: &[Option<StepFeeling>],
    middle: Option<&StepFeeling>,
) -> Result<Option<StepFeeling>> {
    match pick {
        WorkshopFeeling::Median => Ok(middle.cloned()),
        WorkshopFeeling::Unsaid => Ok(None),
        WorkshopFeeling::Voice { voice } => {
            let said = usize::try_from(voice).ok().and_then(|at| felt.get(at)).and_then(Option::as_ref);
            said.cloned().map(Some).ok_or_else(|| Error::invalid("voice", "unsaid"))
        }
    }
}
