//! Perks, points, what goes together, and when somebody buys again, through the list of commands.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::Desk;
use serde_json::{Value, json};

fn call(desk: &Desk, verb: &str, input: Value) -> Value {
    desk.call("gestures", verb, input)
}

fn refused(desk: &Desk, verb: &str, input: Value) -> (Value, Value) {
    let error = desk.attempt("gestures", verb, input).unwrap_err();
    (error.details["field"].clone(), error.details["why"].clone())
}

fn why(field: &str, why: &str) -> (Value, Value) {
    (json!(field), json!(why))
}

fn buy(desk: &Desk, who: &str, date: &str, item: &str) {
    let bought = json!({ "person": who, "date": date, "amount": 900, "currency": "EUR", "item": item });
    desk.call("purchases", "save", bought);
}

#[test]
fn m027_a_perk_is_given_to_whom_it_is_for_on_its_days_and_as_often_as_it_may_be() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    desk.call("people", "setStage", json!({ "ids": [ana], "stage": "retention" }));
    let rule = json!({ "match": "one", "of": { "on": "stage", "stage": "retention" } });
    let loyal = desk.call("segments", "save", json!({ "name": "Loyal", "rule": rule }))["id"].clone();
    let perk = call(
        &desk,
        "savePerk",
        json!({
            "name": "Early look", "what": "See the new cups a week before", "cost": 200, "currency": "EUR", "who": "Whoever stayed",
            "segment": loyal, "validFrom": "2026-11-01", "validUntil": "2026-12-31", "most": 2,
        }),
    );
    assert_eq!((&perk["state"], &perk["given"], &perk["most"]), (&json!("open"), &json!(0), &json!(2)));
    let id = &perk["id"];
    let fit = call(&desk, "perkFit", json!({ "id": id }));
    assert_eq!(
        (&fit["eligible"], &fit["waiting"][0]["name"], &fit["more"]),
        (&json!(1), &json!("Ana Ruiz"), &json!(1))
    );
    assert_eq!(call(&desk, "perksFor", json!({ "id": ana }))[0]["name"], "Early look");
    assert_eq!(call(&desk, "perksFor", json!({ "id": ben })), json!([]));

    assert_eq!(refused(&desk, "givePerk", json!({ "perk": id, "person": ben })), why("person", "notEligible"));
    let early = json!({ "perk": id, "person": ana, "day": "2026-10-31" });
    assert_eq!(refused(&desk, "givePerk", early), why("day", "notValid"));
    let given = call(&desk, "givePerk", json!({ "perk": id, "person": ana, "note": "She asked" }));
    assert_eq!((&given["day"], &given["usedOn"]), (&json!("2026-11-23"), &json!("")));
    assert_eq!(call(&desk, "perksFor", json!({ "id": ana })), json!([]), "she has it");
    assert_eq!(call(&desk, "usePerk", json!({ "id": given["id"] }))["usedOn"], "2026-11-23");
    let now = &call(&desk, "perks", json!(null))[0];
    assert_eq!((&now["given"], &now["used"]), (&json!(1), &json!(1)));
    assert_eq!(call(&desk, "usePerk", json!({ "id": given["id"], "day": "" }))["usedOn"], "");
    call(&desk, "givePerk", json!({ "perk": id, "person": ana }));
    assert_eq!(refused(&desk, "givePerk", json!({ "perk": id, "person": ana })), why("perk", "usedUp"));
    assert_eq!(call(&desk, "perks", json!(null))[0]["state"], "usedUp");
    let over = call(&desk, "savePerk", json!({ "id": id, "validUntil": "2026-11-22", "anybody": true, "most": 0 }));
    assert_eq!((&over["state"], &over["segment"], &over["most"]), (&json!("over"), &json!(null), &json!(null)));
    let turned = json!({ "id": id, "validFrom": "2026-12-01" });
    assert_eq!(refused(&desk, "savePerk", turned), why("validUntil", "range"));
    assert_eq!(refused(&desk, "savePerk", json!({ "name": " " })), why("name", "empty"));

    call(&desk, "removePerk", json!({ "id": id }));
    assert_eq!(call(&desk, "givenPerks", json!({ "person": ana })), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(call(&desk, "givenPerks", json!({ "person": ana })).as_array().unwrap().len(), 2);
}

