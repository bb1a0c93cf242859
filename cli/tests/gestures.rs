//! Gestures from the terminal (M197): given, listed, within what may be given, and beyond it with a reason.
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
fn gestures_are_given_listed_and_held_to_the_budget() {
    let t = Terminal::new();
    t.person("Ana Ruiz");
    assert_eq!(said(&t, &["gesture"]), "Nothing was given yet.\n");
    let cake = t.json(&["gesture", "give", "Ana Ruiz", "A cake", "--cost", "32.5 EUR", "--felt", "2", "--by", "Mara"]);
    assert_eq!((&cake["cost"], &cake["sort"]), (&json!(3250), &json!("gift")));
    let words = said(&t, &["gesture", "list", "--for", "Ana Ruiz"]);
    assert!(words.contains("A cake") && words.contains("32.50 EUR") && words.contains("+2"), "{words}");
    assert!(said(&t, &["gesture", "budget", "Ana Ruiz"]).starts_with("17.50 EUR left: 32.50 EUR of 50.00 EUR given"));
    let refused = t.refused(1, &["gesture", "give", "Ana Ruiz", "Flowers", "--cost", "20 EUR"]);
    assert_eq!(refused["details"]["field"], "overReason");
    t.json(&["gesture", "give", "Ana Ruiz", "Flowers", "--cost", "20 EUR", "--reason", "A hard week"]);
    assert!(said(&t, &["gesture"]).contains("beyond: A hard week"));
    assert_eq!(t.json(&["gesture", "budget", "Ana Ruiz"])["left"], -250);
    assert!(
        said(&t, &["gesture", "budget", "--set", "4000 JPY", "--months", "6"]).starts_with("to anybody: 4000 JPY in 6")
    );
    assert_eq!(t.refused(1, &["gesture", "budget", "--set", "much"])["code"], "invalid");
    assert_eq!(said(&t, &["gesture", "thanks"]), "Nobody waits to be thanked.\n");
    let bought =
        json!({ "person": t.person("Ben"), "date": "2026-11-22", "amount": 5, "currency": "EUR", "item": "cups" });
    t.json(&["call", "purchases", "save", &bought.to_string()]);
    let words = said(&t, &["gesture", "thanks"]);
    assert!(words.contains("Ben") && words.contains("bought for the first time") && words.contains("cups"), "{words}");
    assert_eq!(said(&t, &["gesture", "roles"]), "No role has anything to decide yet.\n");
    let role = json!({ "role": "At the counter", "text": "A coffee", "amount": 500, "currency": "EUR", "months": 1 });
    t.json(&["call", "gestures", "saveRole", &role.to_string()]);
    assert!(said(&t, &["gesture", "roles"]).contains("5.00 EUR in 1 months"));
}
