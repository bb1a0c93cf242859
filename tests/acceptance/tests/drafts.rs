//! A check-in from Today to the timeline: begun, coached, handed over, confirmed. Nothing goes by itself.

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn quiet_person(desk: &Desk) -> String {
    let mut settings = desk.call("settings", "get", json!(null));
    settings["sender"] =
        json!({ "name": "Ana Vidal", "email": "ana@firm.example", "organisation": "Firm", "solo": false });
    desk.call("settings", "save", settings);
    let person = desk.call("people", "create", json!({
        "name": "Marisol Reyes Ibarra", "given": "Marisol", "family": "Reyes Ibarra", "language": "en", "note": "Allergic to nuts",
        "reaches": [{ "kind": "email", "value": "marisol@cafe.example" }], "roles": [{ "organisation": "Café Trópico" }]
    }));
    let id = person["row"]["id"].as_str().expect("an id").to_owned();
    desk.call(
        "touchpoints",
        "log",
        json!({ "people": [id], "channel": "phone", "title": "Renewal call", "felt": -1,
        "text": "secret: she is thinking of leaving", "at": rapport_acceptance::NOW - 61 * 86_400_000_i64 }),
    );
    id
}

fn draft(desk: &Desk, person: &str) -> Value {
    desk.call("drafts", "start", json!({ "person": person, "kind": "checkIn" }))
}

#[test]
fn a_check_in_goes_from_today_to_the_timeline() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    assert_eq!(desk.call("care", "today", json!({}))["items"].as_array().unwrap().len(), 1);
    let draft = draft(&desk, &person);
    let text = draft["text"].as_str().unwrap();
    assert!(text.starts_with("Dear Marisol,") && text.contains("renewal call") && text.ends_with("Ana"), "{text}");
    assert!(!text.contains("secret") && !text.contains("nuts"), "no note may stand in a letter");
    let id = draft["row"]["id"].clone();
    let report = desk.call("drafts", "coach", json!({ "id": id, "subject": draft["row"]["subject"], "text": text }));
    assert!(report["findings"].as_array().unwrap().iter().all(|f| f["level"] != "stop"), "{report}");

    let handed = desk.call("drafts", "handOver", json!({ "id": id, "way": "mailto" }));
    assert!(handed["mailto"].as_str().unwrap().starts_with("mailto:marisol@cafe.example?subject="));
    assert_eq!(handed["draft"]["row"]["status"], "handedOver");
    assert_eq!(desk.call("care", "today", json!({}))["items"].as_array().unwrap().len(), 1, "handed over is not sent");
    let touch = desk.call("drafts", "went", json!({ "id": id }));
    assert_eq!(
        (touch["channel"].as_str(), touch["purpose"].as_str(), touch["text"].as_str()),
        (Some("email"), Some("checkIn"), Some(text))
    );
    assert_eq!(
        desk.call("care", "today", json!({}))["items"].as_array().unwrap().len(),
        0,
        "and the person leaves Today"
    );
    assert_eq!(desk.attempt("drafts", "went", json!({ "id": id })).unwrap_err().code, Code::Invalid);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("drafts", "get", json!({ "id": id }))["row"]["status"], "handedOver");
    assert_eq!(desk.call("touchpoints", "timeline", json!({ "person": person }))["total"], 1);
}

#[test]
fn somebody_who_opted_out_is_never_written_to_without_a_reason() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    desk.call(
        "consent",
        "say",
        json!({ "person": person, "channel": "email", "state": "optedOut", "how": "by phone" }),
    );
    let id = draft(&desk, &person)["row"]["id"].clone();
    for way in ["mailto", "eml", "copy"] {
        let error = desk.attempt("drafts", "handOver", json!({ "id": id, "way": way })).unwrap_err();
        assert_eq!(error.code, Code::OptedOut, "{way}");
    }
    desk.call("drafts", "handOver", json!({ "id": id, "way": "copy", "reason": "answers her own question of today" }));
}

