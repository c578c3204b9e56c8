//! An engagement: a meeting, workshop, event, forum meeting, survey or consultation.

use chrono::{NaiveDate, NaiveTime};

use super::Vocabulary;
use super::explanation::Explanation;
use super::party::{PartyId, Side};
use crate::fields::{Answer, Field, Fields, read_date, read_word};
use crate::source::{Span, Spanned};
use crate::tree::is_denial;
use crate::words::words;

words! {
    /// What kind of engagement it was.
    pub enum Kind {
        /// A meeting by appointment.
        Meeting = "meeting",
        /// Working on something together.
        Workshop = "workshop",
        /// An open event.
        Event = "event",
        /// A meeting of the forum.
        ForumMeeting = "forum-meeting",
        /// Questions that people answer in their own time.
        Survey = "survey",
        /// A formal consultation, open from a day to a day.
        Consultation = "consultation",
    }
}

impl Kind {
    /// Whether it is open from one day to another, rather than held on a day.
    pub fn is_open_period(self) -> bool {
        matches!(self, Kind::Survey | Kind::Consultation)
    }

    /// The word in a sentence: `forum meeting`.
    pub fn spoken(self) -> &'static str {
        if self == Kind::ForumMeeting {
            "forum meeting"
        } else {
            self.word()
        }
    }
}

words! {
    /// What the engagement was about.
    pub enum Scope {
        /// Services and plans for many; what a charter covers.
        Strategic = "strategic",
        /// One family's case; out of a charter's scope.
        Individual = "individual",
    }
}

words! {
    /// The five areas in which parents and carers are to be involved.
    pub enum Area {
        /// Development of existing and new services.
        Development = "development",
        /// Key decisions about how services are provided.
        Decisions = "decisions",
        /// Proposed changes to services and support.
        Changes = "changes",
        /// Feedback on the quality of services.
        Feedback = "feedback",
        /// Needs, and gaps in provision.
        Needs = "needs",
    }
}

words! {
    /// How far an engagement has come.
    pub enum Status {
        /// It is meant to happen.
        Planned = "planned",
        /// It happened.
        Held = "held",
        /// It will not happen.
        Cancelled = "cancelled",
        /// It was put off; `moved_from` says that there is a new day.
        Postponed = "postponed",
    }
}

words! {
    /// Who an engagement was for.
    pub enum Audience {
        /// Parents and carers.
        Parents = "parents",
        /// Children and young people.
        Cyp = "cyp",
        /// People who work in services.
        Staff = "staff",
    }
}

impl Audience {
    /// In a sentence, without abbreviation.
    pub fn spoken(self) -> &'static str {
        match self {
            Audience::Parents => "parents and carers",
            Audience::Cyp => "children and young people",
            Audience::Staff => "staff",
        }
    }
}

words! {
    /// How people could take part.
    pub enum Mode {
        /// Everybody in one place.
        InPerson = "in-person",
        /// Everybody at a screen.
        Online = "online",
        /// Some in a place, some at a screen.
        Hybrid = "hybrid",
    }
}

/// The day something was sent, or a statement that it never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Sent on this day.
    On(NaiveDate),
    /// `none`: it was not sent.
    Never,
}

/// A number of people, perhaps only roughly known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// At least so many.
    pub at_least: u32,
    /// At most so many, where that is known.
    pub at_most: Option<u32>,
}

/// An earlier day for the same engagement.
#[derive(Debug, Clone, Default)]
pub struct Move {
    /// The day it was to be.
    pub date: Field<NaiveDate>,
    /// The day people were told of the new day.
    pub told: Field<NaiveDate>,
}

/// How people were told.
#[derive(Debug, Clone, Default)]
pub struct Notice {
    /// The day of the first notice with day, time and place.
    pub sent: Field<Sent>,
    /// By e-mail, letter, newsletter.
    pub channel: Field<String>,
    /// What it was for, in the words that people were given.
    pub purpose: Field<String>,
}

