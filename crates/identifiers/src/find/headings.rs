//! The line of headings of the table in which a place is.

use super::normalised::{NormalisedText, words};

/// No table is read further back than so many bytes.
const LONGEST: usize = 4_000;

/// No heading has more words.
const MOST_WORDS: usize = 5;

/// Headings of a table of text, and which of them is that of a place.
pub(super) struct Headings<'t> {
    pub(super) line: &'t [u8],
    sign: u8,
    column: usize,
}

impl<'t> Headings<'t> {
    /// Those over a place, if the lines from there up are parted by the same sign, and the first of
    /// them is near and has no figures.
    pub(super) fn over(text: &'t NormalisedText<'_>, place: usize) -> Option<Self> {
        let from = place.saturating_sub(LONGEST);
        let mut lines = text.slice(from..place).rsplit(|byte| *byte == b'\n');
        let own = lines.next()?;
        let sign = [b'|', b'\t', b',']
            .into_iter()
            .find(|sign| own.contains(sign))?;
        let mut lines = lines.peekable();
        let mut first = None;
        while let Some(line) = lines.next_if(|line| line.contains(&sign)) {
            first = Some(line);
        }
        // What was read may begin in the middle of a line, with the sign cut off.
        let is_whole = from == 0 || lines.nth(1).is_some();
        let line = first.filter(|line| is_whole && !line.iter().any(u8::is_ascii_digit))?;
        let column = own.split(|byte| *byte == sign).count() - 1;
        let rest = text.slice(place..place + LONGEST);
        let rest = rest.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
        let more = rest.split(|byte| *byte == sign).count() - 1;
        let cells = line.split(|byte| *byte == sign);
        // A sentence has commas as well, but not as many as the next one, nor words as few between them.
        let are_short = cells.clone().all(|cell| words(cell).count() <= MOST_WORDS);
        (cells.count() == column + 1 + more && are_short).then_some(Headings { line, sign, column })
    }

    /// The heading of the place's own column.
    pub(super) fn own(&self) -> &'t [u8] {
        let mut cells = self.line.split(|byte| *byte == self.sign);
        cells.nth(self.column).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_those_of_a_table() {
        let own = |text: &str| {
            let text = NormalisedText::new(text);
            let place = text.text().find('#').unwrap();
            Headings::over(&text, place).map(|it| String::from_utf8_lossy(it.own()).into_owned())
        };
        assert_eq!(
            own("School,Postcode,Day\nElm,#,Mon").as_deref(),
            Some("postcode")
        );
        assert_eq!(
            own("| A | B |\n|---|---|\n| x | # |").as_deref(),
            Some(" b ")
        );
        assert_eq!(
            own("We met, at the school, and left\nshe moved, to #"),
            None
        );
        assert_eq!(own("A,B\n1,2\nx,#").as_deref(), Some("b"));
        assert_eq!(own("1,2\nx,#"), None);
        assert_eq!(own("x,#"), None);
        let rows = "x,y\n".repeat(2_000);
        assert_eq!(own(&format!("A,B\n{rows}x,#")), None);
    }
}
