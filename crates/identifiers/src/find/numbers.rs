//! Runs of digits, and the ten-digit numbers among them: NHS numbers and unique learner numbers.
//! Sources: the NHS number's and the learner number's published check digits (HESA C17051).

use super::normalised::{NormalisedText, is_one_of, of_word, words};
use super::number_words::{COUNTED, FILLING, HEALTH, LEARNER, MEETING, NHS, NHS_NUMBER};
use super::{Certainty, Found, Kind, context_words, dates};

/// The longest number that anything here is made of.
const LONGEST: usize = 16;

/// Up to 16 digits with the separators that people put between groups of them.
pub(super) struct DigitRun {
    /// Where the first digit is.
    pub(super) start: usize,
    digits: [u8; LONGEST],
    /// The place after each digit.
    ends: [usize; LONGEST],
    /// How many digits there are.
    pub(super) length: usize,
    /// Whether anything may stand between its groups. Only words beside it make it a number.
    pub(super) is_loose: bool,
}

impl DigitRun {
    /// The run that begins with the digit at a place.
    pub(super) fn read(text: &NormalisedText<'_>, start: usize) -> DigitRun {
        DigitRun::with(text, start, false)
    }

    /// The run that goes on where another ends at a sign that stands between no groups of digits
    /// by itself: `999,000,0018`, `**999** 000 0018`. None if it is none of the lengths of numbers.
    pub(super) fn loose(&self, text: &NormalisedText<'_>) -> Option<DigitRun> {
        let end = *self.ends.get(self.length.checked_sub(1)?)?;
        let is_gap = loose_gap(text, end).is_some();
        let before = text.slice(self.start.saturating_sub(MOST_SIGNS)..self.start);
        let signs = before.iter().rev().take_while(|byte| !of_word(**byte));
        let within = text.before(self.start - signs.count()).is_ascii_digit();
        if self.length >= 12 || !is_gap || within || self.is_stand_in(text, end) {
            return None;
        }
        let run = DigitRun::with(text, self.start, true);
        (run.length == 6 || (9..=14).contains(&run.length)).then_some(run)
    }

    /// Whether the digits are those of what stands in for something left out: `*176*176`. Between
    /// asterisks that stress them (`*999* 000 0018`), a number goes on.
    fn is_stand_in(&self, text: &NormalisedText<'_>, end: usize) -> bool {
        let before = text.slice(self.start.saturating_sub(2)..self.start);
        let is_behind_one = before.ends_with(b"*") && !before.ends_with(b"**");
        is_behind_one && (text.at(end) != b'*' || text.at(end + 1).is_ascii_digit())
    }

    fn with(text: &NormalisedText<'_>, start: usize, is_loose: bool) -> DigitRun {
        let mut run = DigitRun {
            start,
            digits: [0; LONGEST],
            ends: [start; LONGEST],
            length: 0,
            is_loose,
        };
        let mut at = start;
        let slots = run.digits.iter_mut().zip(&mut run.ends);
        for (digit, end) in slots {
            if run.length > 0 && !text.at(at).is_ascii_digit() {
                let next = gap(text, at);
                let next = next.or_else(|| loose_gap(text, at).filter(|_| is_loose));
                at = next.unwrap_or(at);
            }
            if !text.at(at).is_ascii_digit() {
                break;
            }
            *digit = text.at(at) - b'0';
            at += 1;
            *end = at;
            run.length += 1;
        }
        run
    }

    /// The digits from one on, so many of them; none if there are not as many.
    pub(super) fn digits(&self, skip: usize, count: usize) -> Option<&[u8]> {
        let all = self.digits.get(..self.length)?;
        all.get(skip..skip + count)
    }

    /// The place after the first so many digits, if a group of digits ends there.
    pub(super) fn end(&self, text: &NormalisedText<'_>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let end = *self.ends.get(..self.length)?.get(last)?;
        (!text.at(end).is_ascii_digit()).then_some(end)
    }

    /// How long the groups are that so many digits after some others are written in.
    pub(super) fn shape(&self, skip: usize, count: usize) -> Vec<usize> {
        let mut shape: Vec<usize> = Vec::new();
        let ends = self.ends.iter().skip(skip).take(count);
        let mut previous = None;
        for end in ends {
            match shape.last_mut() {
                Some(group) if previous == Some(end - 1) => *group += 1,
                _ => shape.push(1),
            }
            previous = Some(*end);
        }
        shape
    }
}

