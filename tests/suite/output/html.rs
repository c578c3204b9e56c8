//! The page, read by html5ever as browsers do.

use std::collections::BTreeSet;

use charter_audit::render::{self, Format};
use charter_audit::report::{Document, Report, document};
use charter_audit::rules::Verdict;
use html5ever::Attribute;
use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::{AS_OF, HOSTILE, bench, squeezed};
use crate::Bench;
use crate::program::run_in;
use identifiers::redact::Redactor;

const SCRIPT: &str = include_str!("../../../src/render/html/script.js");

/// Every element that the program writes; a record must bring no other.
const KNOWN: &[&str] = &[
    "a", "article", "body", "button", "caption", "circle", "code", "dd", "defs", "details", "div",
    "dl", "dt", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "input",
    "label", "li", "line", "main", "meta", "ol", "option", "p", "path", "pattern", "pre", "rect",
    "section", "select", "span", "strong", "style", "script", "summary", "svg", "symbol", "table",
    "tbody", "td", "text", "th", "thead", "title", "tr", "ul", "use",
];

struct Page(RcDom);

impl Page {
    fn of(report: &Report<'_>) -> Page {
        let written = render::report(report, Format::Html).unwrap();
        Page::read(&String::from_utf8(written).unwrap())
    }

    fn read(written: &str) -> Page {
        let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default());
        let dom = dom.one(written);
        assert_eq!(*dom.errors.borrow(), Vec::<String>::new());
        Page(dom)
    }

    fn elements(&self) -> Vec<Handle> {
        below(&self.0.document)
    }

    fn with_id(&self, id: &str) -> Handle {
        let mut all = self.elements().into_iter();
        all.find(|one| attribute(one, "id").as_deref() == Some(id))
            .unwrap_or_else(|| panic!("nothing is called {id}"))
    }
}

fn below(node: &Handle) -> Vec<Handle> {
    let mut all = Vec::new();
    let mut next = vec![node.clone()];
    while let Some(node) = next.pop() {
        next.extend(node.children.borrow().iter().rev().cloned());
        if matches!(node.data, NodeData::Element { .. }) {
            all.push(node);
        }
    }
    all
}

fn name(node: &Handle) -> String {
    let NodeData::Element { name, .. } = &node.data else {
        panic!("{:?}", node.data);
    };
    name.local.to_string()
}

fn attributes(node: &Handle) -> Vec<(String, String)> {
    let NodeData::Element { attrs, .. } = &node.data else {
        panic!("{:?}", node.data);
    };
    let of = |one: &Attribute| (one.name.local.to_string(), one.value.to_string());
    attrs.borrow().iter().map(of).collect()
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let found = attributes(node)
        .into_iter()
        .find(|(name, _)| name == wanted);
    found.map(|(_, value)| value)
}

/// What people read there; code in backquotes, as it was said.
fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { name, .. } => {
            let inner: String = node.children.borrow().iter().map(text).collect();
            if &*name.local == "code" {
                format!("`{inner}`")
            } else {
                inner
            }
        }
        NodeData::Document
        | NodeData::Doctype { .. }
        | NodeData::Comment { .. }
        | NodeData::ProcessingInstruction { .. } => {
            node.children.borrow().iter().map(text).collect()
        }
    }
}

fn findings(node: &Handle) -> Vec<Handle> {
    let mut all = below(node);
    all.retain(|one| attribute(one, "data-finding").is_some());
    all
}

/// What holds of every page, whatever is in it.
fn sound(page: &Page) {
    let elements = page.elements();
    let mut ids = BTreeSet::new();
    for element in &elements {
        let name = name(element);
        assert!(KNOWN.contains(&name.as_str()), "{name}");
        for (attribute, value) in attributes(element) {
            assert!(!attribute.starts_with("on"), "{attribute}={value}");
            assert!(!["src", "style", "action"].contains(&attribute.as_str()));
            assert!(
                !value.contains("url(") || value.starts_with("url(#"),
                "{value}"
            );
            if attribute == "id" {
                assert!(ids.insert(value.clone()), "{value} twice");
            }
        }
    }
    for element in &elements {
        for (attribute, value) in attributes(element) {
            let targets: Vec<&str> = match attribute.as_str() {
                "href" => vec![value.strip_prefix('#').unwrap_or_else(|| panic!("{value}"))],
                "for" | "aria-labelledby" => vec![value.as_str()],
                "fill" if value.starts_with("url(") => vec![&value[5..value.len() - 1]],
                _ => Vec::new(),
            };
            for target in targets {
                assert!(ids.contains(target), "{attribute} leads to {target}");
            }
        }
    }
    let scripts = elements.iter().filter(|one| name(one) == "script");
    assert_eq!(scripts.map(text).collect::<Vec<_>>(), [SCRIPT]);
    let html = elements.iter().find(|one| name(one) == "html").unwrap();
    assert_eq!(attribute(html, "lang").as_deref(), Some("en-GB"));
    ranks(&elements);
}

