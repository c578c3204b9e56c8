//! How a charter's numbers fit what was done, as a page of its own: what a strategy group needs to
//! know, and then a picture of each number with a table that says the same.

use super::blocks;
use super::charts::share;
use super::markup::Html;
use super::{page_head, verdict_style};
use crate::report::{
    Block, Calibrated, Calibration, Part, Report, SHARES, curve_table, groups_table, parts,
};
use crate::report_format::CALIBRATION_TITLE;
use crate::rules::Direction;
use identifiers::safe;
use identifiers::text::SafeText;

/// Writes the page. It needs no script.
pub(in crate::render) fn calibration(report: &Report<'_>, calibration: &Calibration<'_>) -> String {
    let mut out = Html::default();
    page_head(&mut out, report, CALIBRATION_TITLE, "");
    out.raw("<body>\n").raw(verdict_style::SHARED);
    out.raw("<main id=\"report\">\n<header>\n");
    out.element("<h1>", CALIBRATION_TITLE, "</h1>\n</header>\n");
    for part in parts(report, calibration) {
        match part {
            Part::Blocks(all) => headed(&mut out, &all),
            Part::Standard(name, said, one) => standard(&mut out, &name, &said, one),
        }
    }
    out.raw("</main>\n</body>\n</html>\n");
    out.into_text()
}

/// Blocks with headings of the second rank.
fn headed(out: &mut Html, all: &[Block]) {
    let mut last: SafeText = CALIBRATION_TITLE.into();
    for block in all {
        if let Block::Heading(heading) = block {
            out.element("<h2>", heading, "</h2>\n");
            last = heading.clone();
        } else {
            blocks::blocks(out, &last, std::slice::from_ref(block));
        }
    }
}

fn standard(out: &mut Html, name: &SafeText, said: &[SafeText], one: &Calibrated<'_>) {
    out.raw("<section class=\"number-of\">\n");
    out.element("<h2>", name, "</h2>\n");
    for words in said {
        out.element("<p>", words, "</p>\n");
    }
    out.raw("<div class=\"columns\">");
    picture(out, one);
    out.raw("</div>\n");
    let table = curve_table(one, false);
    let caption = safe!("{}: how many would have met which number", name);
    blocks::table(out, "plain", &caption, &table, |_, _, _| {});
    if let Some(table) = groups_table(one) {
        let caption = safe!("{}: by kind and by who it was", name);
        blocks::table(out, "plain", &caption, &table, |_, _, _| {});
    }
    out.raw("</section>\n");
}

/// How high the picture is, and where it begins.
const HIGH: usize = 180;
const TOP: usize = 10;

/// How far down a share in per cent is.
fn level(per_cent: usize) -> usize {
    HIGH + TOP - per_cent * HIGH / 100
}

/// The steps of a curve: up to each value, or from it, as many as would have met it.
fn picture(out: &mut Html, one: &Calibrated<'_>) {
    let rows = one.rows();
    let counted = one.curve.counted();
    let y = |count: usize| HIGH + TOP - count * HIGH / counted.max(1);
    out.raw("<svg class=\"axis\" aria-hidden=\"true\" focusable=\"false\">");
    for part in [0].into_iter().chain(SHARES) {
        out.raw("<text x=\"38\"").numbered("y", "", level(part) + 4);
        out.raw(">").text(safe!("{}%", part)).raw("</text>");
    }
    out.raw("</svg><svg class=\"plot\" role=\"img\" focusable=\"false\" aria-label=\"");
    out.raw("Steps of a curve; the table below has the same in numbers\">");
    let last = rows.last().copied().unwrap_or(0);
    let end = usize::try_from(last).unwrap_or(0) + 1;
    let place = |value: i64| usize::try_from(value).unwrap_or(0).min(end);
    let mut before = 0;
    for (at, row) in rows.iter().enumerate() {
        let next = rows.get(at + 1).map_or(end, |next| place(*next));
        // A standard of at least so much is met alike from just above the row before; one of at most
        // so much, until just below the row after.
        let (from, to) = match one.of.direction {
            Direction::AtLeast => (before, place(*row)),
            Direction::AtMost => (place(*row), next),
        };
        before = place(*row);
        let met = one.curve.met(*row);
        if to > from && met > 0 {
            out.raw("<rect").attribute("x", share(from, end));
            out.attribute("width", share(to - from, end));
            out.numbered("y", "", y(met));
            out.numbered("height", "", HIGH + TOP - y(met));
            out.raw(" fill=\"url(#fill-kept)\"/>");
        }
    }
    for part in SHARES {
        let high = safe!("{}", level(part));
        out.raw("<line x1=\"0\" x2=\"100%\"").attribute("y1", &high);
        out.attribute("y2", &high).raw("/>");
    }
    marks(out, one, end);
    out.raw("</svg>");
}

/// The steps of the standard, and the ends.
fn marks(out: &mut Html, one: &Calibrated<'_>, end: usize) {
    let mut label = |x: &SafeText, y: usize, text: SafeText| {
        out.raw("<text").attribute("x", x).numbered("y", "", y);
        out.raw(">").text(text).raw("</text>");
    };
    let at = |value: i64| share(usize::try_from(value).unwrap_or(0).min(end), end);
    label(&at(0), HIGH + 28, "0".into());
    for (what, value) in one.steps() {
        label(&at(value), HIGH + 28, safe!("{}", value));
        let low = if what == "the standard" { 46 } else { 60 };
        label(&at(value), HIGH + low - 2, what.into());
    }
    if let Some(last) = one.rows().last().filter(|last| **last > one.required()) {
        label(&at(*last), HIGH + 28, safe!("{}", *last));
    }
    out.raw("<line class=\"mark\"");
    out.attribute("x1", at(one.required()))
        .attribute("x2", at(one.required()));
    out.numbered("y1", "", TOP)
        .numbered("y2", "", HIGH + TOP)
        .raw("/>");
}
