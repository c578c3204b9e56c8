//! Checks the types of an expression against the fields of a record, and turns it into code.

mod calls;
mod fields;
mod operators;

use std::ops::Range;

use cel::common::ast::{Expr, IdedExpr, ListExpr, LiteralValue};

use super::code::Code;
use super::parse::Parsed;
use super::paths::Paths;
use super::scan::{Origin, SYNTAX};
use crate::record::view::{Amount, Schema, Type, Value};
use identifiers::redact::quoted;
use identifiers::text::Unredacted;
use located::diagnostic::Diagnostic;

/// The code of a fault about types.
pub(super) const WRONG_TYPE: &str = "expression-wrong-type";

/// A part of an expression that was checked.
#[derive(Debug, Clone)]
pub(super) struct TypedCode<'s> {
    pub(super) code: Code,
    pub(super) kind: Type<'s>,
    pub(super) place: Range<usize>,
}

/// A name that stands for the items of a list while it is gone through.
pub(super) struct Bound<'s> {
    pub(super) name: String,
    pub(super) kind: Type<'s>,
    /// The path of the list in words, for what is said about a field of an item.
    pub(super) path: String,
}

/// An expression that is being checked.
pub(super) struct Checker<'s, 'p> {
    schema: &'p Schema<'s>,
    pub(super) parsed: &'p Parsed<'p>,
    pub(super) origin: Origin,
    paths: Paths,
    kinds: Vec<Type<'s>>,
    pub(super) bound: Vec<Bound<'s>>,
    faults: Vec<Diagnostic>,
}

impl<'s, 'p> Checker<'s, 'p> {
    pub(super) fn new(schema: &'p Schema<'s>, parsed: &'p Parsed<'p>, origin: Origin) -> Self {
        Checker {
            schema,
            parsed,
            origin,
            paths: Paths::default(),
            kinds: Vec::new(),
            bound: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// The fields that are named, their types, and what is wrong.
    pub(super) fn finish(self) -> (Paths, Vec<Type<'s>>, Vec<Diagnostic>) {
        (self.paths, self.kinds, self.faults)
    }

    pub(super) fn add(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    pub(super) fn fault(
        &mut self,
        place: &Range<usize>,
        code: &'static str,
        message: impl Into<Unredacted>,
        help: impl Into<String>,
    ) {
        let help = help.into();
        let fault = self.origin.fault(place, code, message);
        self.faults.push(if help.is_empty() {
            fault
        } else {
            fault.help(help)
        });
    }

    /// A part that must be yes or no.
    pub(super) fn condition(&mut self, expr: &IdedExpr) -> Option<Code> {
        let checked = self.part(expr)?;
        if matches!(checked.kind, Type::YesNo) {
            return Some(checked.code);
        }
        let message = format!(
            "{} is {}, not a condition",
            quoted(&self.parsed.shown(&checked.place)),
            described(&checked.kind)
        );
        let help = match &checked.kind {
            Type::Group(_) => "name one of its fields, or ask has(...)",
            Type::YesNo
            | Type::Text
            | Type::Word(_)
            | Type::Date
            | Type::Time
            | Type::Number
            | Type::Children
            | Type::List(_) => "compare it with something, so that the answer is yes or no",
        };
        self.fault(&checked.place, WRONG_TYPE, message, help);
        None
    }

    /// A part of any type.
    pub(super) fn part(&mut self, expr: &IdedExpr) -> Option<TypedCode<'s>> {
        let place = self.parsed.place(expr);
        match &expr.expr {
            Expr::Ident(_) | Expr::Select(_) => self.field(expr),
            Expr::Literal(value) => self.literal(value, place),
            Expr::List(list) => self.list(list, place),
            Expr::Call(call) => self.call(expr, call),
            Expr::Map(_) | Expr::Struct(_) => {
                let help = "braces have no meaning here; a list is written ['a', 'b']";
                self.fault(&place, SYNTAX, "this cannot be used here", help);
                None
            }
            Expr::Unspecified | Expr::Comprehension(_) => {
                self.fault(&place, SYNTAX, "this cannot be read", "");
                None
            }
        }
    }

    fn literal(&mut self, value: &LiteralValue, place: Range<usize>) -> Option<TypedCode<'s>> {
        let (value, kind) = match value {
            LiteralValue::Boolean(answer) => (Value::YesNo(*answer.inner()), Type::YesNo),
            LiteralValue::Int(int) => (Value::Number(Amount::exactly(*int.inner())), Type::Number),
            LiteralValue::String(text) => (Value::Text(text.inner().to_owned().into()), Type::Text),
            LiteralValue::Null => {
                let help = "to ask whether a field says anything, write has(...)";
                self.fault(&place, WRONG_TYPE, "`null` is not used here", help);
                return None;
            }
            LiteralValue::Bytes(_) | LiteralValue::Double(_) | LiteralValue::UInt(_) => {
                self.fault(&place, SYNTAX, "this kind of value is not used here", "");
                return None;
            }
        };
        Some(TypedCode {
            code: Code::Literal(value),
            kind,
            place,
        })
    }

    fn list(&mut self, list: &ListExpr, place: Range<usize>) -> Option<TypedCode<'s>> {
        let items: Vec<_> = list.elements.iter().map(|item| self.part(item)).collect();
        let items: Vec<TypedCode<'s>> = items.into_iter().collect::<Option<_>>()?;
        let Some(first) = items.first() else {
            self.fault(&place, WRONG_TYPE, "this list is empty", "");
            return None;
        };
        let kind = first.kind.clone();
        if !matches!(
            kind,
            Type::YesNo | Type::Text | Type::Word(_) | Type::Date | Type::Time | Type::Number
        ) {
            let message = format!("{} cannot stand in a list", described(&kind));
            self.fault(&first.place.clone(), WRONG_TYPE, message, "");
            return None;
        }
        if let Some(other) = items.iter().find(|item| !comparable(&item.kind, &kind)) {
            let message = format!(
                "a list holds values of one type, but the first is {} and this is {}",
                described(&kind),
                described(&other.kind)
            );
            self.fault(&other.place.clone(), WRONG_TYPE, message, "");
            return None;
        }
        Some(TypedCode {
            code: Code::List(items.into_iter().map(|item| item.code).collect()),
            kind: Type::List(Box::new(kind)),
            place,
        })
    }
}

/// Whether values of two types can be compared.
pub(super) fn comparable(one: &Type<'_>, other: &Type<'_>) -> bool {
    is_text(one) && is_text(other)
        || is_number(one) && is_number(other)
        || matches!(
            (one, other),
            (Type::YesNo, Type::YesNo) | (Type::Date, Type::Date) | (Type::Time, Type::Time)
        )
}

pub(super) fn is_text(kind: &Type<'_>) -> bool {
    matches!(kind, Type::Text | Type::Word(_))
}

pub(super) fn is_number(kind: &Type<'_>) -> bool {
    matches!(kind, Type::Number | Type::Children)
}

/// A type in a sentence.
pub(super) fn described(kind: &Type<'_>) -> &'static str {
    match kind {
        Type::YesNo => "yes or no",
        Type::Text => "a text",
        Type::Word(_) => "a word",
        Type::Date => "a date",
        Type::Time => "a time of day",
        Type::Number | Type::Children => "a number",
        Type::List(_) => "a list",
        Type::Group(_) => "a group of fields",
    }
}
