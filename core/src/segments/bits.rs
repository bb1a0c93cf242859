//! A set of people as one bit a row number: 100 000 people are 12 kilobytes, and joining two sets takes microseconds.

/// A set of row numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// Puts a row number in; one below zero is none.
    pub fn insert(&mut self, rid: i64) {
        let Ok(rid) = usize::try_from(rid) else { return };
        if self.0.len() <= rid / 64 {
            self.0.resize(rid / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(rid / 64) {
            *word |= 1 << (rid % 64);
        }
    }

    /// Takes a row number out.
    pub fn remove(&mut self, rid: i64) {
        let Ok(rid) = usize::try_from(rid) else { return };
        if let Some(word) = self.0.get_mut(rid / 64) {
            *word &= !(1 << (rid % 64));
        }
    }

    /// Whether a row number is in it.
    #[must_use]
    pub fn contains(&self, rid: i64) -> bool {
        let Ok(rid) = usize::try_from(rid) else { return false };
        self.0.get(rid / 64).is_some_and(|word| word >> (rid % 64) & 1 == 1)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many are in both, without making a set of them.
    #[must_use]
    pub fn common(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(word, with)| (word & with).count_ones()).sum()
    }

    /// The row numbers, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = i64> {
        let ones =
            |word: u64| std::iter::successors(Some(word), |w| Some(w & w.wrapping_sub(1))).take_while(|w| *w != 0);
        let places = self.0.iter().enumerate();
        places.flat_map(move |(i, word)| ones(*word).map(move |w| (i * 64) as i64 + i64::from(w.trailing_zeros())))
    }

    /// As text, for keeping: sixteen hexadecimal digits a word.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.iter().map(|word| format!("{word:016x}")).collect()
    }

    /// From what [`Bits::to_text`] made; what cannot be read is left out.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let words = (0..text.len() / 16).map(|i| text.get(i * 16..i * 16 + 16));
        Self(words.map(|word| word.and_then(|w| u64::from_str_radix(w, 16).ok()).unwrap_or(0)).collect())
    }

    /// Those in both.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.0.truncate(other.0.len());
        self.0.iter_mut().zip(&other.0).for_each(|(word, with)| *word &= with);
        self
    }

    /// Those in one of the two.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(word, with)| *word |= with);
        self
    }

    /// Those in this one only.
    #[must_use]
    pub fn without(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(word, with)| *word &= !with);
        self
    }
}

impl FromIterator<i64> for Bits {
    fn from_iter<I: IntoIterator<Item = i64>>(rids: I) -> Self {
        let mut bits = Self::default();
        rids.into_iter().for_each(|rid| bits.insert(rid));
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_different_lengths_join() {
        let few: Bits = [1, 3].into_iter().collect();
        let many: Bits = [3, 64, 700, 700].into_iter().collect();
        assert_eq!((few.count(), many.count()), (2, 3));
        assert!(many.contains(700) && !many.contains(701) && !many.contains(100_000) && !many.contains(-1));
        assert_eq!((few.common(&many), many.common(&few), few.common(&Bits::default())), (1, 1, 0));
        let mut fewer = many.clone();
        [64, 65, 9000, -1].into_iter().for_each(|rid| fewer.remove(rid));
        for (set, wanted) in [
            (fewer, vec![3, 700]),
            (few.clone().and(&many), vec![3]),
            (many.clone().and(&few), vec![3]),
            (few.clone().or(&many), vec![1, 3, 64, 700]),
            (many.clone().without(&few), vec![64, 700]),
            (few.clone().without(&many), vec![1]),
        ] {
            assert_eq!((0..1000).filter(|rid| set.contains(*rid)).collect::<Vec<_>>(), wanted);
            assert_eq!(set.count() as usize, wanted.len());
            assert_eq!(set.iter().collect::<Vec<_>>(), wanted);
            assert_eq!(Bits::from_text(&set.to_text()).iter().collect::<Vec<_>>(), wanted);
        }
    }
}
