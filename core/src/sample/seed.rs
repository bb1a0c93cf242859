//! A book of any size: people of many naming cultures with a history that has rhythms, silences and feelings in it.

use super::chance::Chance;
use super::cultures::{CULTURES, Culture};
use super::dealings::deal;
use crate::clock::{DAY, Millis};
use crate::error::Result;
use crate::ids::{PersonId, TouchId};
use crate::people::{self, NewPerson, ReachInput, ReachKind, RoleInput, STAGES};
use crate::touchpoints::{self, Channel, Direction, LogTouchpoint};
use crate::vault::{Vault, Writer};
use serde::Deserialize;
use ts_rs::TS;

/// How large a book.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct Seed {
    /// People.
    pub people: u32,
    /// Touchpoints a person on average; 10 when left out.
    #[serde(default)]
    pub touches: Option<u32>,
    /// Where chance begins; 1 when left out.
    #[serde(default)]
    pub start: Option<u64>,
}

/// People written in one step.
const BATCH: u32 = 2000;

const TRADES: &[&str] = &[
    "Café",
    "Clinics",
    "Textiles",
    "Freight",
    "Studio",
    "Bakery",
    "Optics",
    "Printworks",
    "Timber",
    "Garden",
    "Software",
    "Hotel",
    "Law",
    "Solar",
    "Ceramics",
    "Dental",
];
const PLACES: &[&str] = &[
    "Harbour",
    "Northgate",
    "Lotus",
    "Baram",
    "Trópico",
    "Ahimsa",
    "Norðurljós",
    "Alder",
    "Mistral",
    "Kestrel",
    "Meridian",
    "Juniper",
    "Cobalt",
    "Sankt Georg",
    "Delta",
    "Orchard",
];
const TITLES: &[&str] = &[
    "Owner",
    "Managing director",
    "Head of purchasing",
    "Bookkeeper",
    "Office manager",
    "Operations lead",
    "Buyer",
    "Founder",
    "Practice manager",
    "Project lead",
];
const TAGS: &[&str] =
    &["key account", "newsletter", "trade fair", "referral", "press", "advisory board", "renewal 2027", "wholesale"];
const SUBJECTS: &[&str] = &[
    "the renewal",
    "the new invoices",
    "the delivery on Tuesday",
    "the export",
    "opening hours",
    "the training day",
    "the price list",
    "a damaged parcel",
    "the spring catalogue",
    "the contract",
    "the sample box",
    "a second site",
];
const SAID: &[&str] = &[
    "was pleased with",
    "asked about",
    "was unsure about",
    "had been waiting for",
    "thanked us for",
    "was let down by",
    "wants to talk again about",
    "forwarded a question about",
    "had a good idea for",
    "had not heard of",
];
const REMEMBER: &[&str] = &[
    "Closed on Mondays.",
    "Prefers short e-mails.",
    "Two children, the younger one plays the cello.",
    "Met at the trade fair.",
    "Never before ten in the morning.",
    "Vegetarian.",
    "Speaks slowly on the phone; give time.",
    "Knows everybody in the trade.",
];
const FEELINGS: &[(&str, i8)] = &[
    ("let down", -1),
    ("angry", -2),
    ("unsure", -1),
    ("calm", 0),
    ("interested", 1),
    ("relieved", 1),
    ("pleased", 1),
    ("delighted", 2),
];

/// Fills the vault with people, their history, what they bought and agreed to.
///
/// # Errors
/// [`crate::error::Code::Stopped`]; what was written by then stays, step by step undoable.
pub fn seed(vault: &Vault, input: Seed) -> Result<u32> {
    let mut chance = Chance::new(input.start.unwrap_or(1));
    let mut dealings = Chance::new(input.start.unwrap_or(1).wrapping_add(0x00c0_ffee));
    let touches = i64::from(input.touches.unwrap_or(10));
    let running = vault.job().begin(input.people.into());
    let mut done = 0;
    while done < input.people {
        let now = vault.clock().now();
        let batch = BATCH.min(input.people - done);
        vault.write("seed", &batch.to_string(), |w| {
            for _ in 0..batch {
                running.step()?;
                let person = one(w, &mut chance, touches, now)?;
                deal(w, &mut dealings, person, now)?;
            }
            Ok(())
        })?;
        done += batch;
    }
    Ok(done)
}

