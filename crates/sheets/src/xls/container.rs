//! The container of older Office files (MS-CFB): a small file system of sectors in one file.

use crate::error::Error;

use super::record::{u16_at, u32_at};

/// From this sector number on, numbers mean something else: free, or the end of a chain.
const LAST: u32 = 0xFFFF_FFFA;
/// Streams smaller than this are kept in small sectors.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// The size of one entry of the directory.
const ENTRY: usize = 128;

/// A container whose table of sectors was read.
pub(in super::super) struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// For each sector the one that follows it.
    next: Vec<u32>,
    entries: Vec<DirectoryEntry>,
    /// For each small sector the one that follows it.
    small_next: Vec<u32>,
    small: Vec<u8>,
}

struct DirectoryEntry {
    name: String,
    start: u32,
    size: usize,
}

impl<'b> Container<'b> {
    /// Opens a container.
    pub(in super::super) fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            Some(_) => return Err(Error::Damaged),
            None => return Err(Error::CutOff),
        };
        let number = |at| u32_at(bytes, at).ok_or(Error::CutOff);
        let mut container = Container {
            bytes,
            sector,
            next: Vec::new(),
            entries: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
        };
        container.next = container.table(number(68)?)?;
        let directory = container.chain(number(48)?, usize::MAX)?;
        if directory.len() % sector != 0 {
            return Err(Error::CutOff);
        }
        container.entries = directory
            .as_chunks::<ENTRY>()
            .0
            .iter()
            .filter_map(entry)
            .collect();
        let small_next = container.chain(number(60)?, usize::MAX)?;
        container.small_next = numbers(&small_next).collect();
        if let Some(root) = container.entries.first() {
            container.small = container.chain(root.start, root.size)?;
        }
        Ok(container)
    }

    /// Whether there is a stream of this name.
    pub(in super::super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream.
    pub(in super::super) fn stream(&self, name: &str) -> Option<Result<Vec<u8>, Error>> {
        let entry = self.entry(name)?;
        Some(if entry.size < SMALL {
            self.small_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        })
    }

    fn entry(&self, name: &str) -> Option<&DirectoryEntry> {
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// How many sectors the file has, the last one perhaps not whole.
    fn sectors(&self) -> usize {
        self.bytes.len().div_ceil(self.sector)
    }

    /// The bytes of a sector; they begin behind the first one, which is the header.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?;
        let start = start.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    /// The table of sectors. Its own sectors are listed in the header, and then in a chain of lists
    /// of which each ends with the number of the next.
    fn table(&self, lists: u32) -> Result<Vec<u32>, Error> {
        let header = self.bytes.get(76..512).ok_or(Error::CutOff)?;
        let mut listed: Vec<u32> = numbers(header).collect();
        let mut list = lists;
        let mut left = self.sectors();
        while list < LAST {
            // A chain that is longer than the file goes round in circles.
            left = left.checked_sub(1).ok_or(Error::Damaged)?;
            listed.extend(numbers(self.sector(list).ok_or(Error::CutOff)?));
            list = listed.pop().ok_or(Error::Damaged)?;
        }
        let mut table = Vec::new();
        for number in listed.into_iter().filter(|number| *number < LAST) {
            // More sectors than there are is what a damaged list asks for.
            if table.len() > self.sectors() {
                break;
            }
            table.extend(numbers(self.sector(number).ok_or(Error::CutOff)?));
        }
        Ok(table)
    }

    /// The bytes of a chain of sectors, up to a size.
    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let mut number = start;
        let mut left = self.sectors();
        while number < LAST && bytes.len() < size {
            left = left.checked_sub(1).ok_or(Error::Damaged)?;
            let sector = self.sector(number).ok_or(Error::CutOff)?;
            bytes.extend_from_slice(sector);
            number = following(&self.next, number).ok_or(Error::Damaged)?;
            // Only the last sector of the file can be shorter, and behind it there is nothing.
            if sector.len() < self.sector && number < LAST && bytes.len() < size {
                return Err(Error::CutOff);
            }
        }
        bytes.truncate(size);
        Ok(bytes)
    }

    fn small_chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let mut number = start;
        while number < LAST && bytes.len() < size {
            let at = usize::try_from(number).unwrap_or(usize::MAX);
            let at = at.saturating_mul(SMALL_SECTOR);
            let rest = self.small.get(at..).ok_or(Error::Damaged)?;
            bytes.extend_from_slice(rest.get(..SMALL_SECTOR).unwrap_or(rest));
            if rest.is_empty() {
                return Err(Error::Damaged);
            }
            number = following(&self.small_next, number).ok_or(Error::Damaged)?;
        }
        bytes.truncate(size);
        Ok(bytes)
    }
}

fn following(table: &[u32], number: u32) -> Option<u32> {
    table.get(usize::try_from(number).ok()?).copied()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|number| u32::from_le_bytes(*number))
}

/// An entry of the directory: its name in 64 bytes, where it starts, and its size.
fn entry(bytes: &[u8; ENTRY]) -> Option<DirectoryEntry> {
    let length = usize::from(u16_at(bytes, 64)?);
    // The length counts the zero at the end.
    let name = bytes.get(..length.checked_sub(2)?.min(64))?;
    let units = name.as_chunks::<2>().0.iter();
    let units: Vec<u16> = units.map(|unit| u16::from_le_bytes(*unit)).collect();
    Some(DirectoryEntry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(bytes, 116)?,
        size: usize::try_from(u32_at(bytes, 120)?).ok()?,
    })
}
