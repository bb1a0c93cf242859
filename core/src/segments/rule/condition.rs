//! What a rule can ask of one person.

use crate::ids::{FieldId, OrgId, SegmentId, TagId};
use crate::people::ReachKind;
use crate::touchpoints::Channel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Is at this stage of the loyalty loop: that of the newest touchpoint that names one.
    LoopStage {
        /// One of the five; empty: no touchpoint names one.
        stage: String,
    },
    /// Has a role in this organisation now.
    Organisation {
        /// The organisation.
        organisation: OrgId,
    },
    /// Has all these words in the title of a role that they have now.
    Title {
        /// The words.
        text: String,
    },
    /// Has a postal address in this city, region or country.
    Place {
        /// The city, region or country, whatever its accents.
        place: String,
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
    /// What they said last about being written to through this channel, or through every one.
    Permission {
        /// The channel; nothing: every channel.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<Channel>,
        /// What they said.
        state: PermissionState,
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
    /// There are so many purchases. What was given back is none.
    Purchases {
        /// At least or at most.
        bound: Bound,
        /// How many.
        count: u32,
        /// Only in so many days back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// Purchases in this currency come to so much, what was given back taken off.
    Spent {
        /// At least or at most.
        bound: Bound,
        /// In minor units of the currency.
        amount: i64,
        /// A code of ISO 4217.
        currency: String,
        /// Only in so many days back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// The last purchase is longer ago than so many days, or not as long. Nobody without a purchase.
    LastPurchase {
        /// `before`: longer ago; `after`: not as long.
        side: Side,
        /// How many days.
        days: u32,
    },
    /// There is no purchase yet.
    NeverBought,
    /// Bought something with all these words in its name.
    Bought {
        /// The words.
        text: String,
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
    /// Has a date of every year that comes in the next days, or came in the last ones, today included.
    Yearly {
        /// What the date is: birthday, customer anniversary; empty: any.
        label: String,
        /// `after`: comes in so many days; `before`: came in so many days.
        side: Side,
        /// How many days.
        days: u32,
    },
    /// Is so many years old. Nobody whose year of birth was not told.
    Age {
        /// At least or at most.
        bound: Bound,
        /// Whole years.
        years: u32,
    },
    /// What a field of the user's own holds.
    Field {
        /// The field.
        field: FieldId,
        /// How it is looked at.
        test: FieldTest,
        /// A text, a number with a point, a date `YYYY-MM-DD`, or a number of days, as the test asks for.
        #[serde(default)]
        value: String,
    },
    /// Is in another segment.
    InSegment {
        /// The other.
        segment: SegmentId,
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

/// What somebody said last about a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum PermissionState {
    /// They agreed.
    Agreed,
    /// They asked us not to.
    OptedOut,
    /// They said nothing.
    NotSaid,
}

/// How a field of the user's own is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FieldTest {
    /// Is this text, whatever its accents.
    Is,
    /// Has this text in it.
    Contains,
    /// Is this number or more.
    AtLeast,
    /// Is this number or less.
    AtMost,
    /// Is a day before this one.
    Before,
    /// Is this day or a later one.
    After,
    /// Is a day from today on, in so many days.
    InNext,
    /// Is a day up to today, in so many days back.
    InLast,
    /// Holds something.
    Filled,
}

impl Condition {
    /// Whether it is answered from names and touchpoints in memory.
    pub(in crate::segments) fn is_of_touches(&self) -> bool {
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

    /// Whether it is answered from purchases in memory.
    pub(in crate::segments) fn is_of_purchases(&self) -> bool {
        matches!(
            self,
            Self::Purchases { .. }
                | Self::Spent { .. }
                | Self::LastPurchase { .. }
                | Self::NeverBought
                | Self::Bought { .. }
        )
    }

    /// Whether it is answered from titles and places in memory.
    pub(in crate::segments) fn is_of_places(&self) -> bool {
        matches!(self, Self::Title { .. } | Self::Place { .. })
    }
}
