//! What a condition can be about: the tags, organisations, languages and sources that stand in the book.

use crate::error::Result;
use crate::ids::OrgId;
use crate::people::{self, TagRow};
use crate::vault::Vault;
use crate::vault::text::fold;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many organisations are offered at once.
const OFFERED: u32 = 50;

/// What is looked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct ChoicesInput {
    /// Organisations with this in their name.
    pub organisation: Option<String>,
}

/// What a condition can be about.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Choices {
    /// All tags.
    pub tags: Vec<TagRow>,
    /// Organisations, those with the most people first; fifty at most.
    pub organisations: Vec<OrganisationChoice>,
    /// Languages that people are written to in.
    pub languages: Vec<String>,
    /// Where people came from.
    pub sources: Vec<String>,
}

/// An organisation to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct OrganisationChoice {
    /// Names it.
    pub id: OrgId,
    /// What it is called.
    pub name: String,
    /// How many people have a role there now.
    pub people: u32,
}

/// What a condition can be about.
///
/// # Errors
/// When the vault cannot be read.
pub fn choices(vault: &Vault, input: ChoicesInput) -> Result<Choices> {
    let tags = people::tags(vault, ())?;
    let wanted = fold(input.organisation.unwrap_or_default().trim());
    vault.read(|c| {
        let mut rows = c.prepare_cached(
            "SELECT o.id, o.name, count(DISTINCT r.person) FROM organisation o
             LEFT JOIN role r ON r.organisation = o.rid AND r.ended = ''
             WHERE o.binned_at IS NULL AND instr(fold(o.name), ?1) GROUP BY o.rid ORDER BY 3 DESC, sort_key(o.name) LIMIT ?2",
        )?;
        let organisations = rows
            .query_map(params![wanted, OFFERED], |r| Ok(OrganisationChoice { id: r.get(0)?, name: r.get(1)?, people: r.get(2)? }))?
            .collect::<rusqlite::Result<_>>()?;
        let words = |column: &str| -> Result<Vec<String>> {
            let mut rows = c.prepare_cached(&format!("SELECT DISTINCT {column} FROM person WHERE {column} <> '' ORDER BY 1 LIMIT 200"))?;
            Ok(rows.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
        };
        Ok(Choices { tags, organisations, languages: words("lower(language)")?, sources: words("source")? })
    })
}