#[test]
fn a_placeholder_or_a_wrong_name_stops_the_letter() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let id = draft(&desk, &person)["row"]["id"].clone();
    for text in ["Dear [NAME],\n\nhow are you?\n\nAna", "Dear Marisal,\n\nHow are you? Let me know.\n\nAna Vidal"] {
        desk.call("drafts", "save", json!({ "id": id, "text": text }));
        let error = desk.attempt("drafts", "handOver", json!({ "id": id, "way": "copy" })).unwrap_err();
        assert_eq!((error.code, error.details["field"].as_str()), (Code::Invalid, Some("letter")), "{text}");
    }
}

#[test]
fn the_file_for_mail_programs_is_read_by_another_parser() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let id = draft(&desk, &person)["row"]["id"].clone();
    desk.call("drafts", "save", json!({ "id": id, "subject": "Grüße nach Oaxaca – ¿qué tal?" }));
    let handed = desk.call("drafts", "handOver", json!({ "id": id, "way": "eml" }));
    let bytes = data_encoding::BASE64.decode(handed["eml"].as_str().unwrap().as_bytes()).unwrap();
    let mail = mail_parser::MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(mail.subject(), Some("Grüße nach Oaxaca – ¿qué tal?"));
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("marisol@cafe.example"));
    assert!(mail.body_text(0).unwrap().starts_with("Dear Marisol,"));
    assert!(mail.header_raw("X-Unsent").is_some() && mail.date().is_none());
}

#[test]
fn own_templates_are_checked_before_they_are_kept() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let input = |body: &str| json!({ "kind": "thankYou", "language": "en", "title": "After a visit", "subject": "Thank you", "body": body });
    let refused = desk.call("drafts", "saveTemplate", input("Dear {{ person.given }"));
    assert!(refused["problem"].is_object());
    let saved = desk.call(
        "drafts",
        "saveTemplate",
        input("Dear {{ person.given }},\n\nthank you for {{ reason|default(\"your time\") }}."),
    );
    assert!(saved["problem"].is_null());
    let own = saved["templates"].as_array().unwrap().iter().find(|t| t["own"] == true).unwrap();
    let filled = desk.call("drafts", "fill", json!({ "person": person, "template": own["key"] }));
    assert_eq!(filled["text"], "Dear Marisol,\n\nthank you for your time.");
    assert_eq!(filled["spans"].as_array().unwrap().len(), 2);
}

#[test]
fn letters_are_found_by_their_words() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let id = draft(&desk, &person)["row"]["id"].clone();
    desk.call("drafts", "save", json!({ "id": id, "text": "Dear Marisol, the espresso machine arrives on Monday." }));
    let hits = desk.call("search", "find", json!({ "text": "espresso" }));
    assert_eq!(hits["hits"][0]["kind"], "draft");
    desk.call("drafts", "remove", json!({ "id": id }));
    assert!(desk.call("search", "find", json!({ "text": "espresso" }))["hits"].as_array().unwrap().is_empty());
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_template_is_tried_before_it_is_saved() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let attempt = |subject: &str, body: &str, person: Value| {
        desk.call(
            "drafts",
            "tryTemplate",
            json!({ "subject": subject, "body": body, "language": "en", "person": person }),
        )
    };
    let good = "Dear {{ person.given|default(\"friend\") }} in {{ organisation }},";
    let tried = attempt("Hello {{ person.given }}", good, json!(person));
    assert_eq!((&tried["subject"], &tried["text"]), (&json!("Hello Marisol"), &json!("Dear Marisol in Café Trópico,")));
    assert_eq!(tried["spans"][0]["field"], "person.given");
    assert_eq!(attempt("", good, json!(null))["fault"], json!(null), "without a person only the form counts");

    let fault = attempt("Hello", "Dear\n{{ person.role }},", json!(person))["fault"].clone();
    assert_eq!((&fault["part"], &fault["problem"]["kind"]), (&json!("body"), &json!("missingField")));
    assert_eq!((&fault["problem"]["field"], &fault["problem"]["line"]), (&json!("person.role"), &json!(2)));
    let fault = attempt("{{ person.naem }}", "{{ broken", json!(person))["fault"].clone();
    assert_eq!((&fault["part"], &fault["problem"]["kind"]), (&json!("subject"), &json!("unknownField")));
    assert_eq!(attempt("", "{{ person.given", json!(null))["fault"]["problem"]["kind"], "syntax");
    assert_eq!(
        desk.call("drafts", "templates", json!(null)).as_array().unwrap().iter().filter(|t| t["own"] == true).count(),
        0
    );
}

