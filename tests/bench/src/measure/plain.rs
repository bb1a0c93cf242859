//! S9: the encrypted file against a copy of the same tables that is not encrypted.

use super::scattered;
use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::{Context, Result};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// What lists, pages and search do all day, by a row number.
const READS: [(&str, &str); 3] = [
    (
        "a person’s row and figures",
        "SELECT p.*, s.* FROM person p JOIN person_stat s ON s.person = p.rid WHERE p.rid = ?1",
    ),
    (
        "a person’s touchpoints",
        "SELECT t.* FROM participant p JOIN touchpoint t ON t.rid = p.touchpoint WHERE p.person = ?1 ORDER BY p.at DESC LIMIT 50",
    ),
    (
        "a page of the sorted list",
        "SELECT s.person, p.name FROM person_stat s JOIN person p ON p.rid = s.person WHERE s.live = 1 AND s.sort_key >= (SELECT sort_key FROM person_stat WHERE person = ?1) ORDER BY s.sort_key LIMIT 50",
    ),
];

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let vault = book.vault()?;
    let copy = book.dir.with_file_name("plain.db");
    let sealed = book.dir.join(rapport_core::vault::DATABASE);
    let open = |encrypted: bool| -> Result<Connection> {
        let file = if encrypted { &sealed } else { &copy };
        let c = Connection::open(file)?;
        if encrypted {
            vault.key().apply_to(&c)?;
        }
        c.pragma_update(None, "cache_size", -65_536)?;
        Ok(c)
    };
    export(&open(true)?, &copy)?;
    let mut rows = Vec::new();
    for (what, sql) in READS {
        let (sealed, plain) =
            (reads(&open(true)?, sql, book.size.people)?, reads(&open(false)?, sql, book.size.people)?);
        for (state, n, times) in [("cold", 0, 2.0), ("warm", 1, 1.25)] {
            let beside = Some(("not encrypted".into(), plain[n].median()));
            rows.push(Row {
                id: "S9",
                what: format!("{what}, {state}, median"),
                figure: sealed[n].median(),
                unit: "ms",
                beside,
                goal: Goal::Times(times),
            });
        }
    }
    fs::remove_file(&copy)?;
    Ok(rows)
}

/// The same reads at the same scattered places, twice: first with an empty cache, then with a full one.
fn reads(c: &Connection, sql: &str, people: u32) -> Result<[Times; 2]> {
    let mut statement = c.prepare(sql)?;
    let columns = statement.column_count();
    let mut read = |place: u32| {
        let mut found = 0;
        let mut rows = statement.query([place + 1])?;
        while let Some(row) = rows.next()? {
            found += (0..columns).filter(|&i| row.get_ref(i).is_ok_and(|v| v.as_str().is_ok())).count();
        }
        Ok(found)
    };
    Ok([Times::of(scattered(500, people), &mut read)?, Times::of(scattered(500, people), &mut read)?])
}

fn export(sealed: &Connection, copy: &Path) -> Result<()> {
    if copy.exists() {
        fs::remove_file(copy)?;
    }
    let place = copy.to_str().context("a path of letters")?;
    sealed.execute("ATTACH DATABASE ?1 AS plain KEY ''", [place])?;
    sealed.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()))?;
    sealed.execute_batch("DETACH DATABASE plain")?;
    Ok(())
}
