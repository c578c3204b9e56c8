//! Chance that falls the same way on every machine.

/// A generator of numbers that only look random (`SplitMix64`). Records for timing must be the same
/// in every run, or two timings could not be compared; nothing here needs better chance than that.
pub(super) struct Dice(u64);

impl Dice {
    /// The dice of one record. Each record has its own, so that the first thousand of ten thousand
    /// are the same as a thousand alone.
    pub(super) fn new(record: usize) -> Self {
        const SEED: u64 = 0x5EED_C4A2_7E20_19AA;
        Dice(u64::try_from(record).map_or(SEED, |record| SEED.wrapping_add(record)))
    }

    /// The next number of the row.
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.roll() % (most - least + 1)
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several.
    pub(super) fn pick<T: Copy, const N: usize>(&mut self, from: &[T; N]) -> T {
        const { assert!(N > 0, "there must be something to pick from") };
        // The remainder is below N, so that the first is never taken for want of another.
        let at = usize::try_from(self.roll() % (N as u64)).unwrap_or(0);
        from.get(at).copied().unwrap_or(from[0])
    }
}
