//! Rules: how a clause is judged. Each rule's file is its page, its check and its edge tests; this
//! file is the one list of them.

mod answers;
mod check;
mod context;
mod custom;
mod deadline;
mod decisions;
mod forum_work;
mod invitation;
mod involvement;
mod many_places;
mod page;
mod people;
mod place_words;
mod plain_language;
mod remedy;
mod required;
mod sentence;
mod standard;
mod subject;
mod upkeep;
mod verdict;
pub(crate) mod words;

pub use context::{Context, Delay, Review};
pub use involvement::{Doubtful, Involvement, Taken, Unplaced};
pub use page::{PageExample, RulePage};
pub use plain_language::PlainLanguage;
pub use remedy::{ColumnOf, Remedy};
pub(crate) use required::unreadable;
pub use sentence::Sentence;
pub(crate) use standard::is_crossed;
pub use standard::{Direction, Standard, StandardOf};
pub use subject::{
    DecisionCase, FileCase, Period, PeriodLength, Project, Signatory, Subject, Whole,
    event_settled_on,
};
pub use verdict::{FoundCounts, Measure, Ruling, Severity, Silence, Unmeasured, Verdict};

use check::{Check, Settled};
use closed_words::same_word;
use engagement_records::fields::{AskedFields, Fields};
use engagement_records::record::{SubjectKind, Vocabulary};
use located::diagnostic::Diagnostic;
use located::source::Spanned;
use required::{event_day, has_begun, open_from_to, over, said};
use standard::StandardsByKind;
use subject::Aspect;
use verdict::NoEvidence;

