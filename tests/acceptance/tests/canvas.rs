//! The canvas: notes that move without disturbing each other and carry live figures, through the list of commands.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn add(desk: &Desk, block: &str, text: &str) -> Value {
    desk.call("canvas", "addNote", json!({ "block": block, "text": text }))["id"].clone()
}

/// The texts of a block's notes in order.
fn texts(desk: &Desk, block: &str) -> Vec<String> {
    let canvas = desk.call("canvas", "get", json!({}));
    let notes = canvas["notes"].as_array().unwrap().iter().filter(|n| n["block"] == block);
    notes.map(|n| n["text"].as_str().unwrap().to_owned()).collect()
}

fn undo(desk: &Desk) -> String {
    desk.call("vault", "undo", json!({}))["step"]["name"].as_str().unwrap().to_owned()
}

#[test]
fn a_vault_begins_with_one_empty_canvas() {
    let desk = Desk::new();
    let list = desk.call("canvas", "list", json!(null));
    assert_eq!(
        (list.as_array().unwrap().len(), &list[0]["title"], &list[0]["notes"]),
        (1, &json!("How we serve"), &json!(0))
    );
    let canvas = desk.call("canvas", "get", json!({ "id": list[0]["id"] }));
    assert_eq!(
        (canvas["blocks"].as_array().unwrap().len(), &canvas["notes"], &canvas["answers"]),
        (10, &json!([]), &json!([])),
        "nine blocks and the parking lot"
    );
    let questions: usize =
        canvas["blocks"].as_array().unwrap().iter().map(|b| b["questions"].as_array().unwrap().len()).sum();
    assert_eq!(questions, 11);
    assert_eq!(desk.attempt("vault", "undo", json!({})).unwrap_err().code, Code::NothingToUndo, "it is nobody's step");
    assert_eq!(
        desk.attempt("canvas", "get", json!({ "id": "01890000-0000-7000-8000-000000000000" })).unwrap_err().code,
        Code::NotFound
    );
}

