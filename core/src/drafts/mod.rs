//! Letters to one person: templates that know when a field is missing, a coach that reads the result, and the ways
//! to hand it over. Nothing here sends anything.

pub mod coach;
pub mod engine;
pub mod handover;
pub mod offsets;
pub mod starters;
mod words;

#[cfg(test)]
mod tests;
