//! R1: a program that writes is killed (SIGKILL) again and again at moments that dice choose. Whatever it confirmed is there,
//! whatever it had not confirmed is there whole or not at all, and the vault passes its check.
//!
//! 200 kills; `RAPPORT_KILLS=10000` for the long run, `RAPPORT_SEED` for other moments.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::witness::{Dice, Fact, Key, everything, open, state, text};
use rapport_acceptance::{Desk, PASSPHRASE};
use rapport_core::app::App;
use rapport_core::commands;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Kills of one vault; then a new one, so that checking stays cheap in the long run.
const KILLS_A_VAULT: usize = 250;
/// Every record ever confirmed is compared after this many kills, and after the last; those of the last life after each.
const FULL: usize = 25;

/// One book at a time: a process that is being started shares the locks of this one for a moment, those of another test's
/// vault, too, which would then seem to be in use.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A vault, and what its writers confirmed of it.
struct Book {
    desk: Desk,
    code: String,
    confirmed: BTreeMap<Key, String>,
    /// What was announced and not confirmed.
    tried: Vec<Fact>,
    /// How many records were about to be created when the writer died.
    creating: usize,
    /// What was announced or confirmed in the last life.
    touched: Vec<Key>,
    backup: Option<String>,
    writes: usize,
}

impl Book {
    fn new() -> Self {
        let desk = Desk::bare();
        let code = text(&desk.call("vault", "create", json!({ "passphrase": PASSPHRASE })), "/recoveryCode").to_owned();
        desk.person("Someone to begin with");
        desk.call("vault", "lock", Value::Null);
        let (confirmed, tried, touched) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut book = Self { desk, code, confirmed, tried, creating: 0, touched, backup: None, writes: 0 };
        book.confirmed = everything(&book.open()).unwrap().into_iter().collect();
        book
    }

    fn dir(&self) -> PathBuf {
        self.desk.dir.path().join("book.rapport")
    }

    fn open(&self) -> App {
        open(&self.dir(), &self.code).unwrap_or_else(|e| panic!("the vault does not open: {e:?}"))
    }

    fn writer(&self, seed: u64, early: bool) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport-writer"));
        command
            .arg(self.dir())
            .arg(&self.code)
            .arg(seed.to_string())
            .env("RAPPORT_WRITER", if early { "early" } else { "honest" });
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// One life of a writer: from its start to a kill after so many lines and a little.
    fn live_and_die(&mut self, dice: &mut Dice, early: bool) {
        let seed = u64::try_from(dice.throw(usize::MAX)).unwrap();
        let mut child = self.writer(seed, early);
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        (self.tried, self.creating, self.touched) = (Vec::new(), 0, Vec::new());
        // One in eight dies before it has opened the vault.
        let lines = if dice.throw(8) == 0 { 0 } else { 1 + dice.throw(50) };
        for line in out.by_ref().take(lines) {
            self.heard(&line.unwrap());
        }
        let longest = if lines == 0 { 60_000 } else { 4_000 };
        let (begin, wait) = (Instant::now(), Duration::from_micros(dice.throw(longest) as u64));
        while begin.elapsed() < wait {
            std::hint::spin_loop();
        }
        let alive = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        let ended = child.wait_with_output().unwrap();
        assert!(alive, "the writer failed by itself: {}", String::from_utf8_lossy(&ended.stderr));
        // What it confirmed between the last line read and the kill counts, too.
        for line in out {
            self.heard(&line.unwrap());
        }
    }

    fn heard(&mut self, line: &str) {
        // A line that the kill cut in two was not said.
        let Ok(said) = serde_json::from_str::<Value>(line) else { return };
        let facts = |key: &str| serde_json::from_value::<Vec<Fact>>(said[key].clone()).unwrap();
        if said.get("try").is_some() {
            self.tried = facts("try");
            self.touched.extend(self.tried.iter().map(|fact| fact.0.clone()));
        } else if let Some(count) = said["new"].as_u64() {
            self.creating = usize::try_from(count).unwrap();
        } else if let Some(name) = said["backup"].as_str() {
            self.backup = Some(name.to_owned());
        } else if said.get("done").is_some() {
            let done = facts("done");
            self.touched.extend(done.iter().map(|fact| fact.0.clone()));
            self.confirmed.extend(done);
            (self.tried, self.creating, self.writes) = (Vec::new(), 0, self.writes + 1);
        }
    }

