//! Reading segments: with their live counts, their members, and who is in none.

use super::bits::Bits;
use super::members::{everyone, members};
use super::other::expanded;
use super::rule::SegmentRule;
use super::words::{names_in, sentence};
use super::{Segment, SegmentName, SegmentRef};
use crate::error::{Code, Error, OrNotFound, Result};
use crate::ids::SegmentId;
use crate::people::{self, NamedPerson, Page, PeopleFilter, PersonRef, PersonRow};
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// How many people a preview names.
const NAMED: usize = 8;

/// A rule to be tried.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct PreviewInput {
    /// The rule.
    pub rule: SegmentRule,
}

/// Whom a rule would take in.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Preview {
    /// How many.
    pub count: u32,
    /// How many people there are.
    pub total: u32,
    /// The first of them in the order of names, eight at most.
    pub first: Vec<NamedPerson>,
    /// The rule in plain English.
    pub sentence: String,
    /// Tags and organisations that the rule speaks of, by id.
    #[ts(type = "Record<string, string>")]
    pub names: BTreeMap<Uuid, String>,
}

/// Whose members: of a segment, of a rule that is not saved, or those who are in no segment.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MembersInput {
    /// Of this segment.
    pub id: Option<SegmentId>,
    /// Of this rule.
    pub rule: Option<SegmentRule>,
    /// Those in no segment.
    pub uncovered: Option<bool>,
    /// Only those whom the list of people shows for this, and in its order; its own cut is left alone.
    pub among: Option<PeopleFilter>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

const COLUMNS: &str = "SELECT id, name, hue, rule FROM segment";

/// All segments in the order of their names.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<Segment>> {
    let found = vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{COLUMNS} ORDER BY sort_key(name), rid"))?;
        let found = rows.query_map([], plain)?.collect::<rusqlite::Result<Vec<_>>>()?;
        found.into_iter().map(|segment| worded(c, segment)).collect::<Result<Vec<_>>>()
    })?;
    found.into_iter().map(|segment| counted(vault, segment)).collect()
}

/// One segment.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(vault: &Vault, input: SegmentRef) -> Result<Segment> {
    let found = vault.read(|c| {
        let found = c.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?.query_row([input.id], plain).optional()?;
        worded(c, found.or_not_found()?)
    })?;
    counted(vault, found)
}

/// A segment in short.
///
/// # Errors
/// [`Code::NotFound`].
pub fn named(vault: &Vault, input: SegmentRef) -> Result<SegmentName> {
    vault.read(|c| {
        let sql = "SELECT id, name, hue FROM segment WHERE id = ?1";
        let found = c
            .prepare_cached(sql)?
            .query_row([input.id], |r| Ok(SegmentName { id: r.get(0)?, name: r.get(1)?, hue: r.get(2)? }));
        found.optional()?.or_not_found()
    })
}

/// The rule of a segment, with the rules of other segments in the place of their names.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NewerVault`] when this program cannot read it.
pub fn rule_of(c: &Connection, id: SegmentId) -> Result<SegmentRule> {
    expanded(c, &rule_as_written(c, id)?)
}

/// The rule of a segment as it was written.
///
/// # Errors
/// As [`rule_of`].
pub(super) fn rule_as_written(c: &Connection, id: SegmentId) -> Result<SegmentRule> {
    let text: Option<String> =
        c.prepare_cached("SELECT rule FROM segment WHERE id = ?1")?.query_row([id], |r| r.get(0)).optional()?;
    SegmentRule::from_text(&text.or_not_found()?).ok_or_else(|| Error::new(Code::NewerVault))
}

fn plain(r: &Row<'_>) -> rusqlite::Result<Segment> {
    let rule = SegmentRule::from_text(r.get_ref(3)?.as_str()?);
    let (sentence, names) = Default::default();
    Ok(Segment { id: r.get(0)?, name: r.get(1)?, hue: r.get(2)?, rule, sentence, names, count: None })
}

