//! What a rung of the ladder can need, and what a record says about it.

use chrono::NaiveDate;

use crate::rules::Context;
use crate::rules::involvement::{Took, at_least, parents_took_part, somebody};
use closed_words::{Word, listed};
use engagement_records::fields::{Answer, Gap, read_word};
use engagement_records::record::Engagement;
use located::source::Span;
use located::tree::{Node, Value};
use plain_values::Count;
use working_days::day_and_year;

/// What a rung can need.
#[derive(Debug, Clone, Copy)]
pub(super) enum Need {
    Parents,
    BeforeOptionsFixed,
    DecidedJointly,
    Asked,
}

impl Word for Need {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("parents", Need::Parents),
        ("before-options-fixed", Need::BeforeOptionsFixed),
        ("decided-jointly", Need::DecidedJointly),
        ("asked", Need::Asked),
    ];
}

impl Need {
    /// What is shown where it is fulfilled.
    pub(super) fn spoken(self) -> &'static str {
        match self {
            Need::Parents => "parents and carers took part",
            Need::BeforeOptionsFixed => "the options were still open",
            Need::DecidedJointly => "both sides decided together",
            Need::Asked => "people were asked",
        }
    }
}

/// What a record says about a need.
pub(super) enum NeedSays {
    /// It is fulfilled.
    Yes(Span),
    /// It is not, in words.
    No(String, Span),
    /// Nothing; the words follow "the record does not say".
    Nothing(&'static str, Gap),
    /// It cannot be read.
    Unreadable(Span),
}

/// A list of needs, or a single one; with what was expected where it is something else.
pub(super) fn read_needs(node: &Node<'_>) -> Result<Vec<Need>, (Span, String)> {
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        Value::Scalar { .. } | Value::Map(_) | Value::Broken => std::slice::from_ref(node),
    };
    items
        .iter()
        .map(|item| match &item.value {
            Value::Scalar { text, .. } => read_word(text).map_err(|expected| (item.span, expected)),
            Value::List(_) | Value::Map(_) | Value::Broken => Err((
                item.span,
                format!("write a list of {}", listed(Need::all_words(), "or")),
            )),
        })
        .collect()
}

/// What a record says about a need of an engagement that was over on a day.
pub(super) fn says(need: Need, record: &Engagement, over: NaiveDate, cx: &Context<'_>) -> NeedSays {
    match need {
        Need::Parents => parents_came(record, cx),
        Need::BeforeOptionsFixed => options_open(record, over),
        Need::DecidedJointly => match record.decided_jointly.answer(record.span) {
            Answer::Present(true, span) => NeedSays::Yes(span),
            Answer::Present(false, span) => {
                NeedSays::No("it was not decided together".into(), span)
            }
            Answer::Missing(gap) => NeedSays::Nothing("whether both sides decided together", gap),
            Answer::Unreadable(span) => NeedSays::Unreadable(span),
        },
        Need::Asked => asked(record),
    }
}

/// Whether any parents came, or answered a survey for them. That nobody wrote it down shows nothing.
fn parents_came(record: &Engagement, cx: &Context<'_>) -> NeedSays {
    let [parents, reps, cyp, responded] = counts(record);
    let served = record
        .service_parents
        .inner(record.span, |parents| &parents.involved);
    if let Answer::Present(true, span) = served {
        return NeedSays::Yes(span);
    }
    let words = if record.is_open_period() {
        ("nobody answered", "how many answered")
    } else {
        ("nobody came", "how many parents and carers came")
    };
    let came = people(record.span, &[parents, reps], &[], words);
    if let NeedSays::Yes(_) = came {
        return came;
    }
    let unsaid = match parents_took_part(record, cx.as_of) {
        Took::NoPart(span) => {
            let words = "parents and carers are not among those it was for";
            return NeedSays::No(words.to_owned(), span);
        }
        Took::Unreadable(span) => return NeedSays::Unreadable(span),
        Took::Unsaid(span) => Some(NeedSays::Nothing(
            "that parents and carers took part",
            Gap::at(span),
        )),
        Took::Part(_) => None,
    };
    if record.is_open_period() {
        return match people(record.span, &[responded], &[parents, reps], words) {
            says @ (NeedSays::No(..) | NeedSays::Unreadable(_)) => says,
            says @ (NeedSays::Yes(_) | NeedSays::Nothing(..)) => unsaid.unwrap_or(says),
        };
    }
    match (came, head_count(record).no_parents(cyp)) {
        (NeedSays::Nothing(..), Some(span)) => NeedSays::No(words.0.to_owned(), span),
        (says @ NeedSays::Nothing(..), None) => unsaid.unwrap_or(says),
        (says, _) => says,
    }
}

