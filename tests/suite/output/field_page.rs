//! `docs/fields.md` is made of the declarations of fields, and their examples can be read.
//!
//! It is made anew as `.github/CONTRIBUTING.md` says.

use std::fmt::Write as _;

use engagement_records::record::{KnownField, RecordType, known_fields};

use crate::Bench;
use crate::output::generated::is_up_to_date;

const PAGE: &str = "docs/fields.md";

const INTRODUCTION: &str = "\
# Fields

Every field that a record can have, by type of record. No field has to be there: what a record leaves out, it cannot show.

- In YAML, JSON and front matter, a field inside another stands below it, indented: `notice.sent` is `sent:` below `notice:`. For `notice`, `papers`, `forum`, `service_parents`, `cyp`, `feedback`, `forum_feedback` and `promoted_forum`, a bare `yes`, `no` or `none` can stand in place of the fields below.
- In tables, a column is headed by the field's name with dots, or by any of the headings listed under the table; capitals and punctuation do not matter. Other headings are understood by their words, where each of them is accounted for. Days, times, numbers, answers and lists can be written as people write them.
- In calendars, a property is `X-CHARTER-` and the name with hyphens: `X-CHARTER-NOTICE-SENT`.
- In a charter's own conditions, a field is called by its name with dots.
- What is marked ¹ holds whatever somebody writes, so it may name people. Write posts and groups there, never who it was.

This page is made from the program.
";

/// What stands in a field, with the mark of those that may name people.
fn holds(field: &KnownField) -> String {
    let mark = match field.spec.holds {
        Some(holds) if holds.may_name_people() => " ¹",
        _ => "",
    };
    format!("{}{mark}", field.holds)
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for kind in RecordType::ALL {
        let word = kind.word();
        let _ = write!(page, "\n## `record: {word}`\n\n");
        page += "| field | holds | what it means | example |\n|---|---|---|---|\n";
        let fields = || known_fields().iter().filter(|field| field.kind == *kind);
        for field in fields() {
            let example = match field.spec.example {
                "" => String::new(),
                example => format!("`{example}`"),
            };
            let _ = writeln!(
                page,
                "| `{}` | {} | {} | {example} |",
                field.path,
                holds(field),
                field.spec.meaning.trim()
            );
        }
        page += "\nHeadings of columns besides the names:\n\n";
        for field in fields().filter(|field| !field.spec.headings.is_empty()) {
            let headings = field.spec.headings.iter().copied();
            let headings: Vec<&str> = headings.filter(|heading| *heading != field.path).collect();
            let _ = writeln!(page, "- `{}`: {}", field.path, headings.join(", "));
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
    for KnownField {
        kind, path, spec, ..
    } in known_fields()
    {
        assert!(spec.meaning.trim().ends_with('.'), "{kind:?} {path}");
        assert_eq!(
            spec.example.is_empty(),
            spec.holds.is_none(),
            "{kind:?} {path}"
        );
    }
}

#[test]
fn every_example_can_be_read() {
    let mut read = 0;
    for KnownField {
        kind, path, spec, ..
    } in known_fields()
    {
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
    assert!(read > 110, "{read}");
}
