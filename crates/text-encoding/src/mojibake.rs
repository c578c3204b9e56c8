//! Letters that one program wrote as UTF-8 and another took for Windows-1252 and saved again:
//! `â€™` where `’` was meant. No English text means the former.

use encoding_rs::WINDOWS_1252;

/// What was garbled in a text and is repaired.
#[derive(Debug, PartialEq, Eq)]
pub struct Repair {
    /// In how many places.
    pub count: usize,
    /// The line of the first one, from 1.
    pub line: usize,
    /// What stood there.
    pub written: String,
    /// What was meant.
    pub meant: char,
}

/// A text with garbled letters repaired; nothing where there are none.
pub(crate) fn repair(text: &str) -> Option<(String, Repair)> {
    let mut out = String::new();
    let mut done = 0;
    let mut garbled: Option<Repair> = None;
    for (at, first) in text.char_indices() {
        // Whatever belongs to a sign that was repaired has been passed.
        if at < done || first.is_ascii() {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let Some((length, meant)) = sign(rest) else {
            continue;
        };
        let before = text.get(done..at).unwrap_or("");
        out.push_str(before);
        done = at + length;
        // A byte order mark that was garbled along with the rest stands for nothing.
        if meant != '\u{FEFF}' {
            out.push(meant);
        }
        let of_first = || Repair {
            count: 0,
            line: text.get(..at).unwrap_or("").matches('\n').count() + 1,
            written: rest.get(..length).unwrap_or("").to_owned(),
            meant,
        };
        garbled.get_or_insert_with(of_first).count += 1;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    garbled.map(|garbled| (out, garbled))
}

/// The one sign that the first signs of a text were made of, and the bytes that they take up.
fn sign(text: &str) -> Option<(usize, char)> {
    let mut signs = text.char_indices().map(|(at, sign)| {
        let end = at + sign.len_utf8();
        (byte_of(sign), end)
    });
    let (first, _) = signs.next()?;
    let first = first?;
    let more = match first {
        0xC2..=0xDF => 1,
        0xE0..=0xEF => 2,
        0xF0..=0xF4 => 3,
        _ => return None,
    };
    let mut bytes = vec![first];
    let mut length = 0;
    for (byte, end) in signs.take(more) {
        bytes.push(byte?);
        length = end;
    }
    let meant = str::from_utf8(&bytes).ok()?.chars().next()?;
    is_of_english(meant).then_some((length, meant))
}

/// The byte that Windows-1252 has for a sign beyond ASCII.
fn byte_of(sign: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = WINDOWS_1252.encode(sign.encode_utf8(&mut buffer));
    match *bytes {
        [byte] if !failed && byte >= 0x80 => Some(byte),
        _ => None,
    }
}

/// Whether English texts have this sign: accents, currencies, punctuation, signs such as `™`,
/// pictures. Others are rarer than the letters that they would be taken for: `É’` may well be
/// meant.
fn is_of_english(sign: char) -> bool {
    matches!(
        sign,
        '\u{A0}'..='\u{FF}' | '\u{2010}'..='\u{2122}' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as it looks after a program has taken it for Windows-1252.
    fn taken_wrongly(text: &str) -> String {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
        text.into_owned()
    }

    #[test]
    fn garbled_letters_are_repaired_and_counted() {
        let (text, garbled) = repair("a\nthe forumâ€™s cafÃ©\nÂ£5").unwrap();
        assert_eq!(text, "a\nthe forum’s café\n£5");
        let expected = Repair {
            count: 3,
            line: 2,
            written: "â€™".to_owned(),
            meant: '’',
        };
        assert_eq!(garbled, expected);
        for meant in ["–—‘’“”•…€™£½éèÀÍÝàÁÂÃ", "naïve Ä Ö Ü ß", "✓ 😀 👪"]
        {
            let english: String = meant.chars().filter(|sign| *sign != '✓').collect();
            let (text, _) = repair(&taken_wrongly(&english)).unwrap();
            assert_eq!(text, english);
        }
        let (text, garbled) = repair(&taken_wrongly("\u{FEFF}Title")).unwrap();
        assert_eq!((text.as_str(), garbled.line), ("Title", 1));
        // What is right beside it stays.
        assert_eq!(repair("é Ã© ’").unwrap().0, "é é ’");
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "",
            "plain",
            "the forum’s café – £5",
            "CAFÉ’S",
            "ROSÉ™",
            "Â",
            "Ã",
            "â€",
            "Zoë’s",
            "ÃO",
            "日本語",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
