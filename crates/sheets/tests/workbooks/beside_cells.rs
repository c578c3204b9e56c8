//! What stands beside the cells: text boxes, charts, diagrams, and what is printed with every page.

use std::io::{Cursor, Write as _};

use sheets::WorkbookFormat;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{cells, fixture, notes, read};

/// What kinds of relations begin with.
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Text boxes, and what is printed above and below every page without its codes.
#[test]
fn what_stands_beside_the_cells() {
    let files: [(WorkbookFormat, &[u8], &[&str]); 3] = [
        (
            WorkbookFormat::Xlsx,
            fixture!("beside-cells.xlsx"),
            &[
                "0 A1 \"Noted\"",
                "0 \"Ring the hall\\nbefore noon\\n\"",
                "0 \"Key contact & co Page   of\"",
                "1 \"Draft\"",
            ],
        ),
        (
            WorkbookFormat::Xls,
            fixture!("beside-cells.xls"),
            &["0 \"Key contact Page   of\""],
        ),
        (
            WorkbookFormat::Ods,
            fixture!("beside-cells.ods"),
            &[
                "0 \"Ring the hall\\nbefore noon\"",
                "0 A1 \"Tied to the cell\"",
                "0 \"Key contact\"",
            ],
        ),
    ];
    for (format, bytes, expected) in files {
        let workbook = read(format, bytes);
        assert_eq!(notes(&workbook), expected, "{format:?}");
        assert_eq!(cells(&workbook.sheets[0]), ["A1 \"Date\""], "{format:?}");
        assert!(!workbook.has_more, "{format:?}");
    }
}

/// What was typed into charts, and not what they show of cells, which has its places there.
#[test]
fn what_stands_in_charts() {
    let workbook = read(WorkbookFormat::Xlsx, fixture!("charts.xlsx"));
    let typed = "1 \"Typed title\\nTyped name\\nTyped axis\\n\"";
    assert_eq!(notes(&workbook), [typed]);
    assert!(!workbook.has_more);
    let workbook = read(WorkbookFormat::Ods, fixture!("charts.ods"));
    assert_eq!(notes(&workbook), ["0 \"Typed title\""]);
    assert_eq!(cells(&workbook.sheets[0]), ["A1 \"Date\""]);
    assert!(!workbook.has_more);
    // A chart that is a sheet by itself has no place among the sheets.
    let workbook = read(WorkbookFormat::Xlsx, fixture!("chart-sheet.xlsx"));
    assert!(notes(&workbook).is_empty() && workbook.has_more);
    let workbook = read(WorkbookFormat::Xlsx, fixture!("bare-chart-sheet.xlsx"));
    assert!(notes(&workbook).is_empty() && !workbook.has_more);
}

/// A diagram is a part of its own beside the drawing in which it is shown.
#[test]
fn what_stands_in_diagrams() {
    let relations = format!(
        "<Relationships><Relationship Id='r1' Type='{KINDS}/diagramData' \
         Target='../diagrams/data1.xml'/><Relationship Id='r2' Type='{KINDS}/diagramLayout' \
         Target='../diagrams/layout1.xml'/></Relationships>"
    );
    let with = |diagram: &str| {
        let plain = fixture!("beside-cells.xlsx").to_vec();
        let mut package = ZipWriter::new_append(Cursor::new(plain)).unwrap();
        for (part, text) in [
            ("xl/drawings/_rels/drawing1.xml.rels", relations.as_str()),
            ("xl/diagrams/data1.xml", diagram),
        ] {
            let plainly = SimpleFileOptions::default();
            package.start_file(part, plainly).unwrap();
            package.write_all(text.as_bytes()).unwrap();
        }
        let bytes = package.finish().unwrap().into_inner();
        read(WorkbookFormat::Xlsx, &bytes)
    };
    let point = |text: &str| format!("<pt><t><p><r><t>{text}</t></r></p></t></pt>");
    let diagram = format!("<dataModel>{}{}</dataModel>", point("Ask"), point("Listen"));
    let workbook = with(&diagram);
    let found = notes(&workbook);
    assert!(
        found.contains(&"0 \"Ask\\nListen\\n\"".to_owned()),
        "{found:?}"
    );
    assert!(!workbook.has_more);
    assert!(with("<dataModel><pt>").has_more);
}

/// What several sheets ask for is read once, however often that is.
#[test]
fn a_drawing_that_sheets_share() {
    let relation =
        format!("<Relationship Id='r1' Type='{KINDS}/drawing' Target='../drawings/drawing1.xml'/>");
    let plain = fixture!("beside-cells.xlsx");
    let mut package = ZipWriter::new_append(Cursor::new(plain.to_vec())).unwrap();
    package
        .start_file(
            "xl/worksheets/_rels/sheet2.xml.rels",
            SimpleFileOptions::default(),
        )
        .unwrap();
    write!(package, "<Relationships>{relation}</Relationships>").unwrap();
    let shared = package.finish().unwrap().into_inner();
    let workbook = read(WorkbookFormat::Xlsx, &shared);
    assert_eq!(notes(&workbook), notes(&read(WorkbookFormat::Xlsx, plain)));
    assert!(!workbook.has_more);
}

/// What is not read is not said to be read.
#[test]
fn parts_that_are_not_read_are_told() {
    let plain = fixture!("beside-cells.xlsx");
    for part in [
        "xl/pivotCache/pivotCacheRecords1.xml",
        "xl/threadedComments/threadedComment1.xml",
        "xl/externalLinks/externalLink1.xml",
    ] {
        let mut package = ZipWriter::new_append(Cursor::new(plain.to_vec())).unwrap();
        package
            .start_file(part, SimpleFileOptions::default())
            .unwrap();
        package.write_all(b"<x/>").unwrap();
        let bytes = package.finish().unwrap().into_inner();
        assert!(read(WorkbookFormat::Xlsx, &bytes).has_more, "{part}");
    }
    // A drawing that cannot be read.
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let mut archive = ZipArchive::new(Cursor::new(plain)).unwrap();
    for at in 0..archive.len() {
        let part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with("xl/drawings/drawing") {
            package
                .start_file(name, SimpleFileOptions::default())
                .unwrap();
            package.write_all(b"<x><y>").unwrap();
        } else {
            package.raw_copy_file(part).unwrap();
        }
    }
    let bytes = package.finish().unwrap().into_inner();
    let workbook = read(WorkbookFormat::Xlsx, &bytes);
    assert!(workbook.has_more);
    assert_eq!(cells(&workbook.sheets[0]), ["A1 \"Date\""]);
}
