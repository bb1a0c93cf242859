//! Figures in a text: sums of money, percentages and stretches of time, so that two statements can be compared.

use super::dates::DateWords;
use super::words_in::{Gap, Word};
use crate::purchases::digits_of;
use std::ops::Range;

/// What a figure measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Money in a currency of ISO 4217.
    Money(String),
    /// Hundredths of something.
    Percent,
    /// Hours.
    Time,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// Where it stands with its unit, in bytes.
    pub at: Range<usize>,
    pub measure: Measure,
    pub value: f64,
}

impl Figure {
    /// Whether both say the same. Four weeks are not a month; thirty days and twelve months for a year are.
    pub fn is(&self, other: &Self) -> bool {
        let near = if self.measure == Measure::Time { 0.03 } else { 1e-9 };
        self.measure == other.measure && (self.value - other.value).abs() <= near * self.value.max(other.value)
    }
}

/// Signs and words of money that stand for one currency wherever they are written.
const MONEY: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("pfund", "GBP"),
    ("libra", "GBP"),
    ("libras", "GBP"),
    ("$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dólar", "USD"),
    ("dólares", "USD"),
    ("franken", "CHF"),
    ("franc", "CHF"),
    ("francs", "CHF"),
    ("francos", "CHF"),
];

/// The figures in `text[range]`, whose words are `words`, in order.
pub(super) fn figures(text: &str, range: &Range<usize>, words: &[Word], lists: &DateWords) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut numbers = in_digits(text, range);
    numbers.extend(words.iter().filter_map(|word| Some((word.at.clone(), f64::from(lists.number(&word.text)?)))));
    numbers.sort_by_key(|(at, _)| at.start);
    // The first of “2–3 weeks” has the unit of the last: read from the end.
    let mut next: Option<(usize, Measure, f64)> = None;
    for (at, value) in numbers.into_iter().rev() {
        let ranged = |start: usize| {
            let between = text[at.end..start].trim();
            matches!(between, "-" | "–" | "—" | "to" | "bis" | "a" | "o" | "or" | "oder")
        };
        let unit = unit_of(text, &at, range, words, lists);
        let unit = unit.or_else(|| match &next {
            Some((start, measure, scale)) if ranged(*start) => Some((at.clone(), measure.clone(), *scale)),
            _ => None,
        });
        next = unit.as_ref().map(|(_, measure, scale)| (at.start, measure.clone(), *scale));
        if let Some((whole, measure, scale)) = unit {
            found.push(Figure { at: whole, measure, value: value * scale });
        }
    }
    found.reverse();
    found
}

/// What a number counts, where it stands with that, and how many of the measure one of it is.
fn unit_of(
    text: &str,
    number: &Range<usize>,
    range: &Range<usize>,
    words: &[Word],
    lists: &DateWords,
) -> Option<(Range<usize>, Measure, f64)> {
    let (before, after) = (&text[range.start..number.start], &text[number.end..range.end]);
    // A number in words counts time: “€ a month” is no sum of one.
    let is_digits = text[number.clone()].starts_with(|c: char| c.is_ascii_digit());
    let rest = after.trim_start_matches([' ', '-']);
    let skipped = after.len() - rest.len();
    if is_digits && rest.starts_with('%') {
        return Some((number.start..number.end + skipped + 1, Measure::Percent, 1.0));
    }
    let sign_after = rest.chars().next().filter(|c| is_digits && "€£$".contains(*c));
    if let Some(sign) = sign_after {
        let end = number.end + skipped + sign.len_utf8();
        return Some((number.start..end, Measure::Money(code_of(&sign.to_string())?), 1.0));
    }
    let trimmed = before.trim_end_matches(' ');
    if let Some(sign) = trimmed.chars().next_back().filter(|c| is_digits && "€£$".contains(*c)) {
        let start = range.start + trimmed.len() - sign.len_utf8();
        return Some((start..number.end, Measure::Money(code_of(&sign.to_string())?), 1.0));
    }
    if let Some(next) = words.iter().position(|word| word.at.start == number.end + skipped)
        && (words[next].gap == Gap::Space || skipped == 0)
    {
        if let Some(code) = code_of(text.get(words[next].at.clone())?) {
            return Some((number.start..words[next].at.end, Measure::Money(code), 1.0));
        }
        if let Some((length, hours)) = lists.stretch_at(words, next) {
            return Some((number.start..words[next + length - 1].at.end, Measure::Time, hours));
        }
    }
    let prior = words.iter().rfind(|word| word.at.end <= number.start)?;
    let joined = text[prior.at.end..number.start].trim().is_empty();
    let code = code_of(text.get(prior.at.clone())?).filter(|_| is_digits && joined && prior.text.len() == 3)?;
    Some((prior.at.start..number.end, Measure::Money(code), 1.0))
}