fn worded(c: &Connection, segment: Segment) -> Result<Segment> {
    let Some(rule) = &segment.rule else { return Ok(segment) };
    let names = names_in(c, rule)?;
    Ok(Segment { sentence: sentence(rule, &names), names, ..segment })
}

fn counted(vault: &Vault, segment: Segment) -> Result<Segment> {
    let count = segment.rule.as_ref().map(|rule| Ok::<_, Error>(members(vault, rule)?.count())).transpose()?;
    Ok(Segment { count, ..segment })
}

/// Whom a rule would take in.
///
/// # Errors
/// [`Code::Invalid`] when the rule breaks its limits.
pub fn preview(vault: &Vault, input: PreviewInput) -> Result<Preview> {
    input.rule.check()?;
    let (all, found) = (everyone(vault)?, members(vault, &input.rule)?);
    vault.read(|c| {
        let names = names_in(c, &input.rule)?;
        let mut person = c.prepare_cached("SELECT id, name FROM person WHERE rid = ?1")?;
        let first = all.in_order.iter().filter(|rid| found.contains(**rid)).take(NAMED);
        let first = first.map(|rid| person.query_row([rid], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? })));
        Ok(Preview {
            count: found.count(),
            total: all.set.count(),
            first: first.collect::<rusqlite::Result<_>>()?,
            sentence: sentence(&input.rule, &names),
            names,
        })
    })
}

/// A part of the members of a segment or of a rule, in the order of names.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Invalid`] when the rule breaks its limits, nothing is asked for or the order is unknown.
pub fn members_page(vault: &Vault, input: MembersInput) -> Result<Page<PersonRow>> {
    let found = match (input.id, &input.rule, input.uncovered) {
        (Some(id), None, None) => members(vault, &vault.read(|c| rule_of(c, id))?)?,
        (None, Some(rule), None) => {
            rule.check()?;
            members(vault, rule)?
        }
        (None, None, Some(true)) => in_none(vault)?,
        _ => return Err(Error::invalid("id", "oneOf")),
    };
    let (offset, limit) = (input.offset.unwrap_or(0) as usize, input.limit.unwrap_or(50).min(500) as usize);
    let cut = |order: &[i64]| -> Vec<i64> {
        order.iter().copied().filter(|rid| found.contains(*rid)).skip(offset).take(limit).collect()
    };
    let (part, total) = match input.among {
        None => (cut(&everyone(vault)?.in_order), found.count()),
        Some(filter) => {
            let order = people::ordered(vault, filter)?;
            let total = order.iter().filter(|rid| found.contains(**rid)).count();
            (cut(&order), u32::try_from(total).unwrap_or(u32::MAX))
        }
    };
    Ok(Page { items: vault.read(|c| people::rows(c, &part))?, total })
}

/// The segments that a person is in.
///
/// # Errors
/// [`Code::NotFound`].
pub fn of_person(vault: &Vault, input: PersonRef) -> Result<Vec<SegmentName>> {
    let person = vault.read(|c| rid_of(c, &people::kinds::person::KIND, input.id))?;
    let mut found = Vec::new();
    for (segment, rule) in rules(vault)? {
        if members(vault, &rule)?.contains(person) {
            found.push(segment);
        }
    }
    Ok(found)
}

/// How many living people are in no segment.
///
/// # Errors
/// When the vault cannot be read.
pub fn uncovered(vault: &Vault, (): ()) -> Result<u32> {
    Ok(in_none(vault)?.count())
}

fn in_none(vault: &Vault) -> Result<Bits> {
    let all = everyone(vault)?.set.clone();
    rules(vault)?.iter().try_fold(all, |left, (_, rule)| Ok(left.without(&members(vault, rule)?)))
}

/// Every segment whose rule can be read.
fn rules(vault: &Vault) -> Result<Vec<(SegmentName, SegmentRule)>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{COLUMNS} ORDER BY sort_key(name), rid"))?;
        let found = rows.query_map([], plain)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let named = |s: Segment| Some((SegmentName { id: s.id, name: s.name, hue: s.hue }, s.rule?));
        Ok(found.into_iter().filter_map(named).collect())
    })
}
