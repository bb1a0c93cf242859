//! Checks that keep quiet about letters of a kind, or about all letters: kept in the vault, listed, and taken back.
//! What keeps quiet on a single letter stands with the letter. A stop is always said.

use super::coach::{CheckId, LetterKind};
use super::kinds::quiet;
use super::templates::{kind_from, kind_text};
use crate::error::Result;
use crate::ids::QuietId;
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A check that keeps quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct QuietCheck {
    /// Names it.
    pub id: QuietId,
    /// The check.
    pub check: CheckId,
    /// About letters of this kind; about all where there is none.
    pub kind: Option<LetterKind>,
}

/// A check that is to keep quiet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct KeepQuiet {
    /// The check.
    pub check: CheckId,
    /// About letters of this kind; about all when left out.
    #[serde(default)]
    pub kind: Option<LetterKind>,
}

/// Names one check that keeps quiet.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct QuietRef {
    /// It.
    pub id: QuietId,
}

/// The checks that keep quiet, in the order in which they were told to.
///
/// # Errors
/// When the vault cannot be read.
pub fn quiet(vault: &Vault, (): ()) -> Result<Vec<QuietCheck>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached("SELECT id, check_id, kind FROM quiet ORDER BY rid")?;
        let rows = rows.query_map([], |r| {
            let (check, kind): (String, String) = (r.get(1)?, r.get(2)?);
            Ok((r.get(0)?, check, kind))
        })?;
        let mut all = Vec::new();
        for row in rows {
            let (id, check, kind) = row?;
            // A check of a newer program is none of ours: it stays where it is.
            if let Ok(check) = serde_json::from_value(check.into()) {
                all.push(QuietCheck { id, check, kind: (!kind.is_empty()).then(|| kind_from(&kind)) });
            }
        }
        Ok(all)
    })
}

/// Tells a check to keep quiet. Twice the same is once.
///
/// # Errors
/// [`crate::error::Code::DiskFull`].
pub fn keep_quiet(vault: &Vault, input: KeepQuiet) -> Result<Vec<QuietCheck>> {
    let known = quiet(vault, ())?;
    let is_said = known.iter().any(|one| one.check == input.check && (one.kind.is_none() || one.kind == input.kind));
    if is_said {
        return Ok(known);
    }
    let check = super::handing::name(input.check).unwrap_or_default();
    vault.write("keepQuiet", "", |w| {
        let now = w.now();
        w.insert(
            &quiet::KIND,
            QuietId::make(),
            &[
                (quiet::CHECK, check.clone().into()),
                (quiet::KIND_OF, input.kind.map(kind_text).unwrap_or_default().into()),
                (quiet::CREATED_AT, now.into()),
            ],
        )
    })?;
    quiet(vault, ())
}

/// Lets a check speak again.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn speak_again(vault: &Vault, input: QuietRef) -> Result<Vec<QuietCheck>> {
    vault.write("speakAgain", "", |w| {
        let rid = w.rid(&quiet::KIND, input.id)?;
        w.remove(&quiet::KIND, rid)
    })?;
    quiet(vault, ())
}

/// Those of `all` that keep quiet about a kind of letter.
pub(super) fn about(all: &[QuietCheck], kind: LetterKind) -> impl Iterator<Item = CheckId> {
    all.iter().filter(move |one| one.kind.is_none_or(|of| of == kind)).map(|one| one.check)
}
