//! Reading vCard 2.1, 3.0 and 4.0, one card at a time.
//!
//! `split` cuts the file into cards, `lines` undoes folds, `tidy` turns each dialect into clean text, `calcard` reads
//! that, and `fill` puts the answers in their places. A broken card costs itself only.

mod android;
pub(super) mod card;
pub(super) mod escape;
mod fill;
mod fill_places;
mod fill_reach;
pub(super) mod header;
pub(super) mod lines;
mod photo;
mod property;
pub(super) mod purpose;
pub(super) mod split;
mod tidy;

use super::contact::Contact;
use super::problem::Problem;
use super::text::LineEncoding;
use split::{Pieces, Shape};

/// Whether these bytes hold the beginning of a card.
#[must_use]
pub fn has_card(bytes: &[u8]) -> bool {
    Pieces::new(bytes).take(2).any(|piece| piece.shape != Shape::Stray)
}

/// Iterates over the cards of a file. Each gives a contact, with what had to be left out of it, or the problem that
/// prevented one.
#[derive(Clone, Debug)]
pub struct Cards<'a> {
    pieces: Pieces<'a>,
    encoding: LineEncoding,
}

impl<'a> Cards<'a> {
    /// The cards in these bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8], encoding: LineEncoding) -> Self {
        Self { pieces: Pieces::new(bytes), encoding }
    }

    /// Bytes not yet read, for telling how far reading has come.
    #[must_use]
    pub fn bytes_left(&self) -> usize {
        self.pieces.bytes_left()
    }
}

impl Iterator for Cards<'_> {
    type Item = Result<(Contact, Vec<Problem>), Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.pieces.next().map(|piece| card::read(&piece, &self.encoding))
    }
}
