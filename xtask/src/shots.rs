//! `cargo xtask shots`: pictures of every screen, light and dark, usual and small, into the folder `shots`.

use crate::{build, setup, sh};
use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Options {
    /// Only the screens of these names, such as `today` or `drafts`
    screens: Vec<String>,
}

/// Builds page and bridge, and takes the pictures in Chromium.
pub fn shots(options: &Options) -> Result<()> {
    setup::install(setup::For::Everything)?;
    build::page()?;
    sh::run(&mut sh::command("cargo", &["build", "--locked", "-p", "rapport-bridge"]))?;
    let mut words = vec!["run", "shots", "-w", "tests", "--"];
    words.extend(options.screens.iter().map(String::as_str));
    sh::run(sh::command("npm", &words).env("RAPPORT_BRIDGE", sh::built("rapport-bridge")?))?;
    sh::say("\nthe pictures stand in the folder `shots`");
    Ok(())
}
