//! `docs/fields.md` is made of the declarations of fields, and their examples can be read.
//!
//! It is made anew as `.github/CONTRIBUTING.md` says.

use std::fmt::Write as _;

use engagement_records::record::{FieldSpec, Holds, RecordType};

use crate::Bench;
use crate::output::generated::is_up_to_date;

const PAGE: &str = "docs/fields.md";

const INTRODUCTION: &str = "\
# Fields

Every field that a record can have, by type of record. No field has to be there: what a record leaves out, it cannot show.

- In YAML, JSON and front matter, a field inside another stands below it, indented: `notice.sent` is `sent:` below `notice:`. For `notice`, `papers`, `forum`, `service_parents`, `cyp`, `feedback`, `forum_feedback` and `promoted_forum`, a bare `no` or `none` can stand in place of the fields below.
- In tables, a column is headed by the field's name with dots, or by any of the headings listed under the table; capitals and punctuation do not matter. Other headings are understood by their words, where each of them is accounted for. Days, times, numbers, answers and lists can be written as people write them.
- In calendars, a property is `X-CHARTER-` and the name with hyphens: `X-CHARTER-NOTICE-SENT`.
- In a charter's own conditions, a field is called by its name with dots.
- What is marked ¹ holds whatever somebody writes, so it may name people. Write posts and groups there, never who it was.

This page is made from the program.
";

/// What stands in a field, for somebody who fills it in.
fn holds(spec: &FieldSpec) -> String {
    let words = (spec.words)();
    let listed = words.iter().map(|word| format!("`{word}`"));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let plain = match spec.holds {
        None => String::new(),
        Some(Holds::Text) => "text".to_owned(),
        Some(Holds::Texts) => "list of texts".to_owned(),
        Some(Holds::Word) if words.is_empty() => "a word from the charter".to_owned(),
        Some(Holds::Word) => format!("one of {listed}"),
        Some(Holds::Words) if words.is_empty() => "list of words from the charter".to_owned(),
        Some(Holds::Words) => format!("list of {listed}"),
        Some(Holds::Day) => "day".to_owned(),
        Some(Holds::Time) => "time of day".to_owned(),
        Some(Holds::Answer) => "`yes` or `no`".to_owned(),
        Some(Holds::Count) => "number of people, or a band: `10+`, `<5`, `5-9`".to_owned(),
        Some(Holds::Children) => {
            "number of people, as above; small ones are never shown".to_owned()
        }
        Some(Holds::Number) => "whole number".to_owned(),
        Some(Holds::Agreed) => "list of parties with roles".to_owned(),
    };
    if spec.holds.is_some_and(Holds::may_name_people) {
        plain + " ¹"
    } else {
        plain
    }
}

/// Every field below these with its path, groups before what is in them.
fn below<'f>(
    specs: impl IntoIterator<Item = &'f FieldSpec>,
    above: &str,
    all: &mut Vec<(String, &'f FieldSpec)>,
) {
    for spec in specs {
        let path = format!("{above}{}", spec.name);
        all.push((path.clone(), spec));
        below(spec.fields, &format!("{path}."), all);
    }
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for kind in RecordType::ALL {
        let word = kind.word();
        let _ = write!(page, "\n## `record: {word}`\n\n");
        page += "| field | holds | what it means | example |\n|---|---|---|---|\n";
        let mut fields = Vec::new();
        below(kind.fields(), "", &mut fields);
        for (path, spec) in &fields {
            let example = match spec.example {
                "" => String::new(),
                example => format!("`{example}`"),
            };
            let meaning = spec.meaning.trim();
            let _ = writeln!(
                page,
                "| `{path}` | {} | {meaning} | {example} |",
                holds(spec)
            );
        }
        page += "\nHeadings of columns besides the names:\n\n";
        for (path, spec) in fields.iter().filter(|(_, spec)| !spec.headings.is_empty()) {
            let _ = writeln!(page, "- `{path}`: {}", spec.headings.join(", "));
        }
    }
    page
}

#[test]
fn the_page_is_what_the_declarations_say() {
    is_up_to_date(PAGE, &page());
}

/// A field that nobody can look up is as good as not there.
#[test]
fn every_field_has_a_meaning_and_an_example() {
    for kind in RecordType::ALL {
        let mut fields = Vec::new();
        below(kind.fields(), "", &mut fields);
        for (path, spec) in fields {
            assert!(spec.meaning.trim().ends_with('.'), "{kind:?} {path}");
            assert_eq!(
                spec.example.is_empty(),
                spec.holds.is_none(),
                "{kind:?} {path}"
            );
        }
    }
}

#[test]
fn every_example_can_be_read() {
    let mut read = 0;
    for kind in RecordType::ALL {
        let mut fields = Vec::new();
        below(kind.fields(), "", &mut fields);
        for (path, spec) in fields {
            if spec.holds.is_none() {
                continue;
            }
            let names: Vec<&str> = path.split('.').collect();
            let mut record = format!("record: {}\n", kind.word());
            for (depth, name) in names.iter().enumerate() {
                let _ = write!(record, "{:1$}{name}: ", "", depth * 2);
                if depth + 1 < names.len() {
                    record += "\n";
                }
            }
            let _ = writeln!(record, "{}", spec.example);
            let bench = Bench::new(&[("a.yaml", &record)]);
            assert!(
                bench.reading.faults.is_empty(),
                "{record}{:#?}",
                bench.reading.faults
            );
            read += 1;
        }
    }
    assert!(read > 110, "{read}");
}
