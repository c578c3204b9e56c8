//! What good workbooks hold, worked out from the scripts that made them.

use sheets::WorkbookFormat;

use super::{cells, fixture, hidden, merged, names, notes, read};

#[test]
fn a_workbook_of_openpyxl() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("openpyxl.xlsx"));
    let expected = ["Log 2026", "(Hidden)", "(Very hidden)", "Empty"];
    assert_eq!(names(&workbook), expected);
    let log = &workbook.sheets[0];
    assert_eq!(
        cells(log),
        [
            "A1 \"Date\"",
            "B1 \"Time\"",
            "C1 \"Title\"",
            "D1 \"Parents\"",
            "E1 \"Accessible\"",
            "F1 \"Share\"",
            "A2 day 2026-03-12 00:00:00",
            "B2 time 09:30:00",
            "C2 \"  Short breaks workshop \"",
            "D2 14",
            "E2 true",
            "F2 0.25",
            "A3 day 2026-04-01 18:00:00",
            "B3 time 23:59:59",
            "C3 \"Café & <cake>\\nline two\"",
            "A5 \"hidden row\"",
            "C6 error #REF!",
            "C7 error #SPILL!",
            "A9 \"Joined heading\"",
            "XFD1048576 \"last cell\"",
        ]
    );
    assert_eq!(hidden(log), [5]);
    assert_eq!(merged(log), ["A9:C10"]);
    assert_eq!(cells(&workbook.sheets[1]), ["B2 \"out of sight\""]);
    assert!(workbook.sheets[2].rows.is_empty() && workbook.sheets[3].rows.is_empty());
    assert_eq!(notes(&workbook), ["0 B2 \"Rang Ms Example first\""]);
}

#[test]
fn a_workbook_of_xlsxwriter() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("xlsxwriter.xlsx"));
    assert_eq!(names(&workbook), ["Log", "(People's & more)"]);
    assert_eq!(
        cells(&workbook.sheets[0]),
        [
            "A1 \"Short breaks board\"",
            "A2 day 2026-03-12 00:00:00",
            "B2 time 09:30:00",
            "C2 day 2026-03-12 18:00:00",
            "D2 time 01:30:00",
            "E2 \"36:00\"",
            "A3 60",
            "B3 0",
            "C3 time 00:00:00",
            "D3 2958466",
            "A4 2",
            "B4 \"ab\"",
            "C4 error #DIV/0!",
            "D4 true",
            // A result without a sign is written there like none at all.
            "E4 NoResult",
            "A5 \"tab\\tand _x0041_ and return\\r\"",
            "A6 \"hidden\"",
            "A8 \"Joined\"",
        ]
    );
    assert_eq!(hidden(&workbook.sheets[0]), [6]);
    assert_eq!(merged(&workbook.sheets[0]), ["A8:D8"]);
    assert_eq!(notes(&workbook), ["0 A2 \"First line\\nsecond line\""]);
    assert_eq!(cells(&workbook.sheets[1]), ["C3 \"there\""]);
}

#[test]
fn days_counted_from_1904() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("from-1904.xlsx"));
    let sheet = &workbook.sheets[0];
    assert!(sheet.from_1904);
    let expected = ["A1 day 2026-03-12 00:00:00", "B1 time 12:00:00", "C1 44631"];
    assert_eq!(cells(sheet), expected);
}

#[test]
fn an_old_workbook() {
    let workbook = read(WorkbookFormat::Xls, fixture!("xlwt.xls"));
    assert_eq!(names(&workbook), ["Log", "(Hidden)", "(Very hidden)"]);
    let log = &workbook.sheets[0];
    assert_eq!(
        cells(log),
        [
            "A1 \"Date\"",
            "A2 day 2026-03-12 00:00:00",
            "B2 time 09:30:00",
            "C2 day 2026-03-12 18:00:00",
            "D2 14",
            "E2 2.5",
            "F2 true",
            "G2 time 01:30:00",
            "A3 \" Café “quoted” \"",
            "B3 -3",
            "C3 1234567.89",
            "A4 \"hidden\"",
            "A6 \"Joined\"",
            "IV65536 \"last cell\"",
        ]
    );
    assert_eq!(hidden(log), [4]);
    assert_eq!(merged(log), ["A6:D7"]);
    assert_eq!(cells(&workbook.sheets[1]), ["A1 \"out of sight\""]);
    assert!(!log.from_1904);
}

#[test]
fn texts_that_go_on_in_further_records() {
    let workbook = read(WorkbookFormat::Xls, fixture!("long-texts.xls"));
    let expected: Vec<String> = (0..6)
        .map(|row| {
            let long = if row % 2 == 1 {
                "long ".repeat(300)
            } else {
                "lång → ".repeat(220)
            };
            format!("A{} \"{row} {long}\"", row + 1)
        })
        .collect();
    assert_eq!(cells(&workbook.sheets[0]), expected);
}

#[test]
fn rows_and_cells_that_stand_for_many() {
    let workbook = read(WorkbookFormat::Ods, fixture!("odfpy.ods"));
    let sheet = &workbook.sheets[0];
    assert_eq!(
        cells(sheet),
        [
            "A1 \"Date\"",
            "B1 \"twice\"",
            "C1 \"twice\"",
            // Column 1 + 2 + 1000, from 0.
            "ALP1 \"far\"",
            "A2 day 2026-03-12 00:00:00",
            "B2 time 09:30:00",
            "C2 day 2026-03-12 18:00:00",
            "D2 0.25",
            "E2 true",
            "A1000003 \"alike\"",
            "A1000004 \"alike\"",
            "A1000005 \"alike\"",
            "A1000006 \"hidden\"",
            "A1000007 \"Joined\\nheading\"",
        ]
    );
    assert_eq!(hidden(sheet), [1_000_006]);
    assert_eq!(merged(sheet), ["A1000007:C1000008"]);
    assert_eq!(notes(&workbook), ["0 C2 \"Rang first\\nthen wrote\""]);
}

