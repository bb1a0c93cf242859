//! Whether this computer's keychain opens the vault, too.

use super::{App, VaultStatus, status};
use crate::error::Result;
use crate::vault::keys::KeyFile;

/// Lets this computer's keychain open the vault.
///
/// # Errors
/// [`crate::error::Code::NoKeychain`].
pub fn add_keychain(app: &App, (): ()) -> Result<VaultStatus> {
    let vault = app.vault()?;
    KeyFile::load(vault.dir())?.add_keychain(vault.dir(), vault.key(), &app.keychain)?;
    status(app, ())
}

/// Makes the keychain forget the vault.
///
/// # Errors
/// [`crate::error::Code::Locked`].
pub fn remove_keychain(app: &App, (): ()) -> Result<VaultStatus> {
    let vault = app.vault()?;
    KeyFile::load(vault.dir())?.remove_keychain(vault.dir(), vault.key(), &app.keychain)?;
    status(app, ())
}
