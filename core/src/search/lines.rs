//! Names and addresses as text: one folded line a person, those spoken with last first.

use crate::error::Result;
use crate::vault::text::fold;
use rusqlite::{Connection, OptionalExtension, Row};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Separates the parts of a line: name, other names, organisation, addresses.
pub const PART: char = '\u{1}';

/// Where a line stands among all: when the person was last spoken with, and their row number. Greater comes first.
pub type Place = Reverse<(Option<i64>, i64)>;

/// Lines in the order of their places.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// Folded lines, each beginning and ending with [`PART`].
    text: String,
    /// Where each line begins, in bytes.
    starts: Vec<usize>,
    /// Where each line stands among all.
    places: Vec<Place>,
    /// The words of names, for questions with a slip: what letters they have, and the word. There may be some of names
    /// that are gone.
    words: Vec<(u32, String)>,
}

/// A person's own words, and what they are reached by.
const NAMES: &str = "SELECT p.rid, s.last_at, p.name, p.nickname, p.given, p.family, p.said, p.address_as FROM person p
                     JOIN person_stat s ON s.person = p.rid WHERE s.live = 1";
const ORGANISATIONS: &str =
    "SELECT r.person, o.name FROM role r JOIN organisation o ON o.rid = r.organisation WHERE true";
const REACHES: &str =
    "SELECT r.person, CASE WHEN r.kind = 'phone' THEN r.normal ELSE r.value END FROM reach r WHERE r.kind <> 'address'";

