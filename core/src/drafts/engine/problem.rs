//! What can be wrong with a template, as kinds the window has sentences for and as places the editor can mark.

use crate::drafts::offsets::{line_at, utf16_at};
use serde::Serialize;
use std::ops::Range;
use ts_rs::TS;

/// What kind of thing is wrong with a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TemplateProblemKind {
    /// The person has not got this field and the template gives no fall-back.
    MissingField,
    /// The template cannot be read, or uses something that letters do not need.
    Syntax,
    /// There is no field of this name.
    UnknownField,
    /// There is no filter, test or function of this name.
    UnknownFilter,
    /// The template is too long or would take too long.
    Runaway,
}

/// One thing that is wrong with a template, and where. Holds names of fields, never their values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TemplateProblem {
    /// What is wrong.
    pub kind: TemplateProblemKind,
    /// The field, filter or word that is meant, as it stands in the template.
    #[ts(optional = nullable)]
    pub field: Option<String>,
    /// The line, counted from 1.
    pub line: usize,
    /// Where it begins, in UTF-16 units of the template.
    pub from: usize,
    /// Where it ends, in UTF-16 units of the template.
    pub to: usize,
}

impl TemplateProblem {
    /// A problem at these bytes of `template`.
    pub(super) fn at(kind: TemplateProblemKind, field: Option<&str>, template: &str, bytes: Range<usize>) -> Self {
        let from = utf16_at(template, bytes.start);
        Self {
            kind,
            field: field.map(str::to_owned),
            line: line_at(template, bytes.start),
            from,
            to: utf16_at(template, bytes.end).max(from),
        }
    }
}

impl std::fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {} (line {})", self.kind, self.field.as_deref().unwrap_or_default(), self.line)
    }
}

impl std::error::Error for TemplateProblem {}
