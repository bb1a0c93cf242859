//! The templates to begin with: without findings when everything is known, and whole when next to nothing is.

use super::engine::full;
use crate::drafts::coach::{CoachLevel, Letter, LetterKind, LetterPerson, LetterSender, coach};
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
            context.reason = some("den Kontakt zu Inés");
            context.goals = vec!["ein Abschluss an einem Tag".into(), "kein zweites Buch".into()];
        }
        "es" => {
            context.last.words = some("las facturas nuevas le complican el mes a Elena");
            context.last.topic = some("las facturas nuevas");
            context.owed = some("la guía de la línea del IVA");
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

#[test]
fn there_are_two_of_each_kind_in_each_language() {
    let starters = starters();
    assert_eq!(starters.len(), 12);
    for starter in &starters {
        assert!(!starter.title.is_empty() && !starter.subject.is_empty() && starter.body.len() > 100, "{starter:?}");
        assert!(fields(starter.body).is_ok() && fields(starter.subject).is_ok(), "{starter:?}");
        assert!(!starter.body.contains("|safe"));
    }
}

#[test]
fn with_everything_known_the_coach_has_nothing_to_say() {
    for starter in starters() {
        let letter = letter(&starter, &context(&starter));
        let report = coach(&letter);
        assert_eq!(report.findings, [], "{} {}\n{}", starter.key, starter.language, letter.text);
        assert_eq!(report.not_checked, []);
        let words = letter.text.split_whitespace().count();
        assert!(words <= 90, "{} {}: {words} words", starter.key, starter.language);
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
