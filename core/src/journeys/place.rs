//! Where a stage stands on its map and a step in its stage: keys between those of the neighbours.

use crate::error::{Error, Result};
use crate::order::key_between;
use crate::vault::{Field, Kind, Writer};
use uuid::Uuid;

/// What stands in order: the kind, the field that says in what, and the field of the key.
#[derive(Clone, Copy)]
pub(super) struct Ordered {
    pub kind: &'static Kind,
    pub parent: Field,
    pub key: Field,
}

/// Where among the others.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    After(i64),
    Before(i64),
    Last,
}

/// A row, its key, and its id, which decides between equal keys.
type Standing = (i64, String, Uuid);

impl Place {
    /// From two neighbours of which one at most may be given.
    pub fn of(after: Option<i64>, before: Option<i64>) -> Result<Self> {
        match (after, before) {
            (Some(rid), None) => Ok(Self::After(rid)),
            (None, Some(rid)) => Ok(Self::Before(rid)),
            (None, None) => Ok(Self::Last),
            _ => Err(Error::invalid("after", "oneOf")),
        }
    }

    /// How many of the others stand in front of it.
    fn index(self, others: &[Standing]) -> Result<usize> {
        let at = |rid: i64| others.iter().position(|n| n.0 == rid).ok_or_else(|| Error::invalid("after", "elsewhere"));
        match self {
            Self::After(rid) => Ok(at(rid)? + 1),
            Self::Before(rid) => at(rid),
            Self::Last => Ok(others.len()),
        }
    }
}

impl Ordered {
    /// A key for `id` at a place inside `parent`.
    pub fn key_at(self, w: &mut Writer<'_>, parent: i64, place: Place, id: Uuid) -> Result<String> {
        let standing = self.standing(w, parent, id)?;
        let index = place.index(&standing)?;
        let before = index.checked_sub(1).and_then(|i| standing.get(i)).map(|n| n.1.as_str());
        // Two keys can only be the same after a merge: those that follow with the same key move on to make room.
        let same = standing.iter().skip(index).take_while(|n| Some(n.1.as_str()) == before).count();
        let after = standing.get(index + same).map(|n| n.1.as_str());
        let key = key_between(before, after, id.as_u128());
        let mut last = key.clone();
        for (rid, ..) in standing.iter().skip(index).take(same) {
            last = key_between(Some(&last), after, u128::from(rid.unsigned_abs()));
            w.set(self.kind, *rid, self.key, last.clone())?;
        }
        Ok(key)
    }

    /// Puts a row at a place inside `parent`; where it stands there already, nothing changes.
    pub fn put(self, w: &mut Writer<'_>, rid: i64, parent: i64, place: Place) -> Result<()> {
        if matches!(place, Place::After(other) | Place::Before(other) if other == rid) {
            return Ok(());
        }
        let sql =
            format!("SELECT {}, {}, id FROM {} WHERE rid = ?1", self.parent.column, self.key.column, self.kind.table);
        let (now_in, own, id): (i64, String, Uuid) =
            w.conn().prepare_cached(&sql)?.query_row([rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let others = self.standing(w, parent, id)?;
        let stands_at = others.iter().take_while(|n| (&n.1, n.2) < (&own, id)).count();
        if now_in == parent && stands_at == place.index(&others)? {
            return Ok(());
        }
        let key = self.key_at(w, parent, place, id)?;
        w.set(self.kind, rid, self.parent, parent)?;
        w.set(self.kind, rid, self.key, key)?;
        Ok(())
    }

    /// The others inside `parent` with their keys, in order.
    fn standing(self, w: &Writer<'_>, parent: i64, but: Uuid) -> Result<Vec<Standing>> {
        let (table, parent_is, key) = (self.kind.table, self.parent.column, self.key.column);
        let sql = format!("SELECT rid, {key}, id FROM {table} WHERE {parent_is} = ?1 AND id <> ?2 ORDER BY {key}, id");
        let mut rows = w.conn().prepare_cached(&sql)?;
        let rows = rows.query_map(rusqlite::params![parent, but], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
