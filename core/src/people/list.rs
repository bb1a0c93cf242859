//! The list of people: filtered, sorted as names are read, and cut into pages at any place of it.

use super::{Page, PersonRow, TagRow, orders};
use crate::error::{Error, OrNotFound, Result};
use crate::ids::TagId;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// Which people, in which order, from where.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct PeopleFilter {
    /// Words in the name.
    pub text: Option<String>,
    /// Carrying this tag.
    pub tag: Option<TagId>,
    /// At this stage.
    pub stage: Option<String>,
    /// In the organisation of this name.
    pub organisation: Option<String>,
    /// Lacking something.
    pub without: Option<Without>,
    /// In the bin instead of in the book.
    pub binned: Option<bool>,
    /// `name` (the default), `lastTouch` (longest ago first), `added` (newest first).
    pub sort: Option<String>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// What a person may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Without {
    /// No telephone number.
    Phone,
    /// No e-mail address.
    Email,
    /// No touchpoint yet.
    Touchpoint,
    /// No tag.
    Tag,
}

/// Orders of recently asked filters: row numbers in order, so that any place of a list is a slice away.
#[derive(Debug, Default)]
struct Orders(Mutex<VecDeque<(PeopleFilter, Arc<Vec<i64>>)>>);

/// A part of the list of people.
///
/// # Errors
/// [`crate::error::Code::Invalid`] for an unknown order.
pub fn list(vault: &Vault, filter: PeopleFilter) -> Result<Page<PersonRow>> {
    let offset = filter.offset.unwrap_or(0) as usize;
    let limit = filter.limit.unwrap_or(50).min(500) as usize;
    let order = ordered(vault, filter)?;
    let total = u32::try_from(order.len()).unwrap_or(u32::MAX);
    let part = order.get(offset..(offset + limit).min(order.len())).unwrap_or_default();
    Ok(Page { items: vault.read(|c| rows(c, part))?, total })
}

/// The row numbers of everybody whom the filter finds, in its order; it is not cut.
///
/// # Errors
/// As [`list`].
pub fn ordered(vault: &Vault, filter: PeopleFilter) -> Result<Arc<Vec<i64>>> {
    let key = PeopleFilter { offset: None, limit: None, ..filter };
    let everybody = PeopleFilter { sort: None, binned: None, ..key.clone() } == PeopleFilter::default();
    match key.sort.as_deref() {
        None | Some("name") if everybody && key.binned != Some(true) => return orders::by_name(vault),
        Some("lastTouch") if everybody && key.binned != Some(true) => return orders::by_touch(vault),
        // Of the rest, only this order and "without a touchpoint" depend on touchpoints.
        Some("lastTouch") => return Ok(Arc::new(vault.read(|c| select(c, &key))?)),
        _ if key.without == Some(Without::Touchpoint) => return Ok(Arc::new(vault.read(|c| select(c, &key))?)),
        _ => {}
    }
    let orders = vault.cached(&[Topic::People], |_| Ok(Orders::default()))?;
    let known = |orders: &Orders| {
        let kept = orders.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(k, _)| *k == key).map(|(_, order)| Arc::clone(order))
    };
    if let Some(order) = known(&orders) {
        return Ok(order);
    }
    let order = Arc::new(vault.read(|c| select(c, &key))?);
    let mut kept = orders.0.lock().unwrap_or_else(PoisonError::into_inner);
    kept.push_front((key, Arc::clone(&order)));
    kept.truncate(8);
    Ok(order)
}

