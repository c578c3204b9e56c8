//! A charter from its fields. Every fault of the file is found at once; with faults, there is no
//! charter, because an audit by half a charter would look like a whole one.

use chrono::{Months, NaiveDate};
use chrono_tz::Tz;

use super::{Adoption, Charter, Clause, InForce, Judged, PlainLanguage, Review};
use crate::calendar::{BankHolidays, Calendar, Division, School, SchoolDay, Stretch, Window};
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::{Field, Fields, read_date, read_time, read_word};
use crate::record::{LocalType, Parties, Party};
use crate::rules::{Rule, Severity, Silence};
use crate::source::{Span, Spanned};
use crate::tree::{Entry, Value};
use crate::words::{listed, nearest};

/// Gives the text of a file that a charter names, such as a table of bank holidays. The library
/// does not touch the disk itself.
pub type FileLoader<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// Reads a charter, `extends` already resolved. Nothing comes back when there are errors.
pub fn read(
    entries: &[Entry<'_>],
    place: Span,
    load: FileLoader<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Charter> {
    let before = faults.len();
    let mut f = Fields::new("a charter", entries, place, faults);
    let title = required_text(&mut f, "title", "the charter's name");
    // Resolved before; named here so that it is a known field.
    let _ = f.text("extends");
    let parties = read_parties(&mut f);
    let standards = group(f.group("standards", "`standards`", |f| Adoption {
        adopted_on: f.date("adopted_on"),
        adopted_by: f.text("adopted_by"),
    }));
    let review = group(f.group("review", "`review`", |f| Review {
        every: f.parsed("every", read_months),
        last: f.date("last"),
    }));
    let fields = group(f.group("fields", "`fields`", read_local_fields));
    let calendar = f.group("calendar", "`calendar`", |f| read_calendar(f, load));
    let calendar = match calendar {
        Field::Said(said) => *said.value,
        Field::Absent | Field::Blank(_) | Field::Unreadable(_) => Calendar::default(),
    };
    let ladder = texts(&mut f, "ladder");
    let plain_language = group(
        f.group("plain_language", "`plain_language`", |f| PlainLanguage {
            expand: texts(f, "expand"),
            allow: texts(f, "allow"),
        }),
    );
    let clauses = read_clauses(&mut f);
    f.finish();
    if faults
        .iter()
        .skip(before)
        .any(|fault| fault.level == Level::Error)
    {
        return None;
    }
    Some(Charter {
        title,
        parties,
        standards,
        review,
        fields,
        school_ids: calendar
            .schools
            .iter()
            .map(|school| school.id.clone())
            .collect(),
        calendar,
        ladder,
        plain_language,
        clauses,
    })
}

fn group<T: Default>(field: Field<Box<T>>) -> T {
    match field {
        Field::Said(said) => *said.value,
        Field::Absent | Field::Blank(_) | Field::Unreadable(_) => T::default(),
    }
}

/// A text that must be there. What is already wrong with it has been said.
fn required_text(f: &mut Fields<'_, '_>, name: &'static str, what: &str) -> String {
    match f.text(name) {
        Field::Said(said) => said.value,
        Field::Unreadable(_) => String::new(),
        Field::Absent | Field::Blank(_) => {
            let place = f.place();
            f.fault(
                Diagnostic::error("missing-field", place, format!("`{name}` is missing here"))
                    .help(format!("add `{name}`: {what}")),
            );
            String::new()
        }
    }
}

fn texts(f: &mut Fields<'_, '_>, name: &'static str) -> Vec<String> {
    let field = f.list(name, |text| Ok(text.to_owned()));
    field
        .get()
        .map(|list| list.iter().map(|one| one.value.clone()).collect())
        .unwrap_or_default()
}

fn read_months(text: &str) -> Result<Months, String> {
    let expected = || "write a number of months or years, such as `12 months`".to_owned();
    let (number, unit) = text.split_once(' ').ok_or_else(expected)?;
    let number: u32 = number.parse().map_err(|_| expected())?;
    let months = match unit.trim() {
        "month" | "months" => Some(number),
        "year" | "years" => number.checked_mul(12),
        _ => None,
    };
    months
        .filter(|months| (1..=1200).contains(months))
        .map(Months::new)
        .ok_or_else(expected)
}

/// The fields of a mapping whose names are free, each with a mapping as its value.
fn named<T>(
    f: &mut Fields<'_, '_>,
    what: &'static str,
    mut read: impl FnMut(&str, Span, &mut Fields<'_, '_>) -> T,
) -> Vec<T> {
    let mut all = Vec::new();
    for entry in f.rest() {
        let Value::Map(entries) = &entry.value.value else {
            f.fault(Diagnostic::error(
                "wrong-shape",
                entry.key_span,
                format!("{what} should have fields with values"),
            ));
            continue;
        };
        let mut faults = Vec::new();
        let mut fields = Fields::new(what, entries, entry.key_span, &mut faults);
        all.push(read(&entry.key, entry.key_span, &mut fields));
        fields.finish();
        for fault in faults {
            f.fault(fault);
        }
    }
    all
}

fn read_parties(f: &mut Fields<'_, '_>) -> Parties {
    let field = f.group("parties", "`parties`", |f| {
        named(f, "a party", |id, span, f| Party {
            id: id.to_owned(),
            name: f
                .text("name")
                .get()
                .cloned()
                .unwrap_or_else(|| id.to_owned()),
            also_known_as: texts(f, "also_known_as"),
            side: required_word(f, "side", crate::record::Side::Organisation),
            signed: f.date("signed"),
            signed_by: f.text("signed_by"),
            span,
        })
    });
    match field {
        Field::Said(said) => Parties::new(*said.value),
        Field::Unreadable(_) => Parties::default(),
        Field::Absent | Field::Blank(_) => {
            let place = f.place();
            f.fault(
                Diagnostic::error("missing-field", place, "`parties` is missing here").help(
                    "name at least one party of each side, such as \
                     `council: { name: A Council, side: organisation }`",
                ),
            );
            Parties::default()
        }
    }
}

/// A word that must be there.
fn required_word<W: crate::words::Word>(
    f: &mut Fields<'_, '_>,
    name: &'static str,
    fallback: W,
) -> W {
    let field = f.word::<W>(name);
    if matches!(field, Field::Absent | Field::Blank(_)) {
        let place = f.place();
        f.fault(
            Diagnostic::error("missing-field", place, format!("`{name}` is missing here"))
                .help(format!("add `{name}`: {}", listed(W::all_words(), "or"))),
        );
    }
    field.get().copied().unwrap_or(fallback)
}

fn read_local_fields(f: &mut Fields<'_, '_>) -> Vec<(String, LocalType)> {
    let mut all = Vec::new();
    for entry in f.rest() {
        let read = match &entry.value.value {
            Value::Scalar { text, .. } => read_word::<LocalType>(text),
            Value::List(_) | Value::Map(_) | Value::Broken => {
                Err("write yes-no, text, date or number".to_owned())
            }
        };
        match read {
            Ok(kind) => all.push((entry.key.to_string(), kind)),
            Err(expected) => f.fault(
                Diagnostic::error(
                    "wrong-value",
                    entry.value.span,
                    "this is not a type of field",
                )
                .help(expected),
            ),
        }
    }
    all
}

fn read_calendar(f: &mut Fields<'_, '_>, load: FileLoader<'_>) -> Calendar {
    let shipped = Calendar::default();
    let timezone = f.parsed("timezone", |text| {
        text.parse::<Tz>()
            .map_err(|_| "write a time zone by its name, such as Europe/London".to_owned())
    });
    let bank_holidays = read_bank_holidays(f, load);
    let closed = f.list("closed_days", read_date);
    let school_day = f.group("school_day", "`school_day`", read_school_day);
    let schools = f.group("schools", "`schools`", |f| {
        named(f, "a school", read_school)
    });
    Calendar {
        timezone: timezone.get().copied().unwrap_or(shipped.timezone),
        bank_holidays: bank_holidays.unwrap_or(shipped.bank_holidays),
        closed_days: closed
            .get()
            .map(|days| days.iter().map(|day| day.value).collect())
            .unwrap_or_default(),
        school_day: school_day.get().map_or(shipped.school_day, |day| **day),
        schools: group(schools),
    }
}

/// A division of the built-in table, or a division of a table in a file.
fn read_bank_holidays(f: &mut Fields<'_, '_>, load: FileLoader<'_>) -> Option<BankHolidays> {
    let field = f.with("bank_holidays", |node, faults| {
        let (division, file) = match &node.value {
            Value::Scalar { text, .. } => (read_word::<Division>(text), None),
            Value::Map(entries) => {
                let mut fields = Fields::new("`bank_holidays`", entries, node.span, faults);
                let division = required_word(&mut fields, "division", Division::EnglandAndWales);
                let file = fields.text("file");
                fields.finish();
                (Ok(division), file.spanned().cloned())
            }
            Value::List(_) | Value::Broken => (Err("write one division".to_owned()), None),
        };
        let table = match (division, file) {
            (Err(expected), _) => Err((node.span, expected)),
            (Ok(division), None) => Ok(BankHolidays::built_in(division)),
            (Ok(division), Some(file)) => load(&file.value)
                .and_then(|text| BankHolidays::from_published(&text, division))
                .map_err(|error| (file.span, error)),
        };
        table
            .map_err(|(span, expected)| {
                faults.push(
                    Diagnostic::error("wrong-value", span, "the bank holidays cannot be read")
                        .help(expected),
                );
            })
            .ok()
    });
    field.get().cloned()
}

fn read_school_day(f: &mut Fields<'_, '_>) -> SchoolDay {
    let shipped = SchoolDay::default();
    let mut window = |name, shipped| {
        f.parsed(name, read_window)
            .get()
            .copied()
            .unwrap_or(shipped)
    };
    SchoolDay {
        drop_off: window("drop_off", shipped.drop_off),
        pick_up: window("pick_up", shipped.pick_up),
        lessons: window("lessons", shipped.lessons),
        preferred: window("preferred", shipped.preferred),
        evening: window("evening", shipped.evening),
    }
}

fn read_window(text: &str) -> Result<Window, String> {
    let expected = "write two times, such as 08:15-09:30".to_owned();
    let (from, to) = text.split_once('-').ok_or(expected)?;
    let window = Window {
        from: read_time(from.trim())?,
        to: read_time(to.trim())?,
    };
    if window.from < window.to {
        Ok(window)
    } else {
        Err("the second time must be later than the first".to_owned())
    }
}

fn read_school(id: &str, _: Span, f: &mut Fields<'_, '_>) -> School {
    let terms = f.groups("terms", "a term", |f| {
        let first = required_date(f, "first");
        let last = required_date(f, "last");
        if let (Some(first), Some(last)) = (&first, &last)
            && last.value < first.value
        {
            f.fault(
                Diagnostic::error(
                    "term-ends-before-start",
                    last.span,
                    "this term ends before it begins",
                )
                .and(first.span, "begins here"),
            );
        }
        first.zip(last).map(|(first, last)| Stretch {
            first: first.value,
            last: last.value,
        })
    });
    let inset = f.list("inset", read_date);
    let mut stretches: Vec<Stretch> = Vec::new();
    for term in terms.get().into_iter().flatten() {
        let Some(stretch) = term.value else { continue };
        if stretches
            .last()
            .is_some_and(|before| stretch.first <= before.last)
        {
            f.fault(Diagnostic::error(
                "terms-out-of-order",
                term.span,
                "this term begins before the one above it has ended; list terms in order",
            ));
        }
        stretches.push(stretch);
    }
    School {
        id: id.to_owned(),
        terms: stretches,
        inset: inset
            .get()
            .map(|days| days.iter().map(|day| day.value).collect())
            .unwrap_or_default(),
    }
}

fn required_date(f: &mut Fields<'_, '_>, name: &'static str) -> Option<Spanned<NaiveDate>> {
    let field = f.date(name);
    if matches!(field, Field::Absent | Field::Blank(_)) {
        let place = f.place();
        f.fault(Diagnostic::error(
            "missing-field",
            place,
            format!("`{name}` is missing here"),
        ));
    }
    field.spanned().cloned()
}

fn read_clauses(f: &mut Fields<'_, '_>) -> Vec<Clause> {
    let field = f.groups("clauses", "a clause", read_clause);
    let mut clauses: Vec<Clause> = Vec::new();
    for clause in field
        .get()
        .into_iter()
        .flatten()
        .map(|clause| &clause.value)
    {
        if let Some(first) = clauses
            .iter()
            .find(|known| known.id.eq_ignore_ascii_case(&clause.id))
        {
            f.fault(
                Diagnostic::error(
                    "duplicate-clause",
                    clause.span,
                    format!("the clause `{}` is here twice", clause.id),
                )
                .and(first.span, "first here"),
            );
            continue;
        }
        clauses.push(clause.clone());
    }
    if clauses.is_empty() && !matches!(field, Field::Unreadable(_)) {
        let place = f.place();
        f.fault(
            Diagnostic::error("missing-field", place, "this charter has no clauses")
                .help("add `clauses`, or `extends: built-in` to start from the built-in charter"),
        );
    }
    let rules = clauses
        .iter_mut()
        .filter_map(|clause| match &mut clause.judged {
            Judged::By(rule) => Some(&mut **rule),
            Judged::Not(_) => None,
        });
    Rule::settle(rules.collect());
    clauses
}

fn read_clause(f: &mut Fields<'_, '_>) -> Clause {
    let id_field = f.text("id");
    let span = id_field.spanned().map_or(f.place(), |said| said.span);
    if matches!(id_field, Field::Absent | Field::Blank(_)) {
        f.fault(Diagnostic::error(
            "missing-field",
            span,
            "`id` is missing here",
        ));
    }
    let in_force = group(f.group("in_force", "`in_force`", |f| InForceFields {
        from: f.date("from"),
        until: f.date("until"),
    }));
    Clause {
        id: id_field.get().cloned().unwrap_or_default(),
        span,
        of: required_word(f, "of", crate::record::Side::Organisation),
        says: required_text(f, "says", "what was promised, in your own words"),
        severity: required_word(f, "severity", Severity::Concern),
        silence: f
            .word("silence")
            .get()
            .copied()
            .unwrap_or(Silence::NoEvidence),
        explainable: f.yes_no("explainable").get().copied().unwrap_or(true),
        in_force: InForce {
            from: in_force.from.get().copied(),
            until: in_force.until.get().copied(),
        },
        note: f.text("note").get().cloned(),
        judged: read_judged(f),
    }
}

#[derive(Default)]
struct InForceFields {
    from: Field<NaiveDate>,
    until: Field<NaiveDate>,
}

/// A clause is judged by exactly one rule, or says why it is not judged.
fn read_judged(f: &mut Fields<'_, '_>) -> Judged {
    let not_judged = f.text("not_judged");
    let rule = f.with("rule", |node, faults| {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Scalar { .. } | Value::List(_) | Value::Broken => &[],
        };
        let [entry] = entries else {
            faults.push(
                Diagnostic::error("no-rule", node.span, "a rule is a name with its parameters")
                    .help("write one rule, such as `rule: { feedback-given: {} }`"),
            );
            return None;
        };
        read_rule(entry, faults)
    });
    match (rule, not_judged) {
        (Field::Said(rule), Field::Absent | Field::Blank(_)) => Judged::By(Box::new(rule.value)),
        (Field::Absent, Field::Said(why)) => Judged::Not(why.value),
        (Field::Unreadable(_), _) | (_, Field::Unreadable(_)) => Judged::Not(String::new()),
        (rule, _) => {
            let place = rule.spanned().map_or(f.place(), |said| said.span);
            f.fault(
                Diagnostic::error(
                    "rule-or-reason",
                    place,
                    "a clause has a `rule`, or a reason in `not_judged`, and not both",
                )
                .help("keep one of them"),
            );
            Judged::Not(String::new())
        }
    }
}

fn read_rule(entry: &Entry<'_>, faults: &mut Vec<Diagnostic>) -> Option<Rule> {
    let parameters = match &entry.value.value {
        Value::Map(parameters) => parameters.as_slice(),
        Value::Scalar { .. } if entry.value.is_empty() => &[],
        Value::Scalar { .. } | Value::List(_) | Value::Broken => {
            faults.push(Diagnostic::error(
                "wrong-shape",
                entry.value.span,
                format!(
                    "the parameters of `{}` should be fields with values",
                    entry.key
                ),
            ));
            return None;
        }
    };
    let mut fields = Fields::new("this rule", parameters, entry.key_span, faults);
    let rule = Rule::read(&entry.key, &mut fields);
    if rule.is_some() {
        fields.finish();
        return rule;
    }
    let names: Vec<&str> = Rule::pages().map(|page| page.name).collect();
    let message = format!(
        "there is no rule called {}",
        crate::mask::quoted(&entry.key)
    );
    let fault = Diagnostic::error("unknown-rule", entry.key_span, message);
    faults.push(match nearest(&entry.key, names.iter().copied()) {
        Some(near) => fault.saying(format!("did you mean `{near}`?")),
        None => fault.help(format!("the rules are {}", listed(&names, "and"))),
    });
    None
}
