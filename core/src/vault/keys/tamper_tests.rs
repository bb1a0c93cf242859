//! Damage and forgery: every flipped byte, every truncation, every unlawful file is refused.

use super::format::{self, Contents};
use super::kdf::Bounds;
use super::slot::{Slot, Terms};
use super::tests::{CHEAP, cheap, passphrase};
use super::*;
use crate::error::Code;
use crate::ids::VaultId;
use sha2::{Digest, Sha256};

fn why(bytes: &[u8]) -> String {
    let error = KeyFile::parse_within(bytes, Bounds::CHEAP).unwrap_err();
    assert_eq!(error.code, Code::DamagedKeys);
    error.details["why"].as_str().unwrap().to_owned()
}

/// Puts a right checksum on changed bytes, as an attacker would.
fn resum(bytes: &mut [u8]) {
    let at = bytes.len() - 32;
    let sum = Sha256::digest(&bytes[..at]);
    bytes[at..].copy_from_slice(&sum);
}

#[test]
fn every_flipped_bit_is_damage() {
    let bytes = cheap("p").file.bytes();
    assert!(KeyFile::parse_within(&bytes, Bounds::CHEAP).is_ok());
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1 << bit;
            assert!(["magic", "checksum"].contains(&why(&bytes).as_str()), "byte {at} bit {bit}");
        }
    }
}

#[test]
fn every_truncation_and_every_addition_is_damage() {
    let bytes = cheap("p").file.bytes();
    for length in 0..bytes.len() {
        why(&bytes[..length]);
        why(&bytes[bytes.len() - length..]);
    }
    for more in [&[0][..], &[0; 5000], &bytes] {
        why(&[&bytes[..], more].concat());
    }
}

/// Even somebody who mends the checksum gets no key out of a changed file, and no crash; the seal catches what no slot covers.
#[test]
fn every_flipped_byte_with_a_right_checksum_opens_nothing() {
    let made = cheap("p");
    let bytes = made.file.bytes();
    for at in 0..bytes.len() - 32 {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x41;
        resum(&mut bytes);
        // Costs may have become huge but lawful: only what is cheap is tried by passphrase.
        let Ok(file) = KeyFile::parse_within(&bytes, Bounds::CHEAP) else { continue };
        let mut results = vec![file.unlock_with_recovery(&made.recovery)];
        if !(27..42).contains(&at) {
            results.push(file.unlock_with_passphrase(&passphrase("p")));
        }
        for result in results {
            let code = result.unwrap_err().code;
            assert!(matches!(code, Code::WrongKey | Code::DamagedKeys), "byte {at}: {code:?}");
        }
    }
}

#[test]
fn a_slot_of_another_file_of_the_same_vault_is_noticed() {
    let vault = VaultId::make();
    let (a, b) = (create(vault, &passphrase("a"), CHEAP).unwrap(), create(vault, &passphrase("b"), CHEAP).unwrap());
    let read = |made: &Created| format::decode(&made.file.bytes(), Bounds::CHEAP).unwrap();
    let mut mixed = read(&a);
    mixed.contents.slots[0] = read(&b).contents.slots[0].clone();
    let file = KeyFile::parse_within(&format::encode(&mixed.contents, &mixed.seal), Bounds::CHEAP).unwrap();
    for result in [file.unlock_with_passphrase(&passphrase("b")), file.unlock_with_recovery(&a.recovery)] {
        let error = result.unwrap_err();
        assert_eq!((error.code, error.details["why"].as_str()), (Code::DamagedKeys, Some("seal")));
    }
}

#[test]
fn derivation_costs_out_of_bounds_are_refused_before_anything_is_derived() {
    let made = cheap("p");
    let bytes = made.file.bytes();
    // memory, passes, lanes stand after magic 8, version 2, vault 16, count 1, kind 1, length 2
    for (at, value, expected) in [
        (30, u32::MAX, "costly"),
        (34, u32::MAX, "costly"),
        (38, u32::MAX, "costly"),
        (34, 11, "costly"),
        (30, 8, "weak"),
    ] {
        let mut bytes = bytes.clone();
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
        resum(&mut bytes);
        assert_eq!(why(&bytes), expected);
    }
    let error = KeyFile::parse(&bytes).unwrap_err();
    assert_eq!(
        (error.code, error.details["why"].as_str()),
        (Code::DamagedKeys, Some("weak")),
        "outside of tests the floor is the floor"
    );
}

#[test]
fn a_newer_version_is_said_to_be_newer() {
    let mut bytes = cheap("p").file.bytes();
    bytes[8] = 2;
    resum(&mut bytes);
    assert_eq!(KeyFile::parse_within(&bytes, Bounds::CHEAP).unwrap_err().code, Code::NewerVault);
    bytes[8] = 0;
    resum(&mut bytes);
    assert_eq!(why(&bytes), "slots");
}

#[test]
fn unlawful_files_are_neither_read_nor_written() {
    let vault = VaultId::make();
    let slot = |terms| Slot { terms, nonce: [0; 24], sealed: [0; 48] };
    let (recovery, keychain) = (slot(Terms::Recovery { salt: [0; 16] }), slot(Terms::Keychain { id: [0; 16] }));
    for (slots, expected) in [
        (vec![], "noPersonalSlot"),
        (vec![keychain.clone()], "noPersonalSlot"),
        (vec![recovery.clone(), recovery], "twice"),
        (vec![keychain.clone(), keychain], "twice"),
    ] {
        let contents = Contents { vault, slots };
        assert_eq!(why(&format::encode(&contents, &[0; 32])), expected);
        assert_eq!(contents.check().unwrap_err().details["why"], expected);
    }
}

#[test]
fn lengths_that_lie_are_damage() {
    let bytes = cheap("p").file.bytes();
    for (at, value) in [(26, 0), (26, 1), (26, 3), (26, 255), (27, 0), (27, 9), (28, 0), (28, 255), (29, 255)] {
        let mut bytes = bytes.clone();
        bytes[at] = value;
        resum(&mut bytes);
        why(&bytes);
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_without_a_crash(tail: Vec<u8>, lawful: bool) {
        let mut bytes = b"RAPPKEYS\x01\x00".to_vec();
        bytes.extend(tail);
        bytes.extend([0; 64]);
        if lawful {
            resum(&mut bytes);
        }
        proptest::prop_assert!(KeyFile::parse(&bytes).is_err());
    }
}
