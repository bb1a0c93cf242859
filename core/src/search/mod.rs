//! Finding anything that a person typed, while it is being typed: names and addresses in memory, words in the index.

mod find;
mod lines;
mod names;
mod snippet;
mod words;

pub use find::{Find, Found, Hit, HitKind, find};
pub use snippet::Mark;
