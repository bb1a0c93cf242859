//! The one way from the window to the core.

use rapport_core::app::App;
use rapport_core::commands;
use rapport_core::error::{CommandError, Error};
use serde_json::Value;
use std::sync::{Arc, Once};
use tauri::State;

/// Forwards one request to the core, off the window's thread, and answers with what it said.
#[tauri::command]
pub async fn call(
    app: State<'_, Arc<App>>,
    room: String,
    verb: String,
    input: Option<Value>,
) -> Result<Value, CommandError> {
    let app = app.inner().clone();
    let answer =
        tauri::async_runtime::spawn_blocking(move || commands::run(&app, &room, &verb, input.unwrap_or(Value::Null)))
            .await
            // A panic inside a command: the window stays, and says that it was our fault.
            .unwrap_or_else(|_| Err(Error::broken("a command did not return").into()));
    announce();
    answer
}

/// Tells the program that started the window (`RAPPORT_ANNOUNCE`) that page and core have met.
fn announce() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        if std::env::var_os("RAPPORT_ANNOUNCE").is_some() {
            eprintln!("rapport: the window answers");
        }
    });
}
