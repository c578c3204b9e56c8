//! Whose the numbers are that promises are judged by, in every output.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::run_in;

const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

/// A folder in which one number is the area's own.
fn folder(standards: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let charter = format!(
        "extends: built-in\n{standards}clauses:\n  - id: O4a1\n    rule: {{ notice: {{ standard: 10 clear \
         days, at_least: 5 clear days }} }}\n"
    );
    write("charter.yaml", &charter);
    write(
        "board.yaml",
        "title: Board\nkind: meeting\nstatus: held\norganisers: [council]\ndate: 2026-02-26\n\
         notice: { sent: 2026-02-19 }\npapers: { sent: 2026-02-24 }\n",
    );
    folder
}

#[test]
fn every_output_says_how_many_are_local() {
    let folder = folder("");
    let of = |args: &[&str]| run_in(folder.path(), &[args, &DAY[..]].concat()).1;
    let sentence = "1 of the 17 promises with a number uses your own (O4a1)";
    let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in ["text", "ascii", "markdown", "html", "sarif", "github"] {
        let out = squeezed(of(&["report", "--format", format]));
        assert!(out.contains(sentence), "{format}: {out}");
    }
    let out = squeezed(of(&["check"]));
    assert!(out.contains(sentence), "{out}");
    assert!(out.contains("= note: number: your own"), "{out}");
    assert!(
        out.contains("= note: number: the program's default, not agreed locally"),
        "{out}"
    );
    let report: Value = serde_json::from_str(&of(&["report", "--format", "json"])).unwrap();
    let clauses = report["clauses"].as_array().unwrap();
    let count = |from: &str| clauses.iter().filter(|it| it["number"] == from).count();
    assert_eq!((count("own"), count("default")), (1, 16));
    let line = of(&["report", "--format", "jsonl", "--clause", "O4a1"]);
    assert!(line.contains("\"number\":\"own\""), "{line}");
    let table = of(&["report", "--format", "csv", "--clause", "O4a3"]);
    assert!(
        table.contains(",\"the program's default, not agreed locally\","),
        "{table}"
    );
    let xml = of(&["report", "--format", "junit"]);
    assert_eq!(
        xml.matches("name=\"number\" value=\"own\"").count(),
        1,
        "{xml}"
    );
}

#[test]
fn the_list_has_each_promise_on_a_line_with_its_number() {
    let folder = folder("");
    let (_, list, _) = run_in(folder.path(), &["explain"]);
    let line = |id: &str| {
        let line = list.lines().find(|line| line.starts_with(id));
        line.unwrap_or_else(|| panic!("{id}: {list}")).to_owned()
    };
    assert_eq!(
        line("O4a1 "),
        "O4a1   your own  Notice: at least 10 clear days; under 5 clear days it is a breach"
    );
    assert!(
        line("O4a3 ").starts_with("O4a3   default   Papers in time: at least 5 clear working days")
    );
    assert_eq!(
        line("O2a "),
        "O2a              Children and young people involved"
    );
    assert!(line("O6a ").contains("not judged: "), "{list}");
    // A title, a blank line, 36 promises, and two lines that say what to make of them.
    assert_eq!(list.lines().count(), 41, "{list}");
}

#[test]
fn parties_can_adopt_the_defaults_as_well() {
    let folder =
        folder("standards: { adopted: defaults, adopted_on: 2025-09-15, adopted_by: the board }\n");
    let (_, page, err) = run_in(folder.path(), &[&["report"], &DAY[..]].concat());
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let others = "the others use the program's defaults, adopted by the board on Mon 15 Sep 2025.";
    assert!(page.contains(others), "{page}{err}");
    let (_, about, _) = run_in(folder.path(), &["explain", "O4a3"]);
    assert!(about.contains("Its number is the program's default, which the parties adopted."));
    // A day of adoption alone says nothing of numbers that the charter does not name.
    let folder = self::folder("standards: { adopted_on: 2025-09-15 }\n");
    let (_, about, _) = run_in(folder.path(), &["explain", "O4a3"]);
    assert!(about.contains("Its number is the program's default, not agreed locally."));
}
