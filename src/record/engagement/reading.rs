//! An engagement from its fields.

use super::Engagement;
use super::parts::{
    Access, AccessKey, Attendance, Count, CypInvolvement, Expectations, Experience, Feedback,
    ForumFeedback, ForumInvitation, LocalType, LocalValue, Move, Notice, Papers, PromotedForum,
    Reach, ScopeForChange, Sent, ServiceParents, Timing, Venue, WiderInput,
};
use crate::fields::{Field, Fields, read_date, read_word, read_yes_no};
use crate::record::explanation::Explanation;
use crate::record::{Id, Vocabulary};
use located::source::{Span, Spanned};
use plain_values::is_denial;

impl Engagement {
    /// Reads an engagement from its fields. `id` is the id that was given or found.
    #[expect(
        clippy::too_many_lines,
        reason = "one field after the other, in the order of the struct"
    )]
    pub(in crate::record) fn read(id: Id, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        Engagement {
            id,
            span: f.place(),
            title: f.text("title"),
            kind: f.word("kind"),
            scope: f.word("scope"),
            project: f.text("project"),
            areas: f.list("areas", read_word),
            organisers: f.list("organisers", |text| words.parties.find(text)),
            status: f.word("status"),
            date: f.date("date"),
            start: f.time("start"),
            end: f.time("end"),
            moved_from: f.groups("moved_from", "an earlier day", |f| Move {
                date: f.date("date"),
                told: f.date("told"),
            }),
            opens: f.date("opens"),
            closes: f.date("closes"),
            extended_from: f.date("extended_from"),
            audience: f.list("audience", read_word),
            contact: f.text("contact"),
            notice: f.group_or(
                "notice",
                "`notice`",
                read_notice,
                denied(|sent| Notice {
                    sent,
                    ..Notice::default()
                }),
            ),
            papers: f.group_or(
                "papers",
                "`papers`",
                read_papers,
                denied(|sent| Papers {
                    sent,
                    ..Papers::default()
                }),
            ),
            timing: f.group("timing", "`timing`", |f| read_timing(f, words)),
            venue: f.group("venue", "`venue`", read_venue),
            attendance: f.group("attendance", "`attendance`", |f| Attendance {
                forum_reps: f.parsed("forum_reps", read_count),
                parents: f.parsed("parents", read_count),
                cyp: f.parsed("cyp", read_count),
                staff: f.parsed("staff", read_count),
            }),
            forum: f.group_or(
                "forum",
                "`forum`",
                |f| ForumInvitation {
                    invited: sent(f, "invited"),
                },
                denied(|invited| ForumInvitation { invited }),
            ),
            service_parents: f.group_or(
                "service_parents",
                "`service_parents`",
                read_service_parents,
                |text, span| {
                    answered(text, span).map(|involved| ServiceParents {
                        involved,
                        ..ServiceParents::default()
                    })
                },
            ),
            cyp: f.group_or("cyp", "`cyp`", read_cyp, |text, span| {
                answered(text, span).map(|involved| CypInvolvement {
                    involved,
                    ..CypInvolvement::default()
                })
            }),
            scope_for_change: f.group("scope_for_change", "`scope_for_change`", |f| {
                ScopeForChange {
                    within: f.list("in", text),
                    out: f.list("out", text),
                }
            }),
            expectations: f.group("expectations", "`expectations`", |f| Expectations {
                commitment_asked: f.text("commitment_asked"),
                recognition: f.text("recognition"),
            }),
            options_fixed: f.date("options_fixed"),
            decided_jointly: f.yes_no("decided_jointly"),
            wider_input: f.group("wider_input", "`wider_input`", |f| WiderInput {
                opened: f.date("opened"),
                closed: f.date("closed"),
                channel: f.text("channel"),
            }),
            reach: f.group("reach", "`reach`", |f| Reach {
                invited: f.parsed("invited", read_count),
                responded: f.parsed("responded", read_count),
                not_reached: f.text("not_reached"),
            }),
            feedback: f.group_or(
                "feedback",
                "`feedback`",
                read_feedback,
                denied(|sent| Feedback {
                    sent,
                    ..Feedback::default()
                }),
            ),
            forum_feedback: f.group_or(
                "forum_feedback",
                "`forum_feedback`",
                |f| ForumFeedback {
                    sent: sent(f, "sent"),
                },
                denied(|sent| ForumFeedback { sent }),
            ),
            ladder: f.parsed("ladder", |text| words.rung(text)),
            experience: f.group("experience", "`experience`", |f| Experience {
                complaint: f.yes_no("complaint"),
                responded: sent(f, "responded"),
            }),
            promoted_forum: f.group_or(
                "promoted_forum",
                "`promoted_forum`",
                |f| PromotedForum {
                    done: f.yes_no("done"),
                    place: f.text("where"),
                },
                |text, span| {
                    answered(text, span).map(|done| PromotedForum {
                        done,
                        place: Field::Absent,
                    })
                },
            ),
            local: read_local(f, words),
            explanations: Explanation::read_all(f, words),
            minutes: f.text("minutes"),
        }
    }
}

