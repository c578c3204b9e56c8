//! Verdicts over time: stacked columns by month, quarter or year of the subject's day, and the same
//! numbers as a table.

use chrono::{Datelike as _, NaiveDate};

use super::blocks;
use super::charts::share;
use super::looks::{COUNTED, key, legend};
use super::markup::Html;
use crate::report::{Report, Table, Tally};
use crate::rules::Verdict;
use crate::words::grouped;

/// How long the stretch of a column is.
#[derive(Clone, Copy)]
enum Step {
    Month,
    Quarter,
    Year,
}

/// The steps from fine to coarse, each with how many columns of it are still told apart.
const STEPS: [(Step, i32); 3] = [(Step::Month, 24), (Step::Quarter, 40), (Step::Year, 40)];

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Step {
    fn in_a_year(self) -> i32 {
        match self {
            Step::Month => 12,
            Step::Quarter => 4,
            Step::Year => 1,
        }
    }

    /// The place of a day among all stretches of this length.
    fn place(self, day: NaiveDate) -> i32 {
        let month = i32::try_from(day.month0()).unwrap_or(0);
        day.year() * self.in_a_year() + month * self.in_a_year() / 12
    }

    fn year(self, place: i32) -> i32 {
        place.div_euclid(self.in_a_year())
    }

    /// The first month of a stretch, from 0.
    fn month(self, place: i32) -> i32 {
        place.rem_euclid(self.in_a_year()) * 12 / self.in_a_year()
    }

    fn name(self, place: i32) -> String {
        let year = self.year(place);
        let month = |at: i32| {
            let at = usize::try_from(at).ok();
            at.and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
        };
        let first = self.month(place);
        match self {
            Step::Month => format!("{} {year}", month(first)),
            Step::Quarter => format!("{} to {} {year}", month(first), month(first + 2)),
            Step::Year => year.to_string(),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Step::Month => "month",
            Step::Quarter => "quarter",
            Step::Year => "year",
        }
    }
}

/// Verdicts by stretch of time.
struct Course {
    step: Step,
    first: i32,
    tallies: Vec<Tally>,
    /// How many verdicts are about something without a day, or about years before the first.
    outside: usize,
}

impl Course {
    fn of(report: &Report<'_>) -> Option<Course> {
        let counted: Vec<(Verdict, Option<NaiveDate>)> = report
            .audit
            .findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::NotApplicable)
            .map(|finding| (finding.verdict, finding.about.day))
            .collect();
        let days = || counted.iter().filter_map(|(_, day)| *day);
        let (begin, end) = (days().min()?, days().max()?);
        let length = |step: Step| step.place(end) - step.place(begin) + 1;
        let fitting = STEPS.iter().find(|(step, most)| length(*step) <= *most);
        let (step, most) = *fitting.or(STEPS.last())?;
        let length = length(step).min(most);
        let first = step.place(end) - length + 1;
        let mut course = Course {
            step,
            first,
            tallies: vec![Tally::default(); usize::try_from(length).ok()?],
            outside: 0,
        };
        for (verdict, day) in counted {
            let at = day.and_then(|day| usize::try_from(step.place(day) - first).ok());
            match at.and_then(|at| course.tallies.get_mut(at)) {
                Some(tally) => tally.join(&Tally::of(&[(verdict, 1)])),
                None => course.outside += 1,
            }
        }
        Some(course)
    }

    fn places(&self) -> impl Iterator<Item = (i32, &Tally)> {
        (self.first..).zip(&self.tallies)
    }

    fn table(&self) -> Table {
        let rows = self.places().map(|(place, tally)| {
            let counts = COUNTED.map(|verdict| match tally.count(verdict) {
                0 => "-".to_owned(),
                count => count.to_string(),
            });
            [self.step.name(place)].into_iter().chain(counts).collect()
        });
        let header = [
            "When",
            "Kept",
            "Not kept",
            "No evidence",
            "Explained",
            "To come",
        ];
        Table {
            header: header.map(str::to_owned).into(),
            rows: rows.collect(),
            numbers_from: 1,
        }
    }
}

