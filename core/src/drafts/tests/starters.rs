//! The templates to begin with: without findings when everything is known, and whole when next to nothing is.

use super::engine::full;
use crate::drafts::coach::{
    CoachLevel, LastExchange, Letter, LetterBook, LetterKind, LetterPerson, LetterSender, coach,
};
use crate::drafts::engine::{LastFields, LetterContext, PersonFields, SenderFields, fields, render};
use crate::drafts::starters::{LetterStarter, starters};

fn context(starter: &LetterStarter) -> LetterContext {
    let mut context = LetterContext { language: starter.language.to_owned(), ..full() };
    let some = |text: &str| Some(text.to_owned());
    match starter.language {
        "de" => {
            context.last.words = some("die neuen Rechnungen machen Elenas Monat schwerer");
            context.last.topic = some("die neuen Rechnungen");
            context.owed = some("die Anleitung zur Steuerzeile");
            context.bought = some("das grüne Heft");
            context.reason = some("den Kontakt zu Inés");
            context.goals = vec!["ein Abschluss an einem Tag".into(), "kein zweites Buch".into()];
        }
        "es" => {
            context.last.words = some("las facturas nuevas le complican el mes a Elena");
            context.last.topic = some("las facturas nuevas");
            context.owed = some("la guía de la línea del IVA");
            context.bought = some("el cuaderno verde");
            context.reason = some("ponernos en contacto con Inés");
            context.goals = vec!["cerrar el mes en un día".into(), "dejar el segundo libro".into()];
        }
        _ => {}
    }
    context
}

/// The letter that a starter makes of what is known.
fn letter(starter: &LetterStarter, context: &LetterContext) -> Letter {
    let filled =
        |template: &str| render(template, context).unwrap_or_else(|problem| panic!("{starter:?}: {problem}")).text;
    let name = |field: &Option<String>| field.clone().unwrap_or_default();
    Letter {
        text: filled(starter.body),
        subject: filled(starter.subject),
        kind: starter.kind,
        channel: "email".into(),
        language: starter.language.into(),
        sender: LetterSender {
            organisation: String::new(),
            name: "Ana Kowalczyk".into(),
            email: "ana@linden.example".into(),
            display_name: "Ana Kowalczyk".into(),
            solo: false,
        },
        person: LetterPerson {
            name: name(&context.person.name),
            given: name(&context.person.given),
            family: name(&context.person.family),
            form_of_address: starter.address,
            ..LetterPerson::default()
        },
        today: context.today.unwrap_or_default(),
        ..Letter::default()
    }
}

/// Everything that a letter can be for, but what has no name.
const KINDS: [LetterKind; 16] = [
    LetterKind::ThankYou,
    LetterKind::CheckIn,
    LetterKind::Welcome,
    LetterKind::Birthday,
    LetterKind::SolvedFollowUp,
    LetterKind::Apology,
    LetterKind::ComplaintReply,
    LetterKind::PublicReply,
    LetterKind::ReviewAsk,
    LetterKind::ReferralAsk,
    LetterKind::Offer,
    LetterKind::CommunityInvite,
    LetterKind::ReEngagement,
    LetterKind::ReviewMeeting,
    LetterKind::PermissionAsk,
    LetterKind::Goodbye,
];

/// Row M015 and DRAFTS.md §2: every kind has its starter, in every language.
#[test]
fn every_kind_has_one_in_each_language() {
    let starters = starters();
    for kind in KINDS {
        for language in ["en", "de", "es"] {
            let here = starters.iter().any(|starter| starter.kind == kind && starter.language == language);
            assert!(here, "{kind:?} {language}");
        }
    }
    let keys: std::collections::BTreeSet<_> = starters.iter().map(|s| (s.key, s.language)).collect();
    assert_eq!((keys.len(), starters.len()), (57, 57));
    for starter in &starters {
        assert!(!starter.title.is_empty() && !starter.subject.is_empty() && starter.body.len() > 100, "{starter:?}");
        assert!(fields(starter.body).is_ok() && fields(starter.subject).is_ok(), "{starter:?}");
        assert!(!starter.body.contains("|safe"));
    }
    assert!(keys.contains(&("welcome-boss-1", "en")), "row M163: words for a welcome by the head of the firm");
}

