//! What a rule can answer: a verdict with the evidence for it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::place_words::PlaceWords;
use super::remedy::Remedy;
use super::sentence::Sentence;
use super::standard::{Direction, Standard};
use closed_words::words;
use engagement_records::fields::{Gap, NoPlace};
use identifiers::find::Kind;
use identifiers::text::Unredacted;
use located::diagnostic::Label;
use located::source::Span;
use working_days::NotCovered;

words! {
    /// How a promise stands. The order is that of a report: what needs people first.
    pub enum Verdict {
        /// Evidence shows that it was not kept.
        NotKept = "not-kept",
        /// The record cannot show it; the promise may have been kept.
        NoEvidence = "no-evidence",
        /// Not kept, with a valid explanation in force. Only the engine gives this.
        Explained = "explained",
        /// The day has not come.
        StillToCome = "still-to-come",
        /// Kept to the standard.
        Kept = "kept",
        /// Out of scope, out of force, cancelled, or a condition that did not arise.
        DoesNotApply = "does-not-apply",
    }
}

impl Verdict {
    /// The word in everything that people read; in data it is the same with hyphens.
    pub fn in_prose(self) -> &'static str {
        match self {
            Verdict::Kept => "kept",
            Verdict::NotKept => "not kept",
            Verdict::NoEvidence => "no evidence",
            Verdict::Explained => "explained",
            Verdict::StillToCome => "still to come",
            Verdict::DoesNotApply => "does not apply",
        }
    }
}

words! {
    /// How much it matters that a promise was not kept, worst first.
    pub enum Severity {
        /// An unqualified promise, or below the floor that was agreed.
        Breach = "breach",
        /// A qualified promise that fell short of the standard.
        Concern = "concern",
        /// Good to know.
        Advice = "advice",
    }
}

words! {
    /// What it means when a record says nothing about a promise.
    pub enum Silence {
        /// The record cannot show it.
        NoEvidence = "no-evidence",
        /// It was not kept: the record exists to say just that.
        NotKept = "not-kept",
    }
}

/// A quantity that was measured against a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// How much there was, in the standard's unit.
    pub value: i64,
    /// The unit in words, in the plural.
    pub unit: &'static str,
    /// The same stretch in plain days.
    pub days: Option<i64>,
    /// What it is measured against.
    pub standard: Standard,
    /// Whether more or less is better.
    pub direction: Direction,
}

/// Why there is nothing to measure where a promise about when something was done does not apply
/// because it was not done; whether it was done at all is another promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmeasured {
    /// The records say that it was not done.
    Never,
    /// They do not show it.
    NotShown,
}

/// A rule's answer about one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// How the promise stands.
    pub verdict: Verdict,
    /// The evidence in a sentence, arithmetic included. No full stop.
    pub evidence: Sentence,
    /// Set where the rule knows better than the clause: beyond a limit it is a breach.
    pub severity: Option<Severity>,
    /// So bad that it comes before everything else: nobody was asked at all.
    pub foremost: bool,
    /// What was measured, for numeric verdicts.
    pub measure: Option<Box<Measure>>,
    /// Why nothing could be measured, where the promise does not apply for just that reason.
    pub unmeasured: Option<Unmeasured>,
    /// The last day on which the promise can be, or could have been, kept.
    pub due: Option<NaiveDate>,
    /// The day on which the matter was settled, when that is not the event's.
    pub settled: Option<NaiveDate>,
    /// The places in the record that prove it.
    pub places: Vec<Label>,
    /// What would mend it.
    pub remedy: Option<Remedy>,
    /// What somebody can do now so that the promise is kept, or is kept late: `send feedback`.
    pub to_do: Option<&'static str>,
    /// Until when doing it late still helps, where the event is ahead.
    pub late_until: Option<NaiveDate>,
    /// What else should be seen: a near miss, an aim that was missed, a clash that was considered.
    pub notes: Vec<Sentence>,
    /// The field that would show it, where the record's file has no place for that.
    pub no_place: Option<NoPlace>,
    /// The identifiers that were found, certain or likely.
    pub found: Option<Box<FoundCounts>>,
}

/// How many identifiers were found, by kind.
pub type FoundCounts = BTreeMap<Kind, usize>;

impl Ruling {
    fn new(verdict: Verdict, evidence: impl Into<Sentence>) -> Self {
        Ruling {
            verdict,
            evidence: evidence.into(),
            severity: None,
            foremost: false,
            measure: None,
            unmeasured: None,
            due: None,
            settled: None,
            places: Vec::new(),
            remedy: None,
            to_do: None,
            late_until: None,
            notes: Vec::new(),
            no_place: None,
            found: None,
        }
    }

    /// Kept.
    pub fn kept(evidence: impl Into<Sentence>) -> Self {
        Self::new(Verdict::Kept, evidence)
    }

    /// Not kept.
    pub fn not_kept(evidence: impl Into<Sentence>) -> Self {
        Self::new(Verdict::NotKept, evidence)
    }

    /// The record cannot show it.
    pub fn no_evidence(evidence: impl Into<Sentence>) -> Self {
        Self::new(Verdict::NoEvidence, evidence)
    }

