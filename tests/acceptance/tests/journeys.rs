//! Journey maps through the list of commands: made, filled, moved, undone, and what the log says about them.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn map(desk: &Desk, stages: &[&str]) -> Value {
    desk.call("journeys", "create", json!({ "title": " First year ", "stages": stages }))["id"].clone()
}

fn get(desk: &Desk, id: &Value) -> Value {
    desk.call("journeys", "get", json!({ "id": id }))
}

fn add(desk: &Desk, stage: &Value, content: Value) -> Value {
    desk.call("journeys", "addStep", json!({ "stage": stage, "content": content }))["id"].clone()
}

fn stage(desk: &Desk, id: &Value, at: usize) -> Value {
    get(desk, id)["stages"][at]["id"].clone()
}

/// The names of the steps, stage by stage.
fn shape(desk: &Desk, id: &Value) -> String {
    let map = get(desk, id);
    let stages = map["stages"].as_array().unwrap().iter().map(|stage| {
        let steps = stage["steps"].as_array().unwrap().iter().map(|step| step["name"].as_str().unwrap());
        format!("{}: {}", stage["name"].as_str().unwrap(), steps.collect::<Vec<_>>().join(" "))
    });
    stages.collect::<Vec<_>>().join("; ")
}

fn undo(desk: &Desk) -> String {
    desk.call("vault", "undo", json!({}))["step"]["name"].as_str().unwrap().to_owned()
}

fn refused(desk: &Desk, verb: &str, input: Value) -> Code {
    desk.attempt("journeys", verb, input).unwrap_err().code
}

