//! What a person set for this vault on this computer: never merged with a team, never undone.

use crate::error::{Error, Result};
use crate::topics::Topic;
use crate::vault::{Vault, text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The settings of a vault on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct Settings {
    /// Minutes without use after which the vault is locked; 0: never.
    pub idle_minutes: u32,
    /// Make a backup on the first use of each day.
    pub daily_backup: bool,
    /// Sort names as readers of this language expect, a BCP 47 tag.
    pub sort_language: String,
    /// Light or dark: `system`, `light` or `dark`.
    pub appearance: String,
    /// Single letters are shortcuts; off for those whom they surprise.
    pub letter_keys: bool,
    /// Who signs the letters.
    pub sender: Sender,
    /// How often people are written to, and how long an answer is waited for.
    pub letters: LetterHabits,
}

/// How often people are written to, and how long an answer is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct LetterHabits {
    /// From so many letters in seven days on, another is one too many.
    pub cap_week: u32,
    /// The same in thirty days.
    pub cap_month: u32,
    /// After so many working days without an answer one follows up; 0: not by itself.
    pub answer_days: u32,
}

impl Default for LetterHabits {
    fn default() -> Self {
        Self { cap_week: 3, cap_month: 6, answer_days: 5 }
    }
}

/// Who signs the letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct Sender {
    /// As it stands under a letter.
    pub name: String,
    /// The address letters come from.
    pub email: String,
    /// The firm.
    pub organisation: String,
    /// What they do there.
    pub role: String,
    /// Where they can be called.
    pub phone: String,
    /// Works alone: says "I", not "we".
    pub solo: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            idle_minutes: 10,
            daily_backup: true,
            sort_language: "en".into(),
            appearance: "system".into(),
            letter_keys: true,
            sender: Sender::default(),
            letters: LetterHabits::default(),
        }
    }
}

const KEY: &str = "settings";

/// The settings, or those every vault begins with.
///
/// # Errors
/// When the vault cannot be read.
pub fn get(vault: &Vault, (): ()) -> Result<Settings> {
    let kept = vault.recall(KEY)?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps the settings; another sort language sorts everybody anew.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when a value is out of range.
pub fn save(vault: &Vault, new: Settings) -> Result<Settings> {
    if new.idle_minutes > 24 * 60 {
        return Err(Error::invalid("idleMinutes", "range"));
    }
    let LetterHabits { cap_week, cap_month, answer_days } = new.letters;
    if !(1..=50).contains(&cap_week) || !(1..=200).contains(&cap_month) || answer_days > 60 {
        return Err(Error::invalid("letters", "range"));
    }
    let before = get(vault, ())?;
    vault.remember(KEY, serde_json::to_string(&new)?)?;
    if before.sort_language != new.sort_language {
        apply(&new);
        vault.sort_again()?;
        vault.tell(&[Topic::People]);
    }
    vault.tell(&[Topic::Settings]);
    Ok(new)
}

/// What was typed into the window and is not saved yet, as the window writes it down. Locking loses nothing by it, and
/// nothing of it need stay in the window's memory meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Typed {
    /// In the window's own form; empty: nothing.
    pub text: String,
}

const TYPED: &str = "typed";
/// Bytes of [`Typed`] accepted at most.
const MAX_TYPED: usize = 4 * 1024 * 1024;

/// What was typed and is not saved.
///
/// # Errors
/// When the vault cannot be read.
pub fn typed(vault: &Vault, (): ()) -> Result<Typed> {
    Ok(Typed { text: vault.recall(TYPED)?.unwrap_or_default() })
}

/// Keeps what was typed and is not saved, in place of what was kept before.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is too long; [`crate::error::Code::DiskFull`].
pub fn keep_typed(vault: &Vault, typed: Typed) -> Result<()> {
    if typed.text.len() > MAX_TYPED {
        return Err(Error::invalid("text", "tooLong"));
    }
    if typed.text.is_empty() { vault.forget(TYPED) } else { vault.remember(TYPED, typed.text) }
}

/// Puts into force what holds for the whole process.
pub fn apply(settings: &Settings) {
    text::sort_as(&settings.sort_language);
}
