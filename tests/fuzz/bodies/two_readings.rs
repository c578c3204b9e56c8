//! One record, written in two ways by what a machine chose: both readings are judged alike.

use engagement_records::read::{File, Format};
use serde_json::{Map, Value};

use super::bench::{Bench, file};
use super::readers::judged_alike;

/// The fields of a record, each with what may stand there; `.` parts a group from what is in it.
const FIELDS: &[(&str, &[&str])] = &[
    (
        "title",
        &[
            "Board",
            "Workshop: short breaks",
            "Board no. 2",
            "Q&A - 'x'",
        ],
    ),
    (
        "kind",
        &[
            "meeting",
            "workshop",
            "forum-meeting",
            "survey",
            "consultation",
            "event",
        ],
    ),
    ("status", &["held", "planned", "cancelled", "postponed"]),
    (
        "date",
        &[
            "2026-02-26",
            "2026-05-28",
            "2026-06-20",
            "2026-01-01",
            "TBC",
        ],
    ),
    ("start", &["10:00", "13:00", "18:30", "TBC"]),
    ("end", &["12:00", "15:15", "20:00"]),
    ("opens", &["2026-02-02", "2026-05-01"]),
    ("closes", &["2026-03-02", "2026-06-30"]),
    ("project", &["redesign", "transport"]),
    (
        "notice.sent",
        &[
            "2026-02-12",
            "2026-02-20",
            "2026-05-14",
            "none",
            "yes",
            "TBC",
        ],
    ),
    (
        "notice.purpose",
        &["What respite at weekends should look like.", "Buses."],
    ),
    ("papers.sent", &["2026-02-19", "2026-02-25", "none"]),
    ("forum.invited", &["2026-02-10", "none"]),
    (
        "feedback.sent",
        &["2026-03-05", "2026-05-20", "none", "TBC"],
    ),
    (
        "attendance.parents",
        &["0", "3", "10+", "<5", "about 30", "5-9"],
    ),
    ("attendance.cyp", &["0", "2", "<5"]),
    ("attendance.forum_reps", &["0", "1", "4"]),
    ("attendance.total", &["0", "12", "about 30"]),
    ("venue.mode", &["in-person", "online", "hybrid"]),
    ("venue.access.step_free", &["yes", "no", "TBC"]),
    ("cyp.involved", &["yes", "no"]),
    (
        "timing.considered",
        &["The school run was avoided.", "Asked parents."],
    ),
    ("wider_input.opened", &["yes", "none", "2026-02-20"]),
];

/// The record of an input: two bytes a field, which and what.
fn record(data: &[u8]) -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for pair in data.chunks_exact(2).take(40) {
        let [field, value] = pair else { continue };
        let chosen = FIELDS.iter().cycle().nth(usize::from(*field));
        let (name, values) = chosen.unwrap();
        if all.iter().all(|(known, _)| known != name) {
            let value = values.iter().cycle().nth(usize::from(*value));
            all.push((name, value.unwrap()));
        }
    }
    all
}

/// The record as JSON, its groups within one another.
fn in_json(record: &[(&str, &str)]) -> String {
    let mut root = Map::new();
    for (name, value) in record {
        let mut at = &mut root;
        let mut path: Vec<&str> = name.split('.').collect();
        let last = path.pop().unwrap();
        for group in path {
            let inner = at.entry(group).or_insert_with(|| Value::Object(Map::new()));
            at = inner.as_object_mut().unwrap();
        }
        at.insert(last.to_owned(), Value::String((*value).to_owned()));
    }
    Value::Object(root).to_string()
}

/// The record as YAML that people write, without quotes where none are needed.
fn in_yaml(record: &[(&str, &str)]) -> String {
    let mut lines = String::new();
    let mut groups: Vec<&str> = Vec::new();
    let mut sorted = record.to_vec();
    sorted.sort_unstable();
    for (name, value) in sorted {
        let mut path: Vec<&str> = name.split('.').collect();
        let last = path.pop().unwrap();
        let same = groups
            .iter()
            .zip(&path)
            .take_while(|(one, other)| one == other);
        let same = same.count();
        for (depth, group) in path.iter().enumerate().skip(same) {
            lines.extend(["  ".repeat(depth).as_str(), group, ":\n"]);
        }
        let depth = "  ".repeat(path.len());
        groups = path;
        let needs_quotes = value.contains([':', '#', '&', '<', '\'']) || last == "title";
        let value = if needs_quotes {
            format!("{value:?}")
        } else {
            value.to_owned()
        };
        lines.extend([depth.as_str(), last, ": ", value.as_str(), "\n"]);
    }
    lines
}

pub(super) fn two_readings(data: &[u8]) {
    let record = record(data);
    // A file without a record is none in some formats, and a blank one in others.
    if record.is_empty() {
        return;
    }
    let (json, yaml) = (in_json(&record), in_yaml(&record));
    let read = |format, text: &str| {
        let bench = Bench::new(vec![file("a", format, text.as_bytes())]);
        let faults = bench.reading.faults.iter();
        let mut codes: Vec<&str> = faults.map(|fault| fault.code).collect();
        codes.sort_unstable();
        (codes, bench.verdicts())
    };
    let expected = read(Format::Yaml, &yaml);
    assert!(!expected.0.contains(&"unknown-field"), "{yaml}");
    // JSON is YAML as well, and a line of JSON is a file of one.
    for (format, text) in [
        (Format::Json, &json),
        (Format::JsonLines, &json),
        (Format::Yaml, &json),
        (Format::Markdown, &format!("---\n{yaml}---\n")),
    ] {
        assert_eq!(read(format, text), expected, "{format:?}:\n{text}\n{yaml}");
    }
    judged_alike(&File::new("a.yaml", yaml.into_bytes()));
}
