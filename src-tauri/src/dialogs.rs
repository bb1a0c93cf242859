//! The system's dialogs for files and folders: they answer with a path, the core does the reading and writing.

use crate::harden;
use rapport_core::error::{Code, CommandError, Error};
use serde::Deserialize;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// One line of the dialog's list of kinds of file.
#[derive(Debug, Deserialize)]
pub struct Filter {
    /// What the user reads.
    name: String,
    /// Endings without the dot.
    extensions: Vec<String>,
}

/// Asks for a file to read. `null` when the user thought better of it.
#[tauri::command]
pub async fn pick_file(
    app: AppHandle,
    title: Option<String>,
    filters: Option<Vec<Filter>>,
) -> Result<Option<String>, CommandError> {
    answer(|done| dialog(&app, title, filters).pick_file(done)).await
}

/// Asks for a folder.
#[tauri::command]
pub async fn pick_folder(app: AppHandle, title: Option<String>) -> Result<Option<String>, CommandError> {
    answer(|done| dialog(&app, title, None).pick_folder(done)).await
}

/// Asks where to write a file; `name` is what the dialog suggests.
#[tauri::command]
pub async fn save_file(
    app: AppHandle,
    title: Option<String>,
    name: String,
    filters: Option<Vec<Filter>>,
) -> Result<Option<String>, CommandError> {
    answer(|done| dialog(&app, title, filters).set_file_name(name).save_file(done)).await
}

fn dialog(app: &AppHandle, title: Option<String>, filters: Option<Vec<Filter>>) -> FileDialogBuilder<tauri::Wry> {
    let mut dialog = app.dialog().file();
    if let Some(title) = title {
        dialog = dialog.set_title(title);
    }
    for filter in filters.unwrap_or_default() {
        let endings: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(filter.name, &endings);
    }
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

type Done = Box<dyn FnOnce(Option<FilePath>) + Send>;

/// Waits for the dialog without holding a thread.
async fn answer(show: impl FnOnce(Done)) -> Result<Option<String>, CommandError> {
    if let Some(said) = said_by_test() {
        return Ok(Some(said).filter(|path| !path.is_empty()));
    }
    let (tell, told) = tokio::sync::oneshot::channel();
    show(Box::new(move |path| {
        // Nobody waits any more once the window is gone.
        let _ = tell.send(path);
    }));
    match told.await {
        Ok(Some(path)) => to_text(path).map(Some),
        Ok(None) => Ok(None),
        Err(closed) => Err(Error::broken(closed).into()),
    }
}

/// What a test that drives the window answers in the place of the system's dialog, which no driver reaches: a path in
/// `RAPPORT_DIALOG`, or nothing in it for "Cancel".
fn said_by_test() -> Option<String> {
    harden::automated().then(|| std::env::var("RAPPORT_DIALOG").ok()).flatten()
}

/// A path as JSON can carry it.
fn to_text(path: FilePath) -> Result<String, CommandError> {
    path.into_path()
        .ok()
        .and_then(|path| path.into_os_string().into_string().ok())
        .ok_or_else(|| Error::new(Code::Unreadable).into())
}
