//! Promises that a project keeps as a whole, when any one of its engagements does.

use chrono::NaiveDate;

use crate::rules::{Context, NoEvidence, Project, Ruling, unreadable};
use engagement_records::fields::{Answer, Gap};
use engagement_records::record::Engagement;
use located::source::Span;
use working_days::day_and_year;

/// What one engagement says about those who were to be involved.
pub(super) enum EngagementSays {
    /// They were.
    Involved(Span),
    /// It would not have been right, with the reason; whether it says what was done instead.
    NotAppropriate(Span, bool),
    /// They were not.
    No(Span),
    /// It does not say.
    Nothing(Gap),
    /// It does not say, but something else in it shows that they may have been: in words.
    Perhaps(String, Gap),
    /// It cannot be read.
    Unreadable(Span),
    /// Its day has not come.
    StillToCome(NaiveDate, Span),
    /// Nobody knows whether its day has come.
    Undated(Gap),
}

impl EngagementSays {
    /// What a plain answer means, once the day has come.
    pub(super) fn of(
        record: &Engagement,
        involved: Answer<'_, bool>,
        as_of: NaiveDate,
    ) -> EngagementSays {
        match (record.ends_on(as_of), involved) {
            (Answer::Present(day, span), _) if *day > as_of => {
                EngagementSays::StillToCome(*day, span)
            }
            (Answer::Unreadable(span), _) | (_, Answer::Unreadable(span)) => {
                EngagementSays::Unreadable(span)
            }
            // What came of an engagement counts from its day.
            (Answer::Missing(gap), _) => EngagementSays::Undated(gap),
            (Answer::Present(..), Answer::Present(true, span)) => EngagementSays::Involved(span),
            (Answer::Present(..), Answer::Present(false, span)) => EngagementSays::No(span),
            (Answer::Present(..), Answer::Missing(gap)) => EngagementSays::Nothing(gap),
        }
    }
}

/// Who was to be involved, and what would help.
pub(super) struct Wanted {
    /// `children and young people`.
    pub(super) them: &'static str,
    /// What is to be done: `involve children and young people`.
    pub(super) to_do: &'static str,
    /// What would help where they were not.
    pub(super) remedy: &'static str,
    /// What would help where they may have been.
    pub(super) remedy_perhaps: &'static str,
}

/// Judges a project by what each of its engagements says.
pub(super) fn judge(
    project: &Project<'_>,
    cx: &Context<'_>,
    who: &Wanted,
    says: impl Fn(&Engagement) -> EngagementSays,
) -> Result<Ruling, NoEvidence> {
    // Those that owe it come first.
    let said: Vec<(&Engagement, EngagementSays)> =
        project.all().map(|record| (record, says(record))).collect();
    let involved = said.iter().find_map(|(record, says)| {
        if let EngagementSays::Involved(span) = says {
            Some((*record, *span))
        } else {
            None
        }
    });
    if let Some((record, span)) = involved {
        let words = if project.name.is_some() {
            format!("{} were involved in “{}”", who.them, record.name())
        } else {
            format!("{} were involved", who.them)
        };
        return Ok(Ruling::kept(words).at(span, "involved here"));
    }
    if let Some(ruling) = still_to_come(project, cx, who, &said) {
        return Ok(ruling);
    }
    let undecided = project
        .decisions
        .iter()
        .find_map(|decision| decision.decided.unreadable());
    let unread = said.iter().find_map(|(_, says)| {
        if let EngagementSays::Unreadable(span) = says {
            Some(*span)
        } else {
            None
        }
    });
    if let Some(span) = undecided.or(unread) {
        return Err(unreadable(span));
    }
    for decision in &project.decisions {
        if let Answer::Missing(gap) = decision.decided.answer(decision.span) {
            let words =
                "a decision of this project has no day, so nobody can say whether it is over";
            return Err(NoEvidence::new(words)
                .gap(gap, "`decided` is missing here")
                .remedy("Add the day [decided]."));
        }
    }
    undated(&said)?;
    let owed = said.iter().take(project.engagements.len());
    let ruling = perhaps(who, &said).or_else(|| not_appropriate(who, owed));
    Ok(ruling.unwrap_or_else(|| none_involved(cx, who, &said)))
}

