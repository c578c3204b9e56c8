//! Made-up identifiers of every kind, the same in every run, and ordinary texts that look like
//! some. Numbers are of ranges that are reserved for tests, or computed from published check
//! digits with beginnings of our own; names are of letters that make no name.

use identifiers::find::Kind;

use crate::dice::Dice;

/// One identifier.
#[derive(Debug, Clone)]
pub(super) struct Identifier {
    pub(super) kind: Kind,
    /// As it is written, with the words that say what it is.
    pub(super) written: String,
    /// What must never be printed.
    pub(super) value: String,
}

impl Identifier {
    /// Whether it is of a range that can belong to nobody, so that it is only remarked upon.
    pub(super) fn is_test_value(&self) -> bool {
        matches!(
            self.kind,
            Kind::NhsNumber | Kind::Phone | Kind::Postcode | Kind::Email
        )
    }
}

/// So many of every kind.
pub(super) const EACH: usize = 21;

/// The pattern of the area's case references, as its charter gives it.
pub(super) const CASES: &str = r"EHC[-/ ]?\d{5}";

/// All of them, by kind.
pub(super) fn all() -> Vec<Identifier> {
    let mut dice = Dice(0x1d);
    let mut all: Vec<Identifier> = Vec::new();
    for kind in Kind::ALL {
        let mut number = 0;
        while number < EACH {
            let (written, value) = one(*kind, number, &mut dice);
            // No made-up word comes twice, so that each tells whose it is.
            let again = |known: &Identifier| {
                let words = made_up(&known.value);
                known.value == value || made_up(&value).iter().any(|word| words.contains(word))
            };
            if all.iter().any(again) {
                continue;
            }
            assert!(written.contains(&value));
            let kind = *kind;
            all.push(Identifier {
                kind,
                written,
                value,
            });
            number += 1;
        }
    }
    all
}

/// The words of a text that are none.
pub(super) fn made_up(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.ends_with('q'))
        .map(str::to_owned)
        .collect()
}

/// The lines of the list of names.
pub(super) fn names(all: &[Identifier]) -> String {
    let names = all.iter().filter(|one| one.kind == Kind::Name);
    names.map(|one| format!("{}\n", one.value)).collect()
}

/// The text and the part of it that must not be printed.
fn one(kind: Kind, number: usize, dice: &mut Dice) -> (String, String) {
    let labelled = |labels: &[&str], value: String| {
        (format!("{}{value}", labels[number % labels.len()]), value)
    };
    match kind {
        Kind::NhsNumber => labelled(&["NHS number ", "NHS no. ", "NHS: "], nhs(number, dice)),
        Kind::LearnerNumber => labelled(&["ULN ", "learner number "], learner(number, dice)),
        Kind::PupilNumber => labelled(&["", "UPN "], pupil(number, dice)),
        Kind::NationalInsurance => labelled(&["NI number "], insurance(number)),
        Kind::Phone => labelled(&["ring ", "tel. "], phone(number, dice)),
        Kind::Postcode => {
            let half = format!("{}{}{}", dice.below(10), letter(dice), letter(dice));
            let gap = [" ", "", "-", "  "][number % 4];
            labelled(&["at ", "lives at "], format!("ZZ99{gap}{half}"))
        }
        Kind::Email => {
            let sign = ["@", " (at) ", "@", "[at]"][number % 4];
            let domain = ["example.org", "mail.invalid"][number % 2];
            labelled(&["write to ", ""], format!("{}{sign}{domain}", word(dice)))
        }
        Kind::BirthDate => {
            let (day, month, year) = (1 + dice.below(28), 1 + dice.below(12), 2004 + number % 20);
            let value = match number % 4 {
                0 => format!("{day:02}/{month:02}/{year}"),
                1 => format!("{year}-{month:02}-{day:02}"),
                2 => format!("{day}th of March {year}"),
                _ => format!("{day:02}{month:02}{year}"),
            };
            labelled(&["DOB ", "born on ", "date of birth: "], value)
        }
        Kind::CaseReference => {
            let sign = ["-", "/", "", " "][number % 4];
            labelled(&["", "about "], format!("EHC{sign}{}", dice.like("89999")))
        }
        Kind::Name => {
            let value = format!("{} {}", capital(dice), capital(dice));
            labelled(&["", "with "], value)
        }
        Kind::ChildField => labelled(
            &["surname: ", "child's name = ", "pupil name: "],
            capital(dice),
        ),
        Kind::Combination => {
            let age = 4 + number % 16;
            let value = [
                format!("{}, aged {age}, has epilepsy", capital(dice)),
                format!("{} ({age}) is deaf", capital(dice)),
            ];
            labelled(&[""], value[number % 2].clone())
        }
    }
}

fn letter(dice: &mut Dice) -> char {
    char::from(b"ABDEFGHJLNPQRSTUWXYZ"[dice.below(20)])
}

/// A word that is none.
fn word(dice: &mut Dice) -> String {
    let mut sign = |of: &[u8]| char::from(of[dice.below(of.len())]);
    let (a, b, c, d) = (sign(b"vwxz"), sign(b"aeiou"), sign(b"qxz"), sign(b"bdgk"));
    format!("{a}{b}{c}{d}{}q", sign(b"aou"))
}

