//! What was read wrong from a scanned form: dates and National Insurance numbers with letters for figures
//! (`27.O8.2O11`, `HE 59 O3 72 D`), and a nought for a letter in a label (`0F BIRTH`, `D.0.B.`, `N0`).

use std::ops::Range;

/// Puts the figures and letters in place that were meant. A text keeps its length.
pub(super) fn put_right(text: String) -> String {
    let mut right: Option<Vec<u8>> = None;
    let bytes = text.as_bytes();
    let is_beside = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let next = bytes.get(at + 1);
        before.is_some_and(|byte| is_letter(*byte))
            || next.is_some_and(|byte| is_letter(*byte) || *byte == b'f')
    };
    let mut until = 0;
    let figures = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit());
    for (at, _) in figures {
        if at < until {
            continue;
        }
        let letter = is_for_letter(bytes, at).then_some(b'o');
        if let Some(letter) = letter.or_else(|| letter_of_child(bytes, at)) {
            let all = right.get_or_insert_with(|| bytes.to_vec());
            if let Some(byte) = all.get_mut(at) {
                *byte = letter;
            }
            continue;
        }
        if !is_beside(at) {
            continue;
        }
        let of_date =
            |byte: &&u8| byte.is_ascii_digit() || is_letter(**byte) || b"./-".contains(*byte);
        let (before, rest) = bytes.split_at(at);
        let start = at - before.iter().rev().take_while(of_date).count();
        let end = at + rest.iter().take_while(of_date).count();
        until = end;
        let number = if is_date(bytes, start, end) {
            start..end
        } else if let Some(pairs) = pairs_of_insurance(bytes, start, end) {
            pairs
        } else {
            continue;
        };
        until = until.max(number.end);
        let all = right.get_or_insert_with(|| bytes.to_vec());
        for byte in all.get_mut(number).into_iter().flatten() {
            *byte = match *byte {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                other => other,
            };
        }
    }
    match right {
        // Letters and figures were changed into such, one byte each.
        Some(right) => String::from_utf8(right).unwrap_or(text),
        None => text,
    }
}

/// Whether a nought stands for the letter of a label: `0f birth`, `d.0.b`, `n0`.
fn is_for_letter(text: &[u8], at: usize) -> bool {
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or(&[]);
    let of_word = |at: Option<usize>| {
        let byte = at.and_then(|at| text.get(at));
        byte.is_some_and(u8::is_ascii_alphanumeric)
    };
    if text.get(at) != Some(&b'0') {
        return false;
    }
    slice(at, at + 8) == b"0f birth"
        || at
            .checked_sub(2)
            .is_some_and(|from| slice(from, at + 3) == b"d.0.b")
        || at
            .checked_sub(1)
            .is_some_and(|from| slice(from, at) == b"n")
            && !of_word(at.checked_sub(2))
            && !of_word(Some(at + 1))
}

/// The letter for which a one stands in a word for a child: `ch1ld`, `pupi1`.
fn letter_of_child(text: &[u8], at: usize) -> Option<u8> {
    let words: [&[u8]; 2] = [b"child", b"pupil"];
    let is_read =
        |byte: &u8, wanted: u8| *byte == wanted || *byte == b'1' && b"il".contains(&wanted);
    words.iter().find_map(|word| {
        (0..word.len()).find_map(|number| {
            let start = at.checked_sub(number)?;
            let written = text.get(start..start + word.len())?;
            let mut both = written.iter().zip(*word);
            let is_it = both.all(|(byte, wanted)| is_read(byte, *wanted));
            let letter = word.get(number).filter(|letter| b"il".contains(letter))?;
            (is_it && text.get(at) == Some(&b'1')).then_some(*letter)
        })
    })
}

/// The three pairs of figures of a National Insurance number, of which one is at a place: two letters
/// before them and one behind.
fn pairs_of_insurance(text: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
    const PAIR: usize = 3;
    if end - start != 2 {
        return None;
    }
    (0..3).find_map(|number| {
        let first = start.checked_sub(number * PAIR)?;
        let whole = text.get(first.checked_sub(PAIR)?..first + 3 * PAIR + 1)?;
        let mut parts = whole.split(|byte| *byte == b' ');
        let is_prefix = parts.next()?.iter().all(u8::is_ascii_lowercase);
        let is_pair = |part: &[u8]| {
            let of_pair = |byte: &u8| byte.is_ascii_digit() || is_letter(*byte);
            part.len() == 2 && part.iter().all(of_pair) && part.iter().any(u8::is_ascii_digit)
        };
        let are_pairs = parts.by_ref().take(3).filter(|part| is_pair(part)).count() == 3;
        let is_suffix = matches!(parts.next(), Some([b'a'..=b'd']));
        (is_prefix && are_pairs && is_suffix).then_some(first..first + 2 * PAIR + 2)
    })
}

/// Letters that look like figures.
fn is_letter(byte: u8) -> bool {
    b"oil".contains(&byte)
}

/// Whether a stretch that stands by itself is a date in three parts, at least half of it in figures.
fn is_date(text: &[u8], start: usize, end: usize) -> bool {
    let of_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let before = start.checked_sub(1).and_then(|at| text.get(at));
    if of_word(before) || of_word(text.get(end)) {
        return false;
    }
    let date = text.get(start..end).unwrap_or(&[]);
    let parts: Vec<usize> = date
        .split(|byte| b"./-".contains(byte))
        .map(<[u8]>::len)
        .filter(|length| *length > 0)
        .collect();
    let figures = date.iter().filter(|byte| byte.is_ascii_digit()).count();
    matches!(parts.as_slice(), [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2])
        && figures * 2 >= date.len() - 2
}

#[cfg(test)]
mod tests {
    use super::put_right;

    #[test]
    fn letters_in_dates_are_the_figures_that_they_look_like() {
        for (text, right) in [
            ("d.o.b. 27.o8.2o11", "d.o.b. 27.08.2011"),
            ("date 0f birth: 3o/o6/2o16", "date of birth: 30/06/2016"),
            ("l2/ii/2014", "12/11/2014"),
            ("d.0.b. o9/12/2o14", "d.o.b. 09/12/2014"),
            ("n.i. n0 he 59 o3 72 d", "n.i. no he 59 03 72 d"),
            ("he o9 l3 72 d,", "he 09 13 72 d,"),
        ] {
            assert_eq!(put_right(text.to_owned()), right);
        }
        for plain in [
            "o4 07700 900461",
            "room o1/2",
            "10l of oil",
            "1.o",
            "v1.o.2b",
            "20f",
            "",
            "oil/oil/oil0",
            "in 20 o3 72 x",
            "n0t",
            "he 59 o3 72",
        ] {
            assert_eq!(put_right(plain.to_owned()), plain);
        }
    }
}
