//! What the process refuses from its surroundings before anything else runs.

/// Forgets the switch by which whoever can set a user's environment could drive the window through WebDriver.
/// Tests drive the debug build.
pub fn forget_automation() {
    #[cfg(not(debug_assertions))]
    // SAFETY: the first statement of `main`: no other thread exists that could read the environment meanwhile.
    #[allow(unsafe_code)]
    unsafe {
        std::env::remove_var("TAURI_WEBVIEW_AUTOMATION");
    }
}

/// Whether a WebDriver may drive this window.
pub fn automated() -> bool {
    cfg!(debug_assertions) && std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}