    /// Opens the vault and says everything that is wrong with it. What was tried and not confirmed becomes known.
    fn faults(&mut self, full: bool) -> Vec<String> {
        let app = self.open();
        let mut faults = Vec::new();
        let health = commands::run(&app, "vault", "check", Value::Null).unwrap();
        if health["ok"] != json!(true) {
            faults.push(format!("the check found {health}"));
        }
        let now = |key: &Key| state(&app, key).unwrap();
        // All of a step, or nothing of it.
        let happened: Vec<bool> = self.tried.iter().map(|(key, new)| now(key) == *new).collect();
        let changes = |fact: &Fact| self.confirmed.get(&fact.0) != Some(&fact.1);
        if happened.iter().any(|done| *done)
            && happened.iter().zip(&self.tried).any(|(done, fact)| !done && changes(fact))
        {
            faults.push(format!("half a step happened: {:?}", self.tried));
        }
        if !happened.is_empty() && happened.iter().all(|done| *done) {
            self.confirmed.extend(std::mem::take(&mut self.tried));
        }
        let keys: Vec<&Key> = if full { self.confirmed.keys().collect() } else { self.touched.iter().collect() };
        for key in keys {
            let found = now(key);
            match self.confirmed.get(key) {
                Some(state) if *state != found => {
                    faults.push(format!("{} {}: confirmed {state:?}, found {found:?}", key.0, key.1))
                }
                _ => {}
            }
        }
        let strangers: Vec<Fact> =
            everything(&app).unwrap().into_iter().filter(|fact| !self.confirmed.contains_key(&fact.0)).collect();
        if !strangers.is_empty() && strangers.len() != self.creating {
            faults.push(format!("{} records nobody announced, {} were being created", strangers.len(), self.creating));
        }
        self.confirmed.extend(strangers);
        if let Some(name) = &self.backup
            && let Err(error) = commands::run(&app, "vault", "drill", json!(name))
        {
            faults.push(format!("the last backup does not open: {error:?}"));
        }
        faults
    }
}

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_confirmed_write_is_lost_to_a_kill() {
    let _alone = alone();
    let kills = number("RAPPORT_KILLS", 200);
    let seed = number("RAPPORT_SEED", 2026);
    let mut dice = Dice(seed as u64);
    let mut writes = 0;
    let mut book = Book::new();
    for kill in 1..=kills {
        if kill % KILLS_A_VAULT == 0 {
            writes += book.writes;
            book = Book::new();
        }
        book.live_and_die(&mut dice, false);
        let faults = book.faults(kill % FULL == 0 || kill == kills || (kill + 1) % KILLS_A_VAULT == 0);
        assert!(faults.is_empty(), "after kill {kill} of seed {seed}: {faults:#?}");
    }
    writes += book.writes;
    println!("{kills} kills, {writes} confirmed writes");
    assert!(writes > 5 * kills, "the writers were killed before they did anything: {writes} writes");
}

#[test]
fn a_write_that_is_confirmed_too_early_is_noticed() {
    let _alone = alone();
    let mut dice = Dice(7);
    let mut book = Book::new();
    let noticed = (0..60).any(|_| {
        book.live_and_die(&mut dice, true);
        !book.faults(false).is_empty()
    });
    assert!(noticed, "60 kills of a writer that confirms before it writes, and nothing was missed");
}

#[test]
fn a_confirmed_record_that_vanished_or_changed_is_noticed() {
    let _alone = alone();
    let mut dice = Dice(11);
    let mut book = Book::new();
    while book.writes < 30 {
        book.live_and_die(&mut dice, false);
        assert_eq!(book.faults(true), Vec::<String>::new());
    }
    let there = |kind: &str| {
        book.confirmed.iter().find(|(key, state)| key.0 == kind && state.starts_with("mark")).unwrap().0.clone()
    };
    let (touch, person) = (there("touch"), there("person"));
    let app = book.open();
    commands::run(&app, "touchpoints", "remove", json!({ "id": touch.1 })).unwrap();
    commands::run(&app, "people", "edit", json!({ "id": person.1, "note": "of another time" })).unwrap();
    drop(app);
    let faults = book.faults(true);
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults.iter().any(|f| f.contains(&touch.1)) && faults.iter().any(|f| f.contains(&person.1)), "{faults:?}");
}
