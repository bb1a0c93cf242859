//! The key of the database: 32 random bytes that never leave this type except as a pragma or through a label.

use crate::error::{Error, Result};
use hkdf::Hkdf;
use hkdf::hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt::Write;
use zeroize::{Zeroize, Zeroizing};

/// Length of every key here, in bytes.
pub const KEY_LEN: usize = 32;

/// 32 secret bytes on the heap, so that a move leaves no copy behind; wiped when dropped.
pub(super) struct Secret(Box<[u8; KEY_LEN]>);

impl Secret {
    /// All zeros, to be filled in place.
    pub(super) fn empty() -> Self {
        Self(Box::new([0; KEY_LEN]))
    }

    /// 32 bytes from the system's generator.
    ///
    /// # Errors
    /// [`crate::error::Code::Broken`] when the system has no randomness to give.
    pub(super) fn random() -> Result<Self> {
        let mut secret = Self::empty();
        fill_random(secret.bytes_mut())?;
        Ok(secret)
    }

    /// The bytes. Borrow them for as short as can be.
    pub(super) fn bytes(&self) -> &[u8; KEY_LEN] {
        &self.0
    }

    /// The bytes, to be written.
    pub(super) fn bytes_mut(&mut self) -> &mut [u8; KEY_LEN] {
        &mut self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Fills `into` from the system's generator.
pub(in crate::vault) fn fill_random(into: &mut [u8]) -> Result<()> {
    getrandom::fill(into).map_err(|_| Error::broken("the system gives no random bytes"))
}

/// The key of one vault's database. It cannot be copied, printed or stored; share it behind an `Arc`.
pub struct DatabaseKey(Secret);

impl DatabaseKey {
    /// A new key.
    ///
    /// # Errors
    /// [`crate::error::Code::Broken`] when the system has no randomness to give.
    pub fn make() -> Result<Self> {
        Secret::random().map(Self)
    }

    pub(super) fn from_secret(secret: Secret) -> Self {
        Self(secret)
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.0
    }

    /// The value of `PRAGMA key` that hands the raw key to SQLCipher: `x'…'` with 64 hexadecimal digits.
    /// Pass it to `pragma_update` and let it go; never put it into a message or a log.
    #[must_use]
    pub fn expose_raw_key_pragma(&self) -> Zeroizing<String> {
        // The exact capacity: a string that grows leaves copies of its first half behind.
        let mut pragma = Zeroizing::new(String::with_capacity(KEY_LEN * 2 + 3));
        pragma.push_str("x'");
        for byte in self.0.bytes() {
            // Writing to a String cannot fail.
            let _ = write!(pragma, "{byte:02x}");
        }
        pragma.push('\'');
        pragma
    }

    /// Hands the key to a connection that has done nothing yet. Whether it is the right one shows at the first read.
    ///
    /// The statement is wiped here; SQLite's own copies of it while it runs cannot be.
    ///
    /// # Errors
    /// What SQLCipher says; never that the key is wrong.
    pub fn apply_to(&self, conn: &rusqlite::Connection) -> Result<()> {
        let raw = self.expose_raw_key_pragma();
        let mut statement = Zeroizing::new(String::with_capacity(raw.len() + 16));
        statement.push_str("PRAGMA key = \"");
        statement.push_str(&raw);
        statement.push_str("\";");
        Ok(conn.execute_batch(&statement)?)
    }

    /// A key for one other purpose, by HKDF-SHA256 (RFC 5869): equal labels give equal keys, and none leads back.
    #[must_use]
    pub fn subkey(&self, label: &str) -> Zeroizing<[u8; KEY_LEN]> {
        let mut out = Zeroizing::new([0; KEY_LEN]);
        // 32 bytes are far below the 8160 that HKDF-SHA256 can give.
        let _ = Hkdf::<Sha256>::new(None, self.0.bytes())
            .expand_multi_info(&[b"rapport subkey v1 ", label.as_bytes()], out.as_mut());
        out
    }

    /// An authentication code over `bytes` that only the holder of this key can make.
    pub(super) fn seal(&self, bytes: &[u8]) -> [u8; 32] {
        self.sealer(bytes).finalize().into_bytes().into()
    }

    /// Does `seal` belong to `bytes` and this key? Takes the same time whatever differs.
    pub(super) fn seal_holds(&self, bytes: &[u8], seal: &[u8]) -> bool {
        self.sealer(bytes).verify_slice(seal).is_ok()
    }

    fn sealer(&self, bytes: &[u8]) -> Hmac<Sha256> {
        let key = self.subkey("key file seal");
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_ref()).expect("HMAC takes a key of any length");
        mac.update(bytes);
        mac
    }
}

impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pragma_is_the_raw_key_in_hex() {
        let mut secret = Secret::empty();
        for (i, byte) in secret.bytes_mut().iter_mut().enumerate() {
            *byte = u8::try_from(i * 7 % 256).unwrap();
        }
        let pragma = DatabaseKey(secret).expose_raw_key_pragma();
        assert_eq!(pragma.as_str(), "x'00070e151c232a31383f464d545b626970777e858c939aa1a8afb6bdc4cbd2d9'");
        assert_eq!(pragma.capacity(), pragma.len());
    }

    #[test]
    fn debug_shows_nothing() {
        let key = DatabaseKey::make().unwrap();
        let hex = key.expose_raw_key_pragma();
        assert!(!format!("{key:?}").contains(&hex[2..10]));
    }

    #[test]
    fn subkeys_differ_by_label_and_by_key_and_are_stable() {
        let (a, b) = (DatabaseKey::make().unwrap(), DatabaseKey::make().unwrap());
        assert_eq!(a.subkey("search"), a.subkey("search"));
        assert_ne!(a.subkey("search"), a.subkey("attachments"));
        assert_ne!(a.subkey("search"), b.subkey("search"));
        assert_ne!(*a.subkey("search"), *a.secret().bytes());
    }

    /// RFC 5869 appendix A.3 (no salt, no info), so that the parts are put together as the standard says.
    #[test]
    fn hkdf_is_the_one_of_the_rfc() {
        let mut out = [0; 42];
        Hkdf::<Sha256>::new(None, &[0x0b; 22]).expand(&[], &mut out).unwrap();
        let expected = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8";
        assert_eq!(data_encoding::HEXLOWER.encode(&out), expected);
    }

    #[test]
    fn seal_holds_only_for_its_bytes_and_key() {
        let (a, b) = (DatabaseKey::make().unwrap(), DatabaseKey::make().unwrap());
        let seal = a.seal(b"slots");
        assert!(a.seal_holds(b"slots", &seal));
        assert!(!a.seal_holds(b"slot", &seal));
        assert!(!a.seal_holds(b"slots", &seal[..31]));
        assert!(!b.seal_holds(b"slots", &seal));
    }
}
