//! What a rule can say: conditions on people, joined by all, any and not.

use crate::error::{Error, Result};
use crate::ids::{OrgId, TagId};
use crate::people::{RELATIONS, ReachKind, STAGES};
use crate::touchpoints::Channel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How deep groups may stand in groups; a rule of one condition has depth 1.
pub const MAX_DEPTH: usize = 8;
/// How many conditions a rule may have.
pub const MAX_CONDITIONS: usize = 100;
/// The longest time a condition may look back or ahead, in days.
const MAX_DAYS: u32 = 36_500;

/// A rule: who belongs to a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "match", content = "of", rename_all = "camelCase")]
#[ts(export)]
pub enum SegmentRule {
    /// Everyone for whom all of these hold; with none of them, everyone.
    All(Vec<SegmentRule>),
    /// Everyone for whom one of these holds; with none of them, nobody.
    Any(Vec<SegmentRule>),
    /// Everyone for whom this does not hold.
    Not(Box<SegmentRule>),
    /// Everyone for whom this condition holds.
    One(Condition),
}

/// One thing that holds for a person or does not. Days are counted back (or ahead) from now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "on", rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub enum Condition {
    /// Carries this tag.
    Tag {
        /// The tag.
        tag: TagId,
    },
    /// Is at this stage of the relationship.
    Stage {
        /// One of the six; empty: not said.
        stage: String,
    },
    /// Is served with this type of relationship.
    Relation {
        /// One of the six; empty: not said.
        relation: String,
    },
    /// Has a role in this organisation now.
    Organisation {
        /// The organisation.
        organisation: OrgId,
    },
    /// Is written to in this language; `en` takes in `en-GB`.
    Language {
        /// A BCP 47 tag.
        language: String,
    },
    /// Has, or lacks, an address of this kind.
    Reach {
        /// Of which kind.
        kind: ReachKind,
        /// True: has one; false: has none.
        has: bool,
    },
    /// Likes this channel best.
    PreferredChannel {
        /// The channel.
        channel: Channel,
    },
    /// Has all these words in the name, whole or in part, whatever their accents.
    Name {
        /// The words.
        text: String,
    },
    /// The last touchpoint is longer ago than so many days, or not as long. Nobody without a touchpoint.
    LastTouch {
        /// `before`: longer ago; `after`: not as long.
        side: Side,
        /// How many days.
        days: u32,
    },
    /// There is no touchpoint yet.
    NeverTouched,
    /// There are so many touchpoints.
    Touches {
        /// At least or at most.
        bound: Bound,
        /// How many.
        count: u32,
        /// Only in so many days back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// How the last touchpoint felt. Nobody of whom that was not said.
    LastFelt {
        /// At least or at most.
        bound: Bound,
        /// −2 … +2.
        felt: i8,
    },
    /// How touchpoints felt on average where it was said. Nobody without such a touchpoint.
    MeanFelt {
        /// At least or at most.
        bound: Bound,
        /// −2 … +2.
        felt: f64,
        /// In so many days back.
        days: u32,
    },
    /// There was a touchpoint through this channel.
    ChannelUsed {
        /// The channel.
        channel: Channel,
        /// Only in so many days back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// Came from this source.
    Source {
        /// As it is written on the person.
        source: String,
    },
    /// Is a customer since before a day, or since that day or later. What is not known of a date counts as its beginning.
    CustomerSince {
        /// `before` or `after`.
        side: Side,
        /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
        date: String,
    },
    /// Came into the book longer ago than so many days, or not as long.
    Added {
        /// `before`: longer ago; `after`: not as long.
        side: Side,
        /// How many days.
        days: u32,
    },
    /// Has a birthday today or in so many days.
    Birthday {
        /// How many days; 0 is today only.
        days: u32,
    },
}

/// Which side of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Bound {
    /// That much or more.
    AtLeast,
    /// That much or less.
    AtMost,
}

/// Which side of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Side {
    /// Before it.
    Before,
    /// At it or after it.
    After,
}

impl SegmentRule {
    /// The rule as it stands in the vault; nothing when a newer program wrote it and this one cannot read it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Holds the rule to its limits, and each condition to what it can mean.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`] with `field` "rule", `why`, and `at`: the way to the place, `0.2.1`.
    pub fn check(&self) -> Result<()> {
        let mut conditions = 0;
        self.check_at(&mut Vec::new(), &mut conditions)
    }

    fn check_at(&self, at: &mut Vec<usize>, conditions: &mut usize) -> Result<()> {
        if at.len() >= MAX_DEPTH {
            return Err(Error::invalid("rule", "tooDeep").with("limit", MAX_DEPTH));
        }
        let parts = match self {
            Self::All(of) | Self::Any(of) => &of[..],
            Self::Not(of) => std::slice::from_ref(&**of),
            Self::One(condition) => {
                *conditions += 1;
                if *conditions > MAX_CONDITIONS {
                    return Err(Error::invalid("rule", "tooLong").with("limit", MAX_CONDITIONS));
                }
                let way = || at.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
                return condition.wrong().map_or(Ok(()), |why| Err(Error::invalid("rule", why).with("at", way())));
            }
        };
        for (i, part) in parts.iter().enumerate() {
            at.push(i);
            part.check_at(at, conditions)?;
            at.pop();
        }
        Ok(())
    }
}

impl Condition {
    /// Whether it is answered from what stands in memory of everybody; all others ask the tables, and only those of people.
    pub(super) fn stands_in_memory(&self) -> bool {
        matches!(
            self,
            Self::Name { .. }
                | Self::LastTouch { .. }
                | Self::NeverTouched
                | Self::Touches { .. }
                | Self::LastFelt { .. }
                | Self::MeanFelt { .. }
                | Self::ChannelUsed { .. }
        )
    }

    /// What is wrong with it, if anything is.
    fn wrong(&self) -> Option<&'static str> {
        let known = |word: &str, words: &[&str]| word.is_empty() || words.contains(&word);
        let (right, why) = match self {
            Self::Stage { stage } => (known(stage, &STAGES), "noSuchStage"),
            Self::Relation { relation } => (known(relation, &RELATIONS), "noSuchRelation"),
            Self::Language { language: text } | Self::Name { text } | Self::Source { source: text } => {
                (!text.trim().is_empty(), "empty")
            }
            Self::LastTouch { days, .. } | Self::Added { days, .. } => ((1..=MAX_DAYS).contains(days), "days"),
            Self::Birthday { days } => (*days <= 366, "days"),
            Self::Touches { days, .. } | Self::ChannelUsed { days, .. } => {
                (days.is_none_or(|d| (1..=MAX_DAYS).contains(&d)), "days")
            }
            Self::LastFelt { felt, .. } => ((-2..=2).contains(felt), "felt"),
            Self::MeanFelt { felt, days, .. } => ((-2.0..=2.0).contains(felt) && (1..=MAX_DAYS).contains(days), "felt"),
            Self::CustomerSince { date, .. } => (is_date(date), "date"),
            Self::Tag { .. }
            | Self::Organisation { .. }
            | Self::Reach { .. }
            | Self::PreferredChannel { .. }
            | Self::NeverTouched => (true, ""),
        };
        (!right).then_some(why)
    }
}

/// Whether `text` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.len() == 10 && whole.is_ascii() && chrono::NaiveDate::parse_from_str(&whole, "%Y-%m-%d").is_ok()
}

#[cfg(test)]
mod tests;
