//! Annotations of GitHub Actions: a line of output each, which GitHub shows beside the lines of the
//! files that they name.

use std::fmt::Write as _;

use super::format::Description;
use crate::report::words::grouped;
use crate::report::{Location, Report, ReportedFinding, numbers, summary};
use crate::report_format::PROGRAM;
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;

/// GitHub shows so many of each kind for a step, and drops the others without a word.
const MOST: usize = 10;

/// The kinds, with the command that writes one.
const KINDS: [&str; 3] = ["error", "warning", "notice"];

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "github",
    endings: &[],
    about: "For GitHub Actions: annotations",
    is_text: true,
    render: |report, out| out.write_all(render(report).as_bytes()),
};

/// Writes what needs somebody, and at the end what there was no room for.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    let mut written = [0_usize; KINDS.len()];
    let mut left_out = 0_usize;
    let mut say = |kind: usize, properties: &str, message: &SafeText| {
        let (Some(count), Some(name)) = (written.get_mut(kind), KINDS.get(kind)) else {
            return;
        };
        // The last notice says what was left out.
        let most = if kind == 2 { MOST - 1 } else { MOST };
        if *count == most {
            left_out += 1;
            return;
        }
        *count += 1;
        let _ = writeln!(out, "::{name}{properties}::{}", data(message));
    };
    for fault in report.errors() {
        let properties = properties(fault.location.as_ref(), &"This could not be read".into());
        say(0, &properties, &fault.message);
    }
    for error in report.unreadable() {
        say(
            0,
            &properties(None, &"This could not be read".into()),
            &error,
        );
    }
    for finding in report.findings() {
        if let Some(kind) = kind(report, finding) {
            let told = report.describe(finding);
            let title = safe!("{} {}: {}", *told.clause, told.title(), told.subject());
            let mut message = told.evidence();
            if let Some(at) = &told.location.at {
                message = safe!("{}: {}", at, message);
            }
            if let Some(remedy) = &told.remedy {
                message.push(".\n");
                message.push(remedy);
            }
            say(kind, &properties(Some(&told.location), &title), &message);
        }
    }
    let mut end = summary(report);
    if let Some(numbers) = numbers::in_a_sentence(report) {
        end.push(" ");
        end.push(numbers);
    }
    if left_out > 0 {
        end.push(safe!(
            " {} more are not shown here, because GitHub shows {} of a kind; the other formats of the report have all of them.",
            grouped(left_out),
            MOST
        ));
    }
    let _ = writeln!(out, "::notice title={PROGRAM}::{}", data(&end));
    out
}

/// Which kind a finding is; nothing for what needs nobody.
fn kind(report: &Report<'_>, finding: ReportedFinding<'_>) -> Option<usize> {
    match (finding.verdict(), finding.severity()) {
        _ if !report.is_new(finding) => None,
        (Verdict::NotKept, Severity::Breach) => Some(0),
        (Verdict::NotKept, Severity::Concern) => Some(1),
        (Verdict::NotKept, Severity::Advice) | (Verdict::NoEvidence, _) => Some(2),
        (Verdict::Explained | Verdict::StillToCome | Verdict::Kept | Verdict::DoesNotApply, _) => {
            None
        }
    }
}

fn properties(at: Option<&Location>, title: &SafeText) -> String {
    let mut all = Vec::new();
    if let Some(at) = at.filter(|at| at.is_file) {
        all.push(("file", at.file.clone()));
        if let Some(region) = at.region {
            all.push(("line", safe!("{}", region.line)));
            if let Some(columns) = region.columns {
                all.push(("col", safe!("{}", columns.first)));
            }
        }
    }
    all.push(("title", title.clone()));
    let all: Vec<String> = all
        .into_iter()
        .map(|(name, value)| format!("{name}={}", property(&value)))
        .collect();
    format!(" {}", all.join(","))
}

/// A text behind the second pair of colons.
fn data(text: &SafeText) -> String {
    text.as_str()
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A text among the properties.
fn property(text: &SafeText) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_line() {
        assert_eq!(
            property(&"a,b: 50%\n::error::x".into()),
            "a%2Cb%3A 50%25%0A%3A%3Aerror%3A%3Ax"
        );
        assert_eq!(data(&"a,b: 5%\r\n".into()), "a,b: 5%25%0D%0A");
    }
}
