//! The values in a typed rule: texts, numbers, days, amounts, channels, stages.

use super::parse::{Parsed, Parser, Trouble, nearest};
use super::tokens::What;
use crate::purchases::currency;
use crate::segments::rule::limits::{is_date, number};
use crate::segments::rule::{Bound, Side};
use crate::touchpoints::Channel;

/// Words that end a text without quotes.
const ENDS: [&str; 3] = ["and", "or", "in"];

/// Channels as they are written, and as they are understood, too.
const CHANNELS: [(&str, Channel, &[&str]); 9] = [
    ("phone", Channel::Phone, &["call", "telephone"]),
    ("email", Channel::Email, &["mail", "e-mail"]),
    ("in-person", Channel::InPerson, &["meeting", "inperson"]),
    ("video", Channel::Video, &[]),
    ("chat", Channel::Chat, &[]),
    ("social", Channel::Social, &[]),
    ("post", Channel::Post, &["letter"]),
    ("event", Channel::Event, &["events"]),
    ("support", Channel::Support, &[]),
];

/// How many days a unit has, as it is written and as it is understood.
const UNITS: [(&str, u32); 8] =
    [("days", 1), ("day", 1), ("weeks", 7), ("week", 7), ("months", 30), ("month", 30), ("years", 365), ("year", 365)];

/// A channel as it is written.
pub(super) fn channel_word(channel: Channel) -> &'static str {
    CHANNELS.iter().find(|(_, known, _)| *known == channel).map_or("support", |(word, _, _)| word)
}

