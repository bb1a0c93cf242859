//! Templates: what they fill, what they refuse, and that nothing makes them panic, run away or leak.

use crate::drafts::engine::{
    LastFields, LetterContext, PersonFields, SenderFields, TemplateProblem, TemplateProblemKind as Kind, fields, render,
};
use chrono::NaiveDate;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(super) fn full() -> LetterContext {
    LetterContext {
        language: "en".into(),
        person: PersonFields {
            given: some("Marisol"),
            family: some("Reyes Ibarra"),
            name: some("Marisol Reyes Ibarra"),
            preferred: None,
            title: some("Dr."),
            role: some("owner"),
        },
        organisation: some("Café Trópico"),
        last: LastFields {
            when: NaiveDate::from_ymd_opt(2026, 9, 14),
            words: some("the new invoices made Elena’s month harder"),
            topic: some("the new invoices"),
            channel: some("phone call"),
        },
        sender: SenderFields {
            name: some("Ana Kowalczyk"),
            given: some("Ana"),
            role: some("customer care"),
            organisation: some("Linden & Sons"),
            phone: some("+44 20 7946 0000"),
        },
        owed: some("the guide to the VAT line"),
        reason: some("putting us in touch with Inés"),
        goals: vec!["close the month in one day".into(), "drop the second ledger".into()],
        bought: some("the green notebook"),
        today: NaiveDate::from_ymd_opt(2026, 11, 23),
        custom: [("roast".to_owned(), "Oaxaca".to_owned())].into(),
        custom_days: [("delivery".to_owned(), NaiveDate::from_ymd_opt(2026, 12, 4).unwrap_or_default())].into(),
    }
}

fn text(template: &str) -> String {
    render(template, &full()).unwrap_or_else(|problem| panic!("{template}: {problem}")).text
}

fn problem(template: &str, letter: &LetterContext) -> TemplateProblem {
    render(template, letter).expect_err(template)
}

#[test]
fn fills_fields_days_and_lists() {
    assert_eq!(
        text("Dear {{ person.preferred }},"),
        "Dear Marisol,",
        "the given name where nothing else was asked for"
    );
    assert_eq!(text("in {{ last.when|month }}"), "in September");
    assert_eq!(
        text("{{ last.when }}; {{ last.when|day_month }}, a {{ last.when|weekday }}"),
        "14 September 2026; 14 September, a Monday"
    );
    assert_eq!(text("{{ goals }}"), "close the month in one day and drop the second ledger");
    assert_eq!(
        text("{% for goal in goals %}{{ loop.index }} {{ goal }}\n{% endfor %}"),
        "1 close the month in one day\n2 drop the second ledger"
    );
    assert_eq!(text("{{ custom.roast|upper }} {{ 'x-y z'|title }}"), "OAXACA X-Y Z");
    assert_eq!(text("a < b & \"c\""), "a < b & \"c\"", "a letter is text: nothing is escaped");
    assert_eq!(text("{% raw %}{{ x }}{% endraw %}{# a note #}"), "{{ x }}");
}

#[test]
fn says_the_year_of_what_is_long_ago() {
    let mut letter = full();
    letter.last.when = NaiveDate::from_ymd_opt(2024, 9, 14);
    let done = render("{{ last.when|month }}; {{ last.when|day_month }}", &letter).expect("renders");
    assert_eq!(done.text, "September 2024; 14 September 2024");
}

#[test]
fn writes_days_in_the_letter_s_language() {
    let spanish = LetterContext { language: "es-MX".into(), ..full() };
    assert_eq!(render("{{ last.when|day_month }}", &spanish).expect("renders").text, "14 de septiembre");
}

#[test]
fn a_field_that_is_absent_needs_a_fallback() {
    let mut letter = full();
    letter.person.role = None;
    let template = "Hello\nas {{ person.role }}!";
    assert_eq!(
        problem(template, &letter),
        TemplateProblem { kind: Kind::MissingField, field: some("person.role"), line: 2, from: 12, to: 23 }
    );
    let done = render("as {{ person.role|default('a friend') }}", &letter).expect("has a fall-back");
    assert_eq!(done.text, "as a friend");
    assert!(done.spans[0].fallback);
    assert_eq!(render("{% if person.role %}as {{ person.role }}{% endif %}.", &letter).expect("guarded").text, ".");
    letter.person.role = some("  \u{a0} ");
    assert_eq!(problem(template, &letter).kind, Kind::MissingField, "a blank field is an absent one");
    letter.last.when = None;
    assert_eq!(render("{{ last.when|month|default('the autumn') }}", &letter).expect("passes on").text, "the autumn");
}

