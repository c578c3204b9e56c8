//! Values as people write them: what was read, written plainly, is read as the same.

use plain_values::{
    AnswerReading, CrossMeaning, DateOrder, DayReading, END_OF_DAY, ListOf, TimeReading,
    are_same_words, named_years, plain_words, possible_orders, read_answer, read_called_off_title,
    read_count, read_day, read_time, split_list, title_words,
};

pub(super) fn values(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    days(&text);
    times(&text);
    counts(&text);
    lists(&text);
    words(&text);
    read_called_off_title(&text);
    named_years(&text);
}

fn days(text: &str) {
    let [day_first, month_first] =
        [DateOrder::DayFirst, DateOrder::MonthFirst].map(|order| read_day(text, order));
    for read in [&day_first, &month_first] {
        match read {
            DayReading::On(day, _) => {
                let again = read_day(&day.format("%Y-%m-%d").to_string(), DateOrder::DayFirst);
                let is_four_digits = (1000..=9999).contains(&chrono_year(&day.to_string()));
                assert!(
                    !is_four_digits || again == DayReading::On(*day, None),
                    "{day}: {again:?}"
                );
            }
            DayReading::Through { first, last, .. } => assert!(first < last),
            DayReading::Moved { on, from, .. } => assert!(on != from),
            DayReading::NoYear(..)
            | DayReading::MovedNoYear { .. }
            | DayReading::Among { .. }
            | DayReading::CalledOff(..)
            | DayReading::Unclear(_)
            | DayReading::Unreadable(_) => {}
        }
    }
    if let Some(orders) = possible_orders(text) {
        let reads = |read: &DayReading| {
            matches!(
                read,
                DayReading::On(..) | DayReading::Through { .. } | DayReading::Moved { .. }
            )
        };
        assert!(orders.day_first || !reads(&day_first), "{day_first:?}");
        assert!(
            orders.month_first || !reads(&month_first),
            "{month_first:?}"
        );
    }
}

/// The year of a day as it is written in ISO's way; 0 where it has a sign.
fn chrono_year(day: &str) -> i32 {
    day.split('-')
        .next()
        .and_then(|year| year.parse().ok())
        .unwrap_or(0)
}

fn times(text: &str) {
    match read_time(text) {
        TimeReading::At(time) => {
            let again = read_time(&time.format("%H:%M").to_string());
            let is_midnight = time.format("%H:%M").to_string() == "00:00";
            assert!(
                is_midnight || matches!(again, TimeReading::At(_)),
                "{time}: {again:?}"
            );
        }
        TimeReading::Between(start, end) => assert!(start < end && end <= END_OF_DAY),
        TimeReading::EndOfDay | TimeReading::Unclear(_) | TimeReading::Unreadable(_) => {}
    }
}

fn counts(text: &str) {
    if let Ok(count) = read_count(text) {
        assert!(count.at_most().is_none_or(|most| most >= count.at_least()));
        assert_eq!(count.both(count), Some(count));
        assert_eq!(count.to_string().parse(), Ok(count));
        assert_eq!(read_count(&count.to_string()), Ok(count), "{count}");
    }
}

fn lists(text: &str) {
    for of in [ListOf::Words, ListOf::Texts] {
        let mut end = 0;
        for part in split_list(text, of) {
            assert!(part.start >= end && part.start < part.end, "{part:?}");
            end = part.end;
            assert!(text.get(part).is_some());
        }
    }
}

fn words(text: &str) {
    let words = plain_words(text);
    assert_eq!(plain_words(&words), words);
    assert!(are_same_words(text, text));
    assert!(are_same_words(&words, text));
    title_words(text);
    for cross in [CrossMeaning::Yes, CrossMeaning::No, CrossMeaning::Unclear] {
        if let AnswerReading::Yes(Some(more)) | AnswerReading::No(Some(more)) =
            read_answer(text, cross)
        {
            assert!(text.contains(more));
        }
    }
}
