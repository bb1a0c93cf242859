//! Personas: somebody made up who stands for a segment, with what real people said as evidence.

use super::SegmentRef;
use super::beside::{put, rows};
use super::kinds::{persona, quote, segment};
use super::members::members;
use super::read::rule_of;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{PersonaId, QuoteId, SegmentId, TouchId};
use crate::touchpoints::{TouchRef, Touchpoint, get, touchpoint_of};
use crate::typed;
use crate::vault::{Field, Vault, Writer, rid_of};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How many touchpoints are offered to quote from.
const OFFERED: usize = 40;

/// Somebody who stands for a segment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Persona {
    /// Names it.
    pub id: PersonaId,
    /// What it is called.
    pub name: String,
    /// How they live and work.
    pub life: String,
    /// What they need.
    pub needs: String,
    /// What they like.
    pub preferences: String,
    /// What they want to reach.
    pub goals: String,
    /// What worries them.
    pub worries: String,
    /// What real people said, oldest first.
    pub quotes: Vec<PersonaQuote>,
}

/// What somebody really said.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PersonaQuote {
    /// Names it.
    pub id: QuoteId,
    /// What was said.
    pub text: String,
    /// Where; nothing when it was heard elsewhere, or the touchpoint is gone.
    pub source: Option<Touchpoint>,
    /// Whether it had a touchpoint that is gone.
    pub lost: bool,
}

/// What is to be changed of a persona, or a new one. What is left out stays; a new one needs segment and name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PersonaInput {
    /// The one to change.
    pub id: Option<PersonaId>,
    /// For which segment it stands.
    pub segment: Option<SegmentId>,
    /// What it is called.
    pub name: Option<String>,
    /// How they live and work.
    pub life: Option<String>,
    /// What they need.
    pub needs: Option<String>,
    /// What they like.
    pub preferences: Option<String>,
    /// What they want to reach.
    pub goals: Option<String>,
    /// What worries them.
    pub worries: Option<String>,
}

/// Something said, for a persona; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct QuoteInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<QuoteId>,
    /// For which persona.
    pub persona: PersonaId,
    /// What was said.
    pub text: String,
    /// The touchpoint it was said in.
    #[serde(default)]
    pub touchpoint: Option<TouchId>,
}

/// Names one persona.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PersonaRef {
    /// The persona.
    pub id: PersonaId,
}

/// Names one quote.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct QuoteRef {
    /// The quote.
    pub id: QuoteId,
}

/// The personas of a segment, oldest first.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn personas(vault: &Vault, input: SegmentRef) -> Result<Vec<Persona>> {
    vault.read(|c| {
        let segment = rid_of(c, &segment::KIND, input.id)?;
        let sql = "SELECT rid, id, name, life, needs, preferences, goals, worries FROM persona WHERE segment = ?1 ORDER BY id";
        let found = rows(c, sql, segment, |r| Ok((r.get::<_, i64>(0)?, plain(r)?)))?;
        found.into_iter().map(|(rid, one)| Ok(Persona { quotes: quotes(c, rid)?, ..one })).collect()
    })
}

fn plain(r: &Row<'_>) -> rusqlite::Result<Persona> {
    Ok(Persona {
        id: r.get(1)?,
        name: r.get(2)?,
        life: r.get(3)?,
        needs: r.get(4)?,
        preferences: r.get(5)?,
        goals: r.get(6)?,
        worries: r.get(7)?,
        quotes: Vec::new(),
    })
}

