//! The last days that a log works out are those of the calendar: its formulas, read by calamine and
//! calculated here as spreadsheet programs do. `tests/formats/` lets LibreOffice calculate them.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use charter_audit::start::workbook::workbook;
use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use working_days::{Calendar, Duration};

use crate::Bench;

#[derive(Debug, Clone, PartialEq, PartialOrd)]
enum Value {
    // What is blank is less than numbers, and these are less than texts.
    Blank,
    Number(f64),
    Text(String),
    Truth(bool),
}

use Value::{Blank, Number, Text, Truth};

/// The log of a charter.
struct Log {
    headings: Vec<String>,
    formulas: BTreeMap<&'static str, String>,
    standards: BTreeMap<String, Value>,
    off: Vec<NaiveDate>,
}

const HEADINGS: [&str; 3] = [
    "Last day for notice",
    "Last day for papers",
    "Last day for feedback",
];

fn number(day: NaiveDate) -> f64 {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    f64::from(i32::try_from((day - zero).num_days()).unwrap())
}

fn day(number: f64) -> NaiveDate {
    assert!(number.fract() == 0.0 && number > 0.0, "{number}");
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole day"
    )]
    let days = number as u64;
    zero + Days::new(days)
}

fn value(cell: &Data) -> Value {
    match cell {
        Data::Empty => Blank,
        Data::Float(number) => Number(*number),
        Data::DateTime(moment) => Number(moment.as_f64()),
        Data::String(text) => Text(text.clone()),
        Data::Int(_)
        | Data::Bool(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_) => {
            panic!("{cell:?}")
        }
    }
}

impl Log {
    fn of(charter: Option<&str>) -> Self {
        let bench = Bench::under(charter, &[]);
        let bytes = workbook(&bench.charter.charter).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Log").unwrap();
        let headings: Vec<String> = sheet
            .rows()
            .next()
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        let formulas = book.worksheet_formula("Log").unwrap();
        let formulas = HEADINGS.map(|heading| {
            let at = headings.iter().position(|known| known == heading).unwrap();
            let cell = (1, u32::try_from(at).unwrap());
            (heading, formulas.get_value(cell).unwrap().clone())
        });
        let standards = book.worksheet_range("Standards").unwrap();
        let standards = (1..=10).map(|row| {
            let cell = standards.get_value((row - 1, 1)).unwrap_or(&Data::Empty);
            (format!("Standards!$B${row}"), value(cell))
        });
        let off = book.worksheet_range("Days off").unwrap();
        let off = off
            .rows()
            .skip(1)
            .filter_map(|row| match value(row.first()?) {
                Number(number) => Some(day(number)),
                Blank | Text(_) | Truth(_) => None,
            });
        Log {
            headings,
            formulas: formulas.into(),
            standards: standards.collect(),
            off: off.collect(),
        }
    }

    /// What a last day says in a row with these cells.
    fn shows(&self, heading: &str, cells: &[(&str, Value)]) -> Value {
        let formula = self.formulas.get(heading).unwrap();
        let mut calculation = Calculation {
            log: self,
            cells,
            rest: formula,
        };
        let shown = calculation.comparison();
        assert_eq!(calculation.rest, "", "{formula}");
        shown
    }

    fn on(&self, heading: &str, cells: &[(&str, Value)]) -> Option<NaiveDate> {
        match self.shows(heading, cells) {
            Number(number) => Some(day(number)),
            Text(text) if text.is_empty() => None,
            other @ (Text(_) | Blank | Truth(_)) => panic!("{heading}: {other:?}"),
        }
    }

    fn workday(&self, from: NaiveDate, count: f64) -> NaiveDate {
        let mut day = from;
        let mut left = count;
        while left != 0.0 {
            day = if count < 0.0 {
                day.pred_opt().unwrap()
            } else {
                day.succ_opt().unwrap()
            };
            let is_off =
                matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || self.off.contains(&day);
            left -= if is_off { 0.0 } else { count.signum() };
        }
        day
    }
}

struct Calculation<'a> {
    log: &'a Log,
    cells: &'a [(&'a str, Value)],
    rest: &'a str,
}

