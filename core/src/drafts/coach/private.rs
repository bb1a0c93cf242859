//! MC19, MC20, MC36 and MC47: what is nobody's business, what nobody told us, what must not be public, and what is
//! meant for the house.

use super::anchors::stem;
use super::finding::{CoachLevel, Found, Outcome};
use super::letter::{Letter, LetterKind};
use super::marks::Mark;
use super::names::fold;
use super::reading::Reading;
use super::words_in::words_in;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How many words in a row of an internal note make it that note.
const RUN: usize = 4;

/// MC19: health, faith, origin, politics, love, money, crime, children, where somebody is.
pub(super) fn sensitive(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::Sensitive) {
        return Outcome::NotChecked;
    }
    let told = |written: &str| letter.book.may_be_sensitive && is_told(letter, written);
    let all = reading.hits(Mark::Sensitive).filter(|hit| !told(reading.at(&hit.at))).map(|hit| {
        Found::new(CoachLevel::Warn, hit.what.map_or("other", variant_of), Some(hit.at.clone()), "64de FAQ 1")
            .with("written", reading.at(&hit.at))
    });
    Outcome::found_or_passed(all.collect())
}

/// The keys of the page's sentences, so that a list cannot name one that is not there.
fn variant_of(what: &str) -> &'static str {
    const KINDS: [&str; 13] = [
        "health",
        "pregnancy",
        "origin",
        "politics",
        "religion",
        "union",
        "genetic",
        "biometric",
        "sexLife",
        "location",
        "children",
        "money",
        "crime",
    ];
    KINDS.into_iter().find(|kind| *kind == what).unwrap_or("other")
}

/// MC20: good wishes for what nobody told us.
pub(super) fn guessed_event(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if !reading.has_list(Mark::LifeEvent) {
        return Outcome::NotChecked;
    }
    let all = reading
        .hits(Mark::LifeEvent)
        .filter(|hit| reading.is_in(Mark::Congratulate, hit.sentence.saturating_sub(1)..hit.sentence + 2))
        .filter(|hit| !is_told(letter, reading.at(&hit.at)))
        .map(|hit| {
            Found::new(CoachLevel::Stop, "event", Some(hit.at.clone()), "64de pitfall 2")
                .with("written", reading.at(&hit.at))
        });
    Outcome::found_or_passed(all.collect())
}

/// Whether the log of what they told holds the weightiest word of it.
fn is_told(letter: &Letter, written: &str) -> bool {
    let longest = words_in(written, 0..written.len()).into_iter().max_by_key(|word| word.text.chars().count());
    let Some(word) = longest else { return false };
    let wanted = stem(&word.text);
    letter.book.told.iter().any(|told| words_in(told, 0..told.len()).iter().any(|word| stem(&word.text) == wanted))
}

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\w.+-]+@[\w-]+(\.[\w-]+)+").ok());
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\+?\d[\d ()/.-]{5,}\d").ok());
static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let nouns = "order|invoice|ticket|case|customer|policy|account|Bestellung|Bestellnummer|Rechnung|Rechnungsnummer|\
                 Auftrag|Vorgang|Kundennummer|pedido|factura|cliente|expediente|cuenta";
    Regex::new(&format!(r"(?i)\b(?:{nouns})(?:\s*(?:no\.?|nr\.?|n\.?º|núm\.?|number|nummer|número))?[\s:#]*([A-Z]{{0,4}}-?\d{{3,}}[\w-]*)|#\d{{3,}}")).ok()
});

