//! What to call a contact, and whether there is anything in it.

use super::contact::Contact;

impl Contact {
    /// What to call this contact: the full name, else its parts, else nickname, organisation, e-mail, phone; may be empty.
    #[must_use]
    pub fn display_name(&self) -> String {
        let full = self.name.full.trim();
        if !full.is_empty() {
            return full.to_owned();
        }
        let name = &self.name;
        let parts = [&name.prefix, &name.given, &name.middle, &name.family, &name.suffix];
        let spelled =
            parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let first = |value: Option<&String>| value.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(spelled)
            .filter(|text| !text.is_empty())
            .or_else(|| first(name.nicknames.first()))
            .or_else(|| first(self.orgs.iter().map(|org| &org.name).find(|org| !org.is_empty())))
            .or_else(|| first(self.emails.first().map(|email| &email.value)))
            .or_else(|| first(self.phones.first().map(|phone| &phone.value)))
            .unwrap_or_default()
    }

    /// Whether the file said nothing about it that anybody could use.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self
            == Self {
                line: self.line,
                kind: self.kind,
                uid: self.uid.clone(),
                revised: self.revised.clone(),
                ..Self::default()
            }
    }
}

#[cfg(test)]
mod tests {
    use super::super::contact::{Contact, Name, OrgTie, Reach};

    #[test]
    fn the_first_thing_that_names_it_is_its_name() {
        let reach = |value: &str| vec![Reach { value: value.into(), ..Reach::default() }];
        let name = Name { given: "Ana".into(), family: " Ruiz ".into(), ..Name::default() };
        let org = vec![OrgTie::default(), OrgTie { name: "Mill".into(), ..OrgTie::default() }];
        for (contact, expected) in [
            (Contact { name: Name { full: " A. Ruiz ".into(), ..name.clone() }, ..Contact::default() }, "A. Ruiz"),
            (Contact { name, orgs: org.clone(), ..Contact::default() }, "Ana Ruiz"),
            (
                Contact { name: Name { nicknames: vec!["Nito".into()], ..Name::default() }, ..Contact::default() },
                "Nito",
            ),
            (Contact { orgs: org, emails: reach("a@b.example"), ..Contact::default() }, "Mill"),
            (Contact { emails: reach("a@b.example"), phones: reach("1"), ..Contact::default() }, "a@b.example"),
            (Contact { phones: reach("1"), ..Contact::default() }, "1"),
            (Contact::default(), ""),
        ] {
            assert_eq!(contact.display_name(), expected);
        }
    }

    #[test]
    fn an_identifier_alone_is_nothing() {
        assert!(Contact { uid: Some("x".into()), line: 7, ..Contact::default() }.is_blank());
        assert!(!Contact { notes: vec!["x".into()], ..Contact::default() }.is_blank());
    }
}