#[test]
fn m114_points_are_a_ledger_with_steps_and_never_fall_below_nothing() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let steps = json!([{ "points": 50, "worth": "A tasting for two" }, { "points": 10, "worth": "A bag" }]);
    let all = call(&desk, "saveProgramme", json!({ "name": "Stamps", "unit": "stamps", "steps": steps }));
    assert_eq!(all[0]["steps"][0], json!({ "points": 10, "worth": "A bag" }), "the fewest first");
    let id = all[0]["id"].clone();
    call(&desk, "addPoints", json!({ "programme": id, "person": ana, "count": 12, "reason": "Box of cups" }));
    let hers = call(
        &desk,
        "addPoints",
        json!({ "programme": id, "person": ana, "count": -10, "reason": "A bag", "day": "2026-11-22" }),
    );
    assert_eq!(
        (&hers[0]["points"], &hers[0]["reached"], &hers[0]["next"]["points"]),
        (&json!(2), &json!(null), &json!(10))
    );
    assert_eq!(hers[0]["entries"][1]["count"], -10);
    let too_many = json!({ "programme": id, "person": ana, "count": -3 });
    assert_eq!(refused(&desk, "addPoints", too_many), why("count", "tooFew"));
    assert_eq!(
        refused(&desk, "addPoints", json!({ "programme": id, "person": ana, "count": 0 })),
        why("count", "range")
    );
    let first = &call(&desk, "programmes", json!(null))[0]["first"];
    assert_eq!(first[0], json!({ "person": { "id": ana, "name": "Ana Ruiz" }, "points": 2 }));
    call(&desk, "removePoints", json!({ "id": hers[0]["entries"][1]["id"] }));
    assert_eq!(call(&desk, "pointsOf", json!({ "id": ana }))[0]["reached"]["worth"], "A bag");
    assert_eq!(call(&desk, "removeProgramme", json!({ "id": id })), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(call(&desk, "pointsOf", json!({ "id": ana }))[0]["points"], 12);
}

#[test]
fn m114_the_next_purchase_is_the_last_and_the_median_gap_with_its_number() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    for day in ["2026-08-20", "2026-09-20", "2026-10-21"] {
        buy(&desk, &ana, day, "cups");
        buy(&desk, &ana, day, "filters");
    }
    buy(&desk, &ben, "2026-11-01", "cups");
    let again = call(&desk, "buysAgain", json!({ "id": ana }));
    assert_eq!((&again["days"], &again["gap"], &again["expected"]), (&json!(3), &json!(31), &json!("2026-11-21")));
    assert_eq!(call(&desk, "buysAgain", json!({ "id": ben })), json!(null), "one day is no habit");
    assert_eq!(call(&desk, "followUps", json!({}))[0]["person"]["name"], "Ana Ruiz");
    buy(&desk, &ana, "2026-11-22", "cups");
    assert_eq!(call(&desk, "followUps", json!({})), json!([]));
    assert_eq!(call(&desk, "followUps", json!({ "within": 60 })).as_array().unwrap().len(), 1);
}

#[test]
fn m128_what_goes_with_what_says_who_has_the_one_without_the_other() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    buy(&desk, &ana, "2026-10-01", "The GRINDER, large");
    buy(&desk, &ben, "2026-10-02", "grinder");
    buy(&desk, &ben, "2026-10-03", "Brushes and oil");
    let pair = json!({ "item": "grinder", "other": "brushes", "reason": "Grounds clog it" });
    let all = call(&desk, "saveGoesWith", pair);
    assert_eq!((&all[0]["people"], &all[0]["first"][0]["name"]), (&json!(1), &json!("Ana Ruiz")));
    let hers = call(&desk, "wouldGoWith", json!({ "id": ana }));
    assert_eq!((&hers[0]["item"], &hers[0]["other"]), (&json!("The GRINDER, large"), &json!("brushes")));
    assert_eq!(call(&desk, "wouldGoWith", json!({ "id": ben })), json!([]));
    assert_eq!(refused(&desk, "saveGoesWith", json!({ "item": "Cups", "other": " cups" })), why("other", "same"));
    assert_eq!(refused(&desk, "saveGoesWith", json!({ "item": "cups" })), why("other", "empty"));
    let id = &all[0]["id"];
    assert_eq!(call(&desk, "saveGoesWith", json!({ "id": id, "other": "oil" }))[0]["other"], "oil");
    assert_eq!(call(&desk, "removeGoesWith", json!({ "id": id })), json!([]));
}
