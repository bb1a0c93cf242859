//! Finding anybody by a few letters of a name, an address or a note.

use rapport_acceptance::Desk;
use serde_json::{Value, json};

fn titles(desk: &Desk, text: &str) -> Vec<String> {
    let found = desk.call("search", "find", json!({ "text": text }));
    found["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|h| format!("{} {}", h["kind"].as_str().unwrap(), h["title"].as_str().unwrap()))
        .collect()
}

fn book() -> Desk {
    let desk = Desk::new();
    for (name, kind, value) in [
        ("Zoë Müller", "email", "zm@harbour.example"),
        ("Ana Ruiz", "phone", "+34 600 11 22 33"),
        ("Işık İnan", "email", "isik@anadolu.example"),
        ("Jörg Groß", "email", "jg@strasse.example"),
        ("Trần Thị Ngọc", "phone", "+84 90 555 0101"),
        ("Katherine Blackwood", "email", "kb@example.org"),
        ("يوسف حداد", "email", "yh@example.org"),
    ] {
        desk.call(
            "people",
            "create",
            json!({ "name": name, "reaches": [{ "kind": kind, "value": value }],
            "roles": [{ "organisation": format!("{} & Co", name.split(' ').next().unwrap()) }] }),
        );
    }
    desk
}

#[test]
fn names_are_found_however_they_are_typed() {
    let desk = book();
    for (typed, name) in [
        ("zoe", "Zoë Müller"),
        ("mul", "Zoë Müller"),
        ("MULLER zo", "Zoë Müller"),
        ("isik", "Işık İnan"),
        ("ISIK INAN", "Işık İnan"),
        ("gross", "Jörg Groß"),
        ("groß", "Jörg Groß"),
        ("ngoc tran", "Trần Thị Ngọc"),
        ("ackwoo", "Katherine Blackwood"),
        ("kathrine", "Katherine Blackwood"),
        ("blakcwood", "Katherine Blackwood"),
        ("يوسف", "يوسف حداد"),
        ("harbour", "Zoë Müller"),
        ("600112", "Ana Ruiz"),
        ("+34 600", "Ana Ruiz"),
    ] {
        assert_eq!(titles(&desk, typed).first(), Some(&format!("person {name}")), "typed {typed}");
    }
    assert!(titles(&desk, "qqqq").is_empty());
    assert!(titles(&desk, "  ").is_empty());
}

#[test]
fn the_name_that_begins_with_it_stands_first() {
    let desk = Desk::new();
    for name in ["Susanna Bo", "Joanna Anders", "Anna Zed", "Leanna Po"] {
        desk.person(name);
    }
    assert_eq!(titles(&desk, "anna")[0], "person Anna Zed");
    assert_eq!(
        titles(&desk, "an")[..2],
        ["person Anna Zed", "person Joanna Anders"],
        "a word's beginning before its middle"
    );
}

#[test]
fn words_of_notes_are_found_while_typing_and_follow_changes() {
    let desk = book();
    let ana = desk.call("search", "find", json!({ "text": "ana ruiz" }))["hits"][0]["id"].as_str().unwrap().to_owned();
    desk.call("people", "edit", json!({ "id": ana, "note": "Closed on Tuesdays; allergic to nuts" }));
    desk.log(&ana, 1, 1, "Köstliche Verkostung der neuen Röstung");
    assert_eq!(titles(&desk, "tues"), ["remember Ana Ruiz"]);
    assert_eq!(titles(&desk, "rostung verk"), ["touchpoint Ana Ruiz"]);
    let hit: Value = desk.call("search", "find", json!({ "text": "verkost" }))["hits"][0].clone();
    assert_eq!(hit["person"]["name"], "Ana Ruiz");
    assert_eq!(hit["marks"].as_array().unwrap().len(), 1);
    desk.call("people", "edit", json!({ "id": ana, "note": "Open on Tuesdays now" }));
    assert!(titles(&desk, "allergic").is_empty(), "what was written over is found no more");
    desk.call("vault", "undo", json!({}));
    assert_eq!(titles(&desk, "allergic"), ["remember Ana Ruiz"], "and again after undo");
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert!(titles(&desk, "ana ruiz").is_empty());
}

#[test]
fn nothing_that_is_typed_breaks_it() {
    let desk = book();
    for typed in
        ["\"", "NEAR(a b", "*", "^", "a AND OR NOT", "{}", "--", "'", "\u{0}", "\u{202e}x", "💩", &"x".repeat(10_000)]
    {
        titles(&desk, typed);
    }
}

#[test]
fn what_stands_on_the_canvas_is_found_until_it_is_put_away() {
    let desk = Desk::new();
    let new = json!({ "block": "value", "text": "Supplies before they run out", "detail": "asked for at the fair" });
    let note = desk.call("canvas", "addNote", new);
    assert_eq!(titles(&desk, "suppl"), ["note Supplies before they run out"]);
    assert_eq!(titles(&desk, "fair"), ["note Supplies before they run out"], "more about it as well");
    desk.call("canvas", "editNote", json!({ "id": note["id"], "text": "Boxes" }));
    assert_eq!(titles(&desk, "suppl"), Vec::<String>::new());
    assert_eq!(titles(&desk, "box"), ["note Boxes"]);
    desk.call("canvas", "archiveNote", json!({ "id": note["id"] }));
    assert_eq!(titles(&desk, "box"), Vec::<String>::new());
    desk.call("vault", "undo", json!({}));
    assert_eq!(titles(&desk, "box"), ["note Boxes"]);
}
