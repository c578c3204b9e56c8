//! A rule's page: the comment at the top of its file, for `explain`, for help in other formats,
//! and, through its examples, for the tests.

use chrono::NaiveDate;

use super::{Check, Verdict};
use closed_words::Word as _;
use engagement_records::record::{field_paths, fields_called};

/// What people can read about a rule.
#[derive(Debug, Clone, Copy)]
pub struct RulePage {
    /// Its name in a charter.
    pub code: &'static str,
    /// What people call the promise.
    pub promise: &'static str,
    /// What people call it when the promise was not kept.
    pub failing: &'static str,
    file: &'static str,
}

/// One worked example on a page.
#[derive(Debug, Clone)]
pub struct PageExample {
    /// The verdict that the rule must give.
    pub verdict: Verdict,
    /// The day the audit speaks for.
    pub as_of: NaiveDate,
    /// The records in YAML; the first is judged, the others stand around it.
    pub records: String,
    /// What the charter says differently from the built-in one, in YAML; empty for nothing.
    pub charter: String,
}

impl RulePage {
    pub(super) fn of<C: Check>() -> RulePage {
        RulePage {
            code: C::CODE,
            promise: C::PROMISE,
            failing: C::FAILING,
            file: C::FILE,
        }
    }

    /// Everything that people may call the rule.
    pub fn names(&self) -> [&'static str; 3] {
        [self.code, self.promise, self.failing]
    }

    /// The page as Markdown.
    pub fn text(&self) -> String {
        self.file
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The page up to its examples.
    pub fn without_examples(&self) -> String {
        let text = self.text();
        let before = text.split_once("\n## Examples");
        before
            .map_or(text.as_str(), |(before, _)| before)
            .trim_end()
            .to_owned()
    }

    /// The fields of records that it says it looks at, where it says how it judges: the names that
    /// lead to them, in the order in which it names them.
    pub fn fields(&self) -> Vec<&'static str> {
        let text = self.text();
        let how = text.split_once("\n## How it is judged\n");
        let how = how.map_or("", |(_, rest)| rest.split("\n## ").next().unwrap_or(rest));
        let mut fields: Vec<&'static str> = Vec::new();
        for quoted in how.split('`').skip(1).step_by(2) {
            // `in: none` is what stands in a field.
            let name = quoted.split(':').next().unwrap_or(quoted);
            let group = fields.last().and_then(|last| last.rsplit_once('.'));
            let beside = group.map(|(group, _)| format!("{group}.{name}"));
            let field = field_paths()
                .find(|path| *path == name)
                .or_else(|| field_paths().find(|path| Some(*path) == beside.as_deref()))
                .or_else(|| match fields_called(name).as_slice() {
                    [one] if !name.contains(' ') => Some(one.path.as_str()),
                    _ => None,
                });
            fields.extend(field.filter(|field| !fields.contains(field)));
        }
        fields
    }

    /// Its examples. Each has a heading that ends in the verdict and the as-of date,
    /// `### not kept, as of 2026-03-01`, and a block of records; where the charter matters, a block
    /// of what it says before that.
    pub fn examples(&self) -> Vec<PageExample> {
        let text = self.text();
        text.split("\n### ")
            .skip(1)
            .filter_map(|part| {
                let (heading, body) = part.split_once('\n')?;
                let (verdict, as_of) = heading.split_once(", as of ")?;
                let block = |fence| Some(body.split_once(fence)?.1.split_once("\n```")?.0);
                Some(PageExample {
                    verdict: Verdict::from_word(verdict)?,
                    as_of: as_of.parse().ok()?,
                    records: block("```yaml\n")?.to_owned(),
                    charter: block("```yaml charter\n").unwrap_or_default().to_owned(),
                })
            })
            .collect()
    }
}
