//! What a column's heading means: the field of a record, whatever capitals, spaces and punctuation
//! somebody used, or nothing that we know.

use std::collections::BTreeMap;

use super::known::{Holds, Known};
use crate::record::{ColumnMeaning, ImportSettings, RecordType, Vocabulary};

/// How like a known heading another one must be to have been meant for it: a slip in five letters.
/// Headings are short texts, and with more slips they are other texts.
const ALIKE: f64 = 0.8;

/// No heading is longer, in characters; what is longer is cut before it is compared.
const LONGEST: usize = 64;

/// What a heading means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A field of the record, by its number in the list of fields.
    Field(usize),
    /// Nothing: somebody said that this column is not to be read.
    Nothing,
    /// Nobody knows.
    Unknown,
    /// A field that enough other columns are for already.
    Surplus(usize),
}

/// The headings that are understood for one type of record.
pub(super) struct Headings {
    kind: RecordType,
    fields: Vec<Known>,
    by_key: BTreeMap<String, usize>,
    own: BTreeMap<String, Option<usize>>,
}

impl Headings {
    /// The program's headings and those of the area, which win.
    pub(super) fn new(kind: RecordType, words: &Vocabulary<'_>, imports: &ImportSettings) -> Self {
        let mut fields = vec![Known {
            path: "record".to_owned(),
            holds: Holds::Word,
            headings: &[],
        }];
        fields.extend(kind.leaves(words));
        let number = |path: &str| fields.iter().position(|known| known.path == path);
        let mut by_key = BTreeMap::new();
        for (at, known) in fields.iter().enumerate() {
            let spellings = known.headings.iter();
            by_key.extend(spellings.map(|spelling| (key(spelling), at)));
        }
        // The names of fields come last, so that nothing can take them away.
        for (at, known) in fields.iter().enumerate() {
            by_key.insert(key(&known.path), at);
            if let Some(local) = known.path.strip_prefix("local.") {
                by_key.entry(key(local)).or_insert(at);
            }
        }
        let own = imports.columns.iter().filter_map(|(heading, meaning)| {
            let at = match meaning {
                ColumnMeaning::Nothing => None,
                // A field of another type of record says nothing here.
                ColumnMeaning::Field(path) => Some(number(path)?),
            };
            Some((key(heading), at))
        });
        Headings {
            kind,
            own: own.collect(),
            by_key,
            fields,
        }
    }

    /// The type of record.
    pub(super) fn kind(&self) -> RecordType {
        self.kind
    }

    /// A field by its number.
    pub(super) fn field(&self, at: usize) -> Option<&Known> {
        self.fields.get(at)
    }

    /// Whether records of this type have a field.
    pub(super) fn has(&self, path: &str) -> bool {
        self.fields.iter().any(|known| known.path == path)
    }

    /// What a heading means. `above` is the heading over several columns, if there is one.
    pub(super) fn meaning(&self, heading: &str, above: Option<&str>) -> Meaning {
        let joined = above.map(|above| format!("{above} {heading}"));
        let spellings = joined
            .iter()
            .map(String::as_str)
            .chain([heading])
            .flat_map(readings);
        for key in spellings {
            match self.own.get(&key) {
                Some(Some(at)) => return Meaning::Field(*at),
                Some(None) => return Meaning::Nothing,
                None => {}
            }
            if let Some(at) = self.by_key.get(&key) {
                return Meaning::Field(*at);
            }
        }
        Meaning::Unknown
    }

    /// The field that a heading was perhaps meant to name. It is compared with every heading that
    /// is known, so this is asked only where somebody is told.
    pub(super) fn nearest(&self, heading: &str) -> Option<&str> {
        let wrong: String = key(heading).chars().take(LONGEST).collect();
        let alike = |known: &str| strsim::normalized_damerau_levenshtein(&wrong, known);
        let (near, at) = self
            .by_key
            .iter()
            .max_by(|(one, _), (other, _)| alike(one).total_cmp(&alike(other)))?;
        let known = self.field(*at).filter(|_| alike(near) >= ALIKE)?;
        Some(&known.path)
    }
}

/// The spellings of a heading under which it may be known, the fullest first.
fn readings(heading: &str) -> Vec<String> {
    let mut all = vec![key(heading)];
    let bare = without_brackets(heading);
    if bare != heading {
        all.push(key(&bare));
    }
    let shorter: Vec<String> = all
        .iter()
        .filter_map(|key| {
            ["y n", "yes no", "yn", "dd mm yyyy", "dd mm yy"]
                .iter()
                .find_map(|ending| key.strip_suffix(ending))
                .map(|rest| rest.trim_end().to_owned())
        })
        .collect();
    all.extend(shorter);
    all.retain(|key| !key.is_empty());
    all
}

