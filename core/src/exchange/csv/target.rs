//! What a column of a table can hold, and the mapping that a user may edit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which column goes where, in the order of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "TableMapping")]
pub struct Mapping {
    /// One for each column.
    pub columns: Vec<Column>,
}

/// Where one column goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "TableColumn")]
pub struct Column {
    /// Its heading, as written.
    pub header: String,
    /// Where its cells go.
    pub target: Target,
}

/// A place in a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, rename = "ColumnTarget")]
pub struct Target {
    /// Which field.
    pub field: Field,
    /// Columns of the same kind and the same number make up one address, organisation, day or labelled value.
    pub slot: u32,
    /// What it is for, in the user's words: `work`, `home fax`, `Assistant`; the relation, service or name of a day.
    pub word: String,
}

/// A field of a contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ContactField")]
pub enum Field {
    /// Not understood: kept with its heading.
    #[default]
    Keep,
    /// Left out.
    Ignore,
    /// The whole name.
    FullName,
    /// Title before the name.
    Prefix,
    /// Given name.
    Given,
    /// Middle names.
    Middle,
    /// Family name.
    Family,
    /// What follows the name.
    Suffix,
    /// Family name before marriage.
    Maiden,
    /// Nickname.
    Nickname,
    /// How the given name is said.
    SaidGiven,
    /// How the middle name is said.
    SaidMiddle,
    /// How the family name is said.
    SaidFamily,
    /// E-mail address.
    Email,
    /// What the e-mail address of that slot is for.
    EmailLabel,
    /// Telephone number.
    Phone,
    /// What the number of that slot is for.
    PhoneLabel,
    /// Web page.
    Web,
    /// What the page of that slot is.
    WebLabel,
    /// Handle in a messenger; the word is the service.
    Messenger,
    /// The service of that slot.
    MessengerService,
    /// What the handle of that slot is for.
    MessengerLabel,
    /// Social profile; the word is the service.
    Social,
    /// Organisation.
    Org,
    /// Department.
    Unit,
    /// Job title.
    Title,
    /// Role or profession.
    Role,
    /// A whole address.
    Address,
    /// What the address of that slot is for.
    AddressLabel,
    /// Post-office box.
    PoBox,
    /// Flat, floor, building.
    Extended,
    /// Street; several columns become several lines.
    Street,
    /// Town.
    City,
    /// Province, state.
    Region,
    /// Postal code.
    PostalCode,
    /// Country.
    Country,
    /// Birthday.
    Birthday,
    /// Its year alone.
    BirthYear,
    /// Its month alone.
    BirthMonth,
    /// Its day alone.
    BirthDay,
    /// Anniversary.
    Anniversary,
    /// When we met.
    FirstMet,
    /// Another day; the word is its name.
    Date,
    /// The name of the day of that slot.
    DateLabel,
    /// Note.
    Note,
    /// Tags, several in one cell.
    Tags,
    /// Somebody related; the word is the relation.
    Related,
    /// The relation of that slot.
    RelatedLabel,
    /// Address of a picture.
    Photo,
    /// The other program's identifier.
    Uid,
    /// The name of a field of the user's own.
    CustomLabel,
    /// Its value.
    Custom,
}

impl Target {
    /// That field, alone.
    #[must_use]
    pub fn of(field: Field) -> Self {
        Self { field, ..Self::default() }
    }

    /// That field with a word for it.
    #[must_use]
    pub fn with(field: Field, word: &str, slot: u32) -> Self {
        Self { field, slot, word: word.to_owned() }
    }
}

impl Field {
    /// Whether its cells are dates whose day and month may stand in either order.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Birthday | Self::Anniversary | Self::FirstMet | Self::Date)
    }

    /// Whether it is a part of a postal address.
    #[must_use]
    pub fn is_address(self) -> bool {
        let parts =
            [Self::Address, Self::AddressLabel, Self::PoBox, Self::Extended, Self::Street, Self::City, Self::Region];
        parts.contains(&self) || matches!(self, Self::PostalCode | Self::Country)
    }
}
