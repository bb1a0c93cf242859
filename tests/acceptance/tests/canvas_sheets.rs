//! Kinds of canvas, links, what speaks for a note, channel by segment, and how segments are served
//! (M081 M090 M097 M099 M101–M104; WORKSHEETS A3, A4, A7, A12).

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn add(desk: &Desk, input: Value) -> Value {
    desk.call("canvas", "addNote", input)["id"].clone()
}

fn refused(desk: &Desk, room: &str, verb: &str, input: Value) {
    assert_eq!(desk.attempt(room, verb, input).unwrap_err().code, Code::Invalid);
}

fn everyone(desk: &Desk, name: &str) -> Value {
    desk.call("segments", "save", json!({ "name": name, "hue": 1, "rule": { "match": "all", "of": [] } }))["id"].clone()
}

#[test]
fn five_sheets_come_with_the_program_and_take_only_notes_of_their_blocks() {
    let desk = Desk::new();
    let kinds = desk.call("canvas", "kinds", json!(null));
    let named: Vec<_> = kinds.as_array().unwrap().iter().map(|k| k["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(named, ["businessModel", "lean", "segmentsSheet", "channelsSheet", "relationshipsSheet"]);
    assert_eq!(kinds[0]["canvases"], 1);
    let lean = desk.call("canvas", "create", json!({ "title": " New firm ", "kind": "lean" }));
    assert_eq!((&lean["title"], &lean["kind"], &lean["notes"]), (&json!("New firm"), &json!("lean"), &json!(0)));
    let problem = add(&desk, json!({ "canvas": lean["id"], "block": "problem", "text": "Shelves run empty" }));
    refused(&desk, "canvas", "addNote", json!({ "canvas": lean["id"], "block": "partners", "text": "x" }));
    refused(&desk, "canvas", "moveNote", json!({ "id": problem, "block": "value" }));
    desk.call("canvas", "moveNote", json!({ "id": problem, "block": "parking" }));
    let found = desk.call("canvas", "get", json!({ "id": lean["id"] }));
    assert_eq!((&found["kind"], &found["notes"][0]["block"]), (&json!("lean"), &json!("parking")));
    assert_eq!(found["blocks"].as_array().unwrap().len(), 13, "twelve blocks and the parking lot");
    desk.call("canvas", "answer", json!({ "canvas": lean["id"], "question": "forWhom", "text": "Cafés" }));
    refused(&desk, "canvas", "create", json!({ "title": "x", "kind": "poster" }));
    desk.call("vault", "undo", json!({}));
    desk.call("vault", "undo", json!({}));
    desk.call("canvas", "remove", json!({ "id": lean["id"] }));
    assert_eq!(desk.call("canvas", "list", json!(null)).as_array().unwrap().len(), 1);
}

#[test]
fn a_team_makes_a_kind_of_its_own() {
    let desk = Desk::new();
    let area = |column: u8, row: u8, columns: u8, rows: u8| json!({ "column": column, "row": row, "columns": columns, "rows": rows });
    let blocks = json!([
        { "name": "Promise", "hint": "What we say", "area": area(1, 1, 5, 1) },
        { "name": "Who", "about": "segment", "area": area(6, 1, 5, 2) },
    ]);
    let kind = desk.call("canvas", "saveKind", json!({ "name": "Promises", "blocks": blocks }));
    assert_eq!((&kind["name"], &kind["blocks"][1]["about"]), (&json!("Promises"), &json!("segment")));
    assert_eq!(kind["blocks"][1]["block"], "own2");
    let sheet = desk.call("canvas", "create", json!({ "title": "Ours", "kind": kind["kind"] }));
    add(&desk, json!({ "canvas": sheet["id"], "block": "own2", "text": "Cafés" }));
    let change = |blocks: Value| json!({ "id": kind["own"], "name": "Promises", "blocks": blocks });
    let one = json!([{ "block": "own1", "name": "Promise", "area": area(1, 1, 10, 6) }]);
    refused(&desk, "canvas", "saveKind", change(one));
    refused(&desk, "canvas", "removeKind", json!({ "id": kind["own"] }));
    for wrong in [
        json!([]),
        json!([{ "name": " ", "area": area(1, 1, 1, 1) }]),
        json!([{ "name": "a", "area": area(1, 1, 11, 1) }]),
        json!([{ "name": "a", "area": area(255, 1, 255, 1) }]),
        json!([{ "name": "a", "area": area(0, 1, 1, 1) }]),
        json!([{ "name": "a", "area": area(1, 7, 1, 1) }]),
        json!([{ "name": "a", "area": area(1, 1, 2, 2) }, { "name": "b", "area": area(2, 2, 1, 1) }]),
        json!([{ "block": "value", "name": "a", "area": area(1, 1, 2, 2) }]),
        json!(vec![json!({ "name": "a", "area": area(1, 1, 1, 1) }); 13]),
    ] {
        refused(&desk, "canvas", "saveKind", json!({ "name": "Wrong", "blocks": wrong }));
    }
    // The blocks change places; the note goes with its block.
    let turned = json!([
        { "block": "own2", "name": "Whom", "about": "segment", "area": area(1, 1, 5, 1) },
        { "block": "own1", "name": "Promise", "area": area(6, 1, 5, 1) },
    ]);
    desk.call("canvas", "saveKind", change(turned));
    let found = desk.call("canvas", "get", json!({ "id": sheet["id"] }));
    assert_eq!((&found["blocks"][0]["name"], &found["notes"][0]["block"]), (&json!("Whom"), &json!("own2")));
}

#[test]
fn notes_are_linked_in_either_direction_once() {
    let desk = Desk::new();
    let a = add(&desk, json!({ "block": "relationships", "text": "A person of their own" }));
    let b = add(&desk, json!({ "block": "costs", "text": "Hours" }));
    desk.call("canvas", "linkNotes", json!({ "a": a, "b": b }));
    desk.call("canvas", "linkNotes", json!({ "a": b, "b": a }));
    let links = |desk: &Desk| desk.call("canvas", "get", json!({}))["links"].as_array().unwrap().len();
    assert_eq!(links(&desk), 1);
    refused(&desk, "canvas", "linkNotes", json!({ "a": a, "b": a }));
    desk.call("canvas", "archiveNote", json!({ "id": b }));
    assert_eq!(links(&desk), 0, "a link shows while both notes stand there");
    desk.call("canvas", "restoreNote", json!({ "id": b }));
    let variant = desk.call("canvas", "makeVariant", json!({ "title": "What if" }));
    let copy = desk.call("canvas", "get", json!({ "id": variant["id"] }));
    assert_eq!(copy["links"].as_array().unwrap().len(), 1, "links are copied");
    let elsewhere = copy["notes"][0]["id"].clone();
    refused(&desk, "canvas", "linkNotes", json!({ "a": a, "b": elsewhere }));
    desk.call("canvas", "unlinkNotes", json!({ "a": b, "b": a }));
    assert_eq!(links(&desk), 0);
    desk.call("vault", "undo", json!({}));
    assert_eq!(links(&desk), 1);
    desk.call("canvas", "remove", json!({ "id": variant["id"] }));
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("canvas", "get", json!({ "id": variant["id"] }))["links"].as_array().unwrap().len(), 1);
}

#[test]
fn a_variant_is_compared_with_what_it_was_copied_from() {
    let desk = Desk::new();
    let a = add(&desk, json!({ "block": "value", "text": "Same" }));
    add(&desk, json!({ "block": "value", "text": "Gone there" }));
    let first = desk.call("canvas", "get", json!({}))["id"].clone();
    let variant = desk.call("canvas", "makeVariant", json!({ "title": "What if" }))["id"].clone();
    let of = |from: &Value, to: &Value| desk.call("canvas", "compareCanvases", json!({ "from": from, "to": to }));
    assert_eq!(of(&first, &variant)["notes"], json!([]));
    let copy = desk.call("canvas", "get", json!({ "id": variant }));
    desk.call("canvas", "archiveNote", json!({ "id": copy["notes"][1]["id"] }));
    desk.call("canvas", "editNote", json!({ "id": a, "text": "Different here" }));
    let told = of(&first, &variant);
    assert_eq!((&told["to"], told["notes"].as_array().unwrap().len()), (&json!("What if"), 2));
    assert_eq!(told["notes"][0]["id"], copy["notes"][0]["id"], "by the id it has on the other one");
    assert_eq!(told["notes"][0]["changes"][0], json!({ "what": "reworded", "before": "Different here" }));
    assert_eq!(told["notes"][1]["changes"][0]["what"], "removed");
}

#[test]
fn touchpoints_speak_for_a_note_and_against_it() {
    let desk = Desk::new();
    let note = add(&desk, json!({ "block": "value", "text": "They want it early" }));
    let (ana, ben) = (desk.person("Ana"), desk.person("Ben"));
    desk.log(&ana, 3, 1, "before eight, please");
    desk.log(&ben, 1, 0, "after noon is fine");
    let recent = desk.call("touchpoints", "recent", json!(2));
    let prove = |touch: &Value, says: &str| {
        desk.call("canvas", "proveNote", json!({ "id": note, "touchpoint": touch["id"], "says": says }))
    };
    prove(&recent[1], "for");
    prove(&recent[0], "for");
    let said = prove(&recent[0], "against");
    assert_eq!((&said["speaksFor"], &said["speaksAgainst"]), (&json!(1), &json!(1)));
    let proofs = desk.call("canvas", "proofs", json!({ "id": note }));
    assert_eq!((&proofs[0]["against"], &proofs[0]["touchpoint"]["text"]), (&json!(true), &json!("after noon is fine")));
    desk.call("touchpoints", "remove", json!({ "id": recent[0]["id"] }));
    assert_eq!(desk.call("canvas", "proofs", json!({ "id": note })).as_array().unwrap().len(), 1);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("canvas", "proofs", json!({ "id": note })).as_array().unwrap().len(), 2);
    assert_eq!(prove(&recent[1], "nothing")["speaksFor"], 0);
}

