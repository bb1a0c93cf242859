//! A template that is still being written, tried on one person: what it would say, or what is wrong and where.

use super::compose;
use super::engine::{FieldSpan, TemplateProblem, fields, render};
use super::variants::limit;
use crate::error::Result;
use crate::ids::PersonId;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A template to be tried. It need not be saved.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct TemplateTrial {
    /// The template of the subject.
    pub subject: String,
    /// The template of the text.
    pub body: String,
    /// Its language: how days and lists are written.
    pub language: String,
    /// For whom; without a person only its form is looked at.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The way it would go; only how much fits there depends on it.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// What the letter would be about; nothing, when left out.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Which half of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TemplatePart {
    /// The subject.
    Subject,
    /// The text.
    Body,
}

/// What is wrong, and in which half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TemplateFault {
    /// The half.
    pub part: TemplatePart,
    /// What is wrong; its place counts in that half.
    pub problem: TemplateProblem,
}

/// What came of trying a template.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TriedTemplate {
    /// The subject it would have; empty without a person or with a fault.
    pub subject: String,
    /// The text it would have; empty without a person or with a fault.
    pub text: String,
    /// Which parts of the text came from a field.
    pub spans: Vec<FieldSpan>,
    /// What is wrong with it. A field that only this person has not got does not keep it from being saved.
    pub fault: Option<TemplateFault>,
    /// How many characters fit on that way; nothing: as many as one likes.
    pub limit: Option<u32>,
}

/// Tries a template on one person.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such person; a fault in the template is an answer, not an error.
pub fn try_template(vault: &Vault, input: TemplateTrial) -> Result<TriedTemplate> {
    let mut tried = TriedTemplate {
        subject: String::new(),
        text: String::new(),
        spans: Vec::new(),
        fault: None,
        limit: input.channel.and_then(limit),
    };
    let context = {
        let reason = input.reason.as_deref().unwrap_or_default();
        input.person.map(|person| compose::context(vault, person, &input.language, reason)).transpose()?
    };
    // The form of both halves first: what holds for everybody is said before what holds for this person.
    let formed = fields(&input.subject)
        .map_err(|problem| (TemplatePart::Subject, problem))
        .and_then(|_| fields(&input.body).map_err(|problem| (TemplatePart::Body, problem)));
    let filled = formed.and_then(|_| {
        let Some(context) = &context else { return Ok(()) };
        let subject = render(&input.subject, context).map_err(|problem| (TemplatePart::Subject, problem))?;
        let body = render(&input.body, context).map_err(|problem| (TemplatePart::Body, problem))?;
        tried.subject = subject.text.split_whitespace().collect::<Vec<_>>().join(" ");
        (tried.text, tried.spans) = (body.text, body.spans);
        Ok(())
    });
    tried.fault = filled.err().map(|(part, problem)| TemplateFault { part, problem });
    Ok(tried)
}
