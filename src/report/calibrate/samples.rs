//! What an audit measured, promise by promise, with the kind of each thing and who held it.

use std::collections::HashMap;

use super::curve::Curve;
use crate::audit::Finding;
use crate::report::Report;
use crate::rules::{StandardOf, Unmeasured, Verdict};
use engagement_records::record::{Engagement, Kind, PartyId, Request, SubjectKind};
use located::source::Span;

/// What is known of one thing under one standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It was done, and so much was measured.
    Measured(i64),
    /// It was never done, or what was done met no standard.
    Never,
    /// The records do not show it.
    NotShown,
    /// The day has not come.
    ToCome,
    /// It was done, on a day that nobody wrote down, and that keeps the promise.
    Undated,
}

/// One thing under one standard.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) state: State,
    /// The same promise was kept.
    pub(super) is_kept: bool,
    pub(super) is_explained: bool,
    /// What kind of thing it is, in the plural.
    pub(super) kind: &'static str,
    /// Who held it or was asked; nothing where nobody says, or where there is nobody to name.
    pub(super) parties: Vec<PartyId>,
}

impl Sample {
    /// What is measured of some things.
    pub(super) fn curve(standard: &StandardOf, all: &[&Sample]) -> Curve {
        let mut values = Vec::new();
        let mut never = 0;
        for sample in all {
            match sample.state {
                State::Measured(value) => values.push(value),
                State::Never => never += 1,
                State::NotShown | State::ToCome | State::Undated => {}
            }
        }
        Curve::new(standard.direction, values, never)
    }
}

/// The things under each standard of one clause.
pub(super) struct OfClause {
    /// The standards that differ from each other.
    pub(super) standards: Vec<StandardOf>,
    /// As many lists as there are standards.
    pub(super) samples: Vec<Vec<Sample>>,
    /// Under which of them each standard of the rule is counted.
    same: Vec<usize>,
    /// The same standards before equal ones were put together.
    each: Vec<StandardOf>,
}

impl OfClause {
    fn new(each: Vec<StandardOf>) -> Self {
        let mut standards: Vec<StandardOf> = Vec::new();
        let mut same = Vec::new();
        for one in &each {
            let is_equal = |other: &StandardOf| {
                (other.standard, other.direction) == (one.standard, one.direction)
            };
            let at = standards.iter().position(is_equal);
            same.push(at.unwrap_or(standards.len()));
            if at.is_none() {
                standards.push(*one);
            }
        }
        OfClause {
            samples: vec![Vec::new(); standards.len()],
            standards,
            same,
            each,
        }
    }

    /// Where a finding counts: by what it was measured against or, where nothing was, by the kind.
    fn place(&self, finding: &Finding<'_>, under: Option<&'static str>) -> usize {
        let measured = finding.measure.as_ref().and_then(|measure| {
            let is_this = |one: &StandardOf| one.standard == measure.standard;
            self.standards.iter().position(is_this)
        });
        let by_kind = || {
            let at = self.each.iter().position(|one| one.under == under);
            at.and_then(|at| self.same.get(at)).copied().unwrap_or(0)
        };
        measured.unwrap_or_else(by_kind)
    }
}

/// Everything that was measured, by the place of its clause in the charter; nothing for clauses
/// without a standard.
pub(super) fn samples(report: &Report<'_>) -> Vec<Option<OfClause>> {
    let clauses = report.promises().clauses.iter().enumerate();
    let mut all: Vec<Option<OfClause>> = clauses
        .map(|(at, clause)| {
            let standards = clause.judged.rule()?.standards();
            let is_wanted = !standards.is_empty() && report.scope.asks_for(at, clause);
            is_wanted.then(|| OfClause::new(standards))
        })
        .collect();
    let records = &report.reading.records;
    let engagements: HashMap<Span, &Engagement> = records
        .engagements
        .iter()
        .map(|record| (record.span, record))
        .collect();
    let requests: HashMap<Span, &Request> = records
        .requests
        .iter()
        .map(|record| (record.span, record))
        .collect();
    for finding in &report.audit.findings {
        let (Some(Some(of)), Some(state)) = (all.get_mut(finding.at), state(finding)) else {
            continue;
        };
        let about = Known::of(finding, &engagements, &requests);
        let place = of.place(finding, about.under);
        if let Some(samples) = of.samples.get_mut(place) {
            samples.push(Sample {
                state,
                is_kept: finding.verdict == Verdict::Kept,
                is_explained: finding.verdict == Verdict::Explained,
                kind: about.kind,
                parties: about.parties,
            });
        }
    }
    all
}

/// What is known of the thing; nothing where the promise does not apply to it.
fn state(finding: &Finding<'_>) -> Option<State> {
    let measured = finding
        .measure
        .as_ref()
        .map(|measure| State::Measured(measure.value));
    match finding.verdict {
        Verdict::NoEvidence => Some(State::NotShown),
        Verdict::StillToCome => Some(State::ToCome),
        Verdict::NotKept | Verdict::Explained => Some(measured.unwrap_or(State::Never)),
        Verdict::Kept => Some(measured.unwrap_or(State::Undated)),
        Verdict::DoesNotApply => finding.unmeasured.map(|why| match why {
            Unmeasured::Never => State::Never,
            Unmeasured::NotShown => State::NotShown,
        }),
    }
}

/// What a record says of itself.
struct Known {
    kind: &'static str,
    parties: Vec<PartyId>,
    /// The group of a rule's parameters that is about such things.
    under: Option<&'static str>,
}

impl Known {
    fn of(
        finding: &Finding<'_>,
        engagements: &HashMap<Span, &Engagement>,
        requests: &HashMap<Span, &Request>,
    ) -> Self {
        let place = finding.about.span;
        if let Some(record) = engagements.get(&place) {
            let parties = record.organisers.get().into_iter().flatten();
            let mut parties: Vec<PartyId> = parties.map(|party| party.value).collect();
            parties.sort_unstable();
            parties.dedup();
            return Known {
                kind: kind(record.kind.get().copied()),
                parties,
                under: match record.kind.get() {
                    Some(Kind::Survey) => Some("survey"),
                    Some(Kind::Consultation) => Some("consultation"),
                    None if record.is_open_period() => Some("survey"),
                    Some(Kind::Meeting | Kind::Workshop | Kind::Event | Kind::ForumMeeting)
                    | None => None,
                },
            };
        }
        let asked = requests.get(&place).and_then(|request| request.to.get());
        Known {
            kind: match finding.about.kind {
                SubjectKind::Decision => "decisions",
                SubjectKind::Request => "requests",
                SubjectKind::Engagement
                | SubjectKind::Project
                | SubjectKind::Contact
                | SubjectKind::Conduct
                | SubjectKind::Signatory
                | SubjectKind::Period
                | SubjectKind::File
                | SubjectKind::Whole => "others",
            },
            parties: asked.copied().into_iter().collect(),
            under: None,
        }
    }
}

fn kind(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Meeting) => "meetings",
        Some(Kind::Workshop) => "workshops",
        Some(Kind::Event) => "events",
        Some(Kind::ForumMeeting) => "forum meetings",
        Some(Kind::Survey) => "surveys",
        Some(Kind::Consultation) => "consultations",
        None => "no kind given",
    }
}
