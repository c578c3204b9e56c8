//! Tables with headings that people could have written, and whatever may stand below them. Every
//! cell comes out again: in a record, in a remark beside it, or in what was said of the file.

use charter_audit::rules::Verdict;
use engagement_records::convert::{Conversion, convert};
use engagement_records::read::Period;
use engagement_records::record::{FieldSpec, Holds, RecordType};
use identifiers::redact::Redactor;
use located::source::Sources;

use crate::dice::Dice;
use crate::{Bench, file};

/// So many tables are made; `GENERATED_TABLES` says how many on a longer run.
fn rounds() -> usize {
    let asked = std::env::var("GENERATED_TABLES").ok();
    asked.map_or(300, |asked| asked.parse().unwrap())
}

/// Headings of which nobody can say what they mean here.
const OTHERS: &[&str] = &[
    "Ref",
    "Owner",
    "RAG",
    "Comments",
    "Next steps",
    "Budget code",
    "Colour",
    "Team",
    "Feedback",
    "Outcome",
    "Attendance",
    "Response",
    "Type",
    "Status",
    "Who",
    "When",
    "Where",
    "How many",
    "Minutes",
    "Sent",
    "Date sent",
    "Notes",
    "Priority",
    "Deadline",
    "Feedback due",
    "Theme",
];

/// A heading with what may stand below it.
type Heading = (String, Option<Holds>);

/// The headings of all fields, as they are declared.
fn declared() -> Vec<Heading> {
    fn add(spec: &FieldSpec, above: &str, all: &mut Vec<Heading>) {
        let path = format!("{above} {}", spec.name);
        if spec.holds.is_some() {
            all.push((path.replace('_', " ").trim().to_owned(), spec.holds));
        }
        let headings = spec.headings.iter();
        all.extend(headings.map(|heading| ((*heading).to_owned(), spec.holds)));
        for below in spec.fields {
            add(below, &path, all);
        }
    }
    let mut all = Vec::new();
    for spec in RecordType::Engagement.fields() {
        add(spec, "", &mut all);
    }
    all.extend(OTHERS.iter().map(|heading| ((*heading).to_owned(), None)));
    all
}

/// A heading as somebody else would have typed it.
fn noisy(heading: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = heading.chars().collect();
    match dice.below(12) {
        0 => heading.to_uppercase(),
        1 => format!("{heading}?"),
        2 => format!("{heading} (please state)"),
        3 => format!("Date of {heading}"),
        4 => format!("No. of {heading}"),
        5 => heading.replace(' ', "_"),
        6 => format!("{heading}s"),
        7 => format!("{heading}:"),
        8 if letters.len() > 5 => {
            letters.remove(1 + dice.below(letters.len() - 2));
            letters.into_iter().collect()
        }
        9 => heading.split(' ').rev().collect::<Vec<_>>().join(" "),
        _ => heading.to_owned(),
    }
}

/// What stands in a cell, and what shows that it came out again: any one of these words.
struct Cell {
    written: String,
    marks: Vec<String>,
}

/// A word that stands nowhere else.
fn mark(number: usize) -> String {
    let letters = |number: usize| {
        let first = "bkpvxwgfjq".chars().nth(number % 10);
        let second = "aoui".chars().nth(number / 10 % 4);
        first.into_iter().chain(second)
    };
    let rest = [number, number / 40, number / 1600];
    "zu".chars()
        .chain(rest.into_iter().flat_map(letters))
        .collect()
}

