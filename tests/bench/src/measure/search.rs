//! S1: a keystroke in the search field, over names, addresses and notes, with slips of the finger.

use super::people;
use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use memchr::memmem;
use serde_json::{Value, json};

/// People whose names and addresses are typed.
const TYPED: usize = 60;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let words = words(book)?;
    let keystrokes: Vec<String> = words.iter().flat_map(|word| (1..=6).filter_map(|n| prefix(word, n))).collect();
    let slips: Vec<String> = words.iter().filter_map(|word| slip(word)).collect();
    find(book, "warm")?;
    let strokes = Times::of(&keystrokes, |typed| find(book, typed))?;
    let slipped = Times::of(&slips, |typed| find(book, typed))?;
    let most = if book.size.people > 100_000 { 16.0 } else { 8.0 };
    let scan = scan(book, &keystrokes)?;
    let mut rows = Vec::new();
    for (percent, goal) in [(50, Goal::Told), (95, Goal::Told), (99, Goal::AtMost(most))] {
        let what = format!("keystroke in search, {} of 1–6 letters, p{percent}", keystrokes.len());
        let beside = Some(("scan of all text in RAM".into(), scan.percentile(percent)));
        rows.push(Row { id: "S1", what, figure: strokes.percentile(percent), unit: "ms", beside, goal });
    }
    let what = format!("{} of 5–6 letters with a slip, p99", slips.len());
    rows.push(Row {
        id: "S1",
        what,
        figure: slipped.percentile(99),
        unit: "ms",
        beside: None,
        goal: Goal::AtMost(most),
    });
    rows.push(after_a_change(book, most)?);
    Ok(rows)
}

fn find(book: &Book, typed: &str) -> Result<Value> {
    book.call("search", "find", json!({ "text": typed }))
}

/// Names, addresses and words of touchpoints that stand in the book.
fn words(book: &Book) -> Result<Vec<String>> {
    let mut words = Vec::new();
    for row in people(book, TYPED)? {
        let name = row["name"].as_str().unwrap_or_default();
        words.extend(name.split_whitespace().last().map(str::to_owned));
        words.extend(row["organisation"].as_str().and_then(|o| o.split_whitespace().next()).map(str::to_owned));
        let person = book.call("people", "get", json!({ "id": row["id"] }))?;
        words.extend(person["reaches"][0]["value"].as_str().map(str::to_owned));
        let timeline = book.call("touchpoints", "timeline", json!({ "person": row["id"], "limit": 1 }))?;
        let text = timeline["items"][0]["text"].as_str().unwrap_or_default();
        words.extend(text.split_whitespace().max_by_key(|word| word.len()).map(str::to_owned));
    }
    words.retain(|word| !word.is_empty());
    Ok(words)
}

fn prefix(word: &str, letters: usize) -> Option<String> {
    let typed: String = word.chars().take(letters).collect();
    (typed.chars().count() == letters).then_some(typed)
}

/// The word with its third and fourth letters exchanged.
fn slip(word: &str) -> Option<String> {
    let mut letters: Vec<char> = prefix(word, 6).or_else(|| prefix(word, 5))?.chars().collect();
    let alike = letters[2] == letters[3] || !letters.iter().all(|c| c.is_alphabetic());
    letters.swap(2, 3);
    (!alike).then(|| letters.into_iter().collect())
}

/// The first keystroke after somebody's name was changed.
fn after_a_change(book: &Book, most: f64) -> Result<Row> {
    let row = people(book, 1)?.remove(0);
    let change = |i: usize| book.call("people", "edit", json!({ "id": row["id"], "nickname": format!("n{i}") }));
    let mut firsts = Vec::new();
    for i in 0..5 {
        change(i)?;
        firsts.push(Times::of(["mar"], |typed| find(book, typed))?.median());
    }
    firsts.sort_by(f64::total_cmp);
    let what = "first keystroke after a person was changed, median of 5".into();
    Ok(Row { id: "S1", what, figure: firsts[2], unit: "ms", beside: None, goal: Goal::AtMost(most) })
}

/// The least that finding letters anywhere can cost: one pass over everything that is searched, already in memory.
fn scan(book: &Book, keystrokes: &[String]) -> Result<Times> {
    let text = book.vault()?.read(|c| {
        let mut whole = String::new();
        for sql in [
            "SELECT name || char(10) || note FROM person",
            "SELECT value FROM reach",
            "SELECT title || char(10) || text FROM touchpoint",
        ] {
            let mut rows = c.prepare(sql)?;
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                whole.push_str(&row.get_ref(0)?.as_str().unwrap_or_default().to_lowercase());
                whole.push('\n');
            }
        }
        Ok(whole)
    })?;
    Times::of(keystrokes.iter().step_by(7), |typed| {
        Ok(memmem::find_iter(text.as_bytes(), typed.to_lowercase().as_bytes()).count())
    })
}