fn capital(dice: &mut Dice) -> String {
    let word = word(dice);
    word[..1].to_uppercase() + &word[1..]
}

fn weighted(digits: &str) -> usize {
    let digits = digits.bytes().zip((1..=10).rev());
    digits
        .map(|(digit, weight)| usize::from(digit - b'0') * weight)
        .sum()
}

/// Ten digits beginning 999 that leave this over 11, in groups as people write them.
fn ten_digits(rest: usize, number: usize, dice: &mut Dice) -> String {
    loop {
        let digits = format!("999{}", dice.digits(7));
        if weighted(&digits) % 11 == rest {
            let (a, b, c) = (&digits[..3], &digits[3..6], &digits[6..]);
            return match number % 4 {
                0 => format!("{a} {b} {c}"),
                1 => digits,
                2 => format!("{a}-{b}-{c}"),
                _ => format!("{a}.{b}.{c}"),
            };
        }
    }
}

fn nhs(number: usize, dice: &mut Dice) -> String {
    ten_digits(0, number, dice)
}

fn learner(number: usize, dice: &mut Dice) -> String {
    ten_digits(10, number, dice)
}

/// A pupil number of the pattern that `J877200024001` has.
fn pupil(number: usize, dice: &mut Dice) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let digits = format!("8772{}24{}", dice.digits(3), dice.digits(3));
    let sum: usize = digits
        .bytes()
        .zip(2..)
        .map(|(digit, place)| usize::from(digit - b'0') * place)
        .sum();
    let letter = char::from(LETTERS[sum % 23]);
    let spaced = format!(
        "{letter} {} {} {} {}",
        &digits[..3],
        &digits[3..7],
        &digits[7..9],
        &digits[9..]
    );
    match number % 3 {
        0 => spaced,
        _ => format!("{letter}{digits}"),
    }
}

/// The one number that the tests use, in every spelling.
fn insurance(number: usize) -> String {
    let sign = [" ", ".", "-", "", "_", "/"][number % 6];
    let last = ["A", "B", "C", "D"][number / 6 % 4];
    ["AB", "12", "34", "56", last].join(sign)
}

/// A telephone number of the ranges for drama.
fn phone(number: usize, dice: &mut Dice) -> String {
    let patterns = [
        "07700 900999",
        "07700900999",
        "+44 7700 900999",
        "01632 960999",
        "020 7946 0999",
        "07700-900-999",
        "07700.900.999",
    ];
    // Nines in front are part of the range.
    let pattern = patterns[number % patterns.len()];
    let (range, last) = pattern.split_at(pattern.len() - 3);
    format!("{range}{}", dice.like(last))
}

/// Texts as they are in ordinary records: nobody is in them.
pub(super) const ORDINARY: &[&str] = &[
    "Microsoft Teams, Meeting ID: 899 999 999 99, Passcode: aB9cd8",
    "Join Zoom: meeting ID 899 9999 9999, passcode 999999",
    "Meeting ID 8999999999 for the evening repeat",
    "Webinar ID: 899-999-9999, open from 18.30",
    "Dial in on +44 20 8999 9999, then 899 999 999#",
    "Dial-in number 0330 999 9999, access code 8999999",
    "Conference ID 899 999 999# for those who ring in",
    "A budget of £8,999,999 for 2026-27, £899,999 of it new",
    "Budget code 8999999999, cost centre 899999",
    "It cost £899.99 a head, £8999 in all",
    "Held on 18/09/2026 and again on 18 March 2026 at 18:30",
    "From 2026-01-18 to 2026-03-18, terms 2025-26 and 2026-27",
    "Agreed on 8.1.2026, published 18.01.26, minutes 899/26",
    "The council's switchboard is 01632 999999",
    "Ring the school office on 0161 999 9999 to book",
    "The helpline, 0800 999 9999, is free; so is 0345 999 9999",
    "Number 8999999999 on the list",
    "Tracking number 8999999999 came with the parcel",
    "8999999999 views of the film, 89 999 of them here",
    "Purchase order 8999999999, invoice 899 999 9999",
    "Registered charity 8999999, company number 09999999",
    "See https://www.example.org/offer/2026/page-8999?id=8999999",
    "Write to participation@council.example or send.team@example.org",
    "89 parents came, 899 were asked, 8,999 were reached",
    "Room B8 2nd floor, then Y8 9am in Hall 9",
    "Years 8 to 11 with autism, aged 11 to 16, asked for it",
    "Clauses O4a1, O4e2, W3c and G5; 8 of 36 were new",
    "When children are born early, help should come early",
    "The family's surname is not recorded; ask the forum",
    "ISBN 978-8-99-999999-9, page 99 of 899",
    "Version 8.9.99, build 20260899",
    "A 9-year plan, 99% agreed, 8 did not",
    "Bus 8, stop 1899, every 20 minutes from 7.30 to 18.45",
    "Photo by x, CC BY 4.0, 8999 x 9999 pixels",
];

#[test]
fn there_are_enough_of_every_kind() {
    let all = all();
    assert_eq!(all.len(), 252);
    for kind in Kind::ALL {
        assert_eq!(all.iter().filter(|one| one.kind == *kind).count(), EACH);
    }
}
