//! Whether a condition holds that the charter writes itself.
//!
//! ## Why
//!
//! Every area promises something that no other does. What no built-in rule covers can be written
//! into the charter as a condition in CEL, the Common Expression Language (cel.dev), about the
//! fields of a record by their names.
//!
//! ## How it is judged
//!
//! By record, once its day is over. Where `applies` does not hold, the promise does not arise.
//! Where `kept` holds, it is kept. A field that says nothing never makes a condition true or false
//! by accident: the verdict is "no evidence" and names the field, unless the rest of the condition
//! settles the matter. A stated `none` in place of a day is "not kept".
//!
//! Fields have the names that files use (`notice.sent`, `venue.access.step_free`), also those that
//! the charter declares (`local.creche`); `as_of` is the date of the audit. Besides CEL's own
//! operators, `has()`, `size()`, `in`, `all()` and `exists()` there are
//!
//! - `days(a, b)`, `clear_days(a, b)`, `working_days(a, b)` and `clear_working_days(a, b)`: how
//!   long it is from one day to a later one, as a standard counts;
//! - `is_term_time(day)` and `is_working_day(day)`;
//! - `date('2026-03-01')` and `time('10:00')`.
//!
//! A slip in a condition is found when the charter is read.
//!
//! ## Parameters
//!
//! - `about`: `engagement`, `decision`, `request`, `contact` or `conduct`.
//! - `kept`: the condition.
//! - `applies`: when the promise arises; always when it is left out.
//! - `message`: what to say when it is not kept, with values in braces.
//! - `name`: what reports call the promise.
//! - `failing`: what they call it when it was not kept.
//! - `help`: what would mend it.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml charter
//! fields: { creche: yes-no }
//! clauses:
//!   - id: X1
//!     of: organisation
//!     says: Offer a creche at workshops in term time.
//!     severity: advice
//!     rule:
//!       custom:
//!         about: engagement
//!         name: Creche offered
//!         applies: kind == 'workshop'
//!         kept: local.creche || clear_days(notice.sent, date) >= 21
//!         message: "no creche on {date}, and {clear_days(notice.sent, date)} clear days of notice"
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! local: { creche: yes }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml charter
//! fields: { creche: yes-no }
//! clauses:
//!   - id: X1
//!     of: organisation
//!     says: Offer a creche at workshops in term time.
//!     severity: advice
//!     rule: { custom: { about: engagement, kept: local.creche } }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! local: { creche: no }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml charter
//! fields: { creche: yes-no }
//! clauses:
//!   - id: X1
//!     of: organisation
//!     says: Offer a creche at workshops in term time.
//!     severity: advice
//!     rule: { custom: { about: engagement, kept: local.creche } }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml charter
//! clauses:
//!   - id: X1
//!     of: organisation
//!     says: Meet for two hours at most.
//!     severity: advice
//!     rule: { custom: { about: engagement, applies: kind == 'workshop', kept: end <= time('21:00') } }
//! ```
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! end: 21:30
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml charter
//! clauses:
//!   - id: X1
//!     of: organisation
//!     says: End by nine in the evening.
//!     severity: advice
//!     rule: { custom: { about: engagement, kept: end <= time('21:00') } }
//! ```
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! end: 20:30
//! ```

mod conditions;

use std::sync::Arc;

use chrono::NaiveDate;

use self::conditions::{Conditions, WrittenConditions, text};
use super::check::{Check, Settled};
use super::context::Context;
use super::remedy::Remedy;
use super::required::{over, said, unreadable};
use super::subject::Subject;
use super::verdict::{NoEvidence, Ruling, Silence, Verdict};
use engagement_records::expression::{ConditionOutcome, Evaluation};
use engagement_records::fields::Fields;
use engagement_records::record::SubjectKind;
use engagement_records::record::view::{self, Schema, View, Viewed};
use located::diagnostic::Diagnostic;
use located::source::Span;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct Custom {
    about: view::About,
    promise: String,
    failing: String,
    help: Option<String>,
    place: Span,
    written: WrittenConditions,
    checked: Option<Arc<Conditions>>,
}

