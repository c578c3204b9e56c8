//! Which plain character stands for one that looks like it.

/// The plain character for one that looks like it or stands for it; none for an invisible one.
pub(super) fn plain(character: char) -> Option<char> {
    let ascii = |code: u32| char::from_u32(code).unwrap_or(character);
    let code = u32::from(character);
    Some(match character {
        '\t' | '\n' | '\x0c' | '\r' => character,
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        unseen if unseen.is_control() => return None,
        '\0'..='\x7f' => character,
        // The marks around what a message is to leave out are among what cannot be seen.
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{487}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{3164}'
        | '\u{F8FE}'
        | '\u{F8FF}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}' => return None,
        '\u{FF01}'..='\u{FF5E}' => ascii(code - 0xFEE0),
        '\u{FE6B}' => '@',
        // Digits of other scripts, and the bold ones of mathematics.
        '\u{660}'..='\u{669}' => ascii(code - 0x660 + 48),
        '\u{6F0}'..='\u{6F9}' => ascii(code - 0x6F0 + 48),
        '\u{1D7CE}'..='\u{1D7FF}' => ascii((code - 0x1D7CE) % 10 + 48),
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '\u{5BE}'
        | '\u{2043}'
        | '\u{2192}'
        | '\u{2500}' => '-',
        '\u{F7}' | '\u{2044}' | '\u{2215}' => '/',
        // The braille sign without a dot looks like a blank and is none.
        '\u{2800}' => ' ',
        '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{2032}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '£' | '€' => '$',
        '·' | '…' | '•' | '\u{2027}' | '\u{30FB}' => '.',
        other if other.is_whitespace() => ' ',
        other => letter(other),
    })
}

/// The plain letter for one with a mark, or of another script that looks like it.
fn letter(character: char) -> char {
    latin(character)
        .or_else(|| cyrillic(character))
        .or_else(|| greek(character))
        .unwrap_or(character)
}

/// Latin letters with marks, as European languages, Vietnamese and Yoruba have them.
fn latin(letter: char) -> Option<char> {
    Some(match letter {
        'à'..='å' | 'À'..='Å' | 'ā'..='ą' | 'ǎ' | 'Ǎ' | 'Ạ'..='ặ' => 'a',
        'ç' | 'Ç' | 'ć'..='č' | 'Ć' => 'c',
        'ď'..='đ' | 'Ď' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'ē'..='ě' | 'Ē' | 'Ẹ'..='ệ' => 'e',
        'ĝ'..='ģ' | 'Ĝ' => 'g',
        'ĥ'..='ħ' | 'Ĥ' => 'h',
        'ì'..='ï' | 'Ì'..='Ï' | 'ĩ'..='ı' | 'Ĩ' | 'ǐ' | 'Ǐ' | 'Ỉ'..='ị' => 'i',
        'ĵ' | 'Ĵ' => 'j',
        'ķ' | 'Ķ' => 'k',
        'ĺ'..='ł' | 'Ĺ' => 'l',
        'ñ' | 'Ñ' | 'ń'..='ŋ' | 'Ń' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō'..='ő' | 'Ō' | 'ǒ' | 'Ǒ' | 'Ọ'..='ợ' => {
            'o'
        }
        'ŕ'..='ř' | 'Ŕ' => 'r',
        'ś'..='š' | 'Ś' | 'ș' | 'Ș' | 'ſ' | 'ṣ' | 'Ṣ' => 's',
        'ţ'..='ŧ' | 'Ţ' | 'ț' | 'Ț' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'ũ'..='ų' | 'Ũ' | 'ǔ' | 'Ǔ' | 'Ụ'..='ự' => 'u',
        'ŵ' | 'Ŵ' | 'Ẁ'..='ẅ' => 'w',
        'ý' | 'ÿ' | 'Ý' | 'ŷ'..='Ÿ' | 'Ŷ' | 'Ỳ'..='ỹ' => 'y',
        'ź'..='ž' | 'Ź' => 'z',
        _ => return None,
    })
}

