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
