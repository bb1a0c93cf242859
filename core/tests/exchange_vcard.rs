//! vCards in the style of each program → contacts, field by field.

use rapport_core::error::Code;
use rapport_core::exchange::contact::{Contact, ContactKind, DateKind, Extra, Link, LinkKind, Photo, Reach};
use rapport_core::exchange::date::PartialDate;
use rapport_core::exchange::{MAX_CARD, Parsed, Problem, ReadOptions, Why, read};

fn fixture(name: &str) -> Parsed {
    let path = format!("{}/../tests/fixtures/contacts/{name}", env!("CARGO_MANIFEST_DIR"));
    parse(&std::fs::read(path).expect("a fixture"))
}

fn parse(bytes: &[u8]) -> Parsed {
    read(bytes, "contacts.vcf", &ReadOptions::default()).expect("vCards")
}

/// A card of these lines.
fn card(lines: &str) -> Contact {
    let mut parsed = parse(format!("BEGIN:VCARD\n{lines}\nEND:VCARD\n").as_bytes());
    assert_eq!((parsed.contacts.len(), parsed.problems), (1, vec![]), "{lines}");
    parsed.contacts.remove(0)
}

/// `value types[!] (label)` of each, with `!` for the preferred one.
fn reaches(list: &[Reach]) -> Vec<String> {
    let show = |reach: &Reach| {
        let purpose = &reach.purpose;
        let label = purpose.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        format!("{} {}{}{label}", reach.value, purpose.types.join("+"), if purpose.preferred { "!" } else { "" })
    };
    list.iter().map(show).collect()
}

fn lines(contact: &Contact) -> Vec<&str> {
    contact.extra.iter().map(Extra::text).collect()
}

fn date(year: u16, month: u8, day: u8) -> Option<PartialDate> {
    PartialDate::new((year > 0).then_some(year), Some(month), Some(day))
}

#[test]
fn apple_labels_follow_every_item() {
    let parsed = fixture("apple.vcf");
    assert_eq!((parsed.encoding.as_str(), parsed.problems.len(), parsed.remarks.len()), ("UTF-8", 0, 0));
    let [ada, shop] = parsed.contacts.as_slice() else { panic!("two cards") };
    assert_eq!((ada.line, shop.line), (1, 40));
    let name = &ada.name;
    assert_eq!(
        (name.full.as_str(), name.family.as_str(), name.middle.as_str()),
        ("Dr. Adaeze Ifeoma Okonkwo", "Okonkwo", "Ifeoma")
    );
    assert_eq!(
        (name.said.given.as_str(), name.said.family.as_str(), &name.nicknames[..]),
        ("Ah-day-zeh", "Oh-kon-kwoh", &["Ada".to_owned()][..])
    );
    assert_eq!(reaches(&ada.emails), ["ada@harbour.example ! (Ward)", "ada.home@mail.example home"]);
    assert_eq!(reaches(&ada.phones), ["+234 803 555 0101 cell+voice!", "+234 1 555 0102 work+fax"]);
    let address = &ada.addresses[0];
    assert_eq!((address.street.as_str(), address.country_code.as_str()), ("14 Marina Road\nFlat 3", "ng"));
    let links: Vec<_> = ada
        .links
        .iter()
        .map(|link| (link.kind, link.service.as_str(), link.value.as_str(), link.purpose.label.as_deref()))
        .collect();
    assert_eq!(
        links,
        [
            (LinkKind::Web, "", "https://ada.example/about", None),
            (LinkKind::Web, "", "https://blog.example", Some("Letters")),
            (LinkKind::Messenger, "skype", "ada.ok", None),
            (LinkKind::Social, "twitter", "https://twitter.example/adaok", None),
        ]
    );
    assert_eq!(ada.links[3].user, "adaok");
    let days: Vec<_> = ada.dates.iter().map(|day| (day.kind, day.date)).collect();
    assert_eq!(days, [(DateKind::Anniversary, date(2009, 11, 28)), (DateKind::Birthday, date(0, 2, 29))]);
    let related: Vec<_> = ada.related.iter().map(|one| (one.name.as_str(), one.relation.as_str())).collect();
    assert_eq!(related, [("Chidi Okonkwo", "brother"), ("Prof. Bello", "Old teacher")]);
    assert_eq!(
        (&ada.notes[..], &ada.tags[..]),
        (
            &["First line\nsecond, with comma; and semicolon".to_owned()][..],
            &["Doctors".to_owned(), "Lagos friends".to_owned()][..]
        )
    );
    assert_eq!(lines(ada), ["X-UNKNOWN-THING;X-P=1:kept as\\, it is"]);
    let Some(Photo::Embedded { media_type, bytes }) = &ada.photo else { panic!("a picture") };
    assert_eq!((media_type.as_str(), &bytes[..3], bytes.len()), ("image/jpeg", &[0xFF, 0xD8, 0xFF][..], 125));
    assert_eq!(
        (ada.orgs[0].name.as_str(), &ada.orgs[0].units[..], ada.orgs[0].title.as_str()),
        ("Harbour Clinic", &["Cardiology".to_owned(), String::new()][..], "Consultant")
    );
    assert_eq!(
        (shop.kind, shop.display_name().as_str(), shop.dates[0].date),
        (ContactKind::Org, "Tidewater Supplies", date(0, 10, 4))
    );
    assert_eq!(reaches(&shop.phones), ["+1 555 0199 main!"]);
}