fn one(w: &mut Writer<'_>, chance: &mut Chance, touches: i64, now: Millis) -> Result<PersonId> {
    let culture = &CULTURES[usize::try_from(chance.below(CULTURES.len() as u64)).unwrap_or(0)];
    let name = culture.name(chance);
    let organisation = format!("{} {}", chance.of(PLACES), chance.of(TRADES));
    let number = chance.below(1_000_000);
    let stage = STAGES[usize::try_from(chance.below(6)).unwrap_or(0)];
    let id = PersonId::make();
    let new = NewPerson {
        name: name.whole,
        given: Some(name.given),
        family: Some(name.family),
        language: Some(culture.language.to_owned()),
        stage: Some(stage.to_owned()),
        note: chance.percent(40).then(|| chance.of(REMEMBER).to_owned()),
        reaches: reaches(chance, number, culture),
        roles: chance
            .percent(85)
            .then(|| RoleInput { organisation, title: Some(chance.of(TITLES).to_owned()), ..RoleInput::default() })
            .into_iter()
            .collect(),
        tags: chance.percent(35).then(|| chance.of(TAGS).to_owned()).into_iter().collect(),
        ..NewPerson::default()
    };
    people::insert(w, id, &new)?;
    history(w, chance, id, touches, now)?;
    Ok(id)
}

fn reaches(chance: &mut Chance, number: u64, culture: &Culture) -> Vec<ReachInput> {
    let reach =
        |kind, value| ReachInput { id: None, person: None, kind, label: None, value, parts: None, preferred: None };
    let mut all = Vec::new();
    if chance.percent(88) {
        all.push(reach(
            ReachKind::Email,
            format!("p{number}@{}.example", chance.of(PLACES).to_lowercase().replace(' ', "-")),
        ));
    }
    if chance.percent(70) {
        all.push(reach(ReachKind::Phone, culture.phone(chance)));
    }
    all
}

/// What was said: common words in most of it, and some that stand nowhere else.
fn said(chance: &mut Chance, subject: &str) -> String {
    let mut text = format!("They {} {subject}. {}", chance.of(SAID), chance.of(REMEMBER));
    if chance.percent(30) {
        text.push_str(&format!(" Order {}.", chance.below(1_000_000)));
    }
    if chance.percent(20) {
        text.push_str(&format!(" Met {} there.", chance.word()));
    }
    text
}

/// A history with a rhythm of its own that in a third of all cases broke off some time ago.
fn history(w: &mut Writer<'_>, chance: &mut Chance, id: PersonId, touches: i64, now: Millis) -> Result<()> {
    let count = chance.between(0, touches * 2);
    let gap = chance.between(6, 60);
    let mut day = if chance.percent(33) { chance.between(60, 400) } else { chance.between(0, gap) };
    for _ in 0..count {
        let subject = chance.of(SUBJECTS);
        let feeling = chance.percent(70).then(|| FEELINGS[usize::try_from(chance.below(8)).unwrap_or(0)]);
        let new = LogTouchpoint {
            people: vec![id],
            channel: Channel::ALL[usize::try_from(chance.below(9)).unwrap_or(0)],
            direction: Some(if chance.percent(40) { Direction::Inbound } else { Direction::Outbound }),
            at: Some(now - day * DAY - chance.between(0, 36_000_000)),
            title: Some(subject.trim_start_matches("the ").trim_start_matches("a ").to_owned()),
            text: Some(said(chance, subject)),
            felt: feeling.map(|f| f.1),
            felt_word: feeling.map(|f| f.0.to_owned()),
            stage: None,
            loop_stage: None,
            purpose: None,
            minutes: None,
        };
        touchpoints::insert(w, TouchId::make(), &new)?;
        day += chance.between(gap / 2, gap * 3 / 2).max(1);
    }
    Ok(())
}
