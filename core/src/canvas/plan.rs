//! The business model canvas as data: its blocks, where they stand, and the questions that guide three of them.
//!
//! Layout adapted from the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0. The questions are those of seed fbf2
//! ("How to use the canvas model"); their words are the window's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What `canvas.kind` says of the only kind there is.
pub const BUSINESS_MODEL: &str = "businessModel";

/// A block of the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Block {
    /// Key partners.
    Partners,
    /// Key activities.
    Activities,
    /// Key resources.
    Resources,
    /// Value propositions.
    Value,
    /// Customer relationships.
    Relationships,
    /// Channels.
    Channels,
    /// Customer segments.
    Segments,
    /// Cost structure.
    Costs,
    /// Revenue streams.
    Revenue,
}

/// A question that guides a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Question {
    /// For whom is value made?
    ForWhom,
    /// Who matters most?
    MostRelevant,
    /// Who has always been there?
    Traditional,
    /// Is there a better way to group them?
    BetterGroups,
    /// How will customers be spoken with?
    HowToSpeak,
    /// Which channels could be joined up?
    JoinedUp,
    /// Which works best for each segment?
    MostEfficient,
    /// Is everybody served with the same relationship?
    SameForAll,
    /// Which type has each segment?
    WhichType,
    /// What does each cost?
    WhatCost,
    /// Does it fit the rest of the model?
    Integrated,
}

/// A block with its place and its questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BlockPlan {
    /// Which block.
    pub block: Block,
    /// Where it stands.
    pub area: Area,
    /// What guides it.
    pub questions: &'static [Question],
}

/// A place on the sheet: ten columns, three rows, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Area {
    /// First column.
    pub column: u8,
    /// First row.
    pub row: u8,
    /// How many columns.
    pub columns: u8,
    /// How many rows.
    pub rows: u8,
}

const fn plan(block: Block, place: [u8; 4], questions: &'static [Question]) -> BlockPlan {
    let [column, row, columns, rows] = place;
    BlockPlan { block, area: Area { column, row, columns, rows }, questions }
}

/// The nine blocks, in the order in which the sheet is read from left to right and from top to bottom.
pub const BLOCKS: [BlockPlan; 9] = [
    plan(Block::Partners, [1, 1, 2, 2], &[]),
    plan(Block::Activities, [3, 1, 2, 1], &[]),
    plan(Block::Resources, [3, 2, 2, 1], &[]),
    plan(Block::Value, [5, 1, 2, 2], &[]),
    plan(
        Block::Relationships,
        [7, 1, 2, 1],
        &[Question::SameForAll, Question::WhichType, Question::WhatCost, Question::Integrated],
    ),
    plan(Block::Channels, [7, 2, 2, 1], &[Question::HowToSpeak, Question::JoinedUp, Question::MostEfficient]),
    plan(
        Block::Segments,
        [9, 1, 2, 2],
        &[Question::ForWhom, Question::MostRelevant, Question::Traditional, Question::BetterGroups],
    ),
    plan(Block::Costs, [1, 3, 5, 1], &[]),
    plan(Block::Revenue, [6, 3, 5, 1], &[]),
];

/// Declares how each word of a closed list stands in the vault, once for both ways.
macro_rules! stands_as {
    ($type:ident { $($name:ident = $text:literal),+ $(,)? }) => {
        impl $type {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// As it stands in the vault and on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// From how it stands in the vault; nothing when a newer program wrote it.
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}

pub(super) use stands_as;

stands_as!(Block {
    Partners = "partners",
    Activities = "activities",
    Resources = "resources",
    Value = "value",
    Relationships = "relationships",
    Channels = "channels",
    Segments = "segments",
    Costs = "costs",
    Revenue = "revenue",
});

stands_as!(Question {
    ForWhom = "forWhom",
    MostRelevant = "mostRelevant",
    Traditional = "traditional",
    BetterGroups = "betterGroups",
    HowToSpeak = "howToSpeak",
    JoinedUp = "joinedUp",
    MostEfficient = "mostEfficient",
    SameForAll = "sameForAll",
    WhichType = "whichType",
    WhatCost = "whatCost",
    Integrated = "integrated",
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_blocks_cover_the_sheet_once() {
        let mut covered = BTreeSet::new();
        for plan in BLOCKS {
            for column in plan.area.column..plan.area.column + plan.area.columns {
                for row in plan.area.row..plan.area.row + plan.area.rows {
                    assert!(covered.insert((column, row)), "{:?} stands on another block", plan.block);
                }
            }
        }
        assert_eq!((covered.len(), covered.last()), (30, Some(&(10, 3))));
        assert_eq!(BLOCKS.map(|b| b.block).iter().collect::<BTreeSet<_>>().len(), Block::ALL.len());
    }

    #[test]
    fn every_question_guides_one_block() {
        let asked: Vec<Question> = BLOCKS.iter().flat_map(|b| b.questions).copied().collect();
        assert_eq!((asked.len(), asked.iter().collect::<BTreeSet<_>>().len()), (11, Question::ALL.len()));
    }

    #[test]
    fn words_on_the_wire_and_in_the_vault_are_the_same() {
        for question in Question::ALL {
            assert_eq!(serde_json::to_value(question).unwrap(), question.as_str());
            assert_eq!(Question::from_text(question.as_str()), Some(*question));
        }
        for block in Block::ALL {
            assert_eq!(serde_json::to_value(block).unwrap(), block.as_str());
        }
        assert_eq!(Block::from_text("kudos"), None);
    }
}
