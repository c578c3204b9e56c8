//! Fields about a child: `child_name: ...`, `UPN = ...`, groups such as `child:` and tables with
//! such a heading. What counts is the name of the field; the value is found whatever it is, and all
//! of it where it is a list.

mod groups;
mod names;
mod people;
mod tables;
mod value;

use std::ops::Range;

use super::Found;
use super::normalised::NormalisedText;
use super::signs::Signs;
use names::ChildValue;
use value::report;

/// What ends lines and stands behind the names of fields.
const MARKS: Signs = Signs::of(b"\n:=-");

/// The value of every such field. The caller gives the telephone numbers that may be in a table.
pub(super) fn find(text: &NormalisedText<'_>, phones: &[String], found: &mut Vec<Found>) {
    let mut fields = FieldScan {
        text,
        line: groups::LineStart::at(text, 0),
        done: 0,
        searched: [0; 6],
    };
    let mut line = 0;
    for at in MARKS.places(text.bytes()) {
        match text.at(at) {
            b'\n' => line = at + 1,
            b':' | b'=' if at >= fields.done => {
                if let Some(value) = fields.value(line, at) {
                    fields.done = value.end;
                    report(text, value, found);
                }
            }
            b'-' if at >= fields.done && text.before(at) == b' ' => {
                if let Some(value) = after_dash(text, at) {
                    fields.done = value.end;
                    report(text, value, found);
                }
            }
            _ => {}
        }
    }
    tables::find(text, phones, found);
}

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
    /// The whole value of the field whose sign is at a place of a line, if it is about a child.
    fn value(&mut self, line: usize, at: usize) -> Option<Range<usize>> {
        let text = self.text;
        if names::ends_no_name(text, at) {
            return None;
        }
        let key = names::key_before(text, at);
        let kind = names::meaning(text.slice(key.clone()), false)?;
        if self.line.start != line {
            self.line = groups::LineStart::at(text, line);
        }
        let is_group = matches!(kind, ChildValue::Child | ChildValue::Children);
        let from = groups::properties(text, at + 1);
        let least = kind.least_words();
        if let Some(least) = least.filter(|_| !is_group) {
            return match groups::next_line(text, from, true) {
                Some(below) => people::below(text, below, least),
                None => people::on_line(text, from, least),
            };
        }
        if matches!(text.at(from), b'[' | b'{') {
            return self.searched(kind, at, |line| groups::flow(text, from, line));
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
            return people::on_line(text, from, least);
        }
        let (value, next) = value::on_line(text, from, kind)?;
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