/// MC36: what others can read names no address, no number and no whole name.
pub(super) fn public(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "64de pitfall 3";
    if letter.kind != LetterKind::PublicReply {
        return Outcome::DoesNotApply;
    }
    let text = reading.text.as_str();
    let mut all: Vec<(Range<usize>, CoachLevel, &'static str)> = Vec::new();
    let mut add = |at: Range<usize>, level, variant| {
        if !all.iter().any(|(known, ..)| known.start < at.end && at.start < known.end) {
            all.push((at, level, variant));
        }
    };
    for known in letter.book.personal.iter().filter(|known| known.trim().chars().count() > 4) {
        text.match_indices(known.trim())
            .for_each(|(at, found)| add(at..at + found.len(), CoachLevel::Stop, "personal"));
    }
    let domain = letter.sender.email.rsplit_once('@').map(|(_, domain)| domain.to_lowercase());
    for found in matches(&ADDRESS, text) {
        let own = domain.as_ref().is_some_and(|domain| text[found.clone()].to_lowercase().ends_with(domain));
        if !own {
            add(found, CoachLevel::Stop, "email");
        }
    }
    matches(&REFERENCE, text).into_iter().for_each(|at| add(at, CoachLevel::Stop, "reference"));
    // A number that is not on their page can be the firm's own.
    let is_number = |at: &Range<usize>| {
        let written = &text[at.clone()];
        let parts: Vec<usize> = written.split(['.', '-', '/']).map(str::len).collect();
        let is_day = matches!(parts[..], [1 | 2, 1 | 2, 2 | 4] | [4, 2, 2]);
        written.chars().filter(char::is_ascii_digit).count() >= 7 && !is_day
    };
    matches(&NUMBER, text).into_iter().filter(is_number).for_each(|at| add(at, CoachLevel::Warn, "number"));
    if let Some(at) = whole_name(letter, text) {
        add(at, CoachLevel::Stop, "name");
    }
    all.sort_by_key(|(at, ..)| at.start);
    let found = all.into_iter().map(|(at, level, variant)| {
        Found::new(level, variant, Some(at.clone()), SOURCE).with("written", reading.at(&at))
    });
    Outcome::found_or_passed(found.collect())
}

fn matches(pattern: &LazyLock<Option<Regex>>, text: &str) -> Vec<Range<usize>> {
    pattern.as_ref().map_or_else(Vec::new, |pattern| pattern.find_iter(text).map(|found| found.range()).collect())
}

/// Given and family name side by side.
fn whole_name(letter: &Letter, text: &str) -> Option<Range<usize>> {
    let parts: Vec<String> = fold(&letter.person.name).split_whitespace().map(str::to_owned).collect();
    let words = words_in(text, 0..text.len());
    let folded: Vec<String> = words.iter().map(|word| fold(&word.text)).collect();
    let pairs = parts.windows(2);
    pairs
        .flat_map(|pair| folded.windows(2).position(|run| run == pair))
        .next()
        .map(|at| words[at].at.start..words[at + 1].at.end)
}

/// MC47: lines and notes that are for internal use.
pub(super) fn internal(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    const SOURCE: &str = "262e 5.2";
    let Some(lists) = reading.words.map(|words| &words.checks.marks) else { return Outcome::NotChecked };
    let mut all = Vec::new();
    let mut at = 0;
    for line in reading.text.split_inclusive('\n') {
        let words = words_in(&reading.text, at..at + line.len());
        let length = lists.length_at(Mark::Internal, &words, 0);
        let ends = words.get(length.wrapping_sub(1)).map_or(0, |word| word.at.end);
        if length > 0 && reading.text[ends..at + line.len()].trim_start_matches([']', ')']).starts_with(':') {
            let place = at..at + line.trim_end().len();
            let found = Found::new(CoachLevel::Stop, "line", Some(place.clone()), SOURCE);
            all.push(found.with("written", reading.at(&place)).fix("takeOut", at..at + line.len(), ""));
        }
        at += line.len();
    }
    let words = words_in(&reading.text, 0..reading.text.len());
    for note in &letter.book.internal {
        if let Some(run) = shared_run(&words, note) {
            let place = words[run.start].at.start..words[run.end - 1].at.end;
            let found = Found::new(CoachLevel::Stop, "note", Some(place.clone()), SOURCE);
            all.push(found.with("written", reading.at(&place)));
        }
    }
    Outcome::found_or_passed(all)
}

/// The words of the letter that stand in the note in the same order, four or more; or the whole note, if it is shorter.
fn shared_run(words: &[super::words_in::Word], note: &str) -> Option<Range<usize>> {
    let note: Vec<String> = words_in(note, 0..note.len()).into_iter().map(|word| word.text).collect();
    // One word is too little to know it by, unless it can be nothing else.
    let needed = RUN.min(note.len());
    if needed == 0 || (needed == 1 && note[0].chars().count() < 6) {
        return None;
    }
    words.windows(needed).enumerate().find_map(|(at, run)| {
        let same = note.windows(needed).position(|known| run.iter().zip(known).all(|(a, b)| a.text == *b))?;
        let more = words[at + needed..].iter().zip(&note[same + needed..]).take_while(|(a, b)| a.text == **b).count();
        Some(at..at + needed + more)
    })
}
