use proptest::prelude::*;

use super::*;

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn times_of_day() {
    for (text, hour, minute) in [
        ("09:30", 9, 30),
        ("9:30", 9, 30),
        ("0930", 9, 30),
        ("930", 9, 30),
        ("0805", 8, 5),
        ("1015", 10, 15),
        ("9.30", 9, 30),
        ("9.30am", 9, 30),
        ("9.30 A.M.", 9, 30),
        ("9:30 a m", 9, 30),
        ("9am", 9, 0),
        ("10 am", 10, 0),
        ("10 AM.", 10, 0),
        ("5.30 pm", 17, 30),
        ("5.30\u{A0}p.m", 17, 30),
        ("noon", 12, 0),
        ("Midday", 12, 0),
        ("12 noon", 12, 0),
        ("12pm", 12, 0),
        ("12.30pm", 12, 30),
        ("12:30am", 0, 30),
        ("12:15", 12, 15),
        ("12", 12, 0),
        ("8", 8, 0),
        ("1630hrs", 16, 30),
        ("1630 hrs", 16, 30),
        ("16:30 h", 16, 30),
        ("16h30", 16, 30),
        ("16:30pm", 16, 30),
        ("10 o'clock", 10, 0),
        ("7 o’clock pm", 19, 0),
        ("09:30:00", 9, 30),
        ("1:30:00", 1, 30),
        ("1:30:00 PM", 13, 30),
        ("13:30:00.000", 13, 30),
        ("01:30", 1, 30),
        ("0:30", 0, 30),
        ("23:59", 23, 59),
        ("from 10am", 10, 0),
        ("10am onwards", 10, 0),
        ("10am (tea from the start)", 10, 0),
        ("at 6pm", 18, 0),
    ] {
        assert_eq!(
            read_time(text),
            TimeReading::At(time(hour, minute)),
            "{text}"
        );
    }
}

#[test]
fn from_when_until_when() {
    for (text, start, end) in [
        ("12:30 to 1:30pm", (12, 30), (13, 30)),
        ("1.00pm to 3.00pm", (13, 0), (15, 0)),
        ("10-12", (10, 0), (12, 0)),
        ("10am - 12pm", (10, 0), (12, 0)),
        ("10am - 12", (10, 0), (12, 0)),
        ("9.30–11.00", (9, 30), (11, 0)),
        ("from 10 until 12", (10, 0), (12, 0)),
        ("between 10 and 12", (10, 0), (12, 0)),
        ("10am-1pm (lunch provided)", (10, 0), (13, 0)),
        ("1-3pm", (13, 0), (15, 0)),
        ("11-1pm", (11, 0), (13, 0)),
        ("11-1", (11, 0), (13, 0)),
        ("12-2", (12, 0), (14, 0)),
        ("9-3", (9, 0), (15, 0)),
        ("8-10pm", (20, 0), (22, 0)),
        ("7-9pm", (19, 0), (21, 0)),
        ("9-5pm", (9, 0), (17, 0)),
        ("7-9am", (7, 0), (9, 0)),
        ("1pm-3", (13, 0), (15, 0)),
        ("9pm-11", (21, 0), (23, 0)),
        ("10 to noon", (10, 0), (12, 0)),
        ("09:30-1:30", (9, 30), (13, 30)),
        ("13:00-14:30", (13, 0), (14, 30)),
        ("9:00-22:00", (9, 0), (22, 0)),
        ("12:00 – 13:00", (12, 0), (13, 0)),
        ("0930-1130", (9, 30), (11, 30)),
        ("1000 - 1200hrs", (10, 0), (12, 0)),
        ("09:30:00 - 11:00:00", (9, 30), (11, 0)),
    ] {
        let expected = TimeReading::Between(time(start.0, start.1), time(end.0, end.1));
        assert_eq!(read_time(text), expected, "{text}");
    }
}

#[test]
fn a_day_ends_at_24_00() {
    for text in ["24:00", "2400", "midnight", "12 midnight"] {
        assert_eq!(read_time(text), TimeReading::EndOfDay, "{text}");
    }
    for (text, start) in [
        ("18:30-24:00", (18, 30)),
        ("22:00 - 24:00", (22, 0)),
        ("7pm to midnight", (19, 0)),
        ("9pm until 12 midnight", (21, 0)),
    ] {
        let expected = TimeReading::Between(time(start.0, start.1), END_OF_DAY);
        assert_eq!(read_time(text), expected, "{text}");
    }
    let nobody_entered_a_time = TimeReading::Unclear(UnclearTime::Midnight);
    assert_eq!(read_time("midnight to 2am"), nobody_entered_a_time);
}

#[test]
fn doors_open_before_it_begins() {
    for (text, hour, minute) in [
        ("9am for 9.30", 9, 30),
        ("9.15 for 9.30am", 9, 30),
        ("7pm for 7.30", 19, 30),
        ("18:30 for 19:00", 19, 0),
        ("11.45am for 12", 12, 0),
    ] {
        let expected = TimeReading::At(time(hour, minute));
        assert_eq!(read_time(text), expected, "{text}");
    }
    let TimeReading::Unreadable(why) = read_time("18:30 for 18:00") else {
        panic!("it begins before the doors open");
    };
    assert!(why.contains("ends before it begins"), "{why}");
}

