//! Changing people: one person's fields, or the stage and the bin for many at once.

use super::kinds::person;
use super::{PersonRef, get};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::vault::{Field, Vault, Writer};
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

/// Fields of a person to be changed; those left out stay as they are.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
pub struct EditPerson {
    /// The person.
    #[ts(type = "string")]
    #[ts(optional = false)]
    pub id: Option<PersonId>,
    /// As they write it.
    pub name: Option<String>,
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
}

impl EditPerson {
    /// The fields that are to change.
    #[must_use]
    pub fn cells(&self) -> Vec<(Field, String)> {
        let all = [
            (person::NAME, &self.name),
            (person::PREFIX, &self.prefix),
            (person::GIVEN, &self.given),
            (person::MIDDLE, &self.middle),
            (person::FAMILY, &self.family),
            (person::SUFFIX, &self.suffix),
            (person::NICKNAME, &self.nickname),
            (person::SAID, &self.said),
            (person::ADDRESS_AS, &self.address_as),
            (person::FORM_OF_ADDRESS, &self.form_of_address),
            (person::LANGUAGE, &self.language),
            (person::STAGE, &self.stage),
            (person::RELATION, &self.relation),
            (person::PREFERRED_CHANNEL, &self.preferred_channel),
            (person::NOTE, &self.note),
            (person::SOURCE, &self.source),
            (person::SINCE, &self.since),
        ];
        all.into_iter().filter_map(|(field, text)| text.clone().map(|t| (field, t))).collect()
    }
}

/// Changes a person's fields.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the name would become empty.
pub fn edit(vault: &Vault, change: EditPerson) -> Result<super::Person> {
    let id = change.id.ok_or_else(|| Error::invalid("id", "missing"))?;
    if change.name.as_ref().is_some_and(|n| n.trim().is_empty()) {
        return Err(Error::invalid("name", "empty"));
    }
    let name = get::named(vault, PersonRef { id })?.name;
    vault.write("editPerson", &name, |w| {
        let rid = w.rid(&person::KIND, id)?;
        for (field, text) in change.cells() {
            w.set(&person::KIND, rid, field, text)?;
        }
        Ok(())
    })?;
    get(vault, PersonRef { id })
}

/// Several people at once.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct Many {
    /// The people.
    pub ids: Vec<PersonId>,
}

/// A stage for several people.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct SetStage {
    /// The people.
    pub ids: Vec<PersonId>,
    /// The stage; empty: none.
    pub stage: String,
}

/// Sets the stage of several people in one step. Returns how many changed.
///
/// # Errors
/// [`crate::error::Code::Invalid`] for a stage that does not exist.
pub fn set_stage(vault: &Vault, set: SetStage) -> Result<u32> {
    if !set.stage.is_empty() && !super::STAGES.contains(&set.stage.as_str()) {
        return Err(Error::invalid("stage", "unknown"));
    }
    each(vault, "setStage", &set.ids, |w, rid| w.set(&person::KIND, rid, person::STAGE, set.stage.clone()))
}

/// Puts people into the bin. Returns how many.
///
/// # Errors
/// When one of them does not exist; none is binned then.
pub fn bin(vault: &Vault, many: Many) -> Result<u32> {
    each(vault, "binPeople", &many.ids, |w, rid| {
        let binned: bool =
            w.conn().query_row("SELECT binned_at IS NOT NULL FROM person WHERE rid = ?1", [rid], |r| r.get(0))?;
        if binned { Ok(false) } else { w.set(&person::KIND, rid, person::BINNED_AT, w.now()) }
    })
}

/// Takes people out of the bin. Returns how many.
///
/// # Errors
/// When one of them does not exist; none is restored then.
pub fn restore(vault: &Vault, many: Many) -> Result<u32> {
    each(vault, "restorePeople", &many.ids, |w, rid| w.set(&person::KIND, rid, person::BINNED_AT, Value::Null))
}

/// Does the same to each, as one step named after the one person or their number.
fn each(
    vault: &Vault,
    name: &'static str,
    ids: &[PersonId],
    f: impl Fn(&mut Writer<'_>, i64) -> Result<bool>,
) -> Result<u32> {
    let subject = match ids {
        [id] => get::named(vault, PersonRef { id: *id })?.name,
        many => many.len().to_string(),
    };
    vault.write(name, &subject, |w| {
        let mut changed = 0;
        for id in ids {
            let rid = w.rid(&person::KIND, *id)?;
            changed += u32::from(f(w, rid)?);
        }
        Ok(changed)
    })
}
