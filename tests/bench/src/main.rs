//! `rapport-bench`: makes a large vault, or measures one. `cargo xtask seed` and `cargo xtask bench` build and start it.

use anyhow::Result;
use clap::Parser;
use rapport_bench::book::{self, Book, Size};
use rapport_bench::{cpu, measure, table};
use std::path::PathBuf;

#[derive(Parser)]
enum Line {
    /// Make a vault of invented people
    Seed {
        /// How many people
        people: u32,
        /// How many touchpoints a person has on average
        #[arg(long, default_value_t = 10)]
        touches: u32,
        /// The folder to make
        out: PathBuf,
    },
    /// Measure the core on a vault of invented people, made once and kept for the next time
    Measure {
        /// How many people
        #[arg(long, default_value_t = 100_000)]
        people: u32,
        /// How many touchpoints a person has on average
        #[arg(long, default_value_t = 10)]
        touches: u32,
        /// Only these measurements (S1, S3, …; repeat it for more than one)
        #[arg(long)]
        only: Vec<String>,
        /// Make the vault anew
        #[arg(long)]
        fresh: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Import a file into a new vault and print what it cost: one part of a measurement
    #[command(hide = true)]
    Import {
        /// The vCards
        cards: PathBuf,
        /// By the core, or by the least that can be done
        #[arg(long, value_enum)]
        way: measure::Way,
    },
}

fn main() -> Result<()> {
    match Line::parse() {
        Line::Seed { people, touches, out } => {
            let began = cpu::process();
            let book = Book::make(&out, Size { people, touches })?;
            let took = (cpu::process() - began).as_secs_f64();
            table::say(&format!("made {people} people in {took:.1} s of CPU: {}", out.display()));
            table::say(&format!("its passphrase stands in {}", book.write_passphrase()?.display()));
        }
        Line::Measure { people, touches, only, fresh, json } => {
            let book = book::kept(Size { people, touches }, fresh)?;
            let rows = measure::all(&book, &only)?;
            if json { table::json(&rows, &book.size) } else { table::print(&rows, &book.size) }
        }
        Line::Import { cards, way } => table::say(&measure::import(&cards, way)?.to_string()),
    }
    Ok(())
}
