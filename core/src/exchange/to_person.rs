//! From the neutral contact to a person of the book. What has no place there is kept verbatim with the person.

use super::contact::{Address, Contact, DateKind, Extra, Link, LinkKind, OrgTie, Photo, Purpose, Reach};
use crate::people::picture::shrink;
use crate::people::{DateInput, NewPerson, PostalParts, ReachInput, ReachKind, RoleInput, TieInput};

/// A person to be, and their picture, made small.
pub struct Incoming {
    /// The person.
    pub person: NewPerson,
    /// The picture as JPEG.
    pub picture: Option<Vec<u8>>,
}

/// What a contact comes to. `source` is the word for the file's program.
pub fn incoming(contact: &Contact, source: &str) -> Incoming {
    let name = &contact.name;
    let mut extra: Vec<String> = contact.extra.iter().map(verbatim).collect();
    if !name.maiden.is_empty() {
        extra.push(format!("X-MAIDENNAME:{}", name.maiden));
    }
    let (roles, titles): (Vec<&OrgTie>, Vec<&OrgTie>) = contact.orgs.iter().partition(|o| !o.name.trim().is_empty());
    extra.extend(
        titles
            .iter()
            .map(|t| format!("TITLE:{}", [t.title.as_str(), t.role.as_str()].join(" ").trim()))
            .filter(|t| t.len() > 6),
    );
    let dates = days(contact, &mut extra);
    if let Some(Photo::Url(url)) = &contact.photo {
        extra.push(format!("PHOTO:{url}"));
    }
    let picture = match &contact.photo {
        Some(Photo::Embedded { bytes, .. }) => shrink(bytes).ok(),
        _ => None,
    };
    let said = [name.said.family.as_str(), name.said.given.as_str(), name.said.middle.as_str()].join(" ");
    let person = NewPerson {
        name: display(contact),
        prefix: filled(&name.prefix),
        given: filled(&name.given),
        middle: filled(&name.middle),
        family: filled(&name.family),
        suffix: filled(&name.suffix),
        nickname: filled(&name.nicknames.join(", ")),
        said: filled(said.split_whitespace().collect::<Vec<_>>().join(" ").as_str()),
        note: filled(&contact.notes.join("\n\n")),
        source: filled(source),
        uid: contact.uid.clone(),
        extra,
        reaches: reaches(contact),
        roles: roles.into_iter().map(role).collect(),
        ties: contact
            .related
            .iter()
            .map(|r| TieInput { name: Some(r.name.clone()), label: r.relation.clone(), ..TieInput::default() })
            .filter(|t| t.name.as_ref().is_some_and(|n| !n.trim().is_empty()))
            .collect(),
        dates,
        tags: contact.tags.iter().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect(),
        ..NewPerson::default()
    };
    Incoming { person, picture }
}

/// The days that can be kept; what is no whole day goes to `extra`.
fn days(contact: &Contact, extra: &mut Vec<String>) -> Vec<DateInput> {
    let mut dates = Vec::new();
    for date in &contact.dates {
        match date.date.map(|d| (d.year, d.month, d.day)) {
            Some((year, Some(month), Some(day))) => {
                dates.push(DateInput {
                    label: date_label(date.kind, date.label.as_deref()),
                    year: year.map(i32::from),
                    month,
                    day,
                    ..DateInput::default()
                });
            }
            Some(_) => extra.push(format!(
                "{}:{}",
                date_label(date.kind, date.label.as_deref()),
                date.date.map(|d| d.to_vcard()).unwrap_or_default()
            )),
            None if !date.text.is_empty() => {
                extra.push(format!("{}:{}", date_label(date.kind, date.label.as_deref()), date.text))
            }
            None => {}
        }
    }
    dates
}

