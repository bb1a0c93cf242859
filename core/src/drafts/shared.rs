//! What is the same for every letter that is begun or read: who signs, how often people are written to, the voice, what keeps
//! quiet, what is promised for each day, the templates. Read once, and again after something of it changed.

use super::coach::Voice;
use super::known;
use super::quieting::{self, QuietCheck};
use super::templates::{self, TemplateRow};
use super::voice;
use crate::error::Result;
use crate::settings::{self, LetterHabits, Sender};
use crate::topics::Topic;
use crate::vault::Vault;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is the same for every letter.
pub(super) struct Shared {
    /// Who signs.
    pub sender: Sender,
    /// How often people are written to.
    pub habits: LetterHabits,
    /// The voice of the firm.
    pub voice: Voice,
    /// What keeps quiet.
    pub quiet: Vec<QuietCheck>,
    /// How much is promised for each day.
    pub due: BTreeMap<NaiveDate, u32>,
    /// All templates.
    pub templates: Vec<TemplateRow>,
}

impl Shared {
    /// As it is now.
    pub fn of(vault: &Vault) -> Result<Arc<Self>> {
        vault.cached(&[Topic::Drafts, Topic::Settings, Topic::Promises], |c| {
            let settings = settings::get(vault, ())?;
            Ok(Self {
                sender: settings.sender,
                habits: settings.letters,
                voice: voice::of(vault)?,
                quiet: quieting::quiet(vault, ())?,
                due: known::due(c)?,
                templates: templates::list(vault, ())?,
            })
        })
    }
}