/// No rank of headings is left out, and there is one title.
fn ranks(elements: &[Handle]) {
    let headings = elements.iter().map(name).filter_map(|name| {
        let rank = name.strip_prefix('h')?;
        rank.parse::<usize>().ok()
    });
    let mut last = 0;
    let mut titles = 0;
    for rank in headings {
        assert!(rank <= last + 1, "h{rank} after h{last}");
        titles += usize::from(rank == 1);
        last = rank;
    }
    assert_eq!(titles, 1);
}

#[test]
fn nothing_in_a_record_means_anything() {
    bench().report(AS_OF, |report| {
        let page = Page::of(report);
        sound(&page);
        let all = squeezed(&text(&page.with_id("report")));
        for title in HOSTILE {
            let shown = Redactor::default().redact_to(200, title);
            assert!(all.contains(&squeezed(shown.as_str())), "{title}");
        }
        for title in [HOSTILE[0], HOSTILE[2], HOSTILE[7]] {
            assert!(all.contains(&squeezed(title)), "{title}");
        }
    });
}

#[test]
fn every_finding_is_there_in_its_order_and_counted() {
    bench().report(AS_OF, |report| {
        let page = Page::of(report);
        let shown = findings(&page.with_id("not-kept"));
        let not_kept: Vec<_> = report.with(Verdict::NotKept).collect();
        assert!(not_kept.len() > 20);
        assert_eq!(shown.len(), not_kept.len());
        for (shown, finding) in shown.iter().zip(not_kept) {
            let told = report.describe(finding);
            let words = squeezed(&text(shown));
            assert_eq!(
                attribute(shown, "data-clause").unwrap(),
                told.clause.as_str()
            );
            let day = finding.day().map(|day| day.to_string());
            assert_eq!(attribute(shown, "data-day"), day);
            let remedy = told.remedy.clone().unwrap_or_default();
            for said in [
                told.subject().as_str(),
                &told.words.as_str()[1..],
                remedy.as_str(),
                told.address().as_str(),
            ] {
                assert!(words.contains(&squeezed(said)), "{said}");
            }
        }
        for (verdict, section) in [
            (Verdict::NoEvidence, "no-evidence"),
            (Verdict::NotKept, "not-kept"),
            (Verdict::Kept, "kept"),
        ] {
            let shown = findings(&page.with_id(section)).len();
            assert_eq!(shown, report.tally.count(verdict), "{verdict:?}");
        }
    });
}

/// An area's log with something to do, to mend and to look for.
const LOG: &str = "\
Title,Type,Date,Status,Organiser,Who is it for,Notice sent,Feedback sent,Colour
Board,meeting,24/09/2026,held,council,parents,01/09/2026,no,red
Transport,meeting,18/11/2026,held,council,parents,12/10/2026,,blue
Workshop,workshop,15/12/2026,planned,council,parents,,,red
";
const LOG_AS_OF: &str = "2026-11-29";

#[test]
fn the_first_screen_has_the_words_of_the_page_in_their_order() {
    let log = Bench::new(&[("log.csv", LOG)]);
    for (bench, as_of) in [(bench(), AS_OF), (log, LOG_AS_OF)] {
        bench.report(as_of, |report| {
            let page = Page::of(report);
            let document = Document {
                details: Vec::new(),
                ..document(report)
            };
            assert_eq!(
                squeezed(&text(&page.with_id("page"))),
                squeezed(&super::markdown::words(&document))
            );
        });
    }
}

