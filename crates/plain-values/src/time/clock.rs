//! One time of day as it was written, before it is known which half of the day is meant.

use chrono::NaiveTime;

use crate::tokens::{Figures, Token};

/// A half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// A time as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u32,
    minute: u32,
    half: Option<Half>,
    /// Written on the 24-hour clock, as a zero before the hour, seconds or an hour from 13 on show.
    full_day: bool,
}

/// What a written time can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// One time of day.
    One(NaiveTime),
    /// One time before noon and one after it.
    Either(NaiveTime, NaiveTime),
    /// 24:00 or `midnight`, the end of a day.
    EndOfDay,
}

impl Clock {
    /// Reads the time at the beginning, and gives what follows it.
    pub(super) fn at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Self, &'a [Token<'t>])> {
        use Token::{Mark, Number, Word};
        let (clock, rest) = match tokens {
            [Number(hour), Word("noon" | "midday"), rest @ ..] if hour.value == 12 => {
                return Some((Clock::at(12), rest));
            }
            [Number(hour), Word("midnight"), rest @ ..] if hour.value == 12 => {
                return Some((Clock::at(24), rest));
            }
            [Word("noon" | "midday"), rest @ ..] => return Some((Clock::at(12), rest)),
            [Word("midnight"), rest @ ..] => return Some((Clock::at(24), rest)),
            [
                Number(hour),
                Mark(':' | '.') | Word("h"),
                Number(minute),
                rest @ ..,
            ] if hour.digits <= 2 && minute.digits == 2 => {
                seconds(Clock::new(*hour, minute.value), rest)
            }
            [Number(both), rest @ ..] if matches!(both.digits, 3 | 4) => {
                let hour = Figures {
                    value: both.value / 100,
                    digits: both.digits - 2,
                };
                (Clock::new(hour, both.value % 100), rest)
            }
            [Number(hour), rest @ ..] if hour.digits <= 2 => (Clock::new(*hour, 0), rest),
            _ => return None,
        };
        let had_minutes = rest.len() + 1 < tokens.len()
            || matches!(tokens, [Number(first), ..] if first.digits > 2);
        Some(clock.with_suffix(rest, had_minutes))
    }

    fn at(hour: u32) -> Self {
        Clock {
            hour,
            minute: 0,
            half: None,
            full_day: true,
        }
    }

    fn new(hour: Figures, minute: u32) -> Self {
        Clock {
            hour: hour.value,
            minute,
            half: None,
            full_day: hour.leads_with_zero() || hour.value == 0 || hour.value > 12,
        }
    }

    /// Whether it was written on the 24-hour clock.
    pub(super) fn is_on_full_day(self) -> bool {
        self.full_day && self.half.is_none()
    }

    /// Takes in `pm`, `o'clock` or, after hours and minutes, `hrs`. A number alone with `hrs` is a
    /// length of time.
    fn with_suffix<'a, 't>(
        mut self,
        rest: &'a [Token<'t>],
        had_minutes: bool,
    ) -> (Self, &'a [Token<'t>]) {
        use Token::Word;
        let (rest, had_minutes) = match rest {
            [Word("oclock"), after @ ..] => (after, false),
            _ => (rest, had_minutes),
        };
        let rest = match rest {
            [Word("am"), after @ ..] => {
                self.half = Some(Half::Am);
                after
            }
            [Word("pm"), after @ ..] => {
                self.half = Some(Half::Pm);
                after
            }
            [Word("h" | "hrs" | "hr" | "hours"), after @ ..] if had_minutes => after,
            _ => rest,
        };
        (self, rest)
    }

    /// What it can mean.
    ///
    /// # Errors
    /// Why it means nothing.
    pub(super) fn meant(self) -> Result<Meant, String> {
        let time = |hour| {
            NaiveTime::from_hms_opt(hour, self.minute, 0).ok_or_else(|| {
                "there is no such time; hours run from 0 to 23, minutes to 59".to_owned()
            })
        };
        let hour = self.hour;
        match self.half {
            Some(Half::Am) if hour == 12 => time(0).map(Meant::One),
            Some(Half::Am) if hour > 12 => {
                time(hour)?;
                Err(format!("{hour}:{:02} is after noon, not am", self.minute))
            }
            Some(Half::Pm) if hour == 0 => Err("hour 0 is before noon, not pm".to_owned()),
            Some(Half::Pm) if hour < 12 => time(hour + 12).map(Meant::One),
            None if hour == 24 && self.minute == 0 => Ok(Meant::EndOfDay),
            None if !self.full_day => {
                let morning = hour % 12;
                Ok(Meant::Either(time(morning)?, time(morning + 12)?))
            }
            Some(Half::Am | Half::Pm) | None => time(hour).map(Meant::One),
        }
    }
}

/// Takes in seconds, which nobody cares for. Whoever writes them is a program, and programs leave
/// out the zero before an hour but not the half of the day.
fn seconds<'a, 't>(mut clock: Clock, rest: &'a [Token<'t>]) -> (Clock, &'a [Token<'t>]) {
    use Token::{Mark, Number};
    let rest = match rest {
        [Mark(':'), Number(seconds), Mark('.'), Number(_), after @ ..]
        | [Mark(':'), Number(seconds), after @ ..]
            if seconds.digits == 2 && seconds.value < 60 =>
        {
            clock.full_day = true;
            after
        }
        _ => rest,
    };
    (clock, rest)
}
