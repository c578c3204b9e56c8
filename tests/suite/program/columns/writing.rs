//! The `columns.yaml` that `columns --write` makes, and that it changes no verdict.

use std::fs;
use std::path::Path;

use super::{LOG, OUTLOOK, TWO_ROWS, columns, folder, workbook};
use crate::{root, run_in};

/// Start and end dates that mean something else in rows of a survey.
const SURVEYS: &str = "Title,Type,Start date,End date,Feedback published\n\
                       Board,Meeting,12/3/2026,12/3/2026,20/3/2026\n\
                       Transport,Survey,2/3/2026,27/3/2026,\n";

/// A register of consultations, whose titles only their words tell.
const REGISTER: &str = "Title of consultation,Directorate,Start date,End date,Results published\n\
                        Short breaks offer,Children,2/3/2026,27/3/2026,20/4/2026\n\
                        Home to school travel,Children,12/1/2026,8/3/2026,\n";

/// Two columns for one field, of which one is surer.
const SURER: &str = "Planned date,Title,Type,Date,Minutes sent,Feedback sent\n\
                     5/3/2026,a,meeting,12/3/2026,13/3/2026,20/3/2026\n\
                     5/3/2026,b,meeting,,13/3/2026,\n\
                     5/3/2026,c,meeting,12/3/2026,13/3/2026,\n";

/// A day in three columns.
const PARTS: &str = "Title,Type,Day,Month,Year\nBoard,Meeting,12,March,2026\n";

/// A heading whose first word is another column's.
const BRACKETS: &str = "Title,Type,Date,Notes,Feedback,Feedback (parents)\n\
                        a,meeting,12/3/2026,none,20/3/2026,good\n\
                        b,meeting,13/3/2026,fine,21/3/2026,19/3/2026\n";

/// Rows of two types of record.
const TYPES: &str = "Record,Title,Project,Date,Decided,Options fixed\n\
                     engagement,Buses,buses,12/3/2026,,\n\
                     decision,Bus contract,buses,,10/6/2026,1/5/2026\n";

/// Every finding about anything but a `columns.yaml`, as lines of JSON.
fn findings(folder: &Path) -> Vec<String> {
    let args = ["check", ".", "--as-of", "2026-06-30", "--format", "jsonl"];
    let (code, out, err) = run_in(folder, &args);
    assert!(code < 3 && !out.is_empty(), "{err}");
    let lines = out
        .lines()
        .filter(|line| line.contains("\"clause\":"))
        .filter(|line| !line.contains("\"file\":\"columns.yaml\""));
    lines.map(str::to_owned).collect()
}

/// Writes a `columns.yaml` for the tables of a folder and gives it.
fn written(folder: &Path) -> String {
    let (code, _, err) = columns(folder, &[".", "--write"]);
    assert!(err.ends_with("wrote columns.yaml\n"), "{code} {err}");
    fs::read_to_string(folder.join("columns.yaml")).unwrap()
}

#[test]
fn what_is_understood_is_written_as_it_is() {
    let folder = folder(&[("log.csv", LOG)]);
    assert_eq!(
        written(folder.path()),
        "# What the headings of the tables in this folder mean: each heading with the field that it\n\
         # means, or with `none`. `charter-audit explain fields` lists the fields.\n\
         columns:\n  \
         \"Name of event\": title\n  \
         \"When\": date\n  \
         \"When were parents first told?\": notice.sent\n  \
         \"Feedback\": feedback.sent\n\
         \n  \
         # For these columns, which were not read, no field suggests itself. Write one in\n  \
         # place of `none` and take away the #; with `none`, a column is ignored.\n  \
         # \"Follow up\": none\n"
    );
    // The line is right: it is read by it.
    let path = folder.path().join("columns.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replace(
        "# \"Follow up\": none",
        "\"Follow up\": forum_feedback.sent",
    );
    fs::write(path, text).unwrap();
    let (code, out, err) = columns(folder.path(), &["log.csv"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("E  Follow up "), "{out}");
}

#[test]
fn what_depends_on_its_rows_is_left_to_them() {
    for (table, by_itself) in [
        (SURVEYS, "\"Start date\", \"End date\""),
        (PARTS, "\"Day\", \"Month\", \"Year\""),
        (SURER, "\"Planned date\", \"Minutes sent\""),
    ] {
        let folder = folder(&[("log.csv", table)]);
        let written = written(folder.path());
        let end = "\n  # What these mean depends on their rows or on other columns; they need no line \
                   here:\n  # ";
        assert!(
            written.contains(&format!("{end}{by_itself}\n")),
            "{written}"
        );
    }
}

#[test]
fn a_file_that_is_there_is_never_overwritten() {
    for name in ["columns.yaml", "columns.yml"] {
        let text = "columns: { When: date }\n";
        let folder = folder(&[("log.csv", LOG), (name, text)]);
        let (code, out, err) = columns(folder.path(), &["log.csv", "--write"]);
        assert_eq!(code, 2, "{err}");
        assert!(out.starts_with("log.csv\n"), "{out}");
        assert_eq!(
            err,
            format!(
                "error: {name} is already there, and is never overwritten; write the columns that were \
                 not read into it, or give it another name and run this again\n"
            )
        );
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text);
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 2, "nothing else was left behind");
    }
}

#[test]
fn every_folder_has_its_own() {
    let folder = folder(&[
        ("a/log.csv", LOG),
        ("b/log.csv", SURVEYS),
        ("c/x.yaml", "title: a\n"),
    ]);
    let (code, _, err) = columns(folder.path(), &[".", "--write"]);
    assert_eq!(
        (code, err.as_str()),
        (0, "wrote a/columns.yaml\nwrote b/columns.yaml\n")
    );
    assert!(!folder.path().join("c/columns.yaml").exists());
    let standard_input = run_in(folder.path(), &["columns", "-", "--write"]);
    assert_eq!(standard_input.0, 2);
}

