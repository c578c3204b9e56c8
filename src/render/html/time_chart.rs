//! The picture of verdicts over time: stacked columns, and the same numbers as a table.

use super::blocks;
use super::charts::share;
use super::markup::Html;
use super::parts::{self, Part};
use super::time_series::{Interval, MONTHS, TimeSeries};
use super::verdict_style::{COUNTED, legend};
use crate::report::words::grouped;
use crate::report::{Report, Tally};
use identifiers::safe;
use identifiers::text::SafeText;

/// Fewer stretches than these do not show where things are going.
const FEWEST: usize = 3;

/// Writes the columns and the table. Nothing where subjects have no days, or all much the same.
pub(super) fn part(out: &mut Html, report: &Report<'_>) {
    let series = TimeSeries::of(report).filter(|series| series.tallies.len() >= FEWEST);
    let Some(series) = series else {
        return;
    };
    Part::new("over-time", "Over time").begin(out, report);
    out.raw("<p>All checks by the ").raw(series.interval.word());
    out.raw(" of what they are about.");
    if series.outside > 0 {
        out.text(" Not in the picture: ")
            .text(grouped(series.outside))
            .text(", because they are about something without a day or long ago.");
    }
    out.raw("</p>\n");
    legend(out);
    out.raw("<div class=\"columns\">");
    columns(out, &series);
    out.raw("</div>\n");
    blocks::table(
        out,
        "plain",
        "The same in numbers",
        &series.table(),
        |_, _, _| {},
    );
    parts::end(out);
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

fn columns(out: &mut Html, series: &TimeSeries) {
    let total = |tally: &Tally| -> usize { COUNTED.iter().map(|one| tally.count(*one)).sum() };
    let top = round(series.tallies.iter().map(total).max().unwrap_or(1));
    out.raw("<svg class=\"axis\" aria-hidden=\"true\" focusable=\"false\">");
    let mut ticks = vec![0, top];
    ticks.extend(top.is_multiple_of(2).then_some(top / 2));
    for tick in &ticks {
        let y = HIGH + 10 - tick * HIGH / top;
        out.raw("<text x=\"38\"").numbered("y", "", y + 4).raw(">");
        out.text(grouped(*tick)).raw("</text>");
    }
    out.raw("</svg><svg class=\"plot\" role=\"img\" focusable=\"false\" aria-label=\"");
    out.raw("Stacked columns; the table below has the same in numbers\">");
    for tick in &ticks {
        let y = safe!("{}", HIGH + 10 - tick * HIGH / top);
        out.raw("<line x1=\"0\" x2=\"100%\"").attribute("y1", &y);
        out.attribute("y2", &y).raw("/>");
    }
    let many = series.tallies.len();
    for (at, (place, tally)) in series.places().enumerate() {
        let mut y = HIGH + 10;
        for verdict in COUNTED {
            // Never too low to be seen: one that was not kept among hundreds is what matters.
            let high = (tally.count(verdict) * HIGH).div_ceil(top);
            y -= high;
            if high > 0 {
                out.raw("<rect")
                    .attribute("x", share(20 * at + 3, 20 * many));
                out.attribute("width", share(14, 20 * many));
                out.numbered("y", "", y).numbered("height", "", high);
                out.raw(" fill=\"url(#fill-")
                    .raw(verdict.word())
                    .raw(")\"/>");
            }
        }
        labels(out, series, place, &share(2 * at + 1, 2 * many));
    }
    out.raw("</svg>");
}

/// The month below a column where there is room, and the year where it begins.
fn labels(out: &mut Html, series: &TimeSeries, place: i32, x: &SafeText) {
    let interval = series.interval;
    let month = usize::try_from(interval.month(place)).unwrap_or(0);
    let mut label = |class: &'static str, y: usize, text: SafeText| {
        out.raw("<text").attribute("class", class).attribute("x", x);
        out.numbered("y", "", y).raw(">").text(text).raw("</text>");
    };
    if let (Interval::Month, Some(name)) = (interval, MONTHS.get(month)) {
        let class = if month.is_multiple_of(3) { "" } else { "minor" };
        label(class, HIGH + 28, (*name).into());
    }
    if month == 0 || place == series.first {
        let class = match interval {
            Interval::Year if place % 5 != 0 => "minor",
            Interval::Month | Interval::Quarter | Interval::Year => "",
        };
        label(class, HIGH + 46, safe!("{}", interval.year(place)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_is_round_and_high_enough() {
        for (most, top) in [(0, 1), (1, 1), (3, 5), (10, 10), (11, 20), (2_001, 5_000)] {
            assert_eq!(round(most), top);
        }
    }
}
