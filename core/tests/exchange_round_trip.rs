//! Contact → vCard → the same contact, whatever is written into it; and no bytes make a reader fail.

mod naughty;

use naughty::{contact, naughty, naughty_line};
use proptest::prelude::*;
use rapport_core::exchange::contact::Reach;
use rapport_core::exchange::csv::is_formula_start;
use rapport_core::exchange::{CsvStyle, ReadOptions, read, write_csv, write_vcards};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_contact_comes_back_the_same(contact in contact()) {
        let text = write_vcards([&contact]);
        for line in text.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "longer than 75 octets: {:?}", line);
        }
        let parsed = read(text.as_bytes(), "a.vcf", &ReadOptions::default()).expect("vCards");
        prop_assert_eq!(&parsed.problems, &vec![]);
        prop_assert_eq!(parsed.contacts, vec![contact], "{}", text);
    }

    #[test]
    fn a_table_runs_nothing_and_comes_back(contacts in prop::collection::vec(contact(), 1..4)) {
        let bytes = write_csv(&contacts, CsvStyle::Safe).expect("a table");
        let mut rows = csv::ReaderBuilder::new().from_reader(bytes.strip_prefix("\u{FEFF}".as_bytes()).expect("a mark"));
        for row in rows.records() {
            for cell in &row.expect("a row") {
                prop_assert!(!cell.starts_with(is_formula_start), "{:?} would run", cell);
            }
        }
        for bytes in [bytes.clone(), write_csv(&contacts, CsvStyle::Raw).expect("a table")] {
            let parsed = read(&bytes, "a.csv", &ReadOptions::default()).expect("a table");
            prop_assert_eq!((parsed.contacts.len(), &parsed.problems), (contacts.len(), &vec![]));
        }
        let parsed = read(&bytes, "a.csv", &ReadOptions::default()).expect("a table");
        for (before, after) in contacts.iter().zip(&parsed.contacts) {
            let plain = |text: &str| text.replace('\0', "");
            prop_assert_eq!(plain(before.name.full.trim()), after.name.full.trim());
            prop_assert_eq!(plain(&before.name.family), after.name.family.as_str());
            let values = |list: &[Reach]| list.iter().map(|reach| plain(&reach.value)).collect::<Vec<_>>();
            prop_assert_eq!(values(&before.phones), values(&after.phones));
        }
    }

    #[test]
    fn no_bytes_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for name in ["a.vcf", "a.csv", "a"] {
            let _ = read(&bytes, name, &ReadOptions::default());
        }
    }

    #[test]
    fn no_table_makes_it_fail(rows in prop::collection::vec(prop::collection::vec(naughty(), 0..6), 0..8), comma in prop::sample::select(vec![",", ";", "\t"])) {
        let rows: Vec<String> = rows.iter().map(|row| row.join(comma)).collect();
        let text = format!("Name{comma}E-mail{comma}Birthday{comma}Phone 1 - Label{comma}Phone 1 - Value\n{}", rows.join("\n"));
        let parsed = read(text.as_bytes(), "a.csv", &ReadOptions::default()).expect("a table");
        prop_assert!(parsed.contacts.iter().all(|contact| !contact.display_name().is_empty()));
    }

    #[test]
    fn no_card_makes_it_fail(lines in prop::collection::vec(naughty_line(), 0..12)) {
        let text = format!("BEGIN:VCARD\n{}\nEND:VCARD\n", lines.join("\n"));
        let parsed = read(text.as_bytes(), "a.vcf", &ReadOptions::default()).expect("vCards");
        let again = write_vcards(&parsed.contacts);
        let reread = read(again.as_bytes(), "a.vcf", &ReadOptions::default()).expect("vCards");
        prop_assert_eq!(reread.contacts.len(), parsed.contacts.len());
    }
}
