//! Writing letters: begun from a template, written on freely, taken out.

use super::coach::LetterKind;
use super::compose;
use super::engine::{FieldSpan, LetterContext, TemplateProblem, render};
use super::kinds::{attachment, draft};
use super::letters::{Draft, DraftRef, DraftStatus, get};
use super::offsets::byte_at;
use super::templates::{self, TemplateRow};
use crate::error::{Error, Result};
use crate::ids::{DraftId, PersonId};
use crate::people::{self, PersonRef, kinds::person};
use crate::touchpoints::Channel;
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What fills a template for a person.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FilledTemplate {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Which parts of the text came from a field.
    pub spans: Vec<FieldSpan>,
    /// Why the template could not be filled; the text is empty then.
    pub problem: Option<TemplateProblem>,
}

/// A letter to be begun.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct StartDraft {
    /// To whom.
    pub person: PersonId,
    /// What it is for.
    pub kind: LetterKind,
    /// The key of a template; the first for that kind and the person's language, when left out.
    #[serde(default)]
    pub template: Option<String>,
    /// How it goes; e-mail when left out.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// What it is about, in its writer's words, as it stands behind “thank you for”.
    #[serde(default)]
    pub reason: Option<String>,
    /// The letter that it follows up.
    #[serde(default)]
    pub follows: Option<DraftId>,
}

/// Parts of a letter to be changed; those left out stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct SaveDraft {
    /// The letter.
    pub id: DraftId,
    /// The subject.
    #[serde(default)]
    pub subject: Option<String>,
    /// The text, 1 MiB at most.
    #[serde(default)]
    pub text: Option<String>,
    /// How it goes.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// Checks that keep quiet on it.
    #[serde(default)]
    pub ignored: Option<Vec<String>>,
}

/// A template to be filled for a person, without a letter.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct FillTemplate {
    /// For whom.
    pub person: PersonId,
    /// The key of the template.
    pub template: String,
    /// What it is about; nothing, when left out.
    #[serde(default)]
    pub reason: Option<String>,
    /// How it would go; e-mail, when left out.
    #[serde(default)]
    pub channel: Option<Channel>,
}

const MAX_TEXT: usize = 1024 * 1024;
/// Longest reason, in bytes.
pub(super) const MAX_REASON: usize = 2000;

/// Begins a letter from a template.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such person or template.
pub fn start(vault: &Vault, input: StartDraft) -> Result<Draft> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    let language = compose::language(vault, input.person)?;
    let template = templates::choose(vault, input.kind, &language, input.template.as_deref())?;
    let channel = input.channel.unwrap_or(Channel::Email);
    let template = template.on(channel);
    let reason = typed::limited_to(MAX_REASON, "reason", input.reason.as_deref().unwrap_or_default())?;
    let filled = fill_with(vault, input.person, &template, &reason)?;
    let id = DraftId::make();
    let cells = made_of(&template, &filled, &reason);
    let letter = NewLetter {
        person: input.person,
        kind: input.kind,
        channel,
        language: template.language,
        subject: filled.subject,
        text: filled.text,
    };
    vault.write("startDraft", &name, |w| {
        let rid = insert(w, id, &letter)?;
        if let Some(before) = input.follows {
            w.rid(&draft::KIND, before)?;
            w.set(&draft::KIND, rid, draft::FOLLOWS, before.to_string())?;
        }
        w.set_all(&draft::KIND, rid, cells)
    })?;
    get(vault, DraftRef { id })
}

/// What a letter remembers of the template it was filled from.
pub(super) fn made_of(template: &TemplateRow, filled: &FilledTemplate, reason: &str) -> [(Field, Value); 6] {
    [
        (draft::FALLBACKS, fallbacks(filled).into()),
        (draft::MADE_WITH, template.key.clone().into()),
        (draft::TEMPLATE_VERSION, i64::from(template.version).into()),
        (draft::MADE_SUBJECT, filled.subject.clone().into()),
        (draft::MADE_TEXT, filled.text.clone().into()),
        (draft::REASON, reason.to_owned().into()),
    ]
}

/// The texts of the fall-backs that were taken, one a line.
pub(super) fn fallbacks(filled: &FilledTemplate) -> String {
    let at = |unit| byte_at(&filled.text, unit);
    let taken =
        filled.spans.iter().filter(|span| span.fallback).map(|span| filled.text[at(span.from)..at(span.to)].trim());
    let mut lines: Vec<&str> = taken.filter(|text| !text.is_empty() && !text.contains('\n')).collect();
    lines.dedup();
    lines.join("\n")
}