fn quotes(c: &Connection, persona: i64) -> Result<Vec<PersonaQuote>> {
    type Kept = (QuoteId, String, String);
    let sql = "SELECT id, text, touchpoint FROM persona_quote WHERE persona = ?1 ORDER BY id";
    let found: Vec<Kept> = rows(c, sql, persona, |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let source = |text: &str| -> Result<Option<Touchpoint>> {
        let Ok(id) = text.parse::<Uuid>() else { return Ok(None) };
        let rid =
            c.prepare_cached("SELECT rid FROM touchpoint WHERE id = ?1")?.query_row([id], |r| r.get(0)).optional()?;
        rid.map(|rid| touchpoint_of(c, rid)).transpose()
    };
    let whole = |(id, text, from): Kept| {
        let source = source(&from)?;
        Ok(PersonaQuote { id, text, lost: source.is_none() && !from.is_empty(), source })
    };
    found.into_iter().map(whole).collect()
}

/// Saves a persona.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when a new one lacks its segment or its name;
/// [`crate::error::Code::TooLarge`].
pub fn save_persona(vault: &Vault, input: PersonaInput) -> Result<PersonaRef> {
    let name = match (input.id, &input.name) {
        (_, Some(name)) => name.trim().to_owned(),
        (Some(id), None) => persona_called(vault, id)?,
        (None, None) => return Err(Error::invalid("name", "empty")),
    };
    let step = if input.id.is_some() { "editPersona" } else { "createPersona" };
    let id = input.id.unwrap_or_else(PersonaId::make);
    vault.write(step, &name, |w| insert_persona(w, id, &input))?;
    Ok(PersonaRef { id })
}

/// Saves a persona as part of a larger step; makes the one with that id unless `input` names one to change.
///
/// # Errors
/// As [`save_persona`].
pub fn insert_persona(w: &mut Writer<'_>, id: PersonaId, input: &PersonaInput) -> Result<i64> {
    let mut cells = Vec::new();
    if let Some(segment) = input.segment {
        cells.push((persona::SEGMENT, w.rid(&segment::KIND, segment)?.into()));
    } else if input.id.is_none() {
        return Err(Error::invalid("segment", "missing"));
    }
    if let Some(name) = &input.name {
        cells.push((persona::NAME, typed::needed("name", name)?.into()));
    } else if input.id.is_none() {
        return Err(Error::invalid("name", "empty"));
    }
    let texts: [(Field, &str, &Option<String>); 5] = [
        (persona::LIFE, "life", &input.life),
        (persona::NEEDS, "needs", &input.needs),
        (persona::PREFERENCES, "preferences", &input.preferences),
        (persona::GOALS, "goals", &input.goals),
        (persona::WORRIES, "worries", &input.worries),
    ];
    for (field, name, text) in texts {
        if let Some(text) = text {
            cells.push((field, typed::limited(name, text)?.into()));
        }
    }
    if input.id.is_none() {
        cells.push((persona::CREATED_AT, w.now().into()));
    }
    put(w, &persona::KIND, input.id.map(Uuid::from), id.0, cells)
}

/// Takes a persona out with what was said for it; undo brings both back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_persona(vault: &Vault, input: PersonaRef) -> Result<()> {
    let name = persona_called(vault, input.id)?;
    vault.write("removePersona", &name, |w| {
        let rid = w.rid(&persona::KIND, input.id)?;
        for quote in rows(w.conn(), "SELECT rid FROM persona_quote WHERE persona = ?1", rid, |r| r.get(0))? {
            w.remove(&quote::KIND, quote)?;
        }
        w.remove(&persona::KIND, rid)
    })
}

/// Keeps with a persona what somebody said.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when it says nothing; [`crate::error::Code::TooLarge`].
pub fn save_quote(vault: &Vault, input: QuoteInput) -> Result<PersonaRef> {
    if let Some(id) = input.touchpoint {
        get(vault, TouchRef { id })?;
    }
    let name = persona_called(vault, input.persona)?;
    vault.write("savePersonaQuote", &name, |w| insert_quote(w, &input))?;
    Ok(PersonaRef { id: input.persona })
}

/// Keeps it as part of a larger step.
///
/// # Errors
/// As [`save_quote`].
pub fn insert_quote(w: &mut Writer<'_>, input: &QuoteInput) -> Result<i64> {
    let cells = vec![
        (quote::PERSONA, w.rid(&persona::KIND, input.persona)?.into()),
        (quote::TEXT, typed::needed("text", &input.text)?.into()),
        (quote::TOUCHPOINT, input.touchpoint.map(|id| id.to_string()).unwrap_or_default().into()),
    ];
    put(w, &quote::KIND, input.id.map(Uuid::from), QuoteId::make().0, cells)
}

/// Takes out what somebody said.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_quote(vault: &Vault, input: QuoteRef) -> Result<()> {
    let name = vault.read(|c| {
        let sql = "SELECT p.name FROM persona_quote q JOIN persona p ON p.rid = q.persona WHERE q.id = ?1";
        c.prepare_cached(sql)?.query_row([input.id], |r| r.get::<_, String>(0)).optional()?.or_not_found()
    })?;
    vault.write("removePersonaQuote", &name, |w| {
        let rid = w.rid(&quote::KIND, input.id)?;
        w.remove(&quote::KIND, rid)
    })
}

/// The last touchpoints with words in which members took part: what can be quoted. Forty at most, newest first.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn quotable(vault: &Vault, input: SegmentRef) -> Result<Vec<Touchpoint>> {
    let people = members(vault, &vault.read(|c| rule_of(c, input.id))?)?;
    vault.read(|c| {
        let mut found: Vec<i64> = Vec::new();
        let mut walk = c.prepare_cached("SELECT touchpoint, person FROM participant ORDER BY at DESC, person")?;
        let mut worded = c.prepare_cached("SELECT text <> '' FROM touchpoint WHERE rid = ?1")?;
        let mut walk = walk.query([])?;
        // Walked along the index only until there are enough.
        while let (Some(row), true) = (walk.next()?, found.len() < OFFERED) {
            let touch: i64 = row.get(0)?;
            if people.contains(row.get(1)?) && !found.contains(&touch) && worded.query_row([touch], |r| r.get(0))? {
                found.push(touch);
            }
        }
        found.into_iter().map(|touch| touchpoint_of(c, touch)).collect()
    })
}

fn persona_called(vault: &Vault, id: PersonaId) -> Result<String> {
    vault.read(|c| {
        let sql = "SELECT name FROM persona WHERE id = ?1";
        c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.or_not_found()
    })
}
