//! Amounts as tables write them: `1.234,50 €`, `$1,234.50`, `(12.00)`, with the mark of decimals told by the whole column.

use crate::purchases::currency;

/// Signs that mean one currency only; `$` could be twenty.
const SIGNS: [(&str, &str); 8] =
    [("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("₩", "KRW"), ("₪", "ILS"), ("₺", "TRY"), ("₴", "UAH"), ("zł", "PLN")];

/// The mark of decimals that a column proves; nothing when no cell tells.
pub(super) fn decimal_mark<'a>(cells: impl Iterator<Item = &'a str>) -> Option<char> {
    let mut thousands = None;
    for cell in cells {
        let number: String = cell.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let Some(last) = number.rfind(['.', ',']) else { continue };
        let mark = if number[last..].starts_with(',') { ',' } else { '.' };
        let other = if mark == ',' { '.' } else { ',' };
        let behind = number.len() - last - 1;
        if number.contains(other) || (behind != 3 && number.matches(mark).count() == 1) {
            return Some(mark);
        }
        if number.matches(mark).count() > 1 {
            thousands = Some(other);
        }
    }
    thousands
}

/// The currency that a cell names beside its number.
pub(super) fn named(cell: &str) -> Option<String> {
    let sign = SIGNS.iter().find(|(sign, _)| cell.contains(sign)).map(|(_, code)| (*code).to_owned());
    let word = || {
        let words = cell.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() == 3);
        words.map(str::to_ascii_uppercase).find(|word| currency::digits_of(word).is_some())
    };
    sign.or_else(word)
}

/// The minor units that a cell says, with this mark of decimals; without one, a mark before exactly three digits parts
/// thousands.
pub(super) fn minor(cell: &str, code: &str, mark: Option<char>) -> Option<i64> {
    let cell = cell.trim();
    let before = cell.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    // "12,-" is twelve and nothing behind.
    let behind = cell.strip_suffix('-').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let negative = cell.starts_with('(') && cell.ends_with(')') || before.contains(['-', '−', '–']) || behind;
    let number: String = cell.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let number = number.trim_end_matches(['.', ',']);
    let mark = match mark {
        Some(mark) => Some(mark),
        None => decimal_mark(std::iter::once(number)),
    };
    let plain: String = number.chars().filter(|c| c.is_ascii_digit() || Some(*c) == mark).collect();
    let amount = currency::minor(&plain.replace(',', "."), code)?;
    Some(if negative { -amount } else { amount })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_many_countries_are_read() {
        for (cell, code, mark, amount) in [
            ("1.234,50 €", "EUR", None, Some(123_450)),
            ("$1,234.50", "USD", None, Some(123_450)),
            ("1'234.50", "CHF", None, Some(123_450)),
            ("1 234,5", "EUR", None, Some(123_450)),
            ("(12.00)", "EUR", None, Some(-1200)),
            ("-12", "EUR", None, Some(-1200)),
            ("1,234", "EUR", None, Some(123_400)),
            ("1,234", "EUR", Some(','), None),
            ("1,50", "EUR", Some('.'), Some(15_000)),
            ("1500", "JPY", None, Some(1500)),
            ("0.5", "JPY", None, None),
            ("12,-", "EUR", Some(','), Some(1200)),
            ("12.50-", "EUR", None, Some(-1250)),
            ("free", "EUR", None, None),
            ("", "EUR", None, None),
        ] {
            assert_eq!(minor(cell, code, mark), amount, "{cell} {mark:?}");
        }
    }

    #[test]
    fn a_column_tells_its_mark() {
        for (cells, mark) in [
            (vec!["1,234", "12,5"], Some(',')),
            (vec!["1,234", "2,345.00"], Some('.')),
            (vec!["1.234.567"], Some(',')),
            (vec!["1,234", "5"], None),
            (vec!["12.50"], Some('.')),
        ] {
            assert_eq!(decimal_mark(cells.iter().copied()), mark, "{cells:?}");
        }
        assert_eq!(named("12 eur").as_deref(), Some("EUR"));
        assert_eq!(named("€12").as_deref(), Some("EUR"));
        assert_eq!(named("$12"), None, "of which country?");
    }
}
