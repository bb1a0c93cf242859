//! What conditions about titles and places are answered from: both as folded texts in memory, read when one is first asked.

use super::bits::Bits;
use super::rule::Condition;
use crate::error::Result;
use crate::people::kinds::{reach, role};
use crate::people::{self, PostalParts};
use crate::vault::text::fold;
use crate::vault::{Touched, Vault};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::Arc;

/// People changed at once from which on reading everybody is no slower.
const MANY: usize = 500;
/// People changed since everybody was read from which on everybody is read again.
const OVERDUE: usize = 2000;
/// Ends each part of an address: no text has it.
const END: char = '\u{1f}';

/// Titles and places, as they were read, and as they are now.
#[derive(Debug)]
pub(super) struct Places {
    all: Arc<[Texts; 2]>,
    /// Who has changed since.
    gone: BTreeSet<i64>,
    fresh: [Texts; 2],
}

/// Folded texts, one after another, and whose they are.
#[derive(Debug, Default)]
struct Texts {
    rids: Vec<i64>,
    text: String,
    ends: Vec<usize>,
}

const TITLES: &str = "SELECT person, title FROM role WHERE ended = '' AND title <> ''";
const ADDRESSES: &str = "SELECT person, parts FROM reach WHERE kind = 'address' AND parts <> ''";

impl Places {
    /// As everybody's are now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.followed(Self::load, Self::follow)
    }

    fn load(c: &Connection) -> Result<Self> {
        let mut all = <[Texts; 2]>::default();
        read(c, &mut all, None)?;
        Ok(Self { all: Arc::new(all), gone: BTreeSet::new(), fresh: Default::default() })
    }

    fn follow(c: &Connection, before: &Self, touched: &[Touched]) -> Result<Option<Self>> {
        let Some(mut people) = people::concerned(c, touched, &[&role::KIND, &reach::KIND], MANY)? else {
            return Ok(None);
        };
        people.extend(&before.gone);
        if people.len() > OVERDUE {
            return Ok(None);
        }
        let mut fresh = <[Texts; 2]>::default();
        for rid in &people {
            read(c, &mut fresh, Some(*rid))?;
        }
        Ok(Some(Self { all: Arc::clone(&before.all), gone: people, fresh }))
    }

    /// The people for whom a condition holds; nothing when it is about something else.
    pub fn holds(&self, condition: &Condition) -> Option<Bits> {
        Some(match condition {
            Condition::Title { text } => {
                let words: Vec<String> = text.split_whitespace().map(fold).collect();
                self.each(0, |title| words.iter().all(|word| title.contains(word.as_str())))
            }
            Condition::Place { place } => {
                let part = format!("{END}{}{END}", fold(place.trim()));
                self.each(1, |parts| parts.contains(part.as_str()))
            }
            _ => return None,
        })
    }

    fn each(&self, which: usize, holds: impl Fn(&str) -> bool) -> Bits {
        let mut found: Bits = self.all[which].those(&holds).collect();
        self.gone.iter().for_each(|rid| found.remove(*rid));
        self.fresh[which].those(&holds).for_each(|rid| found.insert(rid));
        found
    }
}

impl Texts {
    fn push(&mut self, rid: i64, text: &str) {
        self.rids.push(rid);
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    fn those<'a>(&'a self, holds: &'a impl Fn(&str) -> bool) -> impl Iterator<Item = i64> + 'a {
        let mut from = 0;
        self.rids.iter().zip(&self.ends).filter_map(move |(rid, end)| {
            let text = &self.text[from..*end];
            from = *end;
            holds(text).then_some(*rid)
        })
    }
}

fn read(c: &Connection, into: &mut [Texts; 2], person: Option<i64>) -> Result<()> {
    let only = if person.is_some() { "AND person = ?1" } else { "AND ?1 IS NULL" };
    let mut rows = c.prepare_cached(&format!("{TITLES} {only}"))?;
    let mut rows = rows.query([person])?;
    while let Some(r) = rows.next()? {
        into[0].push(r.get(0)?, &fold(r.get_ref(1)?.as_str().unwrap_or_default()));
    }
    let mut rows = c.prepare_cached(&format!("{ADDRESSES} {only}"))?;
    let mut rows = rows.query([person])?;
    while let Some(r) = rows.next()? {
        let parts: PostalParts = serde_json::from_str(r.get_ref(1)?.as_str().unwrap_or_default()).unwrap_or_default();
        let parts = [parts.city, parts.region, parts.country].map(|part| fold(part.trim()));
        into[1].push(r.get(0)?, &format!("{END}{}{END}", parts.join(&format!("{END}{END}"))));
    }
    Ok(())
}
