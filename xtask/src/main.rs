//! `cargo xtask VERB`: all automation of the project. Needs cargo and Node.js; installs or names the rest.

mod bench;
mod bindings;
mod build;
mod check;
mod demo;
mod display;
mod icons;
mod run;
mod setup;
mod sh;
mod shots;
mod sizes;
mod test;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "All automation of the project", disable_help_subcommand = true)]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Install what is missing: system libraries, page dependencies
    Setup,
    /// Build everything and open the window (under Xvfb when there is no display)
    Run(run::Options),
    /// Make a vault with the demonstration book, ending today
    Demo,
    /// Make a vault of any number of invented people
    Seed(bench::Seed),
    /// Measure the core on a large book and print one table
    Bench(bench::Bench),
    /// Run the tests
    Test(test::Options),
    /// Check form: formatting, lints, sizes, types, bindings, licences
    Check(check::Options),
    /// Write the TypeScript types of the commands anew
    Bindings,
    /// Take pictures of every screen into the folder `shots`
    Shots(shots::Options),
    /// Draw the app icons anew from icons/rapport.svg
    Icons,
}

fn main() -> ExitCode {
    let done = match Line::parse().verb {
        Verb::Setup => setup::install(setup::For::Everything),
        Verb::Run(options) => run::run(&options),
        Verb::Demo => demo::demo(),
        Verb::Seed(options) => bench::seed(&options),
        Verb::Bench(options) => bench::bench(&options),
        Verb::Test(options) => test::test(&options),
        Verb::Check(options) => check::check(&options),
        Verb::Bindings => bindings::write(),
        Verb::Shots(options) => shots::shots(&options),
        Verb::Icons => icons::draw(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            sh::say(&format!("xtask: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
