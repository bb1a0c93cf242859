//! A table of purchases, line by line: the cells of each where they belong, dates and amounts understood.

use super::columns::{OrderColumn, OrderField, propose};
use super::{OrderOutcome, OrderRow, OrdersOptions, amounts};
use crate::error::{Code, Error, Result};
use crate::exchange::csv::{self, DateQuestion, DatesSeen, unguard};
use crate::exchange::date::{DateOrder, PartialDate, Written, read_written};
use crate::exchange::import;
use crate::exchange::problem::{Problem, Why};
use crate::exchange::text::{self, Source};
use crate::ids::PersonId;
use crate::people::NamedPerson;
use crate::purchases::{PurchaseInput, currency};

/// A table of purchases that was read.
pub(super) struct Table {
    pub columns: Vec<OrderColumn>,
    pub sample: Vec<Vec<String>>,
    pub date_question: Option<DateQuestion>,
    pub lines: Vec<Line>,
    pub problems: Vec<Problem>,
}

/// A line of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub line: usize,
    pub name: String,
    pub given: String,
    pub family: String,
    pub email: String,
    pub organisation: String,
    pub date: Option<String>,
    pub amount: Option<i64>,
    /// Whether something stands where the amount should.
    pub has_amount: bool,
    pub currency: Option<String>,
    pub item: String,
    pub reference: String,
}

impl Table {
    pub fn read(path: &str, options: &OrdersOptions) -> Result<Self> {
        let bytes = import::file(path)?;
        let text = Source::new(&bytes, text::lines).text().into_owned();
        let table = csv::Table::open(&text).ok_or_else(|| Error::new(Code::UnknownFormat))?;
        let headings: Vec<String> = table.head.mapping.columns.iter().map(|c| c.header.clone()).collect();
        let mut columns = propose(&headings);
        for (column, field) in columns.iter_mut().zip(options.columns.iter().flatten()) {
            column.field = *field;
        }
        let (mut problems, mut rows) = (Vec::new(), Vec::new());
        for row in table.rows() {
            match row.broken {
                Some(why) => problems.push(Problem::new(row.line, &row.cells.join(" "), why)),
                None if row.cells.iter().all(|cell| cell.trim().is_empty()) => {
                    problems.push(Problem::new(row.line, "", Why::RowEmpty));
                }
                None => rows.push((row.line, row.cells)),
            }
        }
        let cells = |field: OrderField| {
            let at = columns.iter().position(|c| c.field == field);
            rows.iter().filter_map(move |(_, cells)| cells.get(at?).map(String::as_str))
        };
        let mark = amounts::decimal_mark(cells(OrderField::Amount));
        // Who told the order of day and month is not asked again.
        let mut seen = DatesSeen::default();
        if options.date_order.is_none() {
            cells(OrderField::Date).for_each(|cell| seen.see(cell));
        }
        let question = seen.question();
        let code = options.currency.as_deref().and_then(|code| currency::code_of(code).ok());
        let lines =
            rows.iter().map(|(line, cells)| read(*line, cells, &columns, options.date_order, mark, code.as_deref()));
        let lines = lines.collect();
        Ok(Self { columns, sample: table.head.sample.clone(), date_question: question, lines, problems })
    }
}

fn read(
    line: usize,
    cells: &[String],
    columns: &[OrderColumn],
    order: Option<DateOrder>,
    mark: Option<char>,
    code: Option<&str>,
) -> Line {
    let cell = |field: OrderField| {
        let at = columns.iter().position(|column| column.field == field);
        at.and_then(|at| cells.get(at)).map_or("", |cell| unguard(cell.trim())).to_owned()
    };
    let (given, family, name) = (cell(OrderField::Given), cell(OrderField::Family), cell(OrderField::Person));
    let name = if name.is_empty() { format!("{given} {family}").trim().to_owned() } else { name };
    let amount = cell(OrderField::Amount);
    let named = currency::code_of(&cell(OrderField::Currency)).ok();
    let currency = named.or_else(|| amounts::named(&amount)).or_else(|| code.map(str::to_owned));
    Line {
        line,
        name,
        given,
        family,
        email: cell(OrderField::Email),
        organisation: cell(OrderField::Organisation),
        date: day(&cell(OrderField::Date), order),
        amount: currency.as_deref().and_then(|code| amounts::minor(&amount, code, mark)),
        has_amount: amount.contains(|c: char| c.is_ascii_digit()),
        currency,
        item: cell(OrderField::Item),
        reference: cell(OrderField::Reference),
    }
}

/// A whole day as it stands in the vault.
fn day(cell: &str, order: Option<DateOrder>) -> Option<String> {
    match read_written(cell, order) {
        Written::Day(PartialDate { year: Some(year), month: Some(month), day: Some(day) }) => {
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

impl Line {
    /// As a purchase of that person.
    pub fn input(&self, person: PersonId) -> PurchaseInput {
        PurchaseInput {
            id: None,
            person: Some(person),
            organisation: Some(self.organisation.clone()),
            date: self.date.clone(),
            amount: self.amount,
            currency: self.currency.clone(),
            item: Some(self.item.clone()),
            reference: Some(self.reference.clone()),
        }
    }

    /// As a preview shows it.
    pub fn row(&self, person: Option<NamedPerson>, outcome: OrderOutcome) -> OrderRow {
        let who = if self.name.is_empty() { &self.email } else { &self.name };
        OrderRow {
            line: self.line,
            who: who.clone(),
            person,
            date: self.date.clone().unwrap_or_default(),
            amount: self.amount,
            digits: currency::digits(self.currency.as_deref().unwrap_or_default()),
            currency: self.currency.clone().unwrap_or_default(),
            item: self.item.clone(),
            reference: self.reference.clone(),
            outcome,
        }
    }
}