impl Check for Custom {
    type About<'a> = Subject<'a>;
    const CODE: &'static str = "custom";
    const PROMISE: &'static str = "The charter's own rule";
    const FAILING: &'static str = "The charter's own rule, not kept";
    const FILE: &'static str = include_str!("mod.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let place = fields.place();
        let about = fields.word("about");
        let written = WrittenConditions {
            applies: text(fields, "applies"),
            kept: text(fields, "kept"),
            message: text(fields, "message"),
        };
        for (name, missing, help) in [
            ("about", about.is_missing(), "such as `about: engagement`"),
            (
                "kept",
                written.kept.is_none(),
                "the condition under which the promise is kept",
            ),
        ] {
            fields.require(name);
            if missing {
                let message = format!("`{name}` is missing here");
                fields.fault(Diagnostic::error("missing-field", place, message).help(help));
            }
        }
        let promise = fields.text("name").get().cloned();
        let failing = fields.text("failing").get().cloned();
        let failing = failing.or_else(|| Some(format!("{}, not kept", promise.as_ref()?)));
        Custom {
            about: about.get().copied().unwrap_or(view::About::Engagement),
            promise: promise.unwrap_or_else(|| Self::PROMISE.to_owned()),
            failing: failing.unwrap_or_else(|| Self::FAILING.to_owned()),
            help: fields.text("help").get().cloned(),
            place,
            written,
            checked: None,
        }
    }

    fn kind(&self) -> SubjectKind {
        match self.about {
            view::About::Engagement => SubjectKind::Engagement,
            view::About::Decision => SubjectKind::Decision,
            view::About::Request => SubjectKind::Request,
            view::About::Contact => SubjectKind::Contact,
            view::About::Conduct => SubjectKind::Conduct,
        }
    }

    fn promise(&self) -> &str {
        &self.promise
    }

    fn failing(&self) -> &str {
        &self.failing
    }

    fn asks(&self) -> Option<String> {
        let kept = &self.written.kept.as_ref()?.words;
        Some(match &self.written.applies {
            Some(applies) => format!("`{kept}`, wherever `{}`", applies.words),
            None => format!("`{kept}`"),
        })
    }

    fn fields(&self) -> Option<Vec<String>> {
        let checked = self.checked.iter();
        let conditions = checked.flat_map(|it| it.applies.iter().chain([&it.kept]));
        let fields = conditions.flat_map(|condition| condition.fields().iter().cloned());
        Some(fields.collect())
    }

    /// Holds the conditions against the fields of records, once the charter has said which words its
    /// area uses.
    fn settle(&mut self, settled: &Settled<'_>, faults: &mut Vec<Diagnostic>) {
        let schema = Schema::new(self.about, settled.vocabulary, self.place);
        self.checked = self.written.check(&schema, faults).map(Arc::new);
    }

    fn judge(&self, subject: Subject<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let Some((viewed, day)) = viewed(subject, cx)? else {
            return Ok(Ruling::does_not_apply(
                "it is about records of another kind",
            ));
        };
        let Some(checked) = &self.checked else {
            return Ok(Ruling::no_evidence(
                "the charter's condition was not checked",
            ));
        };
        let view = View::new(viewed, cx.vocabulary, cx.as_of);
        let elsewhere = checked.applies.as_ref().and_then(|applies| {
            does_not_arise(&applies.evaluate_as_unsaid(&view, cx.calendar), cx)
        });
        if let Some((day, place)) = day.filter(|(day, _)| *day > cx.as_of) {
            // What a record does not say before its day can still be written down.
            if let Some(ruling) = elsewhere
                && ruling.verdict == Verdict::DoesNotApply
            {
                return Ok(ruling);
            }
            let words = format!("it is judged after {}", day_and_year(day));
            return Ok(Ruling::still_to_come(day, words).at(place, "the day itself"));
        }
        if let Some(ruling) = elsewhere {
            return Ok(ruling);
        }
        let Evaluation { outcome, rests_on } = checked.kept.evaluate(&view, cx.calendar);
        let not_kept = || {
            checked.message.as_ref().map_or_else(
                || "the record shows that it was not so".to_owned(),
                |message| message.fill(&view, cx.calendar, cx.redactor),
            )
        };
        let mut ruling = match outcome {
            ConditionOutcome::Yes => Ruling::kept("the record shows that it was so"),
            ConditionOutcome::No => Ruling::not_kept(not_kept()),
            ConditionOutcome::Denied { place, .. } => {
                Ruling::not_kept(not_kept()).at(place, "stated as none")
            }
            other @ (ConditionOutcome::Missing { .. }
            | ConditionOutcome::Unreadable { .. }
            | ConditionOutcome::Unknown { .. }) => {
                return Ok(gap(other, cx));
            }
        };
        for ground in rests_on {
            ruling = ruling.at(ground.place, ground.path);
        }
        if ruling.places.is_empty() {
            ruling = ruling.at(viewed.span(), "");
        }
        Ok(match (&self.help, ruling.verdict) {
            (Some(help), Verdict::NotKept) => ruling.remedy(Remedy::as_written(help.clone())),
            _ => ruling,
        })
    }
}

