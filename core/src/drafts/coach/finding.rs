//! What the coach answers. Findings carry a key and its arguments; the sentences are in the message catalogue.

use super::check_id::CheckId;
use super::reading::Reading;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;
use ts_rs::TS;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CoachLevel {
    /// A fact that has to be put right, or overridden with a reason.
    Stop,
    /// Something to look at.
    Warn,
    /// Something that could be better.
    Hint,
}

/// What the coach says about a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CoachReport {
    /// What to look at, check by check.
    pub findings: Vec<CoachFinding>,
    /// What is right.
    pub passed: Vec<CheckPassed>,
    /// The checks there is no word list for in this language.
    pub not_checked: Vec<CheckId>,
}

/// A check that found nothing wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CheckPassed {
    /// The check.
    pub id: CheckId,
    /// What its sentence shows: the name, the next step.
    pub args: BTreeMap<&'static str, String>,
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CoachFinding {
    /// The check.
    pub id: CheckId,
    /// Which of the check's sentences says it.
    pub variant: &'static str,
    /// How much it weighs.
    pub level: CoachLevel,
    /// Where it begins, in UTF-16 units of the text. `from` and `to` are both 0 for what does not stand in the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What the sentence shows.
    pub args: BTreeMap<&'static str, String>,
    /// Edits that put it right.
    pub fixes: Vec<CoachFix>,
    /// The passage of the seed texts the rule comes from.
    pub source: &'static str,
}

/// An edit that a click makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CoachFix {
    /// The key of the button's words.
    pub label: &'static str,
    /// Where the replaced part begins, in UTF-16 units of the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What comes there.
    pub text: String,
}

/// What a check answers.
pub(super) enum Outcome {
    /// There is no list for the letter's language.
    NotChecked,
    /// The check has nothing to say about such a letter.
    DoesNotApply,
    /// All right; what its sentence shows.
    Passed(BTreeMap<&'static str, String>),
    /// Something to look at.
    Found(Vec<Found>),
}

impl Outcome {
    /// The findings, or all right with nothing to show.
    pub fn found_or_passed(found: Vec<Found>) -> Self {
        if found.is_empty() { Self::Passed(BTreeMap::new()) } else { Self::Found(found) }
    }
}

/// A finding with places in bytes of the text as it was read.
pub(super) struct Found {
    /// How much it weighs.
    pub level: CoachLevel,
    variant: &'static str,
    at: Option<Range<usize>>,
    args: BTreeMap<&'static str, String>,
    fixes: Vec<(&'static str, Range<usize>, String)>,
    source: &'static str,
}

impl Found {
    /// A finding; `at` in bytes of the text as it was read, `None` for what does not stand in it.
    pub fn new(level: CoachLevel, variant: &'static str, at: Option<Range<usize>>, source: &'static str) -> Self {
        Self { level, variant, at, args: BTreeMap::new(), fixes: Vec::new(), source }
    }

    /// Adds something its sentence shows.
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(key, value.into());
        self
    }

    /// Adds an edit.
    pub fn fix(mut self, label: &'static str, at: Range<usize>, text: impl Into<String>) -> Self {
        self.fixes.push((label, at, text.into()));
        self
    }

    /// The finding as the window sees it.
    pub fn into_finding(self, id: CheckId, reading: &Reading<'_>) -> CoachFinding {
        let (from, to) = self.at.map_or((0, 0), |at| reading.units(&at));
        let fixes = self
            .fixes
            .into_iter()
            .map(|(label, at, text)| {
                let (from, to) = reading.units(&at);
                CoachFix { label, from, to, text }
            })
            .collect();
        CoachFinding {
            id,
            variant: self.variant,
            level: self.level,
            from,
            to,
            args: self.args,
            fixes,
            source: self.source,
        }
    }
}

/// What a sentence shows, from pairs.
pub(super) fn args<const N: usize>(pairs: [(&'static str, String); N]) -> BTreeMap<&'static str, String> {
    pairs.into_iter().collect()
}
