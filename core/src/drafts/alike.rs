//! Letters that say nearly the same: to others (MC30, MC45) and to the same person (MC46). Kept in memory as the runs of
//! three words of each letter, without the names of its reader.

use super::coach::{AlikeLetter, fold};
use crate::clock::{DAY, Millis, day_of};
use crate::error::Result;
use crate::ids::DraftId;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::Connection;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// So many letters are compared with: those that were changed last.
const MOST: usize = 200;
/// For how many days a letter that went is remembered.
const DAYS: i64 = 90;
/// Words in a run.
const RUN: usize = 3;
/// The fewest runs that say anything: below, all letters are alike.
const ENOUGH: usize = 12;
/// From how much on it is told, in hundredths.
const TOLD: usize = 80;

/// A letter as it is compared.
struct Kept {
    id: DraftId,
    person: i64,
    name: String,
    firms: BTreeSet<i64>,
    sent: bool,
    changed_at: Millis,
    runs: HashSet<u64>,
}

/// The letters that were changed last.
pub(super) struct Letters(Vec<Kept>);

impl Letters {
    fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.cached(&[Topic::Drafts, Topic::People], Self::read)
    }

    fn read(c: &Connection) -> Result<Self> {
        let sql = "SELECT d.id, d.person, p.name, d.status, d.changed_at, d.text,
                     (SELECT group_concat(r.organisation) FROM role r WHERE r.person = d.person AND r.ended = '')
                   FROM draft d JOIN person p ON p.rid = d.person
                   WHERE p.binned_at IS NULL ORDER BY d.changed_at DESC, d.rid DESC LIMIT ?1";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([i64::try_from(MOST).unwrap_or(i64::MAX)], |r| {
            let (name, status, text): (String, String, String) = (r.get(2)?, r.get(3)?, r.get(5)?);
            let firms: Option<String> = r.get(6)?;
            Ok(Kept {
                id: r.get(0)?,
                person: r.get(1)?,
                firms: firms.iter().flat_map(|all| all.split(',')).filter_map(|one| one.parse().ok()).collect(),
                sent: status == "sent",
                changed_at: r.get(4)?,
                runs: runs(&text, &name),
                name,
            })
        })?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }
}

/// The letters that say nearly what `text` says, to others and to the same person.
pub(super) fn alike(vault: &Vault, id: DraftId, person: i64, name: &str, text: &str) -> Result<Vec<AlikeLetter>> {
    let own = runs(text, name);
    if own.len() < ENOUGH {
        return Ok(Vec::new());
    }
    let kept = Letters::of(vault)?;
    let firms = kept.0.iter().find(|one| one.id == id).map(|one| one.firms.clone()).unwrap_or_default();
    let since = vault.clock().now() - DAYS * DAY;
    let others = kept.0.iter().filter(|one| one.id != id && one.changed_at >= since);
    Ok(others
        .filter(|one| one.person != person || one.sent)
        .filter_map(|one| {
            let percent = share(&own, &one.runs);
            (percent >= TOLD).then(|| AlikeLetter {
                name: one.name.clone(),
                sent: (one.person == person).then(|| day_of(one.changed_at)),
                same_firm: one.person != person && one.firms.intersection(&firms).next().is_some(),
                percent: u8::try_from(percent).unwrap_or(100),
            })
        })
        .collect())
}

/// How much two letters share, in hundredths (Dice).
fn share(a: &HashSet<u64>, b: &HashSet<u64>) -> usize {
    if a.len() + b.len() == 0 || b.len() < ENOUGH { 0 } else { 200 * a.intersection(b).count() / (a.len() + b.len()) }
}

/// The runs of three words of a text, without the words of a name.
fn runs(text: &str, name: &str) -> HashSet<u64> {
    let names: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| !names.contains(&fold(word)))
        .collect();
    words
        .windows(RUN)
        .map(|run| {
            let mut hash = DefaultHasher::new();
            run.hash(&mut hash);
            hash.finish()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_another_name_is_the_same_letter() {
        let text = |name: &str| {
            format!(
                "Dear {name}, the new grinder is here and it is much quieter than the old one. Shall we show it to you on Friday?"
            )
        };
        assert_eq!(share(&runs(&text("Ana"), "Ana Ruiz"), &runs(&text("Ben"), "Ben Okafor")), 100);
        let other = "Dear Ben, the crate stood in the rain, and I am sorry for it. From now on the driver rings before he leaves anything.";
        assert!(share(&runs(&text("Ana"), "Ana Ruiz"), &runs(other, "Ben Okafor")) < 10);
        assert_eq!(share(&runs("Hi", ""), &runs("Hi", "")), 0);
    }
}
