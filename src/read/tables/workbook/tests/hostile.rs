//! Workbooks that are made to break a reader. They are made here: stored, they would be large.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::other_files::package;
use super::{cells, fixture, hidden, read, read_as, refused};
use crate::read::Format;
use crate::read::item::Contents;
use crate::read::item::tests::job;

const TOP: &str = "<Relationships><Relationship Id='a' Target='xl/workbook.xml' \
     Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>\
     </Relationships>";
const RELATED: &str = "<Relationships><Relationship Id='s1' Target='worksheets/sheet1.xml' \
     Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/>\
     </Relationships>";
const BOOK: &str =
    "<workbook xmlns:r='r'><sheets><sheet name='Log' r:id='s1'/></sheets></workbook>";

/// A workbook of Excel with one sheet and another part.
fn book(sheet: &str, name: &str, part: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", TOP.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATED.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        (name, part.as_bytes()),
    ])
}

/// A workbook of Excel with these rows.
fn rows(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    book(&sheet, "docProps/none.xml", "<none/>")
}

/// A workbook of `LibreOffice` with this in its one sheet.
fn table(rows: &str) -> Vec<u8> {
    let contents = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='Log'>\
         {rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    package(&[("mimetype", kind), ("content.xml", contents.as_bytes())])
}

/// Runs something that must not take long, even where the machine is slow and the program not
/// optimised.
fn soon<T>(run: impl FnOnce() -> T) -> T {
    #[expect(
        clippy::disallowed_methods,
        reason = "minutes are the fault looked for; the bound is far from any machine's speed"
    )]
    let start = Instant::now();
    let done = run();
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    done
}

#[test]
fn a_good_book_made_here_is_read() {
    let workbook = read(
        Format::Xlsx,
        &rows("<row r='2'><c r='B2'><v>1</v></c></row>"),
    );
    assert_eq!(cells(&workbook.sheets[0]), ["B2 1"]);
    let row = "<table:table-row><table:table-cell office:value-type='float' office:value='1'/>\
               </table:table-row>";
    let workbook = read(Format::Ods, &table(row));
    assert_eq!(cells(&workbook.sheets[0]), ["A1 1"]);
}

