//! The files that a charter names: read once each, and numbered behind the charter.

use std::cell::RefCell;

use chrono::NaiveDate;
use located::diagnostic::Diagnostic;
use located::source::{Source, SourceId, Sources, Spanned, Transcript};
use school_terms::SchoolFile;
use working_days::Stretch;

/// Gives the bytes of a file that a charter names, such as a table of bank holidays or the calendar
/// of a school. The library does not touch the disk itself.
pub type FileLoader<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>, String>;

/// The files that a charter names.
pub(in crate::charter) struct NamedFiles<'a> {
    load: FileLoader<'a>,
    /// The folder of the charter as people know it, with its last slash.
    folder: String,
    /// The number that the first of them will have.
    first: SourceId,
    schools: RefCell<Vec<NamedSchool>>,
}

/// The file of a school that was read.
struct NamedSchool {
    named: String,
    bytes: Vec<u8>,
    transcript: Transcript,
    terms: SchoolTerms,
}

/// What the file of a school says of its terms.
#[derive(Debug, Clone)]
pub(super) struct SchoolTerms {
    pub(super) terms: Vec<Spanned<Stretch>>,
    pub(super) holidays: Vec<Spanned<Stretch>>,
    pub(super) inset: Vec<Spanned<NaiveDate>>,
    pub(super) passed_over: usize,
}

impl<'a> NamedFiles<'a> {
    /// Those of a charter of this name; the first will be the source of this number.
    pub(in crate::charter) fn new(load: FileLoader<'a>, charter: &str, first: SourceId) -> Self {
        let folder = charter.rfind(['/', '\\']).and_then(|at| charter.get(..=at));
        NamedFiles {
            load,
            folder: folder.unwrap_or_default().to_owned(),
            first,
            schools: RefCell::default(),
        }
    }

    /// The text of a file.
    pub(super) fn text(&self, named: &str) -> Result<String, String> {
        let bytes = (self.load)(named)?;
        String::from_utf8(bytes).map_err(|_| "the file is not text in UTF-8".to_owned())
    }

    /// What a school's file says, with what is wrong with it, which is said the first time only.
    pub(super) fn school(
        &self,
        named: &str,
        is_day_off: &dyn Fn(NaiveDate) -> bool,
    ) -> Result<(SchoolTerms, Vec<Diagnostic>), String> {
        let mut schools = self.schools.borrow_mut();
        if let Some(known) = schools.iter().find(|school| school.named == named) {
            return Ok((known.terms.clone(), Vec::new()));
        }
        let bytes = (self.load)(named)?;
        let id = self.first.after(schools.len());
        let read = school_terms::read(id, bytes.clone(), is_day_off);
        let SchoolFile {
            transcript,
            terms,
            holidays,
            inset,
            passed_over,
            faults,
        } = read;
        let terms = SchoolTerms {
            terms,
            holidays,
            inset,
            passed_over,
        };
        schools.push(NamedSchool {
            named: named.to_owned(),
            bytes,
            transcript,
            terms: terms.clone(),
        });
        Ok((terms, faults))
    }

    /// The bytes of the files of schools, in the order in which they were read.
    pub(in crate::charter) fn contents(&self) -> Vec<Vec<u8>> {
        let schools = self.schools.borrow();
        schools.iter().map(|school| school.bytes.clone()).collect()
    }

    /// Adds the files of schools to the texts of the run.
    pub(in crate::charter) fn add_to(self, sources: &mut Sources) {
        for school in self.schools.into_inner() {
            let name = format!("{}{}", self.folder, school.named);
            sources.add(Source::transcribed(name, school.transcript));
        }
    }
}
