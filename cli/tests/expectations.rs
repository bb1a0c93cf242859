//! What people may expect, from the terminal (M048, M033, M200): written down, told, reworded, and told in two ways.
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
fn an_expectation_is_told_and_reworded() {
    let t = Terminal::new();
    t.person("Ana Ruiz");
    assert_eq!(said(&t, &["expect"]), "Nothing is written down yet.\n");
    let plan = ["expect", "add", "Care plan", "40 € a month", "--topic", "price", "--since", "2026-03-02"];
    assert_eq!(t.json(&plan)["topic"], json!("price"));
    assert_eq!(t.refused(1, &["expect", "add", "Care plan", " "])["code"], "invalid");
    t.json(&["expect", "tell", "Ana Ruiz", "care plan", "--on", "2026-03-10"]);
    assert_eq!(t.refused(1, &["expect", "tell", "Ana Ruiz", "Grinder"])["code"], "notFound");
    t.json(&["expect", "reword", "Care plan", "45 € a month", "--since", "2026-10-01"]);
    assert!(said(&t, &["expect"]).contains("0 told, 1 know older words"));
    assert!(said(&t, &["expect", "told", "Ana Ruiz"]).contains("other words hold now"));
    assert_eq!(said(&t, &["expect", "check"]), "Nobody was told two things.\n");
    t.json(&["expect", "tell", "Ana Ruiz", "45 €", "--topic", "price", "--on", "2026-10-02"]);
    assert!(said(&t, &["expect", "check", "Ana Ruiz"]).contains("40 € (told, 2026-03-10)"));
}