/// What to call somebody whose card has no whole name.
fn display(contact: &Contact) -> String {
    let name = &contact.name;
    let parts = [&name.prefix, &name.given, &name.middle, &name.family, &name.suffix].map(|p| p.trim()).join(" ");
    let parts = parts.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = |all: &[Reach]| all.first().map(|r| r.value.clone()).unwrap_or_default();
    let candidates = [
        name.full.trim().to_owned(),
        parts,
        name.nicknames.first().cloned().unwrap_or_default(),
        contact.orgs.first().map(|o| o.name.clone()).unwrap_or_default(),
        first(&contact.emails),
        first(&contact.phones),
    ];
    candidates.into_iter().find(|c| !c.trim().is_empty()).unwrap_or_else(|| "?".to_owned())
}

fn verbatim(extra: &Extra) -> String {
    match extra {
        Extra::Line(line) => line.replace('\n', "\\n"),
        Extra::Column { header, value } => format!("{header}: {}", value.replace('\n', "\\n")),
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}

fn label(purpose: &Purpose) -> Option<String> {
    purpose.label.clone().or_else(|| filled(&purpose.types.join(" ")))
}

fn reach(kind: ReachKind, value: &str, purpose: &Purpose) -> ReachInput {
    ReachInput {
        id: None,
        person: None,
        kind,
        label: label(purpose),
        value: value.trim().to_owned(),
        parts: None,
        preferred: Some(purpose.preferred),
    }
}

fn reaches(contact: &Contact) -> Vec<ReachInput> {
    let mut all: Vec<ReachInput> = Vec::new();
    all.extend(contact.emails.iter().map(|r| reach(ReachKind::Email, &r.value, &r.purpose)));
    all.extend(contact.phones.iter().map(|r| reach(ReachKind::Phone, &r.value, &r.purpose)));
    all.extend(contact.links.iter().map(link));
    all.extend(contact.addresses.iter().map(postal));
    all.retain(|r| !r.value.is_empty());
    // One first choice of a kind.
    let mut chosen: Vec<ReachKind> = Vec::new();
    for reach in &mut all {
        if reach.preferred == Some(true) {
            reach.preferred = Some(!chosen.contains(&reach.kind));
            chosen.push(reach.kind);
        }
    }
    all
}

fn link(link: &Link) -> ReachInput {
    let kind = if link.kind == LinkKind::Messenger { ReachKind::Chat } else { ReachKind::Link };
    let value = if link.value.is_empty() { &link.user } else { &link.value };
    let mut input = reach(kind, value, &link.purpose);
    input.label = filled(&link.service).or(input.label);
    input
}

fn postal(address: &Address) -> ReachInput {
    let lines = [
        address.po_box.clone(),
        address.extended.clone(),
        address.street.clone(),
        [address.postal_code.as_str(), address.city.as_str()].join(" ").trim().to_owned(),
        address.region.clone(),
        if address.country.is_empty() { address.country_code.clone() } else { address.country.clone() },
    ];
    let written = lines.iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n");
    let value = if address.formatted.trim().is_empty() { written } else { address.formatted.clone() };
    let mut input = reach(ReachKind::Address, &value, &address.purpose);
    input.parts = Some(PostalParts {
        po_box: address.po_box.clone(),
        extended: address.extended.clone(),
        street: address.street.clone(),
        city: address.city.clone(),
        region: address.region.clone(),
        code: address.postal_code.clone(),
        country: if address.country.is_empty() { address.country_code.clone() } else { address.country.clone() },
    });
    input
}

fn role(tie: &OrgTie) -> RoleInput {
    let title = if tie.title.is_empty() { &tie.role } else { &tie.title };
    RoleInput {
        organisation: tie.name.trim().to_owned(),
        title: filled(title),
        department: filled(&tie.units.join(";")),
        ..RoleInput::default()
    }
}

fn date_label(kind: DateKind, label: Option<&str>) -> String {
    match (kind, label) {
        (_, Some(label)) if !label.is_empty() => label,
        (DateKind::Birthday, _) => "birthday",
        (DateKind::Anniversary, _) => "anniversary",
        (DateKind::FirstMet, _) => "first met",
        (DateKind::Death, _) => "death",
        (DateKind::Other, _) => "date",
    }
    .to_owned()
}