#[test]
fn channel_by_segment_shows_the_plan_beside_the_log_and_who_can_be_reached() {
    let desk = Desk::new();
    let people: Vec<_> = ["Ana", "Ben", "Cleo"].map(|name| desk.person(name)).into();
    for (person, phone) in people.iter().zip(["+34 600 000 001", "+34 600 000 002"]) {
        desk.call("people", "saveReach", json!({ "person": person, "kind": "phone", "value": phone }));
    }
    desk.call(
        "consent",
        "say",
        json!({ "person": people[1], "channel": "chat", "state": "optedOut", "how": "on the phone" }),
    );
    let all = everyone(&desk, "All");

    let log = |who: &str, days: i64, direction: &str, minutes: Value| {
        let input = json!({ "people": [who], "channel": "chat", "direction": direction, "at": NOW - days * DAY, "felt": 1, "minutes": minutes });
        desk.call("touchpoints", "log", input)
    };
    log(&people[0], 40, "outbound", json!(10));
    log(&people[0], 30, "inbound", json!(null));
    log(&people[1], 45, "outbound", json!(5));
    log(&people[2], 5, "outbound", json!(null));
    log(&people[2], 800, "outbound", json!(60));
    let matrix = |desk: &Desk| desk.call("canvas", "matrix", json!({}));
    let cell = matrix(&desk)["rows"][0][0].clone();
    assert_eq!(matrix(&desk)["channels"], json!(["chat"]));
    assert_eq!(
        (&cell["planned"], &cell["reach"], &cell["people"], &cell["touches"]),
        (&json!(false), &json!(1), &json!(3), &json!(4))
    );
    // Of three that we began one is too young to have been answered, and one was not.
    assert_eq!((&cell["asked"], &cell["answered"]), (&json!(2), &json!(1)));
    assert_eq!(
        (&cell["minutes"], &cell["minutesN"], &cell["felt"], &cell["feltN"]),
        (&json!(15), &json!(2), &json!(1.0), &json!(4))
    );
    let plan = |planned: bool| {
        desk.call(
            "canvas",
            "planChannel",
            json!({ "segment": all, "channel": "chat", "planned": planned, "text": "Chat" }),
        )
    };
    plan(true);
    plan(true);
    assert_eq!(matrix(&desk)["rows"][0][0]["planned"], true);
    let notes = desk.call("canvas", "get", json!({}))["notes"].as_array().unwrap().len();
    assert_eq!(notes, 2, "one note for the segment and one for the channel");
    plan(false);
    assert_eq!(matrix(&desk)["rows"][0][0]["planned"], false);
    desk.call("vault", "undo", json!({}));
    desk.call("vault", "undo", json!({}));
    assert!(
        desk.call("canvas", "get", json!({}))["notes"].as_array().unwrap().is_empty(),
        "one step wrote both notes and the link"
    );
}

