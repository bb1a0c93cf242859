//! What an import would bring, in few words: for showing before anything is kept, and for scoring the reader.

use super::contact::Contact;
use super::problem::Problem;
use super::read::Parsed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DryRun {
    /// Each contact in short.
    pub contacts: Vec<DryContact>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// A contact in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DryContact {
    /// What to call it: the full name, else what there is.
    #[serde(rename = "fn")]
    pub full_name: String,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Organisations, each with its units: `Name;Unit;Unit`.
    pub orgs: Vec<String>,
}

impl From<&Contact> for DryContact {
    fn from(contact: &Contact) -> Self {
        let orgs = contact.orgs.iter().filter(|org| !org.name.is_empty() || !org.units.is_empty());
        Self {
            full_name: contact.display_name(),
            emails: contact.emails.iter().map(|email| email.value.clone()).collect(),
            phones: contact.phones.iter().map(|phone| phone.value.clone()).collect(),
            orgs: orgs
                .map(|org| {
                    std::iter::once(&org.name).chain(&org.units).map(String::as_str).collect::<Vec<_>>().join(";")
                })
                .collect(),
        }
    }
}

impl From<&Parsed> for DryRun {
    fn from(parsed: &Parsed) -> Self {
        Self { contacts: parsed.contacts.iter().map(DryContact::from).collect(), problems: parsed.problems.clone() }
    }
}
