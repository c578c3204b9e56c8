//! Series of meetings that other programs take for others: each is read as the calendar says. What
//! those programs make of them is in `findings/`.

use super::read;

/// What a series is, the lines of its events (a blank one parts them), and its meetings.
const SERIES: &[(&str, &[&str], &[&str])] = &[
    (
        "the last day of each month",
        &[
            "DTSTART;VALUE=DATE:20260131",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=4",
        ],
        &["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
    ),
    (
        "each month on the 31st, which not every month has",
        &["DTSTART;VALUE=DATE:20260131", "RRULE:FREQ=MONTHLY;COUNT=4"],
        &["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"],
    ),
    (
        "the last day of each month, counted from its end",
        &[
            "DTSTART;VALUE=DATE:20260131",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4",
        ],
        &["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
    ),
    (
        "the second Tuesday of each month",
        &[
            "DTSTART;TZID=Europe/London:20260113T183000",
            "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3",
        ],
        &[
            "2026-01-13, at 18:30",
            "2026-02-10, at 18:30",
            "2026-03-10, at 18:30",
        ],
    ),
    (
        "days that are only listed",
        &[
            "DTSTART;TZID=Europe/London:20260318T183000",
            "RDATE;TZID=Europe/London:20260325T183000,20260415T190000",
        ],
        &[
            "2026-03-18, at 18:30",
            "2026-03-25, at 18:30",
            "2026-04-15, at 19:00",
        ],
    ),
    (
        "a further day as a period with an end of its own",
        &[
            "DTSTART;TZID=Europe/London:20260318T183000",
            "DURATION:PT1H",
            "RDATE;VALUE=PERIOD:20260325T183000Z/PT3H",
        ],
        &[
            "2026-03-18, at 18:30, to 19:30",
            "2026-03-25, at 18:30, to 21:30",
        ],
    ),
    (
        "until the moment of its last meeting in summer",
        &[
            "DTSTART;TZID=Europe/London:20260401T183000",
            "RRULE:FREQ=WEEKLY;UNTIL=20260415T173000Z",
        ],
        &[
            "2026-04-01, at 18:30",
            "2026-04-08, at 18:30",
            "2026-04-15, at 18:30",
        ],
    ),
    (
        "a meeting moved twice, the newer revision first",
        &[
            "DTSTART;TZID=Europe/London:20260325T183000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "SEQUENCE:0",
            "",
            "RECURRENCE-ID:20260401T173000Z",
            "DTSTART;TZID=Europe/London:20260403T100000",
            "SEQUENCE:2",
            "",
            "RECURRENCE-ID:20260401T173000Z",
            "DTSTART;TZID=Europe/London:20260402T100000",
            "SEQUENCE:1",
        ],
        &[
            "2026-03-25, at 18:30",
            "2026-04-03, at 10:00",
            "2026-04-08, at 18:30",
        ],
    ),
    (
        "this and all later meetings moved",
        &[
            "DTSTART;TZID=Europe/London:20260318T183000",
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "",
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260401T183000",
            "DTSTART;TZID=Europe/London:20260402T100000",
            "SEQUENCE:1",
        ],
        &[
            "2026-03-18, at 18:30",
            "2026-03-25, at 18:30",
            "2026-04-02, at 10:00",
            "2026-04-09, at 10:00",
        ],
    ),
];

#[test]
fn series_are_what_the_calendar_says() {
    for (what, lines, meetings) in SERIES {
        let events: String = lines
            .split(|line| line.is_empty())
            .map(|lines| {
                let lines = lines.join("\r\n");
                format!(
                    "BEGIN:VEVENT\r\nUID:forum\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Forum\r\n\
                     {lines}\r\nEND:VEVENT\r\n"
                )
            })
            .collect();
        let calendar = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n{events}END:VCALENDAR\r\n"
        );
        let (mut records, remarks) = read("forum.ics", calendar.into_bytes());
        records.sort();
        assert_eq!(records, *meetings, "{what}");
        assert!(remarks.is_empty(), "{what}: {remarks:?}");
    }
}
