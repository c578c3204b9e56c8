//! Where things stand: the texts that were read, and places in them. Imports nothing of ours.

mod lines;
mod transcript;

use std::sync::OnceLock;

pub use transcript::{Spot, Transcript, Written, letters};

/// Which text a place is in. Numbered in the order in which the texts were handed in, so that
/// sorting by place is sorting by file name and then by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

impl SourceId {
    /// The number itself, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The number that comes `more` places after this one.
    #[must_use]
    pub fn after(self, more: usize) -> SourceId {
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        SourceId(self.0.saturating_add(more))
    }
}

/// A stretch of bytes in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Places beyond 4 GiB are clamped; readers refuse such files before they get here.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span {
            source,
            start: clamp(start),
            end: clamp(end.max(start)),
        }
    }

    /// The bytes as a range into the text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// One file that was read: a charter or a file of records. Where the file is not a text of lines,
/// its text is a transcript.
#[derive(Debug)]
pub struct Source {
    name: String,
    within: Option<String>,
    contents: SourceContents,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters stand before every so many bytes, for lines that are long.
    characters: OnceLock<Vec<u32>>,
}

#[derive(Debug)]
enum SourceContents {
    Text(String),
    Transcript(Box<Transcript>),
}

impl Source {
    /// `name` is what people call the file: the path as they gave it.
    pub fn new(name: String, text: String) -> Self {
        Source::of(name, SourceContents::Text(text))
    }

    /// A file whose places are cells of tables or entries of calendars.
    pub fn transcribed(name: String, transcript: Transcript) -> Self {
        Source::of(name, SourceContents::Transcript(Box::new(transcript)))
    }

    fn of(name: String, contents: SourceContents) -> Self {
        Source {
            name,
            within: None,
            contents,
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        }
    }

    /// With its path from the folder of the charter, which is the same from wherever it is asked
    /// for.
    #[must_use]
    pub fn within(mut self, path: Option<String>) -> Self {
        self.within = path;
        self
    }

    /// The path as the user gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text, or what was written out of the file.
    pub fn text(&self) -> &str {
        match &self.contents {
            SourceContents::Text(text) => text,
            SourceContents::Transcript(transcript) => transcript.text(),
        }
    }

    /// Whether what is here was written out of the file: its lines are not those of the file.
    pub fn is_transcript(&self) -> bool {
        self.transcript().is_some()
    }

    fn transcript(&self) -> Option<&Transcript> {
        match &self.contents {
            SourceContents::Text(_) => None,
            SourceContents::Transcript(transcript) => Some(transcript),
        }
    }

    /// Whether a place is in the number of children that a row of a table gives.
    pub fn counts_children(&self, span: Span) -> bool {
        self.transcript()
            .is_some_and(|transcript| transcript.is_of_children(span.start))
    }

    /// Line and column (both from 1) of the start of a place in the file itself; nothing where
    /// the file has no lines. Where only the line is known, the column is 1.
    pub fn in_file(&self, span: Span) -> Option<(usize, usize)> {
        match self.transcript() {
            None => Some(self.line_column(span.start)),
            Some(transcript) => transcript.line_of(span.start).map(|line| (line, 1)),
        }
    }

    /// What people call a place that is not a line of a text: `Meetings!D14`, or the title and day
    /// of a calendar's entry.
    pub fn place(&self, span: Span) -> Option<String> {
        self.transcript()
            .and_then(|transcript| transcript.place(span.start))
    }

    /// Whether a place is a cell of a table.
    pub fn is_cell(&self, span: Span) -> bool {
        self.transcript()
            .is_some_and(|transcript| transcript.is_cell(span.start))
    }

    /// What stands above the column for a name in the table in which a place is.
    pub fn heading_of(&self, span: Span, name: &str) -> Option<String> {
        self.transcript()?.heading_of(span.start, name)
    }

    /// The name of the sheet that a place is in; nothing where the file has no sheets.
    pub fn sheet(&self, span: Span) -> Option<&str> {
        self.transcript()
            .and_then(|transcript| transcript.sheet_of(span.start))
    }

    /// The row of the cell that a place is in, from 1; nothing where the file is no table.
    pub fn row(&self, span: Span) -> Option<u32> {
        self.transcript()
            .and_then(|transcript| transcript.row_of(span.start))
    }

    /// The address that people use: `records/workshop.yaml:12:4`, `Log.xlsx › Meetings!D14`.
    pub fn address(&self, span: Span) -> String {
        if let Some(transcript) = self.transcript() {
            return transcript.address(&self.name, span.start);
        }
        let (line, column) = self.line_column(span.start);
        format!("{}:{line}:{column}", self.name)
    }
}

/// Every text of one run, and the only way from a place to words about it.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a text; the number that it gets never changes.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = self.next_id();
        self.0.push(source);
        id
    }

    /// The number that the next text will get.
    pub fn next_id(&self) -> SourceId {
        self.id_after(0)
    }

    /// The number of the text that comes `more` places after the next one. Files are read on
    /// several threads and added in order afterwards, so their numbers must be known beforehand.
    pub fn id_after(&self, more: usize) -> SourceId {
        SourceId(u32::try_from(self.0.len() + more).unwrap_or(u32::MAX))
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text that a place is in.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(id.0 as usize)
    }

    /// The name of the file that a place is in.
    pub fn name(&self, id: SourceId) -> &str {
        self.get(id).map_or("", Source::name)
    }

    /// The path of the file that a place is in, from the folder of the charter; nothing where that
    /// is not known.
    pub fn path_within(&self, id: SourceId) -> Option<&str> {
        self.get(id).and_then(|source| source.within.as_deref())
    }

    /// Line and column (both from 1) of the start of a place in the text.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        self.get(span.source)
            .map_or((1, 1), |source| source.line_column(span.start))
    }

    /// The address that people use: `records/workshop.yaml:12:4`, `Log.xlsx › Meetings!D14`.
    pub fn address(&self, span: Span) -> String {
        self.get(span.source)
            .map_or_else(String::new, |source| source.address(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let mut sources = Sources::default();
        let text = "title: café\nkind: x\n";
        let id = sources.add(Source::new("a.yaml".into(), text.into()));
        let at = |start: usize| sources.line_column(Span::new(id, start, start + 1));
        assert_eq!(at(0), (1, 1));
        // é takes two bytes and one column.
        assert_eq!(at(12), (1, 12));
        assert_eq!(at(13), (2, 1));
        assert_eq!(at(19), (2, 7));
        assert_eq!(sources.address(Span::new(id, 19, 20)), "a.yaml:2:7");
    }
}
