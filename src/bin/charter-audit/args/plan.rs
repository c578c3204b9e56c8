//! The options of `plan`.

use std::path::PathBuf;

use charter_audit::plan::{Proposal, Slot};
use charter_audit::render::plan::PlanFormat;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use closed_words::Word;
use engagement_records::fields::read_date;
use engagement_records::record::{Audience, Kind, Mode};
use plain_values::{TimeReading, read_time};

use super::{FilesArgs, JUDGE, PRINT, READ, day};

pub(super) const EXAMPLES: &str = "\
Examples:
  charter-audit plan --kind workshop --date 2027-03-11 --start 10:00 --for 2h --audience parents
      The last days for notice and papers, what the time clashes with, and when feedback is due
  charter-audit plan records --find --between 2027-02-22 --and 2027-03-26 --for 2h
      The best times in these weeks, beside what is in the records already
  charter-audit plan --at \"2027-03-11 10:00\" --at \"2027-03-16 16:30\" --for 90m
      Two times side by side";

/// What options are about that describe the engagement.
const ENGAGEMENT: &str = "The engagement";

/// What options are about that look for a time.
const TIMES: &str = "Several times";

#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// What kind it is
    #[arg(long, value_name = "KIND", value_parser = word::<Kind>(), help_heading = ENGAGEMENT)]
    pub(crate) kind: Option<Kind>,
    #[command(flatten)]
    pub(crate) engagement: EngagementArgs,
    /// A file with a record of the engagement, instead of the options above
    #[arg(
        long, value_name = "FILE", help_heading = ENGAGEMENT,
        conflicts_with_all = ["title", "kind", "project", "organisers", "date", "start", "end",
            "opens", "closes", "audience", "venue", "schools"]
    )]
    pub(crate) record: Option<PathBuf>,
    /// Look for the best times between two days
    #[arg(long, requires_all = ["between", "and"], conflicts_with_all = ["at", "date"], help_heading = TIMES)]
    pub(crate) find: bool,
    /// The first day to look at
    #[arg(long, value_name = "DATE", value_parser = day, requires = "find", help_heading = TIMES)]
    pub(crate) between: Option<NaiveDate>,
    /// The last day to look at
    #[arg(long, value_name = "DATE", value_parser = day, requires = "find", help_heading = TIMES)]
    pub(crate) and: Option<NaiveDate>,
    /// So many times are shown, each on another day
    #[arg(long, value_name = "NUMBER", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..), requires = "find", help_heading = TIMES)]
    pub(crate) best: u16,
    /// Compare times: "2027-03-11 10:00-12:00", or with --for "2027-03-11 10:00"; can be given several
    /// times
    #[arg(long, value_name = "TIME", value_parser = at, conflicts_with = "date", help_heading = TIMES)]
    pub(crate) at: Vec<Slot>,
    /// Plan as of this date (2026-03-01); today in the charter's time zone if not given
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = JUDGE)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Take what several files say of one meeting for several meetings
    #[arg(long, help_heading = READ)]
    pub(crate) no_join: bool,
    /// Let a calendar speak of each thing to do so many days before it, at nine in the morning
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=365), help_heading = PRINT)]
    pub(crate) alarm: Option<u32>,
    /// Format of the plan; if not given, text, or what the name of the file ends in
    #[arg(long, value_name = "FORMAT", value_parser = plan_format(), help_heading = PRINT)]
    pub(crate) format: Option<PlanFormat>,
    /// Write to this file; standard output if not given. A name that ends in .yaml gets the record, to
    /// fill in, as `new` writes it
    #[arg(short, long, value_name = "FILE", help_heading = PRINT)]
    pub(crate) output: Option<PathBuf>,
}

