//! The answers of `calcard` → the fields of a contact: names, days, kind, and who fills in the rest.

use super::header::Header;
use super::property::{Part, Property};
use super::{android, purpose};
use crate::exchange::contact::{Address, Contact, ContactKind, DateKind, DatedNote, Extra, OrgTie};
use crate::exchange::date::PartialDate;
use calcard::vcard::{VCardEntry, VCardKind, VCardValue};

/// A property that waits for its answer.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What it says.
    pub property: Property,
    /// Its parts.
    pub header: Header<'a>,
    /// The line.
    pub text: &'a str,
    /// Which line of the card it is.
    pub at: usize,
}

/// A contact being filled in. What belongs together by group or order waits here until all is read.
#[derive(Debug, Default)]
pub struct Draft {
    /// As far as it has come.
    pub contact: Contact,
    kept: Vec<(usize, Extra)>,
    labels: Vec<(String, String)>,
    pub(super) countries: Vec<(String, String)>,
    pub(super) envelopes: Vec<Address>,
    pub(super) ties: Vec<Grouped<OrgTie>>,
    pub(super) duties: Vec<Grouped<(Property, String)>>,
}

/// Something with its group and its place in the card.
#[derive(Debug)]
pub(super) struct Grouped<T> {
    pub group: String,
    pub place: usize,
    pub of: T,
}

