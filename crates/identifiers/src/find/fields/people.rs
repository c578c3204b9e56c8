//! Names of several people on the line of a field that says that they are children: `Pupils: Xxxx
//! Yyyy, Zzzz Wwww`.

use std::ops::Range;

use super::groups::LineStart;
use crate::find::normalised::{NormalisedText, is_one_of, of_word};

/// How much of a line is read.
const LONGEST: usize = 400;

/// Words that begin with a capital letter in names of groups, places and subjects, and hardly ever
/// are somebody's.
const OTHERS: &str = "\
about absent academy acorns act active activities activity adhd adventure advice after \
afternoon aged ages all am and animal animals annual apologies april art arts asd august \
autism autumn bees better big bike bikes board book books both bowling boys breaks bus buses \
busy cafe car care careers carer carers centre changing chess child children choice church \
cinema city class climbing clinic club clubs college community complex consultation cook \
cooking council county craft crafts creative cyp dance day days deaf december digital \
disabilities disability disabled drama early easier east easy eat eating education ehcp \
eight eleven emotional engagement english equipment evening everyone explorers eyfs families \
family february feedback first five food football for forum four friday friends friendship \
from fun games gaming garden gardening girls good grant great green group groups hall happy \
health hearing help high holiday home horse hospital hot house ice inclusion inclusive \
independence independent infant infants information involvement january july june junior \
juniors key kids kind ks1 ks2 language late later learning lego less letter library life \
listening literacy little local longer looked lsa lunch makaton many march maths may meal \
meals meeting mental messy mini minutes mixed monday more morning movie multi music nature \
nearer needs new next night nine no none north not nothing november numeracy nursery \
occupational october of offer old older on online open other others our outdoor outside \
overview painting panel panels paper parent parents park parks participation people personal \
pets phonics physical picnic picture pictures place places plan plans play plus pm poetry \
pool post premium present primary project protection pupil pupils puppet questions quicker \
quiet quieter rainbow ramp read reading reception request respite riding role room rota \
rugby safe safer safety saturday school schools science secondary see senco send sendco \
sensory september service services session sessions seven short shorter sign signing signs \
singing single sit six sixth skating skills slt small social soft some south space spaces \
speaking special speech sport sports spring staff stage stars stay story strategy student \
students summer sunday support survey swimming swings ta table tables talk taxi taxis tbc \
tea teachers team teen teenage teens ten tennis term the theatre their therapies therapy \
they three thursday tigers time times to toddler toddlers toilet toilets total tots town \
toys training trampoline trampolining transition transitions transport travel trip trips \
trust tuesday twelve two under unit university unknown up views village visit visual voice \
voices wait walk walking warm water wednesday well wellbeing west what wheelchair wider \
widgit winter wish wishes with woodland work workshop world writing year yes yoga young \
younger youth zone zoo";

/// What stands behind the sign of a field up to the end of its line, if it is a list of full names
/// and nothing else. What is in brackets behind a name belongs to it.
/// A name has so many words at least.
pub(super) fn on_line(
    text: &NormalisedText<'_>,
    from: usize,
    least: usize,
) -> Option<Range<usize>> {
    let rest = text.slice(from..from + LONGEST);
    let blank = |byte: &&u8| b" \t\r*'\"`>".contains(byte);
    let start = from + rest.iter().take_while(blank).count();
    let rest = text.slice(start..from + LONGEST);
    let ends = |byte: &u8| b"\n|\t{}[]\"".contains(byte);
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    let end = start + rest.get(..length)?.trim_ascii_end().len();
    let end = end - usize::from(text.before(end) == b'.');
    are_names(text, start..end, least).then_some(start..end)
}

