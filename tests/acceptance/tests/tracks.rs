//! Tracks for new, lively and lapsed people (M193, M113): who is on one, which step is due on Today and why, done by
//! logging or skipped.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn on_today(desk: &Desk) -> Vec<(String, Value)> {
    let today = desk.call("care", "today", json!({}));
    let items = today["items"].as_array().unwrap().iter().filter(|i| i["why"]["reason"] == "track");
    items.map(|i| (i["person"]["name"].as_str().unwrap().to_owned(), i["why"]["track"].clone())).collect()
}

fn track(desk: &Desk, id: &Value) -> Value {
    desk.call("segments", "track", json!({ "id": id }))
}

#[test]
fn m193_new_people_go_step_by_step_and_today_says_which() {
    let desk = Desk::new();
    let made = desk.call("segments", "addTrack", json!({ "preset": "new" }))["track"].clone();
    let id = made["id"].clone();
    assert_eq!((&made["preset"], &made["starts"], &made["people"]), (&json!("new"), &json!("added"), &json!(0)));
    let ana = desk.person("Ana");
    desk.person("Bo");
    assert_eq!(on_today(&desk), [], "the welcome is due after two days");
    desk.clock.advance(2 * DAY);
    let due = on_today(&desk);
    assert_eq!(due.iter().map(|d| d.0.as_str()).collect::<Vec<_>>(), ["Ana", "Bo"]);
    assert_eq!((&due[0].1["place"], &due[0].1["of"], &due[0].1["channel"]), (&json!(1), &json!(3), &json!("phone")));
    assert_eq!(due[0].1["name"], "The first weeks");

    let step = made["steps"][0]["id"].clone();
    let done =
        json!({ "step": step, "touchpoint": { "people": [ana], "channel": "phone", "felt": 1, "text": "Welcome!" } });
    let view = desk.call("segments", "doTrackStep", done);
    assert_eq!((&view["track"]["steps"][0]["done"], &view["track"]["steps"][1]["waiting"]), (&json!(1), &json!(1)));
    assert_eq!(
        desk.call("touchpoints", "recent", json!(1))[0]["text"],
        "Welcome!",
        "it is a touchpoint like any other"
    );
    assert_eq!(on_today(&desk).len(), 1, "Ana's is done");
    desk.call("vault", "undo", json!({}));
    assert_eq!(on_today(&desk).len(), 2, "and one undo takes back both");
    desk.call("vault", "redo", json!(null));
    desk.call("segments", "skipTrackStep", json!({ "step": step, "person": view["on"][0]["person"]["id"] }));
    desk.clock.advance(12 * DAY);
    assert_eq!(on_today(&desk).iter().filter(|(_, due)| due["place"] == 2).count(), 2);
    desk.clock.advance(60 * DAY);
    assert_eq!(track(&desk, &id)["track"]["people"], 2, "who has begun goes on to the end, though no longer new");
    desk.call("segments", "saveTrack", json!({ "id": id, "active": false }));
    assert_eq!(on_today(&desk), []);
}

#[test]
fn m193_lapsed_people_leave_when_they_are_back_and_may_come_again() {
    let desk = Desk::new();
    let (ana, bo) = (desk.person("Ana"), desk.person("Bo"));
    desk.log(&ana, 150, 0, "long ago");
    desk.log(&bo, 3, 0, "just now");
    let made = desk.call("segments", "addTrack", json!({ "preset": "lapsed" }));
    assert_eq!(made["on"][0]["person"]["name"], "Ana");
    assert_eq!(made["track"]["people"], 1);
    assert!(made["track"]["entryWords"].as_str().unwrap().contains("120 days"), "{}", made["track"]["entryWords"]);
    let steps = made["track"]["steps"].clone();
    let at = |n: usize| steps[n]["id"].clone();
    let write = |n: usize, channel: &str| {
        desk.call(
            "segments",
            "doTrackStep",
            json!({ "step": at(n), "touchpoint": { "people": [ana], "channel": channel } }),
        )
    };
    let view = write(0, "email");
    assert_eq!(
        (&view["track"]["people"], &view["on"][0]["step"]),
        (&json!(1), &at(1)),
        "a word of ours does not bring them back"
    );
    for _ in 0..2 {
        desk.call(
            "touchpoints",
            "log",
            json!({ "people": [ana], "channel": "phone", "direction": "inbound", "at": desk.clock.now() }),
        );
    }
    assert_eq!(track(&desk, &made["track"]["id"])["track"]["people"], 0, "they talk again: off the track");
    desk.clock.advance(31 * DAY);
    write(1, "post");
    write(2, "phone");
    let view = track(&desk, &made["track"]["id"]);
    assert_eq!((&view["track"]["finished"], &view["track"]["people"]), (&json!(1), &json!(0)));
    desk.clock.advance(200 * DAY);
    let names: Vec<Value> = track(&desk, &made["track"]["id"])["on"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| o["person"]["name"].clone())
        .collect();
    assert_eq!(names, ["Ana", "Bo"], "quiet again, and half a year is over");
}

#[test]
fn m113_a_track_can_be_for_one_segment_and_is_ones_own_to_change() {
    let desk = Desk::new();
    let (ana, _) = (desk.person("Ana"), desk.person("Bo"));
    desk.call("people", "tag", json!({ "ids": [ana], "tag": "clinic" }));
    let tag = desk.call("people", "tags", json!(null))[0]["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": tag } });
    let segment = desk.call("segments", "save", json!({ "name": "Clinics", "rule": rule }))["id"].clone();
    let entry = json!({ "match": "one", "of": { "on": "neverTouched" } });
    let made = desk.call("segments", "saveTrack", json!({ "name": "Hello", "entry": entry, "segment": segment }));
    let id = made["track"]["id"].clone();
    assert_eq!(
        (&made["track"]["people"], &made["track"]["segment"]["name"]),
        (&json!(0), &json!("Clinics")),
        "no steps yet"
    );
    let step = |days: u32, what: &str| json!({ "track": id, "afterDays": days, "channel": "phone", "what": what });
    let view = desk.call("segments", "saveTrackStep", step(0, "Ring once"));
    assert_eq!((&view["track"]["people"], &view["on"][0]["person"]["name"]), (&json!(1), &json!("Ana")));
    let first = view["track"]["steps"][0]["id"].clone();
    let mut other = step(4, "Ring twice");
    other["id"] = first.clone();
    let view = desk.call("segments", "saveTrackStep", other);
    assert_eq!(
        (&view["track"]["steps"][0]["what"], &view["track"]["steps"][0]["afterDays"]),
        (&json!("Ring twice"), &json!(4))
    );
    for (verb, wrong) in [
        ("saveTrackStep", step(9999, "x")),
        ("saveTrackStep", step(1, " ")),
        ("saveTrack", json!({ "name": "No rule" })),
        ("saveTrack", json!({ "id": id, "segment": "nonsense" })),
    ] {
        assert_eq!(desk.attempt("segments", verb, wrong).unwrap_err().code, Code::Invalid, "{verb}");
    }
    let spoken = desk.call("care", "snooze", json!({ "person": ana, "until": desk.clock.now() + DAY }));
    assert_eq!((spoken, on_today(&desk)), (Value::Null, vec![]), "who is left in peace is left in peace");
    desk.call("segments", "remove", json!({ "id": segment }));
    assert_eq!(track(&desk, &id)["track"]["segmentGone"], true);
    desk.call("segments", "removeTrackStep", json!({ "id": first }));
    desk.call("segments", "removeTrack", json!({ "id": id }));
    assert_eq!(desk.call("segments", "tracks", json!(null)), json!([]));
}
