//! What somebody can do now, by when: first what is overdue and can still be mended, then what falls
//! due in the next weeks, a line for each thing to do.

use chrono::{Days, NaiveDate};

use super::super::model::Line;
use super::super::words::{count_of, day_and_year};
use super::super::{Chance, Report, ReportedFinding, Task};
use identifiers::safe;
use identifiers::text::SafeText;

/// What falls due in so many days stands on the page.
const AHEAD: Days = Days::new(28);

/// The list, what is overdue first.
pub(super) fn lines(report: &Report<'_>) -> Vec<Line> {
    let (late, ahead): (Vec<Task<'_>>, Vec<Task<'_>>) =
        report.tasks().into_iter().partition(Task::is_overdue);
    let mut lines = overdue(report, late);
    lines.extend(coming(report, ahead));
    lines
}

/// One thing to do that is overdue, whose it is, until when it still helps, and for which records.
struct Overdue<'a> {
    to_do: &'static str,
    whose: SafeText,
    chance: Chance,
    findings: Vec<ReportedFinding<'a>>,
}

/// What can still be mended: one line for each thing to do and whose it is, however many records it
/// is for. What only helps before an event comes first.
fn overdue(report: &Report<'_>, tasks: Vec<Task<'_>>) -> Vec<Line> {
    let mut all: Vec<Overdue<'_>> = Vec::new();
    for task in tasks {
        // Of its promises, the one that was to be kept first speaks for it.
        let Some(first) = task
            .serves
            .iter()
            .min_by_key(|it| (it.due().is_none(), it.due()))
        else {
            continue;
        };
        let whose = report.whose(*first);
        let mut known = all.iter_mut();
        let same = known
            .find(|it| (it.to_do, it.chance) == (task.to_do, task.chance) && it.whose == whose);
        match same {
            Some(same) => same.findings.push(*first),
            None => all.push(Overdue {
                to_do: task.to_do,
                whose,
                chance: task.chance,
                findings: vec![*first],
            }),
        }
    }
    all.sort_by_key(|it| {
        let most = std::cmp::Reverse(it.findings.len());
        let until = it.until();
        (
            until.is_none(),
            until,
            it.since().is_none(),
            most,
            it.since(),
        )
    });
    all.iter().filter_map(|it| it.line(report)).collect()
}

impl Overdue<'_> {
    /// The earliest day by which it was to be done.
    fn since(&self) -> Option<NaiveDate> {
        self.findings.iter().filter_map(|it| it.due()).min()
    }

    fn until(&self) -> Option<NaiveDate> {
        match self.chance {
            Chance::Late(until) => Some(until),
            Chance::Kept | Chance::Mended => None,
        }
    }

    fn line(&self, report: &Report<'_>) -> Option<Line> {
        let oldest = self.findings.iter().min_by_key(|it| (it.due(), it.day()))?;
        let since = match self.since() {
            Some(day) => safe!("Overdue since {}", day_and_year(day)),
            None => "Still open".into(),
        };
        let latest = self
            .until()
            .map(|day| safe!(", at the latest by {}", day_and_year(day)));
        let for_what = match self.findings.len() {
            1 => report.subject(*oldest),
            many => safe!(
                "{}, the oldest {}",
                count_of(many, "records"),
                report.subject(*oldest)
            ),
        };
        Some(Line {
            lead: safe!("{}, {}", since, self.whose),
            said: safe!(
                "{}{} ({})",
                self.to_do,
                latest.unwrap_or_default(),
                for_what
            ),
            about: oldest.key(),
            clause: None,
        })
    }
}

/// What falls due: all that is to be done for one record by one day together.
fn coming(report: &Report<'_>, mut tasks: Vec<Task<'_>>) -> Vec<Line> {
    let last = report.due_by().unwrap_or_else(|| {
        let ahead = report.as_of().checked_add_days(AHEAD);
        ahead.unwrap_or(NaiveDate::MAX)
    });
    tasks.retain(|task| task.due.is_some_and(|due| due <= last));
    let subject = |task: &Task<'_>| task.first().map(ReportedFinding::subject_at);
    tasks.sort_by_key(|task| (task.due, subject(task)));
    let together =
        tasks.chunk_by(|one, other| one.due == other.due && subject(one) == subject(other));
    together.filter_map(|tasks| due(report, tasks)).collect()
}

fn due(report: &Report<'_>, tasks: &[Task<'_>]) -> Option<Line> {
    let first = tasks.first()?.first()?;
    let day = tasks.first()?.due?;
    let mut parties: Vec<SafeText> = Vec::new();
    let mut actions: Vec<&'static str> = Vec::new();
    // In the order of the charter.
    let mut tasks: Vec<&Task<'_>> = tasks.iter().collect();
    tasks.sort_by_key(|task| task.first().map(ReportedFinding::clause_number));
    for task in tasks {
        let whose = task.first().map(|finding| report.whose(finding));
        parties.extend(whose.filter(|whose| !parties.contains(whose)));
        if !actions.contains(&task.to_do) {
            actions.push(task.to_do);
        }
    }
    let parties = SafeText::listed(parties, "and");
    let actions = SafeText::joined(actions.into_iter().map(SafeText::own), "; ");
    Some(Line {
        lead: safe!("By {}, {}", day_and_year(day), parties),
        said: safe!("{} ({})", actions, report.subject(first)),
        about: first.key(),
        clause: None,
    })
}
