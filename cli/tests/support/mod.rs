//! The real `rapport`, run as a process of its own on a vault of its own, with a clock that stands still.
#![allow(dead_code, clippy::unwrap_used, reason = "a test; no file uses all of it")]

use serde_json::Value;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Where every test's clock stands.
pub const NOW: &str = "2026-11-23T09:00:00Z";
/// The same in milliseconds since 1970.
pub const NOW_MS: i64 = 1_795_424_400_000;
/// What opens every test's vault.
pub const PASSPHRASE: &str = "a long walk by the river";

/// A terminal with a vault.
pub struct Terminal {
    /// Everything is in here.
    pub dir: TempDir,
    /// What `init` answered.
    pub made: Value,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What it wrote on stdout.
    pub out: String,
    /// What it wrote on stderr.
    pub err: String,
}

impl Ran {
    /// The answer.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e} in {self:?}"))
    }

    /// The error.
    pub fn error(&self) -> Value {
        serde_json::from_str(self.err.lines().last().unwrap_or_default()).unwrap_or_else(|e| panic!("{e} in {self:?}"))
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Terminal {
    /// A folder with the two secrets as files, and no vault.
    pub fn bare() -> Self {
        let dir = TempDir::new().unwrap();
        std::fs::write(dir.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        std::fs::write(dir.path().join("wrong"), "not this one\n").unwrap();
        Self { dir, made: Value::Null }
    }

    /// A vault. Later runs open it with the recovery code, which costs no key derivation.
    pub fn new() -> Self {
        let mut terminal = Self::bare();
        let ran = terminal.raw(&[
            "init",
            "--vault",
            &terminal.at("book.rapport"),
            "--passphrase-file",
            &terminal.at("passphrase"),
            "--json",
        ]);
        assert_eq!(ran.code, 0, "{ran:?}");
        terminal.made = ran.json();
        std::fs::write(terminal.path("recovery"), terminal.made["recoveryCode"].as_str().unwrap()).unwrap();
        terminal
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The same as text.
    pub fn at(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    /// Writes a file into the folder and gives its path.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.at(name)
    }

    /// The program, with an environment that says nothing about this machine.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command
            .env_clear()
            .env("HOME", self.dir.path())
            .env("TZ", "UTC")
            .env("RAPPORT_NOW", NOW)
            .env("RAPPORT_KDF", "floor");
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program with these arguments and no others.
    pub fn raw(&self, args: &[impl AsRef<OsStr>]) -> Ran {
        self.command().args(args).output().unwrap().into()
    }

    /// Runs the program on the vault, opened with the recovery code.
    pub fn run(&self, args: &[&str]) -> Ran {
        let (vault, recovery) = (self.at("book.rapport"), self.at("recovery"));
        let how = ["--vault", &vault, "--recovery-file", &recovery];
        self.raw(&[&how[..], args].concat())
    }

    /// Runs with `--json` what must succeed, and gives the answer.
    pub fn json(&self, args: &[&str]) -> Value {
        let ran = self.run(&[&["--json"], args].concat());
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        ran.json()
    }

    /// Runs with `--json` what must be refused with this exit code, and gives the error.
    pub fn refused(&self, code: i32, args: &[&str]) -> Value {
        let ran = self.run(&[&["--json"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{args:?}: {ran:?}");
        ran.error()
    }

    /// Runs with something on standard input.
    pub fn piped(&self, args: &[&str], input: &str) -> Ran {
        let mut child = self
            .command()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap().into()
    }

    /// Adds a person and gives the id.
    pub fn person(&self, name: &str) -> String {
        let made = self.json(&["call", "people", "create", &serde_json::json!({ "name": name }).to_string()]);
        made["row"]["id"].as_str().unwrap().to_owned()
    }
}

/// Everything inside a folder, files and folders, and the folder itself.
pub fn everything_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(everything_in(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}
