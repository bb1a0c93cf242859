//! The rules of Today: after how many days of silence somebody is shown, for everyone, a tag or a segment.

use super::kinds::cadence;
use crate::error::{Error, Result};
use crate::ids::{CadenceId, SegmentId, TagId};
use crate::vault::{Vault, Writer};
use rusqlite::Row;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The rule that every vault begins with has the same id everywhere, so that a team's vaults agree on it.
const FIRST_RULE: Uuid = Uuid::from_u128(0x5261_7070_6f72_7480_8000_0000_0000_0001);
/// Days of silence of that rule (seed 64de, tools: "not engaged in 60 days").
const FIRST_DAYS: i64 = 60;

/// For whom a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "for", content = "id")]
#[ts(export)]
pub enum Scope {
    /// Everyone whom no narrower rule covers.
    Everyone,
    /// Everyone who carries a tag.
    Tag(TagId),
    /// Everyone in a segment.
    Segment(SegmentId),
}

/// A rule of Today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Rule {
    /// Names it.
    pub id: CadenceId,
    /// For whom.
    pub scope: Scope,
    /// After how many days without a touchpoint.
    pub days: u32,
    /// Whether it is switched on.
    pub active: bool,
}

/// A rule to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct RuleInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<CadenceId>,
    /// For whom.
    pub scope: Scope,
    /// After how many days; 1–3650.
    pub days: u32,
    /// Whether it is switched on.
    pub active: bool,
}

/// Names one rule.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct RuleRef {
    /// The rule.
    pub id: CadenceId,
}

/// Puts the first rule into a new vault.
///
/// # Errors
/// When the vault cannot be written.
pub fn set_up(w: &mut Writer<'_>) -> Result<()> {
    let cells = [
        (cadence::SCOPE, "everyone".to_owned().into()),
        (cadence::DAYS, FIRST_DAYS.into()),
        (cadence::ACTIVE, true.into()),
    ];
    w.insert(&cadence::KIND, FIRST_RULE, &cells)?;
    Ok(())
}

/// All rules, oldest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn rules(vault: &Vault, (): ()) -> Result<Vec<Rule>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached("SELECT id, scope, target, days, active FROM cadence ORDER BY rid")?;
        let rows = rows.query_map([], rule)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

fn rule(r: &Row<'_>) -> rusqlite::Result<Rule> {
    let target: Option<Uuid> = r.get(2)?;
    let scope = match (r.get_ref(1)?.as_str()?, target) {
        ("tag", Some(id)) => Scope::Tag(TagId(id)),
        ("segment", Some(id)) => Scope::Segment(SegmentId(id)),
        _ => Scope::Everyone,
    };
    Ok(Rule { id: r.get(0)?, scope, days: r.get(3)?, active: r.get(4)? })
}

/// Saves a rule.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the days are out of range.
pub fn save_rule(vault: &Vault, input: RuleInput) -> Result<Vec<Rule>> {
    vault.write("saveRule", &input.days.to_string(), |w| insert_rule(w, &input))?;
    rules(vault, ())
}

/// Saves a rule inside a larger step.
///
/// # Errors
/// As [`save_rule`].
pub fn insert_rule(w: &mut Writer<'_>, input: &RuleInput) -> Result<()> {
    if !(1..=3650).contains(&input.days) {
        return Err(Error::invalid("days", "range"));
    }
    let (scope, target) = match input.scope {
        Scope::Everyone => ("everyone", Value::Null),
        Scope::Tag(id) => ("tag", Value::Blob(id.0.as_bytes().to_vec())),
        Scope::Segment(id) => ("segment", Value::Blob(id.0.as_bytes().to_vec())),
    };
    let cells = [
        (cadence::SCOPE, scope.to_owned().into()),
        (cadence::TARGET, target),
        (cadence::DAYS, i64::from(input.days).into()),
        (cadence::ACTIVE, input.active.into()),
    ];
    let Some(id) = input.id else {
        w.insert(&cadence::KIND, CadenceId::make(), &cells)?;
        return Ok(());
    };
    let rid = w.rid(&cadence::KIND, id)?;
    w.set_all(&cadence::KIND, rid, cells).map(drop)
}

/// Removes a rule.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_rule(vault: &Vault, input: RuleRef) -> Result<Vec<Rule>> {
    vault.write("removeRule", "", |w| {
        let rid = w.rid(&cadence::KIND, input.id)?;
        w.remove(&cadence::KIND, rid)
    })?;
    rules(vault, ())
}
