//! Batches of random people: a letter for A never holds what only B has, nobody is lost, no placeholder survives, and who
//! opted out is never handed over without a reason that is kept (MC01, MC05, MC24).

mod support;

use proptest::prelude::*;
use rapport_core::consent::{self, ConsentInput, ConsentState};
use rapport_core::drafts::batch::{ApproveLetter, BatchRef, MakeBatch, approve, held_people, letters, make_batch};
use rapport_core::drafts::coach::LetterKind;
use rapport_core::drafts::{self, DraftRef, HandOver, HandingWay, TemplateInput};
use rapport_core::error::Code;
use rapport_core::ids::PersonId;
use rapport_core::people::{self, NewPerson, ReachInput, RoleInput};
use rapport_core::touchpoints::{self, LogTouchpoint};
use rapport_core::vault::Vault;
use serde_json::json;
use support::{NOW, TestVault};

/// Somebody; each value they have is theirs alone.
#[derive(Debug, Clone)]
struct Someone {
    given: bool,
    family: bool,
    firm: bool,
    topic: bool,
    address: bool,
    note: bool,
    opted_out: bool,
}

fn someone() -> impl Strategy<Value = Someone> {
    let often = || prop::bool::weighted(0.8);
    (often(), often(), often(), often(), often(), any::<bool>(), prop::bool::weighted(0.2)).prop_map(
        |(given, family, firm, topic, address, note, opted_out)| Someone {
            given,
            family,
            firm,
            topic,
            address,
            note,
            opted_out,
        },
    )
}

/// Pieces of templates: with a fall-back, with a condition, or with neither.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Dear {{ person.given|default(\"friend\") }},",
        "{{ person.given }}",
        "{{ person.family }}",
        "{{ person.name }}",
        "{% if organisation %}How is {{ organisation }}?{% endif %}",
        "{{ organisation|default(\"your firm\") }}",
        "{{ organisation }}",
        "{% if last.topic %}We spoke of {{ last.topic }}.{% endif %}",
        "{{ last.topic|default(\"the lamps\") }}",
        "{{ sender.name|default(\"us\") }}",
        "We are here.",
    ])
}

/// A word that nobody else has: letters only, so that no other holds it.
fn own(what: &str, n: usize) -> String {
    let sign = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    format!("{what}{}{}q", sign(n / 26), sign(n))
}

fn values(n: usize) -> [String; 5] {
    ["Giv", "Fam", "Firm", "Topic", "Note"].map(|what| own(what, n))
}

fn create(v: &Vault, n: usize, s: &Someone) -> PersonId {
    let [given, family, firm, topic, note] = values(n);
    let name = format!("{given} {family}");
    let reach: ReachInput =
        serde_json::from_value(json!({ "kind": "email", "value": format!("{}@example.org", own("mail", n)) })).unwrap();
    let new = NewPerson {
        name,
        given: s.given.then(|| given.clone()),
        family: s.family.then(|| family.clone()),
        note: s.note.then(|| note.clone()),
        reaches: s.address.then_some(reach).into_iter().collect(),
        roles: s.firm.then(|| RoleInput { organisation: firm, ..RoleInput::default() }).into_iter().collect(),
        ..NewPerson::default()
    };
    let id = people::create(v, new).unwrap().row.id;
    if s.topic {
        let at = NOW - 5 * 86_400_000;
        let touch = json!({ "people": [id], "channel": "phone", "at": at, "title": topic, "text": note });
        let touch: LogTouchpoint = serde_json::from_value(touch).unwrap();
        touchpoints::log(v, touch).unwrap();
    }
    if s.opted_out {
        say_no(v, id);
    }
    id
}

fn say_no(v: &Vault, person: PersonId) {
    let word =
        ConsentInput { person, channel: Some("email".into()), state: ConsentState::OptedOut, how: None, at: None };
    consent::say(v, word).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn everybody_gets_their_own_letter_or_a_reason(
        some in prop::collection::vec(someone(), 1..9),
        subject in piece(),
        pieces in prop::collection::vec(piece(), 1..6),
        later in any::<prop::sample::Index>(),
    ) {
        let t = TestVault::new();
        let v = &t.vault;
        let ids: Vec<PersonId> = some.iter().enumerate().map(|(n, s)| create(v, n, s)).collect();
        let input = TemplateInput {
            id: None, kind: LetterKind::CheckIn, language: "en".into(), title: "Many".into(),
            subject: subject.into(), body: pieces.join("\n\n"), variants: None,
        };
        let saved = drafts::save_template(v, input).unwrap();
        prop_assert!(saved.problem.is_none());
        let key = saved.templates.iter().find(|one| one.title == "Many").map(|one| one.key.clone());
        let new = MakeBatch {
            name: Some("Many".into()), segment: None, people: Some(ids.clone()), kind: LetterKind::CheckIn, template: key, channel: None,
        };
        let batch = make_batch(v, new).unwrap();
        let of = BatchRef { id: batch.id };
        let (written, held) = (letters(v, of).unwrap(), held_people(v, of).unwrap());
        prop_assert_eq!(written.len() + held.len(), ids.len(), "nobody is lost");
        for (n, (id, s)) in ids.iter().zip(&some).enumerate() {
            let row = written.iter().find(|row| row.person.id == *id);
            if s.opted_out || !s.address {
                prop_assert!(row.is_none(), "nobody who opted out or has no address gets one");
            }
            let Some(row) = row else { continue };
            let letter = drafts::get(v, DraftRef { id: row.id }).unwrap();
            let said = format!("{}\n{}", letter.row.subject, letter.text);
            for other in (0..ids.len()).filter(|other| *other != n) {
                for value in values(other) {
                    prop_assert!(!said.contains(&value), "{} is not theirs: {}", value, said);
                }
            }
            prop_assert!(!said.contains(&values(n)[4]), "a note stays a note: {}", said);
            prop_assert!(!["{{", "}}", "{%", "%}", "None", "null"].iter().any(|sign| said.contains(sign)), "{}", said);
        }
        if !written.is_empty() {
            goes_only_with_a_reason(v, &written[later.index(written.len())])?;
        }
    }
}

/// Somebody says no after their letter was begun: no way leads out of the book but one with a reason.
fn goes_only_with_a_reason(v: &Vault, row: &drafts::batch::BatchLetter) -> Result<(), TestCaseError> {
    say_no(v, row.person.id);
    let hand = |way, reason: Option<&str>| {
        drafts::hand_over(v, HandOver { id: row.id, way, reason: reason.map(str::to_owned) })
    };
    let yes = |reason: Option<&str>| approve(v, ApproveLetter { id: row.id, reason: reason.map(str::to_owned) });
    for reason in [None, Some(""), Some("  \n")] {
        prop_assert_eq!(yes(reason).unwrap_err().code, Code::OptedOut);
        prop_assert!(hand(HandingWay::Copy, reason).is_err());
    }
    yes(Some("they asked for it")).unwrap();
    for way in [HandingWay::Copy, HandingWay::Eml, HandingWay::Mailto] {
        prop_assert_eq!(hand(way, None).unwrap_err().code, Code::OptedOut);
        prop_assert_eq!(drafts::get(v, DraftRef { id: row.id }).unwrap().row.status, drafts::DraftStatus::Writing);
    }
    let handed = hand(HandingWay::Copy, Some("answers their call")).unwrap();
    prop_assert_eq!(handed.draft.override_reason, "answers their call");
    Ok(())
}
