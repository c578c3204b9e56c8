use proptest::prelude::*;

use super::*;

#[test]
fn numbers_of_people() {
    for (text, spelling) in [
        ("12", "12"),
        (" 0 ", "0"),
        ("12.0", "12"),
        ("1,200", "1200"),
        ("12 parents", "12"),
        ("12 parents and carers", "12"),
        ("12 parents/carers attended", "12"),
        ("(12)", "12"),
        ("twelve", "12"),
        ("Two parents", "2"),
        ("none", "0"),
        ("No parents", "0"),
        ("12 PCF reps", "12"),
        ("approx 20-30", "20-30"),
        ("20 to 30 approx", "20-30"),
        ("10+", "10+"),
        ("10 +", "10+"),
        ("at least 10", "10+"),
        ("10 or more", "10+"),
        (">=10", "10+"),
        ("≥ 10", "10+"),
        ("30 plus", "30+"),
        ("over 30", "31+"),
        ("more than 30", "31+"),
        (">30", "31+"),
        ("<5", "<5"),
        ("< 5", "<5"),
        ("fewer than 5", "<5"),
        ("under 5", "<5"),
        ("Less than five", "<5"),
        ("up to 20", "0-20"),
        ("no more than 20", "0-20"),
        ("20 or fewer", "0-20"),
        ("<=20", "0-20"),
        ("5-9", "5-9"),
        ("5–9", "5-9"),
        ("5 to 9", "5-9"),
        ("between 5 and 9", "5-9"),
        ("from 5 to 9 families", "5-9"),
        ("about 30", "about 30"),
        ("c. 30", "about 30"),
        ("c30", "about 30"),
        ("circa 30", "about 30"),
        ("approx 30", "about 30"),
        ("approx. 1,200 people", "about 1200"),
        ("~30", "about 30"),
        ("around 30", "about 30"),
        ("30ish", "about 30"),
        ("30-ish", "about 30"),
        ("30 or so", "about 30"),
        ("30 (approx)", "about 30"),
    ] {
        let count = read_count(text).unwrap();
        assert_eq!(count.to_string(), spelling, "{text}");
        assert_eq!(spelling.parse(), Ok(count), "{spelling}");
    }
}

#[test]
fn what_is_no_number_of_people() {
    for (text, hint) in [
        ("0 \"parents\"", "not the number"),
        ("#,##0\" people\"", "not the number"),
        ("lots", "no number"),
        ("many", "no number"),
        ("a few", "no number"),
        ("a dozen", "no number"),
        ("parents", "no number"),
        ("", "no number"),
        ("12.5", "write a number"),
        ("-1", "fewer people than none"),
        ("10-", "write a number"),
        ("12 apologies", "write a number"),
        ("12 (3 online)", "write a number"),
        ("99999999999", "write a number"),
        ("twenty", "write a number"),
        ("about", "write a number"),
        ("30?", "write a number"),
        ("8 + 4", "several numbers"),
        ("12 parents, 3 staff", "several numbers"),
        ("12 parents and 3 staff", "several numbers"),
        ("3/4", "several numbers"),
        ("9-5", "smaller number first"),
        ("<0", "fewer people than none"),
        ("*", "held back"),
    ] {
        let why = read_count(text).unwrap_err();
        assert!(why.contains(hint), "{text}: {why}");
    }
}

#[test]
fn quoted_remarks_are_no_formats() {
    for (text, number) in [("10 \"parents\"", 10), ("0", 0), ("0 parents", 0)] {
        assert_eq!(read_count(text), Ok(Count::Exactly(number)), "{text}");
    }
}

#[test]
fn counts_are_parsed_as_they_are_displayed() {
    let bounds = |text: &str| {
        let count = text.parse::<Count>();
        count.map(|count| (count.at_least(), count.at_most()))
    };
    assert_eq!(bounds("12"), Ok((12, Some(12))));
    assert_eq!(bounds("10+"), Ok((10, None)));
    assert_eq!(bounds("<5"), Ok((0, Some(4))));
    assert_eq!(bounds("5-9"), Ok((5, Some(9))));
    assert_eq!(bounds("about 30"), Ok((30, Some(30))));
    for wrong in ["-1", "9-5", "<0", "many", "", "1.5"] {
        assert!(bounds(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn whatever_is_read_is_parsed_as_it_is_displayed(
        text in "(about|over|up to|<|>|at least|to|-|between|and|,|ish|plus|[0-9]{1,10}| |parents){1,6}",
    ) {
        if let Ok(count) = read_count(&text) {
            prop_assert_eq!(count.to_string().parse(), Ok(count), "{}", text);
        }
    }

    #[test]
    fn plain_numbers_stay(number in 0..999_999_999_u32) {
        prop_assert_eq!(read_count(&number.to_string()), Ok(Count::Exactly(number)));
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,30}") {
        let _ = read_count(&text);
    }
}

#[test]
fn two_statements_about_one_number() {
    for (one, other, both) in [
        ("12", "12", Some("12")),
        ("about 12", "12", Some("12")),
        ("about 12", "10+", Some("about 12")),
        ("10+", "12", Some("12")),
        ("10+", "8-15", Some("10-15")),
        ("<5", "3", Some("3")),
        ("<5", "0-9", Some("<5")),
        ("5-9", "8-12", Some("8-9")),
        ("10+", "20+", Some("20+")),
        ("12", "13", None),
        ("about 12", "13", None),
        ("<5", "5", None),
        ("5-9", "10-12", None),
        ("10+", "9", None),
    ] {
        let [first, second]: [Count; 2] = [one, other].map(|text| text.parse().unwrap());
        let said = first.both(second).map(|count| count.to_string());
        assert_eq!(said.as_deref(), both, "{one} and {other}");
        let said = second.both(first).map(|count| count.to_string());
        assert_eq!(said.as_deref(), both, "{other} and {one}");
    }
}
