//! The part of a report that says how things moved.

use super::model::{Block, Table};
use super::trend::{Moved, Trend};
use super::words::day_and_year;
use super::{Report, Tally};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

pub(super) fn blocks(report: &Report<'_>, blocks: &mut Vec<Block>) {
    let trend = report.trend();
    if trend.has_claims() || trend.has_two_years() {
        blocks.push(Block::Heading(YEARS.into()));
    }
    blocks.extend(portfolio(&trend));
    blocks.extend(two_years(&trend));
    blocks.extend(since_earlier(report, &trend));
}

/// The heading over what moved within two years.
pub(crate) const YEARS: &str = "From year to year";

/// How many engagements claimed each rung, where any claims one.
pub(crate) fn portfolio(trend: &Trend<'_>) -> Vec<Block> {
    if !trend.has_claims() {
        return Vec::new();
    }
    vec![
        Block::Paragraph(
            "How many engagements claimed each rung of the ladder. Every rung has its place; what \
             counts is the whole, and where it moves."
                .into(),
        ),
        Block::Table(ladder(trend)),
    ]
}

/// How often each promise was kept in two years, where there are both.
pub(crate) fn two_years(trend: &Trend<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if trend.has_two_years() {
        if let Some(years) = trend.years {
            blocks.push(Block::Paragraph(safe!(
                "How often promises were kept, of how often they could be judged, in {} and in the \
                 year before.",
                years.spoken()
            )));
        }
        blocks.push(Block::Table(kept(trend)));
    }
    blocks
}

/// What moved since an earlier audit, where there is one.
pub(crate) fn since_earlier(report: &Report<'_>, trend: &Trend<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(earlier) = report.earlier {
        blocks.push(Block::Heading(safe!(
            "Since the audit of {}",
            day_and_year(earlier.as_of)
        )));
        if earlier.charter != report.charter.digest {
            blocks.push(Block::Paragraph(
                "The charter has changed since then, so some of the difference may come from the \
                 charter and not from the work."
                    .into(),
            ));
        }
        if trend.in_common == 0 {
            blocks.push(Block::Paragraph(
                "That audit has no promise in common with this one, so there is nothing to compare."
                    .into(),
            ));
        } else if trend.against.is_empty() {
            blocks.push(Block::Paragraph(
                "No promise has changed since then.".into(),
            ));
        } else {
            blocks.push(Block::Table(since(&trend.against)));
        }
        if trend.in_common > 0 {
            super::since::blocks(report, earlier, &mut blocks);
        }
    }
    blocks
}

/// The same in a few words: without the promises and findings one by one.
pub(super) fn since_in_short(report: &Report<'_>) -> Vec<Block> {
    if report.earlier.is_none() {
        return Vec::new();
    }
    let mut blocks = since_earlier(report, &report.trend());
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    let lists = blocks.iter().skip(1).position(is_heading);
    blocks.truncate(lists.map_or(blocks.len(), |at| at + 1));
    blocks.retain(|block| matches!(block, Block::Heading(_) | Block::Paragraph(_)));
    blocks
}

fn ladder(trend: &Trend<'_>) -> Table {
    // Highest first, as a ladder is drawn; those without a claim below it.
    let (claimed, none): (Vec<_>, Vec<_>) =
        trend.ladder.iter().partition(|rung| rung.name.is_some());
    let rows = claimed.into_iter().rev().chain(none).map(|rung| {
        vec![
            rung.name.clone().unwrap_or("no claim".into()),
            safe!("{}", rung.before),
            safe!("{}", rung.now),
        ]
    });
    Table {
        header: ["Rung", "Year before", "This year"]
            .map(SafeText::own)
            .into(),
        rows: rows.collect(),
        numbers_from: 1,
    }
}

fn kept(trend: &Trend<'_>) -> Table {
    let share = |tally: &Tally| safe!("{} of {}", tally.count(Verdict::Kept), tally.judged());
    let rows = trend.clauses.iter().map(|moved| {
        vec![
            moved.clause.id(),
            moved.clause.says(),
            share(&moved.before),
            share(&moved.now),
        ]
    });
    Table {
        header: ["Clause", "Promise", "Year before", "This year"]
            .map(SafeText::own)
            .into(),
        rows: rows.collect(),
        numbers_from: 2,
    }
}

fn since(against: &[Moved<'_>]) -> Table {
    let change = |moved: &Moved<'_>, verdict| {
        let (before, now) = (moved.before.count(verdict), moved.now.count(verdict));
        if before == now {
            safe!("{}", now)
        } else {
            safe!("{} to {}", before, now)
        }
    };
    let rows = against.iter().map(|moved| {
        vec![
            moved.clause.id(),
            moved.clause.says(),
            change(moved, Verdict::Kept),
            change(moved, Verdict::NotKept),
            change(moved, Verdict::NoEvidence),
            change(moved, Verdict::Explained),
        ]
    });
    Table {
        header: [
            "Clause",
            "Promise",
            "Kept",
            "Not kept",
            "No evidence",
            "Explained",
        ]
        .map(SafeText::own)
        .into(),
        rows: rows.collect(),
        numbers_from: 2,
    }
}