#[test]
fn a_segment_is_served_as_planned_or_not() {
    let desk = Desk::new();
    let all = everyone(&desk, "All");
    let people: Vec<_> = (0..5).map(|n| desk.person(&format!("Person {n}"))).collect();
    desk.call("people", "edit", json!({ "id": people[0], "relation": "dedicated" }));
    let plan =
        json!({ "id": all, "relation": "dedicated", "minutes": 30, "cost": 1250, "currency": "EUR", "perks": "Wi-Fi" });
    assert_eq!(desk.call("segments", "serve", plan)["cost"], 1250);
    let served = |desk: &Desk| desk.call("canvas", "service", json!({}))[0].clone();
    assert_eq!(served(&desk)["lived"]["relation"], "selfService", "nobody was spoken with");
    assert_eq!((&served(&desk)["planned"]["minutes"], &served(&desk)["said"][0]["count"]), (&json!(30), &json!(1)));
    let input = json!({ "people": people, "channel": "event", "minutes": 90 });
    desk.call("touchpoints", "log", input);
    assert_eq!(served(&desk)["lived"]["relation"], "community");
    assert_eq!((&served(&desk)["lived"]["inGroups"], &served(&desk)["lived"]["minutes"]), (&json!(5), &json!(90)));
    refused(&desk, "segments", "serve", json!({ "id": all, "relation": "butler" }));
    refused(&desk, "segments", "serve", json!({ "id": all, "cost": -1 }));
    refused(&desk, "segments", "serve", json!({ "id": all, "currency": "euro" }));
    desk.call("segments", "serve", json!({ "id": all, "minutes": 0 }));
    assert_eq!(served(&desk)["planned"]["minutes"], Value::Null);
}

