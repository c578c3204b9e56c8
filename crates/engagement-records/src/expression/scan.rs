//! Cuts an expression into words and signs before the parser sees it: bounds its size and depth,
//! and finds with their exact place those slips for which the parser has no plain words.

use std::ops::Range;

use identifiers::redact::{is_unprintable, quoted};
use identifiers::text::Unredacted;
use located::diagnostic::Diagnostic;
use located::source::Span;

/// Longer than anything that people can still read. In bytes.
const LONGEST: usize = 2_000;
/// So many words and signs; the parser's depth depends on them.
const MOST_TOKENS: usize = 300;
/// So many brackets or choices inside each other.
const DEEPEST: usize = 16;
/// Numbers of people and days have fewer digits.
const MOST_DIGITS: usize = 9;

/// Where the text of an expression stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    /// The place of the whole value.
    pub(super) span: Span,
    /// Whether the bytes stand there one to one.
    pub(super) verbatim: bool,
    /// How far into the value the text begins.
    pub(super) shift: usize,
}

impl Origin {
    /// The place of a part of the text.
    pub(super) fn at(self, range: &Range<usize>) -> Span {
        if !self.verbatim {
            return self.span;
        }
        let start = self.span.start as usize + self.shift;
        let within = |offset: usize| (start + offset).min(self.span.end as usize);
        Span::new(self.span.source, within(range.start), within(range.end))
    }

    /// An error about a part of the text.
    pub(super) fn fault(
        self,
        range: &Range<usize>,
        code: &'static str,
        message: impl Into<Unredacted>,
    ) -> Diagnostic {
        Diagnostic::error(code, self.at(range), message)
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Name,
    Number,
    Text,
    Open,
    Close,
    Sign,
}

/// A word or sign.
#[derive(Debug, Clone)]
pub(super) struct SourceToken {
    pub(super) sort: Sort,
    pub(super) range: Range<usize>,
    /// The place of the bracket that closes this one.
    pub(super) closed: usize,
}

/// Cuts the text up.
///
/// # Errors
/// The first thing that cannot be part of an expression.
pub(super) fn scan(text: &str, origin: Origin) -> Result<Vec<SourceToken>, Box<Diagnostic>> {
    if text.len() > LONGEST {
        let help = format!("at most {LONGEST} bytes; make several clauses of it");
        let fault = origin.fault(&(0..text.len()), TOO_COSTLY, "this expression is too long");
        return Err(Box::new(fault.help(help)));
    }
    let mut scanner = Scanner {
        text,
        origin,
        tokens: Vec::new(),
        open: Vec::new(),
        choices: 0,
    };
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        at += scanner.step(rest, at).map_err(Box::new)?;
    }
    scanner.finish().map_err(Box::new)
}

/// The code of a fault about what cannot be read.
pub(super) const SYNTAX: &str = "expression-syntax";
/// The code of a fault about size.
pub(super) const TOO_COSTLY: &str = "expression-too-costly";

struct Scanner<'t> {
    text: &'t str,
    origin: Origin,
    tokens: Vec<SourceToken>,
    /// Brackets that are open: the sign and its place among the tokens.
    open: Vec<(char, usize)>,
    choices: usize,
}

