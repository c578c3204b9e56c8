//! Checks operators.

use std::ops::Range;

use cel::common::ast::operators as op;
use cel::common::ast::{CallExpr, Expr, IdedExpr};

use super::{Checker, TypedCode, WRONG_TYPE, comparable, described, is_number, is_text};
use crate::expression::code::{Arithmetic, Code, Comparison};
use crate::expression::scan::SYNTAX;
use crate::record::view::Type;
use identifiers::redact::quoted;

impl<'s> Checker<'s, '_> {
    pub(super) fn call(&mut self, expr: &IdedExpr, call: &CallExpr) -> Option<TypedCode<'s>> {
        let place = self.parsed.place(expr);
        match (call.func_name.as_str(), call.args.as_slice()) {
            (op::LOGICAL_AND, [one, other]) => self.logic(one, other, place, Code::And),
            (op::LOGICAL_OR, [one, other]) => self.logic(one, other, place, Code::Or),
            (op::LOGICAL_NOT, [condition]) => {
                let code = self.condition(condition)?.negated();
                Some(yes_no(code, place))
            }
            (op::CONDITIONAL, [condition, yes, no]) => self.choice(condition, yes, no, place),
            (op::EQUALS, [one, other]) => self.compare(Comparison::Equal, one, other, place),
            (op::NOT_EQUALS, [one, other]) => self.compare(Comparison::NotEqual, one, other, place),
            (op::LESS, [one, other]) => self.compare(Comparison::Less, one, other, place),
            (op::LESS_EQUALS, [one, other]) => self.compare(Comparison::AtMost, one, other, place),
            (op::GREATER, [one, other]) => self.compare(Comparison::More, one, other, place),
            (op::GREATER_EQUALS, [one, other]) => {
                self.compare(Comparison::AtLeast, one, other, place)
            }
            (op::IN, [one, list]) => self.within(one, list, place),
            (op::ADD, [one, other]) => self.sum(Arithmetic::Plus, one, other, place),
            (op::SUBSTRACT, [one, other]) => self.sum(Arithmetic::Minus, one, other, place),
            (op::MULTIPLY, [one, other]) => self.sum(Arithmetic::Times, one, other, place),
            (op::NEGATE, [one]) => {
                let one = self.part(one)?;
                self.must_be_number(&one)?;
                Some(TypedCode {
                    code: Code::Negative(Box::new(one.code)),
                    kind: Type::Number,
                    place,
                })
            }
            (op::DIVIDE | op::MODULO, _) => {
                let help =
                    "multiply the other side instead: `2 * reach.responded >= reach.invited`";
                self.fault(&place, SYNTAX, "nothing is divided here", help);
                None
            }
            (op::INDEX, _) => {
                let help = "go through the list: `areas.exists(area, area == 'needs')`";
                self.fault(&place, SYNTAX, "one item of a list cannot be picked", help);
                None
            }
            (name, _) => self.function(name, expr, call, place),
        }
    }

    fn logic(
        &mut self,
        one: &IdedExpr,
        other: &IdedExpr,
        place: Range<usize>,
        code: fn(Box<[Code; 2]>) -> Code,
    ) -> Option<TypedCode<'s>> {
        let (one, other) = (self.condition(one), self.condition(other));
        Some(yes_no(code(Box::new([one?, other?])), place))
    }

    fn two(&mut self, one: &IdedExpr, other: &IdedExpr) -> Option<(TypedCode<'s>, TypedCode<'s>)> {
        self.part(one).zip(self.part(other))
    }

    fn choice(
        &mut self,
        condition: &IdedExpr,
        yes: &IdedExpr,
        no: &IdedExpr,
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
        let condition = self.condition(condition);
        let (yes, no) = self.two(yes, no)?;
        if !comparable(&yes.kind, &no.kind) {
            let message = format!(
                "both values of a choice must have one type, but one is {} and the other {}",
                described(&yes.kind),
                described(&no.kind)
            );
            self.fault(&place, WRONG_TYPE, message, "");
            return None;
        }
        // A number of children stays one on either side.
        let kind = match (&yes.kind, &no.kind) {
            (Type::Word(_), other) | (_, other @ Type::Children) => other.clone(),
            (kind, _) => kind.clone(),
        };
        Some(TypedCode {
            code: Code::If(Box::new([condition?, yes.code, no.code])),
            kind,
            place,
        })
    }

    fn compare(
        &mut self,
        how: Comparison,
        one: &IdedExpr,
        other: &IdedExpr,
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
        let (one, other) = self.two(one, other)?;
        if !comparable(&one.kind, &other.kind) {
            let what = |side: &TypedCode<'s>| {
                let text = quoted(&self.parsed.shown(&side.place));
                format!("{text} is {}", described(&side.kind))
            };
            let message = format!(
                "{} and {}: they cannot be compared",
                what(&one),
                what(&other)
            );
            let help = help_to_compare(&one, &other);
            self.fault(&place, WRONG_TYPE, message, help);
            return None;
        }
        self.check_words(&one.kind, &other.code, &other.place);
        self.check_words(&other.kind, &one.code, &one.place);
        let ordered = !matches!(how, Comparison::Equal | Comparison::NotEqual);
        if ordered && (is_text(&one.kind) || matches!(one.kind, Type::YesNo)) {
            let message = format!("{} has no order here", described(&one.kind));
            let help = "compare with `==` or `!=`, or ask whether it is `in` a list";
            self.fault(&place, WRONG_TYPE, message, help);
            return None;
        }
        Some(yes_no(
            Code::Compare(how, Box::new([one.code, other.code])),
            place,
        ))
    }

    fn within(
        &mut self,
        one: &IdedExpr,
        list: &IdedExpr,
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
        let written = list;
        let (one, list) = self.two(one, list)?;
        let Type::List(item) = &list.kind else {
            let message = format!(
                "{} is {}, not a list",
                quoted(&self.parsed.shown(&list.place)),
                described(&list.kind)
            );
            let help = "write a list after `in`: `kind in ['workshop', 'event']`";
            self.fault(&list.place, WRONG_TYPE, message, help);
            return None;
        };
        if !comparable(&one.kind, item) {
            let message = format!(
                "the list holds values of another type: {} is {}, an item is {}",
                quoted(&self.parsed.shown(&one.place)),
                described(&one.kind),
                described(item)
            );
            self.fault(&place, WRONG_TYPE, message, "");
            return None;
        }
        self.check_words(item, &one.code, &one.place);
        if let (Code::List(items), Expr::List(parts)) = (&list.code, &written.expr) {
            for (item, part) in items.iter().zip(&parts.elements) {
                let place = self.parsed.place(part);
                self.check_words(&one.kind, item, &place);
            }
        }
        Some(yes_no(Code::In(Box::new([one.code, list.code])), place))
    }

    fn sum(
        &mut self,
        how: Arithmetic,
        one: &IdedExpr,
        other: &IdedExpr,
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
        let (one, other) = self.two(one, other)?;
        let sides = |one: TypedCode<'s>, other: TypedCode<'s>| Box::new([one.code, other.code]);
        if matches!(how, Arithmetic::Plus) && is_text(&one.kind) && is_text(&other.kind) {
            return Some(TypedCode {
                code: Code::Joined(sides(one, other)),
                kind: Type::Text,
                place,
            });
        }
        if matches!(one.kind, Type::Date) || matches!(other.kind, Type::Date) {
            let message = "dates are not added or taken away here";
            let help = "count the days between them: `days(notice.sent, date) >= 14`";
            self.fault(&place, WRONG_TYPE, message, help);
            return None;
        }
        self.must_be_number(&one)?;
        self.must_be_number(&other)?;
        Some(TypedCode {
            code: Code::Arithmetic(how, sides(one, other)),
            kind: Type::Number,
            place,
        })
    }

    fn must_be_number(&mut self, one: &TypedCode<'s>) -> Option<()> {
        if is_number(&one.kind) {
            return Some(());
        }
        let message = format!(
            "{} is {}, not a number",
            quoted(&self.parsed.shown(&one.place)),
            described(&one.kind)
        );
        self.fault(&one.place, WRONG_TYPE, message, "");
        None
    }
}

