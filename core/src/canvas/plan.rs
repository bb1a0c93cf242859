//! Kinds of canvas as data: which blocks a sheet has, where they stand, what they are about, and which questions guide them.
//!
//! Layout adapted from the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0; the lean sheet from the Lean Canvas by
//! Ash Maurya, leanstack.com, CC BY-SA 3.0. The five phases of channels are those of the first.

use super::blocks::{Block, Question, stands_as};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sheets that come with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum BuiltIn {
    /// The nine blocks of the business model canvas.
    BusinessModel,
    /// The lean canvas.
    Lean,
    /// Customer segments in full.
    SegmentsSheet,
    /// Channels in full, phase by phase.
    ChannelsSheet,
    /// Customer relationships in full.
    RelationshipsSheet,
}

stands_as!(BuiltIn {
    BusinessModel = "businessModel",
    Lean = "lean",
    SegmentsSheet = "segmentsSheet",
    ChannelsSheet = "channelsSheet",
    RelationshipsSheet = "relationshipsSheet",
});

/// What the notes of a block are about, so that they can be bound to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum BlockAbout {
    /// People of a segment.
    Segment,
    /// Touchpoints of a channel.
    Channel,
    /// People who are served with a type of relationship.
    Relation,
}

/// A block with its place and its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BlockPlan {
    /// Which block.
    pub block: Block,
    /// Where it stands.
    pub area: Area,
    /// What guides it.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// What its notes can be bound to.
    #[serde(default)]
    pub about: Option<BlockAbout>,
    /// What it is called, in a kind of one's own; the others are called what the window calls them.
    #[serde(default)]
    pub name: Option<String>,
    /// What belongs into it, in a kind of one's own.
    #[serde(default)]
    pub hint: Option<String>,
    /// True for what stands beside the sheet and is no part of it.
    #[serde(default)]
    pub aside: bool,
}

/// A place on the sheet: ten columns and as many rows as are used, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
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

/// How many columns every sheet has.
pub const COLUMNS: u8 = 10;

