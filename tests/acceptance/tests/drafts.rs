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
