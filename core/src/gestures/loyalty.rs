//! Loyalty programmes that are kept here: points as a ledger, earned and spent, and what so many of them are worth (row M114).

use super::kinds::{points, programme};
use crate::clock::day_of;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{PersonId, PointsId, ProgrammeId};
use crate::people::{self, NamedPerson, PersonRef, kinds::person};
use crate::typed::{day, limited, needed};
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most points at a time, and most steps of a programme.
const MOST_POINTS: i64 = 1_000_000_000;
const MOST_STEPS: usize = 20;

/// What so many points are worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ProgrammeStep {
    /// So many points.
    pub points: i64,
    /// What one has for them: "a free box".
    pub worth: String,
}

/// A loyalty programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Programme {
    /// Names it.
    pub id: ProgrammeId,
    /// What it is called.
    pub name: String,
    /// What is counted: stamps, points, nights.
    pub unit: String,
    /// What they are worth, the fewest points first.
    pub steps: Vec<ProgrammeStep>,
    /// How many people have points.
    pub people: u32,
    /// Those with most points, fifty at most.
    pub first: Vec<Loyal>,
}

/// Somebody with points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Loyal {
    /// Who.
    pub person: NamedPerson,
    /// How many.
    pub points: i64,
}

/// A programme to be saved; with an `id` it changes what is given of that one. A new one needs a name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ProgrammeInput {
    /// The one to change.
    pub id: Option<ProgrammeId>,
    /// What it is called.
    pub name: Option<String>,
    /// What is counted.
    pub unit: Option<String>,
    /// What they are worth.
    pub steps: Option<Vec<ProgrammeStep>>,
}

/// Names one programme.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ProgrammeRef {
    /// The programme.
    pub id: ProgrammeId,
}

/// Points to be written down.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PointsInput {
    /// In which programme.
    pub programme: ProgrammeId,
    /// Whose.
    pub person: PersonId,
    /// How many; below zero: spent, or taken back.
    pub count: i64,
    /// On which day, `YYYY-MM-DD`; today, when left out.
    #[serde(default)]
    pub day: Option<String>,
    /// What for.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Names a line of the ledger of points.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PointsRef {
    /// The line.
    pub id: PointsId,
}

/// A line of the ledger of points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PointsEntry {
    /// Names it.
    pub id: PointsId,
    /// How many; below zero: spent.
    pub count: i64,
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
    /// What for.
    pub reason: String,
}

/// Somebody's points in one programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PointsOf {
    /// The programme.
    pub programme: ProgrammeId,
    /// What it is called.
    pub name: String,
    /// What is counted.
    pub unit: String,
    /// How many they have.
    pub points: i64,
    /// The most that they could have for them now.
    pub reached: Option<ProgrammeStep>,
    /// What comes next.
    pub next: Option<ProgrammeStep>,
    /// Line by line, the last one first.
    pub entries: Vec<PointsEntry>,
}

fn row(r: &Row<'_>) -> rusqlite::Result<(i64, Programme)> {
    let steps = serde_json::from_str(r.get_ref(4)?.as_str()?).unwrap_or_default();
    let made = Programme { id: r.get(1)?, name: r.get(2)?, unit: r.get(3)?, steps, people: 0, first: Vec::new() };
    Ok((r.get(0)?, made))
}

/// All programmes, oldest first, with those who have most points.
///
/// # Errors
/// When the vault cannot be read.
pub fn programmes(vault: &Vault, (): ()) -> Result<Vec<Programme>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached("SELECT rid, id, name, unit, steps FROM programme ORDER BY rid")?;
        let all = rows.query_map([], row)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let sql = "SELECT p.id, p.name, sum(o.count) AS points FROM points o JOIN person p ON p.rid = o.person
                   WHERE o.programme = ?1 AND p.binned_at IS NULL GROUP BY p.rid ORDER BY points DESC, p.name, p.rid";
        let mut whose = c.prepare_cached(sql)?;
        let mut made = Vec::new();
        for (rid, programme) in all {
            let loyal =
                |r: &Row<'_>| Ok(Loyal { person: NamedPerson { id: r.get(0)?, name: r.get(1)? }, points: r.get(2)? });
            let mut first = whose.query_map([rid], loyal)?.collect::<rusqlite::Result<Vec<_>>>()?;
            let people = u32::try_from(first.len()).unwrap_or(u32::MAX);
            first.truncate(50);
            made.push(Programme { people, first, ..programme });
        }
        Ok(made)
    })
}

fn name_of(vault: &Vault, id: ProgrammeId) -> Result<String> {
    let sql = "SELECT name FROM programme WHERE id = ?1";
    vault.read(|c| c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.or_not_found())
}

/// Saves a programme.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has no name or a step has no points or says nothing; [`crate::error::Code::NotFound`].
pub fn save_programme(vault: &Vault, input: ProgrammeInput) -> Result<Vec<Programme>> {
    let name = match (&input.name, input.id) {
        (Some(name), _) => name.trim().to_owned(),
        (None, Some(id)) => name_of(vault, id)?,
        (None, None) => return Err(Error::invalid("name", "missing")),
    };
    vault.write("saveProgramme", &name, |w| insert_programme(w, input.id.unwrap_or_else(ProgrammeId::make), &input))?;
    programmes(vault, ())
}

