//! Numbers that fall the same in every run.

/// A generator of numbers that is the same on every machine (Marsaglia's xorshift).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % limit as u64).unwrap()
    }

    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.below(10).to_string()).collect()
    }

    /// The pattern with each `9` a digit from 0 to 9 and each `8` one from 1 to 9.
    pub(crate) fn like(&mut self, pattern: &str) -> String {
        let sign = |sign| match sign {
            '9' => self.digits(1),
            '8' => (1 + self.below(9)).to_string(),
            other => other.to_string(),
        };
        pattern.chars().map(sign).collect()
    }

    /// One of several.
    pub(crate) fn one_of<'t, T>(&mut self, several: &'t [T]) -> &'t T {
        several.get(self.below(several.len())).unwrap()
    }
}
