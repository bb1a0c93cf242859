//! What a template says on other ways than e-mail, and how much fits there.

use super::templates::TemplateRow;
use crate::touchpoints::Channel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a template says on one way; on all others it says what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TemplateVariant {
    /// The way.
    pub channel: Channel,
    /// The template of the subject; empty where there is none.
    #[serde(default)]
    pub subject: String,
    /// The template of the text.
    pub body: String,
}

/// How many characters one sends at most on a way: three text messages, the shortest post of the large networks, a page.
#[must_use]
pub fn limit(channel: Channel) -> Option<u32> {
    match channel {
        Channel::Chat => Some(459),
        Channel::Social => Some(280),
        Channel::Post => Some(1_800),
        _ => None,
    }
}

/// As they stand in the vault: empty for none.
pub(super) fn to_text(variants: &[TemplateVariant]) -> String {
    if variants.is_empty() { String::new() } else { serde_json::to_string(variants).unwrap_or_default() }
}

pub(super) fn from_text(text: &str) -> Vec<TemplateVariant> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Those that say something, one a way.
pub(super) fn tidy(variants: Vec<TemplateVariant>) -> Vec<TemplateVariant> {
    let mut kept: Vec<TemplateVariant> = Vec::new();
    for variant in variants.into_iter().filter(|one| !one.body.trim().is_empty() || !one.subject.trim().is_empty()) {
        kept.retain(|one| one.channel != variant.channel);
        kept.push(variant);
    }
    kept
}

impl TemplateRow {
    /// What it says on a way.
    #[must_use]
    pub(super) fn on(mut self, channel: Channel) -> Self {
        if let Some(variant) = self.variants.iter().find(|one| one.channel == channel).cloned() {
            (self.subject, self.body) = (variant.subject, variant.body);
        }
        self
    }
}
