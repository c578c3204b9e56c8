//! A report in parts that every format for people has: headings, paragraphs, tables and lists.

use identifiers::text::SafeText;

/// A report as headings, paragraphs, tables and lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title.
    pub title: SafeText,
    /// What follows it.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of a section.
    Heading(SafeText),
    /// A paragraph.
    Paragraph(SafeText),
    /// A name and what it is, several times.
    Facts(Vec<(SafeText, SafeText)>),
    /// A table with a header row.
    Table(Table),
    /// A list.
    Items(Vec<ListItem>),
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
