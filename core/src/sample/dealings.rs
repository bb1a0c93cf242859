//! What invented people bought, and what they agreed to. Chance of its own: the people of a book stay who they were.

use super::chance::Chance;
use crate::clock::{DAY, Millis, day_of};
use crate::consent::{self, ConsentInput, ConsentState};
use crate::error::Result;
use crate::ids::{PersonId, PurchaseId};
use crate::purchases::{self, PurchaseInput};
use crate::vault::Writer;

/// Purchases a buyer has at most.
const PURCHASES: i64 = 6;

const ITEMS: [&str; 8] = [
    "Spring catalogue",
    "Sample box",
    "Training day",
    "Annual plan",
    "Repair",
    "Second licence",
    "Print run",
    "Consultation",
];

/// Channels that people are asked about, with how many in a hundred agree and how many want none.
const ASKED: [(&str, u64, u64); 3] = [("email", 45, 6), ("post", 15, 3), ("phone", 20, 4)];

/// Gives a person purchases and permissions.
pub(super) fn deal(w: &mut Writer<'_>, chance: &mut Chance, person: PersonId, now: Millis) -> Result<()> {
    if chance.percent(55) {
        let mut day = chance.between(0, 500);
        for _ in 0..chance.between(1, PURCHASES) {
            let amount = chance.between(900, 180_000);
            let returned = chance.percent(3);
            let bought = PurchaseInput {
                person: Some(person),
                date: Some(day_of(now - day * DAY).to_string()),
                amount: Some(if returned { -amount } else { amount }),
                currency: Some(if chance.percent(85) { "EUR" } else { "USD" }.to_owned()),
                item: Some(chance.of(&ITEMS).to_owned()),
                ..PurchaseInput::default()
            };
            purchases::insert(w, PurchaseId::make(), &bought)?;
            day += chance.between(10, 200);
        }
    }
    for (channel, agree, refuse) in ASKED {
        let said = chance.below(100);
        let state = if said < agree {
            ConsentState::Agreed
        } else if said < agree + refuse {
            ConsentState::OptedOut
        } else {
            continue;
        };
        let at = now - chance.between(1, 900) * DAY;
        let how = chance.percent(50).then(|| "Told us at the trade fair".to_owned());
        let input = ConsentInput { person, channel: Some(channel.to_owned()), state, how, at: None };
        consent::insert(w, &input, at)?;
    }
    Ok(())
}