/// The place of the next digit, over what people put between groups of digits: up to three blanks,
/// dots, dashes, slashes or brackets, or one line break with the indentation after it, in a remark
/// with its sign.
fn gap(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let ahead = text.slice(at..at + 60);
    let mut broken = false;
    let separator = |byte: &&u8| {
        broken |= **byte == b'\n';
        b" \t\r\n.-_/()".contains(byte) || broken && **byte == b'#'
    };
    let length = ahead.iter().take_while(separator).count();
    if length == 0 {
        return None;
    }
    let mut lines = text.slice(at..at + length).split(|byte| *byte == b'\n');
    let allowed = match (lines.next(), lines.next(), lines.next()) {
        (_, None, _) => (1..=3).contains(&length),
        // A dash after the break would be that of a list.
        (Some(before), Some(after), None) => {
            before.len() <= 3 && after.iter().all(|byte| b" \t(#".contains(byte))
        }
        _ => false,
    };
    (allowed && text.at(at + length).is_ascii_digit()).then_some(at + length)
}

/// How many signs may stand between two groups of a number that words beside it make one.
const MOST_SIGNS: usize = 4;

/// The place of the next digit on the line, over a few signs of any kind.
fn loose_gap(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let signs = text.slice(at..at + MOST_SIGNS);
    let signs = signs
        .iter()
        .take_while(|byte| !of_word(**byte) && **byte != b'\n');
    let next = at + signs.count();
    (next > at && text.at(next).is_ascii_digit()).then_some(next)
}

/// Whether a number may begin here: not in the middle of a word or number, but straight after a
/// word that says what it is.
pub(super) fn begins(text: &NormalisedText<'_>, at: usize, labels: &[&str]) -> bool {
    !of_word(text.before(at)) && text.before(at) != b'+'
        || context_words::before(text, at, 0, labels).is_some()
}

/// Whether a group of digits before or behind is tied to a number: `12-999 000 0018`. A comma ties
/// thousands; any other parts cells: `3,07700 900461,5`.
pub(super) fn tied(text: &NormalisedText<'_>, start: usize, end: usize, by: &[u8]) -> bool {
    let ties = |at: usize| {
        let digits = text.slice(at + 1..at + 5);
        let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
        by.contains(&text.at(at)) && (text.at(at) != b',' || digits.count() == 3)
    };
    let behind = start >= 2 && ties(start - 1) && text.at(start - 2).is_ascii_digit();
    let ahead = ties(end) && text.at(end + 1).is_ascii_digit();
    behind || ahead
}

/// NHS and learner numbers that begin with a group of digits.
pub(super) fn find(text: &NormalisedText<'_>, run: &DigitRun, found: &mut Vec<Found>) {
    let Some((digits, end)) = run.digits(0, 10).zip(run.end(text, 10)) else {
        return;
    };
    let kind = match weighted(digits) % 11 {
        0 if is_nhs(digits) => Kind::NhsNumber,
        10 if is_learner(digits) => Kind::LearnerNumber,
        _ => return,
    };
    if of_word(text.at(end)) || !begins(text, run.start, &[NHS, LEARNER].concat()) {
        return;
    }
    let kind_and_certainty = if kind == Kind::NhsNumber {
        nhs_certainty(text, run, digits, end).map(|certainty| (kind, certainty))
    } else {
        let is_labelled = context_words::before(text, run.start, 30, LEARNER).is_some()
            || context_words::names_before(text, end, LEARNER);
        let certainty = if is_labelled {
            Some(Certainty::High)
        } else {
            is_asked_for(text, run.start).then_some(Certainty::Medium)
        };
        certainty.map(|certainty| (kind, certainty))
    };
    if let Some((kind, certainty)) = kind_and_certainty {
        found.push(Found {
            range: text.range(run.start..end),
            kind,
            certainty,
            test_value: kind == Kind::NhsNumber && digits.starts_with(&[9, 9, 9]),
        });
    }
}

/// Whether words for a learner number stand further before a number, in its sentence: `which unique
/// learner number goes with the internship, I think it's ...`.
fn is_asked_for(text: &NormalisedText<'_>, start: usize) -> bool {
    const REACH: usize = 100;
    let label = [
        "learner number",
        "unique learner number",
        "learner no",
        "u l n",
    ];
    context_words::before(text, start, REACH, &label).is_some_and(|distance| {
        let between = text.slice(start - distance..start);
        let has_figure = between.iter().any(u8::is_ascii_digit);
        !has_figure && !between.contains(&b'\n') && !between.windows(2).any(|two| two == b". ")
    })
}

