//! Files of other programs come in once, add up, can be taken back as one step, and go out again without loss.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::fs;

const PHONE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a1\r\nN:Ruiz;Ana;;;\r\nFN:Ana Ruiz\r\nEMAIL;TYPE=WORK:ana@ruiz.example\r\nTEL;TYPE=CELL:+34 600 112 233\r\n\
ORG:Ruiz y Hijas;Ventas\r\nTITLE:Owner\r\nBDAY:--0603\r\nCATEGORIES:key,friends\r\nNOTE:Met at the fair\\nin Oaxaca\r\nX-CUSTOM;X=1:kept as it is\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nN:Müller;Zoë;;;\r\nEMAIL:zoe@mueller.example\r\nEND:VCARD\r\n";

fn write(desk: &Desk, name: &str, text: &str) -> Value {
    let path = desk.dir.path().join(name);
    fs::write(&path, text).expect("as it was made");
    json!({ "path": path })
}

fn counts(receipt: &Value) -> (u64, u64, u64, usize) {
    let n = |key: &str| receipt[key].as_u64().expect("as it was made");
    (n("created"), n("changed"), n("same"), receipt["problems"].as_array().expect("as it was made").len())
}

fn names(desk: &Desk) -> Vec<String> {
    let list = desk.call("people", "list", json!({ "limit": 500 }));
    list["items"]
        .as_array()
        .expect("as it was made")
        .iter()
        .map(|p| p["name"].as_str().expect("as it was made").to_owned())
        .collect()
}

