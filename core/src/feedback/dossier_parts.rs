//! What a dossier is made of: steps in order, and the papers it needs. The papers themselves are kept elsewhere; here
//! stands whether each was asked for, came, or is missing, and since when.

use super::dossiers::{Dossier, one};
use super::kinds::{dossier, dossier_step, paper};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{DossierId, DossierStepId, PaperId};
use crate::typed;
use crate::vault::{Field, Kind, Ordered, Place, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

const STEPS_IN_ORDER: Ordered =
    Ordered { kind: &dossier_step::KIND, within: &[dossier_step::DOSSIER], key: dossier_step::ORDER_KEY, unseen: None };

/// A step of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DossierStep {
    /// Names it.
    pub id: DossierStepId,
    /// What is to be done.
    pub text: String,
    /// The day it was, `YYYY-MM-DD`; nothing: not yet.
    pub done_on: Option<String>,
}

/// Where a paper is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum PaperState {
    /// It is needed, and nobody has it.
    #[default]
    Missing,
    /// They were asked for it.
    Asked,
    /// It came.
    Received,
}

impl PaperState {
    const ALL: [Self; 3] = [Self::Missing, Self::Asked, Self::Received];

    fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Asked => "asked",
            Self::Received => "received",
        }
    }

    fn from_text(text: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.as_str() == text).unwrap_or_default()
    }
}

/// A paper that a dossier needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct DossierPaper {
    /// Names it.
    pub id: PaperId,
    /// What it is.
    pub name: String,
    /// Where it is.
    pub state: PaperState,
    /// Since which day, `YYYY-MM-DD`.
    pub since: String,
}

/// A step to be saved; with an `id` it changes what is given of that one. A new one needs a dossier and a text, and stands
/// at the end.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct DossierStepInput {
    /// The one to change.
    pub id: Option<DossierStepId>,
    /// Of which dossier.
    pub dossier: Option<DossierId>,
    /// What is to be done.
    pub text: Option<String>,
    /// The day it was, `YYYY-MM-DD`; empty: not yet.
    pub done_on: Option<String>,
}

/// A step to be put elsewhere in its dossier; at the end when neither neighbour is given.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MoveDossierStep {
    /// The step.
    pub id: DossierStepId,
    /// The step it is to stand behind.
    #[serde(default)]
    pub after: Option<DossierStepId>,
    /// The step it is to stand in front of.
    #[serde(default)]
    pub before: Option<DossierStepId>,
}

/// Names one step of a dossier.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct DossierStepRef {
    /// The step.
    pub id: DossierStepId,
}

/// A paper to be saved; with an `id` it changes what is given of that one. A new one needs a dossier and a name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PaperInput {
    /// The one to change.
    pub id: Option<PaperId>,
    /// For which dossier.
    pub dossier: Option<DossierId>,
    /// What it is.
    pub name: Option<String>,
    /// Where it is; a new one is missing.
    pub state: Option<PaperState>,
    /// Since which day, `YYYY-MM-DD`; today, when left out and its state changes.
    pub since: Option<String>,
}

/// Names one paper.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PaperRef {
    /// The paper.
    pub id: PaperId,
}