type Row = (Block, [u8; 4], Option<BlockAbout>, &'static [Question]);

const SEGMENT: Option<BlockAbout> = Some(BlockAbout::Segment);
const CHANNEL: Option<BlockAbout> = Some(BlockAbout::Channel);
const RELATION: Option<BlockAbout> = Some(BlockAbout::Relation);

const FOUR_OF_SEGMENTS: &[Question] =
    &[Question::ForWhom, Question::MostRelevant, Question::Traditional, Question::BetterGroups];
const THREE_OF_CHANNELS: &[Question] = &[Question::HowToSpeak, Question::JoinedUp, Question::MostEfficient];
const FOUR_OF_RELATIONSHIPS: &[Question] =
    &[Question::SameForAll, Question::WhichType, Question::WhatCost, Question::Integrated];

/// Every sheet, its blocks in the order in which they are read.
const SHEETS: [(BuiltIn, &[Row]); 5] = [
    (
        BuiltIn::BusinessModel,
        &[
            (Block::Partners, [1, 1, 2, 2], None, &[]),
            (Block::Activities, [3, 1, 2, 1], None, &[]),
            (Block::Resources, [3, 2, 2, 1], None, &[]),
            (Block::Value, [5, 1, 2, 2], None, &[]),
            (Block::Relationships, [7, 1, 2, 1], RELATION, FOUR_OF_RELATIONSHIPS),
            (Block::Channels, [7, 2, 2, 1], CHANNEL, THREE_OF_CHANNELS),
            (Block::Segments, [9, 1, 2, 2], SEGMENT, FOUR_OF_SEGMENTS),
            (Block::Costs, [1, 3, 5, 1], None, &[]),
            (Block::Revenue, [6, 3, 5, 1], None, &[]),
        ],
    ),
    (
        BuiltIn::Lean,
        &[
            (Block::Problem, [1, 1, 2, 1], None, &[]),
            (Block::Alternatives, [1, 2, 2, 1], None, &[]),
            (Block::Solution, [3, 1, 2, 1], None, &[]),
            (Block::Metrics, [3, 2, 2, 1], None, &[]),
            (Block::UniqueValue, [5, 1, 2, 1], None, &[]),
            (Block::Concept, [5, 2, 2, 1], None, &[]),
            (Block::Advantage, [7, 1, 2, 1], None, &[]),
            (Block::Channels, [7, 2, 2, 1], CHANNEL, THREE_OF_CHANNELS),
            (Block::Segments, [9, 1, 2, 1], SEGMENT, FOUR_OF_SEGMENTS),
            (Block::EarlyAdopters, [9, 2, 2, 1], SEGMENT, &[]),
            (Block::Costs, [1, 3, 5, 1], None, &[]),
            (Block::Revenue, [6, 3, 5, 1], None, &[]),
        ],
    ),
    (
        BuiltIn::SegmentsSheet,
        &[
            (Block::Segments, [1, 1, 4, 2], SEGMENT, &[Question::ForWhom]),
            (Block::Needs, [5, 1, 3, 1], SEGMENT, &[]),
            (Block::NeedActions, [8, 1, 3, 1], SEGMENT, &[]),
            (Block::Foremost, [5, 2, 3, 1], SEGMENT, &[Question::MostRelevant]),
            (Block::Longstanding, [8, 2, 3, 1], SEGMENT, &[Question::Traditional]),
            (Block::Regroup, [1, 3, 10, 1], SEGMENT, &[Question::BetterGroups]),
        ],
    ),
    (
        BuiltIn::ChannelsSheet,
        &[
            (Block::Awareness, [1, 1, 2, 2], CHANNEL, &[Question::HowToSpeak]),
            (Block::Evaluation, [3, 1, 2, 2], CHANNEL, &[]),
            (Block::Purchase, [5, 1, 2, 2], CHANNEL, &[]),
            (Block::Delivery, [7, 1, 2, 2], CHANNEL, &[]),
            (Block::AfterSales, [9, 1, 2, 2], CHANNEL, &[]),
            (Block::HandOvers, [1, 3, 5, 1], CHANNEL, &[Question::JoinedUp]),
            (Block::Untried, [6, 3, 5, 1], CHANNEL, &[Question::MostEfficient]),
        ],
    ),
    (
        BuiltIn::RelationshipsSheet,
        &[
            (Block::Relationships, [1, 1, 4, 2], RELATION, &[Question::SameForAll, Question::WhichType]),
            (Block::RelationCosts, [5, 1, 3, 1], RELATION, &[Question::WhatCost]),
            (Block::Perks, [8, 1, 3, 1], SEGMENT, &[]),
            (Block::SelfHelp, [5, 2, 3, 1], RELATION, &[]),
            (Block::Watchers, [8, 2, 3, 1], CHANNEL, &[]),
            (Block::Difference, [1, 3, 5, 1], None, &[]),
            (Block::Fit, [6, 3, 5, 1], None, &[Question::Integrated]),
        ],
    ),
];

impl BuiltIn {
    /// The blocks of the sheet in the order in which they are read, and the parking lot below it.
    #[must_use]
    pub fn blocks(self) -> Vec<BlockPlan> {
        let rows = SHEETS.iter().find(|(sheet, _)| *sheet == self).map_or(&[][..], |(_, rows)| rows);
        let plan = |&(block, [column, row, columns, rows], about, questions): &Row| BlockPlan {
            block,
            area: Area { column, row, columns, rows },
            questions: questions.to_vec(),
            about,
            name: None,
            hint: None,
            aside: false,
        };
        with_parking(rows.iter().map(plan).collect())
    }
}

/// The blocks and, below them, the place for what has none yet.
pub(super) fn with_parking(mut blocks: Vec<BlockPlan>) -> Vec<BlockPlan> {
    let below = blocks.iter().map(|b| b.area.row + b.area.rows).max().unwrap_or(1);
    blocks.push(BlockPlan {
        block: Block::Parking,
        area: Area { column: 1, row: below, columns: COLUMNS, rows: 1 },
        questions: Vec::new(),
        about: None,
        name: None,
        hint: None,
        aside: true,
    });
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_blocks_of_every_sheet_cover_it_once() {
        for sheet in BuiltIn::ALL {
            let mut covered = BTreeSet::new();
            let blocks = sheet.blocks();
            for plan in blocks.iter().filter(|b| !b.aside) {
                for column in plan.area.column..plan.area.column + plan.area.columns {
                    for row in plan.area.row..plan.area.row + plan.area.rows {
                        assert!(covered.insert((column, row)), "{:?} stands on another block", plan.block);
                    }
                }
            }
            assert_eq!((covered.len(), covered.last()), (30, Some(&(COLUMNS, 3))), "{sheet:?}");
            assert_eq!(blocks.last().map(|b| (b.block, b.area.row)), Some((Block::Parking, 4)));
        }
    }

    #[test]
    fn every_question_guides_one_block_of_the_business_model_and_one_of_the_full_sheets() {
        let asked = |sheets: &[BuiltIn]| -> Vec<Question> {
            sheets.iter().flat_map(|s| s.blocks()).flat_map(|b| b.questions).collect()
        };
        let full = [BuiltIn::SegmentsSheet, BuiltIn::ChannelsSheet, BuiltIn::RelationshipsSheet];
        for sheets in [&[BuiltIn::BusinessModel][..], &full] {
            let asked = asked(sheets);
            assert_eq!((asked.len(), asked.iter().collect::<BTreeSet<_>>().len()), (11, Question::ALL.len()));
        }
    }
}
