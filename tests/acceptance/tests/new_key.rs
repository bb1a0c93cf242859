//! A new key for the vault: everything stays, what opened it before opens it no more but by passphrase, and whoever pulls the
//! plug at any moment finds all of it again.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test, whose child answers on stdout")]

use rapport_acceptance::{Desk, PASSPHRASE};
use rapport_core::app::{App, Setup};
use rapport_core::commands;
use rapport_core::error::CommandError;
use rapport_core::vault::keys::KdfCost;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// A process that is being started shares the locks of this one for a moment: one vault at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

const NEXT: &str = "vault.db.next";
const FILES: [&str; 2] = ["vault.db", "vault.keys"];

fn code(error: &CommandError) -> String {
    serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
}

/// A book with people, words to find and a step to take back; its folder and its recovery code.
fn book() -> (Desk, PathBuf, String) {
    let desk = Desk::bare();
    let made = desk.call("vault", "create", json!({ "passphrase": PASSPHRASE }));
    for i in 0..40 {
        let person = desk.person(&format!("Person {i}"));
        desk.log(&person, i, 1, &format!("talked about invoices {i}"));
    }
    let dir = desk.dir.path().join("book.rapport");
    (desk, dir, made["recoveryCode"].as_str().unwrap().to_owned())
}

/// The book is all there, can be found in, is sound, and its steps can be taken back and done again.
fn is_whole(run: impl Fn(&str, &str, Value) -> Value) {
    assert_eq!(run("people", "count", json!({})), 40);
    assert_eq!(run("search", "find", json!({ "text": "invoices 17" }))["hits"].as_array().unwrap().len(), 1);
    assert_eq!(run("vault", "check", json!(null))["ok"], true);
    run("vault", "undo", json!({}));
    assert_eq!(run("search", "find", json!({ "text": "invoices 39" }))["hits"].as_array().unwrap().len(), 0);
    run("vault", "redo", json!(null));
}

fn opened(dir: &Path, how: &Value) -> Result<App, CommandError> {
    let app = App::new(Setup { vault_dir: Some(dir.to_owned()), cost: KdfCost::Floor, ..Setup::default() });
    commands::run(&app, "vault", "unlock", how.clone())?;
    Ok(app)
}

fn whole_by_passphrase(dir: &Path) {
    let app = opened(dir, &json!({ "passphrase": PASSPHRASE })).unwrap_or_else(|e| panic!("does not open: {e:?}"));
    is_whole(|room, verb, input| commands::run(&app, room, verb, input).unwrap());
    let rests: Vec<String> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("next") || name.contains("old") || name.contains("unfinished"))
        .collect();
    assert!(rests.is_empty(), "left behind: {rests:?}");
}

#[test]
fn everything_stays_and_only_the_passphrase_still_opens_it() {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let (desk, dir, old_code) = book();
    let backup = desk.call("vault", "backUp", json!(null))["name"].as_str().unwrap().to_owned();
    let before = fs::read(dir.join("vault.db")).unwrap();

    let refused = desk.attempt("vault", "newKey", json!({ "passphrase": "another one" })).unwrap_err();
    assert_eq!(code(&refused), "wrongKey");
    is_whole(|room, verb, input| desk.call(room, verb, input));

    let new_code = desk.call("vault", "newKey", json!({ "passphrase": PASSPHRASE }));
    is_whole(|room, verb, input| desk.call(room, verb, input));
    assert_eq!(
        desk.call("vault", "status", json!(null))["needsRecoveryConfirm"],
        true,
        "the new code is to be typed back"
    );

    // The backup has the key of its time; a new one has the new key.
    let drilled = desk.attempt("vault", "drill", json!(backup)).unwrap_err();
    assert_eq!((code(&drilled).as_str(), drilled.details["why"].as_str()), ("wrongKey", Some("otherKey")));
    desk.clock.advance(60_000);
    let fresh = desk.call("vault", "backUp", json!(null));
    desk.call("vault", "drill", fresh["name"].clone());
    let from = dir.join("backups").join(&backup);
    let into = desk.dir.path().join("restored.rapport");
    desk.call("vault", "restore", json!({ "backup": from, "into": into, "recoveryCode": old_code }));
    whole_by_passphrase(&into);

    desk.call("vault", "lock", json!(null));
    let after = fs::read(dir.join("vault.db")).unwrap();
    let same = before.chunks(4096).zip(after.chunks(4096)).filter(|(a, b)| a == b).count();
    assert_eq!(same, 0, "not a page is as it was");
    assert_eq!(code(&opened(&dir, &json!({ "recoveryCode": old_code })).unwrap_err()), "wrongKey");
    drop(opened(&dir, &json!({ "recoveryCode": new_code })).unwrap());
    whole_by_passphrase(&dir);
}

