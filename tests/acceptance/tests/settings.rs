//! What a person sets holds: idle lock, daily backup, the language names are sorted in.

use rapport_acceptance::{Desk, PASSPHRASE};
use serde_json::json;

#[test]
fn the_vault_locks_itself_after_the_minutes_that_were_set() {
    let desk = Desk::new();
    desk.clock.advance(9 * 60_000);
    assert_eq!(desk.call("vault", "lockIfIdle", json!(null)), false);
    desk.clock.advance(60_000);
    assert_eq!(desk.call("vault", "lockIfIdle", json!(null)), true);
    desk.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    let mut settings = desk.call("settings", "get", json!(null));
    settings["idleMinutes"] = json!(0);
    desk.call("settings", "save", settings);
    desk.clock.advance(24 * 3_600_000);
    assert_eq!(desk.call("vault", "lockIfIdle", json!(null)), false, "0 is never");
}

#[test]
fn a_backup_is_made_once_a_day() {
    let desk = Desk::new();
    assert!(desk.call("vault", "backUpIfDue", json!(null)).is_object());
    assert!(desk.call("vault", "backUpIfDue", json!(null)).is_null());
    desk.clock.advance(86_400_000);
    assert!(desk.call("vault", "backUpIfDue", json!(null)).is_object());
    assert_eq!(desk.call("vault", "backups", json!(null)).as_array().unwrap().len(), 2);
}

#[test]
fn names_are_sorted_as_the_language_does() {
    let desk = Desk::new();
    for name in ["Zed", "Östen", "Olga", "Ärla"] {
        desk.person(name);
    }
    let order = || {
        let list = desk.call("people", "list", json!({}));
        list["items"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(order(), ["Ärla", "Olga", "Östen", "Zed"]);
    let mut settings = desk.call("settings", "get", json!(null));
    settings["sortLanguage"] = json!("sv");
    desk.call("settings", "save", settings);
    assert_eq!(order(), ["Olga", "Zed", "Ärla", "Östen"], "in Swedish these letters stand after z");
}

#[test]
fn what_was_typed_outlives_a_lock_and_goes_when_it_is_saved() {
    let desk = Desk::new();
    let typed = || desk.call("settings", "typed", json!(null))["text"].clone();
    assert_eq!(typed(), "");
    desk.call("settings", "keepTyped", json!({ "text": "half a letter to Marisol" }));
    desk.call("vault", "lock", json!(null));
    assert!(desk.attempt("settings", "typed", json!(null)).is_err(), "nobody reads it while the vault is locked");
    desk.call("vault", "unlock", json!({ "passphrase": rapport_acceptance::PASSPHRASE }));
    assert_eq!(typed(), "half a letter to Marisol");
    desk.call("settings", "keepTyped", json!({ "text": "" }));
    assert_eq!(typed(), "");
    assert!(desk.attempt("settings", "keepTyped", json!({ "text": "x".repeat(5 * 1024 * 1024) })).is_err());
    let steps = desk.call("vault", "nextSteps", json!(null));
    assert_eq!(steps["undo"], json!(null), "keeping is no step");
}
