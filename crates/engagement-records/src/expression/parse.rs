//! Hands an expression to CEL's parser, puts its errors into plain words, and finds the place of
//! every part. Nothing else names the parser's errors.

use std::ops::Range;

use cel::common::ast::{CallExpr, Expr, IdedExpr, SourceInfo};
use cel::parser::ParseErrors;

use super::scan::{Origin, SYNTAX, Sort, SourceToken, TOO_COSTLY, scan};
use identifiers::redact::{quoted, redacted_part};
use located::diagnostic::Diagnostic;

/// So many parts may be inside each other, so that checking and working out stay shallow.
const DEEPEST: usize = 40;
/// The stack of the parser, many times what the scanner's bounds let it need. In bytes.
const STACK: usize = 16 << 20;

/// An expression as a tree, with its text and its words and signs.
pub(super) struct Parsed<'t> {
    text: &'t str,
    tokens: Vec<SourceToken>,
    info: SourceInfo,
}

/// Reads the text.
///
/// # Errors
/// What cannot be read in it.
pub(super) fn parse(text: &str, origin: Origin) -> Result<(IdedExpr, Parsed<'_>), Box<Diagnostic>> {
    let tokens = scan(text, origin)?;
    let Some(result) = apart(with_stand_ins(text, &tokens)) else {
        let all = 0..text.len();
        return Err(Box::new(origin.fault(&all, SYNTAX, "this cannot be read")));
    };
    match result {
        Ok((tree, _)) if depth(&tree) > DEEPEST => {
            let message = "this expression is nested too deeply";
            let fault = origin.fault(&(0..text.len()), TOO_COSTLY, message);
            let help = format!("at most {DEEPEST}; make several clauses of it");
            Err(Box::new(fault.help(help)))
        }
        Ok((tree, info)) => Ok((tree, Parsed { text, tokens, info })),
        Err(errors) => {
            let first = errors.errors.into_iter().next();
            let (pos, message) = first.map_or(((1, 1), String::new()), |e| (e.pos, e.msg));
            Err(Box::new(unreadable(
                text,
                &tokens,
                origin,
                offset_of(text, pos),
                &message,
            )))
        }
    }
}

