//! The audit of a journey's touchpoints (M234, M063) and when its map is looked at again (M067, M219), through the commands.

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

/// A map with a call while they come aboard, a letter that nobody ever got, and a step without a channel.
fn map(desk: &Desk) -> Value {
    let id = desk.call("journeys", "create", json!({ "title": "First year", "stages": ["Only"] }))["id"].clone();
    let stage = desk.call("journeys", "get", json!({ "id": id }))["stages"][0]["id"].clone();
    for content in [
        json!({ "name": "Letter", "channel": "post" }),
        json!({ "name": "First call", "channel": "phone", "lifecycle": "onboarding", "expected": { "value": 1, "word": "glad" } }),
        json!({ "name": "Any call", "channel": "phone" }),
        json!({ "name": "Waits" }),
    ] {
        desk.call("journeys", "addStep", json!({ "stage": stage, "content": content }));
    }
    id
}

fn log(desk: &Desk, person: &str, channel: &str, stage: &str, felt: Option<i32>, days: i64) {
    let mut touch = json!({ "people": [person], "channel": channel, "stage": stage, "at": NOW - days * DAY });
    if let Some(felt) = felt {
        touch["felt"] = json!(felt);
    }
    desk.call("touchpoints", "log", touch);
}

fn audit(desk: &Desk, id: &Value) -> Value {
    desk.call("journeys", "audit", json!({ "id": id }))
}

/// "channel/stage: hint, n of touches, verdict" of each row.
fn rows(audit: &Value) -> Vec<String> {
    let rows = audit["rows"].as_array().unwrap().iter();
    let row = |row: &Value| {
        format!(
            "{}/{}: {} {} of {} {}",
            row["channel"].as_str().unwrap(),
            row["lifecycle"].as_str().unwrap(),
            row["hint"].as_str().unwrap(),
            row["observed"]["n"],
            row["observed"]["touches"],
            row["said"]["verdict"].as_str().unwrap_or("-"),
        )
    };
    rows.map(row).collect()
}

#[test]
fn every_kind_of_touchpoint_is_listed_with_how_it_felt_and_a_plain_rule_m234() {
    let desk = Desk::new();
    let (id, ana) = (map(&desk), desk.person("Ana"));
    assert_eq!(rows(&audit(&desk, &id)), ["post/: unused 0 of 0 -", "phone/onboarding: unused 0 of 0 -"]);

    for felt in [-2, -2, -1, -1, 0] {
        log(&desk, &ana, "phone", "onboarding", Some(felt), 3);
    }
    log(&desk, &ana, "phone", "retention", Some(2), 400);
    log(&desk, &ana, "email", "", None, 2);
    log(&desk, &ana, "email", "", None, 1);
    log(&desk, &ana, "video", "", Some(1), 1);
    let seen = audit(&desk, &id);
    assert_eq!(
        rows(&seen),
        [
            "post/: unused 0 of 0 -",
            "phone/onboarding: fix 5 of 5 -",
            "phone/retention: asleep 1 of 1 -",
            "email/: ask 0 of 2 -",
            "video/: askOn 1 of 1 -",
        ]
    );
    let call = &seen["rows"][1];
    let names: Vec<_> = call["steps"].as_array().unwrap().iter().map(|step| step["name"].clone()).collect();
    assert_eq!(names, ["First call", "Any call"]);
    assert_eq!(
        (&call["observed"]["median"], &call["observed"]["low"], &call["observed"]["high"]),
        (&json!(-1.0), &json!(-2.0), &json!(-1.0))
    );
    assert_eq!((&call["lastAt"], &seen["rows"][3]["lastAt"]), (&json!(NOW - 3 * DAY), &json!(NOW - DAY)));
    assert_eq!((&seen["people"], &seen["rows"][3]["steps"]), (&json!(1), &json!([])));
}

