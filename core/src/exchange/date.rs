//! Days as files write them: with or without a year, in figures or words, in several languages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day of which parts may be unknown. Every part that is there is possible (no 30 February).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PartialDate {
    /// The year, 1 to 9999.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
}

/// Which of two figures is the day, in `03/04/1985`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// What a written date turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A day.
    Day(PartialDate),
    /// A program's way to write "no date".
    Nothing,
    /// A day or another, depending on the order of day and month.
    Ambiguous,
    /// No date that we know.
    Unknown,
}

/// Apple writes 1604 for "no year" (it is a leap year, and nobody was born then); others write 0000.
const NO_YEAR: [u16; 2] = [1604, 0];

/// Outlook's way to write "no date" is 1 January of this year.
const NO_DATE_YEAR: u16 = 4501;

impl PartialDate {
    /// A day from its parts, if there is such a day. The years that stand for "unknown" become none.
    #[must_use]
    pub fn new(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let year = year.filter(|year| !NO_YEAR.contains(year));
        let longest = match month {
            None | Some(1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
            Some(4 | 6 | 9 | 11) => 30,
            Some(2) if year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) => 29,
            Some(2) => 28,
            Some(_) => return None,
        };
        let possible = day.is_none_or(|day| (1..=longest).contains(&day)) && year.is_none_or(|year| year <= 9999);
        let known = year.is_some() || month.is_some() || day.is_some();
        (possible && known).then_some(Self { year, month, day })
    }

    /// Reads what vCards write (ISO 8601 and its shortenings: `1985-04-12`, `19850412`, `--0412`, `---12`, `1985-04`,
    /// `1985`). A time of day after it is left out: a birthday has none.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(['T', 't', ' ']).unwrap_or(text.len());
        let (date, time) = text.split_at(end);
        if time.contains(|c: char| !(c.is_ascii_digit() || "TtZz:+-., ".contains(c))) {
            return None;
        }
        if let Some(day) = date.strip_prefix("---") {
            return Self::new(None, None, Some(figure(day, 2)?));
        }
        if let Some(rest) = date.strip_prefix("--") {
            return Self::month_and_day(None, rest);
        }
        let digits = date.bytes().take_while(u8::is_ascii_digit).count();
        match (digits, date.len()) {
            (8, 8) => Self::month_and_day(Some(date[..4].parse().ok()?), &date[4..]),
            (4, 4) => Self::new(Some(date.parse().ok()?), None, None),
            (4, 6..) if date.as_bytes()[4] == b'-' => Self::month_and_day(Some(date[..4].parse().ok()?), &date[5..]),
            _ => None,
        }
    }

    fn month_and_day(year: Option<u16>, text: &str) -> Option<Self> {
        match text.split_once('-') {
            Some((month, day)) => Self::new(year, Some(figure(month, 2)?), Some(figure(day, 2)?)),
            None if text.len() == 4 && text.is_ascii() => {
                Self::new(year, Some(figure(&text[..2], 2)?), Some(figure(&text[2..], 2)?))
            }
            None => Self::new(year, Some(figure(text, 2)?), None),
        }
    }

    /// Writes it as vCard 4.0 does (RFC 6350 §4.3.1): `19850412`, `--0412`, `---12`, `1985-04`, `1985`.
    #[must_use]
    pub fn to_vcard(self) -> String {
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}{month:02}{day:02}"),
            (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(year), None, _) => format!("{year:04}"),
            (None, Some(month), Some(day)) => format!("--{month:02}{day:02}"),
            (None, Some(month), None) => format!("--{month:02}"),
            (None, None, day) => format!("---{:02}", day.unwrap_or(1)),
        }
    }

    /// Writes it as tables do: `1985-04-12`, `--04-12`, `1985-04`, `1985`.
    #[must_use]
    pub fn to_table(self) -> String {
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (None, Some(month), Some(day)) => format!("--{month:02}-{day:02}"),
            _ => self.to_vcard(),
        }
    }
}

/// Reads what people and programs write in tables. `order` answers for dates that could be two days.
#[must_use]
pub fn read_written(text: &str, order: Option<DateOrder>) -> Written {
    let text = text.trim();
    if !text.contains(|c: char| c.is_ascii_digit() && c != '0') {
        return if text.contains(char::is_alphabetic) { Written::Unknown } else { Written::Nothing };
    }
    if let Some(date) = PartialDate::parse_iso(text) {
        return if date.year == Some(NO_DATE_YEAR) { Written::Nothing } else { Written::Day(date) };
    }
    let text = without_time(text);
    let dotted = text.contains('.');
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let date = match parts.iter().position(|part| part.starts_with(char::is_alphabetic)) {
        Some(at) => in_words(&parts, at),
        None => return in_figures(&parts, if dotted { Some(DateOrder::DayFirst) } else { order }),
    };
    date.map_or(Written::Unknown, Written::Day)
}

