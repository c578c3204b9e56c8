//! Lines and columns of a text.

use super::Source;

/// After so many bytes the characters before them are counted once and for all.
const COUNTED: usize = 1 << 10;

impl Source {
    /// Built once per text and only for texts that a finding points into: counting lines from the
    /// top for every finding would be quadratic.
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            std::iter::once(0)
                .chain(
                    self.text()
                        .bytes()
                        .enumerate()
                        .filter(|(_, byte)| *byte == b'\n')
                        .map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)),
                )
                .collect()
        })
    }

    /// Line (from 1) and column in characters (from 1) of a byte of the text.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= offset);
        let start = line
            .checked_sub(1)
            .and_then(|index| starts.get(index))
            .copied()
            .unwrap_or(0);
        let (start, offset) = (start as usize, offset as usize);
        let column = if offset.saturating_sub(start) > COUNTED {
            self.characters_before(offset) - self.characters_before(start)
        } else {
            let before = self.text().as_bytes().get(start..offset);
            before.map_or(0, characters)
        };
        (line.max(1), column + 1)
    }

    /// How many characters begin before a byte. A file may be one line, and counting that from its
    /// start for every finding would be quadratic.
    fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.text().as_bytes();
        let counted = self.characters.get_or_init(|| {
            let mut before = 0_u32;
            let counts = bytes.chunks(COUNTED).map(|block| {
                let here = before;
                before =
                    before.saturating_add(u32::try_from(characters(block)).unwrap_or(u32::MAX));
                here
            });
            counts.collect()
        });
        let offset = offset.min(bytes.len());
        let block = offset / COUNTED;
        let rest = bytes.get(block * COUNTED..offset).map_or(0, characters);
        match counted.get(block) {
            Some(before) => *before as usize + rest,
            // The end of a text that ends with a block.
            None => characters(bytes),
        }
    }

    /// The whole lines that a range of bytes touches, with the number of the first and the byte
    /// where it starts.
    pub fn lines_around(&self, range: std::ops::Range<usize>) -> (usize, usize, &str) {
        let (line, start) = self.line_at(range.start);
        let end = self.line_end(range.end.max(start));
        (line, start, self.text().get(start..end).unwrap_or(""))
    }

    /// How long the longest line is that a range of bytes touches, without looking at its text.
    pub fn longest_line_around(&self, range: std::ops::Range<usize>) -> usize {
        let (first, _) = self.line_at(range.start);
        let (last, _) = self.line_at(range.end);
        let starts = self.line_starts().iter().take(last).skip(first - 1);
        let starts = starts.map(|start| *start as usize);
        let lengths = starts.map(|start| self.line_end(start) - start);
        lengths.max().unwrap_or(0)
    }

    /// The number of the line that a byte is in, from 1, and the byte where it starts.
    fn line_at(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start as usize <= offset);
        let line = line.max(1);
        (line, starts.get(line - 1).map_or(0, |at| *at as usize))
    }

    /// The byte where the line ends that a byte is in.
    fn line_end(&self, offset: usize) -> usize {
        let starts = self.line_starts();
        let next = starts.partition_point(|start| *start as usize <= offset);
        let next = starts.get(next).map(|at| *at as usize);
        next.map_or(self.text().len(), |at| at.saturating_sub(1))
    }
}

/// How many characters begin in some bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_long_lines_count_characters_too() {
        // é takes two bytes: 3,000 of them are 6,000 bytes, so that blocks end inside of letters.
        let text = format!("ab\nx{}\n{}", "é".repeat(3_000), "y".repeat(2_048));
        let source = Source::new("a".into(), text.clone());
        let at = |offset: usize| source.line_column(u32::try_from(offset).unwrap());
        for letters in [0, 1, 511, 512, 513, 1_024, 2_999, 3_000] {
            assert_eq!(at(4 + 2 * letters), (2, letters + 2), "{letters}");
        }
        assert_eq!(at(6_005), (3, 1));
        assert_eq!(at(text.len()), (3, 2_049));
        // A text that ends with a block.
        let full = Source::new("a".into(), "z".repeat(2 * COUNTED));
        assert_eq!(full.line_column(2_048), (1, 2_049));
    }

    #[test]
    fn the_lines_around_a_place_are_whole() {
        let source = Source::new("a".into(), "one\ntwo\nthree".into());
        assert_eq!(source.lines_around(5..6), (2, 4, "two"));
        assert_eq!(source.lines_around(5..9), (2, 4, "two\nthree"));
        assert_eq!(source.lines_around(13..13), (3, 8, "three"));
        // A line ends before its break, which belongs to it.
        assert_eq!(source.lines_around(3..3), (1, 0, "one"));
        assert_eq!(source.longest_line_around(5..6), 3);
        assert_eq!(source.longest_line_around(5..9), 5);
        let broken = Source::new("a".into(), "one\n\n".into());
        assert_eq!(broken.lines_around(4..4), (2, 4, ""));
        assert_eq!(broken.lines_around(5..5), (3, 5, ""));
    }
}
