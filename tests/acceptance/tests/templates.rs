//! Templates: what may stand in them, their texts for other ways, their versions, and letters filled again.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn quiet_person(desk: &Desk) -> String {
    let mut settings = desk.call("settings", "get", json!(null));
    settings["sender"] = json!({ "name": "Ana Vidal", "email": "ana@firm.example", "phone": "+44 20 7946 0000" });
    desk.call("settings", "save", settings);
    let person = desk.call("people", "create", json!({
        "name": "Marisol Reyes Ibarra", "given": "Marisol", "family": "Reyes Ibarra", "language": "en",
        "reaches": [{ "kind": "email", "value": "marisol@cafe.example" }], "roles": [{ "organisation": "Café Trópico" }]
    }));
    person["row"]["id"].as_str().expect("an id").to_owned()
}

fn draft(desk: &Desk, person: &str) -> Value {
    desk.call("drafts", "start", json!({ "person": person, "kind": "checkIn" }))
}

/// Only what may be mentioned reaches a letter: flag, where it comes from, and their word (MC18, MC22, M225).
#[test]
fn only_fields_that_may_be_mentioned_reach_a_letter() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let field = |input: Value, value: &str| {
        let all = desk.call("people", "saveField", input.clone());
        let made = all.as_array().unwrap().iter().find(|f| f["name"] == input["name"]).unwrap().clone();
        desk.call("people", "setField", json!({ "person": person, "field": made["id"], "value": value }));
        made
    };
    let roast = field(json!({ "name": "Röstung, liebste", "mention": true, "origin": "told" }), "Oaxaca");
    assert_eq!(roast["word"], "rostung_liebste");
    let silent = field(json!({ "name": "Shoes" }), "42");
    assert_eq!((silent["mention"].as_bool(), silent["word"].as_str()), (Some(false), Some("")));
    field(json!({ "name": "Health", "mention": true, "sensitive": true, "origin": "told" }), "coeliac disease");
    field(json!({ "name": "Fleet", "origin": "bought" }), "forty vans");
    field(json!({ "name": "Aims", "mention": true, "goals": true }), "close the month in one day\ndrop the ledger");
    let bought = desk.attempt("people", "saveField", json!({ "name": "Rumour", "origin": "bought", "mention": true }));
    assert_eq!(bought.unwrap_err().code, Code::Invalid);
    let says = |body: &str| {
        let tried = json!({ "subject": "", "body": body, "language": "en", "person": person });
        let tried = desk.call("drafts", "tryTemplate", tried);
        tried["fault"]["problem"]["field"]
            .as_str()
            .map_or_else(|| tried["text"].clone(), |field| format!("no {field}").into())
    };
    assert_eq!(
        says("{{ custom.rostung_liebste }}, {{ goals|list_and }}"),
        "Oaxaca, close the month in one day and drop the ledger"
    );
    assert_eq!(says("{{ custom.shoes }}"), "no custom.shoes");
    assert_eq!(says("{{ custom.fleet }}"), "no custom.fleet");
    assert_eq!(says("{{ custom.health }}"), "no custom.health");
    desk.call("people", "saveField", json!({ "id": roast["id"], "name": "Roast" }));
    assert_eq!(says("{{ custom.rostung_liebste }}"), "Oaxaca", "templates find it by the same word");

    let id = draft(&desk, &person)["row"]["id"].clone();
    let text = "Dear Marisol,\n\nwith coeliac disease and forty vans, does Friday suit you?\n\nBest wishes,\nAna";
    let found = || {
        let report = desk.call("drafts", "coach", json!({ "id": id, "subject": "Friday", "text": text }));
        let all = report["findings"].as_array().unwrap().clone();
        ["MC18", "MC22"]
            .map(|check| all.iter().find(|f| f["id"] == check).map(|f| f["level"].as_str().unwrap().to_owned()))
    };
    assert_eq!(found(), [Some("stop".into()), Some("warn".into())]);
    desk.call(
        "consent",
        "say",
        json!({ "person": person, "channel": "sensitive", "state": "agreed", "how": "asked her" }),
    );
    assert_eq!(found(), [None, Some("warn".into())]);
    assert_eq!(says("{{ custom.health }}"), "coeliac disease");
    desk.call("consent", "say", json!({ "person": person, "channel": "sensitive", "state": "optedOut" }));
    assert_eq!(says("{{ custom.health }}"), "no custom.health");

    assert_eq!(says("{% if owed %}{{ owed }}{% else %}nothing{% endif %}"), "nothing");
    desk.call(
        "promises",
        "add",
        json!({ "text": "Send the guide", "due": "2026-12-04", "person": person, "promised": true }),
    );
    desk.call("promises", "add", json!({ "text": "Ask Oskar what she earns", "person": person }));
    assert_eq!(says("{{ owed }}"), "send the guide");
}

/// Why one writes stands in the letter (M176, M226), and the letter remembers it and its template.
#[test]
fn a_letter_says_why_it_is_written() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let all = desk.call("drafts", "templates", json!(null));
    let asks = |key: &str| all.as_array().unwrap().iter().find(|t| t["key"] == key).unwrap()["asksReason"].clone();
    assert_eq!((asks("thank-you-1.en"), asks("check-in-1.en")), (json!(true), json!(false)));
    let input = json!({ "person": person, "kind": "thankYou", "reason": "  putting us in touch with Inés " });
    let draft = desk.call("drafts", "start", input.clone());
    assert!(draft["text"].as_str().unwrap().contains("putting us in touch with Inés"), "{draft}");
    let long = json!({ "person": person, "kind": "thankYou", "reason": "x".repeat(3000) });
    assert_eq!(desk.attempt("drafts", "start", long).unwrap_err().code, Code::TooLarge);
}

