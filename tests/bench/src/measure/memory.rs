//! S11, its half without a window: what the core holds in memory once everything has been shown.

use crate::book::Book;
use crate::cpu;
use crate::table::{Goal, Row};
use anyhow::Result;
use serde_json::json;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    book.call("care", "today", json!({}))?;
    book.call("people", "list", json!({}))?;
    book.call("people", "list", json!({ "sort": "lastTouch" }))?;
    book.call("search", "find", json!({ "text": "ma" }))?;
    let (now, _) = cpu::memory();
    Ok(vec![Row {
        id: "S11",
        what: "memory of the core after Today, two lists and a search".into(),
        figure: now,
        unit: "MiB",
        beside: None,
        goal: Goal::Told,
    }])
}
