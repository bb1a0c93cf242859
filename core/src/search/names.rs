//! Finding people by names and addresses in memory: what everybody's lines held when they were read, and the lines of
//! those who have changed since.

use super::lines::{Lines, PART, Place, letters};
use crate::error::Result;
use crate::people::{self, kinds};
use crate::touchpoints::kinds::participant;
use crate::vault::{Kind, Touched};
use memchr::memmem::Finder;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Hits of the best kind after which a short question stops looking: nobody reads on, and the best come first.
const ENOUGH: usize = 400;
/// People changed at once from which on reading everybody is no slower.
const MANY: usize = 500;
/// People changed since everybody was read from which on the two are joined.
const OVERDUE: usize = 1000;

/// What a line is made of, besides the person's own row.
static KINDS: [&Kind; 3] = [&kinds::reach::KIND, &kinds::role::KIND, &participant::KIND];

/// Every living person's names and addresses.
#[derive(Debug)]
pub struct Names {
    all: Arc<Lines>,
    /// Whose lines in `all` are out of date.
    gone: BTreeSet<i64>,
    /// Their lines as they are now.
    fresh: Lines,
}

/// How well a line answers; less is better.
type Rank = u8;

/// A line that answers: how well, where it stands among all, and which it is.
type Hit<'n> = (Rank, Place, &'n str);

impl Names {
    /// Reads everybody.
    pub fn load(c: &Connection) -> Result<Self> {
        Ok(Self { all: Arc::new(Lines::load(c)?), gone: BTreeSet::new(), fresh: Lines::default() })
    }

    /// The same after these rows were touched; nothing when so many were that everybody is better read anew.
    pub fn follow(c: &Connection, before: &Self, touched: &[Touched]) -> Result<Option<Self>> {
        let Some(people) = people::concerned(c, touched, &KINDS, MANY)? else { return Ok(None) };
        let mut next = Self { all: Arc::clone(&before.all), gone: before.gone.clone(), fresh: before.fresh.clone() };
        if !people.is_empty() {
            next.fresh.read(c, &people)?;
            next.gone.extend(people);
        }
        if next.gone.len() > OVERDUE {
            let all = Arc::new(next.all.joined(&next.gone, &next.fresh));
            next = Self { all, gone: BTreeSet::new(), fresh: Lines::default() };
        }
        Ok(Some(next))
    }

    /// The people whose line holds every word, best first; when hardly any does, those whose name nearly does.
    #[must_use]
    pub fn find(&self, wanted: &[&str], limit: usize) -> Vec<i64> {
        let rid = |hit: Hit<'_>| hit.1.0.1;
        let mut found: Vec<i64> = self.scan(wanted, limit).into_iter().map(rid).collect();
        if found.len() < 3 {
            let mended: Vec<Vec<&str>> = wanted.iter().map(|w| self.nearly(w)).collect();
            for also in self.scan_nearly(wanted, &mended, limit).into_iter().map(rid) {
                if !found.contains(&also) {
                    found.push(also);
                }
            }
        }
        found.truncate(limit);
        found
    }

    fn scan(&self, wanted: &[&str], limit: usize) -> Vec<Hit<'_>> {
        // The longest word is the rarest: it chooses the lines, the others only have to agree.
        let Some(rarest) = wanted.iter().max_by_key(|w| w.len()) else { return Vec::new() };
        let digits: String = rarest.chars().filter(char::is_ascii_digit).collect();
        let is_number = digits.len() > 2 && rarest.chars().all(|c| c.is_ascii_digit() || "+-()/. ".contains(c));
        let needle = if is_number { digits.as_str() } else { rarest };
        let question: Vec<&str> = wanted.iter().map(|w| if is_number && w == rarest { needle } else { *w }).collect();
        let mut best = Vec::new();
        for lines in [&self.fresh, &*self.all] {
            let is_gone = |place: Place| std::ptr::eq(lines, &*self.all) && self.gone.contains(&place.0.1);
            scan_lines(lines, needle, &question, limit, is_gone, &mut best);
        }
        best.sort_unstable();
        best.truncate(limit);
        best
    }

    /// Words of names that are a slip away: one for words of four to seven letters, two for longer ones.
    fn nearly(&self, typed: &str) -> Vec<&str> {
        let length = typed.chars().count();
        if length < 4 {
            return Vec::new();
        }
        let slips = if length < 8 { 1 } else { 2 };
        let mask = letters(typed);
        let mut near: Vec<(usize, &str)> = Vec::new();
        for (other, word) in self.fresh.words().chain(self.all.words()) {
            // Each slip changes at most two letters of the set.
            if (mask ^ other).count_ones() as usize > 2 * slips || word.len().abs_diff(typed.len()) > 4 * slips {
                continue;
            }
            let distance = strsim::damerau_levenshtein(typed, word);
            if distance > 0 && distance <= slips {
                near.push((distance, word));
            }
        }
        near.sort_unstable();
        near.dedup();
        near.into_iter().take(12).map(|n| n.1).collect()
    }

    /// Lines that hold every word or one nearly like it.
    fn scan_nearly(&self, wanted: &[&str], mended: &[Vec<&str>], limit: usize) -> Vec<Hit<'_>> {
        let mut found = Vec::new();
        let Some(most) = mended.iter().position(|m| !m.is_empty()) else { return found };
        for word in &mended[most] {
            let mut question: Vec<Vec<&str>> =
                wanted.iter().zip(mended).map(|(w, m)| [vec![*w], m.clone()].concat()).collect();
            question[most] = vec![word];
            let holds = |line: &str| question.iter().all(|either| either.iter().any(|w| rank(line, w) < Rank::MAX));
            found.extend(self.scan(&[word], limit * 4).into_iter().filter(|hit| holds(hit.2)));
            if found.len() >= limit {
                break;
            }
        }
        found
    }
}

