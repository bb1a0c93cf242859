//! The dossier of a purchase that takes longer, through the list of commands (rows M083 and M084).

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn begin(desk: &Desk, who: &str, title: &str, more: Value) -> Value {
    let mut input = json!({ "person": who, "title": title });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.call("feedback", "saveDossier", input)
}

fn steps(dossier: &Value) -> Vec<&str> {
    dossier["steps"].as_array().unwrap().iter().map(|step| step["text"].as_str().unwrap()).collect()
}

fn late(desk: &Desk) -> Vec<Value> {
    desk.call("feedback", "lateDossiers", json!(null)).as_array().unwrap().clone()
}

/// Row M083: a purchase made to measure has an owner, an expected length, steps in order, and an end.
#[test]
fn a_dossier_is_led_from_its_first_step_to_its_end() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let bar =
        begin(&desk, &ana, "The new bar", json!({ "owner": "Mara", "expectedDays": 60, "startedOn": "2026-11-01" }));
    assert_eq!((&bar["days"], &bar["overDays"], &bar["owner"]), (&json!(22), &json!(null), &json!("Mara")));
    let id = &bar["id"];
    for text in ["Measure the room", "Offer", "Install"] {
        desk.call("feedback", "saveStep", json!({ "dossier": id, "text": text }));
    }
    let whole = desk.call("feedback", "dossiers", json!({ "person": ana }))["items"][0].clone();
    let at = |i: usize| whole["steps"][i]["id"].clone();
    let moved = desk.call("feedback", "moveStep", json!({ "id": at(2), "before": at(1) }));
    assert_eq!(steps(&moved), ["Measure the room", "Install", "Offer"]);
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "moveDossierStep");
    let moved = desk.call("feedback", "moveStep", json!({ "id": at(0) }));
    assert_eq!(steps(&moved), ["Offer", "Install", "Measure the room"], "at the end when nobody says where");
    let done = desk.call("feedback", "saveStep", json!({ "id": at(1), "doneOn": "2026-11-20" }));
    assert_eq!(done["steps"][0]["doneOn"], "2026-11-20");
    let again = desk.call("feedback", "saveStep", json!({ "id": at(1), "doneOn": "" }));
    assert_eq!(again["steps"][0]["doneOn"], json!(null));
    let closed = desk.call("feedback", "closeDossier", json!({ "id": id, "outcome": "Installed", "on": "2026-11-21" }));
    assert_eq!((&closed["closedOn"], &closed["days"]), (&json!("2026-11-21"), &json!(20)));
    assert_eq!(desk.call("feedback", "dossiers", json!({ "open": true }))["total"], 0);
    assert_eq!(desk.call("feedback", "dossiers", json!({ "open": false, "text": "install" }))["total"], 1);
    assert_eq!(desk.call("feedback", "reopenDossier", json!({ "id": id }))["closedOn"], json!(null));

    desk.call("feedback", "removeDossier", json!({ "id": id }));
    assert_eq!(desk.call("feedback", "dossiers", json!(null))["total"], 0);
    desk.call("vault", "undo", json!({}));
    assert_eq!(steps(&desk.call("feedback", "dossiers", json!(null))["items"][0]).len(), 3, "with its steps");
    let hits = desk.call("search", "find", json!({ "text": "new bar" }))["hits"].clone();
    assert_eq!((&hits[0]["kind"], &hits[0]["person"]["name"]), (&json!("dossier"), &json!("Ana Ruiz")));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

/// Rows M083 and M084: what takes longer than expected, or waits for a paper for more than a week, is told as late.
#[test]
fn a_dossier_is_late_beyond_its_days_or_with_a_paper_missing_for_a_week() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    let slow = begin(&desk, &ana, "Mortgage", json!({ "expectedDays": 30, "startedOn": "2026-10-01" }));
    assert_eq!(slow["overDays"], 23);
    let fresh = begin(&desk, &ben, "The shop", json!({}));
    assert_eq!(late(&desk).len(), 1);
    let plan = desk.call("feedback", "savePaper", json!({ "dossier": fresh["id"], "name": "Floor plan" }));
    let paper = &plan["papers"][0];
    assert_eq!((&paper["state"], &paper["since"]), (&json!("missing"), &json!("2026-11-23")));
    desk.clock.advance(7 * DAY);
    assert_eq!(late(&desk).len(), 1, "a week is fair");
    desk.clock.advance(DAY);
    let told = late(&desk);
    assert_eq!((told.len(), &told[1]["longMissing"]), (2, &json!(["Floor plan"])), "the oldest first");
    let asked = desk.call("feedback", "savePaper", json!({ "id": paper["id"], "state": "asked" }));
    assert_eq!(asked["papers"][0]["since"], "2026-12-01", "since it was asked for");
    assert_eq!(late(&desk).len(), 1);
    let renamed = desk.call("feedback", "savePaper", json!({ "id": paper["id"], "name": "Plan of the floor" }));
    assert_eq!(
        (&renamed["papers"][0]["since"], &renamed["papers"][0]["state"]),
        (&json!("2026-12-01"), &json!("asked"))
    );
    desk.call("feedback", "closeDossier", json!({ "id": slow["id"] }));
    assert_eq!(late(&desk).len(), 0, "what is closed waits for nothing");
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(desk.call("feedback", "dossiers", json!(null))["total"], 1);
    let gone = desk.call("feedback", "removePaper", json!({ "id": paper["id"] }));
    assert_eq!(gone["papers"], json!([]));
}

#[test]
fn a_dossier_of_nobody_or_without_a_title_is_refused() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let bar = begin(&desk, &ana, "The bar", json!({}))["id"].clone();
    let shop = begin(&desk, &ana, "The shop", json!({}))["id"].clone();
    let step = |of: &Value| {
        desk.call("feedback", "saveStep", json!({ "dossier": of, "text": "Measure" }))["steps"][0]["id"].clone()
    };
    let (here, there) = (step(&bar), step(&shop));
    for (verb, input) in [
        ("saveDossier", json!({ "title": "x" })),
        ("saveDossier", json!({ "person": ana })),
        ("saveDossier", json!({ "person": ana, "title": "x", "expectedDays": 4000 })),
        ("saveDossier", json!({ "person": ana, "title": "x", "startedOn": "soon" })),
        ("saveStep", json!({ "text": "x" })),
        ("saveStep", json!({ "dossier": bar })),
        ("saveStep", json!({ "id": here, "doneOn": "yes" })),
        ("moveStep", json!({ "id": here, "after": there })),
        ("savePaper", json!({ "dossier": bar })),
        ("closeDossier", json!({ "id": bar, "on": "2026-13-01" })),
    ] {
        assert_eq!(desk.attempt("feedback", verb, input.clone()).unwrap_err().code, Code::Invalid, "{verb} {input}");
    }
}
