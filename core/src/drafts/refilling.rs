//! A letter filled again: its template may say something else by now, or the book know more. What was typed stays.

use super::engine::TemplateProblem;
use super::kinds::draft;
use super::letters::{Draft, DraftRef, DraftStatus, get};
use super::merging::merge;
use super::starters::starters;
use super::templates;
use super::writing::{MAX_REASON, fill_with, made_of};
use crate::error::{Error, Result};
use crate::ids::{DraftId, TemplateId};
use crate::typed;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a letter was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterMake {
    /// The key of the template.
    pub template: String,
    /// What it is called; empty when it is gone.
    pub title: String,
    /// Which version of it.
    pub version: u32,
    /// Which version it has now.
    pub newest: u32,
    /// Why it is written, in its writer's words.
    pub reason: String,
}

/// A letter to be filled again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct RefillDraft {
    /// The letter.
    pub id: DraftId,
    /// With another template than it was made with.
    #[serde(default)]
    pub template: Option<String>,
    /// For another reason than it was begun for.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct RefilledDraft {
    /// The letter as it is now.
    pub draft: Draft,
    /// Why it was not filled: it is as it was.
    pub problem: Option<TemplateProblem>,
}

/// What a letter was made of; nothing when it was begun with an empty page, or belongs to a batch, which has its own.
pub(super) fn make(c: &Connection, letter: i64) -> Result<Option<LetterMake>> {
    let sql =
        "SELECT made_with, template_version, reason FROM draft WHERE rid = ?1 AND made_with <> '' AND batch IS NULL";
    let row = c.prepare_cached(sql)?.query_row([letter], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
    let Some((template, version, reason)) = row else { return Ok(None) };
    let template: String = template;
    let (title, newest) = named(c, &template)?;
    Ok(Some(LetterMake { template, title, version, newest, reason }))
}

fn named(c: &Connection, key: &str) -> Result<(String, u32)> {
    if let Ok(id) = key.parse::<uuid::Uuid>() {
        let sql = "SELECT title, version FROM template WHERE id = ?1";
        let found = c.prepare_cached(sql)?.query_row([TemplateId(id)], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        return Ok(found.unwrap_or_default());
    }
    let starter = starters().into_iter().find(|one| key == format!("{}.{}", one.key, one.language));
    Ok(starter.map(|one| (one.title.to_owned(), 1)).unwrap_or_default())
}

/// Fills a letter again with what its template says and the book knows now. What was typed into it stays.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has left or was made of no template; [`crate::error::Code::NotFound`] when
/// that is gone.
pub fn refill(vault: &Vault, input: RefillDraft) -> Result<RefilledDraft> {
    let letter = get(vault, DraftRef { id: input.id })?;
    if letter.row.status != DraftStatus::Writing {
        return Err(Error::invalid("status", letter.row.status.as_str()));
    }
    let made = letter.made.clone();
    let key = input.template.or_else(|| made.as_ref().map(|made| made.template.clone()));
    let Some(key) = key else { return Err(Error::invalid("template", "none")) };
    let reason = input.reason.or_else(|| made.map(|made| made.reason)).unwrap_or_default();
    let reason = typed::limited_to(MAX_REASON, "reason", &reason)?;
    let template = templates::choose(vault, letter.row.kind, &letter.language, Some(&key))?.on(letter.row.channel);
    let filled = fill_with(vault, letter.row.person.id, &template, &reason)?;
    if filled.problem.is_some() {
        return Ok(RefilledDraft { draft: letter, problem: filled.problem });
    }
    let sql = "SELECT made_subject, made_text FROM draft WHERE id = ?1";
    let (base_subject, base_text): (String, String) =
        vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([input.id], |r| Ok((r.get(0)?, r.get(1)?)))?))?;
    let subject = merge(&base_subject, &letter.row.subject, &filled.subject);
    let text = merge(&base_text, &letter.text, &filled.text);
    vault.write("refillDraft", &letter.row.person.name, |w| {
        let rid = w.rid(&draft::KIND, input.id)?;
        let now = w.now();
        w.set_all(&draft::KIND, rid, made_of(&template, &filled, &reason))?;
        w.set_all(
            &draft::KIND,
            rid,
            [
                (draft::SUBJECT, subject.into()),
                (draft::TEXT, text.into()),
                (draft::LANGUAGE, template.language.clone().into()),
                (draft::CHANGED_AT, now.into()),
            ],
        )
    })?;
    Ok(RefilledDraft { draft: get(vault, DraftRef { id: input.id })?, problem: None })
}
