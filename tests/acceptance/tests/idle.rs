//! A book that nobody uses is closed: after idle minutes, after a suspend, on demand; and what was written stays.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::{Desk, PASSPHRASE};
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

const MINUTE: i64 = 60_000;

fn locks(desk: &Desk) -> bool {
    desk.call("vault", "lockIfIdle", Value::Null) == json!(true)
}

fn set_idle_minutes(desk: &Desk, minutes: u32) {
    let mut settings = desk.call("settings", "get", Value::Null);
    settings["idleMinutes"] = json!(minutes);
    desk.call("settings", "save", settings);
}

fn state(desk: &Desk) -> String {
    desk.call("vault", "status", Value::Null)["state"].as_str().unwrap().to_owned()
}

#[test]
fn the_idle_lock_waits_its_minutes_and_no_longer() {
    let desk = Desk::new();
    assert!(!locks(&desk), "just opened");
    desk.clock.advance(10 * MINUTE - 1);
    assert!(!locks(&desk));
    desk.clock.advance(1);
    assert!(locks(&desk));
    assert_eq!(state(&desk), "locked");
    assert_eq!(desk.attempt("people", "list", json!({})).unwrap_err().code, Code::Locked);
    assert!(!locks(&desk), "it is locked already");
    desk.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    assert!(!locks(&desk), "unlocking is use");
}

#[test]
fn somebody_at_work_keeps_it_open() {
    let desk = Desk::new();
    for _ in 0..5 {
        desk.clock.advance(9 * MINUTE);
        desk.app.touch();
        assert!(!locks(&desk));
    }
    desk.clock.advance(10 * MINUTE);
    assert!(locks(&desk));
}

#[test]
fn the_minutes_are_those_that_were_set_and_none_is_never() {
    let desk = Desk::new();
    set_idle_minutes(&desk, 0);
    desk.clock.advance(1_000_000 * MINUTE);
    assert!(!locks(&desk));
    set_idle_minutes(&desk, 2);
    desk.app.touch();
    desk.clock.advance(2 * MINUTE - 1);
    assert!(!locks(&desk));
    desk.clock.advance(1);
    assert!(locks(&desk));
}

/// A computer that wakes up has slept through its idle minutes: the first look at the clock locks.
#[test]
fn a_suspended_computer_wakes_up_locked() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    desk.log(&ana, 0, 1, "the last thing before the lid was shut");
    desk.clock.advance(8 * 60 * MINUTE);
    assert!(locks(&desk));
    desk.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    let timeline = desk.call("touchpoints", "timeline", json!({ "person": ana }));
    assert_eq!(timeline["items"][0]["text"], "the last thing before the lid was shut");
}

#[test]
fn a_clock_that_is_set_back_does_not_lock_and_does_not_break() {
    let desk = Desk::new();
    desk.clock.advance(-3 * 60 * MINUTE);
    assert!(!locks(&desk));
    desk.person("Ana Ruiz");
    assert_eq!(desk.call("vault", "check", Value::Null)["ok"], true);
    desk.clock.advance(4 * 60 * MINUTE);
    assert!(locks(&desk));
}

#[test]
fn locking_is_told_once_and_forgets_what_was_remembered() {
    let desk = Desk::new();
    desk.person("Ana Ruiz");
    desk.call("people", "list", json!({}));
    let heard = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&heard);
    desk.app.on_news(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    desk.call("vault", "lock", Value::Null);
    desk.call("vault", "lock", Value::Null);
    assert_eq!(heard.load(Ordering::Relaxed), 1);
    for (room, verb, input) in
        [("people", "list", json!({})), ("care", "today", json!({})), ("search", "find", json!({ "text": "ana" }))]
    {
        assert_eq!(desk.attempt(room, verb, input).unwrap_err().code, Code::Locked, "{room} {verb}");
    }
    assert!(desk.app.vault().is_err());
}
