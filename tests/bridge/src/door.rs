//! One request to the core: JSON in, JSON out; a refusal of the core is status 422 with its own words.

use crate::http::Answer;
use rapport_core::app::App;
use rapport_core::commands;
use rapport_core::error::{CommandError, Error};
use serde_json::Value;

/// Sends `body` to the core.
pub fn call(app: &App, room: &str, verb: &str, body: &[u8]) -> Answer {
    match input(body).and_then(|input| commands::run(app, room, verb, input)) {
        Ok(value) => json(200, &value),
        Err(refusal) => json(422, &serde_json::to_value(refusal).unwrap_or_default()),
    }
}

/// Nothing at all is as good as `null`.
fn input(body: &[u8]) -> Result<Value, CommandError> {
    if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(body).map_err(|e| Error::from(e).into()) }
}

fn json(status: u16, value: &Value) -> Answer {
    Answer::of(status, "application/json", value.to_string().into_bytes())
}
