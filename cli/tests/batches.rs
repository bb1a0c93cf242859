//! Letters to many from the terminal: made, looked at, read one by one; held people with their reason.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use support::Terminal;

#[test]
fn a_batch_is_made_read_and_taken_out() {
    let t = Terminal::new();
    assert!(t.run(&["draft", "batch"]).out.contains("No batches yet."));
    for (name, reaches) in [("Ana", json!([{ "kind": "email", "value": "ana@example.org" }])), ("Ben", json!([]))] {
        let person = json!({ "name": format!("{name} Ruiz"), "given": name, "tags": ["studio"], "reaches": reaches });
        t.json(&["call", "people", "create", &person.to_string()]);
    }
    let tag = t.json(&["call", "people", "tags"])[0]["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": tag } });
    t.json(&["call", "segments", "save", &json!({ "name": "Studios", "hue": 1, "rule": rule }).to_string()]);

    let made = t.json(&["draft", "batch", "make", "studios", "--kind", "check-in"]);
    assert_eq!((&made["name"], &made["letters"], &made["held"]), (&json!("Studios"), &json!(1), &json!(1)));
    assert!(t.run(&["draft", "batch"]).out.contains("0 of 1 read"));
    let shown = t.json(&["draft", "batch", "show", "studios"]);
    let id = shown["letters"][0]["id"].as_str().unwrap();
    assert_eq!(shown["signs"][0]["id"], id);
    assert!(t.run(&["draft", "batch", "show", "studios"]).out.contains("Ana Ruiz"));
    let held = t.run(&["draft", "batch", "held", "studios"]).out;
    assert!(held.contains("Ben Ruiz") && held.contains("no address"), "{held}");

    assert_eq!(t.json(&["draft", "batch", "hold", id, "--why", "later"])["batch"]["heldWhy"], "later");
    t.json(&["draft", "batch", "take-in", id]);
    assert!(t.run(&["draft", "batch", "approve", id, "--reason", "a test"]).out.contains("Ana Ruiz: approved"));
    assert_eq!(t.run(&["draft", "batch", "approve-all", "studios"]).code, 2, "nobody approves all");
    t.json(&["draft", "batch", "remove", "studios"]);
    assert_eq!(t.json(&["draft", "batch"]), json!([]));
}
