//! S3: jumping to any place of the list of people.

use super::scattered;
use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use serde_json::json;

const JUMPS: usize = 400;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for sort in ["name", "lastTouch"] {
        let jump = |offset: u32| book.call("people", "list", json!({ "sort": sort, "offset": offset, "limit": 50 }));
        let first = Times::of([0], jump)?.median();
        let jumps = Times::of(scattered(JUMPS, book.size.people.saturating_sub(50)), jump)?;
        let beside = Some(("50 rows by their numbers".into(), by_numbers(book)?.percentile(99)));
        let what = format!("jump to any place of the list by {sort}, 50 rows, p99");
        rows.push(Row { id: "S3", what, figure: jumps.percentile(99), unit: "ms", beside, goal: Goal::AtMost(2.0) });
        let what = format!("the list by {sort} for the first time");
        rows.push(Row { id: "S3", what, figure: first, unit: "ms", beside: None, goal: Goal::Told });
    }
    rows.push(after_a_touchpoint(book)?);
    Ok(rows)
}

/// The order by last touchpoint while touchpoints are being logged.
fn after_a_touchpoint(book: &Book) -> Result<Row> {
    let person = book.call("people", "list", json!({ "limit": 1 }))?["items"][0]["id"].clone();
    let mut times = Vec::new();
    for _ in 0..5 {
        book.call("touchpoints", "log", json!({ "people": [person], "channel": "phone" }))?;
        times.push(
            Times::of([0], |offset| book.call("people", "list", json!({ "sort": "lastTouch", "offset": offset })))?
                .median(),
        );
    }
    times.sort_by(f64::total_cmp);
    let what = "the list by lastTouch right after a touchpoint, median of 5".into();
    Ok(Row { id: "S3", what, figure: times[2], unit: "ms", beside: None, goal: Goal::Told })
}

/// The same fifty rows when their row numbers are known and nothing but the row is wanted.
fn by_numbers(book: &Book) -> Result<Times> {
    let vault = book.vault()?;
    let read = |from: u32| {
        Ok(vault.read(|c| {
            let sql = "SELECT p.id, p.name, p.stage, s.touches, s.last_at FROM person p JOIN person_stat s ON s.person = p.rid WHERE p.rid = ?1";
            let mut row = c.prepare_cached(sql)?;
            let mut names = 0;
            for rid in scattered(50, book.size.people).map(|n| (n + from) % book.size.people + 1) {
                names += row.query_row([rid], |r| r.get::<_, String>(1))?.len();
            }
            Ok(names)
        })?)
    };
    Times::of(scattered(JUMPS, book.size.people), read)
}
