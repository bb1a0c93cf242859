//! The canvas over time: frozen versions and what differs, how sure one is, what is worth a look, and variants.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn add(desk: &Desk, block: &str, text: &str) -> Value {
    desk.call("canvas", "addNote", json!({ "block": block, "text": text }))["id"].clone()
}

fn keep(desk: &Desk, label: &str) -> Value {
    desk.call("canvas", "takeSnapshot", json!({ "label": label, "reason": "Before the fair" }))
}

/// The words of what differs on each note, by what the note says.
fn told(desk: &Desk, input: Value) -> Vec<(String, Vec<String>)> {
    let found = desk.call("canvas", "compareSnapshots", input);
    let word = |change: &Value| change["what"].as_str().unwrap().to_owned();
    let of = |note: &Value| {
        let changes = note["changes"].as_array().unwrap().iter().map(word).collect();
        (note["text"].as_str().unwrap().to_owned(), changes)
    };
    found["notes"].as_array().unwrap().iter().map(of).collect()
}

fn list(of: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    of.iter().map(|(text, words)| ((*text).to_owned(), words.iter().map(|w| (*w).to_owned()).collect())).collect()
}

#[test]
fn a_version_keeps_what_stood_and_what_was_counted() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    let rule = json!({ "match": "one", "of": { "on": "touches", "bound": "atLeast", "count": 1 } });
    let segment = desk.call("segments", "save", json!({ "name": "Spoken with", "hue": 1, "rule": rule }))["id"].clone();
    let (a, b, gone) = (add(&desk, "value", "A"), add(&desk, "value", "B"), add(&desk, "costs", "Rent"));
    let bound = desk.call(
        "canvas",
        "addNote",
        json!({ "block": "segments", "text": "Regulars", "binding": { "to": "segment", "segment": segment } }),
    )["id"]
        .clone();
    let first = keep(&desk, " Autumn ");
    assert_eq!(
        (&first["number"], &first["label"], &first["reason"]),
        (&json!(1), &json!("Autumn"), &json!("Before the fair"))
    );
    assert!(told(&desk, json!({ "from": first["id"] })).is_empty(), "nothing happened yet");

    desk.log(&ana, 1, 1, "at last");
    desk.call("canvas", "editNote", json!({ "id": a, "text": "A, but better", "detail": "They asked." }));
    desk.call("canvas", "moveNote", json!({ "id": b, "block": "channels" }));
    desk.call("canvas", "archiveNote", json!({ "id": gone }));
    desk.call("canvas", "judgeNote", json!({ "id": bound, "evidence": "assumption", "importance": 2 }));
    add(&desk, "value", "New");
    let now = told(&desk, json!({ "from": first["id"] }));
    let expected = list(&[
        ("A, but better", &["reworded", "detailed"]),
        ("New", &["added"]),
        ("B", &["moved"]),
        ("Regulars", &["numbers", "judged"]),
        ("Rent", &["removed"]),
    ]);
    assert_eq!(now, expected);
    let compared = desk.call("canvas", "compareSnapshots", json!({ "from": first["id"] }));
    let regulars = &compared["notes"][3]["changes"][0];
    assert_eq!((&regulars["before"]["count"], &regulars["after"]["count"]), (&json!(0), &json!(1)));
    assert_eq!(regulars["after"]["name"], "Spoken with");

    // A second version says the same of itself as the sheet did, whatever happens afterwards.
    let second = keep(&desk, "Winter");
    desk.call("people", "edit", json!({ "id": ana, "name": "Ana Lima" }));
    desk.call("canvas", "editNote", json!({ "id": a, "text": "A again" }));
    desk.call("segments", "remove", json!({ "id": segment }));
    assert_eq!(told(&desk, json!({ "from": first["id"], "to": second["id"] })), expected);
    let kept = desk.call("canvas", "snapshot", json!({ "id": second["id"] }));
    assert_eq!((&kept["number"], &kept["title"]), (&json!(2), &json!("How we serve")));
    assert!(!kept.to_string().contains("Ana"), "a version holds no names of people");
    let all = desk.call("canvas", "snapshots", json!({}));
    assert_eq!((&all[0]["label"], &all[1]["label"]), (&json!("Winter"), &json!("Autumn")), "the last one first");
}

