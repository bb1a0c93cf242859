//! Who may use whom in the core, as a table. `ARCHITECTURE.md` says it in words; this fails when the code says otherwise.
//! (The page's floors are held by its linter.)

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from the ground up. A room uses rooms of lower floors, and none beside it.
const FLOORS: [&[&str]; 9] = [
    &["ids", "clock", "error", "formulas", "order", "progress", "topics", "typed"],
    &["vault"],
    &["people", "settings"],
    &["consent", "touchpoints", "purchases"],
    &["promises", "feedback", "gestures", "segments"],
    &["canvas", "communities", "journeys", "drafts", "plans"],
    &["care", "insights", "search"],
    &["exchange", "team", "press"],
    &["app", "commands", "sample"],
];

/// Floors whose members work together: the ground is one thing in some files, and the door stands before the program.
const SHARED: [usize; 2] = [0, 8];

/// What only some rooms may do: the words that give it away, and the rooms.
const RESERVED: [(&str, &[&str], &[&str]); 3] = [
    ("opens the database", &["Connection::open", "OpenFlags::"], &["vault"]),
    (
        "begins a transaction",
        &[
            ".transaction(",
            ".transaction_with_behavior(",
            ".unchecked_transaction(",
            "batch(\"BEGIN",
            "\"BEGIN IMMEDIATE",
        ],
        &["vault"],
    ),
    ("touches files", &["std::fs", "fs::", "File::open", "File::create"], &["vault", "exchange", "team", "press"]),
];

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// Whether `from` may use `to`.
fn may_use(from: &str, to: &str) -> bool {
    match (floor_of(from), floor_of(to)) {
        (Some(above), Some(below)) => from == to || above > below || (above == below && SHARED.contains(&above)),
        _ => false,
    }
}

/// The code of a file: without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let opens_tests = lines.peek().is_some_and(|next| next.trim_start().starts_with("mod ") && next.ends_with('{'));
        if line.trim() == "#[cfg(test)]" && opens_tests {
            break;
        }
        kept.push_str(line.split("//").next().unwrap_or_default());
        kept.push('\n');
    }
    kept
}

/// The rooms that `code` names through `crate::`, also inside braces: `use crate::{a::B, c}`.
fn rooms_used(code: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, mark) in code.match_indices("crate::") {
        let rest = &code[at + mark.len()..];
        // `$crate::` of a macro and `crate::` are the same crate; `some_crate::` is not.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut begins = true;
            for (i, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => begins = true,
                    c if c.is_whitespace() => {}
                    _ if begins => {
                        found.push(word(&list[i..]));
                        begins = false;
                    }
                    _ => {}
                }
            }
        } else if !rest[word(rest).len()..].starts_with('!') {
            // A macro stands at the root whatever room wrote it.
            found.push(word(rest));
        }
    }
    found.retain(|name| name.starts_with(|c: char| c.is_ascii_lowercase()) && name != "self");
    found
}

/// Whether code says a word; "proofs::" does not say "fs::".
fn says(code: &str, word: &str) -> bool {
    let begins = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(word).any(|(at, _)| !word.contains("::") || begins(at))
}

/// What is wrong with one file of `room`.
fn faults(room: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let mut faults: Vec<String> = rooms_used(&code)
        .into_iter()
        .filter(|used| !may_use(room, used))
        .map(|used| format!("{room} uses {used}, which is not below it"))
        .collect();
    for (what, words, rooms) in RESERVED {
        if !rooms.contains(&room) && words.iter().any(|word| says(&code, word)) {
            faults.push(format!("{room} {what}: only {rooms:?} may"));
        }
    }
    faults
}

/// Whether a file holds tests only.
fn is_test(path: &Path) -> bool {
    let tests = |name: &str| name == "tests" || name.ends_with("_tests") || name == "testing";
    path.with_extension("").iter().any(|part| part.to_str().is_some_and(tests))
}

/// Every Rust file of the core with its room.
fn files() -> Vec<(String, PathBuf)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![src.clone()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&src).expect("inside").to_path_buf();
                let first = inside.iter().next().and_then(|part| part.to_str()).expect("a name");
                found.push((first.trim_end_matches(".rs").to_owned(), path));
            }
        }
    }
    found
}

#[test]
fn no_room_uses_one_beside_or_above_it() {
    let mut wrong = Vec::new();
    for (room, path) in files().iter().filter(|(room, path)| room != "lib" && !is_test(path)) {
        let text = fs::read_to_string(path).expect("text");
        wrong.extend(faults(room, &text).into_iter().map(|fault| format!("{}: {fault}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_stands_on_a_floor() {
    let rooms: Vec<String> = files().into_iter().map(|(room, _)| room).filter(|room| room != "lib").collect();
    assert!(rooms.iter().any(|room| room == "vault"), "the rooms were found: {rooms:?}");
    let lost: Vec<_> = rooms.iter().filter(|room| floor_of(room).is_none()).collect();
    assert!(lost.is_empty(), "give them a floor in the table: {lost:?}");
}

#[test]
fn the_rule_itself_can_fail() {
    for (room, text, wrong) in [
        ("people", "use crate::vault::Vault;", 0),
        ("people", "use crate::{\n    error::{Code, Error},\n    ids::*,\n};", 0),
        ("people", "use crate::{error::Error, touchpoints::log};", 1),
        ("touchpoints", "fn f() { crate::consent::ask(); }", 1),
        ("vault", "use crate::app::App;", 1),
        ("progress", "use crate::error::Error;", 0),
        ("error", "use crate::vault::Vault;", 1),
        ("commands", "use crate::app::App;", 0),
        ("people", "// use crate::commands;", 0),
        ("people", "#[cfg(test)]\nmod tests {\n use crate::commands;\n}", 0),
        ("people", "let c = Connection::open(p);", 1),
        ("vault", "let c = Connection::open(p); c.transaction()?;", 0),
        ("care", "c.execute_batch(\"BEGIN\")?;", 1),
        ("drafts", "std::fs::write(p, t)?;", 1),
        ("canvas", "proofs::counts(c)?;", 0),
        ("exchange", "fs::write(p, t)?; crate::team::x();", 1),
    ] {
        assert_eq!(faults(room, text).len(), wrong, "{room}: {text}\n{:?}", faults(room, text));
    }
}

#[test]
fn every_host_hardens_itself_before_anything_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for host in ["cli", "src-tauri", "tests/bridge"] {
        let text = fs::read_to_string(root.join(host).join("src/main.rs")).unwrap();
        let main = text.split_once("fn main()").unwrap().1;
        let place = |words: &str| main.find(words).unwrap_or_else(|| panic!("{host} does not call {words}"));
        let hardened = place("harden_process()").max(place("quiet_panics("));
        let first = ["App::new", "Args::parse", "serve(", "run("].iter().filter_map(|work| main.find(work)).min();
        assert!(first.is_some_and(|work| hardened < work), "{host} works before it is hardened");
    }
}
