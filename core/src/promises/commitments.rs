//! What our firm commits itself to beyond what it sells, with what proves it (row M061). A letter that claims such a thing is
//! asked for its proof.

use super::kinds::commitment;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::CommitmentId;
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::{FromSql, FromSqlResult, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a commitment is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CommitmentArea {
    /// Air, water, waste, energy.
    Environment,
    /// Those who work for us, our neighbours, everybody.
    People,
    /// Anything else.
    #[default]
    Other,
}

impl CommitmentArea {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Environment, "environment"), (Self::People, "people"), (Self::Other, "other")];

    fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(area, _)| *area == self).map_or("other", |(_, text)| text)
    }
}

/// An area that a newer program wrote is any other.
impl FromSql for CommitmentArea {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Ok(Self::ALL.iter().find(|(_, known)| *known == text).map_or(Self::Other, |(area, _)| *area))
    }
}

/// Something our firm commits itself to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Commitment {
    /// Names it.
    pub id: CommitmentId,
    /// What it is for.
    pub area: CommitmentArea,
    /// To what.
    pub text: String,
    /// Where the proof is: a certificate, a report, an address; empty: nobody has one.
    pub proof: String,
    /// Since when, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Until when the proof is good, `YYYY-MM-DD`.
    pub proven_until: Option<String>,
    /// Whether there is a proof that is good today.
    pub is_proven: bool,
}

/// A commitment to be saved; with an `id` it changes what is given of that one. A new one needs a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CommitmentInput {
    /// The one to change.
    pub id: Option<CommitmentId>,
    /// What it is for; anything else when left out.
    pub area: Option<CommitmentArea>,
    /// To what.
    pub text: Option<String>,
    /// Where the proof is.
    pub proof: Option<String>,
    /// Since when, `YYYY-MM-DD`; empty: nobody knows.
    pub since: Option<String>,
    /// Until when the proof is good, `YYYY-MM-DD`; empty: without an end.
    pub proven_until: Option<String>,
}

/// Names one commitment.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct CommitmentRef {
    /// The commitment.
    pub id: CommitmentId,
}

const COLUMNS: &str = "SELECT id, area, text, proof, since, proven_until FROM commitment";

/// Everything our firm commits itself to, by area.
///
/// # Errors
/// When the vault cannot be read.
pub fn commitments(vault: &Vault, (): ()) -> Result<Vec<Commitment>> {
    let today = vault.clock().today().to_string();
    vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{COLUMNS} ORDER BY area, sort_key(text), rid"))?;
        Ok(rows.query_map([], |r| row(r, &today))?.collect::<rusqlite::Result<_>>()?)
    })
}

/// Whether something our firm does for the environment has a proof that is good today.
///
/// # Errors
/// When the vault cannot be read.
pub fn is_proven(c: &Connection, today: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM commitment WHERE area = 'environment' AND proof <> ''
               AND (proven_until = '' OR proven_until >= ?1))";
    Ok(c.prepare_cached(sql)?.query_row([today], |r| r.get(0))?)
}

fn one(vault: &Vault, id: CommitmentId) -> Result<Commitment> {
    let today = vault.clock().today().to_string();
    let sql = format!("{COLUMNS} WHERE id = ?1");
    vault.read(|c| c.prepare_cached(&sql)?.query_row([id], |r| row(r, &today)).optional()?.or_not_found())
}

fn row(r: &Row<'_>, today: &str) -> rusqlite::Result<Commitment> {
    let day = |at: usize| r.get::<_, String>(at).map(|day| (!day.is_empty()).then_some(day));
    let (proof, proven_until): (String, _) = (r.get(3)?, day(5)?);
    Ok(Commitment {
        id: r.get(0)?,
        area: r.get(1)?,
        text: r.get(2)?,
        since: day(4)?,
        is_proven: !proof.is_empty() && proven_until.as_deref().is_none_or(|until| until >= today),
        proof,
        proven_until,
    })
}

/// Saves a commitment.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing or a day is none; [`crate::error::Code::NotFound`];
/// [`crate::error::Code::TooLarge`].
pub fn save_commitment(vault: &Vault, input: CommitmentInput) -> Result<Commitment> {
    let id = input.id.unwrap_or_else(CommitmentId::make);
    if input.id.is_some() {
        vault.write("editCommitment", &one(vault, id)?.text, |w| {
            let rid = w.rid(&commitment::KIND, id)?;
            w.set_all(&commitment::KIND, rid, cells(&input)?).map(drop)
        })?;
    } else {
        let text = input.text.clone().unwrap_or_default();
        vault.write("addCommitment", text.trim(), |w| insert_commitment(w, id, &input))?;
    }
    one(vault, id)
}

/// Adds a commitment as part of a larger step.
///
/// # Errors
/// As [`save_commitment`].
pub fn insert_commitment(w: &mut Writer<'_>, id: CommitmentId, input: &CommitmentInput) -> Result<i64> {
    if input.text.is_none() {
        return Err(Error::invalid("text", "missing"));
    }
    let mut cells = cells(input)?;
    if input.area.is_none() {
        cells.push((commitment::AREA, CommitmentArea::Other.as_str().to_owned().into()));
    }
    cells.push((commitment::CREATED_AT, w.now().into()));
    w.insert(&commitment::KIND, id, &cells)
}

fn cells(input: &CommitmentInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(area) = input.area {
        cells.push((commitment::AREA, area.as_str().to_owned().into()));
    }
    if let Some(text) = &input.text {
        cells.push((commitment::TEXT, typed::needed("text", text)?.into()));
    }
    if let Some(proof) = &input.proof {
        cells.push((commitment::PROOF, typed::limited("proof", proof)?.into()));
    }
    for (field, name, day) in
        [(commitment::SINCE, "since", &input.since), (commitment::PROVEN_UNTIL, "provenUntil", &input.proven_until)]
    {
        if let Some(day) = day {
            cells.push((field, typed::day_or_none(name, day)?.into()));
        }
    }
    Ok(cells)
}

/// Takes a commitment out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_commitment(vault: &Vault, input: CommitmentRef) -> Result<()> {
    let text = one(vault, input.id)?.text;
    vault.write("removeCommitment", &text, |w| {
        let rid = w.rid(&commitment::KIND, input.id)?;
        w.remove(&commitment::KIND, rid)
    })
}
