#![doc = include_str!("../README.md")]

/// A closed list of words that a field of a record or charter may hold.
pub trait Word: Copy + Sized + 'static {
    /// Every word with its meaning, in the order in which an error lists them.
    const WORDS: &'static [(&'static str, Self)];

    /// Reads a word; capitals, and hyphens, spaces or underscores between its parts do not matter.
    fn from_word(text: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(word, _)| same_word(word, text))
            .map(|(_, value)| *value)
    }

    /// The words themselves.
    fn all_words() -> impl Iterator<Item = &'static str> {
        Self::WORDS.iter().map(|(word, _)| *word)
    }
}

/// Declares an enum together with the word for each variant.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$about:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it, as files and reports spell it.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl $crate::Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $name::$variant)),+];
        }
    };
}

/// Whether two spellings are the same word: `forum-meeting`, `Forum meeting`, `FORUM_MEETING`.
pub fn same_word(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

/// A spelling that all spellings of the same word share.
pub fn key(text: &str) -> String {
    folded(text).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.trim().chars().map(|character| match character {
        '_' | ' ' => '-',
        other => other.to_ascii_lowercase(),
    })
}

/// What the ending of a file's name stands for, in a list of endings in small letters.
pub fn of_ending<T: Copy>(name: &str, endings: &[(&str, T)]) -> Option<T> {
    let (_, ending) = name.rsplit_once('.')?;
    let mut endings = endings.iter();
    let found = endings.find(|(known, _)| ending.eq_ignore_ascii_case(known))?;
    Some(found.1)
}

/// The known word that a wrong one was most likely meant to be, if any is near enough: up to one
/// slip in three letters.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(wrong, known)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The known words that a wrong one was most likely meant to be or to begin, at most so many: those
/// that begin with it, or else those that are near enough, the nearest first.
pub fn likeliest<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let beginning = key(wrong);
    let begins = |word: &&str| !beginning.is_empty() && key(word).starts_with(&beginning);
    let mut likely: Vec<&str> = known.iter().copied().filter(begins).collect();
    if likely.is_empty() {
        let mut all: Vec<(usize, &str)> = near(wrong, known).collect();
        all.sort_by_key(|(distance, _)| *distance);
        likely = all.into_iter().map(|(_, word)| word).collect();
    }
    likely.truncate(most);
    likely
}

/// The words that are near enough, each with how many slips it is away.
fn near<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let wrong: String = folded(wrong).take(64).collect();
    known
        .into_iter()
        .map(move |word| {
            let folded: String = folded(word).collect();
            (strsim::damerau_levenshtein(&wrong, &folded), word)
        })
        .filter(|(distance, word)| *distance <= word.chars().count().max(3) / 3)
}

/// Reads a word of a closed list.
///
/// # Errors
/// The nearest word, or all of them.
pub fn read_word<W: Word>(text: &str) -> Result<W, String> {
    W::from_word(text).ok_or_else(|| {
        let all = listed(W::all_words(), "or");
        nearest(text, W::all_words()).map_or_else(
            || format!("write {all}"),
            |near| format!("did you mean `{near}`? The words are {all}"),
        )
    })
}

/// `a`, `a or b`, `a, b or c`.
pub fn listed<W: AsRef<str>>(words: impl IntoIterator<Item = W>, last: &str) -> String {
    let words: Vec<W> = words.into_iter().collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// A number as people read it: `1,000,000`. A long one without commas would be hidden as something
/// that may identify somebody.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_where_people_put_them() {
        for (number, shown) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (99_999, "99,999"),
            (100_000, "100,000"),
            (1_234_567, "1,234,567"),
            (1_000_000_000, "1,000,000,000"),
        ] {
            assert_eq!(grouped(number), shown);
        }
    }

    #[test]
    fn spelling_does_not_matter_where_it_cannot_mislead() {
        assert!(same_word("forum-meeting", " Forum Meeting"));
        assert!(same_word("no engagement", "no_engagement"));
        assert!(!same_word("meeting", "meetings"));
    }

    #[test]
    fn the_nearest_word_is_near() {
        let known = ["feedback", "forum", "forum_feedback"];
        assert_eq!(nearest("feedbak", known), Some("feedback"));
        assert_eq!(nearest("froum", known), Some("forum"));
        assert_eq!(nearest("weather", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest(&"x".repeat(100_000), known), None);
    }

    #[test]
    fn likely_words_begin_with_it_or_are_near() {
        let known = ["feedback", "forum", "forum_feedback", "form"];
        assert_eq!(likeliest("Forum", known, 3), ["forum", "forum_feedback"]);
        assert_eq!(likeliest("Forum", known, 1), ["forum"]);
        assert_eq!(likeliest("fourm", known, 3), ["forum", "form"]);
        assert_eq!(likeliest("weather", known, 3), [""; 0]);
        assert_eq!(likeliest("", known, 3), [""; 0]);
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(listed(["a"], "or"), "a");
        assert_eq!(listed(["a", "b"], "or"), "a or b");
        assert_eq!(listed(["a", "b", "c"], "and"), "a, b and c");
    }
}