/// What people could read beforehand.
#[derive(Debug, Clone, Default)]
pub struct Papers {
    /// The day papers went out.
    pub sent: Field<Sent>,
    /// The reason why there were none to send.
    pub none_needed: Field<String>,
    /// Easy read, translations, large print.
    pub formats: Field<Vec<Spanned<String>>>,
}

/// How the time was chosen.
#[derive(Debug, Clone, Default)]
pub struct Timing {
    /// How school times were considered.
    pub considered: Field<String>,
    /// The day that was done, if it is known.
    pub considered_on: Field<NaiveDate>,
    /// Another session at another time.
    pub alternative: Field<String>,
    /// Whose families were invited; all schools of the charter when absent.
    pub schools: Field<Vec<Spanned<String>>>,
    /// Held in school as part of the school day.
    pub hosted_in_school: Field<bool>,
}

words! {
    /// What a place or an online meeting can offer, so that everybody can take part.
    pub enum AccessKey {
        /// A way in without steps.
        StepFree = "step_free",
        /// A toilet that everybody can use.
        AccessibleToilet = "accessible_toilet",
        /// A hearing loop.
        HearingLoop = "hearing_loop",
        /// Parking close by.
        Parking = "parking",
        /// A bus stop or transport laid on.
        Transport = "transport",
        /// A room to withdraw to.
        QuietSpace = "quiet_space",
        /// Captions on the screen.
        Captions = "captions",
        /// Help with joining.
        JoiningHelp = "joining_help",
        /// People were asked what they need.
        NeedsAsked = "needs_asked",
    }
}

impl AccessKey {
    /// In a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            AccessKey::StepFree => "step-free access",
            AccessKey::AccessibleToilet => "an accessible toilet",
            AccessKey::HearingLoop => "a hearing loop",
            AccessKey::Parking => "parking",
            AccessKey::Transport => "transport",
            AccessKey::QuietSpace => "a quiet space",
            AccessKey::Captions => "captions",
            AccessKey::JoiningHelp => "help with joining",
            AccessKey::NeedsAsked => "asking people what they need",
        }
    }
}

/// What was asked about access, and the answers.
#[derive(Debug, Clone, Default)]
pub struct Access {
    /// Each point with its answer; points that are not there were not answered.
    pub answers: Vec<(AccessKey, Field<bool>)>,
    /// Why something could not be offered.
    pub why_not: Field<String>,
}

impl Access {
    /// The answer on one point.
    pub fn answer(&self, key: AccessKey) -> Option<&Field<bool>> {
        self.answers
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, answer)| answer)
    }
}

/// Where it took place.
#[derive(Debug, Clone, Default)]
pub struct Venue {
    /// In person, online or both.
    pub mode: Field<Mode>,
    /// The name of the place.
    pub name: Field<String>,
    /// What it offered.
    pub access: Field<Box<Access>>,
}

/// How many came.
#[derive(Debug, Clone, Default)]
pub struct Attendance {
    /// Representatives of the forum.
    pub forum_reps: Field<Count>,
    /// Parents and carers.
    pub parents: Field<Count>,
    /// Children and young people; small numbers are never reported exactly.
    pub cyp: Field<Count>,
    /// People who work in services.
    pub staff: Field<Count>,
}

/// Whether the forum was invited, and when.
#[derive(Debug, Clone, Default)]
pub struct ForumInvitation {
    /// The day of the invitation, or that there was none.
    pub invited: Field<Sent>,
}

/// Parents who use the service themselves, beside those who represent others.
#[derive(Debug, Clone, Default)]
pub struct ServiceParents {
    /// Whether they were involved.
    pub involved: Field<bool>,
    /// How.
    pub method: Field<String>,
}

/// How children and young people were involved.
#[derive(Debug, Clone, Default)]
pub struct CypInvolvement {
    /// Whether they were.
    pub involved: Field<bool>,
    /// How.
    pub method: Field<String>,
    /// Who or what helped them to take part.
    pub facilitation: Field<String>,
    /// How they could express themselves.
    pub voice: Field<String>,
    /// Who listened.
    pub audience: Field<String>,
    /// What became of it.
    pub influence: Field<String>,
    /// Why it would not have been right to involve them.
    pub not_appropriate: Field<String>,
    /// What was done instead.
    pub alternative: Field<String>,
}

