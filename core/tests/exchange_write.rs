//! What is written, to the letter: other programs depend on it.

use rapport_core::exchange::contact::{
    Address, Contact, ContactKind, DateKind, DatedNote, Extra, Link, LinkKind, Name, OrgTie, Photo, Purpose, Reach,
    Related,
};
use rapport_core::exchange::date::PartialDate;
use rapport_core::exchange::{CsvStyle, write_csv, write_vcards};

fn named(full: &str) -> Contact {
    Contact { name: Name { full: full.into(), ..Name::default() }, ..Contact::default() }
}

/// The lines of a card, unfolded, without those that every card has.
fn lines(contact: &Contact) -> Vec<String> {
    let text = write_vcards([contact]).replace("\r\n ", "");
    let frame = ["BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Rapport//Rapport//EN", "END:VCARD"];
    text.split_terminator("\r\n").filter(|line| !frame.contains(line)).map(str::to_owned).collect()
}

#[test]
fn each_field_has_its_line() {
    let day = |kind, date: Option<PartialDate>, text: &str| DatedNote { kind, date, text: text.into(), label: None };
    let purpose = |label: Option<&str>, preferred| Purpose {
        label: label.map(str::to_owned),
        preferred,
        ..Purpose::of(&["work", "fax"])
    };
    let reach = |purpose| vec![Reach { value: "+1;2,3".into(), purpose }];
    for (contact, expected) in [
        (
            Contact { phones: reach(purpose(None, true)), ..named("x") },
            vec!["FN:x", "TEL;TYPE=work,fax;PREF=1:+1\\;2\\,3"],
        ),
        (
            Contact { emails: reach(purpose(Some("My; own"), false)), ..named("x") },
            vec!["FN:x", "item1.EMAIL;TYPE=work,fax:+1\\;2\\,3", "item1.X-ABLabel:My\\; own"],
        ),
        (
            Contact {
                dates: vec![day(DateKind::Birthday, PartialDate::new(Some(1604), Some(3), Some(12)), "")],
                ..named("x")
            },
            vec!["FN:x", "BDAY:--0312"],
        ),
        (
            Contact {
                dates: vec![
                    day(DateKind::Birthday, None, "about 1800"),
                    day(DateKind::FirstMet, PartialDate::new(Some(2024), Some(3), None), ""),
                ],
                ..named("x")
            },
            vec!["FN:x", "BDAY;VALUE=text:about 1800", "item1.X-ABDATE:2024-03", "item1.X-ABLabel:First met"],
        ),
    ] {
        assert_eq!(lines(&contact), expected);
    }
}

#[test]
fn what_belongs_together_is_grouped() {
    for (contact, expected) in [
        (
            Contact {
                kind: ContactKind::Org,
                orgs: vec![OrgTie { name: "Mill".into(), ..OrgTie::default() }],
                ..Contact::default()
            },
            vec!["KIND:org", "X-ABShowAs:COMPANY", "FN:Mill", "ORG:Mill"],
        ),
        (
            Contact {
                orgs: ["A", "B"]
                    .map(|name| OrgTie { name: name.into(), title: "T".into(), ..OrgTie::default() })
                    .to_vec(),
                ..named("x")
            },
            vec!["FN:x", "item1.ORG:A", "item1.TITLE:T", "item2.ORG:B", "item2.TITLE:T"],
        ),
        (
            Contact {
                addresses: vec![Address {
                    street: "1 Road\nFlat 2".into(),
                    formatted: "a \"b\"\nc".into(),
                    ..Address::default()
                }],
                ..named("x")
            },
            vec!["FN:x", "ADR;LABEL=\"a ^'b^'\\nc\":;;1 Road\\nFlat 2;;;;"],
        ),
        (
            Contact {
                links: vec![Link {
                    kind: LinkKind::Messenger,
                    service: "skype".into(),
                    value: "ana".into(),
                    ..Link::default()
                }],
                ..named("x")
            },
            vec!["FN:x", "IMPP;SERVICE-TYPE=\"skype\":skype:ana"],
        ),
    ] {
        assert_eq!(lines(&contact), expected);
    }
}

#[test]
fn relations_pictures_and_the_rest_are_kept() {
    for (contact, expected) in [
        (
            Contact {
                related: vec![
                    Related { name: "Bo".into(), relation: "spouse".into() },
                    Related { name: "Cy".into(), relation: "godson".into() },
                ],
                ..named("x")
            },
            vec!["FN:x", "RELATED;TYPE=spouse;VALUE=text:Bo", "item1.RELATED;VALUE=text:Cy", "item1.X-ABLabel:godson"],
        ),
        (
            Contact { photo: Some(Photo::Url("https://a.example/b,c".into())), ..named("x") },
            vec!["FN:x", "PHOTO:https://a.example/b,c"],
        ),
        (
            Contact {
                extra: vec![Extra::Line("item4.X-A;B=c:d\\,e".into()), Extra::Line("no property".into())],
                ..named("x")
            },
            vec!["FN:x", "item4.X-A;B=c:d\\,e", "X-RAPPORT-LINE:no property"],
        ),
    ] {
        assert_eq!(lines(&contact), expected);
    }
}

#[test]
fn a_fold_cuts_no_character() {
    let text = write_vcards([&named(&"👩‍👧é".repeat(30))]);
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert!(text.split("\r\n").filter(|line| line.starts_with(' ')).count() > 4);
}

#[test]
fn a_table_is_safe_for_people_and_raw_for_programs() {
    let mut contact = named("=cmd|' /C calc'!A0");
    contact.phones =
        vec![Reach { value: "+49 1".into(), purpose: Purpose { preferred: true, ..Purpose::of(&["fax", "work"]) } }];
    contact.notes = vec!["a \"b\"\nc".into()];
    let text =
        |style| String::from_utf8(write_csv(std::slice::from_ref(&contact), style).expect("a table")).expect("UTF-8");
    let safe = text(CsvStyle::Safe);
    assert!(safe.starts_with("\u{FEFF}Name,First Name,"), "a spreadsheet must see that it is UTF-8");
    assert!(safe.contains("\r\n'=cmd|' /C calc'!A0,"));
    assert!(safe.ends_with(",\"a \"\"b\"\"\nc\",,,* Work Fax,'+49 1\r\n"), "{safe}");
    let raw = text(CsvStyle::Raw);
    assert!(
        raw.starts_with("Name,") && raw.contains("\r\n=cmd|' /C calc'!A0,") && raw.ends_with(",* Work Fax,+49 1\r\n")
    );
}
