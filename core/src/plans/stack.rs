//! The relationship stack (seed 64de): how much value there is for somebody on each layer, with what was really said or
//! done as evidence, and which layer is the weakest.

use super::LAYERS;
use super::kinds::{evidence, layer};
use crate::error::{Error, Result};
use crate::ids::TouchId;
use crate::touchpoints::{self, Touchpoint};
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// The highest score.
const BEST: u8 = 5;

/// Whose stack.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct StackRef {
    /// `person:UUID` or `segment:UUID`.
    pub subject: String,
}

/// The three layers of somebody.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Stack {
    /// `person:UUID` or `segment:UUID`.
    pub subject: String,
    /// Functional, emotional, social.
    pub layers: Vec<ValueLayer>,
    /// The weakest, and why; nothing while nothing is judged.
    pub weakest: Option<WeakLayer>,
}

/// A layer of value.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ValueLayer {
    /// `functional` (it works), `emotional` (it feels good), `social` (they belong).
    pub layer: String,
    /// 1–5; nothing: not judged.
    pub score: Option<u8>,
    /// Why one thinks so.
    pub note: String,
    /// Touchpoints that speak for it.
    pub evidence: Vec<Touchpoint>,
}

/// The weakest layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WeakLayer {
    /// Which.
    pub layer: String,
    /// Why it is this one.
    pub why: WeakReason,
}

/// Why a layer is the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum WeakReason {
    /// Others are judged, this one is not: nobody has looked there.
    Unsaid,
    /// It has the lowest score.
    Lowest,
    /// Of those with the lowest score it has the least evidence.
    LeastEvidence,
}

/// A stack in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct StackRow {
    /// `person:UUID` or `segment:UUID`.
    pub subject: String,
    /// What the person or the segment is called; empty: it is gone.
    pub name: String,
    /// The scores, functional, emotional, social.
    pub scores: [Option<u8>; 3],
    /// The weakest, and why.
    pub weakest: Option<WeakLayer>,
}

/// Which stacks.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct StackInput {
    /// Only those whose weakest layer is this one.
    pub weakest: Option<String>,
}

/// What is to be said of a layer; what is left out stays as it is.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct LayerInput {
    /// `person:UUID` or `segment:UUID`.
    pub subject: String,
    /// `functional`, `emotional` or `social`.
    pub layer: String,
    /// 1–5; 0 takes the score out.
    pub score: Option<u8>,
    /// Why one thinks so.
    pub note: Option<String>,
    /// A touchpoint that speaks for it, to be linked.
    pub link: Option<TouchId>,
    /// One that is to be linked no more.
    pub unlink: Option<TouchId>,
}

/// The stack of a person or a segment.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the subject names nothing of the kind.
pub fn stack(vault: &Vault, input: StackRef) -> Result<Stack> {
    demand_subject(&input.subject)?;
    vault.read(|c| {
        let layers = LAYERS.iter().map(|name| layer_of(c, &input.subject, name)).collect::<Result<Vec<_>>>()?;
        let judged: Vec<_> =
            layers.iter().map(|layer| (layer.score, u32::try_from(layer.evidence.len()).unwrap_or(u32::MAX))).collect();
        Ok(Stack { subject: input.subject.clone(), weakest: weakest(&judged), layers })
    })
}

fn layer_of(c: &Connection, subject: &str, name: &str) -> Result<ValueLayer> {
    let sql = "SELECT rid, score, note FROM value_layer WHERE subject = ?1 AND layer = ?2 ORDER BY rid LIMIT 1";
    let found = c.prepare_cached(sql)?.query_row([subject, name], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)));
    let Some((rid, score, note)): Option<(i64, _, _)> = found.optional()? else {
        return Ok(ValueLayer { layer: name.to_owned(), score: None, note: String::new(), evidence: Vec::new() });
    };
    let mut rows = c.prepare_cached("SELECT touchpoint FROM layer_evidence WHERE value_layer = ?1 ORDER BY rid")?;
    let linked = rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut found = Vec::new();
    for id in linked.iter().filter_map(|id| Uuid::try_parse(id).ok()) {
        // One that was taken out is no evidence, until it is brought back.
        let sql = "SELECT rid FROM touchpoint WHERE id = ?1";
        if let Some(rid) = c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()? {
            found.push(touchpoints::touchpoint_of(c, rid)?);
        }
    }
    Ok(ValueLayer { layer: name.to_owned(), score, note, evidence: found })
}

