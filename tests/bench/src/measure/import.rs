//! S8: as many vCards as there are people, into a new vault; beside it the least that can be done with them.

use crate::book::{Book, Size};
use crate::cpu;
use crate::table::{Goal, Row};
use anyhow::{Context, Result, ensure};
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use clap::ValueEnum;
use rapport_core::vault::keys::DatabaseKey;
use rusqlite::Connection;
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
    let (core, again, bare, parse) = (one("core")?, one("again")?, one("bare")?, one("parse")?);
    fs::remove_file(&cards)?;
    let number = |of: &Value, key: &str| of[key].as_f64().context("a figure");
    let beside = || -> Result<_> { Ok(Some(("calcard, bare rows, FTS".to_owned(), number(&bare, "seconds")?))) };
    let row = |what: String, figure, unit, beside, goal| Row { id: "S8", what, figure, unit, beside, goal };
    let people = book.size.people;
    Ok(vec![
        row(
            format!("import of {people} vCards with receipt"),
            number(&core, "seconds")?,
            "s",
            beside()?,
            Goal::Times(1.5),
        ),
        row("its most memory".into(), number(&core, "most")?, "MiB", None, Goal::AtMost(250.0)),
        row("the same file once more: everybody known".into(), number(&again, "seconds")?, "s", beside()?, Goal::Told),
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
            let texts = |wanted: VCardProperty| -> Vec<&str> {
                let entries = card.entries.iter().filter(|entry| entry.name == wanted);
                entries.flat_map(|entry| entry.values.iter().filter_map(VCardValue::as_text)).collect()
            };
            let first = |wanted| texts(wanted).first().copied().unwrap_or_default();
            let note = first(VCardProperty::Note);
            person.execute([first(VCardProperty::Fn), note])?;
            let rid = tx.last_insert_rowid();
            for value in [VCardProperty::Email, VCardProperty::Tel].into_iter().flat_map(texts) {
                reach.execute((rid, value))?;
            }
            for organisation in texts(VCardProperty::Org).into_iter().take(1) {
                role.execute((rid, organisation))?;
            }
            for tag in texts(VCardProperty::Categories) {
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
