//! `cargo xtask check`: all that a program can say about the form of the code. `--fix` repairs what it can.

use crate::{bindings, sh, sizes};
use anyhow::{Result, bail};
use clap::Args;
use std::process::Stdio;

#[derive(Args, Default)]
pub struct Options {
    /// Format, and let the linters repair what they can
    #[arg(long)]
    fix: bool,
}

type Check = (&'static str, fn() -> Result<()>);

/// From the fastest to the slowest, so that a slip shows at once.
const CHECKS: [Check; 9] = [
    ("formatting", || sh::run(&mut sh::command("cargo", &["fmt", "--all", "--", "--check", "-l"]))),
    ("sizes and openings of files", sizes::files),
    ("nothing of one machine", sizes::machine_paths),
    ("the page's lock file", lock_file),
    ("the page's types", || sh::run(&mut sh::command("npm", &["run", "types", "-w", "ui"]))),
    ("the page's lints", || sh::run(&mut sh::command("npm", &["run", "lint", "-w", "ui"]))),
    ("Rust lints", clippy),
    ("bindings", bindings::compare),
    ("licences and known holes", dependencies),
];

/// Runs every check and names all that failed.
pub fn check(options: &Options) -> Result<()> {
    if options.fix {
        sh::run(&mut sh::command("cargo", &["fmt", "--all"]))?;
        sh::run(&mut sh::command("npm", &["run", "lint", "-w", "ui", "--", "--fix"]))?;
    }
    let mut failed = Vec::new();
    for (name, run) in CHECKS {
        if let Err(error) = run() {
            sh::say(&format!("{name}: {error:#}"));
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        bail!("not in form: {}", failed.join(", "));
    }
    sh::say("\nall checks passed");
    Ok(())
}

fn clippy() -> Result<()> {
    let clippy = ["clippy", "--locked", "--quiet", "--workspace"];
    let lints = ["-D", "warnings", "-W", "clippy::too_many_lines"];
    sh::run(&mut sh::command("cargo", &[&clippy[..], &["--"], &lints].concat()))?;
    // A test that unwraps nothing fails, as it should; a table of cases may be as long as it needs.
    let tests = ["-D", "warnings", "-A", "clippy::unwrap_used", "-A", "clippy::too_many_lines"];
    sh::run(&mut sh::command("cargo", &[&clippy[..], &["--tests", "--"], &tests].concat()))
}

/// The lock file may name no host: whoever installs uses the registry of their own settings.
fn lock_file() -> Result<()> {
    let lock = std::fs::read_to_string(sh::root().join("package-lock.json"))?;
    if lock.contains("\"resolved\": \"http") {
        bail!("package-lock.json names hosts: npm install --omit-lockfile-registry-resolved");
    }
    Ok(())
}

/// Licences and sources always, where cargo-deny is installed; known holes only where the lists of them can be had.
fn dependencies() -> Result<()> {
    if sh::has("cargo", &["deny", "--version"]) {
        sh::run(&mut sh::command("cargo", &["deny", "--offline", "check", "bans", "licenses", "sources"]))?;
        if sh::has("cargo", &["deny", "fetch", "db"]) {
            sh::run(&mut sh::command("cargo", &["deny", "check", "advisories"]))?;
        } else {
            sh::say("no list of known holes of crates can be had here: left out");
        }
    } else {
        sh::say("cargo-deny is not installed (cargo install --locked cargo-deny): licences of crates left out");
    }
    audit()
}

fn audit() -> Result<()> {
    let mut audit = sh::command("npm", &["audit", "--omit=dev", "--audit-level=high", "--json"]);
    let said = audit.stderr(Stdio::null()).output()?;
    // Only an answer of the registry has this part; anything else means that it could not be asked.
    if !String::from_utf8_lossy(&said.stdout).contains("\"vulnerabilities\": {") {
        sh::say("no list of known holes of npm packages can be had here: left out");
    } else if !said.status.success() {
        bail!("npm audit --omit=dev names packages with known holes");
    }
    Ok(())
}
