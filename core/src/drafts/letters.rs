//! Letters as records: begun from a template, written on freely, found again.

use super::coach::LetterKind;
use super::compose;
use super::engine::{FieldSpan, TemplateProblem, render};
use super::kinds::draft;
use super::templates::{self, TemplateRow};
use crate::clock::Millis;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{DraftId, PersonId};
use crate::people::{self, NamedPerson, PersonRef, kinds::person};
use crate::touchpoints::{self, Channel, Touchpoint};
use crate::vault::{Vault, Writer, rid_of};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a letter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum DraftStatus {
    /// Being written.
    Writing,
    /// Given to a mail program, or copied; nobody has said yet whether it went.
    HandedOver,
    /// Its writer said that it went.
    Sent,
}

impl DraftStatus {
    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::HandedOver => "handedOver",
            Self::Sent => "sent",
        }
    }

    fn from_text(text: &str) -> Self {
        match text {
            "handedOver" => Self::HandedOver,
            "sent" => Self::Sent,
            _ => Self::Writing,
        }
    }
}

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DraftRow {
    /// Names it.
    pub id: DraftId,
    /// To whom.
    pub person: NamedPerson,
    /// What it is for.
    pub kind: LetterKind,
    /// How it goes.
    pub channel: Channel,
    /// Its subject.
    pub subject: String,
    /// How far it has come.
    pub status: DraftStatus,
    /// When it was last changed.
    pub changed_at: Millis,
}

/// A letter with what its page shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Draft {
    /// What a list shows of it.
    pub row: DraftRow,
    /// The text.
    pub text: String,
    /// Its language.
    pub language: String,
    /// The person's preferred address on that channel, if there is one.
    pub to: Option<String>,
    /// The last exchange with the person.
    pub last: Option<Touchpoint>,
    /// What to remember of the person.
    pub remember: String,
    /// Checks that keep quiet on this letter.
    pub ignored: Vec<String>,
}

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
}

/// Names one letter.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct DraftRef {
    /// The letter.
    pub id: DraftId,
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
#[ts(export)]
pub struct FillTemplate {
    /// For whom.
    pub person: PersonId,
    /// The key of the template.
    pub template: String,
}

const MAX_TEXT: usize = 1024 * 1024;

/// All letters that have not gone, newest first, then the hundred that went last.
///
/// # Errors
/// When the vault cannot be read.
pub fn list(vault: &Vault, (): ()) -> Result<Vec<DraftRow>> {
    vault.read(|c| {
        let sql = format!(
            "SELECT * FROM (
               {ROW} WHERE d.status <> 'sent' AND p.binned_at IS NULL
               UNION ALL SELECT * FROM ({ROW} WHERE d.status = 'sent' AND p.binned_at IS NULL ORDER BY d.changed_at DESC LIMIT 100)
             ) ORDER BY status = 'sent', changed_at DESC"
        );
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map([], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

const ROW: &str = "SELECT d.id, p.id, p.name, d.kind, d.channel, d.subject, d.status, d.changed_at
                   FROM draft d JOIN person p ON p.rid = d.person";

fn row(r: &Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        kind: templates::kind_from(r.get_ref(3)?.as_str()?),
        channel: Channel::from_text(r.get_ref(4)?.as_str()?),
        subject: r.get(5)?,
        status: DraftStatus::from_text(r.get_ref(6)?.as_str()?),
        changed_at: r.get(7)?,
    })
}

/// One letter.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn get(vault: &Vault, input: DraftRef) -> Result<Draft> {
    vault.read(|c| one(c, input))
}

fn one(c: &Connection, input: DraftRef) -> Result<Draft> {
    let found =
        c.prepare_cached(&format!("{ROW} WHERE d.id = ?1"))?.query_row([input.id], row).optional()?.or_not_found()?;
    let rid = rid_of(c, &person::KIND, found.person.id)?;
    let sql = "SELECT text, language, ignored, (SELECT note FROM person WHERE rid = ?2) FROM draft WHERE id = ?1";
    let (text, language, ignored, remember): (_, _, String, _) = c
        .prepare_cached(sql)?
        .query_row(rusqlite::params![input.id, rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
    let last: Option<i64> =
        c.prepare_cached("SELECT last_touch FROM person_stat WHERE person = ?1")?.query_row([rid], |r| r.get(0))?;
    Ok(Draft {
        to: compose::address(c, rid, found.channel)?,
        last: last.map(|touch| touchpoints::touchpoint_of(c, touch)).transpose()?,
        ignored: ignored.split_whitespace().map(str::to_owned).collect(),
        row: found,
        text,
        language,
        remember,
    })
}

/// Begins a letter from a template.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when there is no such person or template.
pub fn start(vault: &Vault, input: StartDraft) -> Result<Draft> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    let language = compose::language(vault, input.person)?;
    let template = templates::choose(vault, input.kind, &language, input.template.as_deref())?;
    let filled = fill_with(vault, input.person, &template)?;
    let id = DraftId::make();
    let letter = NewLetter {
        person: input.person,
        kind: input.kind,
        channel: input.channel.unwrap_or(Channel::Email),
        language: template.language,
        subject: filled.subject,
        text: filled.text,
    };
    vault.write("startDraft", &name, |w| insert(w, id, &letter))?;
    get(vault, DraftRef { id })
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
    let template = templates::choose(vault, LetterKind::Other, "", Some(&input.template))?;
    fill_with(vault, input.person, &template)
}

fn fill_with(vault: &Vault, person: PersonId, template: &TemplateRow) -> Result<FilledTemplate> {
    let context = compose::context(vault, person, &template.language)?;
    let filled =
        render(&template.subject, &context).and_then(|subject| Ok((subject, render(&template.body, &context)?)));
    Ok(match filled {
        Ok((subject, body)) => {
            let subject = subject.text.split_whitespace().collect::<Vec<_>>().join(" ");
            FilledTemplate { subject, text: body.text, spans: body.spans, problem: None }
        }
        Err(problem) => {
            FilledTemplate { subject: String::new(), text: String::new(), spans: Vec::new(), problem: Some(problem) }
        }
    })
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
        let mut changed = false;
        for (field, value) in cells {
            if let Some(value) = value {
                changed |= w.set(&draft::KIND, rid, field, value)?;
            }
        }
        if changed {
            let now = w.now();
            w.set(&draft::KIND, rid, draft::CHANGED_AT, now)?;
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
        w.remove(&draft::KIND, rid)
    })
}
