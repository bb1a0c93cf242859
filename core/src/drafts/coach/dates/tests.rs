//! Which days sentences name, seen from Monday, 23 November 2026, and from other days of the week.

use super::super::words_in::words_in;
use super::find_days;
use crate::drafts::words::words_of;
use chrono::NaiveDate;
use proptest::prelude::*;

fn days(language: &str, text: &str, today: &str) -> Vec<String> {
    let today = today.parse().expect("a day");
    let words = words_in(text, 0..text.len());
    let lists = words_of(language).and_then(|words| words.dates.as_ref()).expect("a list");
    let month_first = language.ends_with("US");
    find_days(&words, lists, today, month_first).into_iter().map(|found| found.day.to_string()).collect()
}

fn check(language: &str, today: &str, table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, days(language, text, today)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{language}: “{text}” expected {expected:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english() {
    check(
        "en",
        "2026-11-23",
        &[
            ("we send it today", &["2026-11-23"]),
            ("tomorrow morning at ten", &["2026-11-24"]),
            ("the day after tomorrow", &["2026-11-25"]),
            ("by Friday", &["2026-11-27"]),
            ("before friday", &["2026-11-26"]),
            ("on Monday", &["2026-11-30"]),
            ("this Friday", &["2026-11-27"]),
            ("next Friday", &["2026-12-04"]),
            ("on Tuesday next week", &["2026-12-01"]),
            ("Fri or Sat", &["2026-11-27", "2026-11-28"]),
            ("in two weeks", &["2026-12-07"]),
            ("in two weeks' time", &["2026-12-07"]),
            ("within 24 hours", &["2026-11-24"]),
            ("within 3 working days", &["2026-11-26"]),
            ("within ten business days", &["2026-12-07"]),
            ("in a month", &["2026-12-23"]),
            ("three days from now", &["2026-11-26"]),
            ("in the next two weeks", &["2026-12-07"]),
            ("on 3 March", &["2027-03-03"]),
            ("on March 3rd", &["2027-03-03"]),
            ("on the 3rd of March 2028", &["2028-03-03"]),
            ("March 3, 2028", &["2028-03-03"]),
            ("on Friday, 4 December", &["2026-12-04"]),
            ("2026-12-01 or 01/12/2026", &["2026-12-01", "2026-12-01"]),
            ("on 3/4", &["2027-04-03"]),
            ("before the 12th", &["2026-12-11"]),
            ("by the 30th.", &["2026-11-30"]),
            ("on the 24th and the 31st", &["2026-11-24", "2026-12-31"]),
        ],
    );
}

#[test]
fn english_stretches_of_time() {
    check(
        "en",
        "2026-11-23",
        &[
            ("by the end of the month", &["2026-11-30"]),
            ("before the end of the month", &["2026-11-30"]),
            ("by month end", &["2026-11-30"]),
            ("at the end of next week", &["2026-12-04"]),
            ("by the end of the day", &["2026-11-23"]),
            ("early next week", &["2026-12-01"]),
            ("this week", &["2026-11-27"]),
            ("next week", &["2026-12-04"]),
            ("before next week", &["2026-11-27"]),
            ("next month", &["2026-12-31"]),
            ("in March", &["2027-03-31"]),
            ("by March", &["2027-03-01"]),
            ("mid-March", &["2027-03-20"]),
            ("in early May", &["2027-05-10"]),
            ("by the weekend", &["2026-11-27"]),
            ("at the weekend", &["2026-11-29"]),
            ("by the end of the quarter", &["2026-12-31"]),
            ("last Friday", &[]),
            ("two weeks ago", &[]),
            ("it may march on in the sun", &[]),
            ("the 3rd time, the 12th floor", &[]),
            ("at 10:30 on 020 7946 0000", &[]),
            ("a week of work for the month", &[]),
            ("on 31 February", &[]),
            ("on 29 February", &["2028-02-29"]),
            ("soon, shortly, as soon as possible", &[]),
            ("in 99999999 years", &["+12026-11-23"]),
        ],
    );
    check(
        "en-US",
        "2026-11-23",
        &[("by 3/4", &["2027-03-04"]), ("12/01/2026", &["2026-12-01"]), ("25/12", &["2026-12-25"])],
    );
}

#[test]
fn from_other_days_of_the_week() {
    check(
        "en",
        "2026-11-27",
        &[
            ("by Friday", &["2026-12-04"]),
            ("this week", &["2026-11-27"]),
            ("next Monday", &["2026-11-30"]),
            ("next Friday", &["2026-12-04"]),
            ("by the weekend", &["2026-11-27"]),
        ],
    );
    check(
        "en",
        "2026-11-29",
        &[
            ("this week", &["2026-11-29"]),
            ("next week", &["2026-12-04"]),
            ("by Friday", &["2026-12-04"]),
            ("on the 29th", &["2026-11-29"]),
            ("within 1 working day", &["2026-11-30"]),
        ],
    );
    check("en", "2026-12-31", &[("in two months", &["2027-02-28"]), ("by the end of the year", &["2026-12-31"])]);
}

#[test]
fn german() {
    check(
        "de",
        "2026-11-23",
        &[
            ("noch heute", &["2026-11-23"]),
            ("morgen früh", &["2026-11-24"]),
            ("am Morgen", &[]),
            ("übermorgen", &["2026-11-25"]),
            ("bis Freitag", &["2026-11-27"]),
            ("am Freitagnachmittag", &["2026-11-27"]),
            ("nächsten Freitag", &["2026-12-04"]),
            ("letzten Freitag", &[]),
            ("in zwei Wochen", &["2026-12-07"]),
            ("vor zwei Wochen", &[]),
            ("innerhalb von drei Werktagen", &["2026-11-26"]),
            ("am 3. März", &["2027-03-03"]),
            ("am 3. März 2028", &["2028-03-03"]),
            ("bis zum 12.", &["2026-12-12"]),
            ("vor dem 12.", &["2026-12-11"]),
            ("am 12.12.2026", &["2026-12-12"]),
            ("bis 12.12.", &["2026-12-12"]),
            ("bis Ende der Woche", &["2026-11-27"]),
            ("bis Ende des Monats", &["2026-11-30"]),
            ("bis Monatsende", &["2026-11-30"]),
            ("Ende nächster Woche", &["2026-12-04"]),
            ("Anfang nächster Woche", &["2026-12-01"]),
            ("kommende Woche", &["2026-12-04"]),
            ("Mitte März", &["2027-03-20"]),
            ("Ende März", &["2027-03-31"]),
            ("im März", &["2027-03-31"]),
            ("am Wochenende", &["2026-11-29"]),
            ("Montag, der 7. Dezember um zehn, oder Mittwoch, der 9. um vier", &["2026-12-07", "2026-12-09"]),
            ("es sind 12 Kisten", &[]),
        ],
    );
}

#[test]
fn spanish() {
    check(
        "es",
        "2026-11-23",
        &[
            ("hoy mismo", &["2026-11-23"]),
            ("mañana por la mañana", &["2026-11-24"]),
            ("por la mañana", &[]),
            ("pasado mañana", &["2026-11-25"]),
            ("el viernes", &["2026-11-27"]),
            ("antes del viernes", &["2026-11-26"]),
            ("el viernes que viene", &["2026-11-27"]),
            ("el próximo viernes", &["2026-12-04"]),
            ("el viernes pasado", &[]),
            ("la semana que viene", &["2026-12-04"]),
            ("la próxima semana", &["2026-12-04"]),
            ("esta semana", &["2026-11-27"]),
            ("en dos semanas", &["2026-12-07"]),
            ("dentro de tres días", &["2026-11-26"]),
            ("hace dos semanas", &[]),
            ("el 3 de marzo", &["2027-03-03"]),
            ("el 3 de marzo de 2028", &["2028-03-03"]),
            ("el día 12", &["2026-12-12"]),
            ("antes del 12", &["2026-12-11"]),
            ("a finales de mes", &["2026-11-30"]),
            ("antes de fin de mes", &["2026-11-30"]),
            ("a mediados de marzo", &["2027-03-20"]),
            ("a principios de la semana que viene", &["2026-12-01"]),
            ("este fin de semana", &["2026-11-29"]),
            ("01/12/2026", &["2026-12-01"]),
            ("son 12 cajas de la casa", &[]),
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// A written-out date is read back as the day it is, in each language.
    #[test]
    fn reads_what_it_writes(year in 2020..2090i32, day in 1..=366u32, language in prop::sample::select(vec!["en", "de", "es"])) {
        let Some(day) = NaiveDate::from_yo_opt(year, day) else { return Ok(()) };
        let written = words_of(language).expect("a language").write_date(day);
        prop_assert_eq!(days(language, &written, "2026-11-23"), [day.to_string()]);
    }

    /// Any day of writing, at the ends of the calendar too, ends.
    #[test]
    fn ends_on_any_day(ordinal in 1..=366u32, year in prop::sample::select(vec![-262_143i32, 0, 2026, 2027, 9999, 262_142]),
        text in prop::sample::select(vec!["next week", "by the end of the quarter", "in 9999 years", "before the 31st", "next Friday", "tomorrow", "within 5000 working days", "before 1 January", "at the weekend"])) {
        let Some(today) = NaiveDate::from_yo_opt(year, ordinal) else { return Ok(()) };
        let words = words_in(text, 0..text.len());
        let lists = words_of("en").and_then(|words| words.dates.as_ref()).expect("a list");
        let _ = find_days(&words, lists, today, false);
    }
}
