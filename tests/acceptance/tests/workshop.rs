//! A journey map in a workshop (M238): roles, copies through files, and what several people said joined on the leader's map.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::path::Path;

/// A map with two stages and three steps, two of which say how they feel.
fn map(desk: &Desk) -> Value {
    let new = json!({ "title": "First year", "stages": ["Before", "After"] });
    let id = desk.call("journeys", "create", new)["id"].clone();
    let stages = get(desk, &id)["stages"].clone();
    for (stage, content) in [
        (0, json!({ "name": "Call", "owner": "Lena", "expected": { "value": -1, "word": "confused" } })),
        (0, json!({ "name": "Offer", "pain": "Ana Ruiz waited", "channel": "email", "withinDays": 3 })),
        (1, json!({ "name": "Delivery", "expected": { "value": 1, "word": "glad" }, "momentOfTruth": true })),
    ] {
        desk.call("journeys", "addStep", json!({ "stage": stages[stage]["id"], "content": content }));
    }
    id
}

fn get(desk: &Desk, id: &Value) -> Value {
    desk.call("journeys", "get", json!({ "id": id }))
}

fn text(desk: &Desk, id: &Value, by: &str) -> String {
    let text = desk.call("press", "workshopText", json!({ "journey": id, "by": by }));
    text.as_str().unwrap().to_owned()
}

/// What somebody sends back who says of each step how it feels, in a book of their own.
fn filled(from: &str, by: &str, feelings: &[(&str, i64, &str)], more: Option<(&str, &str)>) -> String {
    let desk = Desk::new();
    let id = desk.call("press", "takeWorkshop", json!({ "text": from }))["id"].clone();
    let map = get(&desk, &id);
    let steps = || map["stages"].as_array().unwrap().iter().flat_map(|stage| stage["steps"].as_array().unwrap());
    for (name, value, word) in feelings {
        let step = steps().find(|step| step["name"] == *name).unwrap();
        let content = json!({ "expected": { "value": value, "word": word } });
        desk.call("journeys", "editStep", json!({ "id": step["id"], "content": content }));
    }
    if let Some((stage, name)) = more {
        let found = map["stages"].as_array().unwrap().iter().find(|one| one["name"] == stage).unwrap();
        let first = &found["steps"][0]["id"];
        let content = json!({ "name": name, "goal": "To be sure", "expected": { "value": -2, "word": "lost" } });
        desk.call("journeys", "addStep", json!({ "stage": found["id"], "after": first, "content": content }));
    }
    text(&desk, &id, by)
}

fn names(map: &Value) -> Vec<String> {
    let stages = map["stages"].as_array().unwrap().iter();
    let step = |step: &Value| {
        let felt = &step["expected"];
        format!("{} {} {}", step["name"].as_str().unwrap(), felt["value"], felt["word"].as_str().unwrap_or("-"))
    };
    stages.flat_map(|stage| stage["steps"].as_array().unwrap().iter().map(step)).collect()
}