#[test]
fn the_same_workbook_in_three_formats() {
    let files: [(WorkbookFormat, &[u8]); 3] = [
        (WorkbookFormat::Ods, fixture!("libreoffice.ods")),
        (WorkbookFormat::Xlsx, fixture!("libreoffice.xlsx")),
        (WorkbookFormat::Xls, fixture!("libreoffice.xls")),
    ];
    for (format, bytes) in files {
        let workbook = read(format, bytes);
        assert_eq!(names(&workbook), ["Log", "(Hidden)", "Empty"], "{format:?}");
        let log = &workbook.sheets[0];
        // LibreOffice itself stores the truth as the number 1 where it was not asked to show it.
        let truth = if format == WorkbookFormat::Ods {
            "1"
        } else {
            "true"
        };
        let expected = [
            "A1 \"Date\"",
            "A2 day 2026-03-12 00:00:00",
            "B2 time 09:30:00",
            "C2 day 2026-03-12 18:00:00",
            "D2 time 01:30:00",
            "E2 \"36:00\"",
            "F2 0.25",
            "A3 \"  two  blanks  \"",
            "B3 \"line one\\nline two\"",
            "C3 error #DIV/0!",
            "D3 error #N/A",
            "E3 \"ab\"",
            &format!("F3 {truth}"),
            "G3 5",
            "A4 \"hidden\"",
            "A6 \"Joined\"",
            "IV20000 \"far away\"",
        ];
        assert_eq!(cells(log), expected, "{format:?}");
        assert_eq!(hidden(log), [4], "{format:?}");
        assert_eq!(merged(log), ["A6:C7"], "{format:?}");
        // LibreOffice prints the name of the sheet and the number of the page where nobody asked for more.
        let mut expected = vec!["0 A2 \"Rang first\\nthen wrote\""];
        expected.extend(match format {
            WorkbookFormat::Ods => ["0 \"???\"", "0 \"Page 1\""].as_slice(),
            WorkbookFormat::Xlsx | WorkbookFormat::Xls => {
                &["0 \"Page\"", "1 \"Page\"", "2 \"Page\""]
            }
        });
        let mut notes = notes(&workbook);
        notes.sort_by_key(|note| note.contains("Page"));
        assert_eq!(notes, expected, "{format:?}");
        assert_eq!(
            cells(&workbook.sheets[1]),
            ["B2 \"out of sight\""],
            "{format:?}"
        );
        assert!(workbook.sheets[2].rows.is_empty(), "{format:?}");
    }
}

#[test]
fn a_month_is_shown_without_a_day() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("month-without-day.xlsx"));
    let cells = cells(&workbook.sheets[0]);
    // 46,082 days are 1 March 2026, shown as Mar-26.
    for expected in [
        "D2 day 2026-03-19 00:00:00",
        "G2 \"March 2026\"",
        "D3 \"March 2026\"",
        "G3 day 2026-02-01 00:00:00",
    ] {
        assert!(
            cells.contains(&expected.to_owned()),
            "{expected} in {cells:?}"
        );
    }
}

#[test]
fn a_result_that_nobody_has_worked_out_is_none() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("not-calculated.xlsx"));
    let cells = cells(&workbook.sheets[0]);
    for expected in ["C2 day 2026-03-09 00:00:00", "D2 NoResult", "E2 NoResult"] {
        assert!(
            cells.contains(&expected.to_owned()),
            "{expected} in {cells:?}"
        );
    }
}

#[test]
fn a_formula_may_give_nothing() {
    for workbook in [
        read(WorkbookFormat::Xlsx, fixture!("formula-gives-nothing.xlsx")),
        read(WorkbookFormat::Ods, fixture!("formula-gives-nothing.ods")),
    ] {
        let cells = cells(&workbook.sheets[0]);
        assert!(
            cells.contains(&"D2 day 2026-02-23 00:00:00".to_owned()),
            "{cells:?}"
        );
        assert!(
            !cells.iter().any(|cell| cell.starts_with("E2")),
            "{cells:?}"
        );
    }
}

#[test]
fn a_day_and_more_is_told_as_it_is_shown() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("over-a-day.xlsx"));
    let cells = cells(&workbook.sheets[0]);
    for expected in ["E2 time 19:30:00", "F2 \"24:00\"", "F3 \"26:30\""] {
        assert!(
            cells.contains(&expected.to_owned()),
            "{expected} in {cells:?}"
        );
    }
}

#[test]
fn what_libreoffice_makes_of_what_is_typed() {
    let workbook = read(WorkbookFormat::Ods, fixture!("typed.ods"));
    let cells = cells(&workbook.sheets[0]);
    for expected in [
        "D2 day 2026-12-05 00:00:00",
        "E2 9.3",
        "F3 \"24:00\"",
        "G3 \"2026-02-30\"",
        "D4 day 2005-05-01 00:00:00",
        "H4 -10",
    ] {
        assert!(
            cells.contains(&expected.to_owned()),
            "{expected} in {cells:?}"
        );
    }
}
