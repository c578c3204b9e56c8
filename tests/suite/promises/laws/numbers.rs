//! Every number of a charter, at random and made stricter.

use crate::dice::Dice;

/// Whether more or less is asked for where a number is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stricter {
    More,
    Less,
}

/// The numbers of one standard: its steps, in the order in which they get stricter.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numbers {
    pub(super) clause: &'static str,
    pub(super) rule: &'static str,
    pub(super) group: &'static str,
    stricter: Stricter,
    pub(super) steps: Vec<(&'static str, u32)>,
    unit: &'static str,
    pub(super) shipped: bool,
}

/// A clause, its rule, the group of parameters, what is stricter, the steps and their unit.
type Shipped = (
    &'static str,
    &'static str,
    &'static str,
    Stricter,
    &'static [(&'static str, u32)],
    &'static str,
);

const SHIPPED: &[Shipped] = {
    use Stricter::{Less, More};
    &[
        ("O1a", "forum-involved", "", More, &[("reps", 2)], ""),
        (
            "O3",
            "named-contact",
            "",
            Less,
            &[("gap", 20)],
            "working days",
        ),
        (
            "O4a1",
            "notice",
            "",
            More,
            &[("at_least", 7), ("standard", 14)],
            "clear days",
        ),
        (
            "O4a1s",
            "open-long-enough",
            "",
            More,
            &[("at_least", 14), ("standard", 42)],
            "days",
        ),
        ("O4a2", "purpose-explained", "", More, &[("words", 3)], ""),
        (
            "O4a3",
            "papers",
            "",
            More,
            &[("at_least", 3), ("standard", 5), ("aim", 10)],
            "clear working days",
        ),
        (
            "O4b",
            "school-times",
            "",
            More,
            &[("travel", 15)],
            "minutes",
        ),
        (
            "O4d1",
            "complaint-answered",
            "",
            Less,
            &[("standard", 20)],
            "working days",
        ),
        ("O4d2", "jargon-avoided", "", Less, &[("unexpanded", 0)], ""),
        (
            "O4e2",
            "feedback-in-time",
            "",
            Less,
            &[("at_most", 20), ("standard", 10)],
            "working days",
        ),
        (
            "O4e2",
            "feedback-in-time",
            "survey",
            Less,
            &[("at_most", 40), ("standard", 20)],
            "working days",
        ),
        (
            "O4e2",
            "feedback-in-time",
            "consultation",
            Less,
            &[("at_most", 168), ("standard", 84)],
            "days",
        ),
        (
            "O5",
            "early-involvement",
            "",
            More,
            &[("standard", 28)],
            "clear days",
        ),
        (
            "O8",
            "request-met",
            "",
            Less,
            &[("notice", 14)],
            "clear days",
        ),
        (
            "W1",
            "request-answered",
            "",
            Less,
            &[("standard", 10)],
            "working days",
        ),
        (
            "W3a",
            "wider-input",
            "",
            More,
            &[("standard", 5)],
            "working days",
        ),
        (
            "W3b",
            "forum-feedback",
            "",
            Less,
            &[("standard", 20)],
            "working days",
        ),
        (
            "W5",
            "conduct-reviewed",
            "",
            Less,
            &[("every", 12)],
            "months",
        ),
        ("G2", "", "review", Less, &[("every", 12)], "months"),
        ("G3", "more-coproductive", "", Less, &[("fewest", 5)], ""),
    ]
};

impl Numbers {
    pub(super) fn all_shipped() -> Vec<Numbers> {
        let all = SHIPPED.iter();
        all.map(|(clause, rule, group, stricter, steps, unit)| Numbers {
            clause,
            rule,
            group,
            stricter: *stricter,
            steps: steps.to_vec(),
            unit,
            shipped: true,
        })
        .collect()
    }

    /// Whether the numbers are days before or after something.
    fn is_of_days(&self) -> bool {
        self.unit.ends_with("days")
    }

    pub(super) fn at_random(&mut self, dice: &mut Dice) {
        self.shipped = false;
        if self.is_of_days() {
            let units: &[&str] = match self.rule {
                "open-long-enough" => &["days", "working days"],
                _ => &[
                    "days",
                    "clear days",
                    "working days",
                    "clear working days",
                    "weeks",
                ],
            };
            self.unit = *dice.one_of::<&str>(units);
        }
        let most = match self.unit {
            "weeks" | "" => 3,
            "months" => 18,
            _ => 25,
        };
        let mut count = dice.below(most);
        if self.stricter == Stricter::Less {
            count += most * self.steps.len();
        }
        for (_, step) in &mut self.steps {
            *step = u32::try_from(count.max(1)).unwrap();
            count = match self.stricter {
                Stricter::More => count + dice.below(most),
                Stricter::Less => count - dice.below(most),
            };
        }
    }

    /// The same with one step so much stricter, and those behind it no less strict than it.
    pub(super) fn raised(&self, at: usize, by: u32) -> Self {
        let mut raised = Numbers {
            shipped: false,
            ..self.clone()
        };
        let least = u32::from(self.rule != "jargon-avoided");
        let (_, step) = raised.steps.get_mut(at).unwrap();
        let limit = match self.stricter {
            Stricter::More => *step + by,
            Stricter::Less => step.saturating_sub(by).max(least),
        };
        *step = limit;
        for (_, step) in raised.steps.iter_mut().skip(at) {
            *step = match self.stricter {
                Stricter::More => limit.max(*step),
                Stricter::Less => limit.min(*step),
            };
        }
        raised
    }

    pub(super) fn parameters(&self) -> String {
        let unit = self.unit;
        let words = self
            .steps
            .iter()
            .map(|(name, count)| format!("{name}: {count} {unit}"));
        let all = words.collect::<Vec<_>>().join(", ");
        match self.group {
            "" => all,
            group => format!("{group}: {{ {all} }}"),
        }
    }

    pub(super) fn told(&self) -> String {
        format!("{} {}", self.clause, self.parameters())
    }
}
