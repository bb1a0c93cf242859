//! S9: the encrypted file against a copy of the same tables that is not encrypted, by what lists, pages, search, Today
//! and logging do all day.

use super::scattered;
use crate::book::{Book, NOW};
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::{Context, Result};
use rapport_core::vault::Vault;
use rapport_core::vault::keys::DatabaseKey;
use rapport_core::vault::text::{fold, sort_key};
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is asked, from which measurement it is taken, and what is filled in for a place in the book.
type Read = (&'static str, &'static str, fn(u32) -> Value);

const READS: [Read; 6] = [
    (
        "S4: a person’s row and figures",
        "SELECT p.*, s.* FROM person p JOIN person_stat s ON s.person = p.rid WHERE p.rid = ?1",
        number,
    ),
    (
        "S4: a person’s touchpoints",
        "SELECT t.* FROM participant p JOIN touchpoint t ON t.rid = p.touchpoint WHERE p.person = ?1 ORDER BY p.at DESC LIMIT 50",
        number,
    ),
    (
        "S3: a page of the sorted list",
        "SELECT s.person, p.name FROM person_stat s JOIN person p ON p.rid = s.person WHERE s.live = 1 AND s.sort_key >= (SELECT sort_key FROM person_stat WHERE person = ?1) ORDER BY s.sort_key LIMIT 50",
        number,
    ),
    (
        "S1: words in the index, newest 20",
        "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT 20",
        typed,
    ),
    (
        "S5: Today’s first 100 with their names",
        "SELECT s.person, p.name FROM person_stat s JOIN person p ON p.rid = s.person WHERE s.live = 1 AND s.rhythm_due < ?1 ORDER BY s.rhythm_due LIMIT 100",
        today,
    ),
    (
        "S6: how many were last spoken with before a day",
        "SELECT count(*) FROM person_stat WHERE live = 1 AND last_at < ?1",
        today,
    ),
];

fn number(place: u32) -> Value {
    Value::Integer(i64::from(place) + 1)
}

fn typed(place: u32) -> Value {
    let words = ["re", "del", "pri", "tue", "cont", "ship", "trade", "order", "inv", "vege"];
    Value::Text(format!("\"{}\" *", words[place as usize % words.len()]))
}

fn today(place: u32) -> Value {
    Value::Integer(NOW - i64::from(place))
}

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let copies = Copies::of(book)?;
    let mut rows = Vec::new();
    let mut row = |what: String, figure, plain, goal| {
        let beside = Some(("not encrypted".into(), plain));
        rows.push(Row { id: "S9", what, figure, unit: "ms", beside, goal });
    };
    for (what, sql, fill) in READS {
        let (sealed, plain) = (copies.open(true)?, copies.open(false)?);
        let (sealed, plain) = (reads(&sealed, sql, fill, book)?, reads(&plain, sql, fill, book)?);
        if what.starts_with("S4") {
            row(format!("{what}, cold, median"), sealed[0].median(), plain[0].median(), Goal::Times(2.0));
        }
        row(format!("{what}, median"), sealed[1].median(), plain[1].median(), Goal::Times(1.25));
    }
    let (sealed, plain) = (logged(&copies.open(true)?, book)?, logged(&copies.open(false)?, book)?);
    row("S7: a touchpoint and what hangs on it, median".into(), sealed.median(), plain.median(), Goal::Times(1.25));
    Ok(rows)
}

/// The same reads at the same scattered places, twice: first with an empty cache, then with a full one.
fn reads(c: &Connection, sql: &str, fill: fn(u32) -> Value, book: &Book) -> Result<[Times; 2]> {
    let mut statement = c.prepare(sql)?;
    let columns = statement.column_count();
    let mut read = |place: u32| {
        let mut found = 0;
        let mut rows = statement.query([fill(place)])?;
        while let Some(row) = rows.next()? {
            found += (0..columns).filter(|&i| row.get_ref(i).is_ok_and(|v| v.as_str().is_ok())).count();
        }
        Ok(found)
    };
    let places = || scattered(300, book.size.people);
    Ok([Times::of(places(), &mut read)?, Times::of(places(), &mut read)?])
}

/// Touchpoints with their triggers: the person's figures, the words.
fn logged(c: &Connection, book: &Book) -> Result<Times> {
    let mut touch = c.prepare(
        "INSERT INTO touchpoint(id, at, channel, text, created_at) VALUES (randomblob(16), ?1, 'phone', ?2, ?1)",
    )?;
    let mut with = c.prepare("INSERT INTO participant(id, touchpoint, person) VALUES (randomblob(16), ?1, ?2)")?;
    Times::of(scattered(200, book.size.people), |place| {
        c.execute_batch("BEGIN IMMEDIATE")?;
        touch.execute(params![NOW, "Renewed for a year. The new invoice layout confuses her bookkeeper."])?;
        with.execute(params![c.last_insert_rowid(), number(place)])?;
        Ok(c.execute_batch("COMMIT")?)
    })
}

/// A connection like those of the core, with the functions that triggers call.
pub(super) fn connect(file: &Path, key: Option<&DatabaseKey>) -> Result<Connection> {
    let c = Connection::open(file)?;
    if let Some(key) = key {
        key.apply_to(&c)?;
    }
    for (pragma, value) in [("journal_mode", "WAL"), ("synchronous", "FULL"), ("secure_delete", "ON")] {
        c.pragma_update(None, pragma, value)?;
    }
    c.pragma_update(None, "cache_size", -65_536)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    c.create_scalar_function("fold", 1, flags, |c| Ok(fold(c.get_raw(0).as_str().unwrap_or_default())))?;
    c.create_scalar_function("sort_key", 1, flags, |c| Ok(sort_key(c.get_raw(0).as_str().unwrap_or_default())))?;
    Ok(c)
}

/// Two copies of the book beside it, one of them not encrypted: reading and writing them leaves the book as it is.
struct Copies {
    book: PathBuf,
    vault: Arc<Vault>,
}

impl Copies {
    fn of(book: &Book) -> Result<Self> {
        let copies = Self { book: book.dir.clone(), vault: book.vault()? };
        copies.remove();
        let whole = Connection::open(book.dir.join(rapport_core::vault::DATABASE))?;
        copies.vault.key().apply_to(&whole)?;
        for encrypted in [true, false] {
            let place = copies.file(encrypted);
            let key = copies.vault.key().expose_raw_key_pragma();
            let key = if encrypted { key.as_str() } else { "" };
            whole.execute("ATTACH DATABASE ?1 AS copy KEY ?2", [place.to_str().context("a path of letters")?, key])?;
            whole.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
            whole.execute_batch("DETACH DATABASE copy")?;
        }
        Ok(copies)
    }

    fn open(&self, encrypted: bool) -> Result<Connection> {
        connect(&self.file(encrypted), encrypted.then(|| self.vault.key()))
    }

    fn file(&self, encrypted: bool) -> PathBuf {
        self.book.with_file_name(if encrypted { "sealed.db" } else { "plain.db" })
    }

    fn remove(&self) {
        for encrypted in [true, false] {
            let file = self.file(encrypted);
            for ending in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(Path::new(&format!("{}{ending}", file.display())));
            }
        }
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        self.remove();
    }
}
