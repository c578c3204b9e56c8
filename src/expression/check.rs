//! Checks the types of an expression against the fields of a record, and turns it into code.

use std::ops::Range;

use cel::common::ast::{Expr, IdedExpr, ListExpr, LiteralValue, SelectExpr};

use super::Paths;
use super::parse::Parsed;
use super::run::{Code, Inner};
use super::scan::{Origin, SYNTAX};
use crate::diagnostic::Diagnostic;
use crate::mask::quoted;
use crate::record::view::{Amount, Node, Schema, Type, Value};
use crate::words::{listed, nearest};

/// The code of a fault about types.
pub(super) const WRONG_TYPE: &str = "expression-wrong-type";
const UNKNOWN_FIELD: &str = "expression-unknown-field";
const UNKNOWN_WORD: &str = "expression-unknown-word";

/// A part of an expression that was checked.
#[derive(Debug, Clone)]
pub(super) struct Checked<'s> {
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
        message: impl Into<String>,
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
            quoted(self.parsed.text(&checked.place)),
            described(&checked.kind)
        );
        let help = match &checked.kind {
            Type::Group(_) => "name one of its fields, or ask has(...)",
            _ => "compare it with something, so that the answer is yes or no",
        };
        self.fault(&checked.place, WRONG_TYPE, message, help);
        None
    }

    /// A part of any type.
    pub(super) fn part(&mut self, expr: &IdedExpr) -> Option<Checked<'s>> {
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

    fn literal(&mut self, value: &LiteralValue, place: Range<usize>) -> Option<Checked<'s>> {
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
        Some(Checked {
            code: Code::Literal(value),
            kind,
            place,
        })
    }

    fn list(&mut self, list: &ListExpr, place: Range<usize>) -> Option<Checked<'s>> {
        let items: Vec<_> = list.elements.iter().map(|item| self.part(item)).collect();
        let items: Vec<Checked<'s>> = items.into_iter().collect::<Option<_>>()?;
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
        Some(Checked {
            code: Code::List(items.into_iter().map(|item| item.code).collect()),
            kind: Type::List(Box::new(kind)),
            place,
        })
    }

    /// A field, a name for the items of a list, or `as_of`.
    pub(super) fn field(&mut self, expr: &IdedExpr) -> Option<Checked<'s>> {
        let place = self.parsed.place(expr);
        let names = self.names(expr)?;
        let (first, rest) = names.split_first()?;
        let word = self.parsed.text(first);
        if let Some(at) = self.bound.iter().rposition(|bound| bound.name == word) {
            return self.of_bound(at, rest, place);
        }
        if word == "as_of" && rest.is_empty() {
            return Some(Checked {
                code: Code::AsOf,
                kind: Type::Date,
                place,
            });
        }
        let kind = self.walk(&names)?;
        let path = names.iter().map(|name| self.parsed.text(name).to_owned());
        let at = self.slot(path.collect(), kind.clone());
        Some(Checked {
            code: Code::Field(at),
            kind,
            place,
        })
    }

    /// The places of the names of a path: `notice` and `sent`.
    fn names(&mut self, expr: &IdedExpr) -> Option<Vec<Range<usize>>> {
        let mut names = Vec::new();
        let mut part = expr;
        loop {
            match &part.expr {
                Expr::Ident(_) => {
                    names.push(self.parsed.place(part));
                    names.reverse();
                    return Some(names);
                }
                Expr::Select(SelectExpr { operand, .. }) => {
                    names.push(self.parsed.picked(part));
                    part = operand;
                }
                Expr::Unspecified
                | Expr::Call(_)
                | Expr::Comprehension(_)
                | Expr::List(_)
                | Expr::Literal(_)
                | Expr::Map(_)
                | Expr::Struct(_) => {
                    let place = self.parsed.place(part);
                    let message = "a field can only be picked from a group of fields";
                    self.fault(&place, WRONG_TYPE, message, "");
                    return None;
                }
            }
        }
    }

    /// Follows names through the record's fields.
    fn walk(&mut self, names: &[Range<usize>]) -> Option<Type<'s>> {
        let mut fields: Vec<Node<'s>> = self.schema.fields().to_vec();
        let mut group = String::new();
        let mut kind = None;
        for name in names {
            let word = self.parsed.text(name);
            if let Some(kind) = kind {
                self.no_fields(name, &group, &kind);
                return None;
            }
            let Some(node) = fields.iter().find(|node| node.name == word).cloned() else {
                self.unknown(name, &group, &fields);
                return None;
            };
            group = if group.is_empty() {
                word.to_owned()
            } else {
                format!("{group}.{word}")
            };
            match &node.kind {
                Type::Group(inner) => fields = inner.to_vec(),
                other => kind = Some(other.clone()),
            }
        }
        Some(kind.unwrap_or_else(|| Type::Group(fields.into())))
    }

    fn of_bound(
        &mut self,
        at: usize,
        rest: &[Range<usize>],
        place: Range<usize>,
    ) -> Option<Checked<'s>> {
        let bound = self.bound.get(at)?;
        let (kind, path) = (bound.kind.clone(), bound.path.clone());
        let Some((name, deeper)) = rest.split_first() else {
            let code = Code::Bound(at);
            return Some(Checked { code, kind, place });
        };
        let Type::Group(fields) = &kind else {
            let item = bound.name.clone();
            self.no_fields(name, &item, &kind);
            return None;
        };
        let word = self.parsed.text(name).to_owned();
        let Some(node) = fields.iter().find(|node| node.name == word) else {
            let group = bound.name.clone();
            self.unknown(name, &group, &fields.clone());
            return None;
        };
        if let Some(name) = deeper.first() {
            self.no_fields(name, &word, &node.kind);
            return None;
        }
        // Only its words are needed: the value comes from the item.
        self.kinds.push(node.kind.clone());
        self.paths.fields.push(Vec::new());
        self.paths.words.push(format!("{path}.{word}"));
        let inner = Inner {
            bound: at,
            name: word,
            path: self.paths.words.len() - 1,
        };
        Some(Checked {
            code: Code::Inner(inner),
            kind: node.kind.clone(),
            place,
        })
    }

    /// The number of a field among those that the expression names.
    fn slot(&mut self, path: Vec<String>, kind: Type<'s>) -> usize {
        if let Some(at) = self.paths.fields.iter().position(|known| *known == path) {
            return at;
        }
        self.paths.words.push(path.join("."));
        self.paths.fields.push(path);
        self.kinds.push(kind);
        self.paths.fields.len() - 1
    }

    fn no_fields(&mut self, name: &Range<usize>, group: &str, kind: &Type<'_>) {
        let word = quoted(self.parsed.text(name));
        let message = format!("`{group}` is {}, so it has no {word}", described(kind));
        let help = match kind {
            Type::List(_) => format!("go through it: `{group}.exists(one, ...)`"),
            _ => String::new(),
        };
        self.fault(name, UNKNOWN_FIELD, message, help);
    }

    fn unknown(&mut self, name: &Range<usize>, group: &str, fields: &[Node<'s>]) {
        let word = self.parsed.text(name);
        let mut known: Vec<&str> = fields.iter().map(|node| node.name).collect();
        let bound: Vec<String> = self.bound.iter().map(|bound| bound.name.clone()).collect();
        if group.is_empty() {
            known.extend(bound.iter().map(String::as_str));
            known.push("as_of");
        }
        let of = if group.is_empty() {
            "this record".to_owned()
        } else {
            format!("`{group}`")
        };
        let message = format!("{} is not a field of {of}", quoted(word));
        let fault = self.origin.fault(name, UNKNOWN_FIELD, message);
        let instead = match word {
            "yes" => "write true, or leave it away: `local.creche` alone asks whether it is yes",
            "no" => "write false, or put `!` before the field",
            _ if is_a_word(fields, word) => "a word is written in quotes",
            _ => "",
        };
        let fault = if !instead.is_empty() {
            fault.help(instead)
        } else if let Some(near) = nearest(word, known.iter().copied()) {
            fault.saying(format!("did you mean `{near}`?"))
        } else if known.is_empty() {
            fault.help("the charter declares such fields under `fields:`")
        } else {
            let all = listed(&known, "and");
            fault.help(format!("the fields are {all}; a text is written in quotes"))
        };
        self.add(fault);
    }

    /// Finds a text that is compared with a word of a closed list to which it does not belong.
    pub(super) fn check_words(&mut self, kind: &Type<'_>, code: &Code, place: &Range<usize>) {
        let Type::Word(words) = kind else { return };
        match code {
            Code::Literal(Value::Text(text)) => {
                let known = words.all();
                if known.iter().any(|word| *word == text.as_ref()) {
                    return;
                }
                let message = format!("{} is not one of the words here", quoted(text));
                let fault = self.origin.fault(place, UNKNOWN_WORD, message);
                let all = format!("the words are {}", listed(&known, "and"));
                let near = nearest(text, known.iter().copied());
                self.add(match near {
                    Some(near) => fault.saying(format!("did you mean `{near}`?")).help(all),
                    None => fault.help(all),
                });
            }
            Code::If(parts) => {
                let [_, yes, no] = parts.as_ref();
                self.check_words(kind, yes, place);
                self.check_words(kind, no, place);
            }
            _ => {}
        }
    }
}

/// Whether this is a word of a closed list of any field.
fn is_a_word(fields: &[Node<'_>], word: &str) -> bool {
    let in_type = |kind: &Type<'_>| match kind {
        Type::Word(words) => words.all().contains(&word),
        _ => false,
    };
    fields.iter().any(|node| match &node.kind {
        Type::List(kind) => in_type(kind),
        Type::Group(fields) => is_a_word(fields, word),
        kind => in_type(kind),
    })
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
