//! Files that lie among records and are known for what they are: tables of bank holidays, what the
//! columns of tables mean, baselines, schemas for editors, and charters with their examples.

use super::Format;

/// Why such a file is left out.
const BANK_HOLIDAYS: &str = "tables of bank holidays";
const COLUMNS: &str = "files on columns that no table uses";
const BASELINES: &str = "baselines";
const SCHEMAS: &str = "schemas for editors";
const EXAMPLES: &str = "examples of a charter that is not used";
const CHARTERS: &str = "charters that are not used";

/// Whose bank holidays there are.
const NATIONS: &[&str] = &["england-and-wales", "scotland", "northern-ireland"];

/// How many lines are looked at for what a file begins with.
const LINES: usize = 60;

/// What a text is that is no file of records; nothing for all others. The caller says how the line
/// begins by which a baseline is known.
pub(super) fn known_as(text: &str, format: Format, baseline: &str) -> Option<&'static str> {
    let may_be_one = match format {
        Format::Yaml | Format::Json => true,
        Format::JsonLines
        | Format::Markdown
        | Format::Csv
        | Format::Tsv
        | Format::Xlsx
        | Format::Xls
        | Format::Ods
        | Format::Calendar => false,
    };
    if !may_be_one || format == Format::Yaml && has_fields_of_a_record(text) {
        return None;
    }
    let mut lines = telling_lines(text);
    let first = lines.next()?;
    if first.starts_with(baseline) {
        return Some(BASELINES);
    }
    let key = key(first).or_else(|| lines.clone().next().and_then(key))?;
    if is_of_bank_holidays(text, key) {
        return Some(BANK_HOLIDAYS);
    }
    if first.starts_with('{') && is_schema(text) {
        return Some(SCHEMAS);
    }
    if matches!(key, "columns" | "dates" | "defaults") {
        return Some(COLUMNS);
    }
    if lines.next().is_some_and(is_example) {
        return Some(EXAMPLES);
    }
    is_charter(text, key).then_some(CHARTERS)
}

/// Fields of engagements that no other file has at its top.
const OF_RECORDS: &[&str] = &[
    "attendance",
    "audience",
    "closes",
    "date",
    "feedback",
    "kind",
    "notice",
    "opens",
    "organisers",
    "papers",
    "venue",
];

/// Whether a text has fields of a record at its top, whatever else it begins with: nothing that says what
/// happened may drop out as something else.
fn has_fields_of_a_record(text: &str) -> bool {
    let fields = text
        .lines()
        .filter_map(|line| Some(line.split_once(':')?.0));
    let mut own: Vec<&str> = fields.filter(|field| OF_RECORDS.contains(field)).collect();
    own.sort_unstable();
    own.dedup();
    own.len() > 1
}

/// The lines that say something, without remarks, and the blanks and brackets before what they say.
fn telling_lines(text: &str) -> impl Iterator<Item = &str> + Clone {
    let lines = text.trim_start_matches('\u{FEFF}').lines().take(LINES);
    let lines = lines.map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '%']) && *line != "---")
}

/// The name of the field with which a line begins.
fn key(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['{', '[', ' ']);
    let (key, _) = line.split_once(':')?;
    Some(key.trim().trim_matches(['"', '\'']))
}

/// Whether a text is a table of bank holidays as GOV.UK publishes them: by nation, of one nation, or
/// the list alone.
fn is_of_bank_holidays(text: &str, key: &str) -> bool {
    match key {
        "division" => text.contains("events"),
        "title" => text.trim_start().starts_with('[') && text.contains("\"bunting\""),
        nation => NATIONS.contains(&nation),
    }
}

fn is_schema(text: &str) -> bool {
    text.contains("\"$schema\"") && text.contains("//json-schema.org/")
}

/// Whether a line begins the first example of a clause: `- { as_of: 2026-03-01, verdict: kept, ...`.
fn is_example(line: &str) -> bool {
    let value = line.strip_prefix("- ");
    value.is_some_and(|value| key(value) == Some("as_of"))
}

/// Whether a text is a charter: it has clauses, or is made of another one.
fn is_charter(text: &str, key: &str) -> bool {
    let begins = |line: &str| line.starts_with("clauses:") || line.starts_with("parties:");
    key == "extends" || key == "charter" && text.lines().any(begins) || {
        let mut clauses = text.match_indices("clauses:");
        let mut parties = text.match_indices("parties:");
        let starts =
            |(at, _): (usize, &str)| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
        clauses.any(starts) && parties.any(starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Option<&'static str> {
        known_as(text, Format::Yaml, "auditor-baseline/")
    }

    #[test]
    fn files_are_known_by_what_they_begin_with() {
        for (text, what) in [
            (
                "{\"england-and-wales\":{\"division\":\"e\",\"events\":[]}}",
                BANK_HOLIDAYS,
            ),
            ("{\n  \"scotland\": {\n    \"events\": []", BANK_HOLIDAYS),
            (
                "# From GOV.UK\n---\nnorthern-ireland:\n  events:\n",
                BANK_HOLIDAYS,
            ),
            ("{\"division\":\"scotland\",\"events\":[]}", BANK_HOLIDAYS),
            (
                "[{\"title\":\"May Day\",\"date\":\"2026-05-04\",\"bunting\":true}]",
                BANK_HOLIDAYS,
            ),
            ("columns:\n  \"Went out\": notice.sent\n", COLUMNS),
            ("# Ours\ndates: day-first\n", COLUMNS),
            ("defaults: { organisers: [council] }\n", COLUMNS),
            (
                "# What was found.\nauditor-baseline/1\nas-of 2026-02-28\n",
                BASELINES,
            ),
            (
                "{\n  \"$defs\": {},\n  \"$schema\": \"https://json-schema.org/draft\"\n}",
                SCHEMAS,
            ),
            (
                "# By hand.\n\nO1a:\n  - { as_of: 2026-03-01, verdict: kept }\n",
                EXAMPLES,
            ),
            ("O1a:\n  - as_of: 2026-03-01\n    verdict: kept\n", EXAMPLES),
            ("extends: built-in\ntitle: Elsewhere\n", CHARTERS),
            (
                "title: Elsewhere\nparties:\n  a: {}\nclauses:\n  - id: A\n",
                CHARTERS,
            ),
        ] {
            assert_eq!(known(text), Some(what), "{text}");
        }
    }

    #[test]
    fn records_are_none_of_them() {
        for text in [
            "",
            "title: Board\nkind: meeting\n",
            "title: We changed the clauses: all of them\nproject: parties\n",
            "[{\"title\": \"Board\", \"date\": \"2026-05-04\"}]",
            "{\"title\": \"Board\", \"$schema\": \"x\"}",
            "- title: Board\n  date: 2026-03-01\n",
            "date: 2026-03-01\nnotice: { sent: 2026-02-01 }\n",
            "feedback:\n  - { given: 2026-03-01 }\n",
            "extends: built-in\ntitle: Board\nkind: meeting\ndate: 2026-03-01\n",
            "defaults: x\ndate: 2026-03-01\nnotice: { sent: 2026-02-28 }\n",
        ] {
            assert_eq!(known(text), None, "{text}");
        }
        let columns = "columns:\n";
        assert_eq!(known_as(columns, Format::Csv, "auditor-baseline/"), None);
    }
}
