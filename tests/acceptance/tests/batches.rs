//! Letters to many, one by one (M041, M205, M206): who gets one, who is held and why, reading, approving, and what became
//! stale. Nobody can approve all, and nothing goes by itself.

use rapport_acceptance::{Desk, NOW};
use rapport_core::commands;
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn somebody(desk: &Desk, given: &str, more: Value) -> String {
    let mut new = json!({
        "name": format!("{given} Ruiz"), "given": given, "language": "en", "tags": ["studio"],
        "reaches": [{ "kind": "email", "value": format!("{given}@studio.example").to_lowercase() }],
        "roles": [{ "organisation": format!("Studio {given}") }],
    });
    new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.call("people", "create", new)["row"]["id"].as_str().unwrap().to_owned()
}

fn template(desk: &Desk, subject: &str, body: &str) -> Value {
    let input = json!({ "kind": "checkIn", "language": "en", "title": "Studios", "subject": subject, "body": body });
    let saved = desk.call("drafts", "saveTemplate", input);
    saved["templates"].as_array().unwrap().iter().find(|t| t["title"] == "Studios").unwrap()["key"].clone()
}

const BODY: &str = "Dear {{ person.given }},\n\nhow is {{ organisation }} getting on with the new lamps?\n\nShall we speak on Thursday?\n\nBest wishes,\nInes";

fn studios(desk: &Desk) -> Value {
    let mut settings = desk.call("settings", "get", json!(null));
    settings["sender"] =
        json!({ "name": "Ines Vidal", "email": "ines@firm.example", "organisation": "Firm", "solo": false });
    desk.call("settings", "save", settings);
    let tag = desk.call("people", "tags", json!(null))[0]["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": tag } });
    desk.call("segments", "save", json!({ "name": "Design studios", "hue": 1, "rule": rule }))["id"].clone()
}

fn make(desk: &Desk) -> Value {
    let segment = studios(desk);
    let key = template(desk, "{{ organisation }}", BODY);
    desk.call("drafts", "makeBatch", json!({ "segment": segment, "kind": "checkIn", "template": key }))
}

fn letters(desk: &Desk, batch: &Value) -> Vec<Value> {
    desk.call("drafts", "batchLetters", json!({ "id": batch["id"] })).as_array().unwrap().clone()
}

fn held(desk: &Desk, batch: &Value) -> Vec<(String, String)> {
    let all = desk.call("drafts", "heldPeople", json!({ "id": batch["id"] }));
    let pair =
        |one: &Value| (one["person"]["name"].as_str().unwrap().to_owned(), one["why"].as_str().unwrap().to_owned());
    all.as_array().unwrap().iter().map(pair).collect()
}

