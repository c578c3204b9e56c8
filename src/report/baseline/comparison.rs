//! What a baseline has of the findings of an audit, and why it does not have the others.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{Baseline, KnownFinding, charter, is_open};
use super::marks::{RecordMark, RecordMarks};
use super::standing::Standing;
use crate::audit::{Audit, Finding};
use crate::report::fingerprint::{Fingerprint, Mark};
use crate::report::{Report, ReportedFinding};
use chrono::NaiveDate;
use identifiers::text::SafeText;
use located::source::Span;

/// Why something is not in the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A record was added or changed, or what else lies in the folder.
    Records,
    /// The charter was changed.
    Charter,
    /// Nothing was changed: its day has come.
    Elapsed,
}

impl Cause {
    /// All of them, worst first.
    pub const ALL: [Cause; 3] = [Cause::Records, Cause::Charter, Cause::Elapsed];

    /// In words behind "because".
    pub fn spoken(self) -> SafeText {
        SafeText::own(match self {
            Cause::Records => "records changed",
            Cause::Charter => "the charter changed",
            Cause::Elapsed => "time passed",
        })
    }
}

/// What tells a finding apart within one audit.
type Place<'a> = (usize, Span, &'a str);

/// What a baseline has of an audit.
pub(crate) struct Comparison<'a> {
    /// The day of the baseline.
    pub(crate) as_of: NaiveDate,
    known: BTreeSet<Place<'a>>,
    causes: BTreeMap<Place<'a>, Cause>,
    /// How many findings of the baseline the audit no longer has.
    pub(crate) gone: usize,
}

/// An open finding of which the baseline does not know the fingerprint.
struct Unknown<'a, 'p> {
    finding: ReportedFinding<'a>,
    print: &'p Fingerprint,
    mark: Option<RecordMark>,
}

impl<'a> Comparison<'a> {
    /// Compares an audit with a baseline. `then` judges the same records as of its day.
    pub(crate) fn of(report: &Report<'a>, baseline: &Baseline, then: Option<&Audit<'_>>) -> Self {
        let prints = report.fingerprints();
        let marks = RecordMarks::of(report);
        let reasons = Reasons {
            baseline,
            is_charter_the_same: baseline.charters.contains(&charter(report)),
            are_records_the_same: marks.said().collect::<BTreeSet<Mark>>() == baseline.records,
            then: then.map(|then| standings(report, then)),
        };
        let mut comparison = Comparison {
            as_of: baseline.as_of,
            known: BTreeSet::new(),
            causes: BTreeMap::new(),
            gone: 0,
        };
        let by_print = by_fingerprint(baseline);
        let mut again = 0;
        let mut unknown = Vec::new();
        for (finding, print) in report.findings().zip(&prints) {
            let open = is_open(finding.verdict());
            let mark = marks.get(finding.subject_at(), finding.kind());
            let one = Unknown {
                finding,
                print,
                mark,
            };
            match by_print.get(print) {
                Some(was) => {
                    again += usize::from(open);
                    comparison.settle(&one, *was, &reasons);
                }
                None if open => unknown.push(one),
                None => {}
            }
        }
        let mut left = Leftovers::of(baseline, &prints);
        for by in [Leftovers::take_by_words, Leftovers::take_by_place] {
            unknown.retain(|one| match by(&mut left, one) {
                Some(was) => {
                    again += 1;
                    comparison.settle(one, was, &reasons);
                    false
                }
                None => true,
            });
        }
        for one in &unknown {
            comparison.is_new(one, &reasons);
        }
        comparison.gone = by_print.len().saturating_sub(again);
        comparison
    }

    /// What the baseline has is known unless it has become worse.
    fn settle(&mut self, one: &Unknown<'a, '_>, was: Standing<'_>, reasons: &Reasons<'_>) {
        if was.covers(Standing::of(one.finding.finding)) {
            self.known.insert(place_of(one.finding.finding));
        } else {
            self.is_new(one, reasons);
        }
    }

    fn is_new(&mut self, one: &Unknown<'a, '_>, reasons: &Reasons<'_>) {
        let cause = reasons.cause(one);
        self.causes.insert(place_of(one.finding.finding), cause);
    }

