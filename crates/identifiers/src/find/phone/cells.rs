//! Telephone numbers in cells of tables, as spreadsheets leave them.

use std::ops::Range;

use super::is_for_tests;
use crate::find::normalised::NormalisedText;
use crate::find::{Certainty, Found, Kind};

/// The number that a cell holds and nothing else, below a heading for telephone numbers: one that lost
/// its 0 or its plus.
pub(in crate::find) fn in_cell(
    text: &NormalisedText<'_>,
    cell: &Range<usize>,
    allowed: &[String],
    found: &mut Vec<Found>,
) {
    let written = text.slice(cell.clone());
    let written = written.strip_suffix(b".0").unwrap_or(written);
    let powered = with_power(written);
    let written = powered.as_deref().unwrap_or(written);
    let is_number = written
        .iter()
        .all(|byte| byte.is_ascii_digit() || b" -".contains(byte));
    let digits = written.iter().copied().filter(u8::is_ascii_digit);
    let digits: Vec<u8> = digits.collect();
    let national = digits
        .strip_prefix(b"44")
        .filter(|rest| rest.len() == 10)
        .unwrap_or(&digits);
    let certainty = match national {
        [b'7', b'1'..=b'5' | b'7'..=b'9', ..] => Certainty::High,
        [b'1', b'1'..=b'9', ..] | [b'2', b'0' | b'3' | b'4' | b'8' | b'9', ..] => Certainty::Medium,
        _ => return,
    };
    let is_allowed = allowed.iter().any(|allowed| allowed.as_bytes() == national);
    if is_number && national.len() == 10 && !is_allowed {
        found.push(Found {
            range: text.range(cell.clone()),
            kind: Kind::Phone,
            certainty,
            test_value: is_for_tests(national),
        });
    }
}

/// The digits of a number that a spreadsheet wrote with a power of ten: `7.700900461E9`. None where it
/// left more than two of them away: they could be anybody's.
fn with_power(written: &[u8]) -> Option<Vec<u8>> {
    let at = written.iter().position(|byte| *byte == b'e')?;
    let (mantissa, power) = written.split_at_checked(at)?;
    let power = power.strip_prefix(b"e")?;
    let power = power.strip_prefix(b"+").unwrap_or(power);
    let power: usize = str::from_utf8(power).ok()?.parse().ok()?;
    let mut digits: Vec<u8> = mantissa
        .iter()
        .copied()
        .filter(u8::is_ascii_digit)
        .collect();
    let is_whole = mantissa.get(1) == Some(&b'.') && digits.len() + 1 == mantissa.len();
    if !is_whole || !(9..=11).contains(&power) || digits.len() + 1 < power {
        return None;
    }
    digits.resize(power + 1, b'0');
    Some(digits)
}
