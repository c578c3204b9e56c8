//! A text as somebody reads it who resolves the escapes in quotes and joins the lines of a text:
//! an identifier is one also where the file spells it with escapes or over several lines.

use std::ops::Range;

/// A text as it reads, and the text that it was.
pub(super) struct ReadableText<'t> {
    original: &'t str,
    /// Whether lines stay lines.
    in_lines: bool,
    text: String,
}

impl<'t> ReadableText<'t> {
    /// Reads a text. Blanks, line breaks and the signs of a remark after them become one blank.
    pub(super) fn joined(original: &'t str) -> Self {
        ReadableText::new(original, false)
    }

    /// Reads a text in which lines are written as escapes. They stay lines: what is a list or a
    /// group shows only there.
    pub(super) fn in_lines(original: &'t str) -> Option<Self> {
        original
            .contains("\\n")
            .then(|| ReadableText::new(original, true))
    }

    fn new(original: &'t str, in_lines: bool) -> Self {
        let mut text = String::with_capacity(original.len());
        read(original, in_lines, |piece, _| match piece {
            Piece::AsItIs(plain) => text.push_str(plain),
            Piece::Sign(sign) => text.push(sign),
            Piece::OfBlankBefore => {}
        });
        ReadableText {
            original,
            in_lines,
            text,
        }
    }

    /// Whether a text says nothing more where its lines are joined: nothing is spelled with escapes, and
    /// every line begins with the name of a field, so that no number and no name goes on in the next.
    pub(super) fn says_the_same(original: &str) -> bool {
        !original.contains(['\\', '\t', '#', '\r']) && original.lines().all(is_named)
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where each of its characters stands in the text that it was; asked for only where something is
    /// hidden.
    pub(super) fn places(&self) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::with_capacity(self.text.len());
        read(self.original, self.in_lines, |piece, place| match piece {
            Piece::AsItIs(plain) => {
                let signs = plain.char_indices();
                let ends = signs.map(|(at, sign)| (at, at + sign.len_utf8()));
                places.extend(ends.map(|(at, end)| place.start + at..place.start + end));
            }
            Piece::Sign(_) => places.push(place),
            Piece::OfBlankBefore => {
                if let Some(last) = places.last_mut() {
                    last.end = place.end;
                }
            }
        });
        places
    }
}

/// Whether a line begins with the name of a field, of letters, or holds nothing.
fn is_named(line: &str) -> bool {
    const LONGEST: usize = 40;
    let line = line.trim_ascii_start();
    let of_name = |byte: &u8| byte.is_ascii_alphabetic() || b"_-".contains(byte);
    let name = line.bytes().take_while(of_name).count();
    let rest = line.get(name..).unwrap_or("");
    line.is_empty() || (1..LONGEST).contains(&name) && (rest == ":" || rest.starts_with(": "))
}

/// A piece of a text that is read.
enum Piece<'t> {
    /// What reads as it is written.
    AsItIs(&'t str),
    /// What stands for one sign.
    Sign(char),
    /// What belongs to the blank before it.
    OfBlankBefore,
}

/// Reads a text piece by piece, each with its place. What an escape leaves out is no piece.
fn read<'t>(original: &'t str, in_lines: bool, mut take: impl FnMut(Piece<'t>, Range<usize>)) {
    let is_special = |sign: char| sign == '\\' || !in_lines && sign.is_whitespace();
    let mut at = 0;
    let mut is_behind_blank = false;
    while let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find(is_special).unwrap_or(rest.len());
        if let Some(plain) = rest.get(..plain).filter(|plain| !plain.is_empty()) {
            take(Piece::AsItIs(plain), at..at + plain.len());
            is_behind_blank = in_lines && plain.ends_with(' ');
            at += plain.len();
            continue;
        }
        let (sign, length) = match rest.as_bytes() {
            [b'\\', b'n', ..] if in_lines => (Some('\n'), 2),
            [b'\\', ..] => escape(rest),
            _ => (Some(' '), blank(original, at)),
        };
        let place = at..at + length;
        match sign {
            Some(' ') if !in_lines && is_behind_blank => take(Piece::OfBlankBefore, place),
            Some(sign) => take(Piece::Sign(sign), place),
            None => {}
        }
        is_behind_blank = sign.map_or(is_behind_blank, |sign| sign == ' ');
        at += length;
    }
}

/// How long the blanks are that begin at a place, with the sign of a remark after a line break.
fn blank(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or("");
    let mut broken = false;
    let of_blank = |sign: &char| {
        broken |= *sign == '\n';
        sign.is_whitespace() || broken && *sign == '#'
    };
    rest.chars().take_while(of_blank).map(char::len_utf8).sum()
}

/// The character that an escape at the start of a text stands for, and how long the escape is. An
/// escaped line break stands for nothing, with the indentation after it.
fn escape(text: &str) -> (Option<char>, usize) {
    let code = text.chars().nth(1);
    let digits = match code {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        Some('\n' | '\r') => {
            let blanks = text.chars().skip(1).take_while(|sign| sign.is_whitespace());
            return (None, 1 + blanks.map(char::len_utf8).sum::<usize>());
        }
        Some('t' | 'n' | 'r' | '_' | 'N' | 'L' | 'P' | ' ' | '\t') => return (Some(' '), 2),
        Some('"' | '/' | '\\') => return (code, 2),
        // The other escapes stand for what cannot be seen.
        Some('0' | 'a' | 'b' | 'v' | 'f' | 'e') => return (None, 2),
        _ => return (Some('\\'), 1),
    };
    text.get(2..2 + digits)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .and_then(char::from_u32)
        .map_or((Some('\\'), 1), |sign| (Some(sign), 2 + digits))
}
