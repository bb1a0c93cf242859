//! Reading tables of contacts: any delimiter, headings in several languages, the layouts of known programs, and a mapping
//! that the user can change.
//!
//! `dialect` finds delimiter and heading, `mapping` proposes where columns go (by `layout`, `heading`
//! and `words`), `rows` cuts rows
//! and survives broken quotes, `row` and `cells` fill contacts in.

mod cells;
mod dialect;
mod heading;
mod layout;
mod mapping;
mod row;
mod rows;
mod target;
mod words;

pub use crate::formulas::{guard, is_formula_start, unguard};
pub(in crate::exchange) use heading::plain;
pub use layout::Layout;
pub use mapping::propose;
pub use target::{Column, Field, Mapping, Target};

use super::date::{DateOrder, Written, order_proved, read_written};
use super::problem::{Problem, Why};
use super::read::Record;
use dialect::Dialect;
use row::Reading;
use rows::Rows;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many rows are shown, and looked at for a proposal.
const SAMPLE: usize = 5;

/// What is known about a table before it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TableHead {
    /// The program that wrote it.
    pub layout: Layout,
    /// What separates its cells.
    pub delimiter: char,
    /// Whether a row of headings was found; otherwise columns are numbered.
    pub has_heading: bool,
    /// Where each column goes, as proposed.
    pub mapping: Mapping,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
}

/// Dates of which nobody can say what is the day: to be asked once for the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DateQuestion {
    /// How many there are.
    pub dates: usize,
    /// One of them.
    pub example: String,
    /// What other dates of the same file prove, when they all prove the same. It is still the user who says.
    pub suggestion: Option<DateOrder>,
}

/// The dates of a table as they are gone through.
#[derive(Debug, Default)]
pub(in crate::exchange) struct DatesSeen {
    ambiguous: DateQuestion,
    proved: Vec<DateOrder>,
}

impl DatesSeen {
    /// One more cell of a column of dates.
    pub(in crate::exchange) fn see(&mut self, cell: &str) {
        if read_written(cell, None) == Written::Ambiguous {
            self.ambiguous.dates += 1;
            if self.ambiguous.example.is_empty() {
                cell.trim().clone_into(&mut self.ambiguous.example);
            }
        }
        self.proved.extend(order_proved(cell).filter(|order| !self.proved.contains(order)));
    }

    /// What has to be asked about them, if anything. Dates that can be read one way only suggest the answer.
    pub(in crate::exchange) fn question(self) -> Option<DateQuestion> {
        let suggestion = if let [only] = self.proved[..] { Some(only) } else { None };
        (self.ambiguous.dates > 0).then_some(DateQuestion { suggestion, ..self.ambiguous })
    }
}

impl TableHead {
    /// Whether any column was understood.
    #[must_use]
    pub fn names_contacts(&self) -> bool {
        self.mapping.columns.iter().any(|column| column.target.field != Field::Keep)
    }
}

/// A table whose layout is known.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What is known about it.
    pub head: TableHead,
    text: &'a str,
    dialect: Dialect,
}

impl<'a> Table<'a> {
    /// Finds out how a table is written. None when there is nothing in it.
    #[must_use]
    pub fn open(text: &'a str) -> Option<Self> {
        let dialect = dialect::detect(text)?;
        let has_heading = !dialect.heading.is_empty();
        let width = has_heading.then_some(dialect.heading.len());
        let sample: Vec<Vec<String>> =
            Rows::new(text, dialect.data, dialect.delimiter, width).take(SAMPLE).map(|row| row.cells).collect();
        let widest = sample.iter().map(Vec::len).max().unwrap_or_default();
        let numbered = || (1..=widest).map(|number| format!("Column {number}")).collect();
        let headings = if has_heading { dialect.heading.clone() } else { numbered() };
        let head = TableHead {
            layout: Layout::of(&headings),
            delimiter: char::from(dialect.delimiter),
            has_heading,
            mapping: propose(&headings, &sample),
            sample,
        };
        Some(Self { head, text, dialect })
    }

    /// Its rows as contacts. Without a mapping the proposed one is taken.
    pub fn records(
        &self,
        mapping: Option<&Mapping>,
        order: Option<DateOrder>,
    ) -> impl Iterator<Item = Record> + use<'a> {
        let reading = Reading { mapping: self.fit(mapping), layout: self.head.layout, order };
        let heading = self.dialect.heading.clone();
        self.rows().map(move |row| {
            let quote = || row.cells.join(" ");
            if let Some(why) = row.broken {
                return Err(Problem::new(row.line, &quote(), why));
            }
            if !heading.is_empty() && row.cells.iter().map(|cell| cell.trim()).eq(heading.iter().map(String::as_str)) {
                return Err(Problem::new(row.line, &quote(), Why::RepeatedHeading));
            }
            let (contact, mut problems) = reading.contact(row.line, &row.cells)?;
            if row.had_zeros {
                problems.push(Problem::new(row.line, &quote(), Why::ZeroBytes));
            }
            Ok((contact, problems))
        })
    }

    /// What has to be asked about dates before reading, if anything.
    #[must_use]
    pub fn date_question(&self, mapping: Option<&Mapping>) -> Option<DateQuestion> {
        let mapping = self.fit(mapping);
        let columns: Vec<usize> =
            (0..mapping.columns.len()).filter(|&at| mapping.columns[at].target.field.is_date()).collect();
        if columns.is_empty() {
            return None;
        }
        let mut seen = DatesSeen::default();
        for row in self.rows().filter(|row| row.broken.is_none()) {
            columns.iter().filter_map(|&at| row.cells.get(at)).for_each(|cell| seen.see(cell));
        }
        seen.question()
    }

    /// Its rows as they are, below the heading.
    pub(in crate::exchange) fn rows(&self) -> Rows<'a> {
        let width = self.head.has_heading.then_some(self.dialect.heading.len());
        Rows::new(self.text, self.dialect.data, self.dialect.delimiter, width)
    }

    /// A mapping for the columns of this table: those of the user's that stand at the same place under the same heading,
    /// or under the same heading elsewhere; the others are kept as they are.
    fn fit(&self, mapping: Option<&Mapping>) -> Mapping {
        let Some(mapping) = mapping else { return self.head.mapping.clone() };
        let own = &self.head.mapping.columns;
        let fitted = own.iter().enumerate().map(|(at, column)| {
            let same = |other: &&Column| other.header == column.header;
            let found = mapping.columns.get(at).filter(same).or_else(|| mapping.columns.iter().find(same));
            found.cloned().unwrap_or_else(|| Column { header: column.header.clone(), target: Target::default() })
        });
        Mapping { columns: fitted.collect() }
    }
}
