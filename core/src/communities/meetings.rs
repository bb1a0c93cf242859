//! Meetings of a community: one step keeps what was heard and logs one touchpoint for everybody who came.

use super::Community;
use super::groups::{CommunityRef, called};
use super::kinds::{community, meeting};
use super::read::get;
use crate::clock::Millis;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{CommunityId, MeetingId, PersonId, TouchId};
use crate::touchpoints::{self, Channel, LogTouchpoint};
use crate::typed;
use crate::vault::{Vault, Writer};
use rusqlite::OptionalExtension;
use serde::Deserialize;
use ts_rs::TS;

/// A meeting to be kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MeetingInput {
    /// Of which community.
    pub community: CommunityId,
    /// When, in milliseconds since 1970; now, when left out.
    #[serde(default)]
    pub at: Option<Millis>,
    /// A few words.
    pub title: String,
    /// What was heard.
    pub heard: String,
    /// Who came; at least one.
    pub people: Vec<PersonId>,
    /// How it felt, −2 … +2.
    #[serde(default)]
    pub felt: Option<i8>,
}

/// Names one meeting.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct MeetingRef {
    /// The meeting.
    pub id: MeetingId,
}

/// Keeps a meeting.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when nobody came or the feeling is out of range; [`crate::error::Code::NotFound`].
pub fn meet(vault: &Vault, input: MeetingInput) -> Result<Community> {
    let name = called(vault, input.community)?;
    vault.write("meetCommunity", &name, |w| insert_meeting(w, &input))?;
    get(vault, CommunityRef { id: input.community })
}

/// Keeps a meeting as part of a larger step.
///
/// # Errors
/// As [`meet`].
pub fn insert_meeting(w: &mut Writer<'_>, input: &MeetingInput) -> Result<()> {
    if input.people.is_empty() {
        return Err(Error::invalid("people", "empty"));
    }
    let rid = w.rid(&community::KIND, input.community)?;
    let sql = "SELECT name FROM community WHERE rid = ?1";
    let name: String = w.conn().prepare_cached(sql)?.query_row([rid], |r| r.get(0))?;
    let (title, heard) = (typed::limited("title", &input.title)?, typed::limited("heard", &input.heard)?);
    let touch = TouchId::make();
    let logged = LogTouchpoint {
        people: input.people.clone(),
        channel: Channel::Event,
        direction: None,
        at: input.at,
        title: Some(if title.is_empty() { name } else { format!("{name}: {title}") }),
        text: Some(heard.clone()),
        felt: input.felt,
        felt_word: None,
        stage: Some(String::new()),
        loop_stage: None,
        minutes: None,
        purpose: None,
    };
    touchpoints::insert(w, touch, &logged)?;
    let cells = [
        (meeting::COMMUNITY, rid.into()),
        (meeting::AT, input.at.unwrap_or(w.now()).into()),
        (meeting::TITLE, title.into()),
        (meeting::HEARD, heard.into()),
        (meeting::TOUCHPOINT, touch.to_string().into()),
    ];
    w.insert(&meeting::KIND, MeetingId::make(), &cells)?;
    Ok(())
}

/// Takes a meeting out; its touchpoint stays with those who came.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_meeting(vault: &Vault, input: MeetingRef) -> Result<()> {
    let name = vault.read(|c| {
        let sql = "SELECT g.name FROM community_meeting m JOIN community g ON g.rid = m.community WHERE m.id = ?1";
        c.prepare_cached(sql)?.query_row([input.id], |r| r.get::<_, String>(0)).optional()?.or_not_found()
    })?;
    vault.write("removeMeeting", &name, |w| {
        let rid = w.rid(&meeting::KIND, input.id)?;
        w.remove(&meeting::KIND, rid)
    })
}
