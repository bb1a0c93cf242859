//! The canvas: whom we serve, through which channels, with which kind of relationship, on a sheet of nine blocks whose
//! notes can carry live figures from the book.

mod answers;
mod blocks;
mod differ;
mod evidence;
mod figures;
pub mod kinds;
mod links;
mod lint;
mod lint_links;
mod matrix;
mod members;
mod notes;
mod own;
mod plan;
mod proofs;
mod read;
mod reasons;
mod segment_use;
mod service;
mod sheet;
mod snapshots;
mod tally;
mod variants;

pub use answers::{BestChannel, BookAnswers, Crossing, SegmentAnswer, Spender, answers};
pub use blocks::{Block, Question};
pub use differ::{
    CanvasComparison, CompareCanvases, CompareSnapshots, NoteChange, NoteDifference, SnapshotComparison,
    compare_canvases, compare_snapshots,
};
pub use evidence::{Evidence, JudgeNote, Judgement, judge_note};
pub use figures::{Facts, NoteFigures, RelationShare, SegmentCount, Standing};
pub use links::{LinkNotes, NoteLink, insert_link, link_notes, unlink_notes};
pub use lint::{HintKind, RestHint, SheetHint, lint, rest_hint};
pub use matrix::{ChannelMatrix, MatrixCell, PlanChannel, matrix, plan_channel};
pub use members::{MemberFigures, members};
pub use notes::{
    AddNote, Bind, EditNote, MoveNote, NoteRef, add_note, archive_note, bind, edit_note, insert_note, move_note,
    restore_note,
};
pub use own::{CanvasKind, CanvasKindRef, OwnBlock, SaveCanvasKind, kinds_of_canvas, remove_kind, save_kind};
pub use plan::{Area, BlockAbout, BlockPlan, BuiltIn};
pub use proofs::{NoteProof, ProveNote, SetProof, proofs, prove_note};
pub use read::{get, list};
pub use reasons::{SegmentReasons, reasons};
pub use segment_use::{of_segment, repoint_segment};
pub use service::{LivedService, ServedSegment, service};
pub use sheet::{
    AnswerInput, FIRST_CANVAS, NewCanvas, RenameCanvas, answer, create, rename, set_answer, set_heading, set_up,
};
pub use snapshots::{
    FrozenNote, NoteNumbers, NumbersOf, Snapshot, SnapshotRef, SnapshotRow, TakeSnapshot, of_snapshot, remove_snapshot,
    snapshot, snapshots, take_snapshot,
};
pub use variants::{MakeVariant, NamedCanvas, make_variant, remove};

use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::{CanvasId, NoteId, SegmentId};
use crate::people::RELATIONS;
use crate::touchpoints::Channel;
use crate::vault::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::canvas::KIND,
    &kinds::note::KIND,
    &kinds::answer::KIND,
    &kinds::snapshot::KIND,
    &kinds::own_kind::KIND,
    &kinds::link::KIND,
    &kinds::proof::KIND,
];

/// A canvas in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CanvasRow {
    /// Names it.
    pub id: CanvasId,
    /// What it is called.
    pub title: String,
    /// Which sheet it is: one of [`BuiltIn`], or the id of a kind of one's own.
    pub kind: String,
    /// How many notes are on it; those put away are not counted.
    pub notes: u32,
    /// The canvas it was copied from to try something else; that one may be gone.
    pub variant_of: Option<CanvasId>,
}

/// A whole canvas.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Canvas {
    /// Names it.
    pub id: CanvasId,
    /// What it is called.
    pub title: String,
    /// Which sheet it is: one of [`BuiltIn`], or the id of a kind of one's own.
    pub kind: String,
    /// For whom it was made.
    pub designed_for: String,
    /// Who made it.
    pub designed_by: String,
    /// The day on which it is looked at again, `YYYY-MM-DD`, or empty.
    pub review_on: String,
    /// Its blocks with their places and questions.
    pub blocks: Vec<BlockPlan>,
    /// Its notes, block by block, in order.
    pub notes: Vec<Note>,
    /// Notes that were put away, the last one first.
    pub archived: Vec<Note>,
    /// Which notes of the sheet belong together.
    pub links: Vec<NoteLink>,
    /// The answers to the guiding questions that somebody gave.
    pub answers: Vec<Answer>,
    /// What the book says beside them.
    pub facts: Facts,
}

/// A note on a canvas.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Note {
    /// Names it.
    pub id: NoteId,
    /// The block it is in.
    pub block: Block,
    /// What it says.
    pub text: String,
    /// More about it.
    pub detail: String,
    /// One of the six hues of the palette, 0 for none.
    pub hue: u8,
    /// What its figures come from.
    pub binding: Option<Binding>,
    /// How sure one is of it.
    pub judgement: Judgement,
    /// What the book says about it now.
    pub figures: Option<NoteFigures>,
    /// How many touchpoints speak for it.
    pub speaks_for: u32,
    /// How many speak against it.
    pub speaks_against: u32,
    /// When it was put away.
    pub archived_at: Option<Millis>,
}

/// What the figures of a note come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "to", rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub enum Binding {
    /// The people of a segment.
    Segment {
        /// The segment.
        segment: SegmentId,
    },
    /// The touchpoints of a channel.
    Channel {
        /// The channel.
        channel: Channel,
    },
    /// The people who are served with a type of relationship.
    Relation {
        /// One of the six.
        relation: String,
    },
}

/// The answer to a guiding question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// What was answered.
    pub text: String,
}

/// Names one canvas.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct CanvasRef {
    /// The canvas; the first one when left out.
    pub id: Option<CanvasId>,
}

impl Binding {
    /// As it stands in the vault.
    fn to_text(binding: Option<&Self>) -> Result<String> {
        Ok(match binding {
            None => String::new(),
            Some(Self::Segment { segment }) => format!("segment:{segment}"),
            Some(Self::Channel { channel }) => format!("channel:{}", channel.as_str()),
            Some(Self::Relation { relation }) if RELATIONS.contains(&&**relation) => format!("relation:{relation}"),
            Some(Self::Relation { .. }) => return Err(Error::invalid("relation", "unknown")),
        })
    }

    /// From how it stands in the vault; nothing when a newer program wrote it.
    fn from_text(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("segment", id) => id.parse().ok().map(|id| Self::Segment { segment: SegmentId(id) }),
            ("channel", word) => {
                Channel::ALL.into_iter().find(|c| c.as_str() == word).map(|channel| Self::Channel { channel })
            }
            ("relation", word) => Some(Self::Relation { relation: word.to_owned() }),
            _ => None,
        }
    }
}
