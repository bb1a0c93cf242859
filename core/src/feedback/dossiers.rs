//! Dossiers: a purchase that somebody of ours leads through from the first question to the last paper, made to measure and
//! longer than others (rows M083 and M084). Steps and papers stand in `dossier_parts`.

use super::dossier_parts::{DossierPaper, DossierStep, PaperState, papers_of, steps_of};
use super::kinds::{dossier, dossier_step, paper};
use super::{MOST, USUAL, day, days_between, limited, needed, set_all};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{DossierId, PersonId};
use crate::people::{self, NamedPerson, Page, PersonRef, kinds::person};
use crate::vault::text::fold;
use crate::vault::{Field, Kind, Vault, Writer};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
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

const COLUMNS: &str =
    "d.id, p.id, p.name, d.title, d.owner, d.expected_days, d.started_on, d.closed_on, d.outcome, d.rid";
const TABLES: &str = "dossier d JOIN person p ON p.rid = d.person";
/// Open ones first, the oldest of them first; then the ones closed last.
const ORDER: &str = "d.closed_on <> '', CASE WHEN d.closed_on = '' THEN d.started_on END, d.closed_on DESC, d.rid";

/// Dossiers: open ones first, the oldest of them first.
///
/// # Errors
/// When the vault cannot be read.
pub fn dossiers(vault: &Vault, filter: DossierFilter) -> Result<Page<Dossier>> {
    let mut all = vec!["1"];
    let mut values: Vec<Value> = Vec::new();
    match filter.person {
        Some(id) => {
            values.push(Value::Blob(id.0.as_bytes().to_vec()));
            all.push("p.id = ?");
        }
        None => all.push("p.binned_at IS NULL"),
    }
    match filter.open {
        Some(true) => all.push("d.closed_on = ''"),
        Some(false) => all.push("d.closed_on <> ''"),
        None => {}
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        values.push(fold(text).into());
        all.push("instr(fold(d.title || ' ' || d.owner || ' ' || d.outcome), ?)");
    }
    let wanted = all.join(" AND ");
    let (limit, offset) = (filter.limit.unwrap_or(USUAL).min(MOST), filter.offset.unwrap_or(0));
    let today = vault.clock().today();
    vault.read(|c| {
        let count = format!("SELECT count(*) FROM {TABLES} WHERE {wanted}");
        let total = c.prepare_cached(&count)?.query_row(params_from_iter(&values), |r| r.get(0))?;
        let sql =
            format!("SELECT {COLUMNS} FROM {TABLES} WHERE {wanted} ORDER BY {ORDER} LIMIT {limit} OFFSET {offset}");
        let mut rows = c.prepare(&sql)?;
        let rows = rows.query_map(params_from_iter(&values), row)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let items = rows.into_iter().map(|(found, rid)| whole(c, found, rid, today)).collect::<Result<_>>()?;
        Ok(Page { items, total })
    })
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
        let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE d.id = ?1");
        let (found, rid) = c.prepare_cached(&sql)?.query_row([id], row).optional()?.or_not_found()?;
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
    let end = found.closed_on.as_deref().and_then(|on| NaiveDate::parse_from_str(on, "%Y-%m-%d").ok());
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
                set_all(w, &dossier::KIND, rid, cells)
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
        cells.push((dossier::TITLE, needed("title", title)?));
    }
    if let Some(owner) = &input.owner {
        cells.push((dossier::OWNER, limited("owner", owner)?));
    }
    if let Some(days) = input.expected_days {
        if days > MOST_DAYS {
            return Err(Error::invalid("expectedDays", "range"));
        }
        cells.push((dossier::EXPECTED_DAYS, Some(i64::from(days)).filter(|days| *days > 0).into()));
    }
    if let Some(on) = &input.started_on {
        cells.push((dossier::STARTED_ON, day("startedOn", on)?));
    }
    if let Some(outcome) = &input.outcome {
        cells.push((dossier::OUTCOME, limited("outcome", outcome)?));
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
    let mut cells = vec![(dossier::CLOSED_ON, day("on", &on)?)];
    if let Some(outcome) = &input.outcome {
        cells.push((dossier::OUTCOME, limited("outcome", outcome)?));
    }
    vault.write("closeDossier", &before.title, |w| {
        let rid = w.rid(&dossier::KIND, input.id)?;
        set_all(w, &dossier::KIND, rid, cells)
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
        set_all(w, &dossier::KIND, rid, vec![(dossier::CLOSED_ON, String::new().into())])
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
