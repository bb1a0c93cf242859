//! Everybody's touchpoints in short, kept in memory until the log changes: a map of any segment counts them without reading.

use crate::clock::Millis;
use crate::error::Result;
use crate::topics::Topic;
use crate::vault::Vault;
use rusqlite::Connection;
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

/// The whole log.
#[derive(Debug, Default)]
pub(super) struct Passes {
    /// Channel and stage of the relationship.
    pub ways: Vec<(String, String)>,
    pub all: Vec<Pass>,
}

impl Passes {
    /// As the log is now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.cached(&[Topic::Touchpoints, Topic::People], Self::read)
    }

    fn read(c: &Connection) -> Result<Self> {
        let sql = "SELECT t.rid, t.channel, t.stage, t.felt, t.at, p.person FROM touchpoint t
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
            read.all.push(Pass { person: row.get(5)?, at: row.get(4)?, way, felt: row.get(3)?, first });
        }
        Ok(read)
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
