//! One row → one contact, as the mapping has it.

use super::cells::{self, Labelled};
use super::layout::{Layout, is_default};
use super::target::{Field, Mapping, Target};
use crate::exchange::contact::{Contact, DateKind, DatedNote, Extra, Link, LinkKind, Photo, Reach, Related};
use crate::exchange::date::{DateOrder, PartialDate, Written, read_written};
use crate::exchange::problem::{Problem, Why};
use crate::exchange::vcard::purpose;
use crate::formulas::unguard;

/// How rows are to be read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Where each column goes.
    pub mapping: Mapping,
    /// The program that wrote the table.
    pub layout: Layout,
    /// What the user said about dates that could be two days.
    pub order: Option<DateOrder>,
}

impl Reading {
    /// Reads the cells of one row, which began at that line.
    ///
    /// # Errors
    /// [`Why::RowEmpty`] when nothing in it could name a contact.
    pub fn contact(&self, line: usize, cells: &[String]) -> Result<(Contact, Vec<Problem>), Problem> {
        let mut draft = Draft::new(self);
        draft.contact.line = line;
        for (at, cell) in cells.iter().enumerate() {
            let value = unguard(cell.trim());
            if value.is_empty() {
                continue;
            }
            match self.mapping.columns.get(at) {
                Some(column) => draft.take(&column.header, &column.target, value),
                None => draft.keep("", value),
            }
        }
        let surplus = cells.iter().skip(self.mapping.columns.len()).any(|cell| !cell.trim().is_empty());
        draft.finish();
        let Draft { contact, mut problems, .. } = draft;
        let quote = cells.join(" ");
        if contact.display_name().is_empty() {
            return Err(Problem::new(line, &quote, Why::RowEmpty));
        }
        if surplus {
            problems.push(Problem::new(line, &quote, Why::RowTooLong));
        }
        Ok((contact, problems))
    }
}

/// A contact being filled in from the cells of one row.
struct Draft<'a> {
    reading: &'a Reading,
    contact: Contact,
    problems: Vec<Problem>,
    born: PartialDate,
    emails: Labelled,
    phones: Labelled,
    webs: Labelled,
    messengers: Labelled,
    services: Vec<(u32, String)>,
    related: Labelled,
    dates: Labelled,
    custom: Labelled,
    places: cells::Places,
    orgs: cells::Orgs,
}

impl<'a> Draft<'a> {
    fn new(reading: &'a Reading) -> Self {
        Self {
            reading,
            contact: Contact::default(),
            problems: Vec::new(),
            born: PartialDate::default(),
            emails: Labelled::default(),
            phones: Labelled::default(),
            webs: Labelled::default(),
            messengers: Labelled::default(),
            services: Vec::new(),
            related: Labelled::default(),
            dates: Labelled::default(),
            custom: Labelled::default(),
            places: cells::Places::default(),
            orgs: cells::Orgs::default(),
        }
    }

    fn take(&mut self, header: &str, target: &Target, value: &str) {
        let text = if self.reading.layout == Layout::HubSpot { cells::unescape_html(value) } else { value.to_owned() };
        let value = text.as_str();
        let name = &mut self.contact.name;
        match target.field {
            Field::Ignore => {}
            Field::Keep => {
                if !is_default(header, value) {
                    self.keep(header, value);
                }
            }
            Field::FullName => name.full = text,
            Field::Prefix => name.prefix = text,
            Field::Given => name.given = text,
            Field::Middle => name.middle = text,
            Field::Family => name.family = text,
            Field::Suffix => name.suffix = text,
            Field::Maiden => name.maiden = text,
            Field::Nickname => name.nicknames.extend(cells::several(value).map(str::to_owned)),
            Field::SaidGiven => name.said.given = text,
            Field::SaidMiddle => name.said.middle = text,
            Field::SaidFamily => name.said.family = text,
            Field::Email => self.take_email(header, target, value),
            Field::EmailLabel => self.emails.label(target.slot, value),
            Field::Phone => self.take_phone(header, target, value),
            Field::PhoneLabel => self.phones.label(target.slot, value),
            Field::Web => self.webs.add(target, value),
            Field::WebLabel => self.webs.label(target.slot, value),
            Field::Messenger => self.messengers.add(target, value),
            Field::MessengerLabel => self.messengers.label(target.slot, value),
            Field::MessengerService => self.services.push((target.slot, value.to_lowercase())),
            Field::Social => self.take_social(target, value),
            Field::Org | Field::Unit | Field::Title | Field::Role => self.orgs.add(target, value),
            field if field.is_address() => self.places.add(target, value),
            Field::Birthday => self.take_date(header, DateKind::Birthday, None, value),
            Field::Anniversary => self.take_date(header, DateKind::Anniversary, None, value),
            Field::FirstMet => self.take_date(header, DateKind::FirstMet, None, value),
            Field::BirthYear => self.born.year = value.parse().ok(),
            Field::BirthMonth => self.born.month = value.parse().ok(),
            Field::BirthDay => self.born.day = value.parse().ok(),
            Field::Date => self.dates.add(target, value),
            Field::DateLabel => self.dates.label(target.slot, value),
            Field::Note => self.contact.notes.push(text),
            Field::Tags => self.contact.tags.extend(cells::tags(value)),
            Field::Related => self.related.add(target, value),
            Field::RelatedLabel => self.related.label(target.slot, value),
            Field::Custom => self.custom.add(target, value),
            Field::CustomLabel => self.custom.label(target.slot, value),
            Field::Photo => self.contact.photo = Some(Photo::Url(text)),
            Field::Uid => self.contact.uid = Some(text),
            // All parts of an address have been taken above.
            _ => self.keep(header, value),
        }
    }

