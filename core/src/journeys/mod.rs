//! Journey maps: what a segment lives through with us, step by step, how each step is meant to feel, and how it was
//! really felt as far as the log says (seed 64de, step 1).

mod audit;
mod flags;
pub mod kinds;
mod lost;
mod maps;
mod newcomers;
mod observed;
mod onboarding;
mod passes;
mod read;
mod review;
mod segment_use;
mod stages;
mod steps;
mod verdicts;
mod waits;
mod workshop;

pub use audit::{AuditHint, AuditRow, AuditStep, JourneyAudit, audit};
pub use flags::StepFlag;
pub use lost::LostKind;
pub use maps::{AssignJourney, JourneyRef, NewJourney, RenameJourney, assign, create, insert, remove, rename};
pub use newcomers::StartedBy;
pub use observed::StepObserved;
pub use onboarding::{
    OnboardingAsk, OnboardingCheck, OnboardingPerson, OnboardingWord, SetOnboarding, onboarding, set_onboarding,
};
pub use read::{get, list};
pub use review::{ReviewJourney, review};
pub use segment_use::{of_segment, repoint_segment};
pub use stages::{
    AddJourneyStage, EditJourneyStage, JourneyStageRef, MoveJourneyStage, add_stage, edit_stage, move_stage,
    remove_stage,
};
pub use steps::{
    AddJourneyStep, EditJourneyStep, FeltInput, JourneyStepRef, MoveJourneyStep, StepContent, add_step, edit_step,
    insert_step, move_step, remove_step,
};
pub use verdicts::{JudgeTouch, TouchVerdict, VerdictSaid, judge};
pub use waits::OnboardingStep;
pub use workshop::{
    JourneyRoles, MapCopy, SetJourneyRoles, StepAdded, StepCopy, WorkshopSaid, insert_copy, insert_said, set_roles,
};

use crate::clock::Millis;
use crate::ids::{JourneyId, JourneyStageId, JourneyStepId};
use crate::segments::SegmentName;
use crate::touchpoints::Channel;
use crate::vault::Kind;
use serde::Serialize;
use ts_rs::TS;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[&kinds::journey::KIND, &kinds::stage::KIND, &kinds::step::KIND, &kinds::verdict::KIND];

/// Longest name of a map, a stage or a step and longest word for a feeling, in bytes.
const MAX_NAME: usize = 400;

/// A map in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct JourneyRow {
    /// Names it.
    pub id: JourneyId,
    /// What it is called.
    pub title: String,
    /// Whose journey it is; nothing: nobody's in particular, or the segment was removed.
    pub segment: Option<SegmentName>,
    /// How many steps it has.
    pub steps: u32,
}

/// A whole map with what the log says about it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct JourneyMap {
    /// Names it.
    pub id: JourneyId,
    /// What it is called.
    pub title: String,
    /// Whose journey it is; nothing: nobody's in particular, or the segment was removed.
    pub segment: Option<SegmentName>,
    /// Whether it belongs to a segment that was removed, or whose rule cannot be read: nothing is observed then.
    pub segment_gone: bool,
    /// How many people's touchpoints are looked at.
    pub people: u32,
    /// On which day it is to be looked at again, `YYYY-MM-DD`; empty: nobody said.
    pub review_on: String,
    /// When somebody last looked at it as a whole, in milliseconds since 1970.
    pub looked_at: Option<Millis>,
    /// Who does what in a workshop about it.
    pub roles: JourneyRoles,
    /// The map that it was copied from by a file; nothing: none.
    pub origin: Option<JourneyId>,
    /// Its stages in order.
    pub stages: Vec<JourneyStage>,
}

/// A stage of a map.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct JourneyStage {
    /// Names it.
    pub id: JourneyStageId,
    /// What it is called.
    pub name: String,
    /// Its steps in order.
    pub steps: Vec<JourneyStep>,
}

/// A step of a stage.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct JourneyStep {
    /// Names it.
    pub id: JourneyStepId,
    /// The step that it was copied from by a file; nothing: none.
    pub origin: Option<JourneyStepId>,
    /// What it is called.
    pub name: String,
    /// What the customer wants.
    pub goal: String,
    /// What they do.
    pub doing: String,
    /// What they think, in their words.
    pub thinking: String,
    /// Through what they meet us.
    pub channel: Option<Channel>,
    /// Stage of the relationship whose touchpoints are observed; empty: any.
    pub lifecycle: String,
    /// What we do.
    pub our_action: String,
    /// Who of us answers for it.
    pub owner: String,
    /// Whether the relationship is decided here.
    pub moment_of_truth: bool,
    /// What hurts.
    pub pain: String,
    /// What could be better.
    pub opportunity: String,
    /// How we think it feels.
    pub expected: Option<StepFeeling>,
    /// How it should feel one day.
    pub wished: Option<StepFeeling>,
    /// What the log says; nothing when the step names neither channel nor stage, or the segment is gone.
    pub observed: Option<StepObserved>,
    /// Within how many days of the contact before it, or of their start, it is to happen; nothing: nobody said.
    pub within_days: Option<u16>,
    /// What deserves a look.
    pub flags: Vec<StepFlag>,
}

/// A feeling and the word for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct StepFeeling {
    /// −2 … +2.
    pub value: i8,
    /// The word: calm, confused, relieved. Never empty.
    pub word: String,
}
