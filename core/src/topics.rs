//! The words by which a window learns which of its lists are out of date.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a write may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Topic {
    /// Locked, unlocked, backups, the list of steps.
    Vault,
    /// Persons, organisations, addresses, roles, ties, tags, dates.
    People,
    /// Consents and opt-outs.
    Consent,
    /// Touchpoints, and the figures kept from them.
    Touchpoints,
    /// Purchases, exchange rates, and the figures kept from them.
    Purchases,
    /// Segments and their rules.
    Segments,
    /// Canvases, notes, answers.
    Canvas,
    /// Journey maps, their stages and steps.
    Journeys,
    /// Communities, their meetings, who could help whom.
    Communities,
    /// Drafts and templates.
    Drafts,
    /// The strategy sheet and journal, layers of value, surprises, ideas, steps of the work.
    Plans,
    /// Tasks and promises.
    Promises,
    /// Doubts, reasons, questions of customers, dossiers.
    Feedback,
    /// Gestures and their budget, perks, points, what goes together, prompts to thank.
    Gestures,
    /// Rules of Today and snoozes.
    Care,
    /// The user's own settings.
    Settings,
}
