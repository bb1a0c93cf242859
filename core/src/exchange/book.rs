//! The whole book as JSON: every record of every room by its id. Another vault takes it in unchanged.

use super::import::ImportReceipt;
use crate::error::{Code, Error, Result};
use crate::people;
use crate::vault::{Vault, dump, load};
use serde_json::{Value, json};

/// How the file begins, and how it is told from other JSON.
const MARK: &str = "rapportBook";
/// The layout of this file.
const VERSION: u64 = 1;

/// True for a book's file.
pub fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(b"{") && memchr::memmem::find(&bytes[..bytes.len().min(200)], MARK.as_bytes()).is_some()
}

/// Writes the book.
pub fn write(vault: &Vault) -> Result<Vec<u8>> {
    let records = vault.read(|c| dump(c, vault.kinds()))?;
    Ok(serde_json::to_vec(&json!({ MARK: VERSION, "records": records }))?)
}

/// Takes a book in: records that are here already stay as they are.
pub fn import(vault: &Vault, bytes: &[u8]) -> Result<ImportReceipt> {
    let mut book: Value = serde_json::from_slice(bytes).map_err(|_| Error::new(Code::UnknownFormat))?;
    match book.get(MARK).and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(_) => return Err(Error::new(Code::NewerVault)),
        None => return Err(Error::new(Code::UnknownFormat)),
    }
    let Some(Value::Object(records)) = book.get_mut("records").map(Value::take) else {
        return Err(Error::new(Code::UnknownFormat));
    };
    vault.write("importFile", "JSON", |w| {
        let mut receipt = ImportReceipt { created: 0, changed: 0, same: 0, problems: Vec::new(), undo: None };
        let mut any = false;
        for kind in vault.kinds() {
            let Some(Value::Array(rows)) = records.get(kind.table) else { continue };
            for row in rows {
                let is_new = load(w, kind, row)?;
                any |= is_new;
                if kind.number == people::kinds::person::KIND.number {
                    receipt.created += u32::from(is_new);
                    receipt.same += u32::from(!is_new);
                }
            }
        }
        receipt.undo = any.then(|| w.step_id());
        Ok(receipt)
    })
}
