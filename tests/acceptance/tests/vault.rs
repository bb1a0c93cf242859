//! The vault as a person meets it: opened twice, damaged, forgotten, backed up and brought back elsewhere.

use rapport_acceptance::{Desk, NOW, PASSPHRASE};
use rapport_core::app::{App, Setup};
use rapport_core::clock::Clock;
use rapport_core::error::Code;
use rapport_core::vault::keys::KdfCost;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn folder(desk: &Desk) -> std::path::PathBuf {
    desk.dir.path().join("book.rapport")
}

/// Locks, runs `damage` on the vault's folder, and says what unlocking is refused with.
fn refused_after(damage: impl Fn(&Path)) -> Code {
    let desk = Desk::new();
    desk.person("Ana Lima");
    desk.call("vault", "lock", json!(null));
    damage(&folder(&desk));
    desk.attempt("vault", "unlock", json!({ "passphrase": PASSPHRASE })).unwrap_err().code
}

fn devices(app: &App) -> i64 {
    let vault = app.vault().unwrap();
    vault.read(|c| Ok(c.query_row("SELECT count(*) FROM device", [], |r| r.get(0))?)).unwrap()
}

#[test]
fn a_vault_is_open_once() {
    let desk = Desk::new();
    let other = App::new(Setup { vault_dir: Some(folder(&desk)), clock: Clock::fixed(NOW), cost: KdfCost::Floor });
    let unlock = || rapport_core::commands::run(&other, "vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(unlock().unwrap_err().code, Code::InUse);
    desk.call("vault", "lock", json!(null));
    assert_eq!(unlock().unwrap()["state"], "unlocked");
}

#[test]
fn a_loss_is_told_and_never_covered_by_an_empty_vault() {
    assert_eq!(refused_after(|dir| fs::remove_file(dir.join("vault.db")).unwrap()), Code::DamagedVault);
    assert_eq!(refused_after(|dir| fs::write(dir.join("vault.db"), b"").unwrap()), Code::DamagedVault);
    assert_eq!(refused_after(|dir| fs::write(dir.join("vault.db"), [0; 4096]).unwrap()), Code::DamagedVault);
    assert_eq!(refused_after(|dir| fs::remove_file(dir.join("vault.keys")).unwrap()), Code::DamagedKeys);
    assert_eq!(refused_after(|dir| fs::write(dir.join("vault.keys"), b"RAPPKEYS").unwrap()), Code::DamagedKeys);
    assert_eq!(refused_after(|dir| fs::remove_dir_all(dir).unwrap()), Code::NoVault);
}

#[test]
fn a_changed_passphrase_and_a_new_code_take_the_place_of_the_old() {
    let desk = Desk::bare();
    let first = desk.call("vault", "create", json!({ "passphrase": PASSPHRASE }))["recoveryCode"].clone();
    desk.call("vault", "changePassphrase", json!({ "old": PASSPHRASE, "new": "another river" }));
    let second = desk.call("vault", "newRecoveryCode", json!(null));
    let opens = |input: Value| {
        desk.call("vault", "lock", json!(null));
        desk.attempt("vault", "unlock", input).is_ok()
    };
    assert!(opens(json!({ "passphrase": "another river" })));
    assert!(opens(json!({ "recoveryCode": second })));
    assert!(!opens(json!({ "passphrase": PASSPHRASE })));
    assert!(!opens(json!({ "recoveryCode": first })));
    let typo = desk.attempt("vault", "unlock", json!({ "recoveryCode": "OOOO1-OOOO1" })).unwrap_err();
    assert_eq!((typo.code, typo.details["field"].as_str()), (Code::Invalid, Some("recoveryCode")));
}

/// Goal R9: the newest backup, somewhere else, with the recovery code: everything is back, under a new device id.
#[test]
fn the_restore_drill() {
    let desk = Desk::bare();
    let code = desk.call("vault", "create", json!({ "passphrase": PASSPHRASE }))["recoveryCode"].clone();
    let ana = desk.person("Ana Lima");
    desk.log(&ana, 3, 2, "lunch by the river");
    desk.call("vault", "backUp", json!(null));
    desk.person("Too Late");
    let name = desk.call("vault", "backups", json!(null))[0]["name"].as_str().unwrap().to_owned();
    desk.call("vault", "drill", json!(name));
    let (backup, into) = (folder(&desk).join("backups").join(name), desk.dir.path().join("back.rapport"));
    desk.call("vault", "restore", json!({ "backup": backup, "into": into, "recoveryCode": code }));
    let again = desk.attempt("vault", "restore", json!({ "backup": backup, "into": into, "recoveryCode": code }));
    assert_eq!(again.unwrap_err().code, Code::VaultExists);

    let elsewhere = App::new(Setup { vault_dir: Some(into), clock: Clock::fixed(NOW), cost: KdfCost::Floor });
    let call =
        |room: &str, verb: &str, input: Value| rapport_core::commands::run(&elsewhere, room, verb, input).unwrap();
    call("vault", "unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(call("people", "get", json!({ "id": ana }))["row"]["name"], "Ana Lima");
    assert_eq!(call("people", "count", json!({})), 1);
    assert_eq!(call("vault", "check", json!(null))["ok"], true);
    assert_eq!((devices(&desk.app), devices(&elsewhere)), (1, 2));
}

#[cfg(unix)]
#[test]
fn everything_in_the_folder_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.person("Ana Lima");
    desk.call("vault", "backUp", json!(null));
    let mut folders = vec![folder(&desk)];
    let mut seen = 0;
    while let Some(next) = folders.pop() {
        assert_eq!(fs::metadata(&next).unwrap().permissions().mode() & 0o777, 0o700, "{next:?}");
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 7, "database, log, shared memory, keys, lock and a backup: {seen}");
}

#[test]
fn a_new_backup_is_news() {
    use rapport_core::topics::Topic;
    use std::sync::{Arc, Mutex};
    let desk = Desk::new();
    let heard: Arc<Mutex<Vec<Topic>>> = Arc::default();
    let ears = Arc::clone(&heard);
    desk.app.on_news(move |topics| ears.lock().unwrap().extend_from_slice(topics));
    desk.call("vault", "backUp", json!(null));
    assert_eq!(*heard.lock().unwrap(), [Topic::Vault]);
}
