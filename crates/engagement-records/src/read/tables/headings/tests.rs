//! Headings as people write them.

use super::parts::readings;
use super::shapes::SHAPES;
use super::*;
use crate::read::Format;
use crate::read::item::tests::job;
use crate::record::RecordType;

fn headings<T>(kind: RecordType, test: impl FnOnce(&Headings) -> T) -> T {
    job(Format::Csv, |job| {
        test(&Headings::new(
            kind,
            &job.settings.words,
            &ImportSettings::default(),
        ))
    })
}

fn path(headings: &Headings, heading: &str) -> Option<String> {
    match headings.meaning(heading, None) {
        Meaning::Field(at) => headings.field(at).map(|known| known.path.clone()),
        Meaning::ByKind { .. } => Some("by kind".to_owned()),
        Meaning::DayPart(_)
        | Meaning::Nothing
        | Meaning::LastDay
        | Meaning::People
        | Meaning::Unknown
        | Meaning::Surplus(_) => None,
    }
}

#[test]
fn spelling_does_not_matter() {
    headings(RecordType::Engagement, |headings| {
        for (heading, expected) in [
            ("Title", "title"),
            ("DATE", "date"),
            (" Date\nof meeting ", "date"),
            ("Date (dd/mm/yyyy)", "date"),
            ("notice.sent", "notice.sent"),
            ("Notice: sent", "notice.sent"),
            ("Area(s)", "areas"),
            ("Who is it for?", "audience"),
            ("Children & young people attending", "attendance.cyp"),
            ("# invited", "reach.invited"),
            ("Hearing loop (Y/N)", "venue.access.hearing_loop"),
            ("Step-free access", "venue.access.step_free"),
            ("Moved from", "moved_from.date"),
        ] {
            assert_eq!(
                path(headings, heading).as_deref(),
                Some(expected),
                "{heading}"
            );
        }
    });
}

/// By when something was to be done is never taken for the day on which it was.
#[test]
fn last_days_are_no_deeds() {
    for kind in RecordType::ALL {
        headings(*kind, |headings| {
            for heading in LAST_DAYS {
                assert_eq!(headings.meaning(heading, None), Meaning::LastDay);
                let spelled = heading.to_uppercase();
                assert_eq!(
                    headings.meaning(&spelled, Some("Feedback")),
                    Meaning::LastDay
                );
            }
            assert_ne!(headings.meaning("Last day", None), Meaning::LastDay);
        });
    }
}

#[test]
fn a_heading_that_may_mean_several_things_means_nothing() {
    headings(RecordType::Engagement, |headings| {
        for heading in [
            "Feedback",
            "Notes",
            "RAG",
            "Officer initials",
            "Actions",
            "",
        ] {
            assert_eq!(path(headings, heading), None, "{heading}");
        }
        for (heading, likely, is_misspelled) in [
            ("Feedbak sent", &["feedback.sent"][..], true),
            (
                "Feedback",
                &["feedback.sent", "feedback.channel", "feedback.to"],
                false,
            ),
            // The words that are known say something, the others may say anything.
            ("Outcome letter issued", &["feedback.sent"], false),
            ("Budget code", &[], false),
        ] {
            let found = headings.likely(heading, &|_| Fit::Possible);
            assert_eq!(found.paths, likely, "{heading}");
            assert_eq!(found.is_misspelled, is_misspelled, "{heading}");
        }
        let found = headings.likely("Feedback", &|known| {
            if known.holds == Holds::Text {
                Fit::Shown
            } else {
                Fit::Contradicted
            }
        });
        assert_eq!(found.paths, ["feedback.channel"]);
    });
}

#[test]
fn a_heading_over_several_columns_belongs_to_each() {
    headings(RecordType::Engagement, |headings| {
        let meaning = headings.meaning("Sent", Some("Feedback"));
        let Meaning::Field(at) = meaning else {
            panic!("{meaning:?}")
        };
        assert_eq!(headings.field(at).unwrap().path, "feedback.sent");
        // One that adds nothing does no harm.
        let meaning = headings.meaning("Venue", Some("Meetings 2026"));
        assert!(matches!(meaning, Meaning::Field(_)));
    });
}

