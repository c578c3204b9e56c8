//! What would mend something, in words that name fields as the record's own file does.

use std::borrow::Cow;

use engagement_records::record::known_fields;
use identifiers::redact::quoted;

/// What would mend it. Where it speaks of a field, the names that lead to it stand in square
/// brackets, and are worded for the file in which the record is kept:
///
/// ```text
/// Add the day [notice.sent].
///   of fields:  Add the day as `sent` under `notice`.
///   a table:    Add the day in the column `Invite sent`.
/// ```
///
/// Where a sentence does not go like that, its words for files of fields and for tables stand behind
/// the names, with `@` for the column:
///
/// ```text
/// Add [met|`met: yes` or `met: no`|yes or no @].
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    text: Cow<'static, str>,
    /// Whether it is somebody else's, in which nothing stands for a field.
    is_as_written: bool,
}

/// The heading of a column by the names that lead to its field, where a table has one.
pub type ColumnOf<'t> = dyn Fn(&str) -> Option<String> + 't;

impl Remedy {
    /// Words of somebody else, which are left as they are.
    pub(super) fn as_written(text: String) -> Self {
        Remedy {
            text: text.into(),
            is_as_written: true,
        }
    }

    /// In words for a file of fields, or for the table in which the record is a row.
    pub fn worded(&self, table: Option<&ColumnOf<'_>>) -> Cow<'_, str> {
        if self.is_as_written || !self.text.contains('[') {
            return Cow::Borrowed(&self.text);
        }
        let mut worded = String::with_capacity(self.text.len() + 16);
        let mut rest = self.text.as_ref();
        while let Some((before, field, after)) = parted(rest) {
            worded.push_str(before);
            worded.push_str(&in_words(field, table));
            rest = after;
        }
        worded.push_str(rest);
        Cow::Owned(worded)
    }
}

impl<T: Into<Cow<'static, str>>> From<T> for Remedy {
    fn from(text: T) -> Self {
        Remedy {
            text: text.into(),
            is_as_written: false,
        }
    }
}

/// A text up to the next field, the field, and the text behind it.
fn parted(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('[')?;
    let (field, after) = rest.split_once(']')?;
    Some((before, field, after))
}

fn in_words(field: &str, table: Option<&ColumnOf<'_>>) -> String {
    let mut parts = field.split('|');
    let path = parts.next().unwrap_or(field);
    let (of_fields, of_table) = (parts.next(), parts.next());
    match table {
        None => of_fields.map_or_else(|| below(path), str::to_owned),
        Some(column_of) => {
            let words = of_table.unwrap_or("@");
            if words.contains('@') {
                words.replace('@', &column(path, column_of))
            } else {
                words.to_owned()
            }
        }
    }
}

/// Where a file of fields has it.
fn below(path: &str) -> String {
    match path.rsplit_once('.') {
        Some((group, name)) => {
            let group = group.rsplit('.').next().unwrap_or(group);
            format!("as `{name}` under `{group}`")
        }
        None => format!("as `{path}`"),
    }
}

/// Where a table has it or should: in its column, or in one of those for a group of fields.
fn column(path: &str, column_of: &ColumnOf<'_>) -> String {
    let below = format!("{path}.");
    let mut fields = known_fields().iter();
    let group = fields.find(|known| known.path.starts_with(&below) && known.spec.holds.is_some());
    let found = column_of(path).or_else(|| {
        let mut fields = known_fields().iter();
        fields.find_map(|known| column_of(&known.path).filter(|_| known.path.starts_with(&below)))
    });
    let new = || {
        let mut fields = known_fields().iter();
        let known = fields.find(|known| known.path == path);
        known.map_or(path, |known| &known.heading).to_owned()
    };
    match (found, group) {
        (Some(heading), None) => format!("in the column {}", quoted(&heading)),
        (Some(heading), Some(_)) => format!("in columns such as {}", quoted(&heading)),
        (None, None) => format!("in a new column `{}`", new()),
        (None, Some(_)) => format!("in new columns such as `{}`", new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worded(remedy: &'static str, columns: &'static [(&str, &str)]) -> [String; 2] {
        let remedy = Remedy::from(remedy);
        let column = |path: &str| {
            let mut columns = columns.iter();
            let found = columns.find(|(known, _)| *known == path);
            found.map(|(_, heading)| (*heading).to_owned())
        };
        [None, Some(&column as &ColumnOf<'_>)].map(|table| remedy.worded(table).into_owned())
    }

    #[test]
    fn fields_are_named_as_their_file_names_them() {
        assert_eq!(
            worded(
                "Add the day [notice.sent]; soon.",
                &[("notice.sent", "Went out")]
            ),
            [
                "Add the day as `sent` under `notice`; soon.",
                "Add the day in the column `Went out`; soon.",
            ]
        );
        assert_eq!(
            worded(
                "Add the day [feedback.sent].",
                &[("notice.sent", "Went out")]
            )[1],
            "Add the day in a new column `Feedback sent`."
        );
        assert_eq!(
            worded("Add [met|`met: yes` or `met: no`|yes or no @].", &[]),
            [
                "Add `met: yes` or `met: no`.",
                "Add yes or no in a new column `Request met`.",
            ]
        );
        assert_eq!(
            worded(
                "say why [venue.access.why_not], or [cyp.involved|`cyp: no`|no].",
                &[]
            ),
            [
                "say why as `why_not` under `access`, or `cyp: no`.",
                "say why in a new column `Why not accessible`, or no.",
            ]
        );
        assert_eq!(worded("Ask them now.", &[]), ["Ask them now."; 2]);
    }

    #[test]
    fn a_group_of_fields_has_several_columns() {
        let remedy = "Add the answers [venue.access|under `access`|@].";
        assert_eq!(
            worded(remedy, &[("venue.access.parking", "Car park?")])[1],
            "Add the answers in columns such as `Car park?`."
        );
        assert_eq!(
            worded(remedy, &[])[1],
            "Add the answers in new columns such as `Step free access`."
        );
    }

    #[test]
    fn words_of_somebody_else_stay() {
        let remedy = Remedy::as_written("See [met] in the guide.".to_owned());
        assert_eq!(remedy.worded(None), "See [met] in the guide.");
    }
}
