#![doc = include_str!("../README.md")]

mod absence;
mod answer;
mod bare_title;
mod called_off;
mod clauses;
mod count;
mod day;
mod done;
mod doubt;
mod list;
mod named_years;
mod same_words;
mod stage;
mod time;
mod title;
mod tokens;
mod undone;
mod value;
mod words;

pub use absence::{DENIALS, PLACEHOLDERS, is_denial, is_placeholder, leaves_open};
pub use answer::{AnswerReading, CrossMeaning, cross_meaning, read_answer};
pub use called_off::{CalledOff, mentions_called_off, read_called_off};
pub use count::{Count, Who, read_count, read_groups, without_brackets};
pub use day::{
    DateOrder, DayOfYear, DayReading, Nearest, PossibleOrders, UnclearDay, WrittenDay,
    day_of_moment, day_of_serial, is_about_days, is_perhaps_year_first, is_zero_as_day,
    moment_of_serial, names_day, number_shown_as_day, possible_orders, read_day, takes_back,
};
pub use done::says_done;
pub use list::{ListOf, split_list};
pub use named_years::{NamedYears, named_years, names_only_a_time};
pub use same_words::{are_same_words, plain_words};
pub use stage::read_stage;
pub use time::{END_OF_DAY, TimeReading, UnclearTime, read_time, time_on_clock};
pub use title::{is_perhaps_called_off, read_called_off_title, title_words};
pub use undone::{Undone, read_undone};
pub use value::PlainValue;
pub use words::{Synonyms, read_phrase, read_synonym};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_refused_in_time() {
        for piece in [
            ":",
            "at ",
            "the ",
            "10am ",
            "(",
            "1.",
            "o'clock ",
            "cancelled ",
            "not ",
            "? ",
            "tbc ",
            "march ",
            "Thrusday ",
            "yes ",
            "and ",
            ",",
            "1,200",
            "-",
            "• ",
            "a.m.",
            "é",
        ] {
            let text = piece.repeat(10_000);
            read_day(&text, DateOrder::DayFirst);
            possible_orders(&text);
            read_time(&text);
            read_answer(&text, CrossMeaning::Yes);
            assert!(read_count(&text).is_err(), "{piece}");
            split_list(&text, ListOf::Words);
            let _ = read_synonym::<CalledOff>(&text);
            read_called_off(&text);
            says_done(&text);
            read_called_off_title(&text);
            title_words(&text);
            read_groups(&text);
            named_years(&text);
            names_only_a_time(&text);
            let _ = read_phrase::<CalledOff>(&text);
            let _ = read_stage::<CalledOff>(&text);
        }
    }
}
