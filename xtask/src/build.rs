//! Building the page and the programs.

use crate::sh;
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What the built page is made from.
const SOURCES: [&str; 3] = ["ui", "package.json", "package-lock.json"];

/// Folders in there that the build itself writes, or that tests alone use.
const NOT_SOURCES: [&str; 3] = ["dist", "node_modules", "test"];

/// Builds the page, unless nothing of it changed since.
pub fn page() -> Result<()> {
    let root = sh::root();
    let built = fs::metadata(root.join("ui/dist/index.html")).and_then(|found| found.modified()).ok();
    // The stand-in that lets the workspace compile is younger than every source, but has no assets.
    let whole = root.join("ui/dist/assets").is_dir();
    let newest = SOURCES.iter().filter_map(|source| newest(&root.join(source))).max();
    if !whole || built < newest {
        sh::run(&mut sh::command("npm", &["run", "build", "-w", "ui"]))?;
    }
    Ok(())
}

/// Builds the window's program. The page comes first: it is part of it.
pub fn window() -> Result<()> {
    page()?;
    sh::run(&mut sh::command("cargo", &["build", "--locked", "-p", "rapport-desktop"]))
}

/// Builds every program and every test at once: one selection of features, so that nothing is built twice.
pub fn everything() -> Result<()> {
    page()?;
    sh::run(&mut sh::command("cargo", &["build", "--locked", "--workspace", "--bins", "--tests"]))
}

/// When the youngest file below `path` was written.
fn newest(path: &Path) -> Option<SystemTime> {
    if path.is_file() {
        return path.metadata().and_then(|found| found.modified()).ok();
    }
    let entries = fs::read_dir(path).ok()?.flatten();
    let kept = entries.filter(|entry| !NOT_SOURCES.iter().any(|name| entry.file_name() == *name));
    kept.filter_map(|entry| newest(&entry.path())).max()
}