/// Two fields with one heading would be told apart by chance.
#[test]
fn no_heading_stands_for_two_fields() {
    for kind in RecordType::ALL {
        headings(*kind, |headings| {
            let mut seen: BTreeMap<String, &str> = BTreeMap::new();
            for Known {
                path,
                headings: spellings,
                ..
            } in &headings.fields
            {
                for spelling in *spellings {
                    assert_eq!(key(spelling), *spelling, "not in its own spelling");
                    let before = seen.insert(key(spelling), path);
                    assert!(before.is_none(), "{spelling}: {before:?} and {path}");
                    let own = headings
                        .fields
                        .iter()
                        .find(|known| key(&known.path) == *spelling);
                    assert!(
                        own.is_none_or(|own| own.path == *path),
                        "{spelling} is a field itself"
                    );
                }
            }
        });
    }
}

fn sure(heading: &str) -> Option<&'static str> {
    readings(heading).sure.map(|target| target.path)
}

#[test]
fn order_number_and_punctuation_make_no_difference() {
    for heading in [
        "Date feedback sent",
        "Feedback sent (date)",
        "feedback: date sent",
        "FeedbackSentDate",
        "feedback_sent_date",
        "When was the feedback sent out?",
        "Feedback was sent on",
        "Minutes issued",
        "Notes circulated to parents",
        "YSWD published",
        "Results - published",
    ] {
        assert_eq!(sure(heading), Some("feedback.sent"), "{heading}");
    }
    for (heading, path) in [
        ("Nr of young people who attended", "attendance.cyp"),
        ("How many parent carers came?", "attendance.parents"),
        ("Flyers went out", "notice.sent"),
        ("Were pupils consulted?", "cyp.involved"),
        ("When was the slides pack circulated", "papers.sent"),
        ("Hosting directorate", "organisers"),
        ("Did it go ahead", "status"),
        ("Finishing time", "end"),
    ] {
        assert_eq!(sure(heading).unwrap_or(""), path, "{heading}");
    }
}

#[test]
fn a_word_that_is_not_accounted_for_leaves_a_heading_unread() {
    for heading in [
        "Feedback due",
        "Feedback sent by (target)",
        "Feedback (due date)",
        "Date feedback requested",
        "Parents (invited)",
        "Parents invited",
        "Date of publication",
        "Lead officer",
        "Number of participants",
        "Project title",
        "Who attended",
        "Reply by",
        "Minutes and papers sent",
        "Feedback sent to forum",
        "Deadline for responses",
        "Budget agreed",
    ] {
        assert_eq!(sure(heading), None, "{heading}");
    }
}

/// The spellings that stand with a field's declaration and its parts cannot disagree.
#[test]
fn declared_spellings_lead_to_their_own_field() {
    let leaves = job(Format::Csv, |job| {
        RecordType::Engagement.leaves(&job.settings.words)
    });
    let mut wrong = Vec::new();
    for known in &leaves {
        for spelling in known.headings {
            let shape = readings(spelling).sure;
            let paths = shape.map(|shape| [Some(shape.path), shape.of_survey]);
            if paths.is_some_and(|paths| !paths.contains(&Some(known.path.as_str()))) {
                wrong.push((*spelling, known.path.as_str(), paths));
            }
        }
    }
    assert_eq!(wrong, []);
    for shape in SHAPES {
        let path = shape.of_survey.unwrap_or(shape.path);
        assert!(leaves.iter().any(|known| known.path == path), "{path}");
    }
}