/// What the coach says of a text for a letter, check by check.
fn said(desk: &Desk, id: &Value, text: &str) -> Vec<(String, String)> {
    let report = desk.call("drafts", "coach", json!({ "id": id, "subject": "The invoices", "text": text }));
    let findings = report["findings"].as_array().unwrap();
    let of = |found: &Value, key: &str| found[key].as_str().unwrap().to_owned();
    findings.iter().map(|found| (of(found, "id"), of(found, "level"))).collect()
}

fn has(said: &[(String, String)], id: &str, level: &str) -> bool {
    said.iter().any(|(check, weight)| check == id && weight == level)
}

#[test]
fn a_letter_is_compared_with_the_book() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let other = desk.call(
        "people",
        "create",
        json!({ "name": "Oskar Lindqvist", "given": "Oskar", "family": "Lindqvist", "roles": [{ "organisation": "Nordic Roasters" }] }),
    );
    let id = draft(&desk, &person)["row"]["id"].clone();
    // MC05: somebody else in the greeting stops it, in the text it is looked at.
    let greeted = said(&desk, &id, "Dear Oskar,\n\nhow are the invoices?\n\nAna");
    assert!(has(&greeted, "MC05", "stop") && !has(&greeted, "MC03", "warn"), "{greeted:?}");
    let named = said(&desk, &id, "Dear Marisol,\n\nOskar Lindqvist of Nordic Roasters asked for you.\n\nAna");
    assert_eq!(named.iter().filter(|(check, _)| check == "MC05").count(), 2, "{named:?}");
    // Whoever is new in the book is known at once.
    desk.call("people", "create", json!({ "name": "Priya Deshmukh", "given": "Priya", "family": "Deshmukh" }));
    assert!(has(&said(&desk, &id, "Dear Priya,\n\nhow are things?\n\nAna"), "MC05", "stop"));
    // MC31: the last exchange felt bad, and the letter does not know. MC29: nothing in it is hers.
    let blind = said(&desk, &id, "Dear Marisol,\n\nthe sun shines on our street.\n\nAna");
    assert!(has(&blind, "MC31", "warn") && has(&blind, "MC29", "warn"), "{blind:?}");
    let knowing =
        said(&desk, &id, "Dear Marisol,\n\nI keep thinking of our renewal talk. Was the secret a good one?\n\nAna");
    assert!(!has(&knowing, "MC31", "warn") && !has(&knowing, "MC29", "warn"), "{knowing:?}");
    // MC12: what is overdue is spoken of. MC47: what is internal is not.
    let owed = json!({ "text": "Send the catalogue", "due": "2026-11-02", "person": person, "promised": true });
    desk.call("promises", "add", owed);
    assert!(has(&said(&desk, &id, "Dear Marisol,\n\nhow are things?\n\nAna"), "MC12", "warn"));
    assert!(!has(&said(&desk, &id, "Dear Marisol,\n\nthe catalogue is late.\n\nAna"), "MC12", "warn"));
    desk.call("people", "edit", json!({ "id": person, "note": "Kind.\nInternal: pays her bills very late" }));
    assert!(has(&said(&desk, &id, "Dear Marisol,\n\nwho pays her bills very late?\n\nAna"), "MC47", "stop"));
    // MC46 and MC30: what was sent to her, and what goes to another as well.
    let text = "Dear Marisol,\n\nthe new grinder is here, and it is much quieter than the old one ever was. Shall we show it to you on Friday at ten, or is next week better?\n\nWarmly,\nAna";
    desk.call("drafts", "save", json!({ "id": id, "text": text }));
    let theirs = draft(&desk, other["row"]["id"].as_str().unwrap())["row"]["id"].clone();
    let same = said(&desk, &theirs, &text.replace("Marisol", "Oskar"));
    assert!(has(&same, "MC30", "warn"), "{same:?}");
    desk.call("drafts", "handOver", json!({ "id": id, "way": "copy", "reason": "a test" }));
    desk.call("drafts", "went", json!({ "id": id }));
    let again = draft(&desk, &person)["row"]["id"].clone();
    assert!(has(&said(&desk, &again, text), "MC46", "warn"));
}

