//! `JUnit`'s XML, which every build server reads: a promise is a suite, a verdict a test.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::format::Description;
use super::spot::spot;
use crate::audit::Finding;
use crate::charter::Clause;
use crate::report::Report;
use crate::rules::Verdict;

type Xml = Writer<Vec<u8>>;

/// What a test came to.
enum Came {
    Passed,
    Skipped(String),
    Failed,
}

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "junit",
    endings: &["xml"],
    about: "For build servers: JUnit's XML",
    is_text: true,
    render,
};

/// Writes every verdict that says something of a promise.
///
/// # Errors
/// Never, as it writes into memory.
pub(super) fn render(report: &Report<'_>) -> io::Result<Vec<u8>> {
    let mut by_clause: BTreeMap<usize, Vec<&Finding<'_>>> = BTreeMap::new();
    let applies = |finding: &&Finding<'_>| finding.verdict != Verdict::NotApplicable;
    for finding in report.audit.findings.iter().filter(applies) {
        by_clause.entry(finding.at).or_default().push(finding);
    }
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures = |findings: &[&Finding<'_>]| {
        let failed = findings
            .iter()
            .filter(|it| matches!(came(report, it), Came::Failed));
        failed.count()
    };
    let tests: usize = by_clause.values().map(Vec::len).sum();
    let failed: usize = by_clause.values().map(|all| failures(all)).sum();
    let errors = report.errors().count() + report.reading.unreadable.len();
    xml.create_element("testsuites")
        .with_attributes([
            ("name", "charter-audit"),
            ("tests", (tests + errors).to_string().as_str()),
            ("failures", failed.to_string().as_str()),
            ("errors", errors.to_string().as_str()),
        ])
        .write_inner_content(|xml| {
            unread(report, errors, xml)?;
            by_clause
                .values()
                .try_for_each(|findings| suite(report, findings, failures(findings), xml))
        })?;
    let mut text = xml.into_inner();
    text.push(b'\n');
    Ok(text)
}

/// What could not be read, as tests that could not be run.
fn unread(report: &Report<'_>, errors: usize, xml: &mut Xml) -> io::Result<()> {
    if errors == 0 {
        return Ok(());
    }
    let faults = report.errors().map(|fault| {
        let place = fault.span();
        let name = place.map_or_else(String::new, |span| {
            report.safe(&report.sources.address(span))
        });
        (name, report.safe(&fault.message))
    });
    let unreadable = report.reading.unreadable.iter();
    let unreadable = unreadable.map(|error| ("file".to_owned(), report.safe(error)));
    let all: Vec<(String, String)> = faults.chain(unreadable).collect();
    let count = errors.to_string();
    xml.create_element("testsuite")
        .with_attributes([
            ("name", "Records that could not be read"),
            ("tests", count.as_str()),
            ("errors", count.as_str()),
        ])
        .write_inner_content(|xml| {
            all.iter().try_for_each(|(name, message)| {
                xml.create_element("testcase")
                    .with_attributes([("classname", "reading"), ("name", name.as_str())])
                    .write_inner_content(|xml| {
                        xml.create_element("error")
                            .with_attributes([("message", message.as_str())])
                            .write_empty()?;
                        Ok(())
                    })?;
                Ok(())
            })
        })?;
    Ok(())
}

fn suite(
    report: &Report<'_>,
    findings: &[&Finding<'_>],
    failed: usize,
    xml: &mut Xml,
) -> io::Result<()> {
    let Some(clause) = findings.first().map(|finding| finding.clause) else {
        return Ok(());
    };
    let skipped = findings
        .iter()
        .filter(|finding| matches!(came(report, finding), Came::Skipped(_)));
    xml.create_element("testsuite")
        .with_attributes([
            ("name", name(report, clause).as_str()),
            ("tests", findings.len().to_string().as_str()),
            ("failures", failed.to_string().as_str()),
            ("skipped", skipped.count().to_string().as_str()),
        ])
        .write_inner_content(|xml| {
            findings
                .iter()
                .try_for_each(|finding| test(report, finding, xml))
        })?;
    Ok(())
}

fn name(report: &Report<'_>, clause: &Clause) -> String {
    format!("{} {}", clause.id, report.safe(&clause.says))
}

fn test(report: &Report<'_>, finding: &Finding<'_>, xml: &mut Xml) -> io::Result<()> {
    let told = report.tell(finding);
    let spot = spot(report, told.place);
    let line = spot.region.map(|region| region.line.to_string());
    let mut attributes = vec![
        ("classname", told.title.as_str()),
        ("name", told.heading.as_str()),
        ("file", spot.file.as_str()),
    ];
    attributes.extend(line.as_deref().map(|line| ("line", line)));
    let element = xml.create_element("testcase").with_attributes(attributes);
    match came(report, finding) {
        Came::Passed => element.write_empty()?,
        Came::Skipped(why) => element.write_inner_content(|xml| {
            xml.create_element("skipped")
                .with_attributes([("message", why.as_str())])
                .write_empty()?;
            Ok(())
        })?,
        Came::Failed => element.write_inner_content(|xml| {
            let body = [Some(told.address.as_str()), told.remedy.as_deref()];
            let body: Vec<&str> = body.into_iter().flatten().collect();
            xml.create_element("failure")
                .with_attributes([
                    ("type", told.severity.word()),
                    ("message", told.evidence().as_ref()),
                ])
                .write_text_content(BytesText::new(&body.join("\n")))?;
            Ok(())
        })?,
    };
    Ok(())
}

/// A promise that was not kept fails, and so does one without evidence where that was asked for. What
/// nobody can say yet is passed over with the reason.
fn came(report: &Report<'_>, finding: &Finding<'_>) -> Came {
    let words = || report.safe(&finding.evidence);
    match finding.verdict {
        Verdict::Met | Verdict::NotApplicable => Came::Passed,
        Verdict::NotMet | Verdict::NotEvidenced if !report.is_new(finding) => {
            Came::Skipped(format!("in the baseline already: {}", words()))
        }
        Verdict::NotMet => Came::Failed,
        Verdict::NotEvidenced if report.counts(finding) => Came::Failed,
        Verdict::NotEvidenced | Verdict::Explained | Verdict::NotYetDue => {
            Came::Skipped(format!("{}: {}", finding.verdict.in_prose(), words()))
        }
    }
}
