//! Workbooks that are made to break a reader. They are made here: stored, they would be large.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use sheets::{Error, Limit, WorkbookFormat};

use super::other_files::package;
use super::{cells, fixture, hidden, read, refused};

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
        start.elapsed() < Duration::from_secs(60),
        "{:?}",
        start.elapsed()
    );
    done
}

#[test]
fn a_good_book_made_here_is_read() {
    let workbook = read(
        WorkbookFormat::Xlsx,
        &rows("<row r='2'><c r='B2'><v>1</v></c></row>"),
    );
    assert_eq!(cells(&workbook.sheets[0]), ["B2 1"]);
    let row = "<table:table-row><table:table-cell office:value-type='float' office:value='1'/>\
               </table:table-row>";
    let workbook = read(WorkbookFormat::Ods, &table(row));
    assert_eq!(cells(&workbook.sheets[0]), ["A1 1"]);
}

#[test]
fn rows_that_hold_nothing_cost_nothing() {
    let mut many = String::new();
    for row in 1..=20_000 {
        _ = write!(many, "<row r='{row}' s='1'><c r='A{row}' s='1'/></row>");
    }
    many.push_str("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
    let workbook = soon(|| read(WorkbookFormat::Xlsx, &rows(&many)));
    assert_eq!(cells(&workbook.sheets[0]), ["XFD1048576 1"]);
    let many = "<table:table-row table:number-rows-repeated='1048575'>\
                <table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
                <table:table-row><table:table-cell table:number-columns-repeated='16383'/>\
                <table:table-cell office:value-type='float' office:value='1'/></table:table-row>";
    let workbook = soon(|| read(WorkbookFormat::Ods, &table(many)));
    assert_eq!(cells(&workbook.sheets[0]), ["XFD1048576 1"]);
}

#[test]
fn what_is_repeated_without_end_is_refused() {
    let cell = "<table:table-cell table:number-columns-repeated='16384' \
                office:value-type='float' office:value='1'/>";
    let long = "x".repeat(100_000);
    let blanks = "<text:s text:c='4000000000'/>";
    for (row, limit) in [
        (cell.to_owned(), Limit::Cells),
        (
            format!("<table:table-cell><text:p>{long}</text:p></table:table-cell>"),
            Limit::Text,
        ),
        (
            format!("<table:table-cell><text:p>{blanks}</text:p></table:table-cell>"),
            Limit::Text,
        ),
    ] {
        let row = format!(
            "<table:table-row table:number-rows-repeated='4294967295'>{row}</table:table-row>"
        );
        let error = soon(|| refused(&table(&row)));
        assert_eq!(error, Error::WorkbookTooLarge(limit));
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
    assert_eq!(
        cells(&read(WorkbookFormat::Ods, &row("1", "2")).sheets[0]).len(),
        2
    );
    for (rows, columns) in [
        ("0", "1"),
        ("-1", "1"),
        ("", "1"),
        ("many", "1"),
        ("1", "0"),
        ("1", "x"),
    ] {
        let error = refused(&row(rows, columns));
        assert_eq!(error, Error::DamagedRow { sheet: 1, row: 2 });
    }
    let error = soon(|| refused(&row("18446744073709551615", "4294967295")));
    assert_eq!(error, Error::WorkbookTooLarge(Limit::Cells));
}

#[test]
fn a_text_in_every_cell_is_refused() {
    let texts = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let cells = "<c t='s'><v>0</v></c>".repeat(16_000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let bytes = book(&sheet, "xl/sharedStrings.xml", &texts);
    let error = soon(|| refused(&bytes));
    assert_eq!(error, Error::WorkbookTooLarge(Limit::Text));
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
        assert_eq!(refused(&bytes), Error::WorkbookTooLarge(Limit::OneText));
    }
}

#[test]
fn numbers_that_ask_for_all_memory_are_refused() {
    let sheet = "<worksheet><sheetData/></worksheet>";
    let texts = "<sst uniqueCount='1000000000000000'><si><t>a</t></si></sst>";
    let error = refused(&book(sheet, "xl/sharedStrings.xml", texts));
    assert_eq!(error, Error::Damaged);
    let code = "0".repeat(100_000);
    let styles = format!(
        "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts>\
         <cellXfs>{}</cellXfs></styleSheet>",
        "<xf numFmtId='200'/>".repeat(10_000)
    );
    let error = refused(&book(sheet, "xl/styles.xml", &styles));
    assert_eq!(error, Error::WorkbookTooLarge(Limit::Text));
}

#[test]
fn more_parts_than_any_workbook_has_are_refused() {
    let names: Vec<String> = (0..10_001).map(|at| format!("{at}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let error = soon(|| refused(&package(&parts)));
    assert_eq!(error, Error::WorkbookTooLarge(Limit::Parts));
    let tables = "</table:table><table:table table:name='a'>".repeat(1_000);
    let error = soon(|| refused(&table(&tables)));
    assert_eq!(error, Error::WorkbookTooLarge(Limit::Parts));
}

#[test]
fn elements_inside_one_another_without_end_are_refused() {
    let deep = "<a>".repeat(1_000_000);
    for bytes in [rows(&deep), table(&deep)] {
        assert_eq!(soon(|| refused(&bytes)), Error::Damaged);
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
    let workbook = read(WorkbookFormat::Ods, &bytes);
    assert_eq!(cells(&workbook.sheets[0]), ["A1 \"&b; &c; & A\""]);
    let text = "<row><c t='inlineStr'><is><t>&b;</t></is></c></row>";
    let sheet = format!("{laughs}<worksheet><sheetData>{text}</sheetData></worksheet>");
    let error = refused(&book(&sheet, "none.xml", "<none/>"));
    assert_eq!(error, Error::Damaged);
}

#[test]
fn a_cell_that_cannot_be_read_does_not_cost_the_others() {
    let bytes = rows(
        "<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='s'><v>7</v></c>\
         <c r='C1' t='n'><v>x</v></c><c r='D1'><v>2</v></c></row>\
         <row r='2' hidden='1'><c r='A2' t='e'><f>#REF!+1</f><v>#CALC!</v></c>\
         <c r='B2' t='e'><f>#REF!A1</f><v>#REF!</v></c></row>",
    );
    let workbook = read(WorkbookFormat::Xlsx, &bytes);
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
    assert_eq!(refused(&bytes), Error::Damaged);
}

#[test]
fn a_formula_without_a_result_is_not_blank() {
    let workbook = read(
        WorkbookFormat::Xlsx,
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
    let workbook = read(WorkbookFormat::Ods, &table(&row));
    assert_eq!(
        cells(&workbook.sheets[0]),
        ["A1 NoResult", "B1 NoResult", "C1 2"]
    );
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
        assert_eq!(refused(&bytes), Error::Damaged, "{place}");
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
        match soon(|| sheets::read(&circle)) {
            Ok(workbook) => assert_eq!(workbook.sheets.len(), 3, "{sector}"),
            Err(error) => assert!([Error::Damaged, Error::CutOff].contains(&error)),
        }
    }
}

/// The last sector, with nothing in it but its own number: each list of sectors is followed by itself.
#[test]
fn lists_of_sectors_that_go_round_in_circles_are_refused() {
    let bytes = fixture!("xlwt.xls");
    let last = bytes.len() / 512 - 1;
    let last = u32::try_from(last).unwrap().to_le_bytes();
    let first_list = 68;
    for length in [4_usize, 5, 7, 8, 508, 512] {
        let mut circle = bytes[..bytes.len() / 512 * 512].to_vec();
        circle[first_list..first_list + 4].copy_from_slice(&last);
        circle.extend(last.repeat(length.div_ceil(4)));
        circle.truncate(bytes.len() / 512 * 512 + length);
        let error = soon(|| sheets::read(&circle)).unwrap_err();
        assert_eq!(error, Error::Damaged, "{length}");
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
            if let Err(error) = sheets::read(&damaged) {
                assert!(!error.to_string().is_empty() && !error.help().is_empty());
            }
        }
    }
}
