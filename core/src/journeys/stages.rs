//! Stages of a map: added, called something, moved, taken out with their steps. Each is one step.

use super::MAX_NAME;
use super::kinds::{journey, stage, step};
use super::maps::insert_stage;
use crate::error::Result;
use crate::ids::{JourneyId, JourneyStageId};
use crate::typed;
use crate::vault::{Kind, Ordered, Place, Vault, Writer, rid_of};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How stages stand on a map.
pub(super) const STAGES_IN_ORDER: Ordered =
    Ordered { kind: &stage::KIND, within: &[stage::JOURNEY], key: stage::ORDER_KEY, unseen: None };

/// A stage to be put on a map.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AddJourneyStage {
    /// The id it is to have, so that a page can show it before it is saved; made here when left out.
    #[serde(default)]
    pub id: Option<JourneyStageId>,
    /// The map.
    pub journey: JourneyId,
    /// What it is called.
    pub name: String,
    /// The stage it follows; at the end when left out.
    #[serde(default)]
    pub after: Option<JourneyStageId>,
}

/// Another name for a stage.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct EditJourneyStage {
    /// The stage.
    pub id: JourneyStageId,
    /// What it is called from now on.
    pub name: String,
}

/// Where a stage goes on its map.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MoveJourneyStage {
    /// The stage.
    pub id: JourneyStageId,
    /// Behind this one.
    #[serde(default)]
    pub after: Option<JourneyStageId>,
    /// In front of this one. With neither: to the end.
    #[serde(default)]
    pub before: Option<JourneyStageId>,
}

/// Names one stage.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct JourneyStageRef {
    /// The stage.
    pub id: JourneyStageId,
}

/// Puts a stage on a map.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is called nothing or its id is taken; [`crate::error::Code::TooLarge`];
/// [`crate::error::Code::NotFound`].
pub fn add_stage(vault: &Vault, input: AddJourneyStage) -> Result<JourneyStageRef> {
    let id = input.id.unwrap_or_else(JourneyStageId::make);
    vault.write("addJourneyStage", input.name.trim(), |w| {
        stage::KIND.demand_free(w.conn(), id)?;
        let map = w.rid(&journey::KIND, input.journey)?;
        let place = Place::of(input.after, None, |id| w.rid(&stage::KIND, id))?;
        insert_stage(w, map, id, &input.name, place)
    })?;
    Ok(JourneyStageRef { id })
}

/// Calls a stage something else.
///
/// # Errors
/// As [`add_stage`].
pub fn edit_stage(vault: &Vault, input: EditJourneyStage) -> Result<()> {
    let name = typed::needed_to(MAX_NAME, "name", &input.name)?;
    vault.write("editJourneyStage", &name, |w| {
        let rid = w.rid(&stage::KIND, input.id)?;
        w.set(&stage::KIND, rid, stage::NAME, name.clone())?;
        Ok(())
    })
}

/// Moves a stage with its steps. No other stage changes.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the neighbour stands on another map.
pub fn move_stage(vault: &Vault, input: MoveJourneyStage) -> Result<()> {
    let name = vault.read(|c| called(c, &stage::KIND, input.id.0))?;
    vault.write("moveJourneyStage", &name, |w| {
        let rid = w.rid(&stage::KIND, input.id)?;
        let place = Place::of(input.after, input.before, |id| w.rid(&stage::KIND, id))?;
        let sql = "SELECT journey FROM journey_stage WHERE rid = ?1";
        let map: i64 = w.conn().prepare_cached(sql)?.query_row([rid], |r| r.get(0))?;
        STAGES_IN_ORDER.put(w, rid, &[map.into()], place)
    })
}

/// Takes a stage out with its steps; undo brings both back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_stage(vault: &Vault, input: JourneyStageRef) -> Result<()> {
    let name = vault.read(|c| called(c, &stage::KIND, input.id.0))?;
    vault.write("removeJourneyStage", &name, |w| {
        let rid = w.rid(&stage::KIND, input.id)?;
        take_out(w, rid)
    })
}

/// Takes a stage and its steps out as part of a larger step.
pub(super) fn take_out(w: &mut Writer<'_>, rid: i64) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM journey_step WHERE stage = ?1")?;
    for found in rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        w.remove(&step::KIND, found)?;
    }
    w.remove(&stage::KIND, rid)
}

/// What a stage or a step is called.
pub(super) fn called(c: &Connection, kind: &Kind, id: Uuid) -> Result<String> {
    let rid = rid_of(c, kind, id)?;
    let sql = format!("SELECT name FROM {} WHERE rid = ?1", kind.table);
    Ok(c.prepare_cached(&sql)?.query_row([rid], |r| r.get(0))?)
}
