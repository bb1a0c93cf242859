//! Segments from rules that are typed: counted, listed, kept, written back, and errors that point.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use support::Terminal;

#[test]
fn a_typed_rule_is_counted_kept_and_written_back() {
    let t = Terminal::new();
    let ana = t.person("Ana Ruiz");
    t.person("Ben Okafor");
    t.json(&["call", "people", "tag", &json!({ "ids": [ana], "tag": "key account" }).to_string()]);
    t.json(&["call", "purchases", "save", &json!({ "person": ana, "amount": 60_000, "currency": "EUR" }).to_string()]);
    let rule = "tag = key account and spent >= 500 EUR";
    assert_eq!(t.json(&["segment", "count", "--rule", rule])["count"], 1);
    assert_eq!(t.json(&["segment", "count", "--rule", "never bought"])["first"][0]["name"], "Ben Okafor");
    assert_eq!(t.json(&["segment", "members", "--rule", rule])["items"][0]["name"], "Ana Ruiz");
    let made = t.json(&["segment", "make", "Good customers", "--rule", rule, "--hue", "2"]);
    assert_eq!((&made["count"], &made["hue"]), (&json!(1), &json!(2)));
    assert_eq!(t.json(&["segment", "rule", "good customers"]), "tag = \"key account\" and spent >= 500.00 EUR");
    assert_eq!(t.json(&["segment", "count", "Good customers"])["count"], 1);
    assert_eq!(t.json(&["segment", "count", "--rule", "not segment = Good customers"])["count"], 1);
    assert_eq!(t.json(&["segment", "list"])[0]["name"], "Good customers");
    assert_eq!(t.json(&["segment", "Good customers"])["total"], 1);
}

#[test]
fn a_rule_that_cannot_be_read_points_to_its_place() {
    let t = Terminal::new();
    let failed = t.run(&["segment", "count", "--rule", "stage = retnetion"]);
    assert_eq!(failed.code, 1);
    let said = failed.err;
    assert!(said.contains("stage = retnetion\n        ^^^^^^^^^"), "{said}");
    assert!(said.contains("Did you mean: retention"), "{said}");
    let failed = t.run(&["--json", "segment", "make", "X", "--rule", "touches >= many"]);
    let said = failed.error();
    assert_eq!((&said["details"]["why"], &said["details"]["from"]), (&json!("number"), &json!(11)));
    assert_eq!(t.json(&["segment"]), json!([]));
}
