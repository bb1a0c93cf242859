//! A rule as text that can be typed: `stage = retention and last touch before 60 days ago`. Read with errors that point,
//! written so that it reads back as the same rule, completed word by word.

mod book;
mod heads;
mod parse;
mod tokens;
mod values;
mod write;

use super::read::rule_as_written;
use super::rule::SegmentRule;
use super::words::{names_in, sentence};
use super::{Preview, PreviewInput, SegmentRef, preview};
use crate::error::{Error, Result};
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use parse::RuleProblem;

/// Longest text of a rule, in bytes.
const MAX_TEXT: usize = 20_000;
/// How many words are offered to complete a text.
const OFFERED: usize = 48;

/// A rule as text.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct RuleText {
    /// As it was typed.
    pub text: String,
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReadRule {
    /// The rule; nothing when it cannot be read.
    pub rule: Option<SegmentRule>,
    /// The rule in plain English; empty when it cannot be read.
    pub sentence: String,
    /// Why it cannot be read, and where.
    pub problem: Option<RuleProblem>,
}

/// A rule to be written as text: one that is being built, or that of a segment.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct RuleToWrite {
    /// The rule.
    pub rule: Option<SegmentRule>,
    /// The segment.
    pub segment: Option<SegmentRef>,
}

/// A text that is being typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct TextToComplete {
    /// As it stands.
    pub text: String,
    /// Where the caret stands, in UTF-16 units.
    pub at: usize,
}

/// What could stand at the caret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RuleCompletion {
    /// Where the word that is being typed begins, in UTF-16 units.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What could take its place, as it would stand in the text.
    pub words: Vec<String>,
    /// What else is wanted there and cannot be listed: `<days>`, `<number>`, `<date>` …
    pub wanted: Vec<String>,
}

/// Reads a rule that was typed. What cannot be read is an answer with its place, not an error.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is too long; when the vault cannot be read.
pub fn read_text(vault: &Vault, input: RuleText) -> Result<ReadRule> {
    if input.text.len() > MAX_TEXT {
        return Err(Error::invalid("text", "tooLong"));
    }
    vault.read(|c| match parse::parse(&input.text, &book::Vaulted(c))? {
        Ok(rule) => {
            let sentence = sentence(&rule, &names_in(c, &rule)?);
            Ok(ReadRule { rule: Some(rule), sentence, problem: None })
        }
        Err(problem) => Ok(ReadRule { rule: None, sentence: String::new(), problem: Some(problem) }),
    })
}

/// Writes a rule as text that reads back as the same rule.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when neither or both are given.
pub fn write_text(vault: &Vault, input: RuleToWrite) -> Result<String> {
    vault.read(|c| {
        let rule = match (input.rule, input.segment) {
            (Some(rule), None) => rule,
            (None, Some(segment)) => rule_as_written(c, segment.id)?,
            _ => return Err(Error::invalid("rule", "oneOf")),
        };
        write::write(&rule, &names_in(c, &rule)?, &book::Vaulted(c))
    })
}

/// What could stand at the caret of a text that is being typed.
///
/// # Errors
/// As [`read_text`].
pub fn complete_text(vault: &Vault, input: TextToComplete) -> Result<RuleCompletion> {
    if input.text.len() > MAX_TEXT {
        return Err(Error::invalid("text", "tooLong"));
    }
    vault.read(|c| parse::complete(&input.text, input.at, OFFERED, &book::Vaulted(c)))
}

/// Whom a rule that was typed would take in: for a terminal, where a text that cannot be read is an error.
///
/// # Errors
/// [`crate::error::Code::Invalid`] with `field` "text", and `why`, `from`, `to`, `expected` and `meant` of the problem.
pub fn preview_text(vault: &Vault, input: RuleText) -> Result<Preview> {
    let read = read_text(vault, input)?;
    match (read.rule, read.problem) {
        (Some(rule), _) => preview(vault, PreviewInput { rule }),
        (None, problem) => Err(refused(problem.unwrap_or_default())),
    }
}

fn refused(problem: RuleProblem) -> Error {
    Error::invalid("text", &problem.why)
        .with("from", problem.from)
        .with("to", problem.to)
        .with("expected", problem.expected)
        .with("meant", problem.meant)
}

#[cfg(test)]
mod tests;