#[test]
fn says_which_part_of_the_letter_came_from_which_field() {
    let done = render("😀 Dear {{ person.given }}, “{{ last.words }}”", &full()).expect("renders");
    let units: Vec<u16> = done.text.encode_utf16().collect();
    let shown: Vec<(String, &str)> = done
        .spans
        .iter()
        .map(|span| (String::from_utf16(&units[span.from..span.to]).expect("whole"), span.field.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("Marisol".to_owned(), "person.given"),
            ("the new invoices made Elena’s month harder".to_owned(), "last.words")
        ]
    );
    let mut letter = full();
    letter.person.given = None;
    let chain = "{{ person.preferred|default(person.name)|default('there') }}";
    let span = &render(chain, &letter).expect("renders").spans[0];
    assert_eq!(
        (span.field.as_str(), span.fallback),
        ("person.name", false),
        "a real name, though not the first choice"
    );
    let pieces = render("{{ person.given|default('friend') ~ ' ' ~ person.family }}", &letter).expect("renders");
    assert_eq!(pieces.text, "friend Reyes Ibarra");
    assert!(pieces.spans[0].fallback, "part of it is a fall-back");
}

#[test]
fn refuses_what_a_letter_does_not_need() {
    for (template, kind, field) in [
        ("{{ person.nickname }}", Kind::UnknownField, "person.nickname"),
        ("{% if person.nickname %}x{% endif %}", Kind::UnknownField, "person.nickname"),
        ("{{ person }}", Kind::UnknownField, "person"),
        ("{{ none }}", Kind::UnknownField, "none"),
        ("{{ debug() }}", Kind::UnknownFilter, "debug"),
        ("{{ range(9) }}", Kind::UnknownFilter, "range"),
        ("{{ person.given.upper() }}", Kind::UnknownFilter, "upper"),
        ("{{ person.given|pprint }}", Kind::UnknownFilter, "pprint"),
        ("{{ person.given is string }}", Kind::UnknownFilter, "string"),
        ("{{ person['given'] }}", Kind::Syntax, "["),
        ("{{ goals.0 }}", Kind::Syntax, "0"),
        ("{{ {'a': 1} }}", Kind::Syntax, "{"),
        ("{% set x = person.given %}", Kind::Syntax, "set"),
        ("{% for person in goals %}{% endfor %}", Kind::Syntax, "person"),
        ("{% for a, b in goals %}{% endfor %}", Kind::Syntax, "a"),
        ("{% for a in 'abc' %}{% endfor %}", Kind::Syntax, "for"),
        ("{% filter upper %}x{% endfilter %}", Kind::Syntax, "filter"),
    ] {
        let found = problem(template, &full());
        assert_eq!((found.kind, found.field.as_deref()), (kind, Some(field)), "{template}");
        assert!(fields(template).is_err(), "{template}: also without a person");
    }
    for template in
        ["{{ person.given", "{% if %}", "{{ 'a }}", "{% include 'x' %}", "{% macro m() %}{% endmacro %}", "{# a"]
    {
        assert_eq!(problem(template, &full()).kind, Kind::Syntax, "{template}");
        assert_eq!(fields(template).expect_err(template).kind, Kind::Syntax, "{template}");
    }
}

#[test]
fn says_where_in_utf16_units() {
    let found = problem("😀é\n{{ person.nick }}", &full());
    assert_eq!((found.line, found.from, found.to), (2, 7, 18));
    let found = problem("é {{ person.given", &full());
    assert_eq!(found.line, 1);
    assert!(found.from <= found.to && found.to <= 17);
}

#[test]
fn a_runaway_is_stopped() {
    let loops = "{% for a in goals %}".repeat(40) + "x" + &"{% endfor %}".repeat(40);
    assert_eq!(problem(&loops, &full()).kind, Kind::Runaway);
    assert_eq!(problem("{{ 'aaaaaaaaaa' * 99999999 }}", &full()).kind, Kind::Runaway);
    assert_eq!(problem(&"x".repeat(50_000), &full()).kind, Kind::Runaway);
}

#[test]
fn lists_the_fields_in_their_order() {
    let template = "{% if last.when %}{{ last.when|month }}{% endif %}{{ person.preferred|default(person.given) }}\
                    {% for g in goals %}{{ g }}{% endfor %}{{ last.when }}{% raw %}{{ owed }}{% endraw %}{# {{ reason }} #}{{ '{{ reason }}' }}";
    assert_eq!(fields(template).expect("is right"), ["last.when", "person.preferred", "person.given", "goals"]);
}

#[test]
fn what_nobody_can_see_is_taken_out_of_values() {
    let mut letter = full();
    letter.person.given = some(" Ana\u{202E}\r\nBcc: x\u{200B}\u{0}y ");
    assert_eq!(render("{{ person.given }}|", &letter).expect("renders").text, "Ana Bcc: x y|");
    letter.person.given = some("A\u{E000}n\u{F8FF}a {{ person.family }} {% raw %}");
    let done = render("Dear {{ person.given }}, {{ person.family }}", &letter).expect("renders");
    assert_eq!(
        done.text, "Dear A\u{E000}n\u{F8FF}a {{ person.family }} {% raw %}, Reyes Ibarra",
        "a value is never read as a template"
    );
    assert_eq!((done.spans[0].from, done.spans[0].to), (5, 5 + 35));
}

#[test]
fn a_day_of_a_field_of_ones_own_is_written_as_a_day() {
    let german = LetterContext { language: "de".into(), ..full() };
    let written = |context: &LetterContext| render("{{ custom.delivery }}", context).expect("filled").text;
    assert_eq!((written(&full()).as_str(), written(&german).as_str()), ("4 December 2026", "4. Dezember 2026"));
}
