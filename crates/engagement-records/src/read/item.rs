//! What every format's reader gives: records as trees, one after the other, and what else there is
//! to say of the file.

use std::collections::BTreeMap;

use super::file::{ReadSettings, stem};
use super::{Format, most_faults, previous_reports};
use crate::fields::KeptAs;
use crate::record::{ImportSettings, Record, Unsearched};
use calendar_files::Superseded;
use closed_words::{grouped, listed};
use identifiers::text::Unredacted;
use located::diagnostic::Diagnostic;
use located::source::{Source, SourceId, Span, Spanned, Transcript};
use located::tree::Node;

/// The code of a document with more values than may be in memory at once.
pub(crate) const TOO_MANY_VALUES: &str = "too-many-values";

/// What to say of such a document, at the value that was one too many.
pub(crate) fn too_many_values(place: Span, most: usize) -> Diagnostic {
    let most = grouped(most);
    let message = format!(
        "this document has more than {most} values, as many as the memory allowed to this run has room \
         for; nothing in it was read"
    );
    Diagnostic::error(TOO_MANY_VALUES, place, message).help(
        "put each record into a document or a line of its own, or allow more memory with `--memory`",
    )
}

/// One record as a reader found it, before anyone asks what it means.
pub(crate) struct Item<'t, 's> {
    /// Its fields.
    pub(crate) node: &'t Node<'s>,
    /// What tells it apart in its file; nothing where it is the only one.
    pub(crate) mark: Option<String>,
    /// What stands in the file for this record and was not understood.
    pub(crate) beside: Vec<Beside>,
    /// What the places of its fields lead into.
    pub(crate) text: &'t str,
    /// How it is kept, where fields that are absent have no place in its file. Rows of a table have
    /// blank fields only because others have something there.
    pub(crate) kept_as: Option<KeptAs>,
}

/// Something that a file says for a record and that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beside {
    /// Where a field of the record should be that cannot be read, or that is no evidence; nothing
    /// where no field is meant.
    pub(crate) field: Option<Span>,
    /// What stands above it, or the name of it.
    pub(crate) heading: String,
    /// What is written there.
    pub(crate) text: String,
}

/// Something that stands beside a record, and where in the record's text.
#[derive(Debug)]
pub(crate) struct Aside {
    pub(crate) at: Span,
    beside: Beside,
}

impl Aside {
    /// What was written for a field at a place and cannot be read.
    pub(crate) fn of_field(at: Span, text: String) -> Self {
        let heading = String::new();
        let field = Some(at);
        let beside = Beside {
            field,
            heading,
            text,
        };
        Aside { at, beside }
    }

    /// What was written under a name, in the record that a place is in, and is no field of it.
    pub(crate) fn of_none(at: Span, name: &str, text: String) -> Self {
        let beside = Beside {
            field: None,
            heading: name.to_owned(),
            text,
        };
        Aside { at, beside }
    }
}

impl From<Aside> for Beside {
    fn from(aside: Aside) -> Self {
        aside.beside
    }
}

impl<'t, 's> Item<'t, 's> {
    /// A record with nothing beside it.
    pub(crate) fn new(node: &'t Node<'s>, mark: Option<String>, text: &'t str) -> Self {
        Item {
            node,
            mark,
            beside: Vec::new(),
            text,
            kept_as: None,
        }
    }

    /// Whether something stands beside it of which nobody knows what it means.
    pub(crate) fn says_more(&self) -> bool {
        self.beside.iter().any(|beside| beside.field.is_none())
    }

    /// What is written at a place of the record.
    pub(crate) fn written(&self, place: Span) -> &'t str {
        let text = self.text.get(place.range()).unwrap_or("").trim();
        let inner = text.strip_prefix('"');
        inner
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap_or(text)
    }
}

/// Takes the records of a file one after the other, so that nobody need hold all of them, and says
/// whether each one became a record.
pub(crate) type Take<'f> = dyn FnMut(Item<'_, '_>, &mut Vec<Diagnostic>) -> bool + 'f;

/// What a reader knows of a file besides its bytes.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    /// The number that the file's text will have.
    pub(crate) id: SourceId,
    /// The path as people know it.
    pub(crate) name: &'a str,
    /// The format that it is in.
    pub(crate) format: Format,
    /// How all files are read.
    pub(crate) settings: &'a ReadSettings<'a>,
    /// What is said about tables and calendars, by the charter and beside the file.
    pub(crate) imports: &'a ImportSettings,
    /// What other calendars that are read with this one say of its entries.
    pub(crate) superseded: Option<&'a Superseded>,
}

