//! What the writer that gets killed and the test that kills it both know: how a record's state is put into words, and dice.

use rapport_core::app::{App, Setup};
use rapport_core::clock::Clock;
use rapport_core::commands;
use rapport_core::error::{Code, CommandError};
use rapport_core::vault::keys::KdfCost;
use serde_json::{Value, json};
use std::path::Path;

/// The state of a record that is not there.
pub const GONE: &str = "gone";

/// The state of somebody in the bin begins with this.
const BINNED: &str = "binned ";

/// A record: `person` or `touch`, and its id.
pub type Key = (String, String);

/// A record and the state it is in, or will be.
pub type Fact = (Key, String);

/// Opens the vault in `dir` with its recovery code, which costs no key derivation.
///
/// # Errors
/// As `vault.unlock`.
pub fn open(dir: &Path, code: &str) -> Result<App, CommandError> {
    let app = App::new(Setup { vault_dir: Some(dir.to_owned()), clock: Clock::System, cost: KdfCost::Floor });
    commands::run(&app, "vault", "unlock", json!({ "recoveryCode": code }))?;
    Ok(app)
}

/// The state that a person's page shows: what is written in the note, and whether they are in the bin.
#[must_use]
pub fn person_state(note: &str, binned: bool) -> String {
    if binned { format!("{BINNED}{note}") } else { note.to_owned() }
}

/// The same the other way round.
#[must_use]
pub fn note_and_bin(state: &str) -> (&str, bool) {
    state.strip_prefix(BINNED).map_or((state, false), |note| (note, true))
}

/// The state in which a record is.
///
/// # Errors
/// What the command fails with, unless that is "not found".
pub fn state(app: &App, key: &Key) -> Result<String, CommandError> {
    let room = if key.0 == "person" { "people" } else { "touchpoints" };
    match commands::run(app, room, "get", json!({ "id": key.1 })) {
        Err(error) if error.code == Code::NotFound => Ok(GONE.to_owned()),
        Err(error) => Err(error),
        Ok(record) if key.0 == "person" => {
            Ok(person_state(text(&record, "/note"), !record["row"]["binnedAt"].is_null()))
        }
        Ok(record) => Ok(text(&record, "/text").to_owned()),
    }
}

/// Everything there is, as facts: all people, also those in the bin, and the newest 500 touchpoints.
///
/// # Errors
/// What the commands fail with.
pub fn everything(app: &App) -> Result<Vec<Fact>, CommandError> {
    let mut keys = Vec::new();
    for binned in [false, true] {
        let mut offset = 0;
        loop {
            let page =
                commands::run(app, "people", "list", json!({ "binned": binned, "limit": 500, "offset": offset }))?;
            let rows = page["items"].as_array().map(Vec::as_slice).unwrap_or_default();
            keys.extend(rows.iter().map(|row| ("person".to_owned(), text(row, "/id").to_owned())));
            offset += rows.len();
            if rows.is_empty() {
                break;
            }
        }
    }
    let touches = commands::run(app, "touchpoints", "recent", json!(500))?;
    keys.extend(
        touches.as_array().into_iter().flatten().map(|touch| ("touch".to_owned(), text(touch, "/id").to_owned())),
    );
    keys.into_iter().map(|key| state(app, &key).map(|state| (key, state))).collect()
}

/// A text inside an answer, or nothing.
#[must_use]
pub fn text<'a>(answer: &'a Value, pointer: &str) -> &'a str {
    answer.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// Dice that fall the same way for the same seed (SplitMix64, Steele and others 2014).
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 up to, not including, `sides`; 0 when there are none.
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or(0) % sides.max(1)
    }
}