impl Lines {
    /// Reads everybody.
    pub fn load(c: &Connection) -> Result<Self> {
        let mut others: BTreeMap<i64, String> = BTreeMap::new();
        for sql in [ORGANISATIONS, REACHES] {
            let mut rows = c.prepare(&format!("{sql} ORDER BY r.rid"))?;
            let mut rows = rows.query([])?;
            while let Some(r) = rows.next()? {
                add_part(others.entry(r.get(0)?).or_default(), r, 1)?;
            }
        }
        let mut lines = Self::default();
        let mut words = BTreeSet::new();
        let mut rows = c.prepare(&format!("{NAMES} ORDER BY s.last_at DESC, p.rid DESC"))?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            let (place, mut line) = line(r)?;
            line.push_str(others.get(&place.0.1).map_or("", String::as_str));
            words_of(&line, &mut words);
            lines.push(place, &line);
        }
        lines.set_words(words);
        Ok(lines)
    }

    /// Puts these people in as the tables have them now; those who are not in the book are left out.
    pub fn read(&mut self, c: &Connection, people: &BTreeSet<i64>) -> Result<()> {
        let mut words: BTreeSet<String> = std::mem::take(&mut self.words).into_iter().map(|w| w.1).collect();
        let mut all: Vec<(Place, String)> =
            self.iter().filter(|(place, _)| !people.contains(&place.0.1)).map(|(p, l)| (p, l.to_owned())).collect();
        for rid in people {
            let mut found = c.prepare_cached(&format!("{NAMES} AND p.rid = ?1"))?;
            let Some((place, mut line)) = found.query_row([rid], line).optional()? else { continue };
            for sql in [ORGANISATIONS, REACHES] {
                let mut rows = c.prepare_cached(&format!("{sql} AND r.person = ?1 ORDER BY r.rid"))?;
                let mut rows = rows.query([rid])?;
                while let Some(r) = rows.next()? {
                    add_part(&mut line, r, 1)?;
                }
            }
            words_of(&line, &mut words);
            all.push((place, line));
        }
        all.sort_unstable();
        (self.text, self.starts, self.places) = Default::default();
        all.iter().for_each(|(place, line)| self.push(*place, line));
        self.set_words(words);
        Ok(())
    }

    /// Both in one, without those of `gone` that stand in this.
    #[must_use]
    pub fn joined(&self, gone: &BTreeSet<i64>, fresh: &Self) -> Self {
        let mut all = Self { text: String::with_capacity(self.text.len() + fresh.text.len()), ..Self::default() };
        let mut fresh_lines = fresh.iter().peekable();
        for (place, line) in self.iter().filter(|(place, _)| !gone.contains(&place.0.1)) {
            while let Some((place, line)) = fresh_lines.next_if(|(before, _)| *before < place) {
                all.push(place, line);
            }
            all.push(place, line);
        }
        fresh_lines.for_each(|(place, line)| all.push(place, line));
        all.words = self.words.iter().chain(&fresh.words).cloned().collect();
        all.words.sort_unstable_by(|a, b| a.1.cmp(&b.1));
        all.words.dedup();
        all
    }

    /// All lines, one below the other.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line in which a byte of the text stands, which is this line or a later one, and mostly not much later.
    #[must_use]
    pub fn around(&self, from: usize, byte: usize) -> usize {
        let mut step = 1;
        while self.starts.get(from + step).is_some_and(|&start| start <= byte) {
            step *= 2;
        }
        let (low, high) = (from + step / 2, self.len().min(from + step));
        let later = self.starts.get(low..high).map_or(0, |part| part.partition_point(|&start| start <= byte));
        (low + later).saturating_sub(1)
    }

    /// Whether a byte of the text stands in the name of that line.
    #[must_use]
    pub fn is_in_name(&self, line: usize, byte: usize) -> bool {
        let begin = self.starts.get(line).map_or(0, |start| start + PART.len_utf8());
        self.text.get(begin..byte).is_some_and(|before| !before.contains(PART))
    }

    /// Where a line ends in the text.
    #[must_use]
    pub fn end(&self, line: usize) -> usize {
        self.starts.get(line + 1).copied().unwrap_or(self.text.len())
    }

    /// One line.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        self.starts.get(line).map_or("", |start| &self.text[*start..self.end(line)])
    }

    /// Where a line stands among all.
    #[must_use]
    pub fn place(&self, line: usize) -> Place {
        self.places.get(line).copied().unwrap_or(Reverse((None, 0)))
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The words of names: what letters they have, and the word.
    pub fn words(&self) -> impl Iterator<Item = (u32, &str)> {
        self.words.iter().map(|(letters, word)| (*letters, word.as_str()))
    }

    fn iter(&self) -> impl Iterator<Item = (Place, &str)> {
        (0..self.len()).map(|line| (self.place(line), self.line(line)))
    }

    /// Adds a line at the end.
    pub fn push(&mut self, place: Place, line: &str) {
        self.starts.push(self.text.len());
        self.places.push(place);
        self.text.push_str(line);
    }

    fn set_words(&mut self, words: BTreeSet<String>) {
        self.words = words.into_iter().map(|word| (letters(&word), word)).collect();
    }
}

/// A person's line without what hangs on them.
fn line(r: &Row<'_>) -> rusqlite::Result<(Place, String)> {
    let mut line = String::from(PART);
    add_part(&mut line, r, 2)?;
    let name_end = line.len();
    for i in 3..8 {
        let other = fold(r.get_ref(i)?.as_str()?);
        if !other.is_empty() && !line[..name_end].contains(&other) {
            line.push_str(&other);
            line.push(PART);
        }
    }
    Ok((Reverse((r.get(1)?, r.get(0)?)), line))
}

fn add_part(line: &mut String, r: &Row<'_>, column: usize) -> rusqlite::Result<()> {
    line.push_str(&fold(r.get_ref(column)?.as_str()?));
    line.push(PART);
    Ok(())
}

fn words_of(line: &str, words: &mut BTreeSet<String>) {
    let name = line.trim_start_matches(PART).split(PART).next().unwrap_or_default();
    for word in name.split_whitespace().filter(|w| w.chars().count() > 3) {
        if !words.contains(word) {
            words.insert(word.to_owned());
        }
    }
}

/// The set of letters of a word, as bits; letters beyond a–z share the upper ones.
pub fn letters(word: &str) -> u32 {
    word.chars()
        .fold(0, |set, c| set | 1 << (if c.is_ascii_lowercase() { c as u32 - 'a' as u32 } else { 26 + (c as u32) % 6 }))
}
