//! Records made of calendars as programs write them.

mod called_off;
mod fields;
mod fixtures;
mod hostile;
mod messages;
mod passed_over;
mod private;

use chrono::NaiveDate;

use super::scan;
use crate::read::item::tests::settings;
use crate::read::item::{Item, Job};
use crate::read::{Format, Period};
use crate::record::{ImportSettings, NoticeFrom, Parties, Record};
use calendar_files::Superseded;
use located::diagnostic::Level;
use located::source::{Source, Sources};
use located::tree::{Node, ScalarKind, Value};

/// One record, its fields as `path=value`; what cannot be read has the value `!`.
#[derive(Debug)]
struct Made {
    mark: Option<String>,
    fields: Vec<String>,
}

impl Made {
    fn get(&self, path: &str) -> Option<&str> {
        self.fields.iter().find_map(|field| {
            let (name, value) = field.split_once('=')?;
            (name == path).then_some(value)
        })
    }

    fn line(&self) -> String {
        self.fields.join(" | ")
    }
}

/// What came of a calendar.
#[derive(Debug)]
struct Heard {
    records: Vec<Made>,
    /// The faults, each with its level, its code and its address.
    faults: Vec<String>,
    /// The same, with messages and help.
    messages: String,
    /// The faults of making records of the trees.
    sense: Vec<String>,
    lost: bool,
    passed_over: Vec<(String, usize)>,
    transcript: String,
}

impl Heard {
    fn lines(&self) -> Vec<String> {
        self.records.iter().map(Made::line).collect()
    }

    fn all(&self, path: &str) -> Vec<&str> {
        self.records
            .iter()
            .map(|record| record.get(path).unwrap_or("-"))
            .collect()
    }

    fn marks(&self) -> Vec<&str> {
        self.records
            .iter()
            .map(|record| record.mark.as_deref().unwrap_or("-"))
            .collect()
    }

    fn codes(&self) -> Vec<&str> {
        self.faults
            .iter()
            .map(|fault| fault.split(' ').nth(1).unwrap())
            .collect()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn year(year: i32) -> Period {
    Period {
        since: NaiveDate::from_ymd_opt(year, 1, 1),
        until: NaiveDate::from_ymd_opt(year, 12, 31),
    }
}

fn read(text: &str) -> Heard {
    read_in(text, year(2026), None)
}

fn read_in(text: &str, period: Period, notice_from: Option<NoticeFrom>) -> Heard {
    read_among(text, period, notice_from, None)
}

fn read_among(
    text: &str,
    period: Period,
    notice_from: Option<NoticeFrom>,
    superseded: Option<&Superseded>,
) -> Heard {
    let (mut sources, parties) = (Sources::default(), Parties::default());
    let imports = ImportSettings {
        notice_from,
        ..ImportSettings::default()
    };
    let settings = settings(&parties, &imports, period);
    let job = Job {
        id: sources.next_id(),
        name: "invites.ics",
        format: Format::Calendar,
        settings: &settings,
        imports: &imports,
        superseded,
    };
    let mut records = Vec::new();
    let mut sense = Vec::new();
    let mut spans = Vec::new();
    let mut scan = scan(&job, text, &mut |item: Item<'_, '_>, _| {
        let mut fields = Vec::new();
        flatten("", item.node, &mut fields, &mut spans);
        let mut faults = Vec::new();
        Record::read(
            item.node,
            "x",
            item.mark.as_deref(),
            item.kept_as,
            &settings.words,
            &mut faults,
        );
        sense.extend(faults.iter().map(|fault| fault.code.to_owned()));
        let mark = item.mark;
        records.push(Made { mark, fields });
        true
    });
    let faults = std::mem::take(&mut scan.faults);
    let (lost, passed_over) = (scan.lost, scan.passed_over.clone().into_iter().collect());
    let (source, _) = scan.finish("invites.ics".to_owned(), None, &settings);
    every_text_stands_where_it_says(&source, &spans);
    let transcript = source.text().to_owned();
    sources.add(source);
    let address = |fault: &located::diagnostic::Diagnostic| {
        let level = match fault.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        let at = fault.span().map(|span| sources.address(span));
        format!("{level} {} {}", fault.code, at.unwrap_or_default())
    };
    Heard {
        records,
        faults: faults.iter().map(address).collect(),
        messages: format!("{faults:?}"),
        sense,
        lost,
        passed_over,
        transcript,
    }
}

/// A text of a tree, with its place; a word of a closed list may be spelled otherwise there.
type Placed = (String, String, std::ops::Range<usize>);

fn flatten(path: &str, node: &Node<'_>, fields: &mut Vec<String>, spans: &mut Vec<Placed>) {
    match &node.value {
        Value::Scalar { kind, .. } => {
            let text = node.spelling().unwrap();
            let is_text = matches!(
                path,
                "title" | "venue.name" | "notice.channel" | "notice.purpose"
            );
            assert!(!is_text || *kind == ScalarKind::Quoted, "{path} is a text");
            spans.push((path.to_owned(), text.to_string(), node.span.range()));
            fields.push(format!("{path}={text}"));
        }
        Value::Broken => fields.push(format!("{path}=!")),
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                flatten(&format!("{path}[{at}]"), item, fields, spans);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                let name = if path.is_empty() {
                    entry.key.to_string()
                } else {
                    format!("{path}.{}", entry.key)
                };
                flatten(&name, &entry.value, fields, spans);
            }
        }
    }
}

fn every_text_stands_where_it_says(source: &Source, spans: &[Placed]) {
    for (path, text, range) in spans {
        let there = source.text().get(range.clone()).unwrap();
        let is_word = matches!(path.as_str(), "kind" | "status" | "venue.mode");
        // A transcript has every value on one line.
        let text = &text.replace('\n', " ");
        assert!(is_word || there == text, "{path}: {there} is not {text}");
        assert!(!there.is_empty() || text.is_empty(), "{path}");
    }
}

/// A calendar of these lines.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}\r\nEND:VCALENDAR\r\n").replace("\r\n", "\n")
}

/// A calendar of one entry with these lines and a title.
fn event(lines: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\nUID:one@example.org\nSUMMARY:Board\n{lines}\nEND:VEVENT"
    ))
}

#[test]
fn an_entry_is_a_record_with_places() {
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260312T100000\nDTEND;TZID=Europe/London:20260312T113000\nLOCATION:Orford Hub",
    ));
    assert_eq!(
        heard.lines(),
        [
            "title=Board | date=2026-03-12 | start=10:00 | end=11:30 | venue.mode=in-person | venue.name=Orford Hub"
        ]
    );
    assert_eq!(heard.marks(), ["-"]);
    assert_eq!(
        heard.transcript,
        "SUMMARY: Board\nDTSTART: 2026-03-12 10:00\nDTEND: 11:30\nLOCATION: Orford Hub\n"
    );
    assert!(heard.faults.is_empty() && heard.sense.is_empty() && !heard.lost);
}
