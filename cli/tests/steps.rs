//! Undo, redo, backups, restoring and any command by its name, from the terminal.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::{Value, json};
use support::{PASSPHRASE, Terminal};

fn people(t: &Terminal) -> Value {
    t.json(&["people"])["total"].clone()
}

#[test]
fn steps_are_taken_back_and_done_again_across_processes() {
    let t = Terminal::new();
    assert_eq!(t.refused(1, &["undo"])["code"], "nothingToUndo");
    t.person("Ana Ruiz");
    let logged = t.json(&["log", "Ana Ruiz", "--channel", "phone"]);
    let undone = t.json(&["undo"]);
    assert_eq!(
        (&undone["step"]["name"], &undone["step"]["subject"], &undone["kept"]),
        (&json!("logTouchpoint"), &json!("Ana Ruiz"), &json!(0))
    );
    assert_eq!(t.refused(1, &["call", "touchpoints", "get", &logged.to_string()])["code"], "notFound");
    assert_eq!(t.json(&["redo"])["step"]["id"], undone["step"]["id"]);
    assert_eq!(t.json(&["call", "touchpoints", "get", &logged.to_string()])["id"], logged["id"]);
    assert_eq!(t.refused(1, &["redo"])["code"], "nothingToUndo");
    let said = t.run(&["undo"]);
    assert_eq!((said.code, said.out.as_str()), (0, "Undone: log touchpoint, Ana Ruiz\n"));
    let named = t.json(&["call", "vault", "nextSteps"])["undo"]["id"].as_str().unwrap().to_owned();
    assert_eq!(t.json(&["undo", &named])["step"]["name"], "createPerson");
    assert_eq!(people(&t), 0);
    assert_eq!(t.refused(1, &["undo", "not an id"])["code"], "invalid");
}

#[test]
fn a_backup_comes_back_by_its_name_with_either_secret() {
    let t = Terminal::new();
    assert_eq!(t.json(&["backups"]), json!([]));
    t.person("Ana Ruiz");
    let made = t.json(&["backup"]);
    let name = made["name"].as_str().unwrap();
    assert_eq!(t.json(&["backups"]), json!([made]));
    t.json(&["call", "vault", "drill", &json!(name).to_string()]);
    t.person("Came Later");
    let (vault, into) = (t.at("book.rapport"), t.at("again.rapport"));
    let ran = t.raw(&[
        "restore",
        name,
        "--into",
        &into,
        "--vault",
        &vault,
        "--passphrase-file",
        &t.at("passphrase"),
        "--json",
    ]);
    assert_eq!((ran.code, ran.json()), (0, json!({ "vault": into })), "{ran:?}");
    let restored = t.raw(&["people", "--json", "--vault", &into, "--recovery-file", &t.at("recovery")]);
    assert_eq!((restored.json()["total"].clone(), people(&t)), (json!(1), json!(2)));
    let other = t.at("other.rapport");
    let by_path = format!("{vault}/backups/{name}");
    assert_eq!(t.raw(&["restore", &by_path, "--into", &other, "--recovery-file", &t.at("recovery")]).code, 0);
    let again = t.raw(&["restore", &by_path, "--into", &other, "--recovery-file", &t.at("recovery"), "--json"]);
    assert_eq!((again.code, &again.error()["code"]), (1, &json!("vaultExists")), "nothing is overwritten");
    let third = t.at("third.rapport");
    let wrong = t.raw(&["restore", &by_path, "--into", &third, "--passphrase-file", &t.at("wrong"), "--json"]);
    assert_eq!((wrong.code, &wrong.error()["code"]), (3, &json!("wrongKey")));
    let locked = t.raw(&["restore", &by_path, "--into", &third, "--json"]);
    assert_eq!((locked.code, &locked.error()["code"]), (3, &json!("locked")));
    assert!(!t.path("third.rapport").exists());
}

