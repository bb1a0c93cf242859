//! What went wrong in a file, with its line, so that it can be shown, written to an error file and mended.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many characters of a line are quoted at most.
const QUOTED: usize = 80;

/// One thing that was wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "FileProblem")]
pub struct Problem {
    /// 1-based line in the file.
    pub line: usize,
    /// The start of the line, 80 characters at most; may be personal: shown to the user, never logged.
    pub what: String,
    /// Why it is a problem.
    pub why: Why,
}

/// Why something could not be read as it should. The window has a sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "FileProblemWhy")]
pub enum Why {
    /// A card is larger than [`super::MAX_CARD`]. It is left out.
    CardTooLarge,
    /// Nothing between `BEGIN` and `END` is a property. The card is left out.
    CardNotReadable,
    /// The parser failed on it. The card is left out.
    ParserFailed,
    /// Lines that belong to no card. They are left out.
    OutsideCard,
    /// A card has no `END`. It is read as far as it goes.
    CardCutOff,
    /// A card says nothing.
    CardEmpty,
    /// The picture is larger than [`super::MAX_PHOTO`]. The contact is read without it.
    PhotoTooLarge,
    /// The picture is damaged. The contact is read without it.
    PhotoDamaged,
    /// A row has more cells than the heading; the surplus is kept.
    RowTooLong,
    /// A quotation mark is never closed: the row swallowed the rest of the file. It is left out.
    QuoteNotClosed,
    /// A row is larger than [`super::MAX_CARD`]. It is left out.
    RowTooLarge,
    /// A row says nothing that has a place in a contact. It is left out.
    RowEmpty,
    /// The row repeats the heading. It is left out.
    RepeatedHeading,
    /// A date can mean two days, and nobody said which comes first. It is kept as text.
    DateAmbiguous,
    /// A date could not be understood. It is kept as text.
    DateNotUnderstood,
    /// A spreadsheet turned the telephone number into a figure and lost digits (`4.91512E+11`). It is kept as it is.
    PhoneDamaged,
    /// There are zero bytes in it. They are left out.
    ZeroBytes,
}

impl Problem {
    /// A problem with a line, of which the beginning is quoted.
    #[must_use]
    pub fn new(line: usize, what: &str, why: Why) -> Self {
        let first = what.trim().lines().next().unwrap_or_default();
        let what = first.chars().filter(|c| !c.is_control()).take(QUOTED).collect();
        Self { line, what, why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_short_and_of_one_line() {
        let long = format!("  é\u{7}{}\nsecond", "x".repeat(200));
        let problem = Problem::new(3, &long, Why::RowTooLong);
        assert_eq!((problem.what.chars().count(), problem.what.contains('\u{7}')), (80, false));
        assert_eq!(
            serde_json::to_value(Problem::new(3, "a\nb", Why::CardEmpty)).expect("json"),
            serde_json::json!({"line": 3, "what": "a", "why": "cardEmpty"})
        );
    }
}
