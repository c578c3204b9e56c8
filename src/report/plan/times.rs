//! Several times for a proposed engagement, as documents for people.

use super::{at_school, not_working, slot_words};
use crate::charter::Clause;
use crate::plan::{Choice, Search};
use crate::report::page::incomplete;
use crate::report::words::{count_of, day, day_and_year, sentence, time};
use crate::report::{Block, Document, ListItem, Report, Table};
use crate::report_format::TIMES_TITLE;
use crate::rules::Rule;
use engagement_records::record::Engagement;
use identifiers::safe;
use identifiers::text::SafeText;

/// The best times that were found, each with its reasons.
pub fn search_document(
    report: &Report<'_>,
    record: &Engagement,
    search: Search,
    best: &[Choice<'_>],
) -> Document {
    let what = safe!(
        "{}; {} to {}, {} days looked at.",
        report.engagement(record, false),
        day_and_year(search.first),
        day_and_year(search.last),
        (search.last - search.first).num_days() + 1
    );
    let mut page = vec![
        Block::Paragraph(what),
        Block::Paragraph(report.planned_by()),
    ];
    page.extend(incomplete(report).map(Block::Paragraph));
    if best.is_empty() {
        page.push(Block::Paragraph("All of these days have passed.".into()));
    }
    let items = best.iter().map(|choice| ListItem {
        lead: slot_words(choice.slot),
        lines: reasons(report, choice)
            .into_iter()
            .map(|it| ("", it))
            .collect(),
    });
    page.push(Block::Items(items.collect()));
    Document {
        title: TIMES_TITLE.into(),
        page,
        details: Vec::new(),
    }
}

/// Times that somebody named, side by side.
pub fn comparison_document(
    report: &Report<'_>,
    record: &Engagement,
    choices: &[Choice<'_>],
) -> Document {
    let what = safe!("{}.", report.engagement(record, false));
    let mut page = vec![
        Block::Paragraph(what),
        Block::Paragraph(report.planned_by()),
    ];
    page.extend(incomplete(report).map(Block::Paragraph));
    if let Some(best) = choices.first() {
        let mut others = best.neighbours.iter();
        let clashes = !best.clashes.is_empty() || others.any(|other| other.is_at_the_same_time);
        let what: SafeText = match (best.too_late.is_empty(), clashes) {
            (true, false) => "Best:".into(),
            (true, true) => "None of these is without a clash; the least bad is".into(),
            (false, _) => "For none of these is there time for everything; the least bad is".into(),
        };
        let answer = safe!("{} {}.", what, slot_words(best.slot));
        page.push(Block::Answer(answer, SafeText::default()));
    }
    let header = [SafeText::default()].into_iter();
    let header: Vec<SafeText> = header
        .chain(choices.iter().map(|it| slot_words(it.slot)))
        .collect();
    let row = |name: &'static str, cell: &dyn Fn(&Choice<'_>) -> SafeText| {
        let mut row = vec![name.into()];
        row.extend(choices.iter().map(cell));
        row
    };
    let mut rows = vec![
        row("Too late for", &|it| or_nothing(too_late(report, it))),
        row("Clashes", &|it| or_nothing(clashes(report, it))),
        row("Perhaps", &|it| or_nothing(doubts(report, it))),
        row("That day", &|it| or_nothing(report.neighbours(it))),
        row("Schools", &|it| or_nothing(schools(report, it))),
        row("Offices", &|it| {
            it.not_working.map_or("open", not_working).into()
        }),
        row("Parents' hours", &|it| preferred(report, it)),
        row("Still to do", &|it| or_nothing(still_to_do(it, false))),
    ];
    // A row that says nothing of any of them only takes room.
    rows.retain(|row| row.iter().skip(1).any(|cell| cell.as_str() != NOTHING));
    let numbers_from = header.len();
    page.push(Block::Table(Table {
        header,
        rows,
        numbers_from,
    }));
    Document {
        title: TIMES_TITLE.into(),
        page,
        details: Vec::new(),
    }
}

/// A time in words, part by part.
pub(crate) struct TimeInWords {
    /// The promises that could not be kept any more.
    pub(crate) too_late: Vec<SafeText>,
    /// What it clashes with.
    pub(crate) clashes: Vec<SafeText>,
    /// What it may clash with.
    pub(crate) doubts: Vec<SafeText>,
    /// What else is held that day.
    pub(crate) neighbours: Vec<SafeText>,
    /// What the day is at each school.
    pub(crate) schools: Vec<(SafeText, SafeText)>,
    /// Why the organisations do not work that day.
    pub(crate) not_working: Option<&'static str>,
    /// What speaks for it and against it, a sentence each.
    pub(crate) reasons: Vec<SafeText>,
}

impl TimeInWords {
    pub(crate) fn of(report: &Report<'_>, choice: &Choice<'_>) -> Self {
        let schools = choice.at_schools.iter().map(|at| {
            let school = report.name(&at.school);
            (school, at_school(at.day, choice.slot.day))
        });
        TimeInWords {
            too_late: too_late(report, choice),
            clashes: clashes(report, choice),
            doubts: doubts(report, choice),
            neighbours: report.neighbours(choice),
            schools: schools.collect(),
            not_working: choice.not_working.map(not_working),
            reasons: reasons(report, choice),
        }
    }
}

const NOTHING: &str = "-";

fn or_nothing(all: Vec<SafeText>) -> SafeText {
    if all.is_empty() {
        NOTHING.into()
    } else {
        SafeText::joined(all, "; ")
    }
}

/// What speaks for and against a time, a sentence each.
fn reasons(report: &Report<'_>, choice: &Choice<'_>) -> Vec<SafeText> {
    let mut reasons = Vec::new();
    let too_late = too_late(report, choice);
    reasons.push(if too_late.is_empty() {
        "Everything can still be done in time.".into()
    } else {
        safe!("Too late for {}.", SafeText::listed(too_late, "and"))
    });
    let (clashes, doubts) = (clashes(report, choice), doubts(report, choice));
    if clashes.is_empty() && doubts.is_empty() {
        reasons.push("Clear of school times.".into());
    }
    reasons.extend(clashes.iter().map(sentence));
    reasons.extend(doubts.iter().map(|doubt| safe!("Perhaps: {}.", doubt)));
    reasons.extend(report.neighbours(choice).iter().map(sentence));
    let schools = schools(report, choice);
    if !schools.is_empty() {
        reasons.push(safe!(
            "At the schools: {}.",
            SafeText::joined(schools, "; ")
        ));
    }
    if let Some(why) = choice.not_working {
        reasons.push(safe!("Offices: {}.", not_working(why)));
    }
    if choice.is_outside_preferred {
        reasons.push(safe!(
            "Outside the hours that suit parents best, {}.",
            hours(report)
        ));
    }
    let still_to_do = still_to_do(choice, true);
    if !still_to_do.is_empty() {
        reasons.push(safe!("To do: {}.", SafeText::joined(still_to_do, "; ")));
    }
    reasons
}

fn name(report: &Report<'_>, clause: &Clause) -> SafeText {
    let promise = report.safe(clause.judged.rule().map_or("", Rule::promise));
    safe!("{} ({})", promise, report.name(&clause.id))
}

fn too_late(report: &Report<'_>, choice: &Choice<'_>) -> Vec<SafeText> {
    let late = choice.too_late.iter().map(|it| match it.last {
        Some(last) => safe!("{}, last day {}", name(report, it.clause), day(last)),
        None => name(report, it.clause),
    });
    late.collect()
}

fn clashes(report: &Report<'_>, choice: &Choice<'_>) -> Vec<SafeText> {
    choice.clashes.iter().map(|it| report.safe(it)).collect()
}

fn doubts(report: &Report<'_>, choice: &Choice<'_>) -> Vec<SafeText> {
    choice.doubts.iter().map(|it| report.safe(it)).collect()
}

/// How the schools stand; one word where all of them are alike.
fn schools(report: &Report<'_>, choice: &Choice<'_>) -> Vec<SafeText> {
    let on = choice.slot.day;
    let mut schools = choice.at_schools.iter();
    let Some(first) = schools.next() else {
        return Vec::new();
    };
    let count = choice.at_schools.len();
    if count > 1 && schools.all(|it| it.day == first.day) {
        let all = match count {
            2 => "both schools".into(),
            count => safe!("all {}", count_of(count, "schools")),
        };
        return vec![safe!("{}: {}", all, at_school(first.day, on))];
    }
    let each = choice.at_schools.iter();
    each.map(|it| safe!("{}: {}", report.name(&it.school), at_school(it.day, on)))
        .collect()
}

fn preferred(report: &Report<'_>, choice: &Choice<'_>) -> SafeText {
    if choice.is_outside_preferred {
        safe!("outside {}", hours(report))
    } else {
        NOTHING.into()
    }
}

fn hours(report: &Report<'_>) -> SafeText {
    let preferred = report.promises().calendar.school_day.preferred;
    safe!("{} to {}", time(preferred.from), time(preferred.to))
}

/// What has a last day before the engagement, each thing once: `send the notice by Mon 30 Nov`.
fn still_to_do(choice: &Choice<'_>, only_before: bool) -> Vec<SafeText> {
    let mut all: Vec<_> = choice.still_to_do.iter().collect();
    all.retain(|it| it.last != choice.slot.day && (!only_before || it.last < choice.slot.day));
    all.sort_by_key(|it| it.last);
    let mut lines: Vec<SafeText> = Vec::new();
    for it in all {
        let line = safe!("{} by {}", it.to_do, day(it.last));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
