//! Fields about a child: `child_name: ...`, `UPN = ...`, groups such as `child:` and tables with
//! such a heading. What counts is the name of the field; the value is found whatever it is, and all
//! of it where it is a list.

mod field_words;
mod first_names;
mod groups;
mod labels;
mod names;
mod ordinary;
mod people;
mod tables;
mod value;

use std::ops::Range;

use super::normalised::NormalisedText;
use super::signs::Signs;
use super::{Found, dates};
use names::ChildValue;
use value::report;

/// What ends lines and stands behind the names of fields.
const MARKS: Signs = Signs::of(b"\n:=-(|");

/// The value of every such field. The caller gives the telephone numbers that may be in a table.
pub(super) fn find(text: &NormalisedText<'_>, phones: &[String], found: &mut Vec<Found>) {
    let mut fields = FieldScan {
        text,
        line: groups::LineStart::at(text, 0),
        done: 0,
        searched: [0; 6],
    };
    let mut line = 0;
    labels::find(text, 0, found);
    for at in MARKS.places(text.bytes()) {
        if text.at(at) == b'\n' {
            line = at + 1;
        }
        if at >= fields.done {
            fields.at_sign(line, at, found);
        }
    }
    tables::find(text, phones, found);
}

pub(super) use first_names::is_first_name;
pub(super) use labels::{begins as begins_with_label, has_pieces};

/// Whether a text may have a dash after the name of a field.
pub(super) fn has_dash(text: &str) -> bool {
    text.contains(" -")
}

/// The value behind a dash that stands by itself after the name of a field.
fn after_dash(text: &NormalisedText<'_>, at: usize) -> Option<Range<usize>> {
    let end = at + 1 + usize::from(text.at(at + 1) == b'-');
    if text.at(end) != b' ' {
        return None;
    }
    let kind = names::before_dash(text, at)?;
    if let Some(least) = kind.least_words() {
        return people::on_line(text, end, least);
    }
    value::on_line(text, end, kind).map(|(value, _)| value)
}

/// Whether a value goes from one date to another: children born in a year are nobody.
fn is_cohort(text: &NormalisedText<'_>, value: &Range<usize>) -> bool {
    let Some(end) = dates::date(text, value.start) else {
        return false;
    };
    let signs: [&[u8]; 3] = [b" - ", b"-", b" to "];
    let sign = signs
        .iter()
        .find(|sign| text.slice(end..end + sign.len()) == **sign);
    sign.is_some_and(|sign| dates::date(text, end + sign.len()) == Some(value.end))
}

fn line_end(text: &NormalisedText<'_>, at: usize) -> usize {
    const LONGEST: usize = 200;
    let rest = text.slice(at..at + LONGEST);
    at + rest
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(rest.len())
}

/// Names in brackets, or in the next cell, behind a word for children.
fn beside(text: &NormalisedText<'_>, at: usize) -> Option<Range<usize>> {
    let key = names::key_before(text, at);
    let least = match names::meaning(text.slice(key), false)? {
        kind @ (ChildValue::Child | ChildValue::Children | ChildValue::Names) => {
            kind.least_words()?
        }
        ChildValue::Text | ChildValue::Number | ChildValue::FirstNames => return None,
    };
    if text.at(at) != b'(' {
        return people::on_line(text, at + 1, least);
    }
    let rest = text.slice(at + 1..line_end(text, at));
    let length = rest.iter().position(|byte| *byte == b')')?;
    let inside = at + 1..at + 1 + length;
    people::are_names(text, inside.clone(), least).then_some(inside)
}

/// The fields of a text, read one after the other. Lists and groups can be as long as the text and
/// stand in each other, so what was read once for something is not read for the same again.
struct FieldScan<'f, 't> {
    text: &'f NormalisedText<'t>,
    /// The line whose beginning was read last.
    line: groups::LineStart,
    /// Up to where everything was found.
    done: usize,
    /// Up to where lists and groups were read without finding anything, by what was looked for.
    searched: [usize; 6],
}

