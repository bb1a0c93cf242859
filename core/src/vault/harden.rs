//! What the process can do so that its memory and its files stay its own. Called once, first thing, by each host.

use serde::Serialize;

/// What took hold. Nothing of it is promised on every system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hardened {
    /// No core file is written when the program crashes.
    pub no_core_file: bool,
    /// Other programs of the same user cannot read this one's memory, and nothing dumps it (Linux).
    pub not_dumpable: bool,
    /// New files are readable by their owner only, whoever creates them in this process.
    pub private_files: bool,
}

/// Forbids core files and dumps of memory, and sets the umask to 077.
///
/// Not against root, malware that runs as the same user before this program, hibernation or swap: see the threat model.
/// Programs started by this one inherit the umask and the missing core files.
#[must_use]
pub fn harden_process() -> Hardened {
    platform::harden()
}

#[cfg(unix)]
mod platform {
    use super::Hardened;
    use rustix::fs::Mode;
    use rustix::process::{Resource, Rlimit, setrlimit, umask};

    pub(super) fn harden() -> Hardened {
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        let no_core_file = setrlimit(Resource::Core, none).is_ok();
        umask(Mode::RWXG | Mode::RWXO);
        Hardened { no_core_file, not_dumpable: not_dumpable(), private_files: true }
    }

    #[cfg(target_os = "linux")]
    fn not_dumpable() -> bool {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    fn not_dumpable() -> bool {
        false
    }
}

#[cfg(not(unix))]
mod platform {
    use super::Hardened;

    /// Windows writes no core files by default, and new files follow the profile's access list.
    pub(super) fn harden() -> Hardened {
        Hardened::default()
    }
}