impl<'a> Calculation<'a> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn word(&mut self, of: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|sign| !of(sign)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        for sign in ["<>", "<=", ">=", "=", "<", ">"] {
            if self.takes(sign) {
                let right = self.sum();
                let same = same(&left, &right);
                return Truth(match sign {
                    "<>" => !same,
                    "=" => same,
                    "<=" => left <= right,
                    ">=" => left >= right,
                    "<" => left < right,
                    _ => left > right,
                });
            }
        }
        left
    }

    fn sum(&mut self) -> Value {
        let mut left = self.product();
        loop {
            let sign = if self.takes("+") {
                1.0
            } else if self.takes("-") {
                -1.0
            } else {
                return left;
            };
            let right = self.product();
            left = calculated(&left, &right, |left, right| left + sign * right);
        }
    }

    fn product(&mut self) -> Value {
        if self.takes("-") {
            return calculated(&Number(-1.0), &self.single(), |left, right| left * right);
        }
        let left = self.single();
        if self.takes("*") {
            return calculated(&left, &self.single(), |left, right| left * right);
        }
        left
    }

    fn single(&mut self) -> Value {
        if self.takes("\"") {
            let text = self.word(|sign| sign != '"');
            assert!(self.takes("\""));
            return Text(text.to_owned());
        }
        if self.rest.starts_with(|sign: char| sign.is_ascii_digit()) {
            return Number(self.word(|sign| sign.is_ascii_digit()).parse().unwrap());
        }
        let name = self.word(|sign| sign.is_ascii_alphanumeric() || "$!:' ".contains(sign));
        if !self.takes("(") {
            return self.cell(name);
        }
        let mut given = vec![self.comparison()];
        while self.takes(",") {
            given.push(self.comparison());
        }
        assert!(self.takes(")"), "{}", self.rest);
        self.function(name, &given)
    }

    fn cell(&self, name: &str) -> Value {
        if name == "'Days off'!$A$2:$A$600" {
            return Blank;
        }
        if let Some(value) = self.log.standards.get(name) {
            return value.clone();
        }
        let letters = name.trim_start_matches('$').trim_end_matches('2');
        let at = letters
            .bytes()
            .fold(0, |at, letter| at * 26 + usize::from(letter - b'A') + 1);
        let heading = self.log.headings.get(at - 1).unwrap();
        let mut cells = self.cells.iter();
        let cell = cells.find(|(known, _)| known == heading);
        cell.map_or(Blank, |(_, value)| value.clone())
    }

    /// All that is given is calculated first: what is not asked for may be no number.
    fn function(&self, name: &str, given: &[Value]) -> Value {
        match (name, given) {
            ("IF", [Truth(is), yes, no]) => (if *is { yes } else { no }).clone(),
            ("AND", _) => Truth(given.iter().all(|one| *one == Truth(true))),
            ("OR", _) => Truth(given.contains(&Truth(true))),
            ("ISNUMBER", [one]) => Truth(matches!(one, Number(_))),
            ("INT", [Number(number)]) => Number(number.floor()),
            ("WORKDAY", [Number(from), Number(count), _]) if *from > 0.0 => {
                Number(number(self.log.workday(day(*from), *count)))
            }
            ("INT", [_]) | ("WORKDAY", [_, _, _]) => Blank,
            _ => panic!("{name} {given:?}"),
        }
    }
}

fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Text(left), Text(right)) => left.eq_ignore_ascii_case(right),
        (Blank, Text(text)) | (Text(text), Blank) => text.is_empty(),
        _ => left == right,
    }
}

fn calculated(left: &Value, right: &Value, by: impl Fn(f64, f64) -> f64) -> Value {
    match (left, right) {
        (Number(left), Number(right)) => Number(by(*left, *right)),
        _ => Blank,
    }
}

fn on(text: &str) -> Value {
    Number(number(text.parse().unwrap()))
}

fn says(text: &str) -> Value {
    Text(text.to_owned())
}

