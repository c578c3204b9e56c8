//! Where the numbers come from that promises are judged by: a fact about each of them, whatever a
//! charter says of its standards as a whole.

use closed_words::words;

use super::{Report, ReportedClause, ReportedFinding};
use crate::charter::{AdoptedAsWell, BUILT_IN_NAME, Charter, Clause};
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Sources;

words! {
    /// Where the number of a promise comes from.
    pub enum NumberFrom {
        /// The area's own charter names it.
        Own = "own",
        /// It is the program's default.
        Default = "default",
        /// It is the program's default, and the parties adopted it.
        Adopted = "adopted-default",
    }
}

impl NumberFrom {
    /// Of a clause; nothing where it has no number.
    pub fn of(charter: &Charter, clause: &Clause, sources: &Sources) -> Option<Self> {
        let is_built_in = |source| sources.name(source) == BUILT_IN_NAME;
        let is_own = match clause.number {
            Some(number) => !is_built_in(number.source),
            // A charter that stands alone may leave numbers to the program.
            None if !is_built_in(clause.span.source) => {
                let asks = clause.judged.rule()?.asks()?;
                asks.contains(|sign: char| sign.is_ascii_digit())
                    .then_some(false)?
            }
            None => return None,
        };
        let adopted = charter.standards.adopted.get();
        Some(match (is_own, adopted) {
            (true, _) => NumberFrom::Own,
            (false, Some(AdoptedAsWell::Defaults)) => NumberFrom::Adopted,
            (false, None) => NumberFrom::Default,
        })
    }

    /// In words, to go on with.
    pub fn spoken(self) -> &'static str {
        match self {
            NumberFrom::Own => "your own",
            NumberFrom::Default => "the program's default, not agreed locally",
            NumberFrom::Adopted => "the program's default, which the parties adopted",
        }
    }
}

impl<'a> Report<'a> {
    /// Where the number of a promise comes from; nothing where it has none.
    pub(crate) fn number(&self, clause: ReportedClause<'_>) -> Option<NumberFrom> {
        NumberFrom::of(self.promises(), clause.clause, self.sources)
    }

    /// The same for the promise that a finding is about.
    pub(crate) fn number_of(&self, finding: ReportedFinding<'_>) -> Option<NumberFrom> {
        self.number(finding.clause())
    }

    /// The clauses that are judged by a number, each with where it comes from.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (ReportedClause<'a>, NumberFrom)> + '_ {
        let clauses = self.clauses();
        clauses.filter_map(|(clause, _)| Some((clause, self.number(clause)?)))
    }
}

/// How many of the numbers that promises are judged by are the area's own.
pub(crate) fn in_a_sentence(report: &Report<'_>) -> Option<SafeText> {
    let mut all = 0_usize;
    let mut own = Vec::new();
    let mut others: SafeText = "the program's defaults".into();
    for (clause, from) in report.numbers() {
        all += 1;
        own.extend((from == NumberFrom::Own).then(|| clause.id()));
        if from == NumberFrom::Adopted {
            others = match report.standards_adopted_on() {
                Some(_) => safe!("the program's defaults, {}", report.standing()),
                None => "the program's defaults, which the parties adopted".into(),
            };
        }
    }
    match (all, own.len()) {
        (0, _) => None,
        (1, 0) => Some(safe!("The promise with a number is judged by {}.", others)),
        (all, 0) => Some(safe!(
            "None of the {} promises with a number has one of your own: they are judged by {}.",
            all,
            others
        )),
        (1, 1) => Some("The promise with a number is judged by your own.".into()),
        (2, 2) => Some("Both promises with a number are judged by your own.".into()),
        (all, count) if all == count => Some(safe!(
            "All {} promises with a number are judged by your own.",
            all
        )),
        (all, count) => {
            let uses = if count == 1 { "uses" } else { "use" };
            Some(safe!(
                "{} of the {} promises with a number {} your own ({}); the others use {}.",
                count,
                all,
                uses,
                SafeText::listed(own, "and"),
                others
            ))
        }
    }
}
