//! The bytes of `vault.keys`, as `docs/formats/vault-keys.md` has them: read strictly, so that damage is never taken for a key.

use super::kdf::{Bounds, KdfParams};
use super::slot::{Kind, NONCE_LEN, SEALED_LEN, Slot, Terms};
use crate::error::{Code, Error, Result};
use crate::ids::VaultId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The first bytes of every key file.
pub(super) const MAGIC: &[u8; 8] = b"RAPPKEYS";
/// The version written here.
pub(super) const VERSION: u16 = 1;
/// Largest file that is read: far more than three slots need.
pub(super) const LARGEST: usize = 4096;

const HASH_LEN: usize = 32;

/// What a key file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contents {
    pub(super) vault: VaultId,
    pub(super) slots: Vec<Slot>,
}

/// A file as read: its contents, and the seal that only the database key can confirm.
#[derive(Clone, Debug)]
pub(super) struct Sealed {
    pub(super) contents: Contents,
    pub(super) seal: [u8; HASH_LEN],
}

fn damaged(why: &str) -> Error {
    Error::new(Code::DamagedKeys).with("why", why)
}

impl Contents {
    /// Everything in front of the seal.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(512);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(self.vault.0.as_bytes());
        // At most one slot of each of three kinds: check() has seen to it.
        bytes.push(self.slots.len() as u8);
        for slot in &self.slots {
            let terms = slot.terms.encode();
            let length = (terms.len() + NONCE_LEN + SEALED_LEN) as u16;
            bytes.push(slot.terms.kind() as u8);
            bytes.extend_from_slice(&length.to_le_bytes());
            bytes.extend_from_slice(&terms);
            bytes.extend_from_slice(&slot.nonce);
            bytes.extend_from_slice(&slot.sealed);
        }
        bytes
    }

    /// The rules that every file keeps, written or read: one slot of a kind, and one that a person can open.
    pub(super) fn check(&self) -> Result<()> {
        let kinds: Vec<Kind> = self.slots.iter().map(|s| s.terms.kind()).collect();
        if kinds.iter().enumerate().any(|(i, kind)| kinds[..i].contains(kind)) {
            return Err(damaged("twice"));
        }
        if !kinds.iter().any(|kind| matches!(kind, Kind::Passphrase | Kind::Recovery)) {
            return Err(damaged("noPersonalSlot"));
        }
        Ok(())
    }
}

/// The whole file: contents, seal, checksum.
pub(super) fn encode(contents: &Contents, seal: &[u8; HASH_LEN]) -> Vec<u8> {
    let mut bytes = contents.encode();
    bytes.extend_from_slice(seal);
    let sum: [u8; HASH_LEN] = Sha256::digest(&bytes).into();
    bytes.extend_from_slice(&sum);
    bytes
}

/// Reads a file.
///
/// # Errors
/// [`Code::DamagedKeys`] with `why` (`size`, `magic`, `checksum`, `slots`, `twice`, `noPersonalSlot`, `weak`, `costly`);
/// [`Code::NewerVault`] for a whole file of a later version.
pub(super) fn decode(bytes: &[u8], bounds: Bounds) -> Result<Sealed> {
    if bytes.len() > LARGEST || bytes.len() < MAGIC.len() + 2 + 2 * HASH_LEN {
        return Err(damaged("size"));
    }
    if !bytes.starts_with(MAGIC) {
        return Err(damaged("magic"));
    }
    // The checksum first: it stands at the end in every version, and tells damage from all that follows.
    let (rest, sum) = bytes.split_at(bytes.len() - HASH_LEN);
    if Sha256::digest(rest).as_slice() != sum {
        return Err(damaged("checksum"));
    }
    let (body, seal) = rest.split_at(rest.len() - HASH_LEN);
    let mut reader = Reader(&body[MAGIC.len()..]);
    let version = u16::from_le_bytes(reader.array()?);
    if version > VERSION {
        return Err(Error::new(Code::NewerVault).with("version", version));
    }
    if version != VERSION {
        return Err(damaged("slots"));
    }
    let vault = VaultId(Uuid::from_bytes(reader.array()?));
    let [count] = reader.array()?;
    let slots = (0..count).map(|_| reader.slot(bounds)).collect::<Result<Vec<_>>>()?;
    if !reader.0.is_empty() {
        return Err(damaged("slots"));
    }
    let contents = Contents { vault, slots };
    contents.check()?;
    let seal = seal.try_into().map_err(|_| damaged("size"))?;
    Ok(Sealed { contents, seal })
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>().ok_or_else(|| damaged("slots"))?;
        self.0 = tail;
        Ok(*head)
    }

    fn number(&mut self) -> Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn slot(&mut self, bounds: Bounds) -> Result<Slot> {
        let [kind] = self.array()?;
        let length = usize::from(u16::from_le_bytes(self.array()?));
        let before = self.0.len();
        let terms = match kind {
            1 => {
                let params = KdfParams::unchecked(self.number()?, self.number()?, self.number()?);
                if let Some(why) = bounds.judge(params) {
                    return Err(damaged(why));
                }
                Terms::Passphrase { params, salt: self.array()? }
            }
            2 => Terms::Recovery { salt: self.array()? },
            3 => Terms::Keychain { id: self.array()? },
            _ => return Err(damaged("slots")),
        };
        let slot = Slot { terms, nonce: self.array()?, sealed: self.array()? };
        if before - self.0.len() != length {
            return Err(damaged("slots"));
        }
        Ok(slot)
    }
}
