//! Dossiers: a purchase that somebody of ours leads through from the first question to the last paper, made to measure and
//! longer than others (rows M083 and M084). Steps and papers stand in `dossier_parts`.

use super::dossier_parts::{DossierPaper, DossierStep, PaperState, papers_of, steps_of};
use super::kinds::{dossier, dossier_step, paper};
use super::listing::{Listing, Wanted};
use super::{MOST, days_between};
use crate::error::{Error, Result};
use crate::ids::{DossierId, PersonId};
use crate::people::{self, NamedPerson, Page, PersonRef, kinds::person};
use crate::typed;
use crate::vault::{Field, Kind, Vault, Writer};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paper that is missing for more days than this makes a dossier late.
const PATIENCE: i64 = 7;
/// The most days that a purchase can be expected to take: ten years.
const MOST_DAYS: u32 = 3653;

/// A dossier, with its steps and papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Dossier {
    /// Names it.
    pub id: DossierId,
    /// Who buys.
    pub person: NamedPerson,
    /// What it is about.
    pub title: String,
    /// Who of us leads them through it; empty: nobody said.
    pub owner: String,
    /// How many days it is meant to take.
    pub expected_days: Option<u32>,
    /// The day it began, `YYYY-MM-DD`.
    pub started_on: String,
    /// The day it ended, `YYYY-MM-DD`; nothing: it is open.
    pub closed_on: Option<String>,
    /// What came of it.
    pub outcome: String,
    /// How many days it has taken until now, or until it ended.
    pub days: i64,
    /// How many days beyond what was expected; nothing: it is in time, or closed, or nobody said.
    pub over_days: Option<i64>,
    /// Papers that have been missing for more than a week, while it is open.
    pub long_missing: Vec<String>,
    /// What is to be done, in order.
    pub steps: Vec<DossierStep>,
    /// The papers it needs.
    pub papers: Vec<DossierPaper>,
}

/// Which dossiers.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct DossierFilter {
    /// Of this person; of everybody who is not in the bin when left out.
    pub person: Option<PersonId>,
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// Letters in the title, the owner or what came of it.
    pub text: Option<String>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// A dossier to be saved; with an `id` it changes what is given of that one. A new one needs a person and a title.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct DossierInput {
    /// The one to change.
    pub id: Option<DossierId>,
    /// Who buys.
    pub person: Option<PersonId>,
    /// What it is about.
    pub title: Option<String>,
    /// Who of us leads them through it; empty: nobody.
    pub owner: Option<String>,
    /// How many days it is meant to take; 0: nobody says.
    pub expected_days: Option<u32>,
    /// The day it began, `YYYY-MM-DD`; today, when left out.
    pub started_on: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
}

/// Names one dossier.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct DossierRef {
    /// The dossier.
    pub id: DossierId,
}

/// A dossier that has come to its end.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CloseDossier {
    /// The dossier.
    pub id: DossierId,
    /// What came of it; what stood there stays when left out.
    #[serde(default)]
    pub outcome: Option<String>,
    /// The day, `YYYY-MM-DD`; today when left out.
    #[serde(default)]
    pub on: Option<String>,
}

const LIST: Listing = Listing {
    columns: "x.id, p.id, p.name, x.title, x.owner, x.expected_days, x.started_on, x.closed_on, x.outcome, x.rid",
    tables: "dossier x JOIN person p ON p.rid = x.person",
    // Open ones first, the oldest of them first; then the ones closed last.
    order: "x.closed_on <> '', CASE WHEN x.closed_on = '' THEN x.started_on END, x.closed_on DESC, x.rid",
};

/// Dossiers: open ones first, the oldest of them first.
///
/// # Errors
/// When the vault cannot be read.
pub fn dossiers(vault: &Vault, filter: DossierFilter) -> Result<Page<Dossier>> {
    let wanted = Wanted::of(filter.person)
        .filled("x.closed_on", filter.open.map(|open| !open))
        .saying(&["x.title", "x.owner", "x.outcome"], filter.text.as_deref());
    let today = vault.clock().today();
    vault
        .read(|c| LIST.page(c, &wanted, (filter.limit, filter.offset), row, |(found, rid)| whole(c, found, rid, today)))
}

/// Open dossiers that take longer than expected, or wait for a paper for more than a week: the oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn late_dossiers(vault: &Vault, (): ()) -> Result<Vec<Dossier>> {
    let open = dossiers(vault, DossierFilter { open: Some(true), limit: Some(MOST), ..DossierFilter::default() })?;
    Ok(open.items.into_iter().filter(|one| one.over_days.is_some() || !one.long_missing.is_empty()).collect())
}

/// One dossier.
pub(super) fn one(vault: &Vault, id: DossierId) -> Result<Dossier> {
    let today = vault.clock().today();
    vault.read(|c| {
        let (found, rid) = LIST.one(c, id, row)?;
        whole(c, found, rid, today)
    })
}

fn row(r: &Row<'_>) -> rusqlite::Result<(Dossier, i64)> {
    let closed: String = r.get(7)?;
    let dossier = Dossier {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        title: r.get(3)?,
        owner: r.get(4)?,
        expected_days: r.get(5)?,
        started_on: r.get(6)?,
        closed_on: (!closed.is_empty()).then_some(closed),
        outcome: r.get(8)?,
        days: 0,
        over_days: None,
        long_missing: Vec::new(),
        steps: Vec::new(),
        papers: Vec::new(),
    };
    Ok((dossier, r.get(9)?))
}

