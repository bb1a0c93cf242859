//! Snippets: a few words that are needed again and again, to be put into a letter where one writes: calm words to begin with,
//! one's own, and the answers to what customers ask (row M184). A gap in them is `___`, which the coach lets no letter keep.

use super::kinds::snippet;
use super::words::languages;
use crate::error::{Error, OrNotFound, Result};
use crate::feedback::{self, QuestionFilter};
use crate::ids::{QuestionId, SnippetId};
use crate::typed;
use crate::vault::{Field, Vault};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most answers that are offered.
const ANSWERS: u32 = 500;

/// Calm words to begin with, by language.
const CALM: [(&str, &str); 3] =
    [("en", include_str!("calm/en.json")), ("de", include_str!("calm/de.json")), ("es", include_str!("calm/es.json"))];

/// A few words to be put into a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Snippet {
    /// One's own; nothing: it comes with Rapport, or answers a question.
    pub id: Option<SnippetId>,
    /// The question that it answers.
    pub question: Option<QuestionId>,
    /// Its language, as a BCP 47 tag; empty: nobody said.
    pub language: String,
    /// What one calls it; of an answer, the question.
    pub title: String,
    /// The words.
    pub text: String,
}

/// A snippet of one's own to be saved; with an `id` it changes what is given of that one. A new one needs a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SnippetInput {
    /// The one to change.
    pub id: Option<SnippetId>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// What one calls it; its first words when left out.
    pub title: Option<String>,
    /// The words.
    pub text: Option<String>,
}

/// Names a snippet of one's own.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct SnippetRef {
    /// The snippet.
    pub id: SnippetId,
}

/// All snippets: one's own by name, then calm words, then answers, what is asked most first.
///
/// # Errors
/// When the vault cannot be read.
pub fn snippets(vault: &Vault, (): ()) -> Result<Vec<Snippet>> {
    let mut all = vault.read(|c| {
        let mut rows =
            c.prepare_cached("SELECT id, language, title, text FROM snippet ORDER BY sort_key(title), rid")?;
        let own = rows.query_map([], |r| {
            Ok(Snippet { id: r.get(0)?, question: None, language: r.get(1)?, title: r.get(2)?, text: r.get(3)? })
        })?;
        Ok(own.collect::<rusqlite::Result<Vec<_>>>()?)
    })?;
    for (language, file) in CALM {
        let calm: Vec<(String, String)> = serde_json::from_str(file)?;
        all.extend(calm.into_iter().map(|(title, text)| Snippet {
            id: None,
            question: None,
            language: language.to_owned(),
            title,
            text,
        }));
    }
    let answered = QuestionFilter { answered: Some(true), limit: Some(ANSWERS), ..QuestionFilter::default() };
    let answers = feedback::questions(vault, answered)?.items;
    all.extend(answers.into_iter().map(|question| Snippet {
        id: None,
        question: Some(question.id),
        language: String::new(),
        title: question.text,
        text: question.answer,
    }));
    Ok(all)
}

/// Saves a snippet of one's own.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing or is in a language there are no lists for;
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_snippet(vault: &Vault, input: SnippetInput) -> Result<Vec<Snippet>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    let text = input.text.as_deref().map(|text| typed::needed("text", text)).transpose()?;
    let title = match (&input.title, &text) {
        (Some(title), _) if !title.trim().is_empty() => Some(typed::limited("title", title)?),
        (None, _) if input.id.is_some() => None,
        (_, Some(text)) => Some(text.split_whitespace().take(6).collect::<Vec<_>>().join(" ")),
        _ => None,
    };
    if let Some(language) = &input.language {
        if !languages().any(|(known, _)| known == language) {
            return Err(Error::invalid("language", "unknown"));
        }
        cells.push((snippet::LANGUAGE, language.clone().into()));
    }
    let name = title.clone().unwrap_or_default();
    cells.extend(title.map(|title| (snippet::TITLE, title.into())));
    if input.id.is_none() {
        if text.is_none() {
            return Err(Error::invalid("text", "missing"));
        }
        if input.language.is_none() {
            cells.push((snippet::LANGUAGE, "en".to_owned().into()));
        }
    }
    cells.extend(text.map(|text| (snippet::TEXT, text.into())));
    vault.write("saveSnippet", &name, |w| match input.id {
        Some(id) => {
            let rid = w.rid(&snippet::KIND, id)?;
            w.set_all(&snippet::KIND, rid, cells).map(drop)
        }
        None => {
            cells.push((snippet::CREATED_AT, w.now().into()));
            w.insert(&snippet::KIND, SnippetId::make(), &cells).map(drop)
        }
    })?;
    snippets(vault, ())
}

/// Takes a snippet of one's own out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_snippet(vault: &Vault, input: SnippetRef) -> Result<Vec<Snippet>> {
    let sql = "SELECT title FROM snippet WHERE id = ?1";
    let title: String =
        vault.read(|c| c.prepare_cached(sql)?.query_row([input.id], |r| r.get(0)).optional()?.or_not_found())?;
    vault.write("removeSnippet", &title, |w| {
        let rid = w.rid(&snippet::KIND, input.id)?;
        w.remove(&snippet::KIND, rid)
    })?;
    snippets(vault, ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::coach::{CheckId, Letter, coach};

    #[test]
    fn calm_words_stand_in_every_language_and_their_gaps_are_never_sent() {
        for (language, file) in CALM {
            let calm: Vec<(String, String)> = serde_json::from_str(file).unwrap();
            assert_eq!(calm.len(), 8, "{language}");
            for (title, text) in calm {
                assert!(!title.is_empty() && text == text.trim(), "{language}: {title}");
                let letter = Letter { text: text.clone(), language: language.to_owned(), ..Letter::default() };
                let left = coach(&letter).findings.iter().any(|found| found.id == CheckId::Mc01);
                assert_eq!(left, text.contains("___"), "{language}: {text}");
            }
        }
    }
}
