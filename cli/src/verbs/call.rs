//! Any command of the core by its room and name, as the window calls it.

use crate::args;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::out;
use clap::Args;
use clap::error::ErrorKind;
use serde_json::Value;
use std::io::Read;

/// Fields that carry a secret. They come by standard input, because other programs can see arguments.
const SECRETS: [&str; 5] = ["passphrase", "recoveryCode", "old", "new", "code"];

/// Run any command: `rapport call people list '{"text":"ana"}'`
#[derive(Debug, Args)]
pub struct Call {
    /// The room: people, touchpoints, care, vault, …
    room: String,
    /// The command
    verb: String,
    /// Its input as JSON; `-` reads it from standard input
    #[arg(value_name = "JSON", allow_negative_numbers = true)]
    input: Option<String>,
}

pub fn run(desk: &Desk, call: Call) -> Result<(), Failure> {
    let input = match call.input.as_deref() {
        None => Value::Null,
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().lock().read_to_string(&mut text).map_err(|_| Failure::invalid("json", "not text"))?;
            parse(&text)?
        }
        Some(text) => {
            let input = parse(text)?;
            if call.room == "vault" && SECRETS.iter().any(|secret| input.get(secret).is_some()) {
                args::usage(
                    ErrorKind::InvalidValue,
                    "other programs can see arguments: pass a secret on standard input, with -",
                );
            }
            input
        }
    };
    // Some commands are for a locked vault: whoever names no way to open it gets those, and "locked" for the others.
    if desk.how.ways() > 0 {
        desk.unlock()?;
    }
    out::json(&desk.call(&call.room, &call.verb, input)?);
    Ok(())
}

fn parse(text: &str) -> Result<Value, Failure> {
    // Only the place: the words of the parser can quote what was typed.
    serde_json::from_str(text)
        .map_err(|e| Failure::invalid("json", "not JSON").with("line", e.line()).with("column", e.column()))
}
