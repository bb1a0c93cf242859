//! What the book knows that checks compare a letter with. What is empty is not known, and nothing is concluded from it.

use super::mc38_facts::KnownFact;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the book knows of the person, of what happened, and of other letters.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LetterBook {
    /// The last exchange.
    pub last: Option<LastExchange>,
    /// Something happened since the letter was begun.
    pub is_stale: bool,
    /// A complaint of theirs is open.
    pub open_complaint: bool,
    /// What is only theirs: what they bought, what they were promised, what they are in.
    pub anchors: Vec<String>,
    /// What they told, in the words of the log: inbound and two-way exchanges, important dates.
    pub told: Vec<String>,
    /// They agreed that sensitive things be spoken of.
    pub may_be_sensitive: bool,
    /// What sensitive fields hold, where they have not agreed.
    pub unspoken: Vec<HeldWords>,
    /// What fields hold that others told or sold us.
    pub bought: Vec<HeldWords>,
    /// What was promised to them and is overdue.
    pub overdue: Vec<String>,
    /// How much the sender has promised for each day already.
    pub due: BTreeMap<NaiveDate, u32>,
    /// Their addresses and numbers, and the references of what they bought.
    pub personal: Vec<String>,
    /// What is for internal use only.
    pub internal: Vec<String>,
    /// The channel they like best.
    pub preferred_channel: String,
    /// Their language, a BCP 47 tag.
    pub language: String,
    /// Messages to them in the last seven days.
    pub sent_week: u32,
    /// Messages to them in the last thirty days.
    pub sent_month: u32,
    /// Messages to them since they last said something.
    pub unanswered: u32,
    /// Who may be named: the firms they belong to, the people there, and those close to them.
    pub colleagues: Vec<String>,
    /// Letters to others and to them that say nearly the same.
    pub alike: Vec<AlikeLetter>,
    /// What may be expected, and what they were told.
    pub facts: Vec<KnownFact>,
    /// Whether our firm has a commitment with a proof that is good today.
    pub is_proven: bool,
}

/// The last exchange.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LastExchange {
    /// The day.
    pub day: NaiveDate,
    /// What it was about, title and text.
    pub text: String,
    /// How it felt to them, −2 to +2.
    pub felt: i8,
}

/// A letter that may say nearly the same.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AlikeLetter {
    /// To whom.
    pub name: String,
    /// The day it went, where it went to this person.
    pub sent: Option<NaiveDate>,
    /// They are of the same firm.
    pub same_firm: bool,
    /// How much of it is the same, 0 to 100.
    pub percent: u8,
}

/// A line of a field of the user's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct HeldWords {
    /// What the field is called.
    pub field: String,
    /// What it holds.
    pub value: String,
}
