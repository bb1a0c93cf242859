//! Holds what the compiler cannot: the three lists of window commands agree, and the page's rules are as strict as promised.

use serde_json::Value;
use std::collections::BTreeSet;

const BUILD: &str = include_str!("../build.rs");
const MAIN: &str = include_str!("../src/main.rs");
const CAPABILITY: &str = include_str!("../capabilities/main.json");
const CONFIG: &str = include_str!("../tauri.conf.json");

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("valid JSON")
}

/// The text between two marks.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("{from} is there")) + from.len();
    let end = text[start..].find(to).unwrap_or_else(|| panic!("{to} is there"));
    &text[start..start + end]
}

fn built() -> BTreeSet<String> {
    between(BUILD, "&[\"", "];").split('"').filter(|s| s.starts_with(char::is_alphabetic)).map(str::to_owned).collect()
}

fn handled() -> BTreeSet<String> {
    between(MAIN, "generate_handler![", "]")
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next().filter(|name| !name.is_empty()))
        .map(str::to_owned)
        .collect()
}

fn permissions() -> Vec<String> {
    let capability = json(CAPABILITY);
    let list = capability["permissions"].as_array().expect("a list");
    list.iter().map(|p| p.as_str().expect("a plain permission").to_owned()).collect()
}

fn allowed() -> BTreeSet<String> {
    permissions().iter().filter_map(|p| p.strip_prefix("allow-")).map(|p| p.replace('-', "_")).collect()
}

#[test]
fn the_three_lists_of_commands_agree() {
    assert!(handled().contains("call"), "the lists were found: {:?}", handled());
    assert_eq!(handled(), built(), "generate_handler! and build.rs");
    assert_eq!(handled(), allowed(), "generate_handler! and capabilities/main.json");
}

#[test]
fn the_page_gets_nothing_of_tauri_but_its_events() {
    let foreign: Vec<_> = permissions().into_iter().filter(|p| !p.starts_with("allow-")).collect();
    assert_eq!(foreign, ["core:event:allow-listen", "core:event:allow-unlisten"]);
    let capability = json(CAPABILITY);
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none(), "no page from elsewhere has any right");
}

#[test]
fn the_page_runs_no_code_but_its_own_and_reaches_no_network() {
    let app = &json(CONFIG)["app"];
    assert_eq!(app["withGlobalTauri"], false);
    let security = &app["security"];
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["capabilities"], serde_json::json!(["main"]), "no other file in capabilities/ counts");
    let csp = security["csp"].as_object().expect("rules a kind");
    assert_eq!(csp["default-src"], "'none'");
    assert_eq!(csp["connect-src"], "ipc: http://ipc.localhost");
    for (kind, rule) in csp {
        let rule = rule.as_str().expect("text");
        for loose in ["unsafe", "*", "https:", "http:", "wasm"] {
            let without_ipc = rule.replace("http://ipc.localhost", "");
            assert!(!without_ipc.contains(loose), "{kind} allows {loose}");
        }
    }
}

#[test]
fn the_title_names_nobody() {
    let config = json(CONFIG);
    let windows = config["app"]["windows"].as_array().expect("windows");
    assert_eq!(windows.len(), 1);
    assert_eq!(windows[0]["title"], "Rapport");
    assert_eq!(windows[0]["create"], false, "built in window.rs, which refuses other pages");
}
