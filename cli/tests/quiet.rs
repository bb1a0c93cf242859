//! What the terminal keeps to itself: no personal data in logs and errors, private files, and no noise when nobody reads.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use support::{Ran, Terminal, everything_in};

/// Words that stand for what is personal; none of them is in any text of the program.
const CANARIES: [&str; 4] = ["Quetzalina", "Xylophonova", "ultramarine-contract", "quetzalina@example.org"];

fn tells(text: &str) -> Option<&'static str> {
    CANARIES.into_iter().find(|canary| text.to_lowercase().contains(&canary.to_lowercase()))
}

/// Runs with the fullest log there is.
fn logged(t: &Terminal, args: &[&str]) -> Ran {
    let mut command = t.command();
    command.env("RAPPORT_LOG", "trace").args([
        "--vault",
        &t.at("book.rapport"),
        "--recovery-file",
        &t.at("recovery"),
        "--json",
    ]);
    command.args(args).output().unwrap().into()
}

#[test]
fn neither_log_nor_error_names_anybody() {
    let t = Terminal::new();
    let out = t.at("out.vcf");
    let person = json!({ "name": "Quetzalina Xylophonova", "note": "ultramarine-contract", "reaches": [{ "kind": "email", "value": "quetzalina@example.org" }] });
    let card = t.file(
        "Quetzalina.vcf",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Quetzalina Xylophonova\nPHOTO;ENCODING=b:!!!\nEND:VCARD\n",
    );
    let table = t.file("Xylophonova.bin", "Quetzalina\0Xylophonova");
    let cases: [&[&str]; 21] = [
        &["call", "people", "create", &person.to_string()],
        &["log", "Quetzalina", "--channel", "phone", "--note", "ultramarine-contract"],
        &["find", "quetzalina"],
        &["people", "Xylophonova"],
        &["today"],
        &["backup"],
        &["check"],
        &["undo"],
        &["redo"],
        &["log", "Quetzalina of elsewhere", "--channel", "phone"],
        &["log", "Quetzalina", "--channel", "ultramarine-contract"],
        &["log", "Quetzalina", "--channel", "phone", "--at", "ultramarine-contract"],
        &["people", "--sort", "ultramarine-contract"],
        &["call", "people", "get", r#"{"id":"Quetzalina"}"#],
        &["call", "people", "get", "{Quetzalina"],
        &["import", "--dry-run", &card],
        &["import", "--dry-run", &table],
        &["import", &card],
        &["import", &table],
        &["export", "--format", "vcard", &out],
        &["export", "--format", "ultramarine-contract", &out],
    ];
    let mut lines = 0;
    for args in cases {
        let ran = logged(&t, args);
        assert_eq!(tells(&ran.err), None, "{args:?}: {}", ran.err);
        lines += ran.err.lines().filter(|line| line.contains("asked") || line.contains("refused")).count();
    }
    assert!(lines > 20, "a log without a word proves nothing");
    // Who has an ambiguous name must choose: candidates are for the person at the keyboard, in the error alone.
    t.person("Quetzalina Xylophonova");
    let ran = logged(&t, &["log", "Quetzalina", "--channel", "phone"]);
    assert_eq!((ran.code, tells(&ran.err)), (1, Some("Quetzalina")));
    let log: Vec<&str> = ran.err.lines().filter(|line| !line.starts_with('{')).collect();
    assert_eq!(tells(&log.join("\n")), None, "{log:?}");
}

#[test]
fn without_the_variable_there_is_no_log() {
    let t = Terminal::new();
    assert_eq!(t.run(&["people"]).err, "");
    assert_eq!(t.run(&["call", "people", "get", "{}", "--json"]).err.lines().count(), 1);
}

#[test]
fn every_file_belongs_to_its_owner_alone() {
    let t = Terminal::new();
    t.person("Quetzalina Xylophonova");
    t.json(&["backup"]);
    let restored = t.at("again.rapport");
    let backup = t.json(&["backups"])[0]["name"].as_str().unwrap().to_owned();
    assert_eq!(t.run(&["restore", &backup, "--into", &restored]).code, 0);
    for folder in [t.path("book.rapport"), t.path("again.rapport")] {
        for path in everything_in(&folder) {
            let about = fs::metadata(&path).unwrap();
            let expected = if about.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(about.permissions().mode() & 0o777, expected, "{}", path.display());
            if about.is_file() {
                let bytes = fs::read(&path).unwrap();
                assert_eq!(tells(&String::from_utf8_lossy(&bytes)), None, "{} is readable", path.display());
            }
        }
        for path in everything_in(&folder) {
            assert_eq!(tells(&path.to_string_lossy()), None, "{}", path.display());
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let t = Terminal::new();
    for n in 0..5 {
        t.person(&format!("Person {n}"));
    }
    let how = ["--vault", &t.at("book.rapport"), "--recovery-file", &t.at("recovery")].map(str::to_owned);
    for args in [&["people"][..], &["people", "--json"], &["call", "people", "list"]] {
        let mut child =
            t.command().args(&how).args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ran: Ran = child.wait_with_output().unwrap().into();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_handed_over_is_no_success() {
    let t = Terminal::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let how = ["--vault", &t.at("book.rapport"), "--recovery-file", &t.at("recovery"), "people"].map(str::to_owned);
    let status = t.command().args(&how).stdout(full).status().unwrap();
    assert_eq!(status.code(), Some(1));
}

#[test]
fn what_a_person_wrote_cannot_move_the_cursor() {
    let t = Terminal::new();
    t.person("Bell\u{7} \u{1b}[31mRed \u{202e}desrever");
    t.json(&["log", "bell", "--channel", "phone", "--note", "a\u{1b}]0;title\u{7}b", "--at", "2026-01-01"]);
    for args in [&["people"][..], &["today"], &["find", "bell"], &["undo"]] {
        let said = t.run(args);
        assert_eq!(said.code, 0);
        assert!(!said.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{args:?}: {:?}", said.out);
    }
}
