//! Handing over and what comes after: the file for mail programs with what goes along, read by somebody else's program (MC43); an
//! answer that is hoped for, and the letter that follows up; a call that is offered; the letter on paper.

use mail_parser::{MessageParser, MimeHeaders};
use rapport_acceptance::{Desk, NOW, paper};
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

const DAY: i64 = 86_400_000;

fn begun(desk: &Desk, kind: &str) -> Value {
    let mut settings = desk.call("settings", "get", json!(null));
    settings["sender"] =
        json!({ "name": "Zoë Łukasz", "email": "zoe@firm.example", "organisation": "Firm", "solo": false });
    desk.call("settings", "save", settings);
    let reaches = json!([
        { "kind": "email", "value": "marisol@cafe.example" },
        { "kind": "address", "value": "Calle 5 de Mayo 12, 68000 Oaxaca, México" },
    ]);
    let person = desk.call("people", "create", json!({
        "name": "Marisol Reyes Ibarra", "given": "Marisol", "language": "en", "reaches": reaches, "roles": [{ "organisation": "Café Trópico" }]
    }));
    let letter = desk.call("drafts", "start", json!({ "person": person["row"]["id"], "kind": kind }));
    let text = "Dear Marisol,\n\nthe offer is attached – 100 % & more.\nShall we speak on Thursday?\n\nWarmly,\nZoë";
    desk.call(
        "drafts",
        "save",
        json!({ "id": letter["row"]["id"], "subject": "Después de la cosecha — 您好", "text": text }),
    )
}

fn attach(desk: &Desk, letter: &Value, name: &str, bytes: &[u8]) -> Value {
    let base64 = data_encoding::BASE64.encode(bytes);
    desk.call("drafts", "attach", json!({ "draft": letter["row"]["id"], "name": name, "base64": base64 }))
}