fn nhs_certainty(
    text: &NormalisedText<'_>,
    run: &DigitRun,
    digits: &[u8],
    end: usize,
) -> Option<Certainty> {
    let shape = run.shape(0, 10);
    // A date and the hour of a meeting have ten digits as well: `01-03-2026 10`.
    if dates::date(text, run.start).is_some() {
        return None;
    }
    let label = context_words::before(text, run.start, 30, NHS);
    let is_of_a_patient = context_words::before(text, run.start, 40, HEALTH)
        .is_some_and(|distance| !text.slice(run.start - distance..run.start).contains(&b'\n'));
    let is_quoted = || {
        let quote = context_words::before(text, run.start, 6, &["quote", "quoting"]);
        quote.is_some() && context_words::on_line(text, run.start, end, 90, HEALTH)
    };
    let directly = label.is_some_and(|distance| {
        words(text.slice(run.start - distance..run.start)).all(|word| FILLING.contains(&word))
    });
    let meeting = meeting_before(text, run.start);
    if is_counted(text, end) || is_form(text, run.start) {
        return None;
    }
    // `NHS leaflet code 12` is of a thing: further on, only a word for a number makes it a label.
    let numbered = || context_words::before(text, run.start, 30, NHS_NUMBER);
    let nearest = || numbered().is_some_and(|label| meeting.is_none_or(|meeting| label < meeting));
    let is_named = || !is_of_body(text, end) && context_words::names_before(text, end, NHS);
    if directly || !run.is_loose && nearest() || is_named() {
        return Some(Certainty::High);
    }
    if run.is_loose {
        return None;
    }
    let money = text
        .slice(run.start.saturating_sub(12)..run.start)
        .contains(&b'$');
    if !run.is_loose && shape == [3, 3, 4] && is_of_a_patient && !money && is_issued(digits) {
        return Some(Certainty::High);
    }
    if shape == [3, 3, 4] && is_issued(digits) && !money && is_quoted() {
        return Some(Certainty::Medium);
    }
    if money || meeting.is_some() || context_words::after(text, end, 25, MEETING).is_some() {
        return None;
    }
    // Below each other, three figures of a column look like one number.
    let lines = text.slice(run.start..end).split(|byte| *byte == b'\n');
    let in_column = lines.count() > 2;
    match shape.as_slice() {
        _ if in_column || !is_issued(digits) => None,
        [3, 3, 4] if !tied(text, run.start, end, b" -./_,") => Some(Certainty::High),
        [10] if is_of_a_patient && !tied(text, run.start, end, b"-./_,") => Some(Certainty::Medium),
        [3, 3, 4] | [10] if !tied(text, run.start, end, b"-./_,") => Some(Certainty::Low),
        _ => None,
    }
}

/// Whether the letters NHS behind a number go on with a name: `999 000 0018, NHS colleagues welcome`.
fn is_of_body(text: &NormalisedText<'_>, end: usize) -> bool {
    let behind = text.slice(end..end + 40);
    let nhs = behind.windows(5).position(|five| five.ends_with(b"nhs "));
    let next = nhs.and_then(|at| words(behind.get(at + 5..)?).next());
    next.is_some_and(|word| !FILLING.contains(&word))
}

/// Whether a number says how many there are of something.
fn is_counted(text: &NormalisedText<'_>, end: usize) -> bool {
    let next = words(text.slice(end..end + 16)).next();
    text.at(end) == b' ' && next.is_some_and(|word| is_one_of(COUNTED, word))
}

/// Whether a number is that of a form: `form NHS 734...`.
fn is_form(text: &NormalisedText<'_>, start: usize) -> bool {
    let mut back = words(text.slice(start.saturating_sub(16)..start)).rev();
    let of = if text.before(start) == b'/' {
        "form code page ref reference order tender contract po invoice"
    } else {
        "form code page"
    };
    back.next() == Some(b"nhs") && back.next().is_some_and(|word| is_one_of(of, word))
}

/// How far before a number a word is that makes it the number of a meeting or an order. The order
/// of `in order to` is none.
fn meeting_before(text: &NormalisedText<'_>, start: usize) -> Option<usize> {
    let distance = context_words::before(text, start, 40, MEETING)?;
    let word = text.slice((start - distance).saturating_sub(8)..start - distance);
    if word == b"in order" {
        return context_words::before(text, start - distance - 8, 40, MEETING);
    }
    Some(distance)
}

/// Whether the check digit of an NHS number is right. Ten times the same digit would pass.
fn is_nhs(digits: &[u8]) -> bool {
    // The check digit has weight 1, so that the whole is a multiple of 11.
    let all_the_same = digits.windows(2).all(|two| two.first() == two.last());
    weighted(digits).is_multiple_of(11) && !all_the_same
}

/// Whether ten digits are of a range that is issued in England, Wales and the Isle of Man (4, 6,
/// 7), Northern Ireland (3) or Scotland (the day and month of birth first), or reserved for tests
/// (999).
fn is_issued(digits: &[u8]) -> bool {
    let [a, b, c, d, ..] = digits else {
        return false;
    };
    let day_and_month = (1..=31).contains(&(a * 10 + b)) && (1..=12).contains(&(c * 10 + d));
    matches!(a, 3 | 4 | 6 | 7) || day_and_month || digits.starts_with(&[9, 9, 9])
}

/// The sum of ten digits, the first counted ten times, the last once.
fn weighted(digits: &[u8]) -> u32 {
    let weights = (1..=10).rev();
    let products = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(*digit) * weight);
    products.sum()
}

/// Whether ten digits are a unique learner number: weighted 10 to 1 they leave 10 over 11, which
/// no NHS number does.
fn is_learner(digits: &[u8]) -> bool {
    weighted(digits) % 11 == 10 && digits.first() != Some(&0)
}