#[test]
fn plain_rules_find_where_plan_and_life_part() {
    let desk = Desk::new();
    let all = everyone(&desk, "All");
    let other = everyone(&desk, "All, again");
    let bound = |segment: &Value, text: &str| {
        add(&desk, json!({ "block": "segments", "text": text, "binding": { "to": "segment", "segment": segment } }))
    };
    let (first, _) = (bound(&all, "All"), bound(&other, "Again"));
    let channel = add(&desk, json!({ "block": "channels", "text": "Post" }));
    add(&desk, json!({ "block": "value", "text": "Early; and warm" }));
    add(&desk, json!({ "block": "value", "text": "Neighbourhood cafes" }));
    add(&desk, json!({ "block": "value", "text": "Neighborhood cafés" }));
    let kinds = |desk: &Desk| -> Vec<String> {
        let found = desk.call("canvas", "lint", json!({}));
        found.as_array().unwrap().iter().map(|h| h["kind"].as_str().unwrap().to_owned()).collect()
    };
    let told = |desk: &Desk, kind: &str| kinds(desk).iter().filter(|k| *k == kind).count();
    assert_eq!((told(&desk, "twoIdeas"), told(&desk, "duplicate"), told(&desk, "noHeading")), (1, 1, 1));
    assert_eq!(told(&desk, "lacksLinks"), 0, "nobody links on this sheet yet");
    desk.call("canvas", "linkNotes", json!({ "a": first, "b": channel }));
    assert_eq!((told(&desk, "lacksLinks"), told(&desk, "servesNobody")), (2, 3));
    desk.call("canvas", "rename", json!({ "designedFor": "Us", "designedBy": "Us", "reviewOn": "2026-11-22" }));
    assert_eq!((told(&desk, "noHeading"), told(&desk, "sheetOverdue")), (0, 1));
    for segment in [&all, &other] {
        desk.call("segments", "savePlan", json!({ "id": segment, "intensity": "close" }));
    }
    assert_eq!(told(&desk, "oneSize"), 1);
    desk.call("canvas", "takeSnapshot", json!({ "label": "Before" }));
    let people: Vec<_> = (0..12).map(|n| desk.person(&format!("Person {n}"))).collect();
    assert_eq!(told(&desk, "numbersMoved"), 2);
    desk.call("segments", "serve", json!({ "id": all, "cost": 1000, "currency": "EUR" }));
    assert_eq!(told(&desk, "costsMore"), 0, "nothing is known of what they bring");
    let bought = json!({ "person": people[0], "date": "2026-11-02", "amount": 143_999, "currency": "EUR" });
    desk.call("purchases", "save", bought);
    assert_eq!(told(&desk, "costsMore"), 1, "twelve people at ten euros a month are 1440");
    let members = desk.call("canvas", "members", json!({ "id": all }));
    assert_eq!(
        (&members["count"], &members["revenueShare"], &members["byPurchases"]),
        (&json!(12), &json!(1.0), &json!(true))
    );
    assert_eq!(members["foremost"][0]["person"]["name"], "Person 0");
}

#[test]
fn the_day_of_a_test_and_of_a_review_keep_a_task_each_and_move_it() {
    let desk = Desk::new();
    let note = add(&desk, json!({ "block": "value", "text": "They want it early" }));
    let judge = |day: &str| {
        desk.call("canvas", "judgeNote", json!({ "id": note, "reviewOn": day, "task": "Look at what came of it" }))
    };
    let open = |desk: &Desk| desk.call("promises", "list", json!({ "state": "open" }))["items"].clone();
    judge("2026-12-01");
    judge("2026-12-08");
    assert_eq!(open(&desk).as_array().unwrap().len(), 1, "one task that moves");
    assert_eq!(
        (&open(&desk)[0]["due"], &open(&desk)[0]["about"]),
        (&json!("2026-12-08"), &json!(format!("canvasNote:{}", note.as_str().unwrap())))
    );
    desk.call("canvas", "rename", json!({ "reviewOn": "2027-01-10", "task": "Look at the canvas again" }));
    assert_eq!(open(&desk).as_array().unwrap().len(), 2);
    judge("");
    assert_eq!(open(&desk).as_array().unwrap().len(), 1);
    desk.call("vault", "undo", json!({}));
    assert_eq!(open(&desk).as_array().unwrap().len(), 2, "day and task are one step");
}
