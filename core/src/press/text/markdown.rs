//! A canvas as Markdown: a heading of the second level for each block, a bullet for each note (`docs/formats/canvas-markdown.md`).

use crate::canvas::Canvas;
use crate::error::Result;
use crate::people::Unnamed;
use crate::press::canvas_sheet::{block_name, word_of};
use crate::vault::Vault;
use std::collections::BTreeMap;

/// Headings under which other programs and people write the blocks, beside our own names for them.
const ALIASES: [(&str, &[&str]); 9] = [
    ("partners", &["partners", "partnerships", "key partnerships"]),
    ("activities", &["activities"]),
    ("resources", &["resources"]),
    ("value", &["value proposition", "value", "values", "value props", "unique value proposition"]),
    ("relationships", &["relationships", "customer relations", "customer relationship", "cust. relations"]),
    ("channels", &["channel"]),
    ("segments", &["segments", "customer segment", "customers"]),
    ("costs", &["costs", "cost", "cost structures"]),
    ("revenue", &["revenue", "revenues", "revenue stream"]),
];

/// A note in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::press) struct Written {
    /// What it says.
    pub text: String,
    /// More about it; empty for nothing.
    pub detail: String,
}

/// What a file holds: notes by block, and the headings that name no block.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::press) struct Outline {
    /// Notes by block, in the file's order.
    pub blocks: BTreeMap<String, Vec<Written>>,
    /// Headings that were passed over.
    pub strangers: Vec<String>,
}

/// A canvas as far as a file holds it.
#[derive(Debug, Clone, Default)]
pub(in crate::press) struct Plain {
    head: Vec<(&'static str, String)>,
    blocks: Vec<Filled>,
}

/// A block with its notes.
#[derive(Debug, Clone)]
struct Filled {
    block: String,
    name: String,
    notes: Vec<Written>,
}

impl Plain {
    /// What of a canvas goes into a file.
    pub fn of(canvas: &Canvas) -> Self {
        let head =
            [("title", &canvas.title), ("designed-for", &canvas.designed_for), ("designed-by", &canvas.designed_by)];
        let lines = |text: &str| text.trim().replace("\r\n", "\n");
        let block = |plan: &crate::canvas::BlockPlan| {
            let notes = canvas.notes.iter().filter(|note| note.block == plan.block);
            let notes = notes.map(|note| Written { text: lines(&note.text), detail: lines(&note.detail) });
            Filled { block: word_of(plan.block), name: block_name(plan).to_owned(), notes: notes.collect() }
        };
        Self {
            head: head.into_iter().map(|(name, said)| (name, said.clone())).collect(),
            blocks: canvas.blocks.iter().map(block).collect(),
        }
    }

    /// Takes the names of people out of it: what else stands in a file that is there is none of ours to change.
    pub fn hide(&mut self, vault: &Vault) -> Result<()> {
        let notes = || self.blocks.iter().flat_map(|block| &block.notes);
        let unnamed = Unnamed::of(vault, notes().flat_map(|note| [note.text.as_str(), note.detail.as_str()]))?;
        for note in self.blocks.iter_mut().flat_map(|block| &mut block.notes) {
            note.text = unnamed.hide(&note.text).0;
            note.detail = unnamed.hide(&note.detail).0;
        }
        Ok(())
    }

    /// Its blocks and what they are called.
    pub fn names(&self) -> Names {
        self.blocks.iter().map(|one| (one.block.clone(), one.name.clone())).collect()
    }

