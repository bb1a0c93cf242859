//! What a heading means.
//!
//! It is made plain (lower case, no accents, words apart), then looked up as a whole; if that fails, words for a place
//! (`business`, `privat`, `domicile`) and a number are taken off, which covers all programs that name addresses and numbers
//! by place.

use super::layout::numbered;
use super::target::{Field, Target};
use super::words::KNOWN;
use unicode_normalization::UnicodeNormalization;

/// Words that mean something only when they are the whole heading.
const LONELY: [&str; 12] =
    ["first", "last", "middle", "given", "family", "job", "service", "tag", "label", "group", "note", "born"];

/// What a heading means; none when it is unknown.
#[must_use]
pub fn lookup(heading: &str) -> Option<Target> {
    let plain = plain(heading);
    if let Some(&(field, word)) = KNOWN.get(plain.as_str()) {
        return (field != Field::Keep).then(|| Target::with(field, word, 0));
    }
    let (mut place, mut number, mut rest) = ("", false, Vec::new());
    for word in plain.split(' ') {
        match word {
            _ if word.bytes().all(|byte| byte.is_ascii_digit()) => number = true,
            "de" | "del" | "du" | "da" | "di" | "of" | "the" | "do" | "lead" | "customer" | "client" | "contact"
            | "kunde" => {}
            "work" | "business" | "office" | "company" | "corporate" | "geschaftlich" | "dienstlich" | "buro"
            | "bureau" | "professionnel" | "trabajo" | "oficina" | "ufficio" | "lavoro" | "werk" | "zakelijk"
            | "trabalho" => place = "work",
            "home" | "private" | "privat" | "personal" | "domicile" | "prive" | "particular" | "casa"
            | "abitazione" | "thuis" | "residencial" => place = "home",
            "other" | "weitere" | "weiterer" | "weiteres" | "andere" | "autre" | "otro" | "otra" | "altro"
            | "overig" | "overige" | "outro" | "outra" => place = "other",
            _ => rest.push(word),
        }
    }
    let rest = rest.join(" ");
    // "Last" alone is a name, "Last Contact" is not.
    if !rest.contains(' ') && LONELY.contains(&rest.as_str()) {
        return None;
    }
    // "Office Number" is a telephone, "Number" alone can be anything; "Home Address 2" is the second line of a street.
    let (field, word) = match rest.as_str() {
        "number" if !place.is_empty() => (Field::Phone, ""),
        "address" if number => (Field::Street, ""),
        _ => KNOWN.get(rest.as_str()).copied().or_else(|| misspelt(&rest))?,
    };
    let word = [place, word].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (field != Field::Keep).then(|| Target::with(field, &word, slot_of(field, place)))
}

/// Whether a heading is known.
#[must_use]
pub fn is_known(heading: &str) -> bool {
    numbered(heading).is_some() || lookup(heading).is_some()
}

/// A heading in lower case, without accents, its words apart: `E-mail 2: Adresse` and `emailAddress` alike.
#[must_use]
pub fn plain(heading: &str) -> String {
    let mut plain = String::with_capacity(heading.len());
    let mut after_lower = false;
    for c in heading.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        if c.is_uppercase() && after_lower {
            plain.push(' ');
        }
        after_lower = c.is_lowercase();
        match c {
            'ß' => plain.push_str("ss"),
            c if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Addresses of the same place belong together.
fn slot_of(field: Field, place: &str) -> u32 {
    match place {
        "home" if field.is_address() => 1,
        "work" if field.is_address() => 2,
        "other" if field.is_address() => 3,
        _ => 0,
    }
}

/// The commonest headings with one slip of the finger.
fn misspelt(word: &str) -> Option<(Field, &'static str)> {
    let close = |right: &&str| match right.len() {
        // Too many words are one letter from "name": only its own letters count.
        4 => word.len() == 4 && strsim::osa_distance(word, right) == 1 && right.chars().all(|c| word.contains(c)),
        _ => strsim::osa_distance(word, right) == 1,
    };
    let right = ["name", "email", "phone", "company", "mobile", "address"].iter().find(|right| close(right))?;
    KNOWN.get(right).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_understood() {
        for (heading, field, word, slot) in [
            ("E-Mail-Adresse", Field::Email, "", 0),
            ("E-mail 2 Address", Field::Email, "", 0),
            ("emailAddress", Field::Email, "", 0),
            ("phone_number", Field::Phone, "", 0),
            ("Business Fax", Field::Phone, "work fax", 0),
            ("Telefon geschäftlich 2", Field::Phone, "work", 0),
            ("Téléphone (domicile)", Field::Phone, "home", 0),
            ("Office Number", Field::Phone, "work", 0),
            ("Mobile Phone", Field::Phone, "mobile", 0),
            ("Business Country/Region", Field::Country, "work", 2),
            ("Home Street 2", Field::Street, "home", 1),
            ("Home Address 2", Field::Street, "home", 1),
            ("Straße privat", Field::Street, "home", 1),
            ("Calle del trabajo", Field::Street, "work", 2),
            ("Weitere Postleitzahl", Field::PostalCode, "other", 3),
            ("Work ZipCode", Field::PostalCode, "work", 2),
            ("Manager's Name", Field::Related, "manager", 0),
            ("Lead Email", Field::Email, "", 0),
            ("Prénom", Field::Given, "", 0),
            ("Data di nascita", Field::Birthday, "", 0),
            ("Emial", Field::Email, "", 0),
            ("Nmae", Field::FullName, "", 0),
        ] {
            assert_eq!(lookup(heading), Some(Target::with(field, word, slot)), "{heading}");
        }
        for heading in [
            "",
            "Number",
            "Status",
            "Game",
            "Office Location",
            "Home",
            "E-mail Type",
            "Lead Owner",
            "Last Contact",
            "Date",
            "Country Code",
        ] {
            assert_eq!(lookup(heading), None, "{heading}");
        }
    }
}