    /// Still to come, until the end of `due`.
    pub fn still_to_come(due: NaiveDate, evidence: impl Into<Sentence>) -> Self {
        Self::new(Verdict::StillToCome, evidence).due(due)
    }

    /// Does not apply.
    pub fn does_not_apply(evidence: impl Into<Sentence>) -> Self {
        Self::new(Verdict::DoesNotApply, evidence)
    }

    /// With a place that proves it.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<Unredacted>) -> Self {
        self.places.reserve_exact(1);
        self.places.push(Label::new(span, text));
        self
    }

    /// With the last day.
    #[must_use]
    pub fn due(mut self, due: NaiveDate) -> Self {
        self.due = Some(due);
        self
    }

    /// With what somebody can do now.
    #[must_use]
    pub fn to_do(mut self, to_do: &'static str) -> Self {
        self.to_do = Some(to_do);
        self
    }

    /// With what somebody can still do late, through a day.
    #[must_use]
    pub(super) fn late(self, to_do: &'static str, until: NaiveDate) -> Self {
        Ruling {
            late_until: Some(until),
            ..self.to_do(to_do)
        }
    }

    /// With a severity of its own.
    #[must_use]
    pub fn severity(mut self, severity: Option<Severity>) -> Self {
        self.severity = severity;
        self
    }

    /// Before everything else in a report.
    #[must_use]
    pub fn foremost(mut self) -> Self {
        self.foremost = true;
        self
    }

    /// With what was measured.
    #[must_use]
    pub fn measured(mut self, measure: Measure) -> Self {
        self.measure = Some(Box::new(measure));
        self
    }

    /// With why nothing could be measured.
    #[must_use]
    pub(super) fn unmeasured(self, why: Unmeasured) -> Self {
        Ruling {
            unmeasured: Some(why),
            ..self
        }
    }

    /// With what was found, so that a baseline does not forgive more than that.
    #[must_use]
    pub(super) fn found(mut self, counts: FoundCounts) -> Self {
        self.found = Some(Box::new(counts));
        self
    }

    /// With what would mend it. Where a file has no place for something, giving it one does.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<Remedy>) -> Self {
        if self.no_place.is_none() {
            self.remedy = Some(remedy.into());
        }
        self
    }

    /// With the place of a gap. Where the file has none, nobody could have written anything there:
    /// the record cannot show it, and a place for it would mend that.
    #[must_use]
    pub(super) fn gap(mut self, gap: Gap, missing: impl Into<Cow<'static, str>>) -> Self {
        let Some(place) = gap.no_place else {
            return self.at(gap.at, missing);
        };
        let words = PlaceWords::of(place);
        self.evidence = [words.lacks.as_str(), ", so ", &self.evidence]
            .concat()
            .into();
        self.remedy = Some(words.remedy.as_str().into());
        self.no_place = Some(place);
        self.at(gap.at, "not said here")
    }

    /// With a note where the file has no place for a defence: its silence does not undo what is
    /// stated, but nobody could have written it.
    #[must_use]
    pub(super) fn defence(self, gap: Gap) -> Self {
        let Some(place) = gap.no_place else {
            return self;
        };
        self.note(PlaceWords::of(place).no_defence.as_str())
    }

    /// With something else to be seen.
    #[must_use]
    pub fn note(mut self, note: impl Into<Sentence>) -> Self {
        self.notes.reserve_exact(1);
        self.notes.push(note.into());
        self
    }

    /// With the day on which the matter was settled.
    #[must_use]
    pub fn settled(mut self, day: NaiveDate) -> Self {
        self.settled = Some(day);
        self
    }
}

/// Why nothing can be judged: a value that a rule cannot do without is missing or cannot be read, or
/// the calendar does not reach. The verdict is no evidence then.
#[derive(Debug, Clone)]
pub(crate) struct NoEvidence {
    why: Sentence,
    place: Option<(Gap, &'static str)>,
    remedy: Option<Remedy>,
}

impl NoEvidence {
    /// In a sentence without full stop.
    pub(crate) fn new(why: impl Into<Sentence>) -> Self {
        NoEvidence {
            why: why.into(),
            place: None,
            remedy: None,
        }
    }

    /// With the place where it shows.
    #[must_use]
    pub(crate) fn at(self, span: Span, label: &'static str) -> Self {
        self.gap(Gap::at(span), label)
    }

    /// With the place where something is missing.
    #[must_use]
    pub(crate) fn gap(mut self, gap: Gap, label: &'static str) -> Self {
        self.place = Some((gap, label));
        self
    }

    /// With what would mend it.
    #[must_use]
    pub(crate) fn remedy(mut self, remedy: impl Into<Remedy>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl From<NotCovered> for NoEvidence {
    fn from(gap: NotCovered) -> Self {
        NoEvidence::new(gap.to_string())
            .remedy("Give the charter a table of bank holidays that covers that year.")
    }
}

impl From<NoEvidence> for Ruling {
    fn from(gap: NoEvidence) -> Self {
        let ruling = Ruling::no_evidence(gap.why);
        let ruling = match gap.place {
            Some((place, label)) => ruling.gap(place, label),
            None => ruling,
        };
        match gap.remedy {
            Some(remedy) => ruling.remedy(remedy),
            None => ruling,
        }
    }
}