impl Scanner<'_> {
    fn fault(&self, range: Range<usize>, message: impl Into<Unredacted>) -> Diagnostic {
        self.origin.fault(&range, SYNTAX, message)
    }

    /// Reads one token, or what stands between tokens, and says how long it is.
    fn step(&mut self, rest: &str, at: usize) -> Result<usize, Diagnostic> {
        let Some(first) = rest.chars().next() else {
            return Ok(1);
        };
        let (sort, length) = match first {
            ' ' | '\t' | '\n' | '\r' => return Ok(1),
            '/' if rest.starts_with("//") => return Ok(rest.find('\n').unwrap_or(rest.len())),
            'a'..='z' | 'A'..='Z' | '_' => (Sort::Name, name_length(rest)),
            '0'..='9' => (Sort::Number, self.number(rest, at)?),
            '\'' | '"' => (Sort::Text, self.literal(rest, first, at)?),
            '(' | '[' | '{' => (Sort::Open, 1),
            ')' | ']' | '}' => (Sort::Close, 1),
            _ => (Sort::Sign, self.sign(rest, first, at)?),
        };
        let range = at..at + length;
        if self.tokens.len() >= MOST_TOKENS {
            let help = format!("at most {MOST_TOKENS} words and signs; make several clauses of it");
            let message = "this expression has too many parts";
            return Err(self.origin.fault(&range, TOO_COSTLY, message).help(help));
        }
        let closed = range.end;
        match sort {
            Sort::Open => self.opens(first, &range)?,
            Sort::Close => self.closes(first, &range)?,
            Sort::Name | Sort::Number | Sort::Text | Sort::Sign => {}
        }
        self.tokens.push(SourceToken {
            sort,
            range,
            closed,
        });
        Ok(length)
    }

    fn number(&self, rest: &str, at: usize) -> Result<usize, Diagnostic> {
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
            .count();
        let written = rest.get(..length).unwrap_or("");
        if written.bytes().all(|byte| byte.is_ascii_digit()) && length <= MOST_DIGITS {
            return Ok(length);
        }
        let fault = self.fault(
            at..at + length,
            format!("{} is not a whole number", quoted(written)),
        );
        Err(if written.contains('.') {
            fault.help("numbers are whole here; instead of `a > 1.5 * b` write `2 * a > 3 * b`")
        } else if length > MOST_DIGITS {
            fault.help(format!("at most {MOST_DIGITS} digits"))
        } else {
            fault.help("write digits only, such as 14; a day is written date('2026-03-01')")
        })
    }

    fn literal(&self, rest: &str, quote: char, at: usize) -> Result<usize, Diagnostic> {
        let glued = self.tokens.last().is_some_and(|last| {
            last.range.end == at && matches!(last.sort, Sort::Name | Sort::Text)
        });
        if glued {
            return Err(self
                .fault(at..at + 1, "a text cannot begin here")
                .help("put one pair of quotes around a text, and no letter before them"));
        }
        let mut escaped = false;
        for (offset, character) in rest.char_indices().skip(1) {
            if is_unprintable(character) {
                let range = at + offset..at + offset + character.len_utf8();
                return Err(self.fault(range, "there is a sign in this text that cannot be seen"));
            }
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if character == quote => return Ok(offset + 1),
                _ => {}
            }
        }
        Err(self
            .fault(at..self.text.len(), "this text has no end")
            .help(format!("close it with {quote}")))
    }

    fn sign(&mut self, rest: &str, first: char, at: usize) -> Result<usize, Diagnostic> {
        let length = match rest.get(..2) {
            Some("==" | "!=" | "<=" | ">=" | "&&" | "||") => return Ok(2),
            _ => first.len_utf8(),
        };
        let help = match first {
            '?' => {
                self.choices += 1;
                if self.choices > DEEPEST {
                    let message = "this expression chooses too often";
                    return Err(self.origin.fault(&(at..at + 1), TOO_COSTLY, message));
                }
                return Ok(length);
            }
            '<' | '>' | '+' | '-' | '*' | '/' | '%' | '!' | ':' | ',' | '.' => return Ok(length),
            '=' => "write `==` to compare",
            '&' => "write `&&` for and",
            '|' => "write `||` for or",
            '`' => "write names without quotes and texts in straight quotes: 'workshop'",
            '‘' | '’' | '“' | '”' | '„' => "write straight quotes: 'workshop'",
            '≥' => "write `>=`",
            '≤' => "write `<=`",
            '≠' => "write `!=`",
            '–' | '−' => "write a plain minus sign",
            _ => "names have only letters a to z, digits and underscores; put texts in quotes",
        };
        let message = if is_unprintable(first) || first.is_whitespace() {
            "there is a sign here that cannot be seen".to_owned()
        } else {
            format!("`{first}` has no meaning here")
        };
        Err(self.fault(at..at + length, message).help(help))
    }

    fn opens(&mut self, sign: char, range: &Range<usize>) -> Result<(), Diagnostic> {
        if self.open.len() >= DEEPEST {
            let message = "brackets are nested too deeply";
            let help = format!("at most {DEEPEST}; make several clauses of it");
            return Err(self.origin.fault(range, TOO_COSTLY, message).help(help));
        }
        self.open.push((sign, self.tokens.len()));
        Ok(())
    }

    fn closes(&mut self, sign: char, range: &Range<usize>) -> Result<(), Diagnostic> {
        let Some((open, at)) = self.open.pop() else {
            return Err(self.fault(range.clone(), format!("`{sign}` closes nothing")));
        };
        let wanted = match open {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };
        let opened = self.tokens.get_mut(at);
        let place = opened.map_or(0..0, |token| {
            token.closed = range.end;
            token.range.clone()
        });
        if sign == wanted {
            return Ok(());
        }
        Err(self
            .fault(
                range.clone(),
                format!("`{wanted}` is missing before `{sign}`"),
            )
            .and(self.origin.at(&place), "opened here"))
    }

    fn finish(self) -> Result<Vec<SourceToken>, Diagnostic> {
        if self.tokens.is_empty() {
            return Err(self
                .fault(0..self.text.len(), "there is no expression here")
                .help("write a condition, such as `kind == 'workshop'`"));
        }
        if let Some((sign, at)) = self.open.last() {
            let range = self
                .tokens
                .get(*at)
                .map_or(0..0, |token| token.range.clone());
            return Err(self.fault(range, format!("`{sign}` is never closed")));
        }
        Ok(self.tokens)
    }
}

fn name_length(rest: &str) -> usize {
    rest.bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count()
}
