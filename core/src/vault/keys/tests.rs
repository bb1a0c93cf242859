//! Tests of the key file's verbs.

use super::*;
use crate::error::{Code, Result};
use crate::ids::VaultId;
use crate::vault::files;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A derivation of a few milliseconds: far below the floor, so only [`kdf::Bounds::CHEAP`] reads what it makes.
pub(super) const CHEAP: KdfCost = KdfCost::Exactly(KdfParams::CHEAP);

pub(super) fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

pub(super) fn cheap(text: &str) -> Created {
    create(VaultId::make(), &passphrase(text), CHEAP).unwrap()
}

pub(super) fn same(a: &DatabaseKey, b: &DatabaseKey) -> bool {
    a.expose_raw_key_pragma() == b.expose_raw_key_pragma()
}

pub(super) fn code<T: std::fmt::Debug>(result: Result<T>) -> Code {
    result.unwrap_err().code
}

/// A vault on disk at the floor, as commands make it.
pub(super) fn on_disk(text: &str) -> (TempDir, Created) {
    let dir = TempDir::new().unwrap();
    let made = create(VaultId::make(), &passphrase(text), KdfCost::Floor).unwrap();
    made.file.save(dir.path()).unwrap();
    (dir, made)
}

#[test]
fn a_new_vault_opens_by_passphrase_and_by_recovery_code() {
    let (dir, made) = on_disk("correct horse");
    let file = KeyFile::load(dir.path()).unwrap();
    assert_eq!(file.vault(), made.file.vault());
    assert!(same(&file.unlock_with_passphrase(&passphrase("correct horse")).unwrap(), &made.key));
    let typed = RecoveryCode::read(&made.recovery.expose_text()).unwrap();
    assert!(same(&file.unlock_with_recovery(&typed).unwrap(), &made.key));
    assert_eq!(code(file.unlock_with_passphrase(&passphrase("Correct horse"))), Code::WrongKey);
    assert_eq!(code(file.unlock_with_recovery(&RecoveryCode::make().unwrap())), Code::WrongKey);
    assert!(!file.has_keychain() && file.has_recovery() && !file.is_from_before());
}

#[test]
fn no_vault_and_missing_keys_are_told_apart() {
    let dir = TempDir::new().unwrap();
    assert_eq!(code(KeyFile::load(dir.path())), Code::NoVault);
    fs::write(dir.path().join("vault.db"), b"x").unwrap();
    let error = KeyFile::load(dir.path()).unwrap_err();
    assert_eq!((error.code, error.details["why"].as_str()), (Code::DamagedKeys, Some("missing")));
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let (dir, mut made) = on_disk("old one");
    made.file.change_passphrase(dir.path(), &made.key, &passphrase("new one"), KdfCost::Floor).unwrap();
    let file = KeyFile::load(dir.path()).unwrap();
    assert!(same(&file.unlock_with_passphrase(&passphrase("new one")).unwrap(), &made.key));
    assert_eq!(code(file.unlock_with_passphrase(&passphrase("old one"))), Code::WrongKey);
    assert!(file.unlock_with_recovery(&made.recovery).is_ok(), "the other slots stay");
}

#[test]
fn a_new_recovery_code_replaces_the_old() {
    let (dir, mut made) = on_disk("p");
    let new = made.file.new_recovery_code(dir.path(), &made.key).unwrap();
    let file = KeyFile::load(dir.path()).unwrap();
    assert!(same(&file.unlock_with_recovery(&new).unwrap(), &made.key));
    assert_eq!(code(file.unlock_with_recovery(&made.recovery)), Code::WrongKey);
}

#[test]
fn the_generation_before_stays_until_the_new_one_has_opened() {
    let (dir, mut made) = on_disk("old");
    let before = dir.path().join(KEYS_BEFORE);
    assert!(!before.exists(), "a first file has none");
    made.file.new_recovery_code(dir.path(), &made.key).unwrap();
    assert!(before.exists());
    let file = KeyFile::load(dir.path()).unwrap();
    file.settle(dir.path()).unwrap();
    assert!(!before.exists());
    file.settle(dir.path()).unwrap();
}

