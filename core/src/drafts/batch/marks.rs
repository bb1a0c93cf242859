//! What became of a letter's ground since it was looked at last: something newer was logged, the person or the template is
//! another one now. Such a letter is stale, and is looked at again before it may be approved or handed over.

use crate::drafts::shared::Shared;
use crate::drafts::templates::TemplateRow;
use crate::error::{Error, OrNotFound, Result};
use crate::people::Person;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

/// Why a letter is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum StaleWhy {
    /// Something was logged with the person since.
    Touchpoint,
    /// Their name, role, firm or address changed since.
    Person,
    /// The template changed since.
    Template,
}

/// A person as letters name them, and where they reach them, in a few signs: another mark, another person.
pub(super) fn of_person(person: &Person, to: Option<&str>) -> String {
    let Person { row, given, family, address_as, prefix, language, form_of_address, .. } = person;
    mark(&[
        &row.name,
        given,
        family,
        address_as,
        prefix,
        &row.title,
        &row.organisation,
        language,
        form_of_address,
        to.unwrap_or_default(),
    ])
}

/// A template in a few signs.
pub(super) fn of_template(template: &TemplateRow) -> String {
    mark(&[&template.subject, &template.body])
}

fn mark(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part.as_bytes());
    }
    data_encoding::HEXLOWER.encode(&hash.finalize()[..8])
}

/// What a letter of a batch was made of, as it is kept.
pub(super) struct Ground {
    /// The row of its person.
    pub person: i64,
    /// When it was begun or looked at last.
    pub looked_at: i64,
    person_mark: String,
    template_mark: String,
    made_with: String,
}

impl Ground {
    /// Of the letter in that row.
    pub fn of(c: &Connection, letter: i64) -> Result<Self> {
        let sql = "SELECT person, max(created_at, coalesce(looked_at, 0)), person_mark, template_mark, made_with FROM draft WHERE rid = ?1";
        let found = c.prepare_cached(sql)?.query_row([letter], |r| {
            Ok(Self {
                person: r.get(0)?,
                looked_at: r.get(1)?,
                person_mark: r.get(2)?,
                template_mark: r.get(3)?,
                made_with: r.get(4)?,
            })
        });
        found.optional()?.or_not_found()
    }

    /// Why it is stale; a template that is gone has not changed.
    pub fn stale(&self, c: &Connection, person: &Person, to: Option<&str>, shared: &Shared) -> Result<Vec<StaleWhy>> {
        let sql = "SELECT coalesce(last_at, 0) > ?2 FROM person_stat WHERE person = ?1";
        let mut found = Vec::new();
        if c.prepare_cached(sql)?.query_row((self.person, self.looked_at), |r| r.get(0))? {
            found.push(StaleWhy::Touchpoint);
        }
        if self.person_mark != of_person(person, to) {
            found.push(StaleWhy::Person);
        }
        let template = shared.templates.iter().find(|one| one.key == self.made_with);
        if template.is_some_and(|now| of_template(now) != self.template_mark) {
            found.push(StaleWhy::Template);
        }
        Ok(found)
    }
}

/// Whether a letter of a batch may leave: it is approved, and nothing of its ground has changed since.
///
/// # Errors
/// [`crate::error::Code::Invalid`] with `field: "letter"` and why: `notApproved`, `stale`.
pub(crate) fn fitness(vault: &Vault, letter: &crate::drafts::Draft) -> Result<()> {
    let Some(batch) = &letter.batch else { return Ok(()) };
    if !batch.approved || batch.held_why.is_some() {
        return Err(Error::invalid("letter", "notApproved"));
    }
    if stale_of(vault, letter)?.is_empty() { Ok(()) } else { Err(Error::invalid("letter", "stale")) }
}

/// Why a letter is stale; one of no batch, or one that was handed over, never is.
pub(super) fn stale_of(vault: &Vault, letter: &crate::drafts::Draft) -> Result<Vec<StaleWhy>> {
    use crate::drafts::kinds::draft;
    if letter.batch.is_none() || letter.row.status != crate::drafts::DraftStatus::Writing {
        return Ok(Vec::new());
    }
    let shared = Shared::of(vault)?;
    let person = crate::people::get(vault, crate::people::PersonRef { id: letter.row.person.id })?;
    vault.read(|c| {
        let rid = crate::vault::rid_of(c, &draft::KIND, letter.row.id)?;
        Ground::of(c, rid)?.stale(c, &person, letter.to.as_deref(), &shared)
    })
}
