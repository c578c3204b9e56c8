//! A calibration as a document for people: what a strategy group needs to know first, then each
//! standard by itself.

use super::words::{SHARES, promises, stands};
use super::{Calibrated, Calibration, Changes, Curve, Flip, Group, Relevance};
use crate::report::words::{count_of, grouped, sentence};
use crate::report::{Block, Document, ListItem, Report, Table, numbers, page};
use crate::report_format::CALIBRATION_TITLE;
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// So many verdicts of each kind are listed that would be others.
const MOST: usize = 20;

/// A part of the document, for those who add pictures to it.
pub(crate) enum Part<'c, 'a> {
    /// What stands in every format alike.
    Blocks(Vec<Block>),
    /// A standard by itself: its name, what is to be said of it, and the standard.
    Standard(SafeText, Vec<SafeText>, &'c Calibrated<'a>),
}

/// A calibration as a document.
pub fn calibration_document(report: &Report<'_>, calibration: &Calibration<'_>) -> Document {
    let mut page = Vec::new();
    for part in parts(report, calibration) {
        match part {
            Part::Blocks(blocks) => page.extend(blocks),
            Part::Standard(name, said, standard) => {
                page.push(Block::Heading(name));
                page.extend(said.into_iter().map(Block::Paragraph));
                page.push(Block::Table(curve_table(standard, true)));
                page.extend(groups_table(standard).map(Block::Table));
            }
        }
    }
    Document {
        title: CALIBRATION_TITLE.into(),
        page,
        details: Vec::new(),
    }
}

/// The parts of the document in their order.
pub(crate) fn parts<'c, 'a>(
    report: &Report<'_>,
    calibration: &'c Calibration<'a>,
) -> Vec<Part<'c, 'a>> {
    let mut first = vec![Block::Paragraph(page::what(report))];
    first.extend(page::incomplete(report).map(Block::Paragraph));
    first.extend(page::unread(report).map(Block::Paragraph));
    first.extend(numbers::in_a_sentence(report).map(Block::Paragraph));
    if let Some(changes) = &calibration.changes {
        first.extend(changed(changes));
    }
    first.extend(glance(calibration));
    first.extend(misses(calibration));
    first.extend(relevance(&calibration.relevance));
    if let Some(changes) = &calibration.changes {
        first.extend(flips(report, changes));
    }
    let mut parts = vec![Part::Blocks(first)];
    let counted = |one: &&Calibrated<'_>| one.curve.counted() > 0;
    for standard in calibration.standards.iter().filter(counted) {
        let mut said = vec![standard.basis(), standard.points()];
        said.extend(standard.near().map(|near| sentence(&near)));
        parts.push(Part::Standard(standard.name(), said, standard));
    }
    parts
}

/// Each standard in a row.
fn glance(calibration: &Calibration<'_>) -> Vec<Block> {
    let counted = |one: &&Calibrated<'_>| one.curve.counted() > 0;
    let standards = calibration.standards.iter();
    let rows: Vec<Vec<SafeText>> = standards
        .clone()
        .filter(counted)
        .map(|one| {
            let points = SHARES.iter().map(|share| point(&one.curve, *share));
            [one.name(), one.asked(), one.met_of(one.met())]
                .into_iter()
                .chain(points)
                .collect()
        })
        .collect();
    let mut blocks = vec![Block::Heading("Every number at a glance".into())];
    if rows.is_empty() {
        let none = "No promise with a number has anything that can be counted.";
        blocks.push(Block::Paragraph(none.into()));
    } else {
        let about = "How many met each number, and which number 50, 80 and 95 per cent of what is \
                     counted would have met, in its own unit. What was never done counts and meets \
                     no number; what has no evidence is left out.";
        blocks.push(Block::Paragraph(about.into()));
        blocks.push(Block::Table(Table {
            header: ["Promise", "Number", "Met", "50%", "80%", "95%"]
                .map(SafeText::own)
                .into(),
            rows,
            numbers_from: 2,
        }));
    }
    let nothing = standards.filter(|one| !counted(one));
    let nothing = nothing.map(|one| match one.beside.no_evidence {
        0 => one.name(),
        count => safe!("{}, {} without evidence", one.name(), grouped(count)),
    });
    let nothing: Vec<SafeText> = nothing.collect();
    if !nothing.is_empty() {
        let nothing = SafeText::joined(nothing, "; ");
        blocks.push(Block::Paragraph(safe!("Nothing to count: {}.", nothing)));
    }
    blocks
}

