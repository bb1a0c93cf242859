//! Types, labels and preference: what an address or number is for.

use super::photo::strip_prefix_ignore_case;
use crate::exchange::contact::{DateKind, Purpose};
use calcard::vcard::{VCardEntry, VCardParameterName, VCardParameterValue};

/// What the parameters and the label of its group say.
#[must_use]
pub fn of(answer: &VCardEntry, label: Option<&str>) -> Purpose {
    let mut purpose = Purpose::default();
    for param in &answer.params {
        match (&param.name, &param.value) {
            (VCardParameterName::Type, VCardParameterValue::Type(word)) => {
                add(&mut purpose, calcard::common::IanaString::as_str(word))
            }
            (VCardParameterName::Type, VCardParameterValue::Text(word)) => match strip_prefix_ignore_case(word, "x-") {
                // A type of the user's own is their word for it.
                Some(own) if !own.is_empty() => purpose.label = Some(own.to_owned()),
                _ => add(&mut purpose, word),
            },
            (VCardParameterName::Pref, VCardParameterValue::Integer(1)) => purpose.preferred = true,
            _ => {}
        }
    }
    if let Some(label) = label {
        apply_label(&mut purpose, label);
    }
    purpose
}

/// The value of a parameter that is text.
#[must_use]
pub fn param(answer: &VCardEntry, name: &str) -> Option<String> {
    let found = answer.params.iter().find(|param| param.name.as_str().eq_ignore_ascii_case(name))?;
    match &found.value {
        VCardParameterValue::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Adds one word of types. Programs say the same in several ways; the vCard word is kept.
pub fn add(purpose: &mut Purpose, word: &str) {
    let word = word.to_ascii_lowercase();
    let word = match word.as_str() {
        "pref" => {
            purpose.preferred = true;
            return;
        }
        "mobile" => "cell".to_owned(),
        _ => word,
    };
    if !word.is_empty() && !purpose.types.contains(&word) {
        purpose.types.push(word);
    }
}

/// Adds what a label says: a word of the vCard vocabulary becomes a type, everything else stays the user's own word.
pub fn apply_label(purpose: &mut Purpose, label: &str) {
    let label = plain_label(label);
    let words: &[&str] = match label.to_lowercase().as_str() {
        // A web page is one anyway.
        "" | "homepage" => return,
        "home" => &["home"],
        "work" => &["work"],
        "mobile" | "cell" => &["cell"],
        "main" => &["main"],
        "other" => &["other"],
        "fax" => &["fax"],
        "homefax" | "home fax" => &["home", "fax"],
        "workfax" | "work fax" => &["work", "fax"],
        "pager" => &["pager"],
        _ => {
            purpose.label = Some(label.to_owned());
            return;
        }
    };
    words.iter().for_each(|word| add(purpose, word));
}

/// Who a label says somebody is: built-in words in lower case, the user's own as written.
#[must_use]
pub fn relation(label: &str) -> String {
    let plain = plain_label(label);
    if plain.len() == label.trim().len() { plain.to_owned() } else { plain.to_lowercase() }
}

/// Which day a label means, and the label itself where it is the user's own.
#[must_use]
pub fn dated(label: Option<&str>) -> (DateKind, Option<String>) {
    let label = label.map(plain_label).unwrap_or_default();
    match label.to_lowercase().as_str() {
        "" | "other" => (DateKind::Other, None),
        "birthday" => (DateKind::Birthday, None),
        "anniversary" => (DateKind::Anniversary, None),
        "first met" => (DateKind::FirstMet, None),
        "death" => (DateKind::Death, None),
        _ => (DateKind::Other, Some(label.to_owned())),
    }
}

/// Apple wraps its built-in labels: `_$!<Mother>!$_`.
#[must_use]
pub fn plain_label(label: &str) -> &str {
    let label = label.trim();
    label.strip_prefix("_$!<").and_then(|rest| rest.strip_suffix(">!$_")).unwrap_or(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_type_or_the_users_word() {
        for (label, types, kept) in [
            ("_$!<Mobile>!$_", &["cell"][..], None),
            ("_$!<WorkFAX>!$_", &["work", "fax"], None),
            ("_$!<HomePage>!$_", &[], None),
            ("Ferienhaus", &[], Some("Ferienhaus")),
            (" ", &[], None),
        ] {
            let mut purpose = Purpose::default();
            apply_label(&mut purpose, label);
            assert_eq!(purpose, Purpose { label: kept.map(str::to_owned), ..Purpose::of(types) }, "{label}");
        }
        assert_eq!(dated(Some("_$!<Anniversary>!$_")), (DateKind::Anniversary, None));
        assert_eq!(dated(Some("Name day")), (DateKind::Other, Some("Name day".to_owned())));
    }
}