/// What other logs, registers and exports write.
#[test]
fn headings_that_nobody_listed_are_understood() {
    let mut wrong = Vec::new();
    for (path, headings) in SIBLINGS {
        for heading in headings.split(" | ") {
            let found = sure(heading).unwrap_or("?");
            if found != *path {
                wrong.push((heading, *path, found));
            }
        }
    }
    assert_eq!(wrong, []);
}

/// Fields with headings for them, parted by `|`; `?` may stay unread.
const SIBLINGS: &[(&str, &str)] = &[
    (
        "title",
        "Event / meeting name | Consultation title | What was the session called?",
    ),
    (
        "kind",
        "Category of event | Nature of engagement | Consultation type",
    ),
    (
        "organisers",
        "Lead directorate | Led by (organisation) | Who led | Hosting team",
    ),
    (
        "status",
        "Status of meeting | Did the meeting take place? | Held (Y/N)",
    ),
    (
        "date",
        "Date(s) of session | Date the event took place | When did it happen? | Scheduled \
         date | Workshop date & time | MeetingDate | event_date | Start date of event | Date \
         from",
    ),
    (
        "last_day",
        "Finish date | Date to | Event end date | Last date",
    ),
    (
        "opens",
        "Survey launched | Date went live | Consultation opened on",
    ),
    (
        "closes",
        "Survey closed on | Consultation end | Date of closing",
    ),
    (
        "start",
        "Session time | Time started | Start time of meeting | Time from",
    ),
    (
        "end",
        "What time did it finish? | Time ended | Meeting end time",
    ),
    (
        "audience",
        "Who was it aimed at? | Stakeholders | Groups consulted",
    ),
    (
        "notice.sent",
        "Date flyer went out | Notification sent | When were parents told? | Date publicised \
         to families | Invites emailed | Meeting request sent | Date first advertised | \
         Publicity issued | Joining instructions sent",
    ),
    (
        "papers.sent",
        "Agenda issued | Date papers circulated | Slides shared | Were papers sent?",
    ),
    (
        "venue.name",
        "Meeting venue | Place of meeting | Where was it held?",
    ),
    (
        "attendance.parents",
        "Total parents | # parent carers | Parents who attended",
    ),
    (
        "attendance.cyp",
        "Number of children | Young people present | Pupils attending",
    ),
    (
        "attendance.staff",
        "Number of professionals | Council officers present",
    ),
    (
        "attendance.forum_reps",
        "Number of PCF reps | Representatives present",
    ),
    (
        "forum.invited",
        "Date PCF invited | Invite sent to forum | Reps invited on",
    ),
    (
        "cyp.involved",
        "Were young people involved? | Student voice | CYP consulted?",
    ),
    (
        "reach.invited",
        "Number of people invited | Total invited | How many were invited?",
    ),
    (
        "reach.responded",
        "Survey responses | How many replies | No. of survey responses",
    ),
    (
        "feedback.sent",
        "Outcome shared | Report published | Date YSWD shared with families | Meeting notes \
         circulated | Was feedback sent? | Findings published on | Date minutes issued | \
         Feedback shared with parents (date)",
    ),
    (
        "feedback.we_did",
        "What changed as a result? | Changes made | Action taken",
    ),
    (
        "forum_feedback.sent",
        "Shared with membership | Members told | Date forum fed back | Parents told wider group",
    ),
    (
        "?",
        "Budget | Lead officer | Contact name | Job title | Organisation name | Feedback \
         received | Feedback from parents | Deadline for feedback | Target date | Reply by | \
         Review date | Date created | Created | Modified | Number of attendees | Completion \
         time | Email | Phone | Cost | Risk | Priority | Date approved | Parents not able to \
         attend | Apologies | Date of next meeting | Next meeting | Cancelled on | Date of \
         birth | Travel time | Duration | Minutes | Length in minutes | Response rate | \
         Parents invited | Agenda item | Notes | Website | Start | Day | Date action due | \
         Feedback requested | Papers needed | Attendance notes | Survey link | Link to \
         minutes | Number of meetings | Number of sessions",
    ),
];
