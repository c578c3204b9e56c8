//! Rules: how a clause is judged. Each rule's file is its page, its check and its edge tests; this
//! file is the one list of them.

mod answers;
mod custom;
mod deadline;
mod decisions;
mod forum_work;
mod invitation;
mod page;
mod people;
mod places;
mod steps;
mod subject;
mod upkeep;
mod verdict;

use std::borrow::Cow;

use chrono::NaiveDate;

pub use decisions::{Involvement, Taken};
pub use invitation::{Avoid, PlainLanguage};
pub use page::{Example, Page};
pub use subject::{DecisionCase, FileCase, Length, Period, Project, Signatory, Subject, Whole};
pub use upkeep::Review;
pub(crate) use verdict::NoEvidence;
pub use verdict::{Measure, Ruling, Sense, Severity, Silence, Steps, Verdict};

use crate::fields::{Answer, Fields};
use crate::record::{Engagement, Parties, SubjectKind, Vocabulary};
use answers::ByKind;
use identifiers::redact::Mask;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use subject::Aspect;
use working_days::Calendar;

/// What a rule may know besides its subject. The as-of date is the day the audit speaks for:
/// evidence that is dated after it does not exist yet.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// How days are counted.
    pub calendar: &'a Calendar,
    /// The day the audit speaks for, to its end.
    pub as_of: NaiveDate,
    /// Who made the promises.
    pub parties: &'a Parties,
    /// The words that the charter lends to the records of its area.
    pub vocabulary: Vocabulary<'a>,
    /// The rungs of the ladder of participation, lowest first.
    pub ladder: &'a [String],
    /// Which abbreviations count as jargon.
    pub plain_language: &'a PlainLanguage,
    /// How often the charter is to be tested, and when it last was.
    pub review: &'a Review,
    /// What must not be in records, what may, and what hides it.
    pub mask: &'a Mask,
    /// What it means for this clause when a record says nothing.
    pub silence: Silence,
    /// The first day on which the promise is known to hold; nothing when it always did.
    pub since: Option<NaiveDate>,
    /// The delay of feedback on this subject that was validly explained.
    pub delay: Option<Delay>,
}

/// An agreed delay of feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay {
    /// The day it was agreed. A delay that is agreed when feedback is overdue already comes too
    /// late to move the last day.
    pub agreed_on: NaiveDate,
    /// The day to which feedback may wait.
    pub until: NaiveDate,
}

impl Context<'_> {
    /// The verdict about silence, which is the clause's to choose.
    fn silent(
        &self,
        words: impl Into<Cow<'static, str>>,
        place: Span,
        missing: impl Into<Cow<'static, str>>,
    ) -> Ruling {
        let ruling = match self.silence {
            Silence::NoEvidence => Ruling::not_evidenced(words),
            Silence::NotKept => Ruling::not_met(words)
                .note("for this promise, the charter takes silence as not kept"),
        };
        ruling.at(place, missing)
    }
}

/// A way of judging clauses.
trait Check: Sized {
    /// What it judges.
    type About<'a>: Aspect<'a>;
    /// Its name in a charter.
    const NAME: &'static str;
    /// The name that people search for.
    const TITLE: &'static str;
    /// Its file, of which the opening comment is its page.
    const FILE: &'static str;
    /// Whether it judges a fact that is settled once the event is over, such as notice. An
    /// explanation for such a fact must have been agreed no later than the event.
    const SETTLED_BY_EVENT: bool;

    /// Reads its parameters from the charter.
    fn read(fields: &mut Fields<'_, '_>) -> Self;

    /// Of which kind the subjects are that it judges.
    fn kind(&self) -> SubjectKind {
        <Self::About<'static> as Aspect<'static>>::KIND
    }

    /// How long the periods are that it judges, for rules about periods.
    fn every(&self) -> Option<Length> {
        None
    }

    /// What reports call it.
    fn title(&self) -> &str {
        Self::TITLE
    }

    /// What the charter asks for under this rule, in words; nothing where there is nothing to set.
    fn asks(&self) -> Option<String> {
        None
    }

