//! Sizes of files, how they open, and paths of one machine that slipped in.

use crate::sh;
use anyhow::{Result, bail};
use std::path::Path;

/// Lines of a Rust file: from the first on it is named, past the second it fails.
const RUST: (usize, usize) = (300, 500);

/// Lines of a TypeScript file.
const SCRIPT: usize = 300;

/// Written by programs, not by people.
const WRITTEN: [&str; 2] = ["ui/src/bindings/", "ui/src/strings/"];

/// Beginnings of paths that exist on one machine only. Spelt in halves, so that this file does not name itself.
const MACHINE: [&str; 4] =
    [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];

/// Every file opens by saying what it is, and stays small enough to read at once.
pub fn files() -> Result<()> {
    let mut faults = Vec::new();
    for path in tracked()? {
        if WRITTEN.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(sh::root().join(&path)) else { continue };
        faults.extend(fault(&path, &text).map(|what| format!("{path}: {what}")));
    }
    report(&faults)
}

/// No file names a folder of the machine it was written on.
pub fn machine_paths() -> Result<()> {
    let mut faults = Vec::new();
    for path in tracked()? {
        let Ok(text) = std::fs::read_to_string(sh::root().join(&path)) else { continue };
        let lines = text.lines().enumerate().filter(|(_, line)| names_a_machine(line));
        faults.extend(lines.map(|(number, _)| format!("{path}:{}: names a folder of one machine", number + 1)));
    }
    report(&faults)
}

fn report(faults: &[String]) -> Result<()> {
    faults.iter().for_each(|fault| sh::say(fault));
    if faults.is_empty() { Ok(()) } else { bail!("{} files", faults.len()) }
}

/// The files of the repository, those not yet committed too.
fn tracked() -> Result<Vec<String>> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    Ok(sh::read(&mut sh::command("git", &list))?.lines().map(str::to_owned).collect())
}

/// What is wrong with the form of a file, if anything. Only warns of a Rust file that grows long.
fn fault(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    match Path::new(path).extension()?.to_str()? {
        "rs" => {
            if !text.starts_with("//!") {
                return Some("does not open with a `//!` line that says what it is".to_owned());
            }
            if lines > RUST.0 && lines <= RUST.1 {
                sh::say(&format!("{path}: {lines} lines; better {} at most", RUST.0));
            }
            (lines > RUST.1).then(|| format!("{lines} lines; {} at most", RUST.1))
        }
        "ts" | "tsx" | "mjs" => {
            if !text.starts_with("/**") {
                return Some("does not open with a `/** */` line that says what it is".to_owned());
            }
            (lines > SCRIPT).then(|| format!("{lines} lines; {SCRIPT} at most"))
        }
        _ => None,
    }
}

/// Whether a machine's folder stands at the beginning of a path: not inside an address or a longer path.
fn names_a_machine(line: &str) -> bool {
    MACHINE.iter().any(|folder| {
        line.match_indices(folder).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + folder.len()..].chars().next();
            !before.is_some_and(|c| c.is_alphanumeric() || "._-~/}*".contains(c))
                && after.is_some_and(char::is_alphanumeric)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_it_is_and_stays_short() {
        assert_eq!(fault("a.rs", "//! Says it.\n"), None);
        assert!(fault("a.rs", "use x;\n").is_some());
        assert_eq!(fault("a.rs", &"//! x\n".repeat(500)), None);
        assert!(fault("a.rs", &"//! x\n".repeat(501)).is_some());
        assert_eq!(fault("a.ts", "/** Says it. */\n"), None);
        assert!(fault("a.tsx", "import x;\n").is_some());
        assert!(fault("a.ts", &"/** x */\n".repeat(301)).is_some());
        assert_eq!(fault("README.md", ""), None);
    }

    #[test]
    fn folders_of_one_machine_are_seen() {
        let folder = MACHINE[0];
        assert!(names_a_machine(&format!("cd {folder}me")));
        assert!(names_a_machine(&format!("\"{folder}x\"")));
        assert!(!names_a_machine(&format!("https://example.org{folder}x")));
        assert!(!names_a_machine(&format!("a/b{folder}x")));
        assert!(!names_a_machine(&format!("{folder} alone")));
    }
}
