//! MC37: the voice of the firm as rules that a program can read: six kinds, after those of the prose linter Vale, in code
//! of our own. Style never stops a letter: a rule warns or hints.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::reading::{Reading, with_capital};
use super::words_in::{Gap, Phrases, Word, words_in};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use ts_rs::TS;

const SOURCE: &str = "262e 2.2; 64de consistency";

/// What a rule looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum VoiceRuleKind {
    /// Words that are not ours.
    #[default]
    Existence,
    /// Words for which we have others.
    Substitution,
    /// Words that stand there too often.
    Occurrence,
    /// The same word twice in a row; any word, where none is given.
    Repetition,
    /// Several ways to write one thing, of which a letter uses one.
    Consistency,
    /// Words that want others beside them.
    Conditional,
}

/// A rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export)]
pub struct VoiceRule {
    /// What it looks for.
    pub kind: VoiceRuleKind,
    /// Whether it warns; it hints otherwise.
    pub warns: bool,
    /// Why, in a sentence.
    pub message: String,
    /// The words or phrases.
    pub words: Vec<String>,
    /// What to say instead (substitution), or what has to stand there too (conditional).
    pub wanted: String,
    /// How often is enough (occurrence).
    pub most: u32,
    /// Phrases in which they are right.
    pub exceptions: Vec<String>,
    /// Examples in which it has to find something.
    pub bad: Vec<String>,
    /// Examples in which it must not.
    pub good: Vec<String>,
}

/// What the coach knows of the voice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Voice {
    /// The rules.
    pub rules: Vec<VoiceRule>,
    /// With which letters end.
    pub sign_offs: Vec<String>,
}

/// A place in a text, and what would be better there.
type Place = (Range<usize>, Option<String>);

pub(super) fn check(letter: &Letter, reading: &Reading<'_>) -> Outcome {
    let voice = &letter.voice;
    if voice.rules.is_empty() && voice.sign_offs.is_empty() {
        return Outcome::DoesNotApply;
    }
    let mut all = Vec::new();
    for rule in &voice.rules {
        let level = if rule.warns { CoachLevel::Warn } else { CoachLevel::Hint };
        for (at, better) in places(rule, &reading.text) {
            if reading.is_quoted(at.start) {
                continue;
            }
            let found = Found::new(level, "rule", Some(at.clone()), SOURCE)
                .with("written", reading.at(&at))
                .with("what", rule.message.as_str());
            all.push(match better {
                Some(better) => found.with("better", better.as_str()).fix("say", at, better),
                None => found,
            });
        }
    }
    all.extend(signed_off(voice, reading));
    Outcome::found_or_passed(all)
}

/// The letter ends as the firm's letters do.
fn signed_off(voice: &Voice, reading: &Reading<'_>) -> Option<Found> {
    let wanted: Phrases = voice.sign_offs.iter().collect();
    let first = reading.tail.first().filter(|_| !voice.sign_offs.is_empty())?;
    if wanted.are_in(&first.words) {
        return None;
    }
    let line = reading.text[first.at.start..].lines().next().unwrap_or_default().trim_end_matches([',', ' ', '.']);
    let at = first.at.start..first.at.start + line.len();
    let better = voice.sign_offs.first()?;
    Some(
        Found::new(CoachLevel::Hint, "signOff", Some(at.clone()), SOURCE)
            .with("written", line)
            .with("better", better.as_str())
            .fix("say", at, better.as_str()),
    )
}

/// The examples of a rule in which it does not do what they say: found nothing, or too much.
pub(crate) fn failed_examples(rule: &VoiceRule) -> Vec<String> {
    let finds = |text: &&String| !places(rule, text).is_empty();
    let missed = rule.bad.iter().filter(|text| !finds(text));
    missed.chain(rule.good.iter().filter(finds)).cloned().collect()
}

/// Where a rule finds something.
fn places(rule: &VoiceRule, text: &str) -> Vec<Place> {
    let words = words_in(text, 0..text.len());
    let lists: Vec<Phrases> = rule.words.iter().map(|phrase| std::iter::once(phrase).collect()).collect();
    let exceptions: Phrases = rule.exceptions.iter().collect();
    let excepted: Vec<Range<usize>> = hits(&exceptions, &words);
    let is_free = |hit: &Range<usize>| !excepted.iter().any(|whole| whole.start <= hit.start && hit.end <= whole.end);
    let of = |list: &Phrases| hits(list, &words).into_iter().filter(is_free).collect::<Vec<_>>();
    let mut each: Vec<Range<usize>> = lists.iter().flat_map(of).collect();
    each.sort_by_key(|hit| (hit.start, usize::MAX - hit.end));
    each.dedup_by(|later, first| later.start < first.end);
    let plain = |hits: Vec<Range<usize>>| hits.into_iter().map(|hit| (bytes(&words, &hit), None)).collect();
    match rule.kind {
        VoiceRuleKind::Existence => plain(each),
        VoiceRuleKind::Substitution => {
            let better = |hit: &Range<usize>| {
                let begins = words[hit.start].gap == Gap::Stop && words[hit.start].is_capital;
                if begins { with_capital(&rule.wanted) } else { rule.wanted.clone() }
            };
            each.into_iter().map(|hit| (bytes(&words, &hit), Some(better(&hit)))).collect()
        }
        VoiceRuleKind::Occurrence => plain(each.into_iter().skip(rule.most as usize).collect()),
        VoiceRuleKind::Repetition => plain(repeated(&words, &each, rule.words.is_empty(), is_free)),
        VoiceRuleKind::Consistency => mixed(&lists, &rule.words, &words, of),
        VoiceRuleKind::Conditional => {
            let wanted: Phrases = std::iter::once(&rule.wanted).collect();
            if wanted.are_in(&words) { Vec::new() } else { plain(each.into_iter().take(1).collect()) }
        }
    }
}

fn hits(list: &Phrases, words: &[Word]) -> Vec<Range<usize>> {
    (0..words.len()).map(|at| at..at + list.length_at(words, at)).filter(|hit| !hit.is_empty()).collect()
}

fn bytes(words: &[Word], hit: &Range<usize>) -> Range<usize> {
    words[hit.start].at.start..words[hit.end - 1].at.end
}

/// The same word again, right after it.
fn repeated(
    words: &[Word],
    each: &[Range<usize>],
    any: bool,
    is_free: impl Fn(&Range<usize>) -> bool,
) -> Vec<Range<usize>> {
    (1..words.len())
        .filter(|at| words[*at].text == words[at - 1].text && words[*at].gap == Gap::Space)
        .filter(|at| any || each.iter().any(|hit| hit.contains(at)))
        .map(|at| at..at + 1)
        .filter(is_free)
        .collect()
}

/// Every other way of writing than the first that the text uses.
fn mixed(
    lists: &[Phrases],
    written: &[String],
    words: &[Word],
    of: impl Fn(&Phrases) -> Vec<Range<usize>>,
) -> Vec<Place> {
    let found: Vec<Vec<Range<usize>>> = lists.iter().map(of).collect();
    let first = found.iter().enumerate().filter_map(|(at, hits)| Some((hits.first()?.start, at))).min();
    let Some((_, first)) = first else { return Vec::new() };
    let others = found.iter().enumerate().filter(|(at, _)| *at != first).flat_map(|(_, hits)| hits);
    others.map(|hit| (bytes(words, hit), written.get(first).cloned())).collect()
}
