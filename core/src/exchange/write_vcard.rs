//! Contacts → vCard 4.0 (RFC 6350, RFC 9554), so that reading it again gives the same contacts.
//!
//! The user's own words go into `X-ABLabel` of a group, which Apple, Google and Nextcloud read too. A birthday without
//! year is `--0312`: a reader that does not know it loses it visibly, while 1604 would invent a year.

use super::contact::{
    Address, Contact, ContactKind, DateKind, DatedNote, Extra, Link, LinkKind, OrgTie, Photo, Purpose, Related,
};
use super::vcard::escape::{escape, escape_uri, has_scheme, is_scheme, list, push_folded, push_param};
use super::vcard::header::Header;
use data_encoding::BASE64;
use std::fmt::Write;

/// Relations that `RELATED` has a word for (RFC 6350 §6.6.6).
const RELATIONS: [&str; 20] = [
    "contact",
    "acquaintance",
    "friend",
    "met",
    "co-worker",
    "colleague",
    "co-resident",
    "neighbor",
    "child",
    "parent",
    "sibling",
    "spouse",
    "kin",
    "muse",
    "crush",
    "date",
    "sweetheart",
    "me",
    "agent",
    "emergency",
];

/// Writes contacts, one card each.
#[must_use]
pub fn write_vcards<'a>(contacts: impl IntoIterator<Item = &'a Contact>) -> String {
    let mut text = String::new();
    contacts.into_iter().for_each(|contact| write_vcard(&mut text, contact));
    text
}

/// Appends the card of one contact.
pub fn write_vcard(text: &mut String, contact: &Contact) {
    let mut card = Card { text, groups: last_group(contact) };
    card.line("BEGIN:VCARD");
    card.line("VERSION:4.0");
    card.line("PRODID:-//Rapport//Rapport//EN");
    card.write_identity(contact);
    card.write_name(contact);
    contact.emails.iter().for_each(|email| card.write("EMAIL", &email.purpose, "", &escape(&email.value)));
    contact.phones.iter().for_each(|phone| card.write("TEL", &phone.purpose, "", &escape(&phone.value)));
    contact.addresses.iter().for_each(|address| card.write_address(address));
    contact.links.iter().for_each(|link| card.write_link(link));
    let many = contact.orgs.len() > 1;
    contact.orgs.iter().for_each(|tie| card.write_org(tie, many));
    contact.dates.iter().enumerate().for_each(|(at, day)| {
        let first = !contact.dates[..at].iter().any(|before| before.kind == day.kind);
        card.write_date(day, first);
    });
    contact.related.iter().for_each(|related| card.write_related(related));
    contact.notes.iter().for_each(|note| card.single("NOTE", &escape(note)));
    contact.members.iter().for_each(|member| card.single("MEMBER", &escape_uri(member)));
    if !contact.tags.is_empty() {
        card.single("CATEGORIES", &list(&contact.tags));
    }
    if let Some(photo) = &contact.photo {
        card.write_photo(photo);
    }
    contact.extra.iter().for_each(|extra| card.write_extra(extra));
    card.line("END:VCARD");
}

struct Card<'a> {
    text: &'a mut String,
    /// How many groups have been named.
    groups: usize,
}

