//! The time, as a value that is handed in: the machine's own in the program, a fixed one in tests.

use chrono::{DateTime, Local, NaiveDate, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Milliseconds since 1970-01-01T00:00:00Z. How times stand in the vault.
pub type Millis = i64;

/// One day in [`Millis`].
pub const DAY: Millis = 86_400_000;

/// Where the time comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// A clock that stands still until it is set.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    #[must_use]
    pub fn fixed(at: Millis) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at)))
    }

    /// The system's clock, or the fixed time named by `RAPPORT_NOW` (RFC 3339), which tests and pictures use.
    #[must_use]
    pub fn from_env() -> Self {
        std::env::var("RAPPORT_NOW")
            .ok()
            .and_then(|at| DateTime::parse_from_rfc3339(&at).ok())
            .map_or(Self::System, |at| Self::fixed(at.timestamp_millis()))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Millis {
        match self {
            Self::System => Utc::now().timestamp_millis(),
            Self::Fixed(at) => at.load(Ordering::Relaxed),
        }
    }

    /// Moves a fixed clock on by `by`; a running clock takes no notice.
    pub fn advance(&self, by: Millis) {
        if let Self::Fixed(at) = self {
            at.fetch_add(by, Ordering::Relaxed);
        }
    }

    /// Today where the machine stands.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        day_of(self.now())
    }
}

/// The day of a stored time where the machine stands.
#[must_use]
pub fn day_of(at: Millis) -> NaiveDate {
    to_utc(at).with_timezone(&Local).date_naive()
}

/// A stored time as a date and time of UTC; a time outside chrono's range becomes 1970.
#[must_use]
pub fn to_utc(at: Millis) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at).unwrap_or_default()
}
