//! What falls due, as a document for people.

use chrono::NaiveDate;

use super::model::{Block, Document, Line, Lines};
use super::{Chance, Report, Task};
use crate::report_format::DUE_TITLE;
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::{Duration, NotCovered};

/// Which tasks are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct DueWindow {
    /// Those that fall due until this day; all where nobody says.
    pub until: Option<NaiveDate>,
    /// Only those whose day has passed.
    pub only_overdue: bool,
}

impl DueWindow {
    /// Whether a task is wanted. What is overdue always is, and so is what has no day.
    fn has(self, task: &Task<'_>) -> bool {
        let is_late = task.is_overdue();
        let is_in_time = !self.only_overdue
            && self
                .until
                .is_none_or(|until| task.due.is_none_or(|due| due <= until));
        is_late || is_in_time
    }
}

impl Report<'_> {
    /// The day until which something is within a time from the day for which the report speaks.
    ///
    /// # Errors
    /// That leaves the years of the bank holidays.
    pub fn day_within(&self, time: Duration) -> Result<NaiveDate, NotCovered> {
        self.promises().calendar.due(self.as_of(), time)
    }
}

/// The tasks that are wanted, the soonest first.
pub fn due<'a>(report: &Report<'a>, window: DueWindow) -> Vec<Task<'a>> {
    let mut tasks = report.tasks();
    tasks.retain(|task| window.has(task));
    tasks
}

/// They as a document: what is overdue, and what is still ahead.
pub fn due_document(report: &Report<'_>, tasks: &[Task<'_>], window: DueWindow) -> Document {
    let mut page = vec![Block::Paragraph(super::page::what(report))];
    page.extend(super::page::incomplete(report).map(Block::Paragraph));
    if tasks.is_empty() {
        let none = if window.only_overdue {
            "Nothing is overdue."
        } else {
            "Nothing falls due."
        };
        page.push(Block::Paragraph(none.into()));
    }
    for (heading, is_late) in [
        ("Overdue, and still worth doing", true),
        ("Still to come", false),
    ] {
        let of_kind = tasks.iter().filter(|task| task.is_overdue() == is_late);
        let lines: Vec<Line> = of_kind.filter_map(|task| line(report, task)).collect();
        if !lines.is_empty() {
            page.push(Block::Heading(heading.into()));
            page.push(Block::Lines(Lines { lines, more: None }));
        }
    }
    Document {
        title: DUE_TITLE.into(),
        page,
        details: Vec::new(),
    }
}

fn line(report: &Report<'_>, task: &Task<'_>) -> Option<Line> {
    let (lead, said) = report.task_in_words(task)?;
    let serves = safe!("for {}", SafeText::listed(task.promises(), "and"));
    let chance = match task.chance {
        Chance::Kept | Chance::Late(_) => SafeText::default(),
        Chance::Mended => "; late, but better than never".into(),
    };
    Some(Line {
        lead,
        said: safe!("{}, {}{}", said, serves, chance),
        about: task.first()?.key(),
        clause: None,
    })
}
