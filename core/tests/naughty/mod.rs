//! Contacts made of strings that have broken programs.

use proptest::prelude::*;
use rapport_core::exchange::contact::{
    Address, Contact, ContactKind, DateKind, DatedNote, Extra, Link, LinkKind, Name, OrgTie, Photo, Purpose, Reach,
    Related, Said,
};
use rapport_core::exchange::date::PartialDate;

/// Strings that have broken programs: separators, escapes, folds, other scripts, control characters, formulas.
pub fn naughty() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("\\n".to_owned()),
        Just("\\,".to_owned()),
        Just("\\".to_owned()),
        Just(";".to_owned()),
        Just(",".to_owned()),
        Just(":".to_owned()),
        Just("\n".to_owned()),
        Just("\nEND:VCARD\n".to_owned()),
        Just("=".to_owned()),
        Just("=0D=0A".to_owned()),
        Just("\"".to_owned()),
        Just("^n".to_owned()),
        Just("\u{E000}x".to_owned()),
        Just("\u{FEFF}".to_owned()),
        Just("\u{202E}".to_owned()),
        Just("👩‍👩‍👧‍👦".to_owned()),
        Just("Ω≈ç√".to_owned()),
        Just("=cmd|' /C calc'!A0".to_owned()),
        Just("\u{0}\u{1b}".to_owned()),
        Just(" ".to_owned()),
        Just("\t".to_owned()),
        Just("z͑ͫa̵l".to_owned()),
        Just("田中さん".to_owned()),
        Just("<script>".to_owned()),
        "[a-zA-Z0-9 .@-]{1,40}",
        any::<String>(),
    ];
    prop::collection::vec(pieces, 1..6).prop_map(|pieces| pieces.concat().replace('\r', ""))
}

/// Text that is not blank and does not begin or end with a blank.
fn word() -> impl Strategy<Value = String> {
    naughty().prop_map(|text| text.trim().to_owned()).prop_filter("blank", |text| !text.is_empty())
}

/// A word in which a run of blanks is one blank: lists are kept like that.
fn tidy_word() -> impl Strategy<Value = String> {
    word().prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn maybe(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), text]
}

/// A value that a scheme in front would change.
fn value() -> impl Strategy<Value = String> {
    word().prop_map(|text| text.replace([':', '\u{E000}'], "-"))
}

fn purpose() -> impl Strategy<Value = Purpose> {
    let types = prop::sample::subsequence(vec!["work", "home", "cell", "fax", "pager", "voice", "custom-type"], 0..4);
    let label = word().prop_map(|label| format!("My {label}"));
    (types, prop::option::of(label), any::<bool>()).prop_map(|(types, label, preferred)| Purpose {
        types: types.into_iter().map(str::to_owned).collect(),
        label,
        preferred,
    })
}

fn name() -> impl Strategy<Value = Name> {
    let part = || maybe(word());
    let said = (part(), part(), part()).prop_map(|(given, middle, family)| Said { given, middle, family });
    let parts = (part(), part(), part(), part(), part(), part());
    (naughty(), parts, prop::collection::vec(tidy_word(), 0..3), said).prop_filter_map(
        "no name",
        |(full, parts, nicknames, said)| {
            let (prefix, given, middle, family, suffix, maiden) = parts;
            (!full.trim().is_empty()).then_some(Name {
                full,
                prefix,
                given,
                middle,
                family,
                suffix,
                maiden,
                nicknames,
                said,
            })
        },
    )
}

fn address() -> impl Strategy<Value = Address> {
    let part = || maybe(word());
    let formatted =
        maybe(word().prop_map(|text| text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()));
    let detail = prop::collection::vec(part(), 0..4).prop_map(|mut detail| {
        while detail.last().is_some_and(String::is_empty) {
            detail.pop();
        }
        detail
    });
    (part(), part(), word(), part(), part(), part(), formatted, detail, purpose()).prop_map(|parts| {
        let (po_box, extended, street, city, region, postal_code, formatted, detail, purpose) = parts;
        let (country, country_code) = (region.clone(), "ch".to_owned());
        Address {
            po_box,
            extended,
            street,
            city,
            region,
            postal_code,
            country,
            country_code,
            formatted,
            detail,
            purpose,
        }
    })
}

fn link() -> impl Strategy<Value = Link> {
    let service = prop_oneof!["[a-z]{3,8}", "[a-z]{2,5} [a-z]{2,5}"];
    let user = maybe("[a-z @\"^;:,]{1,9}".prop_map(|user| format!("u{user}u")));
    (0..3, service, value(), user, purpose()).prop_map(|(kind, service, value, user, purpose)| match kind {
        0 => Link { kind: LinkKind::Web, value, purpose, ..Link::default() },
        1 => Link { kind: LinkKind::Messenger, service, value, purpose, ..Link::default() },
        _ => Link { kind: LinkKind::Social, service, value, user, purpose },
    })
}

