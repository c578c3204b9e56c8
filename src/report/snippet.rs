//! A diagnostic drawn in the lines of its file, with everything masked that could identify
//! somebody.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Drawn, Origin, Renderer, Snippet};

use closed_words::grouped;
use identifiers::redact::{RedactedOnce, is_unprintable};
use identifiers::text::SafeText;
use located::diagnostic::{Diagnostic, Label, Level};
use located::source::{Source, SourceId, Sources, Span};

/// Lines longer than this are not shown, only named: nobody reads them, and they may be data.
const LONGEST_LINE: usize = 400;

/// Of texts larger than this, in bytes, no lines are shown: all of a text is searched for what its lines
/// must not show, and that takes many times its size.
const LARGEST_TEXT: usize = 16 << 20;

/// So many places of one finding are shown; of a project there may be thousands.
const MOST_PLACES: usize = 20;

/// Places in one file that are further apart than this are drawn as pieces of their own.
const FURTHEST: usize = 60;

/// Draws diagnostics, with or without colour.
pub struct Drawing<'s> {
    sources: &'s Sources,
    /// Every finding under a clause shows the same lines of the charter.
    redacted: &'s RedactedOnce<'s>,
    /// What is hidden in each text, worked out when the first place in it is drawn: lines by
    /// themselves may not show that they are part of an identifier.
    hidden: Vec<OnceLock<Vec<Range<usize>>>>,
    renderer: Renderer,
}

/// What is drawn: a title with its level, places, and remarks below.
pub(crate) struct Picture<'p> {
    pub(crate) level: Drawn<'p>,
    pub(crate) id: &'p str,
    pub(crate) title: SafeText,
    pub(crate) labels: Vec<Label>,
    pub(crate) notes: Vec<SafeText>,
    pub(crate) help: Option<SafeText>,
}

impl<'s> Drawing<'s> {
    /// Without colour the drawing is ASCII, so that it pastes anywhere.
    pub fn new(sources: &'s Sources, redacted: &'s RedactedOnce<'s>, colour: bool) -> Self {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Drawing {
            sources,
            redacted,
            hidden: std::iter::repeat_with(OnceLock::new)
                .take(sources.len())
                .collect(),
            renderer: renderer.decor_style(DecorStyle::Ascii),
        }
    }

    /// A fault of a file.
    pub fn fault(&self, fault: &Diagnostic) -> SafeText {
        let level = match fault.level {
            Level::Error => Drawn::ERROR,
            Level::Warning => Drawn::WARNING,
            Level::Note => Drawn::NOTE,
        };
        self.draw(Picture {
            level,
            id: fault.code,
            title: self.redacted.redact_lines(&fault.message),
            labels: fault.labels.clone(),
            notes: Vec::new(),
            help: fault
                .help
                .as_ref()
                .map(|help| self.redacted.redact_lines(help)),
        })
    }

    pub(crate) fn draw(&self, picture: Picture<'_>) -> SafeText {
        let clean = |text: &SafeText| shown(text.as_str());
        let mut group = picture
            .level
            .primary_title(clean(&picture.title))
            .id(picture.id.to_owned())
            .elements(std::iter::empty::<
                Snippet<'_, annotate_snippets::Annotation<'_>>,
            >());
        for (source, labels) in by_source(&some_of(&picture.labels)) {
            group = self.place(group, source, &labels);
        }
        if let Some(more) = picture.labels.len().checked_sub(MOST_PLACES)
            && more > 0
        {
            let more = format!("and {} more places", grouped(more));
            group = group.element(Drawn::NOTE.message(more));
        }
        for note in &picture.notes {
            group = group.element(Drawn::NOTE.message(clean(note)));
        }
        if let Some(help) = &picture.help {
            group = group.element(Drawn::HELP.message(clean(help)));
        }
        let drawn = self.renderer.render(&[group]);
        if picture.labels.iter().any(|label| self.is_transcript(label)) {
            return SafeText::assume_safe(without_bare_marks(&drawn));
        }
        SafeText::assume_safe(drawn)
    }

    fn is_transcript(&self, label: &Label) -> bool {
        self.sources
            .get(label.span.source)
            .is_some_and(Source::is_transcript)
    }
}

/// A drawing without marks for a further file where no file is named: a cell's address stands above
/// it already.
fn without_bare_marks(drawn: &str) -> String {
    let named = |line: &&str| anstream::adapter::strip_str(line).to_string().trim() != ":::";
    let lines: Vec<&str> = drawn.lines().filter(named).collect();
    lines.join("\n")
}