/// The answer where the promise does not arise here, or nobody can say whether it does.
fn does_not_arise(evaluation: &Evaluation, cx: &Context<'_>) -> Option<Ruling> {
    match &evaluation.outcome {
        ConditionOutcome::Yes => None,
        ConditionOutcome::No | ConditionOutcome::Denied { .. } => {
            let ruling = Ruling::does_not_apply("this promise is about other records than this");
            let grounds = evaluation.rests_on.iter();
            Some(grounds.fold(ruling, |ruling, ground| {
                ruling.at(ground.place, ground.path.clone())
            }))
        }
        other @ (ConditionOutcome::Missing { .. }
        | ConditionOutcome::Unreadable { .. }
        | ConditionOutcome::Unknown { .. }) => {
            // Whether a promise arises at all is never settled by silence.
            let cx = Context {
                silence: Silence::NoEvidence,
                ..*cx
            };
            Some(gap(other.clone(), &cx))
        }
    }
}

/// The answer where the condition has none.
fn gap(outcome: ConditionOutcome, cx: &Context<'_>) -> Ruling {
    match outcome {
        ConditionOutcome::Missing { path, gap } => cx
            .silent(
                format!("the record says nothing about `{path}`"),
                gap,
                format!("`{path}` is missing here"),
            )
            .remedy(format!("Add [{path}|`{path}` to the record|it @].")),
        ConditionOutcome::Unreadable { place } => unreadable(place).into(),
        ConditionOutcome::Unknown { why } => Ruling::no_evidence(why),
        ConditionOutcome::Yes | ConditionOutcome::No | ConditionOutcome::Denied { .. } => {
            Ruling::no_evidence("the condition has no answer")
        }
    }
}

/// A record to look at, with the day after which it is judged.
type Looked<'a> = Option<(Viewed<'a>, Option<(NaiveDate, Span)>)>;

fn viewed<'a>(subject: Subject<'a>, cx: &Context<'_>) -> Result<Looked<'a>, NoEvidence> {
    Ok(match subject {
        Subject::Engagement(record) => Some((Viewed::Engagement(record), Some(over(record, cx)?))),
        Subject::Decision(case) => {
            let decision = case.decision;
            let (day, place) = said(
                decision.decided.answer(decision.span),
                "the register does not say when it was decided",
                "`decided` is missing here",
            )?;
            Some((Viewed::Decision(decision), Some((*day, place))))
        }
        Subject::Request(request) => {
            let (day, place) = said(
                request.needed_for.answer(request.span),
                "the record does not say for which day the request was made",
                "`for` is missing here",
            )?;
            Some((Viewed::Request(request), Some((*day, place))))
        }
        Subject::Contact(contact) => Some((Viewed::Contact(contact), None)),
        Subject::Conduct(conduct) => Some((Viewed::Conduct(conduct), None)),
        Subject::Project(_)
        | Subject::Signatory(_)
        | Subject::Period(_)
        | Subject::File(_)
        | Subject::Whole(_) => None,
    })
}
