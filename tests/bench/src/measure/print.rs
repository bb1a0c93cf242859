//! S15: a canvas of a hundred and fifty notes on A4, and how soon it is seen in the dialog.

use crate::book::Book;
use crate::cpu;
use crate::table::{Goal, Row};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::Duration;

/// Notes on the sheet.
const NOTES: usize = 150;
/// How often each is done.
const TIMES: usize = 9;
/// Where the notes go in turn.
const BLOCKS: [&str; 9] =
    ["segments", "channels", "relationships", "value", "partners", "activities", "resources", "costs", "revenue"];

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let canvas = canvas(book)?;
    let out = std::env::temp_dir().join(format!("rapport-bench-{}.pdf", std::process::id()));
    let what = json!({ "sheet": "canvas", "canvas": canvas });
    let pdf = json!({ "what": what, "format": "pdf", "path": out });
    let (first, warm) = times(|| book.call("press", "print", pdf.clone()))?;
    std::fs::remove_file(&out)?;
    let (_, seen) = times(|| book.call("press", "preview", json!({ "what": what })))?;
    let (_, read) = times(|| book.call("canvas", "get", json!({ "id": canvas })))?;
    book.call("canvas", "remove", json!({ "id": canvas }))?;
    let row = |what: &str, figure: f64, beside: Option<f64>, goal: Goal| Row {
        id: "S15",
        what: what.to_owned(),
        figure,
        unit: "ms",
        beside: beside.map(|ms| ("the canvas read alone".to_owned(), ms)),
        goal,
    };
    Ok(vec![
        row("A4 canvas with 150 notes → PDF, median", warm, Some(read), Goal::AtMost(1000.0)),
        row("the same for the first time", first, None, Goal::Told),
        row("the same to be looked at", seen, Some(read), Goal::AtMost(1000.0)),
    ])
}

/// The first and the median time of all threads together, in milliseconds: the typesetter has threads of its own.
fn times(mut run: impl FnMut() -> Result<Value>) -> Result<(f64, f64)> {
    let mut took = Vec::new();
    for _ in 0..TIMES {
        let began = cpu::process();
        run()?;
        took.push(cpu::process() - began);
    }
    let first = took.first().copied().unwrap_or_default();
    took.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    Ok((ms(first), ms(took[TIMES / 2])))
}

/// A canvas of its own with the notes on it.
fn canvas(book: &Book) -> Result<Value> {
    let made = book.call("canvas", "makeVariant", json!({ "title": "A full sheet" }))?;
    let canvas = made.get("id").context("a canvas")?.clone();
    for n in 0..NOTES {
        let text = format!("Note {n}: a dozen words are about what people write on one of these");
        let block = BLOCKS[n % BLOCKS.len()];
        book.call("canvas", "addNote", json!({ "canvas": canvas, "block": block, "text": text, "hue": n % 7 }))?;
    }
    Ok(canvas)
}
