//! The keys of a vault: one random database key, wrapped in `vault.keys` once for each way to open it.
//!
//! The format is written down in `docs/formats/vault-keys.md`. Whoever
//! opens a vault calls [`KeyFile::load`], one of the `unlock_with_…`, and [`KeyFile::settle`] once the database answered.

mod change;
pub mod file;
mod format;
pub mod kdf;
pub mod key;
pub mod keychain;
pub mod passphrase;
pub mod recovery;
mod slot;

pub use file::{Created, KEYS, KEYS_BEFORE, KeyFile, Way, create};
pub use kdf::{KdfCost, KdfParams};
pub use key::DatabaseKey;
pub use keychain::Keychain;
pub use passphrase::Passphrase;
pub use recovery::RecoveryCode;

#[cfg(test)]
mod keychain_tests;
#[cfg(test)]
mod tamper_tests;
#[cfg(test)]
mod tests;
