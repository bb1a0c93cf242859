//! What Android writes under `X-ANDROID-CUSTOM`: its own kinds of data, by their MIME name and numbered types.

use super::header::Header;
use super::photo::strip_prefix_ignore_case;
use super::purpose;
use super::tidy::unquote_printable;
use crate::exchange::contact::{Contact, DateKind, DatedNote, Related};
use crate::exchange::date::PartialDate;

/// The numbered relations of `ContactsContract.CommonDataKinds.Relation`, from 1; 0 is the user's own word.
const RELATIONS: [&str; 14] = [
    "assistant",
    "brother",
    "child",
    "domestic partner",
    "father",
    "friend",
    "manager",
    "mother",
    "parent",
    "partner",
    "referred by",
    "relative",
    "sister",
    "spouse",
];

/// The user's own word for a telephone, which Android packs into a parameter:
/// `TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C5=9Eube):…`.
#[must_use]
pub fn custom_label(header: &Header<'_>) -> Option<String> {
    let inside =
        header.params.split(';').find_map(|param| strip_prefix_ignore_case(param, "X-CUSTOM(")?.strip_suffix(')'))?;
    let word = inside.rsplit(',').next()?;
    Some(String::from_utf8_lossy(&unquote_printable(word)).into_owned())
}

/// Fills in one. False when it is of a kind that has no place.
pub fn fill(contact: &mut Contact, text: &str) -> bool {
    let Some(rest) = text.strip_prefix("vnd.android.cursor.item/") else { return false };
    let mut parts = rest.split(';').map(str::trim);
    let mut next = || parts.next().unwrap_or_default();
    let (kind, value, number, word) = (next(), next(), next(), next());
    if value.is_empty() {
        return true;
    }
    match kind {
        "nickname" => contact.name.nicknames.push(value.to_owned()),
        "contact_event" => contact.dates.push(event(value, number, word)),
        "relation" => {
            let numbered = number.parse::<usize>().ok().and_then(|number| RELATIONS.get(number.wrapping_sub(1)));
            let relation = numbered.map_or_else(|| word.to_owned(), |&relation| relation.to_owned());
            contact.related.push(Related { name: value.to_owned(), relation });
        }
        _ => return false,
    }
    true
}

/// The numbered days of `ContactsContract.CommonDataKinds.Event`.
fn event(value: &str, number: &str, word: &str) -> DatedNote {
    let date = PartialDate::parse_iso(value);
    let (kind, label) = match number {
        "1" => (DateKind::Anniversary, None),
        "3" => (DateKind::Birthday, None),
        _ => purpose::dated(Some(word)),
    };
    DatedNote { kind, label, date, text: if date.is_some() { String::new() } else { value.to_owned() } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn android_data_finds_its_place() {
        let mut contact = Contact::default();
        for (text, understood) in [
            ("vnd.android.cursor.item/nickname;Pepe;1;;;;;;;;;;;;;", true),
            ("vnd.android.cursor.item/contact_event;--05-09;3;;;;", true),
            ("vnd.android.cursor.item/contact_event;2001-05-09;0;Name day;;", true),
            ("vnd.android.cursor.item/relation;Eva;8;;", true),
            ("vnd.android.cursor.item/relation;Ivo;0;godson;", true),
            ("vnd.android.cursor.item/relation;Ivo;99;;", true),
            ("vnd.android.cursor.item/nickname;;1", true),
            ("vnd.android.cursor.item/im;x", false),
            ("vnd.other/x;y", false),
        ] {
            assert_eq!(fill(&mut contact, text), understood, "{text}");
        }
        assert_eq!(contact.name.nicknames, ["Pepe"]);
        let relations: Vec<_> = contact.related.iter().map(|related| related.relation.as_str()).collect();
        assert_eq!(relations, ["mother", "godson", ""]);
        let days: Vec<_> = contact.dates.iter().map(|day| (day.kind, day.label.as_deref())).collect();
        assert_eq!(days, [(DateKind::Birthday, None), (DateKind::Other, Some("Name day"))]);
    }
}
