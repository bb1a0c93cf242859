//! Fills in e-mail addresses, telephone numbers, links and people named as related.

use super::fill::{Draft, Entry, single};
use super::header::uncaret;
use super::photo::strip_prefix_ignore_case;
use super::property::Property;
use super::{android, purpose};
use crate::exchange::contact::{Link, LinkKind, Reach, Related};
use calcard::vcard::VCardEntry;

impl Draft {
    pub(super) fn fill_reach(&mut self, entry: &Entry<'_>, answer: &VCardEntry) {
        let text = single(answer);
        let email = entry.property == Property::Email;
        let value =
            strip_prefix_ignore_case(text.trim(), if email { "mailto:" } else { "tel:" }).unwrap_or(&text).trim();
        if value.is_empty() {
            return;
        }
        let mut purpose = purpose::of(answer, self.label(entry));
        purpose.label = purpose.label.or_else(|| android::custom_label(&entry.header));
        if email {
            purpose.types.retain(|word| word != "internet");
        }
        let reach = Reach { value: value.to_owned(), purpose };
        if email { self.contact.emails.push(reach) } else { self.contact.phones.push(reach) }
    }

    pub(super) fn fill_link(&mut self, entry: &Entry<'_>, answer: &VCardEntry) {
        // KDE writes several handles into one value.
        let text = single(answer);
        for value in text.split('\u{E000}').map(str::trim).filter(|value| !value.is_empty()) {
            self.push_link(entry, answer, value);
        }
    }

    fn push_link(&mut self, entry: &Entry<'_>, answer: &VCardEntry, value: &str) {
        let link = Link { value: value.to_owned(), purpose: purpose::of(answer, self.label(entry)), ..Link::default() };
        let declared = entry
            .header
            .param("SERVICE-TYPE")
            .or_else(|| entry.header.param("X-SERVICE-TYPE"))
            .map(|word| uncaret(word).to_lowercase());
        self.contact.links.push(match entry.property {
            Property::Social(service) => social(link, entry, declared, service),
            Property::Messenger(service) => messenger(link, declared, service),
            Property::Web(word) => web(link, word),
            _ => link,
        });
    }

    pub(super) fn fill_related(&mut self, entry: &Entry<'_>, answer: &VCardEntry, relation: &str) {
        let name = single(answer).trim().to_owned();
        if name.is_empty() {
            return;
        }
        let said = self.label(entry).map(purpose::relation);
        let typed = || purpose::of(answer, None).types.into_iter().next();
        let relation = said.or_else(typed).unwrap_or_else(|| relation.to_owned());
        self.contact.related.push(Related { name, relation });
    }
}

fn web(mut link: Link, word: &str) -> Link {
    if !word.is_empty() && link.purpose.label.is_none() {
        link.purpose.label = Some(word.to_owned());
    }
    link
}

fn social(mut link: Link, entry: &Entry<'_>, declared: Option<String>, service: &str) -> Link {
    link.kind = LinkKind::Social;
    let user = entry.header.param("USERNAME").or_else(|| entry.header.param("X-USER"));
    link.user = user.map(|user| uncaret(user).into_owned()).unwrap_or_default();
    link.service = declared.unwrap_or_else(|| service.to_owned());
    if link.service.is_empty() {
        // Apple and Monica write the service among the types.
        let types = &mut link.purpose.types;
        let at = types.iter().position(|word| !["home", "work", "other"].contains(&word.as_str()));
        link.service = at.map(|at| types.remove(at)).unwrap_or_default();
    }
    link
}

fn messenger(mut link: Link, declared: Option<String>, service: &str) -> Link {
    link.kind = LinkKind::Messenger;
    let scheme = link.value.split_once(':').map_or("", |(scheme, _)| scheme);
    let scheme = if scheme.contains(char::is_whitespace) { "" } else { scheme };
    link.service =
        declared.unwrap_or_else(|| if service.is_empty() { scheme.to_lowercase() } else { service.to_owned() });
    if let Some(handle) =
        strip_prefix_ignore_case(&link.value, &format!("{}:", link.service)).filter(|handle| !handle.is_empty())
    {
        link.value = handle.to_owned();
    }
    link
}
