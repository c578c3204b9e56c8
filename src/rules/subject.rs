//! What a verdict is about: one engagement, a project, a decision, a quarter, a signatory. A rule
//! sees one of these and nothing else of the audit.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::involvement::Involvement;
use closed_words::words;
use engagement_records::record::{
    Conduct, Contact, Decision, Engagement, Party, PartyId, RecordFile, Request, SubjectKind,
};
use located::source::Span;

/// Everything that was done towards one decision. An engagement without a project is a project of
/// its own.
#[derive(Debug)]
pub struct Project<'a> {
    /// The word that ties its records together; none for an engagement by itself.
    pub name: Option<&'a str>,
    /// Its engagements about which the promise holds, in the order of the records.
    pub engagements: Vec<&'a Engagement>,
    /// Those of its engagements that owe nothing under the promise and took place all the same, such
    /// as what the forum held alone, or what came before anybody signed. What they did counts.
    pub others: Vec<&'a Engagement>,
    /// Its decisions, in the order of the records.
    pub decisions: Vec<&'a Decision>,
}

impl<'a> Project<'a> {
    /// Everything that was done towards the decision, whoever owed it.
    pub fn all(&self) -> impl Iterator<Item = &'a Engagement> {
        self.engagements.iter().chain(&self.others).copied()
    }
}

/// A decision, with what was done towards it.
#[derive(Debug)]
pub struct DecisionCase<'a> {
    /// The decision.
    pub decision: &'a Decision,
    /// What the engagements of its project show.
    pub involvement: Involvement<'a>,
}

/// One of the parties, with what the registers say about it.
#[derive(Debug)]
pub struct Signatory<'a> {
    /// Which party it is.
    pub id: PartyId,
    /// The party.
    pub party: &'a Party,
    /// Its points of contact, in the order of the records.
    pub contacts: Vec<&'a Contact>,
    /// Its codes of conduct and policies, in the order of the records.
    pub conduct: Vec<&'a Conduct>,
    /// The days of all records that have one, each once and in order, with a place.
    pub days: Vec<(NaiveDate, Span)>,
}

words! {
    /// How long the periods are of which each must show something.
    pub enum PeriodLength {
        /// Three months from 1 January, April, July or October.
        Quarter = "quarter",
        /// A third of a school year: from 1 September, January or May. Schools begin and end
        /// their terms on different days, so these are fixed.
        Term = "term",
        /// The twelve months that end with the audit.
        Year = "year",
    }
}

/// A stretch of time, with the strategic engagements in it that were not called off.
#[derive(Debug)]
pub struct Period<'a> {
    /// How long it is.
    pub length: PeriodLength,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// Its engagements, in the order of the records.
    pub engagements: Vec<&'a Engagement>,
}

/// One file of records as it was read.
#[derive(Debug)]
pub struct FileCase<'a> {
    /// The file.
    pub file: &'a RecordFile,
    /// Its name as people gave it.
    pub name: &'a str,
    /// The stretch of text that belongs to it.
    pub text: &'a str,
    /// Where postcodes are wanted: the names of places.
    pub venues: Vec<Span>,
    /// Where role mailboxes are wanted.
    pub mailboxes: Vec<Span>,
    /// The years of its records.
    pub years: BTreeSet<i32>,
}

/// All records together, as the charter itself is asked about them.
#[derive(Debug)]
pub struct Whole<'a> {
    /// Every engagement, in the order of the records.
    pub engagements: Vec<&'a Engagement>,
}

/// A subject of one kind, as the rules that judge that kind see it.
pub(super) trait Aspect<'a>: Sized {
    /// The kind.
    const KIND: SubjectKind;
    /// The subject, if it is of this kind.
    fn of(subject: Subject<'a>) -> Option<Self>;
}

macro_rules! subjects {
    ($($name:ident($type:ty),)+) => {
        /// What one verdict is about; each kind is described at [`SubjectKind`].
        #[derive(Debug, Clone, Copy)]
        #[expect(missing_docs, reason = "the kinds are described at their names")]
        pub enum Subject<'a> {
            $($name(&'a $type),)+
        }

        impl Subject<'_> {
            /// What it is, as explanations and reports name it.
            pub fn kind(self) -> SubjectKind {
                match self {
                    $(Subject::$name(_) => SubjectKind::$name,)+
                }
            }
        }

        $(impl<'a> Aspect<'a> for &'a $type {
            const KIND: SubjectKind = SubjectKind::$name;
            fn of(subject: Subject<'a>) -> Option<Self> {
                if let Subject::$name(it) = subject { Some(it) } else { None }
            }
        })+
    };
}

subjects! {
    Engagement(Engagement),
    Project(Project<'a>),
    Decision(DecisionCase<'a>),
    Request(Request),
    Contact(Contact),
    Conduct(Conduct),
    Signatory(Signatory<'a>),
    Period(Period<'a>),
    File(FileCase<'a>),
    Whole(Whole<'a>),
}

/// A rule that a charter writes itself judges any kind of record; engagements, unless it says.
impl<'a> Aspect<'a> for Subject<'a> {
    const KIND: SubjectKind = SubjectKind::Engagement;
    fn of(subject: Subject<'a>) -> Option<Self> {
        Some(subject)
    }
}

impl Subject<'_> {
    /// The day of the event that settles facts such as notice: the event's own, the day for which
    /// something was asked, the day of a decision, the last day of a period.
    pub fn settled_on(self, as_of: NaiveDate) -> Option<NaiveDate> {
        match self {
            Subject::Engagement(record) => event_settled_on(record, as_of),
            Subject::Decision(case) => case.decision.decided.get().copied(),
            Subject::Request(request) => request.needed_for.get().copied(),
            Subject::Period(period) => Some(period.last),
            Subject::Project(_)
            | Subject::Contact(_)
            | Subject::Conduct(_)
            | Subject::Signatory(_)
            | Subject::File(_)
            | Subject::Whole(_) => None,
        }
    }
}

/// The day on which an engagement settles such facts: the first of an event, on which people have to be
/// there, and the last of a survey or consultation, until which it can be extended.
pub fn event_settled_on(record: &Engagement, as_of: NaiveDate) -> Option<NaiveDate> {
    let day = if record.is_open_period() {
        record.closes.answer(record.span)
    } else {
        record.begins_on(as_of)
    };
    day.get().copied()
}
