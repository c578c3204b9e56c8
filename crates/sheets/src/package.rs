//! The parts of a workbook that is a zip package, none of them larger than what may be unpacked.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Cursor, Read as _};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::error::Error;
use crate::limits::{Limit, MOST_PARTS, MOST_UNPACKED};

/// What stands before every entry of a zip directory.
const ENTRY: &[u8] = b"PK\x01\x02";

/// What stands at the end of a zip directory, which is the end of the file.
const END: &[u8] = b"PK\x05\x06";

/// A package that is safe to unpack.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The number of each part by its name in small letters: programs differ in how they write
    /// capitals.
    names: BTreeMap<String, usize>,
    /// All of it, for those who open it themselves.
    pub(crate) bytes: &'b [u8],
}

/// A part that is being unpacked.
pub(crate) type PackagePart<'p, 'b> = BufReader<ZipFile<'p, Cursor<&'b [u8]>>>;

impl<'b> Package<'b> {
    /// Opens a package and unpacks it once into nothing: what its directory says of sizes may be a
    /// lie.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        // The directory is counted before it is read, for reading keeps all of it.
        let entries = bytes.windows(ENTRY.len()).filter(|found| *found == ENTRY);
        if entries.take(MOST_PARTS + 1).count() > MOST_PARTS {
            return Err(Limit::Parts.into());
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unopened(bytes))?;
        if archive.decompressed_size() > Some(u128::from(MOST_UNPACKED)) {
            return Err(Limit::Unpacked.into());
        }
        measure(&mut archive, MOST_UNPACKED)?;
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
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&spelled(name))
    }

    /// Whether the name of any part begins like this.
    pub(crate) fn has_below(&self, folder: &str) -> bool {
        let folder = spelled(folder);
        let next = self.names.range(folder.clone()..).next();
        next.is_some_and(|(name, _)| name.starts_with(&folder))
    }

    /// The parts whose names end like this, in small letters.
    pub(crate) fn ending_in(&self, end: &str) -> Vec<String> {
        let names = self.names.keys();
        names.filter(|name| name.ends_with(end)).cloned().collect()
    }

    /// A part, for reading it from its beginning.
    pub(crate) fn part(&mut self, name: &str) -> Option<PackagePart<'_, 'b>> {
        let at = *self.names.get(&spelled(name))?;
        self.archive.by_index(at).ok().map(BufReader::new)
    }
}

/// A part's name, spelled as parts are looked up.
fn spelled(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    name.strip_prefix('/').map_or(name.clone(), str::to_owned)
}

/// Why a package cannot be opened.
fn unopened(bytes: &[u8]) -> Error {
    if bytes.windows(END.len()).any(|found| found == END) {
        Error::Damaged
    } else {
        Error::CutOff
    }
}

/// Unpacks everything once, as far as it may be unpacked.
fn measure(archive: &mut ZipArchive<Cursor<&[u8]>>, most: u64) -> Result<(), Error> {
    let mut left = most;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| refused(&error))?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink());
        let size = size.map_err(|_| Error::Damaged)?;
        left = left.checked_sub(size).ok_or(Limit::Unpacked)?;
    }
    Ok(())
}

/// What a fault of a package means.
fn refused(error: &ZipError) -> Error {
    let password = ZipError::PASSWORD_REQUIRED;
    if matches!(error, ZipError::UnsupportedArchive(why) if *why == password) {
        Error::Protected
    } else {
        Error::Damaged
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// Two parts of 500 bytes each.
    fn package() -> Vec<u8> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/Workbook.xml", "b"] {
            package
                .start_file(name, SimpleFileOptions::default())
                .unwrap();
            package.write_all(&[b' '; 500]).unwrap();
        }
        package.finish().unwrap().into_inner()
    }

    /// The same with another size in the directory.
    fn that_says(size: u32) -> Vec<u8> {
        let mut bytes = package();
        let entry = bytes.windows(4).position(|found| found == ENTRY).unwrap();
        bytes[entry + 24..entry + 28].copy_from_slice(&size.to_le_bytes());
        bytes
    }

    #[test]
    fn names_are_found_however_they_are_spelled() {
        let bytes = package();
        let mut package = Package::open(&bytes).unwrap();
        assert!(package.has("/xl/workbook.xml") && package.has("XL\\WORKBOOK.XML"));
        assert!(package.has_below("xl/") && !package.has_below("x/") && !package.has("xl"));
        assert_eq!(package.ending_in("workbook.xml"), ["xl/workbook.xml"]);
        let mut text = String::new();
        package
            .part("xl/workbook.xml")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text.len(), 500);
    }

    #[test]
    fn no_more_is_unpacked_than_may_be() {
        let bytes = package();
        let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        assert_eq!(measure(&mut archive, 1000), Ok(()));
        assert_eq!(measure(&mut archive, 999), Err(Limit::Unpacked.into()));
    }

    #[test]
    fn sizes_of_the_directory_count_but_are_not_believed() {
        let opened = |size| Package::open(&that_says(size)).map(|_| ()).unwrap_err();
        assert_eq!(opened(600 << 20), Limit::Unpacked.into());
        assert_eq!(opened(1), Error::Damaged);
    }
}
