//! Segments: groups of people who are served alike, each made by a rule that is asked anew whenever the book changes.

mod beside;
mod bits;
mod bought;
mod choices;
mod facts;
mod health;
mod intensity;
pub mod kinds;
mod lines;
mod log;
mod members;
mod other;
mod personas;
mod places;
mod plan;
mod pulse;
mod read;
mod rule;
mod save;
mod seen;
mod serve;
mod split;
mod sql;
mod text;
pub mod tracks;
mod words;

pub use bits::Bits;
pub use choices::{Choices, ChoicesInput, OrganisationChoice, choices};
pub use health::{Distinct, HealthRow, PairReason, SegmentHealth, SegmentPair, health};
pub use intensity::{SparedSegment, spared, spared_by};
pub use lines::{
    NeedInput, NeedRef, TalkInput, TalkRef, insert_need, insert_talk, remove_need, remove_talk, save_need, save_talk,
};
pub use log::{ANSWER_DAYS, Log, Touch, answer};
pub use members::members;
pub use other::expanded;
pub use personas::{
    Persona, PersonaInput, PersonaQuote, PersonaRef, QuoteInput, QuoteRef, insert_persona, insert_quote, personas,
    quotable, remove_persona, remove_quote, save_persona, save_quote,
};
pub use plan::{Intensity, PlanInput, SegmentNeed, SegmentPlan, SegmentTalk, plan, set_plan};
pub use pulse::{PulseChannel, SegmentPulse};
pub use read::{
    MembersInput, Preview, PreviewInput, get, list, members_page, named, of_person, preview, rule_of, uncovered,
};
pub use rule::{Bound, Condition, FieldTest, MAX_CONDITIONS, MAX_DEPTH, PermissionState, SegmentRule, Side};
pub use save::{SegmentInput, insert, remove, save};
pub use seen::{PastInput, SegmentPast, SizeDay, keep_day, past, pulse};
pub use serve::{SegmentService, ServeSegment, serve, service_of, set_service};
pub use split::{
    JoinPreview, JoinSegments, SegmentPart, SplitPreview, SplitSegment, TryJoin, TrySplit, join_into, split, try_join,
    try_split,
};
pub use sql::{Moment, members_sql};
pub use text::{
    ReadRule, RuleCompletion, RuleProblem, RuleText, RuleToWrite, TextToComplete, complete_text, preview_text,
    read_text, write_text,
};

use crate::ids::SegmentId;
use crate::vault::Kind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::segment::KIND,
    &kinds::persona::KIND,
    &kinds::quote::KIND,
    &kinds::need::KIND,
    &kinds::talk::KIND,
    &kinds::track::KIND,
    &kinds::track_step::KIND,
    &kinds::track_mark::KIND,
];

/// A segment with its rule and how many people it takes in now.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Segment {
    /// Names it.
    pub id: SegmentId,
    /// What the user calls it.
    pub name: String,
    /// One of the six hues of the palette, 0 for none.
    pub hue: u8,
    /// Its rule; nothing when a newer Rapport wrote it and this one cannot read it.
    pub rule: Option<SegmentRule>,
    /// The rule in plain English.
    pub sentence: String,
    /// Tags and organisations that the rule speaks of, by id; those that are gone are not among them.
    #[ts(type = "Record<string, string>")]
    pub names: BTreeMap<Uuid, String>,
    /// How many people it takes in; nothing when its rule cannot be read.
    pub count: Option<u32>,
}

/// A segment in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SegmentName {
    /// Names it.
    pub id: SegmentId,
    /// What the user calls it.
    pub name: String,
    /// One of the six hues of the palette, 0 for none.
    pub hue: u8,
}

/// Names one segment.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SegmentRef {
    /// The segment.
    pub id: SegmentId,
}
