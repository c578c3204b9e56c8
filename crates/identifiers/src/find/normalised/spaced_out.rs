//! Writing with a blank behind every sign, as forms with a box for each letter have it once they were
//! scanned: `N H S  N o .`, `0 4 / 1 1 / 2 0 1 4`.

/// So many letters and digits one by one are no accident.
const FEWEST: usize = 4;

/// No gap between two groups of them is longer.
const LONGEST_GAP: usize = 4;

/// The places of the blanks that are left out, in order: those between the signs of a group, and all
/// but one between two groups.
pub(super) fn blanks(text: &[u8]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut until = 0;
    let starts = std::iter::once(0).chain(text.windows(3).zip(1..).filter_map(|(three, at)| {
        let is_one = matches!(three, [before, _, b' '] if before.is_ascii_whitespace());
        is_one.then_some(at)
    }));
    for at in starts {
        if at >= until && begins(text, at) {
            until = run(text, at, &mut out);
        }
    }
    out
}

/// Whether one sign stands by itself at a place, and another behind it.
fn begins(text: &[u8], at: usize) -> bool {
    text.get(at + 1) == Some(&b' ') && is_single(text, at) && next(text, at).is_some()
}

/// Where the next sign by itself stands, over the blanks behind one.
fn next(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at + 1..)?;
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    let next = at + 1 + blanks;
    ((1..=LONGEST_GAP).contains(&blanks) && is_single(text, next)).then_some(next)
}

/// Whether a letter, a digit or a sign that is written between them stands by itself.
fn is_single(text: &[u8], at: usize) -> bool {
    let ends = text.get(at + 1).is_none_or(u8::is_ascii_whitespace);
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || b"./-,:'@_".contains(byte);
    ends && text.get(at).is_some_and(is_sign)
}

/// Reads the signs one by one from a place on, adds the blanks between them if they are written like
/// that, and gives the last of the places.
fn run(text: &[u8], start: usize, out: &mut Vec<usize>) -> usize {
    let mut signs = vec![start];
    let mut last = start;
    while let Some(at) = next(text, last) {
        signs.push(at);
        last = at;
    }
    let is = |of: fn(&u8) -> bool| {
        signs
            .iter()
            .filter(move |at| text.get(**at).is_some_and(of))
    };
    let letters_and_digits = is(u8::is_ascii_alphanumeric).count();
    let gaps = || {
        signs
            .windows(2)
            .filter_map(|two| Some((*two.first()?, *two.get(1)?)))
    };
    // Figures with one blank behind each may be counts or marks out of ten.
    let is_grouped = gaps().any(|(one, other)| other - one > 2);
    let is_written = is_grouped || is(|byte| !byte.is_ascii_digit()).count() > 0;
    if letters_and_digits < FEWEST || !is_written {
        return last;
    }
    for (one, other) in gaps() {
        let first = one + 1 + usize::from(other - one > 2);
        out.extend(first..other);
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        let blanks = blanks(text.as_bytes());
        let kept = text.char_indices().filter(|(at, _)| !blanks.contains(at));
        kept.map(|(_, sign)| sign).collect()
    }

    #[test]
    fn what_is_written_sign_by_sign_is_joined() {
        assert_eq!(joined("N H S   N o .\n9 9 9  0 0 0"), "NHS No.\n999 000");
        assert_eq!(joined("0 4 / 1 1 / 2 0 1 4"), "04/11/2014");
        assert_eq!(
            joined("No.   R E  5 1  7 7  0 4  C     5."),
            "No.   RE 51 77 04 C     5."
        );
        for plain in [
            "Plan B 2 of 3",
            "a b c",
            "5 4 3 2 1",
            "is a I x",
            "",
            " ",
            "x",
        ] {
            assert_eq!(joined(plain), plain);
        }
    }
}
