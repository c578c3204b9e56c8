//! A plan as a document for people.

use super::Plan;
use crate::report::page::incomplete;
use crate::report::words::{count_of, day_and_year, sentence};
use crate::report::{Block, Chance, Document, ListItem, Report, Task};
use crate::report_format::PLAN_TITLE;
use identifiers::safe;
use identifiers::text::SafeText;

/// Everything that is to be said of a proposed engagement.
pub fn plan_document(report: &Report<'_>, plan: &Plan<'_>) -> Document {
    let what = safe!("{}.", report.engagement(plan.record, true));
    let mut page = vec![
        Block::Paragraph(what),
        Block::Paragraph(report.planned_by()),
    ];
    page.extend(incomplete(report).map(Block::Paragraph));
    page.push(answer(plan));
    let late = plan.tasks.iter().filter(|task| task.is_overdue());
    let mut too_late: Vec<SafeText> = late.filter_map(|task| too_late(report, task)).collect();
    too_late.extend(plan.lost_in_words(report));
    section(&mut page, "Already too late", too_late);
    section(&mut page, "Clashes", clashes(report, plan));
    let ends = plan.record.ends_on(report.as_of()).get().copied();
    let in_time = |after: bool| -> Vec<SafeText> {
        let tasks = plan.tasks.iter().filter(|task| !task.is_overdue());
        let tasks = tasks.filter(|task| (task.due > ends) == after);
        tasks.filter_map(|task| to_do(report, task)).collect()
    };
    let before = if plan.record.is_open_period() {
        "To do before it closes"
    } else {
        "To do before it"
    };
    section(&mut page, before, in_time(false));
    section(&mut page, "To do afterwards", in_time(true));
    section(&mut page, "Nobody can say", plan.open_in_words(report));
    if let Some(choice) = &plan.choice {
        let facts = report.about_the_day(choice);
        if !facts.is_empty() {
            page.push(Block::Heading("The day".into()));
            page.push(Block::Facts(facts));
        }
    }
    Document {
        title: PLAN_TITLE.into(),
        page,
        details: Vec::new(),
    }
}

/// Whether everything can still be kept, in a line.
fn answer(plan: &Plan<'_>) -> Block {
    let late = plan.tasks.iter().filter(|task| task.is_overdue()).count() + plan.lost.len();
    let clashes = plan.choice.as_ref().is_some_and(|choice| {
        let mut others = choice.neighbours.iter();
        !choice.clashes.is_empty() || others.any(|other| other.is_at_the_same_time)
    });
    let answer = match (late, clashes) {
        (0, false) if !plan.open.is_empty() => {
            "Nothing is too late, as far as anybody can say.".into()
        }
        (0, false) => "Everything can still be done in time.".into(),
        (0, true) => "Everything can still be done in time, but the time clashes.".into(),
        (late, _) => safe!(
            "{} can no longer be done in time.",
            count_of(late, "things")
        ),
    };
    let more = match plan.in_time_from {
        Some(day) if late > 0 => {
            safe!("From {} on, nothing would be too late.", day_and_year(day))
        }
        Some(_) | None => SafeText::default(),
    };
    Block::Answer(answer, more)
}

fn section(page: &mut Vec<Block>, heading: &'static str, lines: Vec<SafeText>) {
    if lines.is_empty() {
        return;
    }
    let items = lines.into_iter().map(|lead| ListItem {
        lead,
        lines: Vec::new(),
    });
    page.push(Block::Heading(heading.into()));
    page.push(Block::Items(items.collect()));
}

fn clashes(report: &Report<'_>, plan: &Plan<'_>) -> Vec<SafeText> {
    let Some(choice) = &plan.choice else {
        return Vec::new();
    };
    let certain = choice.clashes.iter().map(|it| sentence(&report.safe(it)));
    let perhaps = choice.doubts.iter();
    let perhaps = perhaps.map(|it| safe!("Perhaps: {}.", report.safe(it)));
    let others = report.neighbours(choice);
    let others = others.iter().map(sentence);
    certain.chain(perhaps).chain(others).collect()
}

/// A task that can be done in time: by when and whose it is, and for which promises.
pub(super) fn to_do(report: &Report<'_>, task: &Task<'_>) -> Option<SafeText> {
    let first = task.first()?;
    let when = match task.due {
        Some(day) if day == report.as_of() => safe!("Today, {}", day_and_year(day)),
        Some(day) => safe!("By {}", day_and_year(day)),
        None => "As soon as it can be done".into(),
    };
    let serves = SafeText::listed(task.promises(), "and");
    let whose = report.whose(first);
    Some(safe!(
        "{}, {}: {}, for {}.",
        when,
        whose,
        task.to_do,
        serves
    ))
}

fn too_late(report: &Report<'_>, task: &Task<'_>) -> Option<SafeText> {
    let first = task.first()?;
    let promises = SafeText::listed(task.promises(), "and");
    let last = match task.due {
        Some(day) => safe!("the last day was {}", day_and_year(day)),
        None => "its time has passed".into(),
    };
    let latest = match task.chance {
        Chance::Late(until) => safe!(", by {} at the latest", day_and_year(until)),
        Chance::Mended | Chance::Kept => SafeText::default(),
    };
    let whose = report.whose(first);
    Some(safe!(
        "{}: {}. {} can still {}{}.",
        promises,
        last,
        whose.capitalised(),
        task.to_do,
        latest
    ))
}
