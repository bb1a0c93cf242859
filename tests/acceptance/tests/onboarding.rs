//! How new customers fare on a journey map (M162), through the commands.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

/// A map with a welcome within two days, a call a week later, and a step of another stage.
fn map(desk: &Desk) -> Value {
    let id = desk.call("journeys", "create", json!({ "title": "First months", "stages": ["Aboard"] }))["id"].clone();
    let stage = desk.call("journeys", "get", json!({ "id": id }))["stages"][0]["id"].clone();
    for content in [
        json!({ "name": "Welcome", "channel": "email", "lifecycle": "onboarding", "withinDays": 2 }),
        json!({ "name": "First call", "channel": "phone", "lifecycle": "onboarding", "withinDays": 7 }),
        json!({ "name": "Yearly letter", "channel": "post", "lifecycle": "retention", "withinDays": 1 }),
    ] {
        desk.call("journeys", "addStep", json!({ "stage": stage, "content": content }));
    }
    id
}

/// Somebody who bought for the first time on that day.
fn buyer(desk: &Desk, name: &str, date: &str) -> String {
    let id = desk.person(name);
    desk.call("purchases", "save", json!({ "person": id, "date": date, "amount": 1000, "currency": "EUR" }));
    id
}

fn log(desk: &Desk, person: &str, channel: &str, days: i64, felt: Option<(i32, &str)>) {
    let mut touch = json!({ "people": [person], "channel": channel, "at": NOW - days * DAY });
    if let Some((felt, word)) = felt {
        touch["felt"] = json!(felt);
        touch["feltWord"] = json!(word);
    }
    desk.call("touchpoints", "log", touch);
}

/// "name: silent, longest, touches, by, word" of each row.
fn rows(check: &Value) -> Vec<String> {
    let row = |row: &Value| {
        format!(
            "{}: {} {} {} {} {}",
            row["person"]["name"].as_str().unwrap(),
            row["silentDays"],
            row["longestDays"],
            row["touches"],
            row["by"].as_str().unwrap(),
            row["word"].as_str().unwrap_or("-"),
        )
    };
    check["rows"].as_array().unwrap().iter().map(row).collect()
}

/// A book with six people, four of whom are new.
fn book(desk: &Desk) -> [String; 4] {
    let (ana, ben) = (buyer(desk, "Ana", "2026-10-14"), buyer(desk, "Ben", "2026-11-03"));
    let old = buyer(desk, "Old", "2026-01-27");
    log(desk, &old, "phone", 1, Some((-2, "abandoned")));
    desk.person("Lead");
    let cleo = desk.call("people", "create", json!({ "name": "Cleo", "stage": "onboarding" }))["row"]["id"].clone();
    let dora = json!({ "name": "Dora", "stage": "onboarding", "since": "2026-10-24" });
    let dora = desk.call("people", "create", dora)["row"]["id"].clone();
    // Before her start: it is none of her onboarding.
    log(desk, &ana, "phone", 90, Some((-1, "confused")));
    log(desk, &ana, "email", 39, None);
    log(desk, &ana, "phone", 30, Some((-1, "Confused")));
    log(desk, &ben, "email", 12, Some((-1, "left alone")));
    log(desk, &ben, "phone", 3, Some((1, "no longer confused")));
    // A touchpoint takes the stage that its person stands at, if it names none.
    for (channel, stage, days) in [("email", "acquisition", 5), ("phone", "onboarding", 4)] {
        let touch = json!({ "people": [cleo], "channel": channel, "stage": stage, "at": NOW - days * DAY });
        desk.call("touchpoints", "log", touch);
    }
    [ana, ben, cleo.as_str().unwrap().into(), dora.as_str().unwrap().into()]
}

#[test]
fn who_is_new_how_long_they_heard_nothing_and_who_says_they_are_lost_m162() {
    let desk = Desk::new();
    let id = map(&desk);
    book(&desk);
    let check = desk.call("journeys", "onboarding", json!({ "id": id, "everybody": true }));
    assert_eq!(
        rows(&check),
        [
            // Nobody wrote to Dora since the day that her page says.
            "Dora: 30 30 0 since -",
            "Ana: 30 30 2 purchase Confused",
            // Her first touchpoint at the stage is her start; the letter before it is not.
            "Cleo: 4 4 1 touchpoint -",
            "Ben: 3 9 2 purchase left alone",
        ]
    );
    let count = |name: &str| check[name].as_u64().unwrap();
    assert_eq!(["people", "atStage", "unheard", "alone", "newDays", "aloneDays"].map(count), [4, 2, 1, 2, 90, 14]);
    let words = json!([
        { "word": "confused", "kind": "confused", "touches": 1, "people": 1 },
        { "word": "left alone", "kind": "abandoned", "touches": 1, "people": 1 },
    ]);
    assert_eq!(check["words"], words);
    let said: Vec<_> = check["said"].as_array().unwrap().iter().map(|touch| touch["feltWord"].clone()).collect();
    assert_eq!(said, ["left alone", "Confused"]);

    let alone = desk.call("journeys", "onboarding", json!({ "id": id }));
    assert_eq!(rows(&alone), rows(&check)[..2]);
    let second = desk.call("journeys", "onboarding", json!({ "id": id, "offset": 1, "limit": 1 }));
    assert_eq!((rows(&second), &second["alone"]), (rows(&check)[1..2].to_vec(), &json!(2)));
}

