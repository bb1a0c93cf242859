//! The computer's real keychain: each case runs this program again, on a message bus of its own.
//!
//! Skipped, with a word, where `dbus-run-session`, `gnome-keyring-daemon` or one of their tools is missing.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_core::error::Code;
use rapport_core::ids::VaultId;
use rapport_core::vault::keys::{Created, KdfCost, KeyFile, Keychain, Passphrase, create};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Starts an unlocked keyring of this bus, waits until it answers, then goes on with what it is given.
const WITH_KEYRING: &str = r#"printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
gdbus wait --session --timeout 20 org.freedesktop.secrets && "$@""#;

/// Nothing is started; a usual bus starts the service when it is asked for, with no keyring and nobody to ask for a passphrase.
const ON_DEMAND: &str = r#":; exec "$@""#;

/// The same on a bus that starts nothing.
const NOTHING: &str = r#"exec "$@""#;

/// As [`WITH_KEYRING`], but the service is stopped: it owns its name and never answers.
const WITH_STOPPED_KEYRING: &str = r#"printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
gdbus wait --session --timeout 20 org.freedesktop.secrets || exit 1
pid=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetConnectionUnixProcessID \
      string:org.freedesktop.secrets | tr -dc '0-9 ' | awk '{print $NF}')
kill -STOP "$pid" && "$@"; status=$?
kill -KILL "$pid"; exit $status"#;

/// A bus that starts no service by itself.
const BARE_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"#;

fn missing() -> Option<&'static str> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    ["dbus-run-session", "gnome-keyring-daemon", "dbus-send", "gdbus", "bash"]
        .into_iter()
        .find(|program| !std::env::split_paths(&paths).any(|folder| folder.join(program).is_file()))
}

/// Runs one case of this file again, inside `around`, with a home of its own. No text: not on a bus at all.
fn run_again(case: &str, around: Option<&str>) {
    if let Some(program) = missing() {
        eprintln!("skipped: {program} is not installed");
        return;
    }
    let home = TempDir::new().unwrap();
    let this = std::env::current_exe().unwrap();
    let mut command = match around {
        Some(script) => {
            let config = home.path().join("bus.conf");
            std::fs::write(&config, BARE_BUS).unwrap();
            let mut command = Command::new("dbus-run-session");
            if script != ON_DEMAND {
                command.arg("--config-file").arg(config);
            }
            command.args(["--", "bash", "-c", script, "bash"]).arg(this);
            command
        }
        None => Command::new(this),
    };
    std::fs::create_dir_all(home.path().join("run")).unwrap();
    command
        .args(["--exact", case, "--ignored", "--nocapture"])
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("share"))
        .env("XDG_RUNTIME_DIR", home.path().join("run"))
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env_remove("DISPLAY");
    let out = command.output().unwrap();
    let said = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success() && said.contains("1 passed"), "{said}\n{}", String::from_utf8_lossy(&out.stderr));
}

fn vault(folder: &Path) -> Created {
    let made = create(VaultId::make(), &secret(), KdfCost::Floor).unwrap();
    made.file.save(folder).unwrap();
    made
}

fn secret() -> Passphrase {
    Passphrase::new("correct horse").unwrap()
}

/// What adding a keychain is refused with.
fn why_not(keychain: &Keychain) -> String {
    let dir = TempDir::new().unwrap();
    let mut made = vault(dir.path());
    let error = made.file.add_keychain(dir.path(), &made.key, keychain).unwrap_err();
    assert_eq!(error.code, Code::NoKeychain);
    let file = KeyFile::load(dir.path()).unwrap();
    assert!(!file.has_keychain());
    assert!(file.unlock_with_passphrase(&secret()).is_ok(), "the passphrase still opens");
    error.details["why"].as_str().unwrap().to_owned()
}

#[test]
fn the_keychain_keeps_gives_and_forgets() {
    run_again("case_with_a_keychain", Some(WITH_KEYRING));
}

#[test]
fn without_a_service_the_passphrase_is_asked_for() {
    run_again("case_without_a_service", Some(NOTHING));
}

#[test]
fn a_keyring_that_cannot_be_unlocked_is_no_obstacle() {
    run_again("case_without_a_keyring", Some(ON_DEMAND));
}

#[test]
fn without_a_bus_the_passphrase_is_asked_for() {
    run_again("case_without_a_bus", None);
}

#[test]
fn a_service_that_never_answers_is_given_up() {
    run_again("case_with_a_stopped_service", Some(WITH_STOPPED_KEYRING));
}

#[test]
#[ignore = "run by the_keychain_keeps_gives_and_forgets"]
fn case_with_a_keychain() {
    let dir = TempDir::new().unwrap();
    let mut made = vault(dir.path());
    let keychain = Keychain::system();
    made.file.add_keychain(dir.path(), &made.key, &keychain).unwrap();
    let mut file = KeyFile::load(dir.path()).unwrap();
    let key = file.unlock_with_keychain(&keychain).unwrap();
    assert_eq!(key.expose_raw_key_pragma(), made.key.expose_raw_key_pragma());
    assert!(file.remove_keychain(dir.path(), &key, &keychain).unwrap());
    // The file from before the removal: its slot is there, its entry is not.
    assert_eq!(made.file.unlock_with_keychain(&keychain).unwrap_err().details["why"], "noEntry");
    assert!(made.file.unlock_with_passphrase(&secret()).is_ok());
}

#[test]
#[ignore = "run by without_a_service_the_passphrase_is_asked_for"]
fn case_without_a_service() {
    assert_eq!(why_not(&Keychain::system()), "noStore");
}

#[test]
#[ignore = "run by a_keyring_that_cannot_be_unlocked_is_no_obstacle"]
fn case_without_a_keyring() {
    assert_eq!(why_not(&Keychain::system()), "noAccess");
}

#[test]
#[ignore = "run by without_a_bus_the_passphrase_is_asked_for"]
fn case_without_a_bus() {
    assert_eq!(why_not(&Keychain::system()), "noStore");
}

#[test]
#[ignore = "run by a_service_that_never_answers_is_given_up"]
fn case_with_a_stopped_service() {
    let keychain = Keychain::system().patient_for(Duration::from_millis(500));
    assert_eq!(why_not(&keychain), "timeout");
    let again = Instant::now();
    assert_eq!(why_not(&Keychain::system()), "hung", "whoever asks next is not kept waiting");
    assert!(again.elapsed() < Duration::from_secs(4), "{:?}", again.elapsed());
}
