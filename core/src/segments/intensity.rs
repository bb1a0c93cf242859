//! Whom reminders spare: those who are in segments where speed counts for more than a word from us, and in no other.

use super::SegmentName;
use super::bits::Bits;
use super::members::members;
use super::plan::Intensity;
use super::rule::SegmentRule;
use crate::error::Result;
use crate::vault::Vault;
use serde::Serialize;
use ts_rs::TS;

/// A segment that spares its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SparedSegment {
    /// Which.
    pub segment: SegmentName,
    /// Why it is transactional, in the user's words.
    pub why: String,
}

/// The living people who are in a transactional segment and in no other.
///
/// # Errors
/// When the vault cannot be read.
pub fn spared(vault: &Vault) -> Result<Bits> {
    let all = vault.read(|c| {
        let mut rows = c.prepare_cached("SELECT rule, intensity FROM segment ORDER BY rid")?;
        let rows = rows.query_map([], |r| {
            Ok((SegmentRule::from_text(r.get_ref(0)?.as_str()?), Intensity::from_text(r.get_ref(1)?.as_str()?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    })?;
    let quick = |intensity| intensity == Some(Intensity::Transactional);
    if !all.iter().any(|(_, intensity)| quick(*intensity)) {
        return Ok(Bits::default());
    }
    let (mut spared, mut others) = (Bits::default(), Bits::default());
    for (rule, intensity) in &all {
        let Some(rule) = rule else { continue };
        let of = if quick(*intensity) { &mut spared } else { &mut others };
        *of = std::mem::take(of).or(&members(vault, rule)?);
    }
    Ok(spared.without(&others))
}

/// The segments that spare people, in the order of their names.
///
/// # Errors
/// When the vault cannot be read.
pub fn spared_by(vault: &Vault) -> Result<Vec<SparedSegment>> {
    vault.read(|c| {
        let sql = "SELECT id, name, hue, intensity_why FROM segment WHERE intensity = 'transactional' ORDER BY sort_key(name), rid";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([], |r| {
            Ok(SparedSegment { segment: SegmentName { id: r.get(0)?, name: r.get(1)?, hue: r.get(2)? }, why: r.get(3)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