impl Card<'_> {
    fn write_identity(&mut self, contact: &Contact) {
        if let Some(uid) = contact.uid.as_ref().filter(|uid| !uid.is_empty()) {
            self.single("UID", &escape_uri(uid));
        }
        match contact.kind {
            ContactKind::Person => {}
            ContactKind::Org => {
                self.line("KIND:org");
                self.line("X-ABShowAs:COMPANY");
            }
            ContactKind::Group => self.line("KIND:group"),
        }
        if let Some(revised) = contact.revised.as_ref().filter(|revised| !revised.is_empty()) {
            self.single("REV", &escape_uri(revised));
        }
    }

    fn write_name(&mut self, contact: &Contact) {
        let name = &contact.name;
        // Every card must have a name to show.
        let full = if name.full.is_empty() { contact.display_name() } else { name.full.clone() };
        self.single("FN", &escape(&full));
        let parts = [&name.family, &name.given, &name.middle, &name.prefix, &name.suffix];
        if parts.iter().any(|part| !part.is_empty()) {
            self.single("N", &parts.map(|part| escape(part)).join(";"));
        }
        if !name.nicknames.is_empty() {
            self.single("NICKNAME", &list(&name.nicknames));
        }
        let said = &name.said;
        for (property, part) in [
            ("X-PHONETIC-FIRST-NAME", &said.given),
            ("X-PHONETIC-MIDDLE-NAME", &said.middle),
            ("X-PHONETIC-LAST-NAME", &said.family),
            ("X-MAIDENNAME", &name.maiden),
        ] {
            if !part.is_empty() {
                self.single(property, &escape(part));
            }
        }
    }

    fn write_address(&mut self, address: &Address) {
        let mut params = String::new();
        if !address.formatted.is_empty() {
            push_param(&mut params, "LABEL", &address.formatted.replace('\\', "\\\\").replace('\n', "\\n"));
        }
        if !address.country_code.is_empty() {
            push_param(&mut params, "CC", &address.country_code);
        }
        let seven = [
            &address.po_box,
            &address.extended,
            &address.street,
            &address.city,
            &address.region,
            &address.postal_code,
            &address.country,
        ];
        let value = seven.into_iter().chain(&address.detail).map(|part| escape(part)).collect::<Vec<_>>().join(";");
        self.write("ADR", &address.purpose, &params, &value);
    }

    fn write_link(&mut self, link: &Link) {
        let mut params = String::new();
        if !link.service.is_empty() {
            push_param(&mut params, "SERVICE-TYPE", &link.service);
        }
        match link.kind {
            LinkKind::Web => self.write("URL", &link.purpose, "", &escape_uri(&link.value)),
            LinkKind::Social => {
                if !link.user.is_empty() {
                    push_param(&mut params, "USERNAME", &link.user);
                }
                if !link.value.contains("://") {
                    params.push_str(";VALUE=text");
                }
                self.write("SOCIALPROFILE", &link.purpose, &params, &escape_uri(&link.value));
            }
            LinkKind::Messenger => {
                let value = escape_uri(&link.value);
                let value = if is_scheme(&link.service) && !has_scheme(&value) {
                    format!("{}:{value}", link.service)
                } else {
                    value
                };
                self.write("IMPP", &link.purpose, &params, &value);
            }
        }
    }

    /// Ties of several organisations are told apart by their groups.
    fn write_org(&mut self, tie: &OrgTie, many: bool) {
        let group = if many { self.new_group() } else { String::new() };
        if !tie.name.is_empty() || tie.units.iter().any(|unit| !unit.is_empty()) {
            let value =
                std::iter::once(&tie.name).chain(&tie.units).map(|part| escape(part)).collect::<Vec<_>>().join(";");
            self.line(&format!("{group}ORG:{value}"));
        }
        for (property, text) in [("TITLE", &tie.title), ("ROLE", &tie.role)] {
            if !text.is_empty() {
                self.line(&format!("{group}{property}:{}", escape(text)));
            }
        }
    }

    fn write_date(&mut self, day: &DatedNote, first: bool) {
        let (params, value) = match day.date {
            Some(date) => ("", date.to_vcard()),
            None if day.text.is_empty() => return,
            None => (";VALUE=text", escape(&day.text)),
        };
        let (property, label) = match day.kind {
            DateKind::Birthday if first => ("BDAY", None),
            DateKind::Anniversary if first => ("ANNIVERSARY", None),
            DateKind::Death if first => ("DEATHDATE", None),
            DateKind::Birthday => ("X-ABDATE", Some("Birthday")),
            DateKind::Anniversary => ("X-ABDATE", Some("Anniversary")),
            DateKind::Death => ("X-ABDATE", Some("Death")),
            DateKind::FirstMet => ("X-ABDATE", Some("First met")),
            DateKind::Other => ("X-ABDATE", day.label.as_deref()),
        };
        self.write_labelled(property, params, &value, label);
    }

    fn write_related(&mut self, related: &Related) {
        let mut params = String::new();
        let known = RELATIONS.contains(&related.relation.as_str());
        if known {
            let _ = write!(params, ";TYPE={}", related.relation);
        }
        if !has_scheme(&related.name) {
            params.push_str(";VALUE=text");
        }
        let label = Some(related.relation.as_str()).filter(|relation| !known && !relation.is_empty());
        self.write_labelled("RELATED", &params, &escape(&related.name), label);
    }

    fn write_photo(&mut self, photo: &Photo) {
        match photo {
            Photo::Embedded { media_type, bytes } => {
                let kind: String =
                    media_type.chars().filter(|c| c.is_ascii_alphanumeric() || "/.+-".contains(*c)).collect();
                self.line(&format!("PHOTO:data:{kind};base64,{}", BASE64.encode(bytes)));
            }
            Photo::Url(url) => {
                let params = if url.contains(':') { "" } else { ";VALUE=uri" };
                self.line(&format!("PHOTO{params}:{}", url.replace(['\r', '\n'], "")));
            }
        }
    }

    fn write_extra(&mut self, extra: &Extra) {
        match extra {
            Extra::Line(line) if Header::parse(line).is_some_and(|header| header.is_well_formed()) => {
                self.line(&line.replace(['\r', '\n'], " "));
            }
            // Other readers would stumble over it.
            Extra::Line(line) => self.single("X-RAPPORT-LINE", &escape(line)),
            Extra::Column { header, value } => {
                self.write_labelled("X-RAPPORT-COLUMN", "", &escape(value), Some(header))
            }
        }
    }

    /// A property with what it is for.
    fn write(&mut self, property: &str, purpose: &Purpose, params: &str, value: &str) {
        let mut all = String::new();
        if !purpose.types.is_empty() {
            let plain =
                |word: &str| word.chars().filter(|c| !c.is_control() && !";:\",\\".contains(*c)).collect::<String>();
            let word = |word: &String| if is_scheme(word) { word.clone() } else { format!("\"{}\"", plain(word)) };
            let _ = write!(all, ";TYPE={}", purpose.types.iter().map(word).collect::<Vec<_>>().join(","));
        }
        if purpose.preferred {
            all.push_str(";PREF=1");
        }
        all.push_str(params);
        self.write_labelled(property, &all, value, purpose.label.as_deref());
    }

    fn write_labelled(&mut self, property: &str, params: &str, value: &str, label: Option<&str>) {
        let group = if label.is_some() { self.new_group() } else { String::new() };
        self.line(&format!("{group}{property}{params}:{value}"));
        if let Some(label) = label {
            self.line(&format!("{group}X-ABLabel:{}", escape(label)));
        }
    }

    fn new_group(&mut self) -> String {
        self.groups += 1;
        format!("item{}.", self.groups)
    }

    fn single(&mut self, property: &str, value: &str) {
        self.line(&format!("{property}:{value}"));
    }

    fn line(&mut self, line: &str) {
        push_folded(self.text, line);
    }
}

/// The highest number of a group that lines kept verbatim use.
fn last_group(contact: &Contact) -> usize {
    let number = |extra: &Extra| {
        let group = Header::parse(extra.text())?.group.to_ascii_lowercase();
        group.strip_prefix("item")?.parse::<usize>().ok().filter(|&number| number < 1 << 20)
    };
    contact.extra.iter().filter_map(number).max().unwrap_or_default()
}