/// A cell like those that people write, for what its column holds or for something else.
fn cell(holds: Option<Holds>, number: usize, dice: &mut Dice) -> Cell {
    let word = mark(number);
    let day =
        chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Days::new(number as u64);
    let iso = &day.format("%Y-%m-%d").to_string();
    let short = &day.format("%d/%m/%Y").to_string();
    let long = &day.format("%-d %B %Y").to_string();
    let count = 100 + number;
    let with = |written: String, marks: &[&str]| Cell {
        written,
        marks: marks.iter().map(|mark| (*mark).to_owned()).collect(),
    };
    let holds = if dice.below(5) == 0 { None } else { holds };
    let kind = match holds {
        Some(Holds::Day) => dice.below(4),
        Some(Holds::Count | Holds::Children | Holds::Number) => 4 + dice.below(3),
        Some(Holds::Answer) => 7 + dice.below(3),
        Some(Holds::Text | Holds::Texts | Holds::Word | Holds::Words | Holds::Agreed) => 10,
        Some(Holds::Time) | None => dice.below(14),
    };
    match kind {
        0 => with(iso.clone(), &[iso]),
        1 => with(short.clone(), &[iso, short]),
        2 => with(long.clone(), &[iso, long]),
        3 => with(format!("{short} {word}"), &[&word]),
        4 => with(count.to_string(), &[&count.to_string()]),
        5 => with(format!("{count} parents"), &[&count.to_string()]),
        6 => with(format!("about {count} {word}"), &[&word]),
        7 => with(format!("yes {word}"), &[&word]),
        8 => with(format!("no, {word}"), &[&word]),
        9 => with(format!("Yes - {short}"), &[iso, short]),
        11 => with(format!("Minutes sent {short}, {word}"), &[&word]),
        12 => with(format!("moved from {short} {word}"), &[&word]),
        13 => with(format!("{word} TBC"), &[&word]),
        _ => with(format!("lumo {word} pexi"), &[&word]),
    }
}

/// A table, and where every cell of it that says something must come out again.
struct Table {
    headings: Vec<String>,
    rows: Vec<Vec<Option<Cell>>>,
}

impl Table {
    fn made(known: &[Heading], dice: &mut Dice) -> Self {
        let mut columns: Vec<Heading> = Vec::new();
        if dice.below(8) > 0 {
            columns.push(("Title".to_owned(), Some(Holds::Text)));
            columns.push(("Date".to_owned(), Some(Holds::Day)));
        }
        for _ in 0..2 + dice.below(7) {
            let (heading, holds) = dice.one_of(known).clone();
            columns.push((noisy(&heading, dice), holds));
        }
        let mut number = 0;
        let mut row = |dice: &mut Dice| {
            let cells = columns.iter().map(|(_, holds)| {
                number += 1;
                (dice.below(6) > 0).then(|| cell(*holds, number, dice))
            });
            cells.collect()
        };
        let rows = (0..=dice.below(3)).map(|_| row(dice)).collect();
        Table {
            headings: columns.into_iter().map(|(heading, _)| heading).collect(),
            rows,
        }
    }

    fn written(&self) -> String {
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(&self.headings).unwrap();
        for row in &self.rows {
            let cells = row
                .iter()
                .map(|cell| cell.as_ref().map_or("", |cell| &cell.written));
            out.write_record(cells).unwrap();
        }
        String::from_utf8(out.into_inner().unwrap()).unwrap()
    }
}

/// What came of a table: its records and remarks, and the texts that faults point at.
struct Outcome {
    conversion: Conversion,
    pointed_at: Vec<String>,
}

impl Outcome {
    fn of(text: &str, bench: &Bench) -> Self {
        let mut sources = Sources::default();
        let settings = bench.charter.charter.read_settings(Period::default());
        let files = vec![file("log.csv", text)];
        let conversion = convert(&mut sources, files, &settings, &Redactor::default(), &());
        let spans = conversion.faults.iter().flat_map(|fault| {
            let others = fault.labels.iter().map(|label| label.span);
            fault.span().into_iter().chain(others)
        });
        let pointed_at =
            spans.map(|span| sources.get(span.source).unwrap().text()[span.range()].to_owned());
        let pointed_at = pointed_at.collect();
        Outcome {
            conversion,
            pointed_at,
        }
    }

    /// Whether one of these words came out.
    fn has(&self, marks: &[String]) -> bool {
        let is_said = |text: &str| marks.iter().any(|mark| text.contains(mark.as_str()));
        let records = &self.conversion.records;
        self.pointed_at.iter().any(|text| is_said(text))
            || records.iter().any(|record| is_said(&record.text))
    }

