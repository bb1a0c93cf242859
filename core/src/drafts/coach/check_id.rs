//! The checks by their numbers in the list of checks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A check, by its number in the list of checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[ts(export)]
pub enum CheckId {
    /// A placeholder is left in the letter.
    Mc01,
    /// A fall-back stands where a value should.
    Mc02,
    /// The person is greeted by name.
    Mc03,
    /// Their name is spelt right.
    Mc04,
    /// Nobody else’s name or firm stands in it.
    Mc05,
    /// “We will” stands where one person speaks for a team.
    Mc06,
    /// It is not too familiar.
    Mc07,
    /// It is not too stiff.
    Mc08,
    /// It blames nobody for a complaint.
    Mc09,
    /// What is promised has a date.
    Mc10,
    /// It promises nothing empty.
    Mc11,
    /// What is promised can be kept.
    Mc12,
    /// The letter leads to a next step.
    Mc13,
    /// A no comes with what is possible.
    Mc14,
    /// It asks for one thing.
    Mc15,
    /// A human being sends it.
    Mc16,
    /// A human being signs it and reads the answer.
    Mc17,
    /// No sensitive field is used without their word.
    Mc18,
    /// Nothing that the law protects is spoken of.
    Mc19,
    /// No event of their life is guessed.
    Mc20,
    /// It does not show that they were watched.
    Mc21,
    /// Nothing bought about them is used.
    Mc22,
    /// Nobody else reads along.
    Mc23,
    /// Their opt-out is respected.
    Mc24,
    /// It says how to get no more of these.
    Mc25,
    /// It says why it goes to them.
    Mc26,
    /// It goes the way and in the language they prefer.
    Mc27,
    /// They are not written to too often.
    Mc28,
    /// It could not go to anybody else.
    Mc29,
    /// Others do not get the same.
    Mc30,
    /// It fits what happened last.
    Mc31,
    /// A birthday is not only a discount.
    Mc32,
    /// Thanks are only thanks.
    Mc33,
    /// An apology is whole.
    Mc34,
    /// “Did it work?” is asked.
    Mc35,
    /// A public answer gives nobody’s data away.
    Mc36,
    /// It keeps to the voice of the firm.
    Mc37,
    /// Its figures are those that were told.
    Mc38,
    /// It does not push.
    Mc39,
    /// It claims nothing green without proof.
    Mc40,
    /// It holds no empty phrases.
    Mc41,
    /// It is easy to read.
    Mc42,
    /// Attachments, links and days are right.
    Mc43,
    /// The subject says what it is about.
    Mc44,
    /// Two people of one firm do not get one text.
    Mc45,
    /// It was not sent before.
    Mc46,
    /// Nothing internal stands in it.
    Mc47,
}
