//! S14: a thousand letters filled and coached, and one while it is being typed.

use crate::book::Book;
use crate::cpu::{self, Times};
use crate::table::{Goal, Row};
use anyhow::{Context, Result};
use minijinja::Environment;
use serde_json::{Value, json};

/// Letters, or as many as there are people.
const LETTERS: usize = 1000;

/// What is rendered by the engine alone: as long as our own, with as many turns.
const TEMPLATE: &str = "{% if person.preferred %}Dear {{ person.preferred }},{% elif person.name %}Dear {{ person.name }},{% else %}Hello,{% endif %}

It has been a while since {% if last.topic %}we spoke about {{ last.topic }}{% else %}we last spoke{% endif %}, and I was wondering how it went.

Is there anything that {% if organisation %}{{ organisation }} needs{% else %}you need{% endif %} from us this month?

Best wishes,
{{ sender.given|default(sender.name)|default(\"\") }}
";

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let drafts = drafts(book)?;
    let one = |draft: &(Value, Value)| {
        let filled = book.call("drafts", "fill", json!({ "person": draft.1, "template": "check-in-1.en" }))?;
        let coach = json!({ "id": draft.0, "subject": filled["subject"], "text": filled["text"] });
        book.call("drafts", "coach", coach)
    };
    Times::of(drafts.iter().take(20), one)?;
    let all = Times::of([0], |_| drafts.iter().try_for_each(|draft| one(draft).map(drop)))?.median();
    let alone = alone(drafts.len())?;
    let typed = typed(book, drafts.first().context("a letter")?)?;
    let what = format!("{} letters filled and coached", drafts.len());
    let beside = Some(("minijinja alone".to_owned(), alone));
    let mut rows = vec![Row { id: "S14", what, figure: all, unit: "ms", beside, goal: Goal::AtMost(2000.0) }];
    for (percent, goal) in [(50, Goal::Told), (99, Goal::AtMost(30.0))] {
        let what = format!("one letter coached with each key, p{percent}");
        rows.push(Row { id: "S14", what, figure: typed.percentile(percent), unit: "ms", beside: None, goal });
    }
    rows.push(batch(book)?);
    Ok(rows)
}

/// A batch from nothing to letters that are filled, written down and read by the coach; taken out again afterwards.
fn batch(book: &Book) -> Result<Row> {
    let wanted = LETTERS.min(book.size.people as usize);
    let mut people = Vec::new();
    for offset in (0..wanted).step_by(500) {
        let page = book.call("people", "list", json!({ "offset": offset, "limit": (wanted - offset).min(500) }))?;
        people.extend(page["items"].as_array().into_iter().flatten().map(|person| person["id"].clone()));
    }
    let began = cpu::process();
    let new = json!({ "people": people, "name": "Measured", "kind": "checkIn", "template": "check-in-1.en" });
    let made = book.call("drafts", "makeBatch", new)?;
    let letters = book.call("drafts", "signs", json!({ "batch": made["id"] }))?.as_array().map_or(0, Vec::len);
    let figure = (cpu::process() - began).as_secs_f64() * 1000.0;
    book.call("drafts", "removeBatch", json!({ "id": made["id"] }))?;
    let what = format!("a batch for {wanted} people: {letters} letters begun and coached, all threads");
    Ok(Row { id: "S14", what, figure, unit: "ms", beside: None, goal: Goal::AtMost(2000.0) })
}

/// Letters that were begun, by their own id and their person's; an earlier run leaves its own.
fn drafts(book: &Book) -> Result<Vec<(Value, Value)>> {
    let wanted = LETTERS.min(book.size.people as usize);
    let known = || -> Result<Vec<(Value, Value)>> {
        let list = book.call("drafts", "list", Value::Null)?;
        let pair = |row: &Value| (row["id"].clone(), row["person"]["id"].clone());
        Ok(list.as_array().into_iter().flatten().map(pair).collect())
    };
    let have = known()?.len();
    for offset in (have..wanted).step_by(500) {
        let limit = (wanted - offset).min(500);
        let page = book.call("people", "list", json!({ "offset": offset, "limit": limit }))?;
        for person in page["items"].as_array().into_iter().flatten() {
            book.call(
                "drafts",
                "start",
                json!({ "person": person["id"], "kind": "checkIn", "template": "check-in-1.en" }),
            )?;
        }
    }
    let mut known = known()?;
    known.truncate(wanted);
    Ok(known)
}

/// The letter that somebody types, a few letters at a time, and the coach's word on each state of it.
fn typed(book: &Book, draft: &(Value, Value)) -> Result<Times> {
    let filled = book.call("drafts", "fill", json!({ "person": draft.1, "template": "check-in-1.en" }))?;
    let mut text = filled["text"].as_str().unwrap_or_default().to_owned();
    text.push_str("\nI will send you the new price list on Thursday, and call you in two weeks. We hope the training day was of use.");
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(2).collect();
    Times::of(ends, |end| {
        book.call("drafts", "coach", json!({ "id": draft.0, "subject": "How are you?", "text": &text[..end] }))
    })
}

fn alone(letters: usize) -> Result<f64> {
    use minijinja::Value;
    let mut engine = Environment::new();
    engine.add_template("letter", TEMPLATE)?;
    let template = engine.get_template("letter")?;
    let times = Times::of(0..5, |_| {
        for letter in 0..letters {
            let text = |key: &'static str, value: &str| Value::from_pairs([(key, Value::from(value))]);
            let context = [
                ("person", text("name", &format!("Ana {letter}"))),
                ("organisation", Value::from("Harbour Café")),
                ("last", text("topic", "the renewal")),
                ("sender", text("name", "Ines")),
            ];
            template.render(Value::from_pairs(context))?;
        }
        Ok(())
    })?;
    Ok(times.median())
}
