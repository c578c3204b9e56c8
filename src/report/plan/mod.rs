//! A proposed engagement as reports speak of it: what is to be done for it by when, and its time or
//! several times beside each other.

mod document;
mod times;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

pub use document::plan_document;
pub(crate) use times::TimeInWords;
pub use times::{comparison_document, search_document};

use super::words::{day_and_year, school_year, time};
use super::{Report, Task};
use crate::audit::Finding;
use crate::plan::{Choice, NotWorking, Slot};
use crate::rules::{Rule, Verdict};
use engagement_records::record::{Audience, Engagement, SubjectKind};
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::{DayAtSchool, SchoolYear};

/// What there is to do for a proposed engagement, and its time.
pub struct Plan<'a> {
    /// The engagement.
    pub(super) record: &'a Engagement,
    /// What is to be done, the soonest first.
    pub tasks: Vec<Task<'a>>,
    /// Its time and what is known of it; nothing for a survey, or without a day.
    pub choice: Option<Choice<'a>>,
    /// The first day on which nothing would be too late, where something is.
    pub in_time_from: Option<NaiveDate>,
    /// What is not kept already and cannot be mended.
    pub(super) lost: Vec<&'a Finding<'a>>,
    /// What nobody can say.
    pub(super) open: Vec<&'a Finding<'a>>,
}

impl<'a> Report<'a> {
    /// The plan for one of the engagements that were audited.
    pub fn plan(
        &self,
        record: &'a Engagement,
        choice: Option<Choice<'a>>,
        in_time_from: Option<NaiveDate>,
    ) -> Plan<'a> {
        let mut tasks = self.tasks();
        tasks.retain(|task| {
            task.first()
                .is_some_and(|first| is_about(first.finding, record))
        });
        let findings = self.audit.findings.iter();
        let about: Vec<&Finding<'_>> = findings.filter(|it| is_about(it, record)).collect();
        let of = |verdict: Verdict| {
            let all = about.iter().copied();
            let all = all.filter(move |it| it.verdict == verdict);
            all.filter(|it| it.to_do.is_none()).collect()
        };
        Plan {
            record,
            tasks,
            choice,
            in_time_from,
            lost: of(Verdict::NotKept),
            open: of(Verdict::NoEvidence),
        }
    }

    /// What an engagement is, in a line: `Workshop, Tue 15 Dec 2026, 1pm to 3pm, for parents and
    /// carers`.
    fn engagement(&self, record: &Engagement, with_time: bool) -> SafeText {
        let name = record.title.get().map(|title| self.name(title));
        let kind: SafeText = record.spoken_kind().into();
        let mut words = match name {
            Some(name) => safe!("{}: {}", name, kind),
            None => kind.capitalised(),
        };
        if record.is_open_period() {
            for (word, day) in [
                ("opens", record.opens.get()),
                ("closes", record.closes.get()),
            ] {
                if let Some(day) = day {
                    words.push(safe!(", {} {}", word, day_and_year(*day)));
                }
            }
        } else if let Some(day) = record.date.get().filter(|_| with_time) {
            let slot = Slot {
                day: *day,
                start: record.start.get().copied(),
                end: record.end.get().copied(),
            };
            words.push(safe!(", {}", slot_words(slot)));
        }
        let groups: Vec<SafeText> = record.audience.get().map_or_else(Vec::new, |groups| {
            let all = Audience::ALL.iter();
            let named = all.filter(|one| groups.iter().any(|group| group.value == **one));
            named.map(|group| group.spoken().into()).collect()
        });
        if !groups.is_empty() {
            words.push(safe!(", for {}", SafeText::listed(groups, "and")));
        }
        words
    }

    /// Which charter it is planned by, and on which day.
    fn planned_by(&self) -> SafeText {
        let as_of = day_and_year(self.as_of());
        safe!("{}, as of {}.", self.charter_title(), as_of)
    }

    /// What is known of the schools and of the day otherwise.
    fn about_the_day(&self, choice: &Choice<'_>) -> Vec<(SafeText, SafeText)> {
        let schools = choice.at_schools.iter().map(|at| {
            let school = self.name(&at.school);
            (school, at_school(at.day, choice.slot.day))
        });
        let mut facts: Vec<(SafeText, SafeText)> = schools.collect();
        if let Some(why) = choice.not_working {
            facts.push(("Offices".into(), not_working(why).into()));
        }
        facts
    }

    /// What else is held that day for the same people, or by them.
    fn neighbours(&self, choice: &Choice<'_>) -> Vec<SafeText> {
        let others = choice.neighbours.iter();
        let others = others.map(|other| {
            let record = other.record;
            let name = self.name(record.name());
            let when = match (record.start.get(), record.end.get()) {
                (Some(start), Some(end)) => {
                    safe!(", {} to {}", time(*start), time(*end))
                }
                (Some(start), None) => safe!(", from {}", time(*start)),
                (None, _) => ", at a time that nobody has written down".into(),
            };
            let clashes: SafeText = if other.is_at_the_same_time {
                "at the same time: ".into()
            } else {
                "the same day: ".into()
            };
            let place = self.address(record.span);
            safe!("{}{}{} ({})", clashes, name, when, place)
        });
        others.collect()
    }
}