    fn keep(&mut self, header: &str, value: &str) {
        self.contact.extra.push(Extra::Column { header: header.to_owned(), value: value.to_owned() });
    }

    fn take_email(&mut self, header: &str, target: &Target, value: &str) {
        // Exchange writes the place in its directory instead of an address.
        if value.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("/o=")) {
            return self.keep(header, value);
        }
        for address in cells::emails(value) {
            self.emails.add(target, address);
        }
    }

    fn take_phone(&mut self, header: &str, target: &Target, value: &str) {
        if cells::is_rounded(value) {
            self.problems.push(Problem::new(self.contact.line, &format!("{header}: {value}"), Why::PhoneDamaged));
        }
        self.phones.add(target, value);
    }

    fn take_social(&mut self, target: &Target, value: &str) {
        if self.reading.layout == Layout::LinkedIn {
            // LinkedIn's own address of a person is what a second export is recognised by.
            self.contact.uid = Some(value.to_lowercase().trim_end_matches('/').to_owned());
        }
        let link =
            Link { kind: LinkKind::Social, service: target.word.clone(), value: value.to_owned(), ..Link::default() };
        self.contact.links.push(link);
    }

    fn take_date(&mut self, header: &str, kind: DateKind, label: Option<String>, value: &str) {
        let why = match read_written(value, self.reading.order) {
            Written::Nothing => return,
            Written::Day(date) => {
                self.contact.dates.push(DatedNote { kind, label, date: Some(date), text: String::new() });
                return;
            }
            Written::Ambiguous => Why::DateAmbiguous,
            Written::Unknown => Why::DateNotUnderstood,
        };
        self.problems.push(Problem::new(self.contact.line, &format!("{header}: {value}"), why));
        self.contact.dates.push(DatedNote { kind, label, date: None, text: value.to_owned() });
    }

    fn finish(&mut self) {
        if let Some(date) = PartialDate::new(self.born.year, self.born.month, self.born.day) {
            self.contact.dates.push(DatedNote { kind: DateKind::Birthday, date: Some(date), ..DatedNote::default() });
        }
        let reach = |(_, value, purpose)| Reach { value, purpose };
        self.contact.emails = std::mem::take(&mut self.emails).finish().map(reach).collect();
        self.contact.phones = std::mem::take(&mut self.phones).finish().map(reach).collect();
        let web = |(_, value, purpose)| Link { value, purpose, ..Link::default() };
        self.contact.links.extend(std::mem::take(&mut self.webs).finish().map(web));
        let services = std::mem::take(&mut self.services);
        let messengers = std::mem::take(&mut self.messengers);
        self.contact.links.extend(messengers.finish_with_words().map(|(slot, value, word, label)| {
            let service = services.iter().find(|(of, _)| *of == slot).map_or(word, |(_, service)| service.clone());
            Link { kind: LinkKind::Messenger, service, value, purpose: cells::purpose(&label), ..Link::default() }
        }));
        for (_, name, word, label) in std::mem::take(&mut self.related).finish_with_words() {
            let relation = if label.is_empty() { word } else { cells::without_mark(&label).to_lowercase() };
            self.contact.related.push(Related { name, relation });
        }
        for (_, value, word, label) in std::mem::take(&mut self.dates).finish_with_words() {
            let label = if label.is_empty() { word } else { label };
            let (kind, label) = purpose::dated(Some(cells::without_mark(&label)));
            self.take_date(label.as_deref().unwrap_or_default(), kind, label.clone(), &value);
        }
        for (_, value, _, label) in std::mem::take(&mut self.custom).finish_with_words() {
            self.keep(&label, &value);
        }
        self.contact.addresses = std::mem::take(&mut self.places).finish();
        self.contact.orgs = std::mem::take(&mut self.orgs).finish();
        self.unflip_name();
    }

    /// HubSpot's sales people write `RUIZ, Ana` into the first name.
    fn unflip_name(&mut self) {
        let name = &mut self.contact.name;
        let flipped =
            self.reading.layout == Layout::HubSpot && name.family.is_empty() && name.given.matches(',').count() == 1;
        if let Some((family, given)) = name.given.clone().split_once(", ").filter(|_| flipped) {
            (name.family, name.given) = (family.trim().to_owned(), given.trim().to_owned());
        }
    }
}
