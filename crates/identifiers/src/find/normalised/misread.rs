//! Dates in which a letter was read for a figure, as scanned forms have them: `27.O8.2O11`, and `0F
//! BIRTH` with a figure for a letter.

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
        if at < until || !is_beside(at) {
            continue;
        }
        if bytes
            .get(at..)
            .is_some_and(|rest| rest.starts_with(b"0f birth"))
        {
            let all = right.get_or_insert_with(|| bytes.to_vec());
            all.get_mut(at).into_iter().for_each(|byte| *byte = b'o');
            until = at + 2;
            continue;
        }
        let of_date =
            |byte: &&u8| byte.is_ascii_digit() || is_letter(**byte) || b"./-".contains(*byte);
        let (before, rest) = bytes.split_at(at);
        let start = at - before.iter().rev().take_while(of_date).count();
        let end = at + rest.iter().take_while(of_date).count();
        until = end;
        if !is_date(bytes, start, end) {
            continue;
        }
        let all = right.get_or_insert_with(|| bytes.to_vec());
        for byte in all.get_mut(start..end).into_iter().flatten() {
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
        ] {
            assert_eq!(put_right(plain.to_owned()), plain);
        }
    }
}
