//! S8: as many vCards as there are people, into a new vault; beside it the least that can be done with them.

use crate::book::{Book, Size};
use crate::cpu;
use crate::table::{Goal, Row};
use anyhow::{Context, Result, ensure};
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use clap::ValueEnum;
use rapport_core::vault::keys::DatabaseKey;
use rusqlite::{Connection, ToSql};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

/// How cards come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// Through the core: stamps, journal, search index, a look for the same people, a receipt.
    Core,
    /// Through the core into the book that holds them already.
    Again,
    /// calcard reads them, and they go as plain rows into the same tables, with their indexes, figures and words.
    Plain,
    /// calcard reads them, four bare tables and an index of words take them, nothing else.
    Bare,
    /// calcard reads them.
    Parse,
}

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let cards = book.dir.with_file_name("cards.vcf");
    book.call("exchange", "export", json!({ "path": cards, "format": "vcard" }))?;
    let one = |way: &str| -> Result<Value> {
        // A process of its own: its memory is its own.
        let done = Command::new(&book.program).arg("import").arg(&cards).args(["--way", way]).output()?;
        ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Ok(serde_json::from_slice(&done.stdout)?)
    };
    let (core, again, parse) = (one("core")?, one("again")?, one("parse")?);
    let (plain, bare) = (one("plain")?, one("bare")?);
    fs::remove_file(&cards)?;
    let number = |of: &Value, key: &str| of[key].as_f64().context("a figure");
    let beside = |what: &str, of: &Value| -> Result<_> { Ok(Some((what.to_owned(), number(of, "seconds")?))) };
    let plain = || beside("calcard, plain rows, same tables", &plain);
    let row = |what: String, figure, unit, beside, goal| Row { id: "S8", what, figure, unit, beside, goal };
    let people = book.size.people;
    let whole = number(&core, "seconds")?;
    Ok(vec![
        row(format!("import of {people} vCards with receipt"), whole, "s", plain()?, Goal::Times(1.5)),
        row("the same".into(), whole, "s", beside("calcard, four bare tables", &bare)?, Goal::Told),
        row("its most memory".into(), number(&core, "most")?, "MiB", None, Goal::AtMost(250.0)),
        row("the same file once more: everybody known".into(), number(&again, "seconds")?, "s", plain()?, Goal::Told),
        row("calcard alone".into(), number(&parse, "seconds")?, "s", None, Goal::Told),
    ])
}

/// Imports a file that way and tells what it cost.
///
/// # Errors
/// When the file cannot be read, or a command is refused.
pub fn import(cards: &Path, way: Way) -> Result<Value> {
    let folder = tempfile::tempdir_in(cards.parent().unwrap_or_else(|| Path::new(".")))?;
    let seconds = match way {
        Way::Core | Way::Again => by_core(cards, folder.path(), way == Way::Again)?,
        Way::Plain => plain(cards, folder.path())?,
        Way::Bare => timed(|| bare(cards, &folder.path().join("bare.db")))?,
        Way::Parse => timed(|| each(cards, |_| Ok(())))?,
    };
    Ok(json!({ "seconds": seconds, "most": cpu::memory().1 }))
}

fn timed(f: impl FnOnce() -> Result<()>) -> Result<f64> {
    let began = cpu::process();
    f()?;
    Ok((cpu::process() - began).as_secs_f64())
}

fn by_core(cards: &Path, folder: &Path, again: bool) -> Result<f64> {
    let book = Book::make(&folder.join("New.rapport"), Size { people: 0, touches: 0 })?;
    let import = || book.call("exchange", "import", json!({ "path": cards }));
    let mut receipt = Value::Null;
    let first = timed(|| import().map(|r| receipt = r))?;
    ensure!(receipt["problems"].as_array().is_some_and(Vec::is_empty), "cards of our own must all be read");
    if !again {
        return Ok(first);
    }
    timed(|| import().map(drop))
}

