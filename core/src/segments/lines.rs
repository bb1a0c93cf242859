//! The lines that stand beside a segment: what they hear from us, and what they need. Each is one record.

use super::SegmentRef;
use super::beside::{known_channel, put};
use super::kinds::{need, segment, talk};
use super::plan::{SegmentPlan, plan};
use super::read::named;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{NeedId, SegmentId, TalkId};
use crate::typed;
use crate::vault::{Kind, Vault, Writer};
use rusqlite::OptionalExtension;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// A line of what a segment hears from us; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TalkInput {
    /// The line to change.
    #[serde(default)]
    pub id: Option<TalkId>,
    /// Of which segment.
    pub segment: SegmentId,
    /// Through what.
    pub channel: String,
    /// How often, in days, 3650 at most; 0: when there is a reason.
    pub every_days: u32,
    /// About what.
    pub about: String,
}

/// Something a segment needs; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct NeedInput {
    /// The need to change.
    #[serde(default)]
    pub id: Option<NeedId>,
    /// Of which segment.
    pub segment: SegmentId,
    /// What they need.
    pub need: String,
    /// What we do about it; empty: nothing yet.
    pub action: String,
}

/// Names one line of what a segment hears.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct TalkRef {
    /// The line.
    pub id: TalkId,
}

/// Names one need.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct NeedRef {
    /// The need.
    pub id: NeedId,
}

/// Saves a line of what a segment hears.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`]; [`crate::error::Code::TooLarge`].
pub fn save_talk(vault: &Vault, input: TalkInput) -> Result<SegmentPlan> {
    let name = named(vault, SegmentRef { id: input.segment })?.name;
    vault.write("saveSegmentTalk", &name, |w| insert_talk(w, &input))?;
    plan(vault, SegmentRef { id: input.segment })
}

/// Saves it as part of a larger step.
///
/// # Errors
/// As [`save_talk`].
pub fn insert_talk(w: &mut Writer<'_>, input: &TalkInput) -> Result<()> {
    if input.every_days > 3650 {
        return Err(Error::invalid("everyDays", "range"));
    }
    known_channel(&input.channel)?;
    let cells = vec![
        (talk::SEGMENT, w.rid(&segment::KIND, input.segment)?.into()),
        (talk::CHANNEL, input.channel.clone().into()),
        (talk::EVERY_DAYS, i64::from(input.every_days).into()),
        (talk::ABOUT, typed::limited("about", &input.about)?.into()),
    ];
    put(w, &talk::KIND, input.id.map(Uuid::from), TalkId::make().0, cells).map(drop)
}

/// Saves something a segment needs.
///
/// # Errors
/// As [`save_talk`]; also when the need says nothing.
pub fn save_need(vault: &Vault, input: NeedInput) -> Result<SegmentPlan> {
    let name = named(vault, SegmentRef { id: input.segment })?.name;
    vault.write("saveSegmentNeed", &name, |w| insert_need(w, &input))?;
    plan(vault, SegmentRef { id: input.segment })
}

/// Saves it as part of a larger step.
///
/// # Errors
/// As [`save_need`].
pub fn insert_need(w: &mut Writer<'_>, input: &NeedInput) -> Result<()> {
    let cells = vec![
        (need::SEGMENT, w.rid(&segment::KIND, input.segment)?.into()),
        (need::NEED, typed::needed("need", &input.need)?.into()),
        (need::ACTION, typed::limited("action", &input.action)?.into()),
    ];
    put(w, &need::KIND, input.id.map(Uuid::from), NeedId::make().0, cells).map(drop)
}

/// Takes a line out of what a segment hears.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_talk(vault: &Vault, input: TalkRef) -> Result<()> {
    take_out_one(vault, "removeSegmentTalk", &talk::KIND, input.id.0)
}

/// Takes a need out.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_need(vault: &Vault, input: NeedRef) -> Result<()> {
    take_out_one(vault, "removeSegmentNeed", &need::KIND, input.id.0)
}

fn take_out_one(vault: &Vault, step: &'static str, kind: &'static Kind, id: Uuid) -> Result<()> {
    let name = vault.read(|c| {
        let sql = format!("SELECT s.name FROM {} x JOIN segment s ON s.rid = x.segment WHERE x.id = ?1", kind.table);
        c.prepare_cached(&sql)?.query_row([id], |r| r.get::<_, String>(0)).optional()?.or_not_found()
    })?;
    vault.write(step, &name, |w| {
        let rid = w.rid(kind, id)?;
        w.remove(kind, rid)
    })
}
