//! Where certain signs stand in a text, by one look at each byte: nearly all bytes are none of them.

/// Some signs.
pub(super) struct Signs([bool; 256]);

impl Signs {
    /// These signs.
    pub(super) const fn of(signs: &[u8]) -> Self {
        let mut known = [false; 256];
        let mut rest = signs;
        while let [sign, more @ ..] = rest {
            let (_, from) = known.split_at_mut(*sign as usize);
            if let [first, ..] = from {
                *first = true;
            }
            rest = more;
        }
        Signs(known)
    }

    /// Whether a byte is one of them.
    pub(super) fn has(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).is_some_and(|known| *known)
    }

    /// Where they stand in a text, in order.
    pub(super) fn places(&self, text: &[u8]) -> impl Iterator<Item = usize> {
        let bytes = text.iter().enumerate();
        bytes.filter_map(|(at, byte)| self.has(*byte).then_some(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_where_they_stand() {
        const SIGNS: Signs = Signs::of(b"a\xFF:");
        let places: Vec<usize> = SIGNS.places(b"a b: \xFFA").collect();
        assert_eq!(places, [0, 3, 5]);
        assert_eq!(Signs::of(b"").places(b"a\0").count(), 0);
    }
}