#[test]
fn versions_are_records_like_all_others() {
    let desk = Desk::new();
    let kept = keep(&desk, "One");
    let other = desk.call("canvas", "makeVariant", json!({ "title": "Other" }))["id"].clone();
    let elsewhere = desk.call("canvas", "takeSnapshot", json!({ "canvas": other, "label": "There" }));
    assert_eq!(elsewhere["number"], 1, "each canvas counts its own");
    let code = |verb: &str, input: Value| desk.attempt("canvas", verb, input).unwrap_err().code;
    assert_eq!(code("takeSnapshot", json!({ "label": " " })), Code::Invalid);
    assert_eq!(code("takeSnapshot", json!({ "label": "x".repeat(5000) })), Code::TooLarge);
    assert_eq!(code("compareSnapshots", json!({ "from": kept["id"], "to": elsewhere["id"] })), Code::Invalid);
    assert_eq!(code("snapshot", json!({ "id": other })), Code::NotFound);
    desk.call("canvas", "removeSnapshot", json!({ "id": kept["id"] }));
    assert_eq!(desk.call("canvas", "snapshots", json!({})), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("canvas", "snapshots", json!({}))[0]["label"], "One");
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_note_says_how_sure_one_is_of_it() {
    let desk = Desk::new();
    let note = add(&desk, "value", "They would pay for a visit");
    let judged = desk.call(
        "canvas",
        "judgeNote",
        json!({ "id": note, "evidence": "contradicted", "importance": 3, "owner": " Bo ", "measure": "Visits sold",
                "passMark": "5 of 10", "reviewOn": "2026-12-01" }),
    )["judgement"]
        .clone();
    assert_eq!(
        judged,
        json!({ "evidence": "contradicted", "importance": 3, "owner": "Bo", "measure": "Visits sold",
                "passMark": "5 of 10", "reviewOn": "2026-12-01", "result": "", "risk": 9 })
    );
    let code = |input: Value| desk.attempt("canvas", "judgeNote", input).unwrap_err().code;
    assert_eq!(code(json!({ "id": note, "importance": 4 })), Code::Invalid);
    assert_eq!(code(json!({ "id": note, "evidence": "proved" })), Code::Invalid);
    assert_eq!(code(json!({ "id": note, "reviewOn": "next week" })), Code::Invalid);
    desk.call("canvas", "judgeNote", json!({ "id": note, "evidence": "unsaid", "importance": 0, "reviewOn": "" }));
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("canvas", "get", json!({}))["notes"][0]["judgement"], judged);
}

fn hints(desk: &Desk) -> Vec<(String, String, bool)> {
    let found = desk.call("canvas", "lint", json!({}));
    let of = |h: &Value| {
        let text = if h["note"].is_null() { &h["block"] } else { &h["text"] };
        (h["kind"].as_str().unwrap().to_owned(), text.as_str().unwrap().to_owned(), h["atRest"] == true)
    };
    found.as_array().unwrap().iter().map(of).collect()
}