/// Reads a bare `yes`, `no` or `none` where a group of fields could stand.
fn answered(text: &str, span: Span) -> Option<Field<bool>> {
    let value = match read_yes_no(text) {
        Ok(answer) => answer,
        Err(_) if is_denial(text) => false,
        Err(_) => return None,
    };
    Some(Field::Said(Spanned { value, span }))
}

/// Reads a bare `no` or `none` where a group of fields could stand as "not sent".
fn denied<T>(build: impl FnOnce(Field<Sent>) -> T) -> impl FnOnce(&str, Span) -> Option<T> {
    move |text, span| {
        is_denial(text).then(|| {
            build(Field::Said(Spanned {
                value: Sent::Never,
                span,
            }))
        })
    }
}

pub(in crate::record) fn sent(f: &mut Fields<'_, '_>, name: &'static str) -> Field<Sent> {
    f.parsed(name, |text| {
        if is_denial(text) {
            return Ok(Sent::Never);
        }
        read_date(text)
            .map(Sent::On)
            .map_err(|expected| format!("{expected}; write `none` if it was not sent"))
    })
}

/// A text in a list.
#[expect(clippy::unnecessary_wraps, reason = "lists take readers that can fail")]
fn text(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

fn read_notice(f: &mut Fields<'_, '_>) -> Notice {
    Notice {
        sent: sent(f, "sent"),
        channel: f.text("channel"),
        purpose: f.text("purpose"),
    }
}

fn read_papers(f: &mut Fields<'_, '_>) -> Papers {
    Papers {
        sent: sent(f, "sent"),
        none_needed: f.text("none_needed"),
        formats: f.list("formats", text),
    }
}

fn read_timing(f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Timing {
    Timing {
        considered: f.text("considered"),
        considered_on: f.date("considered_on"),
        alternative: f.text("alternative"),
        schools: f.list("schools", |text| words.school(text)),
        hosted_in_school: f.yes_no("hosted_in_school"),
    }
}

fn read_venue(f: &mut Fields<'_, '_>) -> Venue {
    Venue {
        mode: f.word("mode"),
        name: f.text("name"),
        access: f.group("access", "`access`", |f| Access {
            answers: AccessKey::ALL
                .iter()
                .map(|key| (*key, f.yes_no(key.word())))
                .collect(),
            why_not: f.text("why_not"),
        }),
    }
}

fn read_service_parents(f: &mut Fields<'_, '_>) -> ServiceParents {
    ServiceParents {
        involved: f.yes_no("involved"),
        method: f.text("method"),
    }
}

fn read_cyp(f: &mut Fields<'_, '_>) -> CypInvolvement {
    CypInvolvement {
        involved: f.yes_no("involved"),
        method: f.text("method"),
        facilitation: f.text("facilitation"),
        voice: f.text("voice"),
        audience: f.text("audience"),
        influence: f.text("influence"),
        not_appropriate: f.text("not_appropriate"),
        alternative: f.text("alternative"),
    }
}

fn read_feedback(f: &mut Fields<'_, '_>) -> Feedback {
    Feedback {
        sent: sent(f, "sent"),
        channel: f.text("channel"),
        to: f.list("to", read_word),
        you_said: f.text("you_said"),
        we_did: f.text("we_did"),
        not_possible: f.text("not_possible"),
    }
}

fn read_local(f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Vec<(String, Field<LocalValue>)> {
    let local = f.group("local", "`local`", |f| {
        words
            .local
            .iter()
            .map(|(name, kind)| {
                let value = match kind {
                    LocalType::YesNo => {
                        f.local(name, |text| read_yes_no(text).map(LocalValue::YesNo))
                    }
                    LocalType::Text => f.local(name, |text| Ok(LocalValue::Text(text.to_owned()))),
                    LocalType::Date => f.local(name, |text| read_date(text).map(LocalValue::Date)),
                    LocalType::Number => f.local(name, |text| {
                        text.parse()
                            .map(LocalValue::Number)
                            .map_err(|_| "write a whole number, such as 20".to_owned())
                    }),
                };
                (name.clone(), value)
            })
            .collect::<Vec<_>>()
    });
    match local {
        Field::Said(said) => *said.value,
        Field::Absent | Field::Blank(_) | Field::Unreadable(_) => Vec::new(),
    }
}

/// Reads a number of people: `12`, `10+`, `<5`, `5-9`, `about 30`.
///
/// # Errors
/// What was expected.
fn read_count(text: &str) -> Result<Count, String> {
    let count: plain_values::Count = text.parse()?;
    Ok(Count {
        at_least: count.at_least(),
        at_most: count.at_most(),
    })
}
