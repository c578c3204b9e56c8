//! Checks operators, functions, and what goes through a list.

use std::ops::Range;

use cel::common::ast::operators as op;
use cel::common::ast::{CallExpr, Expr, IdedExpr};

use super::check::{
    Bound, Checked, Checker, WRONG_TYPE, comparable, described, is_number, is_text,
};
use super::functions::{FUNCTIONS, Shape, Signature, Written};
use super::run::{Arithmetic, Code, Comparison, Each};
use super::scan::{SYNTAX, TOO_COSTLY};
use crate::fields::{read_date, read_time};
use crate::mask::quoted;
use crate::record::view::{Type, Value};
use crate::words::nearest;

const UNKNOWN_FUNCTION: &str = "expression-unknown-function";
/// So many lists may be gone through inside each other.
const MOST_NESTED: usize = 3;
/// Functions that the checker itself knows, for what is said about an unknown one.
const OF_THE_CHECKER: &[&str] = &[
    "date",
    "time",
    "has",
    "all",
    "exists",
    "exists_one",
    "filter",
    "map",
];

impl<'s> Checker<'s, '_> {
    pub(super) fn call(&mut self, expr: &IdedExpr, call: &CallExpr) -> Option<Checked<'s>> {
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
                Some(Checked {
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
    ) -> Option<Checked<'s>> {
        let (one, other) = (self.condition(one), self.condition(other));
        Some(yes_no(code(Box::new([one?, other?])), place))
    }

    fn two(&mut self, one: &IdedExpr, other: &IdedExpr) -> Option<(Checked<'s>, Checked<'s>)> {
        self.part(one).zip(self.part(other))
    }

    fn choice(
        &mut self,
        condition: &IdedExpr,
        yes: &IdedExpr,
        no: &IdedExpr,
        place: Range<usize>,
    ) -> Option<Checked<'s>> {
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
        Some(Checked {
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
    ) -> Option<Checked<'s>> {
        let (one, other) = self.two(one, other)?;
        if !comparable(&one.kind, &other.kind) {
            let what = |side: &Checked<'s>| {
                let text = quoted(self.parsed.text(&side.place));
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
    ) -> Option<Checked<'s>> {
        let written = list;
        let (one, list) = self.two(one, list)?;
        let Type::List(item) = &list.kind else {
            let message = format!(
                "{} is {}, not a list",
                quoted(self.parsed.text(&list.place)),
                described(&list.kind)
            );
            let help = "write a list after `in`: `kind in ['workshop', 'event']`";
            self.fault(&list.place, WRONG_TYPE, message, help);
            return None;
        };
        if !comparable(&one.kind, item) {
            let message = format!(
                "the list holds values of another type: {} is {}, an item is {}",
                quoted(self.parsed.text(&one.place)),
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
    ) -> Option<Checked<'s>> {
        let (one, other) = self.two(one, other)?;
        let sides = |one: Checked<'s>, other: Checked<'s>| Box::new([one.code, other.code]);
        if matches!(how, Arithmetic::Plus) && is_text(&one.kind) && is_text(&other.kind) {
            return Some(Checked {
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
        Some(Checked {
            code: Code::Arithmetic(how, sides(one, other)),
            kind: Type::Number,
            place,
        })
    }

    fn must_be_number(&mut self, one: &Checked<'s>) -> Option<()> {
        if is_number(&one.kind) {
            return Some(());
        }
        let message = format!(
            "{} is {}, not a number",
            quoted(self.parsed.text(&one.place)),
            described(&one.kind)
        );
        self.fault(&one.place, WRONG_TYPE, message, "");
        None
    }

    fn function(
        &mut self,
        name: &str,
        expr: &IdedExpr,
        call: &CallExpr,
        place: Range<usize>,
    ) -> Option<Checked<'s>> {
        let target = call.target.as_deref();
        match (name, target, call.args.as_slice()) {
            ("has", None, [field]) => return self.has(field, place),
            ("date", None, [day]) => {
                return self.written(day, place, "2026-03-01", |text| {
                    read_date(text).map(|day| (Value::Date(day), Type::Date))
                });
            }
            ("time", None, [time]) => {
                return self.written(time, place, "10:00", |text| {
                    read_time(text).map(|time| (Value::Time(time), Type::Time))
                });
            }
            (_, Some(list), [item, body]) => {
                if let Some(how) = each(name) {
                    return self.each(how, list, item, body, place);
                }
            }
            _ => {}
        }
        let called = self.parsed.called(expr);
        let Some(signature) = FUNCTIONS.iter().find(|known| known.name == name) else {
            self.unknown_function(name, &called);
            return None;
        };
        let written_so = match signature.after {
            Written::Before => target.is_none(),
            Written::After => target.is_some(),
            Written::Both => true,
        };
        if !written_so || target.iter().count() + call.args.len() != signature.takes.len() {
            let message = format!("`{name}` is not called like this");
            let help = format!("write `{}`", signature.example);
            self.fault(&place, WRONG_TYPE, message, help);
            return None;
        }
        let arguments = target.into_iter().chain(&call.args);
        let arguments: Vec<_> = arguments.map(|argument| self.part(argument)).collect();
        let arguments: Vec<Checked<'s>> = arguments.into_iter().collect::<Option<_>>()?;
        self.check_arguments(signature, &arguments)?;
        Some(Checked {
            code: Code::Call(
                signature.does,
                arguments
                    .into_iter()
                    .map(|argument| argument.code)
                    .collect(),
            ),
            kind: match signature.gives {
                Shape::YesNo => Type::YesNo,
                Shape::Text | Shape::Sized => Type::Text,
                Shape::Date => Type::Date,
                Shape::Number => Type::Number,
            },
            place,
        })
    }

    fn check_arguments(&mut self, signature: &Signature, arguments: &[Checked<'s>]) -> Option<()> {
        let mut fits = Some(());
        for (argument, shape) in arguments.iter().zip(signature.takes) {
            let (good, wanted) = match shape {
                Shape::YesNo => (matches!(argument.kind, Type::YesNo), "yes or no"),
                Shape::Text => (is_text(&argument.kind), "a text"),
                Shape::Date => (matches!(argument.kind, Type::Date), "a date"),
                Shape::Number => (is_number(&argument.kind), "a number"),
                Shape::Sized => (
                    is_text(&argument.kind) || matches!(argument.kind, Type::List(_)),
                    "a text or a list",
                ),
            };
            if !good {
                let message = format!(
                    "`{}` needs {wanted} here, but {} is {}",
                    signature.name,
                    quoted(self.parsed.text(&argument.place)),
                    described(&argument.kind)
                );
                let help = match (shape, &argument.kind) {
                    (Shape::Date, Type::Text) => "a day is written date('2026-03-01')".to_owned(),
                    _ => format!("write `{}`", signature.example),
                };
                self.fault(&argument.place, WRONG_TYPE, message, help);
                fits = None;
            }
        }
        fits
    }

    fn unknown_function(&mut self, name: &str, called: &Range<usize>) {
        let message = format!("{} is not a function here", quoted(name));
        let known: Vec<&str> = FUNCTIONS
            .iter()
            .map(|known| known.name)
            .chain(OF_THE_CHECKER.iter().copied())
            .collect();
        let fault = self.origin.fault(called, UNKNOWN_FUNCTION, message);
        let instead = match name {
            "not" => "write `!` before a condition for not",
            "matches" => "use contains, startsWith or endsWith",
            "duration" | "timestamp" => {
                "count days with `days(a, b)`; a day is written date('2026-03-01')"
            }
            name if OF_THE_CHECKER.contains(&name) => {
                "write `has(notice.sent)`, `date('2026-03-01')`, `time('10:00')` or \
                 `areas.exists(area, area == 'needs')`"
            }
            _ => "",
        };
        let fault = if !instead.is_empty() {
            fault.help(instead)
        } else if let Some(near) = nearest(name, known.iter().copied()) {
            fault.saying(format!("did you mean `{near}`?"))
        } else {
            let all = crate::words::listed(&known, "and");
            fault.help(format!("the functions are {all}"))
        };
        self.add(fault);
    }

    fn has(&mut self, field: &IdedExpr, place: Range<usize>) -> Option<Checked<'s>> {
        if !matches!(field.expr, Expr::Ident(_) | Expr::Select(_)) {
            let asked = self.parsed.place(field);
            let help = "write `has(notice.sent)`";
            self.fault(&asked, WRONG_TYPE, "`has` asks about a field", help);
            return None;
        }
        let checked = self.field(field)?;
        let code = match checked.code {
            Code::Field(at) => Code::Has(at),
            Code::Inner(inner) => Code::HasInner(inner),
            _ => Code::Literal(Value::YesNo(true)),
        };
        Some(yes_no(code, place))
    }

    /// A day or time that is written as a text.
    fn written(
        &mut self,
        argument: &IdedExpr,
        place: Range<usize>,
        example: &str,
        read: impl FnOnce(&str) -> Result<(Value<'static>, Type<'s>), String>,
    ) -> Option<Checked<'s>> {
        let checked = self.part(argument)?;
        let Code::Literal(Value::Text(text)) = &checked.code else {
            let message = "this must be a text that is written here";
            let help = format!("write it in quotes: '{example}'");
            self.fault(&checked.place, WRONG_TYPE, message, help);
            return None;
        };
        match read(text.trim()) {
            Ok((value, kind)) => Some(Checked {
                code: Code::Literal(value),
                kind,
                place,
            }),
            Err(expected) => {
                let message = format!("{} cannot be read here", quoted(text));
                self.fault(&checked.place, WRONG_TYPE, message, expected);
                None
            }
        }
    }

    fn each(
        &mut self,
        how: Each,
        list: &IdedExpr,
        item: &IdedExpr,
        body: &IdedExpr,
        place: Range<usize>,
    ) -> Option<Checked<'s>> {
        if self.bound.len() >= MOST_NESTED {
            let message = "too many lists are gone through inside each other";
            let help = format!("at most {MOST_NESTED}; make several clauses of it");
            self.fault(&place, TOO_COSTLY, message, help);
            return None;
        }
        let list = self.part(list)?;
        let Type::List(kind) = list.kind.clone() else {
            let message = format!(
                "{} is {}, not a list",
                quoted(self.parsed.text(&list.place)),
                described(&list.kind)
            );
            self.fault(&list.place, WRONG_TYPE, message, "");
            return None;
        };
        let name = self.name_of_item(item)?;
        let path = self.parsed.text(&list.place).to_owned();
        self.bound.push(Bound {
            name,
            kind: (*kind).clone(),
            path,
        });
        let body = if how == Each::Map {
            self.part(body)
        } else {
            self.condition(body).map(|code| yes_no(code, 0..0))
        };
        self.bound.pop();
        let body = body?;
        Some(Checked {
            kind: match how {
                Each::All | Each::Exists | Each::ExistsOne => Type::YesNo,
                Each::Filter => list.kind,
                Each::Map => Type::List(Box::new(body.kind)),
            },
            code: Code::Each(how, Box::new([list.code, body.code])),
            place,
        })
    }

    fn name_of_item(&mut self, item: &IdedExpr) -> Option<String> {
        let place = self.parsed.place(item);
        if !matches!(item.expr, Expr::Ident(_)) {
            let message = "a name for one item of the list belongs here";
            let help = "write `areas.exists(area, area == 'needs')`";
            self.fault(&place, SYNTAX, message, help);
            return None;
        }
        Some(self.parsed.text(&place).to_owned())
    }
}

fn each(name: &str) -> Option<Each> {
    match name {
        op::ALL => Some(Each::All),
        op::EXISTS => Some(Each::Exists),
        op::EXISTS_ONE | "existsOne" => Some(Each::ExistsOne),
        op::FILTER => Some(Each::Filter),
        op::MAP => Some(Each::Map),
        _ => None,
    }
}

fn yes_no<'s>(code: Code, place: Range<usize>) -> Checked<'s> {
    Checked {
        code,
        kind: Type::YesNo,
        place,
    }
}

/// What to write instead of a comparison of two types.
fn help_to_compare(one: &Checked<'_>, other: &Checked<'_>) -> &'static str {
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
