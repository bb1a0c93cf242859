//! Every verb that writes is taken back by its name and done again: to the last cell what it was, and what it became.
#![allow(clippy::unwrap_used, reason = "a test")]

mod reads;
mod sheets;

use rapport_acceptance::{Desk, NOW};
use rapport_core::commands;
use reads::{READS, ROOMS};
use serde_json::{Value, json};
use sheets::{Sheets, Write};
use std::collections::BTreeSet;