/// A dossier with its parts, and how late it is.
fn whole(c: &Connection, found: Dossier, rid: i64, today: NaiveDate) -> Result<Dossier> {
    let (steps, papers) = (steps_of(c, rid)?, papers_of(c, rid)?);
    let open = found.closed_on.is_none();
    let end = found.closed_on.as_deref().and_then(typed::day_of_text);
    let days = days_between(&found.started_on, end.unwrap_or(today)).unwrap_or(0).max(0);
    let over = found.expected_days.map(|expected| days - i64::from(expected)).filter(|over| open && *over > 0);
    let missing = |paper: &&DossierPaper| {
        paper.state == PaperState::Missing && days_between(&paper.since, today).is_some_and(|days| days > PATIENCE)
    };
    let long_missing =
        if open { papers.iter().filter(missing).map(|paper| paper.name.clone()).collect() } else { Vec::new() };
    Ok(Dossier { days, over_days: over, long_missing, steps, papers, ..found })
}

/// Saves a dossier.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is nobody's, has no title, takes too long or its day is none;
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_dossier(vault: &Vault, input: DossierInput) -> Result<Dossier> {
    let id = match input.id {
        Some(id) => {
            let before = one(vault, id)?;
            vault.write("editDossier", &before.title, |w| {
                let rid = w.rid(&dossier::KIND, id)?;
                let cells = cells(w, &input)?;
                w.set_all(&dossier::KIND, rid, cells).map(drop)
            })?;
            id
        }
        None => {
            let whose = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
            people::named(vault, PersonRef { id: whose })?;
            let id = DossierId::make();
            let today = vault.clock().today();
            let title = input.title.as_deref().unwrap_or_default().trim();
            vault.write("addDossier", title, |w| insert_dossier(w, id, &input, today))?;
            id
        }
    };
    one(vault, id)
}

/// Adds a dossier inside a larger step.
///
/// # Errors
/// As [`save_dossier`].
pub fn insert_dossier(w: &mut Writer<'_>, id: DossierId, input: &DossierInput, today: NaiveDate) -> Result<i64> {
    if input.person.is_none() {
        return Err(Error::invalid("person", "missing"));
    }
    let title = Some(input.title.clone().unwrap_or_default());
    let started_on = Some(input.started_on.clone().unwrap_or_else(|| today.to_string()));
    let mut cells = cells(w, &DossierInput { title, started_on, ..input.clone() })?;
    cells.push((dossier::CREATED_AT, w.now().into()));
    w.insert(&dossier::KIND, id, &cells)
}

fn cells(w: &Writer<'_>, input: &DossierInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(id) = input.person {
        cells.push((dossier::PERSON, w.rid(&person::KIND, id)?.into()));
    }
    if let Some(title) = &input.title {
        cells.push((dossier::TITLE, typed::needed("title", title)?.into()));
    }
    if let Some(owner) = &input.owner {
        cells.push((dossier::OWNER, typed::limited("owner", owner)?.into()));
    }
    if let Some(days) = input.expected_days {
        if days > MOST_DAYS {
            return Err(Error::invalid("expectedDays", "range"));
        }
        cells.push((dossier::EXPECTED_DAYS, Some(i64::from(days)).filter(|days| *days > 0).into()));
    }
    if let Some(on) = &input.started_on {
        cells.push((dossier::STARTED_ON, typed::day("startedOn", on)?.into()));
    }
    if let Some(outcome) = &input.outcome {
        cells.push((dossier::OUTCOME, typed::limited("outcome", outcome)?.into()));
    }
    Ok(cells)
}

/// Says that a dossier has come to its end, and what came of it. One that is closed keeps its day unless one is given.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none; [`crate::error::Code::TooLarge`].
pub fn close_dossier(vault: &Vault, input: CloseDossier) -> Result<Dossier> {
    let before = one(vault, input.id)?;
    let on = input.on.or(before.closed_on).unwrap_or_else(|| vault.clock().today().to_string());
    let mut cells = vec![(dossier::CLOSED_ON, typed::day("on", &on)?.into())];
    if let Some(outcome) = &input.outcome {
        cells.push((dossier::OUTCOME, typed::limited("outcome", outcome)?.into()));
    }
    vault.write("closeDossier", &before.title, |w| {
        let rid = w.rid(&dossier::KIND, input.id)?;
        w.set_all(&dossier::KIND, rid, cells).map(drop)
    })?;
    one(vault, input.id)
}

/// Says that a dossier goes on after all.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn reopen_dossier(vault: &Vault, input: DossierRef) -> Result<Dossier> {
    let before = one(vault, input.id)?;
    vault.write("reopenDossier", &before.title, |w| {
        let rid = w.rid(&dossier::KIND, input.id)?;
        w.set(&dossier::KIND, rid, dossier::CLOSED_ON, String::new()).map(drop)
    })?;
    one(vault, input.id)
}

/// Takes a dossier out with its steps and papers; undo brings them back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_dossier(vault: &Vault, input: DossierRef) -> Result<()> {
    let before = one(vault, input.id)?;
    vault.write("removeDossier", &before.title, |w| {
        let rid = w.rid(&dossier::KIND, input.id)?;
        let parts: [&'static Kind; 2] = [&dossier_step::KIND, &paper::KIND];
        for kind in parts {
            let mut rows = w.conn().prepare_cached(&format!("SELECT rid FROM {} WHERE dossier = ?1", kind.table))?;
            for part in rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
                w.remove(kind, part)?;
            }
        }
        w.remove(&dossier::KIND, rid)
    })
}