#[test]
fn what_names_no_one_time() {
    for (text, why) in [
        ("", UnclearTime::Open),
        ("TBC", UnclearTime::Open),
        ("time tbc", UnclearTime::Roughly),
        ("n/a", UnclearTime::Open),
        ("To be confirmed", UnclearTime::Open),
        ("10am TBC", UnclearTime::Doubtful),
        ("10am?", UnclearTime::Doubtful),
        ("approx 10am", UnclearTime::Doubtful),
        ("c. 10.30am", UnclearTime::Doubtful),
        ("00:00", UnclearTime::Midnight),
        ("00:00:00", UnclearTime::Midnight),
        ("0:00", UnclearTime::Midnight),
        ("0000", UnclearTime::Midnight),
        ("12am", UnclearTime::Midnight),
        ("12:00 am", UnclearTime::Midnight),
        ("00:00 - 23:59", UnclearTime::Midnight),
        ("12am-2pm", UnclearTime::Midnight),
        ("10am and 2pm", UnclearTime::Several),
        ("10am & 2pm", UnclearTime::Several),
        ("10-12 and 1-3", UnclearTime::Several),
        (
            "Commenced 0805, Adjourned 1015 / Reconvened 1020, Concluded 1040",
            UnclearTime::Several,
        ),
        ("10am or 2pm", UnclearTime::Alternatives),
        ("various", UnclearTime::Several),
        ("Times vary", UnclearTime::Several),
        ("all day", UnclearTime::Roughly),
        ("evening", UnclearTime::Roughly),
        ("Morning", UnclearTime::Roughly),
        ("am", UnclearTime::Roughly),
        ("after school", UnclearTime::Roughly),
        ("during school hours", UnclearTime::Roughly),
    ] {
        assert_eq!(read_time(text), TimeReading::Unclear(why), "{text}");
    }
}

#[test]
fn what_cannot_be_a_time() {
    for (text, hint) in [
        ("2-4", "am or pm"),
        ("2", "am or pm"),
        ("7.30", "am or pm"),
        ("7-9", "am or pm"),
        ("1:30", "am or pm"),
        ("130", "am or pm"),
        ("3 o'clock", "am or pm"),
        ("1:30-14:30 (hall)", "am or pm"),
        ("10am - 12am", "ends at midnight"),
        ("10-12am", "ends at midnight"),
        ("3pm - 2pm", "ends before it begins"),
        ("14:00-14:00", "ends before it begins"),
        ("10-9am", "ends before it begins"),
        ("25:00", "no such time"),
        ("26:30", "no such time"),
        ("24:30", "no such time"),
        ("9:75", "no such time"),
        ("1260", "no such time"),
        ("16:30am", "16:30 is after noon"),
        ("0:30pm", "before noon"),
        ("2 hours", "length of time"),
        ("90 mins", "length of time"),
        ("1.5 hrs", "length of time"),
        ("9.5", "write a time"),
        ("half past nine", "write a time"),
        ("12345", "write a time"),
        ("Hall", "write a time"),
        ("10am at the hall", "write a time"),
        ("10am (was 9am)", "write a time"),
        ("10am (not held)", "called off"),
        ("10am (postponed)", "called off"),
        ("CANCELLED", "called off"),
        ("um 10 Uhr", "write a time"),
    ] {
        let read = read_time(text);
        let TimeReading::Unreadable(why) = &read else {
            panic!("{text} was read as {read:?}");
        };
        assert!(why.contains(hint), "{text}: {why}");
    }
}

proptest! {
    #[test]
    fn every_time_reads_back_in_every_format(hour in 0..24_u32, minute in 0..60_u32) {
        prop_assume!((hour, minute) != (0, 0));
        let at = time(hour, minute);
        for format in [
            "%H:%M", "%H%M", "%H.%M", "%H:%M:%S", "%-H:%M:%S", "%Hh%M", "%H%Mhrs", "%I:%M %p",
            "%-I.%M%P", "%-I.%M %P (hall)", "from %-I:%M%P",
        ] {
            let is_length = hour == 0 && format == "%-H:%M:%S";
            if is_length {
                continue;
            }
            let text = at.format(format).to_string();
            prop_assert_eq!(read_time(&text), TimeReading::At(at), "{}", text);
        }
    }

    #[test]
    fn every_range_reads_back(one in 1..1440_u32, other in 1..1440_u32) {
        prop_assume!(one != other);
        let (start, end) = (one.min(other), one.max(other));
        let (start, end) = (time(start / 60, start % 60), time(end / 60, end % 60));
        for (format, joint) in [("%H:%M", "-"), ("%H%M", " – "), ("%-I.%M%P", " to ")] {
            let text = format!("{}{joint}{}", start.format(format), end.format(format));
            prop_assert_eq!(read_time(&text), TimeReading::Between(start, end), "{}", text);
        }
    }

    #[test]
    fn what_is_read_begins_before_it_ends(text in "[0-9]{1,2}([:.][0-9]{2})?(am|pm)?[-–][0-9]{1,2}([:.][0-9]{2})?(am|pm)?") {
        if let TimeReading::Between(start, end) = read_time(&text) {
            prop_assert!(start < end, "{}", text);
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,40}", pieces in "([0-9:. -]|am|pm|to|noon|h|\\(|\\)){0,12}") {
        read_time(&text);
        read_time(&pieces);
    }
}
