//! Rules of Today, peace and its end, what a person agreed to, and a feeling that nobody had.

use rapport_acceptance::{Desk, NOW};
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn names(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["person"]["name"].as_str().unwrap()).collect()
}

#[test]
fn who_is_left_in_peace_is_seen_and_woken() {
    let desk = Desk::new();
    let (ana, bo, cy) = (desk.person("Ana Ruiz"), desk.person("Bo Okafor"), desk.person("Cy Gone"));
    for person in [&ana, &bo, &cy] {
        desk.log(person, 100, 0, "lunch");
    }
    let snooze = |person: &str, days: i64, reason: &str| {
        desk.call("care", "snooze", json!({ "person": person, "until": NOW + days * DAY, "reason": reason }));
    };
    snooze(&ana, 30, "on leave");
    snooze(&ana, 2, "");
    snooze(&bo, 7, "");
    snooze(&cy, 3, "");
    desk.call("people", "bin", json!({ "ids": [cy] }));
    let peace = desk.call("care", "snoozed", json!(null));
    assert_eq!(names(&peace), ["Bo Okafor", "Ana Ruiz"], "whoever comes back first stands first; the bin is left out");
    assert_eq!((peace[1]["until"].as_i64(), &peace[1]["reason"]), (Some(NOW + 30 * DAY), &json!("on leave")));
    assert!(names(&desk.call("care", "today", json!({}))["items"]).is_empty());

    desk.call("care", "wake", json!({ "id": ana }));
    assert_eq!(names(&desk.call("care", "snoozed", json!(null))), ["Bo Okafor"]);
    assert_eq!(names(&desk.call("care", "today", json!({}))["items"]), ["Ana Ruiz"]);
    desk.call("vault", "undo", json!({}));
    assert_eq!(
        names(&desk.call("care", "snoozed", json!(null))),
        ["Bo Okafor", "Ana Ruiz"],
        "waking can be taken back"
    );
    desk.clock.advance(8 * DAY);
    assert_eq!(names(&desk.call("care", "snoozed", json!(null))), ["Ana Ruiz"], "peace ends by itself");
}

#[test]
fn today_names_the_rule_that_was_broken() {
    let desk = Desk::new();
    let (ana, bo, cy) = (desk.person("Ana Ruiz"), desk.person("Bo Okafor"), desk.person("Cy Tan"));
    for person in [&ana, &bo, &cy] {
        desk.log(person, 100, 0, "lunch");
    }
    desk.call("people", "tag", json!({ "ids": [bo], "tag": "Key accounts" }));
    let tag = desk.call("people", "tags", json!(null))[0]["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "stage", "stage": "advocacy" } });
    let segment = desk.call("segments", "save", json!({ "name": "Advocates", "hue": 1, "rule": rule }))["id"].clone();
    desk.call("people", "setStage", json!({ "ids": [cy], "stage": "advocacy" }));
    desk.call("care", "saveRule", json!({ "scope": { "for": "tag", "id": tag }, "days": 60, "active": true }));
    let all = desk.call(
        "care",
        "saveRule",
        json!({ "scope": { "for": "segment", "id": segment }, "days": 30, "active": true }),
    );
    let today = desk.call("care", "today", json!({}));
    let why = |name: &str| {
        let items = today["items"].as_array().unwrap();
        items.iter().find(|item| item["person"]["name"] == name).unwrap()["why"]["rule"].clone()
    };
    assert_eq!((&why("Ana Ruiz")["name"], &why("Ana Ruiz")["days"]), (&json!(null), &json!(60)));
    assert_eq!((&why("Bo Okafor")["name"], &why("Bo Okafor")["days"]), (&json!("Key accounts"), &json!(60)));
    assert_eq!((&why("Cy Tan")["name"], &why("Cy Tan")["days"]), (&json!("Advocates"), &json!(30)));
    assert_eq!(why("Cy Tan")["id"], all[2]["id"]);
}

#[test]
fn a_feeling_that_nobody_had_is_taken_out() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let logged = desk.call(
        "touchpoints",
        "log",
        json!({ "people": [ana], "channel": "phone", "felt": -1, "feltWord": "let down" }),
    );
    let felt = |touch: &Value| (touch["felt"].clone(), touch["feltWord"].clone());
    assert_eq!(felt(&logged), (json!(-1), json!("let down")));
    let same = desk.call("touchpoints", "edit", json!({ "id": logged["id"], "felt": null }));
    assert_eq!(felt(&same), (json!(-1), json!("let down")), "what is left out stays");
    let cleared = desk.call("touchpoints", "edit", json!({ "id": logged["id"], "notFelt": true }));
    assert_eq!(felt(&cleared), (json!(null), json!("")));
    assert_eq!(desk.call("people", "list", json!({}))["items"][0]["lastFelt"], json!(null));
    assert!(desk.call("touchpoints", "curve", json!({ "id": ana })).as_array().unwrap().is_empty());
    desk.call("vault", "undo", json!({}));
    assert_eq!(felt(&desk.call("touchpoints", "get", json!({ "id": logged["id"] }))), (json!(-1), json!("let down")));
}

#[test]
fn a_word_has_its_day_and_can_be_taken_back() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let say = |state: &str, at: i64| json!({ "person": ana, "channel": "email", "state": state, "how": "on the form", "at": at });
    desk.call("consent", "say", say("agreed", NOW - 90 * DAY));
    let said = desk.call("consent", "say", say("optedOut", NOW - DAY));
    assert_eq!((&said["words"][0]["state"], said["words"][0]["at"].as_i64()), (&json!("optedOut"), Some(NOW - DAY)));
    desk.call("consent", "takeBack", json!({ "id": said["words"][0]["id"] }));
    let left = desk.call("consent", "ofPerson", json!({ "id": ana }));
    assert_eq!((&left["words"][0]["state"], left["words"][0]["at"].as_i64()), (&json!("agreed"), Some(NOW - 90 * DAY)));
    let ahead = desk.attempt("consent", "say", say("agreed", NOW + DAY)).unwrap_err();
    assert_eq!((ahead.details["field"].as_str(), ahead.details["why"].as_str()), (Some("at"), Some("future")));
}

#[test]
fn an_older_step_is_taken_back_by_its_own_name() {
    let desk = Desk::new();
    let (ana, bo) = (desk.person("Ana Ruiz"), desk.person("Bo Okafor"));
    desk.call("people", "setStage", json!({ "ids": [ana], "stage": "advocacy" }));
    let older = desk.call("vault", "nextSteps", json!(null))["undo"]["id"].clone();
    desk.call("people", "setStage", json!({ "ids": [bo], "stage": "retention" }));
    let undone = desk.call("vault", "undo", json!({ "step": older }));
    assert_eq!((&undone["step"]["id"], &undone["kept"]), (&older, &json!(0)));
    let stage = |id: &str| desk.call("people", "get", json!({ "id": id }))["row"]["stage"].clone();
    assert_eq!((stage(&ana), stage(&bo)), (json!(""), json!("retention")));
    let again = desk.attempt("vault", "undo", json!({ "step": older })).unwrap_err();
    assert_eq!(serde_json::to_value(again.code).unwrap(), "nothingToUndo");
}

#[test]
fn a_row_carries_the_parts_of_a_name() {
    let desk = Desk::new();
    desk.call(
        "people",
        "create",
        json!({ "name": "Marisol Reyes Ibarra", "given": "Marisol", "family": "Reyes Ibarra" }),
    );
    let row = &desk.call("people", "list", json!({}))["items"][0];
    assert_eq!((&row["given"], &row["family"]), (&json!("Marisol"), &json!("Reyes Ibarra")));
}