/// The core makes the tables and stands aside.
fn plain(cards: &Path, folder: &Path) -> Result<f64> {
    let book = Book::make(&folder.join("New.rapport"), Size { people: 0, touches: 0 })?;
    let mut db = super::plain::connect(&book.dir.join(rapport_core::vault::DATABASE), Some(book.vault()?.key()))?;
    timed(|| {
        let tx = db.transaction()?;
        let put = |sql: &str, values: &[&dyn ToSql]| -> Result<i64> {
            tx.prepare_cached(sql)?.execute(values)?;
            Ok(tx.last_insert_rowid())
        };
        each(cards, |card| {
            let (name, note) = (first(&card, VCardProperty::Fn), first(&card, VCardProperty::Note));
            let uid = first(&card, VCardProperty::Uid);
            let sql = "INSERT INTO person(id, name, note, uid, source, created_at) VALUES (randomblob(16), ?1, ?2, ?3, 'vCard', ?4)";
            let person = put(sql, &[&name, &note, &uid, &crate::book::NOW])?;
            let sql = "INSERT INTO reach(id, person, kind, value, normal) VALUES (randomblob(16), ?1, ?2, ?3, ?3)";
            for (kind, property) in [("email", VCardProperty::Email), ("phone", VCardProperty::Tel)] {
                texts(&card, property).iter().try_for_each(|value| put(sql, &[&person, &kind, value]).map(drop))?;
            }
            let known = |table: &str, name: &str| -> Result<i64> {
                let mut found = tx.prepare_cached(&format!("SELECT rid FROM {table} WHERE name = ?1"))?;
                if let Some(rid) = found.query_map([name], |r| r.get(0))?.next() {
                    return Ok(rid?);
                }
                let created = if table == "tag" { ("", "") } else { (", created_at", ", 1") };
                put(
                    &format!("INSERT INTO {table}(id, name{}) VALUES (randomblob(16), ?1{})", created.0, created.1),
                    &[&name],
                )
            };
            for organisation in texts(&card, VCardProperty::Org).into_iter().take(1) {
                let title = first(&card, VCardProperty::Title);
                let sql = "INSERT INTO role(id, person, organisation, title) VALUES (randomblob(16), ?1, ?2, ?3)";
                put(sql, &[&person, &known("organisation", organisation)?, &title])?;
            }
            for tag in texts(&card, VCardProperty::Categories) {
                let sql = "INSERT INTO tagging(id, person, tag) VALUES (randomblob(16), ?1, ?2)";
                put(sql, &[&person, &known("tag", tag)?])?;
            }
            Ok(())
        })?;
        Ok(tx.commit()?)
    })
}

fn texts(card: &VCard, wanted: VCardProperty) -> Vec<&str> {
    let entries = card.entries.iter().filter(|entry| entry.name == wanted);
    entries.flat_map(|entry| entry.values.iter().filter_map(VCardValue::as_text)).collect()
}

fn first(card: &VCard, wanted: VCardProperty) -> &str {
    texts(card, wanted).first().copied().unwrap_or_default()
}

fn each(cards: &Path, mut take: impl FnMut(VCard) -> Result<()>) -> Result<()> {
    let text = fs::read_to_string(cards)?;
    let mut parser = Parser::new(&text);
    loop {
        match parser.entry() {
            Entry::VCard(card) => take(card)?,
            Entry::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// What a person would write in an afternoon: no stamps, no journal, nothing to undo, nobody recognised.
fn bare(cards: &Path, file: &Path) -> Result<()> {
    let mut db = Connection::open(file)?;
    DatabaseKey::make()?.apply_to(&db)?;
    for (pragma, value) in [("journal_mode", "WAL"), ("synchronous", "FULL"), ("cache_size", "-65536")] {
        db.pragma_update(None, pragma, value)?;
    }
    db.execute_batch(
        "CREATE TABLE person (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, note TEXT NOT NULL);
         CREATE TABLE reach (rid INTEGER PRIMARY KEY, person INTEGER NOT NULL, value TEXT NOT NULL);
         CREATE TABLE role (rid INTEGER PRIMARY KEY, person INTEGER NOT NULL, organisation TEXT NOT NULL);
         CREATE TABLE tagging (rid INTEGER PRIMARY KEY, person INTEGER NOT NULL, tag TEXT NOT NULL);
         CREATE INDEX person_name ON person(name); CREATE INDEX reach_person ON reach(person); CREATE INDEX reach_value ON reach(value);
         CREATE INDEX role_person ON role(person); CREATE INDEX tagging_person ON tagging(person);
         CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');",
    )?;
    let tx = db.transaction()?;
    {
        let mut person = tx.prepare("INSERT INTO person(id, name, note) VALUES (randomblob(16), ?1, ?2)")?;
        let part = |sql: &str| tx.prepare(sql);
        let mut reach = part("INSERT INTO reach(person, value) VALUES (?1, ?2)")?;
        let mut role = part("INSERT INTO role(person, organisation) VALUES (?1, ?2)")?;
        let mut tagging = part("INSERT INTO tagging(person, tag) VALUES (?1, ?2)")?;
        let mut words = part("INSERT INTO words(rowid, text) VALUES (?1, ?2)")?;
        each(cards, |card| {
            let note = first(&card, VCardProperty::Note);
            person.execute([first(&card, VCardProperty::Fn), note])?;
            let rid = tx.last_insert_rowid();
            for value in [VCardProperty::Email, VCardProperty::Tel].into_iter().flat_map(|p| texts(&card, p)) {
                reach.execute((rid, value))?;
            }
            for organisation in texts(&card, VCardProperty::Org).into_iter().take(1) {
                role.execute((rid, organisation))?;
            }
            for tag in texts(&card, VCardProperty::Categories) {
                tagging.execute((rid, tag))?;
            }
            if !note.is_empty() {
                words.execute((rid, note))?;
            }
            Ok(())
        })?;
    }
    tx.commit()?;
    Ok(())
}
