//! What people write where they count people and nobody is named.

/// Words of which a number of people is made that nobody counted.
const AMOUNTS: &[&str] = &[
    "a",
    "about",
    "almost",
    "approx",
    "approximately",
    "around",
    "at",
    "attended",
    "c",
    "circa",
    "couple",
    "dozen",
    "dozens",
    "few",
    "fewer",
    "full",
    "good",
    "half",
    "handful",
    "house",
    "ish",
    "least",
    "less",
    "loads",
    "lots",
    "many",
    "more",
    "most",
    "nearly",
    "of",
    "or",
    "over",
    "plenty",
    "plus",
    "roughly",
    "several",
    "so",
    "some",
    "than",
    "turnout",
    "under",
    "up",
    "well",
];

/// What the program itself writes in place of a cell that a file does not tell.
const OWN_WORDS: &[&str] = &["formula without a result", "cell that cannot be read"];

/// Whether what stands where people are counted names nobody for certain: numbers of people and
/// words for them, `a handful` and `10-`.
pub(crate) fn names_nobody(text: &str) -> bool {
    if OWN_WORDS.contains(&text) {
        return true;
    }
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Vec<&String> = words.iter().filter(is_number).collect();
    numbers.len() <= 2
        && numbers.iter().all(|number| number.len() <= 3)
        && words
            .iter()
            .all(|word| is_number(&word) || AMOUNTS.binary_search(&word.as_str()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_people() {
        assert!(AMOUNTS.is_sorted());
        for amount in [
            "a handful",
            "10-",
            "-10",
            "16-25",
            "Lots",
            "about a dozen",
            "~30",
        ] {
            assert!(names_nobody(amount), "{amount}");
        }
        for other in [
            "Pat",
            "12/03/2014",
            "7700",
            "3 boys",
            "1 2 3",
            "a Pat",
            "10 Sams",
        ] {
            assert!(!names_nobody(other), "{other}");
        }
    }
}
