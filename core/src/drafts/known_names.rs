//! The names of everybody in the book and of every firm, in memory: whom a letter may name by mistake (MC05). Made when
//! a letter is first read, thrown away with the vault.

use super::coach::fold;
use crate::error::Result;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The shortest name that is looked for by itself, in letters.
const SHORTEST: usize = 4;

/// What is known by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// One person or several.
    Person,
    /// A firm.
    Firm,
}

/// Names as they are found: in small letters without accents, words joined by one space.
#[derive(Debug, Default, PartialEq)]
pub struct KnownNames {
    whole: HashMap<Box<str>, Named>,
    /// First and last names by themselves: what a greeting can hold.
    single: HashSet<Box<str>>,
    /// The first word of each whole name, and how many words the longest takes.
    starts: HashMap<Box<str>, usize>,
}

impl KnownNames {
    /// The names of a vault; made anew when people or firms changed.
    pub(super) fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.cached(&[Topic::People], Self::read)
    }

    fn read(c: &Connection) -> Result<Self> {
        let mut known = Self::default();
        let mut rows = c.prepare_cached("SELECT name, given, family FROM person WHERE binned_at IS NULL")?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let (name, given, family): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            known.add_person(&name, &given, &family);
        }
        let mut rows = c.prepare_cached("SELECT name FROM organisation WHERE binned_at IS NULL")?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            known.add_firm(&row.get::<_, String>(0)?);
        }
        Ok(known)
    }

    /// Adds a person by their name and its parts.
    pub fn add_person(&mut self, name: &str, given: &str, family: &str) {
        self.add_whole(name, Named::Person);
        for part in [given, family] {
            let folded = joined(part);
            if folded.chars().count() >= SHORTEST - 1 {
                self.single.insert(folded.into());
            }
        }
    }

    /// Adds a firm.
    pub fn add_firm(&mut self, name: &str) {
        self.add_whole(name, Named::Firm);
    }

    fn add_whole(&mut self, name: &str, named: Named) {
        let name = joined(name);
        let count = name.split(' ').count();
        let is_one_word = count == 1 && (named == Named::Person || name.chars().count() <= SHORTEST);
        if name.is_empty() || is_one_word {
            return;
        }
        if let Some(first) = name.split(' ').next() {
            let longest = self.starts.entry(first.into()).or_default();
            *longest = count.max(*longest);
        }
        self.whole.entry(name.into()).or_insert(named);
    }

    /// How many words the longest name takes that begins with this one; 0 for none.
    pub(super) fn reach(&self, first: &str) -> usize {
        self.starts.get(first).copied().unwrap_or(0)
    }

    /// Whom a whole name means.
    pub(super) fn whole(&self, name: &str) -> Option<Named> {
        self.whole.get(name).copied()
    }

    /// Whether somebody has that first or last name.
    pub(super) fn is_single(&self, name: &str) -> bool {
        self.single.contains(name)
    }
}

/// A name as it is looked for.
pub(super) fn joined(name: &str) -> String {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