#[test]
fn google_escapes_too_much() {
    let parsed = fixture("google.vcf");
    let jorge = &parsed.contacts[0];
    assert_eq!(reaches(&jorge.phones), ["+34 600 555 111  (J Cell)"]);
    assert_eq!((jorge.links[0].value.as_str(), jorge.addresses[0].extended.as_str()), ("https://jorge.example", "IT"));
    assert_eq!(jorge.notes, ["He said \"yes\"\nC:\\path\\readme"]);
    let url = "https://lh3.photos.example/contacts/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assert_eq!(jorge.photo, Some(Photo::Url(url.into())), "kept, and never fetched");
}

#[test]
fn android_cuts_and_encodes() {
    let parsed = fixture("android21.vcf");
    assert_eq!((parsed.problems, parsed.remarks), (vec![], vec![]));
    let [ayse, yamada] = parsed.contacts.as_slice() else { panic!("two cards") };
    assert_eq!(
        (ayse.name.family.as_str(), ayse.name.given.as_str(), ayse.name.full.as_str()),
        ("Öztürk", "Ayşe", "Ayşe Öztürk")
    );
    assert_eq!(reaches(&ayse.phones), ["05551112233 cell!", "0212  (Şube)"]);
    let address = &ayse.addresses[0];
    assert_eq!(
        (address.street.as_str(), address.city.as_str(), address.postal_code.as_str()),
        ("İstiklal Cd. 5; kat 2", "İstanbul", "34000")
    );
    assert_eq!((ayse.orgs[0].name.as_str(), ayse.orgs[0].units[0].as_str()), ("Çağdaş A.Ş.", "Satış"));
    assert_eq!(ayse.notes, ["bir\niki üç"]);
    assert_eq!((ayse.related[0].name.as_str(), ayse.related[0].relation.as_str()), ("Deniz", "spouse"));
    assert_eq!(ayse.photo, Some(Photo::Embedded { media_type: "image/jpeg".into(), bytes: (1..=12).collect() }));
    assert_eq!((ayse.dates[0].date, lines(ayse)), (date(0, 5, 9), vec![]));
    assert_eq!(
        (yamada.name.full.as_str(), yamada.name.said.family.as_str(), yamada.name.said.given.as_str()),
        ("山田太郎", "ヤマダ", "タロウ")
    );
}