#[test]
fn several_people_fill_in_a_map_and_the_leader_takes_what_is_to_hold_m238() {
    let desk = Desk::new();
    let id = map(&desk);
    let copy = text(&desk, &id, "");
    let lena = filled(&copy, "Lena", &[("Call", -2, "lost"), ("Offer", 1, "curious")], Some(("Before", "Second call")));
    let otto = filled(&copy, "Otto", &[("Call", 1, "calm"), ("Offer", 0, "fine"), ("Delivery", 2, "proud")], None);
    let files = json!([{ "text": lena }, { "text": otto }]);
    let table = desk.call("press", "compareWorkshop", json!({ "journey": id, "files": files }));
    assert_eq!(
        table["voices"],
        json!([
            { "by": "Lena", "title": "First year", "other": false },
            { "by": "Otto", "title": "First year", "other": false },
        ])
    );
    let row = |row: &Value| {
        let felt: Vec<_> = row["felt"].as_array().unwrap().iter().map(|felt| felt["value"].to_string()).collect();
        let (median, takes) = (&row["median"], &row["takes"]["word"]);
        format!(
            "{} [{}] {median} takes {takes} apart {} only {}",
            row["name"],
            felt.join(" "),
            row["apart"],
            row["only"]
        )
    };
    assert_eq!(
        table["rows"].as_array().unwrap().iter().map(row).collect::<Vec<_>>(),
        [
            r#""Call" [-1 -2 1] -1.0 takes "confused" apart true only false"#,
            r#""Second call" [null -2 null] -2.0 takes "lost" apart false only true"#,
            r#""Offer" [null 1 0] 0.5 takes "fine" apart false only false"#,
            // Lena left it as it was.
            r#""Delivery" [1 1 2] 1.0 takes "glad" apart false only false"#,
        ]
    );
    let key = |at: usize| table["rows"][at]["key"].clone();
    let before = names(&get(&desk, &id));
    let picks = json!([
        { "key": key(0), "feeling": { "take": "voice", "voice": 2 } },
        { "key": key(1), "feeling": { "take": "median" } },
        { "key": key(2), "feeling": { "take": "median" } },
    ]);
    let merged = desk.call("press", "mergeWorkshop", json!({ "journey": id, "files": files, "picks": picks }));
    assert_eq!(merged, json!({ "changed": 2, "added": 1 }));
    let after = ["Call 1 calm", "Second call -2 lost", "Offer 0 fine", "Delivery 1 glad"];
    assert_eq!(names(&get(&desk, &id)), after);
    assert_eq!(get(&desk, &id)["stages"][0]["steps"][1]["goal"], "To be sure");
    // One step with a name of its own takes all of it back.
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "mergeWorkshop");
    assert_eq!(names(&get(&desk, &id)), before);
    desk.call("vault", "redo", json!(null));
    assert_eq!(names(&get(&desk, &id)), after);
    // The step that was added is known by its id from now on.
    let again = desk.call("press", "compareWorkshop", json!({ "journey": id, "files": files }));
    assert_eq!((again["rows"].as_array().unwrap().len(), &again["rows"][1]["has"]), (4, &json!([true, true, false])));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn what_is_picked_must_be_there_and_said_m238() {
    let desk = Desk::new();
    let id = map(&desk);
    let lena = filled(&text(&desk, &id, ""), "Lena", &[("Call", -2, "lost")], Some(("After", "Thanks")));
    let merge = |picks: Value| {
        let input = json!({ "journey": id, "files": [{ "text": lena }], "picks": picks });
        desk.attempt("press", "mergeWorkshop", input)
    };
    let step = |at: usize, stage: usize| get(&desk, &id)["stages"][stage]["steps"][at]["id"].clone();
    let voice = |key: Value, voice: u32| json!([{ "key": key, "feeling": { "take": "voice", "voice": voice } }]);
    assert_eq!(merge(voice(json!("nothing"), 1)).unwrap_err().code, Code::Invalid);
    assert_eq!(merge(voice(step(1, 0), 1)).unwrap_err().details["why"], "unsaid");
    assert_eq!(merge(voice(step(0, 0), 9)).unwrap_err().code, Code::Invalid);
    // What changes nothing is no step.
    let top = desk.call("vault", "nextSteps", json!(null))["undo"]["id"].clone();
    assert_eq!(merge(voice(step(0, 0), 0)).unwrap(), json!({ "changed": 0, "added": 0 }));
    assert_eq!(merge(json!([])).unwrap(), json!({ "changed": 0, "added": 0 }));
    assert_eq!(desk.call("vault", "nextSteps", json!(null))["undo"]["id"], top);
    // A step that only somebody else has comes without a feeling where that is wanted, into its own stage.
    let table = desk.call("press", "compareWorkshop", json!({ "journey": id, "files": [{ "text": lena }] }));
    let thanks = table["rows"].as_array().unwrap().iter().find(|row| row["name"] == "Thanks").unwrap();
    let picks = json!([{ "key": thanks["key"], "feeling": { "take": "unsaid" } }]);
    assert_eq!(merge(picks).unwrap()["added"], 1);
    assert_eq!(names(&get(&desk, &id))[2..], ["Delivery 1 glad", "Thanks null -"]);
}