fn select(c: &Connection, filter: &PeopleFilter) -> Result<Vec<i64>> {
    let mut sql = String::from("SELECT s.person FROM person_stat s");
    let mut terms = vec![format!("s.live = {}", i32::from(!filter.binned.unwrap_or(false)))];
    let mut values: Vec<Value> = Vec::new();
    let mut place = |value: Value| {
        values.push(value);
        format!("?{}", values.len())
    };
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
        for word in text.split_whitespace() {
            let at = place(Value::Text(word.to_owned()));
            terms.push(format!("instr((SELECT fold(name) FROM person WHERE rid = s.person), fold({at}))"));
        }
    }
    if let Some(tag) = filter.tag {
        let at = place(Value::Blob(tag.0.as_bytes().to_vec()));
        terms.push(format!(
            "s.person IN (SELECT g.person FROM tagging g JOIN tag t ON t.rid = g.tag WHERE t.id = {at})"
        ));
    }
    if let Some(stage) = &filter.stage {
        let at = place(Value::Text(stage.clone()));
        // An index of what is not empty serves only those who ask for that.
        let filled = if stage.is_empty() { "" } else { "stage <> '' AND " };
        terms.push(format!("s.person IN (SELECT rid FROM person WHERE {filled}stage = {at})"));
    }
    if let Some(name) = &filter.organisation {
        let at = place(Value::Text(name.clone()));
        terms.push(format!(
            "s.person IN (SELECT r.person FROM role r JOIN organisation o ON o.rid = r.organisation WHERE o.name = {at})"
        ));
    }
    match filter.without {
        Some(Without::Phone) => {
            terms.push("NOT EXISTS (SELECT 1 FROM reach WHERE person = s.person AND kind = 'phone')".into())
        }
        Some(Without::Email) => {
            terms.push("NOT EXISTS (SELECT 1 FROM reach WHERE person = s.person AND kind = 'email')".into())
        }
        Some(Without::Touchpoint) => terms.push("s.touches = 0".into()),
        Some(Without::Tag) => terms.push("NOT EXISTS (SELECT 1 FROM tagging WHERE person = s.person)".into()),
        None => {}
    }
    let order = match filter.sort.as_deref() {
        None | Some("name") => "s.sort_key, s.person",
        Some("lastTouch") => "s.quiet_since, s.person",
        Some("added") => "s.person DESC",
        Some(_) => return Err(Error::invalid("sort", "unknown")),
    };
    sql.push_str(&format!(" WHERE {} ORDER BY {order}", terms.join(" AND ")));
    let mut found = c.prepare_cached(&sql)?;
    let found = found.query_map(params_from_iter(values), |r| r.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many people the filter finds.
///
/// # Errors
/// As [`list`].
pub fn count(vault: &Vault, filter: PeopleFilter) -> Result<u32> {
    Ok(u32::try_from(ordered(vault, filter)?.len()).unwrap_or(u32::MAX))
}

/// People as rows of a list, in the order asked.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when one of them does not exist.
pub fn rows(c: &Connection, rids: &[i64]) -> Result<Vec<PersonRow>> {
    let mut person = c.prepare_cached(
        "SELECT p.id, p.name, p.stage, s.touches, s.last_at, s.last_felt, s.usual_gap,
                p.binned_at, p.given, p.family
         FROM person p JOIN person_stat s ON s.person = p.rid WHERE p.rid = ?1",
    )?;
    let mut role = c.prepare_cached(
        "SELECT r.title, o.name FROM role r JOIN organisation o ON o.rid = r.organisation WHERE r.person = ?1
         ORDER BY r.ended <> '', r.started DESC, r.rid LIMIT 1",
    )?;
    let mut tags = c.prepare_cached(
        "SELECT t.id, t.name, t.hue FROM tagging g JOIN tag t ON t.rid = g.tag WHERE g.person = ?1 ORDER BY g.rid",
    )?;
    let mut all = Vec::with_capacity(rids.len());
    for &rid in rids {
        let (title, organisation) =
            role.query_row([rid], |r| Ok((r.get(0)?, r.get(1)?))).optional()?.unwrap_or_default();
        let tags =
            tags.query_map([rid], |r| Ok(TagRow { id: r.get(0)?, name: r.get(1)?, hue: r.get(2)?, people: None }))?;
        let tags = tags.collect::<rusqlite::Result<_>>()?;
        let row = person
            .query_row([rid], |r| {
                Ok(PersonRow {
                    id: r.get(0)?,
                    name: r.get(1)?,
                    given: r.get(8)?,
                    family: r.get(9)?,
                    title,
                    organisation,
                    stage: r.get(2)?,
                    tags,
                    touches: r.get(3)?,
                    last_at: r.get(4)?,
                    last_felt: r.get(5)?,
                    usual_gap_days: r.get::<_, Option<f64>>(6)?.map(|gap| gap / 86_400_000.0),
                    binned_at: r.get(7)?,
                })
            })
            .optional()?;
        all.push(row.or_not_found()?);
    }
    Ok(all)
}
