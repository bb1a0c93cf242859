//! Plans and the onboarding check from the terminal (M143–M158, M162): what the commands answer, and in words.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use support::Terminal;

fn said(t: &Terminal, args: &[&str]) -> String {
    let ran = t.run(args);
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
    ran.out
}

#[test]
fn plans_are_read_as_words_and_as_json() {
    let t = Terminal::new();
    let ana = t.person("Ana Ruiz");
    assert_eq!(said(&t, &["plans", "strategies"]), "No strategy is written down yet.\n");
    assert_eq!(said(&t, &["plans", "steps"]), "The steps are not begun yet.\n");
    assert_eq!(said(&t, &["plans", "stack"]), "No layers of value are judged yet.\n");
    assert_eq!(said(&t, &["plans", "surprises"]), "No surprise was given yet.\n");
    let strategy = json!({ "title": "Call after a week", "area": "keep", "need": "To be sure", "owner": "Lena" });
    t.json(&["call", "plans", "saveStrategy", &strategy.to_string()]);
    t.json(&["call", "plans", "beginSteps"]);
    let subject = format!("person:{ana}");
    let layer = json!({ "subject": subject, "layer": "functional", "score": 4, "note": "It works" });
    t.json(&["call", "plans", "saveLayer", &layer.to_string()]);
    let cake =
        json!({ "person": ana, "text": "A cake", "channel": "inPerson", "felt": 2, "cost": 1250, "currency": "EUR" });
    t.json(&["call", "plans", "giveSurprise", &cake.to_string()]);

    assert_eq!(t.json(&["plans", "strategies"])[0]["title"], "Call after a week");
    let words = said(&t, &["plans", "strategies"]);
    assert!(words.contains("keep") && words.contains("in use") && words.contains("1 of 3"), "{words}");
    assert_eq!(t.json(&["plans", "steps"])[0]["purpose"], "map");
    assert!(said(&t, &["plans", "steps"]).starts_with("map the journey"));
    assert_eq!(t.json(&["plans", "stack", "Ana Ruiz"])["layers"][0]["score"], 4);
    assert!(said(&t, &["plans", "stack"]).contains("4 – –"));
    assert_eq!(t.json(&["plans", "surprises"])[0]["cost"], 1250);
    let words = said(&t, &["plans", "surprises"]);
    assert!(words.contains("Ana Ruiz") && words.contains("A cake") && words.contains("+2"), "{words}");
    t.json(&["call", "people", "create", &json!({ "name": "Ben Okafor", "stage": "retention" }).to_string()]);
    assert_eq!(t.json(&["plans", "surprises", "--without", "6"])["items"][0]["person"]["name"], "Ben Okafor");
    assert_eq!(t.json(&["plans", "loop"])["conversion"]["delighted"], 1);
    assert!(said(&t, &["plans", "loop"]).contains("outside the loop: 1 people"));
    assert_eq!(t.json(&["plans", "loop", "--at", "delight"])["items"][0]["person"]["name"], "Ana Ruiz");
    assert_eq!(t.refused(1, &["plans", "loop", "--at", "moon"])["code"], "invalid");
    assert_eq!(t.json(&["plans", "counters"])["basis"], "touchpoints");
    let words = said(&t, &["plans", "counters", "--from", "2020-01-01"]);
    assert!(words.contains("2020-01-01 to") && words.contains("by touchpoints"), "{words}");
    assert_eq!(t.refused(1, &["plans", "counters", "--segment", "Nobody's"])["code"], "notFound");
}

#[test]
fn new_customers_who_are_left_alone_are_listed_m162() {
    let t = Terminal::new();
    t.json(&["call", "people", "create", &json!({ "name": "Ana Ruiz", "stage": "onboarding" }).to_string()]);
    t.json(&["call", "journeys", "create", &json!({ "title": "First months", "stages": ["Aboard"] }).to_string()]);
    assert_eq!(t.json(&["journey", "onboarding"])["people"], 1);
    assert_eq!(t.json(&["journey", "onboarding", "--everybody"])["rows"][0]["person"]["name"], "Ana Ruiz");
    let words = said(&t, &["journey", "onboarding", "--everybody", "--on", "first months"]);
    assert!(words.starts_with("First months: 1 new, 0 left alone for 14 days or longer"), "{words}");
    assert!(words.contains("Ana Ruiz") && words.contains("silent for 0 days"), "{words}");
    assert_eq!(t.refused(1, &["journey", "onboarding", "--on", "Elsewhere"])["code"], "notFound");
}

#[test]
fn a_workshop_goes_through_files_m238() {
    let t = Terminal::new();
    let new = json!({ "title": "First months", "stages": ["Aboard"] });
    let id = t.json(&["call", "journeys", "create", &new.to_string()])["id"].clone();
    let stage = t.json(&["journey"])["stages"][0]["id"].clone();
    let step = |value: i64, word: &str| json!({ "name": "Call", "expected": { "value": value, "word": word } });
    let add = json!({ "stage": stage, "content": step(0, "fine") });
    let call = t.json(&["call", "journeys", "addStep", &add.to_string()])["id"].clone();
    let file = t.at("copy.json");
    t.json(&["journey", "workshop", "copy", &file, "--by", "Lena"]);
    let edit = json!({ "id": call, "content": step(1, "glad") });
    t.json(&["call", "journeys", "editStep", &edit.to_string()]);
    let words = said(&t, &["journey", "workshop", "compare", &file]);
    assert!(words.contains("Lena") && words.contains("+1 glad") && words.contains("+0 fine"), "{words}");
    assert_eq!(t.json(&["journey", "workshop", "compare", &file, "--take-middle"])["changed"], 1);
    assert_eq!(t.json(&["journey"])["stages"][0]["steps"][0]["expected"]["word"], "fine");
    let words = said(&t, &["journey", "workshop", "take", &file]);
    assert_eq!(words, "Begun: First months\n");
    assert_eq!(t.json(&["call", "journeys", "list"]).as_array().unwrap().len(), 2);
    let on = id.as_str().unwrap();
    assert_eq!(t.json(&["journey", "workshop", "compare", &file, "--on", on])["voices"][0]["other"], false);
    assert_eq!(t.refused(1, &["journey", "workshop", "take", &t.file("no.json", "{}")])["code"], "unknownFormat");
}