/// While anything of the project is still to come, they can still be involved in it.
fn still_to_come(
    project: &Project<'_>,
    cx: &Context<'_>,
    who: &Wanted,
    said: &[(&Engagement, EngagementSays)],
) -> Option<Ruling> {
    let engagements = said.iter().filter_map(|(_, says)| {
        if let EngagementSays::StillToCome(day, span) = says {
            Some((*day, *span))
        } else {
            None
        }
    });
    let decisions = project.decisions.iter().filter_map(|decision| {
        let decided = decision.decided.spanned()?;
        (decided.value > cx.as_of).then_some((decided.value, decided.span))
    });
    let (day, span) = engagements.chain(decisions).max_by_key(|(day, _)| *day)?;
    let words = format!(
        "{} can still be involved until {}",
        who.them,
        day_and_year(day)
    );
    Some(
        Ruling::still_to_come(day, words)
            .at(span, "still to come")
            .to_do(who.to_do),
    )
}

fn undated(said: &[(&Engagement, EngagementSays)]) -> Result<(), NoEvidence> {
    let place = said.iter().find_map(|(_, says)| {
        if let EngagementSays::Undated(gap) = says {
            Some(*gap)
        } else {
            None
        }
    });
    place.map_or(Ok(()), |gap| {
        let words = "the record gives no date, so nobody can say whether it is over";
        Err(NoEvidence::new(words).gap(gap, "the date is missing here"))
    })
}

/// The answer where a record shows that they may have been involved.
fn perhaps(who: &Wanted, said: &[(&Engagement, EngagementSays)]) -> Option<Ruling> {
    let mut all = said.iter();
    let (words, gap) = all.find_map(|(_, says)| {
        if let EngagementSays::Perhaps(words, gap) = says {
            Some((words, *gap))
        } else {
            None
        }
    })?;
    let them = who.them;
    let words = format!("the record does not say whether {them} were involved; {words}");
    Some(
        Ruling::no_evidence(words)
            .gap(gap, format!("{them} here"))
            .remedy(who.remedy_perhaps),
    )
}

fn none_involved(cx: &Context<'_>, who: &Wanted, said: &[(&Engagement, EngagementSays)]) -> Ruling {
    let them = who.them;
    let mut denied = Vec::new();
    let mut silent = Vec::new();
    for (_, says) in said {
        match says {
            EngagementSays::No(span) => denied.push(*span),
            EngagementSays::Nothing(gap) => silent.push(*gap),
            EngagementSays::Involved(_)
            | EngagementSays::NotAppropriate(..)
            | EngagementSays::Unreadable(_)
            | EngagementSays::StillToCome(..)
            | EngagementSays::Perhaps(..)
            | EngagementSays::Undated(_) => {}
        }
    }
    // One that is silent may be the one that did.
    let ruling = if let Some(first) = Gap::first(silent.iter().copied()) {
        let words = if said.len() > 1 {
            let all = said.len();
            format!("none of the {all} records of this project says that {them} were involved")
        } else {
            format!("the record does not say that {them} were involved")
        };
        let label = format!("nothing about {them} here");
        let ruling = cx.silent(words, first, label.clone());
        let others = silent.iter().filter(|gap| **gap != first);
        others.fold(ruling, |ruling, gap| ruling.at(gap.at, label.clone()))
    } else if said.len() > 1 {
        let all = said.len();
        Ruling::not_kept(format!(
            "none of the {all} engagements of this project involved {them}"
        ))
    } else {
        Ruling::not_kept(format!("{them} were not involved"))
    };
    let denied = denied.iter();
    denied
        .fold(ruling, |ruling, span| ruling.at(*span, "not involved"))
        .remedy(who.remedy)
}

/// The answer where every engagement that owes it says why it would not have been right.
fn not_appropriate<'a>(
    who: &Wanted,
    owed: impl Iterator<Item = &'a (&'a Engagement, EngagementSays)>,
) -> Option<Ruling> {
    let mut first = None;
    let mut all_alternatives = true;
    for (_, says) in owed {
        let EngagementSays::NotAppropriate(span, alternative) = says else {
            return None;
        };
        first = first.or(Some(*span));
        all_alternatives = all_alternatives && *alternative;
    }
    let ruling = Ruling::does_not_apply(format!(
        "it would not have been right to involve {}, and the record says why",
        who.them
    ))
    .at(first?, "the reason");
    Some(if all_alternatives {
        ruling
    } else {
        ruling.note("the record does not say what was done instead")
    })
}
