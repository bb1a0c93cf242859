//! Currencies of ISO 4217 with the digits of their minor units, and amounts as people write them.

use crate::error::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

/// Codes whose minor unit is a hundredth.
const HUNDREDTHS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP \
     CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR \
     KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN \
     PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD \
     TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";
/// Codes that know no smaller unit.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Codes whose minor unit is a thousandth.
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// The largest amount of one purchase, in minor units.
pub const MAX_AMOUNT: i64 = 900_000_000_000_000;

/// A currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Currency {
    /// Its code of ISO 4217.
    pub code: &'static str,
    /// How many digits stand after the point.
    pub digits: u8,
}

/// All currencies, by code.
#[must_use]
pub fn currencies() -> Vec<Currency> {
    let mut all: Vec<Currency> = [(WHOLE, 0), (HUNDREDTHS, 2), (THOUSANDTHS, 3)]
        .into_iter()
        .flat_map(|(codes, digits)| codes.split_whitespace().map(move |code| Currency { code, digits }))
        .collect();
    all.sort_by_key(|c| c.code);
    all
}

/// How many digits the minor unit of a currency has; nothing for a code that ISO 4217 does not list.
#[must_use]
pub fn digits_of(code: &str) -> Option<u8> {
    let among = |codes: &str| codes.split_whitespace().any(|known| known == code);
    [(HUNDREDTHS, 2), (WHOLE, 0), (THOUSANDTHS, 3)]
        .into_iter()
        .find(|(codes, _)| among(codes))
        .map(|(_, digits)| digits)
}

/// The same for what stands in the vault: a code of a newer program has two.
#[must_use]
pub fn digits(code: &str) -> u8 {
    digits_of(code).unwrap_or(2)
}

/// A code as it is kept: in capitals.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when ISO 4217 does not list it.
pub fn code_of(text: &str) -> Result<String> {
    let code = text.trim().to_ascii_uppercase();
    if digits_of(&code).is_some() { Ok(code) } else { Err(Error::invalid("currency", "unknown")) }
}

/// An amount in minor units as a plain decimal number: `1234.50`.
#[must_use]
pub fn plain(amount: i64, code: &str) -> String {
    let digits = usize::from(digits(code));
    let (sign, number) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs().to_string());
    if digits == 0 {
        return format!("{sign}{number}");
    }
    let number = format!("{number:0>width$}", width = digits + 1);
    let (whole, part) = number.split_at(number.len() - digits);
    format!("{sign}{whole}.{part}")
}

/// A decimal number with a point as minor units; nothing when it is none, too large, or finer than the currency is.
#[must_use]
pub fn minor(text: &str, code: &str) -> Option<i64> {
    let digits = usize::from(digits(code));
    let (negative, text) = match text.trim().strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim()),
        None => (false, text.trim().trim_start_matches('+')),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part = part.trim_end_matches('0');
    let plain = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !plain(whole) || !plain(part) || part.len() > digits {
        return None;
    }
    let amount: i64 = format!("{whole}{part:0<digits$}").parse().ok()?;
    (amount <= MAX_AMOUNT).then_some(if negative { -amount } else { amount })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_currency_has_its_own_digits() {
        assert_eq!(
            ["EUR", "JPY", "KWD", "ISK", "XXX", "eur"].map(digits_of),
            [Some(2), Some(0), Some(3), Some(0), None, None]
        );
        let all = currencies();
        assert!(all.len() > 140 && all.is_sorted_by(|a, b| a.code < b.code), "no code stands twice");
        assert!(all.iter().all(|c| c.code.len() == 3 && digits(c.code) == c.digits));
        assert_eq!(code_of(" chf ").unwrap(), "CHF");
        assert!(code_of("euro").is_err());
    }

    #[test]
    fn amounts_are_read_and_written_exactly() {
        for (text, code, amount) in [
            ("0", "EUR", 0),
            ("12", "EUR", 1200),
            ("12.5", "EUR", 1250),
            ("-12.05", "EUR", -1205),
            ("−1", "USD", -100),
            ("0.07", "EUR", 7),
            (".5", "EUR", 50),
            ("1500", "JPY", 1500),
            ("1.234", "KWD", 1234),
            ("3.000", "EUR", 300),
        ] {
            assert_eq!(minor(text, code), Some(amount), "{text} {code}");
            assert_eq!(minor(&plain(amount, code), code), Some(amount), "{amount} {code}");
        }
        assert_eq!(plain(-7, "EUR"), "-0.07");
        assert_eq!(plain(1500, "JPY"), "1500");
        for (text, code) in [
            ("1.5", "JPY"),
            ("1.005", "EUR"),
            ("", "EUR"),
            (".", "EUR"),
            ("1,5", "EUR"),
            ("1e3", "EUR"),
            ("9000000000000000", "EUR"),
        ] {
            assert_eq!(minor(text, code), None, "{text} {code}");
        }
    }
}
