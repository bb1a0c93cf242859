//! Purchases from a table and back: whose they are, what is left out, twice the same file, one undo.

use rapport_acceptance::Desk;
use serde_json::{Value, json};
use std::path::PathBuf;

fn file(desk: &Desk, text: &str) -> PathBuf {
    let path = desk.dir.path().join("orders.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn ask(desk: &Desk, verb: &str, text: &str, options: Value) -> Value {
    let path = file(desk, text);
    desk.call("exchange", verb, json!({ "path": path, "options": options }))
}

/// Ana with an address, two Bens, one of whom works at Acme, and Zoë.
fn desk() -> Desk {
    let desk = Desk::new();
    for (name, email, organisation) in [
        ("Ana Ruiz", "ana@example.org", ""),
        ("Ben Okafor", "", "Acme"),
        ("Ben Okafor", "", "Other Ltd"),
        ("Zoë Müller", "", ""),
    ] {
        let reaches: Vec<Value> =
            [email].iter().filter(|e| !e.is_empty()).map(|e| json!({ "kind": "email", "value": e })).collect();
        let roles: Vec<Value> =
            [organisation].iter().filter(|o| !o.is_empty()).map(|o| json!({ "organisation": o })).collect();
        desk.call("people", "create", json!({ "name": name, "reaches": reaches, "roles": roles }));
    }
    desk
}

const ORDERS: &str = "Bestellnummer;Kunde;E-Mail;Firma;Datum;Betrag;Währung;Artikel\r\n\
    A-1;Ana R.;ANA@example.org;;02.10.2026;1.234,50;EUR;Cups\r\n\
    A-1;Ana R.;ana@example.org;;02.10.2026;20,00;EUR;Postage\r\n\
    A-2;Ben Okafor;;Acme;03.10.2026;99,00;EUR;Box\r\n\
    A-3;Ben Okafor;;;03.10.2026;99,00;EUR;Box\r\n\
    A-4;zoe muller;;;04.10.2026;1.500;JPY;Box\r\n\
    A-5;Nobody Known;new@example.org;;05.10.2026;10,00;EUR;Box\r\n\
    A-6;Ana Ruiz;;;soon;10,00;EUR;Box\r\n\
    A-7;Ana Ruiz;;;06.10.2026;much;EUR;Box\r\n\
    ;Ana Ruiz;;;07.10.2026;5,00;EUR;Coffee\r\n\
    ;Ana Ruiz;;;07.10.2026;5,00;EUR;Coffee\r\n\
    A-8;Ana Ruiz;;;07.10.2026;-12,00;EUR;Cups given back\r\n";

#[test]
fn lines_find_their_people_and_none_is_lost() {
    let desk = desk();
    let seen = ask(&desk, "previewPurchases", ORDERS, json!({}));
    let fields: Vec<&str> = seen["columns"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["reference", "person", "email", "organisation", "date", "amount", "currency", "item"]);
    assert_eq!((&seen["added"], &seen["same"], &seen["left"]), (&json!(7), &json!(0), &json!(4)));
    let left: Vec<(u64, &str)> = seen["rows"].as_array().unwrap()[..4]
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), row["outcome"].as_str().unwrap()))
        .collect();
    assert_eq!(
        left,
        [(5, "several"), (7, "nobody"), (8, "noDate"), (9, "noAmount")],
        "those that are left out come first"
    );
    let first = &seen["rows"][4];
    assert_eq!(
        (&first["person"]["name"], &first["amount"], &first["date"]),
        (&json!("Ana Ruiz"), &json!(123_450), &json!("2026-10-02"))
    );
    let yen = seen["rows"].as_array().unwrap().iter().find(|row| row["currency"] == "JPY").unwrap();
    assert_eq!((&yen["amount"], &yen["digits"]), (&json!(1500), &json!(0)));

    let receipt = ask(&desk, "importPurchases", ORDERS, json!({}));
    assert_eq!((&receipt["added"], &receipt["same"], &receipt["leftCount"]), (&json!(7), &json!(0), &json!(4)));
    assert_eq!(receipt["left"].as_array().unwrap().len(), 4);
    let ana = desk.call("people", "oneCalled", json!("Ana Ruiz"));
    let totals = desk.call("purchases", "ofPerson", json!({ "id": ana["id"] }))["totals"].clone();
    assert_eq!(
        (&totals["currencies"][0]["sum"], &totals["count"]),
        (&json!(123_450 + 2000 + 500 + 500 - 1200), &json!(4))
    );
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);

    let again = ask(&desk, "importPurchases", ORDERS, json!({}));
    assert_eq!((&again["added"], &again["same"], &again["undo"]), (&json!(0), &json!(7), &json!(null)), "nothing new");
    desk.call("vault", "undo", json!({ "step": receipt["undo"] }));
    assert_eq!(desk.call("purchases", "ofPerson", json!({ "id": ana["id"] }))["items"], json!([]));
}