    /// Whether the cells of a column are left out because people may be named there.
    fn leaves_out(&self, heading: &str) -> bool {
        let remark = format!("# {heading}: left out");
        let mut records = self.conversion.records.iter();
        records.any(|record| record.text.contains(&remark))
    }
}

#[test]
fn every_cell_comes_out_again() {
    let bench = Bench::new(&[]);
    let known = declared();
    let mut dice = Dice(0x7ab1e);
    let mut lost = Vec::new();
    let (mut cells, mut records) = (0, 0);
    for round in 0..rounds() {
        let table = Table::made(&known, &mut dice);
        let text = table.written();
        let outcome = Outcome::of(&text, &bench);
        records += outcome.conversion.records.len();
        if outcome.conversion.records.is_empty() {
            let said =
                !outcome.conversion.faults.is_empty() || !outcome.conversion.passed_over.is_empty();
            let is_blank = table.rows.iter().flatten().all(Option::is_none);
            assert!(said || is_blank, "nothing is said of\n{text}");
            continue;
        }
        // Rows that say nothing in the columns that were understood are counted.
        let passed_over = &outcome.conversion.passed_over;
        let mut uncounted: usize = passed_over.iter().map(|(_, count)| count).sum();
        for row in &table.rows {
            let all = table.headings.iter().zip(row);
            let all = all.filter_map(|(heading, cell)| Some((heading, cell.as_ref()?)));
            let all: Vec<(&String, &Cell)> = all.collect();
            cells += all.len();
            let missing = all.iter().filter(|(heading, cell)| {
                !outcome.has(&cell.marks) && !outcome.leaves_out(heading)
            });
            let missing: Vec<_> = missing.collect();
            if uncounted > 0 && !missing.is_empty() {
                uncounted -= 1;
                continue;
            }
            lost.extend(
                missing
                    .into_iter()
                    .map(|(heading, cell)| format!("{round}: {heading}: {}\n{text}", cell.written)),
            );
        }
    }
    assert!(
        cells > rounds() && records > rounds(),
        "{cells} cells, {records} records"
    );
    assert!(
        lost.is_empty(),
        "{} of {cells} cells:\n{}",
        lost.len(),
        lost[..lost.len().min(60)].join("\n")
    );
}

#[test]
fn what_gives_way_to_another_cell_is_a_remark() {
    let text = "Title,Date,Invites sent,Date invites went out,Feedback given to,Feedback given\n\
                Board,12/03/2026,26/02/2026,ask at the desk,12 parents,\"no, hall closed\"\n\
                Forum,moved from 12/03/2026,,27/02/2026 (by post),parents,21/03/2026\n";
    let outcome = Outcome::of(text, &Bench::new(&[]));
    let remarks = |at: usize| -> Vec<&str> {
        let lines = outcome.conversion.records[at].text.lines().skip(1);
        lines
            .filter_map(|line| Some(line.split_once("# ")?.1))
            .collect()
    };
    let board = [
        "Feedback given to: 12 parents",
        "Feedback given: no, hall closed",
        "Date invites went out: ask at the desk",
    ];
    assert_eq!(remarks(0), board);
    let forum = ["Date invites went out: 27/02/2026 (by post)"];
    assert_eq!(remarks(1), forum);
}

#[test]
fn a_column_that_says_no_is_not_believed_against_the_day_in_another() {
    let text = "Title,Date,Feedback given,Minutes sent?\n\
                Board,12/03/2026,no,20/03/2026\n\
                Forum,13/03/2026,20/03/2026,no\n";
    let bench = super::tables(&[("log.csv", text)]);
    assert_eq!(super::says(&bench, "log#2", "feedback.sent"), "unreadable");
    assert_eq!(
        super::says(&bench, "log#3", "feedback.sent"),
        "Date(2026-03-20)"
    );
    assert_eq!(
        super::faults(&bench),
        [("two-values", "log.csv › D2".to_owned())]
    );
    assert!(!bench.reading.faults[0].is_error());
    assert_eq!(
        bench.verdict("2026-11-29", "O4e1", "log#2"),
        Verdict::NoEvidence
    );
    assert_eq!(bench.verdict("2026-11-29", "O4e1", "log#3"), Verdict::Kept);
}
