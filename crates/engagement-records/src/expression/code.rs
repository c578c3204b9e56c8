//! Checked expressions, ready to be worked out.

use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::{NaiveDate, NaiveTime};

use super::functions::Function;
use crate::record::view::{Amount, Node, Said, Type, Value};
use located::source::Span;

/// A checked expression.
#[derive(Debug, Clone)]
pub(super) enum Code {
    Literal(Value<'static>),
    AsOf,
    /// A field, by its place in the list of those that the expression names.
    Field(usize),
    /// What a list is gone through for, counted from the outermost.
    Bound(usize),
    /// A field of a group in a list that is gone through.
    Inner(Inner),
    Has(usize),
    HasInner(Inner),
    Not(Box<Code>),
    And(Pair),
    Or(Pair),
    If(Box<[Code; 3]>),
    Compare(Comparison, Pair),
    Arithmetic(Arithmetic, Pair),
    Negative(Box<Code>),
    Joined(Pair),
    In(Pair),
    List(Vec<Code>),
    Call(Function, Vec<Code>),
    Quantifier(Quantifier, Pair),
}

/// The two sides of an operator.
pub(super) type Pair = Box<[Code; 2]>;

/// A field of a group in a list.
#[derive(Debug, Clone)]
pub(super) struct Inner {
    pub(super) bound: usize,
    pub(super) name: String,
    /// Its path, by its place in the list of those that the expression names.
    pub(super) path: usize,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Comparison {
    pub(super) fn holds(self, ordering: Ordering) -> bool {
        match self {
            Comparison::Equal => ordering.is_eq(),
            Comparison::NotEqual => ordering.is_ne(),
            Comparison::Less => ordering.is_lt(),
            Comparison::AtMost => ordering.is_le(),
            Comparison::More => ordering.is_gt(),
            Comparison::AtLeast => ordering.is_ge(),
        }
    }
}

/// What is worked out from two numbers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Arithmetic {
    Plus,
    Minus,
    Times,
}

/// Why a list is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantifier {
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}

impl Code {
    /// The opposite condition, with `!` moved inwards as far as it goes. So a stated `none`, which
    /// counts as no wherever it stands, is weighed by the operators that really hold.
    pub(super) fn negated(self) -> Code {
        match self {
            Code::Not(code) => *code,
            Code::Literal(Value::YesNo(answer)) => Code::Literal(Value::YesNo(!answer)),
            Code::And(sides) => {
                let [one, other] = *sides;
                Code::Or(Box::new([one.negated(), other.negated()]))
            }
            Code::Or(sides) => {
                let [one, other] = *sides;
                Code::And(Box::new([one.negated(), other.negated()]))
            }
            Code::If(parts) => {
                let [condition, yes, no] = *parts;
                Code::If(Box::new([condition, yes.negated(), no.negated()]))
            }
            Code::Quantifier(Quantifier::All, parts) => {
                let [range, body] = *parts;
                Code::Quantifier(Quantifier::Exists, Box::new([range, body.negated()]))
            }
            Code::Quantifier(Quantifier::Exists, parts) => {
                let [range, body] = *parts;
                Code::Quantifier(Quantifier::All, Box::new([range, body.negated()]))
            }
            atom @ (Code::Literal(_)
            | Code::AsOf
            | Code::Field(_)
            | Code::Bound(_)
            | Code::Inner(_)
            | Code::Has(_)
            | Code::HasInner(_)
            | Code::Compare(..)
            | Code::Arithmetic(..)
            | Code::Negative(_)
            | Code::Joined(_)
            | Code::In(_)
            | Code::List(_)
            | Code::Call(..)
            | Code::Quantifier(..)) => Code::Not(Box::new(atom)),
        }
    }
}

/// A value of a type, for the trial run of an expression.
pub(super) fn sample<'v>(kind: &Type<'v>, place: Span) -> Value<'v> {
    match kind {
        Type::YesNo => Value::YesNo(true),
        Type::Text => Value::Text(Cow::Borrowed("text")),
        Type::Word(words) => Value::Text(words.all().first().copied().unwrap_or("").into()),
        Type::Date => Value::Date(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default()),
        Type::Time => Value::Time(NaiveTime::MIN),
        Type::Number | Type::Children => Value::Number(Amount::exactly(7)),
        Type::List(kind) => Value::List([sample(kind, place), sample(kind, place)].into()),
        Type::Group(nodes) => Value::Group(
            nodes
                .iter()
                .map(|node| Node {
                    said: Said::Value(sample(&node.kind, place), place),
                    ..node.clone()
                })
                .collect(),
        ),
    }
}
