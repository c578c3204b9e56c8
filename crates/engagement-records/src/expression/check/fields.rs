//! Checks names: fields of the record, of groups and of items, and words of closed lists.

use std::ops::Range;

use cel::common::ast::{Expr, IdedExpr, SelectExpr};

use super::{Checker, TypedCode, WRONG_TYPE, described};
use crate::expression::code::{Code, Inner};
use crate::record::view::{Node, Type, Value};
use closed_words::{listed, nearest};
use identifiers::redact::quoted;

const UNKNOWN_FIELD: &str = "expression-unknown-field";
const UNKNOWN_WORD: &str = "expression-unknown-word";

impl<'s> Checker<'s, '_> {
    /// A field, a name for the items of a list, or `as_of`.
    pub(super) fn field(&mut self, expr: &IdedExpr) -> Option<TypedCode<'s>> {
        let place = self.parsed.place(expr);
        let names = self.names(expr)?;
        let (first, rest) = names.split_first()?;
        let word = self.parsed.text(first);
        if let Some(at) = self.bound.iter().rposition(|bound| bound.name == word) {
            return self.of_bound(at, rest, place);
        }
        if word == "as_of" && rest.is_empty() {
            return Some(TypedCode {
                code: Code::AsOf,
                kind: Type::Date,
                place,
            });
        }
        let kind = self.walk(&names)?;
        let path = names.iter().map(|name| self.parsed.text(name).to_owned());
        let at = self.slot(path.collect(), kind.clone());
        Some(TypedCode {
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
            if let Type::Group(inner) = &node.kind {
                fields = inner.to_vec();
            } else {
                kind = Some(node.kind);
            }
        }
        Some(kind.unwrap_or_else(|| Type::Group(fields.into())))
    }

    fn of_bound(
        &mut self,
        at: usize,
        rest: &[Range<usize>],
        place: Range<usize>,
    ) -> Option<TypedCode<'s>> {
        let bound = self.bound.get(at)?;
        let (kind, path) = (bound.kind.clone(), bound.path.clone());
        let Some((name, deeper)) = rest.split_first() else {
            let code = Code::Bound(at);
            return Some(TypedCode { code, kind, place });
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
        Some(TypedCode {
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
        let word = quoted(&self.parsed.shown(name));
        let message = format!("`{group}` is {}, so it has no {word}", described(kind));
        let help = if matches!(kind, Type::List(_)) {
            format!("go through it: `{group}.exists(one, ...)`")
        } else {
            String::new()
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
            "yes" => "write true, or leave it out: the field alone asks whether it is yes",
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
        if let Code::If(parts) = code {
            let [_, yes, no] = parts.as_ref();
            self.check_words(kind, yes, place);
            self.check_words(kind, no, place);
        }
        let Code::Literal(Value::Text(text)) = code else {
            return;
        };
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
}

/// Whether this is a word of a closed list of any field.
fn is_a_word(fields: &[Node<'_>], word: &str) -> bool {
    fields.iter().any(|node| word_of(&node.kind, word))
}

fn word_of(kind: &Type<'_>, word: &str) -> bool {
    match kind {
        Type::Word(words) => words.all().contains(&word),
        Type::List(kind) => word_of(kind, word),
        Type::Group(fields) => is_a_word(fields, word),
        Type::YesNo | Type::Text | Type::Date | Type::Time | Type::Number | Type::Children => false,
    }
}
