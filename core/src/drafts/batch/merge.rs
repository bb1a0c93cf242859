//! What a template says now and what was written into the letter since, brought together paragraph by paragraph.

/// The letter with the new filling: paragraphs that nobody touched are as the template has them now, the others as they
/// were written.
pub(super) fn merged(base: &str, written: &str, filled: &str) -> String {
    if written == base {
        return filled.to_owned();
    }
    let (base, written, filled) = (paragraphs(base), paragraphs(written), paragraphs(filled));
    // The template has other paragraphs now: which of them a change belongs to nobody can say. What was written stays.
    if base.len() != filled.len() {
        return written.join("\n\n");
    }
    let mut text: Vec<&str> = Vec::with_capacity(written.len());
    let mut next = 0;
    for paragraph in &written {
        match base[next..].iter().position(|one| one == paragraph) {
            Some(at) => {
                text.push(filled[next + at]);
                next += at + 1;
            }
            None => text.push(paragraph),
        }
    }
    text.join("\n\n")
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").collect()
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn what_was_written_stays_and_the_rest_is_new() {
        let base = "Dear Ana,\n\nhow is the shop?\n\nBest,\nInés";
        assert_eq!(merged(base, base, "Dear Anna,\n\nhow is it?"), "Dear Anna,\n\nhow is it?");
        let written = "Dear Ana,\n\nhow is the shop?\n\nThe grinder is here.\n\nBest,\nInés";
        let filled = "Dear Anna,\n\nhow is the shop?\n\nBest,\nInés";
        assert_eq!(
            merged(base, written, filled),
            "Dear Anna,\n\nhow is the shop?\n\nThe grinder is here.\n\nBest,\nInés"
        );
        let written = "Dear Ana,\n\nhow is the roastery?\n\nBest,\nInés";
        assert_eq!(merged(base, written, filled), "Dear Anna,\n\nhow is the roastery?\n\nBest,\nInés");
        assert_eq!(
            merged(base, "Dear Ana,\n\nBest,\nInés", filled),
            "Dear Anna,\n\nBest,\nInés",
            "taken out stays out"
        );
        assert_eq!(merged(base, written, "Hello"), written, "another template: nothing is lost");
    }
}