/// Saves a programme inside a larger step, under an id of its own where it is new.
///
/// # Errors
/// As [`save_programme`].
pub fn insert_programme(w: &mut Writer<'_>, id: ProgrammeId, input: &ProgrammeInput) -> Result<()> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(name) = &input.name {
        cells.push((programme::NAME, needed("name", name)?.into()));
    }
    if let Some(unit) = &input.unit {
        cells.push((programme::UNIT, limited("unit", unit)?.into()));
    }
    if let Some(steps) = &input.steps {
        if steps.len() > MOST_STEPS || steps.iter().any(|step| !(1..=MOST_POINTS).contains(&step.points)) {
            return Err(Error::invalid("steps", "range"));
        }
        let mut kept = Vec::new();
        for step in steps {
            kept.push(ProgrammeStep { points: step.points, worth: needed("steps", &step.worth)? });
        }
        kept.sort_by_key(|step| step.points);
        cells.push((programme::STEPS, serde_json::to_string(&kept)?.into()));
    }
    if input.id.is_some() {
        let rid = w.rid(&programme::KIND, id)?;
        return w.set_all(&programme::KIND, rid, cells).map(drop);
    }
    cells.push((programme::CREATED_AT, w.now().into()));
    w.insert(&programme::KIND, id, &cells).map(drop)
}

/// Takes a programme out with its points; undo brings all of it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_programme(vault: &Vault, input: ProgrammeRef) -> Result<Vec<Programme>> {
    let name = name_of(vault, input.id)?;
    vault.write("removeProgramme", &name, |w| {
        let rid = w.rid(&programme::KIND, input.id)?;
        let lines = {
            let mut rows = w.conn().prepare_cached("SELECT rid FROM points WHERE programme = ?1")?;
            rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?
        };
        for line in lines {
            w.remove(&points::KIND, line)?;
        }
        w.remove(&programme::KIND, rid)
    })?;
    programmes(vault, ())
}

/// Writes points down, earned or spent.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there are none, the day is none, or more would be spent than there are (`count`,
/// `tooFew`); [`crate::error::Code::NotFound`].
pub fn add_points(vault: &Vault, input: PointsInput) -> Result<Vec<PointsOf>> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("addPoints", &name, |w| insert_points(w, &input))?;
    points_of(vault, PersonRef { id: input.person })
}

/// Writes points down inside a larger step.
///
/// # Errors
/// As [`add_points`].
pub fn insert_points(w: &mut Writer<'_>, input: &PointsInput) -> Result<()> {
    if input.count == 0 || input.count.abs() > MOST_POINTS {
        return Err(Error::invalid("count", "range"));
    }
    let on = match &input.day {
        Some(on) => day("day", on)?,
        None => day_of(w.now()).to_string(),
    };
    let (of, whose) = (w.rid(&programme::KIND, input.programme)?, w.rid(&person::KIND, input.person)?);
    let cells = [
        (points::PROGRAMME, of.into()),
        (points::PERSON, whose.into()),
        (points::COUNT, input.count.into()),
        (points::DAY, on.into()),
        (points::REASON, limited("reason", input.reason.as_deref().unwrap_or_default())?.into()),
    ];
    w.insert(&points::KIND, PointsId::make(), &cells)?;
    let sql = "SELECT coalesce(sum(count), 0) FROM points WHERE programme = ?1 AND person = ?2";
    let left: i64 = w.conn().prepare_cached(sql)?.query_row([of, whose], |r| r.get(0))?;
    if left < 0 { Err(Error::invalid("count", "tooFew")) } else { Ok(()) }
}

/// Somebody's points, programme by programme; those in which they have none yet, too.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn points_of(vault: &Vault, input: PersonRef) -> Result<Vec<PointsOf>> {
    vault.read(|c| {
        let whose = crate::vault::rid_of(c, &person::KIND, input.id)?;
        let mut rows = c.prepare_cached("SELECT rid, id, name, unit, steps FROM programme ORDER BY rid")?;
        let all = rows.query_map([], row)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let sql = "SELECT id, count, day, reason FROM points WHERE programme = ?1 AND person = ?2 ORDER BY day DESC, rid DESC";
        let mut lines = c.prepare_cached(sql)?;
        let mut made = Vec::new();
        for (rid, of) in all {
            let entry = |r: &Row<'_>| {
                Ok(PointsEntry { id: r.get(0)?, count: r.get(1)?, day: r.get(2)?, reason: r.get(3)? })
            };
            let entries = lines.query_map([rid, whose], entry)?.collect::<rusqlite::Result<Vec<_>>>()?;
            let points = entries.iter().map(|entry| entry.count).sum();
            let reached = of.steps.iter().rev().find(|step| step.points <= points).cloned();
            let next = of.steps.iter().find(|step| step.points > points).cloned();
            made.push(PointsOf { programme: of.id, name: of.name, unit: of.unit, points, reached, next, entries });
        }
        Ok(made)
    })
}

/// Takes a line of points out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_points(vault: &Vault, input: PointsRef) -> Result<()> {
    let sql = "SELECT p.name FROM points o JOIN person p ON p.rid = o.person WHERE o.id = ?1";
    let name: String =
        vault.read(|c| c.prepare_cached(sql)?.query_row([input.id], |r| r.get(0)).optional()?.or_not_found())?;
    vault.write("removePoints", &name, |w| {
        let rid = w.rid(&points::KIND, input.id)?;
        w.remove(&points::KIND, rid)
    })
}
