//! Markdown: minutes for people, with a record between `---` lines at the very top.

use std::collections::BTreeSet;
use std::ops::Range;

use super::handing_over::hand_over;
use super::item::{Aside, Contents, Job, Scan, Take};
use super::{front_matter, yaml};
use crate::record::RecordType;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Node, ScalarKind, Value};

/// What a Markdown file begins with.
#[derive(Debug, PartialEq, Eq)]
enum Top {
    /// A record in YAML, and what is written below it.
    Record {
        yaml: Range<usize>,
        body: Range<usize>,
    },
    /// The line with which a record begins, whose end is missing.
    Open(Range<usize>),
    /// The line with which settings in TOML begin.
    Toml(Range<usize>),
    /// Anything else.
    Text,
}

/// The record of a Markdown file, and its minutes. A file without a record is left out: there is
/// a `README.md` in many folders.
pub(super) fn scan(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
    match top(&text) {
        Top::Record { yaml, body } => record(job, text, yaml, body, take),
        Top::Open(line) => refused(
            text,
            Diagnostic::error(
                "front-matter-open",
                Span::new(job.id, line.start, line.end),
                "a record begins here, but its end is missing",
            )
            .help("put a line with `---` after the last field of the record"),
        ),
        Top::Toml(line) => refused(
            text,
            Diagnostic::error(
                "front-matter-toml",
                Span::new(job.id, line.start, line.end),
                "this record is written in TOML, which is not read",
            )
            .help("write it as YAML between two lines with `---`: `title: Board`, not `title = \"Board\"`"),
        ),
        Top::Text => Scan::left_out(
            "Markdown files without a record at the top",
            Contents::Text(text),
        ),
    }
}

fn refused(text: String, fault: Diagnostic) -> Scan {
    Scan {
        faults: vec![fault],
        lost: true,
        ..Scan::of(Contents::Text(text))
    }
}

fn record(
    job: &Job<'_>,
    text: String,
    yaml: Range<usize>,
    body: Range<usize>,
    take: &mut Take<'_>,
) -> Scan {
    let yaml::Document {
        mut roots,
        mut faults,
        mut asides,
        rewritten,
    } = yaml::read_part(job.id, &text, yaml, job.settings.limits.values());
    let (foreign, said) = front_matter::settle(job, &text, &mut roots, &names());
    asides.extend(foreign);
    faults.extend(said);
    let second = second_record(&text, body.clone());
    let end = second.as_ref().map_or(body.end, |line| line.start);
    let below = body.start..end;
    if !add_minutes(job, &text, below.clone(), &mut roots) {
        asides.extend(below_the_record(&text, below, &roots));
    }
    let all = hand_over(job, &text, roots, asides, &mut faults, take);
    let lost = !all || second.is_some() || faults.iter().any(|fault| fault.code == "not-yaml");
    faults.extend(second.map(|line| {
        Diagnostic::error(
            "second-record",
            Span::new(job.id, line.start, line.end),
            "a second record begins here, but a Markdown file has only the one at its top; from \
             here on nothing was read",
        )
        .help("put this record into a file of its own, with what is written about it below it")
    }));
    Scan {
        faults,
        rewritten,
        lost,
        ..Scan::of(Contents::Text(text))
    }
}

/// The line with which a second record begins below the first, where its fields stand at once below
/// the line. A line alone is what Markdown draws between two parts of a text.
fn second_record(text: &str, body: Range<usize>) -> Option<Range<usize>> {
    let mut known: Option<BTreeSet<&str>> = None;
    let mut at = body.start;
    let lines: Vec<(Range<usize>, &str)> = text
        .get(body)?
        .split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            let written = line.trim_end();
            (start..start + written.len(), written)
        })
        .collect();
    let opens = lines
        .iter()
        .enumerate()
        .filter(|(_, (_, line))| *line == "---");
    for (at, (place, _)) in opens {
        let known = known.get_or_insert_with(names);
        let below = lines.get(at + 1..)?.iter().map(|(_, line)| *line);
        let mut fields: Vec<&str> = below
            .take_while(|line| !line.is_empty() && !matches!(*line, "---" | "..."))
            .filter_map(|line| Some(line.split_once(':')?.0))
            .filter(|name| known.contains(name))
            .collect();
        fields.sort_unstable();
        fields.dedup();
        let says_what = fields.iter().any(|name| NAMING.contains(name));
        if says_what && fields.len() > 1 {
            return Some(place.clone());
        }
    }
    None
}

/// One of these is in every record that people write; others are words of minutes as well.
const NAMING: [&str; 3] = ["record", "title", "kind"];

/// The names of every field that a record of any type may begin with.
fn names() -> BTreeSet<&'static str> {
    let mut names: BTreeSet<&str> = BTreeSet::from(["record"]);
    for kind in RecordType::ALL {
        names.extend(kind.fields().map(|field| field.name));
    }
    names
}