/// A value that so many per cent would have met.
fn point(curve: &Curve, share: usize) -> SafeText {
    let point = curve.point(share);
    point.map_or("none".into(), |point| safe!("{}", point))
}

/// Where most misses lie, for the standards that have any.
fn misses(calibration: &Calibration<'_>) -> Vec<Block> {
    let items = calibration.standards.iter().filter_map(|one| {
        let near = one.near()?;
        let total = one.misses.total();
        let lead = safe!("{}: {} missed it", one.name(), one.met_of(total));
        let mut lines = vec![("", near.capitalised())];
        for (what, groups) in [("By kind", &one.kinds), (one.held(), &one.parties)] {
            if let Some(missed) = one.missed_by(groups) {
                lines.push(("", safe!("{}: {}", what, missed)));
            }
        }
        Some(ListItem { lead, lines })
    });
    let items: Vec<ListItem> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading("Where most misses lie".into()),
        Block::Items(items),
    ]
}

/// Promises of which the audit says little.
fn relevance(relevance: &Relevance<'_>) -> Vec<Block> {
    let times = |count: usize| Some(count_of(count, "times"));
    let lists = [
        (
            "Always kept: perhaps done well, perhaps asking little",
            promises(&relevance.always_kept, |tally| {
                times(tally.count(Verdict::Kept))
            }),
        ),
        (
            "Mostly explained: when not kept, explained more often than not",
            promises(&relevance.mostly_explained, |tally| {
                let explained = tally.count(Verdict::Explained);
                let all = explained + tally.count(Verdict::NotKept);
                Some(safe!("{} of {}", grouped(explained), grouped(all)))
            }),
        ),
        (
            "Never shown: the records could not show it once",
            promises(&relevance.never_shown, |tally| {
                times(tally.count(Verdict::NoEvidence))
            }),
        ),
        (
            "Never tested: nothing in these records falls under it",
            promises(&relevance.never_came_up, |_| None),
        ),
    ];
    let lists = lists.into_iter().filter(|(_, all)| !all.is_empty());
    let items: Vec<ListItem> = lists
        .map(|(lead, all)| ListItem {
            lead: lead.into(),
            lines: vec![("", all)],
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading("Promises to look at".into()),
        Block::Items(items),
    ]
}

/// What would change.
fn changed(changes: &Changes<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading("What would change".into())];
    if let Some(file) = &changes.file {
        let words = safe!("The same records, judged by {} instead.", file);
        blocks.push(Block::Paragraph(words));
    }
    if changes.clauses.is_empty() && changes.file.is_none() {
        let same = "What was set is what the charter says already.";
        blocks.push(Block::Paragraph(same.into()));
    }
    if !changes.clauses.is_empty() {
        let asked = changes.clauses.iter().map(|one| {
            let name = one.clause.promise_name().unwrap_or_default();
            ListItem {
                lead: safe!("{} ({})", name, one.clause.id()),
                lines: vec![("now", one.now.clone()), ("then", one.then.clone())],
            }
        });
        blocks.push(Block::Items(asked.collect()));
    }
    let [lost, won, other] = by_way(changes).map(|(_, flips)| flips.len());
    let mut counts = safe!(
        "Of {} judged again, {} would be kept that {} not now, {} would no longer be kept, and {} \
         would change otherwise.",
        count_of(changes.compared, "checks"),
        grouped(won),
        if won == 1 { "is" } else { "are" },
        grouped(lost),
        grouped(other)
    );
    for (count, whose) in [
        (changes.only_now, "only this charter has"),
        (changes.only_then, "only the other has"),
    ] {
        if count > 0 {
            counts.push(safe!(" {} {}.", count_of(count, "checks"), whose));
        }
    }
    blocks.push(Block::Paragraph(counts));
    blocks
}

/// The verdicts that would be others, by what would become of them.
fn by_way<'c, 'a>(changes: &'c Changes<'a>) -> [(&'static str, Vec<&'c Flip<'a>>); 3] {
    let mut ways = [
        ("Would no longer be kept", Vec::new()),
        ("Would be kept", Vec::new()),
        ("Would change otherwise", Vec::new()),
    ];
    let [(_, lost), (_, won), (_, other)] = &mut ways;
    for flip in &changes.flips {
        if flip.is_lost() {
            lost.push(flip);
        } else if flip.is_won() {
            won.push(flip);
        } else {
            other.push(flip);
        }
    }
    ways
}

/// The verdicts that would be others, one by one.
fn flips(report: &Report<'_>, changes: &Changes<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (heading, flips) in by_way(changes) {
        if !flips.is_empty() {
            blocks.push(Block::Heading(heading.into()));
            blocks.extend(listed(report, &flips));
        }
    }
    blocks
}

