//! The demonstration vault: made anew through the terminal's own commands, so that it always ends today.

use crate::sh;
use anyhow::{Context, Result};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Opens every vault that the project makes to be looked at or measured. Nothing private is ever in them.
pub const PASSPHRASE: &str = "a long walk by the river";

/// Builds the terminal, makes the vault, and says what opens it.
pub fn demo() -> Result<()> {
    let vault = vault(None)?;
    sh::say(&format!("\nthe demonstration book stands in {}\nits passphrase: {PASSPHRASE}", vault.display()));
    Ok(())
}

/// A new vault with the demonstration book, in cargo's build folder. `now` (RFC 3339) stands still while it is made.
pub fn vault(now: Option<&str>) -> Result<PathBuf> {
    sh::run(&mut sh::command("cargo", &["build", "--locked", "-p", "rapport-cli"]))?;
    let folder = sh::built("demo")?.with_extension("");
    // What an earlier run left ends on another day.
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error).context("the old demonstration vault is in use");
        }
        _ => fs::create_dir_all(&folder)?,
    }
    let vault = folder.join("Alder & Vale.rapport");
    let secret = folder.join("passphrase.txt");
    fs::write(&secret, PASSPHRASE)?;
    let rapport = |words: &[&str]| -> Result<Command> {
        let mut command = Command::new(sh::built("rapport")?);
        command
            .arg("--vault")
            .arg(&vault)
            .arg("--passphrase-file")
            .arg(&secret)
            .args(words)
            .env("RAPPORT_KDF", "floor");
        command.envs(now.map(|now| ("RAPPORT_NOW", now)));
        Ok(command)
    };
    let made: serde_json::Value = serde_json::from_str(&sh::read(&mut rapport(&["--json", "init"])?)?)?;
    let code = serde_json::json!({ "code": made["recoveryCode"] }).to_string();
    feed(&mut rapport(&["call", "vault", "confirmRecovery", "-"])?, &code)?;
    sh::read(&mut rapport(&["call", "sample", "demo"])?)?;
    Ok(vault)
}

/// Runs a program that reads `text`, a secret, on its standard input.
fn feed(command: &mut Command, text: &str) -> Result<()> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    child.stdin.take().context("the program reads")?.write_all(text.as_bytes())?;
    anyhow::ensure!(child.wait()?.success(), "the new vault did not take its recovery code back");
    Ok(())
}
