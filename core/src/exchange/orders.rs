//! Purchases from a table, and back into one: whose each line is, what would become of it, and one step that can be undone.

mod amounts;
mod columns;
mod reading;
mod table;
mod whose;

pub use columns::{OrderColumn, OrderField};
pub(super) use table::write;

use super::csv::DateQuestion;
use super::date::DateOrder;
use super::problem::Problem;
use crate::error::Result;
use crate::ids::{PersonId, PurchaseId, StepId};
use crate::people::{self, NamedPerson, NewPerson, ReachInput, ReachKind, RoleInput};
use crate::purchases::{self, PurchaseInput};
use crate::vault::{Vault, Writer};
use reading::{Line, Table};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;
use whose::{Whom, Whose};

/// How many lines a preview shows, first of all those that nobody was found for.
const SHOWN: usize = 500;

/// A table of purchases.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct OrdersFile {
    /// Where it is.
    pub path: String,
    /// What the user decided about it.
    #[serde(default)]
    pub options: Option<OrdersOptions>,
}

/// What the user decided about a table of purchases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct OrdersOptions {
    /// What each column holds, in their order; the proposal, when left out.
    pub columns: Option<Vec<OrderField>>,
    /// Which comes first in dates that could be two days.
    pub date_order: Option<DateOrder>,
    /// The currency of lines that name none.
    pub currency: Option<String>,
    /// Make new people for lines that nobody was found for.
    pub new_people: Option<bool>,
}

/// What would become of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum OrderOutcome {
    /// A purchase is added.
    Added,
    /// It stands in the book already.
    Same,
    /// A purchase of somebody who comes into the book with it.
    NewPerson,
    /// Nobody in the book is meant.
    Nobody,
    /// Several people could be meant.
    Several,
    /// It has no amount that can be read.
    NoAmount,
    /// It has no day that can be read.
    NoDate,
    /// It has no currency.
    NoCurrency,
}

/// A line of a preview.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct OrderRow {
    /// Where it stands in the file: 1-based line.
    pub line: usize,
    /// Who bought, as it stands there.
    pub who: String,
    /// Who that is.
    pub person: Option<NamedPerson>,
    /// The day; empty when it cannot be read.
    pub date: String,
    /// How much, in minor units.
    pub amount: Option<i64>,
    /// In which currency.
    pub currency: String,
    /// How many digits of the amount stand after the point.
    pub digits: u8,
    /// What it was.
    pub item: String,
    /// The number of the order or the invoice.
    pub reference: String,
    /// What would become of it.
    pub outcome: OrderOutcome,
}

/// What an import of purchases would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OrdersPreview {
    /// Its columns.
    pub columns: Vec<OrderColumn>,
    /// The first lines as they stand there.
    pub sample: Vec<Vec<String>>,
    /// What should be asked about its dates.
    pub date_question: Option<DateQuestion>,
    /// Some lines name no currency, and none was said for them.
    pub needs_currency: bool,
    /// Purchases that would be added.
    pub added: u32,
    /// People who would come into the book.
    pub people: u32,
    /// Purchases that stand in the book.
    pub same: u32,
    /// Lines left out: nobody or several are meant, or something cannot be read.
    pub left: u32,
    /// The first 500 lines, those that are left out before all others.
    pub rows: Vec<OrderRow>,
    /// Lines that are no row.
    pub problems: Vec<Problem>,
}

/// What an import of purchases did: added, same, left and problems add up to the lines of the file.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct OrdersReceipt {
    /// Purchases added.
    pub added: u32,
    /// People who came into the book.
    pub people: u32,
    /// Purchases that stood in the book.
    pub same: u32,
    /// Lines left out, as they stand in the file; five hundred at most.
    pub left: Vec<OrderRow>,
    /// How many lines were left out.
    #[serde(rename = "leftCount")]
    pub left_count: u32,
    /// Lines that are no row.
    pub problems: Vec<Problem>,
    /// The step, to be undone; nothing when nothing changed.
    pub undo: Option<StepId>,
}

/// What an import of purchases would do. Changes nothing.
///
/// # Errors
/// [`crate::error::Code::Unreadable`], [`crate::error::Code::TooLarge`], [`crate::error::Code::UnknownFormat`].
pub fn preview_purchases(vault: &Vault, input: OrdersFile) -> Result<OrdersPreview> {
    let options = input.options.unwrap_or_default();
    let table = Table::read(&input.path, &options)?;
    let running = vault.job().begin(table.lines.len() as u64);
    vault.read(|c| {
        let mut whom = Whom::of(c, options.new_people == Some(true))?;
        let mut known = Known::default();
        let (mut left, mut fine) = (Vec::new(), Vec::new());
        let (mut added, mut same, mut needs_currency) = (0, 0, false);
        for line in &table.lines {
            running.step()?;
            let (outcome, whose) = looked_at(c, line, &mut whom, &mut known)?;
            needs_currency |= outcome == OrderOutcome::NoCurrency;
            let row = line.row(whose.named(c)?, outcome);
            match outcome {
                OrderOutcome::Added | OrderOutcome::NewPerson => added += 1,
                OrderOutcome::Same => same += 1,
                _ => {
                    left.push(row);
                    continue;
                }
            }
            if fine.len() < SHOWN {
                fine.push(row);
            }
        }
        let left_count = count(left.len());
        left.extend(fine);
        left.truncate(SHOWN);
        let (columns, sample, date_question) = (table.columns, table.sample, table.date_question);
        let (people, problems) = (whom.made(), table.problems);
        Ok(OrdersPreview {
            columns,
            sample,
            date_question,
            needs_currency,
            added,
            people,
            same,
            left: left_count,
            rows: left,
            problems,
        })
    })
}