#[test]
fn any_command_answers_exactly_what_the_core_answers() {
    let t = Terminal::new();
    let vault = t.at("book.rapport");
    let status = t.raw(&["call", "vault", "status", "--vault", &vault]);
    assert_eq!((status.code, &status.json()["state"]), (0, &json!("locked")), "some commands are for a locked vault");
    assert_eq!(t.raw(&["call", "people", "list", "--vault", &vault]).code, 3);
    let made = t.json(&["call", "people", "create", r#"{"name":"Ana Ruiz"}"#]);
    let id = json!({ "id": made["row"]["id"] }).to_string();
    assert_eq!(t.json(&["call", "people", "get", &id]), made);
    let how = ["--vault", &vault, "--recovery-file", &t.at("recovery"), "call"];
    let piped = t.piped(&[&how[..], &["people", "get", "-"]].concat(), &id);
    assert_eq!((piped.code, piped.json()), (0, made));
    assert_eq!(t.json(&["call", "people", "oneCalled", "\"ana\""])["name"], "Ana Ruiz");
    assert_eq!(t.json(&["call", "people", "list"])["total"], 1, "what is all optional may be left out");
    assert_eq!(t.refused(1, &["call", "people", "dance"])["code"], "unknownCommand");
    assert_eq!(t.refused(1, &["call", "people", "get", "{"])["details"]["why"], "not JSON");
    assert_eq!(t.refused(1, &["call", "people", "get", "-1"])["code"], "invalid");
    let secret =
        t.piped(&["--vault", &vault, "call", "vault", "unlock", "-"], &json!({ "passphrase": PASSPHRASE }).to_string());
    assert_eq!((secret.code, &secret.json()["state"]), (0, &json!("unlocked")), "a secret comes by standard input");
}

#[test]
fn what_is_found_says_what_it_is() {
    let t = Terminal::new();
    let ana = t.person("Ana Ruiz");
    t.json(&["log", "ana", "--channel", "phone", "--note", "wants the green invoice again"]);
    let found = t.json(&["find", "ruiz"]);
    let hit = &found["hits"][0];
    assert_eq!((&hit["kind"], &hit["id"], &hit["title"]), (&json!("person"), &json!(ana), &json!("Ana Ruiz")));
    let found = t.json(&["find", "green", "invoice", "--limit", "3"]);
    assert_eq!(found["hits"][0]["kind"], "touchpoint");
    assert!(found["hits"][0]["snippet"].as_str().unwrap().contains("green invoice"));
    assert_eq!(t.json(&["find", "nothing at all"])["hits"], json!([]));
    assert!(t.run(&["find", "green"]).out.contains("green invoice"));
    assert_eq!(t.run(&["find", "xyzzy"]).out, "Nothing found.\n");
}

#[test]
fn segments_are_listed_and_their_people_too() {
    let t = Terminal::new();
    for name in ["Ana Ruiz", "Ben Okafor"] {
        t.person(name);
    }
    t.json(&["log", "ana", "--channel", "phone"]);
    assert_eq!(t.json(&["segment"]), json!([]));
    let rule = json!({ "match": "not", "of": { "match": "one", "of": { "on": "neverTouched" } } });
    let made =
        t.json(&["call", "segments", "save", &json!({ "name": "Spoken with", "hue": 1, "rule": rule }).to_string()]);
    assert_eq!(t.json(&["segment"])[0]["id"], made["id"]);
    for which in ["spoken WITH", made["id"].as_str().unwrap()] {
        let page = t.json(&["segment", which]);
        assert_eq!((&page["total"], &page["items"][0]["name"]), (&json!(1), &json!("Ana Ruiz")));
    }
    assert!(t.run(&["segment"]).out.contains("Spoken with  1"), "{:?}", t.run(&["segment"]));
    assert_eq!(t.refused(1, &["segment", "other"])["code"], "notFound");
    t.json(&["call", "segments", "save", &json!({ "name": "Spoken With", "hue": 2, "rule": rule }).to_string()]);
    let error = t.refused(1, &["segment", "spoken with"]);
    assert_eq!((&error["code"], error["details"]["candidates"].as_array().unwrap().len()), (&json!("ambiguous"), 2));
}

#[test]
fn the_canvas_is_printed_block_by_block_with_what_the_book_says() {
    let t = Terminal::new();
    t.person("Ana Ruiz");
    let canvases = t.json(&["canvas", "list"]);
    let note = t.json(&["canvas", "add", "segments", "Clubs with a hall of their own"]);
    assert_eq!((&note["block"], &note["text"]), (&json!("segments"), &json!("Clubs with a hall of their own")));
    let rule = json!({ "match": "all", "of": [] });
    let segment =
        t.json(&["call", "segments", "save", &json!({ "name": "All clubs", "hue": 1, "rule": rule }).to_string()]);
    let bind = json!({ "id": note["id"], "binding": { "to": "segment", "segment": segment["id"] } });
    t.json(&["call", "canvas", "bind", &bind.to_string()]);
    let sheet = t.json(&["canvas"]);
    assert_eq!((&sheet["id"], &sheet["notes"][0]["figures"]["count"]), (&canvases[0]["id"], &json!(1)));
    assert_eq!(t.json(&["canvas", canvases[0]["title"].as_str().unwrap()]), sheet);
    assert_eq!(t.json(&["canvas", "answers"])["segments"][0]["segment"]["name"], "All clubs");
    let said = t.run(&["canvas"]);
    assert!(
        said.out.contains("\nsegments\n  Clubs with a hall of their own  1 of 1 people: All clubs\n"),
        "{}",
        said.out
    );
    assert_eq!(t.refused(1, &["canvas", "of another firm"])["code"], "notFound");
    assert_eq!(t.json(&["canvas", "kinds"])[1]["kind"], "lean");
    let lean = t.json(&["canvas", "new", "A box for hotels", "--kind", "lean"]);
    let early = t.json(&["canvas", "add", "earlyadopters", "Two inns", "--on", "A box for hotels"]);
    assert_eq!((&lean["kind"], &early["block"]), (&json!("lean"), &json!("earlyAdopters")));
    assert_eq!(t.json(&["canvas", "keep", "Before the fair", "--why", "to compare"])["number"], 1);
    t.json(&["canvas", "add", "value", "Quiet evenings"]);
    assert_eq!(t.json(&["canvas", "diff"])["notes"][0]["changes"][0]["what"], "added");
    assert!(t.run(&["canvas", "diff", "v1"]).out.contains("Quiet evenings"));
    assert_eq!(t.refused(1, &["canvas", "diff", "7"])["code"], "notFound");
    assert!(t.run(&["canvas", "versions"]).out.contains("Before the fair"));
    assert_eq!(t.json(&["canvas", "matrix"])["segments"][0]["name"], "All clubs");
    assert_eq!(t.json(&["canvas", "served"])[0]["segment"]["name"], "All clubs");
    assert_eq!(t.json(&["canvas", "lint"]), json!([]));
    assert_eq!(t.refused(1, &["canvas", "add", "cellar", "x"])["details"]["field"], "block");
}

#[test]
fn a_journey_map_is_printed_step_by_step_with_what_was_felt() {
    let t = Terminal::new();
    assert_eq!(t.refused(1, &["journey"])["code"], "notFound");
    t.json(&["call", "sample", "demo"]);
    let map = t.json(&["journey"]);
    assert_eq!(
        (&map["segment"]["name"], &map["stages"][3]["name"]),
        (&json!("Neighbourhood cafés"), &json!("Delivery"))
    );
    assert_eq!(t.json(&["journey", map["title"].as_str().unwrap()]), map);
    let said = t.run(&["journey"]).out;
    let line = |name: &str| said.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    for part in ["-1 confused → +1 relieved", "n 1", "falls by 2, feels bad"] {
        assert!(line("The first invoice").contains(part), "{said}");
    }
    assert!(line("We ring before").contains("worse than thought"), "{said}");
    assert!(line("Renews").contains("better than thought"), "{said}");
    assert!(line("A card after the year").contains("no touchpoint"), "{said}");
    assert!(line("Hears of us").contains("guess"), "{said}");
}