/// A template of the user's own with that text; answers its key.
fn template(desk: &Desk, body: &str) -> String {
    let input = json!({ "kind": "checkIn", "language": "en", "title": "Ours", "subject": "For {{ person.given }}", "body": body,
        "variants": [{ "channel": "social", "body": "Hi {{ person.given }}!" }, { "channel": "chat", "body": " " }] });
    let saved = desk.call("drafts", "saveTemplate", input);
    assert!(saved["problem"].is_null(), "{saved}");
    saved["templates"].as_array().unwrap().iter().find(|t| t["own"] == true).unwrap()["key"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Row M042: one template, another text for another way, and how much fits there.
#[test]
fn a_template_says_something_else_on_another_way() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let key = template(&desk, "Dear {{ person.given }},\n\nhow are things?");
    let start = |channel: &str| {
        let input = json!({ "person": person, "kind": "checkIn", "template": key, "channel": channel });
        desk.call("drafts", "start", input)
    };
    let (mail, post) = (start("email"), start("social"));
    assert_eq!((&mail["text"], &mail["limit"]), (&json!("Dear Marisol,\n\nhow are things?"), &json!(null)));
    assert_eq!(
        (&post["text"], &post["row"]["subject"], &post["limit"]),
        (&json!("Hi Marisol!"), &json!(""), &json!(280))
    );
    let broken = json!({ "id": key, "kind": "checkIn", "language": "en", "title": "Ours", "subject": "", "body": "x",
        "variants": [{ "channel": "post", "body": "{{ person.naem }}" }] });
    let refused = desk.call("drafts", "saveTemplate", broken);
    assert_eq!((&refused["problem"]["field"], &refused["problemOn"]), (&json!("person.naem"), &json!("post")));
    let tried = json!({ "subject": "", "body": "x", "language": "en", "channel": "chat" });
    assert_eq!(desk.call("drafts", "tryTemplate", tried)["limit"], 459);
}

/// Row M119: what a template said before is kept, a letter knows its version, and filled again it keeps what was typed.
#[test]
fn a_letter_is_filled_again_from_a_newer_version_and_keeps_what_was_typed() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let old = "Dear {{ person.given }},\n\nhow are things?\n\n{{ reason|default(\"Nothing is urgent.\") }}\n\nAna";
    let key = template(&desk, old);
    let draft = desk.call("drafts", "start", json!({ "person": person, "kind": "checkIn", "template": key }));
    let id = draft["row"]["id"].clone();
    let of = |draft: &Value| {
        (draft["made"]["version"].clone(), draft["made"]["newest"].clone(), draft["made"]["title"].clone())
    };
    assert_eq!(of(&draft), (json!(1), json!(1), json!("Ours")));
    let typed = "Dear Marisol,\n\nhow are things in Oaxaca?\n\nNothing is urgent.\n\nP. S. Elena says hello.\n\nAna";
    desk.call("drafts", "save", json!({ "id": id, "text": typed }));

    let save = |body: &str| {
        let input = json!({ "id": key, "kind": "checkIn", "language": "en", "title": "Ours", "subject": "For {{ person.given }}", "body": body });
        desk.call("drafts", "saveTemplate", input)
    };
    save(old);
    let versions = || desk.call("drafts", "templateVersions", json!({ "id": key }));
    assert_eq!(versions(), json!([]), "saved as it was: no other version");
    save(&old.replace("Dear", "Hello"));
    assert_eq!((&versions()[0]["version"], &versions()[0]["body"]), (&json!(1), &json!(old)));
    assert_eq!(versions()[0]["variants"][0]["channel"], "social", "what was left out stayed");
    assert_eq!(of(&desk.call("drafts", "get", json!({ "id": id }))), (json!(1), json!(2), json!("Ours")));

    desk.call("people", "edit", json!({ "id": person, "given": "Marisól" }));
    let again = desk.call("drafts", "refill", json!({ "id": id, "reason": "The grinder is here." }));
    assert_eq!(
        again["draft"]["text"],
        "Hello Marisól,\n\nhow are things in Oaxaca?\n\nThe grinder is here.\n\nP. S. Elena says hello.\n\nAna"
    );
    assert_eq!(
        (of(&again["draft"]), &again["draft"]["made"]["reason"]),
        ((json!(2), json!(2), json!("Ours")), &json!("The grinder is here."))
    );
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("drafts", "get", json!({ "id": id }))["text"], typed);
    save("Dear {{ person.role }},");
    let problem = desk.call("drafts", "refill", json!({ "id": id }))["problem"].clone();
    assert_eq!((&problem["kind"], &problem["field"]), (&json!("missingField"), &json!("person.role")));
    desk.call("drafts", "handOver", json!({ "id": id, "way": "copy", "reason": "a test" }));
    assert_eq!(desk.attempt("drafts", "refill", json!({ "id": id })).unwrap_err().code, Code::Invalid);
    desk.call("drafts", "removeTemplate", json!({ "id": key }));
    assert_eq!(desk.call("drafts", "get", json!({ "id": id }))["made"]["title"], "", "it is gone, the letter stays");
    desk.call("vault", "undo", json!({}));
    assert_eq!(versions().as_array().unwrap().len(), 2, "and comes back with what it said before");
}