/// Cyrillic letters of which the small or the capital one looks like a Latin letter. Both become
/// the same, so that a name in Cyrillic is one name in capitals, too.
fn cyrillic(letter: char) -> Option<char> {
    Some(match letter {
        'а' | 'А' => 'a',
        'в' | 'В' => 'b',
        'с' | 'С' => 'c',
        'ԁ' | 'Ԁ' => 'd',
        'е' | 'Е' | 'ё' | 'Ё' | 'ѐ' | 'Ѐ' => 'e',
        'н' | 'Н' | 'һ' | 'Һ' => 'h',
        'і' | 'І' | 'ї' | 'Ї' | 'ӏ' | 'Ӏ' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' | 'ќ' | 'Ќ' => 'k',
        'м' | 'М' => 'm',
        'о' | 'О' => 'o',
        'р' | 'Р' => 'p',
        'ԛ' | 'Ԛ' => 'q',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' => 't',
        'ѵ' | 'Ѵ' => 'v',
        'ԝ' | 'Ԝ' => 'w',
        'х' | 'Х' => 'x',
        'у' | 'У' | 'ў' | 'Ў' | 'ү' | 'Ү' => 'y',
        // Without its mark, this is another letter; written in two parts, it has lost it already.
        'й' | 'Й' => 'и',
        _ => return None,
    })
}

/// Greek letters, as the Cyrillic ones.
fn greek(letter: char) -> Option<char> {
    Some(match letter {
        'α' | 'Α' | 'ά' | 'Ά' => 'a',
        'β' | 'Β' => 'b',
        'ϲ' | 'Ϲ' => 'c',
        'ε' | 'Ε' | 'έ' | 'Έ' => 'e',
        'η' | 'Η' | 'ή' | 'Ή' => 'h',
        'ι' | 'Ι' | 'ί' | 'Ί' | 'ϊ' | 'Ϊ' | 'ΐ' => 'i',
        'ϳ' | 'Ϳ' => 'j',
        'κ' | 'Κ' => 'k',
        'μ' | 'Μ' | 'µ' => 'm',
        'ν' | 'Ν' => 'n',
        'ο' | 'Ο' | 'ό' | 'Ό' => 'o',
        'ρ' | 'Ρ' => 'p',
        'ς' => 'σ',
        'τ' | 'Τ' => 't',
        'χ' | 'Χ' => 'x',
        'υ' | 'Υ' | 'ύ' | 'Ύ' | 'ϋ' | 'Ϋ' | 'ΰ' => 'y',
        'ζ' | 'Ζ' => 'z',
        'ώ' | 'Ώ' => 'ω',
        _ => return None,
    })
}

/// The letters that one letter stands for.
pub(super) fn several(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ĳ' | 'Ĳ' => "ij",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        other => return drawn(other),
    })
}

/// The letters or digits that somebody drew differently: in circles and boxes, as small capitals, in
/// the alphabets of mathematics, as flags; and the digits of other scripts. Raised ones stay as they
/// are, because behind a number they point to a note.
fn drawn(character: char) -> Option<&'static str> {
    let is_drawn = matches!(
        character,
        '\u{250}'..='\u{2AF}'
            | '\u{1D00}'..='\u{1D25}'
            | '\u{2100}'..='\u{214F}'
            | '\u{2460}'..='\u{24FF}'
            | '\u{2776}'..='\u{2793}'
            | '\u{A730}' | '\u{A731}'
            | '\u{1D400}'..='\u{1D7CB}'
            | '\u{1F100}'..='\u{1F1FF}'
    );
    let is_raised = matches!(character, '²' | '³' | '¹' | '\u{2070}'..='\u{2089}');
    let is_digit = || !character.is_ascii() && character.is_numeric() && !is_raised;
    if !is_drawn && !is_digit() {
        return None;
    }
    let plain = deunicode::deunicode_char(character)?;
    let plain = plain.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    let is_one = plain.len() == 1 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_one || is_drawn && is_word).then_some(plain)
}
