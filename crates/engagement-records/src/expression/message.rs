//! Messages with `{...}` in them, filled in with what a record says. Nothing that could identify
//! somebody gets through, and small numbers of children are never shown.

use super::check::{Checker, WRONG_TYPE};
use super::code::Code;
use super::dry_run::dry_run;
use super::gap::NoValue;
use super::parse;
use super::paths::Paths;
use super::run::Evaluator;
use super::scan::{Origin, SYNTAX, TOO_COSTLY};
use crate::record::view::{Amount, Schema, Type, Value, View, Words};
use closed_words::listed;
use identifiers::redact::{Redactor, is_unprintable, shortened};
use located::diagnostic::Diagnostic;
use located::source::Span;
use working_days::{Calendar, day_and_year, time};

/// Longer than anything that fits into a finding. In bytes.
const LONGEST: usize = 2_000;
/// So many parts of a message may be filled in.
const MOST_PARTS: usize = 20;
/// A value of a record is cut to so many characters.
const LONGEST_VALUE: usize = 200;
/// Fewer children than this are not shown exactly.
const SMALL: i64 = 5;

/// A text with parts that are filled in for each record.
#[derive(Debug, Clone)]
pub struct MessageTemplate {
    parts: Vec<TemplatePart>,
}

#[derive(Debug, Clone)]
enum TemplatePart {
    Words(String),
    Value {
        code: Code,
        paths: Paths,
        shown: ShownAs,
    },
}

/// How a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ShownAs {
    Plainly,
    /// A word of one of the program's closed lists, whose hyphens stand for blanks.
    Word,
    /// A number of children.
    Children,
}

impl MessageTemplate {
    /// Checks a message. `{{` and `}}` stand for braces. `span` and `verbatim` as for a condition.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn compile(
        text: &str,
        span: Span,
        verbatim: bool,
        schema: &Schema<'_>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let origin = Origin {
            span,
            verbatim,
            shift: 0,
        };
        let mut faults = Vec::new();
        let mut parts = Vec::new();
        for piece in pieces(text, origin).map_err(|fault| vec![*fault])? {
            match piece {
                TemplatePiece::Words(words) => parts.push(TemplatePart::Words(words)),
                TemplatePiece::Expression(range) => {
                    let inner = Origin {
                        shift: range.start,
                        ..origin
                    };
                    match part(text.get(range).unwrap_or(""), inner, schema) {
                        Ok(part) => parts.push(part),
                        Err(found) => faults.extend(found),
                    }
                }
            }
        }
        if faults.is_empty() {
            Ok(MessageTemplate { parts })
        } else {
            Err(faults)
        }
    }

    /// The message for one record. Each value is hidden by itself first: glued to the words around
    /// it, it may look like nothing.
    pub fn fill(&self, view: &View<'_>, calendar: &Calendar, redactor: &Redactor) -> String {
        let mut filled = String::new();
        for part in &self.parts {
            match part {
                TemplatePart::Words(words) => filled.push_str(words),
                TemplatePart::Value { code, paths, shown } => {
                    let said = paths.said(view);
                    let value = Evaluator::new(&said, calendar, view.as_of()).value(code);
                    filled.push_str(&match value {
                        Ok(value) => redactor.hide(&in_words(&value, *shown)).into_owned(),
                        Err(NoValue::Missing(..)) => "not recorded".to_owned(),
                        Err(NoValue::Unreadable(_)) => "not readable".to_owned(),
                        Err(NoValue::Denied(..)) => "none".to_owned(),
                        Err(NoValue::SomeDay(_)) => "on a day that is not recorded".to_owned(),
                        Err(NoValue::Unknown(_) | NoValue::Broken) => "not known".to_owned(),
                    });
                }
            }
        }
        let blank = |sign: char| if is_unprintable(sign) { ' ' } else { sign };
        redactor
            .redact_lines(&filled)
            .as_str()
            .chars()
            .map(blank)
            .collect()
    }
}

enum TemplatePiece {
    Words(String),
    Expression(std::ops::Range<usize>),
}

/// Parts words from expressions.
fn pieces(text: &str, origin: Origin) -> Result<Vec<TemplatePiece>, Box<Diagnostic>> {
    let all = 0..text.len();
    if text.len() > LONGEST {
        let message = format!("this message is longer than {LONGEST} bytes");
        return Err(Box::new(origin.fault(&all, TOO_COSTLY, message)));
    }
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if matches!(sign, '{' | '}') && signs.next_if(|(_, next)| *next == sign).is_some() {
            words.push(sign);
            continue;
        }
        match sign {
            '{' => {
                let end = end_of_expression(text, at + 1).ok_or_else(|| {
                    let fault = origin.fault(&(at..at + 1), SYNTAX, "`{` is never closed");
                    Box::new(fault.help("write `{{` for a brace that is only a brace"))
                })?;
                pieces.push(TemplatePiece::Words(std::mem::take(&mut words)));
                pieces.push(TemplatePiece::Expression(at + 1..end));
                while signs.next_if(|(next, _)| *next <= end).is_some() {}
            }
            '}' => {
                let fault = origin.fault(&(at..at + 1), SYNTAX, "`}` closes nothing");
                let help = "write `}}` for a brace that is only a brace";
                return Err(Box::new(fault.help(help)));
            }
            sign => words.push(sign),
        }
        if pieces.len() > 2 * MOST_PARTS {
            let message = format!("more than {MOST_PARTS} parts of this message are filled in");
            return Err(Box::new(origin.fault(&all, TOO_COSTLY, message)));
        }
    }
    pieces.push(TemplatePiece::Words(words));
    Ok(pieces)
}