/// Adds the lines that hold `needle` and answer the question.
fn scan_lines<'n>(
    lines: &'n Lines,
    needle: &str,
    question: &[&str],
    limit: usize,
    is_gone: impl Fn(Place) -> bool,
    best: &mut Vec<Hit<'n>>,
) {
    let searcher = Finder::new(needle);
    let short = needle.chars().count() < 3;
    let (mut good, mut fair, mut line, mut at) = (0, 0, 0, 0);
    while let Some(hit) = searcher.find(&lines.text().as_bytes()[at..]) {
        line = lines.around(line, at + hit);
        // Lines stand in their order: after enough hits outside names, another one can only come after them.
        let is_late = fair >= limit && !lines.is_in_name(line, at + hit);
        at = lines.end(line);
        let (place, text) = (lines.place(line), lines.line(line));
        if is_late || is_gone(place) {
            continue;
        }
        let rank = question.iter().map(|w| rank(text, w)).max().unwrap_or(Rank::MAX);
        if rank == Rank::MAX {
            continue;
        }
        good += usize::from(rank <= 1);
        fair += usize::from(rank <= 2);
        best.push((rank, place, text));
        if short && good >= ENOUGH.max(limit) {
            break;
        }
    }
}

/// 0: the name begins with it; 1: a word of the name does; 2: a word of an address or another name does; 3: it stands
/// somewhere inside.
fn rank(line: &str, word: &str) -> Rank {
    let body = &line[PART.len_utf8()..];
    if body.starts_with(word) {
        return 0;
    }
    let name_end = body.find(PART).unwrap_or(body.len());
    let mut best = Rank::MAX;
    for (at, _) in body.match_indices(word) {
        let begins = body[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let rank = match (begins, at < name_end) {
            (true, true) => return 1,
            (true, false) => 2,
            (false, _) => 3,
        };
        best = best.min(rank);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Reverse;

    /// A few hundred lines of few different words, so that many answer.
    fn some(lines: i64) -> Lines {
        let words = ["ana", "banana", "harbour cafe", "anatol ruiz", "ruth harb", "anna@harbour.example", "+4930123"];
        let mut all = Lines::default();
        for n in 0..lines {
            let word = |i: i64| words[usize::try_from((n * 31 + i * 17 + n / 7) % 7).unwrap()];
            all.push(
                Reverse((Some(lines - n), n)),
                &format!("{PART}{}{PART}{}{PART}{}{PART}", word(0), word(1), word(2)),
            );
        }
        all
    }

    #[test]
    fn what_is_left_out_early_would_not_have_been_among_the_first() {
        let all = some(390);
        let names = Names { all: Arc::new(all.clone()), gone: (0..390).step_by(5).collect(), fresh: Lines::default() };
        for question in
            [&["ana"][..], &["harb"], &["ana", "harb"], &["anat"], &["4930"], &["example"], &["uiz"], &["a"]]
        {
            for limit in [1, 3, 20, 400] {
                let answers =
                    (0..all.len()).filter(|line| !names.gone.contains(&all.place(*line).0.1)).filter_map(|line| {
                        let rank = question.iter().map(|w| rank(all.line(line), w)).max()?;
                        (rank < Rank::MAX).then_some((rank, all.place(line), all.line(line)))
                    });
                let mut wanted: Vec<Hit<'_>> = answers.collect();
                wanted.sort_unstable();
                wanted.truncate(limit);
                assert!(!wanted.is_empty());
                assert_eq!(names.scan(question, limit), wanted, "{question:?}, {limit}");
            }
        }
    }
}
