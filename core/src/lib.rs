//! Rapport without a window: one private, encrypted book of customer relationships.
//!
//! A line a room, floor by floor; `ARCHITECTURE.md` says who may use whom and `tests/floors.rs` holds it.

pub mod clock;
pub mod error;
pub mod formulas;
pub mod ids;
pub mod order;
pub mod progress;
pub mod topics;
pub mod typed;

pub mod vault;

pub mod people;
pub mod settings;

pub mod consent;
pub mod purchases;
pub mod touchpoints;

pub mod feedback;
pub mod gestures;
pub mod promises;
pub mod segments;

pub mod canvas;
pub mod communities;

pub mod drafts;
pub mod journeys;
pub mod plans;

pub mod care;
pub mod search;

pub mod exchange;
pub mod press;

pub mod app;
pub mod commands;
pub mod sample;