impl Job<'_> {
    /// What an item says as a record; nothing where it is none, which is a fault.
    pub(crate) fn record(
        &self,
        item: &Item<'_, '_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Record> {
        let mark = item.mark.as_deref();
        Record::read(
            item.node,
            stem(self.name),
            mark,
            item.kept_as,
            &self.settings.words,
            faults,
        )
    }

    /// A fault of the file as a whole.
    pub(crate) fn fault(&self, code: &'static str, message: impl Into<Unredacted>) -> Diagnostic {
        Diagnostic::error(code, Span::new(self.id, 0, 0), message)
    }

    /// Whether another calendar says better what this one says, so that it may hold no record.
    pub(crate) fn is_read_elsewhere(&self) -> bool {
        self.superseded.is_some_and(Superseded::leaves_out_some)
    }

    /// What to say of a file that holds nothing at all.
    pub(crate) fn no_record(&self) -> Diagnostic {
        self.fault("no-record", "there is no record in this file")
            .warning()
    }

    /// What to say of a file that somebody asked for and that holds no record, with the reason where
    /// it was not meant to.
    pub(super) fn asked_for_nothing(&self, left_out: Option<&str>) -> Diagnostic {
        if left_out == Some(previous_reports::WHY) {
            let message = "this file is a report that this program wrote, and holds no records";
            return self
                .fault("previous-report", message)
                .help("name the files or the folder with the records that it was made of");
        }
        let fault = self.fault("no-record", "there is no record in this file");
        match self.format {
            Format::Markdown => fault.help(
                "a record stands at the very top of a Markdown file, between two lines with `---`; \
                 between them write what the text is about, such as `title: Strategy group`, \
                 `date: 2026-03-24` and `kind: meeting`, each on a line of its own",
            ),
            Format::Yaml
            | Format::Json
            | Format::JsonLines
            | Format::Csv
            | Format::Tsv
            | Format::Xlsx
            | Format::Xls
            | Format::Ods
            | Format::Calendar => fault,
        }
    }

    /// What to say of a file that could not be read as YAML, and whose name says nothing else.
    pub(super) fn unknown_ending(&self) -> Diagnostic {
        let known = Format::endings().map(|ending| format!(".{ending}"));
        self.fault(
            "unknown-ending",
            "this file was read as YAML, because the ending of its name says nothing else",
        )
        .help(format!(
            "save it as one of the kinds that are read, with a name that ends in {}",
            listed(known, "or")
        ))
    }
}

/// What a file says, for looking at and pointing into.
pub(crate) enum Contents {
    /// The file is a text.
    Text(String),
    /// The file is something else, and this was written out of it.
    Transcript(Transcript),
}

/// What came of a file besides its records.
pub(crate) struct Scan {
    pub(crate) contents: Contents,
    /// Every fault.
    pub(crate) faults: Vec<Diagnostic>,
    /// Every text that reads differently from how the file spells it.
    pub(crate) rewritten: Vec<Spanned<String>>,
    /// Something that may have been a record could not be read at all.
    pub(crate) lost: bool,
    /// Not all of the file could be decoded, and what was not may say anything.
    pub(crate) undecoded: bool,
    /// It has texts that are not read on purpose, so that nobody searches them.
    pub(crate) unsearched: Option<Unsearched>,
    /// Why the whole file is left out, as one that holds no records and was not meant to.
    pub(crate) left_out: Option<&'static str>,
    /// What was left unread on purpose, counted by what it is.
    pub(crate) passed_over: BTreeMap<String, usize>,
}

impl Scan {
    /// A file of which there is nothing more to say.
    pub(crate) fn of(contents: Contents) -> Self {
        Scan {
            contents,
            faults: Vec::new(),
            rewritten: Vec::new(),
            lost: false,
            undecoded: false,
            unsearched: None,
            left_out: None,
            passed_over: BTreeMap::new(),
        }
    }

    /// A file that holds no records and was not meant to, with the reason.
    pub(crate) fn left_out(why: &'static str, contents: Contents) -> Self {
        Scan {
            left_out: Some(why),
            ..Scan::of(contents)
        }
    }

    /// A file that could not be read at all.
    pub(crate) fn refused(readable: String, fault: Option<Diagnostic>) -> Self {
        Scan {
            faults: fault.into_iter().collect(),
            lost: true,
            undecoded: true,
            ..Scan::of(Contents::Text(readable))
        }
    }

    /// The source to keep, and the rest with no more faults than anybody reads.
    pub(crate) fn finish(
        mut self,
        name: String,
        within: Option<String>,
        settings: &ReadSettings<'_>,
    ) -> (Source, Scan) {
        // What is not well formed is searched as it is written: escapes in it are not read.
        let is_broken = |fault: &Diagnostic| matches!(fault.code, "not-yaml" | "not-json");
        self.undecoded |= self.faults.iter().any(is_broken);
        self.faults = most_faults::no_more_than(settings.limits.faults, self.faults);
        let contents = std::mem::replace(&mut self.contents, Contents::Text(String::new()));
        let source = match contents {
            Contents::Text(text) => Source::new(name, text),
            Contents::Transcript(transcript) => Source::transcribed(name, transcript),
        };
        (source.within(within), self)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    use crate::read::{Limits, Period, ReportMarks};
    use crate::record::{Parties, Vocabulary};
    use located::source::Sources;

    /// By what reports are known in tests.
    pub(crate) const MARKS: ReportMarks = ReportMarks {
        program: "auditor",
        titles: &["How it went"],
        format: "report/",
        tables: &[&["Clause", "Promise"]],
        baseline: "auditor-baseline/",
        is_fingerprint: |word| word == "abc",
    };

    /// Of an area that has only these words.
    pub(crate) fn settings<'a>(
        parties: &'a Parties,
        imports: &'a ImportSettings,
        period: Period,
    ) -> ReadSettings<'a> {
        ReadSettings {
            words: Vocabulary {
                parties,
                schools: &[],
                ladder: &[],
                local: &[],
                imports,
            },
            period,
            join: true,
            reports: MARKS,
            limits: Limits::default(),
        }
    }

    /// Runs a test with what a reader would know of a file.
    pub(crate) fn job<T>(format: Format, test: impl FnOnce(&Job<'_>) -> T) -> T {
        let parties = Parties::default();
        let imports = ImportSettings::default();
        let settings = settings(&parties, &imports, Period::default());
        test(&Job {
            id: Sources::default().next_id(),
            name: "file",
            format,
            settings: &settings,
            imports: &imports,
            superseded: None,
        })
    }
}
