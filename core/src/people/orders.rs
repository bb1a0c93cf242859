//! Everybody in order, in memory: any place of the whole list is a slice away, and a change moves only whom it concerns.

use super::concerned;
use crate::error::Result;
use crate::vault::{Touched, Vault};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::cmp::Ordering;
use std::sync::Arc;

/// People changed at once from which on reading everybody is no slower.
const MANY: usize = 200;

/// The row numbers of the living people as their names are sorted.
#[derive(Debug)]
pub struct ByName(Arc<Vec<i64>>);

/// The row numbers of the living people, those not spoken with for the longest time first.
#[derive(Debug)]
struct ByTouch(Arc<Vec<i64>>);

/// The living people in the order of their names.
///
/// # Errors
/// When the vault cannot be read.
pub fn by_name(vault: &Vault) -> Result<Arc<Vec<i64>>> {
    let column = "sort_key";
    let order = vault.followed(
        |c| Ok(ByName(all(c, column)?)),
        |c, before, touched| Ok(moved(vault, c, &before.0, touched, column)?.map(ByName)),
    )?;
    Ok(Arc::clone(&order.0))
}

/// The living people, the longest unspoken-with first.
pub(super) fn by_touch(vault: &Vault) -> Result<Arc<Vec<i64>>> {
    let column = "quiet_since";
    let order = vault.followed(
        |c| Ok(ByTouch(all(c, column)?)),
        |c, before, touched| Ok(moved(vault, c, &before.0, touched, column)?.map(ByTouch)),
    )?;
    Ok(Arc::clone(&order.0))
}

fn all(c: &Connection, column: &str) -> Result<Arc<Vec<i64>>> {
    let sql = format!("SELECT person FROM person_stat WHERE live = 1 ORDER BY {column}, person");
    let mut rows = c.prepare_cached(&sql)?;
    Ok(Arc::new(rows.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?))
}

/// The order after these rows were touched: whom they concern is taken out and put where they belong now.
fn moved(
    vault: &Vault,
    c: &Connection,
    before: &Arc<Vec<i64>>,
    touched: &[Touched],
    column: &str,
) -> Result<Option<Arc<Vec<i64>>>> {
    let Some(people) = concerned(c, touched, vault.kinds(), MANY)? else { return Ok(None) };
    if people.is_empty() {
        return Ok(Some(Arc::clone(before)));
    }
    let mut order: Vec<i64> = before.iter().copied().filter(|rid| !people.contains(rid)).collect();
    let sql = format!("SELECT {column} FROM person_stat WHERE person = ?1 AND live = 1");
    let mut key = c.prepare_cached(&sql)?;
    let mut key = |rid: i64| key.query_row([rid], |r| r.get::<_, Value>(0)).optional();
    for rid in people {
        let Some(own) = key(rid)? else { continue };
        let (mut low, mut high) = (0, order.len());
        while low < high {
            let middle = low.midpoint(high);
            // Who stands there has not changed, so they are still in the book.
            let Some(theirs) = key(order[middle])? else { return Ok(None) };
            match compared(&theirs, &own).then(order[middle].cmp(&rid)) {
                Ordering::Less => low = middle + 1,
                _ => high = middle,
            }
        }
        order.insert(low, rid);
    }
    Ok(Some(Arc::new(order)))
}

/// As the tables sort these two columns: bytes, or numbers.
fn compared(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Blob(a), Value::Blob(b)) => a.cmp(b),
        (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}
