//! What an audit finds: one clause, one subject, one verdict, and the evidence.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::outcome::AcceptedExplanation;
use crate::charter::Clause;
use crate::rules::{FoundCounts, Measure, Remedy, Ruling, Sentence, Severity, Unmeasured, Verdict};
use engagement_records::fields::NoPlace;
use engagement_records::record::SubjectKind;
use located::diagnostic::Label;
use located::source::Span;

/// What a finding is about, as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectName<'a> {
    /// An engagement, a project, a decision and so on.
    pub kind: SubjectKind,
    /// Its id, or the name of the project.
    pub id: Cow<'a, str>,
    /// Whether the id stays when files are moved and renamed.
    pub id_stays: bool,
    /// Its title, or the name of the project.
    pub name: Cow<'a, str>,
    /// Its day: of the event, the first of a survey, the last of a project or period.
    pub day: Option<NaiveDate>,
    /// Where it stands.
    pub span: Span,
}

/// Who held what a finding is about, as far as it matters for whose finding it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Holders {
    /// One side, or it is about nothing that anybody holds.
    #[default]
    OneSide,
    /// Both sides together.
    BothSides,
    /// Nobody says who, so it is held against no party.
    Unsaid,
}

/// One clause, one subject, one verdict, and the evidence.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The clause's place in the charter.
    pub at: usize,
    /// What it is about.
    pub about: Arc<SubjectName<'a>>,
    /// How the promise stands, explanations taken into account.
    pub verdict: Verdict,
    /// How much it matters if it was not kept.
    pub severity: Severity,
    /// The evidence in a sentence, arithmetic included. No full stop.
    pub evidence: Sentence,
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
    /// What somebody can do now so that the promise is kept, or is kept late.
    pub to_do: Option<&'static str>,
    /// Until when doing it late still helps, where the event is ahead.
    pub late_until: Option<NaiveDate>,
    /// What else should be seen: a near miss, an aim that was missed, a clash that was considered.
    pub notes: Vec<Sentence>,
    /// The field that would show it, where the record's file has no place for that.
    pub no_place: Option<NoPlace>,
    /// The identifiers that were found, certain or likely.
    pub found: Option<Box<FoundCounts>>,
    /// Why falling short is explained.
    pub explained: Option<Box<AcceptedExplanation<'a>>>,
    /// Who held what it is about.
    pub holders: Holders,
    /// Its day has passed, but nobody confirmed that it was held.
    pub unconfirmed: bool,
}

impl<'a> Finding<'a> {
    /// What a rule says of a subject under a clause, which settles how much it matters where the
    /// rule does not.
    pub(super) fn new(
        at: usize,
        clause: &'a Clause,
        about: Arc<SubjectName<'a>>,
        ruling: Ruling,
    ) -> Self {
        Finding {
            clause,
            at,
            about,
            verdict: ruling.verdict,
            severity: ruling.severity.unwrap_or(clause.severity),
            evidence: ruling.evidence,
            foremost: ruling.foremost,
            measure: ruling.measure,
            unmeasured: ruling.unmeasured,
            due: ruling.due,
            settled: ruling.settled,
            places: ruling.places,
            remedy: ruling.remedy,
            to_do: ruling.to_do,
            late_until: ruling.late_until,
            notes: ruling.notes,
            no_place: ruling.no_place,
            found: ruling.found,
            explained: None,
            holders: Holders::default(),
            unconfirmed: false,
        }
    }
}
