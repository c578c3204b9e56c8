//! By what findings can be filtered: side, promise, verdict, project and day, as attributes that
//! the script reads.

use std::collections::{BTreeMap, BTreeSet};

use super::markup::Html;
use crate::audit::Finding;
use crate::report::Report;
use located::source::Span;

/// The projects of all records by name, each with a number that is shorter.
pub(super) struct Projects {
    names: Vec<String>,
    of: BTreeMap<Span, usize>,
}

impl Projects {
    pub(super) fn of(report: &Report<'_>) -> Self {
        let records = &report.reading.records;
        let engagements = records.engagements.iter();
        let decisions = records.decisions.iter();
        let all: Vec<(Span, String)> = engagements
            .map(|record| (record.span, record.project.get()))
            .chain(decisions.map(|record| (record.span, record.project.get())))
            .filter_map(|(span, project)| Some((span, report.name(project?))))
            .collect();
        let names: BTreeSet<&String> = all.iter().map(|(_, name)| name).collect();
        let names: Vec<String> = names.into_iter().cloned().collect();
        let of = all
            .iter()
            .filter_map(|(span, name)| Some((*span, names.binary_search(name).ok()?)))
            .collect();
        Projects { names, of }
    }

    /// The names in their order, which is that of the numbers.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The number of the project to which the subject of a finding belongs.
    fn number(&self, finding: &Finding<'_>) -> Option<usize> {
        self.of.get(&finding.about.span).copied()
    }
}

/// Writes the clause and the side of a finding, for it alone or for all that stands in an element.
pub(super) fn clause(out: &mut Html, finding: &Finding<'_>) {
    out.attribute("data-clause", &finding.clause.id)
        .attribute("data-side", finding.clause.of.word());
}

/// Writes the day and the project of a finding.
pub(super) fn subject(out: &mut Html, projects: &Projects, finding: &Finding<'_>) {
    if let Some(day) = finding.about.day {
        out.attribute("data-day", &day.to_string());
    }
    if let Some(number) = projects.number(finding) {
        out.numbered("data-project", "", number);
    }
}
