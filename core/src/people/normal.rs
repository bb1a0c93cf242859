//! What two ways of writing the same address have in common.

/// An e-mail address in lower case without surrounding space; empty when it is none.
#[must_use]
pub fn normal_email(value: &str) -> String {
    let value = value.trim();
    let value = value.strip_prefix("mailto:").unwrap_or(value);
    if value.contains('@') { value.to_lowercase() } else { String::new() }
}

/// The digits of a telephone number, with a leading `+` where the country is written; empty below five digits.
#[must_use]
pub fn normal_phone(value: &str) -> String {
    let value = value.trim();
    let value = value.strip_prefix("tel:").unwrap_or(value);
    let main = value.split(['x', ';', 'w', 'p', ',']).next().unwrap_or_default();
    let digits: String = main.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| char::from_digit(d, 10)).collect();
    let international = main.trim_start().starts_with('+');
    match (digits.len(), international, digits.strip_prefix("00")) {
        (..5, ..) => String::new(),
        (_, true, _) => format!("+{digits}"),
        (_, false, Some(rest)) => format!("+{rest}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_written_differently() {
        for written in ["+49 (30) 1234-567", "0049301234567", "tel:+49-30-1234567", "+49 30 1234567 x12"] {
            assert_eq!(normal_phone(written), "+49301234567", "{written}");
        }
        assert_eq!(normal_phone("030 1234567"), "0301234567");
        assert_eq!(normal_phone("n/a"), "");
    }

    #[test]
    fn the_same_address_written_differently() {
        assert_eq!(normal_email(" Ana@Example.ORG "), "ana@example.org");
        assert_eq!(normal_email("none"), "");
    }
}
