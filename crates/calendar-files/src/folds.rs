//! Long lines that were folded by counting bytes, within a letter.

/// Moves every fold that parts a letter of UTF-8 behind that letter, so that the bytes can be
/// decoded. Lines keep their numbers, and other encodings what they say.
pub fn mend_folds(bytes: Vec<u8>) -> Vec<u8> {
    // In UTF-16 the same bytes are no folds.
    let is_wide = bytes.contains(&0);
    if is_wide || !bytes.windows(3).any(parts_a_letter) {
        return bytes;
    }
    let mut mended = Vec::with_capacity(bytes.len());
    let mut rest = bytes.as_slice();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let is_within = mended.last().is_some_and(|last: &u8| !last.is_ascii());
        let Some(fold) = fold_at(byte, after).filter(|_| is_within) else {
            mended.push(byte);
            continue;
        };
        let (fold, behind) = after.split_at(fold);
        let letter = behind.iter().take(3).take_while(|byte| continues(**byte));
        let (letter, behind) = behind.split_at(letter.count());
        mended.extend_from_slice(letter);
        mended.push(byte);
        mended.extend_from_slice(fold);
        rest = behind;
    }
    mended
}

/// Whether three bytes are the end of a fold and a byte that continues a letter.
fn parts_a_letter(three: &[u8]) -> bool {
    matches!(three, [b'\n', b' ' | b'\t', next] if continues(*next))
}

/// How many more bytes a fold has that begins with a byte.
fn fold_at(byte: u8, after: &[u8]) -> Option<usize> {
    match (byte, after) {
        (b'\n', [b' ' | b'\t', ..]) => Some(1),
        (b'\r', [b'\n', b' ' | b'\t', ..]) => Some(2),
        _ => None,
    }
}

/// Whether a byte is one of a letter in UTF-8, but not its first.
fn continues(byte: u8) -> bool {
    matches!(byte, 0x80..=0xbf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_within_letters_are_moved_behind_them() {
        for (folded, mended) in [
            (
                &b"Caf\xc3\r\n \xa9 x\r\n"[..],
                &b"Caf\xc3\xa9\r\n  x\r\n"[..],
            ),
            (b"a \xe2\n\t\x80\x93 b", b"a \xe2\x80\x93\n\t b"),
            (b"a \xe2\x80\n \x93 b", b"a \xe2\x80\x93\n  b"),
        ] {
            assert_eq!(mend_folds(folded.to_vec()), mended);
        }
    }

    #[test]
    fn everything_else_stays() {
        for bytes in [
            &b""[..],
            b"SUMMARY:Short br\r\n eaks\r\n",
            "Café\n morning".as_bytes(),
            b"\n \x93quoted\x94",
            b"a\n \xa9",
            b"\x00a\xc3\x0a \xa9",
        ] {
            assert_eq!(mend_folds(bytes.to_vec()), bytes);
        }
    }
}