/// Takes purchases in as one step. The same file once more adds nothing.
///
/// # Errors
/// As [`preview_purchases`]; [`crate::error::Code::Stopped`], and then nothing was changed.
pub fn import_purchases(vault: &Vault, input: OrdersFile) -> Result<OrdersReceipt> {
    let options = input.options.unwrap_or_default();
    let table = Table::read(&input.path, &options)?;
    let mut receipt = OrdersReceipt {
        added: 0,
        people: 0,
        same: 0,
        left: Vec::new(),
        left_count: 0,
        problems: table.problems,
        undo: None,
    };
    let running = vault.job().begin(table.lines.len() as u64);
    vault.write("importPurchases", super::import::name(&input.path), |w| {
        let mut whom = Whom::of(w.conn(), options.new_people == Some(true))?;
        let mut known = Known::default();
        for line in &table.lines {
            running.step()?;
            let (outcome, whose) = looked_at(w.conn(), line, &mut whom, &mut known)?;
            match outcome {
                OrderOutcome::Added | OrderOutcome::NewPerson => {
                    let person = match whose {
                        Whose::Them(person) => person,
                        _ => {
                            let person = made(w, line, &mut whom)?;
                            known.is_fresh(whom.rid(w.conn(), person)?, &line.input(person));
                            person
                        }
                    };
                    purchases::insert(w, PurchaseId::make(), &line.input(person))?;
                    receipt.added += 1;
                }
                OrderOutcome::Same => receipt.same += 1,
                _ => {
                    receipt.left_count += 1;
                    if receipt.left.len() < SHOWN {
                        receipt.left.push(line.row(None, outcome));
                    }
                }
            }
        }
        receipt.people = whom.made();
        receipt.undo = (receipt.added > 0).then(|| w.step_id());
        Ok(())
    })?;
    Ok(receipt)
}

/// How many purchases of each sort stood in the book before, and how many lines have met them.
#[derive(Default)]
struct Known(HashMap<String, (u32, u32)>);

impl Known {
    /// Whether this line is one of them. Two equal lines of a file are two purchases, unless two stand there.
    fn has(&mut self, c: &rusqlite::Connection, rid: i64, input: &PurchaseInput) -> Result<bool> {
        let key = Self::key(rid, input);
        if !self.0.contains_key(&key) {
            self.0.insert(key.clone(), (purchases::known(c, rid, input)?, 0));
        }
        let Some((before, met)) = self.0.get_mut(&key) else { return Ok(false) };
        *met += 1;
        Ok(*met <= *before)
    }

    /// The first line of somebody who has just come.
    fn is_fresh(&mut self, rid: i64, input: &PurchaseInput) {
        self.0.insert(Self::key(rid, input), (0, 1));
    }

    fn key(rid: i64, input: &PurchaseInput) -> String {
        match input.reference.as_deref() {
            Some(reference) if !reference.is_empty() => format!("{rid} {reference:?} {:?}", input.item),
            _ => format!("{rid} {:?} {:?} {:?} {:?}", input.date, input.amount, input.currency, input.item),
        }
    }
}

fn looked_at(
    c: &rusqlite::Connection,
    line: &Line,
    whom: &mut Whom,
    known: &mut Known,
) -> Result<(OrderOutcome, Whose)> {
    let unread = match (&line.date, &line.currency, line.amount) {
        (None, ..) => Some(OrderOutcome::NoDate),
        // Without a currency nobody can say where the digits end.
        (_, None, _) => Some(if line.has_amount { OrderOutcome::NoCurrency } else { OrderOutcome::NoAmount }),
        (.., None) => Some(OrderOutcome::NoAmount),
        _ => None,
    };
    let whose = whom.is(c, line)?;
    if let Some(outcome) = unread {
        return Ok((outcome, whose));
    }
    let outcome = match whose {
        Whose::Nobody => OrderOutcome::Nobody,
        Whose::Several => OrderOutcome::Several,
        Whose::New => OrderOutcome::NewPerson,
        Whose::Them(person) => {
            let rid = whom.rid(c, person)?;
            if known.has(c, rid, &line.input(person))? { OrderOutcome::Same } else { OrderOutcome::Added }
        }
    };
    Ok((outcome, whose))
}

/// Brings somebody into the book whom a line names.
fn made(w: &mut Writer<'_>, line: &Line, whom: &mut Whom) -> Result<PersonId> {
    let id = PersonId::make();
    let email = |value: &String| ReachInput {
        id: None,
        person: None,
        kind: ReachKind::Email,
        label: None,
        value: value.clone(),
        parts: None,
        preferred: None,
    };
    let role = |organisation: &String| RoleInput { organisation: organisation.clone(), ..RoleInput::default() };
    let some = |text: &'_ String| (!text.is_empty()).then(|| text.clone());
    let new = NewPerson {
        name: some(&line.name).unwrap_or_else(|| line.email.clone()),
        given: some(&line.given),
        family: some(&line.family),
        reaches: some(&line.email).iter().map(email).collect(),
        roles: some(&line.organisation).iter().map(role).collect(),
        ..NewPerson::default()
    };
    people::insert(w, id, &new)?;
    whom.came(line, id);
    Ok(id)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
