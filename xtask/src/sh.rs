//! Running other programs: says what it runs, and fails with its name.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project's own folder.
pub fn root() -> PathBuf {
    // Asked at run time: one build folder may serve several clones.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// Where cargo puts programs that it built for development: this one is there too.
pub fn built(program: &str) -> Result<PathBuf> {
    let folder = std::env::current_exe()?.parent().context("a program stands in a folder")?.to_path_buf();
    Ok(folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
}

/// A program in the project's folder.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    // On Windows npm and npx are scripts that only their full name starts.
    let script = cfg!(windows) && matches!(program, "npm" | "npx");
    let mut command = Command::new(if script { format!("{program}.cmd") } else { program.to_owned() });
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program and shows what it says.
pub fn run(command: &mut Command) -> Result<()> {
    let line = spell(command);
    say(&format!("\n$ {line}"));
    let status = command.status().with_context(|| format!("could not start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed");
    }
    Ok(())
}

/// Runs a program and returns what it printed on its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let line = spell(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start `{line}`"))?;
    if !output.status.success() {
        bail!("`{line}` failed");
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program answers.
pub fn has(program: &str, arguments: &[&str]) -> bool {
    let mut probe = command(program, arguments);
    probe.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    probe.status().is_ok_and(|status| status.success())
}

/// Whether a program of this name stands in `PATH`.
pub fn in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Says a line to the person at the terminal.
pub fn say(line: &str) {
    eprintln!("{line}");
}

fn spell(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
