//! Whom the rules of Today spare because speed counts for more than a word from us, and why.

use crate::error::Result;
use crate::people::{self, PersonRow};
use crate::segments::{self, SparedSegment};
use crate::vault::Vault;
use serde::Serialize;
use ts_rs::TS;

/// How many people are named.
const NAMED: usize = 50;

/// Whom the rules of Today spare.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct Spared {
    /// How many people are in transactional segments and in no other.
    pub count: u32,
    /// Those segments, each with the reason that was given.
    pub segments: Vec<SparedSegment>,
    /// The first of the people in the order of names, fifty at most.
    pub people: Vec<PersonRow>,
}

/// Whom the rules of Today spare.
///
/// # Errors
/// When the vault cannot be read.
pub fn spared(vault: &Vault, (): ()) -> Result<Spared> {
    let found = segments::spared(vault)?;
    let order = people::by_name(vault)?;
    let first: Vec<i64> = order.iter().copied().filter(|rid| found.contains(*rid)).take(NAMED).collect();
    let people = vault.read(|c| people::rows(c, &first))?;
    Ok(Spared { count: found.count(), segments: segments::spared_by(vault)?, people })
}