impl Parser<'_> {
    /// A text: in quotes, or words up to the next `and`, `or`, `in last`, bracket or mark.
    pub fn text(&mut self, wanted: &str) -> Parsed<String> {
        self.want(wanted);
        if let What::Quoted(text) = self.peek().clone() {
            self.at += 1;
            return Ok(text);
        }
        let mut words: Vec<String> = Vec::new();
        while let What::Word(word) = self.peek().clone() {
            if ENDS.contains(&word.to_lowercase().as_str()) {
                break;
            }
            words.push(word);
            self.at += 1;
        }
        if words.is_empty() { Err(self.unexpected()) } else { Ok(words.join(" ")) }
    }

    /// One word, or one text in quotes.
    pub fn single(&mut self, wanted: &str) -> Parsed<String> {
        self.want(wanted);
        match self.peek().clone() {
            What::Word(text) | What::Quoted(text) => {
                self.at += 1;
                Ok(text)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// One of these words.
    pub fn one_of<T: Copy>(&mut self, words: &[(&'static str, T)], why: &'static str) -> Parsed<T> {
        for (word, meaning) in words {
            if self.word(word) {
                return Ok(*meaning);
            }
        }
        let (What::Word(word) | What::Quoted(word)) = self.peek().clone() else { return Err(self.unexpected()) };
        let plain = |text: &str| text.replace(['-', ' '], "").to_lowercase();
        if let Some((_, meaning)) = words.iter().find(|(known, _)| plain(known) == plain(&word)) {
            self.at += 1;
            return Ok(*meaning);
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let meant = nearest(&word, &known);
        if meant.is_empty() {
            return Err(self.unexpected());
        }
        Err(Trouble::Problem { why, at: self.here(), meant })
    }

    /// A channel.
    pub fn channel(&mut self) -> Parsed<Channel> {
        if let Some(channel) = self.maybe_channel() {
            return Ok(channel);
        }
        let all = CHANNELS.map(|(word, channel, _)| (word, channel));
        self.one_of(&all, "unknownChannel")
    }

    /// A channel, if one stands here.
    pub fn maybe_channel(&mut self) -> Option<Channel> {
        CHANNELS
            .iter()
            .find(|(word, _, others)| self.word(word) || others.iter().any(|other| self.also(other)))
            .map(|(_, channel, _)| *channel)
    }

    /// `=` or `is`; true when it is `!=` or `is not`.
    pub fn equals(&mut self) -> Parsed<bool> {
        if self.mark("=") {
            return Ok(false);
        }
        if self.mark("!=") {
            return Ok(true);
        }
        if self.also("is") { Ok(self.also("not")) } else { Err(self.unexpected()) }
    }

    /// `contains` or `~`.
    pub fn contains(&mut self) -> Parsed<()> {
        if self.word("contains") || self.mark("~") { Ok(()) } else { Err(self.unexpected()) }
    }

    /// `>=`, `<=`, `at least`, `at most`; and one more or less for `>` and `<`.
    pub fn bound(&mut self) -> Parsed<(Bound, i64)> {
        for (mark, bound, more) in
            [(">=", Bound::AtLeast, 0), ("<=", Bound::AtMost, 0), (">", Bound::AtLeast, 1), ("<", Bound::AtMost, -1)]
        {
            if self.mark(mark) {
                return Ok((bound, more));
            }
        }
        self.spelled_bound()
    }

    /// The same for what has no next number: `>=` and `<=` only.
    pub fn broad_bound(&mut self) -> Parsed<Bound> {
        if self.mark(">=") {
            return Ok(Bound::AtLeast);
        }
        if self.mark("<=") {
            return Ok(Bound::AtMost);
        }
        self.spelled_bound().map(|(bound, _)| bound)
    }

    fn spelled_bound(&mut self) -> Parsed<(Bound, i64)> {
        if self.also("at") {
            if self.word("least") {
                return Ok((Bound::AtLeast, 0));
            }
            if self.word("most") {
                return Ok((Bound::AtMost, 0));
            }
        }
        Err(self.unexpected())
    }

    /// A whole number from zero on.
    pub fn count(&mut self, more: i64) -> Parsed<u32> {
        let start = self.at;
        let text = self.single("<number>")?;
        let count = text.parse::<u32>().ok().and_then(|n| u32::try_from(i64::from(n) + more).ok());
        count.ok_or_else(|| self.wrong("number", start))
    }

    /// A number with or without a point, as it was written.
    pub fn number(&mut self) -> Parsed<String> {
        let start = self.at;
        let text = self.single("<number>")?.replacen('−', "-", 1).replacen('+', "", 1);
        if number(&text).is_some() { Ok(text) } else { Err(self.wrong("number", start)) }
    }

    /// A day as `2026-11-23`; `2026-11` and `2026`, too, when `part` is true.
    pub fn date(&mut self, part: bool) -> Parsed<String> {
        let start = self.at;
        let text = self.single("<date>")?;
        if is_date(&text) && (part || text.len() == 10) { Ok(text) } else { Err(self.wrong("date", start)) }
    }

    /// An amount and its currency, in either order, in minor units.
    pub fn amount(&mut self, more: i64) -> Parsed<(i64, String)> {
        let start = self.at;
        let first = self.single("<amount>")?;
        let second = self.single("<currency>")?;
        let at = |p: &Self| p.wrong("amount", start);
        let (number, code) =
            if first.starts_with(|c: char| c.is_alphabetic()) { (second, first) } else { (first, second) };
        let code = code.to_ascii_uppercase();
        if currency::digits_of(&code).is_none() {
            let all: Vec<&str> = currency::currencies().iter().map(|c| c.code).collect();
            return Err(Trouble::Problem {
                why: "unknownCurrency",
                at: self.since(start),
                meant: nearest(&code, &all),
            });
        }
        let amount = currency::minor(&number, &code).ok_or_else(|| at(self))?;
        Ok((amount + more, code))
    }

    /// `60 days`, `2 weeks`, `3 months` (of 30 days), `a year` of 365.
    pub fn days(&mut self) -> Parsed<u32> {
        let start = self.at;
        let text = self.single("<days>")?;
        let Ok(number) = text.parse::<u32>() else { return Err(self.wrong("number", start)) };
        for (unit, days) in UNITS {
            let here = if unit == "days" { self.word(unit) } else { self.also(unit) };
            if here {
                return number.checked_mul(days).ok_or_else(|| self.wrong("days", start));
            }
        }
        Err(self.unexpected())
    }

    /// `before 60 days ago`, `in last 60 days`.
    pub fn past(&mut self) -> Parsed<(Side, u32)> {
        if self.word("before") {
            let days = self.days()?;
            return if self.word("ago") { Ok((Side::Before, days)) } else { Err(self.unexpected()) };
        }
        if self.also("after") {
            let days = self.days()?;
            return if self.word("ago") { Ok((Side::After, days)) } else { Err(self.unexpected()) };
        }
        match self.maybe_last()? {
            Some(days) => Ok((Side::After, days)),
            None => Err(self.unexpected()),
        }
    }

    /// `in last 60 days`, if it stands here.
    pub fn maybe_last(&mut self) -> Parsed<Option<u32>> {
        if !self.word("in") {
            return Ok(None);
        }
        self.also("the");
        if self.word("last") { self.days().map(Some) } else { Err(self.unexpected()) }
    }

    /// `in next 30 days`, `in last 30 days`, `today`.
    pub fn around(&mut self) -> Parsed<(Side, u32)> {
        if self.word("today") {
            return Ok((Side::After, 0));
        }
        if !self.word("in") {
            return Err(self.unexpected());
        }
        self.also("the");
        if self.word("next") {
            return Ok((Side::After, self.days()?));
        }
        if self.word("last") { Ok((Side::Before, self.days()?)) } else { Err(self.unexpected()) }
    }

    /// What was read since `start` is not what was wanted.
    pub fn wrong(&self, why: &'static str, start: usize) -> Trouble {
        Trouble::Problem { why, at: self.since(start), meant: Vec::new() }
    }
}
