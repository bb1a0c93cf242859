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

/// Keeps the open vault's key out of crash dumps on the disk.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // Lowering one's own limit is always allowed.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
}

#[cfg(all(test, unix))]
mod tests {
    #[test]
    fn no_dump_can_be_written() {
        super::no_core_dumps();
        let limit = rustix::process::getrlimit(rustix::process::Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)), "soft and hard limit are both zero");
    }
}
