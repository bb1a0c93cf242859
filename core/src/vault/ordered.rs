//! Rows that stand in an order of their own: notes in a block, stages on a map, steps in a stage. Keys lie between those of
//! the neighbours, so that moving one changes no other.

use super::kind::{Field, Kind};
use super::writer::Writer;
use crate::error::{Error, Result};
use crate::order::key_between;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use std::iter;
use uuid::Uuid;

/// What stands in order.
#[derive(Clone, Copy)]
pub struct Ordered {
    /// The kind of row.
    pub kind: &'static Kind,
    /// The fields that together say inside what it stands.
    pub within: &'static [Field],
    /// The field of the key.
    pub key: Field,
    /// The field that is filled where a row is not seen now: it keeps its place, so that it can come back to it.
    pub unseen: Option<Field>,
}

/// Where among the others.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// Behind this row.
    After(i64),
    /// In front of this row.
    Before(i64),
    /// At the end.
    Last,
}

/// A row, its key, and its id, which decides between equal keys.
type Standing = (i64, String, Uuid);

impl Place {
    /// From two neighbours of which one at most may be given; `rid` finds their rows.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`] when both are given; what `rid` fails with.
    pub fn of<Id>(after: Option<Id>, before: Option<Id>, rid: impl Fn(Id) -> Result<i64>) -> Result<Self> {
        match (after, before) {
            (Some(id), None) => Ok(Self::After(rid(id)?)),
            (None, Some(id)) => Ok(Self::Before(rid(id)?)),
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
    /// A key for `id` at a place inside `within`, the values of its fields.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`] when the neighbour stands elsewhere.
    pub fn key_at(self, w: &mut Writer<'_>, within: &[Value], place: Place, id: Uuid) -> Result<String> {
        let standing = self.standing(w, within, id, "")?;
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

    /// Puts a row at a place inside `within`. A move that nobody would see is none, whatever unseen stands beside it.
    ///
    /// # Errors
    /// As [`Ordered::key_at`].
    pub fn put(self, w: &mut Writer<'_>, rid: i64, within: &[Value], place: Place) -> Result<()> {
        if matches!(place, Place::After(other) | Place::Before(other) if other == rid) {
            return Ok(());
        }
        let sql =
            format!("SELECT {}, id, {} FROM {} WHERE rid = ?1", self.key.column, self.is_within(), self.kind.table);
        let of_row = iter::once(Value::Integer(rid)).chain(within.iter().cloned());
        let (own, id, is_there): (String, Uuid, bool) = w
            .conn()
            .prepare_cached(&sql)?
            .query_row(params_from_iter(of_row), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let seen = self.unseen.map_or_else(String::new, |field| format!("AND {} IS NULL", field.column));
        let others = self.standing(w, within, id, &seen)?;
        let stands_at = others.iter().take_while(|n| (&n.1, n.2) < (&own, id)).count();
        if is_there && place.index(&others).is_ok_and(|at| at == stands_at) {
            return Ok(());
        }
        let key = self.key_at(w, within, place, id)?;
        for (field, value) in self.within.iter().zip(within) {
            w.set(self.kind, rid, *field, value.clone())?;
        }
        w.set(self.kind, rid, self.key, key)?;
        Ok(())
    }

    /// The others inside `within` with their keys, in order; `and` leaves out some.
    fn standing(self, w: &Writer<'_>, within: &[Value], but: Uuid, and: &str) -> Result<Vec<Standing>> {
        let (table, key, is_within) = (self.kind.table, self.key.column, self.is_within());
        let sql = format!("SELECT rid, {key}, id FROM {table} WHERE id <> ?1 AND {is_within} {and} ORDER BY {key}, id");
        let values = iter::once(Value::Blob(but.as_bytes().to_vec())).chain(within.iter().cloned());
        let mut rows = w.conn().prepare_cached(&sql)?;
        let rows = rows.query_map(params_from_iter(values), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The condition on the fields of `within`, whose values are bound from the second parameter on.
    fn is_within(self) -> String {
        let conditions: Vec<String> =
            self.within.iter().zip(2..).map(|(field, n)| format!("{} = ?{n}", field.column)).collect();
        conditions.join(" AND ")
    }
}