impl Plan<'_> {
    /// Until when something is to be done, by the field that takes its day: `By Mon 30 Nov 2026 (O4a1)`.
    pub fn last_days(&self) -> BTreeMap<&'static str, SafeText> {
        let days = self.tasks.iter().filter_map(|task| {
            let field = task.first()?.clause().done()?;
            let clauses = task.serves.iter().map(|finding| finding.clause().id());
            let clauses = SafeText::listed(clauses, "and");
            let word = if task.is_overdue() { "Was due" } else { "By" };
            Some((
                field,
                safe!("{} {} ({})", word, day_and_year(task.due?), clauses),
            ))
        });
        days.collect()
    }

    /// What is not kept already and cannot be mended, a sentence each.
    pub(crate) fn lost_in_words(&self, report: &Report<'_>) -> Vec<SafeText> {
        self.lost
            .iter()
            .map(|finding| said(report, finding))
            .collect()
    }

    /// What nobody can say, a sentence each.
    pub(crate) fn open_in_words(&self, report: &Report<'_>) -> Vec<SafeText> {
        self.open
            .iter()
            .map(|finding| said(report, finding))
            .collect()
    }
}

fn said(report: &Report<'_>, finding: &Finding<'_>) -> SafeText {
    let evidence = report.sentence(&finding.evidence);
    safe!("{}: {}.", promise(report, finding), evidence)
}

/// Whether a finding is about an engagement, or about the project that it belongs to.
fn is_about(finding: &Finding<'_>, record: &Engagement) -> bool {
    let about = &finding.about;
    let project = record.project.get();
    about.span == record.span && about.kind == SubjectKind::Engagement
        || about.kind == SubjectKind::Project && project.is_some_and(|project| *project == about.id)
}

/// A promise with its clause: `Notice (O4a1)`.
fn promise(report: &Report<'_>, finding: &Finding<'_>) -> SafeText {
    let rule = finding.clause.judged.rule();
    let name = report.safe(rule.map_or("", Rule::promise));
    safe!("{} ({})", name, report.name(&finding.clause.id))
}

/// A day with its times: `Tue 15 Dec 2026, 1pm to 3pm`.
pub(crate) fn slot_words(slot: Slot) -> SafeText {
    let mut words = day_and_year(slot.day);
    words.push(match (slot.start, slot.end) {
        (Some(start), Some(end)) => hours(start, end),
        (Some(start), None) => safe!(", from {}", time(start)),
        (None, _) => SafeText::default(),
    });
    words
}

fn hours(start: NaiveTime, end: NaiveTime) -> SafeText {
    safe!(", {} to {}", time(start), time(end))
}

/// What a day is at a school.
fn at_school(at: DayAtSchool, day: NaiveDate) -> SafeText {
    match at {
        DayAtSchool::Open => "open".into(),
        DayAtSchool::Weekend => "weekend".into(),
        DayAtSchool::Holiday => "school holiday".into(),
        DayAtSchool::Inset => "INSET day (staff only)".into(),
        DayAtSchool::BankHoliday => "bank holiday".into(),
        DayAtSchool::Unknown => safe!(
            "no term dates for {} in the charter",
            school_year(SchoolYear::of(day))
        ),
    }
}

/// Why the organisations do not work.
fn not_working(why: NotWorking) -> &'static str {
    match why {
        NotWorking::Weekend => "closed for the weekend",
        NotWorking::BankHoliday => "closed for the bank holiday",
        NotWorking::Closed => "closed, says the charter",
    }
}
