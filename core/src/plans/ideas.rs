//! Ideas that were kept: surprises, and layers of value to add without changing the product (seed 64de).

use super::LAYERS;
use super::kinds::idea;
use crate::error::{Error, OrNotFound, Result};
use crate::gestures;
use crate::ids::IdeaId;
use crate::typed;
use crate::vault::{Vault, Writer};
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An idea.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PlanIdea {
    /// Names it.
    pub id: IdeaId,
    /// `surprise`, or the layer that it adds to: `functional`, `emotional`, `social`.
    pub purpose: String,
    /// What it is.
    pub text: String,
    /// How often it was given as a surprise.
    pub given: u32,
}

/// An idea to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct IdeaInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<IdeaId>,
    /// `surprise`, or the layer that it adds to.
    pub purpose: String,
    /// What it is.
    pub text: String,
}

/// Names one idea.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct IdeaRef {
    /// The idea.
    pub id: IdeaId,
}

const SELECT: &str = "SELECT i.id, i.purpose, i.text, i.rid FROM plan_idea i";

/// All ideas, oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn ideas(vault: &Vault, (): ()) -> Result<Vec<PlanIdea>> {
    vault.read(|c| {
        let sql = format!("{SELECT} ORDER BY i.rid");
        let mut all = c.prepare_cached(&sql)?.query_map([], idea_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
        // Surprises of books that are older than the ledger stand in a table of their own.
        let mut count = c.prepare_cached("SELECT count(*) FROM surprise WHERE idea = ?1")?;
        for idea in &mut all {
            let before: u32 = count.query_row([idea.id.to_string()], |r| r.get(0))?;
            idea.given = before + gestures::given_from(c, idea.id)?;
        }
        Ok(all)
    })
}

fn one(vault: &Vault, id: IdeaId) -> Result<PlanIdea> {
    let sql = format!("{SELECT} WHERE i.id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([id], idea_of).optional()?.or_not_found())
}

fn idea_of(r: &Row<'_>) -> rusqlite::Result<PlanIdea> {
    Ok(PlanIdea { id: r.get(0)?, purpose: r.get(1)?, text: r.get(2)?, given: 0 })
}

/// Keeps an idea.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing or is for nothing known; [`crate::error::Code::NotFound`].
pub fn save_idea(vault: &Vault, input: IdeaInput) -> Result<Vec<PlanIdea>> {
    vault.write("saveIdea", input.text.trim(), |w| insert_idea(w, &input))?;
    ideas(vault, ())
}

/// Keeps an idea inside a larger step.
///
/// # Errors
/// As [`save_idea`].
pub fn insert_idea(w: &mut Writer<'_>, input: &IdeaInput) -> Result<()> {
    if input.purpose != "surprise" && !LAYERS.contains(&input.purpose.as_str()) {
        return Err(Error::invalid("purpose", "unknown"));
    }
    let cells =
        vec![(idea::PURPOSE, input.purpose.clone().into()), (idea::TEXT, typed::needed("text", &input.text)?.into())];
    if let Some(id) = input.id {
        let rid = w.rid(&idea::KIND, id)?;
        return w.set_all(&idea::KIND, rid, cells).map(drop);
    }
    let cells: Vec<_> = cells.into_iter().chain([(idea::CREATED_AT, w.now().into())]).collect();
    w.insert(&idea::KIND, IdeaId::make(), &cells)?;
    Ok(())
}

/// Takes an idea out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_idea(vault: &Vault, input: IdeaRef) -> Result<Vec<PlanIdea>> {
    let before = one(vault, input.id)?;
    vault.write("removeIdea", &before.text, |w| {
        let rid = w.rid(&idea::KIND, input.id)?;
        w.remove(&idea::KIND, rid)
    })?;
    ideas(vault, ())
}
