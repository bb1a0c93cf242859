//! Batches: letters to many people, each begun for one person alone, read and approved one by one. Nobody approves all at once.

mod begin;
mod held;
mod judge;
mod make;
mod marks;
mod read;
mod signs;

pub use held::{HeldDetail, HeldPerson, HeldRef, HeldWhy, TryHeld, held_people, leave_out, try_held};
pub use judge::{ApproveLetter, HoldLetter, approve, fill_again, hold, look_again, take_in, withdraw};
pub use make::{MakeBatch, make_batch};
pub use marks::StaleWhy;
pub(super) use marks::fitness;
pub(super) use read::of_letter;
pub use read::{
    Batch, BatchLetter, BatchRef, InBatch, RenameBatch, batch, batches, letters, remove_batch, rename_batch,
};
pub use signs::{CoachLights, LetterSigns, SignsOf, signs};
