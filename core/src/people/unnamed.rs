//! Texts without the names of the people of the book: what leaves it names nobody unless somebody asks for it.

use crate::error::Result;
use crate::vault::Vault;
use std::collections::HashSet;
use std::ops::Range;

/// What stands in the place of a name.
const SOMEBODY: &str = "[somebody]";
/// Most words of a name that are looked for.
const LONGEST: usize = 6;

/// The people whose whole names stand in some texts. A name of one word is left alone, since it is mostly a word like others;
/// scripts that write names without spaces are not asked for one.
#[derive(Debug, Default)]
pub struct Unnamed {
    spaced: HashSet<String>,
    unspaced: Vec<String>,
}

impl Unnamed {
    /// Who is named in these texts.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn of<'t>(vault: &Vault, texts: impl Iterator<Item = &'t str>) -> Result<Self> {
        let (mut said, mut whole) = (HashSet::new(), String::new());
        for text in texts {
            let words: Vec<String> = words(text).map(|at| text[at].to_lowercase()).collect();
            for count in 2..=LONGEST {
                said.extend(words.windows(count).map(|run| run.join(" ")));
            }
            whole.push_str(text);
            whole.push('\n');
        }
        let mut found = Self::default();
        vault.read(|c| {
            let mut rows = c.prepare_cached("SELECT name FROM person WHERE binned_at IS NULL")?;
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                let name: String = row.get(0)?;
                let parts: Vec<String> = words(&name).map(|at| name[at].to_lowercase()).collect();
                match &parts[..] {
                    [one] if one.chars().count() > 1 && one.chars().all(unspaced) && whole.contains(&**one) => {
                        found.unspaced.push(one.clone());
                    }
                    [_, _, ..] if said.contains(&parts.join(" ")) => {
                        found.spaced.insert(parts.join(" "));
                    }
                    _ => {}
                }
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// A text without their names, and how many were taken out.
    #[must_use]
    pub fn hide(&self, text: &str) -> (String, u32) {
        let (mut out, mut count, mut at) = (String::with_capacity(text.len()), 0, 0);
        let places: Vec<Range<usize>> = if self.spaced.is_empty() { Vec::new() } else { words(text).collect() };
        let mut word = 0;
        while word < places.len() {
            let name = (2..=LONGEST.min(places.len() - word)).rev().find(|count| {
                let run: Vec<String> =
                    places[word..word + count].iter().map(|at| text[at.clone()].to_lowercase()).collect();
                self.spaced.contains(&run.join(" "))
            });
            if let Some(words) = name {
                out.push_str(&text[at..places[word].start]);
                out.push_str(SOMEBODY);
                at = places[word + words - 1].end;
                count += 1;
            }
            word += name.unwrap_or(1);
        }
        out.push_str(&text[at..]);
        for name in &self.unspaced {
            count += u32::try_from(out.matches(&**name).count()).unwrap_or(0);
            out = out.replace(&**name, SOMEBODY);
        }
        (out, count)
    }
}

/// Where the words of a text stand.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        from = start + length;
        Some(start..from)
    })
}

/// Han, kana and Hangul.
fn unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_hidden_and_other_words_stay() {
        let found = Unnamed {
            spaced: ["ana ruiz", "o brien", "jean luc picard"].map(str::to_owned).into(),
            unspaced: vec!["김현우".to_owned()],
        };
        let cases = [
            ("Ask ANA  Ruiz, then call.", "Ask [somebody], then call.", 1),
            ("Ana and Ruiz", "Ana and Ruiz", 0),
            ("Jean-Luc Picard (O'Brien)", "[somebody] ([somebody])", 2),
            ("김현우님께", "[somebody]님께", 1),
            ("Éana ruizé", "Éana ruizé", 0),
            ("", "", 0),
        ];
        for (text, hidden, count) in cases {
            assert_eq!(found.hide(text), (hidden.to_owned(), count), "{text}");
        }
        assert_eq!(Unnamed::default().hide("Ana Ruiz"), ("Ana Ruiz".to_owned(), 0));
    }
}