/// The folder as it is at each moment between two steps that a kill can fall between.
#[test]
fn a_change_that_was_broken_off_is_finished_or_forgotten() {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let (desk, dir, old_code) = book();
    let kept = desk.dir.path().join("kept");
    let copy = |from: &Path, into: &Path| {
        fs::create_dir_all(into).unwrap();
        for name in FILES {
            fs::copy(from.join(name), into.join(name)).unwrap();
        }
    };
    desk.call("vault", "lock", json!(null));
    copy(&dir, &kept);
    desk.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    let new_code = desk.call("vault", "newKey", json!({ "passphrase": PASSPHRASE }));
    desk.call("vault", "lock", json!(null));
    let made = |name: &str, keys: &Path, database: &Path| {
        let at = desk.dir.path().join(name);
        fs::create_dir_all(&at).unwrap();
        fs::copy(keys.join("vault.keys"), at.join("vault.keys")).unwrap();
        fs::copy(database.join("vault.db"), at.join("vault.db")).unwrap();
        at
    };

    let standing_by = made("a.rapport", &kept, &kept);
    fs::copy(dir.join("vault.db"), standing_by.join(NEXT)).unwrap();
    drop(opened(&standing_by, &json!({ "recoveryCode": old_code })).unwrap());
    whole_by_passphrase(&standing_by);

    let keys_changed = made("b.rapport", &dir, &kept);
    fs::copy(dir.join("vault.db"), keys_changed.join(NEXT)).unwrap();
    fs::copy(kept.join("vault.keys"), keys_changed.join("vault.keys.old")).unwrap();
    whole_by_passphrase(&keys_changed);
    drop(opened(&keys_changed, &json!({ "recoveryCode": new_code })).unwrap());

    // The newest keys are damaged: the ones before are those of the database that still stands.
    let damaged = made("c.rapport", &kept, &kept);
    fs::copy(dir.join("vault.db"), damaged.join(NEXT)).unwrap();
    fs::rename(damaged.join("vault.keys"), damaged.join("vault.keys.old")).unwrap();
    fs::write(damaged.join("vault.keys"), "half").unwrap();
    whole_by_passphrase(&damaged);

    // A half copy, which no key opens, is no reason to lose the whole one.
    let torn = made("d.rapport", &kept, &kept);
    fs::write(torn.join(NEXT), &fs::read(dir.join("vault.db")).unwrap()[..5000]).unwrap();
    whole_by_passphrase(&torn);
}

#[cfg(unix)]
#[test]
fn killed_at_any_moment_it_opens_with_all_that_was_in_it() {
    const KILLS: u32 = 20;
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let (desk, dir, _) = book();
    let begin = Instant::now();
    desk.call("vault", "newKey", json!({ "passphrase": PASSPHRASE }));
    let one = begin.elapsed();
    desk.call("vault", "lock", json!(null));
    let mut changed = 0;
    for round in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_child_that_changes_keys", "--ignored", "--nocapture"])
            .env("RAPPORT_TEST_VAULT", &dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(out.any(|line| line.unwrap().contains("READY")), "the child opened the vault");
        // Another moment each time, spread over two changes: most kills fall into the first, and some after one is done.
        let end = Instant::now() + one * 2 * round / KILLS;
        while Instant::now() < end {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        changed += out.map_while(Result::ok).filter(|line| line.contains("DONE")).count();
        whole_by_passphrase(&dir);
    }
    assert!(changed > 0, "some changes were done before the kill (one takes {one:?})");
}

#[test]
#[ignore = "runs as a process of its own, to be killed"]
fn a_child_that_changes_keys() {
    let dir = PathBuf::from(std::env::var_os("RAPPORT_TEST_VAULT").unwrap());
    let app = opened(&dir, &json!({ "passphrase": PASSPHRASE })).unwrap();
    println!("READY");
    loop {
        commands::run(&app, "vault", "newKey", json!({ "passphrase": PASSPHRASE })).unwrap();
        println!("DONE");
    }
}

#[test]
fn requests_that_come_meanwhile_wait_and_are_answered() {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let (desk, _, _) = book();
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..4)
            .map(|n| {
                let app = &desk.app;
                scope.spawn(move || {
                    for i in 0..20 {
                        commands::run(app, "people", "create", json!({ "name": format!("Newcomer {n} {i}") })).unwrap();
                    }
                })
            })
            .collect();
        desk.call("vault", "newKey", json!({ "passphrase": PASSPHRASE }));
        others.into_iter().for_each(|other| other.join().unwrap());
    });
    assert_eq!(desk.call("people", "count", json!({})), 120, "nothing that was confirmed is lost");
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}
