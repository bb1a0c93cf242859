//! What one person was told in two ways: a price, a time or a warranty with two figures, in letters, notes of calls and what
//! was written down as told (row M200). Candidates for somebody to look at: figures are compared, not meaning.

use super::coach::{Claim, claims};
use crate::clock::{DAY, day_of};
use crate::error::Result;
use crate::ids::{PersonId, TouchId};
use crate::people::{NamedPerson, kinds::person};
use crate::promises::ToldTopic;
use crate::touchpoints::Channel;
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How far it looks back, in days: what was said before that has changed since.
const DAYS: i64 = 365;
/// Most pairs that are told.
const MOST: usize = 200;

/// Whose.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ContradictionInput {
    /// This person; everybody who is not in the bin when left out.
    pub person: Option<PersonId>,
}

/// Something that was said to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Said {
    /// The figure, as it was written.
    pub written: String,
    /// The sentences around it, or what was noted as told.
    pub text: String,
    /// On which day, `YYYY-MM-DD`.
    pub day: String,
    /// Through which channel; nothing: it was noted as told.
    pub channel: Option<Channel>,
    /// In which touchpoint.
    pub touchpoint: Option<TouchId>,
}

/// Two statements to one person that do not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Contradiction {
    /// To whom.
    pub person: NamedPerson,
    /// Of what.
    pub topic: ToldTopic,
    /// What was said first.
    pub first: Said,
    /// What was said after it.
    pub then: Said,
}

/// What people were told in two ways within a year, the last first; 200 at most.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such person.
pub fn contradictions(vault: &Vault, input: ContradictionInput) -> Result<Vec<Contradiction>> {
    let since = vault.clock().now() - DAYS * DAY;
    let said = vault.read(|c| {
        let only = input.person.map(|id| rid_of(c, &person::KIND, id)).transpose()?;
        let mut said = BTreeMap::new();
        logged(c, only, since, &mut said)?;
        told(c, only, &day_of(since).to_string(), &mut said)?;
        Ok(said)
    })?;
    let mut found = Vec::new();
    for (person, mut said) in said.into_values() {
        said.sort_by(|(_, a), (_, b)| a.day.cmp(&b.day));
        let of = |(topic, first, then)| Contradiction { person: person.clone(), topic, first, then };
        found.extend(pairs(&said).into_iter().map(of));
    }
    found.sort_by(|a, b| b.then.day.cmp(&a.then.day));
    found.truncate(MOST);
    Ok(found)
}

/// What was said to each person, by their row.
type SaidTo = BTreeMap<i64, (NamedPerson, Vec<(Claim, Said)>)>;

/// Each figure that differs from all that the statement before it gave of the same thing.
fn pairs(said: &[(Claim, Said)]) -> Vec<(ToldTopic, Said, Said)> {
    let one = |a: &Said, b: &Said| (&a.day, &a.touchpoint, &a.text) == (&b.day, &b.touchpoint, &b.text);
    let mut found: Vec<(ToldTopic, Said, Said)> = Vec::new();
    for (at, (claim, then)) in said.iter().enumerate() {
        let like = |(other, by): &&(Claim, Said)| other.is_like(claim) && !one(by, then);
        let Some((_, before)) = said[..at].iter().rev().find(like) else { continue };
        let mut given = said[..at].iter().filter(|(_, by)| one(by, before));
        if let Some((_, first)) = given.clone().find(|(other, _)| other.is_like(claim))
            && !given.any(|(other, _)| other.agrees(claim))
        {
            found.push((claim.topic, first.clone(), then.clone()));
        }
    }
    found
}

/// What was said in touchpoints that began with us.
fn logged(c: &Connection, only: Option<i64>, since: i64, said: &mut SaidTo) -> Result<()> {
    let sql = "SELECT p.rid, p.id, p.name, t.id, t.at, t.channel, t.text FROM touchpoint t
               JOIN participant n ON n.touchpoint = t.rid JOIN person p ON p.rid = n.person AND p.binned_at IS NULL
               WHERE t.at >= ?1 AND (?2 IS NULL OR n.person = ?2) AND t.direction <> 'inbound' AND t.text GLOB '*[0-9]*'
               ORDER BY t.at";
    let mut rows = c.prepare_cached(sql)?;
    let mut rows = rows.query((since, only))?;
    while let Some(r) = rows.next()? {
        let text: String = r.get(6)?;
        for claim in claims(&text, None) {
            let said_in = Said {
                written: claim.written.clone(),
                text: text.clone(),
                day: day_of(r.get(4)?).to_string(),
                channel: Some(Channel::from_text(&r.get::<_, String>(5)?)),
                touchpoint: Some(r.get(3)?),
            };
            add(said, r, claim, said_in)?;
        }
    }
    Ok(())
}

/// What was noted as told.
fn told(c: &Connection, only: Option<i64>, since: &str, said: &mut SaidTo) -> Result<()> {
    let sql = "SELECT p.rid, p.id, p.name, t.topic, t.text, t.day FROM told t JOIN person p ON p.rid = t.person
               WHERE t.day >= ?1 AND (?2 IS NULL OR t.person = ?2) AND p.binned_at IS NULL ORDER BY t.day";
    let mut rows = c.prepare_cached(sql)?;
    let mut rows = rows.query((since, only))?;
    while let Some(r) = rows.next()? {
        let text: String = r.get(4)?;
        for claim in claims(&text, Some(r.get(3)?)) {
            let day = r.get(5)?;
            let one = Said { written: claim.written.clone(), text: text.clone(), day, channel: None, touchpoint: None };
            add(said, r, claim, one)?;
        }
    }
    Ok(())
}

fn add(said: &mut SaidTo, r: &Row<'_>, claim: Claim, one: Said) -> Result<()> {
    let blank = (NamedPerson { id: r.get(1)?, name: r.get(2)? }, Vec::new());
    said.entry(r.get(0)?).or_insert(blank).1.push((claim, one));
    Ok(())
}
