//! Rules that name other segments: each name gives way to that segment's rule; a circle is refused, with its place.

use super::SegmentRef;
use super::read::{named, rule_as_written};
use super::rule::{Condition, SegmentRule};
use crate::error::{Code, Error, Result};
use crate::ids::SegmentId;
use crate::vault::Vault;
use rusqlite::Connection;

/// The rule with every other segment's rule in the place of its name. One that is gone, that this program cannot read, or
/// that leads back to itself (two people may have made half a circle each) takes nobody in.
///
/// # Errors
/// When the vault cannot be read.
pub fn expanded(c: &Connection, rule: &SegmentRule) -> Result<SegmentRule> {
    expanded_in(c, rule, &mut Vec::new())
}

fn expanded_in(c: &Connection, rule: &SegmentRule, inside: &mut Vec<SegmentId>) -> Result<SegmentRule> {
    let each = |of: &[SegmentRule], inside: &mut Vec<SegmentId>| -> Result<Vec<SegmentRule>> {
        of.iter().map(|part| expanded_in(c, part, inside)).collect()
    };
    Ok(match rule {
        SegmentRule::All(of) => SegmentRule::All(each(of, inside)?),
        SegmentRule::Any(of) => SegmentRule::Any(each(of, inside)?),
        SegmentRule::Not(of) => SegmentRule::Not(Box::new(expanded_in(c, of, inside)?)),
        SegmentRule::One(Condition::InSegment { segment }) => {
            let nobody = SegmentRule::Any(Vec::new());
            if inside.contains(segment) {
                return Ok(nobody);
            }
            let found = match rule_as_written(c, *segment) {
                Ok(found) => found,
                Err(error) if matches!(error.code, Code::NotFound | Code::NewerVault) => return Ok(nobody),
                Err(error) => return Err(error),
            };
            inside.push(*segment);
            let found = expanded_in(c, &found, inside)?;
            inside.pop();
            found
        }
        SegmentRule::One(condition) => SegmentRule::One(condition.clone()),
    })
}

/// Whether a rule names another segment at all.
pub(super) fn names_others(rule: &SegmentRule) -> bool {
    match rule {
        SegmentRule::All(of) | SegmentRule::Any(of) => of.iter().any(names_others),
        SegmentRule::Not(of) => names_others(of),
        SegmentRule::One(condition) => matches!(condition, Condition::InSegment { .. }),
    }
}

/// Refuses a rule of a segment that leads back to it.
///
/// # Errors
/// [`Code::Invalid`] with `field` "rule", `why` "circle", `at` the way to the place and `segment` the name of the one that
/// leads back.
pub(super) fn demand_no_circle(vault: &Vault, id: SegmentId, rule: &SegmentRule) -> Result<()> {
    let Some((at, by)) = vault.read(|c| circle(c, id, rule, &mut Vec::new(), &mut Vec::new()))? else { return Ok(()) };
    let name = named(vault, SegmentRef { id: by }).map(|s| s.name).unwrap_or_default();
    Err(Error::invalid("rule", "circle").with("at", at).with("segment", name))
}

/// The place of the first condition that leads back to `id`, and the segment that it names.
fn circle(
    c: &Connection,
    id: SegmentId,
    rule: &SegmentRule,
    at: &mut Vec<String>,
    seen: &mut Vec<SegmentId>,
) -> Result<Option<(String, SegmentId)>> {
    let parts = match rule {
        SegmentRule::All(of) | SegmentRule::Any(of) => &of[..],
        SegmentRule::Not(of) => std::slice::from_ref(&**of),
        SegmentRule::One(Condition::InSegment { segment }) => {
            return Ok(leads(c, id, *segment, seen)?.then(|| (at.join("."), *segment)));
        }
        SegmentRule::One(_) => return Ok(None),
    };
    for (i, part) in parts.iter().enumerate() {
        at.push(i.to_string());
        let found = circle(c, id, part, at, seen)?;
        at.pop();
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn leads(c: &Connection, to: SegmentId, from: SegmentId, seen: &mut Vec<SegmentId>) -> Result<bool> {
    if from == to {
        return Ok(true);
    }
    if seen.contains(&from) {
        return Ok(false);
    }
    seen.push(from);
    match rule_as_written(c, from) {
        Ok(rule) => Ok(circle(c, to, &rule, &mut Vec::new(), seen)?.is_some()),
        Err(_) => Ok(false),
    }
}
