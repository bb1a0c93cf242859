//! S5: who waits today, and why.

use crate::book::{Book, NOW};
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use serde_json::json;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let today = |_| book.call("care", "today", json!({}));
    let first = Times::of(0..1, today)?.median();
    let warm = Times::of(0..30, today)?;
    let vault = book.vault()?;
    let sql = "SELECT person FROM person_stat WHERE live = 1 AND rhythm_due < ?1 ORDER BY rhythm_due LIMIT 100";
    let index = Times::of(0..30, |_| {
        Ok(vault.read(|c| {
            let mut rows = c.prepare_cached(sql)?;
            let rows = rows.query_map([NOW], |r| r.get::<_, i64>(0))?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        })?)
    })?;
    let beside = Some(("100 row numbers from the index".to_owned(), index.median()));
    let row =
        |what: &str, figure, beside, goal| Row { id: "S5", what: what.to_owned(), figure, unit: "ms", beside, goal };
    Ok(vec![
        row("Today, the first 100 with their reasons, median", warm.median(), beside, Goal::AtMost(5.0)),
        row("Today for the first time in this run", first, None, Goal::Told),
    ])
}
