//! Writing touchpoints down from the terminal, and finding them again.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use support::{NOW_MS, Terminal};

const DAY: i64 = 86_400_000;

#[test]
fn what_was_logged_is_there() {
    let t = Terminal::new();
    let ana = t.person("Ana Ruiz");
    let logged =
        t.json(&["log", "Ana Ruiz", "--channel", "phone", "--felt", "-1", "--note", "felt let down by the invoice"]);
    assert_eq!(logged.as_object().unwrap().len(), 1, "{logged}");
    let kept = t.json(&["call", "touchpoints", "get", &logged.to_string()]);
    assert_eq!(
        (&kept["felt"], &kept["text"], &kept["channel"]),
        (&json!(-1), &json!("felt let down by the invoice"), &json!("phone"))
    );
    assert_eq!((&kept["at"], &kept["people"][0]["id"]), (&json!(NOW_MS), &json!(ana)));
    let timeline = t.json(&["call", "touchpoints", "timeline", &json!({ "person": ana }).to_string()]);
    assert_eq!(timeline["total"], 1);
}

#[test]
fn every_option_reaches_the_touchpoint() {
    let t = Terminal::new();
    let (ana, ben) = (t.person("Ana Ruiz"), t.person("Ben Okafor"));
    let spellings = ["in-person", "inPerson", "in_person"];
    for channel in spellings {
        let logged = t.json(&[
            "log",
            &ana,
            "--channel",
            channel,
            "--felt=2",
            "--note",
            "-- a dash, \"quotes\" and 王芳",
            "--title",
            "Lunch",
            "--word",
            "relieved",
            "--direction",
            "inbound",
            "--at",
            "2026-11-20T12:30:00+01:00",
            "--with",
            "ben okafor",
        ]);
        let kept = t.json(&["call", "touchpoints", "get", &logged.to_string()]);
        assert_eq!((&kept["channel"], &kept["felt"], &kept["title"]), (&json!("inPerson"), &json!(2), &json!("Lunch")));
        assert_eq!((&kept["feltWord"], &kept["direction"]), (&json!("relieved"), &json!("inbound")));
        assert_eq!(kept["text"], "-- a dash, \"quotes\" and 王芳");
        assert_eq!(kept["at"], json!(1_795_174_200_000_i64));
        let who: Vec<_> = kept["people"].as_array().unwrap().iter().map(|p| p["id"].clone()).collect();
        assert_eq!(who, [json!(ana), json!(ben)]);
    }
    let dated = t.json(&["log", &ana, "--channel", "email", "--at", "2026-11-20"]);
    let kept = t.json(&["call", "touchpoints", "get", &dated.to_string()]);
    assert_eq!(
        (&kept["at"], &kept["felt"]),
        (&json!(1_795_176_000_000_i64), &json!(null)),
        "a date is its noon; nobody said how it felt"
    );
}

#[test]
fn an_ambiguous_name_is_rejected_with_the_candidates() {
    let t = Terminal::new();
    let (first, second) = (t.person("Ana Ruiz"), t.person("Ana Ruiz"));
    t.person("Ana Marić");
    let error = t.refused(1, &["log", "Ana Ruiz", "--channel", "phone", "--note", "x"]);
    assert_eq!(error["code"], "ambiguous");
    let mut ids: Vec<_> =
        error["details"]["candidates"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, {
        let mut both = [first.as_str(), second.as_str()];
        both.sort_unstable();
        both
    });
    let said = t.run(&["log", "ana", "--channel", "phone"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains(&first) && said.err.contains("Ana Marić"), "{}", said.err);
    assert_eq!(t.json(&["call", "touchpoints", "recent", "10"]), json!([]), "nothing was written");
    t.json(&["log", &second, "--channel", "phone"]);
    t.json(&["log", "marić", "--channel", "phone"]);
}

#[test]
fn what_cannot_be_is_rejected_and_changes_nothing() {
    let t = Terminal::new();
    t.person("Ana Ruiz");
    let cases: [(&str, &[&str]); 6] = [
        ("notFound", &["log", "Nobody", "--channel", "phone"]),
        ("notFound", &["log", "00000000-0000-7000-8000-000000000000", "--channel", "phone"]),
        ("invalid", &["log", "Ana Ruiz", "--channel", "phone", "--felt", "3"]),
        ("invalid", &["log", "Ana Ruiz", "--channel", "phone", "--felt", "999"]),
        ("invalid", &["log", "Ana Ruiz", "--channel", "pigeon"]),
        ("invalid", &["log", "Ana Ruiz", "--channel", "phone", "--at", "tomorrow-ish"]),
    ];
    for (code, args) in cases {
        assert_eq!(t.refused(1, args)["code"], code, "{args:?}");
    }
    let why = t.refused(1, &["log", "Ana Ruiz", "--channel", "pigeon"])["details"].clone();
    assert_eq!(why, json!({ "field": "channel", "why": "unreadable" }), "it says which word is wrong");
    let why = t.refused(1, &["call", "touchpoints", "log", r#"{"people":[],"text":"pigeon"}"#])["details"].clone();
    assert_eq!(why, json!({ "field": "channel", "why": "missing" }));
    assert_eq!(t.json(&["call", "touchpoints", "recent", "10"]), json!([]));
    assert_eq!(t.json(&["check"])["ok"], true);
}

#[test]
fn today_says_who_waits_why_and_since_when() {
    let t = Terminal::new();
    t.person("Quiet One");
    t.person("Fresh");
    t.json(&["log", "quiet one", "--channel", "phone", "--note", "renewal", "--at", "2026-09-20T09:00:00Z"]);
    t.json(&["log", "fresh", "--channel", "email"]);
    let today = t.json(&["today"]);
    assert_eq!(today["items"].as_array().unwrap().len(), 1);
    let item = &today["items"][0];
    assert_eq!((&item["person"]["name"], &item["why"]["silentDays"]), (&json!("Quiet One"), &json!(64)));
    assert_eq!(item["since"], json!(NOW_MS - 64 * DAY));
    let said = t.run(&["today"]);
    assert!(
        said.out.contains("Quiet One") && said.out.contains("64 days") && !said.out.contains("Fresh"),
        "{}",
        said.out
    );
}

#[test]
fn people_come_in_pages_of_any_size() {
    let t = Terminal::new();
    for name in ["Zoë Lam", "王芳", "Ana Ruiz"] {
        t.person(name);
    }
    let two = t.json(&["people", "--limit", "2"]);
    assert_eq!((two["items"].as_array().unwrap().len(), &two["total"]), (2, &json!(3)));
    assert_eq!(two["items"][0]["name"], "Ana Ruiz");
    assert_eq!(t.json(&["people", "--limit", "0"]), json!({ "items": [], "total": 3 }));
    assert_eq!(t.json(&["people", "--limit", "5000", "--offset", "1"])["items"].as_array().unwrap().len(), 2);
    assert_eq!(t.json(&["people", "ruiz"])["total"], 1);
    t.json(&["call", "people", "tag", &json!({ "ids": [two["items"][0]["id"]], "tag": "Key" }).to_string()]);
    assert_eq!(t.json(&["people", "--tag", "key"])["total"], 1);
    assert_eq!(t.refused(1, &["people", "--tag", "none"])["code"], "notFound");
    assert_eq!(t.refused(1, &["people", "--sort", "luck"])["code"], "invalid");
    assert_eq!(t.json(&["people", "--without", "touchpoint"])["total"], 3);
    let said = t.run(&["people"]);
    assert!(said.out.contains("3 people") && !said.out.contains('\u{1b}'), "{}", said.out);
}
