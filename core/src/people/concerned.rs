//! Whom a change concerns: from the rows that were touched to the people they are about.

use super::kinds::person;
use crate::error::Result;
use crate::vault::{Kind, Touched};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The people whom these rows are about: their own row, rows of one of the kinds `of` that hang on them (shown or hidden),
/// and rows that those refer to, as an organisation. Nothing when there are more than `most`.
///
/// # Errors
/// When the vault cannot be read.
pub fn concerned(
    c: &Connection,
    touched: &[Touched],
    of: &[&'static Kind],
    most: usize,
) -> Result<Option<BTreeSet<i64>>> {
    let mut people = BTreeSet::new();
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    for run in touched {
        if run.kind == person::KIND.number {
            if run.to - run.from >= limit {
                return Ok(None);
            }
            people.extend(run.from..=run.to);
        }
        for kind in of {
            let column = |to: u16| kind.fields.iter().find(|field| field.refers_to == Some(to)).map(|f| f.column);
            let Some(whom) = column(person::KIND.number) else { continue };
            let by = if kind.number == run.kind { Some("rid") } else { column(run.kind) };
            let Some(by) = by.filter(|_| run.kind != person::KIND.number) else { continue };
            let table = kind.table;
            let sql = format!(
                "SELECT {whom} FROM {table} WHERE {by} BETWEEN ?1 AND ?2
                 UNION ALL SELECT {whom} FROM parked_{table} WHERE rid BETWEEN ?1 AND ?2 AND ?4 LIMIT ?3"
            );
            let mut rows = c.prepare_cached(&sql)?;
            let rows = rows.query_map((run.from, run.to, limit + 1, by == "rid"), |r| r.get::<_, Option<i64>>(0))?;
            for found in rows {
                people.extend(found?);
            }
        }
        if people.len() > most {
            return Ok(None);
        }
    }
    Ok(Some(people))
}
