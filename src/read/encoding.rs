//! Bytes into text: UTF-8 and UTF-16, each with or without a byte order mark.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Why bytes are not a text that we read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotText {
    /// The first byte that does not fit, counted from 1.
    pub(crate) byte: usize,
    /// The text before it.
    pub(crate) readable: String,
    /// The encoding that was tried.
    pub(crate) encoding: &'static str,
}

/// Decodes a file. The byte order mark is not part of the text.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    match Encoding::for_bom(&bytes) {
        None => match *bytes {
            // A zero is part of no text; where every other byte is one, the mark is missing.
            [0, first, ..] if first != 0 => utf_16(&bytes, 0, UTF_16BE),
            [first, 0, ..] if first != 0 => utf_16(&bytes, 0, UTF_16LE),
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

fn utf_16(bytes: &[u8], from: usize, encoding: &'static Encoding) -> Result<String, NotText> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes.get(from..).unwrap_or(&[]))
        .map(std::borrow::Cow::into_owned)
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

    #[test]
    fn utf_8_and_utf_16_with_their_marks() {
        assert_eq!(decode(b"caf\xC3\xA9".to_vec()).unwrap(), "café");
        assert_eq!(decode(b"\xEF\xBB\xBFcaf\xC3\xA9".to_vec()).unwrap(), "café");
        assert_eq!(decode(b"\xFF\xFEa\0\xE9\0".to_vec()).unwrap(), "aé");
        assert_eq!(decode(b"\xFE\xFF\0a\0\xE9".to_vec()).unwrap(), "aé");
        assert_eq!(decode(Vec::new()).unwrap(), "");
    }

    #[test]
    fn other_bytes_are_refused_with_their_place() {
        let refused = decode(b"title: x\nvenue: caf\xE9\n".to_vec()).unwrap_err();
        assert_eq!(refused.byte, 20);
        assert_eq!(refused.readable, "title: x\nvenue: caf");
        // Without a mark, and with a zero in it.
        assert_eq!(decode(b"a\0\xE9\0".to_vec()).unwrap(), "a\u{e9}");
        assert_eq!(decode(b"\0a\0\xE9".to_vec()).unwrap(), "a\u{e9}");
        assert_eq!(decode(b"ab\0c".to_vec()).unwrap_err().byte, 3);
        // Half of a pair.
        assert!(decode(b"\xFF\xFE\x00\xD8a\0".to_vec()).is_err());
    }
}
