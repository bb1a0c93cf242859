//! The demonstration book: whole, believable, and the same story on every day it is made.

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

fn desk() -> Desk {
    let desk = Desk::new();
    assert_eq!(desk.call("sample", "demo", json!(null)), 42);
    desk
}

fn one(desk: &Desk, name: &str) -> Value {
    let found = desk.call("search", "find", json!({ "text": name }));
    desk.call("people", "get", json!({ "id": found["hits"][0]["id"] }))
}

#[test]
fn the_vault_is_whole_and_nothing_of_it_is_there_to_be_undone() {
    let desk = desk();
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
    assert_eq!(desk.call("vault", "nextSteps", json!(null))["undo"], Value::Null);
    assert_eq!(
        desk.attempt("sample", "demo", json!(null)).unwrap_err().code,
        Code::Invalid,
        "only into an empty vault"
    );
    assert_eq!(desk.call("people", "count", json!({})), 42);
    assert_eq!(desk.call("people", "count", json!({ "without": "touchpoint" })), 2);
}

#[test]
fn today_shows_several_people_for_several_reasons() {
    let desk = desk();
    let today = desk.call("care", "today", json!({}));
    let rows: Vec<String> = today["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| {
            format!(
                "{} {} {}",
                i["person"]["name"].as_str().unwrap(),
                i["why"]["reason"].as_str().unwrap(),
                i["why"]["silentDays"]
            )
        })
        .collect();
    assert!((7..=10).contains(&rows.len()), "{rows:#?}");
    for who in [
        "Marisol Reyes Ibarra rhythm 63",
        "Aurelio Bianchi rule",
        "Begoña Echeverría rule",
        "Guðrún Ólafsdóttir rule",
        "Niamh O’Connor rhythm",
    ] {
        assert!(rows.iter().any(|r| r.starts_with(who)), "{who}: {rows:#?}");
    }
    assert!(!rows.iter().any(|r| r.starts_with("Matthias") || r.starts_with("Sören")), "left in peace: {rows:#?}");
}

#[test]
fn the_stories_hang_together() {
    let desk = desk();
    let marisol = one(&desk, "Marisol");
    assert_eq!(marisol["row"]["organisation"], "Café Trópico");
    assert_eq!(marisol["row"]["lastFelt"], -1);
    assert!(marisol["note"].as_str().unwrap().contains("Renewed in September"), "{}", marisol["note"]);
    let ties: Vec<_> = marisol["ties"].as_array().unwrap().iter().map(|t| t["name"].as_str().unwrap()).collect();
    assert_eq!(ties, ["Elena Vidal", "Lucía Fuentes", "Inés Reyes"]);
    let since = marisol["since"].as_str().unwrap();
    assert!(since.starts_with("2020-"), "{since}");
    let timeline = desk.call("touchpoints", "timeline", json!({ "person": marisol["row"]["id"], "limit": 500 }));
    assert!(timeline["items"][0]["people"].as_array().unwrap().len() == 2, "Elena was on the line too");
    assert_eq!(timeline["items"].as_array().unwrap().last().unwrap()["stage"], "onboarding");

    let hyunwoo = one(&desk, "Hyun-woo");
    assert_eq!((&hyunwoo["dates"][1]["month"], &hyunwoo["dates"][1]["day"]), (&json!(11), &json!(26)));
    let soeren = one(&desk, "Soren");
    assert_eq!(desk.call("consent", "ofPerson", json!({ "id": soeren["row"]["id"] }))["doNotContact"], true);
    let chiara = one(&desk, "Chiara");
    assert_eq!(chiara["row"]["organisation"], "Atelier Béranger", "she has moved");
    assert_eq!(chiara["roles"].as_array().unwrap().len(), 2);
}

#[test]
fn nothing_happens_in_the_future_or_at_the_weekend() {
    let desk = desk();
    for touch in desk.call("touchpoints", "recent", json!(500)).as_array().unwrap() {
        let at = touch["at"].as_i64().unwrap();
        assert!(at <= NOW && at > NOW - 760 * 86_400_000, "{touch}");
        // 1970-01-01 was a Thursday; a day's margin for the zone of the machine is not needed in office hours.
        assert!(!matches!(at.div_euclid(86_400_000).rem_euclid(7), 2 | 3), "{touch}");
    }
}

/// Rows M082, M007, M086, M083: the screens of what customers say are not empty, and the sheet is linked.
#[test]
fn what_customers_say_stands_in_the_book() {
    let desk = desk();
    assert_eq!(desk.call("feedback", "doubts", json!({ "open": true, "complaint": false }))["total"], 4);
    assert_eq!(desk.call("feedback", "doubts", json!({ "open": true, "complaint": true }))["total"], 1);
    let expected = desk.call("promises", "expectations", json!(null));
    assert_eq!((&expected[0]["told"], &expected[0]["toldBefore"]), (&json!(2), &json!(2)), "{expected}");
    let doubts = desk.call("feedback", "doubts", json!(null));
    assert!(doubts["items"].as_array().unwrap().iter().all(|doubt| !doubt["said"].is_null()), "{doubts}");
    assert_eq!(desk.call("feedback", "questions", json!({ "gaps": true }))["total"], 2);
    assert_eq!(desk.call("feedback", "lateDossiers", json!(null)).as_array().unwrap().len(), 1);
    let told = desk.call("canvas", "reasons", json!({}));
    assert_eq!(told[0]["tally"]["count"], 9);
    let canvas = desk.call("canvas", "get", json!({}));
    assert_eq!(canvas["links"].as_array().unwrap().len(), 10);
    let served = desk.call("canvas", "service", json!({}));
    assert!(served.as_array().unwrap().iter().all(|one| one["planned"]["relation"] != ""), "{served}");
}