/// 26 February 2026 is a Thursday: the notice before 11 February has 14 days between, the papers of
/// the 18th have the 19th, 20th, 23rd, 24th and 25th, and the tenth working day after is 12 March.
#[test]
fn days_worked_out_by_hand() {
    let log = Log::of(None);
    let last_days = |cells: &[(&str, Value)]| HEADINGS.map(|heading| log.on(heading, cells));
    let days = |days: [&str; 3]| days.map(|day| day.parse::<NaiveDate>().ok());
    let meeting = ("Date of event", on("2026-02-26"));
    let all = days(["2026-02-11", "2026-02-18", "2026-03-12"]);
    let kind = |kind| ("Type", says(kind));
    assert_eq!(last_days(&[]), [None; 3]);
    assert_eq!(last_days(std::slice::from_ref(&meeting)), all);
    for held in ["Meeting", "Workshop", "Event"] {
        assert_eq!(last_days(&[meeting.clone(), kind(held)]), all);
    }
    // A meeting of the forum is its own, unless somebody else held it, or both did.
    let forums = [meeting.clone(), kind("Forum meeting")];
    assert_eq!(last_days(&forums), [None; 3]);
    for held in ["council", "council; forum"] {
        let [day, kind] = forums.clone();
        assert_eq!(last_days(&[day, kind, ("Organiser", says(held))]), all);
    }
    assert_eq!(last_days(&[("Date of event", Number(46079.4))]), all);
    assert_eq!(last_days(&[("Date of event", says("TBC"))]), [None; 3]);
    // Closed on Wednesday 1 April 2026; Good Friday and Easter Monday are the 3rd and the 6th.
    let closes = ("Closes", on("2026-04-01"));
    let survey = days(["", "", "2026-05-01"]);
    let consultation = days(["", "", "2026-06-24"]);
    assert_eq!(last_days(&[closes.clone(), kind("Survey")]), survey);
    assert_eq!(
        last_days(&[closes.clone(), kind("Consultation")]),
        consultation
    );
    assert_eq!(last_days(std::slice::from_ref(&closes)), consultation);
    assert_eq!(last_days(&[closes, meeting.clone()]), all);
    assert_eq!(last_days(&[meeting.clone(), kind("Survey")]), [None; 3]);
    for called_off in ["Cancelled", "Postponed"] {
        assert_eq!(
            last_days(&[meeting.clone(), ("Status", says(called_off))]),
            [None; 3]
        );
    }
    for alone in ["forum", "WarrPAC", "Warrington Parents and Carers"] {
        assert_eq!(
            last_days(&[meeting.clone(), ("Organiser", says(alone))]),
            [None; 3]
        );
    }
    for held in ["council", "council; forum"] {
        assert_eq!(
            last_days(&[meeting.clone(), ("Organiser", says(held))]),
            all
        );
    }
    let needless = ("No papers needed because", says("an empty page"));
    assert_eq!(
        last_days(&[meeting, needless]),
        days(["2026-02-11", "", "2026-03-12"])
    );
    // Nobody knows the bank holidays of 2029.
    let beyond = [("Date of event", on("2029-01-15"))];
    assert_eq!(log.on(HEADINGS[0], &beyond), "2028-12-31".parse().ok());
    assert_eq!(log.shows(HEADINGS[1], &beyond), says("not known"));
    assert_eq!(log.shows(HEADINGS[2], &beyond), says("not known"));
}

#[test]
fn every_unit_is_counted_as_the_calendar_counts_it() {
    let calendar = Calendar::default();
    let first: NaiveDate = "2026-12-01".parse().unwrap();
    for unit in [
        "days",
        "weeks",
        "clear days",
        "working days",
        "clear working days",
    ] {
        for count in [0, 1, 7] {
            let standard = format!("{count} {unit}");
            let log = Log::of(Some(&format!(
                "extends: built-in\nclauses:\n  - {{ id: O4a1, rule: {{ notice: {{ standard: {standard}, at_least: }} }} }}\n  \
                 - {{ id: O4a3, rule: {{ papers: {{ standard: {standard}, aim: , at_least: }} }} }}\n  \
                 - {{ id: O4e2, rule: {{ feedback-in-time: {{ standard: {standard}, at_most: }} }} }}\n"
            )));
            let duration = Duration::parse(&standard).unwrap();
            for event in first.iter_days().take(200) {
                let cells = [("Date of event", Number(number(event)))];
                let last = calendar.last_day(event, duration).ok();
                let due = calendar.due(event, duration).ok();
                let shown = HEADINGS.map(|heading| log.on(heading, &cells));
                assert_eq!(shown, [last, last, due], "{standard} {event}");
            }
        }
    }
}
