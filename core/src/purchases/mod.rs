//! Purchases: what people bought, when and for how much, and what that comes to, never mixing currencies by itself.

pub mod currency;
pub mod kinds;
mod rates;
mod read;
mod save;
mod totals;

pub use currency::{Currency, MAX_AMOUNT, digits_of};
pub use rates::{
    ExchangeRate, RateInput, RateRef, Rates, UsedRate, base_in, rates, remove_rate, save_rate, set_base, turned_into,
};
pub use read::{PersonPurchases, Purchase, all, get, known, of_person};
pub use save::{PurchaseInput, PurchaseRef, insert, remove, save};
pub use totals::{CurrencyTotal, InBase, PurchaseTotals, totals, totals_of};

use crate::error::Result;
use crate::vault::{Kind, Vault};

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[&kinds::purchase::KIND, &kinds::exchange_rate::KIND];

/// All currencies that there are, with their digits.
///
/// # Errors
/// Never; the signature is that of every verb.
pub fn currencies(_: &Vault, (): ()) -> Result<Vec<Currency>> {
    Ok(currency::currencies())
}
