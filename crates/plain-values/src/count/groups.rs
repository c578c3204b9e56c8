//! Several groups of people in one text: `6 parents, 2 officers`, `12 + 3 online`.

use super::{Count, is_number_format, read_count};
use crate::tokens::{Token, plain, tokens};

/// What people are called who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Parents and carers, or families.
    Parents,
    /// Children and young people.
    Cyp,
    /// People who work in services.
    Staff,
    /// Representatives of a forum.
    Reps,
}

/// The groups that a text counts, in its order, each with what its people are called, if they are.
/// What stands in brackets is a remark, as is a number of something else: in `12 + 3 online` there
/// are twelve. Nothing where a text does not begin with a plain count, or where a second one says
/// nothing of whom.
pub fn read_groups(text: &str) -> Option<Vec<(Count, Option<Who>)>> {
    if text.len() > LONGEST || is_number_format(text) {
        return None;
    }
    let text = without_brackets(text);
    let mut groups: Vec<(Count, Option<Who>)> = Vec::new();
    for part in parts(&text) {
        let has_number = part.contains(|sign: char| sign.is_ascii_digit());
        let who = who(part);
        match (read_count(part), who) {
            (Ok(count), Some(who)) => groups.push((count, Some(who))),
            (Ok(count), None) if groups.is_empty() => groups.push((count, None)),
            // 8 + 4
            (Ok(_), None) if has_number => return None,
            (Err(_), Some(who)) if has_number => {
                groups.push((first_number(part)?, Some(who)));
            }
            (Ok(_) | Err(_), _) if groups.is_empty() => return None,
            (Ok(_) | Err(_), _) => {}
        }
    }
    let mut called: Vec<Option<Who>> = groups.iter().map(|(_, who)| *who).collect();
    called.sort_unstable();
    let is_told_apart = called.windows(2).all(|two| two.first() != two.last());
    (is_told_apart && !groups.is_empty()).then_some(groups)
}

/// No text that counts people is longer, in bytes.
const LONGEST: usize = 200;

/// A text without what stands in brackets in it: `Date (dd/mm/yyyy)`.
pub fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|sign| match sign {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// The parts of a text: between commas and the like, and at `and` where a part is no count itself.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let strong = text.split([',', ';', '\n', '\r']);
    strong
        .flat_map(|part| {
            let smaller: Vec<&str> = if read_count(part).is_ok() {
                vec![part]
            } else {
                part.split(['&', '+'])
                    .flat_map(|part| part.split(" and "))
                    .flat_map(|part| part.split(" plus "))
                    .collect()
            };
            smaller
        })
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The number at the beginning of a part that says more: `3 LA`.
fn first_number(part: &str) -> Option<Count> {
    let number = part.split_whitespace().next()?;
    read_count(number).ok()
}

/// What the people of a part are called; nothing where it says something that is not known to be
/// people.
fn who(part: &str) -> Option<Who> {
    let plain = plain(part);
    let tokens = tokens(&plain);
    let words = tokens.iter().filter_map(|token| match token {
        Token::Word(word) => called(word),
        Token::Number(_) | Token::Mark(_) => None,
    });
    let mut found: Vec<Who> = words.collect();
    // Parents who are representatives are representatives.
    if found.contains(&Who::Reps) {
        return Some(Who::Reps);
    }
    found.dedup();
    match found.as_slice() {
        [who] => Some(*who),
        _ => None,
    }
}

fn called(word: &str) -> Option<Who> {
    Some(match word {
        "parent" | "parents" | "carer" | "carers" | "family" | "families" | "mum" | "mums"
        | "dad" | "dads" => Who::Parents,
        "child" | "children" | "young" | "yp" | "cyp" | "pupil" | "pupils" | "student"
        | "students" | "kids" => Who::Cyp,
        "staff" | "officer" | "officers" | "la" | "professional" | "professionals"
        | "practitioner" | "practitioners" | "council" | "teacher" | "teachers" | "lea" => {
            Who::Staff
        }
        "rep" | "reps" | "representative" | "representatives" => Who::Reps,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_apart_by_what_people_are_called() {
        use Who::{Cyp, Parents, Reps, Staff};
        let said = |text: &str| {
            let groups = read_groups(text)?;
            let groups = groups.into_iter();
            Some(
                groups
                    .map(|(count, who)| (count.to_string(), who))
                    .collect::<Vec<_>>(),
            )
        };
        let of = |groups: &[(&str, Option<Who>)]| {
            let groups = groups.iter();
            Some(
                groups
                    .map(|(count, who)| ((*count).to_owned(), *who))
                    .collect::<Vec<_>>(),
            )
        };
        for (text, groups) in [
            (
                "6 parents, 2 officers",
                of(&[("6", Some(Parents)), ("2", Some(Staff))]),
            ),
            (
                "8 young people, 3 parents",
                of(&[("8", Some(Cyp)), ("3", Some(Parents))]),
            ),
            (
                "5 parents\n3 LA (short breaks, SEND, commissioning)",
                of(&[("5", Some(Parents)), ("3", Some(Staff))]),
            ),
            ("4 + 1 officer", of(&[("4", None), ("1", Some(Staff))])),
            ("12 + 3 online", of(&[("12", None)])),
            ("12 (incl. 2 online)", of(&[("12", None)])),
            ("4 parents + CAMHS", of(&[("4", Some(Parents))])),
            (
                "12 parents and 3 staff",
                of(&[("12", Some(Parents)), ("3", Some(Staff))]),
            ),
            (
                "about 30 parents and carers, 2 reps",
                of(&[("about 30", Some(Parents)), ("2", Some(Reps))]),
            ),
            ("40+ families", of(&[("40+", Some(Parents))])),
            ("8 young people", of(&[("8", Some(Cyp))])),
            ("2 parent reps", of(&[("2", Some(Reps))])),
            ("8 + 4", None),
            ("3 parents, 4 parents", None),
            ("CAMHS, 4 parents", None),
            ("lots", None),
            ("", None),
            ("-10", None),
        ] {
            assert_eq!(said(text), groups, "{text}");
        }
    }
}
