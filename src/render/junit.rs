//! `JUnit`'s XML, which every build server reads: a promise is a suite, a verdict a test.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::format::Description;
use crate::report::{Report, ReportedClause, ReportedFinding};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

type XmlWriter = Writer<Vec<u8>>;

/// What a test came to.
enum Came {
    Passed,
    Skipped(SafeText),
    Failed,
}

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "junit",
    endings: &["xml"],
    about: "For build servers: JUnit's XML",
    is_text: true,
    render: |report, out| out.write_all(&render(report)?),
};

/// Writes every verdict that says something of a promise.
///
/// # Errors
/// Never, as it writes into memory.
pub(super) fn render(report: &Report<'_>) -> io::Result<Vec<u8>> {
    let mut by_clause: BTreeMap<usize, Vec<ReportedFinding<'_>>> = BTreeMap::new();
    let applies = |finding: &ReportedFinding<'_>| finding.verdict() != Verdict::DoesNotApply;
    for finding in report.findings().filter(applies) {
        by_clause
            .entry(finding.clause_number())
            .or_default()
            .push(finding);
    }
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures = |findings: &[ReportedFinding<'_>]| {
        let failed = findings
            .iter()
            .filter(|it| matches!(came(report, **it), Came::Failed));
        failed.count()
    };
    let tests: usize = by_clause.values().map(Vec::len).sum();
    let failed: usize = by_clause.values().map(|all| failures(all)).sum();
    let errors = report.errors().count() + report.unreadable().len();
    xml.create_element("testsuites")
        .with_attributes([
            ("name", "charter-audit"),
            ("tests", (tests + errors).to_string().as_str()),
            ("failures", failed.to_string().as_str()),
            ("errors", errors.to_string().as_str()),
        ])
        .write_inner_content(|xml| {
            unread(report, errors, xml)?;
            not_read(report, xml)?;
            by_clause
                .values()
                .try_for_each(|findings| suite(report, findings, failures(findings), xml))
        })?;
    let mut text = xml.into_inner();
    text.push(b'\n');
    Ok(text)
}

/// What could not be read, as tests that could not be run.
fn unread(report: &Report<'_>, errors: usize, xml: &mut XmlWriter) -> io::Result<()> {
    if errors == 0 {
        return Ok(());
    }
    let faults = report.errors().map(|fault| (fault.address, fault.message));
    let unreadable = report.unreadable().map(|error| ("file".into(), error));
    let all: Vec<(SafeText, SafeText)> = faults.chain(unreadable).collect();
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

/// What was not read or has no place in a file, as properties.
fn not_read(report: &Report<'_>, xml: &mut XmlWriter) -> io::Result<()> {
    let all: Vec<_> = report.not_read().collect();
    if all.is_empty() {
        return Ok(());
    }
    xml.create_element("testsuite")
        .with_attributes([("name", "What was not read"), ("tests", "0")])
        .write_inner_content(|xml| {
            xml.create_element("properties")
                .write_inner_content(|xml| {
                    all.iter().try_for_each(|fault| {
                        let value = safe!("{}: {}", fault.address, fault.message);
                        xml.create_element("property")
                            .with_attributes([("name", fault.code), ("value", value.as_str())])
                            .write_empty()?;
                        Ok(())
                    })
                })?;
            Ok(())
        })?;
    Ok(())
}

fn suite(
    report: &Report<'_>,
    findings: &[ReportedFinding<'_>],
    failed: usize,
    xml: &mut XmlWriter,
) -> io::Result<()> {
    let Some(clause) = findings.first().map(|finding| finding.clause()) else {
        return Ok(());
    };
    let skipped = findings
        .iter()
        .filter(|finding| matches!(came(report, **finding), Came::Skipped(_)));
    xml.create_element("testsuite")
        .with_attributes([
            ("name", name(clause).as_str()),
            ("tests", findings.len().to_string().as_str()),
            ("failures", failed.to_string().as_str()),
            ("skipped", skipped.count().to_string().as_str()),
        ])
        .write_inner_content(|xml| {
            number(report, clause, xml)?;
            findings
                .iter()
                .try_for_each(|finding| test(report, *finding, xml))
        })?;
    Ok(())
}

/// Where the number of a promise comes from, as a property.
fn number(report: &Report<'_>, clause: ReportedClause<'_>, xml: &mut XmlWriter) -> io::Result<()> {
    let Some(from) = report.number(clause) else {
        return Ok(());
    };
    xml.create_element("properties")
        .write_inner_content(|xml| {
            xml.create_element("property")
                .with_attributes([("name", "number"), ("value", from.word())])
                .write_empty()?;
            Ok(())
        })?;
    Ok(())
}

fn name(clause: ReportedClause<'_>) -> SafeText {
    safe!("{} {}", clause.id(), clause.says())
}

fn test(report: &Report<'_>, finding: ReportedFinding<'_>, xml: &mut XmlWriter) -> io::Result<()> {
    let told = report.describe(finding);
    let (heading, address) = (told.heading(), told.address());
    let at = report.in_a_file(told.location.clone());
    let line = at.region.map(|region| region.line.to_string());
    let mut attributes = vec![
        ("classname", told.promise_name.as_str()),
        ("name", heading.as_str()),
        ("file", at.file.as_str()),
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
            let body = [
                Some(address.as_str()),
                told.remedy.as_ref().map(SafeText::as_str),
            ];
            let body: Vec<&str> = body.into_iter().flatten().collect();
            let message = safe!("{}: {}", told.title(), told.evidence());
            xml.create_element("failure")
                .with_attributes([
                    ("type", told.severity.word()),
                    ("message", message.as_str()),
                ])
                .write_text_content(BytesText::new(&body.join("\n")))?;
            Ok(())
        })?,
    };
    Ok(())
}

/// A promise that was not kept fails, and so does one without evidence where that was asked for. What
/// nobody can say yet is passed over with the reason.
fn came(report: &Report<'_>, finding: ReportedFinding<'_>) -> Came {
    let words = || {
        let told = report.describe(finding);
        safe!("{}: {}", told.title(), told.words)
    };
    match finding.verdict() {
        Verdict::Kept | Verdict::DoesNotApply => Came::Passed,
        Verdict::NotKept | Verdict::NoEvidence if !report.is_new(finding) => {
            Came::Skipped(safe!("in the baseline already: {}", words()))
        }
        Verdict::NotKept => Came::Failed,
        Verdict::NoEvidence if report.counts(finding) => Came::Failed,
        Verdict::NoEvidence | Verdict::Explained | Verdict::StillToCome => {
            Came::Skipped(safe!("{}: {}", finding.verdict().in_prose(), words()))
        }
    }
}
