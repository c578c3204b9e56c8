//! The parts of a workbook that is a zip package, none of them larger than what may be unpacked.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::limits::{MOST_PARTS, MOST_UNPACKED};
use super::refused::Refused;

/// What stands before every entry of a zip directory.
const ENTRY: &[u8] = b"PK\x01\x02";

/// A package that is safe to unpack.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The number of each part by its name in small letters: programs differ in how they write
    /// capitals.
    names: BTreeMap<String, usize>,
    /// All of it, for those who open it themselves.
    pub(super) bytes: &'b [u8],
}

/// A part that is being unpacked.
pub(super) type Part<'p, 'b> = BufReader<ZipFile<'p, Cursor<&'b [u8]>>>;

impl<'b> Package<'b> {
    /// Opens a package and unpacks it once into nothing: what its directory says of sizes may be a
    /// lie.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Refused> {
        // The directory is counted before it is read, for reading keeps all of it.
        let entries = bytes.windows(ENTRY.len()).filter(|found| *found == ENTRY);
        if entries.take(MOST_PARTS + 1).count() > MOST_PARTS {
            return Err(Refused::TooManyParts);
        }
        // The directory stands at the end.
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::CutOff)?;
        if archive.decompressed_size() > Some(u128::from(MOST_UNPACKED)) {
            return Err(Refused::TooLarge);
        }
        measure(&mut archive)?;
        let mut names = BTreeMap::new();
        for at in 0..archive.len() {
            let name = archive.by_index_raw(at).ok().and_then(|part| {
                let name = part.name().ok()?;
                Some(spelled(&name))
            });
            if let Some(name) = name {
                names.entry(name).or_insert(at);
            }
        }
        Ok(Package {
            archive,
            names,
            bytes,
        })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&spelled(name))
    }

    /// Whether the name of any part begins like this.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let folder = spelled(folder);
        let next = self.names.range(folder.clone()..).next();
        next.is_some_and(|(name, _)| name.starts_with(&folder))
    }

    /// The parts whose names end like this, in small letters.
    pub(super) fn ending_in(&self, end: &str) -> Vec<String> {
        let names = self.names.keys();
        names.filter(|name| name.ends_with(end)).cloned().collect()
    }

    /// A part, for reading it from its beginning.
    pub(super) fn part(&mut self, name: &str) -> Option<Part<'_, 'b>> {
        let at = *self.names.get(&spelled(name))?;
        self.archive.by_index(at).ok().map(BufReader::new)
    }
}

/// A part's name, spelled as parts are looked up.
fn spelled(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    name.strip_prefix('/').map_or(name.clone(), str::to_owned)
}

/// Unpacks everything once, as far as it may be unpacked.
fn measure(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Refused> {
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| refused(&error))?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink());
        let size = size.map_err(|_| Refused::Damaged)?;
        left = left.checked_sub(size).ok_or(Refused::TooLarge)?;
    }
    Ok(())
}

/// What a fault of a package means.
fn refused(error: &ZipError) -> Refused {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            Refused::Protected
        }
        _ => Refused::Damaged,
    }
}
