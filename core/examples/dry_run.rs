//! Prints what the importer reads from a file, as JSON: `cargo run --example dry_run -- FILE`.
#![allow(clippy::print_stdout, reason = "printing is all it does")]

use rapport_core::exchange::{DryRun, ReadOptions, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let parsed = read(&std::fs::read(&path)?, &path, &ReadOptions::default())?;
    println!("{}", serde_json::to_string(&DryRun::from(&parsed))?);
    Ok(())
}
