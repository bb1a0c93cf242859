//! Tests of the keychain slot, with keychains that work, fail, lie and never answer.

use super::keychain::{Backend, Failure};
use super::tests::{code, on_disk, passphrase, same};
use super::*;
use crate::error::Code;
use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A keychain in memory.
#[derive(Default)]
struct Memory(Mutex<HashMap<String, Vec<u8>>>);

impl Backend for Memory {
    fn keep(&self, account: &str, secret: &[u8]) -> Result<(), Failure> {
        self.0.lock().unwrap().insert(account.to_owned(), secret.to_vec());
        Ok(())
    }
    fn give(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
        self.0.lock().unwrap().get(account).cloned().map(Zeroizing::new).ok_or(Failure::NoEntry)
    }
    fn forget(&self, account: &str) -> Result<(), Failure> {
        self.0.lock().unwrap().remove(account).map(drop).ok_or(Failure::NoEntry)
    }
}

/// A keychain that fails in one way.
struct Failing(Failure);

impl Backend for Failing {
    fn keep(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Err(self.0)
    }
    fn give(&self, _: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
        Err(self.0)
    }
    fn forget(&self, _: &str) -> Result<(), Failure> {
        Err(self.0)
    }
}

/// A keychain that never answers, and counts who asked.
#[derive(Default)]
struct Silent {
    asked: Mutex<u32>,
    never: Condvar,
}

impl Silent {
    fn hang(&self) -> ! {
        let mut asked = self.asked.lock().unwrap();
        *asked += 1;
        loop {
            asked = self.never.wait(asked).unwrap();
        }
    }
}

impl Backend for Silent {
    fn keep(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        self.hang()
    }
    fn give(&self, _: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
        self.hang()
    }
    fn forget(&self, _: &str) -> Result<(), Failure> {
        self.hang()
    }
}

#[test]
fn the_keychain_opens_and_can_be_taken_away() {
    let (dir, mut made) = on_disk("p");
    let memory = Arc::new(Memory::default());
    let keychain = Keychain::of(memory.clone());
    let entries = || memory.0.lock().unwrap().len();
    assert_eq!(made.file.unlock_with_keychain(&keychain).unwrap_err().details["why"], "noSlot");
    made.file.add_keychain(dir.path(), &made.key, &keychain).unwrap();
    made.file.add_keychain(dir.path(), &made.key, &keychain).unwrap();
    assert_eq!(entries(), 1, "the entry of the replaced slot is forgotten");
    let mut file = KeyFile::load(dir.path()).unwrap();
    assert!(same(&file.unlock_with_keychain(&keychain).unwrap(), &made.key));
    assert!(file.remove_keychain(dir.path(), &made.key, &keychain).unwrap());
    assert_eq!(entries(), 0);
    assert!(!KeyFile::load(dir.path()).unwrap().has_keychain());
    assert!(file.remove_keychain(dir.path(), &made.key, &keychain).unwrap(), "twice is no fault");
}

#[test]
fn a_copy_of_a_vault_has_its_own_entry() {
    let (dir, mut made) = on_disk("p");
    let keychain = Keychain::of(Arc::new(Memory::default()));
    made.file.add_keychain(dir.path(), &made.key, &keychain).unwrap();
    let copy = TempDir::new().unwrap();
    let mut sister = made.file.without_keychain(&made.key).unwrap();
    sister.add_keychain(copy.path(), &made.key, &keychain).unwrap();
    sister.remove_keychain(copy.path(), &made.key, &keychain).unwrap();
    assert!(made.file.unlock_with_keychain(&keychain).is_ok());
}