#[test]
fn a_map_is_made_filled_and_ordered_and_every_step_can_be_undone() {
    let desk = Desk::new();
    assert_eq!(desk.call("journeys", "list", json!(null)), json!([]));
    let id = map(&desk, &["Before", "After"]);
    let (before, after) = (stage(&desk, &id, 0), stage(&desk, &id, 1));
    let a = add(&desk, &before, json!({ "name": " A " }));
    let b = add(&desk, &before, json!({ "name": "B" }));
    add(&desk, &after, json!({ "name": "C" }));
    desk.call("journeys", "addStep", json!({ "stage": before, "after": a, "content": { "name": "D" } }));
    assert_eq!(shape(&desk, &id), "Before: A D B; After: C");

    desk.call("journeys", "moveStep", json!({ "id": b, "stage": before, "before": a }));
    assert_eq!(shape(&desk, &id), "Before: B A D; After: C");
    desk.call("journeys", "moveStep", json!({ "id": b, "stage": after }));
    desk.call("journeys", "moveStep", json!({ "id": b, "stage": after }));
    desk.call("journeys", "moveStage", json!({ "id": after, "before": before }));
    assert_eq!(shape(&desk, &id), "After: C B; Before: A D");
    desk.call("journeys", "editStage", json!({ "id": after, "name": "Later" }));
    let between = json!({ "journey": id, "name": "Between", "after": after });
    desk.call("journeys", "addStage", between);
    desk.call("journeys", "removeStep", json!({ "id": a }));
    desk.call("journeys", "removeStage", json!({ "id": after }));
    desk.call("journeys", "rename", json!({ "id": id, "title": "A year" }));
    assert_eq!(shape(&desk, &id), "Between: ; Before: D");
    assert_eq!(desk.call("journeys", "list", json!(null))[0]["steps"], 1);
    desk.call("journeys", "remove", json!({ "id": id }));
    assert_eq!(desk.call("journeys", "list", json!(null)), json!([]));
    assert_eq!(refused(&desk, "get", json!({ "id": id })), Code::NotFound);

    let undone: Vec<String> = (0..9).map(|_| undo(&desk)).collect();
    let steps = ["removeJourney", "renameJourney", "removeJourneyStage", "removeJourneyStep", "addJourneyStage"];
    assert_eq!(undone[..5], steps, "moving a step to where it stands is no step");
    assert_eq!(undone[5..], ["editJourneyStage", "moveJourneyStage", "moveJourneyStep", "moveJourneyStep"]);
    assert_eq!(shape(&desk, &id), "Before: A D B; After: C");
    while desk.attempt("vault", "undo", json!({})).is_ok() {}
    assert_eq!(desk.call("journeys", "list", json!(null)), json!([]));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_step_says_much_or_little_and_nothing_without_bounds() {
    let desk = Desk::new();
    let id = map(&desk, &["Only"]);
    let only = stage(&desk, &id, 0);
    let all = json!({
        "name": "First order", "goal": "To be ready by Monday", "doing": "Reads the list", "thinking": "Is it all there?",
        "channel": "phone", "lifecycle": "onboarding", "ourAction": "Ring back", "owner": "Milena", "momentOfTruth": true,
        "pain": "Too many sizes", "opportunity": "A list by trade", "expected": { "value": -1, "word": " confused " },
        "wished": { "value": 1, "word": "calm" },
    });
    let step = add(&desk, &only, all.clone());
    let seen = get(&desk, &id)["stages"][0]["steps"][0].clone();
    for (key, said) in all.as_object().unwrap() {
        let wanted = if key == "expected" { &json!({ "value": -1, "word": "confused" }) } else { said };
        assert_eq!(&seen[key], wanted, "{key}");
    }
    let less = json!({ "goal": "", "channel": "", "lifecycle": "", "momentOfTruth": false, "expected": {}, "wished": { "value": 2, "word": "glad" } });
    desk.call("journeys", "editStep", json!({ "id": step, "content": less }));
    let seen = get(&desk, &id)["stages"][0]["steps"][0].clone();
    assert_eq!((&seen["goal"], &seen["channel"], &seen["momentOfTruth"]), (&json!(""), &json!(null), &json!(false)));
    assert_eq!((&seen["expected"], &seen["observed"]), (&json!(null), &json!(null)));
    assert_eq!((&seen["name"], &seen["wished"]["word"]), (&json!("First order"), &json!("glad")));
    assert_eq!(undo(&desk), "editJourneyStep");
    assert_eq!(get(&desk, &id)["stages"][0]["steps"][0]["expected"]["word"], "confused");

    let wrong = [
        json!({ "name": " " }),
        json!({ "expected": { "value": 1 } }),
        json!({ "expected": { "value": 3, "word": "glad" } }),
        json!({ "channel": "pigeon" }),
        json!({ "lifecycle": "someday" }),
    ];
    for content in wrong {
        assert_eq!(refused(&desk, "editStep", json!({ "id": step, "content": content })), Code::Invalid, "{content}");
    }
    let long = "x".repeat(17 * 1024);
    assert_eq!(refused(&desk, "editStep", json!({ "id": step, "content": { "pain": long } })), Code::TooLarge);
    assert_eq!(refused(&desk, "create", json!({ "title": long })), Code::TooLarge);
    assert_eq!(refused(&desk, "create", json!({ "title": "" })), Code::Invalid);
    let taken = json!({ "id": step, "stage": only, "content": { "name": "Again" } });
    assert_eq!(refused(&desk, "addStep", taken), Code::Invalid);
    let elsewhere = stage(&desk, &map(&desk, &["Other"]), 0);
    assert_eq!(refused(&desk, "moveStep", json!({ "id": step, "stage": elsewhere })), Code::Invalid);
    let ghost = json!({ "title": "X", "segment": "01890000-0000-7000-8000-000000000000" });
    assert_eq!(refused(&desk, "create", ghost), Code::NotFound);
}

#[test]
fn a_step_shows_what_its_segment_felt_and_is_flagged_where_that_differs() {
    let desk = Desk::new();
    let (ana, bo, chi) = (desk.person("Ana"), desk.person("Bo"), desk.person("Chi"));
    for who in [&ana, &bo] {
        desk.call("people", "edit", json!({ "id": who, "relation": "dedicated" }));
    }
    let rule = json!({ "match": "one", "of": { "on": "relation", "relation": "dedicated" } });
    let segment = desk.call("segments", "save", json!({ "name": "Ours", "hue": 1, "rule": rule }))["id"].clone();
    let new = json!({ "title": "Ours", "segment": segment, "stages": ["One", "Two"] });
    let id = desk.call("journeys", "create", new)["id"].clone();
    let felt = |value: i32| json!({ "value": value, "word": "so" });
    let one = stage(&desk, &id, 0);
    add(&desk, &one, json!({ "name": "Call", "channel": "phone", "expected": felt(1) }));
    add(&desk, &one, json!({ "name": "Letter", "channel": "post", "expected": felt(0) }));
    add(&desk, &one, json!({ "name": "Wait", "expected": felt(2) }));
    let late = json!({ "name": "Stay", "channel": "phone", "lifecycle": "retention", "expected": felt(-1) });
    add(&desk, &stage(&desk, &id, 1), late);
    let seen = |stage: usize, step: usize, what: &str| get(&desk, &id)["stages"][stage]["steps"][step][what].clone();

    let none = json!({ "touches": 0, "n": 0, "median": null, "low": null, "high": null });
    assert_eq!((seen(0, 0, "observed"), seen(0, 0, "flags")), (none, json!([{ "flag": "noTouch" }])));
    assert_eq!((seen(0, 2, "observed"), seen(0, 2, "flags")), (json!(null), json!([])));
    assert_eq!(seen(1, 0, "flags"), json!([{ "flag": "drop", "by": 3 }, { "flag": "low" }, { "flag": "noTouch" }]));

    let log = |people: &[&String], felt: Option<i32>, stage: &str| {
        let mut touch = json!({ "people": people, "channel": "phone", "stage": stage });
        if let Some(felt) = felt {
            touch["felt"] = json!(felt);
        }
        desk.call("touchpoints", "log", touch);
    };
    log(&[&ana, &bo], Some(-2), "retention");
    log(&[&ana], Some(0), "");
    log(&[&bo], Some(0), "");
    log(&[&bo], Some(1), "");
    log(&[&chi], Some(2), "retention");
    log(&[&ana], None, "");
    assert_eq!(seen(0, 0, "observed"), json!({ "touches": 5, "n": 4, "median": 0.0, "low": -0.5, "high": 0.25 }));
    assert_eq!(seen(0, 0, "flags"), json!([]), "four say too little");
    assert_eq!(seen(1, 0, "observed")["n"], 1);
    log(&[&ana, &chi], Some(0), "");
    assert_eq!(seen(0, 0, "flags"), json!([{ "flag": "differs", "by": -1.0 }]));

    desk.call("journeys", "assign", json!({ "id": id }));
    assert_eq!((seen(0, 0, "observed")["n"].clone(), get(&desk, &id)["people"].clone()), (json!(6), json!(3)));
    assert_eq!(undo(&desk), "assignJourney");
    desk.call("segments", "remove", json!({ "id": segment }));
    let gone = get(&desk, &id);
    assert_eq!((&gone["segment"], &gone["segmentGone"], &gone["people"]), (&json!(null), &json!(true), &json!(0)));
    assert_eq!(seen(0, 0, "observed"), json!(null));
    undo(&desk);
    assert_eq!((seen(0, 0, "observed")["n"].clone(), get(&desk, &id)["people"].clone()), (json!(5), json!(2)));
}