/// Whether it was before the day on which the options were fixed.
fn options_open(record: &Engagement, over: NaiveDate) -> NeedSays {
    match record.options_fixed.answer(record.span) {
        Answer::Present(fixed, span) if over < *fixed => NeedSays::Yes(span),
        Answer::Present(fixed, span) => {
            let words = format!("the options had been fixed since {}", day_and_year(*fixed));
            NeedSays::No(words, span)
        }
        Answer::Missing(gap) => NeedSays::Nothing("when the options were fixed", gap),
        Answer::Unreadable(span) => NeedSays::Unreadable(span),
    }
}

fn asked(record: &Engagement) -> NeedSays {
    if record.is_open_period() {
        return NeedSays::Yes(record.kind.answer(record.span).span());
    }
    let [parents, reps, cyp, responded] = counts(record);
    let words = ("nobody came or answered", "how many came or answered");
    let says = people(record.span, &[parents, reps], &[cyp, responded], words);
    if matches!(says, NeedSays::Yes(_) | NeedSays::Unreadable(_)) {
        return says;
    }
    let heads = head_count(record);
    if let Answer::Unreadable(span) = heads.total {
        return NeedSays::Unreadable(span);
    }
    match (heads.others(), heads.only_staff()) {
        (Some(span), _) => NeedSays::Yes(span),
        (None, Some(span)) => NeedSays::No(words.0.to_owned(), span),
        (None, None) => says,
    }
}

/// How many came in all, where nobody counted the groups apart, and how many of them were staff.
struct HeadCount<'a> {
    total: Answer<'a, Count>,
    staff: Answer<'a, Count>,
}

fn head_count(record: &Engagement) -> HeadCount<'_> {
    let came = &record.attendance;
    HeadCount {
        total: came.inner(record.span, |came| &came.total),
        staff: came.inner(record.span, |came| &came.staff),
    }
}

impl HeadCount<'_> {
    /// Where it says that somebody came who is no staff.
    fn others(&self) -> Option<Span> {
        let Answer::Present(total, span) = self.total else {
            return None;
        };
        let staff = self.staff.get().map_or(Some(0), |staff| staff.at_most())?;
        (at_least(*total) > staff).then_some(span)
    }

    /// Where it says that there were no more than the staff who were counted.
    fn only_staff(&self) -> Option<Span> {
        let Answer::Present(total, span) = self.total else {
            return None;
        };
        let staff = self.staff.get().map_or(0, |staff| at_least(*staff));
        (total.at_most()? <= staff).then_some(span)
    }

    /// Where it says that there were just the staff and the young people who were counted; fewer than
    /// those contradict it, and then nobody knows.
    fn no_parents(&self, cyp: Answer<'_, Count>) -> Option<Span> {
        let Answer::Present(total, span) = self.total else {
            return None;
        };
        let counted = [self.staff, cyp].into_iter().filter_map(Answer::get);
        let known = counted
            .map(|count| at_least(*count))
            .fold(0, u32::saturating_add);
        (total.at_most()? == known).then_some(span)
    }
}

/// How many parents, representatives and young people came, and how many answered.
fn counts(record: &Engagement) -> [Answer<'_, Count>; 4] {
    let came = &record.attendance;
    [
        came.inner(record.span, |came| &came.parents),
        came.inner(record.span, |came| &came.forum_reps),
        came.inner(record.span, |came| &came.cyp),
        record.reach.inner(record.span, |reach| &reach.responded),
    ]
}

/// Whether anybody was there, by any of these counts. That nobody was is known only when all that
/// are `needed` say so; "fewer than 5" is said where somebody came.
fn people(
    place: Span,
    needed: &[Answer<'_, Count>],
    further: &[Answer<'_, Count>],
    (nobody, unknown): (&str, &'static str),
) -> NeedSays {
    let mut none = None;
    let mut silent = Vec::new();
    let mut unread = None;
    for (at, answer) in needed.iter().chain(further).enumerate() {
        match answer {
            Answer::Present(count, span) if somebody(**count) => {
                return NeedSays::Yes(*span);
            }
            Answer::Present(_, span) => none = none.or(Some(*span)),
            Answer::Missing(gap) if at < needed.len() => silent.push(*gap),
            Answer::Missing(_) => {}
            Answer::Unreadable(span) => unread = unread.or(Some(*span)),
        }
    }
    match (unread, Gap::first(silent), none) {
        (Some(span), ..) => NeedSays::Unreadable(span),
        (None, None, Some(span)) => NeedSays::No(nobody.to_owned(), span),
        (None, silent, _) => NeedSays::Nothing(unknown, silent.unwrap_or(Gap::at(place))),
    }
}
