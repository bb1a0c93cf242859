//! A map in a workshop: who does what there, copies of it that came by a file, and what a workshop brings to it.

use super::kinds::{journey, step};
use super::maps::{insert, insert_stage, title_of};
use super::steps::{StepContent, insert_step, place_step};
use super::{MAX_NAME, NewJourney, StepFeeling};
use crate::error::Result;
use crate::ids::{JourneyId, JourneyStageId, JourneyStepId};
use crate::typed;
use crate::vault::text::fold;
use crate::vault::{Place, Vault, Writer, rid_of};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who does what in a workshop about a map, as it was typed; empty: nobody was named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct JourneyRoles {
    /// Who leads it.
    pub leads: String,
    /// Who writes down what is said.
    pub writes: String,
    /// Who speaks for the customer.
    pub speaks: String,
}

/// Names for the roles; what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SetJourneyRoles {
    /// The map.
    pub id: JourneyId,
    /// Who leads it.
    #[serde(default)]
    pub leads: Option<String>,
    /// Who writes down what is said.
    #[serde(default)]
    pub writes: Option<String>,
    /// Who speaks for the customer.
    #[serde(default)]
    pub speaks: Option<String>,
}

/// A map as it came by a file.
#[derive(Debug, Clone)]
pub struct MapCopy {
    /// The map it is a copy of.
    pub origin: JourneyId,
    /// What it is called.
    pub title: String,
    /// Its stages by name, with their steps.
    pub stages: Vec<(String, Vec<StepCopy>)>,
}

/// A step as it came by a file.
#[derive(Debug, Clone)]
pub struct StepCopy {
    /// The step it is a copy of; nothing: the file names none.
    pub origin: Option<JourneyStepId>,
    /// What it says.
    pub content: StepContent,
}

/// What a workshop brings to a map.
#[derive(Debug, Clone, Default)]
pub struct WorkshopSaid {
    /// How steps feel from now on.
    pub feelings: Vec<(JourneyStepId, StepFeeling)>,
    /// Steps that only somebody else had, in order.
    pub added: Vec<StepAdded>,
}

/// A step that only somebody else had.
#[derive(Debug, Clone)]
pub struct StepAdded {
    /// The id that it gets.
    pub id: JourneyStepId,
    /// The name of its stage; a new one is put at the end where the map has none.
    pub stage: String,
    /// The step that it follows, if that one stands in the same stage.
    pub after: Option<JourneyStepId>,
    /// What it says.
    pub step: StepCopy,
}

/// Says who does what in a workshop.
///
/// # Errors
/// [`crate::error::Code::TooLarge`]; [`crate::error::Code::NotFound`].
pub fn set_roles(vault: &Vault, input: SetJourneyRoles) -> Result<()> {
    let roles = [
        (journey::LEADS, "leads", &input.leads),
        (journey::WRITES, "writes", &input.writes),
        (journey::SPEAKS, "speaks", &input.speaks),
    ];
    let mut cells = Vec::new();
    for (field, name, text) in roles {
        if let Some(text) = text {
            cells.push((field, typed::limited_to(MAX_NAME, name, text)?));
        }
    }
    let title = vault.read(|c| title_of(c, rid_of(c, &journey::KIND, input.id)?))?;
    vault.write("setJourneyRoles", &title, |w| {
        let rid = w.rid(&journey::KIND, input.id)?;
        for (field, text) in cells {
            w.set(&journey::KIND, rid, field, text)?;
        }
        Ok(())
    })
}

/// Makes a map of a copy as part of a larger step. Map and steps keep in mind what they are copies of.
///
/// # Errors
/// As [`super::create`] and [`super::add_step`].
pub fn insert_copy(w: &mut Writer<'_>, id: JourneyId, copy: &MapCopy) -> Result<()> {
    let names = copy.stages.iter().map(|(name, _)| name.clone()).collect();
    let rows = insert(w, id, &NewJourney { title: copy.title.clone(), segment: None, stages: Some(names) })?;
    let map = w.rid(&journey::KIND, id)?;
    w.set(&journey::KIND, map, journey::ORIGIN, copy.origin.to_string())?;
    for (row, (_, steps)) in rows.into_iter().zip(&copy.stages) {
        for one in steps {
            let rid = insert_step(w, row, JourneyStepId::make(), &one.content)?;
            remember(w, rid, one)?;
        }
    }
    Ok(())
}

/// Puts on a map what a workshop said, as part of a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; as [`super::add_step`].
pub fn insert_said(w: &mut Writer<'_>, map: JourneyId, said: &WorkshopSaid) -> Result<()> {
    for (id, felt) in &said.feelings {
        let rid = w.rid(&step::KIND, *id)?;
        w.set(&step::KIND, rid, step::FELT, i64::from(felt.value))?;
        w.set(&step::KIND, rid, step::FELT_WORD, felt.word.clone())?;
    }
    let map = w.rid(&journey::KIND, map)?;
    for added in &said.added {
        let row = stage_called(w, map, &added.stage)?;
        let place = match added.after.map(|id| w.rid(&step::KIND, id)).transpose()? {
            Some(before) if stands_in(w, before, row)? => Place::After(before),
            _ => Place::Last,
        };
        let rid = place_step(w, row, added.id, &added.step.content, place)?;
        remember(w, rid, &added.step)?;
    }
    Ok(())
}

fn remember(w: &mut Writer<'_>, rid: i64, one: &StepCopy) -> Result<()> {
    if let Some(origin) = one.origin {
        w.set(&step::KIND, rid, step::ORIGIN, origin.to_string())?;
    }
    Ok(())
}

/// The row of the map's stage of that name, whatever its case; a new one at the end where there is none.
fn stage_called(w: &mut Writer<'_>, map: i64, name: &str) -> Result<i64> {
    let sql = "SELECT rid, name FROM journey_stage WHERE journey = ?1 ORDER BY order_key, id";
    let mut rows = w.conn().prepare_cached(sql)?;
    let rows = rows.query_map([map], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    match rows.into_iter().find(|(_, known)| fold(known) == fold(name)) {
        Some((rid, _)) => Ok(rid),
        None => insert_stage(w, map, JourneyStageId::make(), name, Place::Last),
    }
}

fn stands_in(w: &Writer<'_>, row: i64, stage: i64) -> Result<bool> {
    let sql = "SELECT stage = ?2 FROM journey_step WHERE rid = ?1";
    Ok(w.conn().prepare_cached(sql)?.query_row([row, stage], |r| r.get(0))?)
}
