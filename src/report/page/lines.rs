//! How many lines there are, and which section gets how many of them.

use super::super::model::{Block, Line, Lines};
use super::super::words::grouped;
use super::super::wrap;
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// So many lines of text are one side of A4.
pub(super) const PAGE: usize = 60;

/// As wide as what stands before an item, and before what is said of a party.
const NUMBER: &str = "    ";
const NAME: &str = "             ";

/// Lines that a section takes besides its items: its heading, the line below it, and a blank one.
const HEADING: usize = 3;

/// What a section of the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// What somebody can do now.
    ToDo,
    /// Promises of which at least one finding has this verdict.
    Verdict(Verdict),
}

/// So many clauses are named in the line that says how many more there are.
const MOST_NAMED: usize = 6;

/// A section of the page.
pub(crate) struct Section {
    pub(crate) heading: &'static str,
    pub(crate) about: About,
    pub(crate) lines: Lines,
}

/// A section before it is known how much room it has.
pub(super) struct Wanted {
    pub(super) heading: &'static str,
    pub(super) about: About,
    /// Its share of the lines, beside those of the others.
    pub(super) share: usize,
    pub(super) lines: Vec<Line>,
}

impl Wanted {
    /// How many lines it would like.
    fn height(&self) -> usize {
        self.lines.iter().map(line_height).sum()
    }

    /// As many lines as fit, and how many more there are.
    fn within(self, room: usize, rest: Rest) -> Section {
        let mut lines = self.lines;
        let (mut left, mut fit) = (room, 0);
        for line in &lines {
            let takes = line_height(line);
            // The last line says how many more there are.
            let kept_back = usize::from(fit + 1 < lines.len());
            if takes + kept_back > left && fit > 0 {
                break;
            }
            left = left.saturating_sub(takes);
            fit += 1;
        }
        let further = lines.split_off(fit).into_iter().map(|line| line.clause);
        let further: Vec<Option<SafeText>> = further.collect();
        let more = (!further.is_empty()).then(|| rest.more(&further));
        Section {
            heading: self.heading,
            about: self.about,
            lines: Lines { lines, more },
        }
    }
}

/// Where everything that does not fit on the page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Below the page.
    Below,
    /// In a report that was not asked for.
    Elsewhere,
}

impl Rest {
    /// How many more there are, by clause where each is of one: nothing that was not kept goes unnamed.
    fn more(self, further: &[Option<SafeText>]) -> SafeText {
        let count = grouped(further.len());
        let clauses: Option<Vec<&SafeText>> = further.iter().map(Option::as_ref).collect();
        let named = clauses.map_or_else(SafeText::default, |clauses| {
            let first = SafeText::joined(clauses.iter().take(MOST_NAMED).copied(), ", ");
            let cut = if clauses.len() > MOST_NAMED {
                ", …"
            } else {
                ""
            };
            safe!(" ({}{})", first, cut)
        });
        match self {
            Rest::Below => safe!("and {} more{}, below", count, named),
            Rest::Elsewhere => safe!("and {} more{}: `--details`", count, named),
        }
    }
}

/// The sections that have something to say, in so many lines together. What one does not need the
/// others get.
pub(super) fn fitted(wanted: Vec<Wanted>, lines: usize, rest: Rest) -> Vec<Section> {
    let mut wanted = wanted;
    wanted.retain(|section| !section.lines.is_empty());
    let mut left = lines.saturating_sub(wanted.len() * HEADING);
    let mut shares: usize = wanted.iter().map(|section| section.share).sum();
    let mut given = vec![0_usize; wanted.len()];
    // Those first that need least of their share, so that what is left over is known.
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let need = |at: &usize| {
        let section = wanted.get(*at);
        section.map_or(0, |section| section.height() * 100 / section.share)
    };
    order.sort_by_key(need);
    for at in order {
        let (Some(section), Some(given)) = (wanted.get(at), given.get_mut(at)) else {
            continue;
        };
        let share = left * section.share / shares.max(1);
        *given = section.height().min(share).max(1);
        left = left.saturating_sub(*given);
        shares -= section.share;
    }
    let sections = wanted.into_iter().zip(given);
    sections
        .map(|(section, lines)| section.within(lines, rest))
        .collect()
}

/// How many lines a block takes, with the blank one before it.
pub(super) fn height(block: &Block) -> usize {
    1 + match block {
        Block::Heading(_) => 2,
        Block::Paragraph(text) => wrapped("", "", text),
        Block::Answer(answer, more) => wrapped("", "", &safe!("{} {}", answer, more)),
        Block::Facts(facts) => facts
            .iter()
            .map(|(name, fact)| wrapped(&format!("{:<13}", format!("{name}:")), NAME, fact))
            .sum(),
        Block::Table(table) => table.rows.len() + 4,
        Block::Items(items) => items
            .iter()
            .map(|item| wrapped(NUMBER, NUMBER, &item.lead))
            .sum(),
        Block::Lines(all) => {
            let lines: usize = all.lines.iter().map(line_height).sum();
            lines + usize::from(all.more.is_some())
        }
    }
}

fn line_height(line: &Line) -> usize {
    wrapped(NUMBER, NUMBER, &line.text())
}

/// How many lines a text takes behind what stands before the first and the further ones.
fn wrapped(first: &str, further: &str, text: &SafeText) -> usize {
    let mut lines = String::new();
    wrap(&mut lines, first, further, text);
    let mut ascii = String::new();
    wrap(&mut ascii, first, further, widened(text));
    lines.lines().count().max(ascii.lines().count())
}

/// A text as wide as it is in ASCII, where one sign takes the room of three.
fn widened(text: &SafeText) -> SafeText {
    match text.split_once("…") {
        Some((before, after)) => safe!("{}...{}", before, widened(&after)),
        None => text.clone(),
    }
}
