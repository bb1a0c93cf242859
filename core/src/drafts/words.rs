//! The word lists of each language, as data files read once. A list that a language has not got is `None`, so that a
//! check can say it did not look.

use super::coach::{
    DateWords, GreetingWords, MarkWords, NextStepWords, PlaceholderWords, PromiseWords, SentenceWords, WeWords,
};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::sync::OnceLock;

/// What a language's file holds.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Words {
    /// What the file is, for its readers.
    #[serde(rename = "about")]
    _about: String,
    /// How days and lists are written.
    calendar: Calendar,
    /// How sentences and letters end.
    pub(crate) sentences: SentenceWords,
    /// How letters begin.
    pub(crate) greeting: GreetingWords,
    /// What is left where something should have been filled in.
    pub(crate) placeholders: Option<PlaceholderWords>,
    /// How one says “I will” and “we will”.
    pub(crate) we: Option<WeWords>,
    /// How one promises.
    pub(crate) promises: Option<PromiseWords>,
    /// How one leads to a next step.
    pub(crate) next_step: Option<NextStepWords>,
    /// How days are named.
    pub(crate) dates: Option<DateWords>,
    /// The phrases that single checks look for; from a file of their own.
    #[serde(skip)]
    pub(crate) checks: MarkWords,
}

/// How days and lists are written.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Calendar {
    /// January first.
    months: Vec<String>,
    /// Monday first.
    weekdays: Vec<String>,
    /// With `{day}`, `{month}` and `{year}`.
    date: String,
    /// With `{day}` and `{month}`.
    day_month: String,
    /// With `{month}` and `{year}`.
    month_year: String,
    /// The word between the last two things of a list.
    and: String,
    /// What stands for it before certain beginnings: the word, then the beginnings.
    #[serde(default)]
    and_before: Option<(String, Vec<String>)>,
}

impl Words {
    /// “3 March 2026”.
    pub(crate) fn write_date(&self, day: NaiveDate) -> String {
        self.write_day(&self.calendar.date, day)
    }

    /// “3 March”.
    pub(crate) fn write_day_month(&self, day: NaiveDate) -> String {
        self.write_day(&self.calendar.day_month, day)
    }

    /// “March 2024”.
    pub(crate) fn write_month_year(&self, day: NaiveDate) -> String {
        self.write_day(&self.calendar.month_year, day)
    }

    /// The name of a month, counted from 0.
    pub(crate) fn month(&self, month: u32) -> String {
        self.calendar.months.get(month as usize).cloned().unwrap_or_default()
    }

    /// The name of a weekday, counted from 0 for Monday.
    pub(crate) fn weekday(&self, weekday: u32) -> String {
        self.calendar.weekdays.get(weekday as usize).cloned().unwrap_or_default()
    }

    /// “and”, as it is written before `next`.
    pub(crate) fn and_before(&self, next: &str) -> &str {
        let next = next.to_lowercase();
        match &self.calendar.and_before {
            Some((other, beginnings)) if beginnings.iter().any(|begin| next.starts_with(begin.as_str())) => other,
            _ => &self.calendar.and,
        }
    }

    fn write_day(&self, pattern: &str, day: NaiveDate) -> String {
        pattern
            .replace("{day}", &day.day().to_string())
            .replace("{month}", &self.month(day.month0()))
            .replace("{year}", &day.year().to_string())
    }
}

/// The lists of the language of a BCP 47 tag (`de-AT` is `de`), if there are any.
#[must_use]
pub(crate) fn words_of(tag: &str) -> Option<&'static Words> {
    static READ: OnceLock<Vec<(&str, Words)>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        FILES.iter().filter_map(|(name, file, checks)| Some((*name, parse(file, checks).ok()?))).collect()
    });
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    read.iter().find(|(name, _)| name.eq_ignore_ascii_case(primary)).map(|(_, words)| words)
}

/// Every language there are lists for, with its lists.
pub(crate) fn languages() -> impl Iterator<Item = (&'static str, &'static Words)> {
    FILES.iter().filter_map(|(name, ..)| Some((*name, words_of(name)?)))
}

/// The lists of that language, or the English ones: for writing a date, where something has to be written.
pub(crate) fn words(tag: &str) -> &'static Words {
    static NONE: OnceLock<Words> = OnceLock::new();
    words_of(tag).or_else(|| words_of("en")).unwrap_or_else(|| NONE.get_or_init(Words::default))
}

/// The files, by language.
const FILES: [(&str, &str, &str); 3] = [
    ("en", include_str!("words/en.json"), include_str!("words/checks/en.json")),
    ("de", include_str!("words/de.json"), include_str!("words/checks/de.json")),
    ("es", include_str!("words/es.json"), include_str!("words/checks/es.json")),
];

fn parse(file: &str, checks: &str) -> serde_json::Result<Words> {
    let words: Words = serde_json::from_str(file)?;
    Ok(Words { checks: serde_json::from_str(checks)?, ..words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_can_be_read() {
        for (name, file, checks) in FILES {
            let words = parse(file, checks).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!((words.calendar.months.len(), words.calendar.weekdays.len()), (12, 7), "{name}");
        }
    }

    #[test]
    fn writes_days_and_lists_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).expect("a day");
        let written = ["en", "de-AT", "es_MX", "fr"].map(|tag| words(tag).write_date(day));
        assert_eq!(written, ["3 March 2026", "3. März 2026", "3 de marzo de 2026", "3 March 2026"]);
        assert_eq!(words("es").and_before("Inés"), "e");
        assert_eq!(words("es").and_before("Ana"), "y");
        assert!(words_of("fr").is_none());
    }
}
