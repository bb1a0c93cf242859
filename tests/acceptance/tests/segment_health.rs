//! Whether segments are good ones (M055 M095): overlap, coverage, drift, response, distinctness; a split and a merge tried
//! before anything is saved, done in one step, with what used the segment pointed anew.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn one(condition: Value) -> Value {
    json!({ "match": "one", "of": condition })
}

fn tagged(desk: &Desk, tag: &str, people: &[&String]) -> Value {
    desk.call("people", "tag", json!({ "ids": people, "tag": tag }));
    let tags = desk.call("people", "tags", json!(null));
    let id = tags.as_array().unwrap().iter().find(|t| t["name"] == tag).unwrap()["id"].clone();
    desk.call("segments", "save", json!({ "name": tag, "rule": one(json!({ "on": "tag", "tag": id })) }))["id"].clone()
}

fn said(desk: &Desk, person: &str, days: i64, channel: &str, direction: &str, felt: Value) {
    let touch =
        json!({ "people": [person], "channel": channel, "direction": direction, "felt": felt, "at": NOW - days * DAY });
    desk.call("touchpoints", "log", touch);
}

fn reason(pair: &Value, name: &str) -> Value {
    pair["reasons"].as_array().unwrap().iter().find(|r| r["reason"] == name).unwrap()["different"].clone()
}

#[test]
fn m095_overlap_coverage_and_distinctness_are_counted() {
    let desk = Desk::new();
    let people: Vec<String> = (0..14).map(|i| desk.person(&format!("P{i:02}"))).collect();
    let all: Vec<&String> = people.iter().collect();
    let a = tagged(&desk, "a", &all[..7]);
    let b = tagged(&desk, "b", &all[5..12]);
    for person in &people[..7] {
        said(&desk, person, 10, "email", "outbound", json!(1));
        said(&desk, person, 8, "email", "inbound", json!(null));
    }
    for person in &people[7..12] {
        said(&desk, person, 100, "phone", "outbound", json!(-1));
    }
    let health = desk.call("segments", "health", json!(null));
    assert_eq!((&health["total"], &health["uncovered"]), (&json!(14), &json!(2)));
    let (row, pair) = (&health["segments"][0], &health["pairs"][0]);
    assert_eq!((&row["count"], &row["only"]), (&json!(7), &json!(5)));
    assert_eq!((&pair["both"], &pair["n"]), (&json!(2), &json!(7)));
    let pulse = &row["pulse"];
    assert_eq!((&pulse["touches"], &pulse["asked"], &pulse["answered"]), (&json!(14), &json!(7), &json!(7)));
    assert_eq!((&pulse["answerDays"], &pulse["felt"], &pulse["feltOf"]), (&json!(2.0), &json!(1.0), &json!(7)));
    assert_eq!(pulse["channels"], json!([{ "channel": "email", "touches": 14 }]));
    assert_eq!(reason(pair, "channel"), json!(true), "e-mail here, mostly calls there");
    assert_eq!(reason(pair, "willingness"), Value::Null, "nobody knows without asking");
    assert_eq!(pair["maybeOne"], false);

    let c = tagged(&desk, "c", &all[..7]);
    for id in [&a, &c] {
        desk.call("segments", "savePlan", json!({ "id": id, "intensity": "light" }));
    }
    let health = desk.call("segments", "health", json!(null));
    let pairs = health["pairs"].as_array().unwrap();
    let same = pairs.iter().find(|p| p["a"] == a && p["b"] == c).unwrap();
    assert_eq!((reason(same, "channel"), reason(same, "relationship")), (json!(false), json!(false)));
    assert_eq!(same["maybeOne"], true, "all that is known is the same");
    assert_eq!(pairs.iter().filter(|p| p["maybeOne"] == true).count(), 1, "{b}");
}

