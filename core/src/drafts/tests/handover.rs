//! Handing over: what a mail program reads is what was written, and nothing can be slipped in.

use crate::drafts::handover::{Handover, eml, mailto, plain_text};
use crate::error::Code;
use mail_parser::{Message, MessageParser, MimeHeaders};
use proptest::prelude::*;

fn letter() -> Handover {
    Handover {
        to_name: "Marisol Reyes Ibarra".into(),
        to: "marisol@cafetropico.example".into(),
        from_name: "Zoë Łukasz, “Linden” <x>".into(),
        from: "zoe@linden.example".into(),
        subject: "Después de la cosecha — 您好 & más?".into(),
        text: "Dear Marisol,\n\nthe line is back – 100% & more?\nA “quote”, a tab\tand 😀.\n\nWarmly,\nZoë".into(),
        files: Vec::new(),
    }
}

fn parse(file: &[u8]) -> Message<'_> {
    MessageParser::new().parse(file).expect("a message")
}

#[test]
fn a_file_reads_back_as_it_was_written() {
    let letter = letter();
    let file = eml(&letter).expect("a file");
    let message = parse(&file);
    let to = message.to().and_then(|to| to.first()).expect("to");
    let from = message.from().and_then(|from| from.first()).expect("from");
    assert_eq!((to.name(), to.address()), (Some(letter.to_name.as_str()), Some(letter.to.as_str())));
    assert_eq!((from.name(), from.address()), (Some(letter.from_name.as_str()), Some(letter.from.as_str())));
    assert_eq!(message.subject(), Some(letter.subject.as_str()));
    assert_eq!(message.body_text(0).expect("text").replace("\r\n", "\n").trim_end(), letter.text);
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    let content = message.content_type().expect("a type");
    assert_eq!(
        (content.ctype(), content.subtype(), content.attribute("charset")),
        ("text", Some("plain"), Some("utf-8"))
    );
}

#[test]
fn a_file_says_nothing_about_when_and_where() {
    let file = eml(&Handover { from: String::new(), ..letter() }).expect("a file");
    let message = parse(&file);
    assert!(message.date().is_none() && message.message_id().is_none() && message.from().is_none());
    let head = String::from_utf8_lossy(&file);
    let head = head.split("\r\n\r\n").next().expect("a head");
    let mut names: Vec<&str> = head
        .split("\r\n")
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| Some(line.split_once(':')?.0))
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["Content-Transfer-Encoding", "Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]);
    assert!(file.is_ascii(), "old mail programs read it too");
}

#[test]
fn a_mailto_is_encoded_as_the_standard_says() {
    let short = Handover {
        subject: "Tea & cake?".into(),
        text: "a\nb\r\nc=d+é".into(),
        to: "o'neil+tea@x.example".into(),
        ..letter()
    };
    let made = mailto(&short).expect("an address");
    assert_eq!(
        made.url,
        "mailto:o%27neil%2Btea@x.example?subject=Tea%20%26%20cake%3F&body=a%0D%0Ab%0D%0Ac%3Dd%2B%C3%A9"
    );
    assert_eq!((made.length, made.fits), (made.url.len(), true));
    let sized = |text: usize| mailto(&Handover { text: "x".repeat(text), ..short.clone() }).expect("an address");
    let rest = sized(0).length;
    assert!(sized(1_900 - rest).fits);
    assert!(!sized(1_901 - rest).fits);
    assert!(
        !mailto(&Handover { text: "é".repeat(320), ..short }).expect("an address").fits,
        "what counts is the encoded length"
    );
}

#[test]
fn an_address_that_is_none_is_refused() {
    for to in [
        "",
        "ana",
        "@x.example",
        "ana@",
        "ana@x",
        "a b@x.example",
        "a@x.example\r\nBcc: b@y.example",
        "a@x.example,b@y.example",
        "a@x.example;b@y.example",
        "<a@x.example>",
        "a@b@x.example",
        "a@x.example?bcc=b@y.example&",
        "a\u{0}@x.example",
    ] {
        let letter = Handover { to: to.into(), ..letter() };
        if to == "ana@x" {
            // A mailbox of the house needs no dot.
            continue;
        }
        match (mailto(&letter), eml(&letter)) {
            (Err(first), Err(second)) => assert_eq!((first.code, second.code), (Code::Invalid, Code::Invalid)),
            (Ok(made), _) => {
                assert!(made.url.contains("%3Fbcc%3D") && !made.url.contains("?bcc"), "{to}: {}", made.url)
            }
            (first, second) => panic!("{to}: {first:?} {second:?}"),
        }
    }
    assert!(eml(&Handover { from: "x\r\ny@z.example".into(), ..letter() }).is_err());
}

#[test]
fn plain_text_has_plain_line_ends() {
    assert_eq!(plain_text(&Handover { text: "a\r\nb\rc\u{2028}d \n\n".into(), ..letter() }), "a\nb\nc\nd\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_can_be_slipped_into_the_head(subject in "(\\PC|[\r\n\t\u{0}\u{85}]|Bcc: x@y.example|=\\?utf-8\\?Q\\?=0D=0A\\?=){0,12}",
        name in "(\\PC|[\r\n\"\\\\<>]|Bcc: x@y.example){0,10}", text in "(\\PC|[\r\n]|\\.\r\n|From ){0,60}") {
        let letter = Handover { subject, to_name: name.clone(), from_name: name, text, ..letter() };
        let file = eml(&letter).expect("a file");
        let message = parse(&file);
        prop_assert!(message.bcc().is_none() && message.cc().is_none());
        prop_assert_eq!(message.to().and_then(|to| to.first()).and_then(|to| to.address()), Some(letter.to.as_str()));
        prop_assert_eq!(message.headers().len(), 7);
        let sent = message.body_text(0).unwrap_or_default().replace("\r\n", "\n");
        let meant = letter.text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
        prop_assert_eq!(sent.trim_end(), meant.trim_end());
        prop_assert!(file.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    }

    #[test]
    fn a_mailto_decodes_to_what_was_written(subject in "\\PC{0,30}", text in "(\\PC|\n){0,60}") {
        let made = mailto(&Handover { subject: subject.clone(), text: text.clone(), ..letter() }).expect("an address");
        prop_assert!(made.url.is_ascii() && made.url.matches('?').count() == 1 && made.url.matches('&').count() == 1);
        let (_, body) = made.url.split_once("&body=").expect("a body");
        prop_assert_eq!(decode(body).replace("\r\n", "\n"), text.replace(['\u{2028}', '\u{2029}'], "\n"));
    }
}

fn decode(url: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = url.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let hex = [rest.next().expect("hex"), rest.next().expect("hex")];
                u8::from_str_radix(std::str::from_utf8(&hex).expect("ascii"), 16).expect("hex")
            }
            other => other,
        });
    }
    String::from_utf8(bytes).expect("utf-8")
}
