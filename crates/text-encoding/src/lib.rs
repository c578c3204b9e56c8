#![doc = include_str!("../README.md")]

mod mojibake;

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

pub use mojibake::Repair;

/// How a file may be written. Each takes what those before it take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepted {
    /// UTF-8 and UTF-16.
    Unicode,
    /// Windows-1252, where the bytes are no UTF-8.
    Windows,
    /// Letters that were garbled on the way, which are repaired.
    Mojibake,
}

/// A text, and what was repaired in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What was garbled in it and is repaired.
    pub repaired: Option<Repair>,
}

/// Why bytes are not a text. It reads as a sentence for the people whose file it is;
/// [`NotText::help`] says what they can do.
#[derive(Debug, PartialEq, Eq)]
pub struct NotText {
    /// The first byte that does not fit, counted from 1.
    pub byte: usize,
    /// The text before it.
    pub readable: String,
    /// The name of the encoding that was tried last.
    pub encoding: &'static str,
}

impl NotText {
    /// What people can do about it.
    pub fn help(&self) -> &'static str {
        "save it as UTF-8; most editors offer that when saving"
    }
}

impl fmt::Display for NotText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NotText { byte, encoding, .. } = self;
        write!(
            out,
            "this file is not text in {encoding}: byte {byte} does not fit"
        )
    }
}

impl std::error::Error for NotText {}

/// Decodes a file.
///
/// # Errors
///
/// Where the bytes are no text in any encoding that is accepted.
pub fn decode(bytes: Vec<u8>, accepted: Accepted) -> Result<Decoded, NotText> {
    let text = text(bytes, accepted != Accepted::Unicode)?;
    let repaired = match accepted {
        Accepted::Mojibake => mojibake::repair(&text),
        Accepted::Unicode | Accepted::Windows => None,
    };
    Ok(match repaired {
        Some((text, repair)) => Decoded {
            text,
            repaired: Some(repair),
        },
        None => Decoded {
            text,
            repaired: None,
        },
    })
}

fn text(bytes: Vec<u8>, windows: bool) -> Result<String, NotText> {
    match Encoding::for_bom(&bytes) {
        None => match *bytes {
            // A zero is part of no text; where every other byte is one, the mark is missing.
            [0, first, ..] if first != 0 => utf_16(&bytes, 0, UTF_16BE),
            [first, 0, ..] if first != 0 => utf_16(&bytes, 0, UTF_16LE),
            _ if windows && str::from_utf8(&bytes).is_err() => windows_1252(&bytes),
            _ => utf_8(bytes),
        },
        // One mark only; a second one is part of the text, and no YAML.
        Some((encoding, mark)) if encoding == UTF_8 => {
            utf_8(bytes.get(mark..).unwrap_or(&[]).into())
        }
        Some((encoding, mark)) => {
            debug_assert!(encoding == UTF_16LE || encoding == UTF_16BE);
            utf_16(&bytes, mark, encoding)
        }
    }
}

/// Nearly any bytes could be Windows-1252, so that they must look like text, too: without the five
/// bytes that stand for nothing, and without control characters.
fn windows_1252(bytes: &[u8]) -> Result<String, NotText> {
    let fits = |byte: &u8| match byte {
        b'\t' | b'\n' | b'\r' => true,
        0..0x20 | 0x7F | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D => false,
        _ => true,
    };
    let read = |bytes| {
        WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned()
    };
    match bytes.iter().position(|byte| !fits(byte)) {
        None => Ok(read(bytes)),
        Some(at) => Err(NotText {
            byte: at + 1,
            readable: read(bytes.get(..at).unwrap_or(&[])),
            encoding: "UTF-8 or Windows-1252",
        }),
    }
}

fn utf_16(bytes: &[u8], from: usize, encoding: &'static Encoding) -> Result<String, NotText> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes.get(from..).unwrap_or(&[]))
        .map(Cow::into_owned)
        .ok_or_else(|| not_text(bytes, 0, encoding.name()))
}

fn utf_8(bytes: Vec<u8>) -> Result<String, NotText> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        not_text(error.as_bytes(), at, UTF_8.name())
    })?;
    match text.bytes().position(|byte| byte == 0) {
        Some(at) => Err(not_text(text.as_bytes(), at, UTF_8.name())),
        None => Ok(text),
    }
}

fn not_text(bytes: &[u8], at: usize, encoding: &'static str) -> NotText {
    let before = bytes.get(..at).unwrap_or(&[]);
    NotText {
        byte: at + 1,
        readable: String::from_utf8_lossy(before).into_owned(),
        encoding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unicode(bytes: &[u8]) -> Result<String, NotText> {
        decode(bytes.to_vec(), Accepted::Unicode).map(|decoded| decoded.text)
    }

    fn windows(bytes: &[u8]) -> Result<String, NotText> {
        decode(bytes.to_vec(), Accepted::Windows).map(|decoded| decoded.text)
    }

    #[test]
    fn utf_8_and_utf_16_with_their_marks() {
        for read in [unicode, windows] {
            assert_eq!(read(b"caf\xC3\xA9").unwrap(), "café");
            assert_eq!(read(b"\xEF\xBB\xBFcaf\xC3\xA9").unwrap(), "café");
            assert_eq!(read(b"\xFF\xFEa\0\xE9\0").unwrap(), "aé");
            assert_eq!(read(b"\xFE\xFF\0a\0\xE9").unwrap(), "aé");
            assert_eq!(read(b"").unwrap(), "");
        }
    }

    #[test]
    fn other_bytes_are_refused_with_their_place() {
        let refused = unicode(b"title: x\nvenue: caf\xE9\n").unwrap_err();
        assert_eq!(refused.byte, 20);
        assert_eq!(refused.readable, "title: x\nvenue: caf");
        // Without a mark, and with a zero in it.
        assert_eq!(unicode(b"a\0\xE9\0").unwrap(), "a\u{e9}");
        assert_eq!(unicode(b"\0a\0\xE9").unwrap(), "a\u{e9}");
        assert_eq!(unicode(b"ab\0c").unwrap_err().byte, 3);
        // Half of a pair.
        assert!(unicode(b"\xFF\xFE\x00\xD8a\0").is_err());
    }

    #[test]
    fn windows_1252_where_programs_of_windows_write_it() {
        let text = b"10:00 \x96 12:00,the forum\x92s caf\xE9,\xA35\x80\r\n\t";
        assert_eq!(
            windows(text).unwrap(),
            "10:00 – 12:00,the forum’s café,£5€\r\n\t"
        );
        assert_eq!(unicode(text).unwrap_err().byte, 7);
        // What is UTF-8 is UTF-8, and a mark says so for certain.
        assert_eq!(windows(b"\xC3\xA9").unwrap(), "é");
        assert_eq!(windows(b"\xEF\xBB\xBFa\x92").unwrap_err().byte, 2);
        for wrong in [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x00, 0x07, 0x1B, 0x7F] {
            let refused = windows(&[b'a', 0x92, wrong, b'b']).unwrap_err();
            assert_eq!((refused.byte, refused.readable.as_str()), (3, "a’"));
        }
    }

    #[test]
    fn letters_are_repaired_only_where_that_is_accepted() {
        for (accepted, text) in [
            (Accepted::Unicode, "cafÃ©"),
            (Accepted::Windows, "cafÃ©"),
            (Accepted::Mojibake, "café"),
        ] {
            let decoded = decode("cafÃ©".into(), accepted).unwrap();
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.repaired.is_some(), accepted == Accepted::Mojibake);
        }
    }
}
