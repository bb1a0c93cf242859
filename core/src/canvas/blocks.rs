//! The words of sheets: every block that a kind of canvas can have, and the questions that guide some of them.
//!
//! The questions are those of seed fbf2 ("How to use the canvas model"); their words are the window's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A block of a sheet. Kinds of canvas that a team makes itself have the blocks `own1` to `own12`.
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
    /// What troubles customers (lean).
    Problem,
    /// How they help themselves today (lean).
    Alternatives,
    /// What is offered against it (lean).
    Solution,
    /// What shows that it works (lean).
    Metrics,
    /// Why it is worth their attention (lean).
    UniqueValue,
    /// It in one comparison (lean).
    Concept,
    /// What nobody can copy easily (lean).
    Advantage,
    /// Who will begin (lean).
    EarlyAdopters,
    /// What each segment needs.
    Needs,
    /// What is done about each need.
    NeedActions,
    /// Who matters most.
    Foremost,
    /// Who has always been there.
    Longstanding,
    /// Other ways to group them.
    Regroup,
    /// Channels by which they hear of us.
    Awareness,
    /// Channels by which they compare.
    Evaluation,
    /// Channels by which they buy.
    Purchase,
    /// Channels by which they receive.
    Delivery,
    /// Channels by which they are helped afterwards.
    AfterSales,
    /// Where one channel hands over to another.
    HandOvers,
    /// Channels to try.
    Untried,
    /// What relationships cost in minutes and money.
    RelationCosts,
    /// What customers get beyond the product.
    Perks,
    /// What they do without us, and what is missing there.
    SelfHelp,
    /// What runs by itself, and who watches it.
    Watchers,
    /// What makes the relationship different.
    Difference,
    /// What the relationship needs from the rest of the model.
    Fit,
    /// Block 1 of a kind of one's own.
    Own1,
    /// Block 2 of a kind of one's own.
    Own2,
    /// Block 3 of a kind of one's own.
    Own3,
    /// Block 4 of a kind of one's own.
    Own4,
    /// Block 5 of a kind of one's own.
    Own5,
    /// Block 6 of a kind of one's own.
    Own6,
    /// Block 7 of a kind of one's own.
    Own7,
    /// Block 8 of a kind of one's own.
    Own8,
    /// Block 9 of a kind of one's own.
    Own9,
    /// Block 10 of a kind of one's own.
    Own10,
    /// Block 11 of a kind of one's own.
    Own11,
    /// Block 12 of a kind of one's own.
    Own12,
    /// Beside the sheet: what has no place yet.
    Parking,
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
    Problem = "problem",
    Alternatives = "alternatives",
    Solution = "solution",
    Metrics = "metrics",
    UniqueValue = "uniqueValue",
    Concept = "concept",
    Advantage = "advantage",
    EarlyAdopters = "earlyAdopters",
    Needs = "needs",
    NeedActions = "needActions",
    Foremost = "foremost",
    Longstanding = "longstanding",
    Regroup = "regroup",
    Awareness = "awareness",
    Evaluation = "evaluation",
    Purchase = "purchase",
    Delivery = "delivery",
    AfterSales = "afterSales",
    HandOvers = "handOvers",
    Untried = "untried",
    RelationCosts = "relationCosts",
    Perks = "perks",
    SelfHelp = "selfHelp",
    Watchers = "watchers",
    Difference = "difference",
    Fit = "fit",
    Own1 = "own1",
    Own2 = "own2",
    Own3 = "own3",
    Own4 = "own4",
    Own5 = "own5",
    Own6 = "own6",
    Own7 = "own7",
    Own8 = "own8",
    Own9 = "own9",
    Own10 = "own10",
    Own11 = "own11",
    Own12 = "own12",
    Parking = "parking",
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
