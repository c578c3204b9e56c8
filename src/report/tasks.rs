//! What somebody can do now: one task for each thing to do about one subject, however many promises
//! it serves.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::known_again::subject_known_by;
use super::words::day_and_year;
use super::{Fingerprint, Report, ReportedFinding};
use crate::rules::Verdict;
use engagement_records::record::SubjectKind;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Span;

/// What doing it can still achieve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chance {
    /// The promises are kept.
    Kept,
    /// It is late, and helps through this day, because the event is ahead.
    Late(NaiveDate),
    /// It is late, and mends what can be mended.
    Mended,
}

/// One thing to do.
pub struct Task<'a> {
    /// What is to be done, as one would ask for it: `send feedback`.
    pub to_do: &'static str,
    /// The last day on which it is, or was, in time; nothing where there is no day.
    pub due: Option<NaiveDate>,
    /// What doing it can still achieve.
    pub chance: Chance,
    /// The findings of the promises that it serves, in the order of the charter.
    pub serves: Vec<ReportedFinding<'a>>,
    /// By what it is known again in another audit.
    pub known_by: Fingerprint,
}

impl<'a> Task<'a> {
    /// The finding that stands for all of them.
    pub fn first(&self) -> Option<ReportedFinding<'a>> {
        self.serves.first().copied()
    }

    /// The promises that it serves, each with its clause: `Notice (O4a1)`.
    pub fn promises(&self) -> Vec<SafeText> {
        let clauses = self.serves.iter().map(|finding| finding.clause());
        let names = clauses.map(|clause| {
            safe!(
                "{} ({})",
                clause.promise_name().unwrap_or_default(),
                clause.id()
            )
        });
        names.collect()
    }

    /// Whether its day has passed.
    pub fn is_overdue(&self) -> bool {
        self.chance != Chance::Kept
    }

    /// The day on which a calendar shows it: the last on which it still helps.
    pub fn shown_on(&self) -> Option<NaiveDate> {
        match self.chance {
            Chance::Kept | Chance::Mended => self.due,
            Chance::Late(until) => Some(until),
        }
    }
}

impl<'a> Report<'a> {
    /// Every task, the soonest first; those without a day come last.
    pub fn tasks(&self) -> Vec<Task<'a>> {
        let mut tasks: BTreeMap<(Span, &'static str, SafeText), Task<'a>> = BTreeMap::new();
        for finding in self.findings() {
            let (Some(to_do), Some(chance)) = (finding.to_do(), chance(finding)) else {
                continue;
            };
            let key = (finding.subject_at(), to_do, self.whose(finding));
            let task = tasks.entry(key).or_insert_with(|| Task {
                to_do,
                due: finding.due(),
                chance,
                serves: Vec::new(),
                known_by: self.task_known_by(finding, to_do),
            });
            task.due = task.due.into_iter().chain(finding.due()).min();
            // What is overdue for one promise is overdue.
            if task.chance == Chance::Kept {
                task.chance = chance;
            }
            task.serves.push(finding);
        }
        let mut tasks: Vec<Task<'a>> = tasks.into_values().collect();
        for task in &mut tasks {
            task.serves.sort_by_key(|finding| finding.clause_number());
        }
        tasks.sort_by_key(|task| (task.due.is_none(), task.due));
        number_the_same(&mut tasks);
        tasks
    }

    fn task_known_by(&self, finding: ReportedFinding<'_>, to_do: &str) -> Fingerprint {
        let subject = subject_known_by(self, finding.finding);
        Fingerprint::of(&format!("task\0{to_do}\0{subject}"))
    }

    /// A task in one line: by when and whose it is, and what is to be done for what.
    pub fn task_in_words(&self, task: &Task<'_>) -> Option<(SafeText, SafeText)> {
        let first = task.first()?;
        let when = match (task.due, task.is_overdue()) {
            (Some(day), false) => safe!("By {}", day_and_year(day)),
            (Some(day), true) => safe!("Overdue since {}", day_and_year(day)),
            (None, false) => "As soon as it can be done".into(),
            (None, true) => "Still open".into(),
        };
        let latest = match task.chance {
            Chance::Late(until) => safe!(", at the latest by {}", day_and_year(until)),
            Chance::Kept | Chance::Mended => SafeText::default(),
        };
        Some((
            safe!("{}, {}", when, self.whose(first)),
            safe!("{}{} ({})", task.to_do, latest, self.subject(first)),
        ))
    }
}

/// What doing something now can still achieve; nothing where it is over and done, or nobody can see
/// whether it was.
fn chance(finding: ReportedFinding<'_>) -> Option<Chance> {
    match (finding.verdict(), finding.late_until()) {
        (Verdict::StillToCome, _) => Some(Chance::Kept),
        (Verdict::NotKept | Verdict::NoEvidence, Some(until)) => Some(Chance::Late(until)),
        (Verdict::NotKept, None) => Some(Chance::Mended),
        // What the charter itself does not show is open until somebody does it, or writes that it
        // was done.
        (Verdict::NoEvidence, None) if finding.kind() == SubjectKind::Whole => Some(Chance::Mended),
        (Verdict::NoEvidence | Verdict::Kept | Verdict::Explained | Verdict::DoesNotApply, _) => {
            None
        }
    }
}

/// Tells tasks apart that would be known by the same, such as those of two meetings of one title on one
/// day.
fn number_the_same(tasks: &mut [Task<'_>]) {
    let mut seen: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    for task in tasks {
        let count = seen.entry(task.known_by).or_default();
        task.known_by = task.known_by.numbered(*count);
        *count += 1;
    }
}
