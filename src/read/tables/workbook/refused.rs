//! Why a workbook cannot be read, said for people.

use super::limits::{LONGEST, MOST_TEXT, MOST_UNPACKED};
use crate::read::item::Job;
use crate::read::tables::limits::Excess;
use located::diagnostic::Diagnostic;

const LOOK_AND_SAVE: &str = "open it in a spreadsheet program, look whether everything is there, and \
     save it as .xlsx; or fetch it again";
const SAVE_AS_XLSX: &str = "open it in a spreadsheet program and save it as .xlsx";

/// Why a file gives no sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// There is nothing in it.
    Empty,
    /// It opens with a password.
    Protected,
    /// Its end is missing.
    CutOff,
    /// It breaks the rules of its format.
    Damaged,
    /// A row, counted from 1 as its sheet is, is said to be repeated or to hold repeated cells, but
    /// not how often.
    Repeated {
        /// The number of the sheet.
        sheet: usize,
        /// The number of the row.
        row: u32,
    },
    /// Unpacked it would be too large.
    TooLarge,
    /// It has more rows or cells than are read.
    TooMany(Excess),
    /// Its texts are longer than what is read.
    TooMuchText,
    /// A single text is longer than what is read.
    TooLong,
    /// A part of it has more pieces than are read.
    TooManyPieces,
    /// It has more parts or sheets than are read.
    TooManyParts,
    /// It is something else: what, and what to do.
    Other(&'static str, &'static str),
}

impl Refused {
    /// Another kind of spreadsheet, which a program can turn into one that is read.
    pub(super) const fn convertible(what: &'static str) -> Self {
        Refused::Other(what, SAVE_AS_XLSX)
    }

    /// The fault of the file.
    pub(super) fn told(self, job: &Job<'_>) -> Diagnostic {
        let fault = |code, message: String, help| job.fault(code, message).help(help);
        match self {
            Refused::Empty => fault(
                "not-a-workbook",
                "this file is empty".into(),
                "it may not have been copied or downloaded to the end; fetch it again",
            ),
            Refused::Protected => fault(
                "protected",
                "this workbook is protected by a password and cannot be opened".into(),
                "open it with the password and save a copy without one",
            ),
            Refused::CutOff => fault(
                "cut-off",
                "the end of this workbook is missing; it seems to be cut off".into(),
                "it may not have been copied or downloaded to the end; fetch it again",
            ),
            Refused::Damaged => fault(
                "damaged",
                "this workbook is damaged and cannot be read".into(),
                LOOK_AND_SAVE,
            ),
            Refused::Repeated { sheet, row } => fault(
                "damaged",
                format!(
                    "this workbook is damaged: in row {row} of its sheet {sheet}, something is to \
                     be repeated, but not a number of times"
                ),
                LOOK_AND_SAVE,
            ),
            Refused::Other(what, help) => fault(
                "not-a-workbook",
                format!("this is {what}, not a workbook in .xlsx, .xls or .ods"),
                help,
            ),
            Refused::TooLarge
            | Refused::TooMany(_)
            | Refused::TooMuchText
            | Refused::TooLong
            | Refused::TooManyPieces
            | Refused::TooManyParts => self.too_large(job),
        }
    }

    fn too_large(self, job: &Job<'_>) -> Diagnostic {
        let why = match self {
            Refused::TooMany(excess) => excess.why(),
            Refused::TooMuchText => {
                format!("its texts come to more than {} MB", MOST_TEXT >> 20)
            }
            Refused::TooLong => {
                format!("one text in it is longer than {} MB", LONGEST >> 20)
            }
            Refused::TooManyPieces => {
                "it has more rows, cells and styles, blank ones included, than are read".into()
            }
            Refused::TooManyParts => "it has too many parts or sheets".into(),
            Refused::TooLarge
            | Refused::Empty
            | Refused::Protected
            | Refused::CutOff
            | Refused::Damaged
            | Refused::Repeated { .. }
            | Refused::Other(..) => {
                format!("unpacked it is larger than {} MB", MOST_UNPACKED >> 20)
            }
        };
        job.fault(
            "too-large",
            format!("this workbook is too large to be read: {why}"),
        )
        .help(Excess::HELP)
    }
}
