//! From a person of the book to the neutral contact that the writers write.

use super::contact::{
    Address, Contact, DateKind, DatedNote, Extra, Link, LinkKind, Name, OrgTie, Photo, Purpose, Reach, Related,
};
use super::date::PartialDate;
use crate::people::{self, Person, ReachKind};

/// The contact of a person.
pub fn contact_of(person: &Person) -> Contact {
    let of = |kind: ReachKind| {
        let wanted = person.reaches.iter().filter(move |r| r.kind == kind);
        wanted.map(move |r| Reach { value: r.value.clone(), purpose: purpose(r) }).map(known_types)
    };
    Contact {
        name: Name {
            full: person.row.name.clone(),
            prefix: person.prefix.clone(),
            given: person.given.clone(),
            middle: person.middle.clone(),
            family: person.family.clone(),
            suffix: person.suffix.clone(),
            nicknames: text(&person.nickname).into_iter().collect(),
            ..Name::default()
        },
        uid: Some(format!("urn:uuid:{}", person.row.id)),
        emails: of(ReachKind::Email).collect(),
        phones: of(ReachKind::Phone).collect(),
        addresses: person.reaches.iter().filter(|r| r.kind == ReachKind::Address).map(postal).collect(),
        links: person
            .reaches
            .iter()
            .filter(|r| matches!(r.kind, ReachKind::Link | ReachKind::Chat))
            .map(link)
            .collect(),
        orgs: person
            .roles
            .iter()
            .map(|r| OrgTie {
                name: r.organisation_name.clone(),
                units: text(&r.department).map(|d| d.split(';').map(str::to_owned).collect()).unwrap_or_default(),
                title: r.title.clone(),
                role: String::new(),
            })
            .collect(),
        dates: person.dates.iter().map(dated).collect(),
        notes: text(&person.note).into_iter().collect(),
        tags: person.row.tags.iter().map(|t| t.name.clone()).collect(),
        related: person
            .ties
            .iter()
            .filter(|t| !t.reversed)
            .map(|t| Related { name: t.name.clone(), relation: t.label.clone() })
            .collect(),
        photo: person.picture.as_deref().and_then(picture),
        extra: person.extra.iter().map(|line| Extra::Line(line.clone())).collect(),
        ..Contact::default()
    }
}

fn purpose(r: &people::Reach) -> Purpose {
    Purpose { types: Vec::new(), label: text(&r.label), preferred: r.preferred }
}

/// A messenger's label is its service.
fn link(r: &people::Reach) -> Link {
    let is_chat = r.kind == ReachKind::Chat;
    Link {
        kind: if is_chat { LinkKind::Messenger } else { LinkKind::Web },
        service: if is_chat { r.label.clone() } else { String::new() },
        value: r.value.clone(),
        user: String::new(),
        purpose: Purpose { label: if is_chat { None } else { text(&r.label) }, ..purpose(r) },
    }
}

fn postal(r: &people::Reach) -> Address {
    let parts = r.parts.clone().unwrap_or_default();
    let Reach { purpose, .. } = known_types(Reach { value: String::new(), purpose: purpose(r) });
    Address {
        po_box: parts.po_box,
        extended: parts.extended,
        street: parts.street,
        city: parts.city,
        region: parts.region,
        postal_code: parts.code,
        country: parts.country,
        formatted: r.value.clone(),
        purpose,
        ..Address::default()
    }
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A label made of words of the vCard vocabulary goes back to being types.
fn known_types(mut reach: Reach) -> Reach {
    const WORDS: [&str; 12] =
        ["work", "home", "cell", "fax", "pager", "voice", "main", "other", "text", "video", "internet", "car"];
    if let Some(label) = &reach.purpose.label
        && label.split(' ').all(|word| WORDS.contains(&word))
    {
        reach.purpose.types = label.split(' ').map(str::to_owned).collect();
        reach.purpose.label = None;
    }
    reach
}

fn dated(date: &crate::people::ImportantDate) -> DatedNote {
    let kind = match date.label.as_str() {
        "birthday" => DateKind::Birthday,
        "anniversary" => DateKind::Anniversary,
        "first met" => DateKind::FirstMet,
        "death" => DateKind::Death,
        _ => DateKind::Other,
    };
    let label = (kind == DateKind::Other).then(|| date.label.clone());
    let year = date.year.and_then(|y| u16::try_from(y).ok());
    DatedNote { kind, label, date: PartialDate::new(year, Some(date.month), Some(date.day)), text: String::new() }
}

fn picture(data: &str) -> Option<Photo> {
    let (media_type, base64) = data.strip_prefix("data:")?.split_once(";base64,")?;
    let bytes = data_encoding::BASE64.decode(base64.as_bytes()).ok()?;
    Some(Photo::Embedded { media_type: media_type.to_owned(), bytes })
}
