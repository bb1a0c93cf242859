//! Names and addresses in memory: one folded line a person, searched as a whole, recently spoken-with people first.

use crate::error::Result;
use crate::vault::text::fold;
use memchr::memmem::Finder;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Separates the parts of a line: name, other names, organisation, addresses.
const PART: char = '\u{1}';
/// Hits of the best kind after which a short question stops looking: nobody reads on, and the best come first.
const ENOUGH: usize = 400;

/// Every living person's names and addresses.
#[derive(Debug, Default)]
pub struct Names {
    /// Folded lines, each beginning and ending with [`PART`].
    text: String,
    /// Where each line begins, in bytes.
    starts: Vec<usize>,
    /// Whose line it is.
    rids: Vec<i64>,
    /// The words of names, for questions with a slip: what letters they have, and the word.
    words: Vec<(u32, String)>,
}

/// How well a line answers; less is better.
type Rank = u8;

impl Names {
    /// Reads everybody, those spoken with last first.
    pub fn load(c: &Connection) -> Result<Self> {
        let mut others: BTreeMap<i64, String> = BTreeMap::new();
        let mut add = |sql: &str| -> Result<()> {
            let mut rows = c.prepare(sql)?;
            let mut rows = rows.query([])?;
            while let Some(r) = rows.next()? {
                let line = others.entry(r.get(0)?).or_default();
                line.push_str(&fold(&r.get::<_, String>(1)?));
                line.push(PART);
            }
            Ok(())
        };
        add("SELECT person, o.name FROM role r JOIN organisation o ON o.rid = r.organisation")?;
        add("SELECT person, CASE WHEN kind = 'phone' THEN normal ELSE value END FROM reach WHERE kind <> 'address'")?;
        let mut names = Self::default();
        let mut words: BTreeMap<String, ()> = BTreeMap::new();
        let mut rows = c.prepare(
            "SELECT p.rid, p.name, p.nickname, p.given, p.family, p.said, p.address_as FROM person p
             JOIN person_stat s ON s.person = p.rid WHERE s.live = 1 ORDER BY s.last_at DESC, p.rid DESC",
        )?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            let rid = r.get(0)?;
            let name = fold(&r.get::<_, String>(1)?);
            for word in name.split_whitespace().filter(|w| w.chars().count() > 3) {
                if !words.contains_key(word) {
                    words.insert(word.to_owned(), ());
                }
            }
            names.starts.push(names.text.len());
            names.rids.push(rid);
            names.text.push(PART);
            names.text.push_str(&name);
            names.text.push(PART);
            for i in 2..7 {
                let other = fold(&r.get::<_, String>(i)?);
                if !other.is_empty() && !name.contains(&other) {
                    names.text.push_str(&other);
                    names.text.push(PART);
                }
            }
            names.text.push_str(others.get(&rid).map_or("", String::as_str));
        }
        names.words = words.into_keys().map(|w| (letters(&w), w)).collect();
        Ok(names)
    }

    /// The people whose line holds every word, best first; when hardly any does, those whose name nearly does.
    #[must_use]
    pub fn find(&self, wanted: &[&str], limit: usize) -> Vec<i64> {
        let mut found = self.scan(wanted, limit);
        if found.len() < 3 {
            let mended: Vec<Vec<&str>> = wanted.iter().map(|w| self.nearly(w)).collect();
            if mended.iter().any(|m| !m.is_empty()) {
                for also in self.scan_nearly(wanted, &mended, limit) {
                    if !found.contains(&also) {
                        found.push(also);
                    }
                }
            }
        }
        found.truncate(limit);
        found
    }

    fn scan(&self, wanted: &[&str], limit: usize) -> Vec<i64> {
        // The longest word is the rarest: it chooses the lines, the others only have to agree.
        let Some(rarest) = wanted.iter().max_by_key(|w| w.len()) else { return Vec::new() };
        let digits: String = rarest.chars().filter(char::is_ascii_digit).collect();
        let is_number = digits.len() > 2 && rarest.chars().all(|c| c.is_ascii_digit() || "+-()/. ".contains(c));
        let needle = if is_number { digits.as_str() } else { rarest };
        let searcher = Finder::new(needle);
        let short = needle.chars().count() < 3;
        let mut best: Vec<(Rank, usize)> = Vec::new();
        let mut good = 0;
        let mut at = 0;
        while let Some(hit) = searcher.find(&self.text.as_bytes()[at..]) {
            let line = self.starts.partition_point(|&s| s <= at + hit) - 1;
            let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
            let rank = wanted
                .iter()
                .map(|w| rank(&self.text[self.starts[line]..end], if is_number && w == rarest { needle } else { w }))
                .max();
            if let Some(Some(rank)) = rank.map(|r| (r < Rank::MAX).then_some(r)) {
                good += usize::from(rank <= 1);
                best.push((rank, line));
            }
            if short && good >= ENOUGH.max(limit) {
                break;
            }
            at = end;
        }
        best.sort_unstable();
        best.into_iter().take(limit).map(|(_, line)| self.rids[line]).collect()
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
        for (other, word) in &self.words {
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
        near.into_iter().take(12).map(|n| n.1).collect()
    }

    /// Lines that hold every word or one nearly like it.
    fn scan_nearly(&self, wanted: &[&str], mended: &[Vec<&str>], limit: usize) -> Vec<i64> {
        let mut found = Vec::new();
        let Some(most) = mended.iter().position(|m| !m.is_empty()) else { return found };
        for word in &mended[most] {
            let mut question: Vec<Vec<&str>> =
                wanted.iter().zip(mended).map(|(w, m)| [vec![*w], m.clone()].concat()).collect();
            question[most] = vec![word];
            let candidates = self.scan(&[word], limit * 4);
            found.extend(candidates.into_iter().filter(|rid| {
                let Some(line) = self.rids.iter().position(|r| r == rid) else { return false };
                let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
                let line = &self.text[self.starts[line]..end];
                question.iter().all(|either| either.iter().any(|w| rank(line, w) < Rank::MAX))
            }));
            if found.len() >= limit {
                break;
            }
        }
        found
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

/// The set of letters of a word, as bits; letters beyond a–z share the upper ones.
fn letters(word: &str) -> u32 {
    word.chars()
        .fold(0, |set, c| set | 1 << (if c.is_ascii_lowercase() { c as u32 - 'a' as u32 } else { 26 + (c as u32) % 6 }))
}