#[test]
fn a_segment_becomes_letters_and_people_held_with_a_reason() {
    let desk = Desk::new();
    somebody(&desk, "Ana", json!({}));
    somebody(&desk, "Ben", json!({ "roles": [] }));
    let out = somebody(&desk, "Cleo", json!({}));
    desk.call("consent", "say", json!({ "person": out, "channel": "email", "state": "optedOut" }));
    somebody(&desk, "Dan", json!({ "reaches": [] }));
    let often = somebody(&desk, "Eva", json!({}));
    for days in 1..=3 {
        let touch = json!({ "people": [often], "channel": "email", "direction": "outbound", "at": NOW - days * DAY });
        desk.call("touchpoints", "log", touch);
    }
    let batch = make(&desk);
    assert_eq!(
        (&batch["name"], &batch["letters"], &batch["held"], &batch["approved"]),
        (&json!("Design studios"), &json!(1), &json!(4), &json!(0))
    );
    let list = letters(&desk, &batch);
    assert_eq!((&list[0]["person"]["name"], &list[0]["subject"]), (&json!("Ana Ruiz"), &json!("Studio Ana")));
    assert_eq!(list[0]["preview"], "how is Studio Ana getting on with the new lamps?");
    let why = |name: &str, why: &str| (format!("{name} Ruiz"), why.to_owned());
    assert_eq!(
        held(&desk, &batch),
        [why("Ben", "cannotFill"), why("Cleo", "optedOut"), why("Dan", "noAddress"), why("Eva", "tooMany")]
    );
    let all = desk.call("drafts", "heldPeople", json!({ "id": batch["id"] }));
    assert_eq!(all[0]["detail"]["field"], "organisation");
    assert_eq!((&all[3]["detail"]["count"], &all[3]["detail"]["days"]), (&json!(3), &json!(7)));

    // Who stands in this batch is held in the next.
    let second =
        desk.call("drafts", "makeBatch", json!({ "segment": batch["segment"], "kind": "thankYou", "name": "Thanks" }));
    assert_eq!(held(&desk, &second)[0], why("Ana", "otherBatch"));
    let all = desk.call("drafts", "heldPeople", json!({ "id": second["id"] }));
    assert_eq!(all[0]["detail"]["batchName"], "Design studios");
    // "Anyway" passes over a batch and over many letters, never over a word of theirs.
    for (one, count) in [(0, 1), (1, 1)] {
        desk.call("drafts", "tryHeld", json!({ "id": all[one]["id"], "anyway": true }));
        assert!(letters(&desk, &second).len() >= count);
    }
    let cleo = all.as_array().unwrap().iter().find(|one| one["why"] == "optedOut").unwrap();
    desk.call("drafts", "tryHeld", json!({ "id": cleo["id"], "anyway": true }));
    assert!(held(&desk, &second).contains(&why("Cleo", "optedOut")));
}

#[test]
fn who_is_held_gets_a_letter_once_it_can_be_filled() {
    let desk = Desk::new();
    let ben = somebody(&desk, "Ben", json!({ "roles": [] }));
    let batch = make(&desk);
    let one = desk.call("drafts", "heldPeople", json!({ "id": batch["id"] }))[0]["id"].clone();
    assert_eq!(desk.call("drafts", "tryHeld", json!({ "id": one }))["held"], 1, "still nothing to fill in");
    desk.call("people", "saveRole", json!({ "person": ben, "organisation": "Studio Ben" }));
    let after = desk.call("drafts", "tryHeld", json!({ "id": one }));
    assert_eq!((&after["held"], &after["letters"]), (&json!(0), &json!(1)));
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("drafts", "batch", json!({ "id": batch["id"] }))["held"], 1);
    desk.call("drafts", "leaveOut", json!({ "id": one }));
    let after = desk.call("drafts", "batch", json!({ "id": batch["id"] }));
    assert_eq!((&after["held"], &after["letters"]), (&json!(0), &json!(0)));
}

