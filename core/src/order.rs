//! Keys that sort what stands in order: between any two there is room for another, so that moving one changes no other.

/// The digits, in the order of their bytes.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: u128 = 62;

/// A key after `before` (or first) and before `after` (or last). `salt`, the record's id, gives its last two digits: two
/// people who put something into the same place offline then still get different keys.
///
/// `before` must sort before `after`.
#[must_use]
pub fn key_between(before: Option<&str>, after: Option<&str>, salt: u128) -> String {
    let digit = |key: Option<&str>, i: usize| {
        key.and_then(|k| k.as_bytes().get(i)).and_then(|b| DIGITS.iter().position(|d| d == b))
    };
    let mut key = Vec::new();
    let mut upper = after;
    for i in 0.. {
        let low = digit(before, i).unwrap_or(0);
        let high = match upper {
            Some(_) => digit(upper, i).unwrap_or(0),
            None => DIGITS.len(),
        };
        // At the end there is room for many more: one step is enough. Elsewhere the middle.
        let middle = if after.is_none() && before.is_some() { low + 1 } else { usize::midpoint(low, high) };
        if middle > low && middle < high {
            key.push(middle);
            break;
        }
        key.push(low);
        if high > low {
            upper = None;
        }
        // Only keys that do not sort as promised get here: any key is better than none.
        if i > 512 {
            break;
        }
    }
    let tail = [salt / (BASE - 1) % BASE, salt % (BASE - 1) + 1];
    let tail = tail.into_iter().filter_map(|d| usize::try_from(d).ok());
    key.into_iter().chain(tail).filter_map(|d| DIGITS.get(d)).map(|d| char::from(*d)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_notes_get_short_keys() {
        assert_eq!(key_between(None, None, 0), "V01");
        assert_eq!(key_between(Some("V01"), None, 61), "W11");
        assert_eq!(key_between(Some("z9z"), None, 0), "zA01");
        assert_eq!(
            key_between(None, Some("1"), 0),
            "0V01",
            "nothing sorts before the first digit, but one fits behind it"
        );
        assert_eq!(key_between(Some("V01"), Some("W11"), 5), "VV06");
    }

    proptest! {
        #[test]
        fn a_key_always_fits_between(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u128>()), 1..200)) {
            let mut keys: Vec<String> = Vec::new();
            for (place, salt) in places {
                let at = place.index(keys.len() + 1);
                let before = at.checked_sub(1).map(|i| keys[i].as_str());
                let key = key_between(before, keys.get(at).map(String::as_str), salt);
                prop_assert!(before.is_none_or(|b| b < key.as_str()), "{key} after {before:?}");
                prop_assert!(keys.get(at).is_none_or(|a| key.as_str() < a.as_str()), "{key} before {:?}", keys.get(at));
                prop_assert!(!key.ends_with('0'));
                keys.insert(at, key);
            }
        }
    }

    /// Ids are made by chance, and by chance a key may be longer: these are the same hundred rows of ids every time.
    #[test]
    fn many_at_the_end_or_the_beginning_stay_short() {
        let mut salt: u128 = 1;
        for _ in 0..100 {
            let (mut last, mut first) = (String::from("V01"), String::from("V01"));
            for _ in 0..60 {
                salt = salt.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645).wrapping_add(0x5851_f42d_4c95_7f2d);
                last = key_between(Some(&last), None, salt >> 20);
                first = key_between(None, Some(&first), salt >> 20);
            }
            assert!(last.len() <= 8, "{last}");
            assert!(first.len() <= 20, "{first}");
        }
    }
}
