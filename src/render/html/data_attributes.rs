//! By what findings can be filtered: side, promise, verdict, project and day, as attributes that
//! the script reads.

use std::collections::{BTreeMap, BTreeSet};

use super::markup::Html;
use crate::report::Report;
use crate::report::ReportedFinding;
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Span;

/// The projects of all records by name, each with a number that is shorter.
pub(super) struct Projects {
    names: Vec<SafeText>,
    of: BTreeMap<Span, usize>,
}

impl Projects {
    pub(super) fn of(report: &Report<'_>) -> Self {
        let all = report.projects();
        let names: BTreeSet<&SafeText> = all.iter().map(|(_, name)| name).collect();
        let names: Vec<SafeText> = names.into_iter().cloned().collect();
        let of = all
            .iter()
            .filter_map(|(span, name)| Some((*span, names.binary_search(name).ok()?)))
            .collect();
        Projects { names, of }
    }

    /// The names in their order, which is that of the numbers.
    pub(super) fn names(&self) -> &[SafeText] {
        &self.names
    }

    /// The number of the project to which the subject of a finding belongs.
    fn number(&self, finding: ReportedFinding<'_>) -> Option<usize> {
        self.of.get(&finding.subject_at()).copied()
    }
}

/// Writes the clause and the side of a finding, for it alone or for all that stands in an element.
pub(super) fn clause(out: &mut Html, finding: ReportedFinding<'_>) {
    out.attribute("data-clause", finding.clause().id())
        .attribute("data-side", finding.of().word());
}

/// Writes the day and the project of a finding. What is still to come has the day by which it is
/// due: that is the one that people look for.
pub(super) fn subject(out: &mut Html, projects: &Projects, finding: ReportedFinding<'_>) {
    let is_to_come = finding.verdict() == Verdict::StillToCome;
    let due = finding.due().filter(|_| is_to_come);
    if let Some(day) = due.or(finding.day()) {
        out.attribute("data-day", safe!("{}", day));
    }
    if let Some(number) = projects.number(finding) {
        out.numbered("data-project", "", number);
    }
}