/// What Python's `email` reads in a message; nothing where there is no Python.
fn read_by_python(message: &[u8]) -> Option<Value> {
    const READ: &str = "
import sys, json, email, email.policy
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
files = [[p.get_filename(), p.get_content_type(), p.get_payload(decode=True).hex()] for p in m.iter_attachments()]
print(json.dumps({'to': m['To'].addresses[0].addr_spec, 'name': m['To'].addresses[0].display_name, 'from': m['From'].addresses[0].display_name,
  'subject': m['Subject'], 'unsent': m['X-Unsent'], 'date': m['Date'], 'id': m['Message-ID'], 'text': m.get_body(('plain',)).get_content(),
  'files': files, 'faults': [str(d) for p in m.walk() for d in p.defects]}))
";
    let child = Command::new("python3").args(["-I", "-c", READ]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.ok()?;
    child.stdin.take()?.write_all(message).ok()?;
    let out = child.wait_with_output().ok()?;
    serde_json::from_slice(&out.stdout).ok()
}

#[test]
fn the_file_with_what_goes_along_is_read_by_other_programs() {
    let desk = Desk::new();
    let letter = begun(&desk, "checkIn");
    let bytes: Vec<u8> = (0..=255).cycle().take(5_000).collect();
    attach(&desk, &letter, "../Angebot für Łukasz.pdf", &bytes);
    let with = attach(&desk, &letter, "notes.txt", b"one\r\ntwo\r\n");
    assert_eq!(with["attachments"].as_array().unwrap().len(), 2);
    let coached =
        desk.call("drafts", "coach", json!({ "id": letter["row"]["id"], "subject": "Offer", "text": with["text"] }));
    let about_files = |f: &Value| f["id"] == "MC43" && f["variant"] == "attachment";
    assert!(
        !coached["findings"].as_array().unwrap().iter().any(about_files),
        "MC43: what is enclosed is there: {coached}"
    );

    let by_mail =
        desk.call("drafts", "handOver", json!({ "id": letter["row"]["id"], "way": "mailto", "reason": "a test" }));
    assert_eq!(
        (&by_mail["mailto"], &by_mail["draft"]["row"]["status"]),
        (&json!(null), &json!("writing")),
        "an address carries no files"
    );
    let handed =
        desk.call("drafts", "handOver", json!({ "id": letter["row"]["id"], "way": "eml", "reason": "a test" }));
    let eml = data_encoding::BASE64.decode(handed["eml"].as_str().unwrap().as_bytes()).unwrap();

    let parsed = MessageParser::new().parse(&eml).unwrap();
    assert_eq!(parsed.attachment_count(), 2);
    assert_eq!(parsed.attachment(0).unwrap().attachment_name(), Some("Angebot für Łukasz.pdf"));
    assert_eq!(parsed.attachment(0).unwrap().contents(), bytes);
    let Some(read) = read_by_python(&eml) else { return };
    assert_eq!(read["faults"], json!([]), "{read}");
    assert_eq!(
        (&read["to"], &read["name"], &read["from"]),
        (&json!("marisol@cafe.example"), &json!("Marisol Reyes Ibarra"), &json!("Zoë Łukasz"))
    );
    assert_eq!((&read["subject"], &read["unsent"]), (&json!("Después de la cosecha — 您好"), &json!("1")));
    assert_eq!((&read["date"], &read["id"]), (&json!(null), &json!(null)), "the mail program dates it");
    assert_eq!(read["text"].as_str().unwrap().replace("\r\n", "\n").trim_end(), with["text"].as_str().unwrap());
    let hex = data_encoding::HEXLOWER.encode(&bytes);
    assert_eq!(read["files"][0], json!(["Angebot für Łukasz.pdf", "application/pdf", hex]));
    assert_eq!(read["files"][1], json!(["notes.txt", "text/plain", data_encoding::HEXLOWER.encode(b"one\r\ntwo\r\n")]));
}

#[test]
fn files_have_their_limits_and_go_with_their_letter() {
    let desk = Desk::new();
    let letter = begun(&desk, "checkIn");
    let refused = |base64: &str| {
        desk.attempt("drafts", "attach", json!({ "draft": letter["row"]["id"], "name": "a.pdf", "base64": base64 }))
            .unwrap_err()
    };
    assert_eq!(refused("%%%").details["field"], "base64");
    assert_eq!(refused("").details["field"], "file");
    assert_eq!(refused(&"AAAA".repeat(3_600_000)).code, Code::TooLarge);
    let with = attach(&desk, &letter, "a.pdf", b"%PDF");
    let gone = desk.call("drafts", "detach", json!({ "id": with["attachments"][0]["id"] }));
    assert_eq!(gone["attachments"], json!([]));
    attach(&desk, &letter, "a.pdf", b"%PDF");
    desk.call("drafts", "remove", json!({ "id": letter["row"]["id"] }));
    desk.call("vault", "undo", json!({}));
    let back = desk.call("drafts", "get", json!({ "id": letter["row"]["id"] }));
    assert_eq!(back["attachments"][0]["name"], "a.pdf", "undo brings it back with its letter");
}

#[test]
fn an_answer_is_hoped_for_and_an_answer_ends_it() {
    let desk = Desk::new();
    let letter = begun(&desk, "checkIn");
    let id = letter["row"]["id"].clone();
    let get = || desk.call("drafts", "get", json!({ "id": id }));
    desk.call("drafts", "handOver", json!({ "id": id, "way": "copy", "reason": "a test" }));
    desk.call("drafts", "went", json!({ "id": id }));
    assert_eq!(get()["row"]["answerBy"], "2026-11-30", "five working days after a Monday");
    assert_eq!(desk.call("drafts", "unanswered", json!(null)), json!([]));
    desk.clock.advance(7 * DAY);
    let waits = desk.call("drafts", "unanswered", json!(null));
    assert_eq!(
        (&waits[0]["id"], &waits[0]["person"]["name"], &waits[0]["wentAt"]),
        (&id, &json!("Marisol Reyes Ibarra"), &json!(NOW))
    );
    // Another day, or none.
    desk.call("drafts", "answerBy", json!({ "id": id, "day": "2026-12-15" }));
    assert_eq!(desk.call("drafts", "unanswered", json!(null)), json!([]));
    desk.call("drafts", "answerBy", json!({ "id": id, "day": "2026-11-27" }));
    assert_eq!(desk.attempt("drafts", "answerBy", json!({ "id": id, "day": "soon" })).unwrap_err().code, Code::Invalid);
    // Our own next letter is no answer; what follows it up takes it off the list.
    let person = letter["row"]["person"]["id"].clone();
    desk.call("touchpoints", "log", json!({ "people": [person], "channel": "email", "direction": "outbound" }));
    assert_eq!(desk.call("drafts", "unanswered", json!(null)).as_array().unwrap().len(), 1);
    let next = desk.call("drafts", "start", json!({ "person": person, "kind": "checkIn", "follows": id }));
    assert_eq!((&next["follows"], desk.call("drafts", "unanswered", json!(null))), (&id, json!([])));
    desk.call("drafts", "remove", json!({ "id": next["row"]["id"] }));
    assert_eq!(desk.call("drafts", "unanswered", json!(null)).as_array().unwrap().len(), 1);
    desk.clock.advance(1000);
    desk.call(
        "touchpoints",
        "log",
        json!({ "people": [person], "channel": "phone", "direction": "inbound", "text": "All is well" }),
    );
    assert_eq!(desk.call("drafts", "unanswered", json!(null)), json!([]), "they answered");
    assert!(get()["row"]["answeredAt"].is_i64());

    let thanks = begun(&desk, "thankYou")["row"]["id"].clone();
    desk.call("drafts", "went", json!({ "id": thanks }));
    assert_eq!(
        desk.call("drafts", "get", json!({ "id": thanks }))["row"]["answerBy"],
        json!(null),
        "thanks ask for nothing"
    );
}

#[test]
fn a_call_is_offered_as_an_appointment() {
    let desk = Desk::new();
    let letter = begun(&desk, "checkIn");
    let offer = |at: i64, title: &str| {
        desk.attempt(
            "drafts",
            "offerCall",
            json!({ "draft": letter["row"]["id"], "at": at, "minutes": 20, "title": title }),
        )
    };
    assert_eq!(offer(NOW - DAY, "A call").unwrap_err().details["why"], "past");
    assert_eq!(offer(NOW + DAY, " ").unwrap_err().details["field"], "title");
    let with = offer(NOW + DAY, "A call about the offer").unwrap();
    assert_eq!(with["attachments"][0]["name"], "call-2026-11-24.ics");
    assert_eq!(with["attachments"][0]["mime"], "text/calendar");
    let handed =
        desk.call("drafts", "handOver", json!({ "id": letter["row"]["id"], "way": "eml", "reason": "a test" }));
    let eml = data_encoding::BASE64.decode(handed["eml"].as_str().unwrap().as_bytes()).unwrap();
    let parsed = MessageParser::new().parse(&eml).unwrap();
    let file = String::from_utf8(parsed.attachment(0).unwrap().contents().to_vec()).unwrap();
    assert!(
        file.contains("DTSTART:20261124T090000Z\r\n") && file.contains("SUMMARY:A call about the offer\r\n"),
        "{file}"
    );
}

#[test]
fn the_letter_on_paper_has_its_address_and_every_word() {
    let desk = Desk::new();
    let letter = begun(&desk, "checkIn");
    let path = desk.dir.path().join("letter.pdf");
    let sheet = json!({
        "what": { "kind": "letter", "draft": letter["row"]["id"] }, "format": "pdf", "path": path.to_str().unwrap()
    });
    let refused = desk.attempt("press", "printLetter", sheet.clone()).unwrap_err();
    assert_eq!(refused.details["why"], "notHandedOver", "paper is no way past the coach");
    let handed =
        desk.call("drafts", "handOver", json!({ "id": letter["row"]["id"], "way": "print", "reason": "a test" }));
    assert_eq!(handed["draft"]["row"]["status"], "handedOver");
    let printed = desk.call("press", "printLetter", sheet);
    assert_eq!((&printed["pages"], &printed["hidden"]), (&json!(1), &json!(0)), "whole names: it goes to them");
    let text = paper::text_of(std::fs::read(&path).unwrap());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Marisol Reyes Ibarra",
        "68000 Oaxaca",
        "Café Trópico",
        "23 November 2026",
        "Shall we speak on Thursday?",
        "Warmly,",
    ] {
        assert!(text.contains(said), "{said:?} in {text}");
    }
}
