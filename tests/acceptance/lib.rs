//! What a person can do, tested through the one list of commands: no window, a real vault.

pub mod paper;
pub mod witness;

use rapport_core::app::{App, Setup};
use rapport_core::clock::Clock;
use rapport_core::error::CommandError;
use rapport_core::vault::keys::KdfCost;
use serde_json::{Value, json};
use tempfile::TempDir;

/// 2026-11-23T09:00:00Z, where every test's clock stands.
pub const NOW: i64 = 1_795_424_400_000;
/// The passphrase of every test's vault.
pub const PASSPHRASE: &str = "a long walk by the river";

/// A program with a vault of its own.
pub struct Desk {
    /// The program.
    pub app: App,
    /// Its clock.
    pub clock: Clock,
    /// The vault's folder is `book.rapport` in here.
    pub dir: TempDir,
}

impl Desk {
    /// A program with no vault yet.
    #[must_use]
    pub fn bare() -> Self {
        let dir = TempDir::new().expect("a temporary folder");
        let clock = Clock::fixed(NOW);
        let setup =
            Setup { vault_dir: Some(dir.path().join("book.rapport")), clock: clock.clone(), cost: KdfCost::Floor };
        Self { app: App::new(setup), clock, dir }
    }

    /// A program with an open, empty vault.
    #[must_use]
    pub fn new() -> Self {
        let desk = Self::bare();
        desk.call("vault", "create", json!({ "passphrase": PASSPHRASE }));
        desk
    }

    /// Runs a command that must succeed.
    ///
    /// # Panics
    /// When it fails, saying with what.
    pub fn call(&self, room: &str, verb: &str, input: Value) -> Value {
        self.attempt(room, verb, input).unwrap_or_else(|e| panic!("{room} {verb} failed: {e:?}"))
    }

    /// Runs a command.
    ///
    /// # Errors
    /// What the command fails with.
    pub fn attempt(&self, room: &str, verb: &str, input: Value) -> Result<Value, CommandError> {
        rapport_core::commands::run(&self.app, room, verb, input)
    }

    /// Creates a person with this name and returns the id.
    pub fn person(&self, name: &str) -> String {
        self.call("people", "create", json!({ "name": name }))["row"]["id"].as_str().unwrap_or_default().to_owned()
    }

    /// Logs a call with a person `days` ago.
    pub fn log(&self, person: &str, days: i64, felt: i64, text: &str) {
        let at = NOW - days * 86_400_000;
        self.call(
            "touchpoints",
            "log",
            json!({ "people": [person], "channel": "phone", "felt": felt, "text": text, "at": at }),
        );
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
