//! What one puts into an envelope (M188): cards, envelopes, labels, a sheet to copy from and a video script, read back by a
//! program that did not write them.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::{Desk, paper};
use serde_json::{Value, json};

struct Printed {
    text: String,
    pages: usize,
}

fn print(desk: &Desk, what: Value) -> Printed {
    let path = desk.dir.path().join("sheet.pdf");
    let said = desk.call("press", "printLetter", json!({ "what": what, "format": "pdf", "path": path }));
    assert_eq!(said["missing"], json!([]));
    let bytes = std::fs::read(&path).unwrap();
    Printed { text: squeezed(&paper::text_of(bytes.clone())), pages: paper::pages_of(bytes) }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{AD}')).collect()
}

fn ana(desk: &Desk) -> String {
    let reaches = json!([
        { "kind": "address", "value": "Old street 1\n1000 Elsewhere" },
        { "kind": "address", "value": "Calle 5 de Mayo 12\n68000 Oaxaca", "preferred": true },
    ]);
    let made = json!({ "name": "Ana Ruiz", "given": "Ana", "reaches": reaches, "roles": [{ "organisation": "Café Trópico" }] });
    desk.call("people", "create", made)["row"]["id"].as_str().unwrap().to_owned()
}

const WORDS: &str =
    "Dear Ana,\n\nThank you for #waiting* with us until the $5 cups came. It was patient of you.\n\nMara";

#[test]
fn a_card_has_a_front_and_the_words_inside_in_both_sizes() {
    let desk = Desk::new();
    let id = ana(&desk);
    desk.call("settings", "save", json!({ "sender": { "name": "Mara Vale", "organisation": "Alder & Vale" } }));
    for size in ["a6", "a5"] {
        let card = print(&desk, json!({ "kind": "card", "people": [id], "text": WORDS, "size": size }));
        assert_eq!(card.pages, 2, "outside and inside");
        for written in
            ["Thank you", "Mara Vale", "Alder & Vale", "Thank you for #waiting* with us until the $5 cups came."]
        {
            assert!(card.text.contains(&squeezed(written)), "{written}: {}", card.text);
        }
    }
    let bare = print(&desk, json!({ "kind": "card", "people": [id], "front": "For the first year" }));
    assert_eq!(bare.pages, 2, "room to write inside");
    assert!(bare.text.contains("Forthefirstyear") && !bare.text.contains("waiting"));
    let look = desk.call(
        "press",
        "previewLetter",
        json!({ "what": { "kind": "card", "people": [id], "text": WORDS }, "page": 1 }),
    );
    assert!(look["look"]["drawing"].as_str().unwrap().starts_with("<svg"));
    assert_eq!((&look["words"], &look["without"]), (&json!(19), &json!([])));
}

#[test]
fn a_card_takes_its_words_and_its_language_from_the_letter() {
    let desk = Desk::new();
    let id = desk.call("people", "create", json!({ "name": "Jürgen Groß", "given": "Jürgen", "language": "de" }));
    let draft = desk.call("drafts", "start", json!({ "person": id["row"]["id"], "kind": "thankYou" }));
    desk.call(
        "drafts",
        "save",
        json!({ "id": draft["row"]["id"], "text": "Lieber Jürgen,\n\ndanke für Ihre Geduld." }),
    );
    let card = print(&desk, json!({ "kind": "card", "draft": draft["row"]["id"] }));
    assert!(card.text.contains("Danke") && card.text.contains("dankefürIhreGeduld."), "{}", card.text);
    let look =
        desk.call("press", "previewLetter", json!({ "what": { "kind": "envelope", "draft": draft["row"]["id"] } }));
    assert_eq!(look["without"][0]["name"], "Jürgen Groß", "an envelope without an address says so");
}

#[test]
fn words_that_do_not_fit_on_a_card_are_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let id = ana(&desk);
    let path = desk.dir.path().join("long.pdf");
    let long = "A word and another. ".repeat(170);
    let what = json!({ "kind": "card", "people": [id], "text": long });
    let error =
        desk.attempt("press", "printLetter", json!({ "what": what, "format": "pdf", "path": path })).unwrap_err();
    assert_eq!((&error.details["field"], &error.details["why"]), (&json!("text"), &json!("long")));
    assert!(!path.exists());
    let error = desk.attempt("press", "previewLetter", json!({ "what": { "kind": "card" } })).unwrap_err();
    assert_eq!(error.details["field"], "people");
}

#[test]
fn envelopes_and_labels_carry_the_address_that_is_used_first() {
    let desk = Desk::new();
    let id = ana(&desk);
    let nowhere = desk.person("Ben Okafor");
    let arabic = json!({ "name": "ليلى حداد", "reaches": [{ "kind": "address", "value": "شارع الورد ٥\nعمّان" }] });
    let laila = desk.call("people", "create", arabic)["row"]["id"].clone();
    for size in ["a6", "a5"] {
        let envelope = print(&desk, json!({ "kind": "envelope", "people": [id], "size": size }));
        assert_eq!(envelope.pages, 1);
        for line in ["AnaRuiz", "CaféTrópico", "Calle5deMayo12", "68000Oaxaca"] {
            assert!(envelope.text.contains(line), "{line}: {}", envelope.text);
        }
        assert!(!envelope.text.contains("Oldstreet"));
    }
    let labels = print(&desk, json!({ "kind": "labels", "people": [id, nowhere, laila], "skip": 23 }));
    assert_eq!(labels.pages, 2, "one label was left on the first sheet");
    assert!(labels.text.contains("Calle5deMayo12") && !labels.text.contains("Okafor"), "{}", labels.text);
    let look = desk.call("press", "previewLetter", json!({ "what": { "kind": "labels", "people": [id, nowhere] } }));
    assert_eq!(look["without"][0]["name"], "Ben Okafor");
}

#[test]
fn the_words_are_there_to_copy_by_hand_and_to_say_in_a_video() {
    let desk = Desk::new();
    let id = ana(&desk);
    let by_hand = print(&desk, json!({ "kind": "handwriting", "people": [id], "text": WORDS }));
    assert_eq!(by_hand.pages, 2, "the words, and lines to lay under the card");
    for written in ["Itwaspatientofyou.", "Calle5deMayo12", "Laythisunderthecard"] {
        assert!(by_hand.text.contains(written), "{written}: {}", by_hand.text);
    }
    let video = print(&desk, json!({ "kind": "video", "people": [id], "text": WORDS }));
    for written in ["A short video: Ana Ruiz", "saytheirname", "About0:08minutes", "Itwaspatientofyou."] {
        assert!(video.text.contains(&squeezed(written)), "{written}: {}", video.text);
    }
}