/// What could still be changed and what could not.
#[derive(Debug, Clone, Default)]
pub struct ScopeForChange {
    /// Open to change.
    pub within: Field<Vec<Spanned<String>>>,
    /// Already settled.
    pub out: Field<Vec<Spanned<String>>>,
}

/// What people were asked to give, and what they got for it.
#[derive(Debug, Clone, Default)]
pub struct Expectations {
    /// Time and effort asked for.
    pub commitment_asked: Field<String>,
    /// Expenses, thanks, payment.
    pub recognition: Field<String>,
}

/// An invitation to the wider group of parents and carers.
#[derive(Debug, Clone, Default)]
pub struct WiderInput {
    /// From this day.
    pub opened: Field<NaiveDate>,
    /// To this day.
    pub closed: Field<NaiveDate>,
    /// How it was made known.
    pub channel: Field<String>,
}

/// Whom the engagement reached.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// How many were invited.
    pub invited: Field<Count>,
    /// How many answered.
    pub responded: Field<Count>,
    /// Who was not reached.
    pub not_reached: Field<String>,
}

/// What people heard back.
#[derive(Debug, Clone, Default)]
pub struct Feedback {
    /// The day it was sent, or that it was not.
    pub sent: Field<Sent>,
    /// How.
    pub channel: Field<String>,
    /// To whom.
    pub to: Field<Vec<Spanned<Audience>>>,
    /// What people said.
    pub you_said: Field<String>,
    /// What was done about it.
    pub we_did: Field<String>,
    /// What could not be done, and why.
    pub not_possible: Field<String>,
}

/// What the forum told the wider group of parents and carers.
#[derive(Debug, Clone, Default)]
pub struct ForumFeedback {
    /// The day it was sent, or that it was not.
    pub sent: Field<Sent>,
}

/// How people found it.
#[derive(Debug, Clone, Default)]
pub struct Experience {
    /// Whether somebody complained.
    pub complaint: Field<bool>,
    /// The day the complaint was answered, or that it was not.
    pub responded: Field<Sent>,
}

/// Whether the engagement made the forum known.
#[derive(Debug, Clone, Default)]
pub struct PromotedForum {
    /// Whether it did.
    pub done: Field<bool>,
    /// Where.
    pub place: Field<String>,
}

/// A value in one of the fields that a charter declares for its own area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalValue {
    /// Yes or no.
    YesNo(bool),
    /// Words.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Number(u32),
}

words! {
    /// What a field that a charter declares may hold.
    pub enum LocalType {
        /// Yes or no.
        YesNo = "yes-no",
        /// Words.
        Text = "text",
        /// A day.
        Date = "date",
        /// A whole number.
        Number = "number",
    }
}