#[test]
fn letters_are_read_one_by_one() {
    let desk = Desk::new();
    for name in ["Ana", "Ben", "Cleo"] {
        somebody(&desk, name, json!({}));
    }
    let batch = make(&desk);
    let list = letters(&desk, &batch);
    let id = |at: usize| list[at]["id"].clone();
    assert!(!commands::LIST.iter().any(|(room, verb)| *room == "drafts" && verb.to_lowercase().contains("approveall")));
    assert!(desk.attempt("drafts", "approve", json!({ "id": [id(0), id(1)] })).is_err(), "one by one");

    let refused = desk.attempt("drafts", "handOver", json!({ "id": id(0), "way": "copy" })).unwrap_err();
    assert_eq!((refused.code, &refused.details["why"]), (Code::Invalid, &json!("notApproved")));
    let approved = desk.call("drafts", "approve", json!({ "id": id(0) }));
    assert_eq!(approved["batch"]["approved"], true);
    desk.call("drafts", "hold", json!({ "id": id(1), "why": "after the fair" }));
    let now = desk.call("drafts", "batch", json!({ "id": batch["id"] }));
    assert_eq!((&now["letters"], &now["approved"], &now["held"]), (&json!(2), &json!(1), &json!(1)));
    let all = desk.call("drafts", "heldPeople", json!({ "id": batch["id"] }));
    assert_eq!(
        (&all[0]["letter"], &all[0]["why"], &all[0]["detail"]["note"]),
        (&id(1), &json!("byHand"), &json!("after the fair"))
    );
    desk.call("drafts", "takeIn", json!({ "id": id(1) }));

    // Writing on an approved letter takes the approval back.
    desk.call("drafts", "save", json!({ "id": id(0), "text": "Dear Ana,\n\nhow are you?\n\nBest wishes,\nInes" }));
    assert_eq!(desk.call("drafts", "get", json!({ "id": id(0) }))["batch"]["approved"], false);
    // What the coach stops is not approved without a reason, which is kept.
    desk.call("drafts", "save", json!({ "id": id(0), "text": "Dear [NAME],\n\nhow are you?" }));
    let stopped = desk.attempt("drafts", "approve", json!({ "id": id(0) })).unwrap_err();
    assert_eq!((&stopped.details["why"], &stopped.details["checks"]), (&json!("stopped"), &json!(["MC01"])));
    let forced = desk.call("drafts", "approve", json!({ "id": id(0), "reason": "an example for them" }));
    assert_eq!(forced["overrideReason"], "an example for them");

    desk.call("drafts", "withdraw", json!({ "id": id(0) }));
    desk.call(
        "drafts",
        "save",
        json!({ "id": id(0), "text": "Dear Ana,\n\nhow are the lamps of Studio Ana?\n\nBest wishes,\nInes" }),
    );
    desk.call("drafts", "approve", json!({ "id": id(0) }));
    desk.call("drafts", "handOver", json!({ "id": id(0), "way": "mailto" }));
    desk.call("drafts", "went", json!({ "id": id(0) }));
    let sent = desk.call("drafts", "batch", json!({ "id": batch["id"] }));
    assert_eq!((&sent["sent"], &sent["answered"]), (&json!(1), &json!(0)));
    let person = list[0]["person"]["id"].clone();
    desk.clock.advance(DAY);
    let answer = json!({ "people": [person], "channel": "email", "direction": "inbound", "text": "All fine" });
    desk.call("touchpoints", "log", answer);
    assert_eq!(desk.call("drafts", "batch", json!({ "id": batch["id"] }))["answered"], 1, "the response is tracked");
    desk.call("drafts", "removeBatch", json!({ "id": batch["id"] }));
    assert_eq!(desk.call("drafts", "batches", json!(null)), json!([]));
    assert_eq!(desk.call("drafts", "get", json!({ "id": id(0) }))["row"]["status"], "sent", "what went stays");
    assert_eq!(desk.attempt("drafts", "get", json!({ "id": id(1) })).unwrap_err().code, Code::NotFound);
}

