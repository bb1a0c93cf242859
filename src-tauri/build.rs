//! Names the window's own commands, so that Tauri denies every one that `capabilities/main.json` does not allow.

use std::{fs, io, path::Path};

/// Kept equal to `generate_handler!` and to the capability file by `tests/lists.rs`.
const COMMANDS: &[&str] =
    &["call", "activity", "pick_file", "pick_folder", "save_file", "keep_file", "open_mailto", "open_file", "remind"];

fn main() {
    let page = Path::new("../ui/dist/index.html");
    stand_in_for(page).expect("the folder of the built page can be written");
    // Tauri embeds the page at compile time and does not watch it.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::try_build(
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS)),
    )
    .expect("tauri.conf.json and capabilities/ are valid");
}

/// Lets the workspace compile before the page has been built once; the page then says what to do.
fn stand_in_for(page: &Path) -> io::Result<()> {
    if page.exists() {
        return Ok(());
    }
    if let Some(folder) = page.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(
        page,
        "<!doctype html><title>Rapport</title><p>The page is not built yet: run <code>cargo xtask run</code>.",
    )
}
