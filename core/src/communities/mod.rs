//! Communities: small groups of people who have something in common, their meetings, who could help whom, and bringing two
//! together who both agreed to it (seed 64de, micro-communities; seed fbf2, type 5).

mod groups;
mod helps;
pub mod kinds;
mod meetings;
mod read;
mod segment_use;

pub use groups::{
    CommunityInput, CommunityRef, JoinCommunity, MemberRef, add_members, insert_community, insert_members, leave,
    remove, save,
};
pub use helps::{
    HelpInput, HelpPerson, HelpTopic, HelpTopicRef, HelpsInput, Introduce, Introduction, helps, insert_topic,
    introduce, introductions, remove_topic, save_topic,
};
pub use meetings::{MeetingInput, MeetingRef, insert_meeting, meet, remove_meeting};
pub use read::{communities, get};
pub use segment_use::{of_segment, repoint_segment};

use crate::clock::Millis;
use crate::ids::{CommunityId, CommunityMemberId, MeetingId};
use crate::people::{NamedPerson, PersonRow};
use crate::segments::SegmentName;
use crate::vault::Kind;
use serde::Serialize;
use ts_rs::TS;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::community::KIND,
    &kinds::member::KIND,
    &kinds::meeting::KIND,
    &kinds::topic::KIND,
    &kinds::introduction::KIND,
];

/// A community in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CommunityRow {
    /// Names it.
    pub id: CommunityId,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// The segment it is within; nothing: none, or it was removed.
    pub segment: Option<SegmentName>,
    /// How many people.
    pub members: u32,
    /// How many meetings were kept.
    pub meetings: u32,
    /// When it met last, in milliseconds since 1970.
    pub last_met: Option<Millis>,
}

/// A community with its people and meetings.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Community {
    /// In short.
    pub row: CommunityRow,
    /// Its people in the order of names.
    pub members: Vec<CommunityMember>,
    /// Its meetings, newest first.
    pub meetings: Vec<Meeting>,
    /// People of its segment who are not in it yet, in the order of names; ten at most.
    pub could_join: Vec<NamedPerson>,
}

/// Somebody in a community.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CommunityMember {
    /// Names the membership.
    pub id: CommunityMemberId,
    /// Who.
    pub person: PersonRow,
    /// Since when, in milliseconds since 1970.
    pub joined_at: Millis,
    /// How many of its meetings they came to.
    pub came: u32,
    /// Whether they agreed to be brought together with others.
    pub may_introduce: bool,
}

/// When a community met.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Meeting {
    /// Names it.
    pub id: MeetingId,
    /// When, in milliseconds since 1970.
    pub at: Millis,
    /// A few words.
    pub title: String,
    /// What was heard.
    pub heard: String,
    /// Who came, as its touchpoint says.
    pub people: Vec<NamedPerson>,
}