#[test]
fn every_failure_of_the_keychain_is_told_and_the_passphrase_still_opens() {
    let (dir, mut made) = on_disk("p");
    made.file.add_keychain(dir.path(), &made.key, &Keychain::of(Arc::new(Memory::default()))).unwrap();
    for (failure, why) in [
        (Failure::NoEntry, "noEntry"),
        (Failure::NoStore, "noStore"),
        (Failure::NoAccess, "noAccess"),
        (Failure::Other, "other"),
    ] {
        let error = made.file.unlock_with_keychain(&Keychain::of(Arc::new(Failing(failure)))).unwrap_err();
        assert_eq!((error.code, error.details["why"].as_str()), (Code::NoKeychain, Some(why)));
    }
    let stale = Arc::new(Memory::default());
    let account = account_of(&made.file);
    stale.keep(&account, &[1; 32]).unwrap();
    assert_eq!(made.file.unlock_with_keychain(&Keychain::of(stale.clone())).unwrap_err().details["why"], "stale");
    stale.keep(&account, b"short").unwrap();
    assert_eq!(made.file.unlock_with_keychain(&Keychain::of(stale)).unwrap_err().details["why"], "notOurs");
    assert!(made.file.unlock_with_passphrase(&passphrase("p")).is_ok());
}

/// The entry's name, found by asking.
fn account_of(file: &KeyFile) -> String {
    struct Spy(Mutex<String>);
    impl Backend for Spy {
        fn keep(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
            Err(Failure::Other)
        }
        fn give(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
            account.clone_into(&mut self.0.lock().unwrap());
            Err(Failure::Other)
        }
        fn forget(&self, _: &str) -> Result<(), Failure> {
            Err(Failure::Other)
        }
    }
    let spy = Arc::new(Spy(Mutex::default()));
    assert!(file.unlock_with_keychain(&Keychain::of(spy.clone())).is_err());
    spy.0.lock().unwrap().clone()
}

#[test]
fn a_key_of_another_vault_adds_no_entry() {
    let (dir, mut made) = on_disk("p");
    let memory = Arc::new(Memory::default());
    let foreign = DatabaseKey::make().unwrap();
    assert_eq!(code(made.file.add_keychain(dir.path(), &foreign, &Keychain::of(memory.clone()))), Code::DamagedKeys);
    assert!(memory.0.lock().unwrap().is_empty());
}

#[test]
fn a_keychain_that_fails_leaves_no_slot_behind() {
    let (dir, mut made) = on_disk("p");
    let bytes = fs::read(dir.path().join(KEYS)).unwrap();
    let broken = Keychain::of(Arc::new(Failing(Failure::NoAccess)));
    assert_eq!(code(made.file.add_keychain(dir.path(), &made.key, &broken)), Code::NoKeychain);
    assert!(!made.file.has_keychain());
    assert_eq!(fs::read(dir.path().join(KEYS)).unwrap(), bytes);
    let memory = Arc::new(Memory::default());
    let nowhere = dir.path().join("none");
    assert!(made.file.add_keychain(&nowhere, &made.key, &Keychain::of(memory.clone())).is_err());
    assert!(memory.0.lock().unwrap().is_empty(), "no entry without a slot");
}

#[test]
fn a_keychain_that_never_answers_is_given_up_and_not_asked_again() {
    let (dir, mut made) = on_disk("p");
    made.file.add_keychain(dir.path(), &made.key, &Keychain::of(Arc::new(Memory::default()))).unwrap();
    let silent = Arc::new(Silent::default());
    let keychain = Keychain::of(silent.clone()).patient_for(Duration::from_millis(50));
    assert_eq!(made.file.unlock_with_keychain(&keychain).unwrap_err().details["why"], "timeout");
    assert_eq!(made.file.unlock_with_keychain(&keychain.clone()).unwrap_err().details["why"], "hung");
    assert!(
        !made.file.remove_keychain(dir.path(), &made.key, &keychain).unwrap(),
        "the slot goes, the entry is not known to"
    );
    assert_eq!(*silent.asked.lock().unwrap(), 1);
    assert!(KeyFile::load(dir.path()).unwrap().unlock_with_passphrase(&passphrase("p")).is_ok());
}