#[test]
fn a_line_that_would_make_a_blank_of_a_column_count_is_for_somebody_to_take() {
    let folder = folder(&[(
        "log.csv",
        "Title,Type,Date,Minutes sent,Invitation went out\nBoard,meeting,12/03/2026,20/03/2026,\n\
         Panel,meeting,19/03/2026,,02/03/2026\n",
    )]);
    let text = written(folder.path());
    assert!(
        text.contains("\n  \"Invitation went out\": notice.sent\n"),
        "{text}"
    );
    let open = "a blank says that nothing was written.\n  # \"Minutes sent\": feedback.sent\n";
    assert!(text.contains(open), "{text}");
    assert!(!text.contains("depends on their rows"), "{text}");
}

/// The law: written and read again, every verdict is what it was, at the same place.
#[test]
fn a_written_file_changes_no_verdict() {
    for table in [
        LOG, OUTLOOK, TWO_ROWS, SURVEYS, REGISTER, SURER, PARTS, BRACKETS, TYPES,
    ] {
        let folder = folder(&[("log.csv", table)]);
        changes_nothing(folder.path());
    }
    let several = folder(&[
        ("a.csv", LOG),
        ("b.csv", SURVEYS),
        ("c.csv", BRACKETS),
        ("d.csv", TYPES),
    ]);
    workbook(&several, "log.xlsx");
    changes_nothing(several.path());
    for name in [
        "messy.csv",
        "messy.xlsx",
        "twenty.csv",
        "twenty-libreoffice.ods",
    ] {
        let folder = folder(&[]);
        let from = root().join("examples/formats").join(name);
        fs::copy(from, folder.path().join(name)).unwrap();
        changes_nothing(folder.path());
    }
}

fn changes_nothing(folder: &Path) {
    let before = findings(folder);
    assert!(before.len() > 10, "{before:#?}");
    let text = written(folder);
    assert_eq!(findings(folder), before, "{text}");
}

#[test]
fn tables_that_were_not_named_mean_what_they_did() {
    // The cells of the one table show what `Feedback` means, those of the other do not.
    let one = "title,date,kind,status,Feedback\n\
               Board,26/02/2026,meeting,held,1/3/2026\n\
               Group,27/02/2026,meeting,held,2/3/2026\n";
    let other = "title,date,kind,status,Feedback\n\
                 Panel,26/03/2026,meeting,held,\n\
                 Forum,27/03/2026,meeting,held,more words here\n";
    let folder = folder(&[("a.csv", one), ("b.csv", other)]);
    let before = findings(folder.path());
    let (_, _, err) = columns(folder.path(), &["a.csv", "--write"]);
    assert!(err.ends_with("wrote columns.yaml\n"), "{err}");
    assert_eq!(findings(folder.path()), before);
}

#[test]
fn no_line_break_lets_an_identifier_through() {
    for (parts, between) in [
        (["07700", "900123"], ["\n", "\t", "\u{200b}", "\u{2028}"]),
        (
            ["quux@", "example.org"],
            ["\n", "\t", "\u{feff}", "\u{202e}"],
        ),
    ] {
        for sign in between {
            let heading = format!("Went out {}", parts.join(sign));
            let table = format!("title,date,kind,\"{heading}\"\nBoard,26/02/2026,meeting,x\n");
            let folder = folder(&[("a.csv", table.as_str())]);
            let text = written(folder.path());
            assert!(!text.contains("Went out"), "{sign:?}: {text}");
        }
    }
}

#[test]
fn a_heading_that_is_long_as_a_name_is_written_so_that_it_can_be_read() {
    let heading = format!(
        "Notice sent ({})",
        "please enter the day ".repeat(60).trim()
    );
    let table = format!(
        "title,date,kind,{heading},{heading} or not\nBoard,26/02/2026,meeting,1/2/2026,x\n"
    );
    let folder = folder(&[("a.csv", table.as_str())]);
    let before = findings(folder.path());
    let text = written(folder.path());
    assert!(text.contains("\n  ? \"Notice sent"), "{text}");
    assert_eq!(findings(folder.path()), before);
    // Without the signs in front of it, a proposal can be read as well.
    let without = text.replace("  # ? ", "  ? ").replace("  # : ", "  : ");
    fs::write(folder.path().join("columns.yaml"), without).unwrap();
    let (_, _, err) = run_in(folder.path(), &["check", ".", "--as-of", "2026-06-30"]);
    assert!(!err.contains("not-yaml"), "{err}");
}

#[test]
fn days_beside_those_of_the_events_propose_a_field() {
    let log = "When,What,Did we hear back?,Letter out,Anything else\n\
               5/3/26,Short breaks chat,yes 10/3,12/2/26,went well\n\
               19/3/26,EHCP forms,no,17/3/26,\n";
    let folder = folder(&[("log.csv", log)]);
    let before = findings(folder.path());
    let written = written(folder.path());
    for line in [
        "\n  # \"Did we hear back?\": feedback.sent   # or forum_feedback.sent\n",
        "\n  # \"Letter out\": notice.sent   # or papers.sent or forum.invited\n",
        "\n  # \"Anything else\": none\n",
    ] {
        assert!(written.contains(line), "{line}: {written}");
    }
    // Nobody said so yet, so nothing is read.
    assert_eq!(findings(folder.path()), before);
}
