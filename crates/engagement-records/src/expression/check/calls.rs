//! Checks functions, and what goes through a list.

use std::ops::Range;

use cel::common::ast::operators as op;
use cel::common::ast::{CallExpr, Expr, IdedExpr};

use super::operators::yes_no;
use super::{Bound, Checker, TypedCode, WRONG_TYPE, described, is_number, is_text};
use crate::expression::code::{Code, Quantifier};
use crate::expression::functions::{CallStyle, FUNCTIONS, ParameterKind, Signature};
use crate::expression::scan::{SYNTAX, TOO_COSTLY};
use crate::fields::{read_date, read_time};
use crate::record::view::{Type, Value};
use closed_words::nearest;
use identifiers::redact::quoted;

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
    pub(super) fn function(
        &mut self,
        name: &str,
        expr: &IdedExpr,
        call: &CallExpr,
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
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
            CallStyle::Before => target.is_none(),
            CallStyle::After => target.is_some(),
            CallStyle::Both => true,
        };
        if !written_so || target.iter().count() + call.args.len() != signature.takes.len() {
            let message = format!("`{name}` is not called like this");
            let help = format!("write `{}`", signature.example);
            self.fault(&place, WRONG_TYPE, message, help);
            return None;
        }
        let arguments = target.into_iter().chain(&call.args);
        let arguments: Vec<_> = arguments.map(|argument| self.part(argument)).collect();
        let arguments: Vec<TypedCode<'s>> = arguments.into_iter().collect::<Option<_>>()?;
        self.check_arguments(signature, &arguments)?;
        Some(TypedCode {
            code: Code::Call(
                signature.does,
                arguments
                    .into_iter()
                    .map(|argument| argument.code)
                    .collect(),
            ),
            kind: match signature.gives {
                ParameterKind::YesNo => Type::YesNo,
                ParameterKind::Text | ParameterKind::Sized => Type::Text,
                ParameterKind::Date => Type::Date,
                ParameterKind::Number => Type::Number,
            },
            place,
        })
    }

    fn check_arguments(
        &mut self,
        signature: &Signature,
        arguments: &[TypedCode<'s>],
    ) -> Option<()> {
        let mut fits = Some(());
        for (argument, shape) in arguments.iter().zip(signature.takes) {
            let (good, wanted) = match shape {
                ParameterKind::YesNo => (matches!(argument.kind, Type::YesNo), "yes or no"),
                ParameterKind::Text => (is_text(&argument.kind), "a text"),
                ParameterKind::Date => (matches!(argument.kind, Type::Date), "a date"),
                ParameterKind::Number => (is_number(&argument.kind), "a number"),
                ParameterKind::Sized => (
                    is_text(&argument.kind) || matches!(argument.kind, Type::List(_)),
                    "a text or a list",
                ),
            };
            if !good {
                let message = format!(
                    "`{}` needs {wanted} here, but {} is {}",
                    signature.name,
                    quoted(&self.parsed.shown(&argument.place)),
                    described(&argument.kind)
                );
                let help = match (shape, &argument.kind) {
                    (ParameterKind::Date, Type::Text) => {
                        "a day is written date('2026-03-01')".to_owned()
                    }
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
            let all = closed_words::listed(&known, "and");
            fault.help(format!("the functions are {all}"))
        };
        self.add(fault);
    }

    fn has(&mut self, field: &IdedExpr, place: Range<usize>) -> Option<TypedCode<'s>> {
        if !matches!(field.expr, Expr::Ident(_) | Expr::Select(_)) {
            let asked = self.parsed.place(field);
            let help = "write `has(notice.sent)`";
            self.fault(&asked, WRONG_TYPE, "`has` asks about a field", help);
            return None;
        }
        let checked = self.field(field)?;
        let code = if let Code::Field(at) = checked.code {
            Code::Has(at)
        } else if let Code::Inner(inner) = checked.code {
            Code::HasInner(inner)
        } else {
            // The as-of date, or an item of a list: always there.
            Code::Literal(Value::YesNo(true))
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
    ) -> Option<TypedCode<'s>> {
        let checked = self.part(argument)?;
        let Code::Literal(Value::Text(text)) = &checked.code else {
            let message = "this must be a text that is written here";
            let help = format!("write it in quotes: '{example}'");
            self.fault(&checked.place, WRONG_TYPE, message, help);
            return None;
        };
        match read(text.trim()) {
            Ok((value, kind)) => Some(TypedCode {
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
        how: Quantifier,
        list: &IdedExpr,
        item: &IdedExpr,
        body: &IdedExpr,
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
        if self.bound.len() >= MOST_NESTED {
            let message = "too many nested loops over lists";
            let help = format!("at most {MOST_NESTED}; make several clauses of it");
            self.fault(&place, TOO_COSTLY, message, help);
            return None;
        }
        let list = self.part(list)?;
        let Type::List(kind) = list.kind.clone() else {
            let message = format!(
                "{} is {}, not a list",
                quoted(&self.parsed.shown(&list.place)),
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
        let body = if how == Quantifier::Map {
            self.part(body)
        } else {
            self.condition(body).map(|code| yes_no(code, 0..0))
        };
        self.bound.pop();
        let body = body?;
        Some(TypedCode {
            kind: match how {
                Quantifier::All | Quantifier::Exists | Quantifier::ExistsOne => Type::YesNo,
                Quantifier::Filter => list.kind,
                Quantifier::Map => Type::List(Box::new(body.kind)),
            },
            code: Code::Quantifier(how, Box::new([list.code, body.code])),
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

fn each(name: &str) -> Option<Quantifier> {
    match name {
        op::ALL => Some(Quantifier::All),
        op::EXISTS => Some(Quantifier::Exists),
        op::EXISTS_ONE | "existsOne" => Some(Quantifier::ExistsOne),
        op::FILTER => Some(Quantifier::Filter),
        op::MAP => Some(Quantifier::Map),
        _ => None,
    }
}
