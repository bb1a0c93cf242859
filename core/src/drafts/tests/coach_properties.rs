//! The coach on any text at all: it ends, it answers the same twice, and stops are never missed.

use super::coach::letter;
use crate::drafts::coach::{CheckId, CoachLevel, CoachReport, LetterConsent, coach};
use proptest::prelude::*;
use serde_json::json;

fn stops(report: &CoachReport, id: CheckId) -> bool {
    report.findings.iter().any(|found| found.id == id && found.level == CoachLevel::Stop)
}

fn any_text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        prop::sample::select(vec![
            "Dear ",
            "Hi ",
            "Liebe ",
            "Hola, ",
            "Marisol",
            "Marisoll",
            "Dr. ",
            ",",
            ".",
            "?",
            "\n\n",
            "\n",
            " and ",
            "I will send",
            "we will call",
            " by Friday",
            " on 31 February",
            " in 99999999 years",
            " the 12th",
            "12.13.2026.",
            "3/4",
            " next week",
            " next ",
            "Ende ",
            "am 12.",
            "antes del 12",
            "mañana",
            "“",
            "”",
            "\"",
            "[name]",
            "<",
            ">",
            "{",
            "}",
            "  ,",
            "I'm going to fix",
            "let me know",
            "Warmly,\n",
            "e\u{301}",
            "😀",
            "\r\n",
            "\u{a0}",
            "１２",
            "ß",
            "İ",
            "'",
            "-",
            "Ana",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,5}",
    ];
    proptest::collection::vec(scrap, 0..24).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_the_same_twice(text in any_text(), language in prop::sample::select(vec!["en", "en-US", "de", "es", "fr"])) {
        let letter = letter(&json!({ "text": text, "language": language }));
        let report = coach(&letter);
        prop_assert_eq!(&report, &coach(&letter));
        let units = text.encode_utf16().count();
        for found in &report.findings {
            prop_assert!(found.from <= found.to && found.to <= units, "{:?}", found);
            prop_assert!(found.fixes.iter().all(|fix| fix.from <= fix.to && fix.to <= units));
        }
    }

    #[test]
    fn no_placeholder_goes_out(before in any_text(), after in any_text(), name in "[a-z]{1,8}(\\.[a-z]{1,8})?",
        language in prop::sample::select(vec!["en", "de", "es", "fr"]), kind in 0..5usize) {
        let left = [format!("{{{{ {name} }}}}"), format!("{{{{{name}}}}}"), format!("{{% if {name} %}}"), format!("<<{name}>>"), "{{".to_owned()][kind].clone();
        let report = coach(&letter(&json!({ "text": format!("{before}{left}{after}"), "language": language })));
        prop_assert!(stops(&report, CheckId::Mc01));
    }

    #[test]
    fn who_opted_out_always_stops_it(text in any_text(), ignored in any::<bool>(), reason in 0..4usize) {
        let mut letter = letter(&json!({ "text": text }));
        letter.consent = LetterConsent {
            opted_out_channels: if reason == 0 { vec!["Email".into()] } else { vec![] },
            opted_out_purposes: if reason == 1 { vec![letter.kind.purpose()] } else { vec![] },
            do_not_contact: reason == 2,
            erased: reason == 3,
            ..LetterConsent::default()
        };
        if ignored {
            letter.ignored = vec![CheckId::Mc24];
        }
        prop_assert!(stops(&coach(&letter), CheckId::Mc24));
    }

    #[test]
    fn a_misspelt_name_always_stops_it(at in 1..7usize, extra in "[a-z]") {
        let mut written = "Marisol".to_owned();
        written.insert_str(at, &extra);
        let report = coach(&letter(&json!({ "text": format!("Dear {written},\n\nhow are you?") })));
        prop_assert!(stops(&report, CheckId::Mc04), "{}", written);
    }
}

#[test]
fn a_very_long_text_ends_soon() {
    for part in [
        "Friday ",
        "the ",
        "next ",
        "I will ",
        "Dear ",
        "{{",
        "“",
        "end of the ",
        "12. ",
        "if you ",
        "\n",
        "a. ",
        "[name ",
        "  ,",
    ] {
        let text = part.repeat(4_000);
        let start = std::time::Instant::now();
        let _ = coach(&letter(&json!({ "text": text })));
        assert!(start.elapsed().as_secs() < 5, "{part:?} took {:?}", start.elapsed());
    }
}
