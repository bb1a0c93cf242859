//! The one window: shows the app's own page and nothing else, and hands dropped files on.

use crate::harden;
use std::path::PathBuf;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{App, AppHandle, DragDropEvent, Emitter, Manager, Url, WindowEvent};

/// For tests: collects what the page's rules of content security refuse, from the first moment on.
const WATCH_RULES: &str = "window.refused = []; document.addEventListener('securitypolicyviolation', (event) => \
    window.refused.push(event.effectiveDirective + ' ' + event.blockedURI));";

/// Opens the window that `tauri.conf.json` describes.
pub fn open(app: &App) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else { return Err(tauri::Error::WindowNotFound) };
    let mut builder = WebviewWindowBuilder::from_config(app, config)?;
    if harden::automated() {
        builder = builder.initialization_script(WATCH_RULES);
    }
    let window = builder
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // Nothing of a page is kept outside the vault. WebKit cannot be driven in that mode, so tests do without it.
        .incognito(!harden::automated())
        .build()?;
    let handle = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            // Only fails while the window is closing.
            let _ = handle.emit("dropped", serde_json::json!({ "paths": readable(paths) }));
        }
    });
    Ok(())
}

/// Shows the window to a user who started the program a second time.
pub fn bring_to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // Each may be refused by a window system; the window is then where the user left it.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Whether the address is of the page that is built into the program.
fn is_own_page(address: &Url) -> bool {
    if cfg!(windows) {
        address.scheme() == "http" && address.host_str() == Some("tauri.localhost")
    } else {
        address.scheme() == "tauri" && address.host_str() == Some("localhost")
    }
}

/// The paths that JSON can carry; one that is not Unicode is left out.
fn readable(paths: &[PathBuf]) -> Vec<&str> {
    paths.iter().filter_map(|path| path.to_str()).collect()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn only_the_built_in_page_is_shown() {
        for (address, own) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/people?x=1", true),
            ("tauri://elsewhere/", false),
            ("http://localhost/", false),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
            ("javascript:alert(1)", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_own_page(&Url::parse(address).expect("a url")), own, "{address}");
        }
    }
}