pub(super) fn yes_no<'s>(code: Code, place: Range<usize>) -> TypedCode<'s> {
    TypedCode {
        code,
        kind: Type::YesNo,
        place,
    }
}

/// What to write instead of a comparison of two types.
fn help_to_compare(one: &TypedCode<'_>, other: &TypedCode<'_>) -> &'static str {
    let any = |wanted: fn(&Type<'_>) -> bool| wanted(&one.kind) || wanted(&other.kind);
    if any(|kind| matches!(kind, Type::Group(_))) {
        "name one of the group's fields, or ask has(...)"
    } else if any(|kind| matches!(kind, Type::List(_))) {
        "ask whether a word is `in` the list, or compare its size(...)"
    } else if any(|kind| matches!(kind, Type::Date)) && any(is_text) {
        "a day is written date('2026-03-01')"
    } else if any(|kind| matches!(kind, Type::Date)) && any(is_number) {
        "count days with `days(a, b)`, such as `days(notice.sent, date) >= 14`"
    } else if any(|kind| matches!(kind, Type::Time)) && any(is_text) {
        "a time is written time('10:00')"
    } else if any(is_text) {
        "a text is written in quotes: 'workshop'"
    } else if any(|kind| matches!(kind, Type::YesNo)) {
        "a yes or no needs no comparison; write `!` before it for no"
    } else {
        ""
    }
}
