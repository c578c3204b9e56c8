//! The report as one page that needs nothing else: its style, its script and its pictures are in
//! it, and no browser may fetch anything for it. Without the script, everything is there in order.

mod blocks;
mod calibration;
mod charts;
mod collapsed;
mod data_attributes;
mod filter;
mod findings;
mod help;
mod markup;
mod page;
mod parts;
mod policy;
mod rule_page;
mod time_chart;
mod time_series;
mod verdict_style;

pub(super) use calibration::calibration;

use super::format::Description;
use crate::report::page::{Rest, page as report_page};
use crate::report::sections;
use crate::report::words::{grouped, sentence};
use crate::report::{self, Block, Report, TITLE, closing, moved, table};
use crate::rules::Verdict;
use findings::{ELSEWHERE, Lists};
use identifiers::safe;
use identifiers::text::SafeText;
use markup::Html;
use parts::Part;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "html",
    endings: &["html", "htm"],
    about: "For people: the page with everything behind it, for browsers and print",
    is_text: true,
    render: |report, out| out.write_all(render(report).as_bytes()),
};

/// Writes the page, and behind it the details.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut lists = Lists::of(report);
    let mut details = Html::default();
    listed(&mut lists, &mut details);
    not_read(report, &mut details);
    counted(report, &mut details);
    closed(&mut details, &lists);
    let mut out = Html::default();
    page_head(&mut out, report, TITLE, SCRIPT);
    out.raw("<body>\n<a class=\"skip\" href=\"#details\">Skip to the details</a>\n");
    out.raw(verdict_style::SHARED);
    out.raw("<main id=\"report\">\n<article class=\"page\" id=\"page\">\n");
    page::page(&mut out, &report_page(report, Rest::Below), &lists);
    out.raw("</article>\n<section id=\"details\" class=\"details\" tabindex=\"-1\" ");
    out.raw("aria-labelledby=\"details-heading\">\n<h2 id=\"details-heading\">In detail</h2>\n");
    filter::form(&mut out, report, &lists.projects);
    out.append(&details);
    out.raw("</section>\n</main>\n<script>").raw(SCRIPT);
    out.raw("</script>\n</body>\n</html>\n");
    out.into_text()
}

fn page_head(page: &mut Html, report: &Report<'_>, title: &'static str, script: &'static str) {
    page.raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\"");
    page.attribute("content", policy::policy(STYLE, script));
    page.raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    page.text(title).text(" ");
    page.text(report.charter_title());
    page.raw("</title>\n<style>").raw(STYLE);
    page.raw("</style>\n</head>\n");
}

/// The findings, what needs people first.
fn listed(lists: &mut Lists<'_, '_>, out: &mut Html) {
    lists.verdict(out, "not-kept", "Not kept", Verdict::NotKept);
    lists.due(out);
    lists.verdict(out, "no-evidence", "No evidence", Verdict::NoEvidence);
    lists.verdict(out, "explained", "Explained", Verdict::Explained);
    lists.remarks(out);
    collapsed::kept(lists, out);
    collapsed::does_not_apply(lists, out);
    let explanations = sections::explanations(lists.report);
    if !explanations.is_empty() {
        Part::new("explanations", "Explanations to look at").begin(out, lists.report);
        blocks::items(out, &explanations);
        parts::end(out);
    }
}

/// What was not read, so that nobody takes the rest for all there is.
fn not_read(report: &Report<'_>, out: &mut Html) {
    let mut unread = Vec::new();
    report::incomplete(report, &mut unread);
    report::not_read(report, &mut unread);
    if !unread.is_empty() {
        Part::new("not-read", "What was not read").begin(out, report);
        blocks::blocks(out, "", &unread);
        parts::end(out);
    }
}

/// The promises one by one, and how they went over time.
fn counted(report: &Report<'_>, out: &mut Html) {
    let table = table(report);
    if !table.rows.is_empty() {
        Part::new("promises", "Promises one by one").begin(out, report);
        collapsed::promises(out, report, &table);
        parts::end(out);
    }
    time_chart::part(out, report);
    let trend = report.trend();
    let portfolio = moved::portfolio(&trend);
    let years = moved::two_years(&trend);
    if !portfolio.is_empty() || !years.is_empty() {
        Part::new("years", moved::YEARS).begin(out, report);
        ladder(out, &portfolio);
        blocks::blocks(out, "How often each promise was kept in two years", &years);
        parts::end(out);
    }
    let since = moved::since_earlier(report, &trend);
    if let Some((Block::Heading(heading), rest)) = since.split_first() {
        Part::new("since", heading.clone()).begin(out, report);
        blocks::blocks(out, "What moved since the earlier audit", rest);
        parts::end(out);
    }
}

/// The portfolio by rung, with a bar to each count.
fn ladder(out: &mut Html, portfolio: &[Block]) {
    for block in portfolio {
        let Block::Table(table) = block else {
            blocks::blocks(out, "", std::slice::from_ref(block));
            continue;
        };
        let count = |row: usize, column: usize| -> usize {
            let cell = table.rows.get(row).and_then(|row| row.get(column));
            cell.and_then(|cell| cell.as_str().parse().ok())
                .unwrap_or(0)
        };
        let cells = (0..table.rows.len()).flat_map(|row| [count(row, 1), count(row, 2)]);
        let largest = cells.max().unwrap_or(0);
        let caption = "Engagements by the rung that they claim, in two years";
        blocks::table(out, "ladder", caption, table, |out, row, column| {
            if column >= table.numbers_from {
                charts::single(out, count(row, column), largest);
            }
        });
    }
}

/// What stands at the end: the charter itself, what was not judged, help, and how it was made.
fn closed(out: &mut Html, lists: &Lists<'_, '_>) {
    let report = lists.report;
    let ids = ["closing-1", "closing-2", "closing-3"];
    let mut blocks = closing(report);
    let made = blocks.split_off(blocks.len().saturating_sub(2));
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    for (id, part) in ids
        .into_iter()
        .zip(blocks.chunk_by(|_, next| !is_heading(next)))
    {
        if let Some((Block::Heading(heading), rest)) = part.split_first() {
            Part::new(id, heading.clone()).begin(out, report);
            blocks::blocks(out, heading, rest);
            parts::end(out);
        }
    }
    help::part(out, report);
    if let [Block::Heading(heading), Block::Facts(facts)] = made.as_slice() {
        Part::new("about", heading.clone()).begin(out, report);
        blocks::facts(out, &report::head(report));
        out.element("<p>", report::summary(report), "</p>\n");
        blocks::facts(out, &report::sides(report));
        let left = left_out(lists);
        let facts: Vec<_> = facts.iter().cloned().chain(left).collect();
        blocks::facts(out, &facts);
        parts::end(out);
    }
}

/// What the page does not hold, so that nobody takes it for all there is.
fn left_out(lists: &Lists<'_, '_>) -> Option<(SafeText, SafeText)> {
    let each: Vec<SafeText> = lists
        .left
        .iter()
        .map(|(heading, left)| safe!("{} under “{}”", grouped(*left), *heading))
        .collect();
    let words = safe!(
        "{}. {}",
        SafeText::joined(&each, ", "),
        sentence(&ELSEWHERE.into())
    );
    let words = words.without_full_stop();
    (!each.is_empty()).then(|| ("Left out of this page".into(), words))
}
