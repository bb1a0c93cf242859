//! Reasons counted: what makes the relationship different, in the words of those who are in it.

use super::reasons::ReasonOutcome;
use crate::error::Result;
use crate::ids::ReasonId;
use crate::vault::text::fold;
use rusqlite::Connection;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// The reasons of a group of people, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReasonTally {
    /// How many reasons were given.
    pub count: u32,
    /// By how many people.
    pub people: u32,
    /// Those that are alike together: what they are for, then the most frequent first.
    pub groups: Vec<ReasonGroup>,
    /// Competitors who were named, the most frequent first.
    pub competitors: Vec<NamedOften>,
}

/// Reasons that are called by one name, or that say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReasonGroup {
    /// What they are for.
    pub outcome: ReasonOutcome,
    /// What they are called: their theme, or the words of the newest.
    pub name: String,
    /// Whether the user gave them that name.
    pub named: bool,
    /// How many there are.
    pub count: u32,
    /// By how many people they were given.
    pub people: u32,
    /// The reasons.
    pub ids: Vec<ReasonId>,
}

/// A name, and how often it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NamedOften {
    /// The name.
    pub name: String,
    /// How often.
    pub count: u32,
}

/// A reason as it is counted.
struct Given {
    id: ReasonId,
    person: i64,
    outcome: ReasonOutcome,
    text: String,
    theme: String,
    competitor: String,
}

/// Counts the reasons of those whose row is `among` the wanted ones. Nobody in the bin is counted.
///
/// # Errors
/// When the vault cannot be read.
pub fn tally_reasons(c: &Connection, among: impl Fn(i64) -> bool) -> Result<ReasonTally> {
    let sql = "SELECT x.id, x.person, x.outcome, x.text, x.theme, x.competitor FROM reason x
               JOIN person p ON p.rid = x.person WHERE p.binned_at IS NULL ORDER BY x.day DESC, x.rid DESC";
    let mut rows = c.prepare_cached(sql)?;
    let all = rows.query_map([], |r| {
        Ok(Given {
            id: r.get(0)?,
            person: r.get(1)?,
            outcome: ReasonOutcome::from_text(&r.get::<_, String>(2)?),
            text: r.get(3)?,
            theme: r.get(4)?,
            competitor: r.get(5)?,
        })
    })?;
    let all = all.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(tally(&all.into_iter().filter(|given| among(given.person)).collect::<Vec<_>>()))
}

fn tally(all: &[Given]) -> ReasonTally {
    let mut groups: Vec<(ReasonGroup, BTreeSet<i64>)> = Vec::new();
    let mut competitors: Vec<NamedOften> = Vec::new();
    for given in all {
        let named = !given.theme.is_empty();
        let name = if named { &given.theme } else { &given.text };
        let alike = |group: &ReasonGroup| {
            group.outcome == given.outcome && group.named == named && bare(&group.name) == bare(name)
        };
        let at = groups.iter().position(|(group, _)| alike(group)).unwrap_or_else(|| {
            let group =
                ReasonGroup { outcome: given.outcome, name: name.clone(), named, count: 0, people: 0, ids: Vec::new() };
            groups.push((group, BTreeSet::new()));
            groups.len() - 1
        });
        if let Some((group, people)) = groups.get_mut(at) {
            people.insert(given.person);
            group.ids.push(given.id);
            group.count += 1;
            group.people = u32::try_from(people.len()).unwrap_or(u32::MAX);
        }
        if !given.competitor.is_empty() {
            match competitors.iter_mut().find(|one| bare(&one.name) == bare(&given.competitor)) {
                Some(one) => one.count += 1,
                None => competitors.push(NamedOften { name: given.competitor.clone(), count: 1 }),
            }
        }
    }
    let mut groups: Vec<ReasonGroup> = groups.into_iter().map(|(group, _)| group).collect();
    // Stable: among equals the newest stays first.
    groups.sort_by_key(|group| (group.outcome, std::cmp::Reverse(group.count)));
    competitors.sort_by_key(|one| std::cmp::Reverse(one.count));
    let people: BTreeSet<i64> = all.iter().map(|given| given.person).collect();
    let counted = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ReasonTally { count: counted(all.len()), people: counted(people.len()), groups, competitors }
}

/// Words without case, accents, signs and doubled spaces, so that "Quick answers." and "quick answers" are one.
fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let bare = words.collect::<Vec<_>>().join(" ");
    if bare.is_empty() { folded } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(person: i64, outcome: ReasonOutcome, text: &str, theme: &str, competitor: &str) -> Given {
        let [text, theme, competitor] = [text, theme, competitor].map(str::to_owned);
        Given { id: ReasonId::make(), person, outcome, text, theme, competitor }
    }

    #[test]
    fn reasons_are_counted_by_theme_or_by_their_own_words() {
        let all = [
            given(1, ReasonOutcome::Stayed, "Ines knows my shelf", "One person", ""),
            given(1, ReasonOutcome::Stayed, "Always the same face", "one person", ""),
            given(2, ReasonOutcome::Stayed, "One person", "", ""),
            given(2, ReasonOutcome::Chosen, "Quick answers.", "", "Cupworks"),
            given(3, ReasonOutcome::Chosen, "quick  answers", "", "CUPWORKS"),
            given(3, ReasonOutcome::Left, "!", "", "Tray & Co"),
        ];
        let tally = tally(&all);
        assert_eq!((tally.count, tally.people), (6, 3));
        let told: Vec<_> =
            tally.groups.iter().map(|g| (g.outcome, g.name.as_str(), g.named, g.count, g.people)).collect();
        assert_eq!(
            told,
            [
                (ReasonOutcome::Chosen, "Quick answers.", false, 2, 2),
                (ReasonOutcome::Stayed, "One person", true, 2, 1),
                (ReasonOutcome::Stayed, "One person", false, 1, 1),
                (ReasonOutcome::Left, "!", false, 1, 1),
            ]
        );
        let named: Vec<_> = tally.competitors.iter().map(|one| (one.name.as_str(), one.count)).collect();
        assert_eq!(named, [("Cupworks", 2), ("Tray & Co", 1)]);
    }
}
