//! The templates that a new vault begins with, as data files: first lines with a title, how it addresses and the
//! subject, then the text.

use super::coach::{FormOfAddress, LetterKind};
use serde::Serialize;
use ts_rs::TS;

/// A template to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterStarter {
    /// Names it among all languages: `check-in-1`.
    pub key: &'static str,
    /// Its language.
    pub language: &'static str,
    /// What it is for.
    pub kind: LetterKind,
    /// What it is called in lists, in its language.
    pub title: &'static str,
    /// How it addresses.
    pub address: FormOfAddress,
    /// The template of the subject.
    pub subject: &'static str,
    /// The template of the text.
    pub body: &'static str,
}

/// Declares the files, a line each.
macro_rules! files {
    ($($kind:ident $key:literal in $($language:literal)+;)+) => {
        &[$($((
            LetterKind::$kind,
            $key,
            $language,
            include_str!(concat!("templates/", $key, ".", $language)),
        )),+),+]
    };
}

/// Each file with what it is for, its key and its language.
const FILES: &[(LetterKind, &str, &str, &str)] = files! {
    CheckIn "check-in-1" in "en" "de" "es";
    CheckIn "check-in-2" in "en" "de" "es";
    ThankYou "thank-you-1" in "en" "de" "es";
    ThankYou "thank-you-2" in "en" "de" "es";
    Welcome "welcome-1" in "en" "de" "es";
    Welcome "welcome-boss-1" in "en" "de" "es";
    Birthday "birthday-1" in "en" "de" "es";
    SolvedFollowUp "solved-follow-up-1" in "en" "de" "es";
    Apology "apology-1" in "en" "de" "es";
    ComplaintReply "complaint-reply-1" in "en" "de" "es";
    PublicReply "public-reply-1" in "en" "de" "es";
    ReviewAsk "review-ask-1" in "en" "de" "es";
    ReferralAsk "referral-ask-1" in "en" "de" "es";
    Offer "offer-1" in "en" "de" "es";
    CommunityInvite "community-invite-1" in "en" "de" "es";
    ReEngagement "re-engagement-1" in "en" "de" "es";
    ReviewMeeting "review-meeting-1" in "en" "de" "es";
    PermissionAsk "permission-ask-1" in "en" "de" "es";
    Goodbye "goodbye-1" in "en" "de" "es";
};

/// All templates to begin with.
#[must_use]
pub fn starters() -> Vec<LetterStarter> {
    FILES.iter().filter_map(|&(kind, key, language, file)| read(kind, key, language, file)).collect()
}

fn read(kind: LetterKind, key: &'static str, language: &'static str, file: &'static str) -> Option<LetterStarter> {
    let (head, body) = file.split_once("\n\n")?;
    let line = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    let address = match line("Address")? {
        "formal" => FormOfAddress::Formal,
        "familiar" => FormOfAddress::Familiar,
        _ => FormOfAddress::Middle,
    };
    Some(LetterStarter {
        key,
        language,
        kind,
        title: line("Title")?,
        address,
        subject: line("Subject")?,
        body: body.trim_end(),
    })
}