/// The lines below a field, if all of them up to the next empty one, or the next field, are names: in
/// a list, or several below each other.
pub(super) fn below(text: &NormalisedText<'_>, from: usize, least: usize) -> Option<Range<usize>> {
    let mut at = from;
    let mut names: Option<Range<usize>> = None;
    let mut lines = 0;
    let mut in_list = false;
    while at < text.bytes().len() && lines < 100 {
        let rest = text.slice(at..at + LONGEST);
        let length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(rest.len());
        let content = bullet_end(text, at);
        in_list |= content.is_some();
        let start = content.unwrap_or(LineStart::at(text, at).content);
        let line = text.slice(start..at + length);
        let end = start + line.trim_ascii_end().len();
        // A table below has other words in its lines.
        if line.trim_ascii().is_empty() || names.is_some() && line.contains(&b':') {
            break;
        }
        if !are_names(text, start..end, least) {
            return None;
        }
        names = Some(names.map_or(start, |names| names.start)..end);
        lines += 1;
        at += length + 1;
    }
    names.filter(|_| in_list || lines > 1)
}

/// Where a line goes on behind the sign or number of a list.
fn bullet_end(text: &NormalisedText<'_>, line: usize) -> Option<usize> {
    let start = LineStart::at(text, line);
    let content = start.content;
    if start.is_item() {
        return Some(content);
    }
    let rest = text.slice(content..content + 6);
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (sign, next) = (rest.get(digits), rest.get(digits + 1));
    let is_sign = match sign {
        Some(b'*' | b'+' | b'o' | b'.') => digits == 0,
        _ => false,
    } || digits > 0 && matches!(sign, Some(b'.' | b')'));
    (is_sign && next == Some(&b' ')).then_some(content + digits + 2)
}

/// Whether a stretch is a list of names and nothing else. Names of one word count where an age or a
/// year stands in brackets behind them, or where one is enough.
pub(super) fn are_names(text: &NormalisedText<'_>, stretch: Range<usize>, least: usize) -> bool {
    // Where semicolons part the names, commas stand behind surnames.
    let signs: &[u8] = if text.slice(stretch.clone()).contains(&b';') {
        b";"
    } else {
        b",&/+"
    };
    let mut at = stretch.start;
    let mut names = 0;
    let mut first_alone = false;
    while at < stretch.end {
        let next = piece_end(text, at, stretch.end, signs);
        if is_name(text, at..next.0, least) {
            first_alone = false;
        } else if text.at(next.0) == b' ' && is_name(text, at..next.0, 1) {
            // `Xxxx and Yyyy Zzzz` share the surname.
            first_alone = true;
        } else {
            return false;
        }
        names += 1;
        at = next.1;
    }
    names > 0 && !first_alone
}

/// Where the piece ends that begins at a place, and where the next one begins.
fn piece_end(text: &NormalisedText<'_>, from: usize, end: usize, signs: &[u8]) -> (usize, usize) {
    let mut depth = 0_usize;
    for at in from..end {
        match text.at(at) {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            sign if depth == 0 && signs.contains(&sign) => {
                let and = usize::from(text.slice(at + 1..at + 6) == b" and ") * 5;
                return (at, at + 1 + and);
            }
            b' ' if depth == 0 && text.slice(at..at + 5) == b" and " => return (at, at + 5),
            _ => {}
        }
    }
    (end, end)
}

/// Whether a stretch is a name: up to four words of letters, each with a capital first.
fn is_name(text: &NormalisedText<'_>, piece: Range<usize>, least: usize) -> bool {
    let bracket = text
        .slice(piece.clone())
        .iter()
        .position(|byte| *byte == b'(');
    let end = bracket.map_or(piece.end, |at| piece.start + at);
    let has_age = text.slice(end..piece.end).iter().any(u8::is_ascii_digit);
    let mut at = piece.start;
    let mut words = 0;
    while at < end {
        if text.at(at) == b' ' || b".,".contains(&text.at(at)) && words > 0 {
            at += 1;
            continue;
        }
        let rest = text.slice(at..end);
        let of_name = |byte: &&u8| {
            of_word(**byte) && !byte.is_ascii_digit() && **byte != b'_' || b"'-".contains(byte)
        };
        let length = rest.iter().take_while(of_name).count();
        let word = std::str::from_utf8(rest.get(..length).unwrap_or(&[])).unwrap_or("");
        let is_part = length > 0 && text.capital(at) && !is_one_of(OTHERS, word.as_bytes());
        if !is_part {
            return false;
        }
        words += 1;
        at += length;
    }
    let least = if has_age { 1 } else { least };
    (least..=4).contains(&words)
}