#[test]
fn who_is_not_in_the_book_comes_with_the_file_when_that_is_wanted() {
    let desk = desk();
    let text = "Email,First Name,Last Name,Total,Date\n\
        cleo@example.org,Cleo,Diaz,€10.00,2026-10-01\ncleo@example.org,Cleo,Diaz,€10.00,2026-10-01\n,Dan,Li,€7.50,2026-10-02\n,,,€1.00,2026-10-02\n";
    let seen = ask(&desk, "previewPurchases", text, json!({ "newPeople": true }));
    assert_eq!((&seen["added"], &seen["people"], &seen["left"]), (&json!(3), &json!(2), &json!(1)));
    let receipt = ask(&desk, "importPurchases", text, json!({ "newPeople": true }));
    assert_eq!((&receipt["added"], &receipt["people"], &receipt["leftCount"]), (&json!(3), &json!(2), &json!(1)));
    let cleo = desk.call("people", "oneCalled", json!("cleo@example.org"));
    assert_eq!(desk.call("purchases", "ofPerson", json!({ "id": cleo["id"] }))["totals"]["currencies"][0]["sum"], 2000);
    assert_eq!(ask(&desk, "importPurchases", text, json!({ "newPeople": true }))["same"], 3);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("people", "count", json!({})), 4, "they go with the step that brought them");
}

#[test]
fn what_the_file_does_not_say_is_asked_for() {
    let desk = desk();
    let text = "name,amount,date\nAna Ruiz,12.50,03/04/2026\n";
    let seen = ask(&desk, "previewPurchases", text, json!({}));
    assert_eq!((&seen["dateQuestion"]["dates"], &seen["rows"][0]["outcome"]), (&json!(1), &json!("noDate")));
    let seen = ask(&desk, "previewPurchases", text, json!({ "dateOrder": "dayFirst" }));
    assert_eq!((&seen["needsCurrency"], &seen["rows"][0]["outcome"]), (&json!(true), &json!("noCurrency")));
    let seen = ask(&desk, "previewPurchases", text, json!({ "dateOrder": "dayFirst", "currency": "EUR" }));
    assert_eq!((&seen["added"], &seen["rows"][0]["date"]), (&json!(1), &json!("2026-04-03")));
    let columns = json!(["person", "ignore", "date"]);
    let seen = ask(&desk, "previewPurchases", text, json!({ "columns": columns, "dateOrder": "dayFirst" }));
    assert_eq!(seen["rows"][0]["outcome"], "noAmount", "as the user said");
}

#[test]
fn what_goes_out_comes_in_again() {
    let desk = desk();
    ask(&desk, "importPurchases", ORDERS, json!({}));
    let out = desk.dir.path().join("bought.csv");
    desk.call("exchange", "export", json!({ "format": "purchases", "path": out }));
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("2026-10-07,Ana Ruiz,ana@example.org,,-12.00,EUR,Cups given back,A-8"), "{text}");
    let again = desk.call("exchange", "importPurchases", json!({ "path": out }));
    assert_eq!((&again["added"], &again["same"], &again["leftCount"]), (&json!(0), &json!(7), &json!(0)), "{again}");
    let book = desk.dir.path().join("book.json");
    desk.call("exchange", "export", json!({ "format": "json", "path": book }));
    let other = Desk::new();
    other.call("exchange", "import", json!({ "path": book }));
    let ana = other.call("people", "oneCalled", json!("Ana Ruiz"));
    assert_eq!(other.call("purchases", "ofPerson", json!({ "id": ana["id"] }))["totals"]["count"], 4);
}
