//! How a person is reached: what an address is, and saving and removing one.

use super::kinds::reach;
use super::parts::{Cells, put, remove, save};
use super::{normal_email, normal_phone};
use crate::error::{Error, Result};
use crate::ids::{PersonId, ReachId};
use crate::vault::{Vault, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One way to reach a person.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Reach {
    /// Names it.
    pub id: ReachId,
    /// What it is.
    pub kind: ReachKind,
    /// As its owner calls it: work, home, …
    pub label: String,
    /// As it was written; a postal address over several lines.
    pub value: String,
    /// The parts of a postal address.
    pub parts: Option<PostalParts>,
    /// The one to use first among its kind.
    pub preferred: bool,
}

/// What an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ReachKind {
    /// E-mail.
    Email,
    /// Telephone.
    Phone,
    /// Postal address.
    Address,
    /// Web page or social profile.
    Link,
    /// Messaging.
    Chat,
}

impl ReachKind {
    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Link => "link",
            Self::Chat => "chat",
        }
    }

    /// From how it stands in the vault.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        match text {
            "email" => Self::Email,
            "phone" => Self::Phone,
            "address" => Self::Address,
            "chat" => Self::Chat,
            _ => Self::Link,
        }
    }
}

/// The parts of a postal address; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct PostalParts {
    /// Post office box.
    pub po_box: String,
    /// Flat, floor, building.
    pub extended: String,
    /// Street and number.
    pub street: String,
    /// Town.
    pub city: String,
    /// State, province, county.
    pub region: String,
    /// Postal code.
    pub code: String,
    /// Country.
    pub country: String,
}

/// An address to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct ReachInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<ReachId>,
    /// Whose it is; needed when it is saved on its own.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// What it is.
    pub kind: ReachKind,
    /// Work, home, …
    #[serde(default)]
    pub label: Option<String>,
    /// As it is written.
    pub value: String,
    /// The parts of a postal address.
    #[serde(default)]
    pub parts: Option<PostalParts>,
    /// The one to use first.
    #[serde(default)]
    pub preferred: Option<bool>,
}

/// Saves an address.
///
/// # Errors
/// [`Code::Invalid`] when it is empty.
pub fn save_reach(vault: &Vault, input: ReachInput) -> Result<super::Person> {
    save(vault, "saveReach", input.person, &reach::KIND, input.id.map(Into::into), reach_cells(&input)?)
}

/// Removes an address.
///
/// # Errors
/// When it does not exist.
pub fn remove_reach(vault: &Vault, input: super::RemoveInput<ReachId>) -> Result<()> {
    vault.write("removeReach", "", |w| remove(w, &reach::KIND, input.id.into()))
}

pub(crate) fn insert_reach(w: &mut Writer<'_>, owner: i64, input: &ReachInput) -> Result<()> {
    let cells = reach_cells(input)?;
    put(w, &reach::KIND, None, owner, &cells)
}

fn reach_cells(input: &ReachInput) -> Result<Cells> {
    let value = input.value.trim();
    if value.is_empty() {
        return Err(Error::invalid("value", "empty"));
    }
    let normal = match input.kind {
        ReachKind::Email => normal_email(value),
        ReachKind::Phone => normal_phone(value),
        _ => String::new(),
    };
    let parts = input.parts.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default();
    Ok(vec![
        (reach::KIND_OF, input.kind.as_str().to_owned().into()),
        (reach::LABEL, input.label.clone().unwrap_or_default().into()),
        (reach::VALUE, value.to_owned().into()),
        (reach::NORMAL, normal.into()),
        (reach::PARTS, parts.into()),
        (reach::PREFERRED, input.preferred.unwrap_or_default().into()),
    ])
}
