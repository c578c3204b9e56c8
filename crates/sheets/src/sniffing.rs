//! What a file is by what stands in it, whatever its name says.

use std::io::Read as _;

use super::xls::container::Container;
use crate::error::Error;
use crate::package::Package;

/// A file that sheets can be read from.
pub(crate) enum Content<'b> {
    /// A workbook of Excel from 2007 on.
    Xlsx(Package<'b>),
    /// A workbook of `LibreOffice` and others.
    Ods(Package<'b>),
    /// A workbook of older versions of Excel: its stream of records.
    Xls(Vec<u8>),
}

const FIND_THE_WORKBOOK: &str =
    "give the workbook that it was made from, or type the records into one";
const COPY_THE_TABLE: &str = "copy its table into a spreadsheet program and save that as .xlsx";
const SAVE_FROM_ITS_PROGRAM: &str = "if it is a spreadsheet, open it in the program that made it and save it as .xlsx; if it was \
     downloaded, fetch it again";

/// How far a text is looked into.
const GLANCE: usize = 4096;

impl<'b> Content<'b> {
    /// Looks what a file is, and opens it.
    pub(crate) fn of(bytes: &'b [u8]) -> Result<Content<'b>, Error> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Error::Empty);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return packaged(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return contained(bytes);
        }
        Err(other(bytes))
    }
}

/// What a zip package holds.
fn packaged(bytes: &[u8]) -> Result<Content<'_>, Error> {
    let mut package = Package::open(bytes)?;
    let kind = media_type(&mut package);
    if let Some(kind) = kind.strip_prefix("application/vnd.oasis.opendocument.") {
        return match kind.trim_end_matches("-template") {
            "spreadsheet" => Ok(Content::Ods(package)),
            "text" => Err(Error::other("a text document", COPY_THE_TABLE)),
            _ => Err(Error::other("a document of LibreOffice", COPY_THE_TABLE)),
        };
    }
    if package.has("xl/workbook.bin") {
        return Err(Error::convertible("a binary workbook (.xlsb)"));
    }
    if package.has_below("word/") {
        return Err(Error::other("a Word document", COPY_THE_TABLE));
    }
    if package.has_below("ppt/") {
        return Err(Error::other("a presentation", COPY_THE_TABLE));
    }
    if package.has_below("xl/") || package.has("_rels/.rels") {
        return Ok(Content::Xlsx(package));
    }
    if package.has_below("Index/") || package.has("Index.zip") {
        let export = "export it from Numbers as an Excel file (.xlsx)";
        return Err(Error::other("a document of Apple's Numbers", export));
    }
    let unpack = "unpack it and give the workbooks that are in it";
    Err(Error::other("a zip archive", unpack))
}

/// What an `OpenDocument` file says of itself in its first part.
fn media_type(package: &mut Package<'_>) -> String {
    let mut kind = String::new();
    if let Some(part) = package.part("mimetype") {
        // What is no text says nothing.
        _ = part.take(100).read_to_string(&mut kind);
    }
    kind.trim().to_owned()
}

/// What a container of streams holds: older Office files, and all that are protected.
fn contained(bytes: &[u8]) -> Result<Content<'_>, Error> {
    let container = Container::open(bytes)?;
    if let Some(stream) = container.stream("Workbook") {
        return Ok(Content::Xls(stream?));
    }
    Err(if container.has("EncryptedPackage") {
        Error::Protected
    } else if container.has("Book") {
        Error::convertible("a workbook of Excel 95 or older")
    } else if container.has("WordDocument") {
        Error::other("a Word document", COPY_THE_TABLE)
    } else if container.has("PowerPoint Document") {
        Error::other("a presentation", COPY_THE_TABLE)
    } else {
        Error::other("a file of some other program", SAVE_FROM_ITS_PROGRAM)
    })
}

/// What a file is that is no package and no container.
fn other(bytes: &[u8]) -> Error {
    if bytes.starts_with(b"%PDF") {
        return Error::other("a PDF", FIND_THE_WORKBOOK);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Error::other("a text document", COPY_THE_TABLE);
    }
    // The first record of a workbook before containers: version, length, kind of sheet.
    if let [9, 0 | 2 | 4, 4 | 6 | 8, 0, ..] = bytes {
        return Error::convertible("a workbook of Excel 4 or older");
    }
    match glance(bytes) {
        Some(text) => of_text(&text),
        None => Error::other("some other kind of file", SAVE_FROM_ITS_PROGRAM),
    }
}

/// The beginning of a text; nothing where the bytes are none.
fn glance(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..GLANCE).unwrap_or(bytes);
    let (encoding, mark) = encoding_rs::Encoding::for_bom(start).unwrap_or((encoding_rs::UTF_8, 0));
    let (text, _, _) = encoding.decode(start.get(mark..)?);
    // Bytes of Windows-1252 are no UTF-8 but text all the same; control characters are in no text.
    let odd = |sign: &char| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{c}');
    let strange = text
        .chars()
        .filter(|sign| odd(sign) || *sign == '\u{fffd}')
        .count();
    (!text.chars().any(|sign| odd(&sign)) && strange * 10 < text.chars().count())
        .then(|| text.into_owned())
}

/// What a text is that has the ending of a workbook.
fn of_text(text: &str) -> Error {
    let start = text.trim_start().to_lowercase();
    if start.contains("<html") || start.starts_with("<!doctype html") || start.starts_with("<table")
    {
        return Error::convertible("a web page");
    }
    if start.starts_with('<') {
        return if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            Error::convertible("an XML spreadsheet of Excel 2003")
        } else if start.contains("office:document") {
            Error::convertible("a flat OpenDocument spreadsheet (.fods)")
        } else {
            Error::convertible("an XML file")
        };
    }
    let line = start.lines().next().unwrap_or_default();
    if line.contains('\t') {
        Error::other(
            "a text file with its values separated by tabs",
            "give its name the ending .tsv, or open it in a spreadsheet program and save it as \
             .xlsx",
        )
    } else if line.contains([',', ';']) {
        Error::other(
            "a text file with its values separated by commas or semicolons",
            "give its name the ending .csv, or open it in a spreadsheet program and save it as \
             .xlsx",
        )
    } else {
        Error::other(
            "a text",
            "give its name the ending that fits, such as .csv for a table or .md for minutes",
        )
    }
}
