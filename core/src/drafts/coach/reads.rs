//! MC41 and MC42: no empty phrases, and easy to read.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::{Letter, LetterKind};
use super::marks::listed::{Saying, found};
use super::marks::{Mark, PassiveWords};
use super::reading::{Reading, Sentence};
use super::words_in::Word;

/// From how many words a sentence is long.
const LONG: usize = 25;
/// From how many sentences a paragraph is long.
const MANY: usize = 5;
/// The automated readability index up to which a text is easy.
const EASY: f64 = 9.0;
/// From how many words the index says anything.
const ENOUGH: usize = 60;
/// Of how many passives one begins to wonder who does anything.
const PASSIVES: usize = 3;

/// MC41: phrases that say nothing.
pub(super) fn empty_phrases(_letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let saying = Saying { mark: Mark::EmptyPhrase, level: CoachLevel::Hint, variant: "empty", source: "64de step 2" };
    if !reading.has_list(saying.mark) {
        return Outcome::NotChecked;
    }
    let all = reading.hits(saying.mark).map(|hit| {
        let sentence = &reading.sentences[hit.sentence];
        let rest = sentence.words.len() - hit.words.len();
        let found = found(reading, hit, &saying);
        // A sentence that is little else goes as a whole.
        if rest > 4 {
            return found;
        }
        let start = sentence.at.start;
        let after = &reading.text[sentence.at.end..reading.closing.max(sentence.at.end)];
        let end = reading.closing.max(sentence.at.end) - after.trim_start().len();
        found.fix("takeOutSentence", start..end, "")
    });
    Outcome::found_or_passed(all.collect())
}

/// MC42: long sentences, long paragraphs, long letters, too much passive.
pub(super) fn easy(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    if reading.words.is_none() {
        return Outcome::NotChecked;
    }
    let hint = |variant, at| Found::new(CoachLevel::Hint, variant, at, "fbf2 “confusing”");
    let mut all: Vec<Found> = reading
        .sentences
        .iter()
        .filter(|sentence| sentence.words.len() > LONG)
        .map(|sentence| hint("longSentence", Some(sentence.at.clone())).with("count", sentence.words.len().to_string()))
        .collect();
    all.extend(long_paragraph(reading).map(|at| hint("longParagraph", Some(at))));
    let count: usize = reading.sentences.iter().map(|sentence| sentence.words.len()).sum();
    let most = most_words(letter.kind);
    if count > most {
        all.push(hint("longLetter", None).with("count", count.to_string()).with("most", most.to_string()));
    }
    if let Some(passive) = reading.words.and_then(|words| words.checks.passive.as_ref()) {
        let passives: Vec<&Sentence> = reading.sentences.iter().filter(|s| is_passive(passive, &s.words)).collect();
        if passives.len() > PASSIVES && passives.len() * 2 > reading.sentences.len() {
            let at = passives.first().map(|sentence| sentence.at.clone());
            all.push(hint("passive", at).with("count", passives.len().to_string()));
        }
        if all.is_empty() && readability(reading).is_some_and(|index| index > EASY) {
            all.push(hint("hardWords", None));
        }
    }
    Outcome::found_or_passed(all)
}

/// How many words a letter of a kind takes at most before it is skimmed. Thanks have a rule of their own.
fn most_words(kind: LetterKind) -> usize {
    match kind {
        LetterKind::Birthday => 120,
        LetterKind::ReviewAsk | LetterKind::ReferralAsk | LetterKind::CommunityInvite | LetterKind::PermissionAsk => {
            160
        }
        LetterKind::Apology | LetterKind::ComplaintReply | LetterKind::Welcome | LetterKind::ReviewMeeting => 260,
        _ => 220,
    }
}

fn long_paragraph(reading: &Reading<'_>) -> Option<std::ops::Range<usize>> {
    let mut first = 0;
    for at in 1..=reading.sentences.len() {
        let breaks = reading
            .sentences
            .get(at)
            .is_none_or(|next| reading.text[reading.sentences[at - 1].at.end..next.at.start].matches('\n').count() > 1);
        if !breaks {
            continue;
        }
        if at - first > MANY {
            return Some(reading.sentences[first].at.start..reading.sentences[at - 1].at.end);
        }
        first = at;
    }
    None
}

fn is_passive(lists: &PassiveWords, words: &[Word]) -> bool {
    let is = |list: &[String], word: &Word| list.contains(&word.text);
    (0..words.len()).any(|at| {
        is(&lists.be, &words[at]) && {
            let next = words[at + 1..].iter().find(|word| !is(&lists.between, word));
            next.is_some_and(|word| {
                is(&lists.words, word)
                    || (word.text.len() > 4 && lists.ends.iter().any(|end| word.text.ends_with(end.as_str())))
            })
        }
    })
}

/// The automated readability index: letters a word and words a sentence. `None` for short texts.
pub(super) fn readability(reading: &Reading<'_>) -> Option<f64> {
    let words: usize = reading.sentences.iter().map(|sentence| sentence.words.len()).sum();
    if words < ENOUGH {
        return None;
    }
    let letters: usize =
        reading.sentences.iter().flat_map(|sentence| &sentence.words).map(|word| word.text.chars().count()).sum();
    #[allow(clippy::cast_precision_loss, reason = "a letter has fewer than 2^52 letters")]
    let (letters, words, sentences) = (letters as f64, words as f64, reading.sentences.len() as f64);
    Some(4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43)
}