/// One engagement as its record tells it.
#[derive(Debug, Clone)]
pub struct Engagement {
    /// The id given in the record, or the stem of the file.
    pub id: String,
    /// Where the record begins: the place of whatever is missing in it.
    pub span: Span,
    /// What it is called.
    pub title: Field<String>,
    /// What kind it is.
    pub kind: Field<Kind>,
    /// Strategic when absent.
    pub scope: Field<Scope>,
    /// What ties it to other engagements and to decisions.
    pub project: Field<String>,
    /// Which areas it touched.
    pub areas: Field<Vec<Spanned<Area>>>,
    /// Who held it.
    pub organisers: Field<Vec<Spanned<PartyId>>>,
    /// How far it has come.
    pub status: Field<Status>,
    /// The day it was or will be held.
    pub date: Field<NaiveDate>,
    /// When it began, local time.
    pub start: Field<NaiveTime>,
    /// When it ended, local time.
    pub end: Field<NaiveTime>,
    /// Earlier days for it, in the order in which they were given up.
    pub moved_from: Field<Vec<Spanned<Move>>>,
    /// The first day of a survey or consultation.
    pub opens: Field<NaiveDate>,
    /// Its last day.
    pub closes: Field<NaiveDate>,
    /// The last day that it had before it was extended.
    pub extended_from: Field<NaiveDate>,
    /// Whom it was for.
    pub audience: Field<Vec<Spanned<Audience>>>,
    /// A post or role mailbox.
    pub contact: Field<String>,
    /// How people were told.
    pub notice: Field<Box<Notice>>,
    /// What they could read beforehand.
    pub papers: Field<Box<Papers>>,
    /// How the time was chosen.
    pub timing: Field<Box<Timing>>,
    /// Where it took place.
    pub venue: Field<Box<Venue>>,
    /// How many came.
    pub attendance: Field<Box<Attendance>>,
    /// Whether the forum was invited.
    pub forum: Field<Box<ForumInvitation>>,
    /// Parents who use the service.
    pub service_parents: Field<Box<ServiceParents>>,
    /// Children and young people.
    pub cyp: Field<Box<CypInvolvement>>,
    /// What could still be changed.
    pub scope_for_change: Field<Box<ScopeForChange>>,
    /// What people were asked to give.
    pub expectations: Field<Box<Expectations>>,
    /// The day from which the options were fixed.
    pub options_fixed: Field<NaiveDate>,
    /// Whether both sides decided together.
    pub decided_jointly: Field<bool>,
    /// Whether the wider group of parents was asked.
    pub wider_input: Field<Box<WiderInput>>,
    /// Whom it reached.
    pub reach: Field<Box<Reach>>,
    /// What people heard back.
    pub feedback: Field<Box<Feedback>>,
    /// What the forum told its wider group.
    pub forum_feedback: Field<Box<ForumFeedback>>,
    /// The rung of the ladder that is claimed for it, as the charter spells it.
    pub ladder: Field<String>,
    /// How people found it.
    pub experience: Field<Box<Experience>>,
    /// Whether it made the forum known.
    pub promoted_forum: Field<Box<PromotedForum>>,
    /// Fields that only this area's charter knows, by name.
    pub local: Vec<(String, Field<LocalValue>)>,
    /// Agreed reasons for falling short.
    pub explanations: Vec<Explanation>,
}

