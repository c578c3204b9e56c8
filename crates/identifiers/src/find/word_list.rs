//! Long lists of words, as they stand in the program.

/// Words that can be looked up.
pub(super) struct WordList(Vec<&'static [u8]>);

impl WordList {
    /// Words with one blank between them, in the order of their bytes: nothing has to be sorted or hashed
    /// before the first of them is looked up.
    pub(super) fn of(words: &'static str) -> Self {
        let words: Vec<&[u8]> = words.split(' ').map(str::as_bytes).collect();
        debug_assert!(words.is_sorted_by(|one, next| one < next), "{words:?}");
        WordList(words)
    }

    /// Whether a word in small letters is one of them.
    pub(super) fn has(&self, word: &[u8]) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn words_are_looked_up_whole() {
        let list = WordList::of("co-chair co-chairs coach");
        assert!(list.has(b"co-chair") && list.has(b"coach"));
        assert!(!list.has(b"co") && !list.has(b"chair") && !list.has(b""));
    }

    #[test]
    #[should_panic(expected = "[")]
    fn words_in_another_order_are_a_fault_of_the_program() {
        WordList::of("b a");
    }
}
