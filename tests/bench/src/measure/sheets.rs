//! W1: the sheets that look at everybody, after a touchpoint was logged and when nothing has changed.

use super::people;
use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use serde_json::{Value, json};

/// How often each is asked for after a change.
const TURNS: usize = 5;
/// A page that is opened may take as long as an answer that feels immediate.
const OPENED: f64 = 100.0;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let segments = segments(book)?;
    let canvas = canvas(book, &segments)?;
    let journey = journey(book)?;
    let track = book.call("segments", "addTrack", json!({ "preset": "lapsed" }))?["track"]["id"].clone();
    let person = people(book, 1)?.remove(0)["id"].clone();
    let asked = [
        ("a canvas with six segments and four channels", "canvas", "get", json!({ "id": canvas })),
        ("what the book answers to its questions", "canvas", "answers", json!({ "id": canvas })),
        ("its channels and segments as a table", "canvas", "matrix", json!({ "id": canvas })),
        ("its service, planned and lived", "canvas", "service", json!({ "id": canvas })),
        ("what does not fit on it", "canvas", "lint", json!({ "id": canvas })),
        ("a journey of eight steps with what was felt", "journeys", "get", json!({ "id": journey })),
        ("its audit", "journeys", "audit", json!({ "id": journey })),
        ("how well the segments divide people", "segments", "health", Value::Null),
        ("a track with who is on it", "segments", "track", json!({ "id": track })),
        ("the loyalty loop", "plans", "loyaltyLoop", Value::Null),
        ("won, kept and grown in a year", "plans", "counters", json!({})),
        ("who was not surprised for six months", "plans", "unsurprised", json!({})),
    ];
    let mut rows = Vec::new();
    for (what, room, verb, input) in asked {
        let ask = |_| book.call(room, verb, input.clone());
        let first = Times::of(0..1, ask)?.median();
        let mut changed = Vec::new();
        for _ in 0..TURNS {
            book.call("touchpoints", "log", json!({ "people": [person], "channel": "phone" }))?;
            changed.push(Times::of(0..1, ask)?.median());
        }
        changed.sort_by(f64::total_cmp);
        let again = Times::of(0..TURNS, ask)?.median();
        let row = |what: String, figure, goal| Row { id: "W1", what, figure, unit: "ms", beside: None, goal };
        rows.push(row(format!("{what}, for the first time"), first, Goal::Told));
        rows.push(row(format!("{what}, after a touchpoint"), changed[TURNS / 2], Goal::AtMost(OPENED)));
        rows.push(row(format!("{what}, again"), again, Goal::Told));
    }
    book.call("segments", "removeTrack", json!({ "id": track }))?;
    book.call("journeys", "remove", json!({ "id": journey }))?;
    book.call("canvas", "remove", json!({ "id": canvas }))?;
    Ok(rows)
}

/// Six segments of the book; they are made when it has fewer.
fn segments(book: &Book) -> Result<Vec<Value>> {
    let known = book.call("segments", "list", Value::Null)?;
    let mut ids: Vec<Value> = known.as_array().into_iter().flatten().map(|s| s["id"].clone()).collect();
    for (i, stage) in
        ["awareness", "acquisition", "onboarding", "engagement", "retention", "advocacy"].iter().enumerate()
    {
        if i < ids.len() {
            continue;
        }
        let rule = json!({ "match": "one", "of": { "on": "stage", "stage": stage } });
        ids.push(book.call("segments", "save", json!({ "name": format!("At {stage}"), "rule": rule }))?["id"].clone());
    }
    ids.truncate(6);
    Ok(ids)
}

/// A canvas whose notes are bound to them.
fn canvas(book: &Book, segments: &[Value]) -> Result<Value> {
    let canvas = book.call("canvas", "makeVariant", json!({ "title": "Who we serve" }))?["id"].clone();
    let note = |block: &str, text: String, binding: Value| {
        let new = json!({ "canvas": canvas, "block": block, "text": text, "binding": binding });
        book.call("canvas", "addNote", new)
    };
    for (i, segment) in segments.iter().enumerate() {
        note("segments", format!("Segment {i}"), json!({ "to": "segment", "segment": segment }))?;
    }
    for channel in ["email", "phone", "inPerson", "post"] {
        note("channels", format!("By {channel}"), json!({ "to": "channel", "channel": channel }))?;
    }
    Ok(canvas)
}

/// A map of everybody with two steps in each of its four stages.
fn journey(book: &Book) -> Result<Value> {
    let new = json!({ "title": "From hello to home", "stages": ["Meet", "Begin", "Use", "Return"] });
    let journey = book.call("journeys", "create", new)?["id"].clone();
    let map = book.call("journeys", "get", json!({ "id": journey }))?;
    let lives = ["awareness", "onboarding", "engagement", "retention"];
    for (stage, lifecycle) in map["stages"].as_array().into_iter().flatten().zip(lives) {
        for channel in ["email", "phone"] {
            let content = json!({ "name": format!("{channel} in {lifecycle}"), "channel": channel, "lifecycle": lifecycle,
                "expected": { "value": 1, "word": "pleased" } });
            book.call("journeys", "addStep", json!({ "stage": stage["id"], "content": content }))?;
        }
    }
    Ok(journey)
}