/// The currency that a sign, a word or a code in capitals stands for.
fn code_of(word: &str) -> Option<String> {
    let is_code = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) && digits_of(word).is_some();
    let known = || MONEY.iter().find(|(known, _)| *known == word.to_lowercase()).map(|(_, code)| (*code).to_owned());
    if is_code { Some(word.to_owned()) } else { known() }
}

/// Numbers in digits, without those of dates, times and references.
fn in_digits(text: &str, range: &Range<usize>) -> Vec<(Range<usize>, f64)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < range.end && is_inside(bytes, at, range.end) {
            at += 1;
        }
        let before = text[range.start..start].chars().next_back();
        let after = text[at..range.end].chars().next();
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | ':' | '#' | '_'));
        if !is_part(before)
            && !is_part(after)
            && let Some(value) = value_of(&text[start..at])
        {
            found.push((start..at, value));
        }
    }
    found
}

/// A digit, or a sign between two digits that may stand inside a number.
fn is_inside(bytes: &[u8], at: usize, end: usize) -> bool {
    let digit = |at: usize| at < end && bytes[at].is_ascii_digit();
    digit(at) || (matches!(bytes[at], b'.' | b',' | b'\'') && digit(at + 1))
}

/// `1,200.50`, `1.200,50`, `1'200` and `1200` as numbers; `12.03.2026` is none. Three digits after a single sign count
/// thousands.
fn value_of(text: &str) -> Option<f64> {
    let plain = text.replace('\'', "");
    let (dots, commas) = (plain.matches('.').count(), plain.matches(',').count());
    let decimal = match (dots, commas) {
        (0, 0) => None,
        (1.., 1..) => plain.rfind(['.', ',']),
        _ if dots + commas > 1 => None,
        _ => plain.find(['.', ',']).filter(|at| plain.len() - at - 1 != 3),
    };
    let (whole, part) = decimal.map_or((plain.as_str(), ""), |at| (&plain[..at], &plain[at + 1..]));
    let mut groups = whole.split(['.', ',']);
    let first = groups.next()?;
    if !groups.all(|group| group.len() == 3) || first.is_empty() {
        return None;
    }
    format!("{}.{part}0", whole.replace(['.', ','], "")).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::coach::words_in::words_in;
    use crate::drafts::words::words_of;

    fn found(language: &str, text: &str) -> Vec<String> {
        let words = words_in(text, 0..text.len());
        let lists = words_of(language).and_then(|lists| lists.dates.as_ref()).unwrap();
        let shown = figures(text, &(0..text.len()), &words, lists).into_iter().map(|figure| {
            let unit = match figure.measure {
                Measure::Money(code) => code,
                Measure::Percent => "%".to_owned(),
                Measure::Time => "h".to_owned(),
            };
            format!("{}={} {unit}", &text[figure.at], figure.value)
        });
        shown.collect()
    }

    #[test]
    fn reads_money_shares_and_stretches_of_time() {
        assert_eq!(
            found("en", "It costs €1,200.50 or 40 EUR a month"),
            ["€1,200.50=1200.5 EUR", "40 EUR=40 EUR", "a month=730.5 h"]
        );
        assert_eq!(found("de", "Das macht 1.200,50 € und CHF 1'200"), ["1.200,50 €=1200.5 EUR", "CHF 1'200=1200 CHF"]);
        assert_eq!(found("en", "42 € a month"), ["42 €=42 EUR", "a month=730.5 h"]);
        assert_eq!(found("es", "Son 40 euros, un 15 % menos"), ["40 euros=40 EUR", "15 %=15 %"]);
        assert_eq!(
            found("en", "within 24 hours, 2–3 weeks or two years"),
            ["24 hours=24 h", "2=336 h", "3 weeks=504 h", "two years=17532 h"]
        );
    }

    #[test]
    fn dates_times_and_references_are_no_figures() {
        for text in ["on 12.03.2026", "at 10:30", "order #4711 of 3/4", "A380 and the 3rd", "with 12 people"] {
            assert_eq!(found("en", text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn thirty_days_are_a_month_and_four_weeks_are_not() {
        let hours = |value| Figure { at: 0..0, measure: Measure::Time, value };
        assert!(hours(720.0).is(&hours(730.5)) && hours(8766.0).is(&hours(12.0 * 730.5)));
        assert!(!hours(672.0).is(&hours(730.5)) && !hours(24.0).is(&hours(48.0)));
    }
}
