//! Locks the vault when the user has been away, and when the machine has slept.

use rapport_core::app::App;
use rapport_core::commands;
use rapport_core::error::CommandError;
use serde_json::Value;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tauri::State;

/// How often the watch looks.
const TICK: Duration = Duration::from_secs(10);

/// A look that comes this much late by the wall clock means that the machine slept meanwhile.
const SLEPT: Duration = Duration::from_secs(60);

/// The page says that a key was pressed or the pointer moved; a few times a minute is enough.
#[tauri::command]
pub fn activity(app: State<'_, Arc<App>>) {
    app.touch();
}

/// Looks every [`TICK`] until the program ends.
pub fn watch(app: Arc<App>) {
    std::thread::spawn(move || {
        loop {
            let before = SystemTime::now();
            std::thread::sleep(TICK);
            if slept(before, SystemTime::now()) {
                lock(&app);
            } else {
                // Fails only where there is no vault to lock.
                let _ = commands::run(&app, "vault", "lockIfIdle", Value::Null);
                // Says itself on the settings page when the newest backup is old.
                let _ = commands::run(&app, "vault", "backUpIfDue", Value::Null);
            }
        }
    });
}

/// Locks the vault now.
pub fn lock(app: &App) {
    // Never fails; a vault that is locked already is as wanted.
    let _ = ask(app, "lock");
}

/// The core knows the vault, and after how many minutes its owner wants it locked.
fn ask(app: &App, verb: &str) -> Result<Value, CommandError> {
    commands::run(app, "vault", verb, Value::Null)
}

/// Whether the machine slept between two looks. A clock set back is no sleep.
fn slept(before: SystemTime, now: SystemTime) -> bool {
    now.duration_since(before).is_ok_and(|gap| gap > TICK + SLEPT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapport_core::app::Setup;

    #[test]
    fn the_core_knows_what_it_is_asked() {
        let app = App::new(Setup { vault_dir: Some("nowhere".into()), ..Setup::default() });
        for verb in ["lock", "lockIfIdle"] {
            assert!(ask(&app, verb).is_ok(), "vault.{verb}");
        }
    }

    #[test]
    fn a_late_look_means_that_the_machine_slept() {
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        assert!(!slept(then, then + TICK), "an ordinary look");
        assert!(!slept(then, then + TICK + Duration::from_secs(30)), "a busy machine");
        assert!(slept(then, then + Duration::from_secs(3600)), "an hour in the bag");
        assert!(!slept(then, then - Duration::from_secs(3600)), "summer time ends");
    }
}
