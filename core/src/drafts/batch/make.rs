//! Makes a batch: from a segment or some people, and a template, a letter a person. Stop leaves everything as it was.

use super::begin::{Outcome, Plan, begin, insert_held};
use super::read::{Batch, BatchRef, batch, tidy_name};
use crate::drafts::coach::LetterKind;
use crate::drafts::kinds::batch as kind;
use crate::drafts::shared::Shared;
use crate::drafts::templates::{choose_among, kind_text};
use crate::error::{Error, Result};
use crate::ids::{BatchId, PersonId, SegmentId};
use crate::people;
use crate::segments::{self, SegmentRef};
use crate::touchpoints::Channel;
use crate::vault::Vault;
use serde::Deserialize;
use ts_rs::TS;

/// The most people in one batch: more than anybody reads one by one.
const MOST: usize = 5_000;

/// A batch to be made, of a segment or of some people.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MakeBatch {
    /// What it is called; the segment's name when left out.
    #[serde(default)]
    pub name: Option<String>,
    /// The segment that gets it.
    #[serde(default)]
    pub segment: Option<SegmentId>,
    /// Or these people.
    #[serde(default)]
    pub people: Option<Vec<PersonId>>,
    /// What its letters are for.
    pub kind: LetterKind,
    /// A template's key; the first for the kind and each one's language, when left out.
    #[serde(default)]
    pub template: Option<String>,
    /// How they go; e-mail when left out.
    #[serde(default)]
    pub channel: Option<Channel>,
}

/// Begins a letter for each of them, or keeps why there is none.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Stopped`], and nothing is made;
/// [`crate::error::Code::Invalid`] when it is for nobody, for more than 5000, has no name, or its template is faulty.
pub fn make_batch(vault: &Vault, input: MakeBatch) -> Result<Batch> {
    let (people, name) = readers(vault, &input)?;
    let name = tidy_name(input.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&name))?;
    let shared = Shared::of(vault)?;
    let template = input.template.clone().unwrap_or_default();
    if !template.is_empty() {
        choose_among(&shared.templates, input.kind, "", Some(&template))?;
    }
    let channel = input.channel.unwrap_or(Channel::Email);
    let plan = Plan { shared: &shared, kind: input.kind, channel, template: &template, batch: None, anyway: false };
    let running = vault.job().begin(people.len() as u64);
    let mut outcomes = Vec::with_capacity(people.len());
    for id in people {
        running.step()?;
        outcomes.push((id, begin(vault, &plan, id)?));
    }
    let id = BatchId::make();
    vault.write("makeBatch", &name, |w| {
        let now = w.now();
        let cells = [
            (kind::NAME, name.clone().into()),
            (kind::SEGMENT, input.segment.map(|id| id.to_string()).unwrap_or_default().into()),
            (kind::KIND_OF, kind_text(input.kind).into()),
            (kind::CHANNEL, channel.as_str().to_owned().into()),
            (kind::TEMPLATE, template.clone().into()),
            (kind::CREATED_AT, now.into()),
        ];
        let rid = w.insert(&kind::KIND, id, &cells)?;
        for (who, outcome) in &outcomes {
            match outcome {
                Outcome::Letter(begun) => begun.insert(w, rid).map(drop)?,
                Outcome::Held(why, detail) => insert_held(w, rid, *who, *why, detail)?,
            }
        }
        Ok(())
    })?;
    batch(vault, BatchRef { id })
}

/// Whom it is for, in the order of their names, and what to call it where nobody said.
fn readers(vault: &Vault, input: &MakeBatch) -> Result<(Vec<PersonId>, String)> {
    let (people, name) = match (input.segment, &input.people) {
        (Some(id), None) => {
            let name = segments::named(vault, SegmentRef { id })?.name;
            let rule = vault.read(|c| segments::rule_of(c, id))?;
            let members = segments::members(vault, &rule)?;
            let order = people::by_name(vault)?;
            let rids = order.iter().filter(|rid| members.contains(**rid));
            let people = vault.read(|c| {
                let mut id = c.prepare_cached("SELECT id FROM person WHERE rid = ?1")?;
                Ok(rids.map(|rid| id.query_row([rid], |r| r.get(0))).collect::<rusqlite::Result<_>>()?)
            })?;
            (people, name)
        }
        (None, Some(people)) => {
            let mut known = std::collections::HashSet::new();
            (people.iter().copied().filter(|id| known.insert(*id)).collect(), String::new())
        }
        _ => return Err(Error::invalid("segment", "oneOf")),
    };
    let people: Vec<PersonId> = people;
    match people.len() {
        0 => Err(Error::invalid("people", "empty")),
        n if n > MOST => Err(Error::invalid("people", "tooMany").with("limit", MOST)),
        _ => Ok((people, name)),
    }
}
