//! What a rule can say: conditions on people, joined by all, any and not.

mod condition;
pub(super) mod limits;

pub use condition::{Bound, Condition, FieldTest, PermissionState, Side};

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How deep groups may stand in groups; a rule of one condition has depth 1.
pub const MAX_DEPTH: usize = 8;
/// How many conditions a rule may have.
pub const MAX_CONDITIONS: usize = 100;

/// A rule: who belongs to a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "match", content = "of", rename_all = "camelCase")]
#[ts(export)]
pub enum SegmentRule {
    /// Everyone for whom all of these hold; with none of them, everyone.
    All(Vec<SegmentRule>),
    /// Everyone for whom one of these holds; with none of them, nobody.
    Any(Vec<SegmentRule>),
    /// Everyone for whom this does not hold.
    Not(Box<SegmentRule>),
    /// Everyone for whom this condition holds.
    One(Condition),
}

impl SegmentRule {
    /// The rule as it stands in the vault; nothing when a newer program wrote it and this one cannot read it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Holds the rule to its limits, and each condition to what it can mean.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`] with `field` "rule", `why`, and `at`: the way to the place, `0.2.1`.
    pub fn check(&self) -> Result<()> {
        let mut conditions = 0;
        self.check_at(&mut Vec::new(), &mut conditions)
    }

    fn check_at(&self, at: &mut Vec<usize>, conditions: &mut usize) -> Result<()> {
        if at.len() >= MAX_DEPTH {
            return Err(Error::invalid("rule", "tooDeep").with("limit", MAX_DEPTH));
        }
        let parts = match self {
            Self::All(of) | Self::Any(of) => &of[..],
            Self::Not(of) => std::slice::from_ref(&**of),
            Self::One(condition) => {
                *conditions += 1;
                if *conditions > MAX_CONDITIONS {
                    return Err(Error::invalid("rule", "tooLong").with("limit", MAX_CONDITIONS));
                }
                let way = || at.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
                return condition.wrong().map_or(Ok(()), |why| Err(Error::invalid("rule", why).with("at", way())));
            }
        };
        for (i, part) in parts.iter().enumerate() {
            at.push(i);
            part.check_at(at, conditions)?;
            at.pop();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
