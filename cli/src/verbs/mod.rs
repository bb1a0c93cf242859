//! The verbs, in groups: each asks commands of the core and shows the answer.

mod batches;
mod book;
mod call;
mod canvas;
mod canvas_tables;
mod drafts;
mod expect;
mod files;
mod gestures;
mod groups;
mod journeys;
mod log;
mod people;
mod plans;
mod press;
mod segments;
mod tasks;
mod workshop;

use crate::args::Args;
use crate::desk::Desk;
use crate::failure::Failure;
use clap::Subcommand;
use rapport_core::error::Code;
use serde_json::{Value, json};
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
    Canvas(canvas::Canvas),
    Groups(groups::Groups),
    Journey(journeys::Journey),
    Plans(plans::Plans),
    Draft(drafts::Draft),
    Gesture(gestures::Gesture),
    Task(tasks::Task),
    Expect(expect::Expect),
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
        Verb::Canvas(verb) => canvas::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Groups(verb) => groups::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Journey(verb) => journeys::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Plans(verb) => plans::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Draft(verb) => drafts::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Gesture(verb) => gestures::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Task(verb) => tasks::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Expect(verb) => expect::run(&desk, verb).map(|()| ExitCode::SUCCESS),
        Verb::Call(verb) => call::run(&desk, verb).map(|()| ExitCode::SUCCESS),
    }
}

/// A text inside an answer, or nothing.
fn text<'a>(answer: &'a Value, pointer: &str) -> &'a str {
    answer.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The entries of a list inside an answer.
fn list<'a>(answer: &'a Value, key: &str) -> &'a [Value] {
    answer[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// An input without what was not given.
fn given(mut input: Value) -> Value {
    if let Some(fields) = input.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    input
}

/// The id of the one record of a list that has this id, or this name in the field `key`, whatever its case.
fn one_of(all: &Value, key: &str, which: &str) -> Result<Value, Failure> {
    let all = all.as_array().map(Vec::as_slice).unwrap_or_default();
    let name = |record: &Value| record[key].as_str().unwrap_or_default().to_lowercase();
    let found: Vec<&Value> =
        all.iter().filter(|record| text(record, "/id") == which || name(record) == which.to_lowercase()).collect();
    match found[..] {
        [] => Err(Failure::new(Code::NotFound)),
        [one] => Ok(one["id"].clone()),
        _ => {
            let candidates: Vec<_> = found.iter().map(|one| json!({ "id": one["id"], "name": one[key] })).collect();
            Err(Failure::new(Code::Ambiguous).with("candidates", candidates))
        }
    }
}