fn dated() -> impl Strategy<Value = DatedNote> {
    let kind = prop::sample::select(vec![
        DateKind::Birthday,
        DateKind::Anniversary,
        DateKind::Death,
        DateKind::FirstMet,
        DateKind::Other,
    ]);
    let date = (prop::option::of(1u16..3000), 1u8..=12, 1u8..=28)
        .prop_map(|(year, month, day)| PartialDate::new(year, Some(month), Some(day)));
    let when = prop_oneof![(date, Just(String::new())), (Just(None), word().prop_map(|text| format!("about {text}")))];
    (kind, when, prop::option::of(word().prop_map(|label| format!("The {label}")))).prop_map(
        |(kind, (date, text), label)| DatedNote { kind, label: label.filter(|_| kind == DateKind::Other), date, text },
    )
}

fn extra() -> impl Strategy<Value = Extra> {
    prop_oneof![
        "[A-Z]{2,5}[0-9]".prop_map(|name| Extra::Line(format!("X-{name};A=B:v\\,a;l=ü"))),
        Just(Extra::Line("item7.X-ODD:1".into())),
        Just(Extra::Line("a line that is no property".into())),
        (word(), naughty()).prop_map(|(header, value)| Extra::Column { header, value }),
    ]
}

pub fn contact() -> impl Strategy<Value = Contact> {
    let reach = || (value(), purpose()).prop_map(|(value, purpose)| Reach { value, purpose });
    let tie = (word(), prop::collection::vec(maybe(word()), 0..3), maybe(word()), maybe(word()));
    let tie = tie.prop_map(|(name, units, title, role)| OrgTie { name, units, title, role });
    let tie = prop_oneof![tie, word().prop_map(|title| OrgTie { title, ..OrgTie::default() })];
    let relation =
        prop_oneof![Just(String::new()), Just("spouse".to_owned()), word().prop_map(|word| format!("My {word}"))];
    let related = (value(), relation).prop_map(|(name, relation)| Related { name, relation });
    let photo = prop_oneof![
        prop::collection::vec(any::<u8>(), 1..300)
            .prop_map(|bytes| Photo::Embedded { media_type: "image/png".into(), bytes }),
        Just(Photo::Url("https://photos.example/a?b=1,2;3".into())),
    ];
    let lists = (
        prop::collection::vec(reach(), 0..3),
        prop::collection::vec(reach(), 0..3),
        prop::collection::vec(address(), 0..3),
        prop::collection::vec(link(), 0..3),
        prop::collection::vec(tie, 0..4),
        prop::collection::vec(dated(), 0..4),
    );
    let words = (
        prop::collection::vec(word(), 0..3),
        prop::collection::vec(tidy_word(), 0..3),
        prop::collection::vec(related, 0..3),
    );
    let rest = (
        prop::option::of(word()),
        0..3usize,
        prop::option::of(photo),
        prop::collection::vec(extra(), 0..3),
        prop::collection::vec(value(), 0..2),
    );
    (name(), lists, words, rest).prop_map(
        |(name, (emails, phones, addresses, links, orgs, dates), (notes, tags, related), rest)| {
            let (uid, kind, photo, extra, members) = rest;
            let kind = [ContactKind::Person, ContactKind::Org, ContactKind::Group][kind];
            Contact {
                line: 1,
                kind,
                uid,
                revised: None,
                name,
                emails,
                phones,
                addresses,
                links,
                orgs,
                dates,
                notes,
                tags,
                related,
                members,
                photo,
                extra,
            }
        },
    )
}

/// A line that looks like a property.
pub fn naughty_line() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "FN",
        "N",
        "TEL",
        "EMAIL",
        "ADR",
        "ORG",
        "TITLE",
        "BDAY",
        "PHOTO",
        "NOTE",
        "item1.X-ABLabel",
        "item1.URL",
        "IMPP",
        "SOUND",
        "X-ANDROID-CUSTOM",
        "KIND",
        "AGENT",
        "CATEGORIES",
        "LABEL",
        "RELATED",
        "VERSION",
        "X-",
    ]);
    let params = prop::sample::select(vec![
        "",
        ";",
        ";TYPE=",
        ";HOME;PREF",
        ";QUOTED-PRINTABLE",
        ";ENCODING=b",
        ";CHARSET=utf-16",
        ";LABEL=\"a",
        ";VALUE=uri",
        ";TYPE=\"a,b\"",
        ";=;=",
    ]);
    (name, params, naughty()).prop_map(|(name, params, value)| format!("{name}{params}:{value}"))
}