#[test]
fn maps_of_another_origin_are_matched_by_stage_and_name_m238() {
    let desk = Desk::new();
    let id = map(&desk);
    let other = Desk::new();
    let new = json!({ "title": "Theirs", "stages": ["BEFORE", "Later"] });
    let theirs = other.call("journeys", "create", new)["id"].clone();
    let stages = get(&other, &theirs)["stages"].clone();
    for (stage, name) in [(0, "call"), (1, "Years later")] {
        let content = json!({ "name": name, "expected": { "value": 2, "word": "glad" } });
        other.call("journeys", "addStep", json!({ "stage": stages[stage]["id"], "content": content }));
    }
    let files = json!([{ "text": text(&other, &theirs, "") }]);
    let table = desk.call("press", "compareWorkshop", json!({ "journey": id, "files": files }));
    assert_eq!(table["voices"][0]["other"], true);
    let has: Vec<_> =
        table["rows"].as_array().unwrap().iter().map(|row| (row["name"].clone(), row["has"].clone())).collect();
    assert_eq!(has[0], (json!("Call"), json!([true, true])));
    assert_eq!(has[1], (json!("Years later"), json!([false, true])));
    let picks = json!([{ "key": table["rows"][1]["key"], "feeling": { "take": "voice", "voice": 1 } }]);
    desk.call("press", "mergeWorkshop", json!({ "journey": id, "files": files, "picks": picks }));
    let stages: Vec<_> = get(&desk, &id)["stages"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(stages, ["Before", "After", "Later"]);
}

#[test]
fn a_copy_names_nobody_unless_that_is_wanted_and_lies_in_a_private_file_m238() {
    let desk = Desk::new();
    desk.person("Ana Ruiz");
    let id = map(&desk);
    let said = text(&desk, &id, "Lena");
    assert!(!said.contains("Ana Ruiz") && !said.contains("owner") && said.contains("[somebody] waited"), "{said}");
    assert!(said.contains("\"by\": \"Lena\""), "{said}");
    let path = desk.dir.path().join("copy.json");
    let input = json!({ "journey": id, "names": true, "path": path });
    let written = desk.call("press", "writeWorkshop", input);
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(written["bytes"], bytes.len());
    let whole = String::from_utf8(bytes).unwrap();
    assert!(whole.contains("Ana Ruiz") && whole.contains("\"owner\": \"Lena\""), "{whole}");
    assert!(private(&path));
    // What comes back is the same map: steps, feelings, what is to happen within how many days.
    let copy = desk.call("press", "takeWorkshop", json!({ "path": path }))["id"].clone();
    let (first, second) = (get(&desk, &id), get(&desk, &copy));
    assert_eq!(names(&first), names(&second));
    assert_eq!(second["stages"][0]["steps"][1]["withinDays"], 3);
    assert_eq!((&second["origin"], &second["stages"][1]["steps"][0]["momentOfTruth"]), (&id, &json!(true)));
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "takeWorkshop");
    assert_eq!(desk.attempt("journeys", "get", json!({ "id": copy })).unwrap_err().code, Code::NotFound);

    for (name, bytes, code) in [
        ("latin", &b"\xff\xfe"[..], Code::UnknownFormat),
        ("other", br#"{"format":"rapport.journey","version":1}"#, Code::UnknownFormat),
        ("newer", br#"{"format":"rapport.workshop","version":2}"#, Code::UnknownFormat),
    ] {
        let path = desk.dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let files = json!([{ "text": said }, { "path": path }]);
        let error = desk.attempt("press", "compareWorkshop", json!({ "journey": id, "files": files })).unwrap_err();
        assert_eq!((error.code, &error.details["file"]), (code, &json!(2)), "{name}");
    }
    let many = vec![json!({ "text": said }); 21];
    let error = desk.attempt("press", "compareWorkshop", json!({ "journey": id, "files": many })).unwrap_err();
    assert_eq!((error.code, &error.details["field"]), (Code::TooLarge, &json!("files")));
}

#[cfg(unix)]
fn private(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn private(_: &Path) -> bool {
    true
}

#[test]
fn roles_are_kept_with_the_map_and_leave_it_only_with_names_m238() {
    let desk = Desk::new();
    let id = map(&desk);
    desk.call("journeys", "setRoles", json!({ "id": id, "leads": " Lena ", "speaks": "Otto" }));
    desk.call("journeys", "setRoles", json!({ "id": id, "writes": "Mia" }));
    assert_eq!(get(&desk, &id)["roles"], json!({ "leads": "Lena", "writes": "Mia", "speaks": "Otto" }));
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "setJourneyRoles");
    assert_eq!(get(&desk, &id)["roles"]["writes"], "");
    let long = json!({ "id": id, "leads": "x".repeat(401) });
    assert_eq!(desk.attempt("journeys", "setRoles", long).unwrap_err().code, Code::TooLarge);
    let written = |names: bool| {
        let what = json!({ "sheet": "journey", "journey": id });
        desk.call("press", "text", json!({ "what": what, "format": "json", "names": names })).to_string()
    };
    assert!(!written(false).contains("Otto") && written(true).contains("Otto"));
}
