//! Purchases as a table that reads back: for a person with a spreadsheet, so nothing in it runs.

use crate::error::{Error, Result};
use crate::exchange::csv::guard;
use crate::purchases::{self, currency};
use crate::vault::Vault;
use ::csv::{Terminator, WriterBuilder};
use rusqlite::Connection;

const HEADINGS: [&str; 8] = ["Date", "Name", "E-mail", "Organisation", "Amount", "Currency", "Item", "Reference"];

/// Everything that people who are not in the bin bought.
///
/// # Errors
/// When the vault cannot be read.
pub fn write(vault: &Vault) -> Result<Vec<u8>> {
    vault.read(|c| {
        let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
        table.write_record(HEADINGS).map_err(Error::broken)?;
        for purchase in purchases::all(c)? {
            let cells = [
                purchase.date,
                purchase.person.name,
                email(c, purchase.person.id)?,
                purchase.organisation_name,
                currency::plain(purchase.amount, &purchase.currency),
                purchase.currency,
                purchase.item,
                purchase.reference,
            ];
            // A number below zero is no formula.
            let cells =
                cells.iter().enumerate().map(|(at, cell)| if at == 4 { cell.as_str().into() } else { guard(cell) });
            table.write_record(cells.map(|cell| cell.into_owned())).map_err(Error::broken)?;
        }
        table.into_inner().map_err(|error| Error::broken(error.to_string()))
    })
}

fn email(c: &Connection, person: crate::ids::PersonId) -> Result<String> {
    let sql = "SELECT r.value FROM reach r JOIN person p ON p.rid = r.person
               WHERE p.id = ?1 AND r.kind = 'email' ORDER BY r.preferred DESC, r.rid LIMIT 1";
    let mut rows = c.prepare_cached(sql)?;
    let found = rows.query_map([person], |r| r.get(0))?.next().transpose()?;
    Ok(found.unwrap_or_default())
}
