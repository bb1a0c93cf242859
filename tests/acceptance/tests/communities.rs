//! Communities (M088 M194 M195): members, meetings that are logged with everybody who came, who could help whom, and
//! bringing two together only when both agreed.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

#[test]
fn m088_a_meeting_is_kept_and_logged_with_everybody_who_came_in_one_step() {
    let desk = Desk::new();
    let [ana, bo, cy]: [String; 3] = ["Ana", "Bo", "Cy"].map(|name| desk.person(name));
    let rule = json!({ "match": "all", "of": [] });
    let segment = desk.call("segments", "save", json!({ "name": "All", "rule": rule }))["id"].clone();
    let id = desk.call("communities", "save", json!({ "name": " Ovens ", "segment": segment }))["id"].clone();
    desk.call("communities", "save", json!({ "id": id, "about": "Who changed theirs" }));
    let group = desk.call("communities", "addMembers", json!({ "id": id, "people": [ana, bo, ana] }));
    assert_eq!((&group["row"]["name"], &group["row"]["about"]), (&json!("Ovens"), &json!("Who changed theirs")));
    assert_eq!(group["members"].as_array().unwrap().len(), 2, "nobody twice");
    assert_eq!(group["couldJoin"], json!([{ "id": cy, "name": "Cy" }]), "from the segment");

    let at = NOW - 86_400_000;
    let met =
        json!({ "community": id, "at": at, "title": "Breakfast", "heard": "Gas is dear", "people": [ana], "felt": 1 });
    let group = desk.call("communities", "meet", met);
    assert_eq!(group["meetings"][0]["people"], json!([{ "id": ana, "name": "Ana" }]));
    let came: Vec<_> = group["members"].as_array().unwrap().iter().map(|m| m["came"].clone()).collect();
    assert_eq!(came, [1, 0]);
    let touch = desk.call("touchpoints", "recent", json!(1))[0].clone();
    assert_eq!(
        (&touch["title"], &touch["text"], &touch["felt"]),
        (&json!("Ovens: Breakfast"), &json!("Gas is dear"), &json!(1))
    );
    assert_eq!(touch["channel"], "event");
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("touchpoints", "recent", json!(1)), json!([]), "one undo takes back both");
    desk.call("vault", "redo", json!(null));

    let meeting = desk.call("communities", "get", json!({ "id": id }))["meetings"][0]["id"].clone();
    desk.call("communities", "removeMeeting", json!({ "id": meeting }));
    assert_eq!(desk.call("touchpoints", "recent", json!(5)).as_array().unwrap().len(), 1, "what was said stays said");
    desk.call("vault", "undo", json!({}));
    let member = group["members"][1]["id"].clone();
    desk.call("communities", "leave", json!({ "id": member }));
    let row = desk.call("communities", "list", json!(null))[0].clone();
    assert_eq!((&row["members"], &row["meetings"], &row["lastMet"]), (&json!(1), &json!(1), &json!(at)));
    desk.call("segments", "remove", json!({ "id": segment }));
    assert_eq!(desk.call("communities", "get", json!({ "id": id }))["row"]["segment"], Value::Null);
    for wrong in [
        json!({ "community": id, "title": "", "heard": "", "people": [] }),
        json!({ "community": id, "title": "", "heard": "", "people": [ana], "felt": 9 }),
    ] {
        assert_eq!(desk.attempt("communities", "meet", wrong).unwrap_err().code, Code::Invalid);
    }
    desk.call("communities", "remove", json!({ "id": id }));
    assert_eq!(desk.call("communities", "list", json!(null)), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("communities", "list", json!(null))[0]["meetings"], 1);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn m194_m195_only_who_agreed_is_brought_together() {
    let desk = Desk::new();
    let [ana, bo, cy]: [String; 3] = ["Ana", "Bo", "Cy"].map(|name| desk.person(name));
    let write = |who: &str, topic: &str, side: &str| {
        desk.call("communities", "saveTopic", json!({ "person": who, "topic": topic, "side": side }));
    };
    write(&ana, "A second location", "offers");
    write(&bo, "a second LOCATION ", "looks");
    write(&cy, "Paper", "looks");
    let helps = |text: &str| desk.call("communities", "helps", json!({ "text": text }));
    let all = helps("");
    assert_eq!(all.as_array().unwrap().len(), 2, "one topic however it is written");
    assert_eq!(
        (&all[0]["offers"][0]["person"]["name"], &all[0]["looks"][0]["person"]["name"]),
        (&json!("Ana"), &json!("Bo"))
    );
    assert_eq!(helps("paper").as_array().unwrap().len(), 1, "found by topic");
    assert_eq!(helps("bo")[0]["topic"], "A second location", "and by name");

    let both = json!({ "one": ana, "other": bo, "topic": "A second location", "channel": "email" });
    let refused = desk.attempt("communities", "introduce", both.clone()).unwrap_err();
    assert_eq!((refused.code, &refused.details["name"]), (Code::OptedOut, &json!("Ana")));
    let agree = |who: &str, state: &str| {
        desk.call("consent", "say", json!({ "person": who, "channel": "introductions", "state": state }));
        desk.clock.advance(1000);
    };
    agree(&ana, "agreed");
    assert_eq!(
        desk.attempt("communities", "introduce", both.clone()).unwrap_err().details["name"],
        "Bo",
        "both have to"
    );
    agree(&bo, "agreed");
    assert_eq!(helps("second")[0]["looks"][0]["mayIntroduce"], true);
    desk.call("communities", "introduce", both.clone());
    let told = desk.call("communities", "introductions", json!(null));
    assert_eq!((&told[0]["one"]["name"], &told[0]["other"]["name"]), (&json!("Ana"), &json!("Bo")));
    let touch = desk.call("touchpoints", "recent", json!(1))[0].clone();
    assert_eq!(touch["people"].as_array().unwrap().len(), 2, "logged with both");

    desk.call("consent", "say", json!({ "person": bo, "state": "optedOut" }));
    assert_eq!(
        desk.attempt("communities", "introduce", both).unwrap_err().code,
        Code::OptedOut,
        "a no to everything is a no to this"
    );
    let same = json!({ "one": ana, "other": ana, "topic": "", "channel": "email" });
    assert_eq!(desk.attempt("communities", "introduce", same).unwrap_err().code, Code::Invalid);
    let line = helps("paper")[0]["looks"][0]["id"].clone();
    desk.call("communities", "removeTopic", json!({ "id": line }));
    assert_eq!(helps("").as_array().unwrap().len(), 1);
}