/// Score and number of pieces of evidence of each layer in order → the weakest.
fn weakest(layers: &[(Option<u8>, u32)]) -> Option<WeakLayer> {
    let said = |at: usize, why| LAYERS.get(at).map(|name| WeakLayer { layer: (*name).to_owned(), why });
    let lowest = layers.iter().filter_map(|(score, _)| *score).min()?;
    if let Some(at) = layers.iter().position(|(score, _)| score.is_none()) {
        return said(at, WeakReason::Unsaid);
    }
    let low: Vec<(usize, u32)> = layers
        .iter()
        .enumerate()
        .filter(|(_, (score, _))| *score == Some(lowest))
        .map(|(at, (_, n))| (at, *n))
        .collect();
    match low[..] {
        [(at, _)] => said(at, WeakReason::Lowest),
        _ => {
            let least = low.iter().map(|(_, n)| *n).min()?;
            let at = low.iter().find(|(_, n)| *n == least).map(|(at, _)| *at)?;
            // All alike: none is weaker than the others.
            let alike = low.len() == layers.len() && low.iter().all(|(_, n)| *n == least);
            if alike { None } else { said(at, WeakReason::LeastEvidence) }
        }
    }
}

/// Everybody and every segment with something said about a layer.
///
/// # Errors
/// When the vault cannot be read.
pub fn stacks(vault: &Vault, input: StackInput) -> Result<Vec<StackRow>> {
    vault.read(|c| {
        let sql = "SELECT v.subject, v.layer, v.score,
                     (SELECT count(*) FROM layer_evidence e WHERE e.value_layer = v.rid)
                   FROM value_layer v ORDER BY v.subject, v.rid";
        let mut rows = c.prepare_cached(sql)?;
        let mut rows = rows.query([])?;
        let mut all: BTreeMap<String, [(Option<u8>, u32); 3]> = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let name: String = r.get(1)?;
            let judged = (r.get(2)?, r.get::<_, u32>(3)?);
            let entry = all.entry(r.get(0)?).or_default();
            if let Some(slot) = LAYERS.iter().position(|one| *one == name).and_then(|at| entry.get_mut(at)) {
                *slot = judged;
            }
        }
        let row = |(subject, judged): (String, [(Option<u8>, u32); 3])| {
            let name = name_of(c, &subject)?;
            Ok(StackRow { name, scores: judged.map(|(score, _)| score), weakest: weakest(&judged), subject })
        };
        let rows = all.into_iter().map(row).collect::<Result<Vec<_>>>()?;
        let wanted = |row: &StackRow| match &input.weakest {
            Some(wanted) => row.weakest.as_ref().is_some_and(|weak| weak.layer == *wanted),
            None => true,
        };
        Ok(rows.into_iter().filter(wanted).collect())
    })
}

fn name_of(c: &Connection, subject: &str) -> Result<String> {
    let Some((word, id)) = parts(subject) else { return Ok(String::new()) };
    let sql = if word == "person" {
        "SELECT name FROM person WHERE id = ?1 AND binned_at IS NULL"
    } else {
        "SELECT name FROM segment WHERE id = ?1"
    };
    Ok(c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.unwrap_or_default())
}

/// Says something of a layer.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no such layer or subject, or the score is out of its range;
/// [`crate::error::Code::NotFound`] when a touchpoint is not there; [`crate::error::Code::TooLarge`].
pub fn save_layer(vault: &Vault, input: LayerInput) -> Result<Stack> {
    demand_subject(&input.subject)?;
    let name = vault.read(|c| name_of(c, &input.subject))?;
    vault.write("judgeLayer", &name, |w| set_layer(w, &input))?;
    stack(vault, StackRef { subject: input.subject })
}

