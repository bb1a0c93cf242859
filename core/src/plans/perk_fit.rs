//! Who may have a perk: people of its segment, on its days, as long as there is some left (row M027). It is looked at here,
//! because gestures and segments do not know each other.

use crate::error::{Error, Result};
use crate::gestures::{self, GivePerk, GivenPerk, GivenPerkFilter, Perk, PerkRef, PerkState};
use crate::ids::{GivenPerkId, PersonId};
use crate::people::{self, NamedPerson, PersonRef, kinds::person};
use crate::segments::{self, Bits};
use crate::typed::day_of_text;
use crate::vault::{Vault, rid_of};
use serde::Serialize;
use std::collections::HashSet;
use ts_rs::TS;

/// How many people are named.
const NAMED: usize = 50;

/// Who may have a perk and was not given it yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PerkFit {
    /// How many people may have it, whoever was given it too.
    pub eligible: u32,
    /// Those who were not given it yet, by name, fifty at most.
    pub waiting: Vec<NamedPerson>,
    /// How many they are.
    pub more: u32,
}

/// The people of a perk's segment; nothing: everybody whom its words fit.
fn group(vault: &Vault, perk: &Perk) -> Result<Option<Bits>> {
    let Some(segment) = perk.segment else { return Ok(None) };
    let rule = vault.read(|c| segments::rule_of(c, segment))?;
    segments::members(vault, &rule).map(Some)
}

/// Gives somebody a perk.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when they are not of its segment (`person`, `notEligible`), it cannot be given on that day
/// (`day`, `notValid`), or it was given as often as it may be (`perk`, `usedUp`); [`crate::error::Code::NotFound`].
pub fn give_perk(vault: &Vault, input: GivePerk) -> Result<GivenPerk> {
    let perk = gestures::perk(vault, PerkRef { id: input.perk })?;
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    let on = input.day.clone().unwrap_or_else(|| vault.clock().today().to_string());
    if day_of_text(on.trim()).is_none() {
        return Err(Error::invalid("day", "unreadable"));
    }
    if on.trim() < perk.valid_from.as_str() || (!perk.valid_until.is_empty() && on.trim() > perk.valid_until.as_str()) {
        return Err(Error::invalid("day", "notValid"));
    }
    if perk.most.is_some_and(|most| perk.given >= most) {
        return Err(Error::invalid("perk", "usedUp"));
    }
    let rid = vault.read(|c| rid_of(c, &person::KIND, input.person))?;
    if group(vault, &perk)?.is_some_and(|group| !group.contains(rid)) {
        return Err(Error::invalid("person", "notEligible"));
    }
    let id = GivenPerkId::make();
    vault.write("givePerk", &name, |w| gestures::insert_given_perk(w, id, &input))?;
    gestures::given_perk(vault, id)
}

/// Who may have a perk.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn perk_fit(vault: &Vault, input: PerkRef) -> Result<PerkFit> {
    let perk = gestures::perk(vault, input)?;
    let group = group(vault, &perk)?;
    let given = gestures::given_perks(vault, GivenPerkFilter { perk: Some(input.id), person: None })?;
    let given: HashSet<PersonId> = given.into_iter().map(|one| one.person.id).collect();
    let all: Vec<i64> = people::by_name(vault)?.iter().copied().collect();
    let fit: Vec<i64> = all.into_iter().filter(|rid| group.as_ref().is_none_or(|group| group.contains(*rid))).collect();
    let eligible = u32::try_from(fit.len()).unwrap_or(u32::MAX);
    vault.read(|c| {
        let mut waiting = Vec::new();
        for rid in &fit {
            if waiting.len() == NAMED {
                break;
            }
            let sql = "SELECT id, name FROM person WHERE rid = ?1";
            let one =
                c.prepare_cached(sql)?.query_row([rid], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?;
            if !given.contains(&one.id) {
                waiting.push(one);
            }
        }
        let more = eligible.saturating_sub(u32::try_from(given.len()).unwrap_or(u32::MAX));
        Ok(PerkFit { eligible, waiting, more })
    })
}

/// What somebody may have today and was not given yet.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn perks_for(vault: &Vault, input: PersonRef) -> Result<Vec<Perk>> {
    let rid = vault.read(|c| rid_of(c, &person::KIND, input.id))?;
    let given = gestures::given_perks(vault, GivenPerkFilter { perk: None, person: Some(input.id) })?;
    let mut fit = Vec::new();
    for perk in gestures::perks(vault, ())? {
        let has = given.iter().any(|one| one.perk == perk.id);
        if !has && perk.state == PerkState::Open && group(vault, &perk)?.is_none_or(|group| group.contains(rid)) {
            fit.push(perk);
        }
    }
    Ok(fit)
}
