//! The TypeScript types of the commands: written by the core's own tests, compared by `check`.

use crate::sh;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "ui/src/bindings";

/// Writes the types anew; one that is gone from the core disappears.
pub fn write() -> Result<()> {
    let folder = sh::root().join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the old types could not be removed")?;
    }
    export(&folder)
}

/// Fails when the committed types are not those of the core.
pub fn compare() -> Result<()> {
    let fresh = std::env::temp_dir().join(format!("rapport-bindings-{}", std::process::id()));
    export(&fresh)?;
    let (old, new) = (contents(&sh::root().join(FOLDER))?, contents(&fresh)?);
    fs::remove_dir_all(&fresh)?;
    let differ = |name: &&PathBuf| old.get(*name) != new.get(*name);
    let names: Vec<_> = new.keys().chain(old.keys()).filter(differ).map(|name| name.display().to_string()).collect();
    match names.first() {
        None => Ok(()),
        Some(name) => bail!("{FOLDER}/{name} is not what the core says ({} in all): cargo xtask bindings", names.len()),
    }
}

fn export(to: &Path) -> Result<()> {
    // cargo test, not nextest: types that share a dependency write the same file, and ts-rs locks only within one process.
    let tests = ["test", "--locked", "--quiet", "--workspace", "--lib", "export_bindings"];
    sh::read(sh::command("cargo", &tests).env("TS_RS_EXPORT_DIR", to)).map(drop)
}

/// Every file below `folder` with its text.
fn contents(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let text = fs::read_to_string(&path)?;
                found.insert(path.strip_prefix(folder)?.to_path_buf(), text);
            }
        }
    }
    Ok(found)
}
