//! The output of `explain calendar`.

use crate::report::calendar::CalendarPage;
use crate::report::wrap;

/// So wide is what a line is about.
const LABEL: usize = 9;

/// A calendar in words.
pub fn calendar(page: &CalendarPage) -> String {
    let mut out = String::from("# Calendar\n\n");
    for (what, fact) in &page.facts {
        wrap(&mut out, &format!("{what}: "), "  ", fact);
    }
    if page.schools.is_empty() {
        out.push_str("\nNo school is named, so that nobody knows which days are holidays.\n");
    }
    for school in &page.schools {
        out.push_str("\n# ");
        out.push_str(school.id.as_str());
        out.push_str("\n\n");
        for sentence in &school.about {
            wrap(&mut out, "", "", sentence);
        }
        for (year, lines) in &school.years {
            out.push('\n');
            wrap(&mut out, "", "", year);
            for (what, when) in lines {
                wrap(&mut out, &format!("  {what:<LABEL$}"), "    ", when);
            }
        }
        out.push('\n');
        for sentence in &school.missing {
            wrap(&mut out, "", "", sentence);
        }
    }
    out
}
