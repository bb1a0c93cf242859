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

/// The names a person can be called by.
pub(super) struct Called {
    /// Each with whether it is what one calls them; the family name is not.
    names: Vec<(String, bool)>,
}

impl Called {
    /// The names of a person, the best first.
    pub fn new(person: &LetterPerson) -> Self {
        let mut names: Vec<(String, bool)> = Vec::new();
        let mut add_one = |name: &str, is_called: bool| {
            let is_word = name.chars().any(char::is_alphanumeric);
            if is_word && !names.iter().any(|(known, _)| known == name) {
                names.push((name.to_owned(), is_called));
            }
        };
        let mut add = |name: &str, is_called: bool| {
            add_one(name.trim(), is_called);
            name.split_whitespace().for_each(|part| add_one(part, is_called));
        };
        add(&person.address_as, true);
        add(&person.given, true);
        person.nicknames.iter().for_each(|name| add(name, true));
        add(&person.said, true);
        add(&person.family, false);
        // The parts of the whole name say nothing about which of them one is called by, unless it is all there is.
        let is_all = person.given.trim().is_empty() && person.family.trim().is_empty();
        add(&person.name, is_all);
        let whole = person.name.trim();
        names.iter_mut().filter(|(name, _)| name == whole && whole.contains(' ')).for_each(|name| name.1 = true);
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
        let like =
            |written: &str, likeness: Likeness| self.names.iter().find(|(name, _)| compare(written, name) == likeness);
        let same = |written: &str| like(written, Likeness::Same).map(|(_, is_called)| *is_called);
        // “Yuki-san”, “山田さん”: the honour is joined to the name.
        let bare = written.split_once('-').map_or(written, |(first, _)| first);
        let joined = self.names.iter().find(|(name, _)| is_unspaced(name) && written.starts_with(name.as_str()));
        match same(written).or_else(|| same(bare)).or(joined.map(|(_, is_called)| *is_called)) {
            Some(true) => return Meant::Called,
            Some(false) => return Meant::Family,
            None => {}
        }
        [Likeness::OtherMarks, Likeness::Near]
            .into_iter()
            .find_map(|likeness| Some(Meant::Misspelt(like(written, likeness)?.0.clone(), likeness)))
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