/// Runs the parser on a stack of its own: it takes much for each bracket, more than the threads of
/// a test or of Windows have. Nothing comes back should it ever panic.
fn apart(text: String) -> Option<Result<(IdedExpr, SourceInfo), ParseErrors>> {
    let work = move || {
        // The macros stay the calls that they are written as: they can be checked, expanded ones
        // cannot.
        let parser = cel::Env::default().with_optional_support(false).parser();
        parser.parse_with_source_info(&text)
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    thread.ok()?.join().ok()
}

/// How many parts are inside each other. Walks without recursion, because this is not known yet.
fn depth(tree: &IdedExpr) -> usize {
    let mut deepest = 0;
    let mut open = vec![(tree, 1)];
    while let Some((part, depth)) = open.pop() {
        deepest = deepest.max(depth);
        let mut push = |inner| open.push((inner, depth + 1));
        match &part.expr {
            Expr::Call(call) => call
                .target
                .as_deref()
                .into_iter()
                .chain(&call.args)
                .for_each(push),
            Expr::Select(select) => push(&select.operand),
            Expr::List(list) => list.elements.iter().for_each(push),
            // Maps and structs are refused unseen; comprehensions come only from macros.
            Expr::Map(_)
            | Expr::Struct(_)
            | Expr::Comprehension(_)
            | Expr::Unspecified
            | Expr::Ident(_)
            | Expr::Literal(_) => {}
        }
    }
    deepest
}

/// Two fields have names that mean something else to CEL: `in` and `for`. The parser gets words of
/// the same length for them; names are always taken from the text itself.
fn with_stand_ins(text: &str, tokens: &[SourceToken]) -> String {
    let mut prepared = text.to_owned();
    let mut before: Option<&SourceToken> = None;
    for token in tokens {
        let word = text.get(token.range.clone()).unwrap_or("");
        let after_dot = before.is_some_and(|before| text.get(before.range.clone()) == Some("."));
        let stand_in = match word {
            "in" if after_dot => "i_",
            "for" => "fo_",
            _ => word,
        };
        if stand_in != word {
            prepared.replace_range(token.range.clone(), stand_in);
        }
        before = Some(token);
    }
    prepared
}

/// The byte of a line and column, both from 1 and in characters.
fn offset_of(text: &str, (line, column): (isize, isize)) -> usize {
    let skip = |count: isize| usize::try_from(count - 1).unwrap_or(0);
    let mut start = 0;
    for _ in 0..skip(line) {
        let rest = text.get(start..).unwrap_or("");
        start += rest.find('\n').map_or(rest.len(), |end| end + 1);
    }
    let rest = text.get(start..).unwrap_or("");
    let within = rest.char_indices().nth(skip(column));
    start + within.map_or(rest.len(), |(at, _)| at)
}

fn unreadable(
    text: &str,
    tokens: &[SourceToken],
    origin: Origin,
    at: usize,
    message: &str,
) -> Diagnostic {
    let word_at = |token: &SourceToken| redacted_part(text, token.range.clone());
    let before = tokens.iter().rev().find(|token| token.range.end <= at);
    let Some(token) = tokens.iter().find(|token| token.range.end > at) else {
        let last = before.map_or(0..text.len(), |token| token.range.clone());
        let after = before.map(word_at).unwrap_or_default();
        return origin
            .fault(
                &last,
                SYNTAX,
                format!("something is missing after `{after}`"),
            )
            .help("the expression ends here before it is complete");
    };
    let word = word_at(token);
    let fault = |message: String| origin.fault(&token.range, SYNTAX, message);
    if message.starts_with("reserved identifier") {
        return fault(format!("`{word}` is a word that CEL keeps for itself"))
            .help("a field cannot have this name");
    }
    let instead = match word.to_ascii_lowercase().as_str() {
        "and" => "write `&&` for and",
        "or" => "write `||` for or",
        "not" => "write `!` before a condition for not",
        "is" => "write `==` to compare",
        _ => "",
    };
    if !instead.is_empty() {
        return fault(format!("{} has no meaning here", quoted(&word))).help(instead);
    }
    let expects_value = message.contains("expecting {'['") || message.contains("no viable");
    match before {
        Some(before) if expects_value && before.sort != Sort::Name => fault(format!(
            "{} cannot follow `{}`",
            quoted(&word),
            word_at(before)
        ))
        .help("a value is missing between them"),
        Some(before) => fault(format!(
            "{} cannot follow {}",
            quoted(&word),
            quoted(&word_at(before))
        ))
        .help("a sign such as `==`, `&&` or `||` is missing between them"),
        None => fault(format!("an expression cannot begin with {}", quoted(&word))),
    }
}

impl<'t> Parsed<'t> {
    /// The text of a place.
    pub(super) fn text(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// The text of a place as it may be shown.
    pub(super) fn shown(&self, range: &Range<usize>) -> String {
        redacted_part(self.text, range.clone())
    }

    /// The token at which the parser puts a part: the operator, or the bracket of a call.
    fn mark(&self, expr: &IdedExpr) -> Range<usize> {
        self.info.offset_for(expr.id).map_or(0..0, |(start, stop)| {
            start as usize..(stop as usize + 1).min(self.text.len())
        })
    }

    fn token_index(&self, start: usize) -> Option<usize> {
        self.tokens
            .binary_search_by_key(&start, |token| token.range.start)
            .ok()
    }

    /// The place of the name of a field that was picked: `sent` in `notice.sent`.
    pub(super) fn picked(&self, expr: &IdedExpr) -> Range<usize> {
        let dot = self.mark(expr);
        self.token_index(dot.start)
            .and_then(|at| self.tokens.get(at + 1))
            .map_or(dot, |token| token.range.clone())
    }

    /// The place of the name of a function.
    pub(super) fn called(&self, expr: &IdedExpr) -> Range<usize> {
        let bracket = self.mark(expr);
        self.token_index(bracket.start)
            .and_then(|at| self.tokens.get(at.checked_sub(1)?))
            .map_or(bracket, |token| token.range.clone())
    }

    /// The place of a whole part.
    pub(super) fn place(&self, expr: &IdedExpr) -> Range<usize> {
        let mark = self.mark(expr);
        let closed = self
            .token_index(mark.start)
            .and_then(|at| self.tokens.get(at))
            .map_or(mark.end, |token| token.closed);
        match &expr.expr {
            Expr::Call(call) => self.place_of_call(expr, call, &mark, closed),
            Expr::Select(select) => {
                let picked = self.picked(expr);
                joined(&self.place(&select.operand), &picked)
            }
            Expr::List(_) | Expr::Map(_) => mark.start..closed,
            Expr::Struct(made) => mark.start.saturating_sub(made.type_name.len())..closed,
            Expr::Literal(_) => {
                // The parser swallows the minus of a negative number.
                let index = self.token_index(mark.start);
                let before = index.and_then(|at| self.tokens.get(at.checked_sub(1)?));
                match (&expr.expr, before) {
                    (Expr::Literal(cel::common::ast::LiteralValue::Int(int)), Some(sign))
                        if *int.inner() < 0 && self.text(&sign.range) == "-" =>
                    {
                        sign.range.start..mark.end
                    }
                    _ => mark,
                }
            }
            Expr::Unspecified | Expr::Ident(_) | Expr::Comprehension(_) => mark,
        }
    }

    fn place_of_call(
        &self,
        expr: &IdedExpr,
        call: &CallExpr,
        mark: &Range<usize>,
        closed: usize,
    ) -> Range<usize> {
        let mut place = mark.start..closed;
        if self.text(mark) == "(" {
            place = joined(&place, &self.called(expr));
        }
        for part in call.target.as_deref().into_iter().chain(&call.args) {
            place = joined(&place, &self.place(part));
        }
        place
    }
}

fn joined(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
