//! Texts in records. A text may go on in the next record, and says there anew how wide its signs
//! are.

use super::record::{BiffRecord, u16_at, u32_at};

/// Signs of two bytes.
const WIDE: u8 = 1;
/// Data about how the text is read out follows it.
const EXTENDED: u8 = 4;
/// Data about how its parts look follows it.
const RICH: u8 = 8;

/// The bytes of a record and of those that continue it.
pub(super) struct Bytes<'s> {
    now: &'s [u8],
    more: std::vec::IntoIter<&'s [u8]>,
}

impl<'s> Bytes<'s> {
    /// The bytes of a record, from one of them on.
    pub(super) fn of(record: BiffRecord<'s>, from: usize) -> Self {
        Bytes {
            now: record.data.get(from..).unwrap_or(&[]),
            more: record.more.into_iter(),
        }
    }

    /// The bytes of the records that continue one.
    pub(super) fn continued(record: &BiffRecord<'s>) -> Self {
        let mut bytes = Bytes {
            now: &[],
            more: record.more.clone().into_iter(),
        };
        bytes.go_on();
        bytes
    }

    /// The bytes of one record alone.
    pub(super) fn alone(data: &'s [u8]) -> Self {
        Bytes {
            now: data,
            more: Vec::new().into_iter(),
        }
    }

    /// Whether there is nothing more to come.
    pub(super) fn is_done(&mut self) -> bool {
        self.now.is_empty() && !self.go_on()
    }

    fn go_on(&mut self) -> bool {
        let next = self.more.find(|data| !data.is_empty());
        self.now = next.unwrap_or(&[]);
        next.is_some()
    }

    /// So many bytes of this record.
    fn take(&mut self, count: usize) -> Option<&'s [u8]> {
        let (taken, rest) = self.now.split_at_checked(count)?;
        self.now = rest;
        Some(taken)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            if self.is_done() {
                return None;
            }
            let here = count.min(self.now.len());
            self.take(here)?;
            count -= here;
        }
        Some(())
    }

    /// A text with its length before it, in two bytes.
    pub(super) fn text(&mut self) -> Option<String> {
        let length = u16_at(self.take(2)?, 0)?;
        self.text_of(usize::from(length))
    }

    /// A text with its length before it, in one byte.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let length = *self.take(1)?.first()?;
        self.text_of(usize::from(length))
    }

    /// A text of so many signs, behind its length.
    pub(super) fn text_of(&mut self, length: usize) -> Option<String> {
        let flags = *self.take(1)?.first()?;
        let mut behind = 0;
        if flags & RICH != 0 {
            behind += usize::from(u16_at(self.take(2)?, 0)?) * 4;
        }
        if flags & EXTENDED != 0 {
            behind += usize::try_from(u32_at(self.take(4)?, 0)?).ok()?;
        }
        let text = self.signs(length, flags)?;
        self.skip(behind)?;
        Some(text)
    }

    fn signs(&mut self, length: usize, mut flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        loop {
            let left = length - units.len();
            if flags & WIDE == 0 {
                let here = left.min(self.now.len());
                units.extend(self.take(here)?.iter().map(|sign| u16::from(*sign)));
            } else {
                let here = left.min(self.now.len() / 2);
                let (signs, _) = self.take(here * 2)?.as_chunks();
                units.extend(signs.iter().map(|sign| u16::from_le_bytes(*sign)));
            }
            if units.len() == length {
                return Some(String::from_utf16_lossy(&units));
            }
            if !self.go_on() {
                return None;
            }
            flags = *self.take(1)?.first()?;
        }
    }
}