#[test]
fn a_file_comes_in_once_and_the_numbers_add_up() {
    let desk = Desk::new();
    let file = write(&desk, "phone.vcf", PHONE);
    let before = desk.call("exchange", "preview", file.clone());
    assert!(names(&desk).is_empty(), "a preview changes nothing");
    let receipt = desk.call("exchange", "import", file.clone());
    let (created, changed, same, problems) = counts(&receipt);
    assert_eq!(created + changed + same + problems as u64, 3, "each card ends in one of them: {receipt}");
    assert_eq!(before["created"].as_u64(), Some(created));
    let found = names(&desk);
    assert!(found.contains(&"Ana Ruiz".into()) && found.contains(&"Zoë Müller".into()), "{found:?}");
    let again = desk.call("exchange", "import", file);
    assert_eq!(
        (again["created"].as_u64(), again["changed"].as_u64()),
        (Some(0), Some(0)),
        "the same file twice: {again}"
    );
    assert!(again["undo"].is_null());
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn everything_on_a_card_is_kept() {
    let desk = Desk::new();
    desk.call("exchange", "import", write(&desk, "phone.vcf", PHONE));
    let ana = desk.call("people", "oneCalled", json!("Ana Ruiz"));
    let ana = desk.call("people", "get", json!({ "id": ana["id"] }));
    assert_eq!(ana["given"], "Ana");
    assert_eq!(ana["note"], "Met at the fair\nin Oaxaca");
    assert_eq!(
        (
            ana["roles"][0]["organisationName"].as_str(),
            ana["roles"][0]["department"].as_str(),
            ana["row"]["title"].as_str()
        ),
        (Some("Ruiz y Hijas"), Some("Ventas"), Some("Owner"))
    );
    assert_eq!(
        ana["dates"][0],
        json!({ "id": ana["dates"][0]["id"], "label": "birthday", "year": null, "month": 6, "day": 3 })
    );
    assert!(
        ana["extra"].as_array().unwrap().iter().any(|l| l.as_str().unwrap().contains("kept as it is")),
        "{}",
        ana["extra"]
    );
    assert_eq!(ana["row"]["tags"].as_array().unwrap().len(), 2);
}

#[test]
fn undo_takes_back_what_an_import_created_and_what_it_changed() {
    let desk = Desk::new();
    let zoe = desk.call("people", "create", json!({ "name": "Zoë Müller", "note": "ours", "reaches": [{ "kind": "email", "value": "ZOE@mueller.example" }] }));
    let before = desk.call("people", "get", json!({ "id": zoe["row"]["id"] }));
    let receipt = desk.call(
        "exchange",
        "import",
        write(&desk, "p.vcf", &PHONE.replace("FN:Zoë", "NOTE:theirs\r\nTEL:+49 30 1234\r\nFN:Zoë")),
    );
    assert_eq!(receipt["changed"], 1);
    let after = desk.call("people", "get", json!({ "id": zoe["row"]["id"] }));
    assert_eq!(after["note"], "ours\n\ntheirs", "nothing of ours is written over");
    assert_eq!(after["reaches"].as_array().unwrap().len(), 2);
    assert_eq!(after["given"], "Zoë", "a blank is filled");
    desk.call("vault", "undo", json!({ "step": receipt["undo"] }));
    assert_eq!(desk.call("people", "get", json!({ "id": zoe["row"]["id"] })), before);
    assert_eq!(names(&desk), ["Zoë Müller"]);
}

#[test]
fn a_table_comes_in_with_its_line_numbers() {
    let desk = Desk::new();
    let table = "First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Organization Name,Labels,Odd Column\r\n\
                 Ana,Ruiz,ana@ruiz.example,+34 600 112 233,Ruiz y Hijas,* myContacts ::: key,odd\r\n\
                 ,,,,,,\r\nBo,,bo@example.org,,,,\r\n";
    let receipt = desk.call("exchange", "import", write(&desk, "google.csv", table));
    assert_eq!(receipt["created"], 2, "{receipt}");
    let ana = desk.call("people", "oneCalled", json!("ana@ruiz.example"));
    let ana = desk.call("people", "get", json!({ "id": ana["id"] }));
    assert!(ana["extra"].as_array().unwrap().iter().any(|l| l.as_str().unwrap().contains("odd")));
}

#[test]
fn what_goes_out_comes_in_again() {
    let desk = Desk::new();
    desk.call("exchange", "import", write(&desk, "phone.vcf", PHONE));
    let ana = desk.call("people", "oneCalled", json!("Ana Ruiz"))["id"].as_str().unwrap().to_owned();
    desk.log(&ana, 3, 2, "delighted");
    for (format, name) in [("vcard", "out.vcf"), ("csv", "out.csv"), ("csvRaw", "raw.csv"), ("json", "out.json")] {
        let path = desk.dir.path().join(name);
        let exported = desk.call("exchange", "export", json!({ "path": path, "format": format }));
        assert!(exported["bytes"].as_u64().unwrap() > 100);
        let other = Desk::new();
        let receipt = other.call("exchange", "import", json!({ "path": path }));
        assert!(receipt["problems"].as_array().unwrap().is_empty(), "{format}: {receipt}");
        assert_eq!(names(&other), names(&desk), "{format}");
        let theirs = other.call("people", "oneCalled", json!("Ana Ruiz"));
        let theirs = other.call("people", "get", json!({ "id": theirs["id"] }));
        assert_eq!(
            theirs["reaches"].as_array().unwrap().iter().map(|r| &r["value"]).collect::<Vec<_>>(),
            ["ana@ruiz.example", "+34 600 112 233"],
            "{format}"
        );
        let again = desk.call("exchange", "import", json!({ "path": path }));
        assert_eq!(again["created"], 0, "{format}: our own export is known: {again}");
    }
}

#[test]
fn the_whole_book_comes_in_the_same() {
    let desk = Desk::new();
    desk.call("sample", "seed", json!({ "people": 40 }));
    let path = desk.dir.path().join("book.json");
    desk.call("exchange", "export", json!({ "path": path, "format": "json" }));
    let other = Desk::new();
    other.call("exchange", "import", json!({ "path": path }));
    let again = other.dir.path().join("again.json");
    other.call("exchange", "export", json!({ "path": again, "format": "json" }));
    let read = |p: &std::path::Path| serde_json::from_slice::<Value>(&fs::read(p).unwrap()).unwrap();
    let (first, second) = (read(&path), read(&again));
    for (table, records) in first["records"].as_object().unwrap() {
        assert_eq!(records, &second["records"][table], "{table}");
    }
    assert_eq!(other.call("vault", "check", json!(null))["ok"], true);
    other.call("vault", "undo", json!({}));
    assert!(names(&other).is_empty());
}

#[test]
fn what_is_no_contact_file_is_refused_and_nothing_happens() {
    let desk = Desk::new();
    for (name, text, code) in [
        ("a.pdf", "%PDF-1.7 …", Code::UnknownFormat),
        ("b.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", Code::UnknownFormat),
    ] {
        let file = write(&desk, name, text);
        assert_eq!(desk.attempt("exchange", "import", file).unwrap_err().code, code, "{name}");
    }
    assert_eq!(
        desk.attempt("exchange", "import", json!({ "path": "/nowhere/at/all.vcf" })).unwrap_err().code,
        Code::Unreadable
    );
    assert!(desk.call("vault", "nextSteps", json!(null))["undo"].is_null());
}
