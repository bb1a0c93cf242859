//! Tracks: what new, lively and lapsed people hear from us, step by step (seed 64de, segmentation: separate nurture tracks
//! for new, power and lapsed users). Who is on one follows from rules; only steps done or skipped are kept.

mod due;
mod mark;
mod preset;
mod save;
mod used;
mod walk;

pub use due::{TrackDue, due};
pub use mark::{DoTrackStep, SkipTrackStep, do_track_step, skip_track_step};
pub use save::{
    AddTrack, TrackInput, TrackRef, TrackStepInput, TrackStepRef, add_preset, insert_preset, remove_track,
    remove_track_step, save_track, save_track_step,
};
pub use used::{of_segment, repoint_segment};
pub use walk::{track, tracks};

use super::SegmentName;
use super::rule::SegmentRule;
use crate::clock::Millis;
use crate::ids::{TrackId, TrackStepId};
use crate::people::PersonRow;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// The tracks one can begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TrackPreset {
    /// People who are new in the book.
    New,
    /// People with whom there is much.
    Power,
    /// People who went quiet.
    Lapsed,
}

/// What the first step of a track is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TrackStart {
    /// From the day they came into the book, or the track was made if that is later.
    Added,
    /// It is due as soon as they fit.
    Fit,
}

/// A track with its steps, and how many people stand where.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Track {
    /// Names it.
    pub id: TrackId,
    /// What it is called.
    pub name: String,
    /// What it was made from; nothing: the user's own.
    pub preset: Option<TrackPreset>,
    /// Only for people of this segment; nothing: everybody.
    pub segment: Option<SegmentName>,
    /// Its segment was removed or cannot be read: nobody is on it until it has another.
    pub segment_gone: bool,
    /// Who comes in; nothing when a newer Rapport wrote it.
    pub entry: Option<SegmentRule>,
    /// Who leaves before the end; nothing: nobody.
    pub leave: Option<SegmentRule>,
    /// Both in plain English: "Everyone who …".
    pub entry_words: String,
    /// Empty when nobody leaves before the end.
    pub leave_words: String,
    /// Tags and organisations that both speak of, by id.
    #[ts(type = "Record<string, string>")]
    pub names: BTreeMap<Uuid, String>,
    /// What the first step is counted from.
    pub starts: TrackStart,
    /// Days after the last step until somebody may come in again; 0: never.
    pub again_days: u32,
    /// Whether it is switched on.
    pub active: bool,
    /// Its steps in order.
    pub steps: Vec<TrackStep>,
    /// How many people are on it now.
    pub people: u32,
    /// How many have all steps behind them.
    pub finished: u32,
}

/// A step of a track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrackStep {
    /// Names it.
    pub id: TrackStepId,
    /// How many days after the step before it, or after the beginning.
    pub after_days: u32,
    /// Through what, as in the list of channels.
    pub channel: String,
    /// What they get.
    pub what: String,
    /// How many people have it before them.
    pub waiting: u32,
    /// For how many of them it is due.
    pub due: u32,
    /// How many did it.
    pub done: u32,
    /// With how many it was skipped.
    pub skipped: u32,
}

/// A track with the people on it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TrackView {
    /// The track.
    pub track: Track,
    /// Who is on it, the longest due first; two hundred at most.
    pub on: Vec<OnTrack>,
}

/// Somebody on a track.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OnTrack {
    /// Who.
    pub person: PersonRow,
    /// The step before them.
    pub step: TrackStepId,
    /// When it is or was due, in milliseconds since 1970.
    pub due: Millis,
}