#[test]
fn versions_mix_in_one_file_and_in_one_card() {
    let parsed = fixture("nextcloud.vcf");
    let [lotte, club] = parsed.contacts.as_slice() else { panic!("two cards") };
    assert_eq!((lotte.name.middle.as_str(), lotte.name.suffix.as_str()), ("Anna Sofie", "MSc, RA"));
    assert_eq!(reaches(&lotte.phones), ["+31-6-5550-1234 voice+cell!", "+31 20 555 0000 work"]);
    assert_eq!(lotte.dates[0].date, date(0, 3, 15));
    assert_eq!((lotte.dates[1].date, lotte.dates[1].text.as_str()), (None, "in the summer of 2001"));
    assert_eq!(
        (lotte.addresses[0].po_box.as_str(), lotte.addresses[0].formatted.as_str()),
        ("Postbus 12", "Postbus 12\nPlein 1, Utrecht")
    );
    assert_eq!(
        lotte.links[0],
        Link {
            kind: LinkKind::Social,
            service: "mastodon".into(),
            value: "https://social.example/@lotte".into(),
            user: "@lotte".into(),
            ..Link::default()
        }
    );
    assert_eq!((lotte.links[1].service.as_str(), lotte.links[1].value.as_str()), ("xmpp", "lotte@chat.example"));
    assert_eq!(
        (lotte.related[0].relation.as_str(), lotte.related[1].name.as_str()),
        ("spouse", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
    );
    assert!(matches!(&lotte.photo, Some(Photo::Embedded { media_type, .. }) if media_type == "image/png"));
    assert_eq!(lines(lotte), ["GENDER:F"], "gender is not a field; it is kept as it stands");
    assert_eq!(
        (club.kind, &club.members[..]),
        (ContactKind::Group, &["urn:uuid:0c8d0a9e-5a50-4c7e-9f0e-b0a6a1d9d0aa".to_owned()][..])
    );
}

#[test]
fn an_ansi_file_is_read_with_its_version_last() {
    let parsed = fixture("thunderbird21.vcf");
    assert_eq!(parsed.encoding, "windows-1252");
    let firm = &parsed.contacts[0];
    assert_eq!(
        (firm.name.full.as_str(), firm.orgs[0].name.as_str(), firm.addresses[0].street.as_str()),
        ("Dümmler GmbH", "Dümmler GmbH, Köln", "Domstraße 1")
    );
    assert_eq!(lines(firm), ["x-mozilla-html:FALSE"]);
}

#[test]
fn one_broken_card_costs_one_card() {
    let parsed = fixture("broken.vcf");
    let names: Vec<_> = parsed.contacts.iter().map(|contact| (contact.line, contact.name.full.as_str())).collect();
    assert_eq!(names, [(3, "Good One"), (13, "Cut Off"), (17, "With Loose Lines"), (26, ""), (28, "With Agent")]);
    let told = |list: &[Problem]| list.iter().map(|problem| (problem.line, problem.why)).collect::<Vec<_>>();
    assert_eq!(told(&parsed.problems), [(1, Why::OutsideCard), (8, Why::CardNotReadable)]);
    assert_eq!(parsed.problems[1].what, "here is nothing that anybody could read");
    assert_eq!(told(&parsed.remarks), [(13, Why::CardCutOff), (24, Why::PhotoDamaged), (26, Why::CardEmpty)]);
    let loose = &parsed.contacts[2];
    assert_eq!(
        (&loose.notes[..], lines(loose)),
        (&["Dear diary\ntoday was long".to_owned()][..], vec!["what is this"])
    );
    let agent = &parsed.contacts[4];
    assert_eq!(reaches(&agent.phones), ["3 "], "the number of the agent is not the contact's");
    assert_eq!(lines(agent), ["AGENT:BEGIN:VCARD\\nVERSION:2.1\\nFN:The\\, Agent\\nTEL:999\\nEND:VCARD"]);
}

#[test]
fn a_thousand_cards_survive_a_broken_one() {
    let good = "BEGIN:VCARD\nVERSION:3.0\nFN:Somebody\nEND:VCARD\n";
    let text = [good.repeat(500).as_str(), "BEGIN:VCARD\nwhat?\nEND:VCARD\n", good.repeat(499).as_str()].concat();
    let parsed = parse(text.as_bytes());
    assert_eq!((parsed.contacts.len(), parsed.problems.len()), (999, 1));
    assert_eq!(parsed.problems[0].line, 2001);
}

#[test]
fn small_things_are_put_in_their_places() {
    let exported = card(
        "VERSION:3.0\nFN:x\nADR;HOME:;;1 Road;Town;;;\nEMAIL;WORK:a@b.example\nTEL;MOBILE:1\nX-MS-IMADDRESS;OTHER:chat.me",
    );
    assert_eq!(
        (reaches(&exported.emails), reaches(&exported.phones)),
        (vec!["a@b.example work".into()], vec!["1 cell".into()])
    );
    assert_eq!((exported.links[0].service.as_str(), exported.links[0].value.as_str()), ("im", "chat.me"));
    let monica = card(
        "FN:x\nsocialProfile;type=facebook:someone\nX-SOCIAL-PROFILE;TYPE=github;X-USER=ann:https://git.example/ann",
    );
    let social: Vec<_> = monica.links.iter().map(|link| (link.service.as_str(), link.user.as_str())).collect();
    assert_eq!(social, [("facebook", ""), ("github", "ann")]);
    let broken_omit = card("FN:x\nBDAY;VALUE=DATE,X-APPLE-OMIT-YEAR=1604:1604-03-12");
    assert_eq!(broken_omit.dates[0].date, date(0, 3, 12));
    let labels = card(
        "VERSION:3.0\nADR;TYPE=home:;;1 Road;Town;;;\nLABEL;TYPE=home,postal:1 Road\\nTown\nLABEL;TYPE=work:2 Lane",
    );
    let formatted: Vec<_> =
        labels.addresses.iter().map(|address| (address.street.as_str(), address.formatted.as_str())).collect();
    assert_eq!(formatted, [("1 Road", "1 Road\nTown"), ("", "2 Lane")]);
    let jobs = card("ORG:A\nTITLE:Boss\nb.ORG:B\nb.TITLE:Guest\nb.ROLE:Painter\nTITLE:Extra");
    let ties: Vec<_> = jobs.orgs.iter().map(|tie| (tie.name.as_str(), tie.title.as_str(), tie.role.as_str())).collect();
    assert_eq!(ties, [("A", "Boss", ""), ("B", "Guest", "Painter"), ("", "Extra", "")]);
    let twice = card("FN:One\nFN;ALTID=1:Two\nN:a\nN:b\nUID:1\nUID:2\nPHOTO:http://a.example\nPHOTO:http://b.example");
    assert_eq!(lines(&twice), ["FN;ALTID=1:Two", "N:b", "UID:2", "PHOTO:http://b.example"], "nothing is lost");
}

#[test]
fn encodings_meet_in_one_file() {
    let latin = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Zo\xEB\nEND:VCARD\n";
    let kana = encoding_rs::SHIFT_JIS
        .encode("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=SHIFT_JIS:山田 花子\nEND:VCARD\n")
        .0
        .into_owned();
    let plain = "BEGIN:VCARD\nVERSION:3.0\nFN:Łukasz Żółć\nEND:VCARD\n".as_bytes();
    let parsed = parse(&[latin, kana.as_slice(), plain].concat());
    let names: Vec<_> = parsed.contacts.iter().map(|contact| contact.name.full.as_str()).collect();
    assert_eq!(names, ["Zoë", "山田 花子", "Łukasz Żółć"]);
    let wide: Vec<u8> = "BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let parsed = parse(&wide);
    assert_eq!((parsed.contacts[0].name.full.as_str(), parsed.encoding.as_str()), ("Zoë", "UTF-16LE"));
}

#[test]
fn limits_are_told() {
    let huge =
        format!("BEGIN:VCARD\nFN:Huge\nNOTE:{}\nEND:VCARD\nBEGIN:VCARD\nFN:Small\nEND:VCARD\n", "x".repeat(MAX_CARD));
    let parsed = parse(huge.as_bytes());
    assert_eq!(
        (parsed.contacts.len(), parsed.problems[0].why, parsed.problems[0].what.as_str()),
        (1, Why::CardTooLarge, "FN:Huge")
    );
    let calendar = read(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a.vcf", &ReadOptions::default());
    assert_eq!(calendar.map_err(|error| error.code).err(), Some(Code::UnknownFormat));
    assert_eq!(parse(b"").contacts.len(), 0);
    let headless = parse(b"VERSION:3.0\nFN:x\nEND:VCARD\n");
    assert_eq!((headless.contacts.len(), headless.problems[0].why), (0, Why::OutsideCard));
}