/// A letter that is begun, as it is written down.
#[derive(Debug, Clone)]
pub struct NewLetter {
    /// To whom.
    pub person: PersonId,
    /// What it is for.
    pub kind: LetterKind,
    /// How it goes.
    pub channel: Channel,
    /// A BCP 47 tag.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// Begins a letter as part of a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such person.
pub fn insert(w: &mut Writer<'_>, id: DraftId, letter: &NewLetter) -> Result<i64> {
    let person = w.rid(&person::KIND, letter.person)?;
    let now = w.now();
    w.insert(
        &draft::KIND,
        id,
        &[
            (draft::PERSON, person.into()),
            (draft::KIND_OF, templates::kind_text(letter.kind).into()),
            (draft::CHANNEL, letter.channel.as_str().to_owned().into()),
            (draft::LANGUAGE, letter.language.clone().into()),
            (draft::SUBJECT, letter.subject.clone().into()),
            (draft::TEXT, letter.text.clone().into()),
            (draft::STATUS, DraftStatus::Writing.as_str().to_owned().into()),
            (draft::CREATED_AT, now.into()),
            (draft::CHANGED_AT, now.into()),
        ],
    )
}

/// Fills a template for a person: what a letter begun from it would say.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn fill(vault: &Vault, input: FillTemplate) -> Result<FilledTemplate> {
    let template = templates::choose(vault, LetterKind::Other, "", Some(&input.template))?
        .on(input.channel.unwrap_or(Channel::Email));
    fill_with(vault, input.person, &template, input.reason.as_deref().unwrap_or_default())
}

pub(super) fn fill_with(
    vault: &Vault,
    person: PersonId,
    template: &TemplateRow,
    reason: &str,
) -> Result<FilledTemplate> {
    Ok(filled_with(&compose::context(vault, person, &template.language, reason)?, template))
}

/// A template filled with what is known.
pub(super) fn filled_with(context: &LetterContext, template: &TemplateRow) -> FilledTemplate {
    let filled = render(&template.subject, context).and_then(|subject| Ok((subject, render(&template.body, context)?)));
    match filled {
        Ok((subject, body)) => {
            let subject = subject.text.split_whitespace().collect::<Vec<_>>().join(" ");
            FilledTemplate { subject, text: body.text, spans: body.spans, problem: None }
        }
        Err(problem) => {
            FilledTemplate { subject: String::new(), text: String::new(), spans: Vec::new(), problem: Some(problem) }
        }
    }
}

/// Changes a letter.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is too long.
pub fn save(vault: &Vault, input: SaveDraft) -> Result<Draft> {
    if input.text.as_ref().is_some_and(|t| t.len() > MAX_TEXT) {
        return Err(Error::invalid("text", "tooLong"));
    }
    let name = get(vault, DraftRef { id: input.id })?.row.person.name;
    vault.write("saveDraft", &name, |w| {
        let rid = w.rid(&draft::KIND, input.id)?;
        let cells = [
            (draft::SUBJECT, input.subject.clone()),
            (draft::TEXT, input.text.clone()),
            (draft::CHANNEL, input.channel.map(|c| c.as_str().to_owned())),
            (draft::IGNORED, input.ignored.as_ref().map(|i| i.join(" "))),
        ];
        let given = cells.into_iter().filter_map(|(field, value)| Some((field, value?.into())));
        if w.set_all(&draft::KIND, rid, given)? {
            let now = w.now();
            w.set(&draft::KIND, rid, draft::CHANGED_AT, now)?;
            // Who approved it has not read what stands there now.
            w.set(&draft::KIND, rid, draft::APPROVED_AT, Value::Null)?;
        }
        Ok(())
    })?;
    get(vault, DraftRef { id: input.id })
}

/// Takes a letter out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: DraftRef) -> Result<()> {
    let name = get(vault, input)?.row.person.name;
    vault.write("removeDraft", &name, |w| {
        let rid = w.rid(&draft::KIND, input.id)?;
        take_out(w, rid)
    })
}

/// Takes a letter out with the files that go with it, as part of a larger step.
pub(super) fn take_out(w: &mut Writer<'_>, letter: i64) -> Result<()> {
    let files: Vec<i64> = {
        let mut rows = w.conn().prepare_cached("SELECT rid FROM attachment WHERE draft = ?1")?;
        rows.query_map([letter], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    for file in files {
        w.remove(&attachment::KIND, file)?;
    }
    w.remove(&draft::KIND, letter)
}

/// What has gone is not changed any more.
pub(super) fn still_open(letter: &Draft) -> Result<()> {
    if letter.row.status == DraftStatus::Sent { Err(Error::invalid("status", "sent")) } else { Ok(()) }
}
