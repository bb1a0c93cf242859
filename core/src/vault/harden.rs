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

/// Makes a panic say only where in the program it happened. What it says itself can quote the text it stumbled over: a
/// parser's panic prints the card it was reading.
///
/// `tell` is given the one line, and must not panic.
pub fn quiet_panics(tell: impl Fn(&str) + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |panic| {
        let place =
            panic.location().map(|at| format!(" at {}:{}", in_sources(at.file()), at.line())).unwrap_or_default();
        tell(&format!("rapport: a fault of Rapport's own{place}"));
    }));
}

/// A source file without the folders of the machine it was built on.
fn in_sources(file: &str) -> &str {
    let file = file.strip_prefix("./").unwrap_or(file);
    let beyond = |mark: &str| file.rsplit_once(mark).map(|(_, rest)| rest);
    // Other people's code lies in the registry's folder, below the name of the registry.
    let foreign = beyond("/registry/src/").and_then(|rest| rest.split_once('/')).map(|(_, rest)| rest);
    foreign.or_else(|| beyond("/library/")).unwrap_or(if file.starts_with('/') {
        beyond("/").unwrap_or(file)
    } else {
        file
    })
}

#[cfg(test)]
mod tests {
    use super::in_sources;

    #[test]
    fn no_folder_of_the_builder_is_named() {
        for (file, told) in [
            ("core/src/clock.rs", "core/src/clock.rs"),
            ("/build/registry/src/index-1949cf8c6b5b557f/calcard-0.3.1/src/parser.rs", "calcard-0.3.1/src/parser.rs"),
            ("/rustc/5ab9c1e/library/core/src/option.rs", "core/src/option.rs"),
            ("/build/rapport/core/src/clock.rs", "clock.rs"),
        ] {
            assert_eq!(in_sources(file), told);
        }
    }
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
