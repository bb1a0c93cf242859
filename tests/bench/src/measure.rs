//! Every measurement, a file each, in the order in which they are taken.

mod import;
mod letters;
mod list;
mod log;
mod memory;
mod onboarding;
mod person;
mod plain;
mod print;
mod search;
mod segments;
mod sheets;
mod today;
mod unlock;

pub use import::{Way, import};

use crate::book::Book;
use crate::table::Row;
use anyhow::Result;
use serde_json::{Value, json};

type Measure = fn(&Book) -> Result<Vec<Row>>;

/// Memory first, before what others are compared with fills it; writing last, so that all read the same book.
const ALL: [(&str, Measure); 14] = [
    ("S11", memory::measure),
    ("S1", search::measure),
    ("S3", list::measure),
    ("S4", person::measure),
    ("S5", today::measure),
    ("S6", segments::measure),
    ("S8", import::measure),
    ("S9", plain::measure),
    ("S10", unlock::measure),
    ("S14", letters::measure),
    ("S15", print::measure),
    ("W1", sheets::measure),
    ("W2", onboarding::measure),
    ("S7", log::measure),
];

/// Takes them all, or those named, and sorts the rows as the list of goals does; what the project adds to it (W…) comes after.
///
/// # Errors
/// When a command of the core is refused.
pub fn all(book: &Book, only: &[String]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (id, measure) in ALL {
        if only.is_empty() || only.iter().any(|wanted| wanted.eq_ignore_ascii_case(id)) {
            rows.extend(measure(book)?);
        }
    }
    rows.sort_by_key(|row| (row.id.starts_with('W'), row.id[1..].parse::<u32>().unwrap_or(0)));
    Ok(rows)
}

/// `n` numbers below `of` that look like chance and are the same every time.
fn scattered(n: usize, of: u32) -> impl Iterator<Item = u32> {
    (1..=n as u64).map(move |i| {
        u32::try_from(i.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23) % u64::from(of.max(1))).unwrap_or(0)
    })
}

/// People from all over the book, as rows of the list.
fn people(book: &Book, n: usize) -> Result<Vec<Value>> {
    let row = |offset| {
        let page = book.call("people", "list", json!({ "offset": offset, "limit": 1 }))?;
        Ok(page["items"][0].clone())
    };
    scattered(n, book.size.people).map(row).collect()
}