#[test]
fn a_verdict_and_its_reason_are_kept_changed_and_undone_m234() {
    let desk = Desk::new();
    let (id, ana) = (map(&desk), desk.person("Ana"));
    log(&desk, &ana, "email", "retention", Some(1), 1);
    let judge = |more: Value| {
        let mut input = json!({ "journey": id, "channel": "email", "lifecycle": "retention" });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.attempt("journeys", "judge", input)
    };
    let said = || {
        audit(&desk, &id)["rows"].as_array().unwrap().iter().find(|row| row["channel"] == "email").unwrap()["said"]
            .clone()
    };
    judge(json!({ "verdict": "fix", "reason": " Too slow " })).unwrap();
    assert_eq!(said(), json!({ "verdict": "fix", "reason": "Too slow", "at": NOW }));
    judge(json!({ "verdict": "stop" })).unwrap();
    assert_eq!((said()["verdict"].clone(), said()["reason"].clone()), (json!("stop"), json!("Too slow")));
    judge(json!({})).unwrap();
    assert_eq!(said(), Value::Null);
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "judgeTouch");
    assert_eq!(said()["verdict"], "stop");
    desk.call("vault", "undo", json!({}));
    assert_eq!(said()["verdict"], "fix");

    // What was decided stays in sight when nothing of the kind is logged with the people of the map any more.
    let rule = json!({ "match": "one", "of": { "on": "relation", "relation": "dedicated" } });
    let segment = desk.call("segments", "save", json!({ "name": "Ours", "hue": 1, "rule": rule }))["id"].clone();
    desk.call("journeys", "assign", json!({ "id": id, "segment": segment }));
    assert_eq!((said()["reason"].clone(), audit(&desk, &id)["people"].clone()), (json!("Too slow"), json!(0)));

    assert_eq!(judge(json!({ "verdict": "fix", "reason": "x".repeat(17 * 1024) })).unwrap_err().code, Code::TooLarge);
    let wrong = json!({ "journey": id, "channel": "email", "lifecycle": "someday", "verdict": "keep" });
    assert_eq!(desk.attempt("journeys", "judge", wrong).unwrap_err().code, Code::Invalid);
    desk.call("journeys", "remove", json!({ "id": id }));
    assert_eq!(desk.attempt("journeys", "audit", json!({ "id": id })).unwrap_err().code, Code::NotFound);
    desk.call("vault", "undo", json!({}));
    assert_eq!(said()["verdict"], "fix");
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_map_says_when_it_is_looked_at_again_and_when_it_was_m067_m219() {
    let desk = Desk::new();
    let id = map(&desk);
    let get = || desk.call("journeys", "get", json!({ "id": id }));
    assert_eq!((get()["reviewOn"].clone(), get()["lookedAt"].clone()), (json!(""), Value::Null));
    desk.call("journeys", "review", json!({ "id": id, "on": "2027-02-01" }));
    desk.call("journeys", "review", json!({ "id": id, "looked": true }));
    assert_eq!((get()["reviewOn"].clone(), get()["lookedAt"].clone()), (json!("2027-02-01"), json!(NOW)));
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "reviewJourney");
    assert_eq!((get()["reviewOn"].clone(), get()["lookedAt"].clone()), (json!("2027-02-01"), Value::Null));
    desk.call("journeys", "review", json!({ "id": id, "on": "" }));
    assert_eq!(get()["reviewOn"], "");
    let day = json!({ "id": id, "on": "2027-03-01", "task": "Look at the map again" });
    desk.call("journeys", "review", day);
    let tasks = desk.call("promises", "list", json!({}));
    assert_eq!(
        (&tasks["items"][0]["text"], &tasks["items"][0]["due"]),
        (&json!("Look at the map again"), &json!("2027-03-01"))
    );
    assert_eq!(tasks["items"][0]["about"], format!("journey:{}", id.as_str().unwrap()));
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("promises", "list", json!({}))["items"], json!([]));
    for wrong in ["soon", "2027-2-1", "2027-02-30"] {
        assert_eq!(
            desk.attempt("journeys", "review", json!({ "id": id, "on": wrong })).unwrap_err().code,
            Code::Invalid,
            "{wrong}"
        );
    }
}
