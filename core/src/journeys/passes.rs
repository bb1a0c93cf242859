//! Everybody's touchpoints in short, once in memory and then followed as they change: a map of any segment counts them
//! without reading.

use super::lost::LostKind;
use crate::clock::Millis;
use crate::error::Result;
use crate::touchpoints::kinds::{participant, touchpoint};
use crate::vault::{Touched, Vault};
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// Touchpoints changed at once, or since the log was read, from which on it is read again.
const MANY: usize = 1000;

/// One person in one touchpoint.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pass {
    pub person: i64,
    pub at: Millis,
    /// The row of the touchpoint.
    pub touch: i64,
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
    pub lost: Vec<LostPass>,
    /// As it was read, by touchpoint.
    base: Arc<Vec<Pass>>,
    /// Touchpoints that have changed since, as they are now.
    fresh: BTreeMap<i64, Vec<Pass>>,
    /// Where those stand in `base`, in order.
    stale: Vec<Range<usize>>,
}

impl Passes {
    /// As the log is now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.followed(Self::load, Self::follow)
    }

    /// Every pass; those of one touchpoint stand together.
    pub fn all(&self) -> impl Iterator<Item = &Pass> {
        let ends = self.stale.iter().map(|range| range.end);
        let starts = self.stale.iter().map(|range| range.start).chain([self.base.len()]);
        let kept = [0].into_iter().chain(ends).zip(starts).map(|(from, to)| &self.base[from..to]);
        kept.flatten().chain(self.fresh.values().flatten())
    }

    fn load(c: &Connection) -> Result<Self> {
        let mut read = Self::default();
        let all = read.read(c, "ORDER BY t.rid", [])?;
        Ok(Self { base: Arc::new(all), ..read })
    }

    fn follow(c: &Connection, before: &Self, touched: &[Touched]) -> Result<Option<Self>> {
        let Some(changed) = changed(c, touched)? else { return Ok(None) };
        if changed.is_empty() {
            return Ok(Some(before.clone_of()));
        }
        let mut now = before.clone_of();
        if now.fresh.len() + changed.len() > MANY {
            return Ok(None);
        }
        now.lost.retain(|lost| !changed.contains(&lost.touch));
        for touch in changed {
            let passes = now.read(c, "WHERE t.rid = ?1", [touch])?;
            if now.fresh.insert(touch, passes).is_none() {
                let from = now.base.partition_point(|pass| pass.touch < touch);
                let to = now.base.partition_point(|pass| pass.touch <= touch);
                now.stale.push(from..to);
            }
        }
        now.stale.sort_by_key(|range| range.start);
        Ok(Some(now))
    }

    fn clone_of(&self) -> Self {
        Self {
            ways: self.ways.clone(),
            lost: self.lost.clone(),
            base: Arc::clone(&self.base),
            fresh: self.fresh.clone(),
            stale: self.stale.clone(),
        }
    }

    fn read(&mut self, c: &Connection, which: &str, of: impl rusqlite::Params) -> Result<Vec<Pass>> {
        let sql = format!(
            "SELECT t.rid, t.channel, t.stage, t.felt, t.at, p.person, t.felt_word FROM touchpoint t
             JOIN participant p ON p.touchpoint = t.rid {which}"
        );
        let mut statement = c.prepare_cached(&sql)?;
        let mut rows = statement.query(of)?;
        let mut all: Vec<Pass> = Vec::new();
        while let Some(row) = rows.next()? {
            let touch: i64 = row.get(0)?;
            let text = |at: usize| row.get_ref(at).map(|v| v.as_str().unwrap_or_default().to_owned());
            let before = all.last().filter(|last| last.touch == touch);
            let (way, first) = match before {
                Some(before) => (before.way, false),
                None => (self.way((text(1)?, text(2)?)), true),
            };
            let pass = Pass { person: row.get(5)?, at: row.get(4)?, touch, way, felt: row.get(3)?, first };
            all.push(pass);
            self.note_lost(row, pass)?;
        }
        Ok(all)
    }

    fn note_lost(&mut self, row: &Row<'_>, pass: Pass) -> Result<()> {
        let word = row.get_ref(6)?.as_str().unwrap_or_default();
        if let Some(kind) = LostKind::of(word, pass.felt) {
            let Pass { person, at, touch, .. } = pass;
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

/// The touchpoints whose own row or whose people were touched; nothing when there are too many.
fn changed(c: &Connection, touched: &[Touched]) -> Result<Option<BTreeSet<i64>>> {
    let mut found = BTreeSet::new();
    let limit = i64::try_from(MANY).unwrap_or(i64::MAX);
    for run in touched {
        if run.kind == touchpoint::KIND.number {
            if run.to - run.from >= limit {
                return Ok(None);
            }
            found.extend(run.from..=run.to);
        } else if run.kind == participant::KIND.number {
            let sql = "SELECT touchpoint FROM participant WHERE rid BETWEEN ?1 AND ?2
                       UNION ALL SELECT touchpoint FROM parked_participant WHERE rid BETWEEN ?1 AND ?2 LIMIT ?3";
            let mut rows = c.prepare_cached(sql)?;
            let rows = rows.query_map((run.from, run.to, limit + 1), |r| r.get::<_, Option<i64>>(0))?;
            for touch in rows {
                found.extend(touch?);
            }
        }
        if found.len() > MANY {
            return Ok(None);
        }
    }
    Ok(Some(found))
}
