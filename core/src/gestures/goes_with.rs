//! What goes with what, as the user knows it, and who has the one without the other (row M128). A table, no model.

use super::kinds::goes_with as table;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::GoesWithId;
use crate::people::{NamedPerson, PersonRef, kinds::person};
use crate::typed::{limited, needed};
use crate::vault::text::fold;
use crate::vault::{Field, Vault, Writer, rid_of};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many people are named for a pair.
const NAMED: usize = 20;

/// Whoever has the one may want the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct GoesWith {
    /// Names it.
    pub id: GoesWithId,
    /// A part of what purchases say: "grinder".
    pub item: String,
    /// What goes with it: "brushes".
    pub other: String,
    /// Why.
    pub reason: String,
    /// How many people bought the one and not the other.
    pub people: u32,
    /// The first of them, by when they last bought it.
    pub first: Vec<NamedPerson>,
}

/// A pair to be saved; with an `id` it changes what is given of that one.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct GoesWithInput {
    /// The one to change.
    pub id: Option<GoesWithId>,
    /// A part of what purchases say.
    pub item: Option<String>,
    /// What goes with it.
    pub other: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Names one pair.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GoesWithRef {
    /// The pair.
    pub id: GoesWithId,
}

/// Something that would go with what somebody has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WouldGoWith {
    /// The pair.
    pub id: GoesWithId,
    /// What they bought, in the words of the purchase.
    pub item: String,
    /// When they last did, `YYYY-MM-DD`.
    pub day: String,
    /// What would go with it.
    pub other: String,
    /// Why.
    pub reason: String,
}

struct Pair {
    id: GoesWithId,
    item: String,
    other: String,
    reason: String,
}

fn pairs(c: &Connection) -> Result<Vec<Pair>> {
    let mut rows = c.prepare_cached("SELECT id, item, other, reason FROM goes_with ORDER BY rid")?;
    let rows =
        rows.query_map([], |r| Ok(Pair { id: r.get(0)?, item: r.get(1)?, other: r.get(2)?, reason: r.get(3)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// All pairs, oldest first, with whoever has the one without the other.
///
/// # Errors
/// When the vault cannot be read.
pub fn goes_with(vault: &Vault, (): ()) -> Result<Vec<GoesWith>> {
    vault.read(|c| {
        let pairs = pairs(c)?;
        let words: Vec<(String, String)> = pairs.iter().map(|pair| (fold(&pair.item), fold(&pair.other))).collect();
        // By person: for each pair the last day of the one, and whether they have the other.
        let mut seen: Vec<BTreeMap<i64, (String, bool)>> = pairs.iter().map(|_| BTreeMap::new()).collect();
        let sql = "SELECT u.person, u.date, u.item FROM purchase u JOIN person p ON p.rid = u.person
                   WHERE p.binned_at IS NULL AND u.amount >= 0 AND u.item <> ''";
        let mut rows = c.prepare_cached(sql)?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            if pairs.is_empty() {
                break;
            }
            let (who, day, said): (i64, String, String) =
                (r.get(0)?, r.get(1)?, fold(r.get_ref(2)?.as_str().unwrap_or_default()));
            for ((item, other), seen) in words.iter().zip(&mut seen) {
                let (has, too) = (said.contains(item.as_str()), said.contains(other.as_str()));
                if has || too {
                    let entry = seen.entry(who).or_default();
                    entry.1 |= too;
                    if has && day > entry.0 {
                        entry.0.clone_from(&day);
                    }
                }
            }
        }
        let mut made = Vec::new();
        for (pair, seen) in pairs.into_iter().zip(seen) {
            let lacks = seen.into_iter().filter(|(_, (day, too))| !too && !day.is_empty());
            let mut lacks: Vec<(i64, String)> = lacks.map(|(who, (day, _))| (who, day)).collect();
            lacks.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            let people = u32::try_from(lacks.len()).unwrap_or(u32::MAX);
            let name = |(who, _): &(i64, String)| {
                let sql = "SELECT id, name FROM person WHERE rid = ?1";
                Ok(c.prepare_cached(sql)?.query_row([who], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?)
            };
            let first = lacks.iter().take(NAMED).map(name).collect::<Result<_>>()?;
            let Pair { id, item, other, reason } = pair;
            made.push(GoesWith { id, item, other, reason, people, first });
        }
        Ok(made)
    })
}

/// What would go with what somebody bought and does not have yet.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn would_go_with(vault: &Vault, input: PersonRef) -> Result<Vec<WouldGoWith>> {
    vault.read(|c| {
        let whose = rid_of(c, &person::KIND, input.id)?;
        let sql = "SELECT date, item FROM purchase WHERE person = ?1 AND amount >= 0 AND item <> '' ORDER BY date DESC, rid DESC";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([whose], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let bought = rows.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        let said: Vec<String> = bought.iter().map(|(_, item)| fold(item)).collect();
        let fits = |pair: Pair| {
            let (item, other) = (fold(&pair.item), fold(&pair.other));
            if said.iter().any(|said| said.contains(&*other)) {
                return None;
            }
            let (day, item) = bought.get(said.iter().position(|said| said.contains(&*item))?)?.clone();
            Some(WouldGoWith { id: pair.id, item, day, other: pair.other, reason: pair.reason })
        };
        Ok(pairs(c)?.into_iter().filter_map(fits).collect())
    })
}

/// Saves a pair.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when one of both says nothing, or they are the same; [`crate::error::Code::NotFound`].
pub fn save_goes_with(vault: &Vault, input: GoesWithInput) -> Result<Vec<GoesWith>> {
    let subject = input.other.clone().or_else(|| input.item.clone()).unwrap_or_default();
    vault.write("saveGoesWith", subject.trim(), |w| {
        insert_goes_with(w, input.id.unwrap_or_else(GoesWithId::make), &input)
    })?;
    goes_with(vault, ())
}

/// Saves a pair inside a larger step, under an id of its own where it is new.
///
/// # Errors
/// As [`save_goes_with`].
pub fn insert_goes_with(w: &mut Writer<'_>, id: GoesWithId, input: &GoesWithInput) -> Result<()> {
    let is_new = input.id.is_none();
    let mut cells: Vec<(Field, Value)> = Vec::new();
    for (name, field, said) in [("item", table::ITEM, &input.item), ("other", table::OTHER, &input.other)] {
        if said.is_some() || is_new {
            cells.push((field, needed(name, said.as_deref().unwrap_or_default())?.into()));
        }
    }
    if let (Some(item), Some(other)) = (&input.item, &input.other)
        && fold(item.trim()) == fold(other.trim())
    {
        return Err(Error::invalid("other", "same"));
    }
    if let Some(reason) = &input.reason {
        cells.push((table::REASON, limited("reason", reason)?.into()));
    }
    if !is_new {
        let rid = w.rid(&table::KIND, id)?;
        return w.set_all(&table::KIND, rid, cells).map(drop);
    }
    cells.push((table::CREATED_AT, w.now().into()));
    w.insert(&table::KIND, id, &cells).map(drop)
}

/// Takes a pair out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_goes_with(vault: &Vault, input: GoesWithRef) -> Result<Vec<GoesWith>> {
    let sql = "SELECT other FROM goes_with WHERE id = ?1";
    let name: String =
        vault.read(|c| c.prepare_cached(sql)?.query_row([input.id], |r| r.get(0)).optional()?.or_not_found())?;
    vault.write("removeGoesWith", &name, |w| {
        let rid = w.rid(&table::KIND, input.id)?;
        w.remove(&table::KIND, rid)
    })?;
    goes_with(vault, ())
}