fn listed(report: &Report<'_>, flips: &[&Flip<'_>]) -> Vec<Block> {
    let items = flips.iter().take(MOST).map(|flip| {
        let said = |finding| safe!("{}: {}", stands(finding), report.describe(finding).words);
        ListItem {
            lead: flip.lead(report),
            lines: vec![("now", said(flip.now)), ("then", said(flip.then))],
        }
    });
    let mut blocks = vec![Block::Items(items.collect())];
    if flips.len() > MOST {
        let more = grouped(flips.len() - MOST);
        let words = safe!("And {} more, which `--format json` lists.", more);
        blocks.push(Block::Paragraph(words));
    }
    blocks
}

/// How long the bar of all is.
const BAR: &str = "####################";

/// How many would have met each value, drawn with signs where nobody draws it better.
pub(crate) fn curve_table(one: &Calibrated<'_>, has_bars: bool) -> Table {
    let steps = one.steps();
    let counted = one.curve.counted();
    let rows = one.rows();
    let widest = rows.iter().map(|row| row.to_string().len()).max();
    let rows = rows.into_iter().map(|value| {
        let met = one.curve.met(value);
        let marks = steps.iter().filter(|(_, step)| *step == value);
        let marks = marks.map(|(what, _)| SafeText::own(what));
        let points = SHARES
            .iter()
            .filter(|share| one.curve.point(**share) == Some(value));
        let points = points.map(|share| safe!("{}%", *share));
        let marks = SafeText::joined(marks.chain(points), ", ");
        let short = widest.unwrap_or(0) - value.to_string().len();
        let indent = BLANKS.get(..short).unwrap_or("");
        let mut row = vec![safe!("{}{}", indent, one.in_unit(value))];
        if has_bars {
            row.push(bar(met, counted));
        }
        row.extend([marks, one.met_of(met)]);
        row
    });
    let mut header: Vec<SafeText> = vec!["Number".into()];
    if has_bars {
        header.push("Would have met it".into());
    }
    header.push("What it is".into());
    header.push(if has_bars { "" } else { "Would have met it" }.into());
    Table {
        numbers_from: header.len() - 1,
        header,
        rows: rows.collect(),
    }
}

const BLANKS: &str = "          ";

/// A count as a bar, full only for all and empty only for none.
fn bar(met: usize, counted: usize) -> SafeText {
    let full = BAR.len();
    let length = (met * full).div_ceil(counted.max(1));
    let length = if met < counted {
        length.min(full - 1)
    } else {
        length
    };
    BAR.get(..length).unwrap_or(BAR).into()
}

/// The same by kind and by who held it; nothing where there is one of each alone.
pub(crate) fn groups_table(one: &Calibrated<'_>) -> Option<Table> {
    let row = |what: SafeText, group: &Group| -> Vec<SafeText> {
        let counted = group.curve.counted();
        let met = group.curve.met(one.required());
        let met = safe!("{} of {}", grouped(met), grouped(counted));
        let points = SHARES.iter().map(|share| point(&group.curve, *share));
        let left = match group.no_evidence {
            0 => "-".into(),
            count => grouped(count),
        };
        [what, met]
            .into_iter()
            .chain(points)
            .chain([left])
            .collect()
    };
    let kinds = one.kinds.iter();
    let kinds = kinds.map(|group| row(group.name.capitalised(), group));
    let parties = one.parties.iter();
    let parties = parties.map(|group| row(safe!("{} {}", one.held(), group.name), group));
    let rows: Vec<Vec<SafeText>> = kinds.chain(parties).collect();
    (!rows.is_empty()).then(|| Table {
        header: ["Of these", "Met", "50%", "80%", "95%", "No evidence"]
            .map(SafeText::own)
            .into(),
        rows,
        numbers_from: 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_for_all_and_empty_only_for_none() {
        let length = |met, counted| bar(met, counted).as_str().len();
        assert_eq!((length(0, 7), length(7, 7)), (0, 20));
        assert_eq!((length(1, 1_000), length(999, 1_000)), (1, 19));
        // A half of twenty is ten; a third, a little more than six.
        assert_eq!((length(3, 6), length(1, 3)), (10, 7));
    }
}
