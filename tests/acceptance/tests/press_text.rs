//! Sheets as text for other programs, and notes that come back in: nothing runs, nobody is named unasked, nothing is lost.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn add(desk: &Desk, block: &str, text: &str, detail: &str) -> Value {
    desk.call("canvas", "addNote", json!({ "block": block, "text": text, "detail": detail }))["id"].clone()
}

fn text(desk: &Desk, what: &Value, format: &str, names: bool) -> String {
    let said = desk.call("press", "text", json!({ "what": what, "format": format, "names": names }));
    said.as_str().unwrap().to_owned()
}

fn canvas() -> Value {
    json!({ "sheet": "canvas" })
}

/// A canvas whose notes say everything that a format could take for its own.
fn tricky(desk: &Desk) {
    add(desk, "channels", "=HYPERLINK(\"x\")\n## Value propositions\n- no bullet", "> quoted\n\nmore");
    add(desk, "channels", "Phone, \"the\" line; by day", "");
    add(desk, "value", "``` fence", "");
    let owned = add(desk, "segments", "@cafés", "");
    desk.call("canvas", "judgeNote", json!({ "id": owned, "owner": "Mara Lindqvist", "evidence": "assumption" }));
}

#[test]
fn markdown_goes_out_and_comes_back_and_is_one_step() {
    let desk = Desk::new();
    tricky(&desk);
    let written = text(&desk, &canvas(), "markdown", true);
    assert!(!written.contains("Lindqvist"), "a sheet of Markdown names nobody");
    let there = desk.call("press", "previewNotes", json!({ "text": written }));
    assert_eq!(there["added"], 0, "all of it is there already: {there}");

    let other = Desk::new();
    let seen = other.call("press", "previewNotes", json!({ "text": written }));
    assert_eq!((&seen["added"], &seen["strangers"]), (&json!(4), &json!([])));
    assert_eq!(other.call("canvas", "get", json!({}))["notes"], json!([]), "looking writes nothing");
    other.call("press", "takeNotes", json!({ "text": written }));
    let notes = |desk: &Desk| {
        let canvas = desk.call("canvas", "get", json!({}));
        let notes = canvas["notes"].as_array().unwrap().iter();
        notes.map(|n| (n["block"].clone(), n["text"].clone(), n["detail"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(notes(&other), notes(&desk));
    let undone = other.call("vault", "undo", json!({}));
    assert_eq!(undone["step"]["name"], "takeNotes");
    assert_eq!(notes(&other), []);
}

#[test]
fn a_file_with_other_things_in_it_keeps_them() {
    let desk = Desk::new();
    add(&desk, "channels", "Phone", "");
    let path = desk.dir.path().join("firm.md");
    std::fs::write(&path, "# Our firm\n\n## Channels\n\n- Fax\n\n## Diary\n\n- Monday\n").unwrap();
    let input = json!({ "what": canvas(), "format": "markdown", "path": path });
    assert_eq!(desk.call("press", "write", input)["joined"], true);
    let now = std::fs::read_to_string(&path).unwrap();
    assert_eq!(now, "# Our firm\n\n## Channels\n\n- Phone\n\n## Diary\n\n- Monday\n");
    // What is no canvas is replaced, as the user agreed to in the dialog.
    std::fs::write(&path, "a shopping list").unwrap();
    let input = json!({ "what": canvas(), "format": "markdown", "path": path });
    assert_eq!(desk.call("press", "write", input)["joined"], false);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("---\ntitle: \"How we serve\"\n"));
}

#[test]
fn hostile_files_are_refused_with_a_reason() {
    let desk = Desk::new();
    let code = |input: Value| desk.attempt("press", "takeNotes", input).unwrap_err().code;
    let path = desk.dir.path().join("x.md");
    assert_eq!(code(json!({ "path": path })), Code::Unreadable);
    assert_eq!(code(json!({})), Code::Invalid);
    assert_eq!(code(json!({ "text": "no heading at all" })), Code::UnknownFormat);
    assert_eq!(code(json!({ "text": format!("## Channels\n- {}", "x".repeat(5000)) })), Code::TooLarge);
    assert_eq!(code(json!({ "text": format!("## Channels\n{}", "y".repeat(2 << 20)) })), Code::TooLarge);
    let many: String = (0..1001).map(|n| format!("- note {n}\n")).collect();
    assert_eq!(code(json!({ "text": format!("## Channels\n{many}") })), Code::TooLarge);
    std::fs::write(&path, b"## Channels\n- \xff\xfe").unwrap();
    assert_eq!(code(json!({ "path": path })), Code::UnknownFormat);
    std::fs::write(&path, b"## Channels\n- a\0b").unwrap();
    assert_eq!(code(json!({ "path": path })), Code::UnknownFormat);
    std::fs::write(&path, "z".repeat(3 << 20)).unwrap();
    assert_eq!(code(json!({ "path": path })), Code::TooLarge);
    assert_eq!(desk.call("canvas", "get", json!({}))["notes"], json!([]), "nothing was written");
}

#[test]
fn tables_boards_and_json_of_a_canvas() {
    let desk = Desk::new();
    tricky(&desk);
    let csv = text(&desk, &canvas(), "csv", false);
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")") && csv.contains("'@cafés"), "nothing runs: {csv}");
    assert!(csv.contains("Key partners") || csv.starts_with("\u{FEFF}Block,Note"));
    assert!(!csv.contains("Lindqvist") && text(&desk, &canvas(), "csv", true).contains("Mara Lindqvist"));

    let whole: Value = serde_json::from_str(&text(&desk, &canvas(), "json", false)).unwrap();
    assert_eq!((&whole["format"], &whole["names"]), (&json!("rapport.canvas"), &json!(false)));
    assert_eq!(whole["content"]["notes"].as_array().unwrap().len(), 4);
    assert!(!whole.to_string().contains("Lindqvist") && whole["content"]["facts"].get("mostTouched").is_none());
    assert!(text(&desk, &canvas(), "json", true).contains("Lindqvist"));

    let board: Value = serde_json::from_str(&text(&desk, &canvas(), "jsonCanvas", false)).unwrap();
    let nodes = board["nodes"].as_array().unwrap();
    let of = |kind: &str| nodes.iter().filter(|n| n["type"] == kind).cloned().collect::<Vec<_>>();
    assert_eq!((of("group").len(), of("text").len()), (10, 4), "nine blocks, and what is parked");
    for card in of("text") {
        let inside = of("group").iter().any(|g| {
            let n = |v: &Value, k: &str| v[k].as_i64().unwrap();
            n(&card, "x") >= n(g, "x")
                && n(&card, "y") >= n(g, "y")
                && n(&card, "x") + n(&card, "width") <= n(g, "x") + n(g, "width")
                && n(&card, "y") + n(&card, "height") <= n(g, "y") + n(g, "height")
        });
        assert!(inside, "a card lies in its block: {card}");
    }
    assert_eq!(
        desk.attempt("press", "text", json!({ "what": canvas(), "format": "mermaid" })).unwrap_err().code,
        Code::Invalid
    );
}

#[test]
fn a_journey_as_diagram_table_and_text() {
    let desk = Desk::new();
    let map = desk.call("journeys", "create", json!({ "title": "First; year: #1", "stages": ["Before: all"] }));
    let got = desk.call("journeys", "get", json!({ "id": map["id"] }));
    let stage = got["stages"][0]["id"].clone();
    let step = |name: &str, more: Value| {
        let mut content = json!({ "name": name });
        more.as_object().unwrap().iter().for_each(|(k, v)| content[k] = v.clone());
        desk.call("journeys", "addStep", json!({ "stage": stage, "content": content }));
    };
    step("Hears: of us", json!({ "expected": { "value": 2, "word": "curious" }, "owner": "Mara Lindqvist" }));
    step("=Pays", json!({ "expected": { "value": -2, "word": "hurt" }, "goal": "A bill\nto trust" }));
    step("Waits", json!({}));
    let what = json!({ "sheet": "journey", "journey": map["id"] });
    let mermaid = text(&desk, &what, "mermaid", false);
    assert_eq!(
        mermaid,
        "journey\n    title First, year, №1\n    section Before, all\n      Hears, of us: 5: Customers\n      =Pays: 1: Customers\n    %% 1 step left out: nobody said how it feels\n"
    );
    let csv = text(&desk, &what, "csv", false);
    assert!(csv.contains("'=Pays") && csv.contains(",-2,hurt,") && !csv.contains("Lindqvist"), "{csv}");
    let markdown = text(&desk, &what, "markdown", false);
    assert!(markdown.contains("### Hears: of us\n\n- Feels: curious (+2)\n") && !markdown.contains("Lindqvist"));
    assert!(text(&desk, &what, "markdown", true).contains("- Who answers for it: Mara Lindqvist"));
    let whole: Value = serde_json::from_str(&text(&desk, &what, "json", false)).unwrap();
    assert_eq!(whole["format"], "rapport.journey");
    assert!(!whole.to_string().contains("Lindqvist"));
}
