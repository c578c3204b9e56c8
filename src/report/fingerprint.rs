//! By what a finding is known again in another audit, when files have been moved or renamed and
//! lines inserted.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use super::Location;
use identifiers::text::SafeText;
use sha2::{Digest as _, Sha256};

/// The first bytes of a digest, in letters. It is made of what reports show and of nothing else, so
/// that nobody can work an identifier out of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letters<const BYTES: usize>([u8; BYTES]);

/// The same for the same promise about the same subject.
pub type Fingerprint = Letters<16>;

/// The same for what says the same, in baselines.
pub(super) type Mark = Letters<8>;

impl<const BYTES: usize> Letters<BYTES> {
    pub(super) fn of(text: &str) -> Self {
        Letters::of_parts([text])
    }

    /// Of parts with a nought between them, which stands in no text.
    pub(super) fn of_parts<const PARTS: usize>(parts: [&str; PARTS]) -> Self {
        let mut digest = Sha256::new();
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                digest.update([0]);
            }
            digest.update(part.as_bytes());
        }
        let digest = digest.finalize();
        let mut first = [0; BYTES];
        first
            .iter_mut()
            .zip(digest)
            .for_each(|(into, byte)| *into = byte);
        Letters(first)
    }

    /// As it stands in reports.
    pub fn text(self) -> SafeText {
        SafeText::assume_safe(self.letters().collect())
    }

    fn letters(self) -> impl Iterator<Item = char> {
        let halves = self.0.into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
        halves.map(letter)
    }

    /// That of the next finding of which everything else is the same.
    pub(crate) fn numbered(self, number: usize) -> Self {
        match number {
            0 => self,
            number => Letters::of(&format!("{self}\0{number}")),
        }
    }
}

impl Fingerprint {
    /// Of what is wrong with a file: the same as long as that file says the same, on whatever line.
    pub(crate) fn of_fault(code: &str, place: &Location, message: &SafeText) -> Self {
        let at = place.at.as_ref().map_or("", SafeText::as_str);
        Letters::of(&format!("{code}\0{}\0{at}\0{message}", place.file))
    }
}

/// One of sixteen letters for half a byte: digits could be taken for a number of somebody.
fn letter(half: u8) -> char {
    char::from(b'a' + half)
}

impl<const BYTES: usize> fmt::Display for Letters<BYTES> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letters().try_for_each(|letter| to.write_char(letter))
    }
}

impl<const BYTES: usize> fmt::Debug for Letters<BYTES> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl<const BYTES: usize> FromStr for Letters<BYTES> {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; BYTES];
        if text.len() != 2 * bytes.len() {
            return Err(());
        }
        let half = |sign: &u8| Some(sign.checked_sub(b'a')?).filter(|half| *half < 16);
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let [first, second] = pair else {
                return Err(());
            };
            *byte = half(first).ok_or(())? << 4 | half(second).ok_or(())?;
        }
        Ok(Letters(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report_format::MARKS;

    #[test]
    fn a_fingerprint_is_read_as_it_is_written() {
        let print = Fingerprint::of("a");
        assert_eq!(print.to_string().len(), 32);
        assert!((MARKS.is_fingerprint)(&print.to_string()));
        assert!(!(MARKS.is_fingerprint)("7815696ecbf1c96e6894b779456d330e"));
        assert_eq!(print.to_string().parse(), Ok(print));
        assert_eq!("x".parse::<Fingerprint>(), Err(()));
        assert_eq!("é".repeat(16).parse::<Fingerprint>(), Err(()));
        assert_ne!(print.numbered(1), print);
        assert_ne!(print.numbered(1), print.numbered(2));
    }
}
