//! Making, changing and removing segments.

use super::beside::strip;
use super::kinds::segment;
use super::other::demand_no_circle;
use super::read::{get, named};
use super::rule::SegmentRule;
use super::{Segment, SegmentRef};
use crate::error::{Error, Result};
use crate::ids::SegmentId;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

/// A segment to be saved; with an `id` it changes what is given of that one. A new one needs a name and a rule.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SegmentInput {
    /// The one to change.
    pub id: Option<SegmentId>,
    /// What it is called.
    pub name: Option<String>,
    /// One of the six hues of the palette, 0 for none.
    pub hue: Option<u8>,
    /// Who belongs to it.
    pub rule: Option<SegmentRule>,
}

/// Saves a segment.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the name is empty, the hue is none of the palette, or the rule breaks its limits.
pub fn save(vault: &Vault, input: SegmentInput) -> Result<Segment> {
    let id = match input.id {
        Some(id) => {
            let cells = cells(&input)?;
            let name = named(vault, SegmentRef { id })?.name;
            if let Some(rule) = &input.rule {
                demand_no_circle(vault, id, rule)?;
            }
            vault.write("editSegment", &name, |w| {
                let rid = w.rid(&segment::KIND, id)?;
                w.set_all(&segment::KIND, rid, cells).map(drop)
            })?;
            id
        }
        None => {
            let name = input.name.as_deref().map(str::trim).unwrap_or_default();
            let id = SegmentId::make();
            vault.write("createSegment", name, |w| insert(w, id, &input))?;
            id
        }
    };
    get(vault, SegmentRef { id })
}

/// Makes a segment as part of a larger step.
///
/// # Errors
/// As [`save`].
pub fn insert(w: &mut Writer<'_>, id: SegmentId, input: &SegmentInput) -> Result<i64> {
    if input.name.is_none() {
        return Err(Error::invalid("name", "empty"));
    }
    if input.rule.is_none() {
        return Err(Error::invalid("rule", "missing"));
    }
    let mut cells = cells(input)?;
    cells.push((segment::CREATED_AT, w.now().into()));
    w.insert(&segment::KIND, id, &cells)
}

fn cells(input: &SegmentInput) -> Result<Vec<(Field, Value)>> {
    let mut cells = Vec::new();
    if let Some(name) = &input.name {
        let name = name.trim();
        if name.is_empty() {
            return Err(Error::invalid("name", "empty"));
        }
        cells.push((segment::NAME, name.to_owned().into()));
    }
    if let Some(hue) = input.hue {
        if hue > 6 {
            return Err(Error::invalid("hue", "range"));
        }
        cells.push((segment::HUE, i64::from(hue).into()));
    }
    if let Some(rule) = &input.rule {
        rule.check()?;
        cells.push((segment::RULE, serde_json::to_string(rule)?.into()));
    }
    Ok(cells)
}

/// Removes a segment. Notes and rules of Today that name it find it again when this is undone.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: SegmentRef) -> Result<()> {
    let name = named(vault, input)?.name;
    vault.write("removeSegment", &name, |w| {
        let rid = w.rid(&segment::KIND, input.id)?;
        strip(w, rid)?;
        w.remove(&segment::KIND, rid)
    })
}
