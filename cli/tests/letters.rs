//! A letter from the terminal: begun, read by the coach, handed over as a file, and kept as a touchpoint when it went.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use std::fs;
use support::Terminal;

#[test]
fn a_letter_is_begun_coached_handed_over_and_kept() {
    let t = Terminal::new();
    assert_eq!(t.json(&["draft"]), json!([]));
    let person =
        json!({ "name": "Ana Ruiz", "given": "Ana", "reaches": [{ "kind": "email", "value": "ana@example.org" }] });
    t.json(&["call", "people", "create", &person.to_string()]);
    let draft = t.json(&["draft", "start", "ana", "--kind", "check-in"]);
    let id = draft["row"]["id"].as_str().unwrap();
    assert_eq!((&draft["row"]["kind"], &draft["to"]), (&json!("checkIn"), &json!("ana@example.org")));
    assert_eq!(t.json(&["draft", "show", id]), draft);
    assert_eq!(t.json(&["draft"])[0]["id"], id);
    let shown = t.run(&["draft", "show", id]);
    assert!(shown.out.starts_with("To: Ana Ruiz <ana@example.org>\nSubject: "), "{shown:?}");
    assert!(t.run(&["draft"]).out.contains("Ana Ruiz"));

    let text = json!({ "id": id, "subject": "How are you?", "text": "Dear Ana,\n\nhow did the new desk work out? I will call you on Friday, 27 November, at ten.\n\nBest wishes\nKim" });
    t.json(&["call", "drafts", "save", &text.to_string()]);
    let report = t.json(&["draft", "coach", id]);
    assert!(report["findings"].is_array() && report["passed"].is_array(), "{report}");
    assert!(t.run(&["draft", "coach", id]).out.contains("checks found nothing wrong"));

    let out = t.at("letter.eml");
    assert_eq!(t.json(&["draft", "eml", id, &out, "--reason", "a test"]), json!({ "file": out }));
    let eml = fs::read_to_string(&out).unwrap();
    assert!(eml.contains("ana@example.org") && eml.contains("How are you?"), "{eml}");
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&out).unwrap().permissions()) & 0o777, 0o600);
    let again = t.refused(1, &["draft", "eml", id, &out]);
    assert_eq!(again["details"]["why"], "exists already", "nothing is overwritten");
    let touchpoint = t.json(&["draft", "went", id]);
    t.json(&["draft", "start", "ana", "--kind", "thank-you"]);
    let states: Vec<_> = t.json(&["draft"]).as_array().unwrap().iter().map(|row| row["status"].clone()).collect();
    assert_eq!(states, ["writing", "sent"], "those that wait come first");
    assert_eq!((&touchpoint["channel"], &touchpoint["people"][0]["name"]), (&json!("email"), &json!("Ana Ruiz")));
}

#[test]
fn a_letter_that_must_not_go_makes_no_file() {
    let t = Terminal::new();
    let ana = t.person("Ana Ruiz");
    t.json(&[
        "call",
        "people",
        "saveReach",
        &json!({ "person": ana, "kind": "email", "value": "ana@example.org" }).to_string(),
    ]);
    let id = t.json(&["draft", "start", "ana", "--kind", "offer"])["row"]["id"].as_str().unwrap().to_owned();
    t.json(&["call", "consent", "say", &json!({ "person": ana, "state": "optedOut" }).to_string()]);
    let error = t.refused(1, &["draft", "eml", &id, &t.at("offer.eml")]);
    assert_eq!(error["code"], "optedOut");
    assert!(!t.path("offer.eml").exists());
    assert_eq!(t.refused(1, &["draft", "show", "00000000-0000-7000-8000-000000000000"])["code"], "notFound");
    assert_eq!(t.refused(1, &["draft", "start", "ana", "--kind", "spam"])["details"]["field"], "kind");
    let nowhere = t.refused(1, &["draft", "eml", &id, &t.at("no/folder/x.eml"), "--reason", "x"]);
    assert_eq!(nowhere["code"], "unreadable");
}
