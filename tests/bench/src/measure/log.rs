//! S7: a touchpoint that was typed and confirmed, against one bare row confirmed the same way.

use super::people;
use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use rapport_core::vault::keys::DatabaseKey;
use rusqlite::Connection;
use serde_json::json;
use std::time::Instant;

const LOGGED: usize = 200;
const TEXT: &str = "Renewed for a year. The new invoice layout confuses her bookkeeper.";

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let ids: Vec<_> = people(book, LOGGED)?.into_iter().map(|row| row["id"].clone()).collect();
    let log = |id: &serde_json::Value| {
        book.call("touchpoints", "log", json!({ "people": [id], "channel": "phone", "felt": -1, "feltWord": "let down", "title": "Renewal call", "text": TEXT }))
    };
    let bare = bare(book)?;
    let row = |_: usize| Ok(bare.execute("INSERT INTO said(at, text) VALUES (1, ?1)", [TEXT])?);
    Times::of(0..20, row)?;
    let began = Instant::now();
    let logged = Times::of(&ids, log)?;
    let wall = began.elapsed().as_secs_f64() * 1000.0 / ids.len() as f64;
    let began = Instant::now();
    let rows = Times::of(0..LOGGED, row)?;
    let bare_wall = began.elapsed().as_secs_f64() * 1000.0 / LOGGED as f64;
    bare.close().map_err(|(_, error)| error)?;
    let beside = |n| Some(("one bare row".to_owned(), n));
    Ok(vec![
        Row {
            id: "S7",
            what: "touchpoint confirmed: FULL, journal, stamps, index, median".into(),
            figure: logged.median(),
            unit: "ms",
            beside: beside(rows.median()),
            goal: Goal::Times(3.0),
        },
        Row {
            id: "S7",
            what: "the same by the clock on the wall, mean".into(),
            figure: wall,
            unit: "ms",
            beside: beside(bare_wall),
            goal: Goal::Told,
        },
    ])
}

/// An encrypted file of its own with the same settings, and nothing but one table.
fn bare(book: &Book) -> Result<Connection> {
    let file = book.dir.with_file_name("bare.db");
    for ending in ["", "-wal", "-shm"] {
        // What an interrupted run left.
        let _ = std::fs::remove_file(file.with_file_name(format!("bare.db{ending}")));
    }
    let bare = Connection::open(&file)?;
    DatabaseKey::make()?.apply_to(&bare)?;
    for (pragma, value) in
        [("journal_mode", "WAL"), ("synchronous", "FULL"), ("secure_delete", "ON"), ("cache_size", "-65536")]
    {
        bare.pragma_update(None, pragma, value)?;
    }
    bare.execute_batch("CREATE TABLE said (rid INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL)")?;
    Ok(bare)
}