    /// Judges one subject.
    ///
    /// # Errors
    ///
    /// What the rule cannot do without is missing or cannot be read.
    fn judge(&self, about: Self::About<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence>;
}

macro_rules! registry {
    ($($module:ident::$rule:ident,)+) => {
        /// A rule with the parameters that a charter gives it.
        #[derive(Debug, Clone)]
        #[expect(missing_docs, reason = "every rule is described on its page")]
        pub enum Rule {
            $($rule($module::$rule),)+
        }

        impl Rule {
            /// The pages of all rules, in the order of this list.
            pub fn pages() -> impl Iterator<Item = Page> {
                [$(Page::of::<$module::$rule>()),+].into_iter()
            }

            /// Reads the parameters of the rule of this name; nothing when there is none.
            pub(crate) fn read(name: &str, fields: &mut Fields<'_, '_>) -> Option<Rule> {
                $(if name == $module::$rule::NAME {
                    return Some(Rule::$rule($module::$rule::read(fields)));
                })+
                None
            }

            /// The rule's page.
            pub fn page(&self) -> Page {
                match self {
                    $(Rule::$rule(_) => Page::of::<$module::$rule>(),)+
                }
            }

            /// Of which kind the subjects are that the rule judges.
            pub fn kind(&self) -> SubjectKind {
                match self {
                    $(Rule::$rule(rule) => rule.kind(),)+
                }
            }

            /// How long the periods are that the rule judges, if it judges periods.
            pub fn every(&self) -> Option<Length> {
                match self {
                    $(Rule::$rule(rule) => rule.every(),)+
                }
            }

            /// What reports call it: the title of its page, or the name that the charter gives.
            pub fn title(&self) -> &str {
                match self {
                    $(Rule::$rule(rule) => rule.title(),)+
                }
            }

            /// What the charter asks for under the rule, in words.
            pub fn asks(&self) -> Option<String> {
                match self {
                    $(Rule::$rule(rule) => rule.asks(),)+
                }
            }

            /// Whether the rule judges a fact that is settled once the event is over.
            pub fn is_settled_by_event(&self) -> bool {
                match self {
                    $(Rule::$rule(_) => $module::$rule::SETTLED_BY_EVENT,)+
                }
            }

            /// Judges one subject; nothing when the subject is not of the kind that it judges.
            pub fn judge(&self, subject: Subject<'_>, cx: &Context<'_>) -> Option<Ruling> {
                match self {
                    $(Rule::$rule(rule) => {
                        let about = Aspect::of(subject)?;
                        Some(rule.judge(about, cx).unwrap_or_else(Ruling::from))
                    })+
                }
            }
        }
    };
}

registry! {
    people::ForumInvolved,
    people::ServiceParents,
    people::AreasCovered,
    people::CypInvolved,
    people::CypSupported,
    upkeep::NamedContact,
    invitation::Notice,
    invitation::OpenLongEnough,
    invitation::PurposeExplained,
    invitation::Papers,
    invitation::SchoolTimes,
    invitation::AccessibleVenue,
    answers::ComplaintAnswered,
    invitation::JargonAvoided,
    answers::FeedbackGiven,
    answers::FeedbackInTime,
    answers::FeedbackReaches,
    decisions::EarlyInvolvement,
    decisions::ParametersSet,
    decisions::ExpectationsSet,
    people::ForumPromoted,
    answers::RequestMet,
    answers::RequestAnswered,
    people::ReachRecorded,
    people::WiderInput,
    answers::ForumFeedback,
    upkeep::Confidential,
    people::JointEvents,
    upkeep::ConductReviewed,
    upkeep::Signed,
    upkeep::TestedRegularly,
    decisions::MoreCoproductive,
    upkeep::StrategicOnly,
    decisions::DecisionInvolved,
    decisions::LadderClaim,
    custom::Custom,
}

impl Rule {
    /// Whether the rule judges a subject: it is of the right kind, and a period of the right length.
    pub fn judges(&self, subject: Subject<'_>) -> bool {
        if let Subject::Period(period) = subject {
            return self.every() == Some(period.length);
        }
        self.kind() == subject.kind()
    }

    /// Lets rules learn from each other and from the rest of the charter, once all of it is read:
    /// whether feedback is overdue depends on the standard for how soon it is due, and what a
    /// charter's own rule may name depends on its parties, schools and local fields.
    pub(crate) fn settle(
        mut rules: Vec<&mut Rule>,
        words: Vocabulary<'_>,
        faults: &mut Vec<Diagnostic>,
    ) {
        for rule in &mut rules {
            if let Rule::Custom(rule) = &mut **rule {
                rule.check(words, faults);
            }
        }
        let mut standard: Option<ByKind> = None;
        for rule in &rules {
            if let Rule::FeedbackInTime(rule) = &**rule {
                standard = standard.or(Some(rule.standards()));
            }
        }
        let Some(standard) = standard else { return };
        for rule in rules {
            if let Rule::FeedbackGiven(rule) = rule {
                rule.follow(standard);
            } else if let Rule::FeedbackReaches(rule) = rule {
                rule.follow(standard);
            }
        }
    }

    /// The rungs of the ladder that the rule names, for the charter to hold against its own.
    pub(crate) fn rungs(&self) -> Vec<&Spanned<String>> {
        if let Rule::LadderClaim(rule) = self {
            rule.rungs().collect()
        } else if let Rule::MoreCoproductive(rule) = self {
            rule.rungs().collect()
        } else {
            Vec::new()
        }
    }

    /// Whether an explanation under this rule moves the day on which feedback is due.
    pub fn delays_feedback(&self) -> bool {
        matches!(self, Rule::FeedbackInTime(_))
    }
}

/// The day of the event, or the answer when there is none.
fn event_day(engagement: &Engagement, cx: &Context<'_>) -> Result<(NaiveDate, Span), NoEvidence> {
    said(
        engagement.date_at(cx.as_of),
        "the record gives no date",
        "the date is missing here",
    )
    .map(|(date, span)| (*date, span))
}

/// The day from which what comes afterwards is counted, with its place: the day of the event, or
/// the day on which a survey or consultation closes.
fn over(record: &Engagement, cx: &Context<'_>) -> Result<(NaiveDate, Span), NoEvidence> {
    if !record.is_open_period() {
        return event_day(record, cx);
    }
    said(
        record.ends_on(cx.as_of),
        "the record does not say when it closed",
        "`closes` is missing here",
    )
    .map(|(day, span)| (*day, span))
    .map_err(|gap| gap.remedy("Give a survey or consultation the days `opens` and `closes`."))
}

/// A value that nothing can be judged without.
#[expect(
    clippy::needless_pass_by_value,
    reason = "an answer is a borrow already"
)]
fn said<'a, T>(
    answer: Answer<'a, T>,
    words: &'static str,
    missing: &'static str,
) -> Result<(&'a T, Span), NoEvidence> {
    match answer {
        Answer::Said(value, span) => Ok((value, span)),
        Answer::Silent(span) => Err(NoEvidence::new(words).at(span, missing)),
        Answer::Unreadable(span) => Err(unreadable(span)),
    }
}

/// Something is written that could not be read.
pub(crate) fn unreadable(span: Span) -> NoEvidence {
    NoEvidence::new("the record could not be read here; see its fault").at(span, "not readable")
}
