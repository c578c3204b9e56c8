//! Questions about the fields of a record that somebody begins.

use std::io::{self, BufRead, Write};

use identifiers::safe;
use identifiers::text::SafeText;

/// A field that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct AskedField {
    /// The names that lead to it.
    pub path: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What it takes, in words.
    pub holds: &'static str,
}

/// Who takes the answers.
pub trait TakesAnswers {
    /// Whether a field is asked for after all that was answered so far.
    fn wants(&self, field: &AskedField) -> bool;

    /// Takes what was said of a field.
    ///
    /// # Errors
    /// Why it cannot be used.
    fn take(&mut self, field: &AskedField, said: &str) -> Result<(), SafeText>;
}

/// Asks for each field that is wanted until the answer can be used. Whoever says nothing leaves a field as it is. Says whether
/// there was an end to it: the end of the answers before the end of the questions is none.
///
/// # Errors
///
/// Nobody can be asked.
pub fn ask_fields(
    fields: &[AskedField],
    answers: &mut dyn TakesAnswers,
    from: &mut dyn BufRead,
    to: &mut dyn Write,
) -> io::Result<bool> {
    say(
        to,
        "Enter leaves a field blank. Nothing is written before the last question.\n",
    )?;
    for field in fields {
        while answers.wants(field) {
            let meaning = SafeText::from(field.meaning.trim());
            let question = safe!("{} [{}]: ", meaning.without_full_stop(), field.holds);
            say(to, question)?;
            to.flush()?;
            let mut line = String::new();
            if from.read_line(&mut line)? == 0 {
                return Ok(false);
            }
            let said = line.trim();
            if said.is_empty() {
                break;
            }
            match answers.take(field, said) {
                Ok(()) => break,
                Err(why) => say(to, safe!("  {}\n", why))?,
            }
        }
    }
    Ok(true)
}

fn say(to: &mut dyn Write, text: impl Into<SafeText>) -> io::Result<()> {
    to.write_all(text.into().as_str().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [AskedField; 2] = [
        AskedField {
            path: "title",
            meaning: "What it is called.",
            holds: "text",
        },
        AskedField {
            path: "date",
            meaning: "The day.",
            holds: "day",
        },
    ];

    /// Takes one day, and wants none of what is called a survey.
    #[derive(Default)]
    struct Taken(Vec<String>);

    impl TakesAnswers for Taken {
        fn wants(&self, field: &AskedField) -> bool {
            field.path != "date" || !self.0.iter().any(|said| said == "title=Survey")
        }

        fn take(&mut self, field: &AskedField, text: &str) -> Result<(), SafeText> {
            if field.path == "date" && text != "2026-03-01" {
                return Err("Write the day as 2026-03-01.".into());
            }
            self.0.push(format!("{}={text}", field.path));
            Ok(())
        }
    }

    fn asked(answers: &str) -> (bool, Vec<String>, String) {
        let (mut taken, mut shown) = (Taken::default(), Vec::new());
        let done = ask_fields(&FIELDS, &mut taken, &mut answers.as_bytes(), &mut shown).unwrap();
        (done, taken.0, String::from_utf8(shown).unwrap())
    }

    #[test]
    fn what_is_not_wanted_any_more_is_not_asked_for() {
        let (done, said, shown) = asked("Survey\n");
        assert!(done && !shown.contains("The day"), "{shown}");
        assert_eq!(said, ["title=Survey"]);
    }

    #[test]
    fn a_wrong_answer_is_asked_for_again() {
        let (done, said, shown) = asked("Transport\nMarch\n2026-03-01\n");
        assert!(done);
        assert_eq!(said, ["title=Transport", "date=2026-03-01"]);
        assert_eq!(
            shown,
            "Enter leaves a field blank. Nothing is written before the last question.\n\
             What it is called [text]: The day [day]:   Write the day as 2026-03-01.\n\
             The day [day]: "
        );
    }

    #[test]
    fn nothing_leaves_it_blank_and_an_end_half_way_is_told() {
        assert_eq!(asked("\n\n").1, Vec::<String>::new());
        assert!(asked("\n\n").0);
        let (done, said, _) = asked("Transport\n");
        assert!(!done);
        assert_eq!(said, ["title=Transport"]);
    }
}
