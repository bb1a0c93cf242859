//! W2: how new customers fare on a journey map (M162): of the invented people every sixth is new.

use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use serde_json::json;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let map = json!({ "title": "First months", "stages": ["Aboard"] });
    let id = book.call("journeys", "create", map)?["id"].clone();
    let stage = book.call("journeys", "get", json!({ "id": id }))?["stages"][0]["id"].clone();
    for channel in ["email", "phone"] {
        let content = json!({ "name": channel, "channel": channel, "lifecycle": "onboarding", "withinDays": 7 });
        book.call("journeys", "addStep", json!({ "stage": stage, "content": content }))?;
    }
    let check = |_| book.call("journeys", "onboarding", json!({ "id": id, "limit": 20 }));
    let first = Times::of(0..1, check)?.median();
    let warm = Times::of(0..30, check)?;
    let new = check(0)?["people"].clone();
    book.call("journeys", "remove", json!({ "id": id }))?;
    let row = |what: String, figure, goal| Row { id: "W2", what, figure, unit: "ms", beside: None, goal };
    Ok(vec![
        row(format!("the onboarding check with {new} new people, median"), warm.median(), Goal::AtMost(20.0)),
        row("the onboarding check for the first time after a change".to_owned(), first, Goal::Told),
    ])
}