/// Says something of a layer inside a larger step.
///
/// # Errors
/// As [`save_layer`].
pub fn set_layer(w: &mut Writer<'_>, input: &LayerInput) -> Result<()> {
    demand_subject(&input.subject)?;
    if !LAYERS.contains(&input.layer.as_str()) {
        return Err(Error::invalid("layer", "unknown"));
    }
    let mut cells: Vec<(Field, Value)> = Vec::new();
    match input.score {
        Some(score) if score > BEST => return Err(Error::invalid("score", "range")),
        Some(0) => cells.push((layer::SCORE, Value::Null)),
        Some(score) => cells.push((layer::SCORE, i64::from(score).into())),
        None => {}
    }
    if let Some(note) = &input.note {
        cells.push((layer::NOTE, typed::limited("note", note)?.into()));
    }
    let sql = "SELECT rid FROM value_layer WHERE subject = ?1 AND layer = ?2 ORDER BY rid LIMIT 1";
    let found = w.conn().prepare_cached(sql)?.query_row([&input.subject, &input.layer], |r| r.get(0)).optional()?;
    let rid = match found {
        Some(rid) => {
            w.set_all(&layer::KIND, rid, cells)?;
            rid
        }
        None => {
            cells.extend([
                (layer::SUBJECT, input.subject.clone().into()),
                (layer::LAYER, input.layer.clone().into()),
                (layer::CREATED_AT, w.now().into()),
            ]);
            w.insert(&layer::KIND, Uuid::now_v7(), &cells)?
        }
    };
    link(w, rid, input)
}

fn link(w: &mut Writer<'_>, rid: i64, input: &LayerInput) -> Result<()> {
    let linked = |w: &Writer<'_>, id: TouchId| -> Result<Option<i64>> {
        let sql = "SELECT rid FROM layer_evidence WHERE value_layer = ?1 AND touchpoint = ?2";
        let found = w.conn().prepare_cached(sql)?.query_row((rid, id.to_string()), |r| r.get(0));
        Ok(found.optional()?)
    };
    if let Some(id) = input.link {
        w.rid(&touchpoints::kinds::touchpoint::KIND, id)?;
        if linked(w, id)?.is_none() {
            let cells = [(evidence::VALUE_LAYER, rid.into()), (evidence::TOUCHPOINT, id.to_string().into())];
            w.insert(&evidence::KIND, Uuid::now_v7(), &cells)?;
        }
    }
    let unlinked = input.unlink.map(|id| linked(w, id)).transpose()?.flatten();
    if let Some(found) = unlinked {
        w.remove(&evidence::KIND, found)?;
    }
    Ok(())
}

/// The word and the id of a subject.
fn parts(subject: &str) -> Option<(&str, Uuid)> {
    let (word, id) = subject.split_once(':')?;
    let id = Uuid::try_parse(id).ok()?;
    matches!(word, "person" | "segment").then_some((word, id))
}

fn demand_subject(subject: &str) -> Result<()> {
    parts(subject).map(drop).ok_or_else(|| Error::invalid("subject", "unreadable"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weak(layers: [(Option<u8>, u32); 3]) -> Option<(String, WeakReason)> {
        weakest(&layers).map(|weak| (weak.layer, weak.why))
    }

    #[test]
    fn the_weakest_layer_is_the_unsaid_then_the_lowest_then_the_least_proven() {
        assert_eq!(weak([(None, 0), (None, 0), (None, 0)]), None, "nothing is judged");
        assert_eq!(weak([(Some(4), 1), (Some(2), 0), (None, 0)]), Some(("social".into(), WeakReason::Unsaid)));
        assert_eq!(weak([(Some(4), 1), (Some(2), 3), (Some(3), 0)]), Some(("emotional".into(), WeakReason::Lowest)));
        let tied = [(Some(4), 1), (Some(2), 3), (Some(2), 1)];
        assert_eq!(weak(tied), Some(("social".into(), WeakReason::LeastEvidence)));
        assert_eq!(weak([(Some(3), 1), (Some(3), 1), (Some(3), 1)]), None, "none is weaker");
    }
}
