//! Sheets on paper: what is printed can be read back by another program, nothing of it is lost or run, and nobody is named
//! unasked.

use rapport_acceptance::{Desk, paper};
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Texts that would do something in a typesetter, a shell or a page.
const HOSTILE: [&str; 12] = [
    "#panic() and #sys.version",
    "$x^2$ costs $5",
    "*bold* _not_ `raw` ~",
    "@mara wrote <label> to us",
    "C:\\temp\\new \\# \\\\",
    "a ] b [ c } d { e",
    "= No heading",
    "- no list + no list / no: term",
    "// no comment /* here */",
    "\"#{read(\"/etc/passwd\")}\"",
    "https://example.org/a/very/long/address/that/never/ends/and/has/no/place/to/break?x=1&y=2",
    "<script>alert(1)</script> &amp; &#x20;",
];

fn add(desk: &Desk, block: &str, text: &str) -> Value {
    desk.call("canvas", "addNote", json!({ "block": block, "text": text }))
}

/// Prints into a file of the test's own folder and answers with the path and what the command said.
fn print(desk: &Desk, what: Value, format: &str, more: Value) -> (PathBuf, Value) {
    let path = desk.dir.path().join(format!("sheet.{format}"));
    let mut input = json!({ "what": what, "format": format, "path": path });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    let said = desk.call("press", "print", input);
    (path, said)
}

/// The text of a PDF as another program reads it: without spaces and the like, since a line may end anywhere.
fn text_of(path: &PathBuf) -> String {
    squeezed(&paper::text_of(std::fs::read(path).unwrap()))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{AD}' | '-' | '\u{2010}')).collect()
}

fn canvas() -> Value {
    json!({ "sheet": "canvas" })
}

#[test]
fn a_canvas_is_printed_whole_and_what_is_written_on_it_stays_what_it_is() {
    let desk = Desk::new();
    let blocks = ["partners", "activities", "resources", "value", "relationships", "channels", "segments", "costs"];
    for (at, text) in HOSTILE.iter().enumerate() {
        add(&desk, blocks[at % blocks.len()], text);
    }
    desk.call("canvas", "rename", json!({ "title": "#How we *serve*", "designedFor": "$Nordlicht$ & Söhne" }));
    for more in [json!({}), json!({ "paper": "a3" }), json!({ "tones": "plain" })] {
        let (path, said) = print(&desk, canvas(), "pdf", more);
        assert_eq!((&said["pages"], &said["missing"]), (&json!(1), &json!([])));
        let text = text_of(&path);
        for written in
            HOSTILE.iter().chain(&["#How we *serve*", "$Nordlicht$ & Söhne", "Key partners", "Strategyzer.com"])
        {
            assert!(text.contains(&squeezed(written)), "{written:?} is not on paper: {text}");
        }
        assert!(text.contains("23November2026"), "the day of the vault's clock");
    }
}