/// Cuts a time of day (`10:00`, `10:00:00 AM`) off the end.
fn without_time(text: &str) -> &str {
    match text.find(':') {
        Some(colon) => text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).trim_end(),
        None => text,
    }
}

fn in_words(parts: &[&str], at: usize) -> Option<PartialDate> {
    let month = month_named(parts[at])?;
    let number = |index: usize| parts.get(index).map(|part| part.trim_end_matches(char::is_alphabetic));
    let (day, year) = match at {
        0 => (number(1), number(2)),
        1 => (number(0), number(2)),
        _ => return None,
    };
    if parts.len() > 3 {
        return None;
    }
    let day = day?;
    // "June 1985" has no day.
    if day.len() == 4 && year.is_none() {
        return PartialDate::new(Some(day.parse().ok()?), Some(month), None);
    }
    let year = match year {
        Some(text) => Some(full_year(text)?),
        None => None,
    };
    PartialDate::new(year, Some(month), Some(figure(day, 2)?))
}

fn in_figures(parts: &[&str], order: Option<DateOrder>) -> Written {
    let (first, second, year) = match parts {
        [year, month, day] if year.len() == 4 => {
            let numbers = (figure(month, 2), figure(day, 2), year.parse().ok());
            let (Some(month), Some(day), Some(year)) = numbers else { return Written::Unknown };
            return PartialDate::new(Some(year), Some(month), Some(day)).map_or(Written::Unknown, Written::Day);
        }
        [first, second, year] => (figure(first, 2), figure(second, 2), full_year(year).map(Some)),
        [first, second] => (figure(first, 2), figure(second, 2), Some(None)),
        _ => return Written::Unknown,
    };
    let (Some(first), Some(second), Some(year)) = (first, second, year) else { return Written::Unknown };
    if year == Some(NO_DATE_YEAR) {
        return Written::Nothing;
    }
    let day_first = PartialDate::new(year, Some(second), Some(first));
    let month_first = PartialDate::new(year, Some(first), Some(second));
    let chosen = match (day_first, month_first, order) {
        (Some(one), Some(other), None) if one != other => return Written::Ambiguous,
        (Some(date), _, Some(DateOrder::DayFirst)) | (_, Some(date), Some(DateOrder::MonthFirst)) => Some(date),
        (one, other, _) => one.or(other),
    };
    chosen.map_or(Written::Unknown, Written::Day)
}

/// Which order a date proves, when only one is possible. `15/06/1985` can only have the day first.
#[must_use]
pub fn order_proved(text: &str) -> Option<DateOrder> {
    if text.contains('.') {
        return None;
    }
    let day = read_written(text, Some(DateOrder::DayFirst));
    let figures = without_time(text.trim());
    let mut parts = figures.split(|c: char| !c.is_ascii_digit()).map(str::parse::<u8>);
    match (day, parts.next()?, parts.next()?) {
        (Written::Day(date), Ok(first), Ok(second)) if first != second && date.month.is_some() => {
            if date.day == Some(first) && first > 12 {
                Some(DateOrder::DayFirst)
            } else {
                (date.day == Some(second) && second > 12).then_some(DateOrder::MonthFirst)
            }
        }
        _ => None,
    }
}

fn figure(text: &str, longest: usize) -> Option<u8> {
    let plain = !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Years of two figures are read as spreadsheets do: 70 to 99 belong to the last century.
fn full_year(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year >= 70 => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// The months in English, German, French, Spanish, Italian, Dutch and Portuguese.
const MONTHS: [&str; 12] = [
    "january januar janvier enero gennaio januari janeiro",
    "february februar février fevrier febrero febbraio februari fevereiro",
    "march märz maerz mars marzo maart março marco mrz",
    "april avril abril aprile",
    "may mai mayo maggio mei maio",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août aout agosto augustus",
    "september septembre septiembre settembre setembro sept",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre decembre diciembre dicembre dezembro",
];

/// The month of that name or abbreviation (three letters or more that fit one month only).
fn month_named(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let fits = |whole: bool| {
        let mut found = MONTHS.iter().zip(1..).filter(|(names, _)| {
            names.split(' ').any(|name| if whole { name == word } else { name.starts_with(&word) })
        });
        let month = found.next().map(|(_, month)| month);
        if found.next().is_some() { None } else { month }
    };
    if word.chars().count() < 3 { None } else { fits(true).or_else(|| fits(false)) }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
