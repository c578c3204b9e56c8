//! The part of a report that says how things moved.

use super::document::{Block, Table};
use super::trend::{Moved, Trend};
use super::{Report, Tally};
use crate::rules::Verdict;
use working_days::day_and_year;

pub(super) fn blocks(report: &Report<'_>, blocks: &mut Vec<Block>) {
    let trend = report.trend();
    if trend.has_claims() || trend.has_two_years() {
        blocks.push(Block::Heading(YEARS.to_owned()));
    }
    blocks.extend(portfolio(report, &trend));
    blocks.extend(two_years(report, &trend));
    blocks.extend(since_earlier(report, &trend));
}

/// The heading over what moved within two years.
pub(crate) const YEARS: &str = "From year to year";

/// How many engagements claimed each rung, where any claims one.
pub(crate) fn portfolio(report: &Report<'_>, trend: &Trend<'_>) -> Vec<Block> {
    if !trend.has_claims() {
        return Vec::new();
    }
    vec![
        Block::Paragraph(
            "How many engagements claimed each rung of the ladder. Every rung has its place; what \
             counts is the whole, and where it moves."
                .to_owned(),
        ),
        Block::Table(ladder(report, trend)),
    ]
}

/// How often each promise was kept in two years, where there are both.
pub(crate) fn two_years(report: &Report<'_>, trend: &Trend<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if trend.has_two_years() {
        if let Some(years) = trend.years {
            blocks.push(Block::Paragraph(format!(
                "How often promises were kept, of how often they could be judged, in {} and in the \
                 year before.",
                years.spoken()
            )));
        }
        blocks.push(Block::Table(kept(report, trend)));
    }
    blocks
}

/// What moved since an earlier audit, where there is one.
pub(crate) fn since_earlier(report: &Report<'_>, trend: &Trend<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(earlier) = report.earlier {
        blocks.push(Block::Heading(format!(
            "Since the audit of {}",
            day_and_year(earlier.as_of)
        )));
        if earlier.charter != report.charter.digest {
            blocks.push(Block::Paragraph(
                "The charter has changed since then, so some of the difference may come from the \
                 charter and not from the work."
                    .to_owned(),
            ));
        }
        if trend.in_common == 0 {
            blocks.push(Block::Paragraph(
                "That audit has no promise in common with this one, so there is nothing to compare."
                    .to_owned(),
            ));
        } else if trend.against.is_empty() {
            blocks.push(Block::Paragraph(
                "No promise stands otherwise than then.".to_owned(),
            ));
        } else {
            blocks.push(Block::Table(since(report, &trend.against)));
        }
        if trend.in_common > 0 {
            super::since::blocks(report, earlier, &mut blocks);
        }
    }
    blocks
}

fn ladder(report: &Report<'_>, trend: &Trend<'_>) -> Table {
    // Highest first, as a ladder is drawn; those without a claim below it.
    let (claimed, none): (Vec<_>, Vec<_>) =
        trend.ladder.iter().partition(|rung| rung.name.is_some());
    let rows = claimed.into_iter().rev().chain(none).map(|rung| {
        vec![
            rung.name
                .as_deref()
                .map_or("no claim".to_owned(), |name| report.safe(name)),
            rung.before.to_string(),
            rung.now.to_string(),
        ]
    });
    Table {
        header: ["Rung", "Year before", "This year"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
        numbers_from: 1,
    }
}

fn kept(report: &Report<'_>, trend: &Trend<'_>) -> Table {
    let share = |tally: &Tally| format!("{} of {}", tally.count(Verdict::Met), tally.judged());
    let rows = trend.clauses.iter().map(|moved| {
        vec![
            moved.clause.id.clone(),
            report.safe(&moved.clause.says),
            share(&moved.before),
            share(&moved.now),
        ]
    });
    Table {
        header: ["Clause", "Promise", "Year before", "This year"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
        numbers_from: 2,
    }
}

fn since(report: &Report<'_>, against: &[Moved<'_>]) -> Table {
    let change = |moved: &Moved<'_>, verdict| {
        let (before, now) = (moved.before.count(verdict), moved.now.count(verdict));
        if before == now {
            now.to_string()
        } else {
            format!("{before} to {now}")
        }
    };
    let rows = against.iter().map(|moved| {
        vec![
            moved.clause.id.clone(),
            report.safe(&moved.clause.says),
            change(moved, Verdict::Met),
            change(moved, Verdict::NotMet),
            change(moved, Verdict::NotEvidenced),
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
        .map(str::to_owned)
        .into(),
        rows: rows.collect(),
        numbers_from: 2,
    }
}
