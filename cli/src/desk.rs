//! The program behind the terminal: one vault, opened the way the options say, and the one door to its commands.

use crate::args::How;
use crate::failure::Failure;
use crate::{out, secret};
use rapport_core::app::{App, Setup};
use rapport_core::commands;
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How often the progress of long work is told.
const PATIENCE: Duration = Duration::from_millis(250);

/// The most rows that one command gives.
const PAGE: u64 = 500;

/// The running program and how it was asked to answer.
#[derive(Debug)]
pub struct Desk {
    app: App,
    /// How the vault opens and how answers are written.
    pub how: How,
}

impl Desk {
    /// A program whose vault is still locked.
    pub fn new(how: How) -> Self {
        let mut setup = Setup::from_env();
        setup.vault_dir = how.vault.clone().or(setup.vault_dir);
        Self { app: App::new(setup), how }
    }

    /// Runs a command while the vault may be locked.
    pub fn call(&self, room: &str, verb: &str, input: Value) -> Result<Value, Failure> {
        let begin = Instant::now();
        let answer = commands::run(&self.app, room, verb, input);
        tracing::debug!(room, verb, ok = answer.is_ok(), ms = begin.elapsed().as_millis(), "asked");
        Ok(answer?)
    }

    /// Opens the vault the way the options say; at the keyboard when they say nothing and somebody sits there.
    pub fn unlock(&self) -> Result<(), Failure> {
        let way = if let Some(passphrase) = secret::passphrase(&self.how)? {
            json!({ "passphrase": *passphrase })
        } else if let Some(path) = &self.how.recovery_file {
            json!({ "recoveryCode": *secret::from_file(path)? })
        } else if self.how.keychain {
            json!({ "keychain": true })
        } else {
            let status = self.call("vault", "status", Value::Null)?;
            match status["state"].as_str() {
                Some("none") => return Err(Failure::new(Code::NoVault)),
                Some("locked") if secret::can_ask(&self.how) => json!({ "passphrase": *secret::ask("Passphrase: ")? }),
                _ => return Err(Failure::new(Code::Locked)),
            }
        };
        self.call("vault", "unlock", way).map(drop)
    }

    /// Opens the vault and runs a command.
    pub fn ask(&self, room: &str, verb: &str, input: Value) -> Result<Value, Failure> {
        self.unlock()?;
        self.call(room, verb, input)
    }

    /// Runs a command that may take long, and says on stderr how far it has come when somebody sits there.
    pub fn long(&self, room: &str, verb: &str, input: Value) -> Result<Value, Failure> {
        if !std::io::stderr().is_terminal() {
            return self.call(room, verb, input);
        }
        let (done, is_done) = mpsc::channel::<()>();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                while is_done.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                    if let Ok(at) = commands::run(&self.app, "vault", "progress", Value::Null) {
                        out::progress(at["done"].as_u64().unwrap_or(0), at["total"].as_u64().unwrap_or(0));
                    }
                }
                out::progress_ends();
            });
            let answer = self.call(room, verb, input);
            drop(done);
            answer
        })
    }

    /// The one person of that name, e-mail address or id.
    pub fn one_called(&self, who: &str) -> Result<Value, Failure> {
        self.call("people", "oneCalled", json!(who))
    }

    /// Asks a command that answers in pages, as often as it takes to have `limit` rows.
    pub fn pages(&self, room: &str, verb: &str, filter: &Value, offset: u64, limit: u64) -> Result<Value, Failure> {
        let mut items = Vec::new();
        loop {
            let have = items.len() as u64;
            let mut part = filter.clone();
            part["offset"] = json!(offset + have);
            part["limit"] = json!((limit - have).min(PAGE));
            let mut page = self.call(room, verb, part)?;
            let rows = page["items"].as_array_mut().map(std::mem::take).unwrap_or_default();
            let last = rows.is_empty();
            items.extend(rows);
            if last || items.len() as u64 >= limit {
                return Ok(json!({ "items": items, "total": page["total"] }));
            }
        }
    }

    /// Prints an answer: as JSON, or as `words` puts it.
    pub fn answer(&self, answer: &Value, words: impl FnOnce(&Value) -> String) {
        if self.how.json {
            out::json(answer);
        } else {
            let text = words(answer);
            out::line(text.trim_end_matches('\n'));
        }
    }
}
