//! A letter as the coach gets it: the rendered text for one person, and what the checks have to know about both sides.

use super::book::LetterBook;
use super::check_id::CheckId;
use super::voice_rules::Voice;
use crate::drafts::known_names::KnownNames;
use crate::settings::LetterHabits;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// What a letter is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LetterKind {
    /// Thanks for one concrete thing.
    ThankYou,
    /// How are things?
    #[default]
    CheckIn,
    /// The first letter to a new customer.
    Welcome,
    /// A birthday or another day of theirs.
    Birthday,
    /// Did the solution work?
    SolvedFollowUp,
    /// We are sorry.
    Apology,
    /// An answer to a complaint, to them alone.
    ComplaintReply,
    /// An answer that others can read.
    PublicReply,
    /// Would they write a review?
    ReviewAsk,
    /// Would they recommend us?
    ReferralAsk,
    /// Something that goes with what they have.
    Offer,
    /// An invitation to a group.
    CommunityInvite,
    /// After a long silence.
    ReEngagement,
    /// An invitation to look back on a quarter together.
    ReviewMeeting,
    /// May we write to you, may we keep this?
    PermissionAsk,
    /// They leave, or we do.
    Goodbye,
    /// Anything else.
    Other,
}

/// Why one writes: what a person can opt out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LetterPurpose {
    /// To keep what was agreed: answers, solutions, apologies.
    Service,
    /// To keep in touch: thanks, good wishes, how are things.
    Relationship,
    /// To gain something: an offer, a review, a recommendation.
    Marketing,
}

impl LetterKind {
    /// Why one writes a letter of this kind.
    #[must_use]
    pub fn purpose(self) -> LetterPurpose {
        match self {
            Self::ThankYou | Self::CheckIn | Self::Birthday | Self::ReviewMeeting | Self::Goodbye => {
                LetterPurpose::Relationship
            }
            Self::ReviewAsk | Self::ReferralAsk | Self::Offer | Self::CommunityInvite | Self::ReEngagement => {
                LetterPurpose::Marketing
            }
            Self::Welcome
            | Self::SolvedFollowUp
            | Self::Apology
            | Self::ComplaintReply
            | Self::PublicReply
            | Self::PermissionAsk
            | Self::Other => LetterPurpose::Service,
        }
    }
}

/// How formally a person wants to be addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FormOfAddress {
    /// Title and family name; *Sie*, *usted*.
    Formal,
    /// In between.
    #[default]
    Middle,
    /// Given name; *du*, *tú*.
    Familiar,
}

/// A finished letter to one person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Letter {
    /// The text as it will be read.
    pub text: String,
    /// The subject; empty where the channel has none.
    pub subject: String,
    /// What it is for.
    pub kind: LetterKind,
    /// How it goes: `email`, `post`, `phone` … the names the consent uses.
    pub channel: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// Who writes.
    pub sender: LetterSender,
    /// To whom.
    pub person: LetterPerson,
    /// What they allowed.
    pub consent: LetterConsent,
    /// The day of writing.
    pub today: NaiveDate,
    /// Checks that keep quiet here, except for stops.
    pub ignored: Vec<CheckId>,
    /// The texts of fall-backs that were taken when it was begun from a template.
    pub fallbacks: Vec<String>,
    /// How many files go with it.
    pub attachments: usize,
    /// The address it goes to; empty where there is none.
    pub to: String,
    /// What the book knows of the person and of other letters.
    pub book: LetterBook,
    /// The voice of the firm.
    pub voice: Voice,
    /// How often people are written to.
    pub habits: LetterHabits,
    /// The names of everybody in the book.
    #[serde(skip)]
    pub names: Option<Arc<KnownNames>>,
}

impl Letter {
    /// Whether somebody is unhappy: what it is for says so, or how the last exchange felt.
    pub(super) fn is_complaint(&self) -> bool {
        matches!(self.kind, LetterKind::Apology | LetterKind::ComplaintReply | LetterKind::PublicReply)
            || self.book.open_complaint
            || self.book.last.as_ref().is_some_and(|last| last.felt <= -1)
    }

    /// Whether it has a subject and is read on a screen or on paper as a letter.
    pub(super) fn is_email(&self) -> bool {
        self.channel.trim().eq_ignore_ascii_case("email")
    }
}

/// Who writes.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LetterSender {
    /// Their name.
    pub name: String,
    /// The address it is sent from.
    pub email: String,
    /// The name beside that address.
    pub display_name: String,
    /// The firm they write for.
    pub organisation: String,
    /// Whether they work alone, so that “we” would not be true.
    pub solo: bool,
}

/// To whom it goes; empty where nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LetterPerson {
    /// The whole name.
    pub name: String,
    /// The given name.
    pub given: String,
    /// The family name.
    pub family: String,
    /// How they want to be addressed.
    pub address_as: String,
    /// How their name is said, or written in other letters.
    pub said: String,
    /// A title they use.
    pub title: String,
    /// Other names they go by.
    pub nicknames: Vec<String>,
    /// How formally.
    pub form_of_address: FormOfAddress,
}

/// What the person allowed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LetterConsent {
    /// Channels they do not want to be written to on.
    pub opted_out_channels: Vec<String>,
    /// Reasons they do not want to be written to for.
    pub opted_out_purposes: Vec<LetterPurpose>,
    /// They do not want to be contacted at all.
    pub do_not_contact: bool,
    /// They had their data erased.
    pub erased: bool,
    /// They are under age.
    pub minor: bool,
    /// This answers what they themselves asked; a reason for it is kept.
    pub answers_request: bool,
}
