//! Touchpoints: what was said and felt, when, through which channel, and with whom.

pub mod kinds;
mod log;
mod timeline;

pub use log::{EditTouchpoint, LogTouchpoint, TouchRef, edit, insert, log, remove};
pub use timeline::{ChannelShare, CurvePoint, TimelineFilter, channels, curve, get, recent, timeline, touchpoint_of};

use crate::clock::Millis;
use crate::ids::TouchId;
use crate::people::NamedPerson;
use crate::vault::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[&kinds::touchpoint::KIND, &kinds::participant::KIND];

/// Through what a touchpoint went (seeds fbf2 and 64de: calls, chat, social networks, post, events, support).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Channel {
    /// A telephone call.
    Phone,
    /// E-mail.
    Email,
    /// Face to face.
    InPerson,
    /// A video call.
    Video,
    /// Messaging and chat.
    Chat,
    /// Social networks.
    Social,
    /// Letters, cards and parcels.
    Post,
    /// A gathering of several.
    Event,
    /// A request for help.
    Support,
}

impl Channel {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Phone,
        Self::Email,
        Self::InPerson,
        Self::Video,
        Self::Chat,
        Self::Social,
        Self::Post,
        Self::Event,
        Self::Support,
    ];

    /// As it stands in the vault and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::InPerson => "inPerson",
            Self::Video => "video",
            Self::Chat => "chat",
            Self::Social => "social",
            Self::Post => "post",
            Self::Event => "event",
            Self::Support => "support",
        }
    }

    /// From how it stands in the vault; what is not known is support.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::ALL.into_iter().find(|c| c.as_str() == text).unwrap_or(Self::Support)
    }
}

/// Who began it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Direction {
    /// We turned to them.
    #[default]
    Outbound,
    /// They turned to us.
    Inbound,
}

/// The stages of the loyalty loop (seed 64de).
pub const LOOP_STAGES: [&str; 5] = ["engage", "transact", "support", "delight", "advocate"];

/// A touchpoint as its page and every timeline show it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Touchpoint {
    /// Names it.
    pub id: TouchId,
    /// When, in milliseconds since 1970.
    pub at: Millis,
    /// Through what.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// A few words.
    pub title: String,
    /// What was said.
    pub text: String,
    /// How it felt to them, −2 … +2; nothing: nobody said.
    pub felt: Option<i8>,
    /// The word for it: let down, relieved.
    pub felt_word: String,
    /// Stage of the relationship it belongs to.
    pub stage: String,
    /// Stage of the loyalty loop it belongs to.
    pub loop_stage: String,
    /// What it was for: `checkIn`, `thankYou`, … or empty.
    pub purpose: String,
    /// How long it took us, in minutes; nothing: nobody said.
    pub minutes: Option<u32>,
    /// Who took part.
    pub people: Vec<NamedPerson>,
}
