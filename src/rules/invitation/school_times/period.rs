//! Surveys and consultations: the share of their weekdays that fall into school holidays, school by
//! school.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::clash::Findings;
use super::considered::considered;
use super::open_points::{OpenPoint, audiences, schools};
use super::spared::{Avoid, Spared};
use crate::rules::{Context, NoEvidence, Ruling};
use engagement_records::fields::Answer;
use engagement_records::record::Engagement;
use working_days::{DayAtSchool, School, SchoolYear, is_weekend};

/// The weekdays of a survey or consultation.
pub(super) struct OpenPeriod<'a> {
    weekdays: Vec<NaiveDate>,
    shares: Vec<Share<'a>>,
    /// The first day that the term dates do not reach.
    unknown: Option<NaiveDate>,
}

/// How many weekdays are holidays at one school, and how many might be.
struct Share<'a> {
    school: &'a str,
    certain: usize,
    unknown: usize,
}

impl<'a> OpenPeriod<'a> {
    pub(super) fn of(
        record: &Engagement,
        cx: &Context<'a>,
        opens: NaiveDate,
        closes: NaiveDate,
    ) -> Result<Self, NoEvidence> {
        let schools = schools(record, cx)?;
        let weekdays: Vec<NaiveDate> = opens
            .iter_days()
            .take_while(|day| *day <= closes)
            .filter(|day| !is_weekend(*day))
            .collect();
        let mut shares: Vec<Share<'a>> = schools
            .iter()
            .map(|school| share(school, cx, &weekdays))
            .collect();
        if schools.is_empty() {
            // Without any school in the charter, every day is unknown.
            shares.push(Share {
                school: "the schools",
                certain: 0,
                unknown: weekdays.len(),
            });
        }
        let is_unknown = |day: &&NaiveDate| {
            let at = |school: &&School| cx.calendar.day_at(school, **day) == DayAtSchool::Unknown;
            schools.is_empty() || schools.iter().any(at)
        };
        Ok(OpenPeriod {
            unknown: weekdays.iter().find(is_unknown).copied(),
            weekdays,
            shares,
        })
    }

    /// What clashes, under every reading of what the record and the charter leave open. Only those
    /// who should be spared holidays can be in the way.
    pub(super) fn answers(&self, spared: &Spared, record: &Engagement) -> Findings {
        let in_the_way = holidays_in_the_way(spared, record);
        let sure = self.mostly_holidays(|share| share.certain);
        let possible = self.mostly_holidays(|share| share.certain + share.unknown);
        let mut findings = Findings {
            clashes: BTreeSet::new(),
            free_somehow: true,
            either_way: false,
            doubts: Vec::new(),
        };
        if !in_the_way.contains(&true) || possible.is_empty() {
            return findings;
        }
        let for_all = !in_the_way.contains(&false);
        if sure.is_empty() {
            let year = self.unknown.map(SchoolYear::of);
            findings.doubts.extend(year.map(OpenPoint::Terms));
            findings.clashes = possible;
        } else {
            findings.free_somehow = !for_all;
            findings.clashes = sure;
        }
        if !for_all {
            findings.doubts.push(OpenPoint::Audience);
        }
        findings
    }

    fn mostly_holidays(&self, count: impl Fn(&Share<'_>) -> usize) -> BTreeSet<String> {
        self.shares
            .iter()
            .filter(|share| count(share) * 2 > self.weekdays.len())
            .map(|share| {
                format!(
                    "{} of its {} weekdays are school holidays at {}, more than half",
                    count(share),
                    self.weekdays.len(),
                    share.school
                )
            })
            .collect()
    }

    /// The words for a period that clashes with nothing.
    pub(super) fn free_words(&self) -> String {
        let worst = self.shares.iter().max_by_key(|share| share.certain);
        let (most, school) =
            worst.map_or((0, "the schools"), |share| (share.certain, share.school));
        format!(
            "{most} of its {} weekdays are school holidays at {school}, at most half",
            self.weekdays.len()
        )
    }
}

/// Whether holidays are in the way of those it was for, in each reading of who they were.
fn holidays_in_the_way(spared: &Spared, record: &Engagement) -> Vec<bool> {
    let avoids = |group| spared.by(group).contains(&Avoid::Holidays);
    audiences(record)
        .iter()
        .map(|groups| groups.iter().any(|group| avoids(*group)))
        .collect()
}

/// What can be said of a survey or consultation that has closed, whenever it opened.
pub(super) fn whenever_it_opened(
    spared: &Spared,
    record: &Engagement,
    cx: &Context<'_>,
) -> Result<Option<Ruling>, NoEvidence> {
    let has_closed = record.closes.get().is_some_and(|day| *day <= cx.as_of);
    if !has_closed || !matches!(record.opens.answer(record.span), Answer::Missing(_)) {
        return Ok(None);
    }
    if !holidays_in_the_way(spared, record).contains(&true) {
        let words = "none of those it was for are to be spared holidays, whenever it opened";
        let audience = record.audience.answer(record.span).span();
        return Ok(Some(Ruling::kept(words).at(audience, "whom it was for")));
    }
    let considered = considered(record, cx)?.map(|place| {
        Ruling::kept("the time was considered, and the record says how")
            .at(place, "considered here")
            .note("the record does not say when it opened")
    });
    Ok(considered)
}

fn share<'a>(school: &'a School, cx: &Context<'_>, weekdays: &[NaiveDate]) -> Share<'a> {
    let mut share = Share {
        school: &school.id,
        certain: 0,
        unknown: 0,
    };
    for day in weekdays {
        match cx.calendar.day_at(school, *day) {
            DayAtSchool::Holiday | DayAtSchool::Inset | DayAtSchool::BankHoliday => {
                share.certain += 1;
            }
            DayAtSchool::Unknown => share.unknown += 1,
            DayAtSchool::Open | DayAtSchool::Weekend => {}
        }
    }
    share
}
