//! Putting a person into the book.

use super::kinds::person;
use super::parts::{self, DateInput, RoleInput, TieInput};
use super::{PersonRef, ReachInput, get, reach, tags};
use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::vault::{Vault, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person to be created. Only the name is needed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct NewPerson {
    /// As they write it.
    pub name: String,
    /// Title before the name.
    pub prefix: Option<String>,
    /// Given name.
    pub given: Option<String>,
    /// Further given names.
    pub middle: Option<String>,
    /// Family name.
    pub family: Option<String>,
    /// After the name.
    pub suffix: Option<String>,
    /// What friends call them.
    pub nickname: Option<String>,
    /// How the name is said aloud.
    pub said: Option<String>,
    /// How they wish to be addressed.
    pub address_as: Option<String>,
    /// `formal`, `middle`, `familiar`.
    pub form_of_address: Option<String>,
    /// Language to write to them in.
    pub language: Option<String>,
    /// Stage of the relationship.
    pub stage: Option<String>,
    /// Type of relationship.
    pub relation: Option<String>,
    /// The channel they like best.
    pub preferred_channel: Option<String>,
    /// What to remember.
    pub note: Option<String>,
    /// Where we know them from.
    pub source: Option<String>,
    /// Customer since.
    pub since: Option<String>,
    /// The identifier that another program gave them.
    pub uid: Option<String>,
    /// What an import could not place, line by line.
    pub extra: Vec<String>,
    /// Addresses.
    pub reaches: Vec<ReachInput>,
    /// Roles.
    pub roles: Vec<RoleInput>,
    /// Ties.
    pub ties: Vec<TieInput>,
    /// Important dates.
    pub dates: Vec<DateInput>,
    /// Names of tags.
    pub tags: Vec<String>,
    /// When they came into the book; now, when left out. Only for those who bring an older book.
    #[serde(skip)]
    #[ts(skip)]
    pub created_at: Option<Millis>,
}

/// Creates a person.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no name.
pub fn create(vault: &Vault, new: NewPerson) -> Result<super::Person> {
    let id = PersonId::make();
    vault.write("createPerson", new.name.trim(), |w| insert(w, id, &new))?;
    get(vault, PersonRef { id })
}

/// Creates a person inside a larger step.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no name.
pub fn insert(w: &mut Writer<'_>, id: PersonId, new: &NewPerson) -> Result<i64> {
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", "empty"));
    }
    let mut cells =
        vec![(person::NAME, name.to_owned().into()), (person::CREATED_AT, new.created_at.unwrap_or(w.now()).into())];
    let texts = [
        (person::PREFIX, &new.prefix),
        (person::GIVEN, &new.given),
        (person::MIDDLE, &new.middle),
        (person::FAMILY, &new.family),
        (person::SUFFIX, &new.suffix),
        (person::NICKNAME, &new.nickname),
        (person::SAID, &new.said),
        (person::ADDRESS_AS, &new.address_as),
        (person::FORM_OF_ADDRESS, &new.form_of_address),
        (person::LANGUAGE, &new.language),
        (person::STAGE, &new.stage),
        (person::RELATION, &new.relation),
        (person::PREFERRED_CHANNEL, &new.preferred_channel),
        (person::NOTE, &new.note),
        (person::SOURCE, &new.source),
        (person::SINCE, &new.since),
        (person::UID, &new.uid),
    ];
    cells.extend(texts.into_iter().map(|(field, text)| (field, text.clone().unwrap_or_default().into())));
    cells.push((person::EXTRA, new.extra.join("\n").into()));
    let rid = w.insert(&person::KIND, id, &cells)?;
    for address in &new.reaches {
        reach::insert_reach(w, rid, address)?;
    }
    for role in &new.roles {
        parts::insert_role(w, rid, role)?;
    }
    for tie in &new.ties {
        parts::insert_tie(w, rid, tie)?;
    }
    for date in &new.dates {
        parts::insert_date(w, rid, date)?;
    }
    for name in &new.tags {
        tags::put(w, rid, name)?;
    }
    Ok(rid)
}
