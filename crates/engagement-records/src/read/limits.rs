//! How much of all files together is held in memory. It is counted while they are read, each part by
//! what it was measured to take, so that the same files always come to the same sum.

use std::sync::atomic::{AtomicU64, Ordering};

use closed_words::grouped;

/// What a run may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// All files with what is made of them, in bytes.
    pub memory: u64,
    /// What will be held besides each record later on, such as its verdicts, in bytes.
    pub later: u64,
    /// So many faults of one file are kept, the worst of them; the rest is counted.
    pub faults: usize,
}

/// More faults nobody mends one by one: it is not a file of records at all.
const FAULTS: usize = 100;

/// What a record takes besides the texts that it holds, in bytes: measured over records of all
/// kinds, with what joining them needs.
const RECORD: u64 = 5_000;

/// How often the bytes of a record are held: as its texts, and as places of what was rewritten.
const TEXTS: u64 = 4;

/// Files that are larger than this, in bytes, are read one after the other: while a file is read, it
/// takes many times as much.
pub(super) const ALONE: usize = 8 << 20;

/// How often the bytes of such a file are held while all of it is searched for identifiers; of the
/// others, only a few at a time.
const SEARCHED: u64 = 13;

/// What a fault takes until the file is read and most of them are only counted.
const FAULT: u64 = 600;

/// A value of a document that is being read.
const VALUE: u64 = 128;

/// So much of what may be held may be taken by one document while it is read.
const SHARE: u64 = 4;

impl Limits {
    /// How many values one document may have: its tree is in memory as a whole.
    pub(crate) fn values(&self) -> usize {
        usize::try_from(self.memory / SHARE / VALUE).unwrap_or(usize::MAX)
    }
}

impl Default for Limits {
    /// What most machines have to spare: 4 GB, and nothing besides records.
    fn default() -> Self {
        Limits {
            memory: 4 << 30,
            later: 0,
            faults: FAULTS,
        }
    }
}

/// What all files hold together so far, counted by every thread that reads.
pub(super) struct Held {
    limits: Limits,
    all: AtomicU64,
}

impl Held {
    pub(super) fn new(limits: Limits) -> Self {
        Held {
            limits,
            all: AtomicU64::new(0),
        }
    }

    /// Whether the limit was met: whatever else is read, the sum stays beyond it.
    pub(super) fn is_over(&self) -> bool {
        self.all.load(Ordering::Relaxed) > self.limits.memory
    }

    fn add(&self, bytes: u64) {
        self.all.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// What one file holds.
pub(super) struct HeldOfFile<'h> {
    all: &'h Held,
    bytes: u64,
    faults: usize,
}

impl<'h> HeldOfFile<'h> {
    /// A file of so many bytes.
    pub(super) fn new(all: &'h Held, length: usize) -> Self {
        let mut file = HeldOfFile {
            all,
            bytes: 0,
            faults: 0,
        };
        let times = if length > ALONE { SEARCHED } else { 1 };
        file.add(bytes(length).saturating_mul(times));
        file
    }

    /// Counts a record of so many bytes, and the faults of the file so far; whether that is too much.
    pub(super) fn record(&mut self, length: usize, faults: usize) -> bool {
        let new = faults.saturating_sub(self.faults);
        self.faults = self.faults.max(faults);
        let texts = bytes(length).saturating_mul(TEXTS);
        self.add(RECORD + self.all.limits.later + texts + bytes(new).saturating_mul(FAULT));
        self.is_over()
    }

    /// Counts what was written out of the file.
    pub(super) fn transcript(&mut self, length: usize) {
        self.add(bytes(length).saturating_mul(2));
    }

    /// Whether what all files hold, this one included, is too much.
    fn is_over(&self) -> bool {
        self.all.is_over()
    }

    /// All that was counted.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    fn add(&mut self, more: u64) {
        self.bytes = self.bytes.saturating_add(more);
        self.all.add(more);
    }
}

fn bytes(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The file in which a limit was met: by the order of the files, whoever read them first.
pub(super) fn met_in<'n>(
    files: impl IntoIterator<Item = (&'n str, u64)>,
    limits: Limits,
) -> Option<&'n str> {
    let mut sum = 0_u64;
    files.into_iter().find_map(|(name, bytes)| {
        sum = sum.saturating_add(bytes);
        (sum > limits.memory).then_some(name)
    })
}

/// A number of bytes as people say it: `2.4 GB`, `600 MB`.
pub fn in_words(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes >= 1_000 * MEGABYTE {
        let tenths = bytes / (100 * MEGABYTE);
        return match tenths % 10 {
            0 => format!("{} GB", tenths / 10),
            rest => format!("{}.{rest} GB", tenths / 10),
        };
    }
    let megabytes = usize::try_from(bytes / MEGABYTE).unwrap_or(usize::MAX);
    format!("{} MB", grouped(megabytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_all_files_in_any_order() {
        let limits = Limits {
            memory: 30_000,
            later: 1_000,
            ..Limits::default()
        };
        let held = Held::new(limits);
        let mut one = HeldOfFile::new(&held, 100);
        // 5,000 and 1,000 for the record, four times its 25 bytes, a fault.
        one.record(25, 1);
        assert_eq!(one.bytes(), 100 + 6_000 + 100 + 600);
        one.record(0, 1);
        assert_eq!(one.bytes(), 12_800);
        let mut other = HeldOfFile::new(&held, 9_000);
        assert!(!other.is_over());
        // 21,800 and 8,202.
        other.transcript(4_101);
        assert!(one.is_over() && other.is_over());
        let sums = [("a", one.bytes()), ("b", other.bytes())];
        assert_eq!(met_in(sums.into_iter(), limits), Some("b"));
        assert_eq!(met_in(sums.into_iter().rev(), limits), Some("a"));
        assert_eq!(met_in(sums.into_iter().take(1), limits), None);
    }

    #[test]
    fn a_large_file_is_held_many_times_while_it_is_searched() {
        let held = Held::new(Limits::default());
        assert_eq!(HeldOfFile::new(&held, 8 << 20).bytes(), 8_388_608);
        // 8,388,609 times 13.
        assert_eq!(HeldOfFile::new(&held, (8 << 20) + 1).bytes(), 109_051_917);
    }

    #[test]
    fn bytes_in_words() {
        for (bytes, words) in [
            (2_400_000_000, "2.4 GB"),
            (3_000_000_000, "3 GB"),
            (999_999_999, "999 MB"),
            (64_000_000, "64 MB"),
            (17, "0 MB"),
        ] {
            assert_eq!(in_words(bytes), words);
        }
    }
}