macro_rules! registry {
    ($($rule:ident: $($module:ident)::+,)+) => {
        /// A rule with the parameters that a charter gives it.
        #[derive(Debug, Clone)]
        #[expect(missing_docs, reason = "every rule is described on its page")]
        pub enum Rule {
            $($rule($($module::)+$rule),)+
        }

        impl Rule {
            /// The pages of all rules, in the order of this list.
            pub fn pages() -> impl Iterator<Item = RulePage> {
                [$(RulePage::of::<$($module::)+$rule>()),+].into_iter()
            }

            /// Reads the parameters of the rule with this code; nothing when there is none.
            pub(crate) fn read(code: &str, fields: &mut Fields<'_, '_>) -> Option<Rule> {
                $(if code == $($module::)+$rule::CODE {
                    return Some(Rule::$rule($($module::)+$rule::read(fields)));
                })+
                None
            }

            /// What the parameters of the rule with this code may be.
            pub(crate) fn asked(code: &str) -> AskedFields {
                AskedFields::of(|fields| {
                    Rule::read(code, fields);
                })
            }

            /// The rule's page.
            pub fn page(&self) -> RulePage {
                match self {
                    $(Rule::$rule(_) => RulePage::of::<$($module::)+$rule>(),)+
                }
            }

            /// Of which kind the subjects are that the rule judges.
            pub fn kind(&self) -> SubjectKind {
                match self {
                    $(Rule::$rule(rule) => rule.kind(),)+
                }
            }

            /// How long the periods are that the rule judges, if it judges periods.
            pub fn every(&self) -> Option<PeriodLength> {
                match self {
                    $(Rule::$rule(rule) => rule.every(),)+
                }
            }

            /// What reports call the promise.
            pub fn promise(&self) -> &str {
                match self {
                    $(Rule::$rule(rule) => rule.promise(),)+
                }
            }

            /// What reports call it when the promise was not kept.
            pub fn failing(&self) -> &str {
                match self {
                    $(Rule::$rule(rule) => rule.failing(),)+
                }
            }

            /// What the charter asks for under the rule, in words.
            pub fn asks(&self) -> Option<String> {
                match self {
                    $(Rule::$rule(rule) => rule.asks(),)+
                }
            }

            /// The fields of records that the rule looks at, by the names that lead to them.
            pub fn fields(&self) -> Vec<String> {
                match self {
                    $(Rule::$rule(rule) => rule.fields().unwrap_or_else(|| {
                        let page = RulePage::of::<$($module::)+$rule>();
                        page.fields().into_iter().map(str::to_owned).collect()
                    }),)+
                }
            }

            /// The standards that the rule holds things against; nothing where it has none.
            pub fn standards(&self) -> Vec<StandardOf> {
                match self {
                    $(Rule::$rule(rule) => rule.standards(),)+
                }
            }

            /// Whether an explanation under this rule moves the day on which feedback is due.
            pub fn delays_feedback(&self) -> bool {
                match self {
                    $(Rule::$rule(_) => $($module::)+$rule::DELAYS_FEEDBACK,)+
                }
            }

            /// The rungs of the ladder that the rule names, for the charter to hold against its own.
            pub(crate) fn rungs(&self) -> Vec<&Spanned<String>> {
                match self {
                    $(Rule::$rule(rule) => rule.rungs(),)+
                }
            }

            fn feedback_standards(&self) -> Option<StandardsByKind> {
                match self {
                    $(Rule::$rule(rule) => rule.feedback_standards(),)+
                }
            }

            fn take(&mut self, settled: &Settled<'_>, faults: &mut Vec<Diagnostic>) {
                match self {
                    $(Rule::$rule(rule) => rule.settle(settled, faults),)+
                }
            }

            /// The field of an engagement that takes the day on which what it asks for was done, by the
            /// names that lead to it.
            pub fn done(&self) -> Option<&'static str> {
                match self {
                    $(Rule::$rule(_) => $($module::)+$rule::DONE,)+
                }
            }

            /// Whether the rule is asked for before those whose promise it is are bound.
            pub fn holds_unsigned(&self) -> bool {
                match self {
                    $(Rule::$rule(_) => $($module::)+$rule::HOLDS_UNSIGNED,)+
                }
            }

            /// Whether the rule judges a fact that is settled once the event is over.
            pub fn is_settled_by_event(&self) -> bool {
                match self {
                    $(Rule::$rule(_) => $($module::)+$rule::SETTLED_BY_EVENT,)+
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
    ForumInvolved: people::forum_involved,
    ServiceParentsInvolved: people::service_parents,
    AreasCovered: people::areas_covered,
    CypInvolved: people::cyp_involved,
    CypSupported: people::cyp_supported,
    NamedContact: upkeep::named_contact,
    NoticeInTime: invitation::notice,
    OpenLongEnough: invitation::open_long_enough,
    PurposeExplained: invitation::purpose_explained,
    PapersInTime: invitation::papers,
    SchoolTimes: invitation::school_times,
    AccessibleVenue: invitation::accessible_venue,
    ComplaintAnswered: answers::complaint_answered,
    JargonAvoided: invitation::jargon_avoided,
    FeedbackGiven: answers::feedback_given,
    FeedbackInTime: answers::feedback_in_time,
    FeedbackReaches: answers::feedback_reaches,
    EarlyInvolvement: decisions::early_involvement,
    ParametersSet: decisions::parameters_set,
    ExpectationsSet: decisions::expectations_set,
    ForumPromoted: people::forum_promoted,
    RequestMet: answers::request_met,
    RequestAnswered: answers::request_answered,
    ReachRecorded: people::reach_recorded,
    WiderInputAsked: people::wider_input,
    WiderGroupTold: answers::forum_feedback,
    Confidential: upkeep::confidential,
    JointEvents: people::joint_events,
    ConductReviewed: upkeep::conduct_reviewed,
    Signed: upkeep::signed,
    TestedRegularly: upkeep::tested_regularly,
    MoreCoproductive: decisions::more_coproductive,
    StrategicOnly: upkeep::strategic_only,
    DecisionInvolved: decisions::decision_involved,
    LadderClaim: decisions::ladder_claim,
    Custom: custom,
}

impl Rule {
    /// Whether the rule judges a subject: it is of the right kind, and a period of the right length.
    pub fn judges(&self, subject: Subject<'_>) -> bool {
        if let Subject::Period(period) = subject {
            return self.every() == Some(period.length);
        }
        self.kind() == subject.kind()
    }

    /// Whether people may mean the rule by a name: its code, or what it is called where the promise
    /// was kept or was not. Capitals do not matter, and a hyphen is a blank.
    pub fn is_called(&self, name: &str) -> bool {
        let own = [self.promise(), self.failing()];
        let names = self.page().names();
        names.iter().chain(&own).any(|known| same_word(known, name))
    }

    /// Lets rules learn from each other and from the rest of the charter, once all of it is read:
    /// whether feedback is overdue depends on the standard for how soon it is due, and what a
    /// charter's own rule may name depends on its parties, schools and local fields.
    pub(crate) fn settle(
        rules: Vec<&mut Rule>,
        vocabulary: Vocabulary<'_>,
        faults: &mut Vec<Diagnostic>,
    ) {
        let settled = Settled {
            vocabulary,
            feedback: rules.iter().find_map(|rule| rule.feedback_standards()),
        };
        for rule in rules {
            rule.take(&settled, faults);
        }
    }
}
