//! Questions about columns that were not read.

use std::io::{self, BufRead, Write};

use closed_words::{likeliest, same_word};
use engagement_records::convert::SettledHeading;
use engagement_records::record::fields_called;
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;

use crate::render::columns::in_words;
use crate::report::columns::UnreadColumn;

/// What a column means that is not to be read.
const NONE: &str = "none";

/// So many fields are proposed for a name that nobody knows.
const PROPOSED: usize = 3;

/// Asks what each column means. `known` are the names that lead to all fields. Whoever says nothing
/// leaves a column as it is, and so does the end of the answers.
///
/// # Errors
///
/// Nobody can be asked.
pub fn ask(
    columns: &[&UnreadColumn],
    known: &[String],
    from: &mut dyn BufRead,
    to: &mut dyn Write,
) -> io::Result<Vec<SettledHeading>> {
    let mut settled: Vec<SettledHeading> = Vec::new();
    for column in columns {
        let Some(heading) = &column.heading else {
            continue;
        };
        let is_settled = settled.iter().any(|known| known.heading == *heading);
        if is_settled {
            continue;
        }
        say(to, &safe!("\n{}\n", in_words(column)))?;
        for (field, number) in column.likely.iter().zip(1_usize..) {
            say(to, &safe!("  {}  {}\n", number, field))?;
        }
        match answer(column, known, from, to)? {
            Answer::Field(field) => settled.push(SettledHeading {
                heading: heading.clone(),
                field,
            }),
            Answer::Left => {}
            Answer::Over => break,
        }
    }
    Ok(settled)
}

/// What somebody says of a column.
enum Answer {
    /// The names that lead to the field, or `none`.
    Field(String),
    /// Nothing.
    Left,
    /// There are no more answers.
    Over,
}

fn answer(
    column: &UnreadColumn,
    known: &[String],
    from: &mut dyn BufRead,
    to: &mut dyn Write,
) -> io::Result<Answer> {
    let question = if column.likely.is_empty() {
        "Which field is it? A name, `none` to ignore it, or nothing to leave it: "
    } else {
        "Which field is it? A number or a name, `none` to ignore it, or nothing to leave it: "
    };
    loop {
        say(to, &question.into())?;
        to.flush()?;
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            return Ok(Answer::Over);
        }
        let said = line.trim();
        if said.is_empty() {
            return Ok(Answer::Left);
        }
        if same_word(said, NONE) {
            return Ok(Answer::Field(NONE.to_owned()));
        }
        let number = said.parse::<usize>().ok();
        let numbered = number.and_then(|number| column.likely.get(number.checked_sub(1)?));
        if let Some(field) = numbered {
            return Ok(Answer::Field(field.as_str().to_owned()));
        }
        let called = called(said, known);
        if let [one] = called.as_slice() {
            return Ok(Answer::Field(one.clone()));
        }
        say(to, &unclear(said, &called, known))?;
    }
}

/// The fields that somebody may mean by a name.
fn called(said: &str, known: &[String]) -> Vec<String> {
    if let Some(exactly) = known.iter().find(|path| same_word(path, said)) {
        return vec![exactly.clone()];
    }
    let fields = fields_called(said).into_iter();
    let fields = fields.filter(|field| field.spec.holds.is_some());
    let mut called: Vec<String> = fields.map(|field| field.path.clone()).collect();
    called.dedup();
    called
}

/// What to say of a name that no one field has.
fn unclear(said: &str, called: &[String], known: &[String]) -> SafeText {
    let redactor = Redactor::default();
    if !called.is_empty() {
        let called = called.iter().map(|path| redactor.redact(path));
        return safe!("That may be {}.\n", SafeText::listed(called, "or"));
    }
    let likely = likeliest(said, known.iter().map(String::as_str), PROPOSED);
    if likely.is_empty() {
        return "That is not a field; `charter-audit explain fields` lists them.\n".into();
    }
    let likely = likely.into_iter().map(|path| redactor.redact(path));
    safe!(
        "That is not a field. Did you mean {}?\n",
        SafeText::listed(likely, "or")
    )
}

fn say(to: &mut dyn Write, text: &SafeText) -> io::Result<()> {
    to.write_all(text.as_str().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(heading: &str, likely: &[&'static str]) -> UnreadColumn {
        UnreadColumn {
            heading: Some(heading.to_owned()),
            name: "F Follow up: something in 3 rows".into(),
            cells: vec!["Minutes sent 16/9".into()],
            likely: likely.iter().map(|path| SafeText::own(path)).collect(),
        }
    }

    /// What comes of answers, and all that was said.
    fn asked(columns: &[UnreadColumn], answers: &str) -> (Vec<(String, String)>, String) {
        let known = ["feedback.sent", "feedback.to", "notice.sent"].map(str::to_owned);
        let mut said = Vec::new();
        let columns: Vec<&UnreadColumn> = columns.iter().collect();
        let settled = ask(&columns, &known, &mut answers.as_bytes(), &mut said).unwrap();
        let settled = settled.into_iter().map(|it| (it.heading, it.field));
        (settled.collect(), String::from_utf8(said).unwrap())
    }

    #[test]
    fn a_number_a_name_none_and_nothing_are_answers() {
        let columns = || [column("Follow up", &["feedback.sent", "feedback.to"])];
        for (answer, field) in [
            ("1\n", Some("feedback.sent")),
            (" 2 \n", Some("feedback.to")),
            ("notice.sent\n", Some("notice.sent")),
            ("Notice.Sent\n", Some("notice.sent")),
            ("step_free\n", Some("venue.access.step_free")),
            ("none\n", Some("none")),
            ("\n", None),
            ("", None),
        ] {
            let (settled, _) = asked(&columns(), answer);
            let expected = field.map(|field| ("Follow up".to_owned(), field.to_owned()));
            assert_eq!(settled, Vec::from_iter(expected), "{answer:?}");
        }
    }

    #[test]
    fn what_is_no_field_is_asked_again() {
        let (settled, said) = asked(
            &[
                column("Follow up", &["feedback.sent"]),
                column("Other", &[]),
            ],
            "9\nfeedback.snet\n0\n1\nsent\nnone\n",
        );
        assert_eq!(
            settled,
            [("Follow up", "feedback.sent"), ("Other", "none")]
                .map(|(heading, field)| (heading.to_owned(), field.to_owned()))
        );
        let again = "Which field is it? A number or a name, `none` to ignore it, or nothing to leave \
                     it: ";
        let no_field = "That is not a field; `charter-audit explain fields` lists them.\n";
        let name = "Which field is it? A name, `none` to ignore it, or nothing to leave it: ";
        assert_eq!(
            said,
            format!(
                "\nF Follow up: something in 3 rows, such as “Minutes sent 16/9”\n  1  feedback.sent\n\
                 {again}{no_field}{again}That is not a field. Did you mean feedback.sent?\n\
                 {again}{no_field}{again}\nF Follow up: something in 3 rows, such as “Minutes sent 16/9”\n\
                 {name}That may be notice.sent, papers.sent, feedback.sent or forum_feedback.sent.\n{name}"
            )
        );
    }

    #[test]
    fn a_heading_that_stands_twice_is_asked_for_once() {
        let columns = [column("Notes", &[]), column("Notes", &[])];
        assert_eq!(asked(&columns, "none\nnone\n").0.len(), 1);
        let without = [UnreadColumn {
            heading: None,
            ..column("", &[])
        }];
        assert_eq!(asked(&without, "none\n"), (Vec::new(), String::new()));
    }
}
