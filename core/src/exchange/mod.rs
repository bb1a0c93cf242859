//! Reading and writing other programs' files. Every format is read into one neutral [`Contact`]; rooms that keep people
//! take it from there.
//!
//! | format | read | written | where |
//! |---|---|---|---|
//! | vCard 2.1, 3.0, 4.0 | yes | 4.0 | [`vcard`] |
//! | CSV of Google, Outlook, Thunderbird, LinkedIn, HubSpot and others | yes | one layout | [`csv`] |
//!
//! Limits: a file of 512 MiB, a card or row of 16 MiB, a picture of 8 MiB.

mod book;
pub mod contact;
pub mod csv;
pub mod date;
mod display;
mod dry_run;
mod export;
mod from_person;
mod import;
mod orders;
pub mod problem;
mod read;
pub mod text;
mod to_person;
pub mod vcard;
mod write_csv;
mod write_vcard;

pub use contact::Contact;
pub use dry_run::{DryContact, DryRun};
pub use export::{ExportFile, ExportFormat, Exported, export};
pub use import::{ImportFile, ImportPreview, ImportReceipt, Outcome, PreviewRow, import, preview};
pub use orders::{
    OrderColumn, OrderField, OrderOutcome, OrderRow, OrdersFile, OrdersOptions, OrdersPreview, OrdersReceipt,
    import_purchases, preview_purchases,
};
pub use problem::{Problem, Why};
pub use read::{Format, Opened, Parsed, ReadOptions, Record, open, read};
pub use write_csv::{CsvStyle, write_csv};
pub use write_vcard::{write_vcard, write_vcards};

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 512 << 20;
/// The largest card or row that is read, in bytes.
pub const MAX_CARD: usize = 16 << 20;
/// The largest picture that is read, in bytes, decoded.
pub const MAX_PHOTO: usize = 8 << 20;
