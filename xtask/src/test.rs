//! `cargo xtask test`: every test there is, from the cheapest to the dearest, each with its runner's own last words.

use crate::display::Display;
use crate::{build, check, setup, sh};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

#[derive(Args)]
pub struct Options {
    /// Only these layers (repeat it for more than one)
    #[arg(long, value_enum)]
    only: Vec<Layer>,
}

/// Layers, from the cheapest to the dearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layer {
    /// Formatting, lints, sizes, types, bindings, licences
    Check,
    /// Core, terminal and shell: unit, property and acceptance tests
    Rust,
    /// The page's own tests, without a core
    Ui,
    /// The page in Chromium over the real core
    E2e,
    /// The real window, driven through WebDriver
    Desktop,
}

/// Runs the layers and names every one that failed, not only the first.
pub fn test(options: &Options) -> Result<()> {
    setup::install(setup::For::Everything)?;
    let wanted = |layer: &Layer| options.only.is_empty() || options.only.contains(layer);
    let layers: Vec<Layer> = Layer::value_variants().iter().copied().filter(|layer| wanted(layer)).collect();
    if layers.iter().any(|layer| matches!(layer, Layer::Rust | Layer::E2e | Layer::Desktop)) {
        build::everything()?;
    }
    let mut failed = Vec::new();
    for layer in layers {
        sh::say(&format!("\n== {layer:?}"));
        if let Err(error) = run(layer) {
            sh::say(&format!("{layer:?}: {error:#}"));
            failed.push(format!("{layer:?}"));
        }
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    sh::say("\nall tests passed");
    Ok(())
}

fn run(layer: Layer) -> Result<()> {
    match layer {
        Layer::Check => check::check(&check::Options::default()),
        Layer::Rust => rust(),
        Layer::Ui => sh::run(&mut sh::command("npm", &["test", "-w", "ui"])),
        Layer::E2e => {
            let bridge = sh::built("rapport-bridge")?;
            sh::run(sh::command("npm", &["run", "e2e", "-w", "tests"]).env("RAPPORT_BRIDGE", bridge))
        }
        Layer::Desktop => desktop(),
    }
}

fn rust() -> Result<()> {
    if sh::has("cargo", &["nextest", "--version"]) {
        sh::run(&mut sh::command("cargo", &["nextest", "run", "--locked", "--workspace", "--no-fail-fast"]))?;
    } else {
        // The types are exported by tests: not into the source tree, where `check` compares them.
        let aside = std::env::temp_dir().join(format!("rapport-bindings-{}", std::process::id()));
        let mut tests =
            sh::command("cargo", &["test", "--locked", "--workspace", "--no-fail-fast", "--bins", "--lib", "--tests"]);
        sh::run(tests.env("TS_RS_EXPORT_DIR", &aside))?;
    }
    sh::run(&mut sh::command("cargo", &["test", "--locked", "--workspace", "--doc"]))
}

fn desktop() -> Result<()> {
    if !cfg!(target_os = "linux") {
        sh::say("the window can only be driven on Linux: left out");
        return Ok(());
    }
    let display = Display::open(true)?;
    let mut tests = sh::command("npm", &["run", "desktop", "-w", "tests"]);
    tests.env("RAPPORT_PAPER", sh::built("rapport-paper")?);
    sh::run(display.show(&mut tests).env("RAPPORT_WINDOW", sh::built("rapport-desktop")?))
}