impl Draft {
    /// Fills in everything, in the order of the file.
    #[must_use]
    pub fn finish(mut self, entries: &[Entry<'_>], answers: Vec<Option<VCardEntry>>) -> Contact {
        // A label may stand before or after what it labels.
        for (entry, answer) in entries.iter().zip(&answers) {
            let words = |answer: &VCardEntry| (entry.header.group.to_ascii_lowercase(), single(answer));
            match (entry.property, answer) {
                (Property::Label, Some(answer)) => self.labels.push(words(answer)),
                (Property::AddressCountry, Some(answer)) => self.countries.push(words(answer)),
                _ => {}
            }
        }
        for (place, (entry, answer)) in entries.iter().zip(answers).enumerate() {
            let labelled = || {
                let group = entry.header.group;
                let of_group =
                    |other: &Entry<'_>| other.header.group.eq_ignore_ascii_case(group) && !other.property.is_label();
                entries.iter().any(of_group)
            };
            let labelled = entry.property.is_label() && labelled();
            let understood = answer.is_some_and(|answer| self.fill(place, entry, answer, labelled));
            if !understood {
                self.keep(entry.at, Extra::Line(entry.text.to_owned()));
            }
        }
        self.attach_envelopes();
        self.attach_duties();
        self.kept.sort_by_key(|(at, _)| *at);
        self.contact.extra = self.kept.into_iter().map(|(_, extra)| extra).collect();
        self.contact
    }

    /// Keeps something verbatim, which stood at that line of the card.
    pub fn keep(&mut self, at: usize, extra: Extra) {
        self.kept.push((at, extra));
    }

    /// Whether anything has been kept.
    #[must_use]
    pub fn keeps_anything(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Gives back what was kept last.
    pub fn take_last_kept(&mut self) -> Option<Extra> {
        self.kept.pop().map(|(_, extra)| extra)
    }

    /// Puts one property in its place. False when there is none for it, so that it is kept verbatim.
    fn fill(&mut self, place: usize, entry: &Entry<'_>, answer: VCardEntry, labelled: bool) -> bool {
        let contact = &mut self.contact;
        match entry.property {
            Property::FullName => return put(&mut contact.name.full, single(&answer)),
            Property::Maiden => return put(&mut contact.name.maiden, single(&answer)),
            Property::Uid => return put(contact.uid.get_or_insert_default(), single(&answer)),
            Property::Revised => return put(contact.revised.get_or_insert_default(), single(&answer)),
            Property::NameParts => return self.fill_name(&answer),
            Property::Said(part) => return self.fill_said(part, single(&answer)),
            Property::SaidWhole => return self.fill_said_whole(&single(&answer)),
            Property::Kind => return self.fill_kind(&answer),
            Property::ShowAs => return self.fill_shown(&single(&answer)),
            Property::Android => return android::fill(contact, &single(&answer)),
            Property::Nickname => contact.name.nicknames.extend(list(answer)),
            Property::Categories => contact.tags.extend(list(answer)),
            Property::Note => push_text(&mut contact.notes, single(&answer)),
            Property::Member => push_text(&mut contact.members, single(&answer)),
            Property::Email | Property::Phone => self.fill_reach(entry, &answer),
            Property::Web(_) | Property::Messenger(_) | Property::Social(_) => self.fill_link(entry, &answer),
            Property::Related(relation) => self.fill_related(entry, &answer, relation),
            Property::Address => self.fill_address(entry, &answer),
            Property::AddressLabel => self.fill_envelope(entry, &answer),
            Property::Org => self.fill_org(place, entry, &answer),
            Property::Title | Property::Role => self.fill_duty(place, entry, &answer),
            Property::Date(kind) => self.fill_date(entry, &answer, kind),
            Property::Column => {
                let header = self.label(entry).unwrap_or_default().to_owned();
                self.keep(entry.at, Extra::Column { header, value: single(&answer) });
            }
            Property::Loose => self.keep(entry.at, Extra::Line(single(&answer))),
            // They have been read before. One whose group holds nothing that is understood is kept with that.
            Property::Label | Property::AddressCountry => return labelled,
            Property::Frame | Property::Photo => return false,
        }
        true
    }

    /// The user's own word for the group of this property.
    pub(super) fn label(&self, entry: &Entry<'_>) -> Option<&str> {
        find(&self.labels, entry.header.group)
    }

    fn fill_name(&mut self, answer: &VCardEntry) -> bool {
        let name = &mut self.contact.name;
        let mut parts =
            answer.values.iter().enumerate().map(|(at, value)| joined(value, if at == 4 { ", " } else { " " }));
        let mut next = || parts.next().unwrap_or_default();
        let (family, given, middle, prefix, suffix) = (next(), next(), next(), next(), next());
        if [&name.family, &name.given, &name.middle, &name.prefix, &name.suffix].iter().any(|part| !part.is_empty()) {
            return false;
        }
        (name.family, name.given, name.middle, name.prefix, name.suffix) = (family, given, middle, prefix, suffix);
        // RFC 9554 adds the second surname and the generation, which a good writer repeats in family and suffix.
        for (extra, field) in [(next(), &mut name.family), (next(), &mut name.suffix)] {
            if !extra.is_empty() && !field.contains(&extra) {
                *field = format!("{field} {extra}").trim().to_owned();
            }
        }
        true
    }

    fn fill_said(&mut self, part: Part, text: String) -> bool {
        let said = &mut self.contact.name.said;
        match part {
            Part::Given => put(&mut said.given, text),
            Part::Middle => put(&mut said.middle, text),
            Part::Family => put(&mut said.family, text),
        }
    }

    fn fill_said_whole(&mut self, text: &str) -> bool {
        let mut parts = text.split(';').map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        let (family, given) = (next(), next());
        self.fill_said(Part::Family, family) && self.fill_said(Part::Given, given)
    }

    fn fill_kind(&mut self, answer: &VCardEntry) -> bool {
        let kind = match answer.values.first() {
            Some(VCardValue::Kind(VCardKind::Org)) => ContactKind::Org,
            Some(VCardValue::Kind(VCardKind::Group)) => ContactKind::Group,
            Some(VCardValue::Kind(VCardKind::Individual)) => return true,
            Some(VCardValue::Text(text)) => match text.trim().to_ascii_lowercase().as_str() {
                "org" => ContactKind::Org,
                "group" => ContactKind::Group,
                "individual" => return true,
                _ => return false,
            },
            _ => return false,
        };
        self.contact.kind = kind;
        true
    }

    fn fill_shown(&mut self, text: &str) -> bool {
        let company = text.trim().eq_ignore_ascii_case("COMPANY");
        if company {
            self.contact.kind = ContactKind::Org;
        }
        company
    }

    fn fill_date(&mut self, entry: &Entry<'_>, answer: &VCardEntry, kind: DateKind) {
        let text = single(answer);
        if text.trim().is_empty() {
            return;
        }
        let omitted = entry.header.param("X-APPLE-OMIT-YEAR").and_then(|year| year.parse::<u16>().ok());
        let mut date = PartialDate::parse_iso(&text);
        if let Some(date) = date.as_mut().filter(|date| omitted.is_some() && date.year == omitted) {
            date.year = None;
        }
        let (kind, label) = if kind == DateKind::Other { purpose::dated(self.label(entry)) } else { (kind, None) };
        let text = if date.is_some() { String::new() } else { text };
        self.contact.dates.push(DatedNote { kind, label, date, text });
    }
}

/// What stands under that group, whose letters may be in any case (`ITEM1` after a sync).
pub(super) fn find<'a>(words: &'a [(String, String)], group: &str) -> Option<&'a str> {
    let mut of_group =
        words.iter().filter(|(found, word)| !group.is_empty() && found.eq_ignore_ascii_case(group) && !word.is_empty());
    of_group.next().map(|(_, word)| word.as_str())
}

/// The value of a property that has one.
pub(super) fn single(answer: &VCardEntry) -> String {
    match answer.values.first() {
        Some(VCardValue::Text(text)) => text.clone(),
        Some(value) => joined(value, ","),
        None => String::new(),
    }
}

/// A component; several values in it become one.
pub(super) fn joined(value: &VCardValue, separator: &str) -> String {
    match value {
        VCardValue::Text(text) => text.trim().to_owned(),
        VCardValue::Component(texts) => {
            let texts: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
            texts.join(separator)
        }
        _ => String::new(),
    }
}

fn list(answer: VCardEntry) -> impl Iterator<Item = String> {
    let text = |value| match value {
        VCardValue::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        other => joined(&other, ", "),
    };
    answer.values.into_iter().map(text).filter(|text| !text.is_empty())
}

/// Sets a field that holds one value. False when it holds another already.
fn put(field: &mut String, value: String) -> bool {
    if field.trim().is_empty() {
        *field = value;
        return true;
    }
    value.trim().is_empty() || *field == value
}

fn push_text(list: &mut Vec<String>, text: String) {
    if !text.trim().is_empty() {
        list.push(text);
    }
}
