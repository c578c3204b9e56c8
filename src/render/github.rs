//! Annotations of GitHub Actions: a line of output each, which GitHub shows beside the lines of the
//! files that they name.

use std::fmt::Write as _;

use super::format::Description;
use super::spot::{Spot, spot};
use crate::audit::Finding;
use crate::report::{Report, summary};
use crate::rules::{Severity, Verdict};
use closed_words::grouped;

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
    render: |report| Ok(render(report).into_bytes()),
};

/// Writes what needs somebody, and at the end what there was no room for.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    let mut written = [0_usize; KINDS.len()];
    let mut left_out = 0_usize;
    let mut say = |kind: usize, properties: &str, message: &str| {
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
        let spot = fault.span().map(|span| spot(report, span));
        let properties = properties(spot.as_ref(), "This could not be read");
        say(0, &properties, &report.safe(&fault.message));
    }
    for error in &report.reading.unreadable {
        say(
            0,
            &properties(None, "This could not be read"),
            &report.safe(error),
        );
    }
    for finding in &report.audit.findings {
        if let Some(kind) = kind(report, finding) {
            let told = report.tell(finding);
            let spot = spot(report, told.place);
            let title = format!("{} {}: {}", told.clause.id, told.title, told.subject);
            let mut message = told.evidence().into_owned();
            if let Some(at) = &spot.at {
                message = format!("{at}: {message}");
            }
            if let Some(remedy) = &told.remedy {
                message.push_str(".\n");
                message.push_str(remedy);
            }
            say(kind, &properties(Some(&spot), &title), &message);
        }
    }
    let mut end = summary(report);
    if left_out > 0 {
        let _ = write!(
            end,
            " {} more are not shown here, because GitHub shows {MOST} of a kind; the other forms of \
             the report have all of them.",
            grouped(left_out)
        );
    }
    let _ = writeln!(out, "::notice title=charter-audit::{}", data(&end));
    out
}

/// Which kind a finding is; nothing for what needs nobody.
fn kind(report: &Report<'_>, finding: &Finding<'_>) -> Option<usize> {
    match (finding.verdict, finding.severity) {
        _ if !report.is_new(finding) => None,
        (Verdict::NotMet, Severity::Breach) => Some(0),
        (Verdict::NotMet, Severity::Concern) => Some(1),
        (Verdict::NotMet, Severity::Advice) | (Verdict::NotEvidenced, _) => Some(2),
        (Verdict::Explained | Verdict::NotYetDue | Verdict::Met | Verdict::NotApplicable, _) => {
            None
        }
    }
}

fn properties(spot: Option<&Spot>, title: &str) -> String {
    let mut all = Vec::new();
    if let Some(spot) = spot.filter(|spot| spot.is_file) {
        all.push(("file", spot.file.clone()));
        if let Some(region) = spot.region {
            all.push(("line", region.line.to_string()));
            if let Some(columns) = region.columns {
                all.push(("col", columns.first.to_string()));
            }
        }
    }
    all.push(("title", title.to_owned()));
    let all: Vec<String> = all
        .into_iter()
        .map(|(name, value)| format!("{name}={}", property(&value)))
        .collect();
    format!(" {}", all.join(","))
}

/// A text behind the second pair of colons.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A text among the properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_line() {
        assert_eq!(
            property("a,b: 50%\n::error::x"),
            "a%2Cb%3A 50%25%0A%3A%3Aerror%3A%3Ax"
        );
        assert_eq!(data("a,b: 5%\r\n"), "a,b: 5%25%0D%0A");
    }
}
