//! How many lines there are, and which section gets how many of them.

use super::super::model::{Block, ListItem};
use super::super::words::grouped;
use super::super::wrap;
use identifiers::safe;
use identifiers::text::SafeText;

/// So many lines of text are one side of A4.
pub(super) const PAGE: usize = 60;

/// As wide as what stands before an item, and before what is said of a party.
const NUMBER: &str = "    ";
const NAME: &str = "             ";

/// Lines that a section takes besides its items: its heading, the line below it, and a blank one.
const HEADING: usize = 3;

/// A section of the page before it is known how much room it has.
pub(super) struct Section {
    heading: &'static str,
    /// Its share of the lines, beside those of the others.
    share: usize,
    items: Vec<SafeText>,
}

impl Section {
    pub(super) fn new(heading: &'static str, share: usize, items: Vec<SafeText>) -> Self {
        Section {
            heading,
            share,
            items,
        }
    }

    /// How many lines it would like.
    fn wanted(&self) -> usize {
        self.items.iter().map(item_height).sum()
    }

    /// As many items as fit, and how many more there are.
    fn within(self, lines: usize) -> [Block; 2] {
        let mut left = lines;
        let mut shown: Vec<ListItem> = Vec::new();
        let count = self.items.len();
        let mut items = self.items.into_iter().enumerate().peekable();
        while let Some((at, item)) = items.next() {
            let takes = item_height(&item);
            // The last line says how many more there are.
            let kept_back = usize::from(items.peek().is_some());
            if takes + kept_back > left && at > 0 {
                let more = grouped(count - at);
                let lead = safe!("and {} more: `--details`", more);
                shown.push(ListItem {
                    lead,
                    lines: Vec::new(),
                });
                break;
            }
            left = left.saturating_sub(takes);
            shown.push(ListItem {
                lead: item,
                lines: Vec::new(),
            });
        }
        [Block::Heading(self.heading.into()), Block::Items(shown)]
    }
}

/// The sections that have something to say, in so many lines together. What one does not need the
/// others get.
pub(super) fn fitted(sections: Vec<Section>, lines: usize) -> Vec<Block> {
    let mut sections = sections;
    sections.retain(|section| !section.items.is_empty());
    let mut left = lines.saturating_sub(sections.len() * HEADING);
    let mut shares: usize = sections.iter().map(|section| section.share).sum();
    let mut given = vec![0_usize; sections.len()];
    // Those first that need least of their share, so that what is left over is known.
    let mut order: Vec<usize> = (0..sections.len()).collect();
    let need = |at: &usize| {
        sections
            .get(*at)
            .map_or(0, |section| section.wanted() * 100 / section.share)
    };
    order.sort_by_key(need);
    for at in order {
        let (Some(section), Some(given)) = (sections.get(at), given.get_mut(at)) else {
            continue;
        };
        *given = section
            .wanted()
            .min(left * section.share / shares.max(1))
            .max(1);
        left = left.saturating_sub(*given);
        shares -= section.share;
    }
    sections
        .into_iter()
        .zip(given)
        .flat_map(|(section, lines)| section.within(lines))
        .collect()
}

/// How many lines a block takes, with the blank one before it.
pub(super) fn height(block: &Block) -> usize {
    1 + match block {
        Block::Heading(_) => 2,
        Block::Paragraph(text) => wrapped("", "", text),
        Block::Facts(facts) => facts
            .iter()
            .map(|(name, fact)| wrapped(&format!("{:<13}", format!("{name}:")), NAME, fact))
            .sum(),
        Block::Table(table) => table.rows.len() + 4,
        Block::Items(items) => items.iter().map(|item| item_height(&item.lead)).sum(),
    }
}

fn item_height(item: &SafeText) -> usize {
    wrapped(NUMBER, NUMBER, item)
}

/// How many lines a text takes behind what stands before the first and the further ones.
fn wrapped(first: &str, further: &str, text: &SafeText) -> usize {
    let mut lines = String::new();
    wrap(&mut lines, first, further, text);
    lines.lines().count()
}