    /// Whether the baseline has a finding, as bad as it is now or worse.
    pub(crate) fn has(&self, finding: &Finding<'_>) -> bool {
        self.known.contains(&place_of(finding))
    }

    /// Why it does not have an open finding.
    pub(crate) fn cause(&self, finding: &Finding<'_>) -> Option<Cause> {
        self.causes.get(&place_of(finding)).copied()
    }
}

/// What there is to say why a finding is new.
struct Reasons<'b> {
    baseline: &'b Baseline,
    is_charter_the_same: bool,
    are_records_the_same: bool,
    /// How everything stood on the day of the baseline, had the records been as they are; nothing
    /// where no time has passed since.
    then: Option<BTreeMap<Fingerprint, Standing<'b>>>,
}

impl Reasons<'_> {
    fn cause(&self, one: &Unknown<'_, '_>) -> Cause {
        let stood = self.then.as_ref().is_none_or(|then| {
            let was = then.get(one.print);
            was.is_some_and(|was| was.covers(Standing::of(one.finding.finding)))
        });
        // What is about many records at once is not made new by the day of one of them.
        let is_same = match one.mark {
            Some(mark) => self.baseline.records.contains(&mark.says),
            None => self.are_records_the_same || !stood,
        };
        match (is_same, stood) {
            (true, false) => Cause::Elapsed,
            (true, true) if !self.is_charter_the_same => Cause::Charter,
            _ => Cause::Records,
        }
    }
}

/// Findings of a baseline whose fingerprints the audit does not have.
struct Leftovers<'b> {
    baseline: &'b Baseline,
    findings: Vec<&'b KnownFinding>,
}

impl<'b> Leftovers<'b> {
    fn of(baseline: &'b Baseline, prints: &[Fingerprint]) -> Self {
        let prints: BTreeSet<&Fingerprint> = prints.iter().collect();
        let all = baseline.findings.iter();
        Leftovers {
            baseline,
            findings: all
                .filter(|known| !prints.contains(&known.fingerprint))
                .collect(),
        }
    }

    /// One of a record that said the same, but perhaps for its title.
    fn take_by_words(&mut self, one: &Unknown<'_, '_>) -> Option<Standing<'b>> {
        let says = one.mark?.says;
        self.take(one, |known| known.says == Some(says))
    }

    /// One of a record at the same place.
    fn take_by_place(&mut self, one: &Unknown<'_, '_>) -> Option<Standing<'b>> {
        let place = one.mark?.place;
        self.take(one, |known| known.place == Some(place))
    }

    /// Takes one under the same clause out, so that it stands for one finding only.
    fn take(
        &mut self,
        one: &Unknown<'_, '_>,
        is_same: impl Fn(&KnownFinding) -> bool,
    ) -> Option<Standing<'b>> {
        let clause = one.finding.clause_id();
        let at = self.findings.iter().position(|known| {
            is_same(known) && known.clause.as_str().eq_ignore_ascii_case(clause)
        })?;
        let known = self.findings.swap_remove(at);
        Some(self.baseline.standing(known))
    }
}

/// How the findings of a baseline stood, the worst where two say it.
fn by_fingerprint(baseline: &Baseline) -> BTreeMap<Fingerprint, Standing<'_>> {
    let mut all = BTreeMap::new();
    for known in &baseline.findings {
        let stood = baseline.standing(known);
        let worst = all.entry(known.fingerprint).or_insert(stood);
        if !worst.covers(stood) {
            *worst = stood;
        }
    }
    all
}

/// How everything stands in another audit of the same records.
fn standings<'c>(report: &Report<'_>, audit: &'c Audit<'_>) -> BTreeMap<Fingerprint, Standing<'c>> {
    let prints = report.fingerprints_of(&audit.findings);
    let stand = audit.findings.iter().map(Standing::of);
    prints.into_iter().zip(stand).collect()
}

fn place_of<'f>(finding: &'f Finding<'_>) -> Place<'f> {
    (finding.at, finding.about.span, finding.about.id.as_ref())
}
