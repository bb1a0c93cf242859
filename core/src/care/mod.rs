//! Care: who has waited too long for a word from us, why, and who is left in peace until when.

pub mod kinds;
mod rules;
mod segment_use;
mod snooze;
mod spared;
mod thanks;
mod today;

pub use rules::{Rule, RuleInput, RuleRef, Scope, insert_rule, remove_rule, rules, save_rule, set_up};
pub use segment_use::{of_segment, repoint_segment};
pub use snooze::{SnoozeInput, Snoozed, insert_snooze, snooze, snoozed, wake};
pub use spared::{Spared, spared};
pub use thanks::{ThankPrompt, ThankReason, Thanks, ThanksInput, thanks};
pub use today::{LastWord, Reason, Today, TodayInput, TodayItem, TodayWhy, today};

use crate::vault::Kind;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[&kinds::cadence::KIND, &kinds::snooze::KIND];
