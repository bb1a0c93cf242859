//! The name of a backup says when it was made and for which table layout: `2026-06-10T120000Z-v3.rapport-backup`.

use crate::clock::{Millis, to_utc};
use chrono::NaiveDateTime;

const END: &str = ".rapport-backup";
const TIME: &str = "%Y-%m-%dT%H%M%SZ";

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BackupName {
    /// When it was made, whole seconds.
    pub(super) at: Millis,
    /// The number of the table layout.
    pub(super) schema_version: u32,
    /// 1, or more when several were made in one second.
    pub(super) nth: u32,
}

impl BackupName {
    /// The name as it stands on disk.
    pub(super) fn text(self) -> String {
        let nth = if self.nth > 1 { format!("-{}", self.nth) } else { String::new() };
        format!("{}-v{}{nth}{END}", to_utc(self.at).format(TIME), self.schema_version)
    }

    /// Reads a name; only exactly what [`BackupName::text`] writes, so that nothing else is ever rotated away.
    pub(super) fn read(name: &str) -> Option<Self> {
        let mut parts = name.strip_suffix(END)?.rsplitn(2, "-v");
        let (numbers, time) = (parts.next()?, parts.next()?);
        let mut numbers = numbers.split('-').map(str::parse::<u32>);
        let schema_version = numbers.next()?.ok()?;
        let nth = numbers.next().unwrap_or(Ok(1)).ok()?;
        let at = NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc().timestamp_millis();
        let read = Self { at, schema_version, nth };
        (read.text() == name).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_read_back() {
        let name = BackupName { at: 1_781_092_800_000, schema_version: 3, nth: 1 };
        assert_eq!(name.text(), "2026-06-10T120000Z-v3.rapport-backup");
        let twin = BackupName { nth: 2, ..name };
        assert_eq!(twin.text(), "2026-06-10T120000Z-v3-2.rapport-backup");
        assert_eq!((BackupName::read(&name.text()), BackupName::read(&twin.text())), (Some(name), Some(twin)));
    }

    #[test]
    fn nothing_else_is_a_backup() {
        for name in [
            "",
            ".rapport-backup",
            "2026-06-10T120000Z-v3",
            "2026-06-10T120000Z-v3.rapport-backup.zip",
            "2026-06-10T120000Z-v3 (1).rapport-backup",
            "2026-13-10T120000Z-v3.rapport-backup",
            "2026-06-10T120000Z-v03.rapport-backup",
            "2026-06-10T120000Z-v3-1.rapport-backup",
            "2026-06-10T120000Z-v3-2-2.rapport-backup",
            "before the move.rapport-backup",
            "2026-06-10T120000Z-v+3.rapport-backup",
        ] {
            assert_eq!(BackupName::read(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn every_name_comes_back(second in 0_i64..253_402_300_799, schema_version: u32, nth in 1_u32..) {
            let name = BackupName { at: second * 1000, schema_version, nth };
            prop_assert_eq!(BackupName::read(&name.text()), Some(name));
        }

        #[test]
        fn any_text_is_read_without_a_crash(text in "\\PC{0,40}") {
            prop_assert_eq!(BackupName::read(&text), None);
        }
    }
}
