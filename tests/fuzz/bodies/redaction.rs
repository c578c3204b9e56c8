//! Hiding: an identifier between any two texts is hidden, and hiding what is hidden changes nothing.

use identifiers::redact::{Redactor, is_unprintable};

/// Of ranges that are reserved for tests, or with words that say what they are.
const IDENTIFIERS: &[(&str, &str)] = &[
    ("NHS number 999 000 0034", "999 000 0034"),
    ("tel. 07700 900461", "07700 900461"),
    ("+44 7700 900461", "7700 900461"),
    ("name@example.org", "name@example.org"),
    ("lives at ZZ99 3AZ", "ZZ99 3AZ"),
    ("UPN B801200005001", "B801200005001"),
    ("DOB 14/03/2012", "14/03/2012"),
    ("born on 2014-03-02", "2014-03-02"),
];

pub(super) fn redaction(data: &[u8]) {
    let Some((which, rest)) = data.split_first() else {
        return;
    };
    let redactor = Redactor::default();
    let text = String::from_utf8_lossy(rest);
    hides_for_good(&redactor, &text);
    let (before, after) = text.split_once('\u{1}').unwrap_or((&text, ""));
    let all = IDENTIFIERS.iter().cycle();
    let (written, value) = all.clone().nth(usize::from(*which)).unwrap();
    // With other words beside it, the same figures may be innocent.
    if text.contains(value) {
        return;
    }
    // On a line of its own nothing around it makes another word or number of it.
    let seeded = format!("{before}\n\n{written}\n\n{after}");
    let shown = redactor.redact_lines(seeded.as_str());
    let times = |text: &str| text.matches(value).count();
    assert_eq!(times(shown.as_str()), 0, "{value} is shown: {shown:?}");
    hides_for_good(&redactor, &seeded);
}

/// What holds of any text.
fn hides_for_good(redactor: &Redactor, text: &str) {
    let hidden = redactor.hide(text);
    assert_eq!(redactor.hides(text), hidden != text);
    more_at_most(&hidden, &redactor.hide(&hidden));
    let mut end = 0;
    for range in redactor.ranges(text) {
        assert!(range.start >= end && range.start < range.end, "{range:?}");
        end = range.end;
        assert!(text.get(range).is_some());
    }
    let line = redactor.redact(text);
    assert!(!line.as_str().contains(is_unprintable), "{line:?}");
    more_at_most(line.as_str(), redactor.redact(line.as_str()).as_str());
}

/// What was hidden stays so. Behind a label whose value is hidden already, what follows may be taken for
/// the value and be hidden as well.
fn more_at_most(hidden: &str, again: &str) {
    let unseen = |text: &str| text.matches('*').count();
    assert!(
        unseen(again) >= unseen(hidden),
        "{hidden:?} became {again:?}"
    );
}
