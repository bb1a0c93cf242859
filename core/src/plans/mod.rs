//! Plans: building relationships on purpose. The strategy sheet and journal, the loyalty loop, the layers of value, the
//! choice of a framework and the four steps of the work (seeds 262e, fbf2 and 64de).

mod advice;
mod conversion;
mod counters;
mod ideas;
pub mod kinds;
mod looped;
mod perk_fit;
mod sheet;
mod stack;
mod steps;
mod strategies;
mod surprises;

pub use advice::{Advice, AdviceReason, Framework, FrameworkFit, advise};
pub use conversion::{LoopConversion, conversion, referrals};
pub use counters::{Counters, CountersBasis, CountersInput, counters};
pub use ideas::{IdeaInput, IdeaRef, PlanIdea, ideas, insert_idea, remove_idea, save_idea};
pub use looped::{
    LoopLog, LoopLogInput, LoopPeopleInput, LoopPerson, LoopSegment, LoopStageCount, LoyaltyLoop, loop_log,
    loop_people, loyalty_loop,
};
pub use perk_fit::{PerkFit, give_perk, perk_fit, perks_for};
pub use sheet::{EditSheet, ReviewSheet, StrategySheet, edit_sheet, reviewed, set_sheet, sheet};
pub use stack::{
    LayerInput, Stack, StackInput, StackRef, StackRow, ValueLayer, WeakLayer, WeakReason, save_layer, set_layer, stack,
    stacks,
};
pub use steps::{
    WorkflowStep, WorkflowStepInput, WorkflowStepRef, begin_steps, insert_step, remove_step, save_step, steps,
};
pub use strategies::{
    Strategy, StrategyInput, StrategyRef, insert_strategy, remove_strategy, save_strategy, strategies,
};
pub use surprises::{
    GivenSurprise, SurpriseInput, Unsurprised, UnsurprisedInput, give_surprise, insert_surprise, surprises, unsurprised,
};

use crate::error::{Error, Result};
use crate::vault::Kind;
use rusqlite::types::Value;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::sheet::KIND,
    &kinds::strategy::KIND,
    &kinds::layer::KIND,
    &kinds::evidence::KIND,
    &kinds::idea::KIND,
    &kinds::surprise::KIND,
    &kinds::step::KIND,
];

/// The layers of value, from the ground up (seed 64de, relationship stack).
pub const LAYERS: [&str; 3] = ["functional", "emotional", "social"];

/// One of the words of a list, or nothing.
fn one_of(field: &str, text: &str, words: &[&str]) -> Result<Value> {
    if text.is_empty() || words.contains(&text) {
        Ok(text.to_owned().into())
    } else {
        Err(Error::invalid(field, "unknown"))
    }
}
