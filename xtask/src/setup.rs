//! What a machine needs beside cargo and Node.js, and how to get it. Installs only what is missing.

use crate::sh;
use anyhow::{Result, bail};

/// What the machine is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building and opening the window.
    Running,
    /// Running every test as well.
    Everything,
}

/// One thing that is needed: its Debian package, its Fedora package or file.
struct Need {
    debian: &'static str,
    fedora: &'static str,
    only_for_tests: bool,
}

const fn need(debian: &'static str, fedora: &'static str) -> Need {
    Need { debian, fedora, only_for_tests: false }
}

const fn test_need(debian: &'static str, fedora: &'static str) -> Need {
    Need { debian, fedora, only_for_tests: true }
}

const NEEDS: [Need; 10] = [
    need("build-essential", "gcc-c++"),
    need("pkg-config", "pkgconf-pkg-config"),
    need("libssl-dev", "openssl-devel"),
    need("libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel"),
    need("xvfb", "xorg-x11-server-Xvfb"),
    // Letters for scripts that the built-in fonts lack.
    need("fonts-dejavu-core", "dejavu-sans-fonts"),
    test_need("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    test_need("chromium", "chromium"),
    test_need("dbus", "dbus-daemon"),
    test_need("gnome-keyring", "gnome-keyring"),
];

const NODE: &str = "Node.js 20.19 or newer (with npm) is needed: https://nodejs.org";

/// Brings the machine to where the wanted can be done.
pub fn install(what: For) -> Result<()> {
    check_node()?;
    if cfg!(target_os = "linux") {
        system_packages(what)?;
    } else if cfg!(target_os = "macos") {
        sh::say("macOS: needs Xcode's command line tools: xcode-select --install (no more packages are needed)");
    } else if cfg!(windows) {
        sh::say("Windows: needs the Visual Studio C++ build tools, WebView2 (part of Windows 11), and OPENSSL_DIR set");
    }
    page_packages()
}

fn check_node() -> Result<()> {
    let version = sh::read(&mut sh::command("node", &["--version"])).unwrap_or_default();
    let mut parts = version.trim().trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let found: (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < (20, 19) {
        bail!("{NODE} (found: {})", if version.is_empty() { "none" } else { version.trim() });
    }
    Ok(())
}

fn system_packages(what: For) -> Result<()> {
    let wanted = NEEDS.iter().filter(|need| what == For::Everything || !need.only_for_tests);
    if sh::in_path("apt-get") {
        let missing: Vec<_> = wanted.map(|need| need.debian).filter(|name| !has_debian(name)).collect();
        if !missing.is_empty() {
            as_root(&["apt-get", "update"])?;
            let install = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends"];
            as_root(&[&install[..], &missing].concat())?;
        }
    } else if sh::in_path("dnf") {
        let has = |name: &str| sh::has("rpm", &["--query", "--whatprovides", name]);
        let missing: Vec<_> = wanted.map(|need| need.fedora).filter(|name| !has(name)).collect();
        if !missing.is_empty() {
            as_root(&[&["dnf", "install", "-y"][..], &missing].concat())?;
        }
    } else {
        let names: Vec<_> = wanted.map(|need| need.debian).collect();
        sh::say(&format!("install what your system calls these Debian packages: {}", names.join(" ")));
    }
    Ok(())
}

/// Whether a package is installed. `dpkg-query` also knows packages that were removed.
fn has_debian(name: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Abbrev}", name];
    let mut query = sh::command("dpkg-query", &query);
    query.output().is_ok_and(|said| said.status.success() && said.stdout.starts_with(b"ii"))
}

fn as_root(line: &[&str]) -> Result<()> {
    let is_root = sh::read(&mut sh::command("id", &["-u"])).is_ok_and(|id| id.trim() == "0");
    let (program, arguments) = if is_root { (line[0], &line[1..]) } else { ("sudo", line) };
    if !is_root && !sh::in_path("sudo") {
        bail!("run this as root, then again: {}", line.join(" "));
    }
    sh::run(sh::command(program, arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Installs the page's packages when the lock file changed since the last time.
fn page_packages() -> Result<()> {
    let changed = |path: &str| sh::root().join(path).metadata().and_then(|found| found.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_none() || changed("package-lock.json") > installed {
        sh::run(&mut sh::command("npm", &["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}
