//! The verbs, in groups: each asks commands of the core and shows the answer.

mod book;
mod call;
mod drafts;
mod files;
mod log;
mod people;
mod segments;

use crate::args::Args;
use crate::desk::Desk;
use crate::failure::Failure;
use clap::Subcommand;
use std::process::ExitCode;

/// Everything that can be asked.
#[derive(Debug, Subcommand)]
pub enum Verb {
    #[command(flatten)]
    Book(book::Verb),
    #[command(flatten)]
    People(people::Verb),
    Log(log::Log),
    #[command(flatten)]
    Files(files::Verb),
    Segment(segments::Segment),
    Draft(drafts::Draft),
    Call(call::Call),
}

/// Runs what was asked, and says with which code to end.
pub fn run(args: Args) -> Result<ExitCode, Failure> {
    let desk = Desk::new(args.how);
    match args.verb {
        Verb::Book(verb) => book::run(&desk, verb),
        Verb::People(verb) => people::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Log(verb) => log::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Files(verb) => files::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Segment(verb) => segments::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Draft(verb) => drafts::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Call(verb) => call::run(&desk, verb).map(|()| ExitCode::SUCCESS),
    }
}

/// A text inside an answer, or nothing.
fn text<'a>(answer: &'a serde_json::Value, pointer: &str) -> &'a str {
    answer.pointer(pointer).and_then(serde_json::Value::as_str).unwrap_or_default()
}

/// The entries of a list inside an answer.
fn list<'a>(answer: &'a serde_json::Value, key: &str) -> &'a [serde_json::Value] {
    answer[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// An input without what was not given.
fn given(mut input: serde_json::Value) -> serde_json::Value {
    if let Some(fields) = input.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    input
}
