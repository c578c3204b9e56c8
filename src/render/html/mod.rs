//! The report as one page that needs nothing else: its style, its script and its pictures are in
//! it, and no browser may fetch anything for it. Without the script, everything is there in order.

mod blocks;
mod charts;
mod collapsed;
mod data_attributes;
mod filter;
mod findings;
mod help;
mod markup;
mod policy;
mod rule_page;
mod summary;
mod time_chart;
mod time_series;
mod verdict_style;

use super::format::Description;
use crate::report::sections;
use crate::report::words::{grouped, sentence};
use crate::report::{Block, Report, TITLE, closing, moved, table};
use crate::rules::Verdict;
use findings::{ELSEWHERE, Lists};
use identifiers::safe;
use identifiers::text::{Printable, SafeText};
use markup::Html;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "html",
    endings: &["html", "htm"],
    about: "For people: a page with charts and filters, for browsers and print",
    is_text: true,
    render: |report| Ok(render(report).into_bytes()),
};

/// Writes the page.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut lists = Lists::of(report);
    let mut body = Html::default();
    listed(&mut lists, &mut body);
    counted(&mut lists, &mut body);
    let mut contents: Vec<(SafeText, SafeText)> = lists
        .contents
        .iter()
        .map(|(id, heading)| ((*id).into(), heading.clone()))
        .collect();
    let mut end = Html::default();
    closed(&mut end, &lists, &mut contents);
    let mut page = Html::default();
    head(&mut page, report);
    page.raw("<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n");
    page.raw(verdict_style::SHARED);
    summary::header(&mut page, report);
    page.raw("<main id=\"report\" tabindex=\"-1\">\n");
    summary::section(&mut page, report, &contents);
    navigation(&mut page, &contents);
    filter::form(&mut page, report, &lists.projects);
    page.append(&body).append(&end);
    page.raw("</main>\n<script>").raw(SCRIPT).raw("</script>\n");
    page.raw("</body>\n</html>\n");
    page.into_text()
}

fn head(page: &mut Html, report: &Report<'_>) {
    page.raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\"");
    page.attribute("content", policy::policy(STYLE, SCRIPT));
    page.raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    page.text(TITLE).text(" ");
    page.text(report.charter_title());
    page.raw("</title>\n<style>").raw(STYLE);
    page.raw("</style>\n</head>\n");
}

fn navigation(page: &mut Html, contents: &[(SafeText, SafeText)]) {
    page.raw("<nav aria-label=\"Contents\"><ul>\n");
    for (id, heading) in contents {
        page.raw("<li><a").attribute("href", safe!("#{}", id));
        page.raw(">").text(heading).raw("</a></li>\n");
    }
    page.raw("</ul></nav>\n");
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
        let heading = "Explanations to look at";
        lists.contents.push(("explanations", heading.into()));
        begin(out, "explanations", heading);
        blocks::items(out, &explanations);
        out.raw("</section>\n");
    }
}

/// The promises one by one, and how they went over time.
fn counted(lists: &mut Lists<'_, '_>, out: &mut Html) {
    let report = lists.report;
    let table = table(report);
    if !table.rows.is_empty() {
        let heading = "Promises one by one";
        lists.contents.push(("promises", heading.into()));
        begin(out, "promises", heading);
        collapsed::promises(out, report, &table);
        out.raw("</section>\n");
    }
    if time_chart::section(out, report) {
        lists.contents.push(("over-time", "Over time".into()));
    }
    let trend = report.trend();
    let portfolio = moved::portfolio(&trend);
    let years = moved::two_years(&trend);
    if !portfolio.is_empty() || !years.is_empty() {
        lists.contents.push(("years", moved::YEARS.into()));
        begin(out, "years", moved::YEARS);
        ladder(out, &portfolio);
        blocks::blocks(out, "How often each promise was kept in two years", &years);
        out.raw("</section>\n");
    }
    let since = moved::since_earlier(report, &trend);
    if let Some(Block::Heading(heading)) = since.first() {
        lists.contents.push(("since", heading.clone()));
        begin(out, "since", heading);
        blocks::blocks(out, "What moved since the earlier audit", &since);
        out.raw("</section>\n");
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
fn closed(out: &mut Html, lists: &Lists<'_, '_>, contents: &mut Vec<(SafeText, SafeText)>) {
    let mut blocks = closing(lists.report);
    if let Some(Block::Facts(facts)) = blocks.last_mut() {
        facts.extend(left_out(lists));
    }
    let made = blocks.split_off(blocks.len().saturating_sub(2));
    for (at, part) in blocks.chunk_by(|_, next| !is_heading(next)).enumerate() {
        closing_section(out, contents, at + 1, part);
    }
    let mut pages = Html::default();
    if help::section(&mut pages, lists.report) {
        contents.push(("help".into(), help::HEADING.into()));
        out.append(&pages);
    }
    closing_section(out, contents, 0, &made);
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading(_))
}

fn closing_section(
    out: &mut Html,
    contents: &mut Vec<(SafeText, SafeText)>,
    number: usize,
    part: &[Block],
) {
    let Some(Block::Heading(heading)) = part.first() else {
        return;
    };
    let id = safe!("closing-{}", number);
    begin(out, &id, heading);
    blocks::blocks(out, heading, part);
    out.raw("</section>\n");
    contents.push((id, heading.clone()));
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

fn begin(out: &mut Html, id: impl Printable + Copy, heading: impl Printable) {
    let label = safe!("{}-heading", id);
    out.raw("<section").attribute("id", id);
    out.attribute("aria-labelledby", &label).raw("><h2");
    out.attribute("id", &label).element(">", heading, "</h2>\n");
}
