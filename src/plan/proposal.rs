//! A proposed engagement as options say it, as a record in YAML.

use chrono::{NaiveDate, NaiveTime};

use engagement_records::record::{Audience, Kind, Mode};

/// What somebody proposes. What is left out, the record leaves blank.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// What it is called.
    pub title: Option<String>,
    /// What kind it is.
    pub kind: Option<Kind>,
    /// What ties it to other engagements.
    pub project: Option<String>,
    /// Who holds it, by any name that the charter knows.
    pub organisers: Vec<String>,
    /// The day.
    pub date: Option<NaiveDate>,
    /// When it begins, local time.
    pub start: Option<NaiveTime>,
    /// When it ends, local time.
    pub end: Option<NaiveTime>,
    /// The first day of a survey or consultation.
    pub opens: Option<NaiveDate>,
    /// Its last day.
    pub closes: Option<NaiveDate>,
    /// Whom it is for.
    pub audience: Vec<Audience>,
    /// Whether it is online.
    pub mode: Option<Mode>,
    /// The schools whose families are invited, by the ids of the charter.
    pub schools: Vec<String>,
}

impl Proposal {
    /// The fields that it fills in, each with its value in YAML, in the order of a record.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let day = |day: NaiveDate| day.to_string();
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        let said = [
            ("title", self.title.as_deref().map(scalar)),
            ("kind", self.kind.map(|kind| kind.word().to_owned())),
            ("project", self.project.as_deref().map(scalar)),
            (
                "organisers",
                list(self.organisers.iter().map(|it| scalar(it))),
            ),
            ("status", Some("planned".to_owned())),
            ("date", self.date.map(day)),
            ("start", self.start.map(time)),
            ("end", self.end.map(time)),
            ("opens", self.opens.map(day)),
            ("closes", self.closes.map(day)),
            (
                "audience",
                list(self.audience.iter().map(|it| it.word().to_owned())),
            ),
            (
                "timing.schools",
                list(self.schools.iter().map(|it| scalar(it))),
            ),
            ("venue.mode", self.mode.map(|mode| mode.word().to_owned())),
        ];
        let said = said.into_iter();
        said.filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

pub(super) fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

/// A text as a value: as it is where nobody could take it for anything else.
pub(super) fn scalar(text: &str) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || " -.()&/'".contains(letter);
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let is_plain = begins && text.chars().all(is_word) && !text.ends_with(' ');
    let means_more = ["yes", "no", "true", "false", "null", "none", "on", "off"];
    if is_plain && !means_more.contains(&text.to_lowercase().as_str()) {
        text.to_owned()
    } else {
        // What JSON quotes, YAML reads as it is meant.
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Draft;

    #[test]
    fn options_become_a_record() {
        let proposal = Proposal {
            title: Some("Transport: what next?".into()),
            kind: Some(Kind::Workshop),
            organisers: vec!["council".into(), "forum".into()],
            date: NaiveDate::from_ymd_opt(2026, 2, 26),
            start: NaiveTime::from_hms_opt(10, 0, 0),
            end: NaiveTime::from_hms_opt(12, 30, 0),
            audience: vec![Audience::Parents],
            mode: Some(Mode::Online),
            schools: vec!["oakfield".into()],
            ..Proposal::default()
        };
        assert_eq!(
            Draft::of(&proposal).to_yaml(),
            "title: \"Transport: what next?\"\nkind: workshop\norganisers: [council, forum]\n\
             status: planned\ndate: 2026-02-26\nstart: 10:00\nend: 12:30\naudience: [parents]\n\
             timing:\n  schools: [oakfield]\nvenue:\n  mode: online\n"
        );
    }

    #[test]
    fn texts_that_could_be_taken_for_something_else_are_quoted() {
        for (text, written) in [
            ("Short breaks (second)", "Short breaks (second)"),
            ("No", "\"No\""),
            ("2026", "\"2026\""),
            ("a # b", "\"a # b\""),
            ("say \"yes\"", "\"say \\\"yes\\\"\""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(text), written);
        }
    }
}