#[test]
fn notes_are_put_moved_and_put_away_and_every_step_can_be_undone() {
    let desk = Desk::new();
    let (a, b) = (add(&desk, "channels", " A "), add(&desk, "channels", "B"));
    let c =
        desk.call("canvas", "addNote", json!({ "block": "channels", "text": "C", "hue": 3, "after": a }))["id"].clone();
    assert_eq!(texts(&desk, "channels"), ["A", "C", "B"]);
    desk.call("canvas", "moveNote", json!({ "id": b, "block": "channels", "before": a }));
    assert_eq!(texts(&desk, "channels"), ["B", "A", "C"]);
    desk.call("canvas", "moveNote", json!({ "id": c, "block": "channels", "after": c }));
    desk.call("canvas", "moveNote", json!({ "id": b, "block": "value" }));
    assert_eq!(
        (texts(&desk, "channels"), texts(&desk, "value")),
        (vec!["A".to_owned(), "C".into()], vec!["B".to_owned()])
    );
    assert_eq!(undo(&desk), "moveNote", "moving a note behind itself is no step");
    assert_eq!(texts(&desk, "channels"), ["B", "A", "C"]);

    desk.call("canvas", "editNote", json!({ "id": a, "text": "A, but better", "detail": "Why: they asked." }));
    desk.call("canvas", "archiveNote", json!({ "id": a }));
    assert_eq!(texts(&desk, "channels"), ["B", "C"]);
    let archived = desk.call("canvas", "get", json!({}))["archived"].clone();
    assert_eq!((&archived[0]["text"], &archived[0]["detail"]), (&json!("A, but better"), &json!("Why: they asked.")));
    desk.call("canvas", "restoreNote", json!({ "id": a }));
    assert_eq!(texts(&desk, "channels"), ["B", "A, but better", "C"], "back to where it stood");
    assert_eq!([undo(&desk), undo(&desk), undo(&desk)], ["restoreNote", "archiveNote", "editNote"]);
    assert_eq!(texts(&desk, "channels"), ["B", "A", "C"]);
    while desk.attempt("vault", "undo", json!({})).is_ok() {}
    assert_eq!(texts(&desk, "channels"), [""; 0]);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_bound_note_carries_figures_that_follow_the_book() {
    let desk = Desk::new();
    let people: Vec<String> = ["Ana", "Bo", "Chi"].iter().map(|n| desk.person(n)).collect();
    desk.call("people", "edit", json!({ "id": people[0], "relation": "dedicated" }));
    for (person, felt) in [(0, 2), (0, 1), (1, 0)] {
        desk.log(&people[person], 1, felt, "x");
    }
    desk.call("touchpoints", "log", json!({ "people": [people[0]], "channel": "email" }));
    let rule = json!({ "match": "one", "of": { "on": "touches", "bound": "atLeast", "count": 1 } });
    let segment = desk.call("segments", "save", json!({ "name": "Spoken with", "hue": 1, "rule": rule }))["id"].clone();
    let bound = |block: &str, binding: Value| {
        let note = desk.call("canvas", "addNote", json!({ "block": block, "text": block, "binding": binding }));
        assert_eq!(note["binding"], binding);
        (note["id"].clone(), note["figures"].clone())
    };
    let (note, figures) = bound("segments", json!({ "to": "segment", "segment": segment }));
    assert_eq!(
        (&figures["count"], &figures["people"], &figures["segment"]["name"]),
        (&json!(2), &json!(3), &json!("Spoken with"))
    );
    let (_, figures) = bound("channels", json!({ "to": "channel", "channel": "phone" }));
    assert_eq!(figures["share"], json!({ "channel": "phone", "touches": 3, "of": 4, "felt": 1.0, "feltN": 3 }));
    let (unused, figures) = bound("channels", json!({ "to": "channel", "channel": "post" }));
    assert_eq!(figures["share"], json!({ "channel": "post", "touches": 0, "of": 4, "felt": null, "feltN": 0 }));
    let (_, figures) = bound("relationships", json!({ "to": "relation", "relation": "dedicated" }));
    assert_eq!((&figures["count"], &figures["people"]), (&json!(1), &json!(3)));

    let canvas = desk.call("canvas", "get", json!({}));
    let facts = &canvas["facts"];
    assert_eq!((&facts["people"], &facts["uncovered"], &facts["withoutPhone"]), (&json!(3), &json!(1), &json!(3)));
    assert_eq!((&facts["channels"][0]["channel"], &facts["segments"][0]["count"]), (&json!("phone"), &json!(2)));
    assert_eq!(
        (&facts["relations"][1], &facts["mostTouched"][0]["by"]),
        (&json!({ "relation": "dedicated", "count": 1 }), &json!("3"))
    );
    let answers = desk.call("canvas", "answers", json!({}));
    let [club] = answers["segments"].as_array().unwrap().as_slice() else { panic!("one segment: {answers}") };
    assert_eq!((&club["count"], &club["said"], &club["lived"]), (&json!(2), &json!("dedicated"), &json!(null)));
    assert_eq!(club["channel"], json!({ "channel": "phone", "touches": 3, "asked": 0, "answered": 0 }));
    assert_eq!((&answers["relationships"], &answers["integrated"]), (&json!(1), &json!(0)));

    desk.log(&people[2], 0, 0, "at last");
    let of = |n: &Value| {
        let canvas = desk.call("canvas", "get", json!({}));
        canvas["notes"].as_array().unwrap().iter().find(|x| x["id"] == *n).unwrap()["figures"].clone()
    };
    assert_eq!(of(&note)["count"], 3, "a touchpoint changes the canvas");
    desk.call("segments", "remove", json!({ "id": segment }));
    assert_eq!(of(&note), json!({ "of": "segment", "segment": null, "count": null, "people": 3 }));
    desk.call("canvas", "bind", json!({ "id": unused, "binding": null }));
    assert_eq!(of(&unused), json!(null));
}

#[test]
fn the_heading_and_the_answers_are_kept() {
    let desk = Desk::new();
    desk.call("canvas", "rename", json!({ "title": "How we serve 2026", "designedBy": " Ana " }));
    desk.call("canvas", "answer", json!({ "question": "howToSpeak", "text": "Phone first." }));
    desk.call("canvas", "answer", json!({ "question": "forWhom", "text": "Cafés" }));
    desk.call("canvas", "answer", json!({ "question": "forWhom", "text": " " }));
    let canvas = desk.call("canvas", "get", json!({}));
    assert_eq!((&canvas["title"], &canvas["designedBy"]), (&json!("How we serve 2026"), &json!("Ana")));
    assert_eq!(canvas["answers"], json!([{ "question": "howToSpeak", "text": "Phone first." }]));
    assert_eq!(undo(&desk), "answerQuestion");
    assert_eq!(desk.call("canvas", "get", json!({}))["answers"][0]["text"], "Cafés");
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let desk = Desk::new();
    let (a, other) = (add(&desk, "value", "A"), add(&desk, "costs", "B"));
    let code = |verb: &str, input: Value| desk.attempt("canvas", verb, input).unwrap_err().code;
    assert_eq!(code("addNote", json!({ "block": "value", "text": " " })), Code::Invalid);
    assert_eq!(code("addNote", json!({ "block": "kudos", "text": "x" })), Code::Invalid);
    assert_eq!(code("addNote", json!({ "block": "value", "text": "x".repeat(5000) })), Code::TooLarge);
    assert_eq!(code("editNote", json!({ "id": a, "text": "" })), Code::Invalid);
    assert_eq!(code("editNote", json!({ "id": a, "hue": 7 })), Code::Invalid);
    assert_eq!(
        code("moveNote", json!({ "id": a, "block": "value", "after": other })),
        Code::Invalid,
        "it stands in another block"
    );
    assert_eq!(code("moveNote", json!({ "id": a, "block": "costs", "after": other, "before": other })), Code::Invalid);
    assert_eq!(code("bind", json!({ "id": a, "binding": { "to": "relation", "relation": "friend" } })), Code::Invalid);
    assert_eq!(code("rename", json!({ "title": "" })), Code::Invalid);
    assert_eq!(texts(&desk, "value"), ["A"]);
}
