//! Reads a PDF for the tests of the window: `rapport-paper FILE` prints `{"pages":COUNT,"text":TEXT}`, the text in the order in
//! which it is drawn, without spaces. Never shipped.
#![allow(clippy::print_stdout, reason = "it answers on stdout")]

use rapport_acceptance::paper::{pages_of, text_of};
use serde_json::json;

fn main() {
    let Some(file) = std::env::args_os().nth(1) else { panic!("rapport-paper FILE") };
    let Ok(bytes) = std::fs::read(&file) else { panic!("a file that can be read") };
    println!("{}", json!({ "pages": pages_of(bytes.clone()), "text": text_of(bytes) }));
}
