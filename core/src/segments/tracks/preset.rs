//! The three tracks one can begin with: their rules and steps. The words are a beginning, to be changed.

use super::{TrackPreset, TrackStart};
use crate::segments::rule::{Bound, Condition, SegmentRule, Side};
use crate::touchpoints::Channel;

/// A track to be made.
pub(super) struct Prepared {
    pub name: &'static str,
    pub word: &'static str,
    pub entry: SegmentRule,
    pub leave: Option<SegmentRule>,
    pub starts: TrackStart,
    pub again_days: u32,
    /// Days after the step before, channel, what they get.
    pub steps: [(u32, Channel, &'static str); 3],
}

impl TrackPreset {
    pub(super) const ALL: [Self; 3] = [Self::New, Self::Power, Self::Lapsed];

    pub(super) fn prepared(self) -> Prepared {
        let one = |condition| SegmentRule::One(condition);
        match self {
            Self::New => Prepared {
                name: "The first weeks",
                word: "new",
                entry: one(Condition::Added { side: Side::After, days: 60 }),
                leave: None,
                starts: TrackStart::Added,
                again_days: 0,
                steps: [
                    (2, Channel::Phone, "A welcome by name: who we are, and whom to ring"),
                    (12, Channel::Email, "One thing that makes the beginning easier"),
                    (30, Channel::Phone, "Ask what was different from what they expected"),
                ],
            },
            Self::Power => Prepared {
                name: "Those who are with us",
                word: "power",
                entry: one(Condition::Touches { bound: Bound::AtLeast, count: 8, days: Some(180) }),
                leave: Some(one(Condition::LastFelt { bound: Bound::AtMost, felt: -1 })),
                starts: TrackStart::Fit,
                again_days: 365,
                steps: [
                    (0, Channel::Post, "A card that says thank you for something they did"),
                    (45, Channel::Video, "Show what is being made, and ask what they would change"),
                    (60, Channel::Email, "Offer to bring them together with somebody like them"),
                ],
            },
            Self::Lapsed => Prepared {
                name: "Those who went quiet",
                word: "lapsed",
                entry: one(Condition::LastTouch { side: Side::Before, days: 120 }),
                leave: Some(one(Condition::Touches { bound: Bound::AtLeast, count: 3, days: Some(30) })),
                starts: TrackStart::Fit,
                again_days: 180,
                steps: [
                    (0, Channel::Email, "Something useful, and no offer: how are things?"),
                    (21, Channel::Post, "A card by hand"),
                    (60, Channel::Phone, "Ask openly whether they still want to hear from us"),
                ],
            },
        }
    }
}
