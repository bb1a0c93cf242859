//! A map itself: made with its stages, called something, given to a segment, taken out.

use super::MAX_NAME;
use super::kinds::{journey, stage};
use super::stages::{self, STAGES_IN_ORDER};
use super::verdicts;
use crate::error::{Error, Result};
use crate::ids::{JourneyId, JourneyStageId, SegmentId};
use crate::segments::{self, SegmentRef};
use crate::typed;
use crate::vault::{Place, Vault, Writer, rid_of};
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

/// Most stages that a map can begin with.
const MAX_STAGES: usize = 50;

/// A map to be made.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct NewJourney {
    /// What it is called.
    pub title: String,
    /// Whose journey it is; nobody's in particular when left out.
    pub segment: Option<SegmentId>,
    /// The names of the stages it begins with, in order.
    pub stages: Option<Vec<String>>,
}

/// Names one map.
#[derive(Debug, Clone, Copy, Deserialize, serde::Serialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct JourneyRef {
    /// The map.
    pub id: JourneyId,
}

/// Another title for a map.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct RenameJourney {
    /// The map.
    pub id: JourneyId,
    /// What it is called from now on.
    pub title: String,
}

/// Whose journey a map shows.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AssignJourney {
    /// The map.
    pub id: JourneyId,
    /// The segment; nobody's in particular when left out.
    #[serde(default)]
    pub segment: Option<SegmentId>,
}

/// Makes a map.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when a name says nothing; [`crate::error::Code::TooLarge`];
/// [`crate::error::Code::NotFound`] when there is no such segment.
pub fn create(vault: &Vault, input: NewJourney) -> Result<JourneyRef> {
    if let Some(id) = input.segment {
        segments::named(vault, SegmentRef { id })?;
    }
    let id = JourneyId::make();
    vault.write("createJourney", input.title.trim(), |w| insert(w, id, &input))?;
    Ok(JourneyRef { id })
}

/// Makes a map as part of a larger step. Returns the rows of its stages, in order.
///
/// # Errors
/// As [`create`].
pub fn insert(w: &mut Writer<'_>, id: JourneyId, input: &NewJourney) -> Result<Vec<i64>> {
    let cells = [
        (journey::TITLE, typed::needed_to(MAX_NAME, "title", &input.title)?.into()),
        (journey::SEGMENT, segment_text(input.segment).into()),
        (journey::CREATED_AT, w.now().into()),
    ];
    let rid = w.insert(&journey::KIND, id, &cells)?;
    let stages = input.stages.as_deref().unwrap_or_default();
    if stages.len() > MAX_STAGES {
        return Err(Error::invalid("stages", "tooMany"));
    }
    stages.iter().map(|name| insert_stage(w, rid, JourneyStageId::make(), name, Place::Last)).collect()
}

/// Makes a stage of the map in row `map` as part of a larger step.
///
/// # Errors
/// As [`create`].
pub(super) fn insert_stage(w: &mut Writer<'_>, map: i64, id: JourneyStageId, name: &str, place: Place) -> Result<i64> {
    let name = typed::needed_to(MAX_NAME, "name", name)?;
    let key = STAGES_IN_ORDER.key_at(w, &[map.into()], place, id.0)?;
    let cells = [(stage::JOURNEY, map.into()), (stage::ORDER_KEY, key.into()), (stage::NAME, name.into())];
    w.insert(&stage::KIND, id, &cells)
}

/// Calls a map something else.
///
/// # Errors
/// As [`create`].
pub fn rename(vault: &Vault, input: RenameJourney) -> Result<()> {
    let title = typed::needed_to(MAX_NAME, "title", &input.title)?;
    vault.write("renameJourney", &title, |w| {
        let rid = w.rid(&journey::KIND, input.id)?;
        w.set(&journey::KIND, rid, journey::TITLE, title.clone())?;
        Ok(())
    })
}

/// Says whose journey it is.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn assign(vault: &Vault, input: AssignJourney) -> Result<()> {
    if let Some(id) = input.segment {
        segments::named(vault, SegmentRef { id })?;
    }
    let title = vault.read(|c| title_of(c, rid_of(c, &journey::KIND, input.id)?))?;
    vault.write("assignJourney", &title, |w| {
        let rid = w.rid(&journey::KIND, input.id)?;
        w.set(&journey::KIND, rid, journey::SEGMENT, segment_text(input.segment))?;
        Ok(())
    })
}

/// Takes a map out with all that is on it; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: JourneyRef) -> Result<()> {
    let title = vault.read(|c| title_of(c, rid_of(c, &journey::KIND, input.id)?))?;
    vault.write("removeJourney", &title, |w| {
        let rid = w.rid(&journey::KIND, input.id)?;
        let mut rows = w.conn().prepare_cached("SELECT rid FROM journey_stage WHERE journey = ?1")?;
        for stage in rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            stages::take_out(w, stage)?;
        }
        verdicts::take_out(w, rid)?;
        w.remove(&journey::KIND, rid)
    })
}

/// What the map in a row is called.
pub(super) fn title_of(c: &Connection, rid: i64) -> Result<String> {
    Ok(c.prepare_cached("SELECT title FROM journey WHERE rid = ?1")?.query_row([rid], |r| r.get(0))?)
}

fn segment_text(segment: Option<SegmentId>) -> String {
    segment.map(|id| id.to_string()).unwrap_or_default()
}
