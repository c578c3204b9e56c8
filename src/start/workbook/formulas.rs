//! What the columns say that work something out, in functions on which spreadsheet programs agree:
//! `WORKDAY` with a range of days off, and plain sums of days. `WORKDAY.INTL` is not in all of them.

use engagement_records::record::{Kind, Status};
use rust_xlsxwriter::{Color, Format};
use working_days::Unit;

use super::last_days::{Counted, LastDay};
use super::places::{FIRST_COVERED, IS_DATED, LAST_COVERED, OFF, number_cell};
use super::words::{of_kind, of_status};

/// What is shown where the bank holidays do not reach.
const NOT_KNOWN: &str = "\"not known\"";

impl LastDay {
    /// The formula for a row, counted from 0. `cell` gives that of a field in it.
    pub(super) fn formula(&self, cell: &dyn Fn(&str) -> String) -> String {
        let value = match self.standards.as_slice() {
            [before] => held(cell, &before.before(&whole(&cell("date"))), "\"\""),
            [meeting, survey, consultation] => after([meeting, survey, consultation], cell),
            _ => return "\"\"".to_owned(),
        };
        format!("IF({},\"\",{value})", self.owes_nothing(cell))
    }

    /// Whether a row owes nothing: it is called off, the forum holds it alone, or it needs no papers.
    fn owes_nothing(&self, cell: &dyn Fn(&str) -> String) -> String {
        let status = cell("status");
        let mut cases: Vec<String> = [Status::Cancelled, Status::Postponed]
            .map(|called_off| is(&status, &of_status(called_off)))
            .into();
        if self.is_organisations {
            let organisers = cell("organisers");
            cases.extend(self.forum.iter().map(|name| is(&organisers, name)));
            let forums = is(&cell("kind"), &of_kind(Kind::ForumMeeting));
            cases.push(format!("AND({},{forums})", is(&organisers, "")));
        }
        if self.done == "papers.sent" {
            cases.push(format!("{}<>\"\"", cell("papers.none_needed")));
        }
        format!("OR({})", cases.join(","))
    }
}

/// A value for what is held on a day, and another one for everything else.
fn held(cell: &dyn Fn(&str) -> String, value: &str, otherwise: &str) -> String {
    let kind = cell("kind");
    let kinds = [
        Kind::Meeting,
        Kind::Workshop,
        Kind::Event,
        Kind::ForumMeeting,
    ];
    let kinds = kinds.map(|held| is(&kind, &of_kind(held))).join(",");
    let is_held = format!("AND(ISNUMBER({}),OR({kind}=\"\",{kinds}))", cell("date"));
    format!("IF({is_held},{value},{otherwise})")
}

/// When feedback is due. What was open and does not say what it was has the later of two days.
fn after([meeting, survey, consultation]: [&Counted; 3], cell: &dyn Fn(&str) -> String) -> String {
    let (kind, date, closes) = (cell("kind"), cell("date"), cell("closes"));
    let survey = survey.after(&whole(&closes));
    let consultation = consultation.after(&whole(&closes));
    let is_open = |word| is(&kind, &of_kind(word));
    let says_neither = format!("{kind}=\"\",{date}=\"\"");
    // A text is more than any number, so what is not known stays so.
    let open = format!(
        "IF(ISNUMBER({closes}),IF(OR({},AND({says_neither},{survey}>{consultation})),{survey},\
         IF(OR({},AND({says_neither})),{consultation},\"\")),\"\")",
        is_open(Kind::Survey),
        is_open(Kind::Consultation),
    );
    held(cell, &meeting.after(&whole(&date)), &open)
}

fn is(cell: &str, word: &str) -> String {
    format!("{cell}=\"{}\"", word.replace('"', "\"\""))
}

/// A day without its hour.
fn whole(cell: &str) -> String {
    format!("INT({cell})")
}

impl Counted {
    /// The last day before an event on which its lead is long enough, as
    /// [`working_days::Calendar::last_day`] counts.
    fn before(&self, day: &str) -> String {
        let number = number_cell(self.row);
        let back = |from: &str, last_seen: &str| {
            let nth = format!("WORKDAY({from},-{number},{OFF})");
            let is_covered = format!("AND({IS_DATED}=\"yes\",{last_seen}<={LAST_COVERED})");
            format!("IF({is_covered},IF({nth}<{FIRST_COVERED},{NOT_KNOWN},{nth}-1),{NOT_KNOWN})")
        };
        let value = match self.duration.unit {
            Unit::Days => return format!("{day}-{number}"),
            Unit::Weeks => return format!("{day}-7*{number}"),
            Unit::ClearDays => format!("{day}-{number}-1"),
            Unit::WorkingDays => back(&format!("{day}+1"), day),
            Unit::ClearWorkingDays => back(day, &format!("{day}-1")),
        };
        format!("IF({number}=0,{day},{value})")
    }

    /// The last day after an event that is still in time, as [`working_days::Calendar::due`] counts.
    fn after(&self, day: &str) -> String {
        let number = number_cell(self.row);
        let forward = |count: &str| {
            let nth = format!("WORKDAY({day},{count},{OFF})");
            let is_covered = format!("AND({IS_DATED}=\"yes\",{day}+1>={FIRST_COVERED})");
            format!("IF({is_covered},IF({nth}>{LAST_COVERED},{NOT_KNOWN},{nth}),{NOT_KNOWN})")
        };
        match self.duration.unit {
            Unit::Days => format!("{day}+{number}"),
            Unit::Weeks => format!("{day}+7*{number}"),
            Unit::ClearDays => format!("{day}+{number}+1"),
            Unit::WorkingDays => format!("IF({number}=0,{day},{})", forward(&number)),
            Unit::ClearWorkingDays => forward(&format!("{number}+1")),
        }
    }
}

/// What a last day is coloured for.
#[derive(Clone, Copy)]
pub(super) enum Missed {
    /// It is over, and nothing was done.
    Over,
    /// It was done, and later.
    Late,
    /// It is today or within a week, and nothing was done yet.
    Soon,
}

impl Missed {
    pub(super) const ALL: [Missed; 3] = [Missed::Over, Missed::Late, Missed::Soon];

    /// When it is coloured: by the cell of the last day, and that of the day on which it was done.
    pub(super) fn rule(self, last: &str, done: &str) -> String {
        let undone = format!("OR({done}=\"\",{done}=\"no\",{done}=\"none\")");
        match self {
            Missed::Over => format!("AND(ISNUMBER({last}),{last}<TODAY(),{undone})"),
            Missed::Late => {
                format!("AND(ISNUMBER({last}),ISNUMBER({done}),INT({done})>{last})")
            }
            Missed::Soon => {
                format!("AND(ISNUMBER({last}),{last}>=TODAY(),{last}<=TODAY()+7,{undone})")
            }
        }
    }

    /// How it is coloured.
    pub(super) fn look(self) -> Format {
        let (back, letters) = match self {
            Missed::Over => (0x00FF_C7CE, 0x009C_0006),
            Missed::Late => (0x00FC_E4D6, 0x0083_3C0B),
            Missed::Soon => (0x00FF_EB9C, 0x007F_6000),
        };
        Format::new()
            .set_background_color(Color::RGB(back))
            .set_font_color(Color::RGB(letters))
    }
}
