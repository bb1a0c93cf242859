//! Templates of any kind: they end, their places are true, and nothing of one person gets into another's letter.

use super::engine::full;
use crate::drafts::engine::{FIELDS, LastFields, LetterContext, PersonFields, fields, render};
use proptest::prelude::*;

fn any_letter() -> impl Strategy<Value = LetterContext> {
    let text = || proptest::option::of("[\\PC\u{202E}\u{E000}\n{}%]{0,12}");
    (text(), text(), text(), text(), text(), proptest::collection::vec("\\PC{0,8}", 0..3)).prop_map(
        |(given, family, words, reason, organisation, goals)| LetterContext {
            language: "de".into(),
            person: PersonFields { given, family, ..PersonFields::default() },
            last: LastFields { words, ..LastFields::default() },
            reason,
            organisation,
            goals,
            ..LetterContext::default()
        },
    )
}

/// Scraps from which templates are made: right ones, wrong ones, half ones.
fn any_template() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        prop::sample::select(FIELDS).prop_map(|field| format!("{{{{ {field} }}}}")),
        prop::sample::select(FIELDS).prop_map(|field| format!("{{{{ {field}|default('you') }}}}")),
        prop::sample::select(FIELDS).prop_map(|field| format!("{{% if {field} %}}")),
        prop::sample::select(vec![
            "{% endif %}",
            "{% else %}",
            "{% for a in goals %}",
            "{{ a }}",
            "{% endfor %}",
            "{{",
            "}}",
            "{%-",
            "-%}",
            "{#",
            "#}",
            "|",
            "'",
            "\"",
            "\\",
            "(",
            ")",
            "[0]",
            "~",
            "*",
            "999999999",
            ".",
            "{% raw %}",
            "{% endraw %}",
            "is defined",
            "not",
            " loop.index ",
            "person.given",
            "\n\n\n",
            "é😀",
            "{{ a[",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    proptest::collection::vec(scrap, 0..14).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_template_ends_and_its_places_are_true(template in any_template(), letter in any_letter()) {
        let units = template.encode_utf16().count();
        match render(&template, &letter) {
            Ok(done) => {
                let length = done.text.encode_utf16().count();
                let mut last = 0;
                for span in &done.spans {
                    prop_assert!(last <= span.from && span.from < span.to && span.to <= length);
                    last = span.to;
                }
            }
            Err(problem) => {
                prop_assert!(problem.from <= problem.to && problem.to <= units, "{problem:?}");
                prop_assert!(problem.line >= 1);
            }
        }
        if let Ok(asked) = fields(&template) {
            prop_assert!(asked.iter().all(|field| FIELDS.contains(&field.as_str()) || field.starts_with("custom.")));
        }
    }

    #[test]
    fn any_text_at_all_ends(template in "\\PC{0,60}", letter in any_letter()) {
        let _ = render(&template, &letter);
    }

    #[test]
    fn a_letter_for_one_holds_nothing_of_another(template in any_template(), a in "[a-m]{8}", b in "[n-z]{8}") {
        let of = |name: &str| LetterContext {
            person: PersonFields { given: Some(name.to_owned()), family: Some(format!("{name}son")), ..PersonFields::default() },
            reason: Some(format!("for {name}")),
            ..full()
        };
        let (letter_a, letter_b) = (render(&template, &of(&a)), render(&template, &of(&b)));
        if let (Ok(letter_a), Ok(letter_b)) = (letter_a, letter_b) {
            prop_assert!(!letter_a.text.contains(&b) || template.contains(&b));
            prop_assert!(!letter_b.text.contains(&a) || template.contains(&a));
        }
    }
}
