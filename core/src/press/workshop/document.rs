//! The file of a workshop: a map without what the log says about it.

use crate::error::Result;
use crate::ids::{JourneyId, JourneyStepId};
use crate::journeys::{FeltInput, JourneyMap, JourneyStep, MapCopy, StepContent, StepCopy, StepFeeling};
use crate::people::Unnamed;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use serde::{Deserialize, Serialize};

/// What the file calls itself.
pub(super) const FORMAT: &str = "rapport.workshop";
/// The version that is written, and the only one that is read.
pub(super) const VERSION: u32 = 1;

/// The whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Document {
    pub format: String,
    pub version: u32,
    /// Whether names of people are left in.
    #[serde(default)]
    pub names: bool,
    /// Who filled it in.
    #[serde(default)]
    pub by: String,
    /// The map that all copies come from.
    pub map: JourneyId,
    pub title: String,
    pub stages: Vec<FileStage>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct FileStage {
    pub name: String,
    #[serde(default)]
    pub steps: Vec<FileStep>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct FileStep {
    /// The step that all copies of it come from.
    pub id: Option<JourneyStepId>,
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goal: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doing: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub thinking: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub channel: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lifecycle: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub our_action: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    pub moment_of_truth: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pain: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub opportunity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within_days: Option<u16>,
    pub feels: Option<FileFeeling>,
    pub should_feel: Option<FileFeeling>,
}

/// −2 … +2 with its word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileFeeling {
    pub value: i8,
    pub word: String,
}

impl Document {
    /// A map as a file. Without names, who answers for a step is left out, and names of people of the book are taken out of
    /// every text; who filled it in is said because somebody typed it for that.
    pub fn of(vault: &Vault, map: &JourneyMap, by: &str, names: bool) -> Result<Self> {
        let stage = |stage: &crate::journeys::JourneyStage| FileStage {
            name: stage.name.clone(),
            steps: stage.steps.iter().map(FileStep::of).collect(),
        };
        let mut document = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            names,
            by: String::new(),
            map: map.origin.unwrap_or(map.id),
            title: map.title.clone(),
            stages: map.stages.iter().map(stage).collect(),
        };
        if !names {
            for step in document.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
                step.owner.clear();
            }
            let named = Unnamed::of(vault, document.texts().into_iter().map(|text| &**text))?;
            for text in document.texts() {
                *text = named.hide(text).0;
            }
        }
        by.trim().clone_into(&mut document.by);
        Ok(document)
    }

    pub fn text(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Every text that somebody wrote.
    fn texts(&mut self) -> Vec<&mut String> {
        let mut texts = vec![&mut self.title];
        for stage in &mut self.stages {
            texts.push(&mut stage.name);
            for step in &mut stage.steps {
                let FileStep { name, goal, doing, thinking, our_action, owner, pain, opportunity, .. } = step;
                texts.extend([name, goal, doing, thinking, our_action, owner, pain, opportunity]);
                texts.extend([&mut step.feels, &mut step.should_feel].into_iter().flatten().map(|felt| &mut felt.word));
            }
        }
        texts
    }

    /// The same as a map of this book.
    pub fn copy(&self) -> MapCopy {
        let stage = |stage: &FileStage| {
            let steps = stage.steps.iter().map(|step| StepCopy { origin: step.id, content: step.content() });
            (stage.name.clone(), steps.collect())
        };
        MapCopy { origin: self.map, title: self.title.clone(), stages: self.stages.iter().map(stage).collect() }
    }
}

impl FileStep {
    fn of(step: &JourneyStep) -> Self {
        let felt = |felt: &Option<StepFeeling>| {
            felt.as_ref().map(|felt| FileFeeling { value: felt.value, word: felt.word.clone() })
        };
        Self {
            id: Some(step.origin.unwrap_or(step.id)),
            name: step.name.clone(),
            goal: step.goal.clone(),
            doing: step.doing.clone(),
            thinking: step.thinking.clone(),
            channel: step.channel.map_or("", Channel::as_str).to_owned(),
            lifecycle: step.lifecycle.clone(),
            our_action: step.our_action.clone(),
            owner: step.owner.clone(),
            moment_of_truth: step.moment_of_truth,
            pain: step.pain.clone(),
            opportunity: step.opportunity.clone(),
            within_days: step.within_days,
            feels: felt(&step.expected),
            should_feel: felt(&step.wished),
        }
    }

    /// What it says, for a step of this book.
    pub fn content(&self) -> StepContent {
        let felt = |felt: &Option<FileFeeling>| {
            felt.as_ref().map(|felt| FeltInput { value: Some(felt.value), word: Some(felt.word.clone()) })
        };
        let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        StepContent {
            name: Some(self.name.clone()),
            goal: said(&self.goal),
            doing: said(&self.doing),
            thinking: said(&self.thinking),
            channel: said(&self.channel),
            lifecycle: said(&self.lifecycle),
            our_action: said(&self.our_action),
            owner: said(&self.owner),
            moment_of_truth: Some(self.moment_of_truth),
            pain: said(&self.pain),
            opportunity: said(&self.opportunity),
            expected: felt(&self.feels),
            wished: felt(&self.should_feel),
            within_days: self.within_days,
        }
    }
}
