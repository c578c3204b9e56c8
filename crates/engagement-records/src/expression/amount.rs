//! Arithmetic with numbers that are perhaps only roughly known: a band such as `10+` stays a band.
//! The ends of the type stand for "no bound" and stay where they are.

use std::cmp::Ordering;

use crate::record::view::Amount;

impl Amount {
    /// The one number that it can be, if it is known.
    pub fn exact(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }

    pub(super) fn plus(self, other: Amount) -> Amount {
        Amount {
            low: low(self.low, other.low),
            high: high(self.high, other.high),
        }
    }

    pub(super) fn minus(self, other: Amount) -> Amount {
        self.plus(other.negated())
    }

    pub(super) fn negated(self) -> Amount {
        Amount {
            low: turned(self.high),
            high: turned(self.low),
        }
    }

    pub(super) fn times(self, other: Amount) -> Amount {
        let products = [
            product(self.low, other.low),
            product(self.low, other.high),
            product(self.high, other.low),
            product(self.high, other.high),
        ];
        Amount {
            low: products.into_iter().min().unwrap_or(i64::MIN),
            high: products.into_iter().max().unwrap_or(i64::MAX),
        }
    }

    /// How it compares, or nothing when the numbers are too rough to tell.
    pub(super) fn compared(self, other: Amount, wanted: impl Fn(Ordering) -> bool) -> Option<bool> {
        let possible = [
            (Ordering::Less, self.low < other.high),
            (
                Ordering::Equal,
                self.low <= other.high && other.low <= self.high,
            ),
            (Ordering::Greater, self.high > other.low),
        ];
        let mut answer = None;
        for (ordering, _) in possible.into_iter().filter(|(_, possible)| *possible) {
            let found = wanted(ordering);
            if answer.is_some_and(|answer| answer != found) {
                return None;
            }
            answer = Some(found);
        }
        answer
    }
}

fn low(one: i64, other: i64) -> i64 {
    if one == i64::MIN || other == i64::MIN {
        i64::MIN
    } else {
        one.saturating_add(other)
    }
}

fn high(one: i64, other: i64) -> i64 {
    if one == i64::MAX || other == i64::MAX {
        i64::MAX
    } else {
        one.saturating_add(other)
    }
}

/// The other sign; no bound stays no bound.
fn turned(number: i64) -> i64 {
    match number {
        i64::MIN => i64::MAX,
        i64::MAX => i64::MIN,
        number => -number,
    }
}

fn product(one: i64, other: i64) -> i64 {
    one.saturating_mul(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN_OR_MORE: Amount = Amount {
        low: 10,
        high: i64::MAX,
    };
    const UNDER_FIVE: Amount = Amount { low: 0, high: 4 };

    #[test]
    fn bands_compare_only_where_every_number_in_them_agrees() {
        let at_least = |amount: Amount, number| {
            amount.compared(Amount::exactly(number), |ordering| {
                ordering != Ordering::Less
            })
        };
        assert_eq!(at_least(TEN_OR_MORE, 10), Some(true));
        assert_eq!(at_least(TEN_OR_MORE, 11), None);
        assert_eq!(at_least(UNDER_FIVE, 5), Some(false));
        assert_eq!(at_least(UNDER_FIVE, 0), Some(true));
        let three = UNDER_FIVE.compared(Amount::exactly(3), |ordering| ordering == Ordering::Equal);
        assert_eq!(three, None);
        assert_eq!(
            UNDER_FIVE.compared(Amount::exactly(9), |ordering| ordering == Ordering::Equal),
            Some(false)
        );
    }

    #[test]
    fn bands_stay_bands_in_sums_and_products() {
        let band = |low, high| Amount { low, high };
        assert_eq!(TEN_OR_MORE.plus(UNDER_FIVE), band(10, i64::MAX));
        assert_eq!(UNDER_FIVE.minus(TEN_OR_MORE), band(i64::MIN, -6));
        assert_eq!(UNDER_FIVE.times(Amount::exactly(-2)), band(-8, 0));
        assert_eq!(TEN_OR_MORE.times(Amount::exactly(0)), band(0, 0));
        assert_eq!(TEN_OR_MORE.negated(), band(i64::MIN, -10));
    }
}
