//! A report in parts that every format for people has: headings, paragraphs, tables and lists.

use super::reported::FindingKey;
use identifiers::safe;
use identifiers::text::SafeText;

/// A report as headings, paragraphs, tables and lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title.
    pub title: SafeText,
    /// The page that a meeting reads.
    pub page: Vec<Block>,
    /// The findings behind it, if they were asked for.
    pub details: Vec<Block>,
}

impl Document {
    /// What follows the title.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.page.iter().chain(&self.details)
    }
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of a section.
    Heading(SafeText),
    /// A paragraph.
    Paragraph(SafeText),
    /// Whether the charter was kept, in a word or two, and what more there is to say of it.
    Answer(SafeText, SafeText),
    /// A name and what it is, several times.
    Facts(Vec<(SafeText, SafeText)>),
    /// A table with a header row.
    Table(Table),
    /// A list.
    Items(Vec<ListItem>),
    /// A list of the page.
    Lines(Lines),
}

/// A list of the page, as long as its share of the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// Its lines.
    pub lines: Vec<Line>,
    /// How many more there are, and where, if there are more.
    pub more: Option<SafeText>,
}

/// What there is to say in a sentence: `Short notice (O4a1): 2 of 13 times`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about; a colon follows.
    pub lead: SafeText,
    /// What there is to say.
    pub said: SafeText,
    /// The first finding that it tells of.
    pub(crate) about: FindingKey,
    /// The clause that it tells of, where it is of one: by that it is named where there is no room for it.
    pub(crate) clause: Option<SafeText>,
}

impl Line {
    /// The whole sentence.
    pub fn text(&self) -> SafeText {
        safe!("{}: {}", self.lead, self.said)
    }
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The header.
    pub header: Vec<SafeText>,
    /// The rows, as long as the header.
    pub rows: Vec<Vec<SafeText>>,
    /// The first column that holds numbers; so do all after it.
    pub numbers_from: usize,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// What it is about.
    pub lead: SafeText,
    /// What there is to say, each with a word for what it is; that word may be empty.
    pub lines: Vec<(&'static str, SafeText)>,
}
