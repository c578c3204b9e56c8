//! What is asked of somebody at a terminal who begins a folder. Nothing is written until the last
//! answer is there.

use std::io::{self, BufRead, Write};

use closed_words::Word as _;
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::Division;

use super::answers::{Answers, Given, different, name, school, usual_council, usual_forum};

/// Asks for what options did not give, and again where an answer cannot be used. Whoever says nothing
/// takes the usual answer, which stands in brackets. Nothing where the answers end before the last
/// question.
///
/// # Errors
/// Nobody can be asked.
pub fn ask(
    given: Given,
    from: &mut dyn BufRead,
    to: &mut dyn Write,
) -> io::Result<Option<Answers>> {
    let mut asking = Asking { from, to };
    match asking.all(given) {
        Ok(answers) => Ok(Some(answers)),
        // What is said next stands on a line of its own.
        Err(Stopped::Over) => asking.say(&"\n".into()).map(|()| None),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

/// Why nothing more can be asked.
enum Stopped {
    /// There are no more answers.
    Over,
    /// Nobody can be asked.
    Failed(io::Error),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Stopped::Failed(error)
    }
}

/// A question, and the usual answer.
type Question<'q> = (&'static str, Option<&'q str>);

const AREA: Question<'_> = ("Which area is it for?", None);
const COUNCIL: &str = "What is the council, or other organisation, called?";
const FORUM: &str = "What is the forum of parents and carers called?";
const SCHOOLS: Question<'_> = (
    "Which schools' terms count? Short ids with commas between them (elm-road, st-anne), or nothing for \
     none.",
    Some(""),
);
const DIVISION: Question<'_> = (
    "Whose bank holidays? 1 England and Wales, 2 Scotland, 3 Northern Ireland.",
    Some("1"),
);

struct Asking<'a> {
    from: &'a mut dyn BufRead,
    to: &'a mut dyn Write,
}

impl Asking<'_> {
    fn all(&mut self, given: Given) -> Result<Answers, Stopped> {
        let area = self.unless(given.area, AREA, &name)?;
        let usual = usual_council(&area);
        let other = given.forum.clone();
        let council = self.unless(given.council, (COUNCIL, Some(&usual)), &|said| {
            named_unlike(said, other.as_deref())
        })?;
        let usual = usual_forum(&area);
        let forum = self.unless(given.forum, (FORUM, Some(&usual)), &|said| {
            named_unlike(said, Some(&council))
        })?;
        let schools = (!given.schools.is_empty()).then_some(given.schools);
        Ok(Answers {
            schools: self.unless(schools, SCHOOLS, &schools_of)?,
            division: self.unless(given.division, DIVISION, &division)?,
            area,
            council,
            forum,
            closed_days: given.closed_days,
        })
    }

    /// What an option said, or else an answer that can be used.
    fn unless<T>(
        &mut self,
        said: Option<T>,
        (question, usual): Question<'_>,
        read: &dyn Fn(&str) -> Result<T, String>,
    ) -> Result<T, Stopped> {
        if let Some(said) = said {
            return Ok(said);
        }
        let redactor = Redactor::default();
        let shown = usual.filter(|usual| !usual.is_empty());
        let shown = shown.map_or_else(SafeText::default, |usual| {
            safe!(" [{}]", redactor.redact(usual))
        });
        loop {
            self.say(&safe!("{}{} ", question, shown))?;
            self.to.flush()?;
            let mut line = String::new();
            // A line that does not end was broken off.
            if self.from.read_line(&mut line)? == 0 || !line.ends_with('\n') {
                return Err(Stopped::Over);
            }
            let said = match (line.trim(), usual) {
                ("", Some(usual)) => usual,
                (said, _) => said,
            };
            match read(said) {
                Ok(answer) => return Ok(answer),
                Err(why) => {
                    self.say(&safe!("Please answer again: {}.\n", redactor.redact(&why)))?;
                }
            }
        }
    }

    fn say(&mut self, text: &SafeText) -> io::Result<()> {
        self.to.write_all(text.as_str().as_bytes())
    }
}