/// A heading without what stands in brackets: `Date (dd/mm/yyyy)`.
fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    heading
        .chars()
        .filter(|sign| match sign {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// A heading in the spelling that all spellings of it share: small letters and digits, one blank
/// between words, `and` for `&`.
pub(super) fn key(heading: &str) -> String {
    let mut key = String::with_capacity(heading.len());
    let mut gap = false;
    let mut push = |text: &str, gap: &mut bool| {
        if std::mem::take(gap) && !key.is_empty() {
            key.push(' ');
        }
        key.push_str(text);
    };
    for sign in heading.chars() {
        match sign {
            '&' => {
                gap = true;
                push("and", &mut gap);
                gap = true;
            }
            // What belongs together stays together: children's, e-mail keeps its parts.
            '\'' | '’' | '`' => {}
            '#' => {
                gap = true;
                push("number", &mut gap);
                gap = true;
            }
            sign if sign.is_alphanumeric() => {
                let lower: String = sign.to_lowercase().collect();
                push(&lower, &mut gap);
            }
            _ => gap = true,
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Format;
    use crate::read::item::tests::job;

    fn headings<T>(kind: RecordType, test: impl FnOnce(&Headings) -> T) -> T {
        job(Format::Csv, |job| {
            test(&Headings::new(
                kind,
                &job.settings.words,
                &ImportSettings::default(),
            ))
        })
    }

    fn path(headings: &Headings, heading: &str) -> Option<String> {
        match headings.meaning(heading, None) {
            Meaning::Field(at) => headings.field(at).map(|known| known.path.clone()),
            Meaning::Nothing | Meaning::Unknown | Meaning::Surplus(_) => None,
        }
    }

    #[test]
    fn spelling_does_not_matter() {
        headings(RecordType::Engagement, |headings| {
            for (heading, expected) in [
                ("Title", "title"),
                ("DATE", "date"),
                (" Date\nof meeting ", "date"),
                ("Date (dd/mm/yyyy)", "date"),
                ("notice.sent", "notice.sent"),
                ("Notice: sent", "notice.sent"),
                ("Area(s)", "areas"),
                ("Who is it for?", "audience"),
                ("Children & young people attending", "attendance.cyp"),
                ("# invited", "reach.invited"),
                ("Hearing loop (Y/N)", "venue.access.hearing_loop"),
                ("Step-free access", "venue.access.step_free"),
                ("Moved from", "moved_from.date"),
            ] {
                assert_eq!(
                    path(headings, heading).as_deref(),
                    Some(expected),
                    "{heading}"
                );
            }
        });
    }

    #[test]
    fn a_heading_that_may_mean_several_things_means_nothing() {
        headings(RecordType::Engagement, |headings| {
            for heading in [
                "Feedback",
                "Notes",
                "RAG",
                "Officer initials",
                "Actions",
                "",
            ] {
                assert_eq!(path(headings, heading), None, "{heading}");
            }
            assert_eq!(headings.nearest("Feedbak sent"), Some("feedback.sent"));
            assert_eq!(headings.nearest("Budget code"), None);
        });
    }

    #[test]
    fn a_heading_over_several_columns_belongs_to_each() {
        headings(RecordType::Engagement, |headings| {
            let meaning = headings.meaning("Sent", Some("Feedback"));
            let Meaning::Field(at) = meaning else {
                panic!("{meaning:?}")
            };
            assert_eq!(headings.field(at).unwrap().path, "feedback.sent");
            // One that adds nothing does no harm.
            let meaning = headings.meaning("Venue", Some("Meetings 2026"));
            assert!(matches!(meaning, Meaning::Field(_)));
        });
    }

    /// Two fields with one heading would be told apart by chance.
    #[test]
    fn no_heading_stands_for_two_fields() {
        for kind in RecordType::ALL {
            headings(*kind, |headings| {
                let mut seen: BTreeMap<String, &str> = BTreeMap::new();
                for Known {
                    path,
                    headings: spellings,
                    ..
                } in &headings.fields
                {
                    for spelling in *spellings {
                        assert_eq!(key(spelling), *spelling, "not in its own spelling");
                        let before = seen.insert(key(spelling), path);
                        assert!(before.is_none(), "{spelling}: {before:?} and {path}");
                        let own = headings
                            .fields
                            .iter()
                            .find(|known| key(&known.path) == *spelling);
                        assert!(
                            own.is_none_or(|own| own.path == *path),
                            "{spelling} is a field itself"
                        );
                    }
                }
            });
        }
    }
}