#[test]
fn a_line_of_the_page_leads_to_its_finding() {
    Bench::new(&[("log.csv", LOG)]).report(LOG_AS_OF, |report| {
        let page = Page::of(report);
        let leads = |words: &str| {
            let mut links = below(&page.with_id("page")).into_iter();
            let link = links.find(|one| name(one) == "a" && text(one).starts_with(words));
            let link = link.unwrap_or_else(|| panic!("no link {words}"));
            let target = attribute(&link, "href").unwrap();
            page.with_id(target.strip_prefix('#').unwrap())
        };
        for (words, clause) in [
            ("Overdue since Thu 8 Oct 2026", "O4e1"),
            ("By Mon 30 Nov 2026", "O4a1"),
            ("No feedback (O4e1)", "O4e1"),
        ] {
            let finding = leads(words);
            assert_eq!(attribute(&finding, "data-clause").as_deref(), Some(clause));
        }
    });
}

#[test]
fn what_is_still_to_come_is_found_by_the_day_it_is_due() {
    Bench::new(&[("log.csv", LOG)]).report(LOG_AS_OF, |report| {
        let page = Page::of(report);
        let mut due: Vec<_> = findings(&page.with_id("coming-due"))
            .iter()
            .filter_map(|one| Some((attribute(one, "data-clause")?, attribute(one, "data-day")?)))
            .collect();
        due.retain(|(clause, _)| clause == "O4a1" || clause == "O4e1");
        let day = |clause: &str, day: &str| (clause.to_owned(), day.to_owned());
        // Fourteen clear days before 15 December; ten working days after 18 November, and after
        // 15 December with two bank holidays.
        let expected = [
            day("O4a1", "2026-11-30"),
            day("O4e1", "2026-12-02"),
            day("O4e1", "2026-12-31"),
        ];
        assert_eq!(due, expected);
    });
}

#[test]
fn the_details_are_folded_until_they_are_asked_for() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("log.csv"), LOG).unwrap();
    for (more, open) in [(&[][..], false), (&["--details"], true)] {
        let report = ["report", "log.csv", "--as-of", LOG_AS_OF, "-o", "r.html"];
        let (code, _, err) = run_in(folder.path(), &[&report[..], more].concat());
        assert_eq!(code, 1, "{err}");
        let written = std::fs::read_to_string(folder.path().join("r.html")).unwrap();
        let page = Page::read(&written);
        let parts: Vec<_> = below(&page.with_id("details"))
            .into_iter()
            .filter(|one| attribute(one, "class").as_deref() == Some("part"))
            .collect();
        assert!(parts.len() > 8, "{}", parts.len());
        for part in parts {
            assert_eq!(attribute(&part, "open").is_some(), open);
        }
        // The page says the same with and without.
        assert!(text(&page.with_id("page")).contains("The evidence for each point stands below."));
    }
}

#[test]
fn long_lists_say_what_they_leave_out() {
    let rows: String = (0..230)
        .map(|at| format!("Board {at},meeting,2026-0{}-11\n", at % 6 + 1))
        .collect();
    let table = format!("Title,Type,Date\n{rows}");
    let bench = Bench::of_bytes(vec![("log.csv", table.into_bytes())]);
    bench.report(AS_OF, |report| {
        let page = Page::of(report);
        sound(&page);
        // Two hundred of the 230 gaps in the notice stand there.
        let group = below(&page.with_id("no-evidence"))
            .into_iter()
            .find(|one| {
                attribute(one, "data-clause").as_deref() == Some("O4a1")
                    && attribute(one, "data-holds").is_some()
            })
            .unwrap();
        assert_eq!(findings(&group).len(), 200);
        assert!(text(&group).contains("30 more are not shown here."));
        let shown = findings(&page.with_id("no-evidence")).len();
        let left = report.tally.count(Verdict::NoEvidence) - shown;
        let words = format!("{left} under “No evidence”");
        assert!(left >= 30);
        assert!(text(&page.with_id("report")).contains(&words), "{words}");
    });
}

#[test]
fn a_page_without_findings_is_whole() {
    for records in [&[][..], &[("a.yaml", "title: [")]] {
        Bench::new(records).report(AS_OF, |report| sound(&Page::of(report)));
    }
}
