//! The window's process: hardens itself, builds the core, opens the one window. It routes; it decides nothing.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialogs;
mod door;
mod harden;
mod idle;
mod keep;
mod open;
mod remind;
#[cfg(target_os = "linux")]
mod sleep;
mod window;

use rapport_core::app::{App, Setup};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{Emitter, Manager};
use tauri_plugin_window_state::StateFlags;

fn main() -> ExitCode {
    harden::forget_automation();
    // A window may have nobody who reads its errors.
    rapport_core::vault::harden::quiet_panics(|line| drop(writeln!(std::io::stderr(), "{line}")));
    let _hardened = rapport_core::vault::harden::harden_process();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rapport: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> tauri::Result<()> {
    let mut builder = tauri::Builder::default();
    // A vault named from outside is a second book beside the usual one: it gets a window of its own.
    if std::env::var_os("RAPPORT_VAULT").is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_to_front(app)));
    }
    builder
        .plugin(
            tauri_plugin_window_state::Builder::default()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        // Without its script: a click on a link is the page's business, and the page asks for `open_mailto`.
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(tauri_plugin_notification::init())
        .manage(Arc::new(App::new(Setup::from_env())))
        .invoke_handler(tauri::generate_handler![
            door::call,
            idle::activity,
            dialogs::pick_file,
            dialogs::pick_folder,
            dialogs::save_file,
            keep::keep_file,
            open::open_mailto,
            open::open_file,
            remind::remind,
        ])
        .setup(|tauri| {
            let app = tauri.state::<Arc<App>>().inner().clone();
            let handle = tauri.handle().clone();
            app.on_news(move |topics| {
                // Only fails while the window is closing, when nobody is left to hear it.
                let _ = handle.emit("changed", serde_json::json!({ "topics": topics }));
            });
            idle::watch(app.clone());
            #[cfg(target_os = "linux")]
            sleep::watch(app);
            window::open(tauri)?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
