//! What stands beside each letter of a batch: what the coach says of it in lights, and why it is stale.

use super::judge::stale;
use super::marks::StaleWhy;
use crate::drafts::coach::{CheckId, CoachLevel, CoachReport, Letter, coach};
use crate::drafts::compose;
use crate::drafts::kinds::batch as kind;
use crate::drafts::letters::{DraftRef, get};
use crate::error::Result;
use crate::ids::{BatchId, DraftId};
use crate::vault::{Vault, rid_of};
use serde::{Deserialize, Serialize};
use std::panic::resume_unwind;
use std::thread;
use ts_rs::TS;

/// Letters that are composed before their coaches begin.
const AT_ONCE: usize = 64;

/// Which letters to look at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SignsOf {
    /// The batch.
    pub batch: BatchId,
    /// Some of its letters; all when left out.
    #[serde(default)]
    pub letters: Option<Vec<DraftId>>,
}

/// How much the coach found, level by level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CoachLights {
    /// Facts to be put right.
    pub stops: u32,
    /// Things to look at.
    pub warnings: u32,
    /// Things that could be better.
    pub hints: u32,
}

/// What stands beside one letter.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterSigns {
    /// The letter.
    pub id: DraftId,
    /// What the coach found.
    pub lights: CoachLights,
    /// The checks that say stop.
    pub stopped_by: Vec<CheckId>,
    /// Nearly the same letter goes to somebody else, and nothing in it is theirs alone.
    pub same_text: bool,
    /// Why it is to be looked at again.
    pub stale: Vec<StaleWhy>,
}

/// Reads letters of a batch: each for its person alone. Stop ends it.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Stopped`].
pub fn signs(vault: &Vault, input: SignsOf) -> Result<Vec<LetterSigns>> {
    let all = vault.read(|c| {
        let batch = rid_of(c, &kind::KIND, input.batch)?;
        let mut rows = c.prepare_cached("SELECT id FROM draft WHERE batch = ?1 AND held_at IS NULL ORDER BY rid")?;
        Ok(rows.query_map([batch], |r| r.get(0))?.collect::<rusqlite::Result<Vec<DraftId>>>()?)
    })?;
    // A few are read while somebody looks on; only the whole is work that one may want to stop.
    let running = input.letters.is_none().then(|| vault.job().begin(all.len() as u64));
    let wanted: Vec<DraftId> = match input.letters {
        Some(some) => all.into_iter().filter(|id| some.contains(id)).collect(),
        None => all,
    };
    let mut found = Vec::with_capacity(wanted.len());
    for part in wanted.chunks(AT_ONCE) {
        let mut letters = Vec::with_capacity(part.len());
        for id in part {
            if let Some(running) = &running {
                running.step()?;
            }
            let draft = get(vault, DraftRef { id: *id })?;
            let stale = stale(vault, &draft)?;
            let letter = compose::letter(vault, &draft, draft.row.subject.clone(), draft.text.clone())?;
            letters.push((*id, stale, letter));
        }
        let reports = reports(&letters);
        found.extend(letters.into_iter().zip(reports).map(|((id, stale, _), report)| sign(id, stale, &report)));
    }
    Ok(found)
}

/// The coach on each, on as many threads as there are processors: a letter has nothing to do with the next.
fn reports(letters: &[(DraftId, Vec<StaleWhy>, Letter)]) -> Vec<CoachReport> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let each = letters.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = letters
            .chunks(each)
            .map(|part| scope.spawn(move || part.iter().map(|(_, _, letter)| coach(letter)).collect::<Vec<_>>()))
            .collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

fn sign(id: DraftId, stale: Vec<StaleWhy>, report: &CoachReport) -> LetterSigns {
    let count = |level| u32::try_from(report.findings.iter().filter(|f| f.level == level).count()).unwrap_or(u32::MAX);
    let mut stopped_by: Vec<CheckId> =
        report.findings.iter().filter(|f| f.level == CoachLevel::Stop).map(|f| f.id).collect();
    stopped_by.dedup();
    LetterSigns {
        id,
        lights: CoachLights {
            stops: count(CoachLevel::Stop),
            warnings: count(CoachLevel::Warn),
            hints: count(CoachLevel::Hint),
        },
        stopped_by,
        same_text: report.findings.iter().any(|f| f.id == CheckId::Mc30),
        stale,
    }
}
