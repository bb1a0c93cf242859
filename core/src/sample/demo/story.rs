//! How a person and their history stand in the files beside this one. All days are counted from today.

use crate::consent::ConsentState;
use crate::people::NewPerson;
use crate::touchpoints::{Channel, Direction};
use serde::Deserialize;
use std::collections::HashMap;

/// One person and everything about them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Story {
    /// Names the person in the stories of others.
    pub key: String,
    /// What a new person has and does not depend on the day.
    #[serde(flatten)]
    pub person: NewPerson,
    /// Customer for so many days.
    #[serde(default)]
    pub since_days: Option<i64>,
    /// In the book for so many days; since the first touchpoint, when left out.
    #[serde(default)]
    pub in_book_days: Option<i64>,
    /// Stages of the relationship, and how many days ago each began.
    pub path: HashMap<String, i64>,
    /// Roles, newest first.
    pub works: Vec<Work>,
    /// Who is around them: the key of a story or a name, and what that one is to them.
    #[serde(default)]
    pub knows: Vec<(String, String)>,
    /// Dates of every year.
    #[serde(default)]
    pub days: Vec<ImportantDay>,
    /// What they said about being written to: what, channel, days ago, how we know.
    #[serde(default)]
    pub consents: Vec<(ConsentState, String, i64, String)>,
    /// Days of peace from now on, and why.
    #[serde(default)]
    pub snooze: Option<(i64, String)>,
    /// Touchpoints.
    pub touches: Vec<Touch>,
}

impl Story {
    /// The stage in which they were so many days ago.
    pub fn stage_at(&self, ago: i64) -> Option<String> {
        let begun = self.path.iter().filter(|(_, began)| **began >= ago);
        Some(begun.min_by_key(|(_, began)| **began).map(|(stage, _)| stage.clone()).unwrap_or_default())
    }
}

impl Touch {
    /// Where a touchpoint stands in the loyalty loop, as its channel and its words give away; many stand nowhere.
    pub fn loop_stage(&self, story: &Story) -> Option<&'static str> {
        let title = self.title.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
        let early = matches!(story.stage_at(self.days).as_deref(), Some("awareness" | "acquisition"));
        let liked = self.felt.is_some_and(|felt| felt > 0);
        match self.channel {
            Channel::Support => Some("support"),
            _ if says(&["order", "renew", "offer", "contract", "invoice", "price", "trial"]) => Some("transact"),
            _ if says(&["broken", "late", "repair", "complain", "help", "question"]) => Some("support"),
            Channel::Post | Channel::Event if liked => Some("delight"),
            Channel::Event | Channel::Social => Some("engage"),
            _ if early => Some("engage"),
            _ => None,
        }
    }
}

/// A role: organisation, title, since and until so many days ago.
#[derive(Debug, Deserialize)]
pub struct Work {
    pub organisation: String,
    pub title: String,
    #[serde(default)]
    pub from: Option<i64>,
    #[serde(default)]
    pub until: Option<i64>,
}

/// A date of every year: what it is, days until it comes next, and its year if that is known.
#[derive(Debug, Deserialize)]
pub struct ImportantDay {
    pub label: String,
    pub ahead: i64,
    pub year: Option<i32>,
}

/// A touchpoint: days ago, channel, direction, feeling from −2 to +2, the word for it, a few words, what was said.
#[derive(Debug, Deserialize)]
pub struct Touch {
    pub days: i64,
    pub channel: Channel,
    pub direction: Way,
    pub felt: Option<i8>,
    pub felt_word: String,
    pub title: String,
    pub text: String,
    #[serde(default)]
    pub more: More,
}

/// Who began it, in one syllable.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    In,
    Out,
}

impl From<Way> for Direction {
    fn from(way: Way) -> Self {
        match way {
            Way::In => Self::Inbound,
            Way::Out => Self::Outbound,
        }
    }
}

/// What only some touchpoints have.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct More {
    /// Keys of others who took part.
    pub with: Vec<String>,
    /// Stage of the loyalty loop.
    #[serde(rename = "loop")]
    pub loop_stage: Option<String>,
    /// What it was for.
    pub purpose: Option<String>,
}