/// The name of one party, which is not that of the other.
fn named_unlike(said: &str, other: Option<&str>) -> Result<String, String> {
    let said = name(said)?;
    match other.map(|other| different(&said, other)) {
        Some(Err(why)) => Err(why),
        Some(Ok(())) | None => Ok(said),
    }
}

fn schools_of(said: &str) -> Result<Vec<String>, String> {
    let mut schools: Vec<String> = Vec::new();
    for id in said.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        let id = school(id)?;
        if schools.contains(&id) {
            return Err(format!("{id} is named twice"));
        }
        schools.push(id);
    }
    Ok(schools)
}

fn division(said: &str) -> Result<Division, String> {
    let numbered = said.parse::<usize>().ok().and_then(|number| {
        let (_, division) = Division::WORDS.get(number.checked_sub(1)?)?;
        Some(*division)
    });
    numbered
        .or_else(|| Division::from_word(said))
        .ok_or_else(|| "write 1, 2 or 3".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(given: Given, answers: &str) -> (Option<Answers>, String) {
        let mut said = Vec::new();
        let answers = ask(given, &mut answers.as_bytes(), &mut said).unwrap();
        (answers, String::from_utf8(said).unwrap())
    }

    #[test]
    fn whoever_says_nothing_takes_the_usual_answer() {
        let (answers, said) = asked(Given::default(), "Northmoor\n\n\n\n\n");
        let answers = answers.unwrap();
        assert_eq!(answers.area, "Northmoor");
        assert_eq!(answers.council, "Northmoor Council");
        assert_eq!(answers.forum, "Northmoor Parent Carer Forum");
        assert_eq!(answers.schools, [""; 0]);
        assert_eq!(answers.division, Division::EnglandAndWales);
        assert_eq!(
            said,
            format!(
                "Which area is it for? {COUNCIL} [Northmoor Council] {FORUM} [Northmoor Parent Carer \
                 Forum] {} {} [1] ",
                SCHOOLS.0, DIVISION.0
            )
        );
    }

    #[test]
    fn what_cannot_be_used_is_asked_again() {
        let lines = [
            "",
            "123",
            "Northmoor",
            "Northmoor City",
            "northmoor city",
            "A; B",
            "Voice",
            "Elm Road",
            "elm-road, elm-road",
            "elm-road, st-anne",
            "4",
            "Wales",
            "northern ireland",
        ];
        let (answers, said) = asked(Given::default(), &(lines.join("\n") + "\n"));
        let answers = answers.unwrap();
        assert_eq!(
            (answers.council.as_str(), answers.forum.as_str()),
            ("Northmoor City", "Voice")
        );
        assert_eq!(answers.schools, ["elm-road", "st-anne"]);
        assert_eq!(answers.division, Division::NorthernIreland);
        assert_eq!(said.matches("Please answer again: ").count(), 8, "{said}");
        for why in [
            "write a name, such as Northmoor.",
            "the council and the forum need two names.",
            "a name has no `;`, `/` or control characters in it.",
            "write a short id in small letters with hyphens, such as elm-road.",
            "elm-road is named twice.",
            "write 1, 2 or 3.",
        ] {
            assert!(said.contains(&format!("again: {why}\n")), "{why} {said}");
        }
    }

    #[test]
    fn nothing_comes_of_answers_that_end_too_soon() {
        let all = "Northmoor\nCity\nVoice\nelm-road\n2\n";
        for (end, _) in all.char_indices() {
            let (some, _) = all.split_at(end);
            assert!(asked(Given::default(), some).0.is_none(), "{some:?}");
        }
        assert!(asked(Given::default(), all).0.is_some());
    }

    #[test]
    fn what_options_gave_is_not_asked() {
        let given = Given {
            area: Some("Northmoor".to_owned()),
            forum: Some("Voice".to_owned()),
            schools: vec!["elm-road".to_owned()],
            division: Some(Division::Scotland),
            ..Given::default()
        };
        let (answers, said) = asked(given, "voice\nCity\n");
        let answers = answers.unwrap();
        assert_eq!(answers.council, "City");
        assert_eq!(said.matches('?').count(), 2, "{said}");
    }
}
