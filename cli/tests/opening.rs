//! Making and opening a vault from the terminal: every way in, every way to be kept out, and the exit code of each.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use serde_json::json;
use std::fs;
use support::{PASSPHRASE, Terminal};

#[test]
fn a_vault_is_made_and_opens_by_each_of_its_ways() {
    let t = Terminal::new();
    assert_eq!(t.made["vault"], t.at("book.rapport"));
    assert!(t.made["recoveryCode"].as_str().unwrap().len() > 20);
    assert_eq!(t.made.as_object().unwrap().len(), 2);
    let vault = t.at("book.rapport");
    // Options stand before or after the verb.
    let by_file = t.raw(&["people", "--json", "--vault", &vault, "--passphrase-file", &t.at("passphrase")]);
    assert_eq!((by_file.code, by_file.json()), (0, json!({ "items": [], "total": 0 })));
    let by_fd = t.piped(&["--vault", &vault, "--passphrase-fd", "0", "people", "--json"], &format!("{PASSPHRASE}\n"));
    assert_eq!((by_fd.code, by_fd.json()), (0, json!({ "items": [], "total": 0 })));
    assert_eq!(t.json(&["people"]), json!({ "items": [], "total": 0 }));
    // Written down in lower case, with other separators.
    let sloppy = t.made["recoveryCode"].as_str().unwrap().to_lowercase().replace('-', " ");
    let by_sloppy = t.raw(&["people", "--vault", &vault, "--recovery-file", &t.file("sloppy", sloppy), "--json"]);
    assert_eq!(by_sloppy.code, 0, "{by_sloppy:?}");
}

#[test]
fn a_passphrase_comes_by_any_descriptor() {
    let t = Terminal::new();
    let shell = format!(
        "exec 7<'{}'; exec '{}' people --json --vault '{}' --passphrase-fd 7",
        t.at("passphrase"),
        env!("CARGO_BIN_EXE_rapport"),
        t.at("book.rapport"),
    );
    let ran: support::Ran = std::process::Command::new("/bin/sh").args(["-c", &shell]).output().unwrap().into();
    assert_eq!((ran.code, ran.json()["total"].as_i64()), (0, Some(0)), "{ran:?}");
}

#[test]
fn the_wrong_key_and_no_key_end_with_3() {
    let t = Terminal::new();
    let vault = t.at("book.rapport");
    let wrong = t.raw(&["people", "--json", "--vault", &vault, "--passphrase-file", &t.at("wrong")]);
    assert_eq!((wrong.code, wrong.out.as_str(), &wrong.error()["code"]), (3, "", &json!("wrongKey")));
    let locked = t.raw(&["people", "--json", "--vault", &vault]);
    assert_eq!((locked.code, locked.out.as_str()), (3, ""));
    assert_eq!(locked.error(), json!({ "code": "locked", "details": {} }));
    let said = t.raw(&["people", "--vault", &vault]);
    assert_eq!(said.code, 3);
    assert!(said.err.contains("locked") && said.err.contains("--passphrase-file"), "{}", said.err);
    let other = Terminal::new();
    let foreign = t.raw(&["people", "--json", "--vault", &vault, "--recovery-file", &other.at("recovery")]);
    assert_eq!((foreign.code, &foreign.error()["code"]), (3, &json!("wrongKey")));
    let keychain = t.raw(&["people", "--json", "--vault", &vault, "--keychain"]);
    assert_eq!((keychain.code, &keychain.error()["code"]), (3, &json!("noKeychain")));
}

#[test]
fn a_slip_of_the_pen_in_the_recovery_code_is_told_from_another_code() {
    let t = Terminal::new();
    let mut code: Vec<char> = t.made["recoveryCode"].as_str().unwrap().chars().collect();
    code[0] = if code[0] == 'A' { 'B' } else { 'A' };
    let slip = t.file("slip", code.into_iter().collect::<String>());
    let ran = t.raw(&["people", "--json", "--vault", &t.at("book.rapport"), "--recovery-file", &slip]);
    assert_eq!((ran.code, &ran.error()["code"]), (1, &json!("invalid")), "{ran:?}");
}

#[test]
fn no_vault_a_second_vault_and_an_empty_passphrase_are_rejected() {
    let t = Terminal::bare();
    let (vault, passphrase) = (t.at("none.rapport"), t.at("passphrase"));
    let ran = t.raw(&["today", "--json", "--vault", &vault, "--passphrase-file", &passphrase]);
    assert_eq!((ran.code, &ran.error()["code"]), (1, &json!("noVault")));
    assert!(!t.path("none.rapport").exists(), "asking makes nothing");
    let empty = t.raw(&["init", "--json", "--vault", &vault, "--passphrase-file", &t.file("empty", "")]);
    assert_eq!((empty.code, &empty.error()["code"]), (1, &json!("invalid")));
    assert!(!t.path("none.rapport").exists(), "nothing half made");
    assert_eq!(t.raw(&["init", "--vault", &vault, "--passphrase-file", &passphrase]).code, 0);
    let keys = fs::read(t.path("none.rapport/vault.keys")).unwrap();
    let again = t.raw(&["init", "--json", "--vault", &vault, "--passphrase-file", &passphrase]);
    assert_eq!((again.code, &again.error()["code"]), (1, &json!("vaultExists")));
    assert_eq!(fs::read(t.path("none.rapport/vault.keys")).unwrap(), keys);
    let missing = t.raw(&["people", "--json", "--vault", &vault, "--passphrase-file", &t.at("nowhere")]);
    assert_eq!((missing.code, &missing.error()["code"]), (1, &json!("unreadable")));
}

#[test]
fn usage_ends_with_2_and_says_nothing_on_stdout() {
    let t = Terminal::new();
    let (vault, passphrase) = (t.at("book.rapport"), t.at("passphrase"));
    let cases: [&[&str]; 8] = [
        &[],
        &["dance"],
        &["people", "--limit", "many"],
        &["log"],
        &["import"],
        &["init", "--vault", &t.at("x.rapport")],
        &["people", "--vault", &vault, "--passphrase-file", &passphrase, "--keychain"],
        &["call", "vault", "unlock", r#"{"passphrase":"hunter2"}"#],
    ];
    for args in cases {
        let ran = t.raw(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {ran:?}");
        assert!(!ran.err.contains("hunter2"), "{}", ran.err);
    }
    assert_eq!(t.raw(&["--help"]).code, 0);
    assert_eq!(t.raw(&["log", "--help"]).code, 0);
    assert_eq!(t.raw(&["--version"]).code, 0);
}

#[test]
fn the_environment_may_name_the_vault() {
    let t = Terminal::new();
    let mut command = t.command();
    command.env("RAPPORT_VAULT", t.at("book.rapport")).args(["people", "--json", "--recovery-file", &t.at("recovery")]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
}