#[test]
fn steps_that_come_later_than_they_should_are_flagged_with_their_n_m162() {
    let desk = Desk::new();
    let id = map(&desk);
    book(&desk);
    let check = desk.call("journeys", "onboarding", json!({ "id": id }));
    let steps = check["steps"].as_array().unwrap();
    let step = |step: &Value| format!("{} n {}, {} wait, {}", step["name"], step["n"], step["waiting"], step["late"]);
    assert_eq!(
        steps.iter().map(step).collect::<Vec<_>>(),
        [r#""Welcome" n 2, 1 wait, true"#, r#""First call" n 3, 0 wait, true"#]
    );
    // The welcome: Ana after a day and some hours (the day of a purchase begins at midnight, wherever that is), Ben after
    // eight; Dora still waits. The call: Ana and Ben after nine days, Cleo at once and without a welcome.
    let median = |at: usize| steps[at]["medianDays"].as_f64().unwrap();
    assert!((4.2..5.6).contains(&median(0)), "{}", median(0));
    assert!((median(1) - 9.0).abs() < 0.05, "{}", median(1));
    // Ten days for the call are enough, and nobody said anything of the welcome.
    let whole = desk.call("journeys", "get", json!({ "id": id }));
    let of = |at: usize| whole["stages"][0]["steps"][at]["id"].clone();
    assert_eq!(whole["stages"][0]["steps"][1]["withinDays"], 7);
    desk.call("journeys", "editStep", json!({ "id": of(1), "content": { "withinDays": 10 } }));
    desk.call("journeys", "editStep", json!({ "id": of(0), "content": { "withinDays": 0 } }));
    let check = desk.call("journeys", "onboarding", json!({ "id": id }));
    let late: Vec<_> = check["steps"].as_array().unwrap().iter().map(|step| step["late"].clone()).collect();
    assert_eq!((late, &check["steps"][0]["withinDays"]), (vec![json!(false), json!(false)], &Value::Null));
}

#[test]
fn what_is_new_and_what_is_silence_is_said_for_each_map_and_undone_m162() {
    let desk = Desk::new();
    let id = map(&desk);
    let [ana, _, cleo, _] = book(&desk);
    let ask = || desk.call("journeys", "onboarding", json!({ "id": id, "everybody": true }));
    desk.call("journeys", "setOnboarding", json!({ "id": id, "newDays": 30, "aloneDays": 4 }));
    let names = |check: &Value| rows(check).iter().map(|row| row[..3].to_owned()).collect::<Vec<_>>();
    assert_eq!((names(&ask()), &ask()["alone"]), (vec!["Dor".to_owned(), "Cle".into(), "Ben".into()], &json!(2)));
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "setOnboarding");
    assert_eq!((&ask()["newDays"], &ask()["people"]), (&json!(90), &json!(4)));

    // Who lies in the bin is not new, and a map of a segment looks at its people only.
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(ask()["people"], 3);
    desk.call("people", "tag", json!({ "ids": [cleo], "tag": "key" }));
    let tag = desk.call("people", "tags", json!(null))[0]["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": tag } });
    let segment = desk.call("segments", "save", json!({ "name": "Key", "hue": 1, "rule": rule }))["id"].clone();
    desk.call("journeys", "assign", json!({ "id": id, "segment": segment }));
    assert_eq!((names(&ask()), &ask()["segment"]["name"]), (vec!["Cle".to_owned()], &json!("Key")));
    desk.call("segments", "remove", json!({ "id": segment }));
    assert_eq!((ask()["segmentGone"].clone(), ask()["people"].clone()), (json!(true), json!(0)));

    for wrong in [json!({ "newDays": 0 }), json!({ "aloneDays": 3651 })] {
        let mut input = json!({ "id": id });
        input.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        assert_eq!(desk.attempt("journeys", "setOnboarding", input).unwrap_err().code, Code::Invalid, "{wrong}");
    }
    let nobody = json!({ "id": "018f0000-0000-7000-8000-000000000000" });
    assert_eq!(desk.attempt("journeys", "onboarding", nobody).unwrap_err().code, Code::NotFound);
}