#[test]
fn rows_that_hold_nothing_cost_nothing() {
    let mut many = String::new();
    for row in 1..=20_000 {
        _ = write!(many, "<row r='{row}' s='1'><c r='A{row}' s='1'/></row>");
    }
    many.push_str("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
    let workbook = soon(|| read(Format::Xlsx, &rows(&many)));
    assert_eq!(cells(&workbook.sheets[0]), ["XFD1048576 1"]);
    let many = "<table:table-row table:number-rows-repeated='1048575'>\
                <table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
                <table:table-row><table:table-cell table:number-columns-repeated='16383'/>\
                <table:table-cell office:value-type='float' office:value='1'/></table:table-row>";
    let workbook = soon(|| read(Format::Ods, &table(many)));
    assert_eq!(cells(&workbook.sheets[0]), ["XFD1048576 1"]);
}

#[test]
fn what_is_repeated_without_end_is_refused() {
    let cell = "<table:table-cell table:number-columns-repeated='16384' \
                office:value-type='float' office:value='1'/>";
    let long = "x".repeat(100_000);
    let blanks = "<text:s text:c='4000000000'/>";
    for (row, why) in [
        (cell.to_owned(), "3 million cells"),
        (
            format!("<table:table-cell><text:p>{long}</text:p></table:table-cell>"),
            "96 MB",
        ),
        (
            format!("<table:table-cell><text:p>{blanks}</text:p></table:table-cell>"),
            "96 MB",
        ),
    ] {
        let row = format!(
            "<table:table-row table:number-rows-repeated='4294967295'>{row}</table:table-row>"
        );
        let (code, message, _) = soon(|| refused(Format::Ods, &table(&row)));
        assert_eq!(code, "too-large");
        assert!(message.contains(why), "{message}");
    }
}

#[test]
fn what_is_repeated_an_impossible_number_of_times_is_refused() {
    let row = |rows: &str, columns: &str| {
        let first = "<table:table-row><table:table-cell/></table:table-row>";
        table(&format!(
            "{first}<table:table-row table:number-rows-repeated='{rows}'>\
             <table:table-cell table:number-columns-repeated='{columns}'><text:p>x</text:p>\
             </table:table-cell></table:table-row>"
        ))
    };
    assert_eq!(cells(&read(Format::Ods, &row("1", "2")).sheets[0]).len(), 2);
    for (rows, columns) in [
        ("0", "1"),
        ("-1", "1"),
        ("", "1"),
        ("many", "1"),
        ("1", "0"),
        ("1", "x"),
    ] {
        let (code, message, _) = refused(Format::Ods, &row(rows, columns));
        assert_eq!(code, "damaged");
        assert!(message.contains("row 2 of its sheet 1"), "{message}");
    }
    let (code, ..) = soon(|| refused(Format::Ods, &row("18446744073709551615", "4294967295")));
    assert_eq!(code, "too-large");
}

#[test]
fn a_text_in_every_cell_is_refused() {
    let texts = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let cells = "<c t='s'><v>0</v></c>".repeat(16_000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let bytes = book(&sheet, "xl/sharedStrings.xml", &texts);
    let (code, message, _) = soon(|| refused(Format::Xlsx, &bytes));
    assert_eq!(code, "too-large");
    assert!(message.contains("96 MB"), "{message}");
}

#[test]
fn a_piece_without_measure_is_refused_before_it_is_kept() {
    let long = "x".repeat(3 << 20);
    for shared in [
        format!("<sst><si><t>{long}</t></si></sst>"),
        format!("<sst><!-- <<< {long} --><si><t>a</t></si></sst>"),
        format!("<sst><si a='{long}'><t>a</t></si></sst>"),
    ] {
        let bytes = book("<worksheet/>", "xl/sharedStrings.xml", &shared);
        let (code, message, _) = refused(Format::Xlsx, &bytes);
        assert_eq!(code, "too-large");
        assert!(message.contains("longer than 2 MB"), "{message}");
    }
}

#[test]
fn numbers_that_ask_for_all_memory_are_refused() {
    let sheet = "<worksheet><sheetData/></worksheet>";
    let texts = "<sst uniqueCount='1000000000000000'><si><t>a</t></si></sst>";
    let (code, ..) = refused(Format::Xlsx, &book(sheet, "xl/sharedStrings.xml", texts));
    assert_eq!(code, "damaged");
    let code = "0".repeat(100_000);
    let styles = format!(
        "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts>\
         <cellXfs>{}</cellXfs></styleSheet>",
        "<xf numFmtId='200'/>".repeat(10_000)
    );
    let (code, ..) = refused(Format::Xlsx, &book(sheet, "xl/styles.xml", &styles));
    assert_eq!(code, "too-large");
}

#[test]
fn more_parts_than_any_workbook_has_are_refused() {
    let names: Vec<String> = (0..10_001).map(|at| format!("{at}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let (code, message, _) = soon(|| refused(Format::Xlsx, &package(&parts)));
    assert_eq!(code, "too-large");
    assert!(message.contains("too many parts"), "{message}");
    let tables = "</table:table><table:table table:name='a'>".repeat(1_000);
    let (code, ..) = soon(|| refused(Format::Ods, &table(&tables)));
    assert_eq!(code, "too-large");
}

#[test]
fn elements_inside_one_another_without_end_are_refused() {
    let deep = "<a>".repeat(1_000_000);
    for bytes in [rows(&deep), table(&deep)] {
        let (code, ..) = soon(|| refused(Format::Xlsx, &bytes));
        assert_eq!(code, "damaged");
    }
}

#[test]
fn entities_of_a_files_own_are_not_expanded() {
    let laughs = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>\
                  <!ENTITY c SYSTEM 'file:///etc/hostname'>]>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let contents = format!(
        "{laughs}<office:spreadsheet><table:table><table:table-row><table:table-cell>\
         <text:p>&b; &c; &amp; &#65;</text:p></table:table-cell></table:table-row></table:table>\
         </office:spreadsheet>"
    );
    let bytes = package(&[("mimetype", kind), ("content.xml", contents.as_bytes())]);
    let workbook = read(Format::Ods, &bytes);
    assert_eq!(cells(&workbook.sheets[0]), ["A1 \"&b; &c; & A\""]);
    let text = "<row><c t='inlineStr'><is><t>&b;</t></is></c></row>";
    let sheet = format!("{laughs}<worksheet><sheetData>{text}</sheetData></worksheet>");
    let (code, ..) = refused(Format::Xlsx, &book(&sheet, "none.xml", "<none/>"));
    assert_eq!(code, "damaged");
}

#[test]
fn a_cell_that_cannot_be_read_does_not_cost_the_others() {
    let bytes = rows(
        "<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='s'><v>7</v></c>\
         <c r='C1' t='n'><v>x</v></c><c r='D1'><v>2</v></c></row>\
         <row r='2' hidden='1'><c r='A2' t='e'><f>#REF!+1</f><v>#CALC!</v></c>\
         <c r='B2' t='e'><f>#REF!A1</f><v>#REF!</v></c></row>",
    );
    let workbook = read_as(Format::Xlsx, &bytes).unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(
        cells(sheet),
        [
            "A1 1",
            "B1 Damaged",
            "C1 Damaged",
            "D1 2",
            "A2 error #CALC!",
            "B2 error #REF!"
        ]
    );
    assert_eq!(hidden(sheet), [2]);
    // Where cells do not say their places, those behind the damage would stand in wrong ones.
    let bytes = rows("<row><c><v>1</v></c><c t='n'><v>x</v></c><c><v>2</v></c></row>");
    let (code, ..) = refused(Format::Xlsx, &bytes);
    assert_eq!(code, "damaged");
}

#[test]
fn a_formula_without_a_result_is_not_blank() {
    let workbook = read(
        Format::Xlsx,
        &rows(
            "<row r='1'><c r='A1'><f>1+1</f><v/></c><c r='B1'><f>1+1</f></c>\
             <c r='C1'><f>1+1</f><v>2</v></c><c r='D1' t='str'><f>\"\"</f><v></v></c>\
             <c r='E1' t='str'><f>\"x\"</f></c><c r='F1'/><c r='G1'><v/></c></row>",
        ),
    );
    assert_eq!(
        cells(&workbook.sheets[0]),
        ["A1 NoResult", "B1 NoResult", "C1 2", "E1 NoResult"]
    );
    let formula = |rest: &str| format!("<table:table-cell table:formula='of:=1+1'{rest}/>");
    let row = [
        formula(""),
        formula(" office:value-type='float'"),
        formula(" office:value-type='float' office:value='2'"),
        formula(" office:value-type='string' office:string-value=''"),
        "<table:table-cell/>".to_owned(),
    ];
    let row = format!("<table:table-row>{}</table:table-row>", row.concat());
    let workbook = read(Format::Ods, &table(&row));
    assert_eq!(
        cells(&workbook.sheets[0]),
        ["A1 NoResult", "B1 NoResult", "C1 2"]
    );
}

/// What the records of a workbook say, the code and message of each fault with what stands at its
/// place, and whether something is missing.
fn told(bytes: &[u8]) -> (usize, Vec<(&'static str, String, String)>, bool) {
    job(Format::Xlsx, |job| {
        let mut records = 0;
        let scan = crate::read::tables::workbook(job, bytes, &mut |_, _| {
            records += 1;
            true
        });
        let Contents::Transcript(transcript) = &scan.contents else {
            panic!("a workbook has a transcript");
        };
        let faults = scan.faults.iter().map(|fault| {
            let place = fault.span().unwrap().range();
            let there = transcript.text().get(place).unwrap().to_owned();
            (fault.code, fault.message.clone(), there)
        });
        (records, faults.collect(), scan.undecoded)
    })
}

#[test]
fn what_a_file_does_not_tell_is_said_once_for_a_sheet() {
    let text = |cell, text| format!("<c r='{cell}' t='inlineStr'><is><t>{text}</t></is></c>");
    let formula = |cell| format!("<c r='{cell}'><f>1+1</f><v/></c>");
    let headings = [text("A1", "Title"), text("B1", "Type"), text("C1", "Date")].concat();
    let board = text("A2", "Board") + &text("B2", "meeting");
    let book = |cells: String| rows(&format!("<row>{headings}</row><row>{board}{cells}</row>"));
    let there = "formula without a result".to_owned();

    let (records, faults, undecoded) = told(&book(formula("C2") + &formula("D2")));
    let message = "2 cells hold formulas without a result, the first C2".to_owned();
    assert_eq!((records, undecoded), (1, true));
    assert_eq!(faults, [("no-result", message, there.clone())]);

    let (records, faults, _) = told(&book("<c r='C2' t='n'><v>x</v></c>".to_owned()));
    let message = "cell C2 holds something that cannot be read".to_owned();
    let unread = "cell that cannot be read".to_owned();
    assert_eq!(records, 1);
    assert_eq!(faults, [("unreadable-cell", message, unread)]);

    // Nothing of a record is missing where the column means nothing.
    let level = |cells: String| {
        job(Format::Xlsx, |job| {
            let bytes = book(cells);
            let scan = crate::read::tables::workbook(job, &bytes, &mut |_, _| true);
            let mut faults = scan.faults.iter();
            faults
                .find(|fault| fault.code == "no-result")
                .unwrap()
                .is_error()
        })
    };
    assert!(level(formula("C2")));
    assert!(!level(formula("D2")));
}

#[test]
fn cells_outside_every_sheet_are_damage() {
    for place in [
        "A1048577",
        "XFE1",
        "ZZZZZZ1",
        "A4294967296",
        "A99999999999999",
    ] {
        let bytes = rows(&format!("<row><c r='{place}'><v>1</v></c></row>"));
        let (code, ..) = refused(Format::Xlsx, &bytes);
        assert_eq!(code, "damaged", "{place}");
    }
}

/// Each sector of an old workbook said to follow itself.
#[test]
fn a_container_that_goes_round_in_circles_is_refused() {
    let bytes = fixture!("xlwt.xls");
    let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    // The first sector of the table of sectors.
    let table = (number(76) as usize + 1) * 512;
    for sector in 0..bytes.len() / 512 - 1 {
        let mut circle = bytes.to_vec();
        let entry = table + sector * 4;
        circle[entry..entry + 4].copy_from_slice(&u32::try_from(sector).unwrap().to_le_bytes());
        // Refused, or read where the sector is the last of a stream whose size is known.
        match soon(|| read_as(Format::Xls, &circle)) {
            Ok(workbook) => assert_eq!(workbook.sheets.len(), 3, "{sector}"),
            Err(fault) => assert!(["damaged", "cut-off"].contains(&fault.code)),
        }
    }
}

/// Thousands of small damages to each fixture: read or refused, but never a panic.
#[test]
fn damaged_files_never_panic() {
    let mut random = 0x2026_0312_u64;
    let mut below = |end: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(random >> 33).unwrap() % end
    };
    for bytes in [
        &fixture!("openpyxl.xlsx")[..],
        fixture!("odfpy.ods"),
        fixture!("libreoffice.xls"),
        fixture!("long-texts.xls"),
    ] {
        for _ in 0..300 {
            let mut damaged = bytes.to_vec();
            for _ in 0..=below(4) {
                let at = below(damaged.len());
                damaged[at] = u8::try_from(below(256)).unwrap();
            }
            if let Err(fault) = read_as(Format::Xlsx, &damaged) {
                assert!(!fault.message.is_empty());
            }
        }
    }
}
