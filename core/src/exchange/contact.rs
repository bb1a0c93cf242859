//! The neutral contact: the one shape that every format is read into and written from.

use super::date::PartialDate;
use serde::{Deserialize, Serialize};

/// One person, organisation or group, as a file tells it. Nothing is guessed or corrected here: rules about who is who
/// and which number is dialled how belong to the rooms that keep people.
///
/// Text holds `\n` as its only line end. Empty fields are empty strings or lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// Where it began in its file: 1-based line.
    pub line: usize,
    /// What it is.
    pub kind: ContactKind,
    /// The file's own identifier, as written.
    pub uid: Option<String>,
    /// When its program last changed it, as written.
    pub revised: Option<String>,
    /// All parts of the name.
    pub name: Name,
    /// E-mail addresses without `mailto:`.
    pub emails: Vec<Reach>,
    /// Telephone numbers as written, without `tel:`.
    pub phones: Vec<Reach>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Web pages, messengers, social profiles.
    pub links: Vec<Link>,
    /// Employers and the like, each with what the person is there.
    pub orgs: Vec<OrgTie>,
    /// Birthday and other days.
    pub dates: Vec<DatedNote>,
    /// Notes, one each.
    pub notes: Vec<String>,
    /// Categories, labels, groups.
    pub tags: Vec<String>,
    /// People named as related.
    pub related: Vec<Related>,
    /// Identifiers of the members, when this is a group.
    pub members: Vec<String>,
    /// The picture.
    pub photo: Option<Photo>,
    /// What was not understood, verbatim.
    pub extra: Vec<Extra>,
}

/// What a contact is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContactKind {
    /// A person; also when the file does not say.
    #[default]
    Person,
    /// A company or other organisation.
    Org,
    /// A list of contacts.
    Group,
}

/// A name in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Name {
    /// The name to show, exactly as written; empty when the file has none.
    pub full: String,
    /// Titles before the name.
    pub prefix: String,
    /// Given name.
    pub given: String,
    /// Middle names.
    pub middle: String,
    /// Family name.
    pub family: String,
    /// What follows the name.
    pub suffix: String,
    /// Family name before marriage.
    pub maiden: String,
    /// Nicknames.
    pub nicknames: Vec<String>,
    /// How the parts are said (yomi, phonetic).
    pub said: Said,
}

/// How a name is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Said {
    /// Given name.
    pub given: String,
    /// Middle names.
    pub middle: String,
    /// Family name.
    pub family: String,
}

/// What an address, number or link is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Purpose {
    /// Lower-case words of the vCard vocabulary: `work`, `home`, `cell`, `fax`, `pager`, `main`, `other` …
    pub types: Vec<String>,
    /// The user's own word for it.
    pub label: Option<String>,
    /// The one to use first.
    pub preferred: bool,
}

/// An e-mail address or a telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reach {
    /// The address or number.
    pub value: String,
    /// What it is for.
    #[serde(flatten)]
    pub purpose: Purpose,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    /// Post-office box.
    pub po_box: String,
    /// Flat, floor, building.
    pub extended: String,
    /// Street and number; may have several lines.
    pub street: String,
    /// Town.
    pub city: String,
    /// Province, state, canton.
    pub region: String,
    /// Postal code.
    pub postal_code: String,
    /// Country, as written.
    pub country: String,
    /// Two-letter country code, when the file has one.
    pub country_code: String,
    /// The address as it stands on an envelope, when the file has it.
    pub formatted: String,
    /// Further components of RFC 9554 (room, floor, house number …), in its order.
    pub detail: Vec<String>,
    /// What it is for.
    #[serde(flatten)]
    pub purpose: Purpose,
}

/// A web page, messenger handle or social profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Link {
    /// What it is.
    pub kind: LinkKind,
    /// The service in lower case (`skype`, `twitter`); empty for a web page.
    pub service: String,
    /// Address or handle.
    pub value: String,
    /// The user's name there, where a profile names it beside its address.
    pub user: String,
    /// What it is for.
    #[serde(flatten)]
    pub purpose: Purpose,
}

/// What a link is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LinkKind {
    /// A web page.
    #[default]
    Web,
    /// A messenger.
    Messenger,
    /// A profile in a social network.
    Social,
}

/// An organisation and what the person is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OrgTie {
    /// The organisation; empty when only a title is known.
    pub name: String,
    /// Departments, from the outside in; as written, so an empty one can stand between.
    pub units: Vec<String>,
    /// Job title.
    pub title: String,
    /// Role or profession.
    pub role: String,
}

/// A day that matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DatedNote {
    /// Which day.
    pub kind: DateKind,
    /// The user's own word for it, when the kind is [`DateKind::Other`].
    pub label: Option<String>,
    /// The day, where it could be understood.
    pub date: Option<PartialDate>,
    /// What was written, where it could not.
    pub text: String,
}

/// Which day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DateKind {
    /// Birthday.
    Birthday,
    /// Wedding or the like.
    Anniversary,
    /// When we met; never a last contact.
    FirstMet,
    /// The day of death.
    Death,
    /// Another.
    #[default]
    Other,
}

/// Somebody named as related.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Related {
    /// Their name, or the identifier of their card.
    pub name: String,
    /// Who they are to this contact: `mother`, `manager` or the user's own word; empty when not said.
    pub relation: String,
}

/// A picture. Addresses are kept and never fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "from", content = "content")]
pub enum Photo {
    /// The picture itself.
    Embedded {
        /// As the file says it, lower-case (`image/jpeg`), or empty. Not to be trusted.
        media_type: String,
        /// The bytes, as decoded.
        bytes: Vec<u8>,
    },
    /// Where the file says that a picture is.
    Url(String),
}

/// Something that was not understood, kept as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "from", content = "content")]
pub enum Extra {
    /// A line of a vCard, unfolded.
    Line(String),
    /// A column of a table.
    Column {
        /// Its heading.
        header: String,
        /// The cell.
        value: String,
    },
}

impl Purpose {
    /// For these uses, and nothing else said.
    #[must_use]
    pub fn of(types: &[&str]) -> Self {
        Self { types: types.iter().map(|&word| word.to_owned()).collect(), ..Self::default() }
    }
}

impl Extra {
    /// The text that was kept.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Line(line) => line,
            Self::Column { value, .. } => value,
        }
    }
}