#[test]
fn what_is_worth_a_look_is_found_and_can_be_put_to_rest() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    let hint = |kind: &str, text: &str| (kind.to_owned(), text.to_owned(), false);
    assert!(hints(&desk).is_empty(), "an empty sheet is no mistake");
    desk.call("canvas", "rename", json!({ "designedFor": "Us", "designedBy": "Us" }));
    let visit = add(&desk, "value", "Visits!");
    let long = ["word"; 21].join(" ");
    add(&desk, "value", &long);
    add(&desk, "value", "visits");
    add(&desk, "segments", "Cafés");
    let bind = |block: &str, text: &str, binding: Value| {
        desk.call("canvas", "addNote", json!({ "block": block, "text": text, "binding": binding }))["id"].clone()
    };
    let letters = bind("channels", "Letters", json!({ "to": "channel", "channel": "post" }));
    bind("channels", "Calls", json!({ "to": "channel", "channel": "phone" }));
    desk.log(&ana, 89, 1, "not long ago");
    desk.call("canvas", "judgeNote", json!({ "id": visit, "reviewOn": "2020-01-31" }));
    let mut expected = vec![
        hint("overdue", "Visits!"),
        hint("emptyBlock", "relationships"),
        hint("noRule", "Cafés"),
        hint("unusedChannel", "Letters"),
        hint("duplicate", "visits"),
        hint("tooLong", &long),
    ];
    assert_eq!(hints(&desk), expected);
    bind("relationships", "Groups", json!({ "to": "relation", "relation": "community" }));
    desk.call("canvas", "judgeNote", json!({ "id": visit, "result": "4 of 10" }));
    desk.call("canvas", "restHint", json!({ "id": letters, "kind": "unusedChannel", "rest": true }));
    expected.drain(0..2);
    expected[1].2 = true;
    expected.insert(2, hint("unservedRelation", "Groups"));
    assert_eq!(hints(&desk), expected);
    desk.call("canvas", "restHint", json!({ "id": letters, "kind": "unusedChannel", "rest": false }));
    expected[1].2 = false;
    assert_eq!(hints(&desk), expected);
}

#[test]
fn a_variant_is_a_canvas_of_its_own_and_goes_away_with_undo() {
    let desk = Desk::new();
    let note = add(&desk, "value", "A");
    let away = add(&desk, "value", "Away");
    desk.call("canvas", "archiveNote", json!({ "id": away }));
    desk.call("canvas", "judgeNote", json!({ "id": note, "evidence": "assumption" }));
    desk.call("canvas", "answer", json!({ "question": "forWhom", "text": "Cafés" }));
    let first = desk.call("canvas", "list", json!(null))[0]["id"].clone();
    let variant = desk.call("canvas", "makeVariant", json!({ "title": "What if we only call" }));
    assert_eq!((&variant["variantOf"], &variant["notes"]), (&first, &json!(1)));
    let id = &variant["id"];
    desk.call("canvas", "editNote", json!({ "id": note, "text": "A, still there" }));
    desk.call("canvas", "answer", json!({ "canvas": id, "question": "whatCost", "text": "Hours" }));
    let copy = desk.call("canvas", "get", json!({ "id": id }));
    assert_eq!(
        (&copy["notes"][0]["text"], &copy["notes"][0]["judgement"]["evidence"], &copy["archived"]),
        (&json!("A"), &json!("assumption"), &json!([]))
    );
    assert_eq!(copy["answers"].as_array().unwrap().len(), 2);
    assert_eq!(desk.call("canvas", "get", json!({}))["answers"].as_array().unwrap().len(), 1);
    desk.call("canvas", "takeSnapshot", json!({ "canvas": id, "label": "Try" }));

    desk.call("canvas", "remove", json!({ "id": id }));
    assert_eq!(desk.call("canvas", "list", json!(null)).as_array().unwrap().len(), 1);
    assert_eq!(desk.attempt("canvas", "get", json!({ "id": id })).unwrap_err().code, Code::NotFound);
    assert_eq!(desk.attempt("canvas", "remove", json!({ "id": first })).unwrap_err().code, Code::Invalid);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("canvas", "get", json!({ "id": id })), copy);
    assert_eq!(desk.call("canvas", "snapshots", json!({ "id": id }))[0]["label"], "Try");
    desk.call("canvas", "remove", json!({ "id": first }));
    assert_eq!(desk.call("canvas", "get", json!({}))["id"], *id, "the next one is the first now");
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}
