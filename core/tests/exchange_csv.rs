//! Tables in the style of each program → contacts; and tables that are broken, odd or huge.

use rapport_core::error::Code;
use rapport_core::exchange::contact::{Contact, DateKind, Extra, LinkKind, Photo, Reach};
use rapport_core::exchange::csv::{Column, Field, Layout, Mapping, Target};
use rapport_core::exchange::date::{DateOrder, PartialDate};
use rapport_core::exchange::{Format, Parsed, Problem, ReadOptions, Why, read};

fn fixture_with(name: &str, options: &ReadOptions) -> Parsed {
    let path = format!("{}/../tests/fixtures/contacts/{name}", env!("CARGO_MANIFEST_DIR"));
    let parsed = read(&std::fs::read(path).expect("a fixture"), name, options).expect("a table");
    assert_eq!(parsed.format, Format::Csv);
    parsed
}

fn fixture(name: &str, layout: Layout) -> Parsed {
    let parsed = fixture_with(name, &ReadOptions::default());
    assert_eq!(parsed.table.as_ref().map(|table| table.layout), Some(layout));
    parsed
}

fn parse(text: &str) -> Parsed {
    read(text.as_bytes(), "table.csv", &ReadOptions::default()).expect("a table")
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

fn columns(contact: &Contact) -> Vec<(&str, &str)> {
    fn column(extra: &Extra) -> (&str, &str) {
        match extra {
            Extra::Column { header, value } => (header.as_str(), value.as_str()),
            Extra::Line(line) => ("", line.as_str()),
        }
    }
    contact.extra.iter().map(column).collect()
}

fn date(year: u16, month: u8, day: u8) -> Option<PartialDate> {
    PartialDate::new((year > 0).then_some(year), Some(month), Some(day))
}

fn told(problems: &[Problem]) -> Vec<(usize, Why)> {
    problems.iter().map(|problem| (problem.line, problem.why)).collect()
}

#[test]
fn google_new() {
    let parsed = fixture("google-new.csv", Layout::GoogleNew);
    let mireia = &parsed.contacts[0];
    assert_eq!((mireia.name.given.as_str(), mireia.name.said.given.as_str()), ("Mireia", "Mee-RAY-ah"));
    assert_eq!(
        reaches(&mireia.emails),
        ["mireia@forn.example work!", "orders@forn.example work!", "mi@casa.example home"]
    );
    assert_eq!(
        reaches(&mireia.phones),
        ["+34 600 555 123 cell", "+34 93 555 00 00 work+fax", "+34 93 555 00 01  (Bakery)"]
    );
    let address = &mireia.addresses[0];
    assert_eq!(
        (address.formatted.as_str(), address.city.as_str(), &address.purpose.types[..]),
        ("Carrer Nou 3\n08001 Barcelona", "Barcelona", &["work".to_owned()][..])
    );
    let org = &mireia.orgs[0];
    assert_eq!((org.name.as_str(), org.title.as_str(), org.units[0].as_str()), ("Forn Nou", "Baker", "Nights"));
    let days: Vec<_> = mireia.dates.iter().map(|day| (day.kind, day.date)).collect();
    assert_eq!(days, [(DateKind::Birthday, date(0, 6, 24)), (DateKind::Anniversary, date(2011, 9, 3))]);
    assert_eq!(mireia.tags, ["starred", "Suppliers"]);
    assert_eq!(mireia.notes, ["Likes tea\nnot coffee"]);
    assert_eq!((mireia.related[0].name.as_str(), mireia.related[0].relation.as_str()), ("Jordi", "brother"));
    assert_eq!(
        (mireia.links[0].value.as_str(), mireia.links[0].purpose.label.as_deref()),
        ("https://forn.example", Some("Profile"))
    );
    assert_eq!(mireia.photo, Some(Photo::Url("https://lh3.photos.example/a".into())));
    assert_eq!(columns(mireia), [("Allergy", "Nuts")]);
}

#[test]
fn google_old_in_utf16() {
    let parsed = fixture("google-old.csv", Layout::GoogleOld);
    assert_eq!(parsed.encoding, "UTF-16LE");
    let piet = &parsed.contacts[0];
    assert_eq!((piet.name.full.as_str(), piet.name.said.family.as_str()), ("Dr. Piet de Wit", "duh-wit"));
    assert_eq!(reaches(&piet.phones), ["020 555 01 home", "06 555 02 cell"], "two in one cell, each with its label");
    assert_eq!(reaches(&piet.emails), ["piet@wit.example other!"]);
    assert_eq!((piet.orgs[0].name.as_str(), piet.dates[0].date), ("De Wit BV", date(0, 3, 2)));
    assert_eq!(piet.tags, ["Rotary"]);
}

#[test]
fn outlook_classic_asks_about_its_dates() {
    let parsed = fixture("outlook-classic.csv", Layout::OutlookClassic);
    let question = parsed.date_question.expect("3/4/1985 can be two days");
    assert_eq!(
        (question.dates, question.example.as_str(), question.suggestion),
        (1, "3/4/1985", Some(DateOrder::MonthFirst))
    );
    let saoirse = &parsed.contacts[0];
    assert_eq!(
        (saoirse.dates.len(), saoirse.dates[0].text.as_str()),
        (1, "3/4/1985"),
        "0/0/00 is no date; the other waits for an answer"
    );
    assert_eq!(told(&parsed.remarks), [(2, Why::DateAmbiguous)]);
    assert_eq!(saoirse.name.prefix, "Ms.");
    assert_eq!(
        reaches(&saoirse.phones),
        [
            "021 555 8  (Assistant)",
            "021 555 9 work+fax",
            "021 555 1 work",
            "021 555 2 work",
            "085 555 3 cell",
            "021 555 1 main"
        ]
    );
    assert_eq!(reaches(&saoirse.emails), ["saoirse@quay.example "], "a place in a directory is no address");
    let places: Vec<_> =
        saoirse.addresses.iter().map(|address| (address.street.as_str(), address.city.as_str())).collect();
    assert_eq!(places, [("1 Quay\nUnit 4", "Cork"), ("", "Cobh")]);
    assert_eq!(saoirse.tags, ["Reader", "Prize, 2023"]);
    let related: Vec<_> = saoirse.related.iter().map(|one| (one.name.as_str(), one.relation.as_str())).collect();
    assert_eq!(related, [("Tom Hale", "manager"), ("Niall", "spouse")]);
    let kept: Vec<_> = columns(saoirse).into_iter().map(|(header, _)| header).collect();
    assert_eq!(
        kept,
        ["E-mail Display Name", "E-mail 2 Address", "E-mail 2 Type", "User 1"],
        "what says nothing is not kept"
    );
    assert_eq!(parsed.contacts[1].dates[0].date, date(1990, 12, 25), "only one order is possible");
    let answered = fixture_with(
        "outlook-classic.csv",
        &ReadOptions { date_order: Some(DateOrder::DayFirst), ..ReadOptions::default() },
    );
    assert_eq!((answered.contacts[0].dates[0].date, answered.date_question), (date(1985, 4, 3), None));
}

#[test]
fn outlook_com_and_google_for_outlook() {
    let parsed = fixture("outlook-com.csv", Layout::OutlookCom);
    let ren = &parsed.contacts[0];
    assert_eq!(
        (ren.name.prefix.as_str(), ren.name.said.given.as_str(), ren.orgs[0].title.as_str()),
        ("Prof.", "れん", "Professor")
    );
    let links: Vec<_> = ren.links.iter().map(|link| (link.kind, link.service.as_str(), link.value.as_str())).collect();
    assert_eq!(links, [(LinkKind::Web, "", "https://ren.example"), (LinkKind::Messenger, "im", "ren.sato")]);
    assert_eq!((ren.dates[0].text.as_str(), told(&parsed.remarks)), ("2/30/1970", vec![(2, Why::DateNotUnderstood)]));
    assert_eq!(columns(ren), [("Hobby", "Go")]);
    let lena = &fixture("google-outlook.csv", Layout::GoogleOutlook).contacts[0];
    assert_eq!(
        (lena.addresses[0].street.as_str(), lena.addresses[0].formatted.as_str()),
        ("Allee 5", "Allee 5\n10115 Berlin")
    );
    assert_eq!(lena.tags, ["starred"]);
}

#[test]
fn thunderbird() {
    let parsed = fixture("thunderbird.csv", Layout::Thunderbird);
    let olu = &parsed.contacts[0];
    assert_eq!(
        (olu.name.full.as_str(), olu.addresses[0].street.as_str(), olu.addresses[0].postal_code.as_str()),
        ("Olu Ade", "5 Hill\nFloor 2", "200001")
    );
    assert_eq!((olu.dates[0].kind, olu.dates[0].date), (DateKind::Birthday, date(1979, 11, 7)));
    assert_eq!(reaches(&olu.emails), ["olu@ade.example ", "o@ade.example "]);
    assert_eq!(columns(olu), [("Custom 1", "blue")]);
}

#[test]
fn linkedin_has_a_preamble() {
    let parsed = fixture("linkedin.csv", Layout::LinkedIn);
    assert_eq!((parsed.contacts.len(), told(&parsed.problems)), (2, vec![(7, Why::RowEmpty)]), "a blank row is no row");
    let petra = &parsed.contacts[0];
    assert_eq!((petra.line, petra.uid.as_deref()), (5, Some("https://www.linkedin.com/in/petran")));
    assert_eq!((petra.orgs[0].name.as_str(), petra.orgs[0].title.as_str()), ("Mlýn, s.r.o.", "CFO \"interim\""));
    assert_eq!((petra.dates[0].kind, petra.dates[0].date), (DateKind::FirstMet, date(2024, 3, 12)));
    assert_eq!(parsed.contacts[1].dates[0].date, date(2022, 2, 7));
}

#[test]
fn hubspot_escapes_and_flips() {
    let parsed = fixture("hubspot.csv", Layout::HubSpot);
    let ana = &parsed.contacts[0];
    assert_eq!(
        (ana.name.given.as_str(), ana.name.family.as_str(), ana.uid.as_deref()),
        ("Ana", "RUIZ", Some("70000000000000123"))
    );
    assert_eq!((ana.orgs[0].name.as_str(), reaches(&ana.phones)), ("Mill & Sons", vec!["+34 600 555 9 ".to_owned()]));
    assert_eq!(columns(ana), [("Preferred channels", "Phone;Mail"), ("Create Date", "2020-01-10 10:00")]);
    assert_eq!(parsed.contacts[1].name.family, "<noreply@site.example>");
}

#[test]
fn german_ansi_with_semicolons() {
    let parsed = fixture("german.csv", Layout::Other);
    assert_eq!((parsed.encoding.as_str(), parsed.table.map(|table| table.delimiter)), ("windows-1252", Some(';')));
    let jule = &parsed.contacts[0];
    assert_eq!(
        (jule.name.prefix.as_str(), jule.name.given.as_str(), jule.name.family.as_str()),
        ("Frau", "Jule", "Groß")
    );
    assert_eq!(reaches(&jule.phones), ["0351 555 home", "+49 151 555 cell"], "the guard against formulas is taken off");
    assert_eq!(
        (jule.addresses[0].city.as_str(), &jule.addresses[0].purpose.types[..]),
        ("Dresden", &["work".to_owned()][..])
    );
    assert_eq!((jule.dates[0].date, parsed.date_question), (date(1985, 4, 3), None), "a dotted date has the day first");
    assert_eq!((jule.orgs[0].name.as_str(), columns(jule)), ("Mühle; Süd", vec![("Kundennummer", "007")]));
}

#[test]
fn the_user_decides_where_columns_go() {
    let text = "Who,Where,Ref\nAna,ana@mill.example,7\n";
    let column = |header: &str, target| Column { header: header.into(), target };
    let mapping = Mapping {
        columns: vec![
            column("Who", Target::of(Field::FullName)),
            column("Ref", Target::of(Field::Ignore)),
            column("Where", Target::with(Field::Email, "work", 0)),
        ],
    };
    let parsed = read(text.as_bytes(), "a.csv", &ReadOptions { mapping: Some(mapping), ..ReadOptions::default() })
        .expect("a table");
    let ana = &parsed.contacts[0];
    assert_eq!(
        (ana.name.full.as_str(), reaches(&ana.emails), columns(ana)),
        ("Ana", vec!["ana@mill.example work".into()], vec![])
    );
    let proposed = parse(text);
    assert_eq!(
        (proposed.contacts[0].name.full.as_str(), columns(&proposed.contacts[0])),
        ("Ana", vec![("Ref", "7")]),
        "guessed by the cells"
    );
    assert_eq!(proposed.table.map(|table| (table.has_heading, table.mapping.columns.len())), Some((true, 3)));
}

#[test]
fn broken_tables_cost_the_broken_rows() {
    for (text, contacts, problems, remarks) in [
        ("Name,Email\nAna,a@b.example,left,over\nBo\n", 2, vec![], vec![(2, Why::RowTooLong)]),
        ("Name,Email\nAna,\"open\nBo,b@c.example\nCy,c@d.example\n", 2, vec![(2, Why::QuoteNotClosed)], vec![]),
        ("Name,Email\nA\u{0}na,a@b.example\n", 1, vec![], vec![(2, Why::ZeroBytes)]),
        ("Name,Email\nAna,x\nName,Email\nBo,y\n", 2, vec![(3, Why::RepeatedHeading)], vec![]),
        ("Name,Phone\nAna,4.91512E+11\n", 1, vec![], vec![(2, Why::PhoneDamaged)]),
        ("Name,Status\nAna,x\n,y\n,\n", 1, vec![(3, Why::RowEmpty)], vec![]),
        ("Name,Email\n", 0, vec![], vec![]),
        ("", 0, vec![], vec![]),
    ] {
        let parsed = parse(text);
        assert_eq!(
            (parsed.contacts.len(), told(&parsed.problems), told(&parsed.remarks)),
            (contacts, problems, remarks),
            "{text:?}"
        );
    }
    assert_eq!(parse("Name,Email\nA\u{0}na,a@b.example\n").contacts[0].name.full, "Ana");
}

#[test]
fn ten_thousand_columns_are_read() {
    let wide = |cell: &dyn Fn(usize) -> String| (0..10_000).map(cell).collect::<Vec<_>>().join(",");
    let text = format!("Name,{}\nAna,{}\n", wide(&|at| format!("c{at}")), wide(&|at| format!("v{at}")));
    let parsed = parse(&text);
    assert_eq!((parsed.contacts.len(), parsed.contacts[0].extra.len()), (1, 10_000));
}

#[test]
fn other_files_are_refused() {
    for (name, bytes) in [
        ("a.xlsx", &b"PK\x03\x04rest"[..]),
        ("a.csv", b"PK\x03\x04rest"),
        ("a.json", b"{\"name\": 1}"),
        ("a", b"hello"),
        ("a.csv", b"\x00\x01\x02\x03\x00\x00binary"),
        ("a.html", b"<html>Name,Email</html>"),
    ] {
        let refused = read(bytes, name, &ReadOptions::default()).map_err(|error| error.code);
        assert_eq!(refused.err(), Some(Code::UnknownFormat), "{name}");
    }
    assert_eq!(
        read(b"Name\tEmail\nAna\ta@b.example\n", "pasted", &ReadOptions::default())
            .map(|parsed| parsed.contacts.len())
            .ok(),
        Some(1)
    );
}