/// The place of the brace that closes an expression; braces in quotes do not.
fn end_of_expression(text: &str, start: usize) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (offset, sign) in text.get(start..)?.char_indices() {
        match (quote, sign) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), sign) if open == sign => quote = None,
            (None, '\'' | '"') => quote = Some(sign),
            (None, '}') => return Some(start + offset),
            (Some(_) | None, _) => {}
        }
    }
    None
}

fn part(text: &str, origin: Origin, schema: &Schema<'_>) -> Result<TemplatePart, Vec<Diagnostic>> {
    let (tree, parsed) = parse::parse(text, origin).map_err(|fault| vec![*fault])?;
    let mut checker = Checker::new(schema, &parsed, origin);
    let found = checker.part(&tree);
    let (paths, kinds, mut faults) = checker.finish();
    let Some(part) = found.filter(|_| faults.is_empty()) else {
        return Err(faults);
    };
    let counts_children = kinds.iter().any(|kind| matches!(kind, Type::Children));
    let plain_field = matches!(part.code, Code::Field(_));
    if counts_children && !plain_field {
        let message = "a number of children and young people can only stand alone in a message";
        let help = "anything worked out from it could give away a small number";
        faults.push(origin.fault(&part.place, WRONG_TYPE, message).help(help));
    }
    if !showable(&part.kind) {
        let message = "a group of fields cannot be shown in a message";
        let fault = origin.fault(&part.place, WRONG_TYPE, message);
        faults.push(fault.help("name one of its fields, such as {notice.sent}"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    dry_run(&part.code, &kinds, origin, text.len())?;
    Ok(TemplatePart::Value {
        shown: shown(&part.kind),
        code: part.code,
        paths,
    })
}

fn showable(kind: &Type<'_>) -> bool {
    match kind {
        Type::Group(_) => false,
        Type::List(kind) => showable(kind),
        Type::YesNo
        | Type::Text
        | Type::Word(_)
        | Type::Date
        | Type::Time
        | Type::Number
        | Type::Children => true,
    }
}

fn shown(kind: &Type<'_>) -> ShownAs {
    match kind {
        Type::Children => ShownAs::Children,
        Type::Word(Words::BuiltIn(_)) => ShownAs::Word,
        Type::List(kind) => shown(kind),
        // What a charter calls its rungs, schools and parties is its own to spell.
        Type::Word(Words::Charter(_) | Words::Parties(_))
        | Type::YesNo
        | Type::Text
        | Type::Date
        | Type::Time
        | Type::Number
        | Type::Group(_) => ShownAs::Plainly,
    }
}

fn in_words(value: &Value<'_>, shown: ShownAs) -> String {
    match value {
        Value::YesNo(true) => "yes".to_owned(),
        Value::YesNo(false) => "no".to_owned(),
        Value::Text(text) if shown == ShownAs::Word => match text.as_ref() {
            "cyp" => "children and young people".to_owned(),
            word => word.replace(['-', '_'], " "),
        },
        Value::Text(text) => shortened(text, LONGEST_VALUE),
        Value::Date(day) => day_and_year(*day),
        Value::Time(at) => time(*at),
        Value::Number(amount) => number(*amount, shown == ShownAs::Children),
        Value::List(all) if all.is_empty() => "none".to_owned(),
        Value::List(all) => {
            let few = all.iter().take(LONGEST_VALUE);
            let words: Vec<String> = few.map(|one| in_words(one, shown)).collect();
            shortened(&listed(words, "and"), LONGEST_VALUE)
        }
        Value::Group(_) => String::new(),
    }
}

fn number(amount: Amount, of_children: bool) -> String {
    let Amount { low, high } = amount;
    if of_children && low < SMALL {
        return if high < SMALL {
            format!("fewer than {SMALL}")
        } else {
            "a number that is only roughly known".to_owned()
        };
    }
    match (low, high) {
        (i64::MIN, i64::MAX) => "a number that is not known".to_owned(),
        (low, i64::MAX) => format!("{low} or more"),
        (i64::MIN, high) => format!("{high} or fewer"),
        (0, high) if high > 0 => format!("fewer than {}", high.saturating_add(1)),
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low} to {high}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_children_are_not_counted_out() {
        let of_children = |low, high| number(Amount { low, high }, true);
        for (low, high, shown) in [
            (0, 0, "fewer than 5"),
            (4, 4, "fewer than 5"),
            (2, 4, "fewer than 5"),
            (4, 5, "a number that is only roughly known"),
            (5, 5, "5"),
            (5, 6, "5 to 6"),
        ] {
            assert_eq!(of_children(low, high), shown, "{low} to {high}");
        }
        assert_eq!(number(Amount { low: 4, high: 4 }, false), "4");
    }
}
