//! The lines of a calendar: long ones are folded over several lines of the file, of which each
//! after the first begins with a blank.

use std::borrow::Cow;

/// One line of a calendar, put together again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContentLine<'t> {
    /// The line of the file on which it begins, from 1.
    pub(crate) number: u32,
    /// What it says.
    pub(crate) text: Cow<'t, str>,
}

impl ContentLine<'_> {
    /// The name of the property; nothing where this is no line of a calendar.
    pub(crate) fn name(&self) -> Option<&str> {
        let end = self.text.find([':', ';'])?;
        let name = self.text.get(..end)?.trim();
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
        is_name.then_some(name)
    }

    /// What stands after the first colon, for properties without parameters that matter.
    pub(crate) fn rest(&self) -> &str {
        self.text
            .split_once(':')
            .map_or("", |(_, rest)| rest.trim())
    }
}

/// The lines of a calendar that say something, in their order.
pub(crate) fn content_lines(text: &str) -> impl Iterator<Item = ContentLine<'_>> {
    let mut physical = (1_u32..)
        .zip(text.split('\n').map(|line| line.trim_end_matches('\r')))
        .peekable();
    std::iter::from_fn(move || {
        loop {
            let (number, first) = physical.next()?;
            let mut text = Cow::Borrowed(first);
            while let Some((_, more)) = physical.next_if(|(_, next)| next.starts_with([' ', '\t']))
            {
                // Only the one blank at which the line was folded is not part of it.
                text.to_mut().push_str(more.get(1..).unwrap_or(""));
            }
            if !text.trim().is_empty() {
                return Some(ContentLine { number, text });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, String)> {
        content_lines(text)
            .map(|line| (line.number, line.text.into_owned()))
            .collect()
    }

    #[test]
    fn folded_lines_are_put_together_and_keep_the_line_they_begin_on() {
        let expected = vec![
            (1, "SUMMARY:Short breaks board".to_owned()),
            (4, "LOCATION:Hub".to_owned()),
        ];
        assert_eq!(
            read("SUMMARY:Short br\r\n eaks\r\n\t board\r\nLOCATION:Hub\r\n"),
            expected
        );
        assert_eq!(
            read("SUMMARY:Short br\n eaks\n\t board\nLOCATION:Hub"),
            expected
        );
    }

    #[test]
    fn empty_lines_are_passed_over_and_counted() {
        assert_eq!(
            read("\n\r\nA:1\n\n\nB:2"),
            vec![(3, "A:1".to_owned()), (6, "B:2".to_owned())]
        );
        assert_eq!(read(""), Vec::new());
        assert_eq!(read(" "), Vec::new());
    }

    #[test]
    fn names_end_at_the_first_sign() {
        let name = |text: &'static str| {
            let text = Cow::Borrowed(text);
            ContentLine { number: 1, text }.name().map(str::to_owned)
        };
        assert_eq!(
            name("DTSTART;TZID=\"a:b\":2026").as_deref(),
            Some("DTSTART")
        );
        assert_eq!(name("SUMMARY:x").as_deref(), Some("SUMMARY"));
        assert_eq!(name("two words: x"), None);
        assert_eq!(name("nothing"), None);
        assert_eq!(name(":x"), None);
    }
}