impl FieldScan<'_, '_> {
    /// Reports what a sign announces that is no letter, at a place of a line.
    #[inline(never)]
    fn at_sign(&mut self, line: usize, at: usize, found: &mut Vec<Found>) {
        let text = self.text;
        let value = match text.at(at) {
            b'\n' => {
                labels::find(text, line, found);
                None
            }
            b':' | b'=' => self.value(line, at),
            b'-' if text.before(at) == b' ' => after_dash(text, at),
            b'(' | b'|' => beside(text, at),
            _ => None,
        };
        if let Some(value) = value {
            self.done = value.end;
            report(text, value, found);
        }
    }

    /// The whole value of the field whose sign is at a place of a line, if it is about a child.
    fn value(&mut self, line: usize, at: usize) -> Option<Range<usize>> {
        let text = self.text;
        if names::ends_no_name(text, at) {
            return None;
        }
        let key = names::key_before(text, at);
        // `Call log 10.40 - child = Xxxx`.
        let key = names::behind_dash(text, &key)
            .filter(|_| text.at(at) == b'=')
            .unwrap_or(key);
        let kind = names::meaning(text.slice(key.clone()), false)?;
        if self.line.start != line {
            self.line = groups::LineStart::at(text, line);
        }
        let from = groups::properties(text, at + 1);
        let one = || people::one(text, from).filter(|_| text.at(at) == b'=');
        let is_group = matches!(kind, ChildValue::Child | ChildValue::Children);
        if names::is_plan(text.slice(key.clone())) {
            let blanks = text.slice(at + 1..at + 4);
            let blanks = blanks.iter().take_while(|byte| **byte == b' ').count();
            return labels::reference(text, at + 1 + blanks, line_end(text, at));
        }
        let least = kind.least_words();
        if let Some(least) = least.filter(|_| !is_group) {
            return match groups::next_line(text, from, true) {
                Some(below) => people::below(text, below, least),
                None => people::on_line(text, from, least).or_else(one),
            };
        }
        if matches!(text.at(from), b'[' | b'{') {
            let group = self.searched(kind, at, |line| groups::flow(text, from, line));
            // `children: [Xxxx, Yyyy]` is a list and no group.
            return group.or_else(|| people::in_brackets(text, from, least?));
        }
        if let Some(below) = groups::next_line(text, from, is_group) {
            let group = self.searched(kind, at, |line| {
                groups::flow_below(text, below, line)
                    .or_else(|| groups::block(text, below, line, true))
                    .unwrap_or(below..below)
            });
            return group.or_else(|| people::below(text, below, least?));
        }
        if let Some(least) = least {
            return people::on_line(text, from, least).or_else(one);
        }
        let (value, next) = value::on_line(text, from, kind)?;
        if kind == ChildValue::Number && is_cohort(text, &value) {
            return None;
        }
        let goes_on = kind == ChildValue::Text && key.start <= self.line.content;
        let more = next
            .filter(|_| goes_on)
            .and_then(|next| groups::block(text, next, &self.line, false));
        Some(value.start..more.map_or(value.end, |more| more.end))
    }

    /// A list or group, if it tells what is looked for.
    fn searched(
        &mut self,
        kind: ChildValue,
        at: usize,
        read: impl FnOnce(&groups::LineStart) -> Range<usize>,
    ) -> Option<Range<usize>> {
        let searched = self.searched.get_mut(kind as usize)?;
        if at < *searched {
            return None;
        }
        let inside = read(&self.line);
        if groups::tells(self.text, &inside, kind) {
            let all = self.text.slice(inside.clone());
            let blanks = all.len() - all.trim_ascii_start().len();
            return Some(inside.start + blanks..inside.start + all.trim_ascii_end().len());
        }
        *searched = inside.end;
        None
    }
}
