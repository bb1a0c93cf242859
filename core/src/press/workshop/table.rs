//! What everybody said, step by step: the leader's map beside each file, with the middle and where they disagree.

use super::document::{Document, FileStep};
use super::{WorkshopFile, read};
use crate::error::{Code, Error, Result};
use crate::ids::{JourneyId, JourneyStepId};
use crate::journeys::{self, JourneyMap, JourneyRef, StepFeeling};
use crate::vault::Vault;
use crate::vault::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Most files at a time.
const MOST: usize = 20;
/// From which spread on people disagree.
const APART: u8 = 2;

/// A map and the files that people filled in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct CompareWorkshop {
    /// The leader's map.
    pub journey: JourneyId,
    /// The files.
    pub files: Vec<WorkshopFile>,
}

/// What everybody said.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WorkshopTable {
    /// What the leader's map is called.
    pub title: String,
    /// Who filled in the files, in the order of the files.
    pub voices: Vec<WorkshopVoice>,
    /// The steps of the map in order; steps that only others have stand behind the step that they follow there.
    pub rows: Vec<WorkshopRow>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WorkshopVoice {
    /// Who filled it in; empty: they did not say.
    pub by: String,
    /// What their map is called.
    pub title: String,
    /// Whether it is a copy of another map than this one: steps are matched by their names then.
    pub other: bool,
}

/// A step as everybody sees it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WorkshopRow {
    /// Names the row.
    pub key: String,
    /// The stage it stands in.
    pub stage: String,
    /// What it is called.
    pub name: String,
    /// The step of the leader's map; nothing: only others have it.
    pub step: Option<JourneyStepId>,
    /// Who has it: the leader's map first, then each file.
    pub has: Vec<bool>,
    /// How it feels to each, in the same order; nothing: they did not say.
    pub felt: Vec<Option<StepFeeling>>,
    /// How many said so.
    pub n: u32,
    /// The middle of what they said.
    pub median: Option<f64>,
    /// From the lowest to the highest.
    pub spread: u8,
    /// Whether they disagree: by two or more.
    pub apart: bool,
    /// Whether one of several has it, and nobody else.
    pub only: bool,
    /// What is taken for the middle: of two middle ones the lower, with the word of who said it.
    pub takes: Option<StepFeeling>,
}

/// Puts the files beside the map; nothing is written.
///
/// # Errors
/// As [`super::take_workshop`], with the number of the `file`, from 1; [`Code::TooLarge`] for more than 20 files;
/// [`Code::NotFound`].
pub fn compare_workshop(vault: &Vault, input: CompareWorkshop) -> Result<WorkshopTable> {
    let map = journeys::get(vault, JourneyRef { id: input.journey })?;
    let files = documents(&input.files)?;
    let rows = Joined::of(&map, &files).rows();
    let whose = map.origin.unwrap_or(map.id);
    let voice =
        |file: &Document| WorkshopVoice { by: file.by.clone(), title: file.title.clone(), other: file.map != whose };
    let voices = files.iter().map(voice).collect();
    Ok(WorkshopTable { title: map.title, voices, rows: rows.into_iter().map(|row| row.0).collect() })
}

pub(super) fn documents(files: &[WorkshopFile]) -> Result<Vec<Document>> {
    if files.len() > MOST {
        return Err(Error::new(Code::TooLarge).with("field", "files").with("limit", MOST));
    }
    let numbered = (1_u32..).zip(files);
    numbered.map(|(number, file)| read::document(file).map_err(|error| error.with("file", number))).collect()
}

/// Steps that are the same to several people.
pub(super) struct Joined<'d> {
    steps: Vec<Same<'d>>,
    /// Their places in [`Joined::steps`], in the order of the map.
    order: Vec<usize>,
}

/// One step.
struct Same<'d> {
    key: String,
    stage: String,
    name: String,
    own: Option<(JourneyStepId, Option<StepFeeling>)>,
    ids: Vec<JourneyStepId>,
    /// In each file.
    at: Vec<Option<&'d FileStep>>,
}

impl<'d> Joined<'d> {
    /// Matches by id, else by stage and name.
    pub fn of(map: &JourneyMap, files: &'d [Document]) -> Self {
        let own = map.stages.iter().flat_map(|stage| stage.steps.iter().map(move |step| (stage, step)));
        let steps: Vec<_> = own
            .map(|(stage, step)| Same {
                key: step.id.to_string(),
                stage: stage.name.clone(),
                name: step.name.clone(),
                own: Some((step.id, step.expected.clone())),
                ids: [Some(step.id), step.origin].into_iter().flatten().collect(),
                at: vec![None; files.len()],
            })
            .collect();
        let mut joined = Self { order: (0..steps.len()).collect(), steps };
        for (number, file) in files.iter().enumerate() {
            joined.add(number, file, files.len());
        }
        joined
    }

