//! The report as a Word document, ready for minutes: real headings, lists and tables, page numbers,
//! and nothing that runs.

mod body;

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::format::Description;
use crate::report::{Report, document};
use body::{Body, escaped};
use identifiers::text::SafeText;

/// The parts that are the same in every document.
const PARTS: [(&str, &str); 7] = [
    (
        "[Content_Types].xml",
        include_str!("parts/content-types.xml"),
    ),
    ("_rels/.rels", include_str!("parts/package.rels")),
    (
        "word/_rels/document.xml.rels",
        include_str!("parts/document.rels"),
    ),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/footer1.xml", include_str!("parts/footer.xml")),
    ("docProps/app.xml", include_str!("parts/app.xml")),
];

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "docx",
    endings: &["docx"],
    about: "For people: a Word document for minutes",
    is_text: false,
    render: |report, out| out.write_all(&render(report)?),
};

/// Writes the document.
///
/// # Errors
/// Only when there is not enough memory for it.
pub(super) fn render(report: &Report<'_>) -> io::Result<Vec<u8>> {
    let document = document(report);
    let body = Body::of(&document);
    let core = core(&document.title, report);
    let own = [
        ("word/document.xml", body.document()),
        ("word/numbering.xml", body.numbering()),
        ("docProps/core.xml", core),
    ];
    // Without a time of its own, every file would be that of the moment it was written.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let fixed = PARTS.iter().map(|(name, text)| (*name, *text));
    let all = fixed.chain(own.iter().map(|(name, text)| (*name, text.as_str())));
    for (name, text) in all {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The properties by which people find a document. It was made on the day that it speaks for: any
/// other would make it another file each time.
fn core(title: &SafeText, report: &Report<'_>) -> String {
    let day = report.as_of();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>charter-audit</dc:creator>\
         <dc:language>en-GB</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         </cp:coreProperties>\n",
        escaped(title.as_str()),
        escaped(report.charter_title().as_str()),
    )
}
