//! What a template may say about a person: only fields they may be addressed with, so that no note can leak.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Every field a template may ask for. Besides these there is `custom.NAME`, for any name.
pub const FIELDS: &[&str] = &[
    "person.given",
    "person.family",
    "person.name",
    "person.preferred",
    "person.title",
    "person.role",
    "organisation",
    "last.when",
    "last.words",
    "last.topic",
    "last.channel",
    "sender.name",
    "sender.given",
    "sender.role",
    "sender.organisation",
    "sender.phone",
    "owed",
    "reason",
    "goals",
    "bought",
    "today",
];

/// What one letter to one person may be filled with. What is absent or blank is not there for the template either.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterContext {
    /// The language of the letter, as a BCP 47 tag: how dates and lists are written.
    pub language: String,
    /// To whom it goes.
    pub person: PersonFields,
    /// The organisation they work in.
    pub organisation: Option<String>,
    /// The last exchange with them.
    pub last: LastFields,
    /// Who writes.
    pub sender: SenderFields,
    /// What was promised to them and is still open.
    pub owed: Option<String>,
    /// What it is about, in the words of its writer: as it stands behind “thank you for”.
    pub reason: Option<String>,
    /// What they want to reach, in their words.
    pub goals: Vec<String>,
    /// What they bought last.
    pub bought: Option<String>,
    /// The day of writing.
    pub today: Option<NaiveDate>,
    /// Fields of the user's own that may be used in messages, by their key.
    pub custom: BTreeMap<String, String>,
    /// Those that hold a day.
    pub custom_days: BTreeMap<String, NaiveDate>,
}

/// The person's own fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonFields {
    /// The given name.
    pub given: Option<String>,
    /// The family name.
    pub family: Option<String>,
    /// The whole name as it is written.
    pub name: Option<String>,
    /// How they want to be addressed; stands for the given name where it is absent.
    pub preferred: Option<String>,
    /// A title they use: “Dr.”, “Prof.”.
    pub title: Option<String>,
    /// What they do in their organisation.
    pub role: Option<String>,
}

/// The last exchange.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastFields {
    /// The day it was.
    pub when: Option<NaiveDate>,
    /// What they said, in their words.
    pub words: Option<String>,
    /// What it was about.
    pub topic: Option<String>,
    /// How it was, as a word for the letter: “phone call”.
    pub channel: Option<String>,
}

/// Who writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SenderFields {
    /// The whole name.
    pub name: Option<String>,
    /// The given name, for the last line.
    pub given: Option<String>,
    /// What they do.
    pub role: Option<String>,
    /// Their organisation.
    pub organisation: Option<String>,
    /// Where they can be called.
    pub phone: Option<String>,
}

/// One value as the template sees it; never blank.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filled {
    /// A text on one line.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// Several texts, at least one.
    List(Vec<String>),
}

/// The filled fields of a letter by their dotted names; what is absent or blank is left out.
pub(super) fn filled(letter: &LetterContext) -> BTreeMap<String, Filled> {
    let LetterContext { person, last, sender, .. } = letter;
    let preferred = blank_to_none(&person.preferred).or(blank_to_none(&person.given));
    let texts = [
        ("person.given", blank_to_none(&person.given)),
        ("person.family", blank_to_none(&person.family)),
        ("person.name", blank_to_none(&person.name)),
        ("person.preferred", preferred),
        ("person.title", blank_to_none(&person.title)),
        ("person.role", blank_to_none(&person.role)),
        ("organisation", blank_to_none(&letter.organisation)),
        ("last.words", blank_to_none(&last.words)),
        ("last.topic", blank_to_none(&last.topic)),
        ("last.channel", blank_to_none(&last.channel)),
        ("sender.name", blank_to_none(&sender.name)),
        ("sender.given", blank_to_none(&sender.given)),
        ("sender.role", blank_to_none(&sender.role)),
        ("sender.organisation", blank_to_none(&sender.organisation)),
        ("sender.phone", blank_to_none(&sender.phone)),
        ("owed", blank_to_none(&letter.owed)),
        ("reason", blank_to_none(&letter.reason)),
        ("bought", blank_to_none(&letter.bought)),
    ];
    let days = [("last.when", last.when), ("today", letter.today)];
    let goals: Vec<String> = letter.goals.iter().filter_map(|goal| one_line(goal)).collect();
    let own_days = letter.custom_days.iter().filter(|(key, _)| is_plain_key(key));
    let own = letter.custom.iter().filter(|(key, _)| is_plain_key(key));
    texts
        .into_iter()
        .filter_map(|(field, text)| Some((field.to_owned(), Filled::Text(text?))))
        .chain(days.into_iter().filter_map(|(field, day)| Some((field.to_owned(), Filled::Day(day?)))))
        .chain((!goals.is_empty()).then(|| ("goals".to_owned(), Filled::List(goals))))
        .chain(own_days.map(|(key, day)| (format!("custom.{key}"), Filled::Day(*day))))
        .chain(own.filter_map(|(key, text)| Some((format!("custom.{key}"), Filled::Text(one_line(text)?)))))
        .collect()
}

/// The first parts of dotted fields.
pub(super) const ROOMS: [&str; 4] = ["person", "last", "sender", "custom"];

/// Whether `field` is one a template may ask for.
pub(super) fn is_known(field: &str) -> bool {
    FIELDS.contains(&field) || field.strip_prefix("custom.").is_some_and(is_plain_key)
}

/// Whether `name` is the first part of a dotted field (`last`), which an `if` may ask about as a whole.
pub(super) fn is_root(name: &str) -> bool {
    name == "custom" || FIELDS.iter().any(|field| field.split('.').next() == Some(name))
}

fn is_plain_key(key: &str) -> bool {
    let mut letters = key.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|rest| rest.is_ascii_alphanumeric() || rest == '_')
}

fn blank_to_none(text: &Option<String>) -> Option<String> {
    text.as_deref().and_then(one_line)
}

/// The text on one line, without what nobody can see (a pasted name can hold line ends, direction marks and worse);
/// `None` when nothing is left.
fn one_line(text: &str) -> Option<String> {
    let seen: String = text.nfc().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let kept: String = seen.chars().filter(|&letter| !is_unseen(letter)).collect();
    let line = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// Marks that change how the text around them is shown and show nothing themselves. The joiners U+200C and U+200D
/// are not among them: names of several scripts need them.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
