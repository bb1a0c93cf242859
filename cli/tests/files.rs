//! Other programs' files from the terminal: what is in them, without a vault.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use support::Terminal;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEMAIL;TYPE=work:ana@example.org\r\nTEL:+49 30 1234\r\nORG:Acme;Sales\r\n\
    END:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:王芳\r\nEND:VCARD\r\n";

#[test]
fn a_dry_run_needs_no_vault_and_keeps_the_order() {
    let t = Terminal::bare();
    let (first, second) =
        (t.file("a.vcf", CARDS), t.file("b.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Zed\nEND:VCARD\nstray words\n"));
    let ran = t.raw(&["import", "--dry-run", &first, &second, "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let found = ran.json();
    let names: Vec<_> = found["contacts"].as_array().unwrap().iter().map(|c| c["fn"].as_str().unwrap()).collect();
    assert_eq!(names, ["Ana Ruiz", "王芳", "Zed"]);
    let ana =
        json!({ "fn": "Ana Ruiz", "emails": ["ana@example.org"], "phones": ["+49 30 1234"], "orgs": ["Acme;Sales"] });
    assert_eq!(found["contacts"][0], ana);
    let problem = &found["problems"][0];
    assert_eq!(
        (&problem["line"], &problem["what"], &problem["why"]),
        (&json!(5), &json!("stray words"), &json!("outsideCard"))
    );
    let said = t.raw(&["import", "--dry-run", &first]);
    assert!(said.code == 0 && said.out.contains("2 contacts") && said.out.contains("王芳"), "{said:?}");
    assert_eq!(std::fs::read_dir(t.dir.path()).unwrap().count(), 4, "nothing was made");
}

#[test]
fn a_file_that_is_none_is_rejected_by_name() {
    let t = Terminal::bare();
    let ran = t.raw(&["import", "--dry-run", &t.at("nowhere.vcf"), "--json"]);
    assert_eq!((ran.code, ran.out.as_str(), &ran.error()["code"]), (1, "", &json!("unreadable")));
    assert_eq!(ran.error()["details"]["path"], t.at("nowhere.vcf"));
    let folder = t.raw(&["import", "--dry-run", &t.at("."), "--json"]);
    assert_eq!((folder.code, &folder.error()["code"]), (1, &json!("unreadable")));
    let picture = t.file("picture.vcf.png", b"\x89PNG\r\n\x1a\n\0\0\0\0");
    let ran = t.raw(&["import", "--dry-run", &picture, "--json"]);
    assert_eq!((ran.code, &ran.error()["code"]), (1, &json!("unknownFormat")), "{ran:?}");
}

#[test]
fn an_import_is_one_step_and_says_what_became_of_every_card() {
    let t = Terminal::new();
    let (first, second) =
        (t.file("a.vcf", CARDS), t.file("b.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Zed\nEND:VCARD\nstray words\n"));
    let receipt = t.json(&["import", &first]);
    assert_eq!(
        (&receipt["created"], &receipt["changed"], &receipt["same"], &receipt["problems"]),
        (&json!(2), &json!(0), &json!(0), &json!([]))
    );
    let again = t.json(&["import", &first]);
    assert_eq!((&again["created"], &again["undo"]), (&json!(0), &json!(null)), "{again}");
    let other = t.json(&["import", &second]);
    assert_eq!(
        (&other["created"], &other["problems"][0]["line"], &other["problems"][0]["what"]),
        (&json!(1), &json!(5), &json!("stray words"))
    );
    assert_eq!(t.json(&["people"])["total"], 3);
    t.json(&["undo", receipt["undo"].as_str().unwrap()]);
    assert_eq!(t.json(&["people"])["items"][0]["name"], "Zed");
    let both = t.json(&["import", &first, &second]);
    assert_eq!(
        (&both["created"], &both["same"], both["steps"].as_array().unwrap().len()),
        (&json!(2), &json!(1), 1),
        "{both}"
    );
    assert_eq!(t.json(&["check"])["ok"], true);
    assert!(
        t.run(&["import", &second]).out.starts_with("0 new, 0 changed, 1 known already, 1 problems"),
        "{:?}",
        t.run(&["import", &second])
    );
}

#[test]
fn an_import_that_fails_changes_nothing_of_that_file() {
    let t = Terminal::new();
    let good = t.file("a.vcf", CARDS);
    let error = t.refused(1, &["import", &t.file("x.bin", b"\x00\x01\x02"), &good]);
    assert_eq!((&error["code"], &error["details"]["filesTakenIn"]), (&json!("unknownFormat"), &json!(0)));
    assert_eq!(t.json(&["people"])["total"], 0);
    let error = t.refused(1, &["import", &good, &t.at("nowhere.vcf")]);
    assert_eq!((&error["code"], &error["details"]["filesTakenIn"]), (&json!("unreadable"), &json!(1)));
    assert_eq!(t.json(&["people"])["total"], 2);
}

#[test]
fn what_is_exported_is_private_and_comes_back() {
    let t = Terminal::new();
    t.json(&["import", &t.file("a.vcf", CARDS)]);
    t.json(&["log", "ana", "--channel", "phone", "--note", "hello"]);
    for (format, name) in [("vcard", "out.vcf"), ("csv", "out.csv"), ("csv-raw", "raw.csv"), ("json", "out.json")] {
        let out = t.at(name);
        let written = t.json(&["export", "--format", format, &out]);
        assert_eq!(written["people"], 2, "{format}");
        assert_eq!(written["bytes"], std::fs::metadata(&out).unwrap().len());
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&out).unwrap().permissions()) & 0o777,
            0o600
        );
        let other = Terminal::new();
        let receipt = other.json(&["import", &out]);
        assert_eq!((&receipt["created"], &receipt["problems"]), (&json!(2), &json!([])), "{format}: {receipt}");
        let names: Vec<_> =
            other.json(&["people"])["items"].as_array().unwrap().iter().map(|p| p["name"].clone()).collect();
        assert!(names.contains(&json!("Ana Ruiz")) && names.contains(&json!("王芳")), "{format}: {names:?}");
        if format == "json" {
            assert_eq!(other.json(&["call", "touchpoints", "recent", "5"])[0]["text"], "hello", "the whole book");
        }
    }
    assert_eq!(t.refused(1, &["export", "--format", "xlsx", &t.at("x")])["details"]["field"], "format");
    assert!(!t.path("x").exists());
    // A name alone means the folder one stands in.
    let mut here = t.command();
    here.current_dir(t.dir.path()).args([
        "--vault",
        "book.rapport",
        "--recovery-file",
        "recovery",
        "export",
        "--format",
        "csv",
        "here.csv",
    ]);
    assert_eq!(here.output().unwrap().status.code(), Some(0));
    assert!(t.path("here.csv").exists());
}
