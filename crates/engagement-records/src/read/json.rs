//! JSON into trees with places. `serde_json` alone says what is well formed, and gives back the
//! stretch of the text that each value is.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::handing_over::hand_over;
use super::item::{Aside, Contents, Job, Scan, TOO_MANY_VALUES, Take, too_many_values};
use super::{json_faults, repeats, yaml::DEEPEST};
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span, Spanned};
use located::tree::{Entry, Node, ScalarKind, Value};

/// The records of a JSON file: one, a list, or a list as the one field `records`, because many
/// programs write no list without something around it.
pub(super) fn scan(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
    let mut json = Json::new(job, &text);
    let roots = json.document();
    let Json {
        mut faults,
        asides,
        rewritten,
        ..
    } = json;
    let all = hand_over(job, &text, roots, asides, &mut faults, take);
    let is_lost = |fault: &Diagnostic| matches!(fault.code, "not-json" | TOO_MANY_VALUES);
    let lost = !all || faults.iter().any(is_lost);
    Scan {
        faults,
        rewritten,
        lost,
        ..Scan::of(Contents::Text(text))
    }
}

/// A text that holds JSON, and what came of reading it.
pub(super) struct Json<'s> {
    source: SourceId,
    text: &'s str,
    /// How many values one document may have.
    most: usize,
    /// Every fault.
    pub(super) faults: Vec<Diagnostic>,
    /// What is written there and no field of a record says.
    pub(super) asides: Vec<Aside>,
    /// Every text that is spelled with escapes.
    pub(super) rewritten: Vec<Spanned<String>>,
}

/// The fields of an object as they stand in the text, repeated ones, too.
struct Members<'s>(Vec<(&'s RawValue, &'s RawValue)>);

impl<'de: 's, 's> Deserialize<'de> for Members<'s> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Gather;
        impl<'de> Visitor<'de> for Gather {
            type Value = Members<'de>;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Gather)
    }
}

impl<'s> Json<'s> {
    pub(super) fn new(job: &Job<'_>, text: &'s str) -> Self {
        Json {
            source: job.id,
            text,
            most: job.settings.limits.values(),
            faults: Vec::new(),
            asides: Vec::new(),
            rewritten: Vec::new(),
        }
    }

