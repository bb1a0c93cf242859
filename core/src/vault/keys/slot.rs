//! One slot: the database key, wrapped by a key that a passphrase, a recovery code or the computer's keychain gives.

use super::format::{MAGIC, VERSION};
use super::kdf::{KdfParams, SALT_LEN};
use super::key::{DatabaseKey, KEY_LEN, Secret, fill_random};
use crate::error::{Code, Error, Result};
use crate::ids::VaultId;
use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};

/// What opens a slot, with what is stored in the clear about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// Argon2id of a passphrase.
    Passphrase { params: KdfParams, salt: [u8; SALT_LEN] },
    /// HKDF of a recovery code.
    Recovery { salt: [u8; SALT_LEN] },
    /// A random key in the computer's keychain; `id` names its entry there.
    Keychain { id: [u8; SALT_LEN] },
}

/// The kinds of slot, as they stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Passphrase = 1,
    Recovery = 2,
    Keychain = 3,
}

impl Terms {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Passphrase { .. } => Kind::Passphrase,
            Self::Recovery { .. } => Kind::Recovery,
            Self::Keychain { .. } => Kind::Keychain,
        }
    }

    /// The clear part of the slot's body.
    pub(super) fn encode(&self) -> Vec<u8> {
        match self {
            Self::Passphrase { params, salt } => {
                let (memory_kib, passes, lanes) = params.parts();
                let mut bytes = Vec::with_capacity(12 + SALT_LEN);
                for number in [memory_kib, passes, lanes] {
                    bytes.extend_from_slice(&number.to_le_bytes());
                }
                bytes.extend_from_slice(salt);
                bytes
            }
            Self::Recovery { salt: bytes } | Self::Keychain { id: bytes } => bytes.to_vec(),
        }
    }

    /// What the cipher binds the wrapped key to: nothing of it can be exchanged without the slot refusing to open.
    fn bound_data(&self, vault: VaultId) -> Vec<u8> {
        let mut data = Vec::with_capacity(64);
        data.extend_from_slice(MAGIC);
        data.extend_from_slice(&VERSION.to_le_bytes());
        data.extend_from_slice(vault.0.as_bytes());
        data.push(self.kind() as u8);
        data.extend_from_slice(&self.encode());
        data
    }
}

/// Random bytes for a salt or an entry's name.
pub(super) fn fresh() -> Result<[u8; SALT_LEN]> {
    let mut bytes = [0; SALT_LEN];
    fill_random(&mut bytes)?;
    Ok(bytes)
}

/// Length of the nonce of XChaCha20-Poly1305, in bytes.
pub(super) const NONCE_LEN: usize = 24;
/// Length of the wrapped key with its tag, in bytes.
pub(super) const SEALED_LEN: usize = KEY_LEN + 16;

/// A slot as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) terms: Terms,
    pub(super) nonce: [u8; NONCE_LEN],
    pub(super) sealed: [u8; SEALED_LEN],
}

impl Slot {
    /// Wraps `key` by `kek`, under a random nonce (192 bits: never repeats by chance).
    pub(super) fn wrap(terms: Terms, vault: VaultId, kek: &Secret, key: &DatabaseKey) -> Result<Self> {
        let mut nonce = [0; NONCE_LEN];
        fill_random(&mut nonce)?;
        let mut sealed = [0; SEALED_LEN];
        let (text, tag) = sealed.split_at_mut(KEY_LEN);
        text.copy_from_slice(key.secret().bytes());
        let made = XChaCha20Poly1305::new(kek.bytes().into())
            .encrypt_inout_detached(&XNonce::from(nonce), &terms.bound_data(vault), text.into())
            .map_err(|_| Error::broken("seal"))?;
        tag.copy_from_slice(&made);
        Ok(Self { terms, nonce, sealed })
    }

    /// Unwraps the database key.
    ///
    /// # Errors
    /// [`Code::WrongKey`] when `kek` is not the one, or the slot is not what was written.
    pub(super) fn unwrap(&self, vault: VaultId, kek: &Secret) -> Result<DatabaseKey> {
        let (text, tag) = self.sealed.split_at(KEY_LEN);
        let mut key = Secret::empty();
        key.bytes_mut().copy_from_slice(text);
        let tag = Tag::try_from(tag).map_err(|_| Error::broken("tag length"))?;
        XChaCha20Poly1305::new(kek.bytes().into())
            .decrypt_inout_detached(
                &XNonce::from(self.nonce),
                &self.terms.bound_data(vault),
                key.bytes_mut().as_mut_slice().into(),
                &tag,
            )
            .map_err(|_| Error::new(Code::WrongKey))?;
        Ok(DatabaseKey::from_secret(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> (VaultId, Secret, DatabaseKey) {
        (VaultId::make(), Secret::random().unwrap(), DatabaseKey::make().unwrap())
    }

    #[test]
    fn what_was_wrapped_comes_back() {
        let (vault, kek, key) = parts();
        let slot = Slot::wrap(Terms::Recovery { salt: [7; 16] }, vault, &kek, &key).unwrap();
        assert_eq!(slot.unwrap(vault, &kek).unwrap().secret().bytes(), key.secret().bytes());
        assert_ne!(&slot.sealed[..KEY_LEN], key.secret().bytes());
    }

    #[test]
    fn two_wrappings_share_nothing() {
        let (vault, kek, key) = parts();
        let wrap = || Slot::wrap(Terms::Recovery { salt: [7; 16] }, vault, &kek, &key).unwrap();
        let (a, b) = (wrap(), wrap());
        assert_ne!(a.nonce, b.nonce);
        assert_ne!(a.sealed, b.sealed);
    }

    #[test]
    fn anything_exchanged_is_refused() {
        let (vault, kek, key) = parts();
        let terms = Terms::Passphrase { params: KdfParams::FLOOR, salt: [7; 16] };
        let slot = Slot::wrap(terms, vault, &kek, &key).unwrap();
        let refused = |slot: &Slot, vault, kek: &Secret| slot.unwrap(vault, kek).unwrap_err().code == Code::WrongKey;
        assert!(refused(&slot, VaultId::make(), &kek), "another vault");
        assert!(refused(&slot, vault, &Secret::random().unwrap()), "another key");
        let other = |terms| Slot { terms, ..slot.clone() };
        assert!(
            refused(&other(Terms::Passphrase { params: KdfParams::FLOOR, salt: [8; 16] }), vault, &kek),
            "another salt"
        );
        assert!(
            refused(&other(Terms::Passphrase { params: KdfParams::CEILING, salt: [7; 16] }), vault, &kek),
            "other costs"
        );
        assert!(refused(&other(Terms::Recovery { salt: [7; 16] }), vault, &kek), "another kind");
    }
}
