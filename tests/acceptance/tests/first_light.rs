//! The main job: a vault, a person, a touchpoint, Today; lock, unlock, and everything is there.

use rapport_acceptance::{Desk, NOW, PASSPHRASE};
use rapport_core::error::Code;
use serde_json::json;

#[test]
fn a_vault_locks_and_opens_with_everything_in_it() {
    let desk = Desk::bare();
    assert_eq!(desk.call("vault", "status", json!(null))["state"], "none");
    assert_eq!(desk.attempt("people", "list", json!({})).unwrap_err().code, Code::Locked);
    let code =
        desk.call("vault", "create", json!({ "passphrase": PASSPHRASE }))["recoveryCode"].as_str().unwrap().to_owned();
    assert_eq!(desk.call("vault", "status", json!(null))["needsRecoveryConfirm"], true);
    desk.call("vault", "confirmRecovery", json!({ "code": code.to_lowercase() }));
    let ana = desk.person("Ana Ruiz");
    desk.log(&ana, 3, -1, "felt let down by the invoice");
    desk.call("vault", "lock", json!(null));
    assert_eq!(desk.attempt("vault", "unlock", json!({ "passphrase": "wrong" })).unwrap_err().code, Code::WrongKey);
    let status = desk.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!((status["state"].as_str(), status["needsRecoveryConfirm"].as_bool()), (Some("unlocked"), Some(false)));
    let timeline = desk.call("touchpoints", "timeline", json!({ "person": ana }));
    assert_eq!(timeline["items"][0]["text"], "felt let down by the invoice");
    desk.call("vault", "lock", json!(null));
    desk.call("vault", "unlock", json!({ "recoveryCode": code }));
    assert_eq!(desk.call("people", "list", json!({}))["total"], 1);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn today_says_who_is_silent_and_why() {
    let desk = Desk::new();
    let (quiet, rhythmic, fresh) = (desk.person("Quiet One"), desk.person("Rhythm Is Weekly"), desk.person("Fresh"));
    desk.log(&quiet, 61, 1, "renewal");
    for days in [20, 27, 34, 41, 48] {
        desk.log(&rhythmic, days, 0, "weekly call");
    }
    desk.log(&fresh, 2, 1, "hello");
    let today = desk.call("care", "today", json!({}));
    let names: Vec<_> =
        today["items"].as_array().unwrap().iter().map(|i| i["person"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Rhythm Is Weekly", "Quiet One"], "the longest overdue first");
    let why = &today["items"][0]["why"];
    assert_eq!(
        (why["reason"].as_str(), why["silentDays"].as_u64(), why["usualDays"].as_f64()),
        (Some("rhythm"), Some(20), Some(7.0))
    );
    assert_eq!(today["items"][1]["why"]["rule"]["days"], 60);
    assert_eq!(today["items"][1]["last"]["text"], "renewal");

    desk.call("care", "snooze", json!({ "person": quiet, "until": NOW + 86_400_000 }));
    assert_eq!(desk.call("care", "today", json!({}))["items"].as_array().unwrap().len(), 1);
    desk.clock.advance(2 * 86_400_000);
    assert_eq!(desk.call("care", "today", json!({}))["items"].as_array().unwrap().len(), 2, "the peace is over");
    desk.log(&quiet, -1, 2, "spoke again");
    assert_eq!(
        desk.call("care", "today", json!({}))["items"].as_array().unwrap().len(),
        1,
        "logged, and gone from Today"
    );
}

#[test]
fn a_rule_for_a_tag_speaks_before_the_rule_for_everyone() {
    let desk = Desk::new();
    let (key, patient) = (desk.person("Key Account"), desk.person("Patient"));
    desk.call("people", "tag", json!({ "ids": [key], "tag": "key" }));
    desk.call("people", "tag", json!({ "ids": [patient], "tag": "patient" }));
    desk.log(&key, 31, 0, "x");
    desk.log(&patient, 100, 0, "x");
    let tags = desk.call("people", "tags", json!(null));
    for (tag, days) in tags.as_array().unwrap().iter().zip([30, 180]) {
        desk.call(
            "care",
            "saveRule",
            json!({ "scope": { "for": "tag", "id": tag["id"] }, "days": days, "active": true }),
        );
    }
    let today = desk.call("care", "today", json!({}));
    assert_eq!(today["items"].as_array().unwrap().len(), 1);
    assert_eq!(today["items"][0]["person"]["name"], "Key Account");
}
