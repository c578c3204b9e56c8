//! Files without columns or with faults, a charter with faults, and what must not be shown.

use std::fs;

use super::{LOG, columns, folder, part, understood};

#[test]
fn what_has_no_columns_is_told_what_to_use() {
    let folder = folder(&[
        ("log.csv", LOG),
        ("a.yaml", "title: Board\nkind: meeting\ndate: 2026-03-12\n"),
        (
            "minutes.md",
            "---\ntitle: Board\nkind: meeting\ndate: 2026-03-12\n---\nAll well.\n",
        ),
        (
            "cal.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:\
             20260101T000000Z\r\nSUMMARY:Board\r\nDTSTART:20260312T100000\r\nDTEND:20260312T120000\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n",
        ),
    ]);
    let others = ["a.yaml", "cal.ics", "minutes.md"];
    let (code, out, err) = columns(folder.path(), &others);
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    for line in [
        "note: a.yaml has no columns: fields stand in it under their own names;",
        "note: cal.ics is a calendar and has no columns: an entry says what it has no property for with \
         `X-CHARTER-`",
        "note: minutes.md is a text with a record at its top and has no columns:",
        "error: there is no table here\n",
    ] {
        assert!(err.contains(line), "{line}: {err}");
    }
    let (code, out, err) = columns(folder.path(), &["log.csv", "cal.ics"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.starts_with("log.csv\n") && err.contains("cal.ics is a calendar"),
        "{out}{err}"
    );
    // In a folder, nobody asked for them.
    let (code, _, err) = columns(folder.path(), &["."]);
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn a_list_of_people_says_what_is_read_of_it() {
    let report = "Meeting title,Board\nStart time,\"26/02/2026, 09:54:12\"\n\n\
                  Name,First join,Last leave,Role\n\
                  Sample Person,\"26/02/2026, 09:58:02\",\"26/02/2026, 12:01:11\",Attendee\n";
    let folder = folder(&[("people.csv", report)]);
    let (_, out, err) = columns(folder.path(), &["people.csv"]);
    let line = "its meeting is read";
    assert!(
        out.contains(line) && !out.contains("nothing in it"),
        "{out}{err}"
    );
    assert!(!out.contains("Sample"), "{out}");
}

#[test]
fn all_faults_of_a_table_are_said_at_once() {
    let folder = folder(&[(
        "log.csv",
        "Title,Date,Status,Invite sent\na,31/2/2026,held,1/3/2026\nb,12/3/2026,held,32/13/2026\n",
    )]);
    let (code, out, err) = columns(folder.path(), &["log.csv"]);
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("log.csv › B2") && err.contains("log.csv › D3"),
        "{err}"
    );
    assert_eq!(understood(&out).len(), 4, "{out}");
}

#[test]
fn a_charter_with_faults_is_not_in_the_way() {
    let folder = folder(&[
        ("log.csv", LOG),
        ("charter.yaml", "extends: built-in\nclauses: 3\n"),
    ]);
    let (code, out, err) = columns(folder.path(), &["log.csv"]);
    assert_eq!(
        (code, err.as_str()),
        (
            0,
            "note: the charter has faults, so nothing is said of what its promises ask for, and no \
             cells are shown; `charter-audit check` shows the faults\n"
        )
    );
    assert_eq!(understood(&out).len(), 4, "{out}");
    assert!(!out.contains("Columns that promises ask for"), "{out}");
    // The charter may say what must not be shown.
    assert!(
        out.ends_with("\nNot read:\n- E Follow up: something in 1 row\n"),
        "{out}"
    );
}

#[test]
fn a_table_without_rows_shows_its_headings() {
    let folder = folder(&[("log.csv", "Title,Type,Date,Mood\n")]);
    let (code, out, _) = columns(folder.path(), &["log.csv"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("with none below\nyet: once there are some, this says what promises ask for."),
        "{out}"
    );
    assert_eq!(understood(&out).len(), 3, "{out}");
    assert_eq!(part(&out, "Not read:"), ["- D Mood: nothing in any row"]);
}

#[test]
fn nothing_shown_identifies_anybody() {
    let folder = folder(&[
        (
            "log.csv",
            "Title,Date,Extra,Called 07700 900123,Child,Booked for\n\
             a,12/3/2026,ring 07700 900456,x,Zebedee,Zebedee Quux\n",
        ),
        ("names.txt", "Zebedee Quux\n"),
    ]);
    let (_, out, err) = columns(
        folder.path(),
        &["log.csv", "--names-file", "names.txt", "--write"],
    );
    let written = fs::read_to_string(folder.path().join("columns.yaml")).unwrap();
    for hidden in ["900123", "900456", "Zebedee", "Quux"] {
        for text in [&out, &err, &written] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
    }
    assert_eq!(
        part(&out, "Not read:"),
        [
            "- C Extra: something in 1 row",
            "- D Called ************: something in 1 row",
            "- E Child: something in 1 row",
            "  Perhaps attendance.cyp",
            "- F Booked for: something in 1 row",
        ]
    );
    assert!(written.contains("  # \"Booked for\": none\n"), "{written}");
    assert!(!written.contains("Called"), "{written}");
}