/// The first places, and the last, which is the charter's.
fn some_of(labels: &[Label]) -> Vec<&Label> {
    if labels.len() <= MOST_PLACES {
        return labels.iter().collect();
    }
    labels
        .iter()
        .take(MOST_PLACES - 1)
        .chain(labels.last())
        .collect()
}

/// Labels by file, the file of the first label first.
fn by_source<'l>(labels: &[&'l Label]) -> Vec<(SourceId, Vec<&'l Label>)> {
    let mut groups: Vec<(SourceId, Vec<&'l Label>)> = Vec::new();
    for label in labels.iter().copied() {
        match groups
            .iter_mut()
            .find(|(source, _)| *source == label.span.source)
        {
            Some((_, group)) => group.push(label),
            None => groups.push((label.span.source, vec![label])),
        }
    }
    groups
}

impl<'s> Drawing<'s> {
    /// Adds the places in one file, in one piece when they are near to each other.
    fn place(&self, group: Group<'s>, id: SourceId, labels: &[&Label]) -> Group<'s> {
        let Some(source) = self.sources.get(id) else {
            return group;
        };
        // The lines of a transcript are not those of the file: each cell stands by itself, under its
        // address.
        if source.is_transcript() {
            return labels.iter().enumerate().fold(group, |group, (at, label)| {
                self.cell(group, id, source, label, at == 0)
            });
        }
        let lines = |label: &Label| source.line_column(label.span.start).0;
        let first = labels.iter().map(|label| lines(label)).min().unwrap_or(1);
        let last = labels.iter().map(|label| lines(label)).max().unwrap_or(1);
        if last - first <= FURTHEST
            && let Some(snippet) = self.piece(id, source, labels, true)
        {
            return group.element(snippet);
        }
        labels.iter().enumerate().fold(group, |group, (at, label)| {
            if let Some(snippet) = self.piece(id, source, &[label], at == 0) {
                return group.element(snippet);
            }
            let (line, column) = source.line_column(label.span.start);
            group.element(
                Origin::path(self.redacted.redact(source.name()).to_string())
                    .line(line)
                    .char_column(column),
            )
        })
    }

    /// Adds one cell of a table, or one property of a calendar's entry, under its address.
    fn cell(
        &self,
        group: Group<'s>,
        id: SourceId,
        source: &'s Source,
        label: &Label,
        is_primary: bool,
    ) -> Group<'s> {
        let address = self
            .redacted
            .redact(&source.address(label.span))
            .to_string();
        let group = group.element(Origin::path(address));
        match self.piece(id, source, &[label], is_primary) {
            Some(snippet) => group.element(snippet.path(None::<&str>).line_numbering(false)),
            None => group,
        }
    }

    fn piece(
        &self,
        id: SourceId,
        source: &'s Source,
        labels: &[&Label],
        first_is_primary: bool,
    ) -> Option<Snippet<'s, annotate_snippets::Annotation<'s>>> {
        let start = labels.iter().map(|label| label.span.range().start).min()?;
        let end = labels.iter().map(|label| label.span.range().start).max()?;
        let is_too_long = source.longest_line_around(start..end) > LONGEST_LINE;
        if is_too_long || source.text().len() > LARGEST_TEXT {
            return None;
        }
        let (line, offset, text) = source.lines_around(start..end);
        let shown = self.lines(id, source, offset, text);
        let shown = without_small_counts_in(&shown, source, id, offset, text);
        let mut snippet = Snippet::source(shown.clone())
            .line_start(line)
            .path(self.redacted.redact(source.name()).to_string());
        for (at, label) in labels.iter().enumerate() {
            let range = label.span.range();
            let from = text.get(..range.start.checked_sub(offset)?)?;
            let line_end = text
                .get(from.len()..)?
                .find('\n')
                .map_or(text.len(), |more| from.len() + more);
            let to = text.get(..range.end.checked_sub(offset)?.min(line_end).max(from.len()))?;
            let kind = if at == 0 && first_is_primary {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let annotation = kind.span(place_in(&shown, from)..place_in(&shown, to));
            let words = (!label.text.is_empty())
                .then(|| self::shown(self.redacted.redact_lines(&label.text).as_str()));
            snippet = snippet.annotation(annotation.label(words));
        }
        Some(snippet)
    }

    /// Lines of a file as they may be shown: without what the whole file hides, and without what
    /// they would hide by themselves.
    fn lines(&self, id: SourceId, source: &Source, offset: usize, text: &str) -> String {
        let whole = self
            .hidden
            .get(id.index())
            .map(|hidden| hidden.get_or_init(|| self.redacted.redactor().ranges(source.text())));
        let stretches = whole.map_or(&[][..], Vec::as_slice);
        let first = stretches.partition_point(|stretch| stretch.end <= offset);
        let mut stretches = stretches.iter().skip(first).peekable();
        let alone = self.redacted.ranges(text);
        let mut alone = alone.iter().peekable();
        let lines: String = text
            .char_indices()
            .map(|(at, character)| {
                while alone.next_if(|stretch| stretch.end <= at).is_some() {}
                let by_itself = alone.peek().is_some_and(|stretch| stretch.contains(&at));
                let at = offset + at;
                while stretches.next_if(|stretch| stretch.end <= at).is_some() {}
                let hide = stretches
                    .peek()
                    .is_some_and(|stretch| stretch.contains(&at));
                // The lines themselves must stay where they are.
                if (hide || by_itself) && character != '\n' {
                    '*'
                } else {
                    character
                }
            })
            .collect();
        shown(&without_small_counts(&lines))
    }
}

/// Lines of a record with small numbers of children hidden (`cyp: 3`): with a need or a school
/// beside it, such a number can tell who they were. From five on, it is shown.
fn without_small_counts(lines: &str) -> String {
    let mut out: Vec<char> = lines.chars().collect();
    let key: Vec<char> = "cyp".chars().collect();
    let mut at = 0;
    while at + key.len() <= out.len() {
        let rest = out.get(at + key.len()..).unwrap_or(&[]);
        let is_key = rest
            .iter()
            .find(|sign| !matches!(sign, ' ' | '"' | '\''))
            .is_some_and(|sign| *sign == ':');
        if !is_key || out.get(at..at + key.len()) != Some(key.as_slice()) {
            at += 1;
            continue;
        }
        at += key.len();
        while out
            .get(at)
            .is_some_and(|sign| matches!(sign, ' ' | ':' | '"' | '\''))
        {
            at += 1;
        }
        let follows = out.get(at + 1).copied();
        let single = !follows.is_some_and(|sign| sign.is_ascii_digit());
        if let Some(digit) = out
            .get_mut(at)
            .filter(|digit| single && ('0'..='4').contains(*digit))
        {
            *digit = '*';
        }
    }
    out.into_iter().collect()
}

/// From so many on, a number of children is shown.
const SMALL: u32 = 5;

/// Lines of a table as they are shown, without small numbers of children. `text` is what they were,
/// and `offset` where that begins.
fn without_small_counts_in(
    shown: &str,
    source: &Source,
    id: SourceId,
    offset: usize,
    text: &str,
) -> String {
    let mut at = offset;
    let lines = shown.split('\n').zip(text.split('\n'));
    let lines = lines.map(|(shown, was)| {
        let counts_children = source.counts_children(Span::new(id, at, at));
        at += was.len() + 1;
        if counts_children {
            Cow::Owned(without_small_count(shown))
        } else {
            Cow::Borrowed(shown)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A cell of a table in which children are counted, or people are named instead of counted: shown
/// only where it is one number that is not small.
fn without_small_count(line: &str) -> String {
    let from = line.find(": ").map_or(0, |at| at + 2);
    let (heading, value) = line.split_at(from);
    let bare = value.trim().trim_start_matches('~').trim_end_matches('+');
    let is_large = bare.len() < 6 && bare.parse::<u32>().is_ok_and(|count| count >= SMALL);
    let hidden = |sign: char| if sign.is_alphanumeric() { '*' } else { sign };
    if is_large {
        line.to_owned()
    } else {
        format!("{heading}{}", value.chars().map(hidden).collect::<String>())
    }
}

/// The byte in the shown text that stands for the end of a stretch of the original. Masking keeps
/// the number of characters, not of bytes.
fn place_in(shown: &str, before: &str) -> usize {
    shown
        .char_indices()
        .nth(before.chars().count())
        .map_or(shown.len(), |(at, _)| at)
}

/// A text without characters that act on their surroundings.
fn shown(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' => '\n',
            other if is_unprintable(other) => ' ',
            other => other,
        })
        .collect()
}
