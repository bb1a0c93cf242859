//! The vCard reader against what independent parsers agree on, over files that other programs wrote. The files are not
//! part of the project: without them (`RAPPORT_CORPUS`, default `../shared/corpus`) this says that it was skipped.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use rapport_core::exchange::contact::{Contact, Extra, OrgTie};
use rapport_core::exchange::{CsvStyle, DryContact, DryRun, ReadOptions, read, write_csv, write_vcards};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;

fn corpus() -> Option<PathBuf> {
    let default = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folder = std::env::var_os("RAPPORT_CORPUS").map_or_else(default, PathBuf::from);
    if !folder.join("expected").is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// Right and wrong answers about one field.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: Vec<String>,
}

#[test]
fn the_reader_agrees_with_other_parsers() {
    let Some(corpus) = corpus() else { return };
    let text = std::fs::read_to_string(corpus.join("expected/vcard.consensus.json")).expect("the consensus");
    let consensus: Value = serde_json::from_str(&text).expect("json");
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for file in consensus["files"].as_array().expect("files") {
        let expected = file["contacts"].as_array().map(Vec::as_slice).unwrap_or_default();
        let judged = file["agree"].as_u64() >= Some(3) && !expected.is_empty();
        if !judged || file["encoding"].as_str().is_some_and(|encoding| encoding.starts_with("non-utf8")) {
            continue;
        }
        let name = file["file"].as_str().expect("a file name");
        let bytes = std::fs::read(corpus.join(name)).expect("a file of the corpus");
        let found = DryRun::from(&read(&bytes, name, &ReadOptions::default()).expect("vCards")).contacts;
        let count = scores.entry("count").or_default();
        if found.len() as u64 != file["n_contacts"].as_u64().unwrap_or_default() {
            count.wrong.push(name.to_owned());
            continue;
        }
        count.right += 1;
        for (expected, found) in expected.iter().zip(&found) {
            compare(&mut scores, name, expected, found);
        }
    }
    for (field, score) in &scores {
        println!("{field}: {} right, {} wrong {:?}", score.right, score.wrong.len(), score.wrong);
        assert!(score.right > 100, "{field}: the corpus holds more than {}", score.right);
        assert!(score.wrong.len() * 100 <= score.right + score.wrong.len(), "{field}: less than 99 % right");
    }
    assert!(scores["count"].wrong.is_empty(), "wrong counts");
}

#[test]
fn what_was_read_is_written_and_read_again_the_same() {
    let Some(corpus) = corpus() else { return };
    let (mut folders, mut seen) = (vec![corpus.join("1_vcard")], 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(first) = read(&std::fs::read(&path).expect("a file"), "a", &ReadOptions::default()) else {
                continue;
            };
            let mut contacts = first.contacts;
            let again =
                read(write_vcards(&contacts).as_bytes(), "a.vcf", &ReadOptions::default()).expect("vCards").contacts;
            for (contact, again) in contacts.iter_mut().zip(&again) {
                // A card without a name gets one, because every card must have one.
                contact.name.full = again.name.full.clone();
                contact.line = again.line;
            }
            assert_eq!(contacts, again, "{}", path.display());
            seen += contacts.len();
        }
    }
    assert!(seen > 200, "only {seen} contacts");
}

fn compare(scores: &mut BTreeMap<&'static str, Score>, file: &str, expected: &Value, found: &DryContact) {
    let mut note = |field, expected: Value, found: Value| {
        let score = scores.entry(field).or_default();
        if expected == found { score.right += 1 } else { score.wrong.push(format!("{file}: {expected} but {found}")) }
    };
    if let Some(name) = expected["fn"].as_str().filter(|name| !name.is_empty()) {
        note("fn", name.into(), plain(&found.full_name).into());
    }
    for (field, key, values, normal) in [
        ("emails", "emails", &found.emails, email as fn(&str) -> String),
        ("phones", "tels", &found.phones, phone),
        ("orgs", "orgs", &found.orgs, plain),
    ] {
        if !expected[key].is_null() {
            let mut values: Vec<String> = values.iter().map(|value| normal(value)).collect();
            values.sort_unstable();
            note(field, expected[key].clone(), values.into());
        }
    }
}

fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|&c| c != '\r').nfc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn email(text: &str) -> String {
    plain(text).to_lowercase()
}

fn phone(text: &str) -> String {
    plain(text).chars().filter(|c| c.is_ascii_alphanumeric() || "+*#;=@.".contains(*c)).collect()
}

/// A contact that holds the text wherever a user can write.
fn naughty_contact(text: &str) -> Contact {
    let mut contact = Contact { line: 1, ..Contact::default() };
    contact.name.full = format!("x{text}");
    contact.name.family = text.trim().to_owned();
    contact.notes = vec![format!("x{text}")];
    contact.orgs = vec![OrgTie { name: format!("x{}", text.trim_end()), ..OrgTie::default() }];
    contact.extra = vec![Extra::Column { header: "Own".into(), value: format!("x{text}") }];
    contact
}

#[test]
fn hostile_strings_come_back_and_never_run() {
    let Some(corpus) = corpus() else { return };
    let mut strings = Vec::new();
    let naughty = corpus.join("5_hostile/minimaxir+big-list-of-naughty-strings/blns.json");
    let naughty: Vec<String> = serde_json::from_slice(&std::fs::read(naughty).expect("the list")).expect("json");
    strings.extend(naughty);
    let payloads = corpus.join("5_hostile/payloadbox+csv-injection-payloads/Intruder/csv-payload.txt");
    strings.extend(std::fs::read_to_string(payloads).expect("the payloads").lines().map(str::to_owned));
    assert!(strings.len() > 400);
    let contacts: Vec<Contact> = strings.iter().map(|text| naughty_contact(&text.replace('\r', ""))).collect();
    let again = read(write_vcards(&contacts).as_bytes(), "a.vcf", &ReadOptions::default()).expect("vCards");
    assert!(again.problems.is_empty());
    for (mut after, before) in again.contacts.into_iter().zip(&contacts) {
        after.line = before.line;
        assert_eq!(&after, before);
    }
    let table = write_csv(&contacts, CsvStyle::Safe).expect("a table");
    let again = read(&table, "a.csv", &ReadOptions::default()).expect("a table");
    assert_eq!((again.contacts.len(), again.problems.len()), (contacts.len(), 0));
    for (after, before) in again.contacts.iter().zip(&contacts) {
        assert_eq!(after.name.full, before.name.full.trim().replace('\0', ""));
        assert_eq!(after.name.family, before.name.family.replace('\0', ""));
    }
}

#[test]
fn every_file_of_the_corpus_is_read_or_refused() {
    let Some(corpus) = corpus() else { return };
    let (mut folders, mut files) = (["1_vcard", "2_csv", "5_hostile"].map(|folder| corpus.join(folder)).to_vec(), 0);
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).expect("a file");
            for name in ["a.vcf", "a.csv"] {
                // An answer of either kind will do; a panic fails the test.
                let _ = read(&bytes, name, &ReadOptions::default());
            }
            files += 1;
        }
    }
    assert!(files > 500, "only {files} files");
}