#[test]
fn a_check_keeps_quiet_where_it_is_told_to_and_a_stop_never() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let id = draft(&desk, &person)["row"]["id"].clone();
    let text = "Dear Marisol,\n\nwe have a renewal secret: it is your last chance. {{ x }}\n\nAna";
    assert!(has(&said(&desk, &id, text), "MC39", "hint"));
    let kind = desk.call("drafts", "keepQuiet", json!({ "check": "MC39", "kind": "thankYou" }));
    assert!(has(&said(&desk, &id, text), "MC39", "hint"), "another kind");
    desk.call("drafts", "speakAgain", json!({ "id": kind[0]["id"] }));
    let always = desk.call("drafts", "keepQuiet", json!({ "check": "MC39" }));
    assert_eq!(desk.call("drafts", "keepQuiet", json!({ "check": "MC39", "kind": "checkIn" })), always, "said already");
    assert!(!has(&said(&desk, &id, text), "MC39", "hint"));
    desk.call("vault", "undo", json!({}));
    assert!(has(&said(&desk, &id, text), "MC39", "hint"), "undone");
    desk.call("drafts", "keepQuiet", json!({ "check": "MC01" }));
    assert!(has(&said(&desk, &id, text), "MC01", "stop"), "a stop is always said");
    // Past a stop only with a reason, and the reason stays with the letter.
    desk.call("drafts", "save", json!({ "id": id, "text": text }));
    assert!(desk.attempt("drafts", "handOver", json!({ "id": id, "way": "copy", "reason": "  " })).is_err());
    desk.call("drafts", "handOver", json!({ "id": id, "way": "copy", "reason": "she knows our marks" }));
    assert_eq!(desk.call("drafts", "get", json!({ "id": id }))["overrideReason"], "she knows our marks");
}

#[test]
fn a_rule_of_the_voice_is_saved_when_its_examples_hold_and_read_by_the_coach() {
    let desk = Desk::new();
    let person = quiet_person(&desk);
    let rule = |bad: &str, good: &str| json!({ "rule": { "kind": "substitution", "words": ["clients"], "wanted": "guests", "message": "We have guests.", "bad": [bad], "good": [good] } });
    let refused = desk.call("drafts", "saveVoiceRule", rule("our guests", "our clients"));
    assert_eq!(refused["failed"].as_array().unwrap().len(), 2);
    assert_eq!(refused["sheet"]["rules"].as_array().unwrap().len(), 0);
    let saved = desk.call("drafts", "saveVoiceRule", rule("our clients", "our guests"));
    assert_eq!(saved["failed"].as_array().unwrap().len(), 0);
    assert_eq!(
        desk.attempt("drafts", "saveVoiceRule", json!({ "rule": { "words": ["x"] } })).unwrap_err().code,
        Code::Invalid
    );
    let id = draft(&desk, &person)["row"]["id"].clone();
    assert!(has(&said(&desk, &id, "Dear Marisol,\n\nall our clients renewed.\n\nAna"), "MC37", "hint"));
    desk.call("drafts", "removeVoiceRule", json!({ "id": saved["sheet"]["rules"][0]["id"] }));
    assert!(!has(&said(&desk, &id, "Dear Marisol,\n\nall our clients renewed.\n\nAna"), "MC37", "hint"));
}
