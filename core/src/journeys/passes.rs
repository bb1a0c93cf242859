//! Everybody's touchpoints in short, kept in memory until the log changes: a map of any segment counts them without reading.

use super::lost::LostKind;
use crate::clock::Millis;
use crate::error::Result;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::{Connection, Row};
use std::sync::Arc;

/// One person in one touchpoint.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pass {
    pub person: i64,
    pub at: Millis,
    /// Its place in [`Passes::ways`].
    pub way: u16,
    /// −2 … +2; nothing when nobody said.
    pub felt: Option<i8>,
    /// Whether this is the first one of its touchpoint; those after it are the same touchpoint's.
    pub first: bool,
}

/// A touchpoint in which somebody says that they are confused or abandoned.
#[derive(Debug, Clone)]
pub(super) struct LostPass {
    pub person: i64,
    pub at: Millis,
    /// The row of the touchpoint.
    pub touch: i64,
    /// The word as it was logged.
    pub word: String,
    pub kind: LostKind,
}

/// The whole log.
#[derive(Debug, Default)]
pub(super) struct Passes {
    /// Channel and stage of the relationship.
    pub ways: Vec<(String, String)>,
    pub all: Vec<Pass>,
    pub lost: Vec<LostPass>,
}

impl Passes {
    /// As the log is now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.cached(&[Topic::Touchpoints, Topic::People], Self::read)
    }

    fn read(c: &Connection) -> Result<Self> {
        let sql = "SELECT t.rid, t.channel, t.stage, t.felt, t.at, p.person, t.felt_word FROM touchpoint t
                   JOIN participant p ON p.touchpoint = t.rid ORDER BY t.rid";
        let (mut read, mut before) = (Self::default(), None);
        let mut statement = c.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let touch: i64 = row.get(0)?;
            let first = before.replace(touch) != Some(touch);
            let text = |at: usize| row.get_ref(at).map(|v| v.as_str().unwrap_or_default().to_owned());
            let way = match read.all.last() {
                Some(last) if !first => last.way,
                _ => read.way((text(1)?, text(2)?)),
            };
            let pass = Pass { person: row.get(5)?, at: row.get(4)?, way, felt: row.get(3)?, first };
            read.all.push(pass);
            read.note_lost(row, touch, pass)?;
        }
        Ok(read)
    }

    fn note_lost(&mut self, row: &Row<'_>, touch: i64, pass: Pass) -> Result<()> {
        let word = row.get_ref(6)?.as_str().unwrap_or_default();
        if let Some(kind) = LostKind::of(word, pass.felt) {
            let Pass { person, at, .. } = pass;
            self.lost.push(LostPass { person, at, touch, word: word.to_owned(), kind });
        }
        Ok(())
    }

    /// There are as many ways as channels times stages: a walk over them is short.
    fn way(&mut self, way: (String, String)) -> u16 {
        let at = self.ways.iter().position(|known| *known == way).unwrap_or_else(|| {
            self.ways.push(way);
            self.ways.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}