    /// Reads the whole text. Where a list is not well formed, its items are read one by one.
    fn document(&mut self) -> Vec<Node<'s>> {
        let text = self.text;
        if text.trim().is_empty() {
            return Vec::new();
        }
        if self.is_too_much(text) {
            return Vec::new();
        }
        let error = match serde_json::from_str::<&RawValue>(text) {
            Ok(raw) => return vec![unwrapped(self.node(raw.get(), 0))],
            Err(error) => error,
        };
        let before = self.faults.len();
        let items = items_on_lines(text).unwrap_or_else(|| items_in_brackets(text));
        let nodes = items.into_iter().filter_map(|item| self.value(item));
        let nodes = nodes.collect();
        // The fault may lie between the items.
        if self.faults.len() == before {
            self.malformed(text, &error);
        }
        nodes
    }

    /// Reads a stretch of the text that should be one value.
    pub(super) fn value(&mut self, part: &'s str) -> Option<Node<'s>> {
        if self.is_too_much(part) {
            return None;
        }
        match serde_json::from_str::<&RawValue>(part) {
            Ok(raw) => Some(self.node(raw.get(), 0)),
            Err(error) => {
                self.malformed(part, &error);
                None
            }
        }
    }

    /// Whether a stretch of the text has more values than may be read at once, which is a fault. Each
    /// but the first stands behind a comma or a bracket outside of quotes.
    fn is_too_much(&mut self, part: &'s str) -> bool {
        if part.len() <= self.most {
            return false;
        }
        let (mut quoted, mut escaped, mut values) = (false, false, 1_usize);
        let too_many = part.bytes().position(|sign| {
            match sign {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b',' | b'[' | b'{' if !quoted => values += 1,
                _ => {}
            }
            values > self.most
        });
        let start = self.span(part).range().start;
        let place = too_many.map(|at| Span::new(self.source, start + at, start + at));
        let fault = place.map(|place| too_many_values(place, self.most));
        self.faults.extend(fault);
        too_many.is_some()
    }

    fn node(&mut self, raw: &'s str, depth: usize) -> Node<'s> {
        let value = match raw.bytes().next() {
            Some(b'{' | b'[') if depth == DEEPEST => {
                let message = format!("brackets are nested more than {DEEPEST} deep");
                self.fault("too-deep", raw, message);
                Value::Broken
            }
            Some(b'{') => self.map(raw, depth),
            Some(b'[') => self.list(raw, depth),
            Some(b'"') => self.string(raw).map_or(Value::Broken, scalar),
            _ => scalar(Cow::Borrowed(raw)),
        };
        Node {
            span: self.span(raw),
            value,
        }
    }

    fn list(&mut self, raw: &'s str, depth: usize) -> Value<'s> {
        match serde_json::from_str::<Vec<&RawValue>>(raw) {
            Ok(items) => Value::List(
                items
                    .into_iter()
                    .map(|item| self.node(item.get(), depth + 1))
                    .collect(),
            ),
            Err(error) => {
                self.malformed(raw, &error);
                Value::Broken
            }
        }
    }

    fn map(&mut self, raw: &'s str, depth: usize) -> Value<'s> {
        let members = match serde_json::from_str::<Members<'_>>(raw) {
            Ok(Members(members)) => members,
            Err(error) => {
                self.malformed(raw, &error);
                return Value::Broken;
            }
        };
        let mut entries = Vec::with_capacity(members.len());
        for (key, value) in members {
            let value = self.node(value.get(), depth + 1);
            if let Some(name) = self.string(key.get()) {
                entries.push(Entry {
                    key: name,
                    key_span: self.span(key.get()),
                    value,
                });
            }
        }
        Value::Map(repeats::without_repeats(
            entries,
            &mut self.faults,
            &mut self.asides,
            |_| "keep the one that is right",
            |node| node.written(self.text, 0),
        ))
    }

    /// A text, its quotes and escapes taken away.
    fn string(&mut self, raw: &'s str) -> Option<Cow<'s, str>> {
        if !raw.contains('\\') {
            return Some(Cow::Borrowed(raw.trim_matches('"')));
        }
        let read = serde_json::from_str::<String>(raw).ok();
        if read.is_none() {
            let message = "this text contains half of a surrogate pair (`\\u…`) only";
            self.fault("not-json", raw, message.to_owned());
        }
        self.rewritten.push(Spanned {
            value: read.clone().unwrap_or_else(|| unescaped(raw)),
            span: self.span(raw),
        });
        read.map(Cow::Owned)
    }

    fn malformed(&mut self, part: &'s str, error: &serde_json::Error) {
        let at = json_faults::offset(part, error);
        let (before, rest) = part.split_at_checked(at).unwrap_or((part, ""));
        let at = self.span(part).range().start + at;
        let fault = Diagnostic::error(
            "not-json",
            Span::new(self.source, at, at),
            format!(
                "this is not well-formed JSON: {}",
                json_faults::reason(error)
            ),
        );
        self.faults
            .push(fault.help(json_faults::help(error, before, rest)));
        if part.contains("\\u") {
            self.rewritten.push(Spanned {
                value: unescaped(part),
                span: self.span(part),
            });
        }
    }

    fn fault(&mut self, code: &'static str, raw: &'s str, message: String) {
        self.faults
            .push(Diagnostic::error(code, self.span(raw), message));
    }

    /// The place of a part of the text, which is known by where it lies in memory.
    fn span(&self, part: &str) -> Span {
        let start = part
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        Span::new(self.source, start, start + part.len())
    }
}

/// Quotes are no choice of whoever writes JSON, so that `"no"` may mean the answer no.
fn scalar(text: Cow<'_, str>) -> Value<'_> {
    Value::Scalar {
        text,
        kind: ScalarKind::Plain,
    }
}

/// The list of an object that holds nothing else but a list called `records`.
fn unwrapped(mut node: Node<'_>) -> Node<'_> {
    if let Value::Map(entries) = &mut node.value
        && let [entry] = entries.as_mut_slice()
        && entry.key == "records"
        && let Value::List(_) = entry.value.value
    {
        return std::mem::replace(
            &mut entry.value,
            Node {
                span: node.span,
                value: Value::Broken,
            },
        );
    }
    node
}

/// The items of a list that is written with each of them on lines of its own, all equally far in,
/// without the commas between them. No text can go over the end of a line, so that these lines
/// begin with a bracket and not inside of a text.
fn items_on_lines(text: &str) -> Option<Vec<&str>> {
    let list = text.trim().strip_prefix('[')?;
    let list = list.strip_suffix(']').unwrap_or(list);
    let mut at = 0;
    let mut cuts = Vec::new();
    let mut indent = None;
    for line in list.split_inclusive('\n') {
        let inner = line.trim_start();
        let blank = line.len() - inner.len();
        if at > 0 && inner.starts_with('{') && *indent.get_or_insert(blank) == blank {
            cuts.push(at);
        }
        at += line.len();
    }
    // What comes before the first of these lines must be nothing.
    if !list.get(..*cuts.first()?)?.trim().is_empty() {
        return None;
    }
    let ends = cuts.iter().skip(1).copied().chain([list.len()]);
    let items = cuts.iter().zip(ends);
    let items = items.filter_map(|(start, end)| list.get(*start..end));
    let items = items.map(|item| {
        let item = item.trim();
        item.strip_suffix(',').unwrap_or(item)
    });
    Some(items.collect())
}

/// The items of a list without lines of their own, each from its bracket to the one that closes it;
/// the last is the rest of the text where a bracket is never closed. Nothing where the text is no
/// list, or is only one item.
fn items_in_brackets(text: &str) -> Vec<&str> {
    let Some(list) = text.trim().strip_prefix('[') else {
        return Vec::new();
    };
    let (mut items, mut depth, mut begins) = (Vec::new(), 0_usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    for (at, sign) in list.bytes().enumerate() {
        match sign {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                if depth == 0 {
                    begins = at;
                }
                depth += 1;
            }
            b'}' | b']' => {
                // The bracket of the list itself is the last.
                let Some(outer) = depth.checked_sub(1) else {
                    break;
                };
                depth = outer;
                if depth == 0 {
                    items.extend(list.get(begins..=at));
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        items.extend(list.get(begins..));
    }
    if items.len() > 1 { items } else { Vec::new() }
}

/// A text with the codes in it read (`\u00e9`), where nobody can say what is inside of quotes.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut out = parts.next().unwrap_or("").to_owned();
    let mut codes = Vec::new();
    for part in parts {
        let code = part
            .get(..4)
            .and_then(|digits| u16::from_str_radix(digits, 16).ok());
        codes.extend(code);
        let rest = part.get(code.map_or(0, |_| 4)..).unwrap_or("");
        // Two codes that follow each other may be one sign.
        if rest.is_empty() {
            continue;
        }
        out.push_str(&String::from_utf16_lossy(&codes));
        codes.clear();
        out.push_str(rest);
    }
    out.push_str(&String::from_utf16_lossy(&codes));
    out
}