    fn add(&mut self, number: usize, file: &'d Document, of: usize) {
        let written: Vec<_> =
            file.stages.iter().flat_map(|stage| stage.steps.iter().map(move |step| (&*stage.name, step))).collect();
        let mut places: Vec<Option<usize>> = Vec::new();
        for (_, step) in &written {
            let found = step.id.and_then(|id| self.steps.iter().position(|same| same.ids.contains(&id)));
            let found = found.filter(|at| self.steps[*at].at[number].is_none());
            if let Some(at) = found {
                self.steps[at].at[number] = Some(*step);
            }
            places.push(found);
        }
        let mut before = None;
        for ((stage, step), place) in written.into_iter().zip(places) {
            let at = place.unwrap_or_else(|| self.by_name(number, stage, step, before, of));
            before = Some(at);
        }
    }

    /// The place of a step whose id nobody knows: beside one of that stage and name, else one of its own.
    fn by_name(&mut self, number: usize, stage: &str, step: &'d FileStep, before: Option<usize>, of: usize) -> usize {
        let same = |one: &Same<'_>| {
            one.at[number].is_none() && fold(&one.stage) == fold(stage) && fold(&one.name) == fold(&step.name)
        };
        if let Some(at) = self.steps.iter().position(same) {
            self.steps[at].at[number] = Some(step);
            return at;
        }
        let known: HashSet<&str> = self.steps.iter().map(|one| &*one.key).collect();
        let mut key = step.id.map_or_else(|| format!("{}/{}", fold(stage), fold(&step.name)), |id| id.to_string());
        while known.contains(&*key) {
            key.push('+');
        }
        let mut at = vec![None; of];
        at[number] = Some(step);
        let (stage, name) = (stage.to_owned(), step.name.clone());
        self.steps.push(Same { key, stage, name, own: None, ids: step.id.into_iter().collect(), at });
        let new = self.steps.len() - 1;
        let behind = before.and_then(|one| self.order.iter().position(|at| *at == one)).map_or(0, |at| at + 1);
        self.order.insert(behind, new);
        new
    }

    /// The rows in order, each with the first file's step that has it.
    pub fn rows(&self) -> Vec<(WorkshopRow, Option<&'d FileStep>)> {
        self.order
            .iter()
            .map(|at| &self.steps[*at])
            .map(|one| (one.row(), one.at.iter().flatten().next().copied()))
            .collect()
    }
}

impl Same<'_> {
    fn row(&self) -> WorkshopRow {
        let own = self.own.as_ref();
        let has: Vec<bool> = std::iter::once(own.is_some()).chain(self.at.iter().map(Option::is_some)).collect();
        let said = |step: &Option<&FileStep>| {
            let felt = step.and_then(|step| step.feels.as_ref());
            felt.map(|felt| StepFeeling { value: felt.value, word: felt.word.clone() })
        };
        let ours = own.and_then(|(_, felt)| felt.clone());
        let felt: Vec<Option<StepFeeling>> = std::iter::once(ours).chain(self.at.iter().map(said)).collect();
        // A stable sort: of those who said the same, whoever stands first gives the word.
        let mut sorted: Vec<&StepFeeling> = felt.iter().flatten().collect();
        sorted.sort_by_key(|felt| felt.value);
        let middle = |at: usize| sorted.get(at).map(|felt| f64::from(felt.value));
        let last = sorted.len().saturating_sub(1);
        let spread = sorted.first().zip(sorted.last()).map_or(0, |(low, high)| high.value.abs_diff(low.value));
        let takes = sorted.get(last / 2).map(|felt| (*felt).clone());
        WorkshopRow {
            key: self.key.clone(),
            stage: self.stage.clone(),
            name: self.name.clone(),
            step: own.map(|(id, _)| *id),
            n: u32::try_from(sorted.len()).unwrap_or(u32::MAX),
            median: middle(last / 2).zip(middle(sorted.len() / 2)).map(|(low, high)| f64::midpoint(low, high)),
            spread,
            apart: spread >= APART,
            only: has.len() > 1 && has.iter().filter(|has| **has).count() == 1,
            has,
            felt,
            takes,
        }
    }
}
