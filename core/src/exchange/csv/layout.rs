//! Tables of known programs, told by their headings, and Google's numbered ones.

use super::heading::plain;
use super::target::{Field, Target};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// The program that wrote a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "TableLayout")]
pub enum Layout {
    /// Google Contacts since 2024.
    GoogleNew,
    /// Google Contacts before.
    GoogleOld,
    /// Google Contacts, written for Outlook.
    GoogleOutlook,
    /// Outlook for Windows.
    OutlookClassic,
    /// Outlook.com and the new Outlook.
    OutlookCom,
    /// Thunderbird.
    Thunderbird,
    /// LinkedIn's connections.
    LinkedIn,
    /// HubSpot.
    HubSpot,
    /// Another.
    #[default]
    Other,
}

impl Layout {
    /// Tells the program by headings that only it writes together.
    #[must_use]
    pub fn of(headings: &[String]) -> Self {
        let present: HashSet<String> = headings.iter().map(|heading| plain(heading)).collect();
        let has = |all: &[&str]| all.iter().all(|heading| present.contains(*heading));
        let signs: [(&[&str], Self); 10] = [
            (&["given name", "group membership"], Self::GoogleOld),
            (&["given name", "family name", "e mail 1 type"], Self::GoogleOld),
            (&["first name", "organization name", "labels"], Self::GoogleNew),
            (&["first name", "phonetic first name", "file as"], Self::GoogleNew),
            (&["given yomi", "surname yomi", "imaddress"], Self::OutlookCom),
            (&["business country region", "organizational id number"], Self::OutlookClassic),
            (&["home country", "e mail address", "home phone 2"], Self::GoogleOutlook),
            (&["display name", "secondary email", "screen name"], Self::Thunderbird),
            (&["first name", "last name", "connected on"], Self::LinkedIn),
            (&["record id", "first name"], Self::HubSpot),
        ];
        signs.into_iter().find(|(all, _)| has(all)).map_or(Self::Other, |(_, layout)| layout)
    }
}

/// What one of Google's numbered headings means: `Phone 2 - Value`. The dash matters: Outlook's `E-mail 2 Type` is
/// something else.
#[must_use]
pub fn numbered(heading: &str) -> Option<Target> {
    let (family, part) = heading.split_once(" - ")?;
    let (family, slot) = family.trim().rsplit_once(' ')?;
    let (family, part) = (plain(family), plain(part));
    let slot = slot.parse().ok()?;
    let field = match (family.as_str(), part.as_str()) {
        ("e mail", "value") => Field::Email,
        ("e mail", "label" | "type") => Field::EmailLabel,
        ("phone", "value") => Field::Phone,
        ("phone", "label" | "type") => Field::PhoneLabel,
        ("website", "value") => Field::Web,
        ("website", "label" | "type") => Field::WebLabel,
        ("im", "value") => Field::Messenger,
        ("im", "label" | "type") => Field::MessengerLabel,
        ("im", "service") => Field::MessengerService,
        ("relation", "value") => Field::Related,
        ("relation", "label" | "type") => Field::RelatedLabel,
        ("event", "value") => Field::Date,
        ("event", "label" | "type") => Field::DateLabel,
        ("custom field", "value") => Field::Custom,
        ("custom field", "label" | "type") => Field::CustomLabel,
        ("organization", "name") => Field::Org,
        ("organization", "title") => Field::Title,
        ("organization", "department") => Field::Unit,
        ("address", "label" | "type") => Field::AddressLabel,
        ("address", "formatted") => Field::Address,
        ("address", "street") => Field::Street,
        ("address", "city") => Field::City,
        ("address", "po box") => Field::PoBox,
        ("address", "region") => Field::Region,
        ("address", "postal code") => Field::PostalCode,
        ("address", "country") => Field::Country,
        ("address", "extended address") => Field::Extended,
        _ => return None,
    };
    Some(Target::with(field, "", slot))
}

/// Whether a cell only repeats what a program writes when nobody filled it in.
#[must_use]
pub fn is_default(heading: &str, value: &str) -> bool {
    match plain(heading).as_str() {
        "gender" => value == "Unspecified",
        "priority" | "sensitivity" => value == "Normal",
        "private" => value == "False",
        heading if heading.starts_with("e mail") && heading.ends_with("type") => value == "SMTP",
        _ => false,
    }
}
