//! Shows a reminder of the system's own kind. The page chooses words that a stranger may read over the shoulder.

use rapport_core::error::{CommandError, Error};
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt;

/// Longest text shown, in characters.
const LONGEST: usize = 200;

/// Shows one reminder.
#[tauri::command]
pub async fn remind(app: AppHandle, title: String, body: String) -> Result<(), CommandError> {
    let short = |text: String| text.chars().take(LONGEST).collect::<String>();
    app.notification().builder().title(short(title)).body(short(body)).show().map_err(|e| Error::broken(e).into())
}
