//! What people bought: written down, corrected, summed without mixing currencies, and joined only by rates that were given.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn bought(desk: &Desk, person: &str, date: &str, amount: i64, currency: &str) -> String {
    let input = json!({ "person": person, "date": date, "amount": amount, "currency": currency, "item": "cups" });
    desk.call("purchases", "save", input)["id"].as_str().unwrap_or_default().to_owned()
}

fn of(desk: &Desk, person: &str) -> Value {
    desk.call("purchases", "ofPerson", json!({ "id": person }))
}

#[test]
fn a_purchase_is_written_down_corrected_and_taken_out() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let made = desk.call(
        "purchases",
        "save",
        json!({ "person": ana, "amount": 12_345, "currency": "eur", "item": " Cups ", "reference": "A-1", "organisation": "Acme" }),
    );
    assert_eq!(
        (&made["date"], &made["currency"], &made["digits"], &made["item"], &made["organisationName"]),
        (&json!("2026-11-23"), &json!("EUR"), &json!(2), &json!("Cups"), &json!("Acme"))
    );
    let edited = desk.call("purchases", "save", json!({ "id": made["id"], "currency": "JPY", "amount": 5000 }));
    assert_eq!((&edited["digits"], &edited["reference"]), (&json!(0), &json!("A-1")), "what was not given stays");
    let totals = &of(&desk, &ana)["totals"];
    assert_eq!(totals["currencies"].as_array().unwrap().len(), 1, "nothing is left of the euros: {totals}");
    desk.call("purchases", "remove", json!({ "id": made["id"] }));
    assert_eq!(of(&desk, &ana)["items"], json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(of(&desk, &ana)["totals"]["currencies"][0]["sum"], 5000);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn what_is_no_purchase_is_refused() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    for (input, field) in [
        (json!({ "amount": 1, "currency": "EUR" }), "person"),
        (json!({ "person": ana, "currency": "EUR" }), "amount"),
        (json!({ "person": ana, "amount": 1 }), "currency"),
        (json!({ "person": ana, "amount": 1, "currency": "EURO" }), "currency"),
        (json!({ "person": ana, "amount": 1, "currency": "EUR", "date": "2026-02-30" }), "date"),
        (json!({ "person": ana, "amount": 1_000_000_000_000_000_i64, "currency": "EUR" }), "amount"),
    ] {
        let error = desk.attempt("purchases", "save", input.clone()).unwrap_err();
        assert_eq!((error.code, &error.details["field"]), (Code::Invalid, &json!(field)), "{input}");
    }
}

#[test]
fn what_was_given_back_lowers_the_sum_and_is_no_purchase() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    for (date, amount) in [("2026-01-05", 2000), ("2026-03-05", 3000), ("2026-04-01", -500)] {
        bought(&desk, &ana, date, amount, "EUR");
    }
    let totals = of(&desk, &ana)["totals"].clone();
    let euros = &totals["currencies"][0];
    assert_eq!(
        (&euros["count"], &euros["sum"], &euros["first"], &euros["last"]),
        (&json!(2), &json!(4500), &json!("2026-01-05"), &json!("2026-03-05"))
    );
    assert_eq!((&totals["buyers"], &totals["repeat"], &totals["repeatShare"]), (&json!(1), &json!(1), &json!(1.0)));
}

#[test]
fn currencies_are_joined_only_by_rates_that_were_given() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    bought(&desk, &ana, "2026-10-01", 10_000, "EUR");
    bought(&desk, &ana, "2026-10-02", 1_000, "USD");
    let totals = || of(&desk, &ana)["totals"].clone();
    assert_eq!((&totals()["inBase"], &totals()["lacking"]), (&json!(null), &json!([])), "no base, no sum");
    assert!(desk.attempt("purchases", "saveRate", json!({ "currency": "USD", "rate": "0.9" })).is_err(), "into what?");
    desk.call("purchases", "setBase", json!("eur"));
    assert_eq!((&totals()["inBase"], &totals()["lacking"]), (&json!(null), &json!(["USD"])));
    for (rate, day) in [("0.90", "2026-01-01"), ("0.95", "2026-11-01"), ("2", "2027-01-01")] {
        desk.call("purchases", "saveRate", json!({ "currency": "USD", "rate": rate, "day": day }));
    }
    let used = json!([{ "currency": "USD", "rate": "0.95", "day": "2026-11-01" }]);
    assert_eq!(totals()["inBase"], json!({ "currency": "EUR", "digits": 2, "sum": 10_950, "rates": used }));
    for wrong in ["0", "1,1", "-1", "much"] {
        assert!(desk.attempt("purchases", "saveRate", json!({ "currency": "USD", "rate": wrong })).is_err(), "{wrong}");
    }
    assert!(desk.attempt("purchases", "saveRate", json!({ "currency": "EUR", "rate": "1" })).is_err(), "itself");
    desk.call("purchases", "setBase", json!(""));
    assert_eq!(totals()["inBase"], json!(null));
}

#[test]
fn revenue_of_some_people_counts_who_came_back() {
    use rapport_core::purchases::totals;
    let desk = Desk::new();
    let people: Vec<String> = ["Ana", "Ben", "Cleo", "Dan"].iter().map(|name| desk.person(name)).collect();
    for (who, date, amount, currency) in [
        (0, "2026-10-01", 100, "EUR"),
        (0, "2026-11-01", 100, "USD"),
        (1, "2025-01-01", 700, "EUR"),
        (2, "2026-11-02", 50, "EUR"),
    ] {
        bought(&desk, &people[who], date, amount, currency);
    }
    let vault = desk.app.vault().unwrap();
    let today = vault.clock().today();
    let ask = |among: fn(i64) -> bool, since: Option<&str>| {
        let since = since.map(|day| day.parse().unwrap());
        vault.read(|c| totals(c, today, among, since)).unwrap()
    };
    let all = ask(|_| true, None);
    assert_eq!((all.count, all.buyers, all.repeat), (4, 3, 1), "a euro and a dollar are two purchases of one person");
    assert_eq!((all.currencies[0].sum, all.currencies[0].buyers, all.currencies[0].repeat), (850, 3, 0));
    let lately = ask(|_| true, Some("2026-01-01"));
    assert_eq!((lately.count, lately.buyers, lately.currencies[0].sum), (3, 2, 150));
    let first = ask(|rid| rid == 1, None);
    assert_eq!((first.count, first.repeat_share), (2, Some(1.0)));
    assert_eq!(ask(|_| false, None).repeat_share, None);
}
