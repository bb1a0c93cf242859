//! Tasks and promises through the list of commands: added, found, due, done, opened again, taken out.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn add(desk: &Desk, task: Value) -> Value {
    desk.call("promises", "add", task)
}

/// The texts of a page, or of what is due.
fn texts(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|task| task["text"].as_str().unwrap()).collect()
}

fn listed(desk: &Desk, filter: Value) -> Vec<String> {
    texts(&desk.call("promises", "list", filter)).into_iter().map(str::to_owned).collect()
}

fn refused(desk: &Desk, verb: &str, input: Value) -> (Code, Value) {
    let error = desk.attempt("promises", verb, input).unwrap_err();
    (error.code, error.details.get("field").cloned().unwrap_or_default())
}

const NOTE: &str = "canvasNote:018f0000-0000-7000-8000-000000000001";

#[test]
fn tasks_are_listed_by_the_day_they_are_due() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    add(&desk, json!({ "text": " No day " }));
    add(&desk, json!({ "text": "Later", "due": "2026-12-24", "owner": "Mara" }));
    add(&desk, json!({ "text": "Overdue", "due": "2026-11-02", "person": ana, "promised": true }));
    add(&desk, json!({ "text": "Today", "due": "2026-11-23", "about": NOTE }));
    assert_eq!(listed(&desk, json!(null)), ["Overdue", "Today", "Later", "No day"]);
    assert_eq!(listed(&desk, json!({ "person": ana })), ["Overdue"]);
    assert_eq!(listed(&desk, json!({ "promised": true })), ["Overdue"]);
    assert_eq!(listed(&desk, json!({ "about": NOTE })), ["Today"]);
    assert_eq!(listed(&desk, json!({ "about": "" })), Vec::<String>::new());
    assert_eq!(listed(&desk, json!({ "aboutKind": "canvasNote" })), ["Today"]);
    assert_eq!(listed(&desk, json!({ "aboutKind": "canvas" })), Vec::<String>::new());
    assert_eq!(listed(&desk, json!({ "owner": "mara" })), ["Later"]);
    assert_eq!(listed(&desk, json!({ "text": "DAY" })), ["Today", "No day"]);
    let page = desk.call("promises", "list", json!({ "offset": 1, "limit": 2 }));
    assert_eq!((texts(&page), &page["total"]), (vec!["Today", "Later"], &json!(4)));

    let due = desk.call("promises", "due", json!(null));
    assert_eq!((texts(&due), &due["more"]), (vec!["Overdue", "Today"], &json!(false)));
    let due = desk.call("promises", "due", json!({ "limit": 1 }));
    assert_eq!((texts(&due), &due["more"]), (vec!["Overdue"], &json!(true)));
    assert_eq!(texts(&desk.call("promises", "due", json!({ "day": "2026-12-24" }))).len(), 3);

    // Who lies in the bin waits for nothing; their own page still knows it.
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(listed(&desk, json!(null)), ["Today", "Later", "No day"]);
    assert_eq!(texts(&desk.call("promises", "due", json!(null))), ["Today"]);
    assert_eq!(listed(&desk, json!({ "person": ana })), ["Overdue"]);
}

#[test]
fn a_task_is_done_with_what_came_of_it_and_can_be_opened_again() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let task =
        add(&desk, json!({ "text": "Send the price list", "due": "2026-11-25", "person": ana, "promised": true }));
    assert_eq!(task["person"], json!({ "id": ana, "name": "Ana Ruiz" }));
    let id = &task["id"];
    let done = desk.call("promises", "finish", json!({ "id": id, "outcome": " she ordered " }));
    assert_eq!((&done["outcome"], &done["doneAt"]), (&json!("she ordered"), &json!(rapport_acceptance::NOW)));
    assert_eq!(listed(&desk, json!(null)), Vec::<String>::new());
    assert_eq!(listed(&desk, json!({ "state": "done" })), ["Send the price list"]);
    desk.clock.advance(60_000);
    let again = desk.call("promises", "finish", json!({ "id": id, "outcome": "she ordered twice" }));
    assert_eq!(
        (&again["outcome"], &again["doneAt"]),
        (&json!("she ordered twice"), &done["doneAt"]),
        "it keeps its time"
    );
    assert_eq!(desk.call("promises", "reopen", json!({ "id": id }))["doneAt"], json!(null));
    desk.call("promises", "remove", json!({ "id": id }));
    assert_eq!(refused(&desk, "get", json!({ "id": id })).0, Code::NotFound);
    let undone = desk.call("vault", "undo", json!({}));
    assert_eq!(
        (&undone["step"]["name"], &undone["step"]["subject"]),
        (&json!("removeTask"), &json!("Send the price list"))
    );
    assert_eq!(listed(&desk, json!({ "person": ana })), ["Send the price list"]);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_promise_needs_somebody_and_a_day_must_be_one() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    for (task, field) in [
        (json!({ "text": "  " }), "text"),
        (json!({ "text": "x", "due": "Friday" }), "due"),
        (json!({ "text": "x", "due": "2026-02-30" }), "due"),
        (json!({ "text": "x", "due": "2026-2-3" }), "due"),
        (json!({ "text": "x", "promised": true }), "person"),
        (json!({ "text": "x", "about": "the shop" }), "about"),
        (json!({ "text": "x", "about": "note:17" }), "about"),
    ] {
        assert_eq!(refused(&desk, "add", task.clone()), (Code::Invalid, json!(field)), "{task}");
    }
    assert_eq!(refused(&desk, "add", json!({ "text": "x".repeat(2001) })).0, Code::TooLarge);
    let nobody = "018f0000-0000-7000-8000-000000000000";
    assert_eq!(refused(&desk, "add", json!({ "text": "x", "person": nobody })).0, Code::NotFound);
    let task = add(&desk, json!({ "text": "Plain", "due": "2026-11-30" }));
    let id = &task["id"];
    assert_eq!(refused(&desk, "edit", json!({ "id": id, "promised": true })), (Code::Invalid, json!("person")));
    let task = desk.call("promises", "edit", json!({ "id": id, "person": ana, "promised": true, "due": "" }));
    assert_eq!((&task["promised"], &task["due"], &task["text"]), (&json!(true), &json!(null), &json!("Plain")));
    let task = desk.call("promises", "edit", json!({ "id": id, "nobody": true }));
    assert_eq!((&task["promised"], &task["person"]), (&json!(false), &json!(null)), "a promise goes with its person");
    assert_eq!(refused(&desk, "add", json!({ "id": id, "text": "again" })), (Code::Invalid, json!("id")));
}

#[test]
fn what_is_to_be_done_is_found_by_its_words() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let task = add(&desk, json!({ "text": "Bring the Ångström samples", "person": ana }));
    let hits = |words: &str| desk.call("search", "find", json!({ "text": words }))["hits"].clone();
    assert_eq!(hits("angstrom sam")[0]["kind"], "task");
    assert_eq!(hits("angstrom")[0]["person"]["name"], "Ana Ruiz");
    desk.call("promises", "finish", json!({ "id": task["id"], "outcome": "they went with walnut" }));
    assert_eq!(hits("walnut")[0]["id"], task["id"]);
    desk.call("promises", "edit", json!({ "id": task["id"], "text": "Bring samples" }));
    assert_eq!(hits("angstrom"), json!([]));
    desk.call("promises", "remove", json!({ "id": task["id"] }));
    assert_eq!(hits("walnut"), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(hits("walnut")[0]["kind"], "task");
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}