impl Engagement {
    /// Reads an engagement from its fields. `id` is the id that was given or found.
    #[expect(
        clippy::too_many_lines,
        reason = "one field after the other, in the order of the struct"
    )]
    pub(super) fn read(id: String, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
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
                    is_denial(text).then(|| ServiceParents {
                        involved: Field::Said(Spanned { value: false, span }),
                        ..ServiceParents::default()
                    })
                },
            ),
            cyp: f.group_or("cyp", "`cyp`", read_cyp, |text, span| {
                is_denial(text).then(|| CypInvolvement {
                    involved: Field::Said(Spanned { value: false, span }),
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
                    is_denial(text).then_some(PromotedForum {
                        done: Field::Said(Spanned { value: false, span }),
                        place: Field::Absent,
                    })
                },
            ),
            local: read_local(f, words),
            explanations: f
                .groups("explanations", "an explanation", |f| {
                    Explanation::read(f, words)
                })
                .get()
                .map(|all| all.iter().map(|one| one.value.clone()).collect())
                .unwrap_or_default(),
        }
    }

    /// What it is called in a report: its title, or its id.
    pub fn name(&self) -> &str {
        self.title.get().map_or(self.id.as_str(), String::as_str)
    }

    /// The moves that people had been told of at the end of the as-of date, in order, and the day
    /// that held then: a new day of which they were told later has not happened yet.
    pub fn moves_at(&self, as_of: NaiveDate) -> (Vec<&Move>, Answer<'_, NaiveDate>) {
        let mut moves: Vec<&Move> = self.moves().collect();
        let mut date = self.date.answer(self.span);
        while let Some(last) = moves.last()
            && let (Some(told), Some(old)) = (last.told.get(), last.date.spanned())
            && *told > as_of
        {
            date = Answer::Said(&old.value, old.span);
            moves.pop();
        }
        (moves, date)
    }

    /// Every earlier day, in order.
    pub fn moves(&self) -> impl Iterator<Item = &Move> {
        self.moved_from
            .get()
            .into_iter()
            .flatten()
            .map(|one| &one.value)
    }

    /// The day of the event as people knew it at the end of the as-of date.
    pub fn date_at(&self, as_of: NaiveDate) -> Answer<'_, NaiveDate> {
        self.moves_at(as_of).1
    }

    /// The day from which what comes afterwards is counted: the day of the event, or the day on
    /// which a survey or consultation closes.
    pub fn ends_on(&self, as_of: NaiveDate) -> Answer<'_, NaiveDate> {
        if self.is_open_period() {
            self.closes.answer(self.span)
        } else {
            self.date_at(as_of)
        }
    }

    /// The day by which the record is sorted and chosen for a period: the event's, or the first
    /// of a survey or consultation.
    pub fn day(&self) -> Option<NaiveDate> {
        let (first, second) = if self.is_open_period() {
            (&self.opens, &self.closes)
        } else {
            (&self.date, &self.opens)
        };
        first.get().or(second.get()).copied()
    }

    /// Whether it is open from one day to another. A record without a kind is, when it has such
    /// days and no date.
    pub fn is_open_period(&self) -> bool {
        match self.kind.get() {
            Some(kind) => kind.is_open_period(),
            None => self.date.get().is_none() && self.closes.get().is_some(),
        }
    }

    /// The word for it in a sentence.
    pub fn spoken_kind(&self) -> &'static str {
        self.kind.get().map_or("event", |kind| kind.spoken())
    }

    /// Whether a party of this side was among the organisers; nothing when nobody says.
    pub fn organised_by(&self, side: Side, parties: &super::Parties) -> Option<bool> {
        let organisers = self.organisers.get().filter(|all| !all.is_empty())?;
        Some(
            organisers
                .iter()
                .any(|party| parties.side(party.value) == Some(side)),
        )
    }
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

pub(super) fn sent(f: &mut Fields<'_, '_>, name: &'static str) -> Field<Sent> {
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
                    LocalType::YesNo => f.local(name, |text| {
                        crate::fields::read_yes_no(text).map(LocalValue::YesNo)
                    }),
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
pub fn read_count(text: &str) -> Result<Count, String> {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let exactly = |count| Count {
        at_least: count,
        at_most: Some(count),
    };
    let read = if let Some(count) = number(text) {
        Some(exactly(count))
    } else if let Some(least) = text.strip_suffix('+').and_then(number) {
        Some(Count {
            at_least: least,
            at_most: None,
        })
    } else if let Some(below) = text.strip_prefix('<').and_then(number) {
        below.checked_sub(1).map(|most| Count {
            at_least: 0,
            at_most: Some(most),
        })
    } else if let Some(roughly) = text.strip_prefix("about ").and_then(number) {
        Some(exactly(roughly))
    } else {
        text.split_once(['-', '–']).and_then(|(least, most)| {
            let (at_least, most) = (number(least)?, number(most)?);
            (at_least <= most).then_some(Count {
                at_least,
                at_most: Some(most),
            })
        })
    };
    read.ok_or_else(|| "write a number of people, such as 12, 10+, <5 or 5-9".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_bands() {
        let count = |text| read_count(text).map(|count| (count.at_least, count.at_most));
        assert_eq!(count("12"), Ok((12, Some(12))));
        assert_eq!(count("10+"), Ok((10, None)));
        assert_eq!(count("<5"), Ok((0, Some(4))));
        assert_eq!(count("5-9"), Ok((5, Some(9))));
        assert_eq!(count("about 30"), Ok((30, Some(30))));
        for wrong in ["-1", "9-5", "<0", "many", "", "1.5"] {
            assert!(count(wrong).is_err(), "{wrong}");
        }
    }
}
