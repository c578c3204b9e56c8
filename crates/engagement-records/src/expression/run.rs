//! Works a checked expression out. What a record does not say travels as the error of a result,
//! and `&&` and `||` absorb it when their other side decides.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::code::{Arithmetic, Code, Comparison, Inner, Pair, Quantifier};
use super::gap::{NoValue, Worked};
use crate::record::view::{Said, Value};
use working_days::Calendar;

/// So many steps one evaluation may take; far more than any sensible expression needs.
const MOST_STEPS: usize = 100_000;
/// Lists that are longer are not gone through.
pub(super) const LONGEST_LIST: usize = 1_000;
/// Texts that are longer are not built.
const LONGEST_TEXT: usize = 100_000;

/// One evaluation.
pub(super) struct Evaluator<'v, 'e> {
    fields: &'e [Said<'v>],
    calendar: &'e Calendar,
    as_of: NaiveDate,
    bound: Vec<Value<'v>>,
    steps: usize,
    /// Whether a field for which there is no place counts as one that says nothing.
    pub(super) as_unsaid: bool,
}

impl<'v, 'e> Evaluator<'v, 'e> {
    /// Starts with what the fields say that the expression names.
    pub(super) fn new(fields: &'e [Said<'v>], calendar: &'e Calendar, as_of: NaiveDate) -> Self {
        Evaluator {
            fields,
            calendar,
            as_of,
            bound: Vec::new(),
            steps: 0,
            as_unsaid: false,
        }
    }

    /// Whether the answer is yes.
    pub(super) fn truth(&mut self, code: &Code) -> Worked<bool> {
        match self.value(code)? {
            Value::YesNo(answer) => Ok(answer),
            Value::Text(_)
            | Value::Date(_)
            | Value::Time(_)
            | Value::Number(_)
            | Value::List(_)
            | Value::Group(_) => Err(NoValue::Broken),
        }
    }

    /// The value.
    pub(super) fn value(&mut self, code: &Code) -> Worked<Value<'v>> {
        self.spend(1)?;
        match code {
            Code::Literal(value) => Ok(value.clone()),
            Code::AsOf => Ok(Value::Date(self.as_of)),
            Code::Field(at) => said(self.fields.get(*at), *at),
            Code::Bound(at) => self.bound.get(*at).cloned().ok_or(NoValue::Broken),
            Code::Inner(inner) => said(self.inner(inner).as_ref(), inner.path),
            Code::Has(at) => self.has(said(self.fields.get(*at), *at)),
            Code::HasInner(inner) => self.has(said(self.inner(inner).as_ref(), inner.path)),
            Code::Not(code) => self.truth(code).map(|answer| Value::YesNo(!answer)),
            Code::And(sides) => self.and(sides).map(Value::YesNo),
            Code::Or(sides) => self.or(sides).map(Value::YesNo),
            Code::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                let chosen = if self.truth(condition)? { yes } else { no };
                self.value(chosen)
            }
            Code::Compare(how, sides) => {
                let (one, other) = self.both(sides)?;
                compared(*how, &one, &other).map(Value::YesNo)
            }
            Code::Arithmetic(how, sides) => self.arithmetic(*how, sides),
            Code::Negative(code) => self.negative(code),
            Code::Joined(sides) => self.joined(sides),
            Code::In(sides) => self.within(sides).map(Value::YesNo),
            Code::List(items) => Ok(Value::List(self.all_of(items)?.into())),
            Code::Call(function, arguments) => {
                let arguments = self.all_of(arguments)?;
                self.spend(function.cost(&arguments))?;
                function.call(&arguments, self.calendar)
            }
            Code::Quantifier(how, parts) => self.each(*how, parts),
        }
    }

    /// Whether a field says something; a stated `none` does not.
    fn has(&self, value: Worked<Value<'v>>) -> Worked<Value<'v>> {
        match value {
            Ok(_) | Err(NoValue::SomeDay(_)) => Ok(Value::YesNo(true)),
            Err(NoValue::Missing(_, gap)) if self.as_unsaid || gap.is_silence() => {
                Ok(Value::YesNo(false))
            }
            Err(NoValue::Denied(..)) => Ok(Value::YesNo(false)),
            Err(gap) => Err(gap),
        }
    }

    fn spend(&mut self, steps: usize) -> Worked<()> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > MOST_STEPS {
            return Err(NoValue::Unknown("there is too much to work out".to_owned()));
        }
        Ok(())
    }

    fn inner(&self, inner: &Inner) -> Option<Said<'v>> {
        match self.bound.get(inner.bound) {
            Some(Value::Group(nodes)) => nodes
                .iter()
                .find(|node| node.name == inner.name)
                .map(|node| node.said.clone()),
            _ => None,
        }
    }

    fn both(&mut self, sides: &Pair) -> Worked<(Value<'v>, Value<'v>)> {
        let [one, other] = sides.as_ref();
        match (self.value(one), self.value(other)) {
            (Ok(one), Ok(other)) => Ok((one, other)),
            (Err(one), Err(other)) => Err(one.and(other)),
            (Err(gap), Ok(_)) | (Ok(_), Err(gap)) => Err(gap),
        }
    }

    fn all_of(&mut self, items: &[Code]) -> Worked<Vec<Value<'v>>> {
        let mut values = Vec::with_capacity(items.len());
        let mut gap: Option<NoValue> = None;
        for item in items {
            match self.value(item) {
                Ok(value) => values.push(value),
                Err(found) => gap = Some(gap.map_or(found.clone(), |gap| gap.and(found))),
            }
        }
        gap.map_or(Ok(values), Err)
    }

    fn and(&mut self, sides: &Pair) -> Worked<bool> {
        let [one, other] = sides.as_ref();
        let one = self.truth(one);
        if matches!(one, Ok(false)) {
            return Ok(false);
        }
        match (one, self.truth(other)) {
            (_, Ok(false)) => Ok(false),
            (Ok(_), other) => other,
            (Err(one), Ok(_)) => Err(one),
            (Err(one), Err(other)) => Err(one.and(other)),
        }
    }

    fn or(&mut self, sides: &Pair) -> Worked<bool> {
        let [one, other] = sides.as_ref();
        let one = self.truth(one);
        if matches!(one, Ok(true)) {
            return Ok(true);
        }
        match (one, self.truth(other)) {
            (_, Ok(true)) => Ok(true),
            (Ok(_), other) => other,
            (Err(one), Ok(_)) => Err(one),
            (Err(one), Err(other)) => Err(one.or(other)),
        }
    }

    fn negative(&mut self, code: &Code) -> Worked<Value<'v>> {
        let Value::Number(amount) = self.value(code)? else {
            return Err(NoValue::Broken);
        };
        Ok(Value::Number(amount.negated()))
    }

    fn arithmetic(&mut self, how: Arithmetic, sides: &Pair) -> Worked<Value<'v>> {
        let (Value::Number(one), Value::Number(other)) = self.both(sides)? else {
            return Err(NoValue::Broken);
        };
        Ok(Value::Number(match how {
            Arithmetic::Plus => one.plus(other),
            Arithmetic::Minus => one.minus(other),
            Arithmetic::Times => one.times(other),
        }))
    }

    fn joined(&mut self, sides: &Pair) -> Worked<Value<'v>> {
        let (Value::Text(one), Value::Text(other)) = self.both(sides)? else {
            return Err(NoValue::Broken);
        };
        let length = one.len() + other.len();
        self.spend(length / 16)?;
        if length > LONGEST_TEXT {
            return Err(NoValue::Unknown("a text is too long".to_owned()));
        }
        Ok(Value::Text(Cow::Owned(format!("{one}{other}"))))
    }

    fn within(&mut self, sides: &Pair) -> Worked<bool> {
        let (wanted, Value::List(all)) = self.both(sides)? else {
            return Err(NoValue::Broken);
        };
        self.spend(all.len())?;
        let mut gap = None;
        for one in all.iter() {
            match compared(Comparison::Equal, &wanted, one) {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(found) => gap = Some(found),
            }
        }
        gap.map_or(Ok(false), Err)
    }

    fn each(&mut self, how: Quantifier, parts: &Pair) -> Worked<Value<'v>> {
        let [range, body] = parts.as_ref();
        let Value::List(all) = self.value(range)? else {
            return Err(NoValue::Broken);
        };
        if all.len() > LONGEST_LIST {
            let why = format!("a list has more than {LONGEST_LIST} items");
            return Err(NoValue::Unknown(why));
        }
        match how {
            Quantifier::All => self.decided(&all, body, false),
            Quantifier::Exists => self.decided(&all, body, true),
            Quantifier::Map => {
                let values: Worked<Vec<_>> = all.iter().map(|one| self.with(one, body)).collect();
                Ok(Value::List(values?.into()))
            }
            Quantifier::ExistsOne | Quantifier::Filter => {
                let mut kept = Vec::new();
                for one in all.iter() {
                    if matches!(self.with(one, body)?, Value::YesNo(true)) {
                        kept.push(one.clone());
                    }
                }
                Ok(if how == Quantifier::Filter {
                    Value::List(kept.into())
                } else {
                    Value::YesNo(kept.len() == 1)
                })
            }
        }
    }

    /// Whether any item gives the answer that decides; the other answer when none does.
    fn decided(&mut self, all: &Arc<[Value<'v>]>, body: &Code, decides: bool) -> Worked<Value<'v>> {
        let mut gap: Option<NoValue> = None;
        for one in all.iter() {
            match self.with(one, body) {
                Ok(Value::YesNo(answer)) if answer == decides => return Ok(Value::YesNo(decides)),
                Ok(_) => {}
                Err(found) => {
                    gap = Some(match gap {
                        None => found,
                        Some(gap) if decides => gap.or(found),
                        Some(gap) => gap.and(found),
                    });
                }
            }
        }
        gap.map_or(Ok(Value::YesNo(!decides)), Err)
    }

    fn with(&mut self, one: &Value<'v>, body: &Code) -> Worked<Value<'v>> {
        self.bound.push(one.clone());
        let value = self.value(body);
        self.bound.pop();
        value
    }
}

fn said<'v>(said: Option<&Said<'v>>, path: usize) -> Worked<Value<'v>> {
    match said {
        Some(Said::Value(value, _)) => Ok(value.clone()),
        Some(Said::Missing(gap)) => Err(NoValue::Missing(path, *gap)),
        Some(Said::Unreadable(place)) => Err(NoValue::Unreadable(*place)),
        Some(Said::SomeDay(_)) => Err(NoValue::SomeDay(path)),
        Some(Said::Denied(place)) => Err(NoValue::Denied(path, *place)),
        None => Err(NoValue::Broken),
    }
}

fn compared(how: Comparison, one: &Value<'_>, other: &Value<'_>) -> Worked<bool> {
    let ordering = match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            return one
                .compared(*other, |ordering| how.holds(ordering))
                .ok_or_else(|| NoValue::Unknown("the number is too rough".to_owned()));
        }
        (Value::YesNo(one), Value::YesNo(other)) => one.cmp(other),
        (Value::Text(one), Value::Text(other)) => one.cmp(other),
        (Value::Date(one), Value::Date(other)) => one.cmp(other),
        (Value::Time(one), Value::Time(other)) => one.cmp(other),
        _ => return Err(NoValue::Broken),
    };
    Ok(how.holds(ordering))
}
