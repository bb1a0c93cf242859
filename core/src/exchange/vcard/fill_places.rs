//! Fills in postal addresses and organisations.

use super::fill::{Draft, Entry, Grouped, find, joined, single};
use super::header::uncaret;
use super::property::Property;
use super::purpose;
use crate::exchange::contact::{Address, OrgTie};
use calcard::vcard::VCardEntry;

impl Draft {
    pub(super) fn fill_address(&mut self, entry: &Entry<'_>, answer: &VCardEntry) {
        let mut parts = answer.values.iter().map(|value| joined(value, ", "));
        let mut next = || parts.next().unwrap_or_default();
        let mut address = Address {
            po_box: next(),
            extended: next(),
            street: next(),
            city: next(),
            region: next(),
            postal_code: next(),
            country: next(),
            ..Address::default()
        };
        address.detail = parts.collect();
        while address.detail.last().is_some_and(String::is_empty) {
            address.detail.pop();
        }
        address.formatted =
            purpose::param(answer, "LABEL").map(|label| uncaret(&label).into_owned()).unwrap_or_default();
        if address == Address::default() {
            return;
        }
        // Apple keeps the country's code there; an old program kept the whole address.
        match find(&self.countries, entry.header.group).map(str::to_owned).or_else(|| purpose::param(answer, "CC")) {
            Some(code) if code.len() == 2 => address.country_code = code,
            Some(text) if address.formatted.is_empty() => address.formatted = text,
            _ => {}
        }
        address.purpose = purpose::of(answer, self.label(entry));
        self.contact.addresses.push(address);
    }

    pub(super) fn fill_envelope(&mut self, entry: &Entry<'_>, answer: &VCardEntry) {
        let formatted = single(answer);
        if !formatted.trim().is_empty() {
            let purpose = purpose::of(answer, self.label(entry));
            self.envelopes.push(Address { formatted, purpose, ..Address::default() });
        }
    }

    /// A `LABEL` belongs to the address of the same types, else of the same place; alone it is an address of its own.
    pub(super) fn attach_envelopes(&mut self) {
        for envelope in std::mem::take(&mut self.envelopes) {
            let addresses = &mut self.contact.addresses;
            let fitting = |fits: fn(&[String], &[String]) -> bool| {
                addresses.iter().position(|address| {
                    address.formatted.is_empty() && fits(&address.purpose.types, &envelope.purpose.types)
                })
            };
            match fitting(same_types).or_else(|| fitting(same_place)) {
                Some(at) => addresses[at].formatted = envelope.formatted,
                None => addresses.push(envelope),
            }
        }
    }

    pub(super) fn fill_org(&mut self, place: usize, entry: &Entry<'_>, answer: &VCardEntry) {
        let mut parts = answer.values.iter().map(|value| joined(value, ", "));
        let tie = OrgTie { name: parts.next().unwrap_or_default(), units: parts.collect(), ..OrgTie::default() };
        if !tie.name.is_empty() || tie.units.iter().any(|unit| !unit.is_empty()) {
            self.ties.push(Grouped { group: entry.header.group.to_ascii_lowercase(), place, of: tie });
        }
    }

    pub(super) fn fill_duty(&mut self, place: usize, entry: &Entry<'_>, answer: &VCardEntry) {
        let duty = single(answer);
        if !duty.trim().is_empty() {
            self.duties.push(Grouped {
                group: entry.header.group.to_ascii_lowercase(),
                place,
                of: (entry.property, duty),
            });
        }
    }

    /// A title or role belongs to the organisation of its group, else to the first without group that has none yet, and
    /// an ungrouped one to the first of all. Otherwise it stands alone.
    pub(super) fn attach_duties(&mut self) {
        for Grouped { group, place, of: (property, text) } in std::mem::take(&mut self.duties) {
            let open = |tie: &Grouped<OrgTie>| held(&tie.of, property).is_empty();
            let of_group = |wanted: &str| self.ties.iter().position(|tie| tie.group == wanted && open(tie));
            let of_any = || self.ties.iter().position(open).filter(|_| group.is_empty());
            match of_group(&group).or_else(|| of_group("")).or_else(of_any) {
                Some(at) => *field(&mut self.ties[at].of, property) = text,
                None => {
                    let mut tie = OrgTie::default();
                    *field(&mut tie, property) = text;
                    self.ties.push(Grouped { group, place, of: tie });
                }
            }
        }
        self.ties.sort_by_key(|tie| tie.place);
        self.contact.orgs = std::mem::take(&mut self.ties).into_iter().map(|tie| tie.of).collect();
    }
}

fn held(tie: &OrgTie, property: Property) -> &str {
    if property == Property::Title { &tie.title } else { &tie.role }
}

fn field(tie: &mut OrgTie, property: Property) -> &mut String {
    if property == Property::Title { &mut tie.title } else { &mut tie.role }
}

fn same_types(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|word| other.contains(word))
}

fn same_place(one: &[String], other: &[String]) -> bool {
    ["home", "work"].iter().all(|place| one.iter().any(|word| word == place) == other.iter().any(|word| word == place))
}
