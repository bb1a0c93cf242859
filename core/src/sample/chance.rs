//! Numbers that look like chance and are the same every time (SplitMix64, Steele, Lea and Flood 2014).

/// A source of numbers.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The source that begins with `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below((high - low + 1).unsigned_abs())).unwrap_or(0)
    }

    /// True `percent` times in a hundred.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A word that hardly anybody else has, of two to four syllables, with a capital letter.
    pub fn word(&mut self) -> String {
        const BEGIN: [&str; 16] = ["b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v"];
        const MIDDLE: [&str; 10] = ["a", "e", "i", "o", "u", "ai", "ei", "ie", "oa", "ö"];
        const END: [&str; 8] = ["", "", "n", "r", "l", "s", "nd", "ck"];
        let mut word = String::new();
        for _ in 0..self.between(2, 4) {
            word.push_str(self.of(&BEGIN));
            word.push_str(self.of(&MIDDLE));
        }
        word.push_str(self.of(&END));
        word[..1].to_uppercase() + &word[1..]
    }

    /// One of these.
    pub fn of<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap_or(0)]
    }
}
