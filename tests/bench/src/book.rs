//! The books that are measured: made through the core's own commands, opened the same way, kept outside the checkout.

use anyhow::{Context, Result, ensure};
use rapport_core::app::{App, Setup};
use rapport_core::clock::Clock;
use rapport_core::vault::Vault;
use rapport_core::vault::keys::KdfCost;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Opens every book that is made here. Nobody private is ever in one.
pub const PASSPHRASE: &str = "a long walk by the river";

/// 2026-11-23T09:00:00Z: the day on which every book ends and is measured.
pub const NOW: i64 = 1_795_424_400_000;

/// How large a book is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// People.
    pub people: u32,
    /// Touchpoints a person on average.
    pub touches: u32,
}

/// An open book.
#[derive(Debug)]
pub struct Book {
    /// The program that has it open.
    pub app: App,
    /// The vault's folder.
    pub dir: PathBuf,
    /// How large it is.
    pub size: Size,
    /// The program of `main.rs`, for what must be measured in a process of its own.
    pub program: PathBuf,
}

impl Book {
    /// Makes a book in a folder that is not there yet.
    ///
    /// # Errors
    /// When something stands there, or a command is refused.
    pub fn make(dir: &Path, size: Size) -> Result<Self> {
        let book = Self::of(dir, size)?;
        book.call("vault", "create", json!({ "passphrase": PASSPHRASE }))?;
        book.call("sample", "seed", json!({ "people": size.people, "touches": size.touches }))?;
        let health = book.call("vault", "check", Value::Null)?;
        ensure!(health["ok"] == true, "the new book is not whole: {health}");
        Ok(book)
    }

    /// Opens a book that was made before.
    ///
    /// # Errors
    /// When there is none.
    pub fn open(dir: &Path, size: Size) -> Result<Self> {
        let book = Self::of(dir, size)?;
        book.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }))?;
        Ok(book)
    }

    fn of(dir: &Path, size: Size) -> Result<Self> {
        let setup = Setup { vault_dir: Some(dir.to_owned()), clock: Clock::fixed(NOW), cost: KdfCost::Floor };
        Ok(Self { app: App::new(setup), dir: dir.to_owned(), size, program: std::env::current_exe()? })
    }

    /// Runs a command.
    ///
    /// # Errors
    /// What it fails with.
    pub fn call(&self, room: &str, verb: &str, input: Value) -> Result<Value> {
        let answer = rapport_core::commands::run(&self.app, room, verb, input);
        answer.map_err(|error| anyhow::anyhow!("{room} {verb}: {error:?}"))
    }

    /// The open vault, for what a measurement is compared with.
    ///
    /// # Errors
    /// When it is locked.
    pub fn vault(&self) -> Result<Arc<Vault>> {
        Ok(self.app.vault()?)
    }

    /// Writes the passphrase beside the vault, for other programs to open it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_passphrase(&self) -> Result<PathBuf> {
        let file = self.dir.with_extension("passphrase.txt");
        fs::write(&file, PASSPHRASE).with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(file)
    }
}

/// The book of that size, made the first time and whenever the layout of the tables has changed.
///
/// # Errors
/// When there is no place to keep it.
pub fn kept(size: Size, fresh: bool) -> Result<Book> {
    let layout = rapport_core::vault::schema_version();
    let folder = place()?.join(format!("{}x{}-layout{layout}", size.people, size.touches));
    let dir = folder.join("Measured.rapport");
    let done = folder.join("whole");
    if done.exists() && !fresh {
        return Book::open(&dir, size);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let book = Book::make(&dir, size)?;
    fs::write(done, "")?;
    Ok(book)
}

/// Where books are kept: `RAPPORT_BENCH`, or the user's folder for what can be made again.
fn place() -> Result<PathBuf> {
    let named = std::env::var_os("RAPPORT_BENCH").map(PathBuf::from);
    let cache =
        std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cache")));
    named
        .or_else(|| cache.map(|cache| cache.join("rapport-bench")))
        .context("no folder to keep the book in: set RAPPORT_BENCH")
}
