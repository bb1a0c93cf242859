//! `cargo xtask bench` and `cargo xtask seed`: large books of invented people, made and measured with the core as it is
//! released.

use crate::sh;
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;
use std::process::Command;

#[derive(Args)]
pub struct Bench {
    /// How many people
    #[arg(long, default_value_t = 100_000)]
    people: u32,
    /// How many touchpoints a person has on average
    #[arg(long, default_value_t = 10)]
    touches: u32,
    /// Only these measurements (S1, S3, …; repeat it for more than one)
    #[arg(long)]
    only: Vec<String>,
    /// Make the book anew instead of measuring the one that an earlier run left
    #[arg(long)]
    fresh: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub struct Seed {
    /// How many people
    people: u32,
    /// How many touchpoints a person has on average
    #[arg(long, default_value_t = 10)]
    touches: u32,
    /// The folder to make
    out: PathBuf,
}

/// Measures, and prints the one table (docs/bench.md).
pub fn bench(options: &Bench) -> Result<()> {
    let mut program = built()?;
    program.arg("measure").args(["--people", &options.people.to_string(), "--touches", &options.touches.to_string()]);
    program.args(options.only.iter().flat_map(|id| ["--only", id]));
    program.args(options.fresh.then_some("--fresh")).args(options.json.then_some("--json"));
    sh::run(&mut program)
}

/// Makes a vault to look at: prints where it stands and what opens it.
pub fn seed(options: &Seed) -> Result<()> {
    // Where the person stands, not where the project does.
    let out = std::env::current_dir()?.join(&options.out);
    let touches = options.touches.to_string();
    sh::run(built()?.args(["seed", &options.people.to_string(), "--touches", &touches]).arg(out))
}

fn built() -> Result<Command> {
    sh::run(&mut sh::command("cargo", &["build", "--locked", "--release", "-p", "rapport-bench"]))?;
    let development = sh::built("rapport-bench")?;
    let name = development.file_name().unwrap_or_default();
    let folder = development.parent().and_then(|folder| folder.parent()).unwrap_or(&development);
    Ok(Command::new(folder.join("release").join(name)))
}
