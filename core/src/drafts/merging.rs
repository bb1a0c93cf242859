//! Joins a letter that somebody wrote on with what its template says now. What was typed always stays.

/// Above so many steps of work two texts are not compared word by word.
const MOST: usize = 4_000_000;
/// A paragraph of which less is left was written anew, in percent: nothing is put between its words.
const LEFT: usize = 60;

/// `base` is what the template said, `mine` what became of it by hand, `theirs` what it says now.
pub(super) fn merge(base: &str, mine: &str, theirs: &str) -> String {
    let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (base, mine, theirs) = (with_end(base), with_end(mine), with_end(theirs));
    let merged = three_way(&lines(&base), &lines(&mine), &lines(&theirs), &merge_lines);
    let text = merged.concat();
    text.strip_suffix('\n').unwrap_or(&text).to_owned()
}

/// The last line ends like every other, so that a line after it changes nothing in it.
fn with_end(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// Lines that both changed: one that only the template changed is as the template says now, one that both did is
/// compared word by word, and one that was typed stays.
fn merge_lines(base: &[String], mine: &[String], theirs: &[String]) -> Vec<String> {
    if base.len() != theirs.len() {
        return mine.to_vec();
    }
    let mut kept = vec![None; mine.len()];
    for (at, place) in matches(base, mine).into_iter().enumerate() {
        place.into_iter().for_each(|place| kept[place] = Some(at));
    }
    let of = |at: usize| kept[at].or_else(|| (base.len() == mine.len()).then_some(at));
    let each = mine.iter().enumerate();
    each.map(|(at, line)| of(at).map_or_else(|| line.clone(), |was| merge_line(&base[was], line, &theirs[was])))
        .collect()
}

fn merge_line(base: &str, mine: &str, theirs: &str) -> String {
    let (base, mine, theirs) = (words(base), words(mine), words(theirs));
    let kept = matches(&base, &mine).iter().flatten().count();
    if kept * 100 < base.len() * LEFT {
        return mine.concat();
    }
    three_way(&base, &mine, &theirs, &|_, mine, _| mine.to_vec()).concat()
}

/// Words with what follows them up to the next.
fn words(line: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut in_word = false;
    for letter in line.chars() {
        let begins = letter.is_alphanumeric() && !in_word;
        in_word = letter.is_alphanumeric();
        match all.last_mut() {
            Some(last) if !begins => last.push(letter),
            _ => all.push(letter.to_string()),
        }
    }
    all
}

type Settle<'a> = &'a dyn Fn(&[String], &[String], &[String]) -> Vec<String>;

/// Where one side only changed something, its words are taken; where both did, `settle` says.
fn three_way(base: &[String], mine: &[String], theirs: &[String], settle: Settle<'_>) -> Vec<String> {
    let (in_mine, in_theirs) = (matches(base, mine), matches(base, theirs));
    let mut merged = Vec::new();
    let (mut i, mut x, mut y) = (0, 0, 0);
    loop {
        let shared = (i..base.len()).find_map(|at| Some((at, in_mine[at]?, in_theirs[at]?)));
        let (j, p, q) = shared.unwrap_or((base.len(), mine.len(), theirs.len()));
        let (before, by_me, by_them) = (&base[i..j], &mine[x..p], &theirs[y..q]);
        if by_me == before {
            merged.extend_from_slice(by_them);
        } else if by_them == before || by_me == by_them {
            merged.extend_from_slice(by_me);
        } else {
            merged.extend(settle(before, by_me, by_them));
        }
        if j == base.len() {
            return merged;
        }
        merged.push(base[j].clone());
        (i, x, y) = (j + 1, p + 1, q + 1);
    }
}

/// For each piece of `a` the piece of `b` that it became, in the longest common row of both.
fn matches(a: &[String], b: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; a.len()];
    let front = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(a, b)| a == b).count();
    for (at, place) in found.iter_mut().enumerate().take(front) {
        *place = Some(at);
    }
    for at in 0..back {
        found[a.len() - 1 - at] = Some(b.len() - 1 - at);
    }
    let (a, b) = (&a[front..a.len() - back], &b[front..b.len() - back]);
    if a.len().saturating_mul(b.len()) > MOST {
        return found;
    }
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i] == b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            found[front + i] = Some(front + j);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "Dear Ana,\n\nthe last time, it was about the invoices. How are things now?\n\nWarmly,\nJo";

    #[test]
    fn what_was_typed_stays_and_what_the_template_says_anew_comes() {
        let mine = "Dear Ana,\n\nthe last time, it was about the invoices. How are things now?\n\nP. S. Elena says hello.\n\nWarmly,\nJo";
        let theirs = BASE.replace("Ana", "Anaïs").replace("How are things now?", "Are they right now?");
        assert_eq!(
            merge(BASE, mine, &theirs),
            "Dear Anaïs,\n\nthe last time, it was about the invoices. Are they right now?\n\nP. S. Elena says hello.\n\nWarmly,\nJo"
        );
        // Both changed one line: each keeps its words, and where both changed the same words, mine stay.
        let mine = BASE.replace("invoices", "new invoices").replace("Warmly", "Yours");
        let theirs = BASE.replace("now?", "today?").replace("Warmly", "Best wishes");
        let merged = merge(BASE, &mine, &theirs);
        assert_eq!(
            merged,
            "Dear Ana,\n\nthe last time, it was about the new invoices. How are things today?\n\nYours,\nJo"
        );
        // A paragraph that was written anew gets nothing between its words.
        let mine = BASE.replace(
            "the last time, it was about the invoices. How are things now?",
            "it snows here, and it is about time.",
        );
        assert_eq!(merge(BASE, &mine, &theirs), mine.replace("Warmly", "Best wishes"));
    }

    #[test]
    fn taken_out_stays_out_and_with_another_template_nothing_is_lost() {
        let base = "Dear Ana,\n\nhow is the shop?\n\nBest,\nInés";
        let filled = base.replace("Ana", "Anna");
        assert_eq!(merge(base, "Dear Ana,\n\nBest,\nInés", &filled), "Dear Anna,\n\nBest,\nInés");
        let written = base.replace("shop", "roastery");
        assert_eq!(merge(base, &written, "Hello"), written);
    }

    #[test]
    fn what_was_typed_below_a_line_does_not_keep_the_line_as_it_was() {
        let typed = BASE.replace("Warmly", "P. S. Elena says hello.\n\nWarmly");
        let theirs =
            BASE.replace("the last time, it was about the invoices. How are things now?", "the grinder is here.");
        let merged = merge(BASE, &typed, &theirs);
        assert_eq!(merged, "Dear Ana,\n\nthe grinder is here.\n\nP. S. Elena says hello.\n\nWarmly,\nJo");
    }

    proptest! {
        #[test]
        fn one_side_alone_always_wins(base in "([a-c]{1,2}[ ,.\n]){0,30}", other in "([a-c]{1,2}[ ,.\n]){0,30}") {
            prop_assert_eq!(merge(&base, &base, &other), other.clone());
            prop_assert_eq!(merge(&base, &other, &base), other);
        }

        #[test]
        fn a_line_that_was_typed_is_there_afterwards(base in "([a-c]{1,3} ?\n){1,8}", theirs in "([a-c]{1,3} ?\n){0,8}", at in 0_usize..8) {
            let mut lines: Vec<&str> = base.lines().collect();
            lines.insert(at.min(lines.len()), "typed by hand");
            prop_assert!(merge(&base, &lines.join("\n"), &theirs).contains("typed by hand"));
        }
    }
}