/// What the book of somebody with a past holds.
fn known(starter: &LetterStarter, context: &LetterContext) -> LetterBook {
    let words = context.last.words.clone().unwrap_or_default();
    LetterBook {
        last: context.last.when.map(|day| LastExchange { day, text: words.clone(), felt: 0 }),
        told: vec![words],
        anchors: context
            .bought
            .iter()
            .chain(&context.owed)
            .chain(&context.reason)
            .chain(&context.goals)
            .cloned()
            .collect(),
        language: starter.language.to_owned(),
        preferred_channel: "email".to_owned(),
        ..LetterBook::default()
    }
}

/// Rows M176, M211, M225: all of them stand before the coach, for somebody of whom everything is known.
#[test]
fn with_everything_known_nothing_stops_them_and_one_warning_at_most() {
    let mut wrong = Vec::new();
    for starter in starters() {
        let context = context(&starter);
        let letter = Letter { book: known(&starter, &context), ..letter(&starter, &context) };
        let report = coach(&letter);
        let of = |level| report.findings.iter().filter(|found| found.level == level).count();
        if of(CoachLevel::Stop) > 0
            || of(CoachLevel::Warn) > 1
            || std::env::var_os("SHOW_STARTERS").is_some() && !report.findings.is_empty()
        {
            let said: Vec<_> = report
                .findings
                .iter()
                .map(|f| format!("{:?} {:?} {} {:?}", f.level, f.id, f.variant, f.args))
                .collect();
            wrong.push(format!("{} {}\n{}\n{}", starter.key, starter.language, said.join("\n"), letter.text));
        }
        assert_eq!(report.not_checked, []);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn they_are_short_and_the_first_two_leave_the_coach_nothing_to_say() {
    for starter in starters() {
        let letter = letter(&starter, &context(&starter));
        let is_short = matches!(starter.kind, LetterKind::ThankYou | LetterKind::CheckIn);
        if is_short {
            assert_eq!(coach(&letter).findings, [], "{} {}\n{}", starter.key, starter.language, letter.text);
        }
        let words = letter.text.split_whitespace().count();
        let most = if is_short { 90 } else { 130 };
        assert!(words <= most, "{} {}: {words} words", starter.key, starter.language);
        if starter.kind == LetterKind::ThankYou {
            assert!(!letter.text.contains(['%', '€', '$']), "thanks sell nothing");
        }
    }
}

#[test]
fn with_little_known_the_letter_is_still_whole() {
    for starter in starters() {
        let known = context(&starter);
        let empty = LetterContext { language: starter.language.into(), ..LetterContext::default() };
        let named = PersonFields { name: known.person.name.clone(), ..PersonFields::default() };
        let given = PersonFields { given: known.person.given.clone(), ..PersonFields::default() };
        for context in [
            empty.clone(),
            LetterContext { person: named, ..empty.clone() },
            LetterContext { person: given, sender: known.sender.clone(), ..empty.clone() },
            LetterContext { last: known.last.clone(), ..empty.clone() },
            LetterContext { last: LastFields { words: None, ..known.last.clone() }, ..empty.clone() },
            LetterContext { last: LastFields { when: None, topic: None, ..known.last.clone() }, ..empty.clone() },
            LetterContext { organisation: known.organisation.clone(), ..empty.clone() },
            LetterContext { last: LastFields::default(), goals: Vec::new(), ..known.clone() },
            LetterContext { person: PersonFields::default(), ..known.clone() },
            LetterContext {
                sender: SenderFields { given: None, ..known.sender.clone() },
                reason: None,
                ..known.clone()
            },
        ] {
            let letter = letter(&starter, &context);
            let report = coach(&letter);
            let stops: Vec<_> = report.findings.iter().filter(|found| found.level == CoachLevel::Stop).collect();
            assert!(stops.is_empty(), "{}\n{stops:?}", letter.text);
            for text in [&letter.text, &letter.subject] {
                assert!(
                    !text.contains("  ") && !text.contains(" ,") && !text.contains(" .") && !text.contains(" ?"),
                    "{text}"
                );
                assert!(!text.contains("“”") && !text.contains("None") && !text.contains("\n\n\n"), "{text}");
                assert!(text.trim() == *text && !text.is_empty(), "{text}");
            }
            assert!(letter.text.split_whitespace().count() >= 20, "{}", letter.text);
        }
    }
}

#[test]
fn shows_them_as_they_are() {
    let all: Vec<String> = starters()
        .iter()
        .filter(|starter| starter.key.ends_with('1'))
        .map(|starter| {
            let letter = letter(starter, &context(starter));
            format!("{} {}\n{}\n\n{}", starter.key, starter.language, letter.subject, letter.text)
        })
        .collect();
    insta::assert_snapshot!(all.join("\n\n---\n\n"));
}