#[test]
fn m055_drift_is_seen_by_looking_once_a_day() {
    let desk = Desk::new();
    let people: Vec<String> = ["Ana", "Bo", "Cy"].iter().map(|name| desk.person(name)).collect();
    let id = tagged(&desk, "key", &[&people[0], &people[1]]);
    let keep = || desk.call("segments", "keepDay", json!(null));
    let past = |since: Option<&str>| desk.call("segments", "past", json!({ "id": id, "since": since }));
    assert_eq!(keep(), true);
    assert_eq!(keep(), false, "once a day");
    assert_eq!(past(None)["days"].as_array().unwrap().len(), 1);
    desk.clock.advance(DAY);
    desk.call("people", "tag", json!({ "ids": [people[2]], "tag": "key" }));
    desk.call("people", "untag", json!({ "ids": [people[0]], "tag": "key" }));
    assert_eq!(keep(), true);
    let seen = past(None);
    assert_eq!((&seen["came"], &seen["went"]), (&json!(1), &json!(1)));
    assert_eq!((&seen["whoCame"][0]["name"], &seen["whoWent"][0]["name"]), (&json!("Cy"), &json!("Ana")));
    desk.clock.advance(DAY);
    desk.call("segments", "save", json!({ "id": id, "rule": { "match": "all", "of": [] } }));
    keep();
    let seen = past(None);
    assert_eq!(seen["came"], 1, "who comes by another rule did not change");
    assert_eq!((&seen["days"][2]["count"], &seen["days"][2]["changed"]), (&json!(3), &json!(true)));
    let since = seen["days"][2]["day"].as_str().unwrap().to_owned();
    assert_eq!(past(Some(&since))["days"].as_array().unwrap().len(), 1);
    assert_eq!(desk.call("vault", "nextSteps", json!(null))["undo"]["name"], "editSegment", "looking is no step");
}

#[test]
fn m095_a_split_is_tried_and_done_and_what_used_the_segment_stays_with_one_part() {
    let desk = Desk::new();
    let people: Vec<String> = (0..6).map(|i| desk.person(&format!("P{i}"))).collect();
    let id = tagged(&desk, "cafés", &people.iter().collect::<Vec<_>>());
    for person in &people[..4] {
        said(&desk, person, 3, "phone", "outbound", json!(2));
    }
    desk.call("journeys", "create", json!({ "title": "First year", "segment": id }));
    desk.call("care", "saveRule", json!({ "scope": { "for": "segment", "id": id }, "days": 21, "active": true }));
    let by = one(json!({ "on": "neverTouched" }));
    let tried = desk.call("segments", "trySplit", json!({ "id": id, "by": by }));
    assert_eq!((&tried["inside"]["pulse"]["people"], &tried["outside"]["pulse"]["people"]), (&json!(2), &json!(4)));
    assert_eq!(tried["outside"]["pulse"]["felt"], 2.0);
    assert_eq!(tried["inside"]["first"][0]["name"], "P4");
    assert_eq!(desk.call("segments", "list", json!(null)).as_array().unwrap().len(), 1, "nothing is saved");
    let uses = desk.call("segments", "uses", json!({ "id": id }));
    assert_eq!((&uses["journeys"], &uses["rules"]), (&json!(["First year"]), &json!([21])));

    let split = json!({ "id": id, "by": by, "inside": "Not met", "outside": "Met", "insideStays": false });
    let new = desk.call("segments", "split", split)["id"].clone();
    let list = desk.call("segments", "list", json!(null));
    let name = |id: &Value| {
        list.as_array().unwrap().iter().find(|s| s["id"] == *id).map(|s| (s["name"].clone(), s["count"].clone()))
    };
    assert_eq!((name(&id), name(&new)), (Some((json!("Met"), json!(4))), Some((json!("Not met"), json!(2)))));

    let joined = desk.call("segments", "tryJoin", json!({ "a": new, "b": id }));
    assert_eq!((&joined["whole"]["pulse"]["people"], &joined["both"]), (&json!(6), &json!(0)));
    desk.call("segments", "savePersona", json!({ "segment": id, "name": "Pilar" }));
    desk.call("segments", "join", json!({ "a": new, "b": id, "name": "Cafés", "repoint": true }));
    let uses = desk.call("segments", "uses", json!({ "id": new }));
    assert_eq!((&uses["journeys"], &uses["rules"]), (&json!(["First year"]), &json!([21])), "pointed anew");
    assert_eq!(desk.call("segments", "personas", json!({ "id": new }))[0]["name"], "Pilar");
    assert_eq!(desk.call("segments", "get", json!({ "id": new }))["count"], 6);
    let undone = desk.call("vault", "undo", json!({}));
    assert_eq!(undone["step"]["name"], "joinSegments");
    assert_eq!(desk.call("segments", "uses", json!({ "id": id }))["journeys"], json!(["First year"]), "one undo");
    assert_eq!(desk.call("segments", "personas", json!({ "id": id }))[0]["name"], "Pilar");
    let same = json!({ "a": id, "b": id, "name": "x", "repoint": true });
    assert_eq!(desk.attempt("segments", "join", same).unwrap_err().code, Code::Invalid);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}