#[test]
fn a_damaged_file_falls_back_to_the_generation_before_and_is_mended() {
    for damage in [None, Some(&b"RAPPKEYS rubbish"[..]), Some(b"")] {
        let (dir, mut made) = on_disk("p");
        made.file.new_recovery_code(dir.path(), &made.key).unwrap();
        match damage {
            None => fs::remove_file(dir.path().join(KEYS)).unwrap(),
            Some(bytes) => fs::write(dir.path().join(KEYS), bytes).unwrap(),
        }
        let file = KeyFile::load(dir.path()).unwrap();
        assert!(file.is_from_before());
        assert!(same(&file.unlock_with_recovery(&made.recovery).unwrap(), &made.key));
        file.settle(dir.path()).unwrap();
        assert!(!dir.path().join(KEYS_BEFORE).exists());
        assert!(!KeyFile::load(dir.path()).unwrap().is_from_before());
    }
}

#[test]
fn a_damaged_file_does_not_push_out_the_good_one_before_it() {
    let (dir, mut made) = on_disk("p");
    made.file.new_recovery_code(dir.path(), &made.key).unwrap();
    fs::write(dir.path().join(KEYS), b"rubbish").unwrap();
    made.file.save(dir.path()).unwrap();
    let before = KeyFile::parse(&fs::read(dir.path().join(KEYS_BEFORE)).unwrap()).unwrap();
    assert!(before.unlock_with_recovery(&made.recovery).is_ok());
}

#[test]
fn a_key_of_another_vault_changes_nothing() {
    let (dir, mut made) = on_disk("p");
    let bytes = fs::read(dir.path().join(KEYS)).unwrap();
    let foreign = DatabaseKey::make().unwrap();
    assert_eq!(code(made.file.change_passphrase(dir.path(), &foreign, &passphrase("q"), CHEAP)), Code::DamagedKeys);
    assert_eq!(code(made.file.new_recovery_code(dir.path(), &foreign)), Code::DamagedKeys);
    assert_eq!(fs::read(dir.path().join(KEYS)).unwrap(), bytes);
}

#[cfg(unix)]
#[test]
fn the_files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, mut made) = on_disk("p");
    made.file.new_recovery_code(dir.path(), &made.key).unwrap();
    for name in [KEYS, KEYS_BEFORE] {
        assert_eq!(fs::metadata(dir.path().join(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn nothing_prints_a_secret() {
    let made = cheap("hunter two");
    let shown = format!("{made:?} {:?}", passphrase("hunter two"));
    let hex = made.key.expose_raw_key_pragma();
    assert!(
        !shown.contains("hunter")
            && !shown.contains(&hex[2..12])
            && !shown.contains(&made.recovery.expose_text()[..11])
    );
}

#[test]
fn saving_into_a_folder_that_is_gone_says_so() {
    assert_eq!(code(cheap("p").file.save(Path::new("/nowhere/at/all"))), Code::Unreadable);
    assert!(files::sync_folder(Path::new("/nowhere/at/all")).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_passphrase_comes_back(text in "\\PC{1,40}", other in "\\PC{1,40}") {
        prop_assume!(Passphrase::new(&text).is_ok() && Passphrase::new(&other).is_ok());
        let made = cheap(&text);
        let file = KeyFile::parse_within(&made.file.bytes(), kdf::Bounds::CHEAP).unwrap();
        prop_assert!(same(&file.unlock_with_passphrase(&passphrase(&text)).unwrap(), &made.key));
        if passphrase(&text).bytes() != passphrase(&other).bytes() {
            prop_assert_eq!(code(file.unlock_with_passphrase(&passphrase(&other))), Code::WrongKey);
        }
    }
}
