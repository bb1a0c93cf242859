//! Whom a written name can mean: the names a person goes by, and how near they are.

use super::letter::LetterPerson;
use super::names::{Likeness, compare, fold};

/// Who a word of a greeting can mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meant {
    /// A name they are called by.
    Called,
    /// Their family name.
    Family,
    /// A name of theirs that is spelt otherwise on record: that spelling, and how far off.
    Misspelt(String, Likeness),
    /// Somebody else, or nobody.
    Other,
}

/// What a name on record is to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// What one calls them.
    Called,
    /// Their family name, or a part of the whole name.
    Family,
    /// How the name is said aloud: right where it stands, but no spelling to correct to.
    Said,
}

/// The names a person can be called by.
pub(super) struct Called {
    names: Vec<(String, Use)>,
}

impl Called {
    /// The names of a person, the best first.
    pub fn new(person: &LetterPerson) -> Self {
        let mut names: Vec<(String, Use)> = Vec::new();
        let mut add_one = |name: &str, used: Use| {
            let is_word = name.chars().any(char::is_alphanumeric);
            if is_word && !names.iter().any(|(known, _)| known == name) {
                names.push((name.to_owned(), used));
            }
        };
        let mut add = |name: &str, used: Use| {
            add_one(name.trim(), used);
            name.split_whitespace().for_each(|part| add_one(part, used));
        };
        add(&person.address_as, Use::Called);
        add(&person.given, Use::Called);
        person.nicknames.iter().for_each(|name| add(name, Use::Called));
        add(&person.family, Use::Family);
        // The parts of the whole name say nothing about which of them one is called by, unless it is all there is.
        let is_all = person.given.trim().is_empty() && person.family.trim().is_empty();
        add(&person.name, if is_all { Use::Called } else { Use::Family });
        add(&person.said, Use::Said);
        let whole = person.name.trim();
        names.iter_mut().filter(|(name, _)| name == whole && whole.contains(' ')).for_each(|name| name.1 = Use::Called);
        Self { names }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether the word is one of their names in small letters.
    pub fn is_theirs(&self, word: &str) -> bool {
        self.names.iter().any(|(name, _)| fold(name) == fold(word))
    }

    /// Who a written name can mean.
    pub fn meant(&self, written: &str) -> Meant {
        let written = written.strip_suffix("'s").unwrap_or(written);
        let same = |written: &str| {
            let found = self.names.iter().find(|(name, _)| compare(written, name) == Likeness::Same);
            found.map(|(_, used)| *used)
        };
        let misspelt = |likeness: Likeness| {
            let mut spellings = self.names.iter().filter(|(_, used)| *used != Use::Said);
            let (right, _) = spellings.find(|(name, _)| compare(written, name) == likeness)?;
            Some(Meant::Misspelt(right.clone(), likeness))
        };
        let meant = |used: Use| if used == Use::Family { Meant::Family } else { Meant::Called };
        // “Yuki-san”, “山田さん”: the honour is joined to the name.
        let bare = || same(written.split_once('-')?.0);
        let joined = || self.names.iter().find(|(name, _)| is_unspaced(name) && written.starts_with(name.as_str()));
        same(written)
            .map(meant)
            .or_else(|| misspelt(Likeness::OtherMarks))
            .or_else(|| bare().map(meant))
            .or_else(|| joined().map(|(_, used)| meant(*used)))
            .or_else(|| misspelt(Likeness::Near))
            .unwrap_or(Meant::Other)
    }

    /// What to call them: as they asked, by the given name, or by title and family name.
    pub fn best(person: &LetterPerson) -> String {
        let trimmed = [&person.address_as, &person.given].map(|name| name.trim().to_owned());
        if let Some(name) = trimmed.into_iter().find(|name| !name.is_empty()) {
            return name;
        }
        match (person.title.trim(), person.family.trim()) {
            (title, family) if !title.is_empty() && !family.is_empty() => format!("{title} {family}"),
            _ => person.name.trim().to_owned(),
        }
    }
}

/// Whether the name is of a script that writes without spaces.
fn is_unspaced(name: &str) -> bool {
    name.chars()
        .all(|letter| matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}