#[test]
fn something_newer_makes_a_letter_stale() {
    let desk = Desk::new();
    let people = ["Ana", "Ben", "Cleo"].map(|name| somebody(&desk, name, json!({})));
    let batch = make(&desk);
    let list = letters(&desk, &batch);
    let stale = || -> Vec<Value> {
        let signs = desk.call("drafts", "signs", json!({ "batch": batch["id"] }));
        signs.as_array().unwrap().iter().map(|sign| sign["stale"].clone()).collect()
    };
    assert_eq!(stale(), vec![json!([]), json!([]), json!([])]);
    desk.call("drafts", "approve", json!({ "id": list[0]["id"] }));
    desk.clock.advance(3_600_000);
    desk.call("touchpoints", "log", json!({ "people": [people[0]], "channel": "phone", "text": "She moves house" }));
    desk.call("people", "edit", json!({ "id": people[1], "given": "Benedikt" }));
    assert_eq!(stale(), vec![json!(["touchpoint"]), json!(["person"]), json!([])]);
    let some = desk.call("drafts", "signs", json!({ "batch": batch["id"], "letters": [list[1]["id"]] }));
    assert_eq!((some.as_array().unwrap().len(), &some[0]["id"]), (1, &list[1]["id"]));

    for (verb, input) in
        [("handOver", json!({ "id": list[0]["id"], "way": "copy" })), ("approve", json!({ "id": list[0]["id"] }))]
    {
        let refused = desk.attempt("drafts", verb, input).unwrap_err();
        assert_eq!((refused.code, &refused.details["why"]), (Code::Invalid, &json!("stale")), "{verb}");
    }
    let seen = desk.call("drafts", "lookAgain", json!({ "id": list[0]["id"] }));
    assert_eq!(seen["batch"]["approved"], false, "it is approved anew");
    desk.call("drafts", "approve", json!({ "id": list[0]["id"] }));

    // Filled again, what was written stays and the name is the new one.
    let text = desk.call("drafts", "get", json!({ "id": list[1]["id"] }))["text"].as_str().unwrap().to_owned();
    let own =
        text.replace("Shall we speak on Thursday?", "The cable you asked for is here. Shall we speak on Thursday?");
    desk.call("drafts", "save", json!({ "id": list[1]["id"], "text": own }));
    let filled = desk.call("drafts", "fillAgain", json!({ "id": list[1]["id"] }));
    let text = filled["text"].as_str().unwrap();
    assert!(text.starts_with("Dear Benedikt,") && text.contains("The cable you asked for is here."), "{text}");
    assert_eq!(stale(), vec![json!([]), json!([]), json!([])]);

    let templates = desk.call("drafts", "templates", json!(null));
    let ours = templates.as_array().unwrap().iter().find(|t| t["title"] == "Studios").unwrap().clone();
    let changed = json!({ "id": ours["key"], "kind": "checkIn", "language": "en", "title": "Studios", "subject": "New", "body": BODY });
    desk.call("drafts", "saveTemplate", changed);
    assert_eq!(stale(), vec![json!(["template"]), json!(["template"]), json!(["template"])]);
}

#[test]
fn the_same_text_to_all_is_told() {
    let desk = Desk::new();
    for name in ["Ana", "Ben"] {
        let id = somebody(&desk, name, json!({}));
        desk.log(&id, 20, 1, "the lamps arrived");
    }
    let body = "Dear {{ person.given }},\n\nwe have a new catalogue with everything that one may want in winter, and we would be glad to show it to you soon.\n\nBest wishes,\nInes";
    let segment = studios(&desk);
    let key = template(&desk, "Winter", body);
    let batch = desk.call("drafts", "makeBatch", json!({ "segment": segment, "kind": "offer", "template": key }));
    let signs = desk.call("drafts", "signs", json!({ "batch": batch["id"] }));
    assert!(signs.as_array().unwrap().iter().all(|sign| sign["sameText"] == true), "{signs}");
    assert!(signs[0]["lights"]["warnings"].as_u64().unwrap() > 0);
}

#[test]
fn a_batch_that_cannot_be_is_refused_and_stop_leaves_nothing() {
    let desk = Desk::new();
    let ana = somebody(&desk, "Ana", json!({}));
    let refused = |input: Value| desk.attempt("drafts", "makeBatch", input).unwrap_err();
    assert_eq!(refused(json!({ "people": [], "kind": "checkIn", "name": "x" })).details["why"], "empty");
    assert_eq!(refused(json!({ "people": [ana], "kind": "checkIn" })).details["field"], "name");
    assert_eq!(refused(json!({ "kind": "checkIn", "name": "x" })).details["why"], "oneOf");
    assert_eq!(
        refused(json!({ "people": [ana], "kind": "checkIn", "name": "x", "template": "nowhere.en" })).code,
        Code::NotFound
    );
    assert_eq!(desk.call("drafts", "batches", json!(null)), json!([]));
    let made =
        desk.call("drafts", "makeBatch", json!({ "people": [ana, ana], "kind": "checkIn", "name": "  Two\n times " }));
    assert_eq!((&made["name"], &made["letters"]), (&json!("Two times"), &json!(1)), "nobody twice");
    assert_eq!(desk.call("drafts", "list", json!(null)), json!([]), "they stand in their batch");
}