/// Writes the columns and the table. Nothing where no subject has a day; says whether it wrote.
pub(super) fn section(out: &mut Html, report: &Report<'_>) -> bool {
    let Some(course) = Course::of(report) else {
        return false;
    };
    out.raw("<section id=\"over-time\" aria-labelledby=\"over-time-heading\">");
    out.raw("<h2 id=\"over-time-heading\">Over time</h2>\n");
    out.raw("<p>All checks by the ").raw(course.step.word());
    out.raw(" of what they are about.");
    if course.outside > 0 {
        out.text(" Not in the picture: ")
            .text(&grouped(course.outside))
            .text(", because they are about something without a day or long ago.");
    }
    out.raw("</p>\n");
    legend(out);
    out.raw("<div class=\"columns\">");
    columns(out, &course);
    out.raw("</div>\n");
    blocks::table(
        out,
        "plain",
        "The same in numbers",
        &course.table(),
        |_, _, _| {},
    );
    out.raw("</section>\n");
    true
}

/// How high the columns are, and the picture with what stands below them.
const HIGH: usize = 180;

/// The next round number: one, two or five with noughts.
fn round(most: usize) -> usize {
    let mut unit = 1;
    loop {
        for times in [1, 2, 5] {
            if times * unit >= most {
                return times * unit;
            }
        }
        unit *= 10;
    }
}

fn columns(out: &mut Html, course: &Course) {
    let total = |tally: &Tally| -> usize { COUNTED.iter().map(|one| tally.count(*one)).sum() };
    let top = round(course.tallies.iter().map(total).max().unwrap_or(1));
    out.raw("<svg class=\"axis\" aria-hidden=\"true\" focusable=\"false\">");
    let mut ticks = vec![0, top];
    ticks.extend(top.is_multiple_of(2).then_some(top / 2));
    for tick in &ticks {
        let y = HIGH + 10 - tick * HIGH / top;
        out.raw("<text x=\"38\"").numbered("y", "", y + 4).raw(">");
        out.text(&grouped(*tick)).raw("</text>");
    }
    out.raw("</svg><svg class=\"plot\" role=\"img\" focusable=\"false\" aria-label=\"");
    out.raw("Stacked columns; the table below has the same in numbers\">");
    for tick in &ticks {
        let y = (HIGH + 10 - tick * HIGH / top).to_string();
        out.raw("<line x1=\"0\" x2=\"100%\"").attribute("y1", &y);
        out.attribute("y2", &y).raw("/>");
    }
    let many = course.tallies.len();
    for (at, (place, tally)) in course.places().enumerate() {
        let mut y = HIGH + 10;
        for verdict in COUNTED {
            let high = tally.count(verdict) * HIGH / top;
            y -= high;
            if high > 0 {
                out.raw("<rect")
                    .attribute("x", &share(20 * at + 3, 20 * many));
                out.attribute("width", &share(14, 20 * many));
                out.numbered("y", "", y).numbered("height", "", high);
                out.raw(" fill=\"url(#fill-").raw(key(verdict)).raw(")\"/>");
            }
        }
        labels(out, course, place, &share(2 * at + 1, 2 * many));
    }
    out.raw("</svg>");
}

/// The month below a column where there is room, and the year where it begins.
fn labels(out: &mut Html, course: &Course, place: i32, x: &str) {
    let step = course.step;
    let month = usize::try_from(step.month(place)).unwrap_or(0);
    let mut label = |class: &'static str, y: usize, text: &str| {
        out.raw("<text").attribute("class", class).attribute("x", x);
        out.numbered("y", "", y).raw(">").text(text).raw("</text>");
    };
    if let (Step::Month, Some(name)) = (step, MONTHS.get(month)) {
        let class = if month.is_multiple_of(3) { "" } else { "minor" };
        label(class, HIGH + 28, name);
    }
    if month == 0 || place == course.first {
        let class = match step {
            Step::Year if place % 5 != 0 => "minor",
            Step::Month | Step::Quarter | Step::Year => "",
        };
        label(class, HIGH + 46, &step.year(place).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_fall_into_their_stretch() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (step, text, name) in [
            (Step::Month, "2026-01-31", "Jan 2026"),
            (Step::Month, "2025-12-01", "Dec 2025"),
            (Step::Quarter, "2025-12-31", "Oct to Dec 2025"),
            (Step::Quarter, "2026-01-01", "Jan to Mar 2026"),
            (Step::Year, "2026-07-01", "2026"),
        ] {
            assert_eq!(step.name(step.place(day(text))), name);
        }
    }

    #[test]
    fn the_top_is_round_and_high_enough() {
        for (most, top) in [(0, 1), (1, 1), (3, 5), (10, 10), (11, 20), (2_001, 5_000)] {
            assert_eq!(round(most), top);
        }
    }
}