/// What is written below records that can have no minutes, or have some already.
fn below_the_record(text: &str, body: Range<usize>, roots: &[Node<'_>]) -> Option<Aside> {
    let below = text.get(body)?.trim();
    let place = roots.first()?.span;
    (!below.is_empty()).then(|| Aside::of_none(place, "below the record", below.to_owned()))
}

/// What is written below the one record of a file are its minutes, unless it has some already or
/// is no engagement.
fn add_minutes<'s>(
    job: &Job<'_>,
    text: &'s str,
    body: Range<usize>,
    roots: &mut [Node<'s>],
) -> bool {
    let below = text.get(body.clone()).unwrap_or("");
    let minutes = below.trim();
    let [
        Node {
            value: Value::Map(entries),
            ..
        },
    ] = roots
    else {
        return false;
    };
    let has_own = |entry: &Entry<'_>| matches!(entry.key.as_ref(), "minutes" | "record");
    if minutes.is_empty() || entries.iter().any(has_own) {
        return false;
    }
    let start = body.start + (below.len() - below.trim_start().len());
    let span = Span::new(job.id, start, start + minutes.len());
    entries.push(Entry {
        key: "minutes".into(),
        key_span: Span {
            end: span.start,
            ..span
        },
        value: Node {
            span,
            value: Value::Scalar {
                text: minutes.into(),
                kind: ScalarKind::Quoted,
            },
        },
    });
    true
}

/// What a text begins with, blank lines apart.
fn top(text: &str) -> Top {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start..at, line.trim_end())
    });
    let Some((first, opening)) = lines.find(|(_, line)| !line.is_empty()) else {
        return Top::Text;
    };
    let opened = first.start..first.start + opening.len();
    match opening {
        "---" => match lines.find(|(_, line)| matches!(*line, "---" | "...")) {
            Some((end, _)) => Top::Record {
                yaml: first.end..end.start,
                body: end.end..text.len(),
            },
            None => Top::Open(opened),
        },
        "+++" => Top::Toml(opened),
        _ => Top::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Format;
    use crate::read::item::tests::job;

    /// The titles of the records of a file, the ends of their minutes, the faults with the lines on
    /// which they stand, and whether something was lost.
    type Seen = (Vec<String>, Vec<String>, Vec<(&'static str, usize)>, bool);

    fn read(text: &str) -> Seen {
        job(Format::Markdown, |job| {
            let (mut titles, mut minutes) = (Vec::new(), Vec::new());
            let scan = scan(job, text.to_owned(), &mut |item, _| {
                let Value::Map(entries) = &item.node.value else {
                    return false;
                };
                for entry in entries {
                    let Value::Scalar { text, .. } = &entry.value.value else {
                        continue;
                    };
                    match entry.key.as_ref() {
                        "title" => titles.push(text.to_string()),
                        "minutes" => minutes.push(text.to_string()),
                        _ => {}
                    }
                }
                true
            });
            let line = |at: usize| text.get(..at).unwrap_or("").lines().count() + 1;
            let faults = scan.faults.iter();
            let faults =
                faults.map(|fault| (fault.code, line(fault.span().unwrap().range().start)));
            (titles, minutes, faults.collect(), scan.lost)
        })
    }

    const FIRST: &str = "---\ntitle: A\nkind: meeting\ndate: 2026-02-26\n---\nWe met.\n";

    #[test]
    fn a_second_record_is_named_and_is_no_minutes() {
        for second in [
            "\n---\ntitle: B\nkind: meeting\ndate: 2026-02-27\n---\nAnd again.\n",
            "---\ndate: 2026-02-27\nkind: meeting\n...\n",
            "---\r\nrecord: decision\r\ntitle: B\r\n---\r\n",
            // Cut off, or not well formed: it is a record all the same.
            "---\ntitle: B\nkind: meeting\n",
            "---\ntitle: B: C\n\tkind: meeting\ndate: 2026-02-27\n---\n",
        ] {
            let line = 7 + usize::from(second.starts_with('\n'));
            let (titles, minutes, faults, lost) = read(&format!("{FIRST}{second}"));
            assert_eq!(titles, ["A"], "{second}");
            assert_eq!(minutes, ["We met."], "{second}");
            assert_eq!(faults, [("second-record", line)], "{second}");
            assert!(lost);
        }
    }

    #[test]
    fn lines_between_parts_of_minutes_are_no_records() {
        for below in [
            "---\n\nAgreed: the hub\n\n---\n",
            "---\n\ntitle: of the next meeting, to be found\n\nkind: regards\n---\n",
            "---\nfrom: the forum\nto: the council\n---\n",
            "Heading\n---\ntitle: none\n",
            "---\nTitle: B\nKind: meeting\n---\n",
            "---\n---\n---",
        ] {
            let text = format!("{FIRST}{below}");
            let (titles, minutes, faults, lost) = read(&text);
            assert_eq!((titles.len(), faults.len(), lost), (1, 0, false), "{below}");
            assert!(minutes[0].ends_with(below.trim_end()), "{below}");
        }
    }
}
