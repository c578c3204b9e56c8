//! Tags of web pages and mails that stand within words and numbers: `999<b>000</b>0018`.

/// Names of such tags. Others part what stands on either side of them.
const INLINE: &[&[u8]] = &[
    b"a", b"b", b"code", b"em", b"font", b"i", b"mark", b"o:p", b"small", b"span", b"strong",
    b"sub", b"sup", b"u",
];

/// No tag is longer.
const LONGEST: usize = 120;

/// The places of the bytes of such tags, in order, in a text of small letters.
pub(super) fn places(text: &[u8]) -> Vec<usize> {
    let mut out = Vec::new();
    if !text.contains(&b'<') {
        return out;
    }
    for (at, _) in text.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
        if let Some(length) = tag(text.get(at..).unwrap_or(&[])) {
            out.extend(at..at + length);
        }
    }
    out
}

/// The length of the tag that a text begins with.
fn tag(text: &[u8]) -> Option<usize> {
    let inside = text.strip_prefix(b"<")?;
    let length = inside
        .iter()
        .take(LONGEST)
        .position(|byte| b"<>\n".contains(byte))?;
    if inside.get(length) != Some(&b'>') {
        return None;
    }
    let inside = inside.get(..length)?;
    let name = inside.strip_prefix(b"/").unwrap_or(inside);
    let name = name.split(|byte| *byte == b' ').next().unwrap_or(&[]);
    INLINE.contains(&name).then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_within_words_are_left_out_and_others_are_not() {
        let kept = |text: &str| -> String {
            let places = places(text.as_bytes());
            let kept = text.char_indices().filter(|(at, _)| !places.contains(at));
            kept.map(|(_, sign)| sign).collect()
        };
        assert_eq!(kept("999<b>000</b>0018"), "9990000018");
        assert_eq!(kept("<span style=\"x\">a</span>"), "a");
        for whole in [
            "a<br>b",
            "<name@example.org>",
            "1 < 2 b> 3",
            "<b",
            "<",
            "<b\n>",
            "",
        ] {
            assert_eq!(kept(whole), whole);
        }
    }
}
