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
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{2032}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '£' | '€' => '$',
        '·' | '…' => '.',
        'à'..='å' | 'À'..='Å' | 'ą' | 'Ą' => 'a',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => 'c',
        'è'..='ë' | 'È'..='Ë' | 'ę' | 'Ę' | 'ě' | 'Ě' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ı' | 'İ' => 'i',
        'ł' | 'Ł' => 'l',
        'ñ' | 'Ñ' | 'ń' | 'Ń' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' => 'o',
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' => 's',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => 'z',
        other if other.is_whitespace() => ' ',
        other => other,
    })
}
