//! Templates to choose from: those every vault begins with, and the user's own.

use super::coach::LetterKind;
use super::engine::{TemplateProblem, fields};
use super::kinds::template;
use super::starters::starters;
use super::variants::{self, TemplateVariant};
use super::versions;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::TemplateId;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// A template.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TemplateRow {
    /// Names it: a word for those every vault begins with, an id for the user's own.
    pub key: String,
    /// True for the user's own, which can be changed.
    pub own: bool,
    /// What it is for.
    pub kind: LetterKind,
    /// Its language.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// The template of the subject.
    pub subject: String,
    /// The template of the text.
    pub body: String,
    /// What it says on other ways.
    pub variants: Vec<TemplateVariant>,
    /// Which version of it this is, counted from 1; one of Rapport's has only one.
    pub version: u32,
    /// It asks why one writes: what is given when a letter is begun.
    pub asks_reason: bool,
}

/// A template to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct TemplateInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<TemplateId>,
    /// What it is for.
    pub kind: LetterKind,
    /// Its language.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// The template of the subject.
    pub subject: String,
    /// The template of the text.
    pub body: String,
    /// What it says on other ways; as it was, when left out.
    #[serde(default)]
    pub variants: Option<Vec<TemplateVariant>>,
}

/// Names one of the user's own templates.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct TemplateRef {
    /// The template.
    pub id: TemplateId,
}

/// What came of saving a template.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SavedTemplate {
    /// All templates, when it was saved.
    pub templates: Vec<TemplateRow>,
    /// Why it was not.
    pub problem: Option<TemplateProblem>,
    /// On which other way that stands; nothing: in what it says on all.
    pub problem_on: Option<Channel>,
}

/// All templates: the user's own first.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<TemplateRow>> {
    let mut all: Vec<TemplateRow> = vault.read(|c| {
        let sql =
            "SELECT id, kind, language, title, subject, body, version, variants FROM template ORDER BY sort_key(title)";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([], |r| {
            let (subject, body): (String, String) = (r.get(4)?, r.get(5)?);
            Ok(TemplateRow {
                key: r.get::<_, TemplateId>(0)?.to_string(),
                own: true,
                kind: kind_from(r.get_ref(1)?.as_str()?),
                language: r.get(2)?,
                title: r.get(3)?,
                variants: variants::from_text(r.get_ref(7)?.as_str()?),
                version: r.get(6)?,
                asks_reason: asks_reason(&subject, &body),
                subject,
                body,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })?;
    all.extend(starters().into_iter().map(|s| TemplateRow {
        key: format!("{}.{}", s.key, s.language),
        own: false,
        kind: s.kind,
        language: s.language.to_owned(),
        title: s.title.to_owned(),
        subject: s.subject.to_owned(),
        body: s.body.to_owned(),
        variants: Vec::new(),
        version: 1,
        asks_reason: asks_reason(s.subject, s.body),
    }));
    Ok(all)
}

fn asks_reason(subject: &str, body: &str) -> bool {
    let asks = |text| fields(text).is_ok_and(|fields| fields.iter().any(|field| field == "reason"));
    asks(body) || asks(subject)
}

/// The template with that key, or the first for the kind, in the language if there is one, else in English. A kind
/// without a template begins with an empty page.
pub(super) fn choose(vault: &Vault, kind: LetterKind, language: &str, key: Option<&str>) -> Result<TemplateRow> {
    choose_among(&list(vault, ())?, kind, language, key)
}

/// The same among templates that were read already.
pub(super) fn choose_among(
    all: &[TemplateRow],
    kind: LetterKind,
    language: &str,
    key: Option<&str>,
) -> Result<TemplateRow> {
    if let Some(key) = key {
        return all.iter().find(|t| t.key == key).cloned().or_not_found();
    }
    let short = language.split('-').next().unwrap_or_default();
    let of_kind = |language: &str| all.iter().find(|t| t.kind == kind && t.language == language).cloned();
    let empty = TemplateRow {
        key: String::new(),
        own: false,
        kind,
        language: if short.is_empty() { "en".to_owned() } else { short.to_owned() },
        title: String::new(),
        subject: String::new(),
        body: String::new(),
        variants: Vec::new(),
        version: 0,
        asks_reason: false,
    };
    Ok(of_kind(short).or_else(|| of_kind("en")).unwrap_or(empty))
}

/// Saves a template of the user's own, if it can be filled.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has no title; a fault in the template is an answer, not an error.
pub fn save(vault: &Vault, input: TemplateInput) -> Result<SavedTemplate> {
    if input.title.trim().is_empty() {
        return Err(Error::invalid("title", "empty"));
    }
    let refused =
        |problem, problem_on| Ok(SavedTemplate { templates: list(vault, ())?, problem: Some(problem), problem_on });
    if let Err(problem) = fields(&input.subject).and_then(|_| fields(&input.body)) {
        return refused(problem, None);
    }
    let variants = input.variants.map(variants::tidy);
    for variant in variants.iter().flatten() {
        if let Err(problem) = fields(&variant.subject).and_then(|_| fields(&variant.body)) {
            return refused(problem, Some(variant.channel));
        }
    }
    let mut cells = vec![
        (template::KIND_OF, kind_text(input.kind).into()),
        (template::LANGUAGE, input.language.clone().into()),
        (template::TITLE, input.title.trim().to_owned().into()),
        (template::SUBJECT, input.subject.clone().into()),
        (template::BODY, input.body.clone().into()),
    ];
    let variants = variants.map(|all| variants::to_text(&all));
    cells.extend(variants.clone().map(|text| (template::VARIANTS, text.into())));
    vault.write("saveTemplate", input.title.trim(), |w| {
        let Some(id) = input.id else { return w.insert(&template::KIND, TemplateId::make(), &cells).map(drop) };
        let rid = w.rid(&template::KIND, id)?;
        versions::keep(w, rid, &input.subject, &input.body, variants.as_deref())?;
        w.set_all(&template::KIND, rid, cells).map(drop)
    })?;
    Ok(SavedTemplate { templates: list(vault, ())?, problem: None, problem_on: None })
}

/// Removes one of the user's own templates.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: TemplateRef) -> Result<Vec<TemplateRow>> {
    vault.write("removeTemplate", "", |w| {
        let rid = w.rid(&template::KIND, input.id)?;
        versions::remove(w, rid)?;
        w.remove(&template::KIND, rid)
    })?;
    list(vault, ())
}

/// A kind as it stands in the vault: its name on the wire.
pub(super) fn kind_text(kind: LetterKind) -> String {
    match serde_json::to_value(kind) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A kind from how it stands in the vault; what is not known is another kind.
pub(super) fn kind_from(text: &str) -> LetterKind {
    serde_json::from_value(Value::String(text.to_owned())).unwrap_or(LetterKind::Other)
}
