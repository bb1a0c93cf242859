//! Words that are needed again and again: calm ones, one's own, and the answers to what customers ask (row M184).

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn titles(all: &Value) -> Vec<&str> {
    all.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

/// Row M184: an answer that was written down once can stand in every letter.
#[test]
fn own_words_calm_words_and_answers_are_offered() {
    let desk = Desk::new();
    let calm = desk.call("drafts", "snippets", json!(null));
    assert_eq!(calm.as_array().unwrap().len(), 24, "eight in each of three languages");
    desk.call("feedback", "saveQuestion", json!({ "text": "When do you deliver?" }));
    let answer = json!({ "text": "Who repairs it?", "answer": "We do, within two days." });
    let question = desk.call("feedback", "saveQuestion", answer)["id"].clone();
    let own = json!({ "text": "That is ours to mend, and it is on its way already.", "language": "en" });
    let all = desk.call("drafts", "saveSnippet", own);
    assert_eq!(titles(&all)[0], "That is ours to mend, and", "without a name its first words are one");
    let last = all.as_array().unwrap().last().unwrap();
    assert_eq!((&last["question"], last["text"].as_str()), (&question, Some("We do, within two days.")));
    assert_eq!(titles(&all).len(), 26, "what has no answer is not offered");

    let id = all[0]["id"].clone();
    let named = desk.call("drafts", "saveSnippet", json!({ "id": id, "title": "Ours" }));
    assert_eq!((titles(&named)[0], named[0]["text"].as_str()), ("Ours", all[0]["text"].as_str()));
    for (wrong, field) in [
        (json!({ "text": " " }), "text"),
        (json!({ "title": "x" }), "text"),
        (json!({ "text": "x", "language": "tlh" }), "language"),
    ] {
        let error = desk.attempt("drafts", "saveSnippet", wrong).unwrap_err();
        assert_eq!((error.code, error.details["field"].as_str()), (Code::Invalid, Some(field)));
    }
    desk.call("drafts", "removeSnippet", json!({ "id": id }));
    assert_eq!(desk.call("drafts", "snippets", json!(null)).as_array().unwrap().len(), 25);
    assert_eq!(desk.attempt("drafts", "removeSnippet", json!({ "id": id })).unwrap_err().code, Code::NotFound);
}
