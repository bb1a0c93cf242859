//! Whether the loop feeds itself: of those who were delighted, who speaks for us, whom they brought, and who of those
//! bought (seed 64de, goal of the loop).

use crate::clock::Millis;
use crate::error::Result;
use crate::vault::Vault;
use crate::vault::text::fold;
use rusqlite::Connection;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;
use ts_rs::TS;

/// Parts of words, folded, in a tie by which one person brought the other, by language: "referred by her", "hat uns
/// empfohlen", "la trajo".
static REFERRAL_WORDS: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("referral_words.json")).unwrap_or_default());

/// The loop as four counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct LoopConversion {
    /// People with a touchpoint at `delight` that did not hurt.
    pub delighted: u32,
    /// Those of them at the stage of advocacy or of advocates in the loop, or who brought somebody.
    pub advocates: u32,
    /// People whom those brought: a tie says so, and they came into the book later.
    pub referred: u32,
    /// Those of them who bought, or whose stage lies behind the acquisition.
    pub customers: u32,
}

/// Counts the loop.
///
/// # Errors
/// When the vault cannot be read.
pub fn conversion(vault: &Vault, (): ()) -> Result<LoopConversion> {
    vault.read(|c| {
        let sql = "SELECT l.person, p.stage = 'advocacy' OR l.stage = 'advocate' FROM loop_stat l JOIN person p ON p.rid = l.person
                   WHERE l.delighted_at IS NOT NULL AND p.binned_at IS NULL";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let delighted = rows.collect::<rusqlite::Result<Vec<(i64, bool)>>>()?;

        let brought = referrals(c)?;
        let who: HashSet<i64> = brought.iter().map(|(by, ..)| *by).collect();
        let advocates: HashSet<i64> =
            delighted.iter().filter(|(rid, speaks)| *speaks || who.contains(rid)).map(|(rid, _)| *rid).collect();
        let referred: HashSet<i64> =
            brought.iter().filter(|(by, ..)| advocates.contains(by)).map(|(_, whom, _)| *whom).collect();
        let sql = "SELECT p.stage IN ('onboarding', 'engagement', 'retention', 'advocacy')
                     OR EXISTS (SELECT 1 FROM purchase_stat u WHERE u.person = p.rid AND u.purchases > 0)
                   FROM person p WHERE p.rid = ?1";
        let mut is_customer = c.prepare_cached(sql)?;
        let mut customers = 0;
        for rid in &referred {
            customers += u32::from(is_customer.query_row([rid], |r| r.get::<_, bool>(0))?);
        }
        let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(LoopConversion {
            delighted: size(delighted.len()),
            advocates: size(advocates.len()),
            referred: size(referred.len()),
            customers,
        })
    })
}

/// Who brought whom, as ties say, by their rows; and since when the one who was brought is known, in milliseconds since 1970.
///
/// # Errors
/// When the vault cannot be read.
pub fn referrals(c: &Connection) -> Result<Vec<(i64, i64, Millis)>> {
    let known = |who: &str| {
        format!("coalesce((SELECT min(x.at) FROM participant x WHERE x.person = {who}.rid), {who}.created_at)")
    };
    let sql = format!(
        "SELECT a.rid, b.rid, {}, {}, t.label FROM tie t JOIN person a ON a.rid = t.person
         JOIN person b ON b.rid = t.other WHERE a.binned_at IS NULL AND b.binned_at IS NULL AND t.label <> ''",
        known("a"),
        known("b"),
    );
    let mut ties = c.prepare_cached(&sql)?;
    let mut ties = ties.query([])?;
    let mut brought = Vec::new();
    while let Some(r) = ties.next()? {
        if !refers(r.get_ref(4)?.as_str().unwrap_or_default()) {
            continue;
        }
        let (one, other): (i64, i64) = (r.get(0)?, r.get(1)?);
        // Whoever came into the book first brought the other, whichever page the tie was written on.
        let (since, others): (Millis, Millis) = (r.get(2)?, r.get(3)?);
        brought.push(if since <= others { (one, other, others) } else { (other, one, since) });
    }
    Ok(brought)
}

/// Whether a tie says that one person brought the other.
fn refers(label: &str) -> bool {
    let label = fold(label);
    REFERRAL_WORDS.values().flatten().any(|word| label.contains(&**word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_speaks_of_bringing_somebody_in_three_languages_m149() {
        for label in ["Referred by", "recommended us", "hat uns EMPFOHLEN", "geworben von", "La presentó", "referido"]
        {
            assert!(refers(label), "{label}");
        }
        for label in ["brother", "Schwester", "jefa", "colleague", "vecino", ""] {
            assert!(!refers(label), "{label}");
        }
        assert_eq!(REFERRAL_WORDS.len(), 3);
        assert!(REFERRAL_WORDS.values().flatten().all(|word| fold(word) == *word));
    }
}
