//! People: who they are, how to reach them, whom they belong to, what to remember about them.

mod concerned;
mod create;
mod edit;
mod field_values;
mod fields;
mod get;
pub mod kinds;
mod list;
mod normal;
mod orders;
mod parts;
pub mod picture;
mod reach;
mod same;
mod tags;
mod unnamed;

pub use concerned::concerned;
pub use create::{NewPerson, create, insert};
pub use edit::{EditPerson, Many, SetStage, bin, edit, restore, set_stage};
pub use field_values::{CustomValue, HeldField, SetField, held_fields, set_field, set_value, values};
pub(crate) use fields::GOALS;
pub use fields::{CustomField, CustomFieldInput, FieldKind, FieldOrigin, FieldRef, fields, remove_field, save_field};
pub use get::{NamedPerson, get, named, one_called, row_of};
pub use list::{PeopleFilter, Without, count, list, ordered, rows};
pub use normal::{normal_email, normal_phone};
pub use orders::by_name;
pub(crate) use parts::insert_tie;
pub use parts::{
    DateInput, RoleInput, TieInput, organisation_called, remove_date, remove_role, remove_tie, save_date, save_role,
    save_tie,
};
pub(crate) use picture::insert_picture;
pub use picture::{PictureInput, remove_picture, set_picture};
pub use reach::{PostalParts, Reach, ReachInput, ReachKind, remove_reach, save_reach};
pub use same::{Addition, add, addition, same_as};
pub use tags::{TagMany, TagRow, tag, tag_called, tags, untag};
pub use unnamed::Unnamed;

use crate::clock::Millis;
use crate::ids::{DateId, OrgId, PersonId, RoleId, TagId, TieId};
use crate::vault::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::person::KIND,
    &kinds::organisation::KIND,
    &kinds::reach::KIND,
    &kinds::role::KIND,
    &kinds::tie::KIND,
    &kinds::tag::KIND,
    &kinds::tagging::KIND,
    &kinds::important_date::KIND,
    &kinds::picture::KIND,
    &kinds::custom_field::KIND,
    &kinds::custom_value::KIND,
];

/// The stages of a relationship, in order (seed 262e, lifecycle 1–6).
pub const STAGES: [&str; 6] = ["awareness", "acquisition", "onboarding", "engagement", "retention", "advocacy"];

/// The six types of relationship (seed fbf2, types 1–6).
pub const RELATIONS: [&str; 6] = ["personal", "dedicated", "selfService", "automated", "community", "cocreation"];

/// A part of a list, and how long the whole is.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct Page<T> {
    /// This part.
    pub items: Vec<T>,
    /// Length of the whole.
    pub total: u32,
}

/// A person as a row of a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PersonRow {
    /// Names the person.
    pub id: PersonId,
    /// As they write it.
    pub name: String,
    /// Given name; empty: not said.
    pub given: String,
    /// Family name; empty: not said.
    pub family: String,
    /// Their newest role, if they have one.
    pub title: String,
    /// The organisation of that role.
    pub organisation: String,
    /// Stage of the relationship; empty: not said.
    pub stage: String,
    /// Their tags.
    pub tags: Vec<TagRow>,
    /// How many touchpoints there are.
    pub touches: u32,
    /// When the last one was, in milliseconds since 1970.
    pub last_at: Option<Millis>,
    /// How it felt, −2 … +2.
    pub last_felt: Option<i8>,
    /// Median gap between touchpoints in days; with at least four touchpoints.
    pub usual_gap_days: Option<f64>,
    /// When they were put into the bin.
    pub binned_at: Option<Millis>,
}

/// Everything a person's page shows beside the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Person {
    /// What a list shows of them.
    pub row: PersonRow,
    /// Title before the name: Dr.
    pub prefix: String,
    /// Given name.
    pub given: String,
    /// Further given names.
    pub middle: String,
    /// Family name.
    pub family: String,
    /// After the name: PhD.
    pub suffix: String,
    /// What friends call them.
    pub nickname: String,
    /// How the name is said aloud.
    pub said: String,
    /// How they wish to be addressed in a letter; empty: by given name.
    pub address_as: String,
    /// `formal`, `middle`, `familiar` or empty.
    pub form_of_address: String,
    /// Language to write to them in, a BCP 47 tag.
    pub language: String,
    /// One of the six types of relationship, or empty.
    pub relation: String,
    /// The channel they like best, or empty.
    pub preferred_channel: String,
    /// What to remember.
    pub note: String,
    /// Where we know them from.
    pub source: String,
    /// Customer since, `YYYY` or `YYYY-MM` or `YYYY-MM-DD`, or empty.
    pub since: String,
    /// What an import brought that Rapport has no place for, line by line, as it was written.
    pub extra: Vec<String>,
    /// When they came into the book.
    pub created_at: Millis,
    /// Their addresses.
    pub reaches: Vec<Reach>,
    /// Their roles, newest first.
    pub roles: Vec<Role>,
    /// Their ties to others.
    pub ties: Vec<Tie>,
    /// Their important dates.
    pub dates: Vec<ImportantDate>,
    /// Their picture as a `data:` address.
    pub picture: Option<String>,
}

/// A role in an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Role {
    /// Names it.
    pub id: RoleId,
    /// The organisation.
    pub organisation: OrgId,
    /// Its name.
    pub organisation_name: String,
    /// What they are there.
    pub title: String,
    /// In which part of it; units from large to small, separated by `;`.
    pub department: String,
    /// From, `YYYY[-MM[-DD]]` or empty.
    pub started: String,
    /// Until, `YYYY[-MM[-DD]]`; empty: still.
    pub ended: String,
}

/// A tie to another person, in the book or not.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Tie {
    /// Names it.
    pub id: TieId,
    /// The other, if they are in the book.
    pub other: Option<PersonId>,
    /// The other's name.
    pub name: String,
    /// What the other is to this person: daughter, bookkeeper, referred by her.
    pub label: String,
    /// True when the tie was written down on the other's page.
    pub reversed: bool,
}

/// A date worth remembering every year.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportantDate {
    /// Names it.
    pub id: DateId,
    /// What it is: birthday, customer anniversary.
    pub label: String,
    /// The year, if it is known.
    pub year: Option<i32>,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
}

/// Names one person.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct PersonRef {
    /// The person.
    pub id: PersonId,
}

/// Names one tag.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct TagRef {
    /// The tag.
    pub id: TagId,
}

/// Names one record to be removed.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export, bound = "T: TS")]
pub struct RemoveInput<T> {
    /// The record.
    pub id: T,
}