/// What describes an engagement.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = ENGAGEMENT)]
pub(crate) struct EngagementArgs {
    /// What it is called
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// What ties it to other engagements and to decisions: the same word in each
    #[arg(long, value_name = "TEXT")]
    pub(crate) project: Option<String>,
    /// Who holds it: parties of the charter, by any of their names, with commas between them
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    pub(crate) organisers: Vec<String>,
    /// The day (2027-03-11)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) date: Option<NaiveDate>,
    /// When it begins (10:00, 1.30pm)
    #[arg(long, value_name = "TIME", value_parser = clock)]
    pub(crate) start: Option<NaiveTime>,
    /// When it ends
    #[arg(long, value_name = "TIME", value_parser = clock)]
    pub(crate) end: Option<NaiveTime>,
    /// How long it takes, instead of its end (2h, 90m, "1h 30m")
    #[arg(long = "for", value_name = "LENGTH", value_parser = length, conflicts_with = "end")]
    pub(crate) length: Option<TimeDelta>,
    /// The first day of a survey or consultation
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "date")]
    pub(crate) opens: Option<NaiveDate>,
    /// The last day of a survey or consultation
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "date")]
    pub(crate) closes: Option<NaiveDate>,
    /// Whom it is for, with commas between them
    #[arg(long, value_name = "WHO", value_delimiter = ',', value_parser = word::<Audience>())]
    pub(crate) audience: Vec<Audience>,
    /// Whether it is online
    #[arg(long, value_name = "HOW", value_parser = word::<Mode>())]
    pub(crate) venue: Option<Mode>,
    /// The schools whose families are invited, by the ids of the charter, with commas between them;
    /// all if not given
    #[arg(long, value_name = "SCHOOL", value_delimiter = ',')]
    pub(crate) schools: Vec<String>,
}

impl EngagementArgs {
    /// What they propose; where only the length is given, it ends so much after it begins.
    pub(crate) fn proposal(&self, kind: Option<Kind>) -> Proposal {
        let title = self.title.clone();
        Proposal {
            title: title.filter(|title| !title.trim().is_empty()),
            kind,
            project: self.project.clone(),
            organisers: self.organisers.clone(),
            date: self.date,
            start: self.start,
            end: self.end.or_else(|| ends(self.start, self.length)),
            opens: self.opens,
            closes: self.closes,
            audience: self.audience.clone(),
            mode: self.venue,
            schools: self.schools.clone(),
        }
    }
}

/// When something ends that begins at a time, if that is still on the same day.
pub(crate) fn ends(start: Option<NaiveTime>, length: Option<TimeDelta>) -> Option<NaiveTime> {
    let (end, days) = start?.overflowing_add_signed(length?);
    (days == 0).then_some(end)
}

/// One of a closed list of words, which help shows.
pub(super) fn word<W: Word + Send + Sync + Clone>() -> impl TypedValueParser<Value = W> {
    PossibleValuesParser::new(W::all_words())
        .try_map(|word| W::from_word(&word).ok_or("this is not one of the words"))
}

fn clock(text: &str) -> Result<NaiveTime, String> {
    match read_time(text) {
        TimeReading::At(time) => Ok(time),
        TimeReading::Between(..) => Err("give the end by itself, with --end".to_owned()),
        TimeReading::EndOfDay => Err("write 23:59 for the end of the day".to_owned()),
        TimeReading::Unclear(why) => Err(format!("it {}", why.reason())),
        TimeReading::Unreadable(why) => Err(why),
    }
}

fn length(text: &str) -> Result<TimeDelta, String> {
    let expected = || "write a length such as 2h, 90m or \"1h 30m\"".to_owned();
    let length = humantime::parse_duration(text).map_err(|_| expected())?;
    let length = TimeDelta::from_std(length).map_err(|_| expected())?;
    let day = TimeDelta::days(1);
    if length < TimeDelta::minutes(1) || length >= day {
        return Err("an engagement takes at least a minute and less than a day".to_owned());
    }
    Ok(length)
}

/// A day with a time: `2027-03-11 10:00`, `2027-03-11 10:00-12:00`.
fn at(text: &str) -> Result<Slot, String> {
    let text = text.trim();
    let (date, times) = text
        .split_once([' ', 'T'])
        .ok_or("write a day and a time, such as \"2027-03-11 10:00\"")?;
    let date = read_date(date)?;
    let (start, end) = match read_time(times) {
        TimeReading::Between(start, end) => (start, Some(end)),
        TimeReading::At(_)
        | TimeReading::EndOfDay
        | TimeReading::Unclear(_)
        | TimeReading::Unreadable(_) => (clock(times)?, None),
    };
    Ok(Slot {
        day: date,
        start: Some(start),
        end,
    })
}

fn plan_format() -> impl TypedValueParser<Value = PlanFormat> {
    let values = PlanFormat::ALL
        .iter()
        .map(|format| PossibleValue::new(format.word()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|word| PlanFormat::from_word(&word).ok_or("this is not a format"))
}