#[test]
fn a_pdf_is_tagged_named_and_for_its_owner_only() {
    let desk = Desk::new();
    add(&desk, "segments", "Cafés");
    let (path, said) = print(&desk, canvas(), "pdf", json!({}));
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(said["bytes"], bytes.len());
    let whole = String::from_utf8_lossy(&bytes);
    for said in ["pdfuaid", "/MarkInfo", "/StructTreeRoot", "/Lang", "How we serve"] {
        assert!(whole.contains(said), "{said} is not in the file");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = print(&desk, canvas(), "pdf", json!({})).0;
    assert_eq!(std::fs::read(again).unwrap(), bytes, "the same sheet is the same file");
    assert_eq!(
        desk.attempt("press", "print", json!({ "what": canvas(), "format": "pdf", "path": " " })).unwrap_err().code,
        Code::Invalid
    );
}

#[test]
fn a_hundred_and_fifty_notes_go_on_overleaf_and_none_is_lost() {
    let desk = Desk::new();
    let blocks = ["partners", "activities", "value", "relationships", "channels", "segments", "revenue"];
    for n in 0..150 {
        add(&desk, blocks[n % blocks.len()], &format!("Note number {n} with a few words more to say"));
    }
    add(&desk, "costs", &format!("{} the end of a long one", "A note as long as a page. ".repeat(140)));
    let (path, said) = print(&desk, canvas(), "pdf", json!({}));
    assert!(said["pages"].as_u64().unwrap() >= 2, "{said}");
    let text = text_of(&path);
    for n in 0..150 {
        assert!(text.contains(&format!("Notenumber{n}with")), "note {n} is lost");
    }
    assert!(text.contains("theendofalongone"));
    assert!(text.contains("moreoverleaf") && text.contains("Continued"));
}

#[test]
fn hebrew_arabic_chinese_and_what_nobody_can_write() {
    let desk = Desk::new();
    for text in ["שלום לכולם, Rapport 2026", "مرحبا بالعالم", "Ελλάδα и Россия", "Đặng Thị Hồng"]
    {
        add(&desk, "segments", text);
    }
    let (path, said) = print(&desk, canvas(), "pdf", json!({}));
    assert_eq!(said["missing"], json!([]), "what we ship can write these");
    let text = text_of(&path);
    for word in ["Ελλάδα", "Россия", "Đặng"] {
        assert!(text.contains(word), "{word} in {text}");
    }
    assert!(text.chars().filter(|c| ('\u{590}'..='\u{5FF}').contains(c)).count() >= 9, "Hebrew in {text}");
    // Chinese depends on the fonts of the computer: it is printed, or it is said that it is not.
    add(&desk, "segments", "\u{10FFFD} 陳美玲");
    let (path, said) = print(&desk, canvas(), "pdf", json!({}));
    let missing = said["missing"].as_array().unwrap();
    assert!(missing.contains(&json!("\u{10FFFD}")), "a letter that does not exist: {missing:?}");
    let text = text_of(&path);
    assert!(text.contains("U+10FFFD"), "the sheet says it, too");
    assert!(text.contains('陳') || missing.contains(&json!("陳")), "printed or said: {missing:?}");
}

#[test]
fn drawings_and_pictures_show_something() {
    let desk = Desk::new();
    add(&desk, "channels", "Phone");
    for what in [canvas(), json!({ "sheet": "blankCanvas" })] {
        let (svg, _) = print(&desk, what.clone(), "svg", json!({}));
        let svg = std::fs::read_to_string(svg).unwrap();
        assert!(svg.starts_with("<svg") && svg.matches("<use").count() > 50, "glyphs are drawn");
        assert!(!svg.contains("<script") && !svg.contains("http-equiv"));
        let (png, _) = print(&desk, what.clone(), "png", json!({ "paper": "a3" }));
        let png = std::fs::read(png).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        assert!(png.len() > 20_000, "{} bytes", png.len());
        let seen = desk.call("press", "preview", json!({ "what": what }));
        assert_eq!((seen["pages"].as_u64(), seen["missing"].as_array().map(Vec::len)), (Some(1), Some(0)));
        assert!(seen["drawing"].as_str().unwrap().starts_with("<svg"));
    }
}

#[test]
fn nobody_is_named_unless_somebody_asks_for_it() {
    let desk = Desk::new();
    for name in ["Marisol Reyes", "Tomasz O'Brien", "陳美玲"] {
        let id = desk.person(name);
        desk.log(&id, 3, 1, "x");
        desk.call("people", "edit", json!({ "id": id, "since": "2019-04-01" }));
    }
    add(&desk, "segments", "Ask MARISOL REYES and 陳美玲 first; Marisol knows why");
    desk.call("canvas", "rename", json!({ "designedFor": "Tomasz O’Brien & Sons" }));
    desk.call("canvas", "answer", json!({ "question": "mostRelevant", "text": "Marisol Reyes, of course." }));
    for what in [canvas(), json!({ "sheet": "questions" })] {
        let (path, said) = print(&desk, what.clone(), "pdf", json!({}));
        let text = text_of(&path);
        assert!(said["hidden"].as_u64().unwrap() >= 2, "{said}");
        assert!(text.contains("Withoutnames"), "the sheet says so: {text}");
        for name in ["REYES", "Reyes", "Brien", "陳"] {
            assert!(!text.contains(name), "{name} is on {what}: {text}");
        }
        let (path, said) = print(&desk, what.clone(), "pdf", json!({ "names": true }));
        let text = text_of(&path);
        assert_eq!(said["hidden"], 0);
        assert!(text.contains("Withnamesofpeople") && text.to_lowercase().contains("marisolreyes"), "{text}");
    }
    let written = desk.call("press", "text", json!({ "what": canvas(), "format": "markdown" }));
    assert!(
        written.as_str().unwrap().contains("- Ask [somebody] and [somebody] first; Marisol knows why"),
        "{written}"
    );
}

#[test]
fn questions_journeys_and_versions_have_their_sheets() {
    let desk = Desk::new();
    desk.call("sample", "demo", json!(null));
    let kept = desk.call("canvas", "takeSnapshot", json!({ "label": "Before the fair", "reason": "#reason *for* it" }));
    add(&desk, "channels", "A stall at the fair");
    let map = desk.call("journeys", "list", json!(null))[0]["id"].clone();
    let sheets = [
        (json!({ "sheet": "blankCanvas" }), "Whereyouandtheyspeak"),
        (json!({ "sheet": "questions" }), "Fromyourbook"),
        (json!({ "sheet": "blankQuestions" }), "Howmuchdotheycost?"),
        (json!({ "sheet": "matrix" }), "reaches"),
        (json!({ "sheet": "versions", "from": kept["id"] }), "1notediffers:1added."),
        (json!({ "sheet": "journey", "journey": map }), "whatwethink"),
        (json!({ "sheet": "blankJourney", "journey": map }), "Inthei"),
        (json!({ "sheet": "blankJourney" }), "Onboarding"),
    ];
    for (what, said) in sheets {
        for more in [json!({}), json!({ "paper": "a3", "tones": "plain", "names": true })] {
            let (path, printed) = print(&desk, what.clone(), "pdf", more);
            assert!(printed["pages"].as_u64().unwrap() >= 1);
            let text = text_of(&path);
            assert!(text.contains(said), "{said} is not on {what}: {text}");
            assert!(
                String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains("pdfuaid"),
                "{what} is accessible"
            );
        }
    }
}

#[test]
fn a_long_journey_goes_on_overleaf_with_all_its_words() {
    let desk = Desk::new();
    let map = desk.call("journeys", "create", json!({ "title": "Long", "stages": ["Before", "After"] }));
    let got = desk.call("journeys", "get", json!({ "id": map["id"] }));
    for (at, hostile) in HOSTILE.iter().chain(&["שלום", "Ende"]).enumerate() {
        let stage = &got["stages"][at / 7]["id"];
        let content = json!({ "name": format!("Step {at}"), "goal": hostile, "expected": { "value": (at % 5) as i64 - 2, "word": hostile.chars().take(40).collect::<String>() } });
        desk.call("journeys", "addStep", json!({ "stage": stage, "content": content }));
    }
    let (path, said) = print(&desk, json!({ "sheet": "journey", "journey": map["id"] }), "pdf", json!({}));
    assert!(said["pages"].as_u64().unwrap() >= 2, "{said}");
    let text = text_of(&path);
    for (at, hostile) in HOSTILE.iter().enumerate() {
        assert!(text.contains(&format!("Step{at}")) && text.contains(&squeezed(hostile)), "{hostile:?}: {text}");
    }
}

#[test]
fn a_sheet_says_whose_layout_it_has_and_what_is_not_on_it() {
    let desk = Desk::new();
    let said_on = |what: Value| text_of(&print(&desk, what, "pdf", json!({})).0);
    let lean = desk.call("canvas", "create", json!({ "title": "A box", "kind": "lean" }))["id"].clone();
    for text in ["A card?", "A stall?"] {
        desk.call("canvas", "addNote", json!({ "canvas": lean, "block": "parking", "text": text }));
    }
    let away = desk.call("canvas", "addNote", json!({ "canvas": lean, "block": "problem", "text": "Rain" }));
    desk.call("canvas", "archiveNote", json!({ "id": away["id"] }));
    let text = said_on(json!({ "sheet": "canvas", "canvas": lean }));
    assert!(text.contains("AshMaurya") && text.contains("2parkednotes,1noteputaway"), "{text}");
    assert!(
        !said_on(json!({ "sheet": "blankCanvas", "canvas": lean })).contains("parked"),
        "an empty sheet has nothing beside it"
    );

    let area = |column: u8| json!({ "column": column, "row": 1, "columns": 1, "rows": 1 });
    let blocks = json!([{ "name": "Promise", "area": area(1) }, { "name": "Proof", "area": area(2) }]);
    let kind =
        desk.call("canvas", "saveKind", json!({ "name": "Promises and proofs", "blocks": blocks }))["kind"].clone();
    let own = desk.call("canvas", "create", json!({ "title": "For the fair", "kind": kind }))["id"].clone();
    let plan = desk.call("canvas", "get", json!({ "id": own }))["blocks"].clone();
    let note = desk.call("canvas", "addNote", json!({ "canvas": own, "block": plan[0]["block"], "text": "On time" }));
    desk.call("canvas", "takeSnapshot", json!({ "canvas": own, "label": "First" }));
    let kept = desk.call("canvas", "takeSnapshot", json!({ "canvas": own, "label": "Second" }));
    desk.call("canvas", "moveNote", json!({ "id": note["id"], "block": plan[1]["block"] }));
    let text = said_on(json!({ "sheet": "versions", "from": kept["id"] }));
    assert!(text.contains("Proof") && text.contains("FromPromise") && !text.contains("Strategyzer"), "{text}");
    let text = said_on(json!({ "sheet": "canvas", "canvas": own }));
    assert!(text.contains("2·Second"), "the version that was kept last: {text}");
}