pub(super) fn steps_of(c: &Connection, dossier: i64) -> Result<Vec<DossierStep>> {
    let sql = "SELECT id, text, done_on FROM dossier_step WHERE dossier = ?1 ORDER BY order_key, id";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([dossier], |r| {
        let done: String = r.get(2)?;
        Ok(DossierStep { id: r.get(0)?, text: r.get(1)?, done_on: (!done.is_empty()).then_some(done) })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn papers_of(c: &Connection, dossier: i64) -> Result<Vec<DossierPaper>> {
    let sql = "SELECT id, name, state, since FROM dossier_paper WHERE dossier = ?1 ORDER BY rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([dossier], |r| {
        let state = PaperState::from_text(&r.get::<_, String>(2)?);
        Ok(DossierPaper { id: r.get(0)?, name: r.get(1)?, state, since: r.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The dossier that a part belongs to.
fn dossier_with(vault: &Vault, kind: &'static Kind, part: Uuid) -> Result<Dossier> {
    let sql = format!("SELECT d.id FROM {} x JOIN dossier d ON d.rid = x.dossier WHERE x.id = ?1", kind.table);
    let id: Option<DossierId> =
        vault.read(|c| Ok(c.prepare_cached(&sql)?.query_row([part], |r| r.get(0)).optional()?))?;
    one(vault, id.or_not_found()?)
}

/// Saves a step of a dossier.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing, belongs to no dossier or its day is none;
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_step(vault: &Vault, input: DossierStepInput) -> Result<Dossier> {
    let Some(id) = input.id else {
        let of = input.dossier.ok_or_else(|| Error::invalid("dossier", "missing"))?;
        let title = one(vault, of)?.title;
        vault.write("addDossierStep", &title, |w| insert_step(w, of, &input))?;
        return one(vault, of);
    };
    let before = dossier_with(vault, &dossier_step::KIND, id.0)?;
    let cells = step_cells(&input)?;
    vault.write("editDossierStep", &before.title, |w| {
        let rid = w.rid(&dossier_step::KIND, id)?;
        w.set_all(&dossier_step::KIND, rid, cells).map(drop)
    })?;
    one(vault, before.id)
}

/// Adds a step at the end of a dossier inside a larger step.
///
/// # Errors
/// As [`save_step`].
pub fn insert_step(w: &mut Writer<'_>, of: DossierId, input: &DossierStepInput) -> Result<i64> {
    let within: Value = w.rid(&dossier::KIND, of)?.into();
    let id = DossierStepId::make();
    let text = Some(input.text.clone().unwrap_or_default());
    let mut cells = step_cells(&DossierStepInput { text, ..input.clone() })?;
    let key = STEPS_IN_ORDER.key_at(w, std::slice::from_ref(&within), Place::Last, id.0)?;
    cells.extend([(dossier_step::DOSSIER, within), (dossier_step::ORDER_KEY, key.into())]);
    w.insert(&dossier_step::KIND, id, &cells)
}

fn step_cells(input: &DossierStepInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(text) = &input.text {
        cells.push((dossier_step::TEXT, typed::needed("text", text)?.into()));
    }
    if let Some(on) = &input.done_on {
        let on = if on.trim().is_empty() { String::new().into() } else { typed::day("doneOn", on)?.into() };
        cells.push((dossier_step::DONE_ON, on));
    }
    Ok(cells)
}

/// Puts a step elsewhere in its dossier.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when two neighbours are given, or one of another dossier.
pub fn move_step(vault: &Vault, input: MoveDossierStep) -> Result<Dossier> {
    let before = dossier_with(vault, &dossier_step::KIND, input.id.0)?;
    vault.write("moveDossierStep", &before.title, |w| {
        let rid = w.rid(&dossier_step::KIND, input.id)?;
        let within = w.rid(&dossier::KIND, before.id)?;
        let place = Place::of(input.after, input.before, |id| w.rid(&dossier_step::KIND, id))?;
        STEPS_IN_ORDER.put(w, rid, &[within.into()], place)
    })?;
    one(vault, before.id)
}

/// Takes a step out of its dossier; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_step(vault: &Vault, input: DossierStepRef) -> Result<Dossier> {
    remove_part(vault, "removeDossierStep", &dossier_step::KIND, input.id.0)
}

/// Saves a paper that a dossier needs.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has no name, belongs to no dossier or its day is none;
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_paper(vault: &Vault, input: PaperInput) -> Result<Dossier> {
    let today = vault.clock().today().to_string();
    let Some(id) = input.id else {
        let of = input.dossier.ok_or_else(|| Error::invalid("dossier", "missing"))?;
        let title = one(vault, of)?.title;
        vault.write("addPaper", &title, |w| insert_paper(w, of, &input, &today))?;
        return one(vault, of);
    };
    let before = dossier_with(vault, &paper::KIND, id.0)?;
    let was = before.papers.iter().find(|paper| paper.id == id).map(|paper| paper.state);
    let moves = input.state.is_some_and(|state| Some(state) != was);
    let since = input.since.clone().or(moves.then_some(today));
    let cells = paper_cells(&PaperInput { since, ..input })?;
    vault.write("editPaper", &before.title, |w| {
        let rid = w.rid(&paper::KIND, id)?;
        w.set_all(&paper::KIND, rid, cells).map(drop)
    })?;
    one(vault, before.id)
}

/// Adds a paper inside a larger step.
///
/// # Errors
/// As [`save_paper`].
pub fn insert_paper(w: &mut Writer<'_>, of: DossierId, input: &PaperInput, today: &str) -> Result<i64> {
    let within = w.rid(&dossier::KIND, of)?;
    let input = PaperInput {
        name: Some(input.name.clone().unwrap_or_default()),
        state: Some(input.state.unwrap_or_default()),
        since: Some(input.since.clone().unwrap_or_else(|| today.to_owned())),
        ..PaperInput::default()
    };
    let mut cells = paper_cells(&input)?;
    cells.push((paper::DOSSIER, within.into()));
    w.insert(&paper::KIND, PaperId::make(), &cells)
}

fn paper_cells(input: &PaperInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(name) = &input.name {
        cells.push((paper::NAME, typed::needed("name", name)?.into()));
    }
    if let Some(state) = input.state {
        cells.push((paper::STATE, state.as_str().to_owned().into()));
    }
    if let Some(since) = &input.since {
        cells.push((paper::SINCE, typed::day("since", since)?.into()));
    }
    Ok(cells)
}

/// Takes a paper off the list of its dossier; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_paper(vault: &Vault, input: PaperRef) -> Result<Dossier> {
    remove_part(vault, "removePaper", &paper::KIND, input.id.0)
}

fn remove_part(vault: &Vault, step: &'static str, kind: &'static Kind, part: Uuid) -> Result<Dossier> {
    let before = dossier_with(vault, kind, part)?;
    vault.write(step, &before.title, |w| {
        let rid = w.rid(kind, part)?;
        w.remove(kind, rid)
    })?;
    one(vault, before.id)
}