    fn bullets(&self, block: &str) -> String {
        let found = self.blocks.iter().find(|one| one.block == block);
        found.map(|one| one.notes.iter().map(bullet).collect()).unwrap_or_default()
    }
}

/// The whole canvas as a new file.
pub(in crate::press) fn write(canvas: &Plain) -> String {
    let mut out = String::from("---\n");
    for (name, said) in canvas.head.iter().filter(|(_, said)| !said.is_empty()) {
        // A JSON text is a YAML text, whatever stands in it.
        out.push_str(&format!("{name}: {}\n", serde_json::Value::from(said.as_str())));
    }
    out.push_str("---\n");
    for Filled { block, name, .. } in &canvas.blocks {
        out.push_str(&format!("\n## {name}\n\n{}", canvas.bullets(block)));
    }
    out
}

/// The canvas put into a file that is there already: notes under headings of blocks are replaced, every other line stays as
/// it is, blocks that were missing come at the end.
pub(in crate::press) fn write_into(old: &str, canvas: &Plain) -> String {
    let mut out = String::new();
    let mut seen: Vec<String> = Vec::new();
    let mut waiting: Option<String> = None;
    let mut ours = false;
    let add = |out: &mut String, line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    for line in Lines::of(old, &canvas.names()) {
        match line {
            Line::Heading { block, raw } => {
                if flush(&mut waiting, &mut out, canvas) {
                    out.push('\n');
                }
                add(&mut out, raw);
                ours = block.is_some();
                // A block that comes twice had its notes written the first time.
                waiting = block.filter(|block| !seen.contains(block));
                seen.extend(waiting.clone());
            }
            Line::Note(_, raw) => {
                flush(&mut waiting, &mut out, canvas);
                raw.into_iter().filter(|_| !ours).for_each(|line| add(&mut out, line));
            }
            Line::Other("") if waiting.is_some() => out.push('\n'),
            Line::Other(raw) => {
                flush(&mut waiting, &mut out, canvas);
                add(&mut out, raw);
            }
        }
    }
    flush(&mut waiting, &mut out, canvas);
    for Filled { block, name, .. } in canvas.blocks.iter().filter(|one| !seen.contains(&one.block)) {
        let notes = canvas.bullets(block);
        if !notes.is_empty() {
            out.push_str(&format!("\n## {name}\n\n{notes}"));
        }
    }
    out
}

/// Writes the notes of the block whose heading was met, once. Says whether there were any.
fn flush(waiting: &mut Option<String>, out: &mut String, canvas: &Plain) -> bool {
    let notes = waiting.take().map(|block| canvas.bullets(&block)).unwrap_or_default();
    if !notes.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
    out.push_str(&notes);
    !notes.is_empty()
}

fn bullet(note: &Written) -> String {
    let mut out = String::new();
    for (at, line) in note.text.split('\n').enumerate() {
        out.push_str(if at == 0 { "- " } else { "  " });
        out.push_str(&guarded(line, at == 0));
        out.push('\n');
    }
    for line in note.detail.split('\n').filter(|_| !note.detail.is_empty()) {
        out.push_str(&format!("  > {line}\n"));
    }
    out
}

/// A line of a note with a backslash in front where it would be read as something else.
fn guarded(line: &str, first: bool) -> String {
    let strange = line.starts_with(['\\', '>']) || line.starts_with("```") || line.starts_with("~~~");
    if strange || (!first && line.trim().is_empty()) { format!("\\{line}") } else { line.to_owned() }
}

/// Reads a file. What stands under other headings, in fences or between the notes is passed over.
pub(in crate::press) fn read(text: &str, names: &Names) -> Outline {
    let mut outline = Outline::default();
    let mut here: Option<String> = None;
    for line in Lines::of(text, names) {
        match line {
            Line::Heading { block, raw } => {
                if block.is_none() {
                    outline.strangers.push(raw.trim_start_matches('#').trim().to_owned());
                }
                if let Some(block) = &block {
                    outline.blocks.entry(block.clone()).or_default();
                }
                here = block;
            }
            Line::Note(note, _) if !note.text.is_empty() => {
                if let Some(notes) = here.as_ref().and_then(|block| outline.blocks.get_mut(block)) {
                    notes.push(note);
                }
            }
            Line::Note(..) | Line::Other(_) => {}
        }
    }
    outline
}

/// The blocks of a canvas and what they are called.
pub(in crate::press) type Names = Vec<(String, String)>;

/// The block of a canvas that a heading names.
fn block_of(heading: &str, names: &Names) -> Option<String> {
    let said = heading.trim().trim_end_matches([':', '#']).trim().to_lowercase();
    let called = |block: &str| ALIASES.iter().any(|(one, other)| *one == block && other.contains(&said.as_str()));
    let exactly = names.iter().find(|(_, name)| name.to_lowercase() == said);
    exactly.or_else(|| names.iter().find(|(block, _)| called(block))).map(|(block, _)| block.clone())
}

enum Line<'t> {
    /// A heading of the second level.
    Heading { block: Option<String>, raw: &'t str },
    /// A bullet with what belongs to it, under a heading that names a block; and its lines as they stand.
    Note(Written, Vec<&'t str>),
    /// Everything else.
    Other(&'t str),
}

/// A file taken apart.
struct Lines<'t> {
    names: &'t Names,
    rest: std::iter::Peekable<std::str::Lines<'t>>,
    in_block: bool,
    fence: Option<&'static str>,
    in_front: bool,
    first: bool,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str, names: &'t Names) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Self { names, rest: text.lines().peekable(), in_block: false, fence: None, in_front: false, first: true }
    }

    /// The lines that belong to a bullet: those indented below it.
    fn note(&mut self, first: &str, whole: &'t str) -> Line<'t> {
        let mut text = vec![plain(first).to_owned()];
        let mut raw = vec![whole];
        let mut detail = Vec::new();
        while let Some(line) = self.rest.next_if(|line| line.starts_with("  ") || line.starts_with('\t')) {
            raw.push(line);
            let line = line.strip_prefix('\t').or_else(|| line.strip_prefix("  ")).unwrap_or(line);
            match line.strip_prefix("> ").or_else(|| (line == ">").then_some("")) {
                Some(more) => detail.push(more),
                None => text.push(plain(line).to_owned()),
            }
        }
        let (text, detail) = (text.join("\n").trim().to_owned(), detail.join("\n").trim().to_owned());
        Line::Note(Written { text, detail }, raw)
    }
}

/// A line without the backslash that guards it.
fn plain(line: &str) -> &str {
    match line.strip_prefix('\\') {
        Some(rest) if guarded(rest, false).starts_with('\\') => rest,
        _ => line,
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        let line = self.rest.next()?;
        let first = std::mem::take(&mut self.first);
        if (first && line.trim_end() == "---") || self.in_front {
            self.in_front = first || line.trim_end() != "---";
            return Some(Line::Other(line));
        }
        if let Some(fence) = self.fence {
            if line.trim_start().starts_with(fence) {
                self.fence = None;
            }
            return Some(Line::Other(line));
        }
        self.fence = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence));
        if let Some(said) = line.strip_prefix("## ") {
            let block = block_of(said, self.names);
            self.in_block = block.is_some();
            return Some(Line::Heading { block, raw: line });
        }
        if line.starts_with("# ") {
            self.in_block = false;
        }
        let bullet = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)).filter(|_| self.in_block);
        Some(match bullet {
            Some(said) => self.note(said, line),
            None => Line::Other(line),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BLOCKS: [&str; 3] = ["segments", "channels", "value"];

    fn plain(notes: &[Vec<Written>]) -> Plain {
        let blocks = names().into_iter().zip(notes);
        let blocks = blocks.map(|((block, name), notes)| Filled { block, name, notes: notes.clone() });
        Plain { head: vec![("title", "#1: \"x\"\n---".to_owned())], blocks: blocks.collect() }
    }

    fn names() -> Names {
        let names = ["Customer segments", "Channels", "Value propositions"];
        BLOCKS.iter().zip(names).map(|(block, name)| ((*block).to_owned(), name.to_owned())).collect()
    }

    fn read_back(text: &str) -> Vec<Vec<Written>> {
        let mut outline = read(text, &names());
        BLOCKS.iter().map(|block| outline.blocks.remove(*block).unwrap_or_default()).collect()
    }

    /// Texts with everything in them that could be read as something else.
    fn written() -> impl Strategy<Value = Written> {
        let piece = prop_oneof![
            "[a-zé漢 ]{0,8}",
            Just("\n".to_owned()),
            Just("\n\n".to_owned()),
            Just("- ".to_owned()),
            Just("## Channels".to_owned()),
            Just("> ".to_owned()),
            Just("\\".to_owned()),
            Just("```".to_owned()),
            Just("~~~".to_owned()),
            Just("---".to_owned()),
            Just("\t".to_owned()),
        ];
        let text = proptest::collection::vec(piece, 0..8).prop_map(|parts| parts.concat().trim().to_owned());
        (text.clone().prop_filter("a note says something", |text| !text.is_empty()), text)
            .prop_map(|(text, detail)| Written { text, detail })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(notes in proptest::collection::vec(proptest::collection::vec(written(), 0..4), 3)) {
            let file = write(&plain(&notes));
            prop_assert_eq!(&read_back(&file), &notes, "{}", file);
            let again = write_into(&file, &plain(&notes));
            prop_assert_eq!(&again, &file, "writing the same once more changes nothing");
        }

        #[test]
        fn other_peoples_files_are_read_without_a_word(text in "(## (Channels|Notes)\\n|[-*] |  |\\n|```|---\\n|>|\\\\|[a-z]){0,40}") {
            let _ = read(&text, &names());
        }
    }

    #[test]
    fn what_is_no_note_of_a_block_stays_as_it_is() {
        let note = |text: &str| Written { text: text.to_owned(), detail: String::new() };
        let old = "---\ntags: [x]\n---\n\n# My firm\n\n## key PARTNERSHIPS\nMind the gap.\n- Supplier\n  - nested\n\n## Diary\n- not ours\n\n## Channels\n\n- Web\n- App\n";
        let notes = vec![vec![], vec![note("Phone")], vec![note("Peace")]];
        let new = write_into(old, &plain(&notes));
        assert_eq!(
            new,
            "---\ntags: [x]\n---\n\n# My firm\n\n## key PARTNERSHIPS\nMind the gap.\n- Supplier\n  - nested\n\n## Diary\n- not ours\n\n## Channels\n\n- Phone\n\n## Value propositions\n\n- Peace\n"
        );
    }

    #[test]
    fn files_of_other_programs_are_understood() {
        let text = "\u{FEFF}## CUSTOMER SEGMENTS\n* A\n+ B\n\n```\n- no\n```\n## channel\r\n- Fees\r\n## Nonsense\n- x\n## Value Props:\n-y\n- z\n";
        let outline = read(text, &names());
        let of = |block: &str| outline.blocks[block].iter().map(|note| note.text.as_str()).collect::<Vec<_>>();
        assert_eq!((of("segments"), of("channels"), of("value")), (vec!["A", "B"], vec!["Fees"], vec!["z"]));
        assert_eq!(outline.strangers, ["Nonsense"]);
    }
}
